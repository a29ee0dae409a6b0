"""What stages leave in memory: the least recently used goes, by number and by bytes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.cache import StageCache, size_of


@dataclass(frozen=True, eq=False)
class _Result:
    picture: np.ndarray
    others: dict[str, np.ndarray]


def _block(kib: int) -> np.ndarray:
    return np.zeros(kib << 10, np.uint8)


def test_size_counts_arrays_once_and_views_whole() -> None:
    picture = _block(4)
    result = _Result(picture[:10], {"same": picture, "other": _block(1)})
    assert size_of((result, "text", None)) == 5 << 10


def test_number_bounds_it() -> None:
    cache = StageCache(capacity=2)
    for key in "abac":
        cache.get(key, lambda: _block(1))
    assert "a" in cache
    assert "b" not in cache
    assert len(cache) == 2


def test_bytes_bound_it() -> None:
    cache = StageCache(most_bytes=10 << 10)
    for key in range(20):
        cache.get(key, lambda: _block(3))
        assert cache.bytes <= 10 << 10
    assert len(cache) == 3
    assert 19 in cache
    cache.clear()
    assert cache.bytes == 0


def test_what_is_larger_than_the_bound_is_kept_alone() -> None:
    cache = StageCache(most_bytes=10 << 10)
    cache.get("small", lambda: _block(1))
    large = cache.get("large", lambda: _block(50))
    assert cache.get("large", lambda: _block(1)) is large
    assert len(cache) == 1
