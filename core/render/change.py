"""Changes: what methods do to a photo, as values that are laid over it in order.

Each has a grid of its own, at a resolution of its own, and a transform that takes the grid's coordinates to
the photo's (pixel centres at .5); it may reach beyond the square crop. Outside `touched` > 0 a change does
nothing at all, and the photo keeps its very values there.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any, Protocol, Self, cast

import numpy as np
from numpy.typing import NDArray

from core.errors import EditError
from core.face import transform_scale
from core.face.matte import matte_of
from core.opencv import cv2
from core.photo import Photo, to_srgb
from core.render.tuning import TUNING

Image = NDArray[np.float32]
Mask = NDArray[np.float32]
Matrix = NDArray[np.float64]
Levels = NDArray[np.uint8] | NDArray[np.float32]
"""A photo's pixels (h, w, 3) in sRGB, 0..255."""


class View(Protocol):
    """Pixels through which a part of the photo is seen."""

    @property
    def fine(self) -> bool:
        """Whether it shows what lies below a crop's resolution."""
        ...

    def seen(self, layer: NDArray[np.float32], transform: Matrix, interpolation: int = ...) -> Image:
        """A change's layer as these pixels see it; 0 outside its grid."""
        ...

    def steps(self, transform: Matrix) -> Matrix:
        """(2, 2): what a step of a grid with that transform is in these pixels."""
        ...


@dataclass(frozen=True, eq=False, kw_only=True)
class Change:
    """What all changes have: `transform` (2, 3) from its grid to the photo, `touched` (H, W) in 0..1.

    Raises `EditError` where a value is not a number, as of a network that overflowed: laid over the photo it
    would be black; and where the transform takes the grid to a line or a point.
    """

    transform: Matrix
    touched: Mask

    def __post_init__(self) -> None:
        for value in vars(self).values():
            if isinstance(value, np.ndarray) and not np.isfinite(cast("NDArray[np.generic]", value)).all():
                raise EditError("This edit cannot be drawn on this face: its result is not a number.")
        if self.scale < 1e-6:
            raise EditError("This edit cannot be drawn on this face: its place in the photo has no area.")

    def _with(self, **parts: Any) -> Self:
        """The change with other parts, made of those that were looked at when it was: not looked at again."""
        made = copy(self)
        vars(made).update(parts)
        return made

    @property
    def scale(self) -> float:
        """Photo pixels for one of the grid's."""
        return transform_scale(self.transform)

    def for_photo(self, photo: Photo) -> Change:
        """The change made ready for the photo at full size: smoothed where it is finer than the photo."""
        return self

    def lay(self, picture: Image, base: Levels, view: View) -> Image:
        """The picture (h, w, 3) in levels 0..255 with the change; `base` is the photo without any."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False, kw_only=True)
class Replacement(Change):
    """Other pixels in the photo's place: out = picture + difference - replaced * detail.

    `difference` (H, W, 3) is in levels, `replaced` (H, W) in 0..1. `detail` is what the photo has beyond
    `crop` (H, W, 3), its own pixels on this grid: where pixels are replaced it belongs to what was there
    before, up to the photo's `grain`, which is read off the `skin` (H, W) that stays.
    """

    difference: Image
    replaced: Mask
    crop: NDArray[np.uint8]
    skin: NDArray[np.bool_]
    grain: float = 0.0

    def for_photo(self, photo: Photo) -> Replacement:
        grain = _grain_limit(photo, self) if self.replaced.any() else 0.0
        sigma = finer_by(self.scale)
        difference, replaced = smoothed(self.difference, sigma), smoothed(self.replaced, sigma)
        return self._with(difference=difference, replaced=replaced, grain=grain)

    def lay(self, picture: Image, base: Levels, view: View) -> Image:
        picture = picture + view.seen(self.difference, self.transform)
        if view.fine and self.replaced.any():
            replaced = np.clip(view.seen(self.replaced, self.transform), 0, 1)
            detail = base - view.seen(self.crop.astype(np.float32), self.transform)
            picture -= replaced[..., None] * (detail - np.clip(detail, -self.grain, self.grain))
        return picture


@dataclass(frozen=True, eq=False, kw_only=True)
class Layer(Change):
    """Something laid over: `alpha` (H, W) in 0..1 and premultiplied `colour` (H, W, 3) in levels."""

    alpha: Mask
    colour: Image

    def for_photo(self, photo: Photo) -> Layer:
        sigma = finer_by(self.scale)
        return self._with(alpha=smoothed(self.alpha, sigma), colour=smoothed(self.colour, sigma))

    def lay(self, picture: Image, base: Levels, view: View) -> Image:
        alpha = np.clip(view.seen(self.alpha, self.transform), 0, 1)
        colour = np.maximum(view.seen(self.colour, self.transform), 0)
        return picture * (1 - alpha[..., None]) + colour


@dataclass(frozen=True, eq=False, kw_only=True)
class Gain(Change):
    """The photo toned: its levels times `gain` (H, W, 3), in proportion to `matte` (H, W) in 0..1.

    Grain, strands and pores stay, since a gain varies slowly.
    """

    gain: Image
    matte: Mask

    def for_photo(self, photo: Photo) -> Gain:
        sigma = finer_by(self.scale)
        return self._with(gain=smoothed(self.gain, sigma), matte=smoothed(self.matte, sigma))

    def lay(self, picture: Image, base: Levels, view: View) -> Image:
        matte = np.clip(view.seen(self.matte, self.transform), 0, 1)[..., None]
        gain = view.seen(self.gain, self.transform, cv2.INTER_LINEAR)
        return np.asarray(picture * (1 + (gain - 1) * matte), np.float32)


@dataclass(frozen=True, eq=False, kw_only=True)
class Toned(Change):
    """The photo on another straight line of levels: picture * `gain` + `offset` (H, W, 3), by `strength`,
    within a matte that is read off the photo's own pixels: slope (H, W, 3) . levels + rest (H, W), 0..1 (see
    `core.face.matte`), times `touched`.

    All of them vary slowly, and strands finer than the grid keep their places.
    """

    gain: float
    offset: Image
    slope: Image
    rest: Mask
    strength: float = 1.0

    def lay(self, picture: Image, base: Levels, view: View) -> Image:
        slope, rest, offset = (
            view.seen(each, self.transform, cv2.INTER_LINEAR) for each in (self.slope, self.rest, self.offset)
        )
        limit = np.clip(view.seen(self.touched, self.transform, cv2.INTER_LINEAR), 0, 1)
        matte = (matte_of(slope, rest, base) * limit * np.float32(self.strength))[..., None]
        # Never beyond black and white, or the lights of hair would be holes in it.
        wanted = np.clip(picture * np.float32(self.gain) + offset, 0, 255)
        return np.asarray(picture + matte * (wanted - picture), np.float32)


@dataclass(frozen=True, eq=False, kw_only=True)
class Detail(Change):
    """Fine detail of a photo, mostly another one, for what a replacement took from it at crop size.

    `source` (2, 3) takes that photo's crop to its own coordinates, `field` (H, W, 2) says where in that
    `crop` a pixel of this grid comes from, `weight` (H, W) in 0..1 its detail's share.
    """

    photo: Photo
    source: Matrix
    crop: NDArray[np.uint8]
    field: NDArray[np.float32]
    weight: Mask
    rgb: NDArray[np.uint8] | None = None

    def for_photo(self, photo: Photo) -> Detail:
        """With `rgb`, the part of that photo that detail is borrowed from, no larger than it is shown."""
        if self.scale <= 1:
            return self
        side = float(self.crop.shape[0])
        corners = np.array([[0, 0, 1], [side, 0, 1], [0, side, 1], [side, side, 1]]) @ self.source.T
        low = np.clip(np.floor(corners.min(axis=0)) - 2, 0, None).astype(int)
        high = (np.ceil(corners.max(axis=0)) + 2).astype(int)
        rgb = to_srgb(self.photo, self.photo.pixels[low[1] : high[1], low[0] : high[0]])
        matrix = self.source.copy()
        matrix[:, 2] -= low
        shrink = min(1.0, self.scale / transform_scale(self.source))
        if shrink < 1:
            size = max(1, round(rgb.shape[1] * shrink)), max(1, round(rgb.shape[0] * shrink))
            matrix *= np.array([[size[0] / rgb.shape[1]], [size[1] / rgb.shape[0]]])
            rgb = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
        return self._with(source=matrix, rgb=rgb)

    def lay(self, picture: Image, base: Levels, view: View) -> Image:
        if not view.fine or self.rgb is None:
            return picture
        weight = np.clip(view.seen(self.weight, self.transform, cv2.INTER_LINEAR), 0, 1)
        place = view.seen(self.field, self.transform, cv2.INTER_LINEAR)
        at = place @ self.source[:, :2].T.astype(np.float32) + self.source[:, 2].astype(np.float32) - 0.5
        fine, coarse = sampled(self.rgb, at), sampled(self.crop, place - np.float32(0.5))
        return picture + np.asarray((fine - coarse) * weight[..., None], np.float32)


@dataclass(frozen=True, eq=False, kw_only=True)
class Field(Change):
    """The photo's own pixels moved: every pixel of the grid shows what lies `shift` (H, W, 2) pixels of the
    grid away, (x, y), in proportion to `touched`. At full size the file's own values are moved."""

    shift: NDArray[np.float32]

    def lay(self, picture: Image, base: Levels, view: View) -> Image:
        """For views that show all that is moved: a field that reaches beyond takes the view's edge."""
        steps = view.steps(self.transform).astype(np.float32)
        shift = np.asarray(view.seen(self.shift, self.transform, cv2.INTER_LINEAR) @ steps.T, np.float32)
        weight = np.clip(view.seen(self.touched, self.transform, cv2.INTER_LINEAR), 0, 1)
        return moved(picture, shift, weight)


def moved(picture: Image, shift: NDArray[np.float32], weight: Mask) -> Image:
    """A picture (h, w, C), each pixel from `shift` (h, w, 2) of its own pixels away, as far as `weight`."""
    rows, columns = np.indices(picture.shape[:2], np.float32)
    place = np.stack([columns, rows], axis=-1) + shift * weight[..., None]
    return sampled(picture, np.asarray(place, np.float32))


def sampled(picture: NDArray[np.uint8] | Image, at: NDArray[np.float32]) -> Image:
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


def finer_by(scale: float) -> float:
    """Over how many pixels a layer has to be smoothed before it is shown at `scale` times its size."""
    return 0.5 * float(np.sqrt(max(1 / scale**2 - 1, 0)))


def smoothed(layer: Image, sigma: float) -> Image:
    """A layer after a Gaussian blur; as it is where that would change nothing."""
    return layer if sigma < 0.1 else np.asarray(cv2.GaussianBlur(layer, (0, 0), sigma), np.float32)


def _grain_limit(photo: Photo, change: Replacement) -> float:
    """How strong the photo's grain is, in levels: the spread of fine detail on unedited skin.

    Replaced pixels keep detail up to this, so that new skin is as grainy as old skin while the edges of what
    was there go.
    """
    rows, columns = np.nonzero(change.skin & (change.touched <= 0))
    if rows.size < TUNING.enough_skin or change.scale <= 1:
        return 0.0
    picked = np.random.default_rng(0).permutation(rows.size)[: TUNING.grain_samples]
    points = np.stack([columns[picked] + 0.5, rows[picked] + 0.5, np.ones(picked.size)])
    x, y = np.floor(change.transform @ points).astype(np.int64)
    inside = (x >= 0) & (y >= 0) & (x < photo.width) & (y < photo.height)
    x, y = x[inside], y[inside]
    if x.size < TUNING.enough_skin:
        return 0.0
    seen = to_srgb(photo, photo.pixels[y, x][None])[0].astype(np.float32)
    inverse = np.asarray(cv2.invertAffineTransform(change.transform), np.float64)
    back = (inverse @ np.stack([x + 0.5, y + 0.5, np.ones(x.size)])).astype(np.float32) - 0.5
    smooth = cv2.remap(change.crop.astype(np.float32), back[0], back[1], cv2.INTER_CUBIC)
    rest = seen - np.asarray(smooth, np.float32).reshape(seen.shape)
    return TUNING.grain_reach * 1.4826 * float(np.median(np.abs(rest)))
