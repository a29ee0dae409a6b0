"""Files that appear whole or not at all: written beside their place, then moved over what was there."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO

_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_ABANDONED_S = 3600.0  # a draft that nobody has written to for so long belongs to a program that died


@contextlib.contextmanager
def atomic_file(path: Path) -> Generator[BinaryIO]:
    """A binary file to write to, which takes the place of `path` when the block ends without an error.

    A crash, a power cut or a full disk leaves the old file or none. Rights of an old file are kept; a link
    is followed. Drafts that a killed program left for the same file are cleared away. Raises `OSError`.
    """
    target = Path(os.path.realpath(path))
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    prefix = f".semblance-{target.name[:40]}-"
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=prefix, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode if mode is not None else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)
    _clear_drafts(target.parent, prefix)


def write_atomically(path: Path, data: bytes) -> None:
    """`data` as the file `path`, whole or not at all. Raises `OSError`."""
    with atomic_file(path) as file:
        file.write(data)


def writing_fault(error: OSError, path: Path) -> str:
    """One sentence for a person on why `path` was not written."""
    if error.errno in _FULL:
        return f"The disk is full; “{path.name}” was not written."
    if error.errno in _FORBIDDEN:
        return f"You may not write into the folder “{path.absolute().parent}”."
    return f"“{path.name}” could not be written: {error.strerror or error}."


def _umask() -> int:
    """The permissions that new files lack. It can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name outlive a power cut. Not every system opens folders; the file itself is safe."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear_drafts(folder: Path, prefix: str) -> None:
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(prefix) and path.suffix == ".part":
                with contextlib.suppress(OSError):
                    if time.time() - path.stat().st_mtime > _ABANDONED_S:
                        path.unlink()
