"""Projects in the window: save, save as, recent files, and what autosave brings back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.engine.requests import SaveProject
from app.files.autosave import Autosave
from app.files.files import PROJECT_SUFFIX, SAMPLES, Files, open_folder
from app.files.recent import RecentFiles, RecentMenu
from app.program.settings import Settings
from app.session.messages import Choice
from app.session.past import project_now
from app.session.session import Session
from app.words.translate import tr
from core.errors import SemblanceError


class Projects(QObject):
    """Asks where a project goes, has it written, and keeps the list of recent files."""

    def __init__(self, session: Session, settings: Settings, files: Files, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._files, self._window = session, settings, files, window
        self._closing = False
        self.recent = RecentFiles(settings.path.with_name("recent.json"))
        self.autosave = Autosave(session, parent=self)
        session.photo_changed.connect(self._on_photo)
        session.renderer.saved.connect(self._on_saved)
        session.renderer.failed.connect(self._on_failed)
        session.renderer.engine_changed.connect(self._check_pack)
        self.autosave.wrote.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)

    def start(self) -> None:
        """Call when the window stands: begins to autosave, and offers what a crash left."""
        self.autosave.start()

    def close(self) -> bool:
        """The window closes; False when a thread could not be waited for."""
        return self.autosave.close()

    def recent_menu(self, parent: QWidget) -> QMenu:
        return RecentMenu(self.recent, self.open_recent, parent)

    def add_recent_to(self, menu: QMenu, before: QAction) -> None:
        """Put "Open recent" into a menu."""
        menu.insertMenu(before, self.recent_menu(menu))

    def open_recent(self, path: Path) -> None:
        """Open a file of the list, or take it off the list when it is gone."""
        if path.exists():
            self._files.open_path(path)
            return
        self.recent.remove(path)
        text = tr(
            "“{name}” is no longer in {folder}. It was taken off the list of recent files.",
            name=path.name,
            folder=path.parent,
        )
        self._session.tell("warning", text, key="recent")

    # saving
    @Slot()
    def save(self) -> None:
        """Save into the project's own file; ask for one where there is none yet."""
        if self._session.project is None:
            self.save_as()
        else:
            self._save_to(self._session.project)

    @Slot()
    def save_as(self) -> None:
        if self._session.document is None:
            return
        kind = tr("Semblance project, OpenRaster ({endings})", endings=f"*{PROJECT_SUFFIX}")
        dialog = QFileDialog(self._window, tr("Save project"), str(self._suggestion()), kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(PROJECT_SUFFIX.removeprefix("."))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file)
        dialog.rejected.connect(self._on_rejected)
        dialog.open()

    def save_and_close(self) -> None:
        """Close the window once the project is saved."""
        self._closing = True
        self.save()

    @Slot(str)
    def _on_file(self, name: str) -> None:
        path = Path(name)
        if path.suffix.lower() != PROJECT_SUFFIX:
            path = path.with_name(path.name + PROJECT_SUFFIX)
        self._settings["folder.project"] = str(path.parent)
        self._save_to(path)

    @Slot()
    def _on_rejected(self) -> None:
        self._closing = False

    def _suggestion(self) -> Path:
        """The project's own file, or a name like the photo's, beside it or where the last project went."""
        session = self._session
        if session.project is not None:
            return session.project
        beside = session.path.parent if session.path and session.path.parent != SAMPLES else Path.home()
        folder = Path(self._settings["folder.project"] or beside)
        return folder / f"{session.path.stem if session.path else tr('portrait')}{PROJECT_SUFFIX}"

    def _save_to(self, path: Path) -> None:
        project = project_now(self._session)
        if project is None:
            return
        self._session.withdrawn.emit("export")
        request = SaveProject(project, path)
        if self._session.renderer.engine_state == "failed":
            self.autosave.write(request)
        else:
            self._session.renderer.save(request)

    @Slot(object, str)
    def _on_saved(self, request: SaveProject, notice: str) -> None:
        path = request.path
        self._session.keep(request.project.document, path)
        self.recent.add(path)
        folder = Choice(tr("Open folder"), lambda: open_folder(path.parent))
        self._session.tell(
            "info",
            " ".join((tr("Saved as {name}.", name=path.name), tr(notice))).strip(),
            folder,
            key="export",
        )
        if self._closing and not self._session.modified:
            QTimer.singleShot(0, self._window, self._window.close)
        self._closing = False

    @Slot(object, object)
    def _on_failed(self, request: object, error: BaseException) -> None:
        if isinstance(request, SaveProject):
            self._closing = False

    # what is open
    @Slot()
    def _on_photo(self) -> None:
        shown = self._session.project or self._session.path
        if shown is not None and shown.parent != SAMPLES:
            self.recent.add(shown)
        self._check_pack()

    @Slot()
    def _check_pack(self) -> None:
        """Say it when the project was made with other models than those that render it now."""
        engine = self._session.renderer.engine
        self._session.withdrawn.emit("pack")
        if engine is None or not self._session.packs:
            return
        from core.document.manifest import pack_notices

        try:
            notices = pack_notices(self._session.packs, engine.packs)
        except SemblanceError:  # whatever is wrong with the pack, rendering will say it
            return
        if notices:
            self._session.tell("warning", " ".join(tr(notice) for notice in notices), key="pack")
