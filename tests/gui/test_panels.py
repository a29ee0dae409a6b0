"""Faces, history's snapshots and order, before and after, the drift meter: with real clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.canvas import layers
from app.main_window import MainWindow
from core.document.edits import SetAttribute
from tests.gui.conftest import wait_for_face, wait_for_rest, write_picture
from tests.gui.fake_engine import FakeEngine, points_at

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    window.files.open_path(write_picture(tmp_path / "photo.png"))
    wait_for_face(qtbot, window)
    return window


def _names(window: MainWindow) -> list[str]:
    assert window.session.document is not None
    return [edit.attribute for edit in window.session.document.edits if isinstance(edit, SetAttribute)]


def test_edits_change_places(opened: MainWindow, qtbot: QtBot) -> None:
    for name in ("hat", "hair", "bangs"):
        opened.session.set_attribute(name, True)
    panel = opened.history
    panel.list.setCurrentRow(2)
    panel.earlier.click()
    assert _names(opened) == ["hat", "bangs", "hair"]
    assert panel.list.currentRow() == 1, "the choice goes with the edit"
    panel.earlier.click()
    assert not panel.earlier.isEnabled()
    assert _names(opened) == ["bangs", "hat", "hair"]
    model = panel.list.model()
    assert model.moveRow(model.index(-1, 0), 0, model.index(-1, 0), 3)  # what dragging does
    qtbot.waitUntil(lambda: _names(opened) == ["hat", "hair", "bangs"])
    opened.undo()
    assert _names(opened) == ["bangs", "hat", "hair"]
    wait_for_rest(qtbot, opened)


def test_a_snapshot_is_compared_with_and_gone_back_to(opened: MainWindow, qtbot: QtBot) -> None:
    opened.session.set_attribute("hat", True)
    wait_for_rest(qtbot, opened)
    opened.history.take.click()
    opened.session.set_attribute("eyeglasses", True)
    wait_for_rest(qtbot, opened)
    assert opened.history.snapshots.count() == 1
    opened.history.compare.click()
    assert opened.state.compare == "split"
    assert opened.session.baseline == 0
    picture = opened.canvas.grab().toImage()
    opened.session.compare_with(None)
    assert opened.canvas.grab().toImage() != picture, "the photo and the snapshot differ"
    opened.session.restore_snapshot(0)
    assert _names(opened) == ["hat"]
    opened.undo()
    assert _names(opened) == ["hat", "eyeglasses"]
    opened.session.drop_snapshot(0)
    assert opened.history.snapshots.count() == 0
    wait_for_rest(qtbot, opened)


def test_the_divider_is_dragged(opened: MainWindow, qtbot: QtBot) -> None:
    opened.session.set_attribute("hat", True)
    wait_for_rest(qtbot, opened)
    opened.actions_table["compare_split"].trigger()
    canvas = opened.canvas
    x, y = canvas.view.to_widget((canvas.photo_size()[0] / 2, canvas.photo_size()[1] / 2))
    before = canvas.view
    qtbot.mousePress(canvas, LEFT, pos=QPoint(round(x), round(y)))
    qtbot.mouseMove(canvas, QPoint(round(x) + 60, round(y)))
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(round(x) + 60, round(y)))
    assert canvas.divider > 0.5
    assert canvas.view == before, "the photo stays where it is"


def test_side_by_side_both_halves_take_the_brush(opened: MainWindow, qtbot: QtBot) -> None:
    opened.session.set_attribute("hat", True)
    wait_for_rest(qtbot, opened)
    opened.actions_table["compare_side"].trigger()
    canvas = opened.canvas
    width = canvas.view_size()[0]
    assert width == canvas.width() // 2
    opened.use_tool("brush")
    middle = canvas.view.to_widget((canvas.photo_size()[0] / 2, canvas.photo_size()[1] / 2))
    for offset in (0, width):
        qtbot.mouseClick(canvas, LEFT, pos=QPoint(round(middle[0]) + offset, round(middle[1])))
    assert opened.session.document is not None
    first, second = (edit for edit in opened.session.document.edits[1:])
    assert first == second, "the same place in either half"
    wait_for_rest(qtbot, opened)


def test_a_heat_map_is_made_once_a_preview(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    heat_image = layers.heat_image
    monkeypatch.setattr(layers, "heat_image", lambda *crops: made.append(crops) or heat_image(*crops))
    opened.state.changes = True
    for count, name in enumerate(("hat", "eyeglasses"), start=1):
        opened.session.set_attribute(name, True)
        wait_for_rest(qtbot, opened)
        opened.canvas.grab()
        opened.canvas.grab()
        assert len(made) == count


def test_drift_is_measured_while_somebody_looks(opened: MainWindow, qtbot: QtBot) -> None:
    opened.docks["Changes"].raise_()
    qtbot.waitUntil(opened.changes.isVisible)
    with qtbot.waitSignal(opened.session.renderer.drift_ready):
        opened.session.set_attribute("hat", True)
    assert opened.changes.identity.value() == 25
    assert opened.changes.outside.text() == "0 pixels"
    opened.changes.heat.click()
    assert opened.state.changes
    assert opened.actions_table["changes"].isChecked()
    opened.undo()
    assert opened.changes.identity.value() == 0
    wait_for_rest(qtbot, opened)


def test_faces_are_listed_and_give_references(
    qtbot: QtBot, window: MainWindow, engine: FakeEngine, tmp_path: Path
) -> None:
    engine.found = (points_at(180, 200, 60), points_at(450, 200, 50))
    window.files.open_path(write_picture(tmp_path / "two.png"))
    wait_for_face(qtbot, window)
    panel = window.faces
    assert panel.list.count() == 2
    panel.list.setCurrentRow(1)
    assert window.session.face_index == 1
    assert "Face 2 of 2" in panel.words.text()
    assert not panel.again.isEnabled()
    panel.reference.click()
    qtbot.waitUntil(lambda: bool(window.session.references))
    (item,) = window.session.references.values()
    assert item.title == "Face 2"
    wait_for_rest(qtbot, window)
    panel.points.click()
    assert window.canvas.points is not None
    window.confirm_points()
    assert panel.again.isEnabled()
    qtbot.waitUntil(lambda: bool(window.session.faces))
    panel.again.click()
    assert window.session.document is not None
    assert window.session.document.faces is None
    wait_for_rest(qtbot, window)


def test_a_reference_that_comes_back_is_the_same_picture(
    opened: MainWindow, picture: Path, qtbot: QtBot
) -> None:
    session = opened.session
    session.add_reference(picture)
    wait_for_rest(qtbot, opened)
    (first,) = session.references.values()
    session.give("region", "hair", first.key, True)
    session.remove_reference(first.key)
    session.add_reference(picture)
    wait_for_rest(qtbot, opened)
    (second,) = session.references.values()
    assert second.key != first.key
    assert second.photo is first.photo
