"""Where and how the networks run: device, number format, memory layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DeviceName = Literal["cuda", "mps", "cpu"]


@dataclass(frozen=True)
class DeviceChoice:
    """`half` is bf16 autocast (CPU) or fp16 autocast (GPU); `channels_last` the memory layout."""

    name: DeviceName
    half: bool = False
    channels_last: bool = False
