"""Where and how the networks run: device, number format, memory layout."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass
from typing import Literal, cast

import torch

from core.errors import DeviceError

DeviceName = Literal["cuda", "mps", "cpu"]
Precision = Literal["auto", "bf16", "fp32"]
AUTOMATIC = "auto"
_WANTED = re.compile(r"(cpu|mps|cuda)(?::(\d+))?")


@dataclass(frozen=True)
class DeviceChoice:
    """`half` computes in bfloat16 under autocast; `channels_last` is the memory layout of convolutions.

    `index` counts graphics devices of one kind. `precision` is what was asked for: it holds for the CPU as
    well when that has to take over.
    """

    name: DeviceName
    half: bool = False
    channels_last: bool = False
    index: int = 0
    precision: Precision = "auto"

    @property
    def torch_name(self) -> str:
        """How torch calls the device."""
        return f"cuda:{self.index}" if self.name == "cuda" else self.name


@dataclass(frozen=True)
class FoundDevice:
    """A device of this machine: `key` is what `choose_device` takes, `title` what a person reads."""

    key: str
    title: str


def choose_device(wanted: str = AUTOMATIC, precision: Precision = "auto") -> DeviceChoice:
    """The device asked for ("auto", "cpu", "mps", "cuda", "cuda:1"); "auto" is the fastest that is there.

    The choice rests on what the hardware says of itself and not on a timing, so that the same machine
    always renders the same pixels. On CPUs with bfloat16 units (AVX-512 BF16, AMX) bfloat16 is used: on an
    EPYC core it saves a quarter of the time of SMILE_SYN and SMILE_SEM and a third of the parser's; CPUs
    without such units only emulate it. Raises `DeviceError` when the device asked for is not there.
    """
    if wanted == AUTOMATIC:
        wanted = _fastest()
    match = _WANTED.fullmatch(wanted)
    if match is None:
        raise DeviceError(f"“{wanted}” is not a device that Semblance knows.")
    name, index = cast(DeviceName, match[1]), int(match[2] or 0)
    if index >= _count(name):
        raise DeviceError(f"The device {wanted} is not there, or cannot be used.")
    if name == "cuda":
        half = _half(precision, torch.cuda.is_bf16_supported())
        return DeviceChoice("cuda", half, channels_last=True, index=index, precision=precision)
    if name == "mps":
        return DeviceChoice("mps", _half(precision, False), precision=precision)
    return cpu_choice(precision)


def cpu_choice(precision: Precision = "auto") -> DeviceChoice:
    """How the networks run on this machine's CPU."""
    capabilities = torch.cpu.get_capabilities()
    fast = bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))
    return DeviceChoice("cpu", _half(precision, fast), channels_last=True, precision=precision)


def found_devices() -> tuple[FoundDevice, ...]:
    """Every device that can be asked for, graphics devices first. The first call may take a second."""
    keys = [f"cuda:{index}" for index in range(_count("cuda"))] + ["mps"] * _count("mps") + ["cpu"]
    return tuple(FoundDevice(key, _title(key)) for key in keys)


def describe(choice: DeviceChoice) -> str:
    """A choice in words: "Processor (x86_64), bf16"."""
    return f"{_title(choice.torch_name)}, {'bf16' if choice.half else 'fp32'}"


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether a device ran out of memory: CUDA has a class for it, MPS only words."""
    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in str(error).lower()


def _fastest() -> str:
    return next(name for name in ("cuda", "mps", "cpu") if _count(name))


def _count(name: DeviceName) -> int:
    if name == "cuda":
        return torch.cuda.device_count() if torch.cuda.is_available() else 0
    return int(torch.backends.mps.is_available()) if name == "mps" else 1


def _half(precision: Precision, otherwise: bool) -> bool:
    return otherwise if precision == "auto" else precision == "bf16"


def _title(key: str) -> str:
    if key.startswith("cuda"):
        return torch.cuda.get_device_name(key)
    return "Apple graphics" if key == "mps" else f"Processor ({platform.machine()})"
