"""Faces, history's snapshots and order, before and after, the drift meter: with real clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.canvas import layers
from app.canvas.geometry import scale_of
from app.canvas.view import Canvas
from app.window.main_window import MainWindow
from core.methods.paint.edits import Stroke
from core.methods.smile.edits import SetAttribute
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
        opened.session.editor.set_attribute(name, True)
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
    opened.session.editor.set_attribute("hat", True)
    wait_for_rest(qtbot, opened)
    opened.history.take.click()
    opened.session.editor.set_attribute("eyeglasses", True)
    wait_for_rest(qtbot, opened)
    assert opened.history.snapshots.count() == 1
    opened.history.compare.click()
    assert opened.state.compare == "split"
    assert opened.session.snapshots.baseline == 0
    picture = opened.canvas.grab().toImage()
    opened.session.snapshots.compare_with(None)
    assert opened.canvas.grab().toImage() != picture, "the photo and the snapshot differ"
    opened.session.snapshots.restore(0)
    assert _names(opened) == ["hat"]
    opened.undo()
    assert _names(opened) == ["hat", "eyeglasses"]
    opened.session.snapshots.drop(0)
    assert opened.history.snapshots.count() == 0
    wait_for_rest(qtbot, opened)


def test_the_divider_is_dragged(opened: MainWindow, qtbot: QtBot) -> None:
    opened.session.editor.set_attribute("hat", True)
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
    opened.session.editor.set_attribute("hat", True)
    wait_for_rest(qtbot, opened)
    opened.actions_table["compare_side"].trigger()
    canvas = opened.canvas
    width = canvas.view_size()[0]
    assert width == canvas.width() // 2
    opened.use_tool("brush")
    for offset in (0, width):
        qtbot.mouseClick(canvas, LEFT, pos=_middle(canvas) + QPoint(offset, 0))
    assert opened.session.document is not None
    first, second = (edit for edit in opened.session.document.edits[1:])
    assert first == second, "the same place in either half"
    wait_for_rest(qtbot, opened)


def _middle(canvas: Canvas) -> QPoint:
    """The photo's middle in the left half."""
    x, y = canvas.view.to_widget((canvas.photo_size()[0] / 2, canvas.photo_size()[1] / 2))
    return QPoint(round(x), round(y))


class _Painted(QObject):
    """Remembers where a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


@pytest.mark.parametrize("half", [0, 1])
def test_side_by_side_both_halves_are_painted_anew(opened: MainWindow, qtbot: QtBot, half: int) -> None:
    opened.actions_table["compare_side"].trigger()
    opened.use_tool("brush")
    canvas = opened.canvas
    left, width = _middle(canvas), canvas.view_size()[0]
    right = left + QPoint(width, 0)
    wait_for_rest(qtbot, opened)
    for act in (qtbot.mouseMove, lambda *at: qtbot.mousePress(at[0], LEFT, pos=at[1])):
        qtbot.wait(50)  # what is still to be painted
        painted = _Painted(canvas)
        act(canvas, (left, right)[half])
        qtbot.waitUntil(lambda painted=painted: painted.region.contains(left))
        assert painted.region.contains(right)
        assert not painted.region.contains(QPoint(2, 2)), "no more than what changed"
    qtbot.mouseRelease(canvas, LEFT, pos=right)
    wait_for_rest(qtbot, opened)


@pytest.mark.parametrize("half", [0, 1])
def test_side_by_side_a_stroke_may_cross_the_middle(opened: MainWindow, qtbot: QtBot, half: int) -> None:
    opened.actions_table["compare_side"].trigger()
    opened.use_tool("brush")
    canvas = opened.canvas
    width = canvas.view_size()[0]
    start, way = _middle(canvas) + QPoint(half * width, 0), QPoint((1 - 2 * half) * width * 2 // 3, 0)
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, start + way)
    qtbot.mouseRelease(canvas, LEFT, pos=start + way)
    assert opened.session.document is not None
    (stroke,) = opened.session.document.edits
    assert isinstance(stroke, Stroke)
    face = opened.session.face
    assert face is not None
    spans = (stroke.points[-1][0] - stroke.points[0][0]) * scale_of(face.transform)
    assert spans == pytest.approx(way.x() / canvas.view.scale, rel=0.02)
    wait_for_rest(qtbot, opened)


def test_points_are_set_on_one_photo_in_the_whole_view(opened: MainWindow, qtbot: QtBot) -> None:
    canvas = opened.canvas
    whole = canvas.view
    opened.actions_table["compare_side"].trigger()
    half = canvas.view
    assert half != whole
    canvas.start_points()
    assert canvas.view_size()[0] == canvas.width()
    assert canvas.view == whole
    assert canvas.points is not None
    x, y = canvas.view.to_widget(canvas.points[1])
    end = QPoint(round(canvas.view.to_widget((canvas.photo_size()[0], 0))[0]) - 20, round(y))
    assert end.x() > canvas.width() // 2
    qtbot.mousePress(canvas, LEFT, pos=QPoint(round(x), round(y)))
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, LEFT, pos=end)
    assert canvas.points[1][0] == pytest.approx(canvas.view.to_photo((end.x(), end.y()))[0])
    canvas.stop_points()
    assert canvas.view_size()[0] == canvas.width() // 2
    assert canvas.view == half


def test_a_zoomed_view_keeps_its_middle_side_by_side(opened: MainWindow) -> None:
    canvas = opened.canvas
    canvas.zoom_face()
    width, height = canvas.view_size()
    before = canvas.view.to_photo((width / 2, height / 2))
    opened.actions_table["compare_side"].trigger()
    width, height = canvas.view_size()
    assert canvas.view.to_photo((width / 2, height / 2)) == pytest.approx(before)


def test_a_heat_map_is_made_once_a_preview(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    heat_image = layers.heat_image
    monkeypatch.setattr(layers, "heat_image", lambda *crops: made.append(crops) or heat_image(*crops))
    opened.state.changes = True
    for count, name in enumerate(("hat", "eyeglasses"), start=1):
        opened.session.editor.set_attribute(name, True)
        wait_for_rest(qtbot, opened)
        opened.canvas.grab()
        opened.canvas.grab()
        assert len(made) == count


def test_drift_is_measured_while_somebody_looks(opened: MainWindow, qtbot: QtBot) -> None:
    opened.docks["Changes"].raise_()
    qtbot.waitUntil(opened.changes.isVisible)
    with qtbot.waitSignal(opened.session.renderer.drift_ready):
        opened.session.editor.set_attribute("hat", True)
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
    session.editor.give("region", "hair", first.key, True)
    session.remove_reference(first.key)
    session.add_reference(picture)
    wait_for_rest(qtbot, opened)
    (second,) = session.references.values()
    assert second.key != first.key
    assert second.photo is first.photo
