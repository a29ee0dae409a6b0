"""JSON objects read with care: every field once, with its type and range, and none left over."""

from __future__ import annotations

from typing import cast

from core.errors import EditError

_MISSING = object()


class Fields:
    """The fields of one JSON object: each is read once with its type, and none may be left over.

    `where` names the object in errors, which are `EditError`s.
    """

    def __init__(self, content: object, where: str) -> None:
        if not isinstance(content, dict):
            raise EditError(f"{where[:1].upper()}{where[1:]} is not a JSON object.")
        self._content = dict(cast("dict[str, object]", content))
        self._where = where

    def get(self, name: str, default: object = _MISSING) -> object:
        value = self._content.pop(name, default)
        if value is _MISSING:
            raise EditError(f"In {self._where}, “{name}” is missing.")
        return value

    def text(self, name: str, default: object = _MISSING) -> str:
        value = self.get(name, default)
        if not isinstance(value, str):
            raise EditError(f"In {self._where}, “{name}” must be text.")
        return value

    def flag(self, name: str, default: object = _MISSING) -> bool:
        value = self.get(name, default)
        if not isinstance(value, bool):
            raise EditError(f"In {self._where}, “{name}” must be true or false.")
        return value

    def integer(self, name: str, low: int, high: int, default: object = _MISSING) -> int:
        value = self.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise EditError(f"In {self._where}, “{name}” must be a whole number from {low} to {high}.")
        return value

    def number(self, name: str, low: float, high: float, default: object = _MISSING) -> float:
        value = self.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise EditError(f"In {self._where}, “{name}” must be a number from {low:g} to {high:g}.")
        return float(value)

    def items(self, name: str, default: object = _MISSING) -> list[object]:
        value = self.get(name, default)
        if not isinstance(value, list):
            raise EditError(f"In {self._where}, “{name}” must be a list.")
        return cast("list[object]", value)

    def all_text(self) -> dict[str, str]:
        return {name: self.text(name) for name in list(self._content)}

    def finish(self) -> None:
        if self._content:
            raise EditError(f"In {self._where}, “{next(iter(self._content))}” is not known here.")


def read_point(content: object, where: str) -> tuple[float, float]:
    """Two numbers [x, y]. Raises `EditError` that names `where`."""
    if isinstance(content, list):
        values = cast("list[object]", content)
        if len(values) == 2:
            return read_number(values[0], where), read_number(values[1], where)
    raise EditError(f"In {where}, a point must be two numbers.")


def read_number(value: object, where: str) -> float:
    """A usable number. Raises `EditError` that names `where`."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise EditError(f"In {where}, {value!r} is not a usable number.")
    return float(value)
