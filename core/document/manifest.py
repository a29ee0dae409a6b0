"""project.json: what a project says beside its pictures, read with every value checked."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from typing import TYPE_CHECKING, Any, cast

from core.document.fields import Fields, read_point
from core.document.recipe import Recipe, recipe_from_dict, recipe_to_dict
from core.errors import EditError, ProjectError
from core.face.points import FacePoints

if TYPE_CHECKING:
    from core.packs import Pack

FORMAT = "semblance project"
VERSION = 1
"""Raised when an older Semblance could no longer read a project rightly."""
MINOR = 0
"""Raised when fields come in that an older Semblance may leave out: it then says so in a notice."""
NEWER_NOTICE = "This project was written by a newer Semblance; what this one does not know is left out."
_PART = re.compile(r"[a-z0-9-]{1,60}\.[a-z0-9]{1,5}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class PackStamp:
    """Which pack a project was last rendered with."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """The content of project.json.

    `photo` and the recipe's reference files are names of parts beside it. `path` is where the photo came
    from, `home` where the project is saved when this is its autosave. `titles` names references by key.
    """

    photo: str
    recipe: Recipe
    title: str = ""
    path: str | None = None
    home: str | None = None
    faces: tuple[FacePoints, ...] | None = None
    face: int = 0
    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    pack: PackStamp | None = None
    program: str = ""
    notices: tuple[str, ...] = ()

    def to_json(self) -> str:
        """The text of project.json, in plain ASCII."""
        pack = self.pack
        content: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "minor": MINOR,
            "program": self.program,
            "title": self.title,
            "path": self.path,
            "home": self.home,
            "photo": self.photo,
            "faces": None if self.faces is None else [[list(p) for p in face.points] for face in self.faces],
            "face": self.face,
            "pack": pack and {"name": pack.name, "version": pack.version, "sha256": pack.sha256},
            "titles": dict(self.titles),
            "recipe": recipe_to_dict(self.recipe.edits, self.recipe.references),
        }
        return json.dumps(content, indent=1, allow_nan=False)


def stamp_of(pack: Pack) -> PackStamp:
    """The pack as a project remembers it. Raises `PackError` when its fallback is not installed."""
    return PackStamp(pack.name, pack.descriptor.version, pack.digest)


def pack_notice(stamp: PackStamp | None, pack: Pack) -> str:
    """What to say when a project was rendered with other weights than this pack's; "" when it was not."""
    if stamp is None or stamp.sha256 == pack.digest:
        return ""
    return (
        f"This project was made with the model pack {stamp.name} {stamp.version}; "
        f"with {pack.name} {pack.descriptor.version} its results may differ."
    )


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
    fields = Fields(content, "the project")
    if fields.text("format") != FORMAT:
        raise ProjectError(f"{name} is not a project of Semblance.")
    version = fields.integer("version", 1, 10**6)
    if version > VERSION:
        raise ProjectError(
            f"{name} was written by a newer Semblance (project version {version}; this one reads {VERSION})."
        )
    minor = fields.integer("minor", 0, 10**6)
    recipe = recipe_from_dict(fields.get("recipe"))
    for part in recipe.references.values():
        _part(part)
    manifest = Manifest(
        photo=_part(fields.text("photo")),
        recipe=recipe,
        title=fields.text("title"),
        path=_text_or_none(fields, "path"),
        home=_text_or_none(fields, "home"),
        faces=_faces(fields.get("faces")),
        face=fields.integer("face", 0, 10**6),
        titles=Fields(fields.get("titles"), "the titles").all_text(),
        pack=_pack(fields.get("pack")),
        program=fields.text("program"),
        notices=(NEWER_NOTICE,) if minor > MINOR else (),
    )
    if minor <= MINOR:
        fields.finish()
    return manifest


def _part(name: str) -> str:
    """A plain file name: it can lead nowhere but beside project.json."""
    if not _PART.fullmatch(name):
        raise EditError(f"The project names a part “{name}”, which is not a usable name.")
    return name


def _text_or_none(fields: Fields, name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise EditError(f"In the project, “{name}” must be text or nothing.")
    return value


def _faces(content: object) -> tuple[FacePoints, ...] | None:
    if content is None:
        return None
    if not isinstance(content, list):
        raise EditError("In the project, “faces” must be a list or nothing.")
    return tuple(_face(item) for item in cast("list[object]", content))


def _face(content: object) -> FacePoints:
    places = cast("list[object]", content) if isinstance(content, list) else []
    if len(places) != 5:
        raise EditError("In the project, a face must have five points.")
    a, b, c, d, e = (read_point(place, "the faces") for place in places)
    return FacePoints((a, b, c, d, e))


def _pack(content: object) -> PackStamp | None:
    if content is None:
        return None
    fields = Fields(content, "the pack")
    stamp = PackStamp(fields.text("name"), fields.text("version"), fields.text("sha256"))
    fields.finish()
    if not _SHA256.fullmatch(stamp.sha256):
        raise EditError("In the pack, “sha256” must be 64 hexadecimal digits.")
    return stamp
