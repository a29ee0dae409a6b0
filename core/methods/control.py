"""Controls: what a person can set, told as data. Window, command line and words are built from them.

A control says which edit it makes: the edit's type, the fields that are always the same, and the field that
it moves. Whoever sees an edit can so ask the control for its value, and nobody else needs to know the edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.document.edits import Edit, Seed, Source

LabelMap = NDArray[np.uint8]


@dataclass(frozen=True, kw_only=True)
class Asks:
    """What a control asks of a face to come out well; what is not set is never in the way.

    `turn` and `nod` are degrees of yaw and of pitch, either way, up to which it can. `bare` are parts that
    nothing may cover, `clear` those that the parser has to be sure of. `light`: the face may not lie in the
    dark; `colour`: the photo may not be in shades of grey; `mesh`: it follows the mesh; `whole`: the photo
    may not cut the face, nor, where it is "head", what is above it.
    """

    turn: float = 180.0
    nod: float = 180.0
    bare: frozenset[Literal["eyes", "brows", "nose", "mouth", "hair"]] = frozenset()
    clear: frozenset[Literal["face", "hair"]] = frozenset()
    light: bool = False
    colour: bool = False
    mesh: bool = False
    whole: Literal["", "face", "head"] = ""


def _nothing_fixed() -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, kw_only=True)
class Control:
    """What all controls have.

    `name` is unique among all methods and is what the command line calls it; `title` and `group` (the heading
    under which a person looks for it) are words on the screen. `edit_type` and `fixed` are the edit that it
    makes. `weak` says in plain words where it works badly; `experimental` ones are shown only on demand.
    `asks` is what it needs of a face (`core.methods.fitness`).
    """

    name: str
    title: str
    group: str
    edit_type: type[Edit]
    fixed: Mapping[str, Any] = field(default_factory=_nothing_fixed, hash=False)
    weak: str = ""
    supported: bool = True
    experimental: bool = False
    asks: Asks = Asks()

    def makes(self, edit: Edit) -> bool:
        """Whether an edit is one of this control's."""
        return type(edit) is self.edit_type and all(getattr(edit, k) == v for k, v in self.fixed.items())

    def has(self, name: str) -> bool:
        """Whether its edits have a field of that name, as *strength*."""
        return any(each.name == name for each in fields(self.edit_type))

    def replaced(self, edit: Edit, **values: Any) -> Edit:
        """An edit of this control's with other values, in those fields that its edits have."""
        return replace(edit, **self._known(values))

    def with_source(self, edit: Edit, source: Source) -> Edit:
        """An edit of this control's with another look."""
        return self.replaced(edit, source=source)

    def _edit(self, face: int, values: Mapping[str, Any]) -> Edit:
        return self.edit_type(face=face, **self.fixed, **self._known(values))

    def _known(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in values.items() if self.has(name)}


def maker_of(edit: Edit, controls: Iterable[Control]) -> Control | None:
    """The first of the controls that makes such an edit."""
    return next((each for each in controls if each.makes(edit)), None)


@dataclass(frozen=True, kw_only=True)
class Slider(Control):
    """Moves one number of an edit, `moves`, from `low` to `high`; at `rest` it does nothing.

    `less` and `more` are the words at its ends.
    """

    moves: str = "amount"
    low: float = -1.0
    high: float = 1.0
    rest: float = 0.0
    less: str = ""
    more: str = ""

    def edit(self, face: int, amount: float) -> Edit:
        """The edit that puts it there."""
        return self._edit(face, {self.moves: amount})

    def moved(self, edit: Edit, amount: float) -> Edit:
        """An edit of this control's with another amount."""
        return self.replaced(edit, **{self.moves: amount})

    def amount(self, edit: Edit) -> float:
        """Where an edit of this control's puts it."""
        return float(getattr(edit, self.moves))


@dataclass(frozen=True, kw_only=True)
class Look(Control):
    """Gives something that is there the look of a source, with a strength in 0..1: the edit's fields that
    `takes` names come from it."""

    takes: tuple[str, ...] = ("source",)

    def edit(self, face: int, source: Source, strength: float = 1.0) -> Edit:
        """The edit that gives it that look."""
        return self._edit(face, {**dict.fromkeys(self.takes, source), "strength": strength})

    def with_source(self, edit: Edit, source: Source) -> Edit:
        """An edit of this control's with another look."""
        return self.replaced(edit, **dict.fromkeys(self.takes, source))


@dataclass(frozen=True, kw_only=True)
class Toggle(Control):
    """Puts something on or off, with the look of a source and a strength in 0..1.

    `when_on` and `when_off` are its own words for that. `presence` tells from a label map (256, 256) whether
    a face shows it; None where no label map can tell. `looks` gives the names of looks, where there are any.
    What is `lent` is put on whatever a reference shows, as eyeglasses are; all else becomes what it is there.
    """

    when_on: str = "on"
    when_off: str = "off"
    presence: Callable[[LabelMap], bool] | None = None
    looks: Callable[[], tuple[str, ...]] | None = None
    lent: bool = True

    def edit(self, face: int, present: bool, source: Source | None = None, strength: float = 1.0) -> Edit:
        """The edit that turns it on or off."""
        values = {"present": present, "source": source or Seed(0), "strength": strength}
        return self._edit(face, values)

    def present_in(self, label_map: LabelMap) -> bool:
        """What a reference with that label map makes of it: on or off."""
        return self.lent or self.presence is None or self.presence(label_map)
