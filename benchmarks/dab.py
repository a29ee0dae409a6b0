"""`python -m benchmarks.dab PACK FOLDER`: from mouse event to painted screen, as JSON on standard output.

The brush is moved over the real window at a mouse's rate while the engine draws one preview after another
in its thread. A move is due at a fixed time; what the window was busy with until it came to it counts.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from app.canvas.geometry import apply
from app.window.main_window import MainWindow
from benchmarks.figures import Figure
from benchmarks.window import opened_window, wait_for_rest, wait_until
from core.document.edits import Seed
from core.packs import Pack

DAB_MS = 8.0
_SIDE, _PHOTO = 1024, 2048
_INTERVAL = 0.010  # seconds between moves
_STROKES, _MOVES = 8, 60
_NO_BUTTON = Qt.MouseButton.NoButton
_NONE = Qt.KeyboardModifier.NoModifier


class Painted(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class EngineAtWork:
    """Asks for the next preview as soon as one is there: eyeglasses of one seed after another."""

    def __init__(self, window: MainWindow) -> None:
        self.previews = 0
        self._session = window.session
        self._session.editor.set_attribute("eyeglasses", True)
        window.session.renderer.preview_changed.connect(self._on_preview)

    def _on_preview(self) -> None:
        self.previews += 1
        QTimer.singleShot(0, self._session, self._next)

    def _next(self) -> None:
        self._session.editor.set_attribute_source("eyeglasses", Seed(self.previews))

    def stop(self) -> None:
        self._session.renderer.preview_changed.disconnect(self._on_preview)


class Hand:
    """A mouse over the canvas; each event is timed from when it was due.

    Of the moves that wait, Qt hands out only the last: so does this hand, and times them all by its paint.
    """

    def __init__(self, window: MainWindow) -> None:
        self._canvas = window.canvas
        self._painted = Painted(window.canvas)

    def stroke(self, points: list[QPointF]) -> tuple[list[float], float]:
        """Milliseconds of each dab of a stroke, and of letting go."""
        kind, left = QEvent.Type, Qt.MouseButton.LeftButton
        dues = [time.perf_counter() + number * _INTERVAL for number in range(1, len(points) + 2)]
        self._send(kind.MouseButtonPress, points[0], left, dues[0])
        taken, number = [_since(dues[0])], 1
        while number < len(points):
            _run_events_until(dues[number])
            waiting = [due for due in dues[number:-1] if due <= time.perf_counter()]
            number += len(waiting)
            self._send(kind.MouseMove, points[number - 1], _NO_BUTTON)
            taken += [_since(due) for due in waiting]
        self._send(kind.MouseButtonRelease, points[-1], left, dues[-1])
        return taken, _since(dues[-1])

    def _send(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, due: float = 0.0) -> None:
        _run_events_until(due)
        held = _NO_BUTTON if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        before = self._painted.count
        event = QMouseEvent(kind, at, self._canvas.mapToGlobal(at), button, held, _NONE)
        QCoreApplication.sendEvent(self._canvas, event)
        QCoreApplication.processEvents()  # what else is due, then the paint, with its flush at the end
        while self._painted.count == before:
            QCoreApplication.processEvents()


def _since(due: float) -> float:
    return (time.perf_counter() - due) * 1000


def _run_events_until(due: float) -> None:
    while (left := int((due - time.perf_counter()) * 1000)) > 0:
        loop = QEventLoop()
        timer = QTimer(loop, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(loop.quit)
        timer.start(left)
        loop.exec()
    time.sleep(max(0.0, due - time.perf_counter()))  # less than a timer can tell


def main(pack: Path, folder: Path) -> list[Figure]:
    """Dabs on the whole photo and on the face alone."""
    with opened_window(Pack.open(pack), folder, _PHOTO) as window:
        canvas = window.canvas
        window.resize(window.width() + _SIDE - canvas.width(), window.height() + _SIDE - canvas.height())
        wait_until(lambda: canvas.width() >= _SIDE and canvas.height() >= _SIDE)
        window.use_tool("brush")
        work = EngineAtWork(window)
        wait_until(lambda: work.previews > 2)
        figures: list[Figure] = []
        for where, view in (("whole photo", window.fit), ("face", window.zoom_face)):
            view()
            figures += _figures(window, f"{where} on {canvas.width()} × {canvas.height()}")
        work.stop()
        figures.append(Figure("    previews drawn meanwhile", (float(work.previews),), ""))
        wait_for_rest(window)
    return figures


def _figures(window: MainWindow, where: str) -> list[Figure]:
    hand = Hand(window)
    dabs: list[float] = []
    releases: list[float] = []
    for points in _strokes(window):
        taken, release = hand.stroke(points)
        dabs += taken
        releases.append(release)
    return [
        Figure(f"dab to screen, {where}", tuple(dabs), "ms", DAB_MS, share=0.95),
        Figure("    stroke let go", tuple(releases)),
    ]


def _strokes(window: MainWindow) -> Iterator[list[QPointF]]:
    """Loops over the face, in the canvas's coordinates."""
    face, canvas = window.session.face, window.canvas
    assert face is not None
    for stroke in range(_STROKES):
        points: list[QPointF] = []
        for move in range(_MOVES):
            angle = 2 * math.pi * move / _MOVES + stroke
            radius = 30.0 + 4 * stroke
            spot = apply(face.transform, (128 + radius * math.cos(angle), 128 + radius * math.sin(angle)))
            points.append(QPointF(*canvas.view.to_widget(spot)))
        yield points


if __name__ == "__main__":
    print(json.dumps([asdict(figure) for figure in main(Path(sys.argv[1]), Path(sys.argv[2]))]))
