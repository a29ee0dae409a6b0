"""The benchmarks' own waiting does not grow what they measure."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEventLoop

from benchmarks import window
from benchmarks.window import wait_until


def _event_loops() -> int:
    gc.collect()
    # isinstance asks objects for their class, and libraries' stand-ins for old names answer with a warning
    return sum(type(each) is QEventLoop for each in gc.get_objects())


@pytest.mark.usefixtures("qapp")
def test_waiting_leaves_no_event_loop_behind() -> None:
    before = _event_loops()
    for _ in range(5):
        wait_until(lambda: True)
    assert _event_loops() <= before  # those of other tests may end meanwhile


@pytest.mark.usefixtures("qapp")
def test_what_held_for_a_moment_was_waited_for() -> None:
    answers = iter((False, True, False, False))
    wait_until(lambda: next(answers))


@pytest.mark.usefixtures("qapp")
def test_waiting_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "_LONGEST", 0.05)
    with pytest.raises(TimeoutError):
        wait_until(lambda: False)
