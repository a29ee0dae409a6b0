"""What a person can set: a slider for each part of a face that the mesh can move."""

from __future__ import annotations

from dataclasses import replace

from core.methods.control import Asks, Control, Slider
from core.methods.shape.edits import Reshape
from core.packs import PackDescriptor

EXPRESSION, SHAPE = "Expression", "Shape"
# Nearly in profile the mesh still lies well; but an eye beyond the nose, or a cheek, cannot be seen.
_MESH = Asks(mesh=True, turn=60, nod=45)
_MOUTH = replace(_MESH, bare=frozenset({"mouth"}))
_NOSE = replace(_MESH, bare=frozenset({"nose"}))
_EYES = replace(_MESH, turn=40, bare=frozenset({"eyes"}))
_BROWS = replace(_EYES, bare=frozenset({"eyes", "brows"}))
_TURN = replace(_MESH, turn=40, nod=30)
_NO_TEETH = "A closed mouth opens only a little, without teeth: the photo does not show them."


def controls(descriptor: PackDescriptor | None) -> tuple[Control, ...]:
    """The same with and without a pack: the mesh comes with every face."""
    return _SLIDERS


def _slider(
    name: str, title: str, group: str, less: str, more: str, asks: Asks = _MESH, weak: str = ""
) -> Slider:
    return Slider(
        name=name,
        title=title,
        group=group,
        edit_type=Reshape,
        fixed={"part": name},
        less=less,
        more=more,
        weak=weak,
        asks=asks,
    )


_SLIDERS = (
    _slider("smile", "Smile", EXPRESSION, "Sad", "Smiling", _MOUTH),
    _slider("mouth-open", "Open mouth", EXPRESSION, "Mouth closed", "Mouth open", _MOUTH, _NO_TEETH),
    _slider("eye-opening", "Open eyes", EXPRESSION, "Eyes narrowed", "Eyes wide", _EYES),
    _slider("gaze-right", "Gaze to the side", EXPRESSION, "Look left", "Look right", _EYES),
    _slider("gaze-down", "Gaze up and down", EXPRESSION, "Look up", "Look down", _EYES),
    _slider("brow-height", "Height of brows", EXPRESSION, "Low brows", "High brows", _BROWS),
    _slider("turn", "Turn of the head", EXPRESSION, "Turn left", "Turn right", _TURN),
    _slider("nod", "Nod of the head", EXPRESSION, "Head up", "Head down", _TURN),
    _slider("face-width", "Width of the face", SHAPE, "Narrow face", "Full face"),
    _slider("jaw-width", "Width of the jaw", SHAPE, "Narrow jaw", "Wide jaw"),
    _slider("chin-length", "Length of the chin", SHAPE, "Short chin", "Long chin"),
    _slider("nose-width", "Width of the nose", SHAPE, "Narrow nose", "Wide nose", _NOSE),
    _slider("lip-fullness", "Fullness of the lips", SHAPE, "Thin lips", "Full lips", _MOUTH),
    _slider("eye-size", "Size of the eyes", SHAPE, "Small eyes", "Large eyes", _EYES),
)
