"""What took long to find, as files of a project: arrays by key, an inversion of a face for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from core.document.manifest import KeptPart
from core.errors import PhotoError

Arrays = Mapping[str, NDArray[np.float32]]
Key = tuple[str, str, str]
"""The photo's digest, the face's number, and what else the arrays depend on."""
Kept = Mapping[Key, Arrays]

MOST_BYTES = 64 << 20
"""Of one project; what goes beyond is found again."""
LOST_NOTICE = "Something that the project kept cannot be read, and will be found again."


def fitting(kept: Kept) -> Kept:
    """As many of the arrays, in order, as a project has room for."""
    found: dict[Key, Arrays] = {}
    left = MOST_BYTES
    for key, arrays in kept.items():
        left -= sum(array.nbytes for array in arrays.values())
        if left >= 0:
            found[key] = arrays
    return found


def kept_bytes(arrays: Arrays) -> bytes:
    """The file that holds these arrays, float32."""
    from safetensors.numpy import save

    return save({name: np.ascontiguousarray(array, np.float32) for name, array in arrays.items()})


def read_kept(parts: tuple[KeptPart, ...], read: Callable[[str, int], bytes]) -> tuple[Kept, tuple[str, ...]]:
    """The arrays of those parts that can be read, and a notice where one cannot; `read` gives bytes."""
    kept: dict[Key, Arrays] = {}
    left = MOST_BYTES + (1 << 20)  # with room for what names them
    for each in parts:
        try:
            data = read(each.part, left)
            kept[each.key] = _arrays(data)
        except (PhotoError, ValueError):
            return kept, (LOST_NOTICE,)
        left -= len(data)
    return kept, ()


def _arrays(data: bytes) -> Arrays:
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        arrays = load(data)
    except (SafetensorError, KeyError, TypeError) as error:  # a key is a type of numbers that numpy lacks
        raise ValueError("not a file of arrays") from error
    if any(array.dtype != np.float32 or not np.isfinite(array).all() for array in arrays.values()):
        raise ValueError("not arrays of numbers")
    return arrays
