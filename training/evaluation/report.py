"""Reports on screen, as JSON, and as Markdown with picture grids."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rich.console import Console
from rich.table import Table

from training.evaluation.attributes import Guide, Turned

Picture = NDArray[np.uint8]
_WIDTH = 200
"""Characters that the widest table needs, for files and pipes."""


class Tables(Protocol):
    """What is reported: of which pack, on which data, tables of a title, heads and lines, and a note."""

    pack: str
    data: str
    split: str

    @property
    def note(self) -> str: ...

    def tables(self) -> list[tuple[str, Sequence[str], list[list[str]]]]: ...

    def as_json(self) -> dict[str, Any]: ...


def show(report: Tables, console: Console | None = None) -> None:
    """The tables on screen."""
    console = console or Console()
    if not console.is_terminal:
        console.width = max(console.width, _WIDTH)
    for title, heads, lines in report.tables():
        table = Table(*heads, title=f"{title} ({report.pack} on {report.data}, {report.split})")
        for line in lines:
            table.add_row(*line)
        console.print(table)
    console.print(report.note)


def write(report: Tables, folder: Path, pictures: Sequence[str] = ()) -> None:
    """`figures.json` and `report.md` with links to the `pictures` beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    content = json.dumps(_plain(report.as_json()), indent=1)
    (folder / "figures.json").write_text(content, encoding="utf-8")
    parts = [f"# {report.pack} on {report.data}, {report.split}\n"]
    for title, heads, lines in report.tables():
        table = [heads, ["---"] * len(heads), *lines]
        parts.append(f"## {title}\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in table) + "\n")
    parts.append(report.note + "\n")
    parts += [f"## {name}\n\n![{name}]({name})\n" for name in pictures]
    (folder / "report.md").write_text("\n".join(parts), encoding="utf-8")


def write_sheets(
    results: Mapping[tuple[str, Guide], Sequence[Turned]], folder: Path, start: str = "", columns: int = 10
) -> list[str]:
    """Before and after, one file an attribute and guidance. For local use: they show real people.

    Their names begin with `start`.
    """
    names: list[str] = []
    for (attribute, guide), turned in results.items():
        rows: list[list[Picture]] = []
        for first in range(0, len(turned), columns):
            part = turned[first : first + columns]
            rows += [[t.portrait.image for t in part], [t.image for t in part]]
        names.append(f"{start}{attribute}_{guide}.jpg")
        write_grid(rows, folder / names[-1])
    return names


def write_grid(rows: Sequence[Sequence[Picture]], path: Path) -> None:
    """Pictures of one size in rows; short rows end in white."""
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = max(len(row) for row in rows)
    white = np.full_like(rows[0][0], 255)
    filled = [[*row, *[white] * (columns - len(row))] for row in rows]
    Image.fromarray(np.vstack([np.hstack(row) for row in filled])).save(path, quality=90)


def _plain(value: Any) -> Any:
    """JSON has no nan: null in its place."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
