"""The real window with the real engine, in folders of its own, for figures that need both."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Qt and what it needs are imported where a window is opened
    from app.window.main_window import MainWindow
    from core.packs import Pack

_LONGEST = 120.0
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")


def own_folders(folder: Path) -> dict[str, str]:
    """An environment in which nothing of the person's own settings is read or written."""
    return {variable: str(folder / variable.lower()) for variable in _FOLDERS}


@contextmanager
def opened_window(pack: Pack, folder: Path, side: int, copies: int = 1) -> Iterator[MainWindow]:
    """The window with a portrait whose faces were found, closed afterwards.

    The photo is `copies` portraits of `side` pixels side by side.
    """
    os.environ.update(own_folders(folder))
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from app.program.interpreter import prepare_interpreter
    from app.program.settings import Settings
    from app.widgets.theme import apply_theme
    from app.window.main_window import MainWindow
    from benchmarks.subject import enlarged_portrait
    from core.photo import photo_from_array, save_photo
    from core.render.engine import Engine

    prepare_interpreter()
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "qt"))
    app = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    apply_theme(app, "light")
    settings = Settings(folder / "settings.json")
    settings["close.ask"] = False
    source = folder / "portrait.jpg"
    save_photo(photo_from_array(enlarged_portrait(side, copies)), source, edited=False)
    window = MainWindow(lambda: Engine(pack), settings)
    window.show()
    window.start()
    window.files.open_path(source)
    wait_until(lambda: window.session.face is not None)
    try:
        yield window
    finally:
        window.close()


def wait_until(holds: Callable[[], bool]) -> None:
    """Run the event loop until something holds. Raises `TimeoutError`."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()  # and not processEvents, which deletes nothing that was to be deleted later
    end = time.monotonic() + _LONGEST
    held = False  # at some moment: what comes in while the loop ends may already have begun the next thing

    def look() -> None:
        nonlocal held
        held = held or holds()
        if held or time.monotonic() > end:
            loop.quit()

    timer = QTimer(loop, interval=2)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    timer.timeout.disconnect(look)  # or loop, timer and `look` keep each other for good, unseen by Python
    if not held:
        raise TimeoutError("The window did not come to rest.")


def wait_for_rest(window: MainWindow) -> None:
    """Until files are read and the engine has answered everything."""
    session = window.session
    wait_until(lambda: not session.reading and not session.renderer.busy())
