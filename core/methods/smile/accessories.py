"""Accessories that are put on made as solid as they are.

SMILE_SYN gives an earring its colour and its place, and hardly any relief: at a few pixels across, a mean of
all earrings that it could be. A round body of that outline and that colour is shaded instead (Blinn-Phong,
1977), with the highlight that tells metal and pearls from pebbles. Of thin rims, whose style is mostly the
skin beside them, it draws a trace.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.smile.tuning import TUNING, SmileTuning
from core.opencv import cv2
from core.render.filters import Area, Image, Mask, blur, image, lightness, signed_distance, smooth_step


def solid(
    layer: NDArray[np.float32], laid: NDArray[np.uint8], crop: Image, skin: Area
) -> NDArray[np.float32]:
    """The drawn layer of accessories `(S, S, 4)` with firm rims and polished earrings.

    `laid` (S, S): labels of what was put on, 0 elsewhere; the rest as for `polished`.
    """
    glasses, earrings = laid == Label.EYE_G, laid == Label.EAR_R
    if glasses.any():
        layer = with_firm_rims(layer, glasses)
    return polished(layer, earrings, crop, skin) if earrings.any() else layer


def polished(layer: NDArray[np.float32], earrings: Area, crop: Image, skin: Area) -> NDArray[np.float32]:
    """The layer of accessories `(S, S, 4)` with its `earrings` shaded as round bodies, a pair of one colour.

    Alpha is in 0..1, colour premultiplied in levels; `crop` is the photo, whose `skin` tells where its light
    comes from. Outside the earrings the layer (their shadow) stays as it is.
    """
    result, light = layer.copy(), _light(crop, skin)
    colour = layer[earrings][:, 1:].sum(axis=0) / max(float(layer[earrings][:, 0].sum()), 1e-3)
    parts = np.asarray(cv2.connectedComponents(earrings.astype(np.uint8), connectivity=8)[1], np.int32)
    for number in range(1, int(parts.max()) + 1):
        rows, columns = _box(parts == number)
        window = result[rows, columns]
        part = parts[rows, columns] == number
        cover, shade, shine = _relief(part, light, TUNING.at(len(crop)))
        body = np.clip(colour * shade[..., None] + 255 * shine[..., None], 0, 255)
        window[..., 1:] += (body - window[..., 1:]) * cover[..., None]
        window[..., 0] += (1 - window[..., 0]) * cover
    return result


def with_firm_rims(layer: NDArray[np.float32], glasses: Area) -> NDArray[np.float32]:
    """The layer of accessories `(S, S, 4)` with the rims of its eyeglasses as opaque as rims are.

    What covers more than the lenses do covers more in proportion; lenses keep their tint.
    """
    alpha = layer[..., 0]
    lens, rim = np.percentile(alpha[glasses], (50, TUNING.rim_percentile))
    firm, trace = TUNING.firm_rim, TUNING.rim_trace
    if rim >= firm or rim - lens < trace:
        return layer
    firmer = np.minimum(lens + (alpha - lens) * (firm - lens) / (rim - lens), 1)
    near = cv2.dilate(glasses.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0  # labels cut rims in half
    gain = np.where(near & (alpha > lens), firmer / np.maximum(alpha, trace), 1)
    return image(layer * gain[..., None])


def _box(area: Area) -> tuple[slice, slice]:
    margin = round(TUNING.at(len(area)).relief_margin)
    rows, columns = np.nonzero(area)
    top, left = max(int(rows.min()) - margin, 0), max(int(columns.min()) - margin, 0)
    return slice(top, int(rows.max()) + margin + 1), slice(left, int(columns.max()) + margin + 1)


def _relief(part: Area, light: NDArray[np.float32], tuning: SmileTuning) -> tuple[Mask, Mask, Mask]:
    """Of a round body with this outline: how much it covers, its brightness, and its highlight."""
    (height, width), finer = part.shape, tuning.finer
    inside = cv2.resize(signed_distance(part), (width * finer, height * finer), interpolation=cv2.INTER_CUBIC)
    inside = blur(inside, tuning.relief_rounded * finer)
    thick = max(float(inside.max()), 1.0)
    away = 1 - np.clip(inside / thick, 0, 1)  # 0 in the middle, 1 at the outline
    bulge = thick * np.sqrt(np.clip(1 - away**2, 0, 1))
    slope_y, slope_x = np.gradient(blur(image(bulge), tuning.relief_rounded * finer), 1 / finer)
    normal = np.stack([-slope_x, -slope_y, np.ones_like(slope_x)], axis=-1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    half = light + np.array([0, 0, 1], np.float32)
    half /= np.linalg.norm(half)
    lit = np.clip(normal @ light, 0, 1)
    from_below = np.clip(normal @ (light * np.array([-1, -1, 0], np.float32)), 0, 1)
    shade = tuning.ambient + tuning.diffuse * lit + tuning.bounce * from_below
    shine = tuning.shine * np.clip(normal @ half, 0, 1) ** tuning.shine_narrow
    cover = smooth_step(image(inside / tuning.relief_edge + 0.5))
    small = (
        cv2.resize(image(m), (width, height), interpolation=cv2.INTER_AREA) for m in (cover, shade, shine)
    )
    cover, shade, shine = (image(m) for m in small)
    return cover, shade, shine


def _light(crop: Image, skin: Area) -> NDArray[np.float32]:
    """A direction: from above and before, and from the side on which the skin is the brighter."""
    aside = 0.0
    if skin.any():
        columns = np.indices(skin.shape, np.float32)[1][skin]
        logs = np.log(np.maximum(lightness(crop)[skin], TUNING.light_darkest))
        columns = (columns - columns.mean()) / (columns.std() + 1)
        most = TUNING.light_most_aside
        aside = float(np.clip(TUNING.light_aside * (columns * logs).mean(), -most, most))
    light = np.array([aside, -TUNING.light_up, TUNING.light_before], np.float32)
    return image(light / np.linalg.norm(light))
