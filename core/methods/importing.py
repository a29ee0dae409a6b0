"""Packs out of weights that papers' authors released: each method knows the files of its own paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from core.errors import PackError
from core.packs import Pack


@dataclass(frozen=True, eq=False)
class Imported:
    """The pack that an import made, and sentences on what was left out."""

    pack: Pack
    notices: tuple[str, ...]


class Importer(Protocol):
    """Reads one method's released files. Nothing in a file is ever executed."""

    @property
    def knows(self) -> str:
        """The kinds of files that it knows, in words, for a person whose file nobody knows."""
        ...

    def title(self, path: Path) -> str | None:
        """What the file holds; None where it is not this method's. Raises `PackError` for what cannot be
        read at all."""
        ...

    def make(self, paths: Sequence[Path], licence: str, name: str = "", replace: bool = False) -> Imported:
        """A pack of these files. Raises `PackError` with a sentence for every reason why not."""
        ...


def importer_for(paths: Sequence[Path], importers: Sequence[Importer]) -> tuple[Importer, list[str]]:
    """The importer whose files these are, and what each holds.

    Raises `PackError` when nobody knows a file, or when they belong to several methods.
    """
    chosen: Importer | None = None
    titles: list[str] = []
    for path in paths:
        found = next(((each, title) for each in importers if (title := each.title(path)) is not None), None)
        if found is None:
            known = "; ".join(each.knows for each in importers)
            raise PackError(f"{path.name} holds a network that Semblance cannot use. It knows: {known}.")
        if chosen is not None and found[0] is not chosen:
            raise PackError(f"{path.name} belongs to another method than the files before it.")
        chosen = found[0]
        titles.append(found[1])
    if chosen is None:
        raise PackError("No weight file was given.")
    return chosen, titles
