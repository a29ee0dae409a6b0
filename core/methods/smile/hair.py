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

if TYPE_CHECKING:
    from core.methods.smile.compose import Scene

_FEWEST_KNOWN = 400
_NEAR_EDGE, _DEEPER = 5, 9  # sides in crop pixels of what is taken off hair's edge
_STRAND_SIGMA = 6.0  # crop pixels: what is finer counts as strands, what is coarser as colour
_SHADE = 40.0  # levels by which new hair may be darker or lighter than the hair it is taken from
_CONTRAST = 60.0  # levels within hair as it is drawn, at most
_EVEN_SIGMA = 2.5
_SMALLER = 4
_MARGIN, _LEAST_THICK, _STRETCH = 2.0, 8.0, 4.0
_EDGE, _TAPER = 3.0, 3.0  # crop pixels over which hair ends, and over which strands do besides
_STRAND, _LOCK, _LONG = 0.7, 5.0, (9.0, 13.5)  # crop pixels: how broad and long strands and locks are
_LOCKS, _SHORTER, _ENDS, _TIPS_REACH = 1.2, 1.2, (-3.5, 0.6), 7.0  # the last one in crop pixels
_FAN = 1.4
_SHADOW = 0.3


@dataclass(frozen=True, eq=False)
class Moved:
    """Detail of the photo that shows elsewhere: for every pixel of the crop its place (x, y; pixel centres
    at .5) in the same crop, `field` (S, S, 2), and how much of it shows, `weight` (S, S) in 0..1."""

    field: NDArray[np.float32]
    weight: Mask


def with_own_hair(scene: Scene, picture: Image, matched: Image, mask: Mask) -> tuple[Image, Moved | None]:
    """New hair where `mask` replaces the photo, out of the photo's own hair (`picture`), lit as it is drawn
    (`matched`). What hangs below no hair is drawn, in the colour of the photo's."""
    hair = scene.beneath == Label.HAIR
    replaced = mask > 0
    if scene.renewed is not None:  # another's hair is not this one's
        replaced &= ~scene.renewed
    new = hair & replaced
    known = within(hair & (scene.parsed == Label.HAIR) & (mask <= 0), _NEAR_EDGE)
    if not new.any() or np.count_nonzero(known) < _FEWEST_KNOWN:
        return matched, None
    around = (cv2.dilate(new.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0) & replaced
    field, falls = taken_from_above(known, around)
    own = masked_blur(picture, known, _STRAND_SIGMA)
    at = field - np.float32(0.5)
    strands = image((picture - own) * known[..., None])
    strands = image(cv2.remap(strands, at[..., 0], at[..., 1], cv2.INTER_LINEAR))
    colour = _carried(own, _deep(known))
    light = lightness(matched)
    drawn = colour + _CONTRAST * np.tanh((light - light[new].mean()) / _CONTRAST)[..., None]
    taken = colour + _shade(matched, hair, known) + strands
    share = masked_blur(image(falls), around, _EVEN_SIGMA)
    shown = drawn + (taken - drawn) * share[..., None]
    weight = image(_with_tips(hair) * around)
    behind = np.where(_uncovered(scene, around)[..., None], picture, matched)
    behind = image(behind * (1 - _SHADOW * np.where(hair, blur(weight, _EDGE), 0))[..., None])
    return image(behind + (shown - behind) * weight[..., None]), Moved(field, weight * mask * share)


def _uncovered(scene: Scene, around: Area) -> Area:
    """Around new hair, what the photo shows as the result does where hair leaves it free."""
    if scene.renewed is not None:  # behind another's hair is another's face
        return np.zeros_like(around)
    free = (scene.parsed != Label.HAIR) & ((scene.beneath == Label.HAIR) | scene.kept())
    return free & around


def _shade(drawn: Image, hair: Area, known: Area) -> Image:
    """How much lighter or darker (S, S, 1) hair is drawn than the known hair that its colour comes from."""
    smooth = masked_blur(drawn, hair, _STRAND_SIGMA)
    lighter = lightness(smooth - _carried(smooth, known))
    return image(np.clip(lighter, -_SHADE, _SHADE))[..., None]


def _carried(smooth: Image, known: Area) -> Image:
    """As `pull_push`, of values that vary so slowly that a quarter of their size holds them."""
    height, width = known.shape
    small = (width // _SMALLER, height // _SMALLER)
    weight = image(cv2.resize(image(known), small, interpolation=cv2.INTER_AREA))
    sums = image(cv2.resize(image(smooth * known[..., None]), small, interpolation=cv2.INTER_AREA))
    means = image(sums / np.maximum(weight, 1e-6)[..., None])
    return image(cv2.resize(pull_push(means, weight > 0), (width, height), interpolation=cv2.INTER_LINEAR))


def _deep(known: Area) -> Area:
    """The hair furthest from any edge, where no skin shines through, as far as there is enough of it."""
    deep = within(known, _DEEPER)
    return deep if np.count_nonzero(deep) >= _FEWEST_KNOWN else known


def _with_tips(hair: Area) -> Mask:
    """1 in hair, 0 outside; where it ends below, each strand and each lock ends elsewhere, in a point.

    They fan out from the middle of the hair, as they fall from a crown.
    """
    places = image(np.indices(hair.shape))
    rows, columns = places[0], places[1]
    middle = columns[hair].mean()
    down = ((rows - rows[hair].min()) / hair.shape[0]).clip(0)
    at = image(middle + (columns - middle) / (1 + _FAN * down))
    uneven = cv2.remap(_uneven(hair.shape), at, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    inside = signed_distance(hair)
    downwards = np.clip(-blur(np.gradient(inside, axis=0), _EDGE), 0, 1)
    ends = inside + np.clip(uneven, *_ENDS) * _TIPS_REACH * downwards
    return smooth_step(image(ends / (_EDGE + _TAPER * downwards) + 0.5))


@cache
def _uneven(shape: tuple[int, int]) -> Image:
    """By how much strands are longer or shorter than the layout says, the same for every photo."""
    rng = np.random.default_rng(0)
    strands, locks = (
        np.asarray(cv2.GaussianBlur(rng.standard_normal(shape, np.float32), (0, 0), broad, sigmaY=long))
        for broad, long in zip((_STRAND, _LOCK), _LONG, strict=True)
    )
    return image(strands / strands.std() + _LOCKS * locks / locks.std() - _SHORTER)


def taken_from_above(known: Area, new: Area) -> tuple[NDArray[np.float32], Area]:
    """For every pixel of `new` below known hair a place (x, y) in it, (S, S, 2), elsewhere the pixel itself;
    and for which pixels there is one.

    Hair falls, so a column of new pixels takes the column of hair above it, upside down from the edge where
    they meet: strands go on without a break. Where that column is shorter it is stretched, then taken again
    the other way round.
    """
    rows, columns = np.indices(known.shape, np.float32)
    line = np.maximum.accumulate(np.where(known, rows, -1), axis=0)
    thick = image(np.take_along_axis(_runs(known), line.clip(0).astype(np.intp), axis=0)) - _MARGIN
    falls = new & (line >= 0) & (thick >= _LEAST_THICK)
    below = np.where(falls, rows - line, 0)
    stretch = np.clip(thick / below.max(axis=0).clip(1), 1 / _STRETCH, 1)
    up = image(below + _there_and_back(below * stretch, thick.clip(1)))
    up = masked_blur(up, falls, _EVEN_SIGMA)
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
