"""The main window: puts the parts together and gives the actions their slots."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import (
    QDockWidget,
    QGridLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QSizePolicy,
    QTabBar,
    QTabWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.actions import MAIN_BAR, MENUS, TOOL_BAR, Actions
from app.canvas.empty import EmptyState
from app.canvas.state import CanvasState
from app.canvas.tools import label_at
from app.canvas.view import Canvas
from app.control import Control
from app.dialogs.about import AboutDialog
from app.dialogs.crash import CrashDialog
from app.dropping import drop_look
from app.engine_thread import EngineFactory
from app.files import Files, open_folder, sample_portraits
from app.incoming import Look
from app.logs import log_folder, report
from app.message_bar import MessageBar
from app.messages import Choice
from app.panels.attributes import AttributesPanel
from app.panels.changes import ChangesPanel
from app.panels.faces import FacesPanel
from app.panels.history import HistoryPanel
from app.panels.references import ReferencesPanel
from app.panels.regions import RegionsPanel
from app.projects import Projects
from app.session import Session
from app.settings import APP_NAME, Settings
from app.status import StatusBar
from app.theme import app_icon, apply_theme, icon
from app.translate import mark, midway, tr
from app.widgets import application, make_button, make_slider, scrolled
from core.errors import FaceError

_LAYOUT_VERSION = 6
_WIDEST_DOCK = 430
_DOCK_FEATURES = (
    QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable
)
_POINTS_HELP = mark(
    "Drag the five points onto the eyes, the tip of the nose and the corners of the mouth. "
    "Right and left are the person's own."
)


class MainWindow(QMainWindow):
    """One window with one session."""

    def __init__(self, factory: EngineFactory, settings: Settings | None = None) -> None:
        super().__init__()
        self.settings = settings or Settings(parent=self)
        self.session = Session(factory, self)
        self.state = CanvasState(self.settings, self)
        self._crash: CrashDialog | None = None
        self._sure = False
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(False)  # the canvas and the reference shelf take drops
        self.files = Files(self.session, self.settings, self)
        self.projects = Projects(self.session, self.settings, self.files, self)
        self.control = Control(self)
        self.actions_table = Actions(self, self.settings)
        self._build()
        self._connect()
        self._restore_geometry()
        self._refresh()

    # construction
    def _build(self) -> None:
        self.canvas = Canvas(self.session, self.state)
        self.empty = EmptyState(sample_portraits(), self.canvas)
        inside = QVBoxLayout(self.canvas)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.empty)
        self.messages = MessageBar()
        centre = QWidget()
        over = QGridLayout(centre)  # one cell: a message must not move the photo under the brush
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.canvas, 0, 0)
        over.addWidget(self.messages, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.setCentralWidget(centre)
        self._build_menus()
        self._build_bars()
        self._build_docks()
        self.status = StatusBar(self.session)
        self.setStatusBar(self.status)

    def _build_menus(self) -> None:
        for title, names in MENUS:
            menu = self.menuBar().addMenu(tr(title))
            self.actions_table.fill(menu.addAction, menu.addSeparator, names)
            if "open" in names:
                self._add_samples(menu)
                self.projects.add_recent_to(menu, self.actions_table["add_reference"])
            if "labels" in names:
                self.view_menu = menu

    def _add_samples(self, menu: QMenu) -> None:
        """The portraits that ship, after the entry that opens a photo."""
        samples = QMenu(tr("Open sa&mple portrait"), menu)
        for number, path in enumerate(sample_portraits(), start=1):
            samples.addAction(
                tr("Sample &{number}", number=number), lambda path=path: self.files.open_sample(path)
            )
        samples.setEnabled(not samples.isEmpty())
        menu.insertMenu(self.actions_table["add_reference"], samples)

    def _build_bars(self) -> None:
        bar = self._bar(mark("Main"), Qt.ToolBarArea.TopToolBarArea)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.actions_table.fill(bar.addAction, bar.addSeparator, MAIN_BAR)
        bar.addSeparator()
        bar.addAction(self.actions_table["labels"])
        self.opacity = make_slider(5, 100, tr("Opacity of the labels"))
        self.opacity.setFixedWidth(90)
        bar.addWidget(self.opacity)
        self.compare = make_button(tr("Original"), tr("Hold to see the original"))
        self.control.refresh_tips()
        self.actions_table.keys.changed.connect(self.control.refresh_tips)
        bar.addWidget(self.compare)
        gap = QLabel()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addAction(self.actions_table["export"])
        for name in ("open", "export"):
            button = bar.widgetForAction(self.actions_table[name])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tools = self._bar(mark("Tools"), Qt.ToolBarArea.LeftToolBarArea)
        self.actions_table.fill(tools.addAction, tools.addSeparator, TOOL_BAR)

    def _bar(self, title: str, area: Qt.ToolBarArea) -> QToolBar:
        bar = QToolBar(tr(title), movable=False)
        bar.setObjectName(f"bar {title}")
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(area, bar)
        return bar

    def _build_docks(self) -> None:
        self.attributes = AttributesPanel(self.session)
        self.regions = RegionsPanel(self.session, self.state)
        self.references = ReferencesPanel(self.session)
        self.changes = ChangesPanel(self.session, self.state)
        self.faces = FacesPanel(self.session)
        self.history = HistoryPanel(self.session, self.state)
        area = scrolled(self.attributes)
        self.docks = {
            "Attributes": self._dock(mark("Attributes"), area),
            "Regions": self._dock(mark("Regions"), self.regions),
            "References": self._dock(mark("References"), self.references),
            "Faces": self._dock(mark("Faces"), self.faces),
            "History": self._dock(mark("History"), self.history),
            "Changes": self._dock(mark("Changes"), self.changes),
        }
        self.setTabPosition(Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget.TabPosition.North)
        tabs = ("Regions", "References", "Faces", "History", "Changes")
        for first, second in pairwise(tabs):
            self.tabifyDockWidget(self.docks[first], self.docks[second])
        for name in tabs:
            self.docks[name].setTitleBarWidget(QWidget())  # their tabs name them
        self.docks["Regions"].visibilityChanged.connect(self.regions.refresh_pictures)
        self.docks["Changes"].visibilityChanged.connect(self.changes.measure)
        self.docks["Regions"].raise_()
        self._fit_tabs()
        right = list(self.docks.values())
        self.resizeDocks(right[:1], [380], Qt.Orientation.Horizontal)
        self.resizeDocks(right[:2], [250, 450], Qt.Orientation.Vertical)
        self.view_menu.addSeparator()
        for dock in right:
            self.view_menu.addAction(dock.toggleViewAction())

    def _fit_tabs(self) -> None:
        """Room for the tabs' names, which are longer in some languages, as far as the canvas can spare it."""
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setElideMode(Qt.TextElideMode.ElideNone)  # what does not fit is scrolled to
            bar.ensurePolished()
            names = sum(bar.tabSizeHint(index).width() for index in range(bar.count()))
            for dock in self.docks.values():
                dock.setMinimumWidth(min(max(dock.minimumWidth(), names), _WIDEST_DOCK))

    def _dock(self, title: str, widget: QWidget) -> QDockWidget:
        dock = QDockWidget(tr(title))
        dock.setObjectName(f"dock {title}")
        dock.setWidget(widget)
        dock.setMinimumWidth(330)
        dock.setFeatures(_DOCK_FEATURES)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        return dock

    def _connect(self) -> None:
        session, state = self.session, self.state
        session.message.connect(self.messages.show_message)
        session.withdrawn.connect(self.messages.withdraw)
        session.broken.connect(self.show_crash)
        session.points_wanted.connect(self.canvas.start_points)
        session.photo_changed.connect(self._refresh)
        session.document_changed.connect(self._refresh)
        session.face_changed.connect(self._refresh)
        session.reference_added.connect(self._on_reference_added)
        session.renderer.exported.connect(self._refresh)
        state.tool_changed.connect(self._refresh)
        state.overlay_changed.connect(self._refresh)
        state.compare_changed.connect(self._refresh)
        state.locks_changed.connect(self._refresh)
        self.opacity.valueChanged.connect(self._on_opacity)
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
        history = session.history
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
        self.opacity.blockSignals(True)
        self.opacity.setValue(round(self.state.opacity * 100))
        self.opacity.blockSignals(False)
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
        self.session.undo()

    @Slot()
    def redo(self) -> None:
        self.session.redo()

    @Slot()
    def reset(self) -> None:
        self.session.reset()

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "status"):
            self.refresh_icons()

    def refresh_icons(self) -> None:
        """Every icon anew, in the palette's colours."""
        self.actions_table.refresh_icons()
        self.compare.setIcon(icon("mdi6.compare"))
        for part in (
            self.empty,
            self.messages,
            self.attributes,
            self.regions,
            self.references,
            self.faces,
            self.changes,
            self.history,
        ):
            part.refresh_icons()
        self.status.refresh_icons()

    @Slot(int)
    def _on_opacity(self, value: int) -> None:
        self.state.opacity = value / 100

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
        pack = getattr(self.session.renderer.engine, "pack", None)
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
