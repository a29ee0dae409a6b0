"""References: dropped, dragged off the shelf, given to attributes, regions and heads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.panels.dropping import drop_look
from app.session.values import strength_of
from app.widgets.incoming import Look
from app.window.main_window import MainWindow
from core.document.edits import Reference
from core.labels import Label
from core.methods.heads.edits import HeadSwap
from core.methods.smile.edits import SetAttribute, SetRegionStyle
from tests.gui.conftest import wait_for_rest, write_picture
from tests.gui.fake_engine import FakeEngine
from tests.gui.hands import click_state, drop, drop_file, edits, only_attribute, press_message


def test_dropped_reference_gives_attributes_and_regions(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drop_file(opened.canvas, write_picture(tmp_path / "friend.png", shift=40))
    qtbot.waitUntil(lambda: bool(opened.session.references))
    (key,) = opened.session.references
    wait_for_rest(qtbot, opened)
    panel = opened.references
    assert panel.isVisible()
    panel.cell("attribute", "hair", key).click()
    edit = only_attribute(opened)
    assert edit.source == Reference(key)
    assert edit.present
    panel.cell("attribute", "eyeglasses", key).click()
    last = edits(opened)[-1]
    assert isinstance(last, SetAttribute)
    assert last.present, "eyeglasses are lent: put on, with the look that the reference has for them"
    panel.cell("region", "lips", key).click()
    style = edits(opened)[-1]
    assert isinstance(style, SetRegionStyle)
    assert (style.region, style.source) == ("lips", Reference(key))
    assert opened.session.document is not None
    assert key in opened.session.document.references
    panel.cell("region", "lips", key).click()
    assert len(edits(opened)) == 2
    wait_for_rest(qtbot, opened)
    opened.session.remove_reference(key)
    assert edits(opened) == ()
    opened.undo()
    assert len(edits(opened)) == 2
    wait_for_rest(qtbot, opened)


def test_a_look_is_dragged_off_the_shelf(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drop_file(opened.canvas, write_picture(tmp_path / "friend.png", shift=40))
    qtbot.waitUntil(lambda: bool(opened.session.references))
    (key,) = opened.session.references
    wait_for_rest(qtbot, opened)
    drop(opened.attributes.rows["hair"], Look(key).as_mime())
    assert opened.session.editor.gives("attribute", "hair", key)
    drop(opened.regions.rows["lips"], Look(key).as_mime())
    assert opened.session.editor.gives("region", "lips", key)
    drop(opened.canvas, Look(key, "head", "face").as_mime())
    assert opened.session.editor.gives("head", "face", key)
    count = len(edits(opened))
    menu = drop_look(opened.session, Look(key), Label.HAIR, opened)
    assert menu is not None
    assert len(edits(opened)) == count, "a whole reference gives a choice"
    assert [action.text() for action in menu.actions()][:3] == ["Look of hair", "", "Whole head"]
    menu.actions()[0].trigger()
    assert opened.session.editor.gives("region", "hair", key)
    cell = opened.references.cell("region", "hair", key)
    qtbot.keyClick(cell, Qt.Key.Key_Minus)
    found = opened.session.editor.region_edit("hair")
    assert found is not None
    assert strength_of(found[1]) == pytest.approx(0.9)
    wait_for_rest(qtbot, opened)


def test_a_reference_gives_its_whole_head(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    click_state(opened, "eyeglasses", 1)
    glasses = only_attribute(opened)
    drop_file(opened.canvas, write_picture(tmp_path / "friend.png", shift=40))
    qtbot.waitUntil(lambda: bool(opened.session.references))
    (key,) = opened.session.references
    wait_for_rest(qtbot, opened)
    opened.references.cell("head", "head", key).click()
    swap = HeadSwap(reference=Reference(key))
    assert edits(opened) == (swap, glasses), "edits go on from the new head"
    assert opened.references.cell("head", "head", key).isChecked()
    assert not opened.references.cell("head", "hair", key).isChecked()
    opened.references.cell("head", "hair", key).click()
    hair = HeadSwap(reference=Reference(key), part="hair")
    assert edits(opened) == (swap, hair, glasses)
    opened.undo()
    wait_for_rest(qtbot, opened)
    opened.references.cell("head", "head", key).click()
    assert edits(opened) == (glasses,)
    opened.undo()
    assert edits(opened) == (swap, glasses)
    opened.session.remove_reference(key)
    assert edits(opened) == (glasses,)
    wait_for_rest(qtbot, opened)


def test_dropped_picture_can_be_the_photo_instead(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drop_file(opened.canvas, write_picture(tmp_path / "friend.png", shift=40))
    qtbot.waitUntil(lambda: bool(opened.session.references))
    press_message(opened, "Open as the photo instead")
    qtbot.waitUntil(lambda: opened.session.title == "friend.png")
    assert opened.session.references == {}
    wait_for_rest(qtbot, opened)


def test_reference_without_a_face_says_so(
    opened: MainWindow, qtbot: QtBot, engine: FakeEngine, tmp_path: Path
) -> None:
    engine.found = ()
    opened.session.add_reference(write_picture(tmp_path / "tree.png"))
    qtbot.waitUntil(lambda: any(r.error for r in opened.session.references.values()))
    assert "No face was found in this reference" in opened.references.heading.text()
    assert not any(cell.isEnabled() for cell in opened.references.matrix.cells.values())
