"""Recipes: what is written comes back, files of before too, and what is wrong is a sentence."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.document.document import reference_keys
from core.document.edits import Edit, Own, Seed, UnknownEdit
from core.document.recipe import edits_from_json, edits_to_json, recipe_from_json
from core.errors import EditError
from core.labels import Label
from core.methods.paint.edits import Stroke
from core.methods.registry import edit_types
from core.methods.smile.edits import SetAttribute
from tests.core.strategies import NAMES, edits, objects

OLD = Path(__file__).parents[2] / "data" / "recipe-1.json"
TYPES = edit_types()
HAT = {"edit": "SetAttribute", "attribute": "hat", "present": True}
LINE = {"edit": "Stroke", "label": "hair", "points": [[1, 2]], "radius": 2}
SPARKLE = {
    "edit": "Sparkle", "face": 1, "enabled": True, "size": 1e-07,
    "how": [None, {"from": "reference", "key": "her"}],
}  # fmt: skip


def recipe_of(*edits: object) -> str:
    return json.dumps({"version": 1, "edits": edits})


@pytest.mark.parametrize("kind", TYPES.values(), ids=list(TYPES))
def test_every_registered_edit_is_read_back(kind: type[Edit]):
    @settings(suppress_health_check=[HealthCheck.filter_too_much])
    @given(objects(kind))
    def read_back(edit: Edit) -> None:
        assert edits_from_json(edits_to_json((edit,)), TYPES) == (edit,)

    read_back()


@given(st.lists(edits, max_size=6).map(tuple))
def test_what_is_written_is_read_back(written: tuple[Edit, ...]):
    assert edits_from_json(edits_to_json(written), TYPES) == written


def test_a_recipe_of_before_is_read_and_written_to_the_byte():
    text = OLD.read_text("utf-8")
    found = recipe_from_json(text, TYPES)
    assert {type(edit).__name__ for edit in found.edits} == {
        "Direction", "FillRegion", "HeadSwap", "Lasso", "SetAttribute", "SetRegionStyle", "SmoothBoundary",
        "Stroke",
    }  # fmt: skip
    assert edits_to_json(found.edits, found.references) == text


def test_references_travel_with_the_edits():
    text = edits_to_json((), {"her": "faces/her.jpg"})
    assert recipe_from_json(text, TYPES).references == {"her": "faces/her.jpg"}


def test_labels_may_be_written_large():
    (found,) = edits_from_json(recipe_of({**LINE, "label": "HAIR"}), TYPES)
    assert isinstance(found, Stroke)
    assert found.label is Label.HAIR


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(json_values)
def test_anything_else_is_an_edit_error(value: Any):
    with pytest.raises(EditError):
        edits_from_json(json.dumps(value), TYPES)


@pytest.mark.parametrize("kind", TYPES.values(), ids=list(TYPES))
def test_a_wrong_field_never_escapes_as_another_error(kind: type[Edit]):
    @settings(suppress_health_check=[HealthCheck.filter_too_much])
    @given(objects(kind), st.data(), json_values)
    def refused_or_read(edit: Edit, data: st.DataObject, value: Any) -> None:
        content = json.loads(edits_to_json((edit,)))
        content["edits"][0][data.draw(st.sampled_from(sorted(content["edits"][0])))] = value
        with contextlib.suppress(EditError):
            edits_from_json(json.dumps(content), TYPES)

    refused_or_read()


def blends(depth: int) -> object:
    source: object = {"from": "own"}
    for _ in range(depth):
        source = {"from": "blend", "first": source, "second": {"from": "seed", "seed": 1}, "amount": 0.5}
    return source


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The recipe is not readable as JSON."),
        ("[" * 100_000, "The recipe is not readable as JSON."),
        ("[]", "The recipe is not a JSON object."),
        ('{"edits": []}', "In the recipe, “version” is missing."),
        ('{"version": true, "edits": []}', "In the recipe, “version” must be a whole number."),
        ('{"version": 1}', "In the recipe, “edits” is missing."),
        ('{"version": 1, "edits": {}}', "In the recipe, “edits” must be a list."),
        ('{"version": 1, "edits": [], "extra": 1}', "In the recipe, “extra” is not known here."),
        (recipe_of(3), "Edit 1 is not a JSON object."),
        (recipe_of(HAT, {}), "In edit 2, “edit” is missing."),
        (recipe_of({**HAT, "attribute": "wings"}), "and not “wings”."),
        (recipe_of({**HAT, "present": 1}), "In edit 1, “present” must be true or false."),
        (recipe_of({**HAT, "strength": 7}), "In edit 1, “strength” must be a number from 0 to 1."),
        (recipe_of({**HAT, "strength": "1"}), "In edit 1, “strength” must be a number."),
        (recipe_of({**HAT, "strength": float("nan")}), "In edit 1, “strength” must be a usable number."),
        (recipe_of({**HAT, "strength": 10**400}), "In edit 1, “strength” must be a usable number."),
        (recipe_of({**HAT, "face": -1}), "In edit 1, “face” must be a whole number from 0 to 1000000."),
        (recipe_of({**HAT, "face": 1.0}), "In edit 1, “face” must be a whole number."),
        (recipe_of({**HAT, "extra": 1}), "In edit 1, “extra” is not known here."),
        (recipe_of({**HAT, "source": {"from": "sea"}}), "own, seed, reference, look, blend as its “from”."),
        (recipe_of({**HAT, "source": {"from": "seed", "seed": 2**63}}), "“source.seed” must be a whole"),
        (recipe_of({**HAT, "source": {"from": "seed"}}), "In edit 1, “source.seed” is missing."),
        (recipe_of({**HAT, "source": blends(17)}), "Blends are nested too deeply."),
        (recipe_of({**HAT, "source": blends(300)}), "nested too deeply."),
        (recipe_of({**LINE, "label": "moustache"}), "and not “moustache”."),
        (recipe_of({**LINE, "points": []}), "In edit 1, “points” must have 1 or more."),
        (recipe_of({**LINE, "points": "ab"}), "In edit 1, “points” must be a list."),
        (recipe_of({**LINE, "points": [[1, 2], [1, 2, 3]]}), "In edit 1, “points.2” must be a list of 2."),
        (recipe_of({**LINE, "points": [[1, 2e9]]}), "“points.1.2” must be a number from -1000000000"),
        (recipe_of({**LINE, "keep": ["skin", "nobody"]}), "In edit 1, “keep.2” must be one of"),
        (recipe_of({**LINE, "pressures": [1, 1]}), "There must be one pressure for each point of a line."),
        (recipe_of({**LINE, "pressures": [2]}), "In edit 1, “pressures.1” must be a number from 0 to 1."),
        (recipe_of({"edit": "HeadSwap", "reference": {"from": "own"}}), "must have “reference” as its"),
        (
            recipe_of({"edit": "HeadSwap", "reference": {"from": "reference", "key": "a"}, "part": "nose"}),
            "“part” must be one of head, face, hair, eyeglasses, and not “nose”.",
        ),
        (recipe_of({"edit": "Sparkle", "face": "x"}), "In edit 1, “face” must be a whole number."),
        (recipe_of({"edit": "Sparkle", "size": float("inf")}), "it holds what JSON does not have."),
    ],
)  # fmt: skip
def test_the_error_says_what_is_wrong_and_where(text: str, message: str):
    with pytest.raises(EditError) as caught:
        edits_from_json(text, TYPES)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_newer_recipe_is_refused_before_its_fields_are_looked_at():
    with pytest.raises(EditError, match="newer Semblance"):
        edits_from_json('{"version": 2, "edits": [], "extra": 1}', TYPES)


def test_sixteen_blends_in_one_another_are_read():
    (found,) = edits_from_json(recipe_of({**HAT, "source": blends(16)}), TYPES)
    assert edits_from_json(edits_to_json((found,)), TYPES) == (found,)


# edits of methods that are not there
def test_an_unknown_edit_is_kept_as_it_was_written():
    known = SetAttribute(attribute="hat", present=True, source=Own())
    content = json.loads(edits_to_json((known,)))
    content["edits"].insert(0, SPARKLE)
    text = json.dumps(content, indent=1)
    found = edits_from_json(text, TYPES)
    assert isinstance(found[0], UnknownEdit)
    assert (found[0].name, found[0].face, found[0].enabled) == ("Sparkle", 1, True)
    assert found[1] == known
    assert edits_to_json(found) == text
    assert hash(found) == hash(edits_from_json(text, TYPES))
    assert reference_keys(found[0]) == {"her"}


def test_an_unknown_edit_says_nothing_that_it_did_not_say():
    text = edits_to_json(edits_from_json(recipe_of({"edit": "Sparkle"}), TYPES))
    assert json.loads(text)["edits"] == [{"edit": "Sparkle"}]


def test_an_unknown_edit_can_be_turned_off_and_given_to_another_face():
    (found,) = edits_from_json(recipe_of(SPARKLE), TYPES)
    text = edits_to_json((replace(found, enabled=False, face=2),))
    assert json.loads(text)["edits"] == [{**SPARKLE, "enabled": False, "face": 2}]
    assert edits_from_json(text, TYPES)[0].enabled is False


def test_edits_are_those_that_the_reader_names():
    text = edits_to_json((SetAttribute(attribute="hat", present=True, source=Seed(3)),))
    (found,) = edits_from_json(text, {})
    assert isinstance(found, UnknownEdit)
    assert edits_from_json(edits_to_json((found,)), TYPES) == edits_from_json(text, TYPES)
