"""SMILE, opened: SMILE_SEM changes the layout, SMILE_SYN draws what came of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.document.edits import Edit, Named, Reference
from core.errors import EditError
from core.face import Face
from core.labels import NUM_LABELS
from core.methods.codes import RegionCodes
from core.methods.context import Context
from core.methods.layout import Layout
from core.methods.method import Method, Phase, Work
from core.methods.smile.attributes import attribute
from core.methods.smile.directions import StyleDirection, read_directions
from core.methods.smile.drawing import Drawing
from core.methods.smile.edits import SetAttribute
from core.methods.smile.networks import Networks
from core.methods.smile.sem import SmileSem
from core.methods.smile.styles import Array, RegionStyler
from core.methods.wearing.rules import THINGS, drawn_in_3d, taken_off
from core.packs import Pack
from core.render.runtime import Runtime


class Smile(Method):
    """Carries out attributes, styles of regions and directions, and draws layouts, whoever changed them."""

    def __init__(self, runtime: Runtime, pack: Pack | None) -> None:
        super().__init__(runtime, pack)
        assert pack is not None, "SMILE needs a pack"
        self.networks = Networks(pack, runtime=runtime)
        self._typical = typical_styles(pack)
        self._directions = style_directions(pack)

    def acts_on(self, edit: Edit) -> Phase:
        return "layout" if isinstance(edit, SetAttribute) else "styles"

    def apply(self, work: Work, edit: Edit, context: Context) -> Work:
        if not isinstance(edit, SetAttribute):
            return work  # styles need the final layout: they are found when it is drawn
        attribute(edit.attribute)  # one that is unknown is an edit's mistake
        if isinstance(edit.source, Named) and edit.attribute not in THINGS:
            raise EditError(f"There is no look of {edit.attribute} called “{edit.source.look}”.")
        if drawn_in_3d(edit, work.face, self.pack) or taken_off(edit, self.pack):
            return work
        return work.with_layout(self.set_attribute(work.layout, edit, context))

    def set_attribute(self, layout: Layout, edit: SetAttribute, context: Context) -> Layout:
        """The layout with an attribute on or off."""
        sem = SmileSem(self.networks, context.cache, lambda r: context.reference_face(r).label_map)
        return sem.set_attribute(layout, edit)

    def draw(self, work: Work, context: Context) -> Work:
        return Drawing(self, work, context).drawn()

    def styler(self, context: Context) -> RegionStyler:
        """What finds the style of each region."""
        return RegionStyler(
            self.networks, lambda r: self.reference_codes(r, context), self._typical, self._directions
        )

    def own_codes(self, context: Context) -> RegionCodes:
        """The style codes of the context's face, from its own pixels."""
        return self._codes(context.base, context.face, context)

    def reference_codes(self, reference: Reference, context: Context) -> RegionCodes:
        """The style codes of a reference."""
        key = ("reference", context.document.reference(reference.key).digest, reference.face)
        return self._codes(key, context.reference_face(reference), context)

    def _codes(self, key: object, face: Face, context: Context) -> RegionCodes:
        def compute() -> RegionCodes:
            codes = self.networks.syn_styles(face.crop, face.label_map)
            areas = np.bincount(face.label_map.ravel(), minlength=NUM_LABELS)[:NUM_LABELS]
            return RegionCodes(codes, areas > 0)

        return context.cache.get(("codes", key), compute)


def typical_styles(pack: Pack) -> tuple[Array, NDArray[np.bool_]] | None:
    """Codes (K, 19, D) of real pictures that the pack brings, and which of them are valid (K, 19)."""
    tensors = pack.tensors("typical_styles")
    if tensors is None:
        return None
    return tensors["styles"].float().numpy(), tensors["valid"].numpy().astype(np.bool_)


def style_directions(pack: Pack) -> dict[str, StyleDirection]:
    """The named directions that the pack brings."""
    tensors = pack.tensors("directions")
    return read_directions({key: value.float().numpy() for key, value in (tensors or {}).items()})
