"""The window's process survives any number of calls of Qt."""

from __future__ import annotations

import subprocess
import sys

_CALLS = """
from PySide6.QtCore import QObject
from app.program.interpreter import keep_singletons
keep_singletons()
keep_singletons()
thing = QObject()
for _ in range(100_000):
    thing.setObjectName("x")
    thing.objectNameChanged.emit("x")
"""


def test_calls_that_return_nothing_do_not_use_up_none() -> None:
    done = subprocess.run([sys.executable, "-c", _CALLS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-300:]
