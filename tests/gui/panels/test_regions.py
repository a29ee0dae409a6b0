"""The regions panel: a random look, its strength, another reference, and back to the photo's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.panels.regions import region_image
from app.window.main_window import MainWindow
from core.document.edits import Blend, Own, Reference, Seed
from core.labels import Label
from core.methods.smile.edits import SetRegionStyle
from tests.gui.conftest import wait_for_face, write_picture

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    window.files.open_path(write_picture(tmp_path / "photo.png"))
    wait_for_face(qtbot, window)
    window.docks["Regions"].raise_()
    return window


def _edit(window: MainWindow, region: str) -> SetRegionStyle:
    found = window.session.editor.region_edit(region)
    assert found is not None
    assert isinstance(found[1], SetRegionStyle)
    return found[1]


def _choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_dice_strength_and_back(qtbot: QtBot, opened: MainWindow) -> None:
    row = opened.regions.rows["hair"]
    assert not row.look.isVisible()
    qtbot.mouseClick(row.dice, LEFT)
    first = _edit(opened, "hair")
    assert isinstance(first.source, Seed)
    row.look.slider.setValue(40)
    assert _edit(opened, "hair").strength == pytest.approx(0.4)
    qtbot.mouseClick(row.dice, LEFT)
    second = _edit(opened, "hair")
    assert second.source != first.source
    assert second.strength == pytest.approx(0.4)
    _choose(opened.regions.menu(row, row.head), "As in the photo")
    assert opened.session.editor.region_edit("hair") is None
    opened.session.editor.undo()
    assert _edit(opened, "hair") == second


def test_a_reference_gives_its_look(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(opened.session.reference_added) as added:
        opened.session.add_reference(write_picture(tmp_path / "reference.png", shift=9))
    assert added.args is not None
    key = added.args[0]
    row = opened.regions.rows["clothes"]
    qtbot.mouseClick(row.dice, LEFT)
    row.look.source.menu().aboutToShow.emit()
    _choose(row.look.source.menu(), "reference.png")
    assert _edit(opened, "clothes").source == Reference(key)
    assert opened.session.editor.gives("region", "clothes", key)


def test_two_looks_are_blended(qtbot: QtBot, opened: MainWindow) -> None:
    row = opened.regions.rows["hair"]
    qtbot.mouseClick(row.dice, LEFT)
    first = _edit(opened, "hair").source
    row.look.source.menu().aboutToShow.emit()
    blend = next(a for a in row.look.source.menu().actions() if a.text() == "Blend with").menu()
    assert isinstance(blend, QMenu)
    _choose(blend, "The photo's own look")
    assert _edit(opened, "hair").source == Blend(first, Own(), 0.5)
    row.look.blend.setValue(80)
    assert _edit(opened, "hair").source == Blend(first, Own(), 0.8)
    row.look.source.menu().aboutToShow.emit()
    _choose(row.look.source.menu(), "Without the blend")
    assert _edit(opened, "hair").source == first


def test_layers_are_chosen_hidden_and_locked(qtbot: QtBot, opened: MainWindow) -> None:
    state, skin = opened.state, opened.regions.rows["skin"]
    qtbot.mouseClick(skin.opener, LEFT)
    nose = next(line for line in skin.parts if line.labels == (Label.NOSE,))
    assert nose.isVisible()
    qtbot.mouseClick(nose.name, LEFT)
    assert state.label is Label.NOSE
    assert nose.property("chosen")
    qtbot.mouseClick(nose.lock, LEFT)
    assert state.locked == {Label.NOSE}
    qtbot.mouseClick(skin.head.eye, LEFT)
    assert set(skin.head.labels) <= state.hidden
    _choose(opened.regions.menu(skin, skin.head), "Paint only over this")
    assert state.locked == set(Label) - set(skin.head.labels)
    _choose(opened.regions.menu(skin, skin.head), "Unlock all")
    assert not state.locked


def test_layers_show_what_the_face_shows(opened: MainWindow) -> None:
    rows = opened.regions.rows
    assert region_image(*_shown(opened), rows["hair"].head.labels) is not None
    assert region_image(*_shown(opened), rows["hat"].head.labels) is None


def _shown(window: MainWindow) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    face = window.session.face
    assert face is not None
    return face.crop, face.label_map
