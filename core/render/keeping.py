"""What took long to find is kept as long as its document, and in its project: an inversion takes a minute."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping

from core.document import kept as project
from core.document.kept import Arrays, Key

MOST_BYTES = 4 * project.MOST_BYTES
"""Of all photos together: as much as four full projects bring."""


class Keeper:
    """Arrays by key, for the photos that were edited last; `bytes` is what they take.

    At most `most_bytes`, unless one photo alone has more. Used from one thread at a time.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[str, dict[Key, Arrays]] = OrderedDict()
        self.bytes = 0

    def get(self, key: Key, compute: Callable[[], Arrays]) -> Arrays:
        """The arrays kept under `key`, computed if they are not there. Nothing is kept when that raises."""
        found = self._kept.get(key[0], {}).get(key)
        if found is None:
            found = compute()
        self.put({key: found})
        return found

    def put(self, arrays: Mapping[Key, Arrays]) -> None:
        """Keep arrays that come from elsewhere: from a project."""
        for key, value in arrays.items():
            of_photo = self._kept.setdefault(key[0], {})
            self.bytes += _bytes(value) - _bytes(of_photo.get(key, {}))
            of_photo[key] = value
            self._kept.move_to_end(key[0])
        while self.bytes > self._most_bytes and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self.bytes -= sum(map(_bytes, oldest.values()))

    def of(self, photo: str) -> dict[Key, Arrays]:
        """All that is kept for the photo of that digest."""
        return dict(self._kept.get(photo, {}))


def _bytes(arrays: Arrays) -> int:
    return sum(array.nbytes for array in arrays.values())
