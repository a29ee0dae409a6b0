"""Wearing, opened: what is put on lies over all that other methods did."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.document.edits import Named, Seed
from core.errors import EditError
from core.face import CROP_SIZE, Face, mesh_in_crop
from core.labels import Label
from core.methods.accessories.film import Drawn
from core.methods.accessories.looks import LOOKS, Style, Thing, random_look
from core.methods.accessories.removal import remove
from core.methods.accessories.scene import Scene
from core.methods.accessories.wear import obstacle
from core.methods.around import look_around
from core.methods.context import Context
from core.methods.layout import Layout
from core.methods.method import Method, Work
from core.methods.smile.attributes import attribute
from core.methods.smile.edits import SetAttribute
from core.methods.smile.presence import present_attributes
from core.methods.wearing.layer import MARGIN, Worn, small_scene
from core.methods.wearing.rules import REMOVER, drawn_in_3d, taken_off
from core.models.remover import Remover
from core.render.change import Change


class Wearing(Method):
    """Draws eyeglasses, hats and earrings."""

    def cover(self, work: Work, context: Context) -> Work:
        pack = context.method("smile").pack
        # The last word on an attribute holds: what was put on may have been taken off again.
        last = {edit.attribute: edit for edit in context.edits if isinstance(edit, SetAttribute)}
        worn = [edit for edit in last.values() if drawn_in_3d(edit, context.face, pack)]
        worn.sort(key=lambda edit: edit.attribute == "hat")  # a peak lies over rims
        bare = _wears_eyeglasses(context.face) and pack is not None and REMOVER in pack.roles
        edit = last.get("eyeglasses")
        if bare and edit is not None and edit.strength > 0 and (edit in worn or taken_off(edit, pack)):
            work = self._bared(work, context)
        for edit in worn:
            work = self._put_on(work, edit, bare and edit.attribute == "eyeglasses", context)
        return work

    def _bared(self, work: Work, context: Context) -> Work:
        """Without the eyeglasses that the photo shows, to be bare or to wear others."""
        face, pack = context.face, context.method("smile").pack
        assert pack is not None
        network = self.runtime.network(pack, REMOVER)
        assert isinstance(network, Remover)

        def compute() -> tuple[tuple[Change, ...], tuple[str, ...]]:
            changes, notices = remove(
                face.crop, face.label_map, face.opacity, mesh_in_crop(face), network, self.runtime,
                context.document.photo, face.transform,
            )  # fmt: skip
            return tuple(changes), notices

        changes, notices = context.stage("render", ("bared", context.base), compute)
        shown = work.layout.label_map
        skin = np.where(shown == Label.EYE_G, np.uint8(Label.SKIN), shown)
        work = work.with_layout(replace(work.layout, label_map=skin))
        return work.with_changes(*changes).with_notices(*notices)

    def _put_on(self, work: Work, edit: SetAttribute, bare: bool, context: Context) -> Work:
        if edit.strength <= 0:
            return work
        photo, face = context.document.photo, context.face
        around = context.stage("render", ("around", context.base), lambda: look_around(context))
        key = ("scene", context.base, bare)
        scene = context.stage("render", key, lambda: small_scene(photo, face, around, bare))
        style = style_of(edit)
        why = obstacle(style, scene)
        if why:
            return work.with_notices(f"{attribute(edit.attribute).title}: {why}")
        worn = Worn(style, _seed(edit), edit.strength, face, around, bare)
        key = ("worn", context.base, edit.attribute, edit.source, bare)
        drawn = context.stage("render", key, lambda: worn.drawn(scene))
        if drawn is None:
            return work.with_notices(f"{attribute(edit.attribute).title}: nothing of it would be seen here.")
        layer = worn.layer(photo, drawn)
        return work.with_layout(_shown(work.layout, scene, drawn)).with_changes(layer)


def _wears_eyeglasses(face: Face) -> bool:
    return present_attributes(face.label_map)["eyeglasses"]


def style_of(edit: SetAttribute) -> Style:
    """What the edit puts on: a look by its name, or one by chance. Raises `EditError` for unknown names."""
    thing: Thing = next(each for each in LOOKS if each == edit.attribute)
    if not isinstance(edit.source, Named):
        return random_look(thing, _seed(edit))
    if edit.source.look not in LOOKS[thing]:
        raise EditError(f"There is no look of {thing} called “{edit.source.look}”.")
    return LOOKS[thing][edit.source.look]


def _seed(edit: SetAttribute) -> int:
    return edit.source.seed if isinstance(edit.source, Seed) else 0


def _shown(layout: Layout, scene: Scene, drawn: Drawn) -> Layout:
    """The layout with the thing's labels where it is drawn."""
    middle = slice(MARGIN, MARGIN + CROP_SIZE)
    own = scene.label_map[middle, middle]
    whole = np.asarray(drawn.spread(drawn.label_map, scene.label_map.shape), np.uint8)
    covered = np.zeros(scene.label_map.shape, np.bool_)
    covered[drawn.window] = True
    put = covered[middle, middle] & (whole[middle, middle] != own)
    return replace(layout, label_map=np.where(put, whole[middle, middle], layout.label_map))
