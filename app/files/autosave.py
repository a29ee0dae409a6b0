"""Autosaves: the edits go to the user's data folder soon after each change, and are found after a crash.

Each window has a folder of its own with a lock beside it: one whose lock is held by nobody was left by a
crash and is offered; one that is held belongs to another window and is left alone.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import platformdirs
from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from app.engine.editing import NoEngine
from app.engine.requests import SAVE, OpenedProject, SaveProject
from app.engine.thread import Outcome, WorkerThread
from app.program.settings import APP_NAME
from app.session.messages import Choice
from app.session.past import project_now
from app.session.session import Session
from app.words.translate import tr
from core.errors import SemblanceError
from core.job import Job

if TYPE_CHECKING:
    from core.document.draft import DraftFolder
    from core.document.project import Project
    from core.photo import Photo

_log = logging.getLogger(__name__)
REST = 3000  # ms after a change
KEEP = "keep"
_FIND = "find"
_OFFERED = 3  # more messages have no room; the others wait for the next start


def autosave_root() -> Path:
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "autosave"


@dataclass(frozen=True)
class Found:
    """What a crash left: its folder, and what the document was called."""

    folder: Path
    name: str


class Keeper(NoEngine):
    """This window's folder and the locks of those that it found. For one thread at a time."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._draft: DraftFolder | None = None
        self._locks: dict[Path, QLockFile] = {}

    def keep(self, project: Project) -> None:
        """Write the project into this window's folder. Raises `SemblanceError`."""
        from core.document.draft import DraftFolder

        if self._draft is None:
            self._draft = DraftFolder(self._root / uuid4().hex)
        if self._draft.folder not in self._locks:
            with contextlib.suppress(OSError):  # writing will say what is wrong
                self._root.mkdir(parents=True, exist_ok=True)
            self._lock(self._draft.folder)
        self._draft.write(project)

    def drop(self) -> None:
        """Nothing unsaved is open any more."""
        if self._draft is not None:
            self._draft.clear()

    def find(self) -> tuple[Found, ...]:
        """The drafts that no living window holds, the newest first; they are held from here on."""
        folders = self._folders()
        if not folders:  # as nearly always: then the start need not wait for the codecs
            return ()
        from core.document.draft import clear_draft, read_draft_manifest
        from core.document.project import MANIFEST

        found: list[tuple[float, Found]] = []
        for folder in folders:
            if not self._lock(folder):
                continue
            try:
                when = (folder / MANIFEST).stat().st_mtime
                manifest = read_draft_manifest(folder)
            except FileNotFoundError:  # killed before its first autosave was complete
                clear_draft(folder)
                self._unlock(folder)
            except (OSError, SemblanceError) as error:
                _log.warning("An autosave is left alone: %s", error)
                self._unlock(folder)
            else:
                name = Path(manifest.home).name if manifest.home else manifest.title
                found.append((when, Found(folder, name or tr("a photo"))))
        newest = sorted(found, key=lambda each: each[0], reverse=True)
        for _, each in newest[_OFFERED:]:
            self._unlock(each.folder)
        return tuple(each for _, each in newest[:_OFFERED])

    def discard(self, folder: Path) -> None:
        """Delete a draft that was found."""
        from core.document.draft import clear_draft

        clear_draft(folder)
        self._unlock(folder)

    def close(self) -> None:
        """Take this window's own draft away, and let go of the others."""
        self.drop()
        for folder in list(self._locks):
            self._unlock(folder)

    def _folders(self) -> list[Path]:
        """Every folder that is there, or whose lock is."""
        try:
            names = {path.stem for path in self._root.iterdir()}
        except OSError:
            return []
        own = None if self._draft is None else self._draft.folder
        return [self._root / name for name in sorted(names) if self._root / name != own]

    def _lock(self, folder: Path) -> bool:
        lock = QLockFile(str(folder.with_suffix(".lock")))
        lock.setStaleLockTime(0)  # only the death of its process frees it
        if folder not in self._locks and lock.tryLock(0):
            self._locks[folder] = lock
            return True
        return False

    def _unlock(self, folder: Path) -> None:
        lock = self._locks.pop(folder, None)
        if lock is not None:
            lock.unlock()


@dataclass(frozen=True, eq=False)
class KeepDraft:
    """Write the document's draft; then those that it was brought back from are no longer needed."""

    project: Project
    instead_of: tuple[Path, ...] = ()

    def run(self, keeper: Keeper, job: Job) -> None:
        keeper.keep(self.project)
        for folder in self.instead_of:
            keeper.discard(folder)


@dataclass(frozen=True)
class DropDraft:
    """Everything is saved: no draft is needed."""

    folders: tuple[Path, ...] = ()

    def run(self, keeper: Keeper, job: Job) -> None:
        keeper.drop()
        for folder in self.folders:
            keeper.discard(folder)


@dataclass(frozen=True)
class FindDrafts:
    """Look for what crashes left."""

    def run(self, keeper: Keeper, job: Job) -> tuple[Found, ...]:
        return keeper.find()


@dataclass(frozen=True)
class BringBack:
    """Read a draft that was found."""

    found: Found

    def run(self, keeper: Keeper, job: Job) -> OpenedProject:
        from core.document.draft import read_draft
        from core.methods.registry import edit_types

        return OpenedProject.of(read_draft(self.found.folder, edit_types()))


@dataclass(frozen=True)
class Discard:
    """Delete a draft that was found."""

    found: Found

    def run(self, keeper: Keeper, job: Job) -> None:
        keeper.discard(self.found.folder)


class Autosave(QObject):
    """Keeps the session's unsaved document on disk, and offers what crashes left.

    Its worker also writes projects where there is no engine to render them: `write`, then
    `wrote(request, notice)` or `failed(request, error)`.
    """

    wrote = Signal(object, str)
    failed = Signal(object, object)

    def __init__(self, session: Session, root: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = Keeper(root or autosave_root())
        self._thread = WorkerThread(lambda: self._keeper, "autosave", parent=self)
        self._thread.done.connect(self._on_done)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._save)
        self._kept: Photo | None = None  # whose draft lies there
        self._told = False
        self._started = self._closed = False
        self._brought: tuple[Path, ...] = ()
        session.editor.document_changed.connect(self._on_change)
        session.references_changed.connect(self._on_change)
        session.renderer.kept_grew.connect(self._on_change)

    def start(self) -> None:
        """Start the worker, and look for what crashes left."""
        if self._closed:  # the window was closed before the event loop came to this
            return
        self._started = True
        self._thread.start()
        self._thread.submit(_FIND, FindDrafts())

    def close(self) -> bool:
        """The window closes, and with it what was not saved. False when the worker still runs."""
        self._started, self._closed = False, True
        self._timer.stop()
        if not self._thread.close():
            return False
        for folder in self._brought:
            self._keeper.discard(folder)
        self._keeper.close()
        return True

    def write(self, request: SaveProject) -> None:
        """Save a project without what an engine would make of it."""
        self._thread.submit(SAVE, request)

    def busy(self) -> bool:
        """Whether something is still to be written."""
        return self._timer.isActive() or self._thread.busy()

    @Slot()
    def _on_change(self) -> None:
        if not self._started:
            return
        if self._session.modified:
            if not self._timer.isActive():
                self._timer.start()
            return
        self._timer.stop()
        document = self._session.document
        if document is not None and document.photo is self._kept:  # saved, and not only replaced by another
            self._thread.submit(KEEP, DropDraft(self._brought))
            self._kept, self._brought = None, ()

    @Slot()
    def _save(self) -> None:
        project = project_now(self._session)
        if project is not None and self._session.modified:
            self._thread.submit(KEEP, KeepDraft(project, self._brought))
            self._kept = project.document.photo

    @Slot(object)
    def _on_done(self, outcome: Outcome) -> None:
        if not self._thread.settle(outcome):
            return
        request = outcome.request
        if outcome.error is not None:
            self._fail(outcome.lane, outcome.error)
            self.failed.emit(request, outcome.error)
        elif isinstance(request, SaveProject):
            self.wrote.emit(request, outcome.answer(request))
        elif isinstance(request, FindDrafts):
            for found in reversed(outcome.answer(request)):
                self._offer(found)
        elif isinstance(request, BringBack):
            self._brought = (*self._brought, request.found.folder)
            opened = outcome.answer(request)
            self._session.show_project(opened, opened.project.home, unsaved=True)
        elif isinstance(request, KeepDraft):
            self._brought = tuple(f for f in self._brought if f not in request.instead_of)

    def _offer(self, found: Found) -> None:
        back = Choice(tr("Bring it back"), lambda: self._ask(found, BringBack(found)))
        away = Choice(tr("Delete it"), lambda: self._ask(found, Discard(found)))
        text = tr("Semblance was closed without saving {name}. Bring it back?", name=found.name)
        self._session.tell("warning", text, back, away, key=f"found {found.folder.name}")

    def _ask(self, found: Found, request: Any) -> None:
        self._thread.submit((_FIND, found.folder), request)

    def _fail(self, lane: Hashable, error: BaseException) -> None:
        if not isinstance(error, SemblanceError):
            self._session.broken.emit(error)
        elif lane != KEEP:
            self._session.tell("error", str(error), key="read")
        elif not self._told:  # once: it would come again with every edit
            self._told = True
            self._session.tell(
                "warning", tr("Autosave does not work. {why}", why=tr(str(error))), key="autosave"
            )
