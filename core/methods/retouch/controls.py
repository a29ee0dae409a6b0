"""What a person can set: how far each thing is retouched."""

from __future__ import annotations

from core.methods.control import Asks, Control, Slider
from core.methods.retouch.edits import Retouch
from core.packs import PackDescriptor

RETOUCH = "Retouch"


_SKIN = Asks(mesh=True)
_MOUTH = Asks(mesh=True, turn=60, bare=frozenset({"mouth"}))
_EYES = Asks(mesh=True, turn=60, bare=frozenset({"eyes"}))


def controls(descriptor: PackDescriptor | None) -> tuple[Control, ...]:
    """The same with and without a pack."""
    return _SLIDERS


def _slider(name: str, title: str, asks: Asks) -> Slider:
    return Slider(
        name=name,
        title=title,
        group=RETOUCH,
        edit_type=Retouch,
        fixed={"what": name},
        low=0.0,
        more=title,
        asks=asks,
    )


_SLIDERS = (
    _slider("smooth-skin", "Smooth skin", _SKIN),
    _slider("no-shine", "No shine", _SKIN),
    _slider("white-teeth", "White teeth", _MOUTH),
    _slider("bright-eyes", "Bright eyes", _EYES),
    _slider("no-eye-bags", "No eye bags", _EYES),
    _slider("no-red-eyes", "No red eyes", _EYES),
)
