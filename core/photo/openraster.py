"""Reading OpenRaster files, which are zips: nothing is unpacked before its name and its size were judged."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from core.errors import ProjectError

MIMETYPE = b"image/openraster"
SUFFIX = ".ora"
MERGED = "mergedimage.png"
_MAX_PARTS = 20_000
_MAX_RATIO = 250  # a part above a mebibyte that packs better than this was made to fill the memory
_SMALL = 1 << 20
_DAMAGE = (
    BadZipFile, EOFError, NotImplementedError, RuntimeError, UnicodeError, ValueError, OverflowError,
    KeyError, struct.error, zlib.error, lzma.LZMAError,
)  # fmt: skip


class OraFile:
    """An OpenRaster file that is open for reading, with its parts by name."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self._parts = _judged(archive.infolist(), name)
        if self.read("mimetype", 256).strip() != MIMETYPE:
            raise ProjectError(f"{name} is not an OpenRaster file.")

    def has(self, part: str) -> bool:
        return part in self._parts

    def read(self, part: str, limit: int) -> bytes:
        """The bytes of a part. Raises `ProjectError` when it is missing, damaged or above `limit` bytes."""
        info = self._parts.get(part)
        if info is None:
            raise ProjectError(f"{self._name} is damaged: its part “{part}” is missing.")
        bomb = info.file_size > max(_SMALL, _MAX_RATIO * info.compress_size)
        if info.file_size > limit or bomb:
            raise ProjectError(f"{self._name} is not opened: its part “{part}” is implausibly large.")
        with _as_damage(self._name):
            return self._archive.read(info)


@contextmanager
def open_ora(source: Path | bytes, name: str = "") -> Generator[OraFile]:
    """The OpenRaster file at a path or in bytes; errors call it `name`, or as its file is called.

    Raises `ProjectError` with a sentence for a person.
    """
    name = name or (f"“{source.name}”" if isinstance(source, Path) else "The picture")
    with _as_damage(name):
        archive = ZipFile(source if isinstance(source, Path) else io.BytesIO(source))
    with archive:
        with _as_damage(name):
            opened = OraFile(archive, name)
        yield opened


def is_ora(data: bytes) -> bool:
    """Whether the bytes begin as an OpenRaster file does: a zip whose first part tells the type."""
    return data[:4] == b"PK\3\4" and data[30:38] == b"mimetype" and MIMETYPE in data[38:128]


def merged_image(data: bytes, name: str, limit: int) -> bytes:
    """The PNG file of all layers together, at most `limit` bytes. Raises `ProjectError`."""
    with open_ora(data, name) as ora:
        return ora.read(MERGED, limit)


@contextmanager
def _as_damage(name: str) -> Generator[None]:
    try:
        yield
    except ProjectError:
        raise
    except FileNotFoundError as error:
        raise ProjectError(f"{name} does not exist.") from error
    except IsADirectoryError as error:
        raise ProjectError(f"{name} is a folder, not a project.") from error
    except PermissionError as error:
        raise ProjectError(f"{name} may not be read by you.") from error
    except MemoryError as error:
        raise ProjectError(f"{name} is too large for this computer's memory.") from error
    except _DAMAGE as error:
        raise ProjectError(f"{name} is damaged or incomplete and cannot be read.") from error
    except OSError as error:
        raise ProjectError(f"{name} cannot be read: {error.strerror or error}.") from error


def _judged(parts: list[ZipInfo], name: str) -> dict[str, ZipInfo]:
    """The parts by name, once it is sure that no name leads anywhere else and none is there twice."""
    if len(parts) > _MAX_PARTS:
        raise ProjectError(f"{name} is not opened: it has implausibly many parts.")
    found = {part.filename: part for part in parts}
    if len(found) != len(parts):
        raise ProjectError(f"{name} is damaged: it has two parts of one name.")
    for part in found:
        path = PurePosixPath(part)
        if path.is_absolute() or ".." in path.parts or any(mark in part for mark in "\\:\0"):
            raise ProjectError(f"{name} is not opened: it holds a part with the unsafe name “{part}”.")
    return found
