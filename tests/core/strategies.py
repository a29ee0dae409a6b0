"""Values of dataclasses, drawn by what their fields declare: a new edit is tested without a line more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hypothesis import assume
from hypothesis import strategies as st

from core.codec import AtLeast, OneOf, Within
from core.document.edits import Edit
from core.errors import EditError
from core.methods.registry import edit_types

NAMES = st.text("abc/.ü“", max_size=6)


def values(hint: Any, rules: tuple[Any, ...] = ()) -> st.SearchStrategy[Any]:
    """Any value that a field of that type may hold."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return values(args[0], (*args[1:], *rules))
    if origin in (Union, UnionType):
        return st.one_of(*[values(each) for each in args])
    if origin in (tuple, frozenset):
        return _several(hint, rules)
    if origin is Mapping:
        return st.dictionaries(NAMES, values(args[1]), max_size=3)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if is_dataclass(hint):
        return st.deferred(lambda: objects(hint))
    return _plain(hint, rules)


def _several(hint: Any, rules: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    args = get_args(hint)
    if get_origin(hint) is frozenset:
        return st.frozensets(values(args[0]), max_size=4)
    if args[-1] is not ...:
        return st.tuples(*[values(each) for each in args])
    fewest = next((rule.count for rule in rules if isinstance(rule, AtLeast)), 0)
    return st.lists(values(args[0]), min_size=fewest, max_size=max(3, fewest)).map(tuple)


def _plain(hint: Any, rules: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    within = next((rule for rule in rules if isinstance(rule, Within)), None)
    one_of = next((rule for rule in rules if isinstance(rule, OneOf)), None)
    if one_of is not None:
        return st.sampled_from(list(one_of.names))
    if hint is float:
        low, high = (within.low, within.high) if within else (None, None)
        return st.floats(low, high, allow_nan=False, allow_infinity=False)
    if hint is int:
        return st.integers(*((int(within.low), int(within.high)) if within else ()))
    return {bool: st.booleans(), str: NAMES, NoneType: st.none()}[hint]


@st.composite
def objects(draw: st.DrawFn, kind: Any) -> Any:
    """A value of that dataclass, with some of its fields left at their defaults."""
    hints = get_type_hints(kind, include_extras=True)
    drawn = {each.name: values(hints[each.name]) for each in fields(kind)}
    chosen = {
        each.name: draw(drawn[each.name])
        for each in fields(kind)
        if not _has_default(each) or draw(st.booleans())
    }
    try:
        return kind(**chosen)
    except EditError:  # fields that do not go together
        assume(False)


def _has_default(each: Field[Any]) -> bool:
    return each.default is not MISSING or each.default_factory is not MISSING


edits: st.SearchStrategy[Edit] = st.one_of(*[objects(kind) for kind in edit_types().values()])
