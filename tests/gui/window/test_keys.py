from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from app.program.settings import Settings
from app.window.actions import TABLE
from app.window.keys import KeyMap, effective, normal, refusal
from app.window.main_window import MainWindow

DEFAULTS = {"open": ("Ctrl+O",), "export": ("Ctrl+S", "Ctrl+Shift+E"), "hand": ("H",)}


@pytest.fixture
def keys(tmp_path: Path) -> KeyMap:
    return KeyMap(DEFAULTS, Settings(tmp_path / "settings.json"))


def test_nothing_chosen_is_the_table() -> None:
    assert effective(DEFAULTS, {}) == DEFAULTS


@pytest.mark.parametrize(
    ("chosen", "name", "expected"),
    [
        ({"open": ("Ctrl+S",)}, "export", ("Ctrl+Shift+E",)),
        ({"open": ("H",), "hand": ("H",)}, "hand", ()),
        ({"open": ("no key", "F5", "F5")}, "open", ("F5",)),
        ({"open": ()}, "open", ()),
        ({"of a newer version": ("H",)}, "hand", ("H",)),
    ],
)
def test_no_key_is_given_twice(chosen: dict, name: str, expected: tuple[str, ...]) -> None:
    assert effective(DEFAULTS, chosen)[name] == expected


def test_keys_that_no_action_can_have() -> None:
    for kept in ("Space", "Esc", "Return", "Tab", "Shift+Tab", "Left", "", "no key at all"):
        assert refusal(kept).endswith("."), kept
    for free in ("F5", "Ctrl+Space", "Alt+Left", "Ctrl+Shift+K", "\\", "Ctrl++"):
        assert refusal(free) == "", free
    assert normal("ctrl+shift+k") == "Ctrl+Shift+K"
    assert all(normal(key) and not refusal(key) for spec in TABLE for key in spec.shortcuts)


def test_taking_a_key_and_giving_it_back(keys: KeyMap, qtbot: QtBot) -> None:
    assert keys.holders(("Ctrl+S", "F5"), "open") == {"Ctrl+S": "export"}
    with qtbot.waitSignal(keys.changed):
        keys.assign("open", ("Ctrl+S", "F5"))
    assert (keys["open"], keys["export"]) == (("Ctrl+S", "F5"), ("Ctrl+Shift+E",))
    assert not keys.is_default("export")
    keys.assign("export", keys.default("export"))
    assert (keys["open"], keys["export"]) == (("F5",), ("Ctrl+S", "Ctrl+Shift+E"))
    keys.reset_all()
    assert all(keys.is_default(name) for name in DEFAULTS)


def test_keys_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings["keys"] = {"time travel": ["F9"]}
    keys = KeyMap(DEFAULTS, settings)
    keys.assign("hand", ("F5",))
    assert settings["keys"] == {"time travel": ("F9",), "hand": ("F5",)}


def test_actions_follow_at_once(opened: MainWindow, qtbot: QtBot) -> None:
    table = opened.actions_table
    table.keys.assign("labels", ("F7",))
    assert [keys.toString() for keys in table["labels"].shortcuts()] == ["F7"]
    assert "(F7)" in table["labels"].toolTip()
    shown = opened.state.overlay
    qtbot.keyClick(opened, Qt.Key.Key_F7)
    assert opened.state.overlay != shown
    qtbot.keyClick(opened, Qt.Key.Key_Q)
    assert opened.state.overlay != shown
    table.keys.assign("labels", ())
    assert table["labels"].shortcuts() == []
    assert "(" not in table["labels"].toolTip()


def test_the_original_is_held_with_its_own_key(opened: MainWindow, qtbot: QtBot) -> None:
    opened.session.editor.set_attribute("eyeglasses", True)
    opened.actions_table.keys.assign("original", ("F8",))
    assert QKeySequence("F8").toString() in opened.compare.toolTip()
    qtbot.keyPress(opened, Qt.Key.Key_F8)
    assert opened.canvas.original
    qtbot.keyRelease(opened, Qt.Key.Key_F8)
    assert not opened.canvas.original
