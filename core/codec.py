"""One codec: frozen dataclasses to JSON values and back, each value checked as its field declares.

A field says what it may hold where it is declared, `strength: Annotated[float, Within(0, 1)] = 1.0`; files,
settings and descriptors are all read by that. Nothing is guessed: text is no number, true is no 1, and a key
that no field has is refused. What is read is a dict of lists, numbers and text, as JSON and TOML give it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast

from core.errors import SemblanceError

T = TypeVar("T")

OMIT_DEFAULT = "left out of files while it has its default"
"""Marks a field, in `Annotated`, that came later than its type: older programs read what does without it."""


class Rule(Protocol):
    """What a field may hold, in its `Annotated`."""

    def fault(self, value: Any) -> str:
        """What is wrong with a value, to go after its name: “must be positive”; empty when nothing is."""
        ...


@dataclass(frozen=True)
class Within:
    """A number from `low` to `high`, both allowed."""

    low: float
    high: float

    def fault(self, value: float) -> str:
        kind = "a whole number" if isinstance(value, int) else "a number"
        return "" if self.low <= value <= self.high else f"must be {kind} from {self.low} to {self.high}"


@dataclass(frozen=True)
class OneOf:
    """One of the names that there are; an empty one may be among them."""

    names: Collection[str]

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(self.names))  # annotations have to be hashable

    def fault(self, value: str) -> str:
        if value in self.names:
            return ""
        return f"must be one of {', '.join(name for name in self.names if name)}, and not “{value}”"


@dataclass(frozen=True)
class Matching:
    """Text of a form: a regular expression for the whole of it, and what that is called."""

    pattern: str
    called: str

    def fault(self, value: str) -> str:
        return "" if re.fullmatch(self.pattern, value) else f"must be {self.called}, and not “{value}”"


@dataclass(frozen=True)
class AtLeast:
    """A list with so many items or more."""

    count: int

    def fault(self, value: Collection[Any]) -> str:
        return "" if len(value) >= self.count else f"must have {self.count} or more"


class Fault(ValueError):
    """What is wrong with a value, to go after its name."""


def tagged(key: str, name: str) -> Callable[[type[T]], type[T]]:
    """A dataclass whose JSON says which it is, first of all: `{key: name, ...}`; so unions are told apart."""

    def mark(kind: type[T]) -> type[T]:
        kind.__tag__ = (key, name)  # pyright: ignore[reportAttributeAccessIssue] - read by `tag_of` alone
        return kind

    return mark


def tag_of(kind: type[Any]) -> tuple[str, str] | None:
    """The key and name of a tagged dataclass."""
    tag: tuple[str, str] | None = getattr(kind, "__tag__", None)
    return tag


def to_json(value: Any) -> Any:
    """A value of dataclasses, tuples, sets, enumerations and mappings as JSON has it.

    Enumerations become their names in lower case, sets sorted lists.
    """
    from core.converter import converter  # it takes a tenth of a second, and windows should not wait for it

    return converter(strict=True).unstructure(value)


def from_json(
    kind: type[T], content: object, where: str, error: type[Exception] = ValueError, *, lenient: bool = False
) -> T:
    """The value of a dataclass in a JSON object.

    With `lenient`, keys that no field has are passed over. Raises `error` with one plain sentence that names
    the place: `where`, as it stands in a sentence, and the field.
    """
    from core.converter import converter

    try:
        return converter(strict=not lenient).structure(content, kind)
    except Exception as fault:
        raise error(_sentence(fault, where)) from fault


def _sentence(error: BaseException, where: str) -> str:
    """The first fault that was found, told with its place; items are counted from 1."""
    steps: list[str] = []
    while True:
        steps += [_step(note) for note in getattr(error, "__notes__", ()) if type(note) is not str]
        if not isinstance(error, BaseExceptionGroup):
            break
        error = cast("BaseExceptionGroup[BaseException]", error).exceptions[0]
    unknown = getattr(error, "extra_fields", None)
    if unknown:
        steps.append(min(unknown))
    place = f"In {where}, “{'.'.join(steps)}”" if steps else f"{where[:1].upper()}{where[1:]}"
    if unknown:
        return f"{place} is not known here."
    if isinstance(error, KeyError) and steps[-1:] == [*error.args]:
        return f"{place} is missing."
    if isinstance(error, Fault):
        return f"{place} {error}."
    if isinstance(error, SemblanceError | ValueError):
        return f"In {where}: {error}"
    if isinstance(error, RecursionError):
        return f"{where[:1].upper()}{where[1:]} is nested too deeply."
    raise error


def _step(note: Any) -> str:
    """One step of the way to a fault, as cattrs notes it: a field's name, an item's number or key."""
    step = getattr(note, "name", None) or note.index
    return str(step + 1 if isinstance(step, int) else step)
