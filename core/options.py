"""What `--set`, `--region` and `--direction` say, as edits of a document."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from core.document.document import Document
from core.document.edits import Blend, Edit, Own, Reference, Seed, Source
from core.errors import EditError
from core.labels import GROUPS
from core.methods.smile.attributes import ATTRIBUTES, Attribute, attribute
from core.methods.smile.edits import Direction, SetAttribute, SetRegionStyle
from core.photo import Photo, load_photo

Presence = Callable[[Photo], Mapping[str, bool]]


@dataclass(frozen=True)
class Choice:
    """What `--face`, `--seed` and `--strength` say for all edits of the call."""

    face: int
    seed: int
    strength: float
    truncation: float = 1.0


def with_options(
    document: Document, sets: list[str], regions: list[str], choice: Choice, presence: Presence
) -> Document:
    """The document with the edits of `--set` and `--region`, references loaded.

    `presence` tells which attributes a reference photo's face shows.
    """
    for text in sets:
        name, value = _halves(text, "--set", "eyeglasses=on")
        if name == "all":
            document = _with_all(document, value, choice, presence)
        else:
            document = _with_attribute(document, attribute(name), value, choice, presence)
    for text in regions:
        name, value = _halves(text, "--region", "hair=her.jpg")
        if name not in GROUPS:
            raise EditError(f"There is no region called “{name}”. Known are: {', '.join(GROUPS)}.")
        document, source = _source(document, value, choice)
        document = document.with_edit(
            SetRegionStyle(face=choice.face, region=name, source=source, strength=choice.strength)
        )
    return document


def with_directions(document: Document, texts: list[str], face: int, known: Collection[str]) -> Document:
    """The document with the edits of `--direction`; `known` are the names that the pack has."""
    for text in texts:
        name, value = _halves(text, "--direction", "age=-0.5")
        if name not in known:
            has = f"Known are: {', '.join(known)}." if known else "It has none."
            raise EditError(f"The model pack knows no direction called “{name}”. {has}")
        amount = _number(value)
        if amount is None or not -1 <= amount <= 1:
            raise EditError(f"--direction {text}: an amount goes from -1 to 1.")
        document = document.with_edit(Direction(face=face, name=name, amount=amount))
    return document


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _with_all(document: Document, value: str, choice: Choice, presence: Presence) -> Document:
    """All six attributes as a reference has them."""
    document, source = _source(document, value, choice)
    if not isinstance(source, Reference):
        raise EditError("--set all needs a reference photo, like --set all=her.jpg.")
    shown = presence(document.reference(source.key))
    for known in ATTRIBUTES:
        document = document.with_edit(_attribute_edit(known, shown[known.name], source, choice))
    return document


def _with_attribute(
    document: Document, known: Attribute, value: str, choice: Choice, presence: Presence
) -> Document:
    """One attribute on, off, random or from a reference.

    An accessory asked of a reference is put on whatever the reference wears; hair, bangs and identity
    become what they are there.
    """
    if value in ("on", "off", known.when_on, known.when_off):
        present = value in ("on", known.when_on)
        return document.with_edit(
            _attribute_edit(known, present, Seed(choice.seed, choice.truncation), choice)
        )
    document, source = _source(document, value, choice)
    present = True
    if isinstance(source, Reference) and known.name in ("hair", "bangs", "identity"):
        present = presence(document.reference(source.key))[known.name]
    return document.with_edit(_attribute_edit(known, present, source, choice))


def _attribute_edit(known: Attribute, present: bool, source: Source, choice: Choice) -> Edit:
    return SetAttribute(
        face=choice.face, attribute=known.name, present=present, source=source, strength=choice.strength
    )


def _source(document: Document, value: str, choice: Choice) -> tuple[Document, Source]:
    """The style source that a value names: own, random, seed:N, a reference photo, which is loaded, or a
    blend of two of these."""
    if value.startswith("blend(") and value.endswith(")"):
        return _blend(document, value, choice)
    if value == "own":
        return document, Own()
    if value == "random":
        seed = secrets.randbelow(2**31)
        typer.echo(f"Random seed: {seed}", err=True)
        return document, Seed(seed, choice.truncation)
    if value.startswith("seed:") and value[5:].isdecimal():
        return document, Seed(int(value[5:]), choice.truncation)
    path = Path(value)
    if not path.exists():
        raise EditError(f"“{value}” is neither on, off nor random, and there is no photo of that name.")
    if value not in document.references:
        document = document.with_reference(value, load_photo(path))
    return document, Reference(value)


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
