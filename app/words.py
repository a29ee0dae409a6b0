"""The window's words for edits, sources, labels and regions. One place, so that they stay the same."""

from __future__ import annotations

from collections.abc import Mapping

from core.attributes import attribute
from core.document.edits import (
    AnyEdit,
    Blend,
    FillRegion,
    HeadSwap,
    Lasso,
    Own,
    Reference,
    Seed,
    SetAttribute,
    SmoothBoundary,
    Source,
    Stroke,
)  # fmt: skip
from core.labels import Label

LABEL_TITLES: Mapping[Label, str] = {
    Label.BACKGROUND: "Background",
    Label.SKIN: "Skin",
    Label.NOSE: "Nose",
    Label.EYE_G: "Eyeglasses",
    Label.L_EYE: "Left eye",
    Label.R_EYE: "Right eye",
    Label.L_BROW: "Left brow",
    Label.R_BROW: "Right brow",
    Label.L_EAR: "Left ear",
    Label.R_EAR: "Right ear",
    Label.MOUTH: "Mouth",
    Label.U_LIP: "Upper lip",
    Label.L_LIP: "Lower lip",
    Label.HAIR: "Hair",
    Label.HAT: "Hat",
    Label.EAR_R: "Earring",
    Label.NECK_L: "Necklace",
    Label.NECK: "Neck",
    Label.CLOTH: "Clothes",
}

SIDED = (Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.L_EAR, Label.R_EAR)
SIDED_TIP = "The person's own side: their left lies on the right of the picture"

POINT_TITLES = (
    "Their right eye",
    "Their left eye",
    "Tip of the nose",
    "Their right corner of the mouth",
    "Their left corner of the mouth",
)


def source_words(source: Source, titles: Mapping[str, str]) -> str:
    """A style source in a few words; `titles` names the references."""
    if isinstance(source, Own):
        return "own look"
    if isinstance(source, Seed):
        return f"look {source.seed % 10000:04d}"
    if isinstance(source, Reference):
        return titles.get(source.key, source.key)
    assert isinstance(source, Blend)
    return f"{source_words(source.first, titles)} and {source_words(source.second, titles)}"


def state_words(edit: SetAttribute) -> str:
    """Eyeglasses on; Hair: little."""
    which = attribute(edit.attribute)
    state = which.when_on if edit.present else which.when_off
    return f"{which.title} {state}" if state in ("on", "off") else f"{which.title}: {state}"


def edit_words(edit: AnyEdit, titles: Mapping[str, str]) -> str:
    """An edit as the history names it."""
    if isinstance(edit, Stroke | Lasso):
        return "Erase" if edit.erase else f"Paint {LABEL_TITLES[edit.label].lower()}"
    if isinstance(edit, SmoothBoundary):
        return "Smooth a boundary"
    if isinstance(edit, FillRegion):
        return f"Fill with {LABEL_TITLES[edit.label].lower()}"
    if isinstance(edit, SetAttribute):
        return f"{state_words(edit)}, {source_words(edit.source, titles)}"
    if isinstance(edit, HeadSwap):
        return f"{edit.part.capitalize()} of {source_words(edit.reference, titles)}"
    return f"{edit.region.capitalize()} like {source_words(edit.source, titles)}"
