"""The main window: connects its parts and gives the actions their slots."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from app.canvas.tools import label_at
from app.dialogs.about import AboutDialog
from app.dialogs.crash import CrashDialog
from app.engine.editing import EngineFactory
from app.files.files import open_folder
from app.panels.dropping import drop_look
from app.program.logs import log_folder, report
from app.program.settings import APP_NAME, Settings
from app.session.messages import Choice
from app.widgets.bind import bind
from app.widgets.incoming import Look
from app.widgets.small import application
from app.widgets.theme import apply_theme
from app.window.frame import Frame
from app.words.translate import mark, midway, tr
from core.errors import FaceError

_LAYOUT_VERSION = 6
_POINTS_HELP = mark(
    "Drag the five points onto the eyes, the tip of the nose and the corners of the mouth. "
    "Right and left are the person's own."
)


class MainWindow(Frame):
    """One window with one session."""

    def __init__(self, factory: EngineFactory, settings: Settings | None = None) -> None:
        super().__init__(factory, settings)
        self._crash: CrashDialog | None = None
        self._sure = False
        self._connect()
        self._restore_geometry()
        self._refresh()

    def _connect(self) -> None:
        session, state = self.session, self.state
        session.message.connect(self.messages.show_message)
        session.withdrawn.connect(self.messages.withdraw)
        session.broken.connect(self.show_crash)
        session.points_wanted.connect(self.canvas.start_points)
        session.photo_changed.connect(self._refresh)
        session.editor.document_changed.connect(self._refresh)
        session.face_changed.connect(self._refresh)
        session.reference_added.connect(self._on_reference_added)
        session.renderer.exported.connect(self._refresh)
        state.tool_changed.connect(self._refresh)
        state.overlay_changed.connect(self._refresh)
        state.compare_changed.connect(self._refresh)
        state.locks_changed.connect(self._refresh)
        bind(self.opacity, state, "opacity", state.overlay_changed, 100)
        self.regions.brush_wanted.connect(self._on_brush_wanted)
        self.references.add_wanted.connect(self.files.add_reference)
        self.faces.points_wanted.connect(self.canvas.start_points)
        self.empty.open_wanted.connect(self.files.open_photo)
        self.empty.sample_wanted.connect(self.files.open_sample)
        self.empty.tour_wanted.connect(self.control.tour)
        self.files.exporting.connect(self._on_exporting)
        self.canvas.dropped.connect(self.files.receive)
        self.canvas.look_dropped.connect(self._on_look_dropped)
        self.canvas.zoom_changed.connect(self.status.show_zoom)
        self.canvas.points_changed.connect(self._on_points)
        self.canvas.points_confirmed.connect(self.confirm_points)
        self.compare.pressed.connect(self._on_compare)
        self.compare.released.connect(self._on_compare)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)

    # state -> widgets
    @Slot()
    def _refresh(self) -> None:
        session, table = self.session, self.actions_table
        history = session.editor.history
        undo = history.undo_text if history else None
        redo = history.redo_text if history else None
        table.enable(
            photo=session.document is not None,
            face=session.face is not None,
            undo=undo is not None,
            redo=redo is not None,
            edits=bool(session.document and session.document.edits),
        )
        table["undo"].setText(tr("&Undo {step}", step=midway(undo)) if undo else tr("&Undo"))
        table["redo"].setText(tr("&Redo {step}", step=midway(redo)) if redo else tr("&Redo"))
        table["labels"].setChecked(self.state.overlay)
        table[self.state.tool].setChecked(True)
        table[f"compare_{self.state.compare}"].setChecked(True)
        table["changes"].setChecked(self.state.changes)
        table["outline"].setChecked(self.state.outline)
        table["mirror"].setChecked(self.state.mirrored)
        table["points"].setChecked(self.canvas.points is not None)
        table[f"theme_{self.settings['theme']}"].setChecked(True)
        self.opacity.setEnabled(self.state.overlay and session.document is not None)
        self.compare.setEnabled(bool(session.document and session.document.edits))
        self.empty.setVisible(session.document is None)
        self.empty.tour.setVisible(not self.settings["tour.seen"])
        self.status.show_zoom(self.canvas.zoom)
        self.setWindowTitle(f"{session.name}[*] – Semblance" if session.name else "Semblance[*]")
        self.setWindowModified(session.modified)

    # actions: edits and tools
    @Slot()
    def _on_exporting(self) -> None:
        self.messages.withdraw("export")

    @Slot()
    def undo(self) -> None:
        self.session.editor.undo()

    @Slot()
    def redo(self) -> None:
        self.session.editor.redo()

    @Slot()
    def reset(self) -> None:
        self.session.editor.reset()

    def use_tool(self, name: str) -> None:
        self.canvas.stop_points()
        self.state.tool = name
        if name != "hand":
            self.docks["Regions"].raise_()

    @Slot()
    def _on_brush_wanted(self) -> None:
        if self.session.face is not None:
            self.use_tool("brush")

    @Slot(bool)
    def set_points(self, on: bool) -> None:
        if on:
            self.canvas.start_points()
        else:
            self.canvas.stop_points()

    @Slot()
    def confirm_points(self) -> None:
        """The points are where they belong: analyse the face there."""
        from core.face import FacePoints
        from core.face.points import checked

        points = self.canvas.points
        if points is None:
            return
        a, b, c, d, e = points
        try:
            face = checked(FacePoints((a, b, c, d, e)))
        except FaceError as error:
            self.session.tell("error", str(error), key="points error")
            return
        self.messages.withdraw("points error")
        index = self.session.face_index if self.session.faces else None
        self.canvas.stop_points()
        self.session.set_points(index, face)

    @Slot()
    def _on_points(self) -> None:
        if self.canvas.points is None:
            self.messages.withdraw("points")
        else:
            use = Choice(tr("Use these points"), self.confirm_points)
            cancel = Choice(tr("Cancel"), self.canvas.stop_points)
            self.session.tell("warning", tr(_POINTS_HELP), use, cancel, key="points")
        self._refresh()

    @Slot(bool)
    def mirror_painting(self, on: bool) -> None:
        self.state.mirrored = on

    @Slot()
    def swap_brush(self) -> None:
        self.use_tool("eraser" if self.state.tool == "brush" else "brush")

    @Slot()
    def softer_brush(self) -> None:
        self.state.hardness -= 0.1

    @Slot()
    def harder_brush(self) -> None:
        self.state.hardness += 0.1

    @Slot()
    def smaller_brush(self) -> None:
        self.state.step_radius(-1)

    @Slot()
    def larger_brush(self) -> None:
        self.state.step_radius(1)

    # actions: view
    @Slot(bool)
    def show_labels(self, visible: bool) -> None:
        self.state.overlay = visible

    def compare_as(self, name: str) -> None:
        self.state.compare = name.removeprefix("compare_")

    @Slot(bool)
    def show_outline(self, on: bool) -> None:
        self.state.outline = on

    @Slot(bool)
    def show_changes(self, on: bool) -> None:
        self.state.changes = on

    @Slot()
    def zoom_in(self) -> None:
        self.canvas.zoom_by(1.25)

    @Slot()
    def zoom_out(self) -> None:
        self.canvas.zoom_by(0.8)

    @Slot()
    def fit(self) -> None:
        self.canvas.fit()

    @Slot()
    def actual_size(self) -> None:
        self.canvas.actual_size()

    @Slot()
    def zoom_face(self) -> None:
        self.canvas.zoom_face()

    @Slot()
    def next_face(self) -> None:
        if self.session.faces:
            self.session.select_face((self.session.face_index + 1) % len(self.session.faces))

    def use_theme(self, name: str) -> None:
        self.settings["theme"] = name.removeprefix("theme_")

    @Slot(Qt.ColorScheme)
    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        if self.settings["theme"] == "system":
            apply_theme(application(), "system")

    @Slot()
    def _on_compare(self) -> None:
        self.canvas.original = self.compare.isDown()

    @Slot(str)
    def _on_reference_added(self, key: str) -> None:
        self.docks["References"].show()
        self.docks["References"].raise_()

    @Slot(object, object)
    def _on_look_dropped(self, look: Look, at: tuple[float, float]) -> None:
        menu = drop_look(self.session, look, label_at(self.canvas, at), self)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(QCursor.pos())

    @Slot()
    def show_original(self) -> None:
        """Show the photo without its edits until the key is let go (by menu: until the next click)."""
        self.canvas.original = True
        # only meanwhile: a filter in Python on every event of the application costs a frame now and then
        application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.control.lets_go(event):
            application().removeEventFilter(self)
            self.canvas.original = False
        return super().eventFilter(watched, event)

    # help
    @Slot()
    def open_logs(self) -> None:
        open_folder(log_folder())

    @Slot()
    def about(self) -> None:
        pack = self.session.renderer.pack
        words = (
            tr(
                "Models: {title} {version}, {licence}.",
                title=pack.descriptor.title,
                version=pack.descriptor.version,
                licence=pack.descriptor.licence,
            )
            if pack
            else ""
        )
        AboutDialog(words, self).open()

    @Slot(object)
    def show_crash(self, error: BaseException) -> None:
        """Tell of a fault of ours; once, however often it happens."""
        if self._crash is not None:
            self._crash.add(report(error))
            return
        self._crash = CrashDialog(report(error), self)
        self._crash.destroyed.connect(self._on_crash_closed)
        self._crash.show()

    @Slot()
    def _on_crash_closed(self) -> None:
        self._crash = None

    # the window's life
    def start(self) -> None:
        """Call after `show`: loads the models in the background."""
        self.refresh_icons()
        QTimer.singleShot(0, self, self.session.start)
        QTimer.singleShot(0, self, self.projects.start)

    def _restore_geometry(self) -> None:
        self.resize(1280, 800)
        kept = QSettings(APP_NAME, APP_NAME)
        geometry, state = kept.value("geometry"), kept.value("state")
        if geometry is not None:
            self.restoreGeometry(geometry)
        if state is not None:
            self.restoreState(state, _LAYOUT_VERSION)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.modified and self.settings["close.ask"] and not self._sure:
            event.ignore()
            self._ask_close()
            return
        kept = QSettings(APP_NAME, APP_NAME)
        kept.setValue("geometry", self.saveGeometry())
        kept.setValue("state", self.saveState(_LAYOUT_VERSION))
        self.settings.flush()
        self.hide()  # first of all: the person is done with it
        self.finished = all([self.session.close(), self.projects.close()])
        event.accept()

    finished = True
    """Whether every thread had ended when the window closed."""

    def _ask_close(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("The edits of this photo were neither saved nor exported. Close without them?"))
        leave = box.addButton(tr("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
        save = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(save)
        box.setEscapeButton(box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        leave.clicked.connect(self._on_sure)
        save.clicked.connect(self.projects.save_and_close)
        box.open()

    @Slot()
    def _on_sure(self) -> None:
        self._sure = True
        QTimer.singleShot(0, self, self.close)
