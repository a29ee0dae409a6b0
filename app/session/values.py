"""What an edit of a control holds, whichever method it belongs to: controls say which edits have what."""

from __future__ import annotations

from core.document.edits import Blend, Edit, Named, Own, Reference, Seed, Source
from core.methods.control import Control


def takes_source(control: Control) -> bool:
    """Whether the control's edits take their look from a source."""
    return control.has("source")


def source_of(edit: Edit) -> Source | None:
    """Where an edit takes its look from; None for edits that have no such thing."""
    source: object = getattr(edit, "source", None)
    return source if isinstance(source, Own | Seed | Reference | Named | Blend) else None


def strength_of(edit: Edit) -> float:
    """How much of its look an edit takes, 0..1; 1 where it says nothing of it."""
    return float(getattr(edit, "strength", 1.0))


def is_on(edit: Edit) -> bool:
    """Whether a toggle's edit turns it on."""
    return bool(getattr(edit, "present", True))
