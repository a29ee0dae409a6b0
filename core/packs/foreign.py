"""Reading weight files that others made: tensors and nothing else, or a sentence on why not."""

from __future__ import annotations

import argparse
import errno
import hashlib
import pickle
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import torch
from torch import Tensor

from core.errors import PackError

_WRAPPERS = ("g_ema", "state_dict")
_NOT_WEIGHTS: Mapping[bytes, str] = {
    b"<!doctype": "is a web page: the download did not give the weights but a notice",
    b"<html": "is a web page: the download did not give the weights but a notice",
    b"version https://git-lfs": "is a Git LFS pointer: the weights themselves were not fetched",
}
_LARGEST_TABLE = 20_000


@dataclass(frozen=True, eq=False)
class WeightFile:
    """A file's tensors by the name they have there, and the file's own hash.

    `options` are those that its training was started with, where the file has them (`args`); `beside` are
    tensors at the top of a file whose network lies in a table of its own, such as a mean code.
    """

    path: Path
    sha256: str
    tensors: Mapping[str, Tensor]
    options: Mapping[str, object] = field(default_factory=dict[str, object])
    beside: Mapping[str, Tensor] = field(default_factory=dict[str, Tensor])


def read_weights(path: Path) -> WeightFile:
    """The tensors of a `.pth`, `.pt`, `.ckpt` or `.safetensors` file.

    Tables within the file (`g_ema`, `state_dict`) are opened, and `module.` before names is taken off.
    Nothing but tensors and plain values is ever unpickled. Raises `PackError` for anything else.
    """
    if not path.is_file():
        raise PackError(f"There is no file {path}.")
    try:
        content = _load(path)
    except PackError:
        raise
    except MemoryError as error:
        raise PackError(f"{path.name} does not fit into this computer's memory.") from error
    except OSError as error:
        raise PackError(f"{path.name} cannot be read ({error.strerror or error}).") from error
    tensors = _tensors(content, path.name)
    return WeightFile(path, file_hash(path), tensors, _options(content), _beside(content))


def _load(path: Path) -> object:
    with path.open("rb") as file:
        start = file.read(64)
    for sign, meaning in _NOT_WEIGHTS.items():
        if start.lower().startswith(sign):
            raise PackError(f"{path.name} {meaning}.")
    if path.suffix == ".safetensors":
        return _load_safetensors(path)
    try:
        # StyleGAN2's way of saving puts the command line's options beside the weights: a bag of plain values.
        with torch.serialization.safe_globals([argparse.Namespace]), warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # torch's words to developers on odd pickles
            return torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise PackError(_refusal(path.name, str(error))) from error
    except (RuntimeError, EOFError, ValueError, KeyError, AttributeError, TypeError, IndexError) as error:
        raise PackError(_damaged(path.name)) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # which is a jump to before the start of a cut file
            raise
        raise PackError(_damaged(path.name)) from error


def _load_safetensors(path: Path) -> object:
    from safetensors import SafetensorError
    from safetensors.torch import load

    try:
        return load(path.read_bytes())
    except SafetensorError as error:
        raise PackError(f"{path.name} is damaged or not a safetensors file.") from error


def _damaged(name: str) -> str:
    return f"{name} is damaged, was not downloaded completely, or is no PyTorch weight file."


def _refusal(name: str, reason: str) -> str:
    found = re.search(r"GLOBAL ([\w.]+)", reason)
    if found is None:
        return _damaged(name)
    return (
        f"{name} holds more than tensors ({found.group(1)}). Reading that could run code of whoever made the "
        "file, so it is refused; a file with the bare weights is needed."
    )


def _tensors(content: object, name: str) -> dict[str, Tensor]:
    """The table of tensors, wherever in the file it lies."""
    table = _table(content, name)
    for wrapper in _WRAPPERS:
        if isinstance(table.get(wrapper), dict):
            table = _table(table[wrapper], name)
    others = [key for key, value in table.items() if not isinstance(value, Tensor)]
    if others or not table or len(table) > _LARGEST_TABLE:
        raise PackError(f"{name} holds no plain table of a network's tensors.")
    tensors = {key.removeprefix("module."): cast("Tensor", value).detach() for key, value in table.items()}
    for key, value in tensors.items():
        if value.layout != torch.strided or value.is_quantized:
            raise PackError(f"{name} holds “{key}” in a compressed form that Semblance does not read.")
        if value.is_floating_point() and not bool(value.isfinite().all()):
            raise PackError(f"{name} is damaged: “{key}” holds values that are not numbers.")
    return tensors


def _options(content: object) -> dict[str, object]:
    args = cast("dict[object, object]", content).get("args") if isinstance(content, dict) else None
    return dict(vars(args)) if isinstance(args, argparse.Namespace) else {}


def _beside(content: object) -> dict[str, Tensor]:
    if not isinstance(content, dict):
        return {}
    table = cast("dict[object, object]", content)
    if not any(isinstance(table.get(wrapper), dict) for wrapper in _WRAPPERS):
        return {}
    return {k: v.detach() for k, v in table.items() if isinstance(k, str) and isinstance(v, Tensor)}


def _table(content: object, name: str) -> dict[str, object]:
    if not isinstance(content, dict):
        raise PackError(f"{name} holds no plain table of a network's tensors.")
    table = cast("dict[object, object]", content)
    return {key: value for key, value in table.items() if isinstance(key, str)}


def file_hash(path: Path) -> str:
    """SHA-256 of the file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
