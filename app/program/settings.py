"""Settings: one table says what there is; a JSON file keeps what differs from it.

Saves are atomic and keep the last good file beside the new one; a damaged file costs nothing but its own
last change, a damaged value only itself. They wait until a slider rests, since each takes a disk's time.
Window geometry is not here: QSettings keeps it.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import platformdirs
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.words.translate import LANGUAGES, mark
from core.atomic import write_atomically

_log = logging.getLogger(__name__)
APP_NAME = "Semblance"
_REST = 400  # ms


Page = Literal["", "General", "Engine"]


@dataclass(frozen=True)
class Setting:
    """One row: a value of the default's type, within `low`..`high` or among `choices` where given.

    A mapping holds lists of strings by name: JSON's object of arrays, here read-only, of tuples. The
    preferences show the rows that have a `page`; there `words` stand for the choices, and `unit` follows a
    number ("%" shows 0..1 as 0..100). A string must match `pattern` where there is one.
    """

    key: str
    default: bool | int | float | str | tuple[str, ...] | Mapping[str, tuple[str, ...]]
    title: str
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    page: Page = ""
    words: tuple[str, ...] = ()
    unit: str = ""
    tip: str = ""
    pattern: str = ""

    def accepted(self, value: object) -> Any:
        """The value if it fits this row. Raises ValueError otherwise."""
        if isinstance(self.default, Mapping):
            return MappingProxyType(self._entries(value))
        if isinstance(self.default, tuple):
            return _strings(self.key, value)
        if isinstance(self.default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if type(value) is not type(self.default):
            raise ValueError(f"{self.key}: {value!r} is not of type {type(self.default).__name__}")
        if self.choices and value not in self.choices:
            raise ValueError(f"{self.key}: {value!r} is none of {self.choices}")
        if self.pattern and not re.fullmatch(self.pattern, str(value)):
            raise ValueError(f"{self.key}: {value!r} does not read like {self.pattern}")
        if self.low is not None and self.high is not None and not self.low <= float(value) <= self.high:  # type: ignore[arg-type]  # rows with limits are numbers
            raise ValueError(f"{self.key}: {value!r} is outside {self.low}..{self.high}")
        return value

    def salvaged(self, value: object) -> Any:
        """As `accepted`, of a file: a mapping loses its damaged entries and keeps the others."""
        if not isinstance(self.default, Mapping) or not isinstance(value, Mapping):
            return self.accepted(value)
        kept: dict[str, object] = {}
        for name, entry in value.items():
            try:
                kept.update(self._entries({name: entry}))
            except ValueError as error:
                _log.warning("A part of a setting was left out: %s", error)
        return self.accepted(kept)

    def _entries(self, value: object) -> dict[str, tuple[str, ...]]:
        if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
            raise ValueError(f"{self.key}: {value!r} is no mapping of names")
        return {name: _strings(f"{self.key}: {name}", entry) for name, entry in value.items()}


def _strings(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{key}: {value!r} is no list of strings")
    return tuple(str(item) for item in value)


SCHEMA: tuple[Setting, ...] = (
    Setting(
        "theme", "system", mark("Colours"), choices=("system", "dark", "light"), page="General",
        words=(mark("As the system has them"), mark("Dark"), mark("Light")),
    ),
    Setting(
        "language", "system", mark("Language"), choices=("system", "en", *LANGUAGES), page="General",
        words=(
            mark("As the system has it"), "English", "Deutsch", "Español", "Français", "日本語", "简体中文",
        ),
        tip=mark("Takes effect at the next start"),
    ),
    Setting("export.shrink", False, "Make exports smaller"),
    Setting("export.side", 2048, "Longest side of smaller exports in pixels", 16, 65_535),
    Setting("export.metadata", "all", "Metadata of exports", choices=("all", "no-place", "none")),
    Setting("export.sidecar", False, "Write the edits beside exports"),
    Setting("export.sign", False, "Sign exports with content credentials"),
    Setting("credentials.certificate", "", "File of the certificate for content credentials"),
    Setting("credentials.key", "", "File of the certificate's private key"),
    Setting("batch.format", "", "Ending of a batch's results; empty for each photo's own"),
    Setting("folder.batch", "", "Folder of the last batch's results"),
    Setting(
        "close.ask", True, mark("Ask before closing with edits that were neither saved nor exported"),
        page="General", tip=mark("Without it, the window closes and the edits are gone"),
    ),
    Setting("controls.experimental", False, mark("Show experimental controls"), page="General",
            tip=mark("What seldom passes for a photograph yet")),
    Setting("overlay.visible", False, mark("Show labels"), page="General",
            tip=mark("Lay the coloured label map over the face")),
    Setting("overlay.opacity", 0.55, mark("Opacity of the labels"), 0.05, 1.0, page="General", unit="%"),
    Setting("brush.hardness", 1.0, mark("Hardness of the brush"), 0.0, 1.0),
    Setting("brush.radius", 8.0, mark("Radius of the brush"), 0.5, 96.0, page="General", unit="px",
            tip=mark("In pixels of the face's crop, which is 256 pixels wide")),
    Setting(
        "export.format", ".jpg", mark("Format of exports"), page="General",
        choices=(".jpg", ".png", ".webp", ".tiff", ".avif"),
        words=("JPEG", "PNG", "WebP", "TIFF", "AVIF"),
        tip=mark("For photos in a format that cannot be written; others keep theirs"),
    ),
    Setting("export.quality", 95, mark("Quality of exports"), 1, 100, page="General",
            tip=mark("Of JPEG, WebP and AVIF: larger files keep more")),
    Setting("looks.favourites", (), "Names of looks that come first on their shelf"),
    Setting("folder.open", "", "Folder of the last photo opened"),
    Setting("folder.export", "", "Folder of the last export"),
    Setting("folder.project", "", "Folder of the last project saved"),
    Setting("engine.device", "auto", mark("Device"), page="Engine", pattern=r"auto|cpu|mps|cuda(:\d+)?",
            tip=mark("What computes the edits")),
    Setting(
        "engine.precision", "auto", mark("Precision"), choices=("auto", "bf16", "fp32"), page="Engine",
        words=(mark("Automatic"), mark("bf16: faster where the device has it"), mark("fp32: exact, slower")),
        tip=mark("How finely numbers are computed; the eye sees no difference"),
    ),
    Setting("engine.pack", "", mark("Model pack"), page="Engine",
            tip=mark("What draws the edits; others than the one that ships are imported first")),
    Setting("keys", MappingProxyType({}), "Shortcuts that differ from the table of actions"),
    Setting("tour.seen", False, "Whether the tour was taken"),
    Setting("palette.recent", (), "Actions last used from the palette"),
)  # fmt: skip
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
        """The value; from any thread."""
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
        text = json.dumps({"version": 1, "settings": differing}, indent=1, ensure_ascii=False, default=dict)
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
            kept.append((key, row.salvaged(value)))
        except ValueError as error:
            _log.warning("A setting was left out: %s", error)
    return kept


def _write(path: Path, text: str) -> None:
    """The file is the old one or the new one at any moment; a readable old one is kept as last good."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and _read(path):
        write_atomically(_last_good(path), path.read_bytes())
    write_atomically(path, text.encode())
