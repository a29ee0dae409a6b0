from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.window.actions import TABLE
from app.window.main_window import MainWindow
from app.window.palette import Command, CommandPalette, arranged, rank
from core.methods.control import Look

COMMANDS = (
    Command("open", "Open photo", "File", keys="Ctrl+O"),
    Command("zoom_face", "Zoom to face", "View"),
    Command("points", "Set face points", "Tools", "Place eyes, nose and mouth corners by hand"),
    Command("next_face", "Next face", "View"),
)


@pytest.mark.parametrize(
    ("query", "first"),
    [("zo", "zoom_face"), ("ztf", "zoom_face"), ("zmf", "zoom_face"), ("mouth", "points"),
     ("face n", "next_face"), ("FACE P", "points"), ("ctrl+o", "open"), ("", "open")],
)  # fmt: skip
def test_what_is_found_first(query: str, first: str) -> None:
    assert arranged(query, COMMANDS, ())[0].name == first


def test_what_is_not_found() -> None:
    assert arranged("zoom photo", COMMANDS, ()) == []
    assert rank("xyz", COMMANDS[0]) is None


def test_last_used_first() -> None:
    assert [c.name for c in arranged("", COMMANDS, ("points", "gone", "open"))][:2] == ["points", "open"]
    assert arranged("face", COMMANDS, ("next_face",))[0].name == "next_face"


def open_palette(window: MainWindow) -> CommandPalette:
    window.actions_table["palette"].trigger()
    (palette,) = [p for p in window.findChildren(CommandPalette) if p.isVisible()]
    return palette


def test_by_keyboard_alone(opened: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette(opened)
    assert palette.line.hasFocus()
    qtbot.keyClicks(palette.line, "show la")
    assert [c.name for c in palette.shown()][:1] == ["labels"]
    shown = opened.state.overlay
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert opened.state.overlay != shown
    assert opened.settings["palette.recent"] == ("labels",)
    again = open_palette(opened)
    assert again.shown()[0].name == "labels"
    qtbot.keyClick(again.line, Qt.Key.Key_Down)
    assert again.list.currentRow() == 1
    qtbot.keyClick(again.line, Qt.Key.Key_Escape)
    assert not again.isVisible()


def test_what_can_be_set_is_found_where_it_stands(opened: MainWindow, qtbot: QtBot) -> None:
    for words, dock in (("blond hair", "Sliders"), ("earrings", "Attributes")):
        palette = open_palette(opened)
        qtbot.keyClicks(palette.line, words)
        assert palette.shown()[0].menu == dock
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
        assert not palette.isVisible()
        focused = opened.focusWidget()
        assert focused is not None
        assert opened.docks[dock].isAncestorOf(focused)


def test_what_cannot_be_used_says_why(window: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette(window)
    controls = [each for each in window.session.editor.shown_controls if not isinstance(each, Look)]
    assert len(palette.shown()) == len(TABLE) - 1 + len(controls)
    palette.line.setText("zoom to face")
    assert palette.shown()[0].reason == "Needs a photo with a face"
    spoken = palette.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "not now: Needs a photo with a face" in spoken
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.line.setText("qqq")
    assert palette.nothing.isVisible()
    assert not palette.grab().isNull()
    window.canvas.setFocus()
    assert not palette.isVisible()
