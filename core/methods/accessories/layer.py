"""The accessory layer: paint at four times the crop's resolution, then compose on the portrait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.labels import IGNORE, Label
from core.opencv import cv2

Image = NDArray[np.uint8]
Mask = NDArray[np.float32]
Rgb = NDArray[np.float32]
Scalar = TypeVar("Scalar", bound=np.generic)

SUPER = 4
"""Painted pixels a crop pixel, each way."""


@dataclass(frozen=True, eq=False)
class Composite:
    """A portrait that wears something, with everything known about it.

    `image (H, W, 3)` uint8 = round((1 - alpha) * portrait + 255 * colour); `label_map (H, W)` uint8;
    `alpha (H, W)` float32 0..1; `colour (H, W, 3)` float32 premultiplied 0..1; both are multiples of
    1/255, so that they survive being stored in 8 bits.
    """

    image: Image
    label_map: Image
    alpha: Mask
    colour: Rgb
    params: Mapping[str, object]


@dataclass(frozen=True)
class Light:
    """How the portrait is lit: direction towards the light (x right, y down, z to the viewer), brightness
    1 = well exposed, colour cast, blur in crop pixels, grain in 8-bit steps."""

    direction: tuple[float, float, float]
    gain: float
    cast: tuple[float, float, float]
    blur: float
    grain: float


class Canvas:
    """A transparent layer over the crop at `SUPER` times its resolution."""

    def __init__(self, height: int, width: int) -> None:
        self.shape = (height * SUPER, width * SUPER)
        self.alpha = np.zeros(self.shape, np.float32)
        self.colour = np.zeros((*self.shape, 3), np.float32)
        self.solid = np.zeros(self.shape, np.float32)

    def polygon(self, *outlines: NDArray[np.floating]) -> Mask:
        """Union of filled outlines `(N, 2)` in crop coordinates, as a mask 0 or 1 at full resolution."""
        mask = np.zeros(self.shape, np.uint8)
        for outline in outlines:
            cv2.fillPoly(mask, [_fixed(outline)], 1, shift=4)
        return mask.astype(np.float32)

    def convex(self, corners: NDArray[np.floating], mask: Mask) -> None:
        """Fill the convex hull of each corner set `(N, K, 2)` into the mask."""
        for part in corners:
            hull = cv2.convexHull(_fixed(part))
            cv2.fillConvexPoly(mask, hull, 1.0, shift=4)

    def over(self, mask: Mask, colour: NDArray[np.floating], *, solid: bool = False) -> None:
        """Paint colour `(3,)` or `(H, W, 3)` 0..1 over the layer with this opacity; `solid` is labelled."""
        rows, columns = extent(mask)
        part = mask[rows, columns]
        paint = colour[rows, columns] if colour.ndim == 3 else colour
        keep = 1 - part
        self.colour[rows, columns] *= keep[..., None]
        self.colour[rows, columns] += part[..., None] * np.clip(paint, 0, 1)
        self.alpha[rows, columns] *= keep
        self.alpha[rows, columns] += part
        if solid:
            self.cover(mask)

    def cover(self, mask: Mask) -> None:
        """Mark as part of the thing for the label map, without painting."""
        np.maximum(self.solid, (mask > 0).astype(np.float32), out=self.solid)


def _fixed(points: NDArray[np.floating]) -> NDArray[np.int32]:
    """OpenCV's fixed-point coordinates; its pixel centres are whole numbers, ours are at .5."""
    return np.round((np.asarray(points, np.float64) * SUPER - 0.5) * 16).astype(np.int32)


def extent(mask: Mask) -> tuple[slice, slice]:
    """The rows and columns in which the mask is not empty."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if rows.size == 0:
        return slice(0, 0), slice(0, 0)
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)


def reduce(mask: NDArray[np.float32]) -> NDArray[np.float32]:
    """From the canvas' resolution to the crop's, by area."""
    height, width = mask.shape[0] // SUPER, mask.shape[1] // SUPER
    return as_float(cv2.resize(mask, (width, height), interpolation=cv2.INTER_AREA))


def enlarge(mask: NDArray[np.float32]) -> NDArray[np.float32]:
    """From the crop's resolution to the canvas'."""
    size = (mask.shape[1] * SUPER, mask.shape[0] * SUPER)
    return as_float(cv2.resize(mask, size, interpolation=cv2.INTER_LINEAR))


def blur(mask: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    """Gaussian blur; nothing for a sigma near zero."""
    return as_float(cv2.GaussianBlur(mask, (0, 0), sigma)) if sigma > 0.05 else mask


def move(
    mask: NDArray[np.float32], x: float, y: float, border: int = cv2.BORDER_CONSTANT
) -> NDArray[np.float32]:
    """The mask moved right and down by so many of its pixels."""
    matrix = np.array([[1, 0, x], [0, 1, y]], np.float32)
    return as_float(cv2.warpAffine(mask, matrix, mask.shape[1::-1], borderMode=border))


def as_float(array: NDArray[Any]) -> NDArray[np.float32]:
    """float32, without a copy where it is already so: OpenCV's annotations do not say what it returns."""
    return np.asarray(array, np.float32)


def relief(mask: Mask, bevel: float) -> NDArray[np.float32]:
    """Surface normals `(H, W, 3)` of a shape whose edges are rounded over `bevel` crop pixels.

    z points to the viewer. A bevel of half the width makes a round wire.
    """
    rows, columns = extent(mask)
    normals = np.zeros((*mask.shape, 3), np.float32)
    normals[..., 2] = 1
    part = np.pad((mask[rows, columns] > 0).astype(np.uint8), 2)
    if part.size <= 16:
        return normals
    depth = np.minimum(cv2.distanceTransform(part, cv2.DIST_L2, 5) / (bevel * SUPER), 1)
    height = blur(as_float(np.sqrt(1 - (1 - depth) ** 2) * bevel * SUPER), 1.0)
    gx, gy = (
        cv2.Sobel(height, cv2.CV_32F, 1, 0, scale=0.125),
        cv2.Sobel(height, cv2.CV_32F, 0, 1, scale=0.125),
    )
    bent = np.dstack([-gx, -gy, np.ones_like(gx)])
    bent /= np.linalg.norm(bent, axis=2, keepdims=True)
    normals[rows, columns] = bent[2:-2, 2:-2]
    return normals


def read_light(portrait: Image, label_map: Image, rng: np.random.Generator) -> Light:
    """Guess the light from the skin, with some chance in what cannot be seen."""
    grey = cv2.cvtColor(portrait, cv2.COLOR_RGB2GRAY).astype(np.float32)
    skin = (label_map == Label.SKIN) | (label_map == Label.NOSE)
    if skin.sum() < 50:
        skin = np.ones_like(skin)
    columns = np.broadcast_to(np.arange(grey.shape[1], dtype=np.int64), grey.shape)
    middle = np.median(columns[skin])
    left, right = grey[skin & (columns < middle)], grey[skin & (columns >= middle)]
    lean = (right.mean() - left.mean()) / (grey[skin].mean() + 1) if left.size and right.size else 0.0
    x = np.clip(2.0 * lean + rng.normal(0, 0.15), -0.8, 0.8)
    direction = np.array([x, -rng.uniform(0.45, 0.95), 0.9])
    direction /= np.linalg.norm(direction)
    bright = float(np.percentile(grey[skin], 80))
    gain = np.clip((bright / 190) ** 0.6, 0.55, 1.12) * rng.uniform(0.92, 1.06)
    sharpness, grain = _texture(grey, skin)
    dx, dy, dz = (float(v) for v in direction)
    return Light((dx, dy, dz), float(gain), _cast(portrait, rng), sharpness, grain)


def _cast(portrait: Image, rng: np.random.Generator) -> tuple[float, float, float]:
    """Colour of the light: half of what the brightest pixels show."""
    bright = portrait.reshape(-1, 3).astype(np.float32)
    bright = bright[bright.min(1) >= np.percentile(bright.min(1), 97)].mean(0)
    cast = np.clip((bright / max(bright.mean(), 1)) ** 0.6, 0.88, 1.12) * rng.normal(1, 0.01, 3)
    red, green, blue = (float(v) for v in cast)
    return red, green, blue


def _texture(grey: NDArray[np.float32], skin: NDArray[np.bool_]) -> tuple[float, float]:
    """Blur of the picture in pixels (how soft its sharpest edges are) and its grain."""
    fine, coarse = grey - blur(grey, 0.7), grey - blur(grey, 1.4)
    ratio = float(np.percentile(np.abs(fine), 98) / (np.percentile(np.abs(coarse), 98) + 1e-3))
    softness = float(np.interp(ratio, [0.30, 0.40, 0.50, 0.62], [1.4, 0.9, 0.6, 0.35]))
    inside = cv2.erode(skin.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    residue = (grey - cv2.medianBlur(grey, 3))[inside] if inside.any() else np.zeros(1, np.float32)
    return softness, float(np.clip(1.48 * np.median(np.abs(residue)), 0.3, 2.5))


@dataclass(frozen=True, eq=False)
class Drawing:
    """What a drawing function hands over: the canvas and what to write in the label map."""

    canvas: Canvas
    label: Label
    light: Light
    params: Mapping[str, object] = field(default_factory=dict[str, object])


def compose(
    portrait: Image, label_map: Image, drawing: Drawing, rng: np.random.Generator, *, hold: Mask | None = None
) -> Composite:
    """Put the drawn layer over the portrait, as soft and as grainy as the portrait itself.

    `hold (H, W)`, if given, is what lies in front of the thing (hair): 1 hides it.
    """
    canvas, light = drawing.canvas, drawing.light
    softness = light.blur * SUPER * 0.6
    alpha, colour = reduce(blur(canvas.alpha, softness)), reduce(blur(canvas.colour, softness))
    solid = reduce(canvas.solid)
    if hold is not None:
        alpha, colour, solid = alpha * (1 - hold), colour * (1 - hold)[..., None], solid * (1 - hold)
    colour = _tone(portrait, colour, alpha, light, rng)
    alpha8 = np.round(np.clip(alpha, 0, 1) * 255)
    # Premultiplied colour never exceeds alpha, so the sum below never leaves 0..255.
    colour8 = np.minimum(np.round(np.clip(colour, 0, 1) * 255), alpha8[..., None])
    image = np.round((1 - alpha8[..., None] / 255) * portrait + colour8)
    labels = label_map.copy()
    labels[(solid > 0.42) & ((alpha8 > 0) | (colour8.max(2) > 0))] = drawing.label
    unit = np.float32(255)
    return Composite(image.astype(np.uint8), labels, (alpha8 / unit).astype(np.float32),
                     (colour8 / unit).astype(np.float32), drawing.params)  # fmt: skip


def _tone(portrait: Image, colour: Rgb, alpha: Mask, light: Light, rng: np.random.Generator) -> Rgb:
    """Expose the layer as the photo, give it its grain, and no colour in a black and white photo."""
    colour = colour * np.array(light.cast, np.float32) * np.float32(light.gain)
    spread = portrait.max(2).astype(np.float32) - portrait.min(2)
    if np.percentile(spread, 95) < 12:
        colour = np.repeat(colour.mean(2, keepdims=True), 3, 2)
    grain = blur(rng.normal(0, 1, alpha.shape).astype(np.float32), 0.5) * (light.grain * 1.2 / 255)
    return np.clip(colour + (grain * alpha * (0.3 + 0.7 * colour.mean(2)))[..., None], 0, 1) * (colour > 0)


@dataclass(frozen=True)
class Window:
    """The part of the crop that is painted: first and past-the-last row and column."""

    top: int
    bottom: int
    left: int
    right: int

    @classmethod
    def around(cls, points: NDArray[np.floating], margin: float, height: int, width: int) -> Window:
        """The window that holds these crop points `(N, 2)` with a margin, within the crop.

        Never empty: points beyond the crop give a sliver of its edge.
        """
        (x0, y0), (x1, y1) = points.min(0) - margin, points.max(0) + margin
        top, left = int(np.clip(y0, 0, height - 8)), int(np.clip(x0, 0, width - 8))
        bottom, right = int(np.clip(y1, top + 8, height)), int(np.clip(x1, left + 8, width))
        return cls(top, bottom, left, right)

    def scaled(self, factor: int) -> Window:
        """The same window in a picture so many times the size."""
        return Window(self.top * factor, self.bottom * factor, self.left * factor, self.right * factor)

    def of(self, picture: NDArray[Scalar]) -> NDArray[Scalar]:
        """The window's part of a picture."""
        return picture[self.top : self.bottom, self.left : self.right]

    def paste(self, part: Composite, portrait: Image, label_map: Image) -> Composite:
        """The composite of the whole crop, from that of the window."""
        image, labels = portrait.copy(), label_map.copy()
        alpha, colour = np.zeros(label_map.shape, np.float32), np.zeros(portrait.shape, np.float32)
        for whole, piece in ((image, part.image), (labels, part.label_map), (alpha, part.alpha),
                             (colour, part.colour)):  # fmt: skip
            self.of(whole)[:] = piece
        return Composite(image, labels, alpha, colour, part.params)


def stack(below: Composite, above: Composite, portrait: Image) -> Composite:
    """One composite of two: `above` was drawn on `below`, which was drawn on `portrait`."""
    alpha = above.alpha + below.alpha * (1 - above.alpha)
    colour = np.clip(above.colour + below.colour * (1 - above.alpha)[..., None], 0, 1)
    alpha8 = np.round(alpha * 255)
    colour8 = np.minimum(np.round(colour * 255), alpha8[..., None])
    image = np.round((1 - alpha8[..., None] / 255) * portrait + colour8).astype(np.uint8)
    unit = np.float32(255)
    return Composite(image, above.label_map, (alpha8 / unit).astype(np.float32),
                     (colour8 / unit).astype(np.float32), {**below.params, **above.params})  # fmt: skip


FACE = (Label.SKIN, Label.NOSE, Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW,
        Label.MOUTH, Label.U_LIP, Label.L_LIP)  # fmt: skip


def among(label_map: Image, *labels: Label) -> Mask:
    """1 where the label is one of these; unknown pixels never are."""
    return (np.isin(label_map, labels) & (label_map != IGNORE)).astype(np.float32)
