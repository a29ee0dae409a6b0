"""What stands where in the main window: canvas, menus, bars, docks and status bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import (
    QDockWidget,
    QGridLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QTabBar,
    QTabWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.canvas.empty import EmptyState
from app.canvas.state import CanvasState
from app.canvas.view import Canvas
from app.engine.editing import EngineFactory
from app.files.files import Files, sample_portraits
from app.files.projects import Projects
from app.panels.attributes import AttributesPanel
from app.panels.changes import ChangesPanel
from app.panels.faces import FacesPanel
from app.panels.history import HistoryPanel
from app.panels.references import ReferencesPanel
from app.panels.regions import RegionsPanel
from app.panels.sliders import SlidersPanel
from app.program.settings import Settings
from app.session.session import Session
from app.widgets.small import make_button, make_slider, scrolled
from app.widgets.theme import app_icon, icon
from app.window.actions import MAIN_BAR, MENUS, TOOL_BAR, Actions
from app.window.control import Control
from app.window.message_bar import MessageBar
from app.window.status import StatusBar
from app.words.translate import mark, tr

_WIDEST_DOCK = 430
_DOCK_FEATURES = (
    QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable
)


class Frame(QMainWindow):
    """A window with its parts in their places.

    What they do to each other is for the class derived from it, where the table of actions finds its slots.
    """

    def __init__(self, factory: EngineFactory, settings: Settings | None = None) -> None:
        super().__init__()
        self.settings = settings or Settings(parent=self)
        self.session = Session(factory, self)
        self.session.offer_experimental(self.settings["controls.experimental"])
        self.settings.changed.connect(self._on_setting)
        self.state = CanvasState(self.settings, self)
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(False)  # the canvas and the reference shelf take drops
        self.files = Files(self.session, self.settings, self)
        self.projects = Projects(self.session, self.settings, self.files, self)
        self.control = Control(self)
        self.actions_table = Actions(self, self.settings)
        self.docks: dict[str, QDockWidget] = {}
        self._build()

    @Slot(str, object)
    def _on_setting(self, key: str, value: object) -> None:
        if key == "controls.experimental":
            self.session.offer_experimental(bool(value))

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
        self.attributes = AttributesPanel(self.session, self.settings)
        self.sliders = SlidersPanel(self.session)
        self.regions = RegionsPanel(self.session, self.state)
        self.references = ReferencesPanel(self.session)
        self.changes = ChangesPanel(self.session, self.state)
        self.faces = FacesPanel(self.session)
        self.history = HistoryPanel(self.session, self.state)
        self.setTabPosition(Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget.TabPosition.North)
        above = self._dock(mark("Attributes"), scrolled(self.attributes))
        self._dock(mark("Sliders"), scrolled(self.sliders), above)
        below = self._dock(mark("Regions"), self.regions)
        self._dock(mark("References"), self.references, below)
        self._dock(mark("Faces"), self.faces, below)
        self._dock(mark("History"), self.history, below)
        self._dock(mark("Changes"), self.changes, below)
        self.docks["Regions"].visibilityChanged.connect(self.regions.refresh_pictures)
        self.docks["Changes"].visibilityChanged.connect(self.changes.measure)
        above.raise_()
        below.raise_()
        self._fit_tabs()
        self.resizeDocks([above], [380], Qt.Orientation.Horizontal)
        self.resizeDocks([above, below], [270, 430], Qt.Orientation.Vertical)
        self.view_menu.addSeparator()
        for dock in self.docks.values():
            self.view_menu.addAction(dock.toggleViewAction())

    def _fit_tabs(self) -> None:
        """Room for the tabs' names, which are longer in some languages, as far as the canvas can spare it."""
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setElideMode(Qt.TextElideMode.ElideNone)  # what does not fit is scrolled to
            bar.ensurePolished()
            names = sum(bar.tabSizeHint(index).width() for index in range(bar.count()))
            for dock in self.docks.values():
                dock.setMinimumWidth(min(max(dock.minimumWidth(), names), _WIDEST_DOCK))

    def _dock(self, title: str, widget: QWidget, front: QDockWidget | None = None) -> QDockWidget:
        """A dock in the right area, or behind another one."""
        dock = QDockWidget(tr(title))
        dock.setObjectName(f"dock {title}")
        dock.setWidget(widget)
        dock.setMinimumWidth(330)
        dock.setFeatures(_DOCK_FEATURES)
        dock.setTitleBarWidget(QWidget())  # its tab names it
        self.docks[title] = dock
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        if front is not None:  # at once: one below the other, all of them would make the window too high
            self.tabifyDockWidget(front, dock)
        return dock

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
            self.sliders,
            self.regions,
            self.references,
            self.faces,
            self.changes,
            self.history,
        ):
            part.refresh_icons()
        self.status.refresh_icons()
