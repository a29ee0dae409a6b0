"""Wearing, opened: what is put on lies over all that other methods did."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.document.edits import Named
from core.errors import EditError
from core.face import CROP_SIZE
from core.methods.accessories.film import Drawn
from core.methods.accessories.looks import LOOKS, Style, Thing, random_look
from core.methods.accessories.scene import Scene
from core.methods.accessories.wear import obstacle
from core.methods.context import Context
from core.methods.layout import Layout
from core.methods.method import Method, Work
from core.methods.smile.attributes import attribute
from core.methods.smile.edits import SetAttribute
from core.methods.wearing.layer import MARGIN, Worn, small_scene
from core.methods.wearing.rules import drawn_in_3d


class Wearing(Method):
    """Draws eyeglasses, hats and earrings."""

    def cover(self, work: Work, context: Context) -> Work:
        pack = context.method("smile").pack
        # The last word on an attribute holds: what was put on may have been taken off again.
        last = {edit.attribute: edit for edit in context.edits if isinstance(edit, SetAttribute)}
        worn = [edit for edit in last.values() if drawn_in_3d(edit, context.face, pack)]
        if not worn:
            return work
        photo = context.document.photo
        scene = context.stage("render", ("scene", context.base), lambda: small_scene(photo, context.face))
        for edit in worn:
            work = self._put_on(work, edit, scene, context)
        return work

    def _put_on(self, work: Work, edit: SetAttribute, scene: Scene, context: Context) -> Work:
        if edit.strength <= 0:
            return work
        style = style_of(edit)
        why = obstacle(style, scene)
        if why:
            return work.with_notices(f"{attribute(edit.attribute).title}: {why}")
        seed = 0 if isinstance(edit.source, Named) else getattr(edit.source, "seed", 0)
        worn = Worn(style, seed, edit.strength, context.face)
        key = ("worn", context.base, edit.attribute, edit.source)
        drawn = context.stage("render", key, lambda: worn.drawn(scene))
        if drawn is None:
            return work.with_notices(f"{attribute(edit.attribute).title}: nothing of it would be seen here.")
        layer = worn.layer(context.document.photo, drawn)
        return work.with_layout(_shown(work.layout, scene, drawn)).with_changes(layer)


def style_of(edit: SetAttribute) -> Style:
    """What the edit puts on: a look by its name, or one by chance. Raises `EditError` for unknown names."""
    thing: Thing = next(each for each in LOOKS if each == edit.attribute)
    if not isinstance(edit.source, Named):
        return random_look(thing, int(getattr(edit.source, "seed", 0)))
    if edit.source.look not in LOOKS[thing]:
        raise EditError(f"There is no look of {thing} called “{edit.source.look}”.")
    return LOOKS[thing][edit.source.look]


def _shown(layout: Layout, scene: Scene, drawn: Drawn) -> Layout:
    """The layout with the thing's labels where it is drawn."""
    middle = slice(MARGIN, MARGIN + CROP_SIZE)
    own = scene.label_map[middle, middle]
    whole = np.asarray(drawn.spread(drawn.label_map, scene.label_map.shape), np.uint8)
    covered = np.zeros(scene.label_map.shape, np.bool_)
    covered[drawn.window] = True
    put = covered[middle, middle] & (whole[middle, middle] != own)
    return replace(layout, label_map=np.where(put, whole[middle, middle], layout.label_map))
