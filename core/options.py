"""What `--set`, `--region` and `--direction` say, as edits: by the controls of the open packs."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import typer
from numpy.typing import NDArray

from core.document.document import Document
from core.document.edits import LARGEST_SEED, Blend, Named, Own, Reference, Seed, Source
from core.errors import EditError
from core.methods.control import Control, Look, Slider, Toggle
from core.photo import Photo, load_photo

LabelMaps = Callable[[Photo], NDArray[np.uint8]]
"""The label map of a reference photo's face."""
C = TypeVar("C", bound=Control)


@dataclass(frozen=True)
class Choice:
    """What `--face`, `--seed`, `--strength` and `--truncation` say for all edits of the call.

    `strength` goes to every edit that has one, and moves sliders as much less from where they rest.
    """

    face: int
    seed: int
    strength: float
    truncation: float = 1.0


@dataclass(frozen=True)
class Given:
    """What was said by `--set`, `--region` and `--direction`."""

    sets: list[str]
    regions: list[str]
    directions: list[str]
    choice: Choice

    def added_to(self, document: Document, controls: Iterable[Control], label_map: LabelMaps) -> Document:
        """The document with these edits after its own. Raises `EditError`, `PhotoError`, `FaceError`."""
        options = Options(controls, self.choice, label_map)
        document = options.set(document, self.sets)
        document = options.look(document, self.regions)
        return options.slide(document, self.directions)


class Options:
    """Turns options into edits. `label_map` is asked only where a reference decides on or off."""

    def __init__(self, controls: Iterable[Control], choice: Choice, label_map: LabelMaps) -> None:
        self._controls = tuple(controls)
        self._choice, self._label_map = choice, label_map

    def set(self, document: Document, texts: Iterable[str]) -> Document:
        """With the edits of `--set`: a toggle, a slider, or all toggles like a reference."""
        for text in texts:
            name, value = _halves(text, "--set", "eyeglasses=on")
            if name == "all":
                document = self._all(document, value)
                continue
            control = self._named(name, (*self._of(Toggle), *self._of(Slider)), "attribute")
            if isinstance(control, Toggle):
                document = self._toggled(document, control, value)
            else:
                document = self._slid(document, control, value, f"--set {text}")
        return document

    def look(self, document: Document, texts: Iterable[str]) -> Document:
        """With the edits of `--region`."""
        for text in texts:
            name, value = _halves(text, "--region", "hair=her.jpg")
            control = self._named(name, self._of(Look), "region")
            self._check_strength(control)
            document, source = _source(document, value, self._choice)
            document = document.with_edit(control.edit(self._choice.face, source, self._choice.strength))
        return document

    def slide(self, document: Document, texts: Iterable[str]) -> Document:
        """With the edits of `--direction`."""
        for text in texts:
            name, value = _halves(text, "--direction", "age=-0.5")
            control = self._named(name, self._of(Slider), "direction")
            document = self._slid(document, control, value, f"--direction {text}")
        return document

    def _of(self, kind: type[C]) -> tuple[C, ...]:
        return tuple(each for each in self._controls if isinstance(each, kind) and each.supported)

    def _named(self, name: str, among: tuple[C, ...], what: str) -> C:
        """The control of that name, or the one whose edits are always called so."""
        found = _meant(name, among)
        if found is not None:
            return found
        known = f"Known are: {', '.join(_short(each, among) for each in among)}." if among else "It has none."
        raise EditError(f"The model pack knows no {what} called “{name}”. {known}")

    def _all(self, document: Document, value: str) -> Document:
        """All toggles as a reference has them."""
        if value not in document.references and not Path(value).is_file():
            raise EditError(
                f"--set all={value}: everything at once is taken from a photo, like --set all=her.jpg; "
                f"“{value}” is none."
            )
        document, source = _source(document, value, self._choice)
        assert isinstance(source, Reference)
        label_map = self._label_map(document.reference(source.key))
        for control in self._of(Toggle):
            if control.presence is not None:
                document = self._put(document, control, control.presence(label_map), source)
        return document

    def _toggled(self, document: Document, control: Toggle, value: str) -> Document:
        """On, off, random or from a reference, whose face then decides which."""
        if value in ("on", "off", control.when_on, control.when_off):
            source = Seed(self._choice.seed, self._choice.truncation)
            return self._put(document, control, value in ("on", control.when_on), source)
        if control.looks is not None and value in control.looks():
            return self._put(document, control, True, Named(value))
        document, source = _source(document, value, self._choice, "on, off, a look with a name, ")
        present = True
        if isinstance(source, Reference) and not control.lent:
            present = control.present_in(self._label_map(document.reference(source.key)))
        return self._put(document, control, present, source)

    def _put(self, document: Document, control: Toggle, present: bool, source: Source) -> Document:
        self._check_strength(control)
        return document.with_edit(control.edit(self._choice.face, present, source, self._choice.strength))

    def _slid(self, document: Document, control: Slider, value: str, said: str) -> Document:
        amount = _number(value)
        if amount is None or not control.low <= amount <= control.high:
            raise EditError(f"{said}: an amount goes from {control.low:g} to {control.high:g}.")
        moved = control.rest + (amount - control.rest) * self._choice.strength
        return document.with_edit(control.edit(self._choice.face, moved))

    def _check_strength(self, control: Control) -> None:
        """Raises `EditError` where a strength was asked for that the control's edits do not have."""
        if self._choice.strength != 1 and not control.has("strength"):
            raise EditError(f"“{control.name}” has no strength: it is there or not; leave --strength out.")


def _meant(name: str, among: tuple[C, ...]) -> C | None:
    """The control of that name; else the first whose edits are always called so."""
    named = (each for each in among if name == each.name)
    called = (each for each in among if name in each.fixed.values())
    return next(named, None) or next(called, None)


def _short(control: C, among: tuple[C, ...]) -> str:
    """What a person types for it: what its edits are always called, where that means it, or its name."""
    words = (value for value in control.fixed.values() if isinstance(value, str))
    return next((word for word in words if _meant(word, among) is control), control.name)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _source(document: Document, value: str, choice: Choice, words: str = "") -> tuple[Document, Source]:
    """The style source that a value names: own, random, seed:N, a reference photo, which is loaded, or a
    blend of two of these. `words` are what else it might have been."""
    if value.startswith("blend(") and value.endswith(")"):
        return _blend(document, value, choice)
    if value == "own":
        return document, Own()
    if value == "random":
        seed = secrets.randbelow(2**31)
        typer.echo(f"Random seed: {seed}", err=True)
        return document, Seed(seed, choice.truncation)
    if value.startswith("seed:") and value[5:].isdecimal():
        return document, Seed(_seed(value), choice.truncation)
    path = Path(value)
    if not path.exists():
        raise EditError(
            f"“{value}” is none of {words}own, random, seed:N and blend(THIS, THAT, SHARE), and there is no "
            "photo of that name."
        )
    if value not in document.references:
        document = document.with_reference(value, load_photo(path))
    return document, Reference(value)


def _seed(value: str) -> int:
    """The number after “seed:”; no larger than a recipe may hold."""
    number = int(value[5:]) if len(value) < 30 else LARGEST_SEED + 1  # Python reads no endless numbers
    if number > LARGEST_SEED:
        raise EditError(f"A seed is a whole number from 0 to {LARGEST_SEED}.")
    return number


def _blend(document: Document, value: str, choice: Choice) -> tuple[Document, Source]:
    parts = [part.strip() for part in value[len("blend(") : -1].split(",")]
    if len(parts) != 3 or not _is_share(parts[2]):
        raise EditError(f"{value}: write a blend like blend(her.jpg, random, 0.3).")
    document, first = _source(document, parts[0], choice)
    document, second = _source(document, parts[1], choice)
    return document, Blend(first, second, float(parts[2]))


def _is_share(text: str) -> bool:
    share = _number(text)
    return share is not None and 0 <= share <= 1


def _halves(text: str, option: str, example: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not value:
        raise EditError(f"{option} {text}: write it like {option} {example}.")
    return name, value
