"""`python -m app [PHOTO [REFERENCE ...]]`: opens the editor; `--selftest` edits a sample and ends.

`edit`, `batch` and `swap` are the command line's: who installed the program has no other way to them.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import NoReturn

os.environ.setdefault("QT_API", "pyside6")

from PySide6.QtCore import QObject, Signal  # after QT_API is set
from PySide6.QtWidgets import QApplication

from app.engine.factory import make_engine
from app.program.interpreter import prepare_interpreter
from app.program.logs import start_logging
from app.program.settings import APP_NAME, Settings
from app.widgets.theme import app_icon, apply_theme
from app.window.main_window import MainWindow
from app.words.translate import install

_log = logging.getLogger(__name__)
_COMMANDS = ("edit", "batch", "swap")


class _Faults(QObject):
    """Carries exceptions that nobody caught, from any thread, to the window."""

    caught = Signal(object)

    def install(self) -> None:
        sys.excepthook = self._on_main
        threading.excepthook = self._on_thread

    def _on_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log.critical("Unexpected", exc_info=(kind, error, trace))
        self.caught.emit(error)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_main(args.exc_type, args.exc_value, args.exc_traceback)


def run_command(argv: list[str]) -> NoReturn:
    """A command without a window and without a display; ends the process with the command's exit code."""
    from core.cli import app
    from core.console import run_group

    sys.argv[1:] = argv
    run_group(app)
    sys.exit(0)


def main(argv: list[str]) -> int:
    """Run the editor; `argv` are the arguments without the program's name: a photo, then references."""
    if argv[:1] and argv[0] in _COMMANDS:
        run_command(argv)
    prepare_interpreter()
    start_logging()
    if "--selftest" in argv:
        from app.program.selftest import selftest

        return selftest()
    app = QApplication([APP_NAME, *[a for a in argv if a.startswith("-")]])
    app.setApplicationName(APP_NAME)
    app.setDesktopFileName("semblance")
    app.setWindowIcon(app_icon())
    app.setStyle("Fusion")
    settings = Settings()
    install(app, settings["language"])
    apply_theme(app, settings["theme"])
    # called on the engine's thread, each time that the engine is made
    window = MainWindow(
        lambda: make_engine(settings["engine.device"], settings["engine.precision"], settings["engine.pack"]),
        settings,
    )
    faults = _Faults()
    faults.caught.connect(window.show_crash)
    faults.install()
    window.show()
    window.start()
    window.files.open_arguments([Path(argument) for argument in argv if not argument.startswith("-")])
    code = app.exec()
    if not window.finished:
        # a stage that cannot be interrupted (the import of torch, say) still runs; Qt would abort on it
        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
