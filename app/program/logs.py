"""Where the program writes what went wrong, and a report that holds no path and no picture."""

from __future__ import annotations

import logging
import platform
import re
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

from app.program.settings import APP_NAME

_PATH = re.compile(r"""(?:file://)?(?:[A-Za-z]:[\\/]|\\\\|~?/)[^"'“”\n:*?<>|,;()]*[\\/]?""")
_log = logging.getLogger(__name__)


def log_folder() -> Path:
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))


def start_logging() -> None:
    """Log to a rotating file in the user's log folder; to the console only what is serious."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    console = logging.StreamHandler()
    console.setLevel(logging.ERROR)
    root.addHandler(console)
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_folder() / "semblance.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
        )
    except OSError as error:
        _log.error("No log file: %s", error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)


def report(error: BaseException) -> str:
    """What a person can send: versions and the traceback, without paths beyond our own files' names."""
    lines = [f"Semblance on Python {platform.python_version()}, {platform.system()} {platform.machine()}"]
    lines.append(_versions())
    lines.append("")
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}")
    lines.append(f"{type(error).__name__}: {without_paths(str(error))}")
    return "\n".join(lines)


def without_paths(text: str) -> str:
    """The text with every path, which may tell names, replaced."""
    return _PATH.sub("<path>", text)


def _short(filename: str) -> str:
    """The last two parts: enough to find the line, nothing of the person's folders."""
    return "/".join(Path(filename).parts[-2:]) if Path(filename).parent.name in _OURS else Path(filename).name


_OURS = frozenset(
    ("app", "canvas", "panels", "dialogs", "core", "photo", "face", "document", "render", "methods", "models")
)


def _versions() -> str:
    """Versions of what is loaded already: a report must not import anything."""
    found = []
    for name in ("PySide6", "numpy", "torch", "cv2", "PIL"):
        module = sys.modules.get(name)
        if module is not None:
            found.append(f"{name} {getattr(module, '__version__', '?')}")
    return ", ".join(found)
