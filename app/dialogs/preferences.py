"""Preferences: what a person sets once. Everything applies at once, so there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.engine_page import EnginePage
from app.dialogs.keys_page import KeysPage
from app.dialogs.setting_rows import make_form, rows_of
from app.engine.renderer import Renderer
from app.program.settings import Settings
from app.widgets.small import scrolled
from app.window.actions import Actions
from app.words.translate import tr


class PreferencesDialog(QDialog):
    """Pages: General (generated from the schema), Keys, Engine. `broken` gets faults of ours."""

    def __init__(
        self,
        settings: Settings,
        actions: Actions,
        renderer: Renderer,
        broken: Callable[[BaseException], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 600)
        self.general = GeneralPage(settings)
        self.keys = KeysPage(actions)
        self.engine = EnginePage(settings, renderer, broken)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setAccessibleName(tr("Pages of the preferences"))
        for page, title in (
            (self.general, tr("&General")),
            (self.keys, tr("&Keys")),
            (self.engine, tr("&Engine")),
        ):
            self.tabs.addTab(page, title)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        for button in self.findChildren(QPushButton):  # they are the dialog's only now
            button.setAutoDefault(False)  # Enter in a field must press nothing
        self.tabs.tabBar().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self.engine.stop()
        super().done(result)


class GeneralPage(QWidget):
    """Every row of the schema that belongs here."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        inside = QWidget()
        form = make_form(rows_of("General"), settings)
        form.setContentsMargins(16, 16, 16, 16)
        inside.setLayout(form)
        self.reset = QPushButton(tr("Set this page back"))
        self.reset.setToolTip(tr("Give every setting of this page the value that it had at first"))
        self.reset.clicked.connect(self._on_reset)
        area = scrolled(inside)
        area.setMinimumWidth(inside.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(area, 1)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 16, 0)
        below.addWidget(self.reset)
        below.addStretch(1)
        column.addLayout(below)

    @Slot()
    def _on_reset(self) -> None:
        for row in rows_of("General"):
            self._settings[row.key] = row.default
