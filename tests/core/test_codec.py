"""The codec by itself: strict, in order, and with words for what is wrong."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given

from core.codec import OMIT_DEFAULT, AtLeast, Matching, OneOf, Within, from_json, tagged, to_json
from core.errors import EditError, PackError
from tests.core.strategies import objects


class Colour(IntEnum):
    RED = 3
    BLUE = 1


@tagged("is", "line")
@dataclass(frozen=True)
class Line:
    length: float


@tagged("is", "pair")
@dataclass(frozen=True)
class Pair:
    first: Shape
    second: Shape | None = None


Shape = Line | Pair


@dataclass(frozen=True)
class Inner:
    share: Annotated[float, Within(0, 1)] = 0.5

    def __post_init__(self) -> None:
        if self.share == 0.25:
            raise EditError("A quarter is not allowed.")


@dataclass(frozen=True, kw_only=True)
class Thing:
    sparing: Annotated[tuple[int, ...], OMIT_DEFAULT] = ()
    name: Annotated[str, OneOf(("a", "b", ""))]
    mode: Literal["soft", "hard"] = "soft"
    code: Annotated[str, Matching("[0-9a-f]{2}", "two digits")] = "00"
    whole: int = 3
    flag: bool = False
    note: str | None = None
    inner: Inner = Inner()
    many: Annotated[tuple[Inner, ...], AtLeast(0)] = ()
    place: tuple[float, float] = (0.0, 1.0)
    rows: tuple[tuple[int, ...], ...] = ()
    colour: Colour = Colour.RED
    colours: Annotated[frozenset[Colour], OMIT_DEFAULT] = frozenset()
    shape: Shape | None = None
    shares: Mapping[str, float] = field(default_factory=dict[str, float])
    anything: Any = None


@given(objects(Inner) | objects(Line) | objects(Pair))
def test_values_come_back(value: Any):
    assert from_json(type(value), to_json(value), "it") == value


def test_everything_comes_back_in_the_order_of_its_fields():
    thing = Thing(
        sparing=(1,), name="a", mode="hard", code="ff", flag=True, note="n", many=(Inner(1.0), Inner()),
        place=(2.0, 3.0), rows=((1, 2), ()), colour=Colour.BLUE, colours=frozenset(Colour),
        shape=Pair(Line(1.0), Pair(Line(2.0))), shares={"x": 0.5}, anything=[{"a": 1}],
    )  # fmt: skip
    written = to_json(thing)
    assert from_json(Thing, written, "it") == thing
    assert list(written) == list(Thing.__dataclass_fields__)
    assert written["colours"] == ["blue", "red"]
    assert written["shape"] == {
        "is": "pair",
        "first": {"is": "line", "length": 1.0},
        "second": {"is": "pair", "first": {"is": "line", "length": 2.0}, "second": None},
    }


def test_only_what_is_marked_is_left_out_at_its_default():
    written = to_json(Thing(name="a"))
    assert set(Thing.__dataclass_fields__) - set(written) == {"sparing", "colours"}
    assert from_json(Thing, {"name": "a"}, "it") == Thing(name="a")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": "c"}, "In it, “name” must be one of a, b, and not “c”."),
        ({"name": 1}, "In it, “name” must be text."),
        ({"mode": "loud"}, "In it, “mode” must be one of soft, hard, and not “loud”."),
        ({"code": "fff"}, "In it, “code” must be two digits, and not “fff”."),
        ({"whole": 3.0}, "In it, “whole” must be a whole number."),
        ({"whole": "3"}, "In it, “whole” must be a whole number."),
        ({"whole": True}, "In it, “whole” must be a whole number."),
        ({"flag": 1}, "In it, “flag” must be true or false."),
        ({"note": 1}, "In it, “note” must be text."),
        ({"inner": []}, "In it, “inner” is not a JSON object."),
        ({"inner": {"share": 2}}, "In it, “inner.share” must be a number from 0 to 1."),
        ({"inner": {"share": 0.25}}, "In it: A quarter is not allowed."),
        ({"inner": {"care": 1}}, "In it, “inner.care” is not known here."),
        ({"many": [{}, {"share": False}]}, "In it, “many.2.share” must be a number."),
        ({"many": {"share": 1}}, "In it, “many” must be a list."),
        ({"place": [1]}, "In it, “place” must be a list of 2."),
        ({"rows": [[1], [1, "2"]]}, "In it, “rows.2.2” must be a whole number."),
        ({"colour": 3}, "In it, “colour” must be text."),
        ({"colour": "green"}, "In it, “colour” must be one of red, blue, and not “green”."),
        ({"shape": {"length": 1}}, "In it, “shape” must have one of line, pair as its “is”."),
        ({"shape": {"is": ["line"]}}, "In it, “shape” must have one of line, pair as its “is”."),
        ({"shape": {"is": "line"}}, "In it, “shape.length” is missing."),
        ({"shares": {"x": 1, "y": None}}, "In it, “shares.y” must be a number."),
        ({"shares": [1]}, "In it, “shares” is not a JSON object."),
        ({"extra": 1}, "In it, “extra” is not known here."),
    ],
)
def test_the_first_fault_is_a_sentence_with_its_place(change: dict[str, Any], words: str):
    with pytest.raises(PackError) as caught:
        from_json(Thing, {"name": "a", **change}, "it", PackError)
    assert str(caught.value) == words


def test_a_fault_of_the_whole_begins_with_what_it_is():
    with pytest.raises(ValueError, match=r"^The thing is not a JSON object\.$"):
        from_json(Thing, 3, "the thing")


def test_a_lenient_reader_passes_over_what_it_does_not_know():
    content = {"name": "a", "extra": 1, "inner": {"more": 2, "share": 1}}
    assert from_json(Thing, content, "it", lenient=True) == Thing(name="a", inner=Inner(1.0))
    with pytest.raises(ValueError, match="must be a whole number"):
        from_json(Thing, {**content, "whole": None}, "it", lenient=True)


def test_depth_is_told_and_not_a_crash():
    content: Any = {"is": "line", "length": 1}
    for _ in range(3000):
        content = {"is": "pair", "first": content}
    with pytest.raises(ValueError, match="It is nested too deeply"):
        from_json(Pair, content, "it")


def test_declaring_rules_does_not_load_the_library():
    """So that the window need not wait for it."""
    code = "import core.methods.registry as r, sys\nr.edit_types()\nprint('cattrs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
