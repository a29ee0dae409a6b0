"""Laying a patch over the full-resolution photo: only what it touches is computed, strip by strip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.face import transform_scale
from core.labels import Label
from core.opencv import cv2
from core.photo import Photo, from_srgb, to_srgb
from core.render.compose import Patch

_STRIP_PIXELS = 1_000_000
_GRAIN_SAMPLES = 4096
_GRAIN_REACH = 2.0  # standard deviations of the skin's fine detail that count as grain


@dataclass(frozen=True, eq=False)
class Borrowed:
    """Fine detail of a photo, mostly another one, for what a patch took from it at crop size.

    `transform` (2, 3) takes that photo's crop to its own coordinates, `field` (256, 256, 2) says where in
    that crop a pixel of the receiving crop comes from, `weight` (256, 256) in 0..1 its detail's share.
    """

    photo: Photo
    transform: NDArray[np.float64]
    crop: NDArray[np.uint8]
    field: NDArray[np.float32]
    weight: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Placement:
    """A patch and where it goes: `transform` (2, 3) takes crop to photo coordinates (pixel centres at .5)."""

    patch: Patch
    transform: NDArray[np.float64]
    crop: NDArray[np.uint8]
    label_map: NDArray[np.uint8]
    borrowed: tuple[Borrowed, ...] = ()

    @property
    def scale(self) -> float:
        """Photo pixels for one crop pixel."""
        return transform_scale(self.transform)


@dataclass(frozen=True)
class Box:
    """Pixels [left, right) x [top, bottom) of a photo."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        """(width, height), as OpenCV wants it."""
        return self.right - self.left, self.bottom - self.top

    @property
    def slices(self) -> tuple[slice, slice]:
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def strips(self) -> Iterator[Box]:
        """The box in pieces of at most a million pixels, top to bottom."""
        rows = max(1, _STRIP_PIXELS // max(1, self.right - self.left))
        for top in range(self.top, self.bottom, rows):
            yield Box(self.left, top, self.right, min(top + rows, self.bottom))


def paste(photo: Photo, pixels: NDArray[Any], placement: Placement) -> None:
    """Change `pixels` (H, W, 3), a writable copy in the photo's own depth and colours, by the patch."""
    box = touched_box(placement, photo.width, photo.height)
    if box is None:
        return
    layers = _antialiased(placement)
    grain = _grain_limit(photo, placement) if placement.patch.replaced.any() else 0.0
    borrowed = (*placement.borrowed, *_own_detail(photo, placement)) if placement.scale > 1 else ()
    sources = tuple(_Detail.of(each, placement.scale) for each in borrowed)
    for strip in box.strips():
        _paste_strip(photo, pixels, placement, layers, strip, grain, sources)


def _own_detail(photo: Photo, placement: Placement) -> tuple[Borrowed, ...]:
    """What the photo has beyond its crop, where the patch shows its own pixels at another place."""
    moved = placement.patch.moved
    if moved is None:
        return ()
    return (Borrowed(photo, placement.transform, placement.crop, moved.field, moved.weight),)


def touched_box(placement: Placement, width: int, height: int) -> Box | None:
    """The photo's pixels that the patch may touch, or None."""
    rows = np.flatnonzero(placement.patch.touched.any(axis=1))
    columns = np.flatnonzero(placement.patch.touched.any(axis=0))
    if rows.size == 0:
        return None
    left, right = columns[0] - 1.0, columns[-1] + 2.0  # bilinear masks reach one crop pixel further
    top, bottom = rows[0] - 1.0, rows[-1] + 2.0
    corners = np.array([[left, top, 1], [right, top, 1], [left, bottom, 1], [right, bottom, 1]])
    x, y = (corners @ placement.transform.T).T
    box = Box(
        max(int(np.floor(x.min())), 0),
        max(int(np.floor(y.min())), 0),
        min(int(np.ceil(x.max())) + 1, width),
        min(int(np.ceil(y.max())) + 1, height),
    )
    return box if box.left < box.right and box.top < box.bottom else None


def _paste_strip(
    photo: Photo,
    pixels: NDArray[Any],
    placement: Placement,
    layers: Patch,
    strip: Box,
    grain: float,
    sources: tuple[_Detail, ...],
) -> None:
    touched = _warped(layers.touched, placement, strip, cv2.INTER_LINEAR) > 0
    if not touched.any():
        return
    source = pixels[strip.slices]
    base = to_srgb(photo, source)
    out = base + _warped(layers.difference, placement, strip)
    if layers.replaced.any():
        replaced = np.clip(_warped(layers.replaced, placement, strip), 0, 1)
        detail = base - _warped(placement.crop.astype(np.float32), placement, strip)
        out -= replaced[..., None] * (detail - np.clip(detail, -grain, grain))
    if layers.alpha.any():
        alpha = np.clip(_warped(layers.alpha, placement, strip), 0, 1)
        colour = np.maximum(_warped(layers.colour, placement, strip), 0)
        out = out * (1 - alpha[..., None]) + colour
    for detail_source in sources:
        out += detail_source.seen(placement, strip)
    # The change is added in the file's own values, so its depth and its colours beyond sRGB stay.
    change = from_srgb(photo, np.clip(out, 0, 255)) - from_srgb(photo, base)
    edited = np.clip(np.rint(source + change), 0, photo.depth_max).astype(pixels.dtype)
    pixels[strip.slices] = np.where(touched[..., None], edited, source)


@dataclass(frozen=True, eq=False)
class _Detail:
    """The part of another photo that detail is borrowed from, no larger than it will be shown."""

    borrowed: Borrowed
    rgb: NDArray[np.uint8]
    matrix: NDArray[np.float64]

    @classmethod
    def of(cls, borrowed: Borrowed, scale: float) -> _Detail:
        """`scale`: pixels that one crop pixel gets where the detail goes."""
        side = float(borrowed.crop.shape[0])
        corners = np.array([[0, 0, 1], [side, 0, 1], [0, side, 1], [side, side, 1]]) @ borrowed.transform.T
        low = np.clip(np.floor(corners.min(axis=0)) - 2, 0, None).astype(int)
        high = (np.ceil(corners.max(axis=0)) + 2).astype(int)
        rgb = to_srgb(borrowed.photo, borrowed.photo.pixels[low[1] : high[1], low[0] : high[0]])
        matrix = borrowed.transform.copy()
        matrix[:, 2] -= low
        shrink = min(1.0, scale / transform_scale(borrowed.transform))
        if shrink < 1:
            size = max(1, round(rgb.shape[1] * shrink)), max(1, round(rgb.shape[0] * shrink))
            matrix *= np.array([[size[0] / rgb.shape[1]], [size[1] / rgb.shape[0]]])
            rgb = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
        return cls(borrowed, rgb, matrix)

    def seen(self, placement: Placement, strip: Box) -> NDArray[np.float32]:
        """The detail (h, w, 3) in levels that the strip gets: that photo less its crop, weighted."""
        weight = np.clip(_warped(self.borrowed.weight, placement, strip, cv2.INTER_LINEAR), 0, 1)
        place = _warped(self.borrowed.field, placement, strip, cv2.INTER_LINEAR)
        at = place @ self.matrix[:, :2].T.astype(np.float32) + self.matrix[:, 2].astype(np.float32) - 0.5
        fine = _sampled(self.rgb, at)
        coarse = _sampled(self.borrowed.crop, place - np.float32(0.5))
        return np.asarray((fine - coarse) * weight[..., None], np.float32)


def _sampled(picture: NDArray[np.uint8], at: NDArray[np.float32]) -> NDArray[np.float32]:
    """A picture at places (h, w, 2), pixel centres at whole numbers."""
    return np.asarray(
        cv2.remap(
            picture.astype(np.float32),
            at[..., 0],
            at[..., 1],
            cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REPLICATE,
        ),
        np.float32,
    )


def _warped(
    layer: NDArray[np.float32], placement: Placement, strip: Box, interpolation: int = cv2.INTER_CUBIC
) -> NDArray[np.float32]:
    """A crop-size layer as seen by the pixels of a strip; 0 outside the crop."""
    matrix = centred(placement.transform, strip)
    warped = cv2.warpAffine(layer, matrix, strip.size, flags=interpolation, borderMode=cv2.BORDER_CONSTANT)
    return np.asarray(warped, np.float32)


def centred(transform: NDArray[np.float64], box: Box) -> NDArray[np.float64]:
    """The transform for OpenCV, whose pixel centres are whole numbers, onto a box of the photo."""
    matrix = transform.astype(np.float64).copy()
    matrix[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5 - np.array([box.left, box.top])
    return matrix


def _antialiased(placement: Placement) -> Patch:
    """The patch, smoothed first where the face is smaller in the photo than in the crop."""
    scale = placement.scale
    if scale >= 1:
        return placement.patch
    sigma = 0.5 * float(np.sqrt(1 / scale**2 - 1))
    if sigma < 0.1:
        return placement.patch
    patch = placement.patch

    def smooth(layer: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(cv2.GaussianBlur(layer, (0, 0), sigma), np.float32)

    return Patch(
        smooth(patch.difference),
        smooth(patch.replaced),
        smooth(patch.alpha),
        smooth(patch.colour),
        patch.touched,
        patch.moved,
    )


def _grain_limit(photo: Photo, placement: Placement) -> float:
    """How strong the photo's grain is, in levels: the spread of fine detail on unedited skin.

    Replaced pixels keep detail up to this, so that new skin is as grainy as old skin while the edges of what
    was there go.
    """
    rows, columns = np.nonzero((placement.label_map == Label.SKIN) & (placement.patch.touched <= 0))
    if rows.size < 50 or placement.scale <= 1:
        return 0.0
    picked = np.random.default_rng(0).permutation(rows.size)[:_GRAIN_SAMPLES]
    points = np.stack([columns[picked] + 0.5, rows[picked] + 0.5, np.ones(picked.size)])
    x, y = np.floor(placement.transform @ points).astype(np.int64)
    inside = (x >= 0) & (y >= 0) & (x < photo.width) & (y < photo.height)
    x, y = x[inside], y[inside]
    if x.size < 50:
        return 0.0
    seen = to_srgb(photo, photo.pixels[y, x][None])[0].astype(np.float32)
    inverse = np.asarray(cv2.invertAffineTransform(placement.transform), np.float64)
    back = (inverse @ np.stack([x + 0.5, y + 0.5, np.ones(x.size)])).astype(np.float32) - 0.5
    smooth = cv2.remap(placement.crop.astype(np.float32), back[0], back[1], cv2.INTER_CUBIC)
    rest = seen - np.asarray(smooth, np.float32).reshape(seen.shape)
    deviation = 1.4826 * float(np.median(np.abs(rest)))
    return _GRAIN_REACH * deviation
