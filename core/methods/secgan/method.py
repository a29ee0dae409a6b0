"""SeCGAN, opened: the picture as it is and as it is wanted, drawn small; the difference goes to the photo."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch
from numpy.typing import NDArray

from core.document.edits import Edit
from core.errors import EditError
from core.face import CROP_SIZE
from core.face_attributes import EXCLUSIVE, FACE_ATTRIBUTES, face_attribute_index
from core.methods.context import Context
from core.methods.method import Method, Work
from core.methods.secgan.edits import PictureAttribute
from core.methods.secgan.regions import REACHES, reach_mask
from core.methods.secgan.tuning import TUNING
from core.opencv import cv2
from core.render.analyse import fade_mask
from core.render.change import Change, Gain, Replacement
from core.render.runtime import as_array

Image = NDArray[np.float32]


class Secgan(Method):
    """Carries out `PictureAttribute`."""

    def apply(self, work: Work, edit: Edit, context: Context) -> Work:
        if not isinstance(edit, PictureAttribute) or edit.amount == 0:
            return work
        if not -1 <= edit.amount <= 1:
            raise EditError(f"The amount of “{edit.attribute}” goes from -1 to 1.")
        index = face_attribute_index(edit.attribute)
        own, wanted = self._drawn(index, edit.amount, context)
        notices = _conflicts(edit, context.edits)
        return work.with_changes(self._change(edit, work, context, own, wanted)).with_notices(*notices)

    def _drawn(self, index: int, amount: float, context: Context) -> tuple[Image, Image]:
        """R = G(x, 0) and E = G(x, y_diff) at the generator's size (S, S, 3), in levels."""
        assert self.pack is not None
        crop = context.crop(self.pack.descriptor.crop_size)
        network = self.runtime.network(self.pack, "secgan_generator")

        def work() -> Image:
            x = self.runtime.rgb(crop).expand(2, -1, -1, -1)
            difference = torch.zeros(2, len(FACE_ATTRIBUTES), device=x.device)
            difference[1, index] = amount
            return (as_array(network(x, difference)) + 1) * np.float32(127.5)

        own, wanted = self.runtime.run(work).transpose(0, 2, 3, 1)
        return own, wanted

    def _change(
        self, edit: PictureAttribute, work: Work, context: Context, own: Image, wanted: Image
    ) -> Change:
        """The photo toned, where only colour and shade differ; else with the difference on it."""
        photo, transform = context.document.photo, context.face.transform
        fade = fade_mask(transform, photo.width, photo.height)
        mask = np.asarray(reach_mask(edit.attribute, work.layout.label_map) * fade, np.float32)
        if REACHES[edit.attribute].toned:
            smooth = [
                cv2.GaussianBlur(each + TUNING.floor, (0, 0), TUNING.carries_sigma) for each in (own, wanted)
            ]
            ratio = _at_crop_size(np.asarray(smooth[1] / smooth[0], np.float32))
            gain = np.clip(ratio, TUNING.least, TUNING.most)
            return Gain(transform=transform, touched=mask, gain=gain, matte=mask)
        difference = _at_crop_size(wanted - own) * mask[..., None]
        return Replacement(
            transform=transform,
            touched=mask,
            difference=np.asarray(difference, np.float32),
            replaced=np.zeros_like(mask),
            crop=context.face.crop,
            skin=np.zeros(mask.shape, np.bool_),
        )


def _at_crop_size(picture: Image) -> Image:
    size = (CROP_SIZE, CROP_SIZE)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC), np.float32)


def _conflicts(edit: PictureAttribute, edits: Iterable[Edit]) -> list[str]:
    """What cannot both be, told at the later of the two."""
    titles = {each.name: each.title for each in FACE_ATTRIBUTES}
    found: list[str] = []
    for other in edits:
        if other is edit:
            break
        if isinstance(other, PictureAttribute) and min(edit.amount, other.amount) > 0:
            both = {edit.attribute, other.attribute}
            if len(both) == 2 and any(both <= group for group in EXCLUSIVE):
                found.append(f"{titles[other.attribute]} and {titles[edit.attribute]} exclude each other.")
    return found
