"""The canvas driven as a person drives it: painting, pan and zoom, faces and points."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from core.labels import Label
from core.methods.paint.edits import FillRegion, Lasso, SmoothBoundary, Stroke
from tests.gui.conftest import wait_for_face, wait_for_rest, write_picture
from tests.gui.fake_engine import FakeEngine, points_at
from tests.gui.hands import LEFT, at_crop, click_state, edits, only_attribute, press_message, stroke


# painting
def test_brush_paints_at_once_and_undo_takes_back_a_stroke(opened: MainWindow, qtbot: QtBot) -> None:
    canvas = opened.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_B)
    assert opened.state.tool == "brush"
    assert opened.state.overlay
    opened.state.label = Label.HAT
    assert canvas.paint is not None
    qtbot.mousePress(canvas, LEFT, pos=at_crop(opened, 100, 40))
    qtbot.mouseMove(canvas, at_crop(opened, 150, 40))
    assert canvas.paint.labels[40, 125] == Label.HAT
    assert edits(opened) == ()
    qtbot.mouseRelease(canvas, LEFT, pos=at_crop(opened, 150, 40))
    (first,) = edits(opened)
    assert isinstance(first, Stroke)
    assert (first.label, first.erase, first.radius) == (Label.HAT, False, opened.state.radius)
    assert first.points[0] == pytest.approx((100, 40), abs=1.0)
    assert first.points[-1] == pytest.approx((150, 40), abs=1.0)
    stroke(qtbot, opened, (128, 10), (140, 12))
    assert len(edits(opened)) == 2
    wait_for_rest(qtbot, opened)
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edits(opened) == (first,)
    wait_for_rest(qtbot, opened)
    assert canvas.paint.labels[10, 130] != Label.HAT
    assert canvas.paint.labels[40, 125] == Label.HAT
    opened.undo()
    assert canvas.paint.labels[40, 125] != Label.HAT
    qtbot.keyClick(
        canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert edits(opened) == (first,)


def test_undo_before_the_engine_answered_shows_the_old_labels(
    opened: MainWindow, qtbot: QtBot, engine: FakeEngine
) -> None:
    opened.use_tool("brush")
    opened.state.label = Label.HAT
    engine.gate.clear()
    stroke(qtbot, opened, (128, 10))
    assert opened.canvas.paint is not None
    assert opened.canvas.paint.labels[10, 128] == Label.HAT
    opened.undo()
    assert opened.canvas.paint.labels[10, 128] != Label.HAT


def test_eraser_and_fill(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.canvas, Qt.Key.Key_G)
    opened.state.label = Label.HAT
    stroke(qtbot, opened, (60, 60))
    (fill,) = edits(opened)
    assert isinstance(fill, FillRegion)
    assert opened.canvas.paint is not None
    assert opened.canvas.paint.labels[60, 60] == Label.HAT
    wait_for_rest(qtbot, opened)
    qtbot.keyClick(opened.canvas, Qt.Key.Key_E)
    stroke(qtbot, opened, (60, 60))
    erase = edits(opened)[-1]
    assert isinstance(erase, Stroke)
    assert erase.erase
    assert opened.canvas.paint.labels[60, 60] == Label.HAIR


def test_the_lasso_gives_what_it_encloses_the_label(opened: MainWindow, qtbot: QtBot) -> None:
    opened.use_tool("lasso")
    opened.state.label = Label.HAT
    stroke(qtbot, opened, (100, 30), (140, 30))
    assert edits(opened) == (), "a line encloses nothing"
    stroke(qtbot, opened, (100, 30), (140, 30), (140, 60), (100, 60))
    (lasso,) = edits(opened)
    assert isinstance(lasso, Lasso)
    assert lasso.label == Label.HAT
    assert opened.canvas.trail == []
    assert opened.canvas.paint is not None
    assert opened.canvas.paint.labels[45, 120] == Label.HAT
    wait_for_rest(qtbot, opened)


def test_a_line_along_a_boundary_smooths_it(opened: MainWindow, qtbot: QtBot) -> None:
    opened.use_tool("smooth")
    stroke(qtbot, opened, (70, 138), (72, 150), (76, 170))
    (smooth,) = edits(opened)
    assert isinstance(smooth, SmoothBoundary)
    assert smooth.radius == opened.state.radius
    assert smooth.points[-1] == pytest.approx((76, 170), abs=1.0)
    wait_for_rest(qtbot, opened)


def test_brush_size_keys(opened: MainWindow, qtbot: QtBot) -> None:
    opened.use_tool("brush")
    before = opened.state.radius
    qtbot.keyClick(opened.canvas, Qt.Key.Key_BracketRight)
    assert opened.state.radius > before
    qtbot.keyClick(opened.canvas, Qt.Key.Key_BracketLeft)
    qtbot.keyClick(opened.canvas, Qt.Key.Key_BracketLeft)
    assert opened.state.radius < before


def test_pick_label(opened: MainWindow, qtbot: QtBot) -> None:
    opened.use_tool("pick")
    stroke(qtbot, opened, (128, 148))
    assert opened.state.label == Label.NOSE
    assert opened.state.tool == "brush"
    assert opened.regions.rows["skin"].head.property("chosen")


def test_overlay_on_and_off(opened: MainWindow, qtbot: QtBot) -> None:
    before = opened.canvas.grab().toImage()
    qtbot.keyClick(opened.canvas, Qt.Key.Key_Q)
    assert opened.state.overlay
    assert opened.regions.visible.isChecked()
    assert opened.canvas.grab().toImage() != before
    opened.regions.rows["hair"].head.eye.click()
    assert Label.HAIR in opened.state.hidden


def test_dab_is_fast_while_the_engine_works(opened: MainWindow, qtbot: QtBot, engine: FakeEngine) -> None:
    """In this thread's own time, which a busy machine does not stretch."""
    opened.use_tool("brush")
    opened.canvas.zoom_face()
    engine.gate.clear()
    click_state(opened, "hat", 1)
    qtbot.mousePress(opened.canvas, LEFT, pos=at_crop(opened, 60, 60))
    spent = []
    for x in np.linspace(60, 200, 40):
        target = at_crop(opened, float(x), 90)
        begun = time.thread_time()
        qtbot.mouseMove(opened.canvas, target)
        QApplication.processEvents()
        spent.append(time.thread_time() - begun)
    qtbot.mouseRelease(opened.canvas, LEFT, pos=at_crop(opened, 200, 90))
    assert float(np.median(spent)) < 0.008


# the canvas
@pytest.mark.parametrize("modifier", ["NoModifier", "ControlModifier", "AltModifier"])
def test_wheel_zooms_at_the_cursor(opened: MainWindow, modifier: str) -> None:
    canvas = opened.canvas
    spot = (210.0, 170.0)
    before, held = canvas.view.scale, canvas.view.to_photo(spot)
    turn = QPoint(120, 0) if modifier == "AltModifier" else QPoint(0, 120)
    event = QWheelEvent(
        QPointF(*spot), QPointF(*spot), QPoint(), turn, Qt.MouseButton.NoButton,
        getattr(Qt.KeyboardModifier, modifier), Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)
    assert canvas.view.scale > before
    assert canvas.view.to_photo(spot) == pytest.approx(held, abs=0.01)


def test_fit_and_actual_size(opened: MainWindow, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(opened.canvas, Qt.Key.Key_Plus, control)
    qtbot.keyClick(opened.canvas, Qt.Key.Key_1, control)
    assert opened.canvas.zoom == pytest.approx(1.0)
    assert opened.status.zoom.text() == "100 %"
    qtbot.keyClick(opened.canvas, Qt.Key.Key_2, control)
    assert opened.canvas.zoom > 1.0
    qtbot.keyClick(opened.canvas, Qt.Key.Key_0, control)
    x, y = opened.canvas.view.to_widget((320, 240))
    assert (x, y) == pytest.approx((opened.canvas.width() / 2, opened.canvas.height() / 2), abs=1)


def test_actual_size_is_pixel_for_pixel(opened: MainWindow) -> None:
    """At 100 % the screen has the photo's very values."""
    canvas = opened.canvas
    opened.state.overlay = False
    canvas.actual_size()
    canvas.original = True  # no brackets
    grabbed = canvas.grab().toImage()
    assert opened.session.document is not None
    pixels = opened.session.document.photo.pixels
    left, top = round(canvas.view.x), round(canvas.view.y)
    for x, y in ((300, 200), (301, 200), (333, 251)):
        colour = grabbed.pixelColor(left + x, top + y)
        assert [colour.red(), colour.green(), colour.blue()] == pixels[y, x].tolist()


def test_pan_with_middle_button_and_space(opened: MainWindow, qtbot: QtBot) -> None:
    canvas = opened.canvas
    opened.use_tool("brush")
    before = canvas.view
    qtbot.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(100, 100))
    qtbot.mouseMove(canvas, QPoint(130, 90))
    qtbot.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(130, 90))
    assert canvas.view.x - before.x == pytest.approx(30)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    qtbot.mousePress(canvas, LEFT, pos=QPoint(100, 100))
    qtbot.mouseMove(canvas, QPoint(100, 140))
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(100, 140))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view.y - before.y == pytest.approx(30)
    assert edits(opened) == ()


def test_hold_to_see_the_original(opened: MainWindow, qtbot: QtBot) -> None:
    click_state(opened, "eyeglasses", 1)
    wait_for_rest(qtbot, opened)
    spot = at_crop(opened, 100, 120)
    edited = opened.canvas.grab().toImage().pixel(spot)
    qtbot.keyPress(opened.canvas, Qt.Key.Key_Backslash)
    assert opened.canvas.original
    original = opened.canvas.grab().toImage().pixel(spot)
    qtbot.keyRelease(opened.canvas, Qt.Key.Key_Backslash)
    assert not opened.canvas.original
    assert edited != original
    slider = opened.attributes.rows["eyeglasses"].detail.slider
    slider.setFocus()
    qtbot.keyPress(slider, Qt.Key.Key_Backslash)
    assert opened.canvas.original
    qtbot.keyRelease(slider, Qt.Key.Key_Backslash)
    assert not opened.canvas.original
    qtbot.mousePress(opened.compare, LEFT)
    assert opened.canvas.original
    qtbot.mouseRelease(opened.compare, LEFT)
    assert not opened.canvas.original


def test_sharp_view_comes_after_a_rest(
    make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    engine = FakeEngine((points_at(700, 500, 220),))
    window = make_window(lambda: engine, write_picture(tmp_path / "large.png", 1400, 1100))
    wait_for_face(qtbot, window)
    click_state(window, "hat", 1)
    qtbot.waitUntil(lambda: window.session.renderer.detail is not None, timeout=10_000)
    detail = window.session.renderer.detail
    assert detail is not None
    assert (detail.x, detail.y, detail.width, detail.height) == (300, 200, 40, 10)
    click_state(window, "hat", 0)
    assert window.session.renderer.detail is None


def test_sharp_view_waits_for_what_goes_first_and_comes_all_the_same(
    make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    engine = FakeEngine((points_at(700, 500, 220),))
    window = make_window(lambda: engine, write_picture(tmp_path / "large.png", 1400, 1100))
    wait_for_face(qtbot, window)
    renderer, document = window.session.renderer, window.session.document
    assert document is not None
    with qtbot.waitSignal(renderer.preview_changed):
        click_state(window, "hat", 1)
    engine.gate.clear()
    renderer.analyse_reference("friend", document.photo)
    qtbot.waitUntil(lambda: not renderer._detail_timer.isActive())
    engine.gate.set()
    qtbot.waitUntil(lambda: renderer.detail is not None, timeout=10_000)


# faces
def test_several_faces_are_chosen_by_click(
    make_window: Callable[..., MainWindow], picture: Path, qtbot: QtBot
) -> None:
    engine = FakeEngine((points_at(170, 200, 60), points_at(470, 220, 50)))
    engine.doubts = ("The face is turned away.",)
    window = make_window(lambda: engine, picture)
    wait_for_face(qtbot, window)
    assert window.status.face.text() == "Face 1 of 2: The face is turned away."
    x, y = window.canvas.view.to_widget((470, 230))
    qtbot.mouseClick(window.canvas, LEFT, pos=QPoint(round(x), round(y)))
    assert window.session.face_index == 1
    click_state(window, "hat", 1)
    assert only_attribute(window).face == 1
    qtbot.keyClick(window.canvas, Qt.Key.Key_N)
    assert window.session.face_index == 0
    assert window.attributes.rows["hat"].buttons.checkedId() == 0
    wait_for_rest(qtbot, window)
    assert window.session.renderer.preview(1) is not None


def test_no_face_leads_to_points_by_hand(
    make_window: Callable[..., MainWindow], picture: Path, qtbot: QtBot
) -> None:
    engine = FakeEngine(found=())
    window = make_window(lambda: engine, picture)
    qtbot.waitUntil(lambda: bool(window.messages.rows))
    assert window.messages.texts() == ["No face was found in this photo."]
    assert not window.attributes.isEnabled()
    press_message(window, "Set points by hand")
    canvas = window.canvas
    assert canvas.points is not None
    start = canvas.view.to_widget(canvas.points[2])
    target = canvas.view.to_widget((300.0, 260.0))
    qtbot.mousePress(canvas, LEFT, pos=QPoint(round(start[0]), round(start[1])))
    qtbot.mouseMove(canvas, QPoint(round(target[0]), round(target[1])))
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(round(target[0]), round(target[1])))
    assert canvas.points[2] == pytest.approx((300, 260), abs=2)
    x = canvas.points[2][0]
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.points[2][0] > x
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    wait_for_face(qtbot, window)
    assert window.session.document is not None
    assert window.session.document.faces is not None
    assert window.session.document.faces[0].points[2][1] == pytest.approx(260, abs=2)
    window.undo()
    qtbot.waitUntil(lambda: window.session.face is None)


def test_points_of_a_found_face_can_be_moved_or_left(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_table["points"].trigger()
    assert opened.session.face is not None
    assert opened.canvas.points == opened.session.face.points.points
    qtbot.keyClick(opened.canvas, Qt.Key.Key_Escape)
    assert opened.canvas.points is None
    assert not opened.actions_table["points"].isChecked()
    assert opened.session.document is not None
    assert opened.session.document.faces is None


def test_mirrored_points_are_refused_in_words(opened: MainWindow) -> None:
    opened.actions_table["points"].trigger()
    points = opened.canvas.points
    assert points is not None
    opened.canvas.move_point(0, points[1])
    opened.canvas.move_point(1, points[0])
    press_message(opened, "Use these points")
    assert opened.canvas.points is not None
    assert "order" in opened.messages.texts()[-1]
