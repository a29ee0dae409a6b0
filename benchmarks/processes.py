"""Figures that need a process of their own: start-up, and the time and memory of a large export."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.figures import Figure

_ROOT = Path(__file__).resolve().parents[1]
_WINDOW = """
import os, sys
from PySide6.QtWidgets import QApplication
from app.engine_factory import make_engine
from app.main_window import MainWindow
from app.settings import Settings
app = QApplication([])
window = MainWindow(make_engine, Settings())
window.show()
app.processEvents()
print("usable", flush=True)
os._exit(0)
"""


def startup_figures(rounds: int = 3) -> list[Figure]:
    """How long it takes until the command line answers, the engine is imported, the window is shown."""
    return [
        _process("command line answers", ("-m", "core.cli", "--help"), rounds),
        _process("engine imported", ("-c", "import core.render.engine"), rounds),
        _process("window shown", ("-c", _WINDOW), rounds, wanted=1500.0),
    ]


def _process(what: str, arguments: tuple[str, ...], rounds: int, wanted: float | None = None) -> Figure:
    """Wall time of a Python process; no values when it fails (no display libraries, say)."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    values: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, *arguments], cwd=_ROOT, env=environment, capture_output=True, check=False
        )
        if done.returncode == 0:
            values.append((time.perf_counter() - start) * 1000)
    return Figure(what, tuple(values), "ms", wanted)


def export_figures(pack: Path, folder: Path) -> list[Figure]:
    """Load, edit and save a photo of 24 megapixels in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.export", str(pack), str(folder)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return [Figure(f"export of 24 megapixels failed: {done.stderr.strip().splitlines()[-1:]}", ())]
    return [Figure(**figure) for figure in json.loads(done.stdout)]
