"""Retouching, opened: each thing is a gain that the photo is multiplied by, where its mask is."""

from __future__ import annotations

import numpy as np

from core.document.edits import Edit
from core.errors import EditError
from core.face import mesh_in_crop
from core.methods.context import Context
from core.methods.method import Method, Work
from core.methods.retouch.edits import Retouch
from core.methods.retouch.sight import Sight
from core.methods.retouch.tuning import TUNING
from core.methods.retouch.ways import WAYS
from core.methods.shape.method import NO_MESH
from core.render.change import Gain


class Retoucher(Method):
    """Carries out `Retouch`."""

    def apply(self, work: Work, edit: Edit, context: Context) -> Work:
        if not isinstance(edit, Retouch) or edit.amount == 0:
            return work
        if edit.what not in WAYS:
            raise EditError(f"There is no retouching called “{edit.what}”.")
        mesh = mesh_in_crop(context.face)
        if mesh is None:
            return work.with_notices(NO_MESH)
        sight = Sight(context.crop(TUNING.size), context.face.label_map, mesh[:, :2])
        return work.with_changes(retouched(sight, edit, context))


def retouched(sight: Sight, edit: Retouch, context: Context) -> Gain:
    """The edit as a change to the photo."""
    logs, mask = WAYS[edit.what](sight)
    return Gain(
        transform=context.grid(sight.side),
        touched=mask,
        gain=np.exp(np.float32(edit.amount) * logs),
        matte=mask,
    )
