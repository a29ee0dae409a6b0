"""Makes the real engine. Called on the worker thread, which is where torch gets imported."""

from __future__ import annotations

import ctypes
import importlib.util
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.engine.editing import EditingEngine
from app.words.translate import mark, tr
from core.errors import DeviceError, PackError

if TYPE_CHECKING:
    from core.packs import Pack
    from core.render.device import Precision

_log = logging.getLogger(__name__)
_GONE = mark("The model pack “{pack}” is no longer here, so the one that ships with Semblance is used.")
_UNUSABLE = mark(
    "The model pack “{pack}” cannot be used, so the one that ships with Semblance is used. {why}"
)


def make_engine(device: str = "auto", precision: Precision = "auto", pack: str = "") -> EditingEngine:
    """The engine with the installed pack of that name, or ("") the one that ships, on the device asked for.

    Where the device is not there it is the fastest; where the pack cannot be used it is the one that ships,
    and the engine's `notice` says so. Raises `PackError` when there is no pack that works.
    """
    opened, notice = _open(pack)
    preload_torch()
    from core.methods.registry import companions
    from core.render.device import choose_device
    from core.render.engine import Engine

    try:
        choice = choose_device(device, precision)
    except DeviceError as error:  # a card that was taken out must not keep anybody from working
        _log.warning("%s", error)
        choice = choose_device(precision=precision)
    return Engine(opened, choice, notice, companions(opened))


def _open(name: str) -> tuple[Pack, str]:
    """The pack to work with, and a sentence where it is not the one that was chosen."""
    from core.methods.registry import require_editing
    from core.packs import default_pack
    from core.packs.installed import find_installed, verify_pack

    if not name:
        return default_pack(), ""
    try:
        chosen = find_installed(name)
    except PackError as error:
        _log.warning("%s", error)
        return default_pack(), tr(_GONE, pack=name)
    # weights are read when they are first needed: unchecked, a damaged pack would fail at every edit instead
    fault = verify_pack(chosen)
    if chosen.pack is not None and not fault:
        try:
            require_editing(chosen.pack)
        except PackError as error:
            fault = str(error)
        else:
            return chosen.pack, ""
    _log.warning("%s", fault)
    return default_pack(), tr(_UNUSABLE, pack=name, why=tr(fault))


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
