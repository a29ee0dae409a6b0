"""Small things that every training task needs: batches to network tensors, picture grids, settings."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.codec import from_json
from core.errors import SemblanceError
from core.labels import palette

T = TypeVar("T")

PRECISIONS: Mapping[str, torch.dtype] = {
    "bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32,
}  # fmt: skip


class TrainingError(SemblanceError):
    """A run cannot start or go on: wrong settings, wrong data, no room."""


def build(kind: type[T], values: Mapping[str, Any]) -> T:
    """A (nested) frozen dataclass from plain values.

    Raises `ValueError` for settings that are unknown, missing or of the wrong kind.
    """
    return from_json(kind, dict(values), "the settings")


def load_config(kind: type[T], path: Path, overrides: Sequence[str] = ()) -> T:
    """Read a TOML file into a config dataclass; `overrides` are `table.key=value` in TOML syntax.

    `extends = "FILE"` at the top of the file lays it over another. Raises `ValueError` for settings that
    are unknown or of the wrong kind, and for broken TOML.
    """
    values = _read_values(path)
    for override in overrides:
        key, _, text = override.partition("=")
        *tables, last = key.strip().split(".")
        target = values
        for table in tables:
            target = target.setdefault(table, {})
        target[last] = _value(text.strip())
    return build(kind, values)


def _read_values(path: Path) -> dict[str, Any]:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    base = values.pop("extends", None)
    return values if base is None else _merged(_read_values(path.parent / base), values)


def _merged(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in above.items():
        inner = below.get(key)
        below[key] = _merged(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return below


def _value(text: str) -> Any:
    """A TOML value; a bare path or word counts as text, since shells eat the quotes."""
    if re.fullmatch(r"[^\W\d][\w./:\\-]*|[./~][\w./:\\~-]*", text) and text not in (
        "true",
        "false",
        "inf",
        "nan",
    ):
        return text
    return tomllib.loads(f"v = {text}")["v"]


def rate_share(step: int, decay_from: int, decay_steps: int) -> float:
    """Share of the learning rate at a step: 1 up to `decay_from`, then linearly to 0.1 in `decay_steps`."""
    return max(0.1, 1 - max(0, step - decay_from) / decay_steps)


def cosine_share(step: int, steps: int, warm: int) -> float:
    """Share of the learning rate at a step: up in `warm` steps, and down a half cosine to 0 at `steps`."""
    return min(1.0, (step + 1) / warm) * 0.5 * (1 + math.cos(math.pi * min(step / steps, 1.0)))


def autocast(device: torch.device, precision: str) -> AbstractContextManager[object]:
    """Networks compute in this precision (a key of `PRECISIONS`) inside."""
    return torch.autocast(device.type, PRECISIONS[precision], enabled=precision != "fp32")


N = TypeVar("N", bound=nn.Module)


def place(network: N, device: torch.device) -> N:
    """The network on the device, in channels-last memory."""
    network.to(device)
    network.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue] - torch lacks the overload
    return network


def to_device(batch: Mapping[str, Tensor], device: torch.device) -> dict[str, Tensor]:
    return {key: value.to(device, non_blocking=True) for key, value in batch.items()}


def first(batch: Mapping[str, Tensor], count: int, device: torch.device) -> dict[str, Tensor]:
    """The first samples of a batch, for a sample sheet."""
    return {key: value[:count] for key, value in to_device(batch, device).items()}


def picture(rgb: Tensor) -> Tensor:
    """uint8 `(N, H, W, 3)` -> float `(N, 3, H, W)` in [-1, 1], channels last."""
    return rgb.permute(0, 3, 1, 2).float() / 127.5 - 1


def layer(rgba: Tensor) -> Tensor:
    """uint8 accessory layer `(N, H, W, 4)` (alpha, premultiplied colour) -> `(N, 4, H, W)` in 0..1."""
    return rgba.permute(0, 3, 1, 2).float() / 255


def to_bytes(pictures: Tensor) -> NDArray[np.uint8]:
    """`(N, 3, H, W)` in [-1, 1] -> uint8 `(N, H, W, 3)`."""
    scaled = (pictures.detach().float().clamp(-1, 1) + 1) * 127.5 + 0.5
    return scaled.permute(0, 2, 3, 1).to(torch.uint8).cpu().numpy()


def grid(rows: Sequence[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Rows of `(N, H, W, 3)` pictures, one under another."""
    return np.vstack([np.hstack(list(row)) for row in rows])


def coloured(label_map: Tensor) -> NDArray[np.uint8]:
    """Label maps `(N, H, W)` in display colours."""
    return palette()[label_map.cpu().numpy().astype(np.uint8)]
