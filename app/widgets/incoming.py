"""What comes in by drop or paste: files first, then pictures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent, QImage

from app.words.translate import tr

_LOOK = "application/x-semblance-look"

Incoming = tuple[Path | NDArray[np.uint8], str]
"""A file or uint8 RGB pixels, and a title ("" for a file's own name)."""


def can_take(mime: QMimeData) -> bool:
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def accept_copy(event: QDropEvent) -> None:
    """Take what is dragged as a copy, whatever is proposed: after a move a file manager deletes the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def sources_of(mime: QMimeData) -> list[Incoming]:
    """The files, or else the picture, that the data holds."""
    files: list[Incoming] = [(Path(url.toLocalFile()), "") for url in mime.urls() if url.isLocalFile()]
    if files or not mime.hasImage():
        return files
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return []
    return [(pixels_of(image), tr("Pasted picture"))]


def pixels_of(image: QImage) -> NDArray[np.uint8]:
    """uint8 RGB (H, W, 3) of a QImage, without its alpha."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


@dataclass(frozen=True)
class Look:
    """What is dragged off the shelf: a reference, or one thing of it.

    `kind` is reference, head, attribute or region; `name` the part, attribute or region.
    """

    key: str
    kind: Literal["reference", "head", "attribute", "region"] = "reference"
    name: str = ""

    def as_mime(self) -> QMimeData:
        data = QMimeData()
        data.setData(_LOOK, json.dumps([self.key, self.kind, self.name]).encode())
        return data


def look_of(mime: QMimeData) -> Look | None:
    """The look that was dragged from this window's shelf; None for anything else."""
    if not mime.hasFormat(_LOOK):
        return None
    try:
        return Look(*json.loads(bytes(mime.data(_LOOK).data())))
    except (ValueError, TypeError):
        return None
