"""Memory that was freed goes back to the system."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Hand what was freed but kept for reuse back to the system. Takes milliseconds; from any thread.

    glibc keeps freed memory wherever something small lies above it, and with arrays of every size coming and
    going that grows for hours. Other systems' allocators, and other C libraries, do without.
    """
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
