"""Official StyleGAN2 weights made into ours: rosinality's `.pt` and NVIDIA's `.pkl` (stylegan2-ada-pytorch).

Sizes are read off the tensors' shapes. NVIDIA's files are pickles that carry programs: they are read by an
unpickler that builds tensors and plain tables, and runs nothing of what the file brings.
"""

from __future__ import annotations

import collections
import io
import pickle
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn

from core.errors import PackError
from core.models.stylegan2 import (
    ENTRY_RESOLUTION,
    RGB_CHANNELS,
    StyleGan2Config,
    StyleGan2Generator,
    StyleGan2Mapping,
)
from core.packs.foreign import file_hash, read_weights

State = Mapping[str, Tensor]

ROSINALITY, NVIDIA = "rosinality", "NVIDIA"
LICENCES: Mapping[str, str] = {
    ROSINALITY: "The code of rosinality/stylegan2-pytorch is under the MIT licence. Weights that were "
    "converted from NVIDIA's are under NVIDIA's licence, for non-commercial use; FFHQ, which most were "
    "trained on, is under CC BY-NC-SA 4.0.",
    NVIDIA: "NVIDIA's StyleGAN2 weights are under the NVIDIA Source Code License, for non-commercial use "
    "(research and evaluation); FFHQ is under CC BY-NC-SA 4.0.",
}
"""What is known of each layout's terms, to be shown before an import and kept with the pack."""

_MEAN_OF = 10_000
"""Random z whose mean w stands for the centre of W where the file brings none."""
_LARGEST_TABLE = 20_000


@dataclass(frozen=True, eq=False)
class StyleGan2File:
    """A generator as a file has it: whose layout, tensors by the names there, the centre of W if told."""

    path: Path
    sha256: str
    layout: str
    tensors: State
    mean: Tensor | None
    clamp: float


def read_stylegan2(path: Path) -> StyleGan2File:
    """The generator in a `.pt`, `.safetensors` or `.pkl` file, averaged weights if there are some.

    Raises `PackError` for what cannot be read, holds something else, or is in TensorFlow's layout.
    """
    if path.suffix == ".pkl" and path.is_file() and not zipfile.is_zipfile(path):
        return _read_pickle(path)
    file = read_weights(path)
    layout = layout_of(file.tensors)
    if layout is None:
        raise PackError(f"{path.name} holds no StyleGAN2 generator in a layout that Semblance knows.")
    return StyleGan2File(path, file.sha256, layout, file.tensors, file.beside.get("latent_avg"), 0.0)


def layout_of(state: State) -> str | None:
    """Whose names the tensors have: `ROSINALITY`, `NVIDIA`, or None."""
    if "input.input" in state and "conv1.conv.modulation.weight" in state:
        return ROSINALITY
    if "synthesis.b4.const" in state and "synthesis.b4.conv1.affine.weight" in state:
        return NVIDIA
    return None


def stylegan2_networks(file: StyleGan2File) -> dict[str, nn.Module]:
    """Mapping and synthesis by role, `stylegan2_mapping` and `stylegan2_generator`.

    Noise is made anew: the maps that files bring are as random as ours. Raises `ValueError` with a reason
    that reads on from “... looks like a StyleGAN2, but”.
    """
    state = file.tensors
    layout = _Rosinality(state) if file.layout == ROSINALITY else _Nvidia(state)
    config = stylegan2_config(layout, file.clamp)
    mapping, generator = StyleGan2Mapping(config), StyleGan2Generator(config)
    sources = {f"mapping.{key}": layout.mapping(key) for key in mapping.state_dict() if key != "mean"}
    sources |= {f"synthesis.{key}": layout.synthesis(key) for key in generator.state_dict()}
    unknown = sorted(set(state) - set(sources.values()) - {key for key in state if layout.not_needed(key)})
    if unknown:
        raise ValueError(f"it has “{unknown[0]}”, which this kind of network does not have")
    _fill(generator, {key: _get(state, layout.synthesis(key)) for key in generator.state_dict()})
    weights = {key: _get(state, layout.mapping(key)) for key in mapping.state_dict() if key != "mean"}
    _fill(mapping, {**weights, "mean": torch.zeros(config.w_dim)})
    mean = file.mean if file.mean is not None else state.get("mapping.w_avg")
    mapping.mean.copy_(_mean_code(mapping) if mean is None else mean.reshape(-1))
    return {"stylegan2_mapping": mapping, "stylegan2_generator": generator}


def stylegan2_config(layout: _Layout, clamp: float = 0.0) -> StyleGan2Config:
    """The sizes, read off the shapes. Raises `ValueError`."""
    levels, layers = layout.levels(), layout.mapping_layers()
    if levels < 2 or layers < 1:
        raise ValueError("its sizes are not those of a generator of pictures")
    state = layout.state
    first = _get(state, layout.mapping("layers.0.weight"))
    last = _get(state, layout.mapping(f"layers.{layers - 1}.weight"))
    config = StyleGan2Config(
        channels=tuple(_get(state, layout.synthesis(_conv(i))).numel() for i in range(levels)),
        z_dim=int(first.shape[1]),
        w_dim=int(last.shape[0]),
        mapping_layers=layers,
        clamp=clamp,
    )
    colours = _get(state, layout.synthesis("rgb.bias")).numel()
    if colours != RGB_CHANNELS:
        raise ValueError(f"it draws pictures of {colours} channels and not of {RGB_CHANNELS}")
    return config


def _conv(level: int) -> str:
    """A tensor that has as many numbers as the level has channels."""
    return "conv.bias" if level == 0 else f"blocks.{level - 1}.conv.bias"


def _get(state: State, name: str) -> Tensor:
    if name not in state:
        raise ValueError(f"“{name}” is missing")
    return state[name]


def _fill(network: nn.Module, given: State) -> None:
    """Weights into their places. Raises `ValueError` where a shape is another but for ones."""
    fitting: dict[str, Tensor] = {}
    for key, value in network.state_dict().items():
        tensor = given[key]
        if [n for n in tensor.shape if n != 1] != [n for n in value.shape if n != 1]:
            raise ValueError(f"“{key}” is {list(tensor.shape)} and not {list(value.shape)}")
        fitting[key] = tensor.reshape(value.shape).to(value.dtype)
    network.load_state_dict(fitting)
    network.eval().requires_grad_(False)


@torch.no_grad()
def _mean_code(mapping: StyleGan2Mapping) -> Tensor:
    z = torch.randn(_MEAN_OF, mapping.config.z_dim, generator=torch.Generator().manual_seed(0))
    return mapping(z).mean(dim=0)


# --- the two layouts' names -------------------------------------------------------------------------------


class _Layout:
    """Where a tensor of ours lies in the file."""

    leaves: Mapping[str, str]
    constant: str
    spare: str

    def __init__(self, state: State) -> None:
        self.state = state

    def levels(self) -> int:
        """Resolutions from 4 pixels on."""
        found = 0
        while self.synthesis("rgb.bias" if not found else f"blocks.{found - 1}.rgb.bias") in self.state:
            found += 1
        return found

    def mapping_layers(self) -> int:
        found = 0
        while self.mapping(f"layers.{found}.weight") in self.state:
            found += 1
        return found

    def mapping(self, key: str) -> str:
        raise NotImplementedError

    def place(self, level: int, kind: str) -> str:
        """The module of a level, 0 at 4 pixels; its kind is up, conv or rgb."""
        raise NotImplementedError

    def synthesis(self, key: str) -> str:
        """The name of a tensor of our generator."""
        if key == "constant":
            return self.constant
        found = re.fullmatch(r"(?:blocks\.(\d+)\.)?(up|conv|rgb)\.(.+)", key)
        assert found is not None
        level = 0 if found[1] is None else int(found[1]) + 1
        leaf = self.leaves.get(f"rgb.{found[3]}" if found[2] == "rgb" else found[3], found[3])
        return f"{self.place(level, found[2])}.{leaf}"

    def not_needed(self, key: str) -> bool:
        """Whether it is a filter or a noise map, which are made anew, or the centre of W."""
        return re.fullmatch(self.spare, key) is not None


class _Rosinality(_Layout):
    constant = "input.input"
    spare = r".*\.kernel|noises\.noise_\d+"
    leaves: Mapping[str, str] = {
        "weight": "conv.weight",
        "affine.weight": "conv.modulation.weight",
        "affine.bias": "conv.modulation.bias",
        "noise_strength": "noise.weight",
        "bias": "activate.bias",
        "rgb.weight": "conv.weight",
        "rgb.affine.weight": "conv.modulation.weight",
        "rgb.affine.bias": "conv.modulation.bias",
        "rgb.bias": "bias",
    }

    def mapping(self, key: str) -> str:
        _, layer, leaf = key.split(".")
        return f"style.{int(layer) + 1}.{leaf}"  # style.0 is the norm of z

    def place(self, level: int, kind: str) -> str:
        if level == 0:
            return "to_rgb1" if kind == "rgb" else "conv1"
        return f"to_rgbs.{level - 1}" if kind == "rgb" else f"convs.{2 * (level - 1) + int(kind == 'conv')}"


class _Nvidia(_Layout):
    constant = "synthesis.b4.const"
    spare = r".*\.resample_filter|.*\.noise_const|mapping\.w_avg"
    leaves: Mapping[str, str] = {}

    def mapping(self, key: str) -> str:
        _, layer, leaf = key.split(".")
        return f"mapping.fc{layer}.{leaf}"

    def place(self, level: int, kind: str) -> str:
        name = {"up": "conv0", "conv": "conv1", "rgb": "torgb"}[kind]
        return f"synthesis.b{ENTRY_RESOLUTION << level}.{name}"


# --- NVIDIA's pickles -------------------------------------------------------------------------------------


class _Stored:
    """A network object of the file: what it was made of, as plain values. The program beside is not kept."""

    def __init__(self, meta: object) -> None:
        table = cast("dict[str, Any]", meta) if isinstance(meta, dict) else {}
        self.name = str(table.get("class_name", ""))
        state = table.get("state")
        self.state = cast("dict[str, Any]", state) if isinstance(state, dict) else {}


class _Inert:
    """Stands for a value that is not needed; it does nothing with what it is given."""

    def __init__(self, *values: object) -> None:
        pass

    def __setstate__(self, state: object) -> None:
        pass


class _TensorFlowError(pickle.UnpicklingError):
    """The file is of the first, TensorFlow release."""


def _storage(content: bytes) -> object:
    return torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)


_utils: Any = import_module("torch._utils")  # what pickles of tensors call
_ALLOWED: Mapping[tuple[str, str], Callable[..., object]] = {
    ("torch_utils.persistence", "_reconstruct_persistent_obj"): _Stored,
    ("torch.storage", "_load_from_bytes"): _storage,
    ("torch._utils", "_rebuild_tensor_v2"): _utils._rebuild_tensor_v2,
    ("torch._utils", "_rebuild_parameter"): _utils._rebuild_parameter,
    ("collections", "OrderedDict"): collections.OrderedDict,
    ("dnnlib.util", "EasyDict"): dict,
    ("numpy.core.multiarray", "scalar"): _Inert,
    ("numpy._core.multiarray", "scalar"): _Inert,
    ("numpy", "dtype"): _Inert,
}
"""All that a file may ask for, and what it gets."""


class _TensorsOnly(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str, /) -> Any:
        if module_name.startswith("dnnlib.tflib"):
            raise _TensorFlowError
        try:
            return _ALLOWED[module_name, global_name]
        except KeyError:
            raise pickle.UnpicklingError(f"GLOBAL {module_name}.{global_name}") from None

    def persistent_load(self, pid: object, /) -> object:
        raise pickle.UnpicklingError("GLOBAL of another file")


def _read_pickle(path: Path) -> StyleGan2File:
    try:
        with path.open("rb") as file:
            content: object = _TensorsOnly(file).load()
    except _TensorFlowError as error:
        raise PackError(
            f"{path.name} is a StyleGAN2 of the TensorFlow release, whose layout Semblance does not read. "
            "NVIDIA offers the same networks for PyTorch (stylegan2-ada-pytorch); those can be imported."
        ) from error
    except pickle.UnpicklingError as error:
        raise PackError(_refusal(path.name, str(error))) from error
    except OSError as error:
        raise PackError(f"{path.name} cannot be read ({error.strerror or error}).") from error
    except Exception as error:  # what a damaged or odd pickle makes its reader raise is without end
        raise PackError(f"{path.name} is damaged, or is no network of NVIDIA's.") from error
    return _generator_of(path, content)


def _refusal(name: str, reason: str) -> str:
    if not reason.startswith("GLOBAL "):
        return f"{name} is damaged, or was not downloaded completely."
    return (
        f"{name} holds more than a network's numbers ({reason.removeprefix('GLOBAL ')}). Reading that could "
        "run code of whoever made the file, so it is refused."
    )


def _generator_of(path: Path, content: object) -> StyleGan2File:
    table = cast("dict[str, object]", content) if isinstance(content, dict) else {}
    network = table.get("G_ema", table.get("G"))
    if not isinstance(network, _Stored):
        raise PackError(f"{path.name} holds no generator of StyleGAN2.")
    tensors: dict[str, Tensor] = {}
    _collect(network, "", tensors)
    if layout_of(tensors) is None or len(tensors) > _LARGEST_TABLE:
        raise PackError(f"{path.name} holds a network ({network.name}) that is no StyleGAN2 generator.")
    if any(not bool(t.isfinite().all()) for t in tensors.values()):
        raise PackError(f"{path.name} is damaged: it holds values that are not numbers.")
    return StyleGan2File(path, file_hash(path), NVIDIA, tensors, None, _clamp_of(network))


def _collect(network: _Stored, start: str, tensors: dict[str, Tensor]) -> None:
    """Parameters and buffers of a network and all below it, names joined by dots."""
    for part in ("_parameters", "_buffers"):
        for name, value in _entries(network, part):
            if isinstance(value, Tensor):
                tensors[start + name] = value.detach()
    for name, value in _entries(network, "_modules"):
        if isinstance(value, _Stored):
            _collect(value, f"{start}{name}.", tensors)


def _entries(network: _Stored, part: str) -> list[tuple[str, object]]:
    found = network.state.get(part)
    return list(cast("dict[str, object]", found).items()) if isinstance(found, dict) else []


def _clamp_of(network: _Stored) -> float:
    """The bound of activations that the training ran with, 0 for none."""
    settings = dict(_entries(network, "_init_kwargs")).get("synthesis_kwargs")
    clamp = cast("dict[str, object]", settings).get("conv_clamp") if isinstance(settings, dict) else None
    return float(clamp) if isinstance(clamp, int | float) else 0.0
