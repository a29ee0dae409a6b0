"""What the window asks of Python itself, before Qt is used."""

from __future__ import annotations

import ctypes
import sys

_MANY = 1 << (8 * ctypes.sizeof(ctypes.c_ssize_t) - 4)
_TURN = 0.0005  # seconds; Python's own 0.005 is most of the time that a dab has


def prepare_interpreter() -> None:
    """Call before Qt is used; can be called again."""
    keep_singletons()
    sys.setswitchinterval(_TURN)  # the window's thread waits so long for the engine's to let go of Python


def keep_singletons() -> None:
    """None, True and False last as long as the process, as they do by themselves from Python 3.12 on.

    WORKAROUND for PySide6 6.12 on Python 3.11: it hands out None and True without counting them, since from
    3.12 on they need no counting. Every call that returns nothing takes one away, a paint event dozens; when
    none is left, Python aborts ("deallocating None"): within seconds of brushing. Can go when a PySide6 that
    counts is pinned, or 3.11 is no longer supported.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for value in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(value))  # the first field of every object
        if count.value < _MANY // 2:
            count.value += _MANY
