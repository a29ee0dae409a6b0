"""The sliders of the pack's directions: one edit each, which the middle takes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.panels.sliders import SliderRow
from app.window.main_window import MainWindow
from core.methods.shape.edits import Reshape
from core.methods.smile.edits import Direction
from tests.gui.conftest import wait_for_face, write_picture
from tests.gui.hands import LEFT, NO_KEY, edits


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    window.settings["controls.experimental"] = True
    window.files.open_path(write_picture(tmp_path / "photo.png"))
    wait_for_face(qtbot, window)
    window.docks["Sliders"].raise_()
    return window


@pytest.fixture
def age(opened: MainWindow) -> SliderRow:
    return opened.sliders.rows["age"]


def test_a_slider_makes_one_edit_and_the_middle_takes_it_back(opened: MainWindow, age: SliderRow) -> None:
    for value in (20, 35, -60):
        age.slider.setValue(value)
    assert edits(opened) == (Direction(name="age", amount=-0.6),)
    age.left.emit()
    age.slider.setValue(0)
    assert edits(opened) == ()
    opened.session.editor.undo()
    assert edits(opened) == (Direction(name="age", amount=-0.6),)
    assert age.slider.value() == -60
    opened.session.editor.undo()
    assert edits(opened) == ()
    assert age.slider.value() == 0


def test_a_drag_through_the_middle_is_one_step(opened: MainWindow, age: SliderRow) -> None:
    for value in (-30, 0, 40):
        age.slider.setValue(value)
    assert edits(opened) == (Direction(name="age", amount=0.4),)
    opened.session.editor.undo()
    assert edits(opened) == ()


def test_directions_go_together_and_each_has_its_own_way_back(
    qtbot: QtBot, opened: MainWindow, age: SliderRow
) -> None:
    hair = opened.sliders.rows["blond-hair-direction"]
    assert not age.reset.isEnabled()
    age.slider.setValue(50)
    age.left.emit()
    hair.slider.setValue(100)
    assert [edit.name for edit in edits(opened) if isinstance(edit, Direction)] == ["age", "blond-hair"]
    qtbot.mouseClick(age.reset, LEFT)
    assert edits(opened) == (Direction(name="blond-hair", amount=1),)
    qtbot.mouseDClick(hair.slider, LEFT, NO_KEY, QPoint(4, hair.slider.height() // 2))
    assert edits(opened) == ()


def test_the_keyboard_moves_a_slider(qtbot: QtBot, opened: MainWindow, age: SliderRow) -> None:
    age.slider.setFocus()
    qtbot.keyClick(age.slider, Qt.Key.Key_PageUp)
    assert edits(opened) == (Direction(name="age", amount=0.1),)


def test_what_is_weak_is_said_and_ends_are_named(age: SliderRow) -> None:
    assert "no outlines" in age.slider.toolTip()
    assert age.slider.accessibleName() == "Age"


def test_sliders_stand_one_below_the_other(qtbot: QtBot, opened: MainWindow) -> None:
    qtbot.waitUntil(lambda: opened.sliders.rows["age"].slider.width() > 50)
    rows = opened.sliders.rows.values()
    assert len({(row.slider.x(), row.slider.width()) for row in rows}) == 1


def test_sliders_stand_under_the_headings_of_their_groups(qtbot: QtBot, opened: MainWindow) -> None:
    panel = opened.sliders
    qtbot.waitUntil(lambda: panel.rows["age"].slider.width() > 50)
    tops = {label.text(): label.y() for label in panel.headings}
    assert list(tops)[:2] == ["Expression", "Shape"]
    assert tops["Expression"] < panel.rows["smile"].y() < tops["Shape"] < panel.rows["nose-width"].y()
    assert all(tops[row.control.group] < row.y() for row in panel.rows.values())


def test_a_slider_of_shape_is_one_edit_with_its_own_words(opened: MainWindow) -> None:
    row = opened.sliders.rows["smile"]
    for value in (10, 50):
        row.slider.setValue(value)
    assert edits(opened) == (Reshape(part="smile", amount=0.5),)
    assert opened.session.editor.words(Reshape(part="smile", amount=0.5)) == "Smile +50 %"


def test_a_pack_without_directions_says_so(opened: MainWindow) -> None:
    assert not opened.sliders.none.isVisible()
    opened.sliders.offer(())
    assert opened.sliders.none.isVisible()
    assert not opened.sliders.rows
