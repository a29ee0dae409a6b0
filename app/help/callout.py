"""A small note beside a control, with an arrow to it, and a frame around the control."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygon,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.widgets.small import make_button
from app.widgets.theme import icon

Side = Literal["left", "right", "above", "below", "inside"]
"""Where the note stands, seen from its control."""

WIDTH = 316
_ARROW = 12
_ROUND = 8


def place(anchor: QRect, size: QSize, within: QRect) -> tuple[QRect, Side]:
    """Where a note of this size stands by its control: beside it where there is room, else within it.

    Within a large one, such as the canvas, in any case: beside it the note would cover the others.
    """
    middle, width, height = anchor.center(), size.width(), size.height()
    spots: tuple[tuple[Side, QPoint], ...] = (
        ("left", QPoint(anchor.left() - width, middle.y() - height // 2)),
        ("below", QPoint(middle.x() - width // 2, anchor.bottom() + 1)),
        ("above", QPoint(middle.x() - width // 2, anchor.top() - height)),
        ("right", QPoint(anchor.right() + 1, middle.y() - height // 2)),
    )
    large = anchor.width() > 2 * width and anchor.height() > 2 * height
    for side, corner in () if large else spots:
        along = _along(QRect(corner, size), within, side in ("left", "right"))
        if within.contains(along):
            return along, side
    low = QPoint(middle.x() - width // 2, anchor.bottom() - height - _ARROW)
    inside = _along(_along(QRect(low, size), within, True), within, False)
    return inside, "inside"


def _along(rect: QRect, within: QRect, upright: bool) -> QRect:
    """The rectangle moved up and down (or sideways) into its bounds."""
    moved = QRect(rect)
    if upright:
        moved.moveTop(max(within.top(), min(rect.top(), within.bottom() + 1 - rect.height())))
    else:
        moved.moveLeft(max(within.left(), min(rect.left(), within.right() + 1 - rect.width())))
    return moved


class Spot(QWidget):
    """A frame around a control. The mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().highlight().color(), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 5, 5)
        painter.end()


class Callout(QFrame):
    """`back_wanted`, `next_wanted`, `close_wanted`: what the person pressed."""

    back_wanted = Signal()
    next_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, window: QWidget, back: str, close: str) -> None:
        super().__init__(window)
        self.side: Side = "inside"
        self._target = QPoint()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.count = QLabel()
        self.count.setProperty("faint", True)
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.close_button = make_button(name=close, tip=close, size=16)
        self.close_button.clicked.connect(self.close_wanted)
        self.back, self.next = QPushButton(back), QPushButton()
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(_ARROW + m for m in (12, 6, 12, 12)))
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addLayout(foot)
        self.setTabOrder(self.back, self.next)
        self.setTabOrder(self.next, self.close_button)
        self.refresh_icons()

    def show_words(self, count: str, text: str, forth: str, first: bool) -> None:
        """Show a step, and have a screen reader say it."""
        self.count.setText(count)
        self.text.setText(text)
        self.next.setText(forth)
        self.back.setEnabled(not first)
        self.setAccessibleName(count)
        self.setAccessibleDescription(text)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{count}. {text}"))

    def point_at(self, anchor: QRect, within: QRect) -> None:
        """Stand beside a control; both rectangles are in the window's coordinates."""
        rect, self.side = place(anchor, self.size(), within)
        middle = anchor.center()
        self._target = middle - rect.topLeft()
        if self.geometry() != rect:
            self.setGeometry(rect)
        self.raise_()
        self.update()

    def refresh_icons(self) -> None:
        self.close_button.setIcon(icon("mdi6.close"))

    def _arrow(self) -> QPolygon:
        """From the note's edge to its control; empty where the note lies in it."""
        low, high = _ARROW + _ROUND + 8, _ARROW + _ROUND + 8
        x = max(low, min(self._target.x(), self.width() - high))
        y = max(low, min(self._target.y(), self.height() - high))
        right, bottom, far = self.width() - 1, self.height() - 1, _ARROW
        tips: dict[Side, tuple[QPoint, QPoint, QPoint]] = {
            "left": (QPoint(right - far, y - 8), QPoint(right, y), QPoint(right - far, y + 8)),
            "right": (QPoint(far, y - 8), QPoint(0, y), QPoint(far, y + 8)),
            "above": (QPoint(x - 8, bottom - far), QPoint(x, bottom), QPoint(x + 8, bottom - far)),
            "below": (QPoint(x - 8, far), QPoint(x, 0), QPoint(x + 8, far)),
        }
        return QPolygon(list(tips[self.side])) if self.side in tips else QPolygon()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape, arrow = QPainterPath(), QPainterPath()
        box = self.rect().adjusted(_ARROW, _ARROW, -_ARROW - 1, -_ARROW - 1)
        shape.addRoundedRect(box, _ROUND, _ROUND)
        arrow.addPolygon(self._arrow())
        arrow.closeSubpath()
        painter.setPen(QPen(self.palette().highlight().color(), 2))
        painter.setBrush(self.palette().base())
        painter.drawPath(shape.united(arrow))
        painter.end()
