from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.edits import Blend, Edit, Own, Reference, Seed, Source
from core.document.recipe import edits_from_json, edits_to_json, recipe_from_json
from core.errors import EditError
from core.labels import GROUPS, HEAD_PARTS, Label
from core.methods.heads.edits import HeadSwap
from core.methods.paint.edits import FillRegion, Lasso, SmoothBoundary, Stroke
from core.methods.smile.attributes import ATTRIBUTES
from core.methods.smile.edits import Direction, SetAttribute, SetRegionStyle

unit = st.floats(0, 1)
names = st.text("abc/.ü“", max_size=6)
coordinate = st.floats(-1e6, 1e6)
point = st.tuples(coordinate, coordinate)
common = {"face": st.integers(0, 11), "enabled": st.booleans()}
drawn = {
    **common,
    "points": st.lists(point, min_size=1, max_size=5).map(tuple),
    "keep": st.frozensets(st.sampled_from(Label), max_size=4),
    "mirrored": st.booleans(),
}
simple: st.SearchStrategy[Source] = st.one_of(
    st.builds(Own),
    st.builds(Seed, st.integers(0, 2**63 - 1), st.floats(0, 1)),
    st.builds(Reference, names, st.integers(0, 9)),
)
sources: st.SearchStrategy[Source] = st.recursive(
    simple, lambda inner: st.builds(Blend, inner, inner, unit), max_leaves=4
)
edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(
        Stroke,
        label=st.sampled_from(Label),
        radius=st.floats(0, 200),
        erase=st.booleans(),
        hardness=unit,
        **drawn,
    ),
    st.builds(
        Stroke,
        label=st.sampled_from(Label),
        radius=st.floats(0, 200),
        points=st.tuples(point, point),
        pressures=st.tuples(unit, unit),
    ),
    st.builds(Lasso, label=st.sampled_from(Label), erase=st.booleans(), **drawn),
    st.builds(SmoothBoundary, radius=st.floats(0, 200), **drawn),
    st.builds(
        Direction, name=names, amount=st.floats(-1, 1), region=st.sampled_from(["", "hair", "skin"]), **common
    ),
    st.builds(FillRegion, label=st.sampled_from(Label), point=point, **common),
    st.builds(
        SetAttribute,
        attribute=st.sampled_from([a.name for a in ATTRIBUTES]),
        present=st.booleans(),
        source=sources,
        strength=unit,
        **common,
    ),
    st.builds(SetRegionStyle, region=st.sampled_from(list(GROUPS)), source=sources, strength=unit, **common),
    st.builds(
        HeadSwap,
        reference=st.builds(Reference, st.text(), st.integers(0, 9)),
        part=st.sampled_from(list(HEAD_PARTS)),
        **common,
    ),
)


@given(st.lists(edits, max_size=6).map(tuple))
def test_what_is_written_is_read_back(written: tuple[Edit, ...]):
    assert edits_from_json(edits_to_json(written)) == written


def test_references_travel_with_the_edits():
    text = edits_to_json((), {"her": "faces/her.jpg"})
    assert recipe_from_json(text).references == {"her": "faces/her.jpg"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)


@given(json_values)
def test_anything_else_is_an_edit_error(value: Any):
    with pytest.raises(EditError):
        edits_from_json(json.dumps(value))


@given(
    st.sampled_from(["attribute", "present", "source", "strength", "face", "enabled", "edit"]), json_values
)
def test_a_wrong_field_never_escapes_as_another_error(name: str, value: Any):
    content = json.loads(edits_to_json((SetAttribute(attribute="hat", present=True),)))
    content["edits"][0][name] = value
    with contextlib.suppress(EditError):
        edits_from_json(json.dumps(content))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not readable as JSON"),
        ("[" * 100_000, "not readable as JSON"),
        ("[]", "not a JSON object"),
        ('{"edits": []}', "“version” is missing"),
        ('{"version": 2, "edits": []}', "newer Semblance"),
        ('{"version": 1, "edits": [{"edit": "Sparkle"}]}', "edit 1: this Semblance does not know"),
        (
            '{"version": 1, "edits": [{"edit": "SetAttribute", "attribute": "wings", "present": true}]}',
            "wings",
        ),
        ('{"version": 1, "edits": [], "extra": 1}', "“extra” is not known"),
        (
            '{"version": 1, "edits": [{"edit": "SetAttribute", "attribute": "hat", "present": true,'
            ' "strength": 7}]}',
            "“strength” must be a number from 0 to 1",
        ),
    ],
)
def test_the_error_says_what_is_wrong(text: str, message: str):
    with pytest.raises(EditError, match=message):
        edits_from_json(text)
