"""What a session holds beside its document: references on the shelf, and what was open before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.canvas.pictures import Picture
from app.session.history import History
from app.words.translate import tr
from core.document.document import Document, reference_keys
from core.document.edits import Reference
from core.render.preview import Preview

if TYPE_CHECKING:
    from app.engine.requests import OpenedProject
    from app.session.session import Session
    from core.document.manifest import PackStamp
    from core.document.project import Project
    from core.face import Face
    from core.photo import Photo


@dataclass(frozen=True, eq=False)
class ReferenceItem:
    """A reference on the shelf. `face` is None while it is looked for, `error` says that none was found."""

    key: str
    title: str
    photo: Photo
    picture: Picture
    face: Face | None = None
    error: str | None = None

    @property
    def source(self) -> Reference:
        """The source of style that the edits name."""
        return Reference(self.key)


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A state that was put aside, with what the engine had made of it (face -> preview)."""

    title: str
    document: Document
    previews: Mapping[int, Preview]


@dataclass(frozen=True, eq=False)
class Past:
    """What was open before, for the way back."""

    history: History
    title: str
    path: Path | None
    picture: Picture
    references: dict[str, ReferenceItem]
    face: int
    project: Path | None = None
    packs: tuple[PackStamp, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()


def past_of(opened: OpenedProject, file: Path | None, unsaved: bool = False) -> Past:
    """What a project brings; `file` is where it is saved. `unsaved`: no file holds it as it is."""
    project = opened.project
    references = {
        key: ReferenceItem(key, project.titles.get(key, key), photo, opened.pictures[key])
        for key, photo in project.document.references.items()
    }
    history = History(project.document, saved=file is not None, kept=not unsaved)
    title = project.title or (file.name if file is not None else tr("Photo"))
    return Past(history, title, project.path, opened.picture, references, project.face, file, project.packs)


def project_now(session: Session) -> Project | None:
    """What is open, as a project: the references that edits use, and those on the shelf; and what the engine
    found in minutes."""
    from core.document.project import Project

    document = session.document
    if document is None:
        return None
    used = sorted({key for edit in document.edits for key in reference_keys(edit)})
    references = {key: document.reference(key) for key in used}
    references |= {key: item.photo for key, item in session.references.items()}
    return Project(
        document=replace(document, references=references, kept={**document.kept, **session.renderer.kept}),
        title=session.title,
        path=session.path,
        face=session.face_index,
        titles=session.editor.reference_titles,
        packs=session.packs,
        home=session.project,
    )
