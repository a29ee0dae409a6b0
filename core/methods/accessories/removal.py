"""Eyeglasses taken off: what the network says changed, laid over the photo at its own resolution.

The network sees the crop at 256 pixels. Where a tone that varies slowly explains what it says, as of shadows
and clear lenses, the photo's own pixels are toned: eyes, lashes and pores stay. The rest, frames and dark
lenses, is replaced by what the network drew, with the fine detail of the skin beside it, in the mirror.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.removal_tuning import TUNING
from core.models.remover import HIDDEN, Remover, touched
from core.opencv import cv2
from core.photo import Photo
from core.render.change import Change, Detail, Gain, Matrix, Replacement
from core.render.filters import Area, Image, Mask, distance_inside, image, masked_blur, pull_push, smooth_step
from core.render.runtime import Runtime, as_array
from core.tuning import odd

INVENTED_NOTICE = "The lenses are dark: the eyes behind them are invented."
_IRISES = (tuple(range(469, 473)), tuple(range(474, 478)))
"""Their outlines in the mesh."""


@dataclass(frozen=True, eq=False)
class Removal:
    """A crop without the eyeglasses, as the network sees it.

    `crop` (256, 256, 3) uint8 is the photo's, `bare` the same without, in levels 0..255; `touched`
    (256, 256) in 0..1, outside it they are equal; `opacity` (256, 256) in 0..1 says how much is hid.
    """

    crop: NDArray[np.uint8]
    bare: Image
    touched: Mask
    opacity: Mask

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to take off."""
        return not bool(self.touched.any())

    def invents_eyes(self, mesh: NDArray[np.floating]) -> bool:
        """Whether a dark lens hides an eye of the mesh `(478, 3)`, in crop pixels."""
        size, hid = len(self.crop), self.opacity * self.touched
        eyes = (np.asarray(mesh)[list(iris), :2].mean(axis=0) for iris in _IRISES)
        places = (np.clip(np.floor(eye).astype(int), 0, size - 1) for eye in eyes)
        return any(hid[y, x] > TUNING.dark_lens for x, y in places)


def see_removal(crop: NDArray[np.uint8], opacity: Mask, network: Remover, runtime: Runtime) -> Removal:
    """The crop `(256, 256, 3)` as the network sees it, without the eyeglasses.

    `opacity` (256, 256) in 0..1 is the parser's: how much of a pixel is an accessory in front of the face.
    """
    rows = network.band(len(crop))
    filled = carried_on(crop[rows], opacity[rows])

    def infer() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        shown = runtime.rgb(crop[rows]), runtime.rgb(filled), runtime.tensor(opacity[None, None, rows])
        drawn, logits = network(*shown)
        return drawn, touched(logits)[:, 0], torch.sigmoid(logits[:, HIDDEN])

    drawn, reach, hidden = (as_array(each[0]) for each in runtime.run(infer))
    fade = _ends(len(reach), TUNING.at(len(crop)).end)[:, None]
    bare = crop.astype(np.float32)
    bare[rows] += ((drawn.transpose(1, 2, 0) + 1) * 127.5 - bare[rows]) * fade[..., None]
    whole = [np.zeros(crop.shape[:2], np.float32) for _ in range(2)]
    whole[0][rows], whole[1][rows] = reach * fade, hidden
    bare = np.where(whole[0][..., None] > 0, bare, crop)
    return Removal(crop, image(bare), *whole)


def fill_removal(crop: NDArray[np.uint8], opacity: Mask) -> Removal:
    """The crop with frames filled from around them and nothing else changed, for want of a network."""
    hid = covered(opacity)
    return Removal(crop, image(_filled(crop, hid)), image(hid), image(np.maximum(opacity, hid)))


def carried_on(picture: NDArray[np.uint8], opacity: Mask, scale: float = 1.0) -> NDArray[np.uint8]:
    """A picture `(H, W, 3)` with what is hid filled from around it; crops are `scale` times its size."""
    return _filled(picture, covered(opacity, scale))


def covered(opacity: Mask, scale: float = 1.0) -> Area:
    """Where frames, temples and dark lenses are, with a margin: what is more opaque than the lenses are."""
    tuning = TUNING.at(256)
    seen = opacity[opacity > tuning.trace]
    lens = float(np.median(seen)) if seen.size else 0.0
    least = np.clip(lens + tuning.frame_over_lens, tuning.frame_least, tuning.frame_certain)
    side = odd(2 * tuning.frame_margin / scale + 1)
    around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return cv2.dilate((opacity > least).astype(np.uint8), around) > 0


def _filled(picture: NDArray[np.uint8], hid: Area) -> NDArray[np.uint8]:
    if not hid.any() or hid.all():
        return picture
    return np.rint(pull_push(picture.astype(np.float32), ~hid)).astype(np.uint8)


def _ends(height: int, width: float) -> Mask:
    """Down the rows: 0 at the first and the last, 1 from `width` on."""
    rows = np.arange(height, dtype=np.float32)
    return smooth_step(image(np.minimum(rows, height - 1 - rows) / width))


def remove(
    crop: NDArray[np.uint8], label_map: NDArray[np.uint8], opacity: Mask, mesh: NDArray[np.floating] | None,
    network: Remover | None, runtime: Runtime, photo: Photo, transform: Matrix,
) -> tuple[list[Change], tuple[str, ...]]:  # fmt: skip
    """What takes the eyeglasses off, and what a person should be told; nothing where none are worn.

    `crop` (256, 256, 3), `label_map` and `opacity` (256, 256) and `mesh` (478, 3) are the face's; `transform`
    (2, 3) takes the crop's coordinates to the photo's. Without a network only frames go.
    """
    seen = (
        see_removal(crop, opacity, network, runtime) if network is not None else fill_removal(crop, opacity)
    )
    if seen.is_empty:
        return [], ()
    notices = (INVENTED_NOTICE,) if mesh is not None and seen.invents_eyes(mesh) else ()
    return changes_of(seen, label_map, photo, transform), notices


def changes_of(seen: Removal, label_map: NDArray[np.uint8], photo: Photo, transform: Matrix) -> list[Change]:
    """The tone, the new pixels and their fine detail, in the order in which they are laid over the photo."""
    gain = tone(seen)
    matte = smooth_step(seen.touched)
    left = image(seen.bare - seen.crop * (1 + (gain - 1) * matte[..., None]))
    replaced = replaced_mask(seen, left)
    reach = image(np.maximum(matte, replaced))
    nowhere = np.zeros(label_map.shape, np.bool_)  # no grain of what was there: it is the frame's own edge
    skin = np.isin(label_map, (Label.SKIN, Label.NOSE)) & (seen.touched <= 0)
    return [
        Gain(transform=transform, touched=reach, gain=gain, matte=matte),
        Replacement(transform=transform, touched=reach, difference=image(left * replaced[..., None]),
                    replaced=replaced, crop=seen.crop, skin=nowhere),
        Detail(transform=transform, touched=reach, photo=photo, source=transform, crop=seen.crop,
               field=mirrored(skin), weight=replaced if skin.any() else np.zeros_like(replaced)),
    ]  # fmt: skip


def tone(seen: Removal) -> Image:
    """What the photo's levels are multiplied by `(256, 256, 3)`: slowly varying, read where little is hid."""
    tuning = TUNING.at(len(seen.crop))
    clear: Area = (seen.opacity < tuning.hidden) & (seen.touched > 0)
    if not clear.any():
        return np.ones(seen.bare.shape, np.float32)
    wanted, own = (masked_blur(image(each), clear, tuning.tone_sigma) for each in (seen.bare, seen.crop))
    ratio = (wanted + tuning.darkest) / (own + tuning.darkest)
    return image(np.clip(ratio, tuning.least_tone, tuning.most_tone))


def replaced_mask(seen: Removal, left: Image) -> Mask:
    """Where pixels are replaced `(256, 256)` in 0..1: what is hid, and what a tone leaves `left` over."""
    tuning = TUNING.at(len(seen.crop))
    rest = np.abs(left).max(axis=2)
    badly = (rest - tuning.toned_well) / (tuning.toned_badly - tuning.toned_well)
    hid = (seen.opacity > tuning.hidden) & (seen.touched > 0)
    sure = hid | (badly > 1)
    around = smooth_step(1 - (distance_inside(~sure) - tuning.margin) / tuning.feather)
    return image(np.maximum(around, smooth_step(image(badly)))) * (seen.touched > 0)


def mirrored(source: Area) -> NDArray[np.float32]:
    """For every pixel `(H, W, 2)` the place (x, y) in the source whose fine detail it takes.

    It is as far beyond the source's border as the pixel is before it, so that pores and wrinkles go on; where
    the source is not so wide, the border itself.
    """
    found = cv2.distanceTransformWithLabels(
        (~source).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    names = np.asarray(found[1], np.int32)
    places = np.zeros((int(names.max()) + 1, 2), np.int64)
    places[names[source]] = np.argwhere(source)[:, ::-1]
    nearest = places[names]
    height, width = source.shape
    own = np.indices(source.shape, np.int64)[::-1].transpose(1, 2, 0)
    far = 2 * nearest - own
    inside = (far >= 0).all(axis=2) & (far[..., 0] < width) & (far[..., 1] < height)
    far = np.where(inside[..., None], far, nearest)
    far = np.where(source[far[..., 1], far[..., 0]][..., None], far, nearest)
    return image(far + 0.5)
