"""How cattrs reads and writes for the codec: strictly, and with the rules that fields declare."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum, IntEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from cattrs import Converter
from cattrs.cols import (
    list_structure_factory,
    mapping_structure_factory,  # pyright: ignore[reportUnknownVariableType] - of types that cattrs leaves open
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from core.codec import OMIT_DEFAULT, Fault, OneOf, Rule, tag_of

Hook = Callable[[Any, Any], Any]


@cache
def converter(strict: bool) -> Converter:
    """The converter; a `strict` one refuses keys that no field has."""
    made = Converter(forbid_extra_keys=strict)
    for plain, check in ((bool, _flag), (int, _integer), (float, _number), (str, _text)):
        made.register_structure_hook(plain, check)
    for names in (Enum, IntEnum):  # the second is nearer to an int than to the first
        made.register_structure_hook(names, _named)
        made.register_unstructure_hook(names, lambda value: value.name.lower())
    made.register_structure_hook_factory(_is_sequence, _sequence)
    made.register_structure_hook_factory(_is_mapping, _mapping)
    made.register_structure_hook_factory(_is_literal, _literal)
    made.register_structure_hook_factory(_is_annotated, _ruled)
    made.register_structure_hook_factory(_is_object, _object)
    made.register_structure_hook_factory(_is_choice, _choice)
    made.register_unstructure_hook_factory(_is_object, _written)
    made.register_unstructure_hook_func(
        lambda kind: _origin(kind) is frozenset,
        lambda value: [made.unstructure(each) for each in sorted(value)],
    )
    return made


def _origin(kind: Any) -> Any:
    return get_origin(kind) or kind


# single values
def _flag(value: object, _: Any) -> bool:
    if not isinstance(value, bool):
        raise Fault("must be true or false")
    return value


def _integer(value: object, _: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Fault("must be a whole number")
    return value


def _number(value: object, _: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Fault("must be a number")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise Fault("must be a usable number")
    return number


def _text(value: object, _: Any) -> str:
    if not isinstance(value, str):
        raise Fault("must be text")
    return value


def _named(value: object, kind: Any) -> Any:
    known = {each.name.lower(): each for each in cast("type[Enum]", kind)}
    name = _text(value, None).lower()
    if fault := OneOf(known).fault(name):
        raise Fault(fault)
    return known[name]


def _is_annotated(kind: Any) -> bool:
    return get_origin(kind) is Annotated


def _ruled(kind: Any, made: Converter) -> Hook:
    base, *notes = get_args(kind)
    rules = cast("list[Rule]", [note for note in notes if hasattr(note, "fault")])
    read = made.get_structure_hook(base)

    def structure(value: object, _: Any) -> Any:
        found = read(value, base)
        for rule in rules:
            if fault := rule.fault(found):
                raise Fault(fault)
        return found

    return structure


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _literal(kind: Any, made: Converter) -> Hook:
    return _ruled(Annotated[str, OneOf(get_args(kind))], made)


# lists and objects
def _is_sequence(kind: Any) -> bool:
    return _origin(kind) in (tuple, list, frozenset)


def _sequence(kind: Any, made: Converter) -> Hook:
    """Tuples of one kind of item, of any length or of a fixed one; lists; frozen sets."""
    make: Callable[[Any], Any] = _origin(kind)
    args = get_args(kind)
    item = args[0]
    length = len(args) if make is tuple and args[-1] is not ... else None
    if length is not None and set(args) != {item}:
        raise TypeError(f"The codec has no tuples of several kinds: {kind}.")
    read: Hook = list_structure_factory(list[item], made)

    def structure(value: object, _: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise Fault("must be a list")
        found = cast("list[Any]", value)
        if length is not None and len(found) != length:
            raise Fault(f"must be a list of {length}")
        return make(read(found, None))

    return structure


def _is_mapping(kind: Any) -> bool:
    return _origin(kind) in (dict, Mapping)


def _mapping(kind: Any, made: Converter) -> Hook:
    key, item = get_args(kind)
    return _of_object(mapping_structure_factory(dict[key, item], made))


def _is_object(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind)


def _object(kind: type[Any], made: Converter) -> Hook:
    _hints(kind)
    read: Hook = make_dict_structure_fn(kind, made)
    tag = tag_of(kind)
    if tag is None:
        return _of_object(read)
    key, name = tag

    def structure(value: dict[str, Any], _: Any) -> Any:
        if value.get(key) != name:
            raise Fault(f"must have “{name}” as its “{key}”")
        return read({field: each for field, each in value.items() if field != key}, kind)

    return _of_object(structure)


def _of_object(read: Hook) -> Hook:
    def structure(value: object, kind: Any) -> Any:
        if not isinstance(value, dict):
            raise Fault("is not a JSON object")
        return read(cast("Any", value), kind)

    return structure


def _is_choice(kind: Any) -> bool:
    """A union of tagged dataclasses."""
    if get_origin(kind) not in (Union, UnionType):
        return False
    kinds = [each for each in get_args(kind) if each is not NoneType]
    return len(kinds) > 1 and all(_is_object(each) and tag_of(each) is not None for each in kinds)


def _choice(kind: Any, made: Converter) -> Hook:
    tags = {tag: each for each in get_args(kind) if (tag := tag_of(each)) is not None}
    key = next(key for key, _ in tags)
    names = ", ".join(name for _, name in tags)

    def structure(value: dict[str, Any], _: Any) -> Any:
        found = tags.get((key, str(value.get(key))))
        if found is None:
            raise Fault(f"must have one of {names} as its “{key}”")
        return made.structure(value, found)

    read = _of_object(structure)
    optional = NoneType in get_args(kind)
    return lambda value, asked: None if optional and value is None else read(value, asked)


def _written(kind: type[Any], made: Converter) -> Callable[[Any], Any]:
    hints, tag = _hints(kind), tag_of(kind)
    defaults = {
        each.name: _default(each) for each in fields(kind) if OMIT_DEFAULT in get_args(hints[each.name])
    }
    write = make_dict_unstructure_fn(kind, made)

    def unstructure(value: Any) -> dict[str, Any]:
        content: dict[str, Any] = {} if tag is None else {tag[0]: tag[1]}
        content |= write(value)
        for name, default in defaults.items():  # not by cattrs, which would write such fields last
            if getattr(value, name) == default:
                del content[name]
        return content

    return unstructure


def _hints(kind: type[Any]) -> dict[str, Any]:
    """The annotations of a dataclass, looked up once: cattrs by itself would lose what is in `Annotated`."""
    hints = get_type_hints(kind, include_extras=True)
    for each in fields(kind):
        each.type = hints[each.name]
    return hints


def _default(each: Field[Any]) -> Any:
    return each.default if each.default_factory is MISSING else each.default_factory()
