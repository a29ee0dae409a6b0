"""Figures that need processes of their own: start-up, the window, and the memory of a large export."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.window import own_folders

_ROOT = Path(__file__).resolve().parents[1]
_SAMPLE = _ROOT / "resources" / "samples"
_USABLE_MS = 1500.0
_STEPS = {
    "window painted": _USABLE_MS,
    "a photo can be opened": _USABLE_MS,
    "photo on screen": None,
    "engine ready": None,
    "face found": None,
}


def startup_figures(rounds: int = 3) -> list[Figure]:
    """How long it takes until the command line answers, the engine is imported, the window is usable."""
    return [
        _process("command line answers", ("-m", "core.cli", "--help"), rounds),
        _process("engine imported", ("-c", "import core.render.engine"), rounds),
        *_window_steps(rounds),
    ]


def _process(what: str, arguments: tuple[str, ...], rounds: int) -> Figure:
    """Wall time of a Python process; no values when it fails."""
    values: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        done = _run(arguments)
        if done.returncode == 0:
            values.append((time.perf_counter() - start) * 1000)
    return Figure(what, tuple(values))


def _window_steps(rounds: int) -> list[Figure]:
    """From the start of the process to each step; no values where the window cannot be shown."""
    photo = sorted(_SAMPLE.glob("*.jpg"))[:1]
    found: dict[str, list[float]] = {step: [] for step in _STEPS}
    for _ in range(rounds if photo else 0):
        with tempfile.TemporaryDirectory() as folder:
            arguments = ("-m", "benchmarks.startup", str(photo[0]), str(time.monotonic()))
            done = _run(arguments, {**own_folders(Path(folder)), "QT_QPA_PLATFORM": "offscreen"})
        if done.returncode == 0:
            for step, value in json.loads(done.stdout).items():
                found[step].append(value)
    return [Figure(step, tuple(found[step]), "ms", wanted) for step, wanted in _STEPS.items()]


def export_figures(pack: Path, folder: Path) -> list[Figure]:
    """Load, edit and save a photo of 24 megapixels in a process of its own."""
    return _figures_of("export of 24 megapixels", ("-m", "benchmarks.export", str(pack), str(folder)))


def dab_figures(pack: Path, folder: Path) -> list[Figure]:
    """From mouse event to screen: without a display, and on the display where there is one."""
    figures: list[Figure] = []
    for platform in ("offscreen", "xcb") if os.environ.get("DISPLAY") else ("offscreen",):
        arguments = ("-m", "benchmarks.dab", str(pack), str(folder))
        found = _figures_of("dabs", arguments, {"QT_QPA_PLATFORM": platform})
        figures += [Figure(f"{platform}", ()), *found]
    return figures


def endurance_figures(pack: Path, folder: Path) -> list[Figure]:
    """What a thousand edits leave behind."""
    arguments = ("-m", "benchmarks.endurance", str(pack), str(folder))
    return _figures_of("endurance", arguments, {"QT_QPA_PLATFORM": "offscreen"})


def _figures_of(what: str, arguments: Iterable[str], variables: dict[str, str] | None = None) -> list[Figure]:
    """The figures that a module prints as JSON."""
    done = _run(arguments, variables)
    if done.returncode:
        return [Figure(f"{what} failed: {done.stderr.strip().splitlines()[-1:]}", ())]
    return [Figure(**figure) for figure in json.loads(done.stdout)]


def _run(
    arguments: Iterable[str], variables: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=_ROOT, env={**os.environ, **(variables or {})}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
