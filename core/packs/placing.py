"""Where an imported pack goes, and putting it there whole or not at all."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from core.errors import PackError
from core.packs.pack import BUNDLED_PACKS, Pack, user_packs


def checked_licence(licence: str) -> str:
    """What the person says of the terms. Raises `PackError` where they say nothing."""
    if not licence.strip():
        raise PackError("The licence of the weights must be said; it is kept with the pack (--licence TEXT).")
    return licence.strip()


def pack_place(name: str, replace: bool, library: Path | None = None) -> Path:
    """The folder that a pack of that name will be in, by default among the person's own.

    Raises `PackError` for names that no pack can have, and for those that are taken.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,63}", name):
        raise PackError(
            f"“{name}” cannot name a pack: small letters, digits, dots and dashes, at most 64 of them."
        )
    folder = (library or user_packs()) / name
    if (BUNDLED_PACKS / name).exists():
        raise PackError(f"“{name}” is the name of a pack that ships with Semblance; choose another (--name).")
    if folder.exists() and not replace:
        raise PackError(
            f"There is already a pack “{name}”. Choose another name (--name) or replace it (--replace)."
        )
    return folder


def put_pack(folder: Path, write: Callable[[Path], object]) -> Pack:
    """Let `write` make a pack beside its final place, then move it there: a half-written one is never found.

    Raises `PackError` when it cannot be written; what was there before stays then.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".import-", dir=folder.parent) as draft:
            write(Path(draft) / folder.name)
            _swap(Path(draft) / folder.name, folder, Path(draft) / "replaced")
    except OSError as error:
        raise PackError(f"The pack cannot be written to {folder} ({error.strerror or error}).") from error
    return Pack.open(folder)


def _swap(new: Path, place: Path, aside: Path) -> None:
    """Put `new` in its place; what was there goes aside, and comes back when that fails."""
    there = place.exists()
    if there:
        place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        if there:
            aside.rename(place)
        raise
