"""What a person can set with SemanticStyleGAN: the looks of thirteen parts, whole, or shape and texture."""

from __future__ import annotations

from collections.abc import Iterator

from core.labels import PARTS
from core.methods.control import Control, Look
from core.methods.semantic_stylegan.edits import Part
from core.packs.descriptor import PackDescriptor

_ASPECTS = {"": ("shape", "texture"), "shape": ("shape",), "texture": ("texture",)}


def controls(descriptor: PackDescriptor | None) -> tuple[Control, ...]:
    """Three looks a part; without a pack none, since nothing would carry them out."""
    return () if descriptor is None else tuple(_looks())


def _looks() -> Iterator[Control]:
    for part in PARTS:
        for aspect, takes in _ASPECTS.items():
            yield Look(
                name=f"part-{part}" + (f"-{aspect}" if aspect else ""),
                title=f"{part} ({aspect})".capitalize() if aspect else part.capitalize(),
                group="Parts",
                edit_type=Part,
                fixed={"part": part},
                takes=takes,
                experimental=True,
            )
