"""Tensors of released files by name: counted, renamed, and checked for what is made anew."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import torch
from torch import Tensor

State = Mapping[str, Tensor]
Leaves = Mapping[str, str]


@dataclass(frozen=True)
class Names:
    """One network's names. `places` maps modules; `leaves` by place what is called otherwise within;
    `dropped` are patterns of tensors that are not needed."""

    places: Mapping[str, str]
    leaves: Mapping[str, Leaves] = field(default_factory=dict[str, Leaves])
    dropped: tuple[str, ...] = ()


def translate(state: State, names: Names) -> dict[str, Tensor]:
    """The tensors under our names. Raises `ValueError` that names one for which there is no place."""
    result: dict[str, Tensor] = {}
    longest_first = sorted(names.places, key=len, reverse=True)
    for key, value in state.items():
        if any(re.fullmatch(pattern, key) for pattern in names.dropped):
            continue
        place = next((p for p in longest_first if key.startswith(p + ".")), None)
        if place is None:
            raise ValueError(f"it has “{key}”, which this kind of network does not have")
        leaf = key.removeprefix(place + ".")
        result[f"{names.places[place]}.{names.leaves.get(place, {}).get(leaf, leaf)}"] = value
    return result


def count(state: State, pattern: str) -> int:
    """How many numbers from 0 on the pattern, with `{}` for the number, finds without a gap."""
    found = 0
    while pattern.format(found) in state:
        found += 1
    return found


def part(state: State, starts: Iterable[str]) -> dict[str, Tensor]:
    """The tensors whose name starts with one of these."""
    chosen = tuple(starts)
    return {key: value for key, value in state.items() if key.startswith(chosen)}


def check_blurs(state: State, enlarging: Collection[str] = ()) -> None:
    """StyleGAN2's low-pass filters are not taken over but made anew: they must be what is made.

    Those in `enlarging`, and those that are called blur or upsample, have four times the gain. Raises
    `ValueError`.
    """
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0])
    kernel = torch.outer(taps, taps) / 64
    for key, value in state.items():
        if not key.endswith(".kernel"):
            continue
        gain = 4.0 if key in enlarging or ".blur." in key or ".upsample." in key else 1.0
        if value.shape != kernel.shape or not torch.allclose(value.float(), kernel * gain, atol=1e-5):
            raise ValueError(f"its low-pass filter “{key}” is another one")
