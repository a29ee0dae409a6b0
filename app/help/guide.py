"""The user guide: Markdown pages in `resources/guide`, read in the window and in the repository alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.widgets.theme import RESOURCES
from app.window.actions import MENUS, SEPARATOR, TABLE, plain
from app.window.keys import Keys

FOLDER = RESOURCES / "guide"
INDEX, KEYS = "README.md", "keys.md"

KEYS_TITLE = "Keys"
KEYS_HEAD = (
    "Every key can be changed in **Help > Keyboard shortcuts**. In the program this page shows the keys "
    "that you chose; elsewhere it shows those that it comes with. On macOS Ctrl is the Command key."
)
KEYS_COLUMNS = ("Command", "Keys")
KEYS_FOOT = """\
## Keys that cannot be changed

They belong to the canvas and to the controls.

| Key | What it does |
|---|---|
| Space, held | Moves the photo with any tool |
| Arrows | Move the photo; in lists and sliders, choose |
| Tab, Shift+Tab | The next control, the one before; while points are set, the next point |
| Enter | While points are set: uses them |
| Esc | Leaves what was begun: points, the tour, a dialog |
| + and - on a box of the references | More or less of what it gives |
| Delete in the list of edits | Deletes the chosen edit |
"""

_LINK = re.compile(r"\]\(([\w-]+\.md)\)")
_HEADING = re.compile(r"(#{1,3}) (.+)")
_PICTURE = re.compile(r"!\[([^]]*)]\([^)]*\)")
_PLAIN = ((re.compile(r"\[([^]]*)]\([^)]*\)"), r"\1"), (re.compile(r"[*`|#]+"), ""))


@dataclass(frozen=True)
class Section:
    """A heading with the text below it. `level` is 1 for the page's own; `text` is without Markdown."""

    page: str
    title: str
    level: int
    text: str


def page_names(folder: Path = FOLDER) -> tuple[str, ...]:
    """The pages in their order: the first one, then as it links to them."""
    index = (folder / INDEX).read_text(encoding="utf-8")
    return (INDEX, *dict.fromkeys(_LINK.findall(index)))


def page_text(name: str, keys: Callable[[], str] | None = None, folder: Path = FOLDER) -> str:
    """A page's Markdown; `keys` makes the page of keys as they are now."""
    if name == KEYS and keys is not None:
        return keys()
    return (folder / name).read_text(encoding="utf-8")


def sections(page: str, markdown: str) -> list[Section]:
    """A page's headings with what stands below each."""
    found: list[tuple[str, int, list[str]]] = []
    code = False
    for line in markdown.splitlines():
        code = code != line.startswith("```")
        heading = None if code else _HEADING.fullmatch(line)
        if heading is not None:
            found.append((heading[2], len(heading[1]), []))
        elif found:
            found[-1][2].append(line)
    return [Section(page, title, level, _words("\n".join(lines))) for title, level, lines in found]


def search(query: str, among: list[Section]) -> list[Section]:
    """The sections that hold every word of the query, those that name one in their title first."""
    words = query.casefold().split()
    hits = [s for s in among if all(word in f"{s.title} {s.text}".casefold() for word in words)]
    return sorted(hits, key=lambda s: not any(word in s.title.casefold() for word in words))


def keys_page(keys: Callable[[str], Keys], write: Callable[[str], str]) -> str:
    """The page of keys: every action that has one, by menu. `write` puts a shortcut into words."""
    rows = {spec.id: spec for spec in TABLE}
    lines = [f"# {KEYS_TITLE}", "", KEYS_HEAD, ""]
    for title, names in MENUS:
        named = [rows[n] for n in names if n != SEPARATOR and keys(n)]
        lines += [f"## {plain(title)}", "", f"| {' | '.join(KEYS_COLUMNS)} |", "|---|---|"]
        lines += [
            f"| {spec.title} | {', '.join(_cell(write(key)) for key in keys(spec.id))} |" for spec in named
        ]
        lines.append("")
    return "\n".join([*lines, KEYS_FOOT])


def own_keys_page() -> str:
    """The page with the keys that the program comes with, as the repository has it."""
    keys = {spec.id: spec.shortcuts for spec in TABLE}
    return keys_page(keys.__getitem__, str)


def _cell(text: str) -> str:
    """A key as Markdown's tables can show it: backslash and bar mean something there."""
    return re.sub(r"([\\|\[\]`*_])", r"\\\1", text)


def _words(markdown: str) -> str:
    text = _PICTURE.sub("", markdown)
    for pattern, instead in _PLAIN:
        text = pattern.sub(instead, text)
    return " ".join(text.split())
