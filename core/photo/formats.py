"""What can be read and written, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.errors import PhotoError

MAX_PIXELS = 200_000_000
"""Larger pictures are refused before they are decoded."""

MAX_FILE_BYTES = 2 << 30

READABLE_SUFFIXES = (
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".avif", ".tif", ".tiff", ".bmp", ".heic", ".heif",
    ".hif", ".gif",
)  # fmt: skip
"""For file dialogs. What a file is gets decided by its content, whatever its name says."""

PILLOW_READERS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "BMP", "GIF")
"""The decoders that may see a person's file."""


@dataclass(frozen=True)
class FileFormat:
    """A format that can be written. `max_side` in pixels."""

    name: str
    suffixes: tuple[str, ...]
    deep: bool = False
    alpha: bool = True
    metadata: bool = True
    lossless: bool = False
    max_side: int = 65535


WRITABLE = (
    FileFormat("JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"), alpha=False),
    FileFormat("PNG", (".png",), deep=True, lossless=True, max_side=1_000_000),
    FileFormat("TIFF", (".tif", ".tiff"), deep=True, lossless=True, max_side=1_000_000),
    FileFormat("WebP", (".webp",), max_side=16383),
    FileFormat("AVIF", (".avif",)),
    FileFormat("BMP", (".bmp",), alpha=False, metadata=False, lossless=True),
)


def format_for(path: Path) -> FileFormat:
    """The format that the file name asks for. Raises `PhotoError` that lists the known endings."""
    for candidate in WRITABLE:
        if path.suffix.lower() in candidate.suffixes:
            return candidate
    known = ", ".join(f.suffixes[0] for f in WRITABLE)
    ending = f"“{path.suffix}” files" if path.suffix else "a file without an ending"
    raise PhotoError(f"Semblance cannot write {ending}. Choose one of: {known}.")
