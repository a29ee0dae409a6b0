"""What controls make can be written down and read again."""

from __future__ import annotations

from typing import Any

import pytest

from core.codec import from_json, to_json
from core.document.edits import Edit, Seed
from core.document.recipe import edits_from_json, edits_to_json
from core.errors import EditError
from core.labels import Label
from core.methods.control import Control, Look, Slider
from core.methods.paint.edits import Lasso, SmoothBoundary, Stroke
from core.methods.registry import declarations, edit_types
from core.packs.descriptor import DirectionEntry, PackDescriptor

TYPES = edit_types()
PACK = PackDescriptor(
    "x", "X", "1", "CC0", "smile", 256, {}, directions={"age": DirectionEntry("Younger", "Older")}
)
CONTROLS = [control for declared in declarations() for control in declared.controls(PACK)]


def read_again(edit: Edit) -> Edit:
    (found,) = edits_from_json(edits_to_json((edit,)), TYPES)
    return found


@pytest.mark.parametrize("control", [c for c in CONTROLS if isinstance(c, Slider)], ids=lambda c: c.name)
def test_a_slider_ends_where_its_edit_does(control: Slider):
    for end in (control.low, control.high):
        edit = control.edit(0, end)
        assert read_again(edit) == edit
        values = {**to_json(edit), control.moves: end * 1.01}
        if end != control.rest:
            with pytest.raises(ValueError, match=control.moves):
                from_json(type(edit), values, "it")


@pytest.mark.parametrize("control", [c for c in CONTROLS if not isinstance(c, Slider)], ids=lambda c: c.name)
def test_other_controls_make_edits_of_full_strength(control: Any):
    edit = control.edit(0, Seed(1)) if isinstance(control, Look) else control.edit(0, True)
    assert read_again(edit) == edit
    assert getattr(edit, "strength", 1.0) == 1.0
    assert edit_type_defaults(control).get("strength", 1.0) == 1.0


def edit_type_defaults(control: Control) -> dict[str, Any]:
    kind: Any = control.edit_type
    return {name: field.default for name, field in kind.__dataclass_fields__.items()}


def test_a_stroke_is_hard_unless_it_says_otherwise_and_no_wider_than_a_large_crop():
    stroke = Stroke(label=Label.HAIR, points=((1.0, 1.0),), radius=4096.0)
    assert stroke.hardness == 1.0
    assert read_again(stroke) == stroke
    for wide in (
        Stroke(label=Label.HAIR, points=((1.0, 1.0),), radius=4097.0),
        SmoothBoundary(points=((1.0, 1.0),), radius=4097.0),
    ):
        with pytest.raises(EditError, match="radius"):
            read_again(wide)
    area = Lasso(label=Label.HAT, points=((1.0, 1.0), (9.0, 1.0), (9.0, 9.0)))
    assert read_again(area) == area
