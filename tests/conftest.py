"""What every test gets: Qt without a screen, a watch on threads, and the optional portraits."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt, or OpenCV, which would point Qt at its own plug-ins.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_API"] = "pyside6"

import pytest

import core.opencv  # noqa: F401
from app.program.interpreter import keep_singletons

keep_singletons()

_PORTRAITS = Path(__file__).resolve().parents[1].parent / "shared" / "portraits"
_GRACE_S = 2.0
# tqdm's monitor lives as long as the process; Python calls threads that Qt started "Dummy-1", ...
_LIBRARY_THREADS = ("tqdm_monitor", "Dummy-")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-looks", action="store_true", help="Keep what edits of the samples look like now."
    )


def _our_threads() -> set[threading.Thread]:
    return {t for t in threading.enumerate() if not t.name.startswith(_LIBRARY_THREADS)}


def _running_qthreads() -> list[str]:
    """Names of the QThread objects that still run; none when the test never touched Qt."""
    module = sys.modules.get("PySide6.QtCore")
    if module is None:
        return []
    return [
        f"{type(o).__name__}({o.objectName()})"
        for o in gc.get_objects()
        if issubclass(type(o), module.QThread) and _is_running(o)  # isinstance asks odd objects for __class__
    ]


def _is_running(thread: object) -> bool:
    import shiboken6

    return shiboken6.isValid(thread) and thread.isRunning() and not _is_main(thread)  # type: ignore[attr-defined]  # a QThread, of an optional import


def _is_main(thread: object) -> bool:
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication.instance()
    return application is not None and application.thread() is thread


@pytest.fixture(autouse=True)
def _no_leaked_threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread running: close the window, or join what was started."""
    before = _our_threads()
    yield
    deadline = time.monotonic() + _GRACE_S
    while (leaked := _our_threads() - before) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not leaked, f"threads left running (join them): {[t.name for t in leaked]}"
    running = _running_qthreads() if "qapp" in request.fixturenames else []
    assert not running, f"QThreads left running (quit() and wait() in closeEvent): {running}"


@pytest.fixture(scope="session")
def portraits_dir() -> Path:
    """The portraits of `../shared/portraits`, which are not part of the repository."""
    if not _PORTRAITS.is_dir():
        pytest.skip("../shared/portraits is not here")
    return _PORTRAITS
