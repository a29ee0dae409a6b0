"""The tour: taken as a person takes it, and where its notes stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.files.files import SAMPLES, sample_portraits
from app.help.callout import Callout, Spot, place
from app.help.tour import STEPS, Tour
from app.program.settings import Settings
from app.widgets.theme import apply_theme
from app.window.main_window import MainWindow
from core.document.edits import Seed
from core.labels import Label
from core.methods.paint.edits import Stroke
from tests.gui.conftest import wait_for_face, wait_for_rest
from tests.gui.fake_engine import FakeEngine

WINDOW = QRect(0, 0, 1280, 720)
NOTE = QSize(316, 160)


def the_tour(window: MainWindow) -> Tour:
    (tour,) = window.findChildren(Tour)
    return tour


@pytest.fixture
def tour(window: MainWindow, qtbot: QtBot) -> Tour:
    """Begun in the empty window, and its sample open."""
    window.resize(1280, 720)
    qtbot.mouseClick(window.empty.tour, Qt.MouseButton.LeftButton)
    wait_for_face(qtbot, window)
    return the_tour(window)


def wait_for_step(qtbot: QtBot, tour: Tour, number: int) -> None:
    qtbot.waitUntil(lambda: tour.number == number, timeout=5000)


@pytest.mark.parametrize(
    ("anchor", "side"),
    [
        (QRect(950, 80, 320, 30), "left"),
        (QRect(400, 10, 80, 30), "left"),
        (QRect(100, 10, 80, 30), "below"),
        (QRect(100, 690, 80, 28), "above"),
        (QRect(0, 0, 60, 720), "right"),
        (QRect(40, 60, 1200, 640), "inside"),
        (QRect(40, 60, 860, 640), "inside"),
    ],
)
def test_a_note_stands_beside_its_control_and_in_the_window(anchor: QRect, side: str) -> None:
    rect, where = place(anchor, NOTE, WINDOW)
    assert where == side
    assert WINDOW.contains(rect)
    assert rect.size() == NOTE
    assert rect.intersects(anchor) == (side == "inside")


def test_offered_until_it_was_taken(window: MainWindow, tour: Tour, settings: Settings) -> None:
    assert settings["tour.seen"]
    assert window.session.path is not None
    assert window.session.path.parent == SAMPLES
    assert tour.callout.isVisible()
    assert tour.callout.next.hasFocus()
    tour.close()
    second = MainWindow(FakeEngine, settings)
    assert not second.empty.tour.isVisibleTo(second.empty)
    second.close()
    second.deleteLater()


def test_a_person_who_does_everything_is_led_through(
    window: MainWindow, tour: Tour, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tour.number == 0
    qtbot.mouseClick(tour.callout.next, Qt.MouseButton.LeftButton)
    row = window.attributes.rows["eyeglasses"]
    row.buttons.button(1).click()
    wait_for_step(qtbot, tour, 2)
    row.dice.click()
    wait_for_step(qtbot, tour, 3)
    row.strip.group.button(2).click()
    wait_for_step(qtbot, tour, 4)
    qtbot.waitUntil(lambda: bool(window.session.references))
    wait_for_rest(qtbot, window)
    assert window.references.isVisible()
    (key,) = window.session.references
    window.references.cell("region", "hair", key).click()
    wait_for_step(qtbot, tour, 5)
    assert window.regions.isVisible()
    window.session.editor.paint(Stroke(label=Label.HAIR, points=((60.0, 60.0), (90.0, 60.0)), radius=9.0))
    wait_for_step(qtbot, tour, 6)
    qtbot.mousePress(window.compare, Qt.MouseButton.LeftButton)
    qtbot.wait(300)
    assert tour.number == 6, "the original is still looked at"
    qtbot.mouseRelease(window.compare, Qt.MouseButton.LeftButton)
    wait_for_step(qtbot, tour, 7)
    assert tour.callout.next.text() == "&Finish"
    edits = window.session.document
    qtbot.mouseClick(tour.callout.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.findChildren(Callout))
    assert window.session.document is edits
    assert not window.findChildren(Spot)


def test_next_and_back_by_the_keyboard(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    assert not tour.callout.back.isEnabled()
    qtbot.keyClick(tour.callout.next, Qt.Key.Key_Space)
    assert tour.number == 1
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    wait_for_step(qtbot, tour, 2)
    qtbot.keyClick(window.canvas, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    wait_for_step(qtbot, tour, 1)
    window.actions_table["tour"].trigger()
    assert the_tour(window) is tour
    assert tour.callout.next.hasFocus()


@pytest.mark.parametrize("number", range(len(STEPS)))
def test_every_step_has_its_control_and_fits(
    window: MainWindow, tour: Tour, qtbot: QtBot, number: int
) -> None:
    window.session.editor.set_attribute("eyeglasses", True)
    window.attributes.rows["eyeglasses"].dice.click()
    for _ in range(number):
        tour.forth()
    wait_for_rest(qtbot, window)
    qtbot.wait(250)
    callout, anchor = tour.callout, STEPS[number].anchor(window)
    assert anchor is not None
    assert anchor.isVisible()
    assert tour.spot.isVisible()
    assert tour.spot.width() < 900
    assert (window.width(), window.height()) == (1280, 720)
    assert window.rect().contains(callout.geometry())
    assert window.rect().contains(tour.spot.geometry())
    assert callout.text.height() >= callout.text.heightForWidth(callout.text.width())
    if number:
        assert not callout.geometry().adjusted(12, 12, -12, -12).intersects(tour.spot.geometry())
    assert callout.accessibleName() == f"Tour, {number + 1} of {len(STEPS)}"
    assert callout.accessibleDescription() == STEPS[number].text


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_note_can_be_read_in_dark_and_light(
    window: MainWindow, tour: Tour, qapp: QApplication, theme: str
) -> None:
    apply_theme(qapp, theme)
    image = tour.callout.grab().toImage()
    ground = image.pixelColor(tour.callout.width() // 2, 16).lightness()
    words = tour.callout.text.palette().windowText().color().lightness()
    assert abs(ground - words) > 120
    apply_theme(qapp, "light")


def test_what_is_already_so_is_not_waited_for(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    window.session.editor.set_attribute("eyeglasses", True)
    tour.forth()
    qtbot.wait(500)
    assert tour.number == 1


def test_esc_ends_it_unless_somebody_nearer_wants_it(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    window.canvas.setFocus()
    window.canvas.start_points()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.canvas.points is None
    assert tour.callout.isVisible()
    callout = tour.callout
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not callout.isVisible()
    assert window.canvas.hasFocus()


def test_a_dock_that_was_closed_comes_back(window: MainWindow, tour: Tour) -> None:
    window.docks["Attributes"].close()
    tour.forth()
    assert window.attributes.isVisible()


def test_the_note_follows_the_window(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    tour.forth()
    window.resize(1000, 640)
    qtbot.waitUntil(lambda: window.rect().contains(tour.callout.geometry()))


def test_unsaved_edits_are_not_lost_unasked(opened: MainWindow, qtbot: QtBot, picture: Path) -> None:
    opened.session.editor.set_attribute_source("hat", Seed(3))
    opened.session.editor.set_attribute("hat", True)
    opened.actions_table["tour"].trigger()
    assert not opened.findChildren(Tour)
    assert opened.session.path == picture
    (button,) = [b for b in opened.messages.findChildren(QPushButton) if "tour" in b.text()]
    button.click()
    qtbot.waitUntil(lambda: opened.session.path == sample_portraits()[0])
    assert the_tour(opened).callout.isVisible()


def test_the_window_closes_during_the_tour(
    make_window: Callable[..., MainWindow], engine: FakeEngine, qtbot: QtBot
) -> None:
    window = make_window(lambda: engine)
    window.actions_table["tour"].trigger()
    wait_for_face(qtbot, window)
    window.close()
    assert not any(callout.isVisible() for callout in window.findChildren(Callout))
