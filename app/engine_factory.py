"""Makes the real engine. Called on the worker thread, which is where torch gets imported."""

from __future__ import annotations

import ctypes
import importlib.util
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.engine_thread import EngineProtocol
from core.errors import DeviceError

if TYPE_CHECKING:
    from core.render.device import Precision

_log = logging.getLogger(__name__)


def make_engine(device: str = "auto", precision: Precision = "auto") -> EngineProtocol:
    """The engine with the pack that ships, on the device asked for; on the fastest where that is not there.

    Raises `PackError` when there is no pack that works.
    """
    from core.packs import default_pack

    pack = default_pack()
    preload_torch()
    from core.render.device import choose_device
    from core.render.engine import Engine

    try:
        choice = choose_device(device, precision)
    except DeviceError as error:  # a card that was taken out must not keep anybody from working
        _log.warning("%s", error)
        choice = choose_device(precision=precision)
    return Engine(pack, choice)


def preload_torch() -> None:
    """Load torch's large library without holding Python's lock.

    An import holds the lock while the library is mapped and initialised, and the window stands still for
    that long; the same dlopen called through ctypes lets the window's thread run. Where anything is not as
    expected, nothing happens and the import does it all. Windows' torch loads its libraries this way itself.
    """
    if os.name != "posix" or "torch" in sys.modules:
        return
    spec = importlib.util.find_spec("torch")
    folder = Path(spec.origin).parent / "lib" if spec is not None and spec.origin else None
    if folder is None or not folder.is_dir():
        return
    suffix = "dylib" if sys.platform == "darwin" else "so"
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype, dlopen.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    for name, flags in (("libtorch_global_deps", os.RTLD_GLOBAL), ("libtorch_cpu", os.RTLD_LOCAL)):
        path = folder / f"{name}.{suffix}"
        if path.exists() and not dlopen(os.fsencode(path), os.RTLD_NOW | flags):
            _log.info("%s could not be loaded ahead", path.name)
