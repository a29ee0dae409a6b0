"""What a layout and its styles look like, as changes to the photo: SMILE_SYN draws, the rest is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.cache import digest
from core.face import Face
from core.labels import Label
from core.methods.codes import RegionCodes, StyledFace
from core.methods.context import Context
from core.methods.layout import LAYERED, labelled
from core.methods.method import Work
from core.methods.smile.accessories import solid
from core.methods.smile.compose import Patch, Scene, compose
from core.photo import Photo
from core.render.analyse import fade_mask
from core.render.change import Change, Detail, Image, Layer, Replacement

if TYPE_CHECKING:
    from core.methods.smile.method import Smile


class Drawing:
    """Draws one face's layout with the styles that its edits ask for."""

    def __init__(self, smile: Smile, work: Work, context: Context) -> None:
        self._smile, self._work, self._context = smile, work, context
        self._has_layer = smile.networks.has_layer

    def drawn(self) -> Work:
        """The work with the drawing as changes; as it is where no edit asks for any."""
        context, work = self._context, self._work
        styled = context.measure("styles", self._styled)
        scene = context.measure("render", lambda: self._scene(styled))
        patch = context.measure("compose", lambda: compose(scene))
        changes = changes_of_face(patch, work.face, context.document.photo)
        if not patch.is_empty:
            transform, touched = work.face.transform, patch.touched
            details = (guest.detail(work.layout, transform, touched) for guest in work.guests)
            changes = (*changes[:2], *(each for each in details if each is not None), *changes[2:])
        return work.with_changes(*changes).with_notices(*work.layout.notices, *styled.notices)

    def _swapped(self) -> RegionCodes:
        """The face's own styles, after those that guests brought."""
        return self._work.codes or self._smile.own_codes(self._context)

    def _styled(self) -> StyledFace:
        styler = self._smile.styler(self._context)
        styled = styler.style(self._swapped(), self._work.layout, self._context.edits)
        brought = frozenset[Label]().union(*(guest.restyles for guest in self._work.guests))
        return replace(styled, restyled=styled.restyled | brought)

    def _scene(self, styled: StyledFace) -> Scene:
        """Draw what compositing will ask for, and only that."""
        layout, face = self._work.layout, self._work.face
        base, label_map = layout.base, layout.label_map
        layered = (label_map != base) & labelled(label_map, LAYERED)
        if layered.any() and not self._has_layer:
            base, layered = label_map, np.zeros_like(layered)  # drawn in place, for want of better
        changed = bool((layout.parsed != base).any()) or layout.renewed is not None
        restyled = styled.restyled & {Label(v) for v in np.unique(base)}
        photo = self._context.document.photo
        return Scene(
            crop=face.crop.astype(np.float32),
            opacity=face.opacity,
            parsed=layout.parsed,
            base=base,
            label_map=label_map,
            restyled=frozenset(restyled),
            drawn=self._picture_of(base, styled) if changed or restyled else None,
            reconstruction=self._reconstruction() if restyled else None,
            overlay=self._overlay(styled, layered),
            fade=fade_mask(face.transform, photo.width, photo.height),
            renewed=layout.renewed,
            softness=layout.softness,
        )

    def _picture_of(self, base: NDArray[np.uint8], styled: StyledFace) -> Image:
        """The drawing (S, S, 3) of the layout, guests' own pixels in it, in the light of this photo."""
        layout, guests = self._work.layout, self._work.guests
        drawn = self._picture(base, styled.codes)[..., :3]
        plain = drawn
        if guests and styled.restyled - {Label.NECK}:
            swapped = self._swapped()
            codes = np.where(swapped.valid[:, None], swapped.codes, styled.codes)
            plain = self._picture(layout.base, codes)[..., :3]
        for guest in guests:
            drawn = guest.over_picture(drawn, plain, layout, self._work.face.crop)
        return drawn

    def _reconstruction(self) -> Image:
        own = self._smile.own_codes(self._context).codes
        return self._picture(self._work.layout.parsed, own)[..., :3]

    def _overlay(self, styled: StyledFace, layered: NDArray[np.bool_]) -> Image | None:
        """The layer of accessories (S, S, 4) that are put on, None where there are none."""
        layout, face = self._work.layout, self._work.face
        hat = bool(((layout.label_map == Label.HAT) & (layout.parsed != Label.HAT)).any())
        if not self._has_layer or not (layered.any() or hat):
            return None
        layer = self._picture(layout.label_map, styled.codes)[..., 3:7]
        laid, skin = np.where(layered, layout.label_map, np.uint8(0)), layout.parsed == Label.SKIN
        layer = solid(layer, laid, face.crop.astype(np.float32), skin)
        for guest in self._work.guests:
            layer = guest.over_layer(layer, layout)
        return layer

    def _picture(self, label_map: NDArray[np.uint8], codes: Image) -> Image:
        key = ("picture", digest(label_map), digest(codes))
        return self._context.cache.get(key, lambda: self._smile.networks.syn_render(label_map, codes))


def changes_of_face(patch: Patch, face: Face, photo: Photo) -> tuple[Change, ...]:
    """A patch of the face's crop as changes to its photo."""
    return changes_of(patch, face.transform, face.crop, face.label_map == Label.SKIN, photo)


def changes_of(
    patch: Patch,
    transform: NDArray[np.float64],
    crop: NDArray[np.uint8],
    skin: NDArray[np.bool_],
    photo: Photo,
) -> tuple[Change, ...]:
    """A patch of a crop as changes to the photo: what is replaced, what is laid over it, and fine detail of
    the photo that shows at another place. They share the mask of what they touch.

    `transform` (2, 3) takes the crop's coordinates to the photo's; on its `skin` (S, S) grain is measured.
    """
    if patch.is_empty:
        return ()
    touched = patch.touched
    replaced = Replacement(
        transform=transform,
        touched=touched,
        difference=patch.difference,
        replaced=patch.replaced,
        crop=crop,
        skin=skin,
    )
    layer = Layer(transform=transform, touched=touched, alpha=patch.alpha, colour=patch.colour)
    if patch.moved is None:
        return (replaced, layer)
    moved = Detail(
        transform=transform,
        touched=touched,
        photo=photo,
        source=transform,
        crop=crop,
        field=patch.moved.field,
        weight=patch.moved.weight,
    )
    return (replaced, layer, moved)
