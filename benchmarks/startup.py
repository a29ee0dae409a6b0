"""`python -m benchmarks.startup PHOTO START`: the editor's start, step by step, as JSON on standard output.

START is when the process was started, by `time.monotonic`; the photo is opened as the command line would.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.engine.factory import make_engine
from app.program.interpreter import prepare_interpreter
from app.program.settings import Settings
from app.widgets.theme import apply_theme
from app.window.main_window import MainWindow


class Steps(QObject):
    """When each step was first reached, in milliseconds since the start; prints them after the last."""

    def __init__(self, window: MainWindow, start: float) -> None:
        super().__init__(window)
        self._window, self._start = window, start
        self._reached: dict[str, float] = {}
        window.canvas.installEventFilter(self)
        session = window.session
        session.photo_changed.connect(lambda: self._after_paint("photo on screen"))
        session.renderer.engine_changed.connect(lambda: self.reach("engine ready"))
        session.face_changed.connect(self._on_face)

    def reach(self, step: str) -> None:
        self._reached.setdefault(step, (time.monotonic() - self._start) * 1000)

    def _after_paint(self, step: str) -> None:
        QTimer.singleShot(0, self, lambda: self.reach(step))  # paints come before timers

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._after_paint("window painted")
            self._window.canvas.removeEventFilter(self)
        return False

    def _on_face(self) -> None:
        if self._window.session.face is not None:
            self.reach("face found")
            print(json.dumps(self._reached), flush=True)
            os._exit(0)


def main(photo: Path, start: float) -> None:
    """As `app.__main__`, without its log."""
    prepare_interpreter()
    app = QApplication(["Semblance"])
    app.setStyle("Fusion")
    settings = Settings()
    apply_theme(app, settings["theme"])
    window = MainWindow(make_engine, settings)
    steps = Steps(window, start)
    window.show()
    window.start()
    window.files.open_arguments([photo])
    QTimer.singleShot(0, steps, lambda: steps.reach("a photo can be opened"))
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
