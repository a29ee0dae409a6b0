"""Which edits are carried out in 3D. Imports little: SMILE asks it, and controls name looks by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.document.edits import Edit, Named, Seed
from core.methods.smile.edits import SetAttribute

if TYPE_CHECKING:
    from core.face import Face
    from core.packs import Pack

THINGS = ("eyeglasses", "hat", "earrings")


def drawn_in_3d(edit: Edit, face: Face, pack: Pack | None) -> bool:
    """Whether an edit puts something on that is drawn as a 3D model, and not by SMILE's networks.

    These draw what a reference wears, and everything where the face has no mesh. Packs that were made of
    released files show what those networks draw.
    """
    return (
        isinstance(edit, SetAttribute)
        and edit.attribute in THINGS
        and edit.present
        and isinstance(edit.source, Seed | Named)
        and face.mesh is not None
        and (pack is None or not pack.descriptor.sources)
    )


REMOVER = "eyeglasses_remover"
"""The network that takes eyeglasses off, in SMILE's pack."""


def taken_off(edit: Edit, pack: Pack | None) -> bool:
    """Whether an edit takes eyeglasses off by the network that was taught that, where the pack has it."""
    return (
        isinstance(edit, SetAttribute)
        and edit.attribute == "eyeglasses"
        and not edit.present
        and pack is not None
        and REMOVER in pack.roles
    )


def look_names(thing: str) -> tuple[str, ...]:
    """The looks of a thing that have names."""
    from core.methods.accessories.looks import LOOKS  # the models load numpy and OpenCV

    return next((tuple(looks) for name, looks in LOOKS.items() if name == thing), ())
