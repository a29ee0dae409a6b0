"""The project file: a document as an OpenRaster, which other programs open as layers.

Its layout is told in docs/project-file.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from core.atomic import atomic_file, writing_fault
from core.codec import from_json
from core.document.document import Document, reference_keys
from core.document.kept import fitting, kept_bytes, read_kept
from core.document.layers import (
    Layer,
    Place,
    Rendered,
    flat,
    photo_layers,
    region_layers,
    stack_xml,
    thumbnail,
)
from core.document.manifest import (
    KeptPart,
    Manifest,
    PackStamp,
    Part,
    manifest_from_json,
    program_version,
)
from core.document.recipe import EditTypes, recipe_from_dict, recipe_to_dict
from core.errors import EditError, PhotoError, ProjectError
from core.face.points import FacePoints
from core.job import Job
from core.photo import Photo, load_photo, photo_bytes
from core.photo.formats import MAX_FILE_BYTES
from core.photo.openraster import MERGED, MIMETYPE, open_ora
from core.photo.original import original_file

FOLDER = "semblance/"
MANIFEST = "project.json"
MAX_MANIFEST_BYTES = 64 << 20
_PNG = Path("layer.png")
_QUIET = Job()


@dataclass(frozen=True, eq=False)
class Project:
    """A document with what the window keeps beside it.

    `title` names the photo and `path` is where it came from, which need not be there any more. `titles`
    names the references, by key. `face` is the current one. `packs` last rendered it, the one that read faces
    first. `home`: the project file that an autosave belongs to. `notices` are plain sentences about the
    reading.
    """

    document: Document
    title: str = ""
    path: Path | None = None
    face: int = 0
    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    packs: tuple[PackStamp, ...] = ()
    home: Path | None = None
    notices: tuple[str, ...] = ()


def write_project(project: Project, path: Path, rendered: Rendered | None = None, job: Job = _QUIET) -> None:
    """Write the project, whole or not at all; an old file stays until the new one is complete.

    Without `rendered` the layers show the photo as it was, without its edits; opening it in Semblance is the
    same. Raises `ProjectError`, `PhotoError` for a photo that cannot be written, `Cancelled`.
    """
    if path.is_dir():
        raise ProjectError(f"“{path}” is a folder; a file name is needed.")
    if not path.absolute().parent.is_dir():
        raise ProjectError(f"The folder “{path.absolute().parent}” does not exist.")
    try:
        with atomic_file(path) as file:
            _write(file, project, rendered or Rendered(project.document.photo), job)
    except OSError as error:
        raise ProjectError(writing_fault(error, path)) from error
    except MemoryError as error:
        raise ProjectError(f"This computer's memory is too small to write “{path.name}”.") from error


def read_project(path: Path, types: EditTypes) -> Project:
    """The project in a file; edits of other than these types are kept as `UnknownEdit`s.

    Raises `ProjectError`, or `PhotoError` for a picture in it, as sentences.
    """
    name = f"“{path.name}”"
    with open_ora(path) as ora:
        if not ora.has(FOLDER + MANIFEST):
            raise ProjectError(f"{name} is a picture with layers, but not a project of Semblance.")
        manifest = manifest_from_json(ora.read(FOLDER + MANIFEST, MAX_MANIFEST_BYTES), name)
        return project_of(manifest, lambda part, limit: ora.read(FOLDER + part, limit), name, types)


def is_project(path: Path) -> bool:
    """Whether the file is a project of ours, damaged or not; False for all that cannot even be opened."""
    try:
        with open_ora(path) as ora:
            return ora.has(FOLDER + MANIFEST)
    except ProjectError:
        return False


def manifest_of(
    project: Project, photo: str, references: Mapping[str, str], kept: tuple[KeptPart, ...] = ()
) -> Manifest:
    """What project.json says, given the names of the parts that hold the photo and each reference."""
    document = project.document
    return Manifest(
        photo=photo,
        recipe=recipe_to_dict(document.edits, references),
        title=project.title,
        path=None if project.path is None else str(project.path),
        home=None if project.home is None else str(project.home),
        faces=None if document.faces is None else tuple(face.points for face in document.faces),
        face=project.face,
        titles={key: title for key, title in project.titles.items() if key in references},
        pack=replace(project.packs[0], method="") if project.packs else None,
        packs=project.packs,
        kept=kept,
        program=program_version(),
    )


def project_of(manifest: Manifest, read: Callable[[str, int], bytes], name: str, types: EditTypes) -> Project:
    """The project that the manifest tells of; `read` gives the bytes of a part, up to so many.

    Raises `ProjectError`.
    """
    try:
        recipe = recipe_from_dict(manifest.recipe, types)
        parts = from_json(dict[str, Part], recipe.references, "the project's references", EditError)
    except EditError as error:
        raise ProjectError(f"{name} cannot be opened. {error}") from error
    path = None if manifest.path is None else Path(manifest.path)
    photo = _picture(read(manifest.photo, MAX_FILE_BYTES), f"The photo in {name}")
    references = {
        key: _picture(read(part, MAX_FILE_BYTES), f"A reference in {name}") for key, part in parts.items()
    }
    faces = None if manifest.faces is None else tuple(FacePoints(points) for points in manifest.faces)
    kept, notices = read_kept(manifest.kept, read)
    document = Document(replace(photo, source=path), faces, recipe.edits, references, kept)
    try:
        for key in sorted({key for edit in document.edits for key in reference_keys(edit)}):
            document.reference(key)
    except EditError as error:
        raise ProjectError(f"{name} cannot be opened. {error}") from error
    return Project(
        document=document,
        title=manifest.title,
        path=path,
        face=manifest.face,
        titles=manifest.titles,
        packs=manifest.stamps,
        home=None if manifest.home is None else Path(manifest.home),
        notices=(*manifest.notices, *notices),
    )


def _picture(data: bytes, which: str) -> Photo:
    try:
        return load_photo(data)
    except PhotoError as error:
        raise ProjectError(f"{which} cannot be read. {error}") from error


def _write(file: BinaryIO, project: Project, rendered: Rendered, job: Job) -> None:
    with ZipFile(file, "w") as archive:
        _add(archive, "mimetype", MIMETYPE)  # first and plain, so that it stands at a fixed place
        job.step(0.0, "Writing the photo")
        _write_document(archive, project)
        photos, faces = _write_layers(archive, project.document.photo, rendered, job)
        job.step(0.8, "Writing the picture")
        merged = flat(rendered.result)
        _add(archive, MERGED, photo_bytes(merged, _PNG, edited=False))
        _add(archive, "Thumbnails/thumbnail.png", photo_bytes(thumbnail(merged), _PNG, edited=False))
        xml = stack_xml(merged.width, merged.height, photos, faces)
        _add(archive, "stack.xml", xml, ZIP_DEFLATED)
        job.step(0.95, "Writing the project")


def _write_document(archive: ZipFile, project: Project) -> None:
    document = project.document
    suffix, data = original_file(document.photo)
    _add(archive, f"{FOLDER}photo{suffix}", data)
    references: dict[str, str] = {}
    for number, (key, reference) in enumerate(document.references.items(), start=1):
        ending, data = original_file(reference)
        references[key] = f"reference-{number}{ending}"
        _add(archive, FOLDER + references[key], data)
    kept: list[KeptPart] = []
    for number, (found_by, arrays) in enumerate(fitting(document.kept).items(), start=1):
        kept.append(KeptPart(f"kept-{number}.safetensors", found_by))
        _add(archive, FOLDER + kept[-1].part, kept_bytes(arrays))
    manifest = manifest_of(replace(project, home=None), f"photo{suffix}", references, tuple(kept))
    _add(archive, FOLDER + MANIFEST, manifest.to_json().encode(), ZIP_DEFLATED)


def _write_layers(
    archive: ZipFile, photo: Photo, rendered: Rendered, job: Job
) -> tuple[list[Place], list[list[Place]]]:
    def written(layer: Layer) -> Place:
        job.step(0.3, "Writing layers")
        _add(archive, f"data/{layer.file}", photo_bytes(layer.picture, _PNG, edited=False))
        return Place.of(layer)

    photos = [written(layer) for layer in photo_layers(photo, rendered.result)]
    faces = [
        [written(layer) for layer in region_layers(number, face, photo.width, photo.height)]
        for number, face in enumerate(rendered.faces, start=1)
    ]
    return photos, faces


def _add(archive: ZipFile, name: str, data: bytes, compression: int = ZIP_STORED) -> None:
    """A part with the usual rights and no date, so that equal documents make equal files."""
    part = ZipInfo(name)
    part.compress_type = compression
    part.external_attr = 0o644 << 16
    archive.writestr(part, data)
