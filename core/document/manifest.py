"""project.json: what a project says beside its pictures, read with every value checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from typing import TYPE_CHECKING, Annotated, Any

from core.codec import OMIT_DEFAULT, Matching, Within, from_json, to_json
from core.document.edits import FaceNumber, Point
from core.errors import EditError, ProjectError

if TYPE_CHECKING:
    from core.packs import Pack

FORMAT = "semblance project"
VERSION = 1
"""Raised when an older Semblance could no longer read a project rightly."""
MINOR = 1
"""Raised when fields come in that an older Semblance may leave out: it then says so in a notice. 1: `packs`
and `kept`."""
NEWER_NOTICE = "This project was written by a newer Semblance; what this one does not know is left out."
Part = Annotated[str, Matching(r"[a-z0-9-]{1,60}\.[a-z0-9]{1,11}", "a usable name of a part")]
"""A plain file name: it can lead nowhere but beside project.json."""
Sha256 = Annotated[str, Matching("[0-9a-f]{64}", "64 hexadecimal digits")]
FivePoints = tuple[Point, Point, Point, Point, Point]
Version = Annotated[int, Within(0, 10**6)]


@dataclass(frozen=True)
class PackStamp:
    """A pack that a project was last rendered with; projects of before `packs` do not say its method."""

    name: str
    version: str
    sha256: Sha256
    method: Annotated[str, OMIT_DEFAULT] = ""


@dataclass(frozen=True)
class KeptPart:
    """Where arrays are kept that took long to find, and the key that they are found by."""

    part: Part
    key: tuple[str, str, str]


@dataclass(frozen=True)
class _Head:
    format: str
    version: Version
    minor: Version


@dataclass(frozen=True, kw_only=True)
class Manifest(_Head):
    """The content of project.json.

    `photo` and the recipe's reference files are names of parts beside it. `path` is where the photo came
    from, `home` where the project is saved when this is its autosave. `titles` names references by key.
    `recipe` is as `recipe_to_dict` gives it; `pack` is the first of `packs` again, for older programs.
    """

    format: str = FORMAT
    version: Version = VERSION
    minor: Version = MINOR
    program: str = ""
    title: str = ""
    path: str | None = None
    home: str | None = None
    photo: Part
    faces: tuple[FivePoints, ...] | None = None
    face: FaceNumber = 0
    pack: PackStamp | None = None
    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    recipe: Mapping[str, Any]
    packs: tuple[PackStamp, ...] = ()
    kept: Annotated[tuple[KeptPart, ...], OMIT_DEFAULT] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the reading."""
        return (NEWER_NOTICE,) if self.minor > MINOR else ()

    @property
    def stamps(self) -> tuple[PackStamp, ...]:
        """The packs that the project was last rendered with, of old projects too."""
        return self.packs or ((self.pack,) if self.pack is not None else ())

    def to_json(self) -> str:
        """The text of project.json, in plain ASCII."""
        return json.dumps(to_json(self), indent=1, allow_nan=False)


def stamp_of(pack: Pack) -> PackStamp:
    """The pack as a project remembers it. Raises `PackError` when its fallback is not installed."""
    return PackStamp(pack.name, pack.descriptor.version, pack.digest, pack.descriptor.method)


def pack_notices(stamps: Iterable[PackStamp], packs: Sequence[Pack]) -> tuple[str, ...]:
    """What to say when a project was rendered with other weights than those of the open packs.

    `packs` has the one that reads faces first. A pack of a method that has none open is not told of here:
    edits that are not shown for it say so themselves.
    """
    found: list[str] = []
    for stamp in stamps:
        pack = next((each for each in packs if stamp.method in ("", each.descriptor.method)), None)
        if pack is not None and pack.digest != stamp.sha256:
            found.append(
                f"This project was made with the model pack {stamp.name} {stamp.version}; "
                f"with {pack.name} {pack.descriptor.version} its results may differ."
            )
    return tuple(found)


def program_version() -> str:
    """This Semblance's version; "" in a copy that was never installed."""
    try:
        return installed_version("semblance")
    except PackageNotFoundError:
        return ""


def manifest_from_json(data: bytes, name: str) -> Manifest:
    """The manifest in the bytes of project.json; errors call the project `name`. Raises `ProjectError`."""
    try:
        content: object = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ProjectError(f"{name} is damaged: its list of edits cannot be read.") from error
    try:
        return _manifest(content, name)
    except EditError as error:
        raise ProjectError(f"{name} cannot be opened. {error}") from error


def _manifest(content: object, name: str) -> Manifest:
    head = from_json(_Head, content, "the project", EditError, lenient=True)
    if head.format != FORMAT:
        raise ProjectError(f"{name} is not a project of Semblance.")
    if head.version > VERSION:
        raise ProjectError(
            f"{name} was written by a newer Semblance "
            f"(project version {head.version}; this one reads {VERSION})."
        )
    return from_json(Manifest, content, "the project", EditError, lenient=head.minor > MINOR)
