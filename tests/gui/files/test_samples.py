"""The portraits that ship: offered in the empty window and in the menu, never overwritten by a suggestion."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from app.files.files import sample_portraits
from app.window.main_window import MainWindow


def test_a_sample_opens_from_the_empty_window_and_from_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    buttons = [b for b in window.empty.findChildren(QToolButton) if "sample" in b.accessibleName()]
    assert len(buttons) == len(sample_portraits()) > 0
    folder = window.settings["folder.open"]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.document is not None)
    assert window.session.title == sample_portraits()[0].name
    assert window.settings["folder.open"] == folder
    file_menu = window.menuBar().actions()[0].menu()
    assert isinstance(file_menu, QMenu)
    samples = next(a.menu() for a in file_menu.actions() if a.menu())
    assert isinstance(samples, QMenu)
    samples.actions()[1].trigger()
    qtbot.waitUntil(lambda: window.session.title == sample_portraits()[1].name)


def test_a_result_is_not_suggested_among_the_programs_files(qtbot: QtBot, window: MainWindow) -> None:
    window.files.open_sample(sample_portraits()[0])
    qtbot.waitUntil(lambda: window.session.document is not None)
    assert window.files._suggestion().parent != sample_portraits()[0].parent
