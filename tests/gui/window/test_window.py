"""The window driven as a person drives it: menus, keys, mouse, drops."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from core.document.edits import Seed
from core.errors import FaceError, PackError
from core.packs import Pack, default_pack
from core.packs.descriptor import AttributeSupport, DirectionEntry
from tests.gui.conftest import wait_for_face, wait_for_rest, write_picture
from tests.gui.fake_engine import FakeEngine, points_at
from tests.gui.hands import click_state, drop_file, edits, only_attribute, press_message


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


def test_looks_of_one_face_are_not_offered_to_another(
    window: MainWindow, engine: FakeEngine, tmp_path: Path, qtbot: QtBot
) -> None:
    engine.found = (points_at(180, 200, 60), points_at(450, 200, 50))
    window.files.open_path(write_picture(tmp_path / "two.png"))
    wait_for_face(qtbot, window)
    strip = window.attributes.rows["hat"].strip
    for face in (0, 1):
        window.session.select_face(face)
        click_state(window, "hat", 1)
    wait_for_rest(qtbot, window)
    window.attributes.rows["hat"].dice.click()
    assert strip.isVisible()
    engine.gate.clear()
    window.attributes.rows["hat"].dice.click()
    window.session.select_face(0)
    assert not strip.isVisible()
    shown: list[int] = []
    window.session.renderer.candidate_ready.connect(lambda index, preview: shown.append(index))
    engine.gate.set()
    wait_for_rest(qtbot, window)
    assert shown == [], "nobody waits for the other face's looks"
    window.attributes.rows["hat"].dice.click()
    assert strip.isVisible()
    wait_for_rest(qtbot, window)


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
    attributes = {"hat": AttributeSupport(False), "earrings": AttributeSupport(weak="Few examples.")}
    directions = {"age": DirectionEntry("Older", "Younger")}
    shipped = default_pack()
    engine = FakeEngine()
    engine.packs = (
        Pack(shipped.folder, replace(shipped.descriptor, attributes=attributes, directions=directions)),
    )
    window = make_window(lambda: engine, picture)
    wait_for_face(qtbot, window)
    rows = window.attributes.rows
    assert not rows["hat"].isEnabled()
    assert rows["earrings"].isEnabled()
    assert rows["earrings"].toolTip() == "Few examples."
    assert "age" in window.sliders.rows


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
