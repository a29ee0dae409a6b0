"""The photo as a value."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import PhotoError

Pixels = NDArray[np.uint8 | np.uint16]


@dataclass(frozen=True, eq=False)
class Photo:
    """A picture with everything that a saved file needs. Compare photos by `digest`.

    `pixels` (H, W, 3) uint8 or uint16 RGB and `alpha` (H, W) of the same type hold the file's own values,
    upright; both are read-only. `exif` and `xmp` say "upright" already. `notices` are plain sentences about
    what the person should know of the loading. `grey`: the file had one colour channel. `file`: the bytes
    that it was read from, where no `source` keeps them.
    """

    pixels: Pixels
    alpha: Pixels | None = None
    icc: bytes | None = None
    exif: bytes | None = None
    source: Path | None = None
    format: str = ""
    notices: tuple[str, ...] = ()
    grey: bool = False
    xmp: bytes | None = None
    file: bytes | None = None

    def __post_init__(self) -> None:
        _check(self.pixels, self.alpha)
        object.__setattr__(self, "pixels", _read_only(self.pixels))
        if self.alpha is not None:
            object.__setattr__(self, "alpha", _read_only(self.alpha))

    @property
    def width(self) -> int:
        return self.pixels.shape[1]

    @property
    def height(self) -> int:
        return self.pixels.shape[0]

    @property
    def depth_max(self) -> int:
        """The value of full brightness: 255 or 65535."""
        return int(np.iinfo(self.pixels.dtype).max)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over size, depth, pixels and alpha: equal for equal pictures, whatever the file."""
        found = hashlib.sha256(f"{self.pixels.shape}{self.pixels.dtype}".encode())
        found.update(self.pixels.data)
        if self.alpha is not None:
            found.update(self.alpha.data)
        return found.hexdigest()


def photo_from_array(pixels: Pixels) -> Photo:
    """A photo without a file from RGB (H, W, 3), uint8 or uint16, taken to be sRGB. Copies nothing."""
    return Photo(pixels)


def _check(pixels: Pixels, alpha: Pixels | None) -> None:
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.size == 0:
        raise PhotoError(f"A photo needs pixels of the shape (height, width, 3), not {pixels.shape}.")
    if pixels.dtype.name not in ("uint8", "uint16"):
        raise PhotoError(f"A photo needs 8 or 16 bits a channel, not {pixels.dtype}.")
    if alpha is not None and (alpha.shape != pixels.shape[:2] or alpha.dtype != pixels.dtype):
        raise PhotoError("A photo's alpha needs the size and the depth of its pixels.")


def _read_only(array: Pixels) -> Pixels:
    view = np.ascontiguousarray(array).view()
    view.flags.writeable = False
    return view
