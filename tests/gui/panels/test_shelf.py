"""The shelf of looks with names: shown on the face, chosen, kept as favourites; and rows that are grey."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from core.document.edits import Named
from core.methods.smile.edits import SetAttribute
from core.methods.wearing.rules import look_names
from tests.gui.conftest import wait_for_face, wait_for_rest, write_picture
from tests.gui.fake_engine import FakeEngine
from tests.gui.hands import LEFT, edits


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    window.files.open_path(write_picture(tmp_path / "photo.png"))
    wait_for_face(qtbot, window)
    return window


def test_a_look_is_chosen_off_the_shelf(opened: MainWindow, qtbot: QtBot) -> None:
    panel = opened.attributes
    qtbot.mouseClick(panel.rows["hat"].shelf, LEFT)
    shelf = panel.shelf
    assert [button.objectName() for button in shelf.buttons] == list(look_names("hat"))
    wait_for_rest(qtbot, opened)
    drawn = shelf.buttons[2].icon().pixmap(64).toImage()
    assert drawn.pixelColor(32, 32).alpha() > 0, "its picture has come"
    qtbot.mouseClick(shelf.buttons[2], LEFT)
    assert not shelf.isVisible()
    look = Named(look_names("hat")[2])
    assert edits(opened) == (SetAttribute(attribute="hat", present=True, source=look),)
    assert panel.rows["hat"].detail.source.text() != ""
    opened.undo()
    assert edits(opened) == ()
    wait_for_rest(qtbot, opened)


def test_choosing_turns_on_what_was_off(opened: MainWindow, qtbot: QtBot) -> None:
    opened.session.editor.set_attribute("eyeglasses", False)
    qtbot.mouseClick(opened.attributes.rows["eyeglasses"].shelf, LEFT)
    qtbot.mouseClick(opened.attributes.shelf.buttons[0], LEFT)
    (edit,) = edits(opened)
    assert isinstance(edit, SetAttribute)
    assert edit.present
    wait_for_rest(qtbot, opened)


def test_favourites_come_first_and_are_kept(opened: MainWindow, qtbot: QtBot) -> None:
    shelf, names = opened.attributes.shelf, look_names("earrings")
    qtbot.mouseClick(opened.attributes.rows["earrings"].shelf, LEFT)
    menu = shelf.menu(shelf.buttons[3])
    menu.actions()[0].trigger()
    menu.close()
    assert opened.settings["looks.favourites"] == (names[3],)
    assert shelf.buttons[3].text().startswith("★")
    shelf.hide()
    qtbot.mouseClick(opened.attributes.rows["earrings"].shelf, LEFT)
    assert shelf.buttons[0].objectName() == names[3]
    shelf.hide()
    wait_for_rest(qtbot, opened)


def test_what_cannot_come_out_well_is_grey_and_says_why(
    qtbot: QtBot, window: MainWindow, engine: FakeEngine, tmp_path: Path
) -> None:
    path = write_picture(tmp_path / "dark.png")
    from core.photo import load_photo, photo_from_array, save_photo

    dark = (load_photo(path).pixels // 12).astype(np.uint8)
    save_photo(photo_from_array(dark), tmp_path / "night.png", edited=False)
    window.files.open_path(tmp_path / "night.png")
    wait_for_face(qtbot, window)
    row = window.attributes.rows["bangs"]
    assert not row.isEnabled()
    assert "dark" in row.toolTip() or "grey" in row.toolTip()
    assert window.attributes.rows["hat"].isEnabled()
    window.session.editor.set_attribute("bangs", True)
    assert row.isEnabled(), "what is in use can be taken back"
    wait_for_rest(qtbot, window)


def test_experimental_controls_are_shown_on_demand(opened: MainWindow) -> None:
    assert "identity" not in opened.attributes.rows
    opened.settings["controls.experimental"] = True
    assert "identity" in opened.attributes.rows
    opened.settings["controls.experimental"] = False
    assert "identity" not in opened.attributes.rows
