"""A real window with a fake engine, in folders of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine.editing import EngineFactory
from app.engine.trial import FindDevices, Found
from app.program.settings import Settings
from app.widgets.theme import apply_theme
from app.window.main_window import MainWindow
from tests.gui.fake_engine import FakeEngine


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person's own settings is read or written."""
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "qt"))


@pytest.fixture(autouse=True)
def english() -> None:
    """The tests read English, whatever the system speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.English))


@pytest.fixture
def engine() -> Iterator[FakeEngine]:
    engine = FakeEngine()
    yield engine
    engine.gate.set()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.json")
    settings["close.ask"] = False
    return settings


@pytest.fixture
def no_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preferences find no device; torch, which takes seconds to import, is not asked."""
    monkeypatch.setattr(FindDevices, "run", lambda *_: Found((), "cpu, fp32"))


@pytest.fixture
def make_window(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Callable[..., MainWindow]]:
    """Windows, shown and started; closed after the test."""
    qapp.setStyle("Fusion")
    apply_theme(qapp, "light")
    made: list[MainWindow] = []

    def make(factory: EngineFactory, *arguments: Path) -> MainWindow:
        window = MainWindow(factory, settings)
        # By chance a look of a tiny pack shows nothing, which the window says: tests must not depend on it.
        window.session.editor.chance.seed(0)
        made.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        window.start()
        window.files.open_arguments(list(arguments))
        return window

    yield make
    settings["close.ask"] = False
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make_window: Callable[..., MainWindow], engine: FakeEngine) -> MainWindow:
    """A window without a photo."""
    return make_window(lambda: engine)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A photo on disk, 640 × 480, with a smooth pattern."""
    return write_picture(tmp_path / "Porträt eins.png")


@pytest.fixture
def opened(window: MainWindow, picture: Path, qtbot: QtBot) -> MainWindow:
    """A window with a photo whose face was found."""
    window.files.open_path(picture)
    wait_for_face(qtbot, window)
    return window


def write_picture(path: Path, width: int = 640, height: int = 480, shift: int = 0) -> Path:
    y, x = np.mgrid[0:height, 0:width]
    pixels = np.stack([(x + shift) % 256, (y + 2 * shift) % 256, (x + y) % 256], axis=2).astype(np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def wait_for_face(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.session.face is not None, timeout=10_000)


def wait_for_rest(qtbot: QtBot, window: MainWindow) -> None:
    """Until the engine has answered everything."""
    session = window.session

    def rested() -> bool:
        return not session.reading and not session.renderer.busy()

    qtbot.waitUntil(rested, timeout=10_000)
