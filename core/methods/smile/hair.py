"""New hair with the photo's own strands: what falls forward is the hair that was there, mirrored at its edge.

The generator draws hair of about the right colour and a texture like cloth; beside real hair both show.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.smile.tuning import TUNING
from core.opencv import cv2
from core.render.filters import (
    Area,
    Image,
    Mask,
    blur,
    image,
    lightness,
    masked_blur,
    pull_push,
    signed_distance,
    smooth_step,
    within,
)
from core.tuning import odd

if TYPE_CHECKING:
    from core.methods.smile.compose import Scene


@dataclass(frozen=True, eq=False)
class Moved:
    """Detail of the photo that shows elsewhere: for every pixel of the crop its place (x, y; pixel centres
    at .5) in the same crop, `field` (S, S, 2), and how much of it shows, `weight` (S, S) in 0..1."""

    field: NDArray[np.float32]
    weight: Mask


def with_own_hair(scene: Scene, picture: Image, matched: Image, mask: Mask) -> tuple[Image, Moved | None]:
    """New hair where `mask` replaces the photo, out of the photo's own hair (`picture`), lit as it is drawn
    (`matched`). What hangs below no hair is drawn, in the colour of the photo's."""
    hair, tuning = scene.base == Label.HAIR, scene.tuning
    replaced = mask > 0
    if scene.renewed is not None:  # another's hair is not this one's
        replaced &= ~scene.renewed
    new = hair & replaced
    known = within(hair & (scene.parsed == Label.HAIR) & (mask <= 0), odd(tuning.hair_near_edge))
    if not new.any() or np.count_nonzero(known) < tuning.hair_known:
        return matched, None
    side = 2 * round(tuning.hair_around) + 1
    around = (cv2.dilate(new.astype(np.uint8), np.ones((side, side), np.uint8)) > 0) & replaced
    field, falls = taken_from_above(known, around)
    own = masked_blur(picture, known, tuning.strand_sigma)
    at = field - np.float32(0.5)
    strands = image((picture - own) * known[..., None])
    strands = image(cv2.remap(strands, at[..., 0], at[..., 1], cv2.INTER_LINEAR))
    colour = _carried(own, _deep(known))
    light = lightness(matched)
    most = tuning.hair_contrast
    drawn = colour + most * np.tanh((light - light[new].mean()) / most)[..., None]
    taken = colour + _shade(matched, hair, known) + strands
    share = masked_blur(image(falls), around, tuning.hair_even)
    shown = drawn + (taken - drawn) * share[..., None]
    weight = image(_with_tips(hair) * around)
    behind = np.where(_uncovered(scene, around)[..., None], picture, matched)
    behind = image(
        behind * (1 - tuning.hair_shadow * np.where(hair, blur(weight, tuning.hair_edge), 0))[..., None]
    )
    return image(behind + (shown - behind) * weight[..., None]), Moved(field, weight * mask * share)


def _uncovered(scene: Scene, around: Area) -> Area:
    """Around new hair, what the photo shows as the result does where hair leaves it free."""
    if scene.renewed is not None:  # behind another's hair is another's face
        return np.zeros_like(around)
    free = (scene.parsed != Label.HAIR) & ((scene.base == Label.HAIR) | scene.kept())
    return free & around


def _shade(drawn: Image, hair: Area, known: Area) -> Image:
    """How much lighter or darker (S, S, 1) hair is drawn than the known hair that its colour comes from."""
    smooth = masked_blur(drawn, hair, TUNING.at(len(hair)).strand_sigma)
    lighter = lightness(smooth - _carried(smooth, known))
    return image(np.clip(lighter, -TUNING.hair_shade, TUNING.hair_shade))[..., None]


def _carried(smooth: Image, known: Area) -> Image:
    """As `pull_push`, of values that vary so slowly that a fraction of their size holds them."""
    height, width = known.shape
    small = (width // TUNING.smaller, height // TUNING.smaller)
    weight = image(cv2.resize(image(known), small, interpolation=cv2.INTER_AREA))
    sums = image(cv2.resize(image(smooth * known[..., None]), small, interpolation=cv2.INTER_AREA))
    means = image(sums / np.maximum(weight, 1e-6)[..., None])
    return image(cv2.resize(pull_push(means, weight > 0), (width, height), interpolation=cv2.INTER_LINEAR))


def _deep(known: Area) -> Area:
    """The hair furthest from any edge, where no skin shines through, as far as there is enough of it."""
    tuning = TUNING.at(len(known))
    deep = within(known, odd(tuning.hair_deeper))
    return deep if np.count_nonzero(deep) >= tuning.hair_known else known


def _with_tips(hair: Area) -> Mask:
    """1 in hair, 0 outside; where it ends below, each strand and each lock ends elsewhere, in a point.

    They fan out from the middle of the hair, as they fall from a crown.
    """
    tuning, places = TUNING.at(len(hair)), image(np.indices(hair.shape))
    rows, columns = places[0], places[1]
    middle = columns[hair].mean()
    down = ((rows - rows[hair].min()) / hair.shape[0]).clip(0)
    at = image(middle + (columns - middle) / (1 + tuning.hair_fan * down))
    uneven = cv2.remap(_uneven(hair.shape), at, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    inside = signed_distance(hair)
    downwards = np.clip(-blur(np.gradient(inside, axis=0), tuning.hair_edge), 0, 1)
    uneven = np.clip(uneven, -tuning.shortest, tuning.longest)
    ends = inside + uneven * tuning.tips_reach * downwards
    return smooth_step(image(ends / (tuning.hair_edge + tuning.hair_taper * downwards) + 0.5))


@cache
def _uneven(shape: tuple[int, int]) -> Image:
    """By how much strands are longer or shorter than the layout says, the same for every photo."""
    rng, tuning = np.random.default_rng(0), TUNING.at(shape[0])
    sizes = ((tuning.strand_broad, tuning.strand_long), (tuning.lock_broad, tuning.lock_long))
    strands, locks = (
        np.asarray(cv2.GaussianBlur(rng.standard_normal(shape, np.float32), (0, 0), broad, sigmaY=long))
        for broad, long in sizes
    )
    return image(strands / strands.std() + tuning.locks * locks / locks.std() - tuning.shorter)


def taken_from_above(known: Area, new: Area) -> tuple[NDArray[np.float32], Area]:
    """For every pixel of `new` below known hair a place (x, y) in it, (S, S, 2), elsewhere the pixel itself;
    and for which pixels there is one.

    Hair falls, so a column of new pixels takes the column of hair above it, upside down from the edge where
    they meet: strands go on without a break. Where that column is shorter it is stretched, then taken again
    the other way round.
    """
    tuning = TUNING.at(len(known))
    rows, columns = np.indices(known.shape, np.float32)
    line = np.maximum.accumulate(np.where(known, rows, -1), axis=0)
    thick = image(np.take_along_axis(_runs(known), line.clip(0).astype(np.intp), axis=0)) - tuning.hair_margin
    falls = new & (line >= 0) & (thick >= tuning.hair_least)
    below = np.where(falls, rows - line, 0)
    stretch = np.clip(thick / below.max(axis=0).clip(1), 1 / tuning.hair_stretch, 1)
    up = image(below + _there_and_back(below * stretch, thick.clip(1)))
    up = masked_blur(up, falls, tuning.hair_even)
    y = np.where(falls, (rows - up).clip(0, known.shape[0] - 1), rows)
    falls &= known[(y + 0.5).astype(np.intp), columns.astype(np.intp)]
    return np.stack([columns, np.where(falls, y, rows)], axis=-1) + np.float32(0.5), falls


def _there_and_back(at: NDArray[np.float32], length: NDArray[np.float32]) -> Image:
    """0 to `length` and back again, over and over."""
    away = np.abs(np.mod(at, 2 * length) - length)
    return image(length - away)


def _runs(known: Area) -> NDArray[np.float32]:
    """How many pixels of `known` lie on top of each other, up to and with every one."""
    rows = np.indices(known.shape, np.float32)[0]
    return rows - np.maximum.accumulate(np.where(known, np.float32(-1), rows), axis=0)
