"""A small photo and a project of it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.document.document import Document
from core.document.edits import Seed
from core.document.manifest import PackStamp
from core.document.project import Project, write_project
from core.methods.smile.edits import SetAttribute
from core.photo import Photo, photo_from_array

HAT = SetAttribute(attribute="hat", present=True, source=Seed(7))
STAMP = PackStamp("tiny", "1", "0" * 64)


def picture(shift: int = 0) -> Photo:
    y, x = np.mgrid[0:30, 0:40]
    return photo_from_array(np.stack([x * 6, y * 8, (x + y + shift) % 256], -1).astype(np.uint8))


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The zip with some of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A small project without rendered layers."""
    path = tmp_path / "her.ora"
    write_project(Project(Document(picture(), edits=(HAT,)), "her.png", packs=(STAMP,)), path)
    return path
