"""The descriptor `pack.json`: what a pack says about itself, read with every field checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar, cast

from core.errors import PackError

DESCRIPTOR_VERSION = 1
DESCRIPTOR_FILE = "pack.json"

T = TypeVar("T")


@dataclass(frozen=True)
class NetworkEntry:
    """One network of a pack: its file, what to build, and how to know that the file is the right one."""

    file: str
    architecture: str
    config: Mapping[str, Any]
    sha256: str
    parameters: int


@dataclass(frozen=True)
class TensorEntry:
    """A file of plain tensors beside the networks (roles `typical_styles` and `directions`)."""

    file: str
    sha256: str


@dataclass(frozen=True)
class AttributeSupport:
    """Whether the pack can change an attribute, and in plain words where it does so badly."""

    supported: bool = True
    weak: str = ""


@dataclass(frozen=True)
class DirectionEntry:
    """What the two ends of a named direction are called, and where it works badly."""

    less: str
    more: str
    weak: str = ""


@dataclass(frozen=True)
class PackDescriptor:
    """What `pack.json` holds. `crop_size` is in pixels; `networks` and `tensors` are by role.

    `falls_back_to` names the pack that lends the networks which this one lacks; empty means none. `sources`
    are the files that an imported pack was made from, with their SHA-256.
    """

    name: str
    title: str
    version: str
    licence: str
    method: str
    crop_size: int
    networks: Mapping[str, NetworkEntry]
    tensors: Mapping[str, TensorEntry] = field(default_factory=dict[str, TensorEntry])
    attributes: Mapping[str, AttributeSupport] = field(default_factory=dict[str, AttributeSupport])
    falls_back_to: str = ""
    sources: Mapping[str, str] = field(default_factory=dict[str, str])
    directions: Mapping[str, DirectionEntry] = field(default_factory=dict[str, DirectionEntry])

    def to_json(self) -> str:
        """The text of `pack.json`."""
        return json.dumps({"descriptor_version": DESCRIPTOR_VERSION, **asdict(self)}, indent=1) + "\n"


def read_descriptor(folder: Path) -> PackDescriptor:
    """The descriptor of the pack in `folder`. Raises `PackError` that names the fault and the file."""
    path = folder / DESCRIPTOR_FILE
    if not folder.is_dir():
        raise PackError(f"There is no model pack at {folder}.")
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PackError(f"{folder} is not a model pack: it has no {DESCRIPTOR_FILE}.") from None
    except (OSError, ValueError, RecursionError) as error:
        raise PackError(f"The model pack's {path} cannot be read.") from error
    fields = _object(content, path, "The file")
    _check_version(fields, path)
    return PackDescriptor(
        name=_get(fields, "name", str, path),
        title=_get(fields, "title", str, path),
        version=_get(fields, "version", str, path),
        licence=_get(fields, "licence", str, path),
        method=_get(fields, "method", str, path),
        crop_size=_get(fields, "crop_size", int, path),
        networks={role: _network(v, path) for role, v in _children(fields, "networks", path).items()},
        tensors={role: _tensors(v, path) for role, v in _children(fields, "tensors", path).items()},
        attributes={name: _support(v, path) for name, v in _children(fields, "attributes", path).items()},
        falls_back_to=_get({"falls_back_to": "", **fields}, "falls_back_to", str, path),
        sources={file: str(sha256) for file, sha256 in _children(fields, "sources", path).items()},
        directions={name: _direction(v, path) for name, v in _children(fields, "directions", path).items()},
    )


def _check_version(fields: Mapping[str, object], path: Path) -> None:
    version = _get(fields, "descriptor_version", int, path)
    if version > DESCRIPTOR_VERSION:
        raise PackError(
            f"The model pack {path.parent.name} was made for a newer Semblance "
            f"(descriptor {version}; this one reads {DESCRIPTOR_VERSION})."
        )


def _network(content: object, path: Path) -> NetworkEntry:
    fields = _object(content, path, "A network")
    return NetworkEntry(
        file=_file_name(fields, path),
        architecture=_get(fields, "architecture", str, path),
        config=_children(fields, "config", path),
        sha256=_get(fields, "sha256", str, path),
        parameters=_get(fields, "parameters", int, path),
    )


def _tensors(content: object, path: Path) -> TensorEntry:
    fields = _object(content, path, "A tensor file")
    return TensorEntry(_file_name(fields, path), _get(fields, "sha256", str, path))


def _support(content: object, path: Path) -> AttributeSupport:
    fields = _object(content, path, "An attribute")
    return AttributeSupport(_get(fields, "supported", bool, path), _get(fields, "weak", str, path))


def _direction(content: object, path: Path) -> DirectionEntry:
    fields = _object(content, path, "A direction")
    less, more, weak = (_get(fields, key, str, path) for key in ("less", "more", "weak"))
    return DirectionEntry(less, more, weak)


def _file_name(fields: Mapping[str, object], path: Path) -> str:
    name = _get(fields, "file", str, path)
    # A descriptor may come from anywhere: it must not reach outside its own folder.
    if PurePosixPath(name).name != name or "\\" in name or ":" in name or name in ("", ".", ".."):
        raise PackError(f"In {path}, “{name}” is not the name of a file in the pack.")
    return name


def _children(fields: Mapping[str, object], name: str, path: Path) -> dict[str, object]:
    return _object(fields.get(name, {}), path, f"“{name}”")


def _object(content: object, path: Path, what: str) -> dict[str, object]:
    if not isinstance(content, dict):
        raise PackError(f"In {path}: {what} is not a JSON object.")
    return cast("dict[str, object]", content)


def _get(fields: Mapping[str, object], name: str, kind: type[T], path: Path) -> T:
    value = fields.get(name)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise PackError(f"In {path}, “{name}” is missing or of the wrong kind.")
    return value
