"""The same edits on many photos: what the command line and the window share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from core.document.document import Document
from core.document.edits import Edit
from core.document.files import load_references, read_recipe
from core.errors import (
    CredentialsError,
    DeviceError,
    EditError,
    FaceError,
    PackError,
    SemblanceError,
    WriteError,
)
from core.export import Renders, export
from core.face import Face, FacePoints, require_face
from core.job import Job
from core.methods.control import Control
from core.methods.fitness import obstacles
from core.methods.registry import edit_types
from core.photo import READABLE_SUFFIXES, WRITABLE, Photo, SaveOptions, load_photo

STOPPING = (PackError, DeviceError, CredentialsError)
"""Errors after which the next file would fail the same way."""
_QUIET = Job()


class Analyses(Protocol):
    """What looking at faces needs of the engine."""

    @property
    def controls(self) -> tuple[Control, ...]: ...

    def analyse(
        self, photo: Photo, points: tuple[FacePoints, ...] | None = ..., job: Job = ...
    ) -> tuple[Face, ...]: ...


class Edits(Renders, Analyses, Protocol):
    """What a batch needs of the engine."""


@dataclass(frozen=True)
class Batch:
    """What is done to each photo, and how it is saved."""

    edits: tuple[Edit, ...]
    references: Mapping[str, Photo] = field(default_factory=dict[str, Photo])
    options: SaveOptions = field(default_factory=SaveOptions)
    sidecar: bool = False
    face: int | None = None
    """Whose the edits are instead of the recipe's face, even where it may be none."""
    anyway: bool = False
    """Edits are made even on faces on which they cannot come out well."""


def edits_in(recipe: Path) -> tuple[tuple[Edit, ...], dict[str, Photo]]:
    """Edits and reference photos of a recipe's file. Raises `EditError`, `PhotoError`."""
    read = read_recipe(recipe, edit_types())
    return read.edits, load_references(read, recipe.parent)


def photos_in(folder: Path) -> list[Path]:
    """The photos of a folder by name; what is hidden or of no known ending is left out."""
    if not folder.is_dir():
        raise EditError(f"{folder} is not a folder.")
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in READABLE_SUFFIXES and path.is_file() and not path.name.startswith(".")
    )


def prepare_folder(out_folder: Path, sources: Iterable[Path]) -> None:
    """Make the folder of the results, which is none of the photos' own. Raises `EditError`, `WriteError`."""
    if out_folder.resolve() in {folder.resolve() for folder in sources}:
        raise EditError("The results need a folder of their own: sources are never overwritten.")
    try:
        out_folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"The folder {out_folder} cannot be made.") from error


def output_names(photos: Iterable[Path], suffix: str = "", taken: Iterable[str] = ()) -> dict[Path, str]:
    """File name of each result: the source's own, with another ending where one is asked for or its format
    cannot be written, and a number where it would meet another or one of `taken`."""
    names: dict[Path, str] = {}
    used = {name.lower() for name in taken}
    for path in photos:
        ending, number = suffix or writable_suffix(path), 2
        name = path.stem + ending
        while name.lower() in used:
            name = f"{path.stem}-{number}{ending}"
            number += 1
        used.add(name.lower())
        names[path] = name
    return names


def outputs(photos: Iterable[Path], out_folder: Path, suffix: str = "") -> dict[Path, Path]:
    """Where each result goes, all with the ending `suffix` if one is given; no file there is replaced."""
    taken = [path.name for path in out_folder.iterdir()]
    return {path: out_folder / name for path, name in output_names(photos, suffix, taken).items()}


def writable_suffix(path: Path) -> str:
    """The path's own ending if files of that kind can be written, otherwise .jpg."""
    known = any(path.suffix.lower() in form.suffixes for form in WRITABLE)
    return path.suffix if known else ".jpg"


def edit_file(engine: Edits, batch: Batch, source: Path, target: Path, job: Job = _QUIET) -> None:
    """Read, edit and write one photo. Raises what the engine raises, `PhotoError` and `Cancelled`."""
    job.step(0.0, "Reading")
    edits = batch.edits
    if batch.face is not None:
        edits = tuple(replace(edit, face=batch.face) for edit in edits)
    document = Document(load_photo(source), edits=edits, references=batch.references)
    if batch.face is None:
        refuse_doubtful(engine, document, job)
    why = "" if batch.anyway else unfit(engine, document, job)
    if why:
        raise FaceError(why)
    export(engine, document, target, batch.options, sidecar=batch.sidecar, job=job)


def refuse_doubtful(engine: Analyses, document: Document, job: Job = _QUIET) -> None:
    """Raise FaceError where an edited face may be none."""
    faces = engine.analyse(document.photo, document.faces, job)
    for index in sorted({edit.face for edit in document.edits if edit.enabled}):
        require_face(faces, index)


def unfit(engine: Analyses, document: Document, job: Job = _QUIET) -> str:
    """Which edits cannot come out well on their faces, and why, in sentences; empty where all can."""
    faces = engine.analyse(document.photo, document.faces, job)
    found = obstacles(document.edits, engine.controls, dict(enumerate(faces)))
    return " ".join(f"{control.title}: {why}" for control, why in found)


def sentence_of(error: BaseException) -> str:
    """Why a file failed, in one line; faults of ours are named as such."""
    if isinstance(error, SemblanceError):
        return " ".join(str(error).split())
    return f"unexpected {type(error).__name__}: {error}"
