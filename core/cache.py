"""A small memory of stage results, bounded by number and by bytes: least recently used goes first."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
MOST_BYTES = 192 << 20  # three times what 64 results of a 256 crop take


class StageCache:
    """Results by key, where a key holds everything that the stage reads. Used from one thread at a time."""

    def __init__(self, capacity: int = 64, most_bytes: int = MOST_BYTES) -> None:
        self._capacity = capacity
        self._most_bytes = most_bytes
        self._results: OrderedDict[object, Any] = OrderedDict()
        self._sizes: dict[object, int] = {}
        self.bytes = 0
        """What the results' arrays take; one that two results share counts twice."""

    def get(self, key: object, compute: Callable[[], T]) -> T:
        """The result kept under `key`, computed if it is not there. Nothing is kept when `compute` raises."""
        if key in self._results:
            self._results.move_to_end(key)
            return self._results[key]
        result = compute()
        self._keep(key, result)
        return result

    def _keep(self, key: object, result: object) -> None:
        self._results[key] = result
        self._sizes[key] = size_of(result)
        self.bytes += self._sizes[key]
        while len(self._results) > self._capacity or (self.bytes > self._most_bytes and len(self) > 1):
            oldest, _ = self._results.popitem(last=False)
            self.bytes -= self._sizes.pop(oldest)

    def __contains__(self, key: object) -> bool:
        return key in self._results

    def __len__(self) -> int:
        return len(self._results)

    def clear(self) -> None:
        self._results.clear()
        self._sizes.clear()
        self.bytes = 0


def size_of(value: object) -> int:
    """Bytes of the arrays that a result holds, in its fields and in lists, tuples and mappings."""
    return _size(value, set())


def _size(value: object, seen: set[int]) -> int:
    if id(value) in seen:
        return 0
    seen.add(id(value))
    if isinstance(value, np.ndarray):
        array = cast("NDArray[Any]", value)
        whole = array.base if isinstance(array.base, np.ndarray) else array  # a view keeps all of it
        if whole is not array and id(whole) in seen:
            return 0
        seen.add(id(whole))
        return whole.nbytes
    if isinstance(value, Mapping):
        parts: Iterable[object] = cast("Mapping[object, object]", value).values()
    elif isinstance(value, tuple | list):
        parts = cast("Iterable[object]", value)
    else:
        parts = getattr(value, "__dict__", {}).values()
    return sum(_size(part, seen) for part in parts)


def digest(array: NDArray[Any]) -> str:
    """A key for an array: hash of its bytes, shape and type."""
    content = np.ascontiguousarray(array)
    head = f"{content.shape}{content.dtype}".encode()
    return hashlib.blake2b(content.data, digest_size=16, key=head[:64]).hexdigest()
