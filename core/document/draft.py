"""A project as a folder, for autosaving: pictures are written once, the edits each time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from core.atomic import write_atomically, writing_fault
from core.document.kept import Arrays, fitting, kept_bytes
from core.document.manifest import KeptPart, Manifest, manifest_from_json
from core.document.project import MANIFEST, MAX_MANIFEST_BYTES, Project, manifest_of, project_of
from core.document.recipe import EditTypes
from core.errors import ProjectError
from core.photo import Photo
from core.photo.original import original_file


class DraftFolder:
    """Writes projects into one folder, the newest counts. Keeps at hand which pictures lie there already.

    At any moment the folder holds one whole project or none: pictures are there before project.json names
    them, and go after it no longer does.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._parts: dict[int, tuple[object, str]] = {}
        self._serial = 0

    def write(self, project: Project) -> None:
        """Make the folder hold this project. Raises `ProjectError`, or `PhotoError` as `original_file`."""
        document = project.document
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            photo = self._picture(document.photo)
            references = {key: self._picture(each) for key, each in document.references.items()}
            kept = tuple(
                KeptPart(self._kept(arrays), found_by) for found_by, arrays in fitting(document.kept).items()
            )
            text = manifest_of(project, photo, references, kept).to_json()
            write_atomically(self.folder / MANIFEST, text.encode())
            self._drop_others({photo, *references.values(), *(each.part for each in kept)})
        except OSError as error:
            raise ProjectError(writing_fault(error, self.folder / MANIFEST)) from error

    def clear(self) -> None:
        """Take the project away, and the folder unless something else lies in it."""
        self._parts.clear()
        clear_draft(self.folder)

    def _picture(self, photo: Photo) -> str:
        return self._part(photo, "picture", lambda: original_file(photo))

    def _kept(self, arrays: Arrays) -> str:
        return self._part(arrays, "kept", lambda: (".safetensors", kept_bytes(arrays)))

    def _part(self, holds: object, kind: str, content: Callable[[], tuple[str, bytes]]) -> str:
        """The name of the file that holds it, written now if it was not yet."""
        known = self._parts.get(id(holds))
        if known is not None:
            return known[1]
        suffix, data = content()
        self._serial += 1
        name = f"{kind}-{self._serial}{suffix}"
        write_atomically(self.folder / name, data)
        self._parts[id(holds)] = holds, name  # it is kept, so that its id stays its own
        return name

    def _drop_others(self, named: set[str]) -> None:
        for key, (_, name) in list(self._parts.items()):
            if name not in named:
                del self._parts[key]
                (self.folder / name).unlink(missing_ok=True)


def read_draft(folder: Path, types: EditTypes) -> Project:
    """The project in a folder; edits of other than these types are kept as `UnknownEdit`s.

    Raises `ProjectError` with a sentence for a person.
    """

    def read(part: str, limit: int) -> bytes:
        return _read(folder / part, limit)

    return project_of(read_draft_manifest(folder), read, "What was kept", types)


def read_draft_manifest(folder: Path) -> Manifest:
    """What the folder's project.json says. Raises `ProjectError`."""
    return manifest_from_json(_read(folder / MANIFEST, MAX_MANIFEST_BYTES), "What was kept")


def clear_draft(folder: Path) -> None:
    """Delete a draft: first what makes it one, then its pictures, then the folder if it is empty."""
    with contextlib.suppress(OSError):
        (folder / MANIFEST).unlink(missing_ok=True)
        for path in folder.iterdir():
            if path.name.startswith(("picture-", "kept-", ".semblance-")):
                path.unlink()
        folder.rmdir()


def _read(path: Path, limit: int) -> bytes:
    try:
        if path.stat().st_size > limit:
            raise ProjectError(f"What was kept is not opened: “{path.name}” is implausibly large.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ProjectError(f"What was kept is damaged: its part “{path.name}” is missing.") from error
    except OSError as error:
        raise ProjectError(f"What was kept cannot be read: {error.strerror or error}.") from error
