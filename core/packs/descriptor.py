"""The descriptor `pack.json`: what a pack says about itself, read with every field checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, cast

from core.codec import Matching, Within, from_json, to_json
from core.errors import PackError

DESCRIPTOR_VERSION = 1
DESCRIPTOR_FILE = "pack.json"
FileName = Annotated[str, Matching(r"(?!\.{1,2}\Z)[^/\\:]+", "the name of a file in the pack")]
"""A descriptor may come from anywhere: it must not reach outside its own folder."""


@dataclass(frozen=True)
class NetworkEntry:
    """One network of a pack: its file, what to build, and how to know that the file is the right one."""

    file: FileName
    architecture: str
    config: Mapping[str, Any]
    sha256: str
    parameters: int


@dataclass(frozen=True)
class TensorEntry:
    """A file of plain tensors beside the networks (roles `typical_styles` and `directions`)."""

    file: FileName
    sha256: str


@dataclass(frozen=True)
class AttributeSupport:
    """Whether the pack can change an attribute, and in plain words where it does so badly; what seldom passes
    for a photograph is `experimental`."""

    supported: bool = True
    weak: str = ""
    experimental: bool = False


@dataclass(frozen=True)
class DirectionEntry:
    """What the two ends of a named direction are called, and where it works badly; as `AttributeSupport`."""

    less: str
    more: str
    weak: str = ""
    experimental: bool = False


@dataclass(frozen=True)
class PackDescriptor:
    """What `pack.json` holds. `crop_size` is in pixels; `networks` and `tensors` are by role.

    `falls_back_to` names the pack that lends the networks which this one lacks; empty means none. `sources`
    are the files that an imported pack was made from, with their SHA-256. Below the mean `certain`ty of its
    parser, 0..1, it is not clear what belongs to a part ("face", "hair").
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
    certain: Mapping[str, float] = field(default_factory=dict[str, float])

    def to_json(self) -> str:
        """The text of `pack.json`."""
        content = {"descriptor_version": DESCRIPTOR_VERSION, **to_json(self)}
        return json.dumps(content, indent=1) + "\n"


@dataclass(frozen=True)
class _Head:
    descriptor_version: Annotated[int, Within(1, 10**6)]


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
    version = from_json(_Head, content, f"the file {path}", PackError, lenient=True).descriptor_version
    if version > DESCRIPTOR_VERSION:
        raise PackError(
            f"The model pack {folder.name} was made for a newer Semblance "
            f"(descriptor {version}; this one reads {DESCRIPTOR_VERSION})."
        )
    fields = cast("dict[str, Any]", content)
    body = {name: value for name, value in fields.items() if name != "descriptor_version"}
    return from_json(PackDescriptor, body, f"the file {path}", PackError)
