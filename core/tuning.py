"""Numbers that shape pictures: one frozen table a method, each number with its unit, reason and decision.

Lengths are shares of the crop's side and areas shares of its square, so that a crop of 512 pixels looks like
one of 256; `Tuning.at` gives them in pixels. Eyes lie a quarter of the crop apart, so that a length as a
share of their distance is four times the number here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, Literal, Self, TypeVar, cast

Unit = Literal[
    "crop",  # a length: share of the crop's side
    "crop²",  # an area: share of the crop's square
    "share",  # of whatever the name says
    "levels",  # of brightness, 0..255
    "logarithm",  # natural, of brightness
    "logit",
    "opacity",
    "degrees",
    "mm",
    "times",
    "percentile",
    "deviations",  # standard ones
    "pixels",  # of whatever is looked at, for want of a scale
    "count",
]

T = TypeVar("T", bound="Tuning")


def number(value: Any, unit: Unit, why: str, decision: str = "") -> Any:
    """A field of a table: its value in `unit`, one line that says why it is there, and the number of the
    document in docs/decisions that chose it; none where it was set by eye and nobody wrote that down."""
    return field(default=value, metadata={"unit": unit, "why": why, "decision": decision})


@dataclass(frozen=True)
class Tuning:
    """What the tables of methods have."""

    def at(self, size: int) -> Self:
        """The table with lengths and areas in pixels of a crop of `size` pixels a side."""
        return cast("Self", _at(self, size))


@cache
def _at(table: T, size: int) -> T:
    scales = {"crop": size, "crop²": size**2}
    scaled = {
        each.name: getattr(table, each.name) * scales[each.metadata["unit"]]
        for each in fields(table)
        if each.metadata["unit"] in scales
    }
    return replace(table, **scaled)


def odd(length: float) -> int:
    """The odd number of pixels nearest to a length: the side of a kernel that has a middle."""
    return 2 * round((length - 1) / 2) + 1
