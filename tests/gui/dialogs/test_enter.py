"""What Enter presses in each dialog: what it is there for, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.batch.dialog import BatchDialog
from app.dialogs.export import ExportDialog
from app.dialogs.preferences import PreferencesDialog
from app.dialogs.setting_rows import NumberEditor
from app.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("no_devices")

MEANT = {ExportDialog: "Export", BatchDialog: "Start", PreferencesDialog: None}


def opened_dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    window.actions_table[kind.__name__.removesuffix("Dialog").lower()].trigger()
    (dialog,) = window.findChildren(kind)
    return dialog


def pressed_by_enter(dialog: QDialog, field: QWidget) -> str | None:
    """The button that Enter would press with the keyboard in that field."""
    field.setFocus()
    chosen = [b for b in dialog.findChildren(QPushButton) if b.isDefault() and b.isVisibleTo(dialog)]
    return chosen[0].text() if chosen else None


@pytest.mark.parametrize("kind", MEANT, ids=lambda kind: kind.__name__)
def test_enter_in_a_field_presses_what_is_meant(opened: MainWindow, kind: type[QDialog]) -> None:
    opened.session.editor.set_attribute("eyeglasses", True)
    dialog = opened_dialog(opened, kind)
    fields = [w for k in (QLineEdit, QAbstractSpinBox, QComboBox) for w in dialog.findChildren(k)]
    for field in [*fields, dialog]:
        assert pressed_by_enter(dialog, field) == MEANT[kind], field


def test_enter_in_preferences_keeps_what_was_typed(opened: MainWindow, qtbot: QtBot) -> None:
    opened.settings["export.quality"] = 70
    dialog = opened_dialog(opened, PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    editor = dialog.findChild(NumberEditor, "overlay.opacity")
    assert editor is not None
    editor.figure.setFocus()
    editor.figure.selectAll()
    qtbot.keyClicks(editor.figure, "30")
    qtbot.keyClick(editor.figure, Qt.Key.Key_Return)
    assert opened.settings["overlay.opacity"] == 0.3
    assert opened.settings["export.quality"] == 70
    assert dialog.isVisible()
    dialog.general.reset.setFocus()
    qtbot.keyClick(dialog.general.reset, Qt.Key.Key_Return)
    assert opened.settings["export.quality"] == 95


def test_enter_in_a_path_does_not_browse(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened_dialog(opened, ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.path.setText(str(tmp_path / "typed.png"))
    dialog.path.setFocus()
    qtbot.keyClick(dialog.path, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "typed.png").exists)
