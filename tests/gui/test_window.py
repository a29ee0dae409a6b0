"""The window driven as a person drives it: menus, keys, mouse, drops."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.canvas.geometry import apply
from app.dropping import drop_look
from app.incoming import Look
from app.main_window import MainWindow
from core.document.edits import (
    FillRegion,
    HeadSwap,
    Lasso,
    Reference,
    Seed,
    SetAttribute,
    SetRegionStyle,
    SmoothBoundary,
    Stroke,
)
from core.errors import FaceError, PackError
from core.labels import Label
from tests.gui.conftest import wait_for_face, wait_for_rest, write_picture
from tests.gui.fake_engine import FakeEngine, points_at

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def at_crop(window: MainWindow, x: float, y: float) -> QPoint:
    """The canvas's pixel where a crop point lies."""
    face = window.session.face
    assert face is not None
    wx, wy = window.canvas.view.to_widget(apply(face.transform, (x, y)))
    return QPoint(round(wx), round(wy))


def drop(target: QWidget, mime: QMimeData) -> None:
    arguments = (Qt.DropAction.CopyAction, mime, LEFT, NO_KEY)
    for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
        event = kind(QPointF(40, 40), *arguments)
        QApplication.sendEvent(target, event)
        assert event.isAccepted()


def drop_file(target: QWidget, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop(target, mime)


def press_message(window: MainWindow, title: str) -> None:
    buttons = [b for b in window.messages.findChildren(QPushButton) if b.text() == title and b.isVisible()]
    assert buttons, (title, window.messages.texts())
    buttons[-1].click()


def edits(window: MainWindow) -> tuple[object, ...]:
    assert window.session.document is not None
    return window.session.document.edits


def only_attribute(window: MainWindow) -> SetAttribute:
    (edit,) = edits(window)
    assert isinstance(edit, SetAttribute)
    return edit


def click_state(window: MainWindow, name: str, index: int) -> None:
    window.attributes.rows[name].buttons.button(index).click()


def stroke(qtbot: QtBot, window: MainWindow, *crop_points: tuple[float, float]) -> None:
    first, *others = [at_crop(window, *p) for p in crop_points]
    qtbot.mousePress(window.canvas, LEFT, pos=first)
    for point in others:
        qtbot.mouseMove(window.canvas, point)
    qtbot.mouseRelease(window.canvas, LEFT, pos=(others or [first])[-1])


# opening
def test_empty_state_and_loading(make_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    gate = threading.Event()

    def factory() -> FakeEngine:
        gate.wait(5)
        return FakeEngine()

    window = make_window(factory)
    assert window.empty.isVisible()
    assert window.status.text.text() == "Loading models…"
    gate.set()
    qtbot.waitUntil(lambda: window.status.text.text() == "Ready")


def test_photo_is_shown_while_models_load(
    make_window: Callable[..., MainWindow], picture: Path, qtbot: QtBot
) -> None:
    gate = threading.Event()

    def factory() -> FakeEngine:
        gate.wait(5)
        return FakeEngine()

    window = make_window(factory, picture)
    qtbot.waitUntil(lambda: window.session.picture is not None)
    assert window.session.looking
    assert "Porträt eins.png" in window.windowTitle()
    assert window.status.text.text() == "Loading models…"
    gate.set()
    wait_for_face(qtbot, window)


def test_open_by_menu(window: MainWindow, picture: Path, qtbot: QtBot) -> None:
    window.actions_table["open"].trigger()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(picture)])
    dialog.close()
    wait_for_face(qtbot, window)
    assert not window.empty.isVisible()
    assert window.settings["folder.open"] == str(picture.parent)


def test_open_by_drop(window: MainWindow, picture: Path, qtbot: QtBot) -> None:
    drop_file(window.canvas, picture)
    wait_for_face(qtbot, window)
    assert window.session.path == picture


def test_open_by_argument(
    make_window: Callable[..., MainWindow], engine: FakeEngine, picture: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    other = write_picture(tmp_path / "other.png", shift=9)
    window = make_window(lambda: engine, picture, other)
    qtbot.waitUntil(lambda: bool(window.session.references))
    assert [item.title for item in window.session.references.values()] == ["other.png"]


def test_open_by_paste(window: MainWindow, qtbot: QtBot) -> None:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(window.canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for_face(qtbot, window)
    assert window.session.document is not None
    assert window.session.document.photo.pixels[5, 5].tolist() == [0x33, 0x66, 0x99]


def test_paste_of_nothing_says_so(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("words")
    window.files.paste()
    assert window.messages.texts() == ["There is no picture on the clipboard."]


def test_unreadable_file_is_a_sentence(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "notes.jpg"
    path.write_text("Not a picture.")
    window.files.open_path(path)
    qtbot.waitUntil(lambda: bool(window.messages.rows))
    assert window.messages.rows[0].message.kind == "error"
    assert window.session.document is None
    assert window.empty.isVisible()


def test_another_photo_offers_the_way_back(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    click_state(opened, "hat", 1)
    wait_for_rest(qtbot, opened)
    opened.files.open_path(write_picture(tmp_path / "second.png", shift=5))
    qtbot.waitUntil(lambda: opened.session.title == "second.png")
    assert edits(opened) == ()
    press_message(opened, "Back to Porträt eins.png")
    assert only_attribute(opened).attribute == "hat"
    wait_for_rest(qtbot, opened)
    assert opened.session.renderer.preview(0) is not None


# attributes
def test_toggle_gives_an_edit_and_a_preview(opened: MainWindow, qtbot: QtBot, engine: FakeEngine) -> None:
    row = opened.attributes.rows["eyeglasses"]
    assert not row.detail.isVisible()
    click_state(opened, "eyeglasses", 1)
    edit = only_attribute(opened)
    assert (edit.attribute, edit.present, edit.strength) == ("eyeglasses", True, 1.0)
    assert row.detail.isVisible()
    wait_for_rest(qtbot, opened)
    preview = opened.session.renderer.preview(0)
    assert preview is not None
    assert preview.touched[120, 100] == 1.0
    assert threading.get_ident() not in engine.threads
    click_state(opened, "eyeglasses", 2)
    assert not only_attribute(opened).present
    assert only_attribute(opened).source == edit.source
    click_state(opened, "eyeglasses", 0)
    assert edits(opened) == ()
    assert opened.session.renderer.preview(0) is None


def test_dice_gives_another_seed(opened: MainWindow) -> None:
    opened.attributes.rows["hat"].dice.click()
    first = only_attribute(opened)
    assert first.present
    assert isinstance(first.source, Seed)
    opened.attributes.rows["hat"].dice.click()
    assert only_attribute(opened).source != first.source
    opened.undo()
    assert only_attribute(opened) == first


def test_six_looks_to_choose_from(opened: MainWindow, qtbot: QtBot) -> None:
    row = opened.attributes.rows["hat"]
    shown: list[int] = []
    opened.session.renderer.candidate_ready.connect(lambda index, preview: shown.append(index))
    row.dice.click()
    qtbot.waitUntil(lambda: sorted(shown) == list(range(6)), timeout=5000)
    assert row.strip.isVisible()
    assert row.strip.group.checkedId() == 0
    row.strip.group.button(4).click()
    assert only_attribute(opened).source == row.strip.seeds[4]
    opened.undo()
    assert row.strip.group.checkedId() == 0
    opened.undo()
    assert not row.strip.isVisible()


def test_strength_slider_is_one_step_a_drag(opened: MainWindow) -> None:
    click_state(opened, "hair", 1)
    slider = opened.attributes.rows["hair"].detail.slider
    slider.setSliderDown(True)
    for value in (90, 70, 40):
        slider.setValue(value)
    slider.setSliderDown(False)
    assert only_attribute(opened).strength == pytest.approx(0.4)
    opened.undo()
    assert only_attribute(opened).strength == 1.0
    assert slider.value() == 100
    opened.undo()
    assert edits(opened) == ()


def test_attribute_that_the_pack_cannot_change_is_greyed(
    make_window: Callable[..., MainWindow], qtbot: QtBot, picture: Path
) -> None:
    class Support:
        def __init__(self, supported: bool, weak: str) -> None:
            self.supported, self.weak = supported, weak

    class Pack:
        def support(self, name: str) -> Support:
            return Support(name != "hat", "Few examples." if name == "earrings" else "")

    engine = FakeEngine()
    engine.pack = Pack()  # type: ignore[attr-defined]  # as the real engine has
    window = make_window(lambda: engine, picture)
    wait_for_face(qtbot, window)
    rows = window.attributes.rows
    assert not rows["hat"].isEnabled()
    assert rows["earrings"].isEnabled()
    assert rows["earrings"].toolTip() == "Few examples."


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


# references
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
    assert not last.present, "the reference wears none"
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
    assert opened.session.gives_attribute(key, "hair")
    drop(opened.regions.rows["lips"], Look(key).as_mime())
    assert opened.session.gives_region(key, "lips")
    drop(opened.canvas, Look(key, "head", "face").as_mime())
    assert opened.session.gives_head(key, "face")
    count = len(edits(opened))
    menu = drop_look(opened.session, Look(key), Label.HAIR, opened)
    assert menu is not None
    assert len(edits(opened)) == count, "a whole reference gives a choice"
    assert [action.text() for action in menu.actions()][:3] == ["Look of hair", "", "Whole head"]
    menu.actions()[0].trigger()
    assert opened.session.gives_region(key, "hair")
    cell = opened.references.cell("region", "hair", key)
    qtbot.keyClick(cell, Qt.Key.Key_Minus)
    found = opened.session.region_edit("hair")
    assert found is not None
    assert found[1].strength == pytest.approx(0.9)
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


# history
def test_history_panel_disables_and_deletes(opened: MainWindow, qtbot: QtBot) -> None:
    click_state(opened, "hat", 1)
    click_state(opened, "hair", 1)
    panel = opened.history
    assert panel.list.count() == 2
    panel.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert [edit.enabled for edit in opened.session.document.edits] == [False, True]  # type: ignore[union-attr]  # open
    assert opened.attributes.rows["hat"].buttons.checkedId() == 0
    panel.list.setCurrentRow(0)
    panel.delete.click()
    assert only_attribute(opened).attribute == "hair"
    opened.actions_table["reset"].trigger()
    assert edits(opened) == ()
    opened.undo()
    assert only_attribute(opened).attribute == "hair"
    wait_for_rest(qtbot, opened)


# the engine's side
def test_edits_faster_than_the_engine_end_with_the_latest(
    opened: MainWindow, qtbot: QtBot, engine: FakeEngine
) -> None:
    wait_for_rest(qtbot, opened)
    engine.documents.clear()
    engine.gate.clear()
    for _ in range(30):
        opened.regions.rows["hair"].dice.click()
        qtbot.wait(1)
    assert opened.session.renderer.preview(0) is None
    engine.gate.set()
    wait_for_rest(qtbot, opened)
    assert engine.documents[-1] == opened.session.document
    assert len(engine.documents) <= 2
    assert opened.session.renderer.is_current(0)


def test_undo_shows_the_former_preview_without_the_engine(
    opened: MainWindow, qtbot: QtBot, engine: FakeEngine
) -> None:
    click_state(opened, "hat", 1)
    wait_for_rest(qtbot, opened)
    first = opened.session.renderer.preview(0)
    opened.attributes.rows["hat"].dice.click()
    wait_for_rest(qtbot, opened)
    asked = engine.calls.count("preview")
    opened.undo()
    assert opened.session.renderer.preview(0) is first
    assert engine.calls.count("preview") == asked


def test_engine_error_is_a_sentence_with_a_way_out(
    opened: MainWindow, qtbot: QtBot, engine: FakeEngine
) -> None:
    engine.error = FaceError("The face is too small to edit.")
    click_state(opened, "hat", 1)
    qtbot.waitUntil(lambda: "The face is too small to edit." in opened.messages.texts())
    engine.error = None
    press_message(opened, "Undo")
    assert edits(opened) == ()
    assert opened.messages.texts() == []


def test_fault_of_ours_gives_a_report_without_paths(
    opened: MainWindow, qtbot: QtBot, engine: FakeEngine, picture: Path
) -> None:
    engine.error = ValueError(f"shapes differ in {picture}")
    click_state(opened, "hat", 1)
    qtbot.waitUntil(lambda: opened._crash is not None)
    assert opened._crash is not None
    text = opened._crash.text.toPlainText()
    assert "ValueError: shapes differ in <path>" in text
    assert str(picture.parent) not in text
    opened._crash.copy.click()
    assert QGuiApplication.clipboard().text() == text
    opened._crash.close()
    qtbot.waitUntil(lambda: opened._crash is None)


def test_missing_pack_can_be_tried_again(
    make_window: Callable[..., MainWindow], picture: Path, qtbot: QtBot
) -> None:
    engines: list[object] = [PackError("No model pack is installed."), FakeEngine()]

    def factory() -> object:
        made = engines.pop(0)
        if isinstance(made, Exception):
            raise made
        return made

    window = make_window(factory, picture)
    qtbot.waitUntil(lambda: "No model pack is installed." in window.messages.texts())
    qtbot.waitUntil(lambda: window.status.text.text() == "Models are missing")  # once the photo is open
    assert not window.status.bar.isVisible()
    press_message(window, "Try again")
    wait_for_face(qtbot, window)
    assert window.messages.texts() == []


def test_window_closes_while_the_engine_works(opened: MainWindow, engine: FakeEngine) -> None:
    engine.gate.clear()
    click_state(opened, "hat", 1)
    opened.close()
    assert opened.finished


def test_window_closes_while_the_models_load(make_window: Callable[..., MainWindow]) -> None:
    started, gate = threading.Event(), threading.Event()

    def factory() -> FakeEngine:
        started.set()
        gate.wait(0.3)
        return FakeEngine()

    window = make_window(factory)
    window.close()
    assert window.finished


def test_closing_with_edits_asks(opened: MainWindow, qtbot: QtBot) -> None:
    click_state(opened, "hat", 1)
    wait_for_rest(qtbot, opened)
    opened.settings["close.ask"] = True
    opened.close()
    assert opened.isVisible()
    (leave,) = [b for b in opened.findChildren(QPushButton) if b.text() == "Close without saving"]
    leave.click()
    qtbot.waitUntil(lambda: not opened.isVisible())


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


def test_theme_is_kept_and_icons_follow(window: MainWindow) -> None:
    light = window.actions_table["open"].icon().pixmap(24, 24).toImage()
    window.actions_table["theme_dark"].trigger()
    QApplication.processEvents()
    assert window.settings["theme"] == "dark"
    assert window.palette().window().color().lightness() < 80
    assert window.actions_table["open"].icon().pixmap(24, 24).toImage() != light
    window.actions_table["theme_light"].trigger()


def test_about_opens(window: MainWindow) -> None:
    window.actions_table["about"].trigger()
    (dialog,) = [w for w in window.findChildren(QWidget) if w.windowTitle() == "About Semblance"]
    dialog.close()


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
