"""A small memory of stage results: least recently used goes first."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")


class StageCache:
    """Results by key, where a key holds everything that the stage reads. Used from one thread at a time."""

    def __init__(self, capacity: int = 64) -> None:
        self._capacity = capacity
        self._results: OrderedDict[object, Any] = OrderedDict()

    def get(self, key: object, compute: Callable[[], T]) -> T:
        """The result kept under `key`, computed if it is not there. Nothing is kept when `compute` raises."""
        if key in self._results:
            self._results.move_to_end(key)
            return self._results[key]
        result = compute()
        self._results[key] = result
        if len(self._results) > self._capacity:
            self._results.popitem(last=False)
        return result

    def __contains__(self, key: object) -> bool:
        return key in self._results

    def __len__(self) -> int:
        return len(self._results)

    def clear(self) -> None:
        self._results.clear()


def digest(array: NDArray[Any]) -> str:
    """A key for an array: hash of its bytes, shape and type."""
    content = np.ascontiguousarray(array)
    head = f"{content.shape}{content.dtype}".encode()
    return hashlib.blake2b(content.data, digest_size=16, key=head[:64]).hexdigest()
