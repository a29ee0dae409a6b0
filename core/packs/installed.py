"""The packs on this computer: which there are, whether their files are whole, and taking one away."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.errors import PackError
from core.packs.descriptor import DESCRIPTOR_FILE
from core.packs.pack import BUNDLED_PACKS, CARD_FILE, DEFAULT_PACK, Pack, pack_folders

WEIGHTS_SUFFIX = ".safetensors"


@dataclass(frozen=True, eq=False)
class InstalledPack:
    """A pack's folder. `pack` is None when it does not open, and `fault` says why in a sentence."""

    folder: Path
    bundled: bool
    size: int
    pack: Pack | None
    fault: str = ""

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def ships_as_default(self) -> bool:
        return self.bundled and self.name == DEFAULT_PACK


def installed_packs() -> tuple[InstalledPack, ...]:
    """Every pack, those that ship first; damaged ones too. `size` is in bytes. Hashes are not checked."""
    return tuple(_look_at(folder) for folder in pack_folders())


def verify_pack(installed: InstalledPack) -> str:
    """Check every file against its SHA-256. Empty when all is well, else a sentence on the first fault."""
    if installed.pack is None:
        return installed.fault
    try:
        installed.pack.verify()
    except PackError as error:
        return str(error)
    return ""


def find_installed(name: str) -> InstalledPack:
    """The pack of that name. Raises `PackError` that lists those that there are."""
    packs = installed_packs()
    for each in packs:
        if each.name == name:
            return each
    known = ", ".join(each.name for each in packs) or "none"
    raise PackError(f"There is no model pack “{name}”. Installed are: {known}.")


def remove_pack(name: str) -> Path:
    """Delete an installed pack's own files, and its folder unless something else lies in it.

    The descriptor goes last: what an interruption leaves is still listed and can be removed again. Returns
    the folder. Raises `PackError` for packs that ship with Semblance, unknown ones, and those that others
    borrow from.
    """
    installed = find_installed(name)
    if installed.bundled:
        raise PackError(f"“{name}” ships with Semblance and stays; only packs that you installed can go.")
    borrowers = [
        each.name
        for each in installed_packs()
        if each.pack is not None and each.pack.descriptor.falls_back_to == name
    ]
    if borrowers:
        raise PackError(f"“{name}” is needed by {', '.join(borrowers)}; remove that first.")
    folder = installed.folder
    try:
        weights = [path for path in folder.iterdir() if path.suffix == WEIGHTS_SUFFIX]
        for path in (*weights, folder / CARD_FILE, folder / DESCRIPTOR_FILE):
            path.unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
    except OSError as error:
        raise PackError(f"“{name}” cannot be removed ({error.strerror or error}).") from error
    return folder


def _look_at(folder: Path) -> InstalledPack:
    size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    bundled = folder.parent == BUNDLED_PACKS
    try:
        return InstalledPack(folder, bundled, size, Pack.open(folder))
    except PackError as error:
        return InstalledPack(folder, bundled, size, None, str(error))
