"""What took minutes is kept within bounds, for the photos that were edited last."""

from __future__ import annotations

import numpy as np

from core.document import kept as project
from core.document.kept import Arrays
from core.render.keeping import MOST_BYTES, Keeper


def arrays(kilobytes: int) -> Arrays:
    return {"codes": np.zeros((kilobytes, 128), np.float32), "noise": np.zeros((kilobytes, 128), np.float32)}


def test_it_holds_what_several_full_projects_bring_and_no_more():
    assert 3 * project.MOST_BYTES <= MOST_BYTES <= 5 * project.MOST_BYTES


def test_the_photos_that_were_edited_last_stay():
    keeper = Keeper(most_bytes=3000)
    for photo in ("a", "b"):
        keeper.put({(photo, "0", "x"): arrays(1)})
    keeper.get(("a", "0", "x"), lambda: arrays(9))  # it is there
    assert keeper.bytes == 2048
    keeper.put({("c", "0", "x"): arrays(1)})
    assert [bool(keeper.of(photo)) for photo in "abc"] == [True, False, True]
    assert keeper.bytes == 2048


def test_one_photo_keeps_all_that_it_needs_and_what_is_put_again_counts_once():
    keeper = Keeper(most_bytes=3000)
    keeper.put({("a", "0", "x"): arrays(1)})
    for _ in range(2):
        keeper.put({("b", str(face), "x"): arrays(1) for face in range(4)})
    assert len(keeper.of("b")) == 4
    assert keeper.of("a") == {}
    assert keeper.bytes == 4096


def test_nothing_is_kept_of_what_fails():
    keeper = Keeper()

    def fails() -> Arrays:
        raise ValueError

    for _ in range(2):
        try:
            keeper.get(("a", "0", "x"), fails)
        except ValueError:
            continue
    assert keeper.bytes == 0
    assert keeper.of("a") == {}
