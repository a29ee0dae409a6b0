"""Recent files: photos and projects, newest first, in a small file beside the settings."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.words.translate import tr
from core.atomic import write_atomically

_log = logging.getLogger(__name__)
MOST = 12


class RecentFiles:
    """At most twelve paths. Other windows' entries are kept: the file is read anew for every change."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def paths(self) -> tuple[Path, ...]:
        """The newest first. A damaged file is an empty list."""
        try:
            content: Any = json.loads(self._path.read_text(encoding="utf-8"))
            names = cast("list[object]", content["files"])
            return tuple(Path(name) for name in names[:MOST] if isinstance(name, str) and name)
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            _log.warning("%s is damaged and was left out: %s", self._path.name, error)
            return ()

    def add(self, path: Path) -> None:
        """Put a file first."""
        path = path.absolute()
        self._write((path, *(each for each in self.paths() if each != path)))

    def remove(self, path: Path) -> None:
        self._write(tuple(each for each in self.paths() if each != path))

    def clear(self) -> None:
        self._write(())

    def _write(self, paths: tuple[Path, ...]) -> None:
        text = json.dumps({"version": 1, "files": [str(path) for path in paths[:MOST]]}, indent=1)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, text.encode())
        except OSError as error:  # a full or read-only home must not stop anybody's work
            _log.warning("The recent files were not saved: %s", error)


class RecentMenu(QMenu):
    """ "Open recent": made anew each time that it opens. `choose(path)` gets what was picked."""

    def __init__(self, files: RecentFiles, choose: Callable[[Path], object], parent: QWidget) -> None:
        super().__init__(tr("Open re&cent"), parent)
        self._files, self._choose = files, choose
        self.aboutToShow.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.clear()
        paths = self._files.paths()
        for number, path in enumerate(paths, start=1):
            letter = f"&{number} " if number < 10 else ""
            action = self.addAction(f"{letter}{_title(path, paths)}", lambda path=path: self._choose(path))
            action.setToolTip(str(path))
        if paths:
            self.addSeparator()
            self.addAction(tr("&Clear this list"), self._files.clear)
        else:
            self.addAction(tr("Nothing yet")).setEnabled(False)


def _title(path: Path, others: tuple[Path, ...]) -> str:
    """The file's name, with its folder's where another file is called the same."""
    same = sum(other.name == path.name for other in others) > 1
    return (f"{path.name} – {path.parent.name}" if same else path.name).replace("&", "&&")
