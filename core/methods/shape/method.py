"""Shape, opened: the photo's own pixels are moved along the face mesh, in one field for all that is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from core.document.edits import Edit
from core.face import Face, mesh_in_crop
from core.methods.context import Context
from core.methods.method import Method, Phase, Work
from core.methods.shape.edits import Reshape
from core.methods.shape.face_field import Moved, move_face
from core.methods.shape.mouth import dark_inside
from core.render.change import Change, Field

Points = NDArray[np.float64]
NO_MESH = "The face cannot be read in 3D here, which this needs."
_LEAST = 1e-3
"""Crop pixels of a shift that count as none."""


class Shape(Method):
    """Carries out `Reshape`."""

    def acts_on(self, edit: Edit) -> Phase:
        return "shape"

    def move(self, work: Work, context: Context) -> Work:
        wanted = amounts(context.edits)
        if not wanted:
            return work
        mesh = mesh_in_crop(context.face)
        if mesh is None:
            return work.with_notices(NO_MESH)
        return work.with_changes(*changes_of(context.face, mesh, move_face(mesh, wanted)))


def amounts(edits: Iterable[Edit]) -> Mapping[str, float]:
    """What is asked of each part in all; nothing of those that stay."""
    found: dict[str, float] = {}
    for edit in edits:
        if isinstance(edit, Reshape):
            found[edit.part] = float(np.clip(found.get(edit.part, 0.0) + edit.amount, -1, 1))
    return {part: amount for part, amount in found.items() if amount}


def changes_of(face: Face, mesh: Points, moved: Moved) -> tuple[Change, ...]:
    """The move as changes to the photo."""
    touched = (np.abs(moved.shift).max(-1) > _LEAST).astype(np.float32)
    field = Field(
        transform=moved.grid.transform(face.transform),
        touched=touched,
        shift=np.asarray(moved.shift / np.float32(moved.grid.cell), np.float32),
    )
    inside = dark_inside(face, mesh[:468, :2], moved.points)
    return (field,) if inside is None else (field, inside)
