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
from core.opencv import cv2
from core.render.filters import Area, Image, Mask, blur, image, lightness, signed_distance, smooth_step

_FINER = 4
"""How many times finer than the crop relief is computed: earrings are a few pixels across."""
_MARGIN = 4
_EDGE, _ROUNDED = 1.0, 1.2  # crop pixels
_AMBIENT, _DIFFUSE, _BOUNCE = 0.45, 0.75, 0.25
_SHINE, _NARROW = 0.85, 22.0
_LIGHT = np.array([0.0, -0.6, 0.8], np.float32)
"""Where light comes from in portraits, x to the right, y down, z to the viewer; x is read off the skin."""
_MOST_ASIDE, _ASIDE = 0.6, 1.5
_FIRM, _RIM, _TRACE = 0.85, 95.0, 0.05
"""How much a rim covers at least, which percentile of the opacity is the rim's, and what is no rim at all."""


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
        cover, shade, shine = _relief(part, light)
        body = np.clip(colour * shade[..., None] + 255 * shine[..., None], 0, 255)
        window[..., 1:] += (body - window[..., 1:]) * cover[..., None]
        window[..., 0] += (1 - window[..., 0]) * cover
    return result


def with_firm_rims(layer: NDArray[np.float32], glasses: Area) -> NDArray[np.float32]:
    """The layer of accessories `(S, S, 4)` with the rims of its eyeglasses as opaque as rims are.

    What covers more than the lenses do covers more in proportion; lenses keep their tint.
    """
    alpha = layer[..., 0]
    lens, rim = np.percentile(alpha[glasses], (50, _RIM))
    if rim >= _FIRM or rim - lens < _TRACE:
        return layer
    firmer = np.minimum(lens + (alpha - lens) * (_FIRM - lens) / (rim - lens), 1)
    near = cv2.dilate(glasses.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0  # labels cut rims in half
    gain = np.where(near & (alpha > lens), firmer / np.maximum(alpha, _TRACE), 1)
    return image(layer * gain[..., None])


def _box(area: Area) -> tuple[slice, slice]:
    rows, columns = np.nonzero(area)
    top, left = max(int(rows.min()) - _MARGIN, 0), max(int(columns.min()) - _MARGIN, 0)
    return slice(top, int(rows.max()) + _MARGIN + 1), slice(left, int(columns.max()) + _MARGIN + 1)


def _relief(part: Area, light: NDArray[np.float32]) -> tuple[Mask, Mask, Mask]:
    """Of a round body with this outline: how much it covers, its brightness, and its highlight."""
    height, width = part.shape
    inside = cv2.resize(
        signed_distance(part), (width * _FINER, height * _FINER), interpolation=cv2.INTER_CUBIC
    )
    inside = blur(inside, _ROUNDED * _FINER)
    thick = max(float(inside.max()), 1.0)
    away = 1 - np.clip(inside / thick, 0, 1)  # 0 in the middle, 1 at the outline
    bulge = thick * np.sqrt(np.clip(1 - away**2, 0, 1))
    slope_y, slope_x = np.gradient(blur(image(bulge), _ROUNDED * _FINER), 1 / _FINER)
    normal = np.stack([-slope_x, -slope_y, np.ones_like(slope_x)], axis=-1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    half = light + np.array([0, 0, 1], np.float32)
    half /= np.linalg.norm(half)
    lit = np.clip(normal @ light, 0, 1)
    from_below = np.clip(normal @ (light * np.array([-1, -1, 0], np.float32)), 0, 1)
    shade = _AMBIENT + _DIFFUSE * lit + _BOUNCE * from_below
    shine = _SHINE * np.clip(normal @ half, 0, 1) ** _NARROW
    cover = smooth_step(image(inside / _EDGE + 0.5))
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
        logs = np.log(np.maximum(lightness(crop)[skin], 8))
        columns = (columns - columns.mean()) / (columns.std() + 1)
        aside = float(np.clip(_ASIDE * (columns * logs).mean(), -_MOST_ASIDE, _MOST_ASIDE))
    light = _LIGHT + np.array([aside, 0, 0], np.float32)
    return image(light / np.linalg.norm(light))
