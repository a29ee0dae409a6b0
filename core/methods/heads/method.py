"""Heads, opened: a reference's head is turned to the face's pose and takes its place in layout and styles."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.cache import digest
from core.document.edits import Edit
from core.face import Face, to_crop
from core.labels import Label
from core.methods.context import Context
from core.methods.heads.edits import HeadSwap
from core.methods.heads.guest import (
    Guest,
    Image,
    guest_codes,
    own_area,
    put_eyeglasses,
    put_head,
    relit,
    turn_between,
    turn_field,
    with_own_pixels,
)
from core.methods.heads.tuning import TUNING
from core.methods.layout import Layout
from core.methods.method import Method, Phase, Work
from core.methods.smile.edits import SetAttribute
from core.methods.smile.method import Smile
from core.methods.smile.presence import present_attributes
from core.opencv import cv2
from core.photo import Photo
from core.render.change import Detail
from core.tuning import odd

TURNED_NOTICE = "The two heads look in very different directions: what one hides must be guessed."


class Heads(Method):
    """Puts another's head, face, hair or eyeglasses on. SMILE draws what the other's photo hides."""

    def acts_on(self, edit: Edit) -> Phase:
        return "layout"

    def apply(self, work: Work, edit: Edit, context: Context) -> Work:
        if not isinstance(edit, HeadSwap):
            return work
        smile = context.method("smile")
        assert isinstance(smile, Smile)
        guest, source = _guest(smile, edit, context), context.reference_face(edit.reference)
        number = len(work.guests) + 1
        layout = work.layout
        if turn_between(_crop_points(context.face), _crop_points(source)) > TUNING.furthest_turn:
            layout = layout.with_notice(TURNED_NOTICE)
        codes = guest_codes(work.codes or smile.own_codes(context), guest.codes, edit.part)
        photo = context.document.reference(edit.reference.key)
        pixels = SwappedPixels(guest, edit.part, number, photo, source.transform)
        work = replace(work, codes=codes, guests=(*work.guests, pixels))
        if edit.part == "eyeglasses":
            return work.with_layout(_with_eyeglasses(layout, guest, source, smile, context))
        return work.with_layout(put_head(layout, guest.moved_labels(), edit.part, number))


def _with_eyeglasses(layout: Layout, guest: Guest, source: Face, smile: Smile, context: Context) -> Layout:
    """The layout with the guest's eyeglasses in place of the own ones."""
    if not present_attributes(source.label_map)["eyeglasses"]:
        return layout.with_notice("The reference wears no eyeglasses.")
    if present_attributes(layout.label_map)["eyeglasses"]:
        layout = smile.set_attribute(layout, SetAttribute(attribute="eyeglasses", present=False), context)
    return put_eyeglasses(layout, guest.eyeglasses())


def _guest(smile: Smile, edit: HeadSwap, context: Context) -> Guest:
    """The head that a swap brings, turned to the face's pose."""
    face, source = context.face, context.reference_face(edit.reference)
    codes = smile.reference_codes(edit.reference, context)
    own, other = _crop_points(face), _crop_points(source)
    key = ("guest", digest(face.crop), digest(source.crop), digest(own), digest(other))
    return context.cache.get(
        key,
        lambda: Guest(
            source.crop, source.label_map, source.opacity, codes, turn_field(own, other, len(source.crop))
        ),
    )


@dataclass(frozen=True, eq=False)
class SwappedPixels:
    """What swap `number` brings into the drawing. `photo` shows the guest; `source` (2, 3) takes the guest's
    crop to it."""

    guest: Guest
    part: str
    number: int
    photo: Photo
    source: NDArray[np.float64]

    @property
    def restyles(self) -> frozenset[Label]:
        """The neck takes the skin of the head above it."""
        return frozenset({Label.NECK}) if self.part == "head" else frozenset()

    def over_picture(self, drawn: Image, plain: Image, layout: Layout, crop: NDArray[np.uint8]) -> Image:
        if layout.owner is None or self.part == "eyeglasses":
            return drawn
        area = layout.owner == self.number
        drawn = with_own_pixels(self.guest, drawn, plain, layout, area)
        return relit(drawn, layout, crop, area, self.part)

    def over_layer(self, layer: Image, layout: Layout) -> Image:
        laid = (layout.label_map == Label.EYE_G) & (layout.base != Label.EYE_G)
        if self.part != "eyeglasses" or not laid.any():
            return layer
        side = odd(TUNING.at(len(laid)).layer_around)
        near = cv2.dilate(laid.astype(np.uint8), np.ones((side, side), np.uint8)) > 0
        return np.where(near[..., None], self.guest.eyeglasses(), layer)

    def detail(self, layout: Layout, transform: NDArray[np.float64], touched: Image) -> Detail | None:
        if self.part == "eyeglasses":
            weight = self.guest.eyeglasses()[..., 0] * (layout.label_map == Label.EYE_G)
        elif layout.owner is not None:
            same = own_area(self.guest, layout, layout.owner == self.number).astype(np.float32)
            sigma = TUNING.at(len(same)).detail_feather
            weight = np.asarray(cv2.GaussianBlur(same, (0, 0), sigma), np.float32) * same
        else:
            return None
        return Detail(
            transform=transform,
            touched=touched,
            photo=self.photo,
            source=self.source,
            crop=self.guest.crop,
            field=self.guest.field,
            weight=np.asarray(weight, np.float32),
        )


def _crop_points(face: Face) -> NDArray[np.float64]:
    return to_crop(face.transform, face.points.array())
