"""Settings: one table says what there is; a JSON file keeps what differs from it.

Saves are atomic and keep the last good file beside the new one; a damaged file costs nothing but its own
last change, a damaged value only itself. They wait until a slider rests, since each takes a disk's time.
Window geometry is not here: QSettings keeps it.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QObject, QTimer, Signal, Slot

_log = logging.getLogger(__name__)
APP_NAME = "Semblance"
_REST = 400  # ms


@dataclass(frozen=True)
class Setting:
    """One row: a value of the default's type, within `low`..`high` or among `choices` where given."""

    key: str
    default: bool | int | float | str
    title: str
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()

    def accepted(self, value: object) -> Any:
        """The value if it fits this row. Raises ValueError otherwise."""
        if isinstance(self.default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if type(value) is not type(self.default):
            raise ValueError(f"{self.key}: {value!r} is not of type {type(self.default).__name__}")
        if self.choices and value not in self.choices:
            raise ValueError(f"{self.key}: {value!r} is none of {self.choices}")
        if self.low is not None and self.high is not None and not self.low <= float(value) <= self.high:  # type: ignore[arg-type]  # rows with limits are numbers
            raise ValueError(f"{self.key}: {value!r} is outside {self.low}..{self.high}")
        return value


SCHEMA: tuple[Setting, ...] = (
    Setting("theme", "system", "Theme", choices=("system", "dark", "light")),
    Setting("overlay.visible", False, "Show labels"),
    Setting("overlay.opacity", 0.55, "Opacity of the labels", 0.05, 1.0),
    Setting("brush.radius", 8.0, "Brush radius in pixels of the face's crop", 0.5, 96.0),
    Setting("export.quality", 95, "Quality of JPEG, WebP and AVIF", 1, 100),
    Setting(
        "export.format", ".jpg", "Format of exports", choices=(".jpg", ".png", ".webp", ".tiff", ".avif")
    ),
    Setting("folder.open", "", "Folder of the last photo opened"),
    Setting("folder.export", "", "Folder of the last export"),
    Setting("folder.project", "", "Folder of the last project saved"),
    Setting("close.ask", True, "Ask before closing with edits that were neither saved nor exported"),
)
_ROWS: Mapping[str, Setting] = {row.key: row for row in SCHEMA}


def default_path() -> Path:
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.json"


class Settings(QObject):
    """The settings' values. `changed(key, value)` after each change, which is saved soon, or by `flush`."""

    changed = Signal(str, object)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or default_path()
        self._values: dict[str, Any] = {row.key: row.default for row in SCHEMA}
        self._values.update(_read(self.path, _last_good(self.path)))
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._save)

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def __setitem__(self, key: str, value: object) -> None:
        accepted = _ROWS[key].accepted(value)
        if accepted != self._values[key]:
            self._values[key] = accepted
            self._timer.start()
            self.changed.emit(key, accepted)

    def flush(self) -> None:
        """Save now what has not been saved yet."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    @Slot()
    def _save(self) -> None:
        differing = {row.key: self._values[row.key] for row in SCHEMA if self._values[row.key] != row.default}
        text = json.dumps({"version": 1, "settings": differing}, indent=1, ensure_ascii=False)
        try:
            _write(self.path, text)
        except OSError as error:  # a full or read-only home must not stop anybody's work
            _log.warning("Settings were not saved: %s", error)


def _last_good(path: Path) -> Path:
    return path.with_suffix(".last-good.json")


def _read(*paths: Path) -> dict[str, Any]:
    """The accepted values of the first file that can be read; none when there is no such file."""
    for path in paths:
        try:
            content = json.loads(path.read_text(encoding="utf-8"))["settings"]
            return dict(_accepted(content.items()))
        except FileNotFoundError:
            continue
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            _log.warning("%s is damaged and was left out: %s", path.name, error)
    return {}


def _accepted(items: Any) -> list[tuple[str, Any]]:
    kept: list[tuple[str, Any]] = []
    for key, value in items:
        row = _ROWS.get(key)
        if row is None:
            continue  # of a newer version
        try:
            kept.append((key, row.accepted(value)))
        except ValueError as error:
            _log.warning("A setting was left out: %s", error)
    return kept


def _write(path: Path, text: str) -> None:
    """The file is the old one or the new one at any moment; a readable old one is kept as last good."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and _read(path):
        _replace(_last_good(path), path.read_text(encoding="utf-8"))
    _replace(path, text)


def _replace(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
