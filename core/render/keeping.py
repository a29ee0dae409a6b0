"""What took long to find is kept as long as its document, and in its project: an inversion takes a minute."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping

from core.document.kept import Arrays, Key

_MOST_PHOTOS = 16


class Keeper:
    """Arrays by key, for the photos that were edited last. Used from one thread at a time."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, dict[Key, Arrays]] = OrderedDict()

    def get(self, key: Key, compute: Callable[[], Arrays]) -> Arrays:
        """The arrays kept under `key`, computed if they are not there. Nothing is kept when that raises."""
        found = self.of(key[0]).get(key)
        if found is None:
            found = compute()
            self.put({key: found})
        return found

    def put(self, arrays: Mapping[Key, Arrays]) -> None:
        """Keep arrays that come from elsewhere: from a project."""
        for key, value in arrays.items():
            self._kept.setdefault(key[0], {})[key] = value
            self._kept.move_to_end(key[0])
        while len(self._kept) > _MOST_PHOTOS:
            self._kept.popitem(last=False)

    def of(self, photo: str) -> dict[Key, Arrays]:
        """All that is kept for the photo of that digest."""
        return dict(self._kept.get(photo, {}))
