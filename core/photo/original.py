"""The file that a photo came from, byte for byte, or a lossless one in its place."""

from __future__ import annotations

import re
from pathlib import Path

from core.errors import PhotoError
from core.photo.formats import MAX_FILE_BYTES
from core.photo.load import load_photo
from core.photo.openraster import SUFFIX, is_ora
from core.photo.photo import Photo
from core.photo.save import photo_bytes

_SUFFIXES = {
    "JPEG": ".jpg", "PNG": ".png", "WebP": ".webp", "TIFF": ".tiff", "HEIC": ".heic", "AVIF": ".avif",
    "BMP": ".bmp", "GIF": ".gif",
}  # fmt: skip
_USUAL = re.compile(r"\.[a-z0-9]{1,5}")


def original_file(photo: Photo) -> tuple[str, bytes]:
    """(suffix, bytes) of a file that `load_photo` makes this very photo of.

    The photo's own file wherever it still holds the photo, else a PNG of the same pixels, depth, alpha,
    profile and metadata. Raises `PhotoError` when the photo is too large to be written.
    """
    for data in (photo.file, _source_bytes(photo.source)):
        if data is not None and _gives(data, photo):
            return _suffix(photo, data), data
    return ".png", photo_bytes(photo, Path("photo.png"), edited=False)


def _source_bytes(source: Path | None) -> bytes | None:
    """The file's bytes; None when it is gone or was replaced by something else altogether."""
    try:
        if source is None or not source.is_file() or source.stat().st_size > MAX_FILE_BYTES:
            return None
        return source.read_bytes()
    except OSError:
        return None


def _gives(data: bytes, photo: Photo) -> bool:
    """Whether this file still is the photo: its source may have been overwritten since."""
    try:
        found = load_photo(data)
    except PhotoError:
        return False
    same = (found.icc, found.exif, found.xmp) == (photo.icc, photo.exif, photo.xmp)
    return same and found.grey == photo.grey and found.digest == photo.digest


def _suffix(photo: Photo, data: bytes) -> str:
    if is_ora(data):
        return SUFFIX
    own = photo.source.suffix.lower() if photo.source is not None else ""
    return own if _USUAL.fullmatch(own) else _SUFFIXES.get(photo.format, ".png")
