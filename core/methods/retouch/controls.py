"""What a person can set: how far each thing is retouched."""

from __future__ import annotations

from core.methods.control import Control, Slider
from core.methods.retouch.edits import Retouch
from core.packs import PackDescriptor

RETOUCH = "Retouch"


def controls(descriptor: PackDescriptor | None) -> tuple[Control, ...]:
    """The same with and without a pack."""
    return _SLIDERS


def _slider(name: str, title: str) -> Slider:
    return Slider(
        name=name,
        title=title,
        group=RETOUCH,
        edit_type=Retouch,
        fixed={"what": name},
        low=0.0,
        more=title,
    )


_SLIDERS = (
    _slider("smooth-skin", "Smooth skin"),
    _slider("no-shine", "No shine"),
    _slider("white-teeth", "White teeth"),
    _slider("bright-eyes", "Bright eyes"),
    _slider("no-eye-bags", "No eye bags"),
    _slider("no-red-eyes", "No red eyes"),
)
