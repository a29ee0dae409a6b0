"""The looks panel: a random look, its strength, another reference, and back to the photo's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from core.document.edits import Reference, Seed, SetRegionStyle
from tests.gui.conftest import wait_for_face, write_picture

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    window.files.open_path(write_picture(tmp_path / "photo.png"))
    wait_for_face(qtbot, window)
    window.docks["Looks"].raise_()
    return window


def _edit(window: MainWindow, region: str) -> SetRegionStyle:
    found = window.session.region_edit(region)
    assert found is not None
    return found[1]


def test_dice_strength_and_back(qtbot: QtBot, opened: MainWindow) -> None:
    row = opened.looks.rows["hair"]
    assert not row.line.isVisible()
    qtbot.mouseClick(row.dice, LEFT)
    first = _edit(opened, "hair")
    assert isinstance(first.source, Seed)
    row.line.slider.setValue(40)
    assert _edit(opened, "hair").strength == pytest.approx(0.4)
    qtbot.mouseClick(row.dice, LEFT)
    second = _edit(opened, "hair")
    assert second.source != first.source
    assert second.strength == pytest.approx(0.4)
    qtbot.mouseClick(row.clear, LEFT)
    assert opened.session.region_edit("hair") is None
    opened.session.undo()
    assert _edit(opened, "hair") == second


def test_a_reference_gives_its_look(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(opened.session.reference_added) as added:
        opened.session.add_reference(write_picture(tmp_path / "reference.png", shift=9))
    assert added.args is not None
    key = added.args[0]
    row = opened.looks.rows["clothes"]
    qtbot.mouseClick(row.dice, LEFT)
    menu = row.line.source.menu()
    menu.aboutToShow.emit()
    next(a for a in menu.actions() if a.text() == "reference.png").trigger()
    assert _edit(opened, "clothes").source == Reference(key)
    assert opened.session.gives_region(key, "clothes")
