"""What comes in and goes out: open, drop, paste, sample portraits, references; export, copy, batch."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.program.settings import Settings
from app.session.messages import Choice
from app.session.session import Session
from app.widgets.incoming import Incoming, sources_of
from app.widgets.theme import RESOURCES
from app.words.translate import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from app.batch.dialog import BatchDialog
    from app.dialogs.export import ExportChoice

SAMPLES = RESOURCES / "samples"
PROJECT_SUFFIX = ".ora"  # as core.photo.openraster has it, which would bring the codecs before the window
_READABLE = "*.jpg *.jpeg *.jpe *.jfif *.png *.webp *.avif *.tif *.tiff *.bmp *.heic *.heif *.hif *.gif"
_WRITTEN = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".avif", ".bmp")


def sample_portraits() -> tuple[Path, ...]:
    """The portraits that ship, of nobody real."""
    return tuple(sorted(SAMPLES.glob("sample-*.jpg")))


class Files(QObject):
    """Asks for paths, and hands what is behind them to the session. `exporting` begins an export."""

    exporting = Signal()

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._references_due: Sequence[Path] = ()
        session.photo_changed.connect(self._on_photo)
        session.renderer.exported.connect(self._on_exported)
        session.renderer.copied.connect(self._on_copied)
        self._batch: BatchDialog | None = None

    @Slot()
    def open_photo(self) -> None:
        self._ask(tr("Open photo"), QFileDialog.FileMode.ExistingFile, self._on_photo_files)

    @Slot()
    def add_reference(self) -> None:
        if self._session.document is not None:
            self._ask(tr("Add reference"), QFileDialog.FileMode.ExistingFiles, self._on_reference_files)

    def _ask(self, title: str, mode: QFileDialog.FileMode, slot: object) -> None:
        folder = self._settings["folder.open"]
        kinds = ";;".join(
            (
                tr("Pictures ({endings})", endings=f"{_READABLE} *{PROJECT_SUFFIX}"),
                tr("Projects ({endings})", endings=f"*{PROJECT_SUFFIX}"),
                tr("All files ({endings})", endings="*"),
            )
        )
        dialog = QFileDialog(self._window, title, folder, kinds)
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(slot)
        dialog.open()

    @Slot(list)
    def _on_photo_files(self, names: list[str]) -> None:
        for name in names[:1]:
            self.open_path(Path(name))

    @Slot(list)
    def _on_reference_files(self, names: list[str]) -> None:
        for name in names:
            self._session.add_reference(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a file as the photo."""
        self._settings["folder.open"] = str(path.parent)
        self._session.open_photo(path)

    def open_sample(self, path: Path) -> None:
        """Open a portrait that ships, and leave the folder to begin in as it was."""
        self._session.open_photo(path)

    def open_arguments(self, paths: list[Path]) -> None:
        """Files named at the start: a photo, then references for it."""
        for path in paths[:1]:
            self.open_path(path)
        self._references_due = paths[1:]

    @Slot()
    def _on_photo(self) -> None:
        due, self._references_due = self._references_due, ()
        for path in due:
            self._session.add_reference(path)

    @Slot(object)
    def receive(self, sources: list[Incoming]) -> None:
        """What was dropped or pasted: the first is the photo when none is open, the others references."""
        if self._session.document is None:
            self._references_due = [Path(str(source)) for source, _ in sources[1:]]
            sources = sources[:1]
        for source, title in sources:
            if isinstance(source, Path) and source.suffix.lower() == PROJECT_SUFFIX:
                self.open_path(source)  # a project is what is open, never a reference
            else:
                self._session.receive(source, title)

    @Slot()
    def new_window(self) -> None:
        """Another window, in a process of its own: a fault in one takes nothing from the other."""
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
        QProcess.startDetached(program[0], program[1:], str(RESOURCES.parent))

    @Slot()
    def paste(self) -> None:
        sources = sources_of(QGuiApplication.clipboard().mimeData())
        if sources:
            self.receive(sources)
        else:
            self._session.tell("info", tr("There is no picture on the clipboard."), key="paste")

    @Slot()
    def export(self) -> None:
        from app.dialogs.export import ExportDialog

        document = self._session.document
        if document is not None:
            dialog = ExportDialog(document.photo, self._suggestion(), self._settings, self._window)
            dialog.chosen.connect(self._on_export)
            dialog.open()

    def _suggestion(self) -> Path:
        """A name beside the photo that is still free; a sample's result goes to the person's own folder."""
        path = self._session.path
        if path is None or not path.parent.is_dir():  # pasted, or of another computer
            path = self._session.project or path
        beside = path.parent if path and path.parent != SAMPLES else Path.home()
        folder = Path(self._settings["folder.export"] or beside)
        suffix = path.suffix if path and path.suffix.lower() in _WRITTEN else self._settings["export.format"]
        stem = tr("{name} edited", name=path.stem if path else tr("portrait"))
        found, number = folder / f"{stem}{suffix}", 2
        while found.exists():
            found, number = folder / f"{stem} {number}{suffix}", number + 1
        return found

    @Slot(object)
    def _on_export(self, choice: ExportChoice) -> None:
        self.exporting.emit()
        self._session.renderer.export(choice.path, choice.options, choice.overwrite, choice.sidecar)

    @Slot(object, object)
    def _on_exported(self, document: object, path: Path) -> None:
        folder = Choice(tr("Open folder"), lambda: open_folder(path.parent))
        self._session.tell("info", tr("Saved as {name}.", name=path.name), folder, key="export")

    @Slot()
    def copy(self) -> None:
        """Render at full size and put the picture on the clipboard."""
        self.exporting.emit()
        self._session.renderer.copy()

    @Slot(object)
    def _on_copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._session.tell("info", tr("Copied."), key="export")

    @Slot()
    def batch(self) -> None:
        """Show the one dialog for batches; it stays, with its queue, when it is closed."""
        from app.batch.dialog import BatchDialog

        if self._batch is None:
            self._batch = BatchDialog(self._session, self._settings, open_folder, self._window)
        self._batch.show()
        self._batch.raise_()
        self._batch.activateWindow()


def open_folder(folder: Path) -> None:
    """Show a folder in the desktop's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
