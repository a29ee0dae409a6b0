"""What a person does to the window, in the words of the tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.canvas.geometry import apply
from app.window.main_window import MainWindow
from core.methods.smile.edits import SetAttribute

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
