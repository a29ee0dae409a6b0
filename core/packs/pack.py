"""Opening, verifying, building and writing packs. torch is imported only when a network is built."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from core.codec import to_json
from core.errors import PackError
from core.packs.architectures import architecture_of, build_network
from core.packs.descriptor import (
    DESCRIPTOR_FILE,
    AttributeSupport,
    DirectionEntry,
    NetworkEntry,
    PackDescriptor,
    TensorEntry,
    read_descriptor,
)

if TYPE_CHECKING:
    from torch import Tensor, nn

_log = logging.getLogger(__name__)
BUNDLED_PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"
DEFAULT_PACK = "portrait-256"
CARD_FILE = "MODEL_CARD.md"
LIBRARY_FOLDER = "packs"
_TOGETHER = ("sem_", "syn_")
"""Networks that were trained with one another: a pack has all of such a family or borrows all of it."""


class Pack:
    """A folder of weights with its descriptor. Files are verified when they are first read.

    What a pack lacks it takes from `fallback`, where it names one: an imported pack need not have a
    detector. SEM's and SYN's networks never come half from the one and half from the other.
    """

    def __init__(self, folder: Path, descriptor: PackDescriptor) -> None:
        self.folder = folder
        self.descriptor = descriptor
        self._fallback: Pack | None = None

    @classmethod
    def open(cls, folder: Path) -> Pack:
        """The pack in `folder`. Raises `PackError` when the folder, descriptor or a named file is missing."""
        pack = cls(folder, read_descriptor(folder))
        entries = (*pack.descriptor.networks.values(), *pack.descriptor.tensors.values())
        for entry in entries:
            if not (folder / entry.file).is_file():
                raise PackError(f"The model pack {pack.name} is incomplete: {entry.file} is missing.")
        return pack

    @property
    def name(self) -> str:
        return self.descriptor.name

    @property
    def roles(self) -> frozenset[str]:
        """The networks that the pack itself has."""
        return frozenset(self.descriptor.networks)

    def without(self, role: str) -> Pack:
        """The same pack as if it lacked a network."""
        networks = {name: entry for name, entry in self.descriptor.networks.items() if name != role}
        return Pack(self.folder, replace(self.descriptor, networks=networks))

    @property
    def digest(self) -> str:
        """SHA-256 over what decides the pixels: every network and its weights, those of the fallback too.

        Raises `PackError` when the fallback is not installed.
        """
        said = self.descriptor
        networks = {role: [n.architecture, n.config, n.sha256] for role, n in said.networks.items()}
        tensors = {role: entry.sha256 for role, entry in said.tensors.items()}
        lent = self.fallback.digest if self.fallback is not None else ""
        content = json.dumps([said.method, said.crop_size, networks, tensors, lent], sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()

    @property
    def fallback(self) -> Pack | None:
        """The pack that lends what this one lacks. Raises `PackError` when it is not installed."""
        name = self.descriptor.falls_back_to
        if not name:
            return None
        if self._fallback is None:
            lender = installed_pack(name)
            if lender.descriptor.falls_back_to:
                raise PackError(f"The model pack {self.name} falls back to {name}, which itself does so.")
            self._fallback = lender
        return self._fallback

    def lender(self, role: str) -> Pack:
        """The pack whose network of that role is used: this one or its fallback."""
        family = next((start for start in _TOGETHER if role.startswith(start)), role)
        if any(own.startswith(family) for own in self.roles):
            return self
        return self.fallback or self

    def build(self, role: str) -> nn.Module:
        """The network of that role: float32, on the CPU, in eval mode, without gradients.

        Raises `PackError` when the pack lacks it, or its file is damaged or does not fit.
        """
        lender = self.lender(role)
        if lender is not self:
            return lender.build(role)
        entry = self.descriptor.networks.get(role)
        if entry is None:
            raise PackError(f"The model pack {self.name} has no network for “{role}”.")
        network = build_network(entry.architecture, entry.config, self.name)
        state = self._load(entry)
        try:
            network.load_state_dict({key: _widened(value) for key, value in state.items()})
        except RuntimeError as error:
            raise PackError(
                f"{entry.file} of the model pack {self.name} does not fit the network that "
                f"{DESCRIPTOR_FILE} describes."
            ) from error
        return network.eval().requires_grad_(False)

    def tensors(self, role: str) -> dict[str, Tensor] | None:
        """The plain tensors of that role, None where the pack has none. Raises `PackError` when damaged.

        They are styles of SYN's networks, and so come from where those do.
        """
        lender = self.lender("syn_generator")
        if lender is not self:
            return lender.tensors(role)
        entry = self.descriptor.tensors.get(role)
        return None if entry is None else self._load(entry)

    @property
    def offers(self) -> PackDescriptor:
        """What the pack can do, for people: its descriptor, with what its lender says of what it borrows."""
        layouts, styles = self.lender("sem_generator").descriptor, self.lender("syn_generator").descriptor
        return replace(self.descriptor, attributes=layouts.attributes, directions=styles.directions)

    @property
    def directions(self) -> Mapping[str, DirectionEntry]:
        """The named directions, in the order in which a person should meet them."""
        return self.offers.directions

    def require(self, roles: Collection[str]) -> None:
        """Raises `PackError` unless the pack brings some of these networks, and has or borrows the others.

        One of classifiers alone borrows all that edits, and would only be its lender under another name.
        """
        if self.roles.isdisjoint(roles):
            raise PackError(f"The model pack {self.name} holds nothing that edits photos.")
        for role in sorted(roles):
            if role not in self.lender(role).roles:
                raise PackError(f"The model pack {self.name} has no network for “{role}”.")

    def verify(self) -> None:
        """Check every file against its hash. Raises `PackError` at the first that differs."""
        for entry in (*self.descriptor.networks.values(), *self.descriptor.tensors.values()):
            self._read(entry)

    def _read(self, entry: NetworkEntry | TensorEntry) -> bytes:
        try:
            data = (self.folder / entry.file).read_bytes()
        except OSError as error:
            raise PackError(f"{entry.file} of the model pack {self.name} cannot be read.") from error
        if hashlib.sha256(data).hexdigest() != entry.sha256:
            raise PackError(
                f"{entry.file} of the model pack {self.name} is damaged or was changed: "
                "its checksum is not the one in the descriptor. Install the pack again."
            )
        return data

    def _load(self, entry: NetworkEntry | TensorEntry) -> dict[str, Tensor]:
        from safetensors import SafetensorError
        from safetensors.torch import load

        try:
            return load(self._read(entry))
        except SafetensorError as error:
            raise PackError(
                f"{entry.file} of the model pack {self.name} is not a safetensors file."
            ) from error


def _widened(value: Tensor) -> Tensor:
    return value.float() if value.is_floating_point() else value


def user_packs() -> Path:
    """The folder of the packs that the person installed. It need not be there."""
    return Path(platformdirs.user_data_dir("Semblance", appauthor=False)) / LIBRARY_FOLDER


def pack_folders() -> list[Path]:
    """Where packs are looked for: those that ship, then those that the person installed."""
    folders: list[Path] = []
    for parent in (BUNDLED_PACKS, user_packs()):
        if parent.is_dir():
            folders += sorted(path for path in parent.iterdir() if (path / DESCRIPTOR_FILE).is_file())
    return folders


def find_packs() -> list[Pack]:
    """Every pack that opens, the default first. One that does not is logged and left out."""
    packs: list[Pack] = []
    for folder in pack_folders():
        try:
            packs.append(Pack.open(folder))
        except PackError as error:
            _log.warning("%s", error)
    return sorted(packs, key=lambda pack: pack.name != DEFAULT_PACK)


def default_pack() -> Pack:
    """The pack that ships. Raises `PackError` when it is missing or damaged."""
    shipped = BUNDLED_PACKS / DEFAULT_PACK
    if shipped.is_dir():
        return Pack.open(shipped)
    packs = find_packs()
    if not packs:
        raise PackError(f"No model pack is installed. One is expected at {shipped}.")
    return packs[0]


def installed_pack(name: str) -> Pack:
    """The installed pack of that name. Raises `PackError` that lists those that there are."""
    folders = pack_folders()
    for folder in folders:
        if folder.name == name:
            return Pack.open(folder)
    known = ", ".join(folder.name for folder in folders) or "none"
    raise PackError(f"There is no model pack “{name}”. Installed are: {known}.")


def open_pack(place: str | Path) -> Pack:
    """The pack in that folder, or else the installed one of that name. Raises `PackError` as they do."""
    return Pack.open(Path(place)) if Path(place).is_dir() else installed_pack(str(place))


def write_pack(
    folder: Path,
    networks: Mapping[str, nn.Module],
    *,
    name: str,
    title: str,
    version: str,
    licence: str,
    card: str,
    method: str = "smile",
    crop_size: int = 256,
    tensors: Mapping[str, Mapping[str, Tensor]] | None = None,
    attributes: Mapping[str, AttributeSupport] | None = None,
    falls_back_to: str = "",
    sources: Mapping[str, str] | None = None,
    directions: Mapping[str, DirectionEntry] | None = None,
    half: bool = True,
) -> Pack:
    """Write networks (by role; each has a dataclass `config`), tensor files and the card as a pack.

    With `half`, weights are stored as float16 except where a value would overflow it. The descriptor goes
    last, so an interrupted write leaves no pack that opens. Raises `PackError` for a network of no known
    architecture.
    """
    folder.mkdir(parents=True, exist_ok=True)
    entries = {role: _written(folder, role, network, half) for role, network in networks.items()}
    extras: dict[str, TensorEntry] = {}
    for role, content in (tensors or {}).items():
        file = f"{role}.safetensors"
        extras[role] = TensorEntry(file, _write_tensors(folder / file, content, half))
    (folder / CARD_FILE).write_text(card, encoding="utf-8")
    descriptor = PackDescriptor(
        name, title, version, licence, method, crop_size, entries, extras, dict(attributes or {}),
        falls_back_to, dict(sources or {}), dict(directions or {}),
    )  # fmt: skip
    (folder / DESCRIPTOR_FILE).write_text(descriptor.to_json(), encoding="utf-8")
    return Pack.open(folder)


def _written(folder: Path, role: str, network: nn.Module, half: bool) -> NetworkEntry:
    """Write one network's weights; returns its entry."""
    file, architecture = f"{role}.safetensors", architecture_of(network)
    sha256 = _write_tensors(folder / file, network.state_dict(), half)
    config: Any = network.config
    parameters = sum(p.numel() for p in network.parameters())
    return NetworkEntry(file, architecture, to_json(config), sha256, parameters)


def add_directions(
    pack: Pack, tensors: Mapping[str, Tensor], directions: Mapping[str, DirectionEntry], version: str = ""
) -> Pack:
    """Store named directions (see `core.methods.smile.directions`) in a pack, in place of those that it has.

    The pack becomes `version`, where one is given.
    """
    file = "directions.safetensors"
    entry = TensorEntry(file, _write_tensors(pack.folder / file, tensors, half=False))
    said = pack.descriptor
    extras = {**said.tensors, "directions": entry}
    changed = replace(said, tensors=extras, directions=dict(directions), version=version or said.version)
    (pack.folder / DESCRIPTOR_FILE).write_text(changed.to_json(), encoding="utf-8")
    return Pack.open(pack.folder)


def add_network(pack: Pack, role: str, network: nn.Module, version: str = "") -> Pack:
    """Store a network under its role in a pack, as fp16, in place of the one that it has.

    The pack becomes `version`, where one is given. Raises `PackError` for a network of no known architecture.
    """
    said = pack.descriptor
    networks = {**said.networks, role: _written(pack.folder, role, network, half=True)}
    changed = replace(said, networks=networks, version=version or said.version)
    (pack.folder / DESCRIPTOR_FILE).write_text(changed.to_json(), encoding="utf-8")
    return Pack.open(pack.folder)


def _write_tensors(path: Path, tensors: Mapping[str, Tensor], half: bool) -> str:
    """Write one safetensors file; returns its sha256."""
    from safetensors.torch import save

    data = save({key: _narrowed(value, half) for key, value in tensors.items()})
    path.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def _narrowed(value: Tensor, half: bool) -> Tensor:
    value = value.detach().cpu().contiguous().clone()  # a clone: safetensors refuses shared storage
    if not value.is_floating_point():
        return value
    narrow = value.half() if half else value.float()
    return narrow if bool(narrow.isfinite().all()) else value.float()
