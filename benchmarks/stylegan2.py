"""StyleGAN2's forward pass at 256, configuration F, in turns with plain ways to write it down.

“Zeros inserted” doubles features as the paper draws it: zeros between the pixels, the filter, the
convolution at full size. “As published for CPUs” convolves transposed first and then filters every channel
as a picture of its own, as the published code does without its CUDA kernels. Both give each picture a weight
of its own.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from benchmarks.figures import Figure
from core.models.stylegan2 import (
    ModulatedConv,
    StyledConv,
    StyleGan2Config,
    StyleGan2Generator,
    ToRgb,
    UpStyledConv,
    channels_for,
    seeded_noise,
)

RESOLUTION = 256
_FASTER = 0.5
"""Share of the plain way's time that the design allows."""

Enlarge = Callable[[Tensor, Tensor], Tensor]
"""Features `(1, I, h, w)` and a modulated weight `(O, I, 3, 3)` -> `(1, O, 2 h, 2 w)`."""


def stuffed(x: Tensor) -> Tensor:
    """Zeros between the pixels."""
    n, channels, height, width = x.shape
    spread = F.pad(x.reshape(n, channels, height, 1, width, 1), (0, 1, 0, 0, 0, 1))
    return spread.reshape(n, channels, 2 * height, 2 * width)


def filtered(x: Tensor) -> Tensor:
    """The filter [1, 3, 3, 1] times 4, every channel as a picture of its own."""
    n, channels, height, width = x.shape
    taps = x.new_tensor([1.0, 3.0, 3.0, 1.0])
    kernel = (torch.outer(taps, taps) / 16).view(1, 1, 4, 4)
    y = F.conv2d(x.reshape(n * channels, 1, height, width), kernel)
    return y.view(n, channels, height - 3, width - 3)


def with_zeros(x: Tensor, weight: Tensor) -> Tensor:
    """Zeros, filter, convolution; the border as the transposed convolution has it."""
    return F.conv2d(filtered(F.pad(stuffed(x), (3, 2, 3, 2))), weight.flip(2, 3))


def as_published(x: Tensor, weight: Tensor) -> Tensor:
    y = F.conv_transpose2d(x, weight.transpose(0, 1), stride=2)
    return filtered(F.pad(y, (1, 1, 1, 1)))


class Plain:
    """The same network by the formulas, with one way or another to enlarge features."""

    def __init__(self, network: StyleGan2Generator, enlarge: Enlarge) -> None:
        self.network, self.enlarge = network, enlarge
        self.noise = seeded_noise(network.noise_sizes(), 0, torch.device("cpu"))

    def __call__(self, w: Tensor) -> Tensor:
        x, picture, noise = self.network.constant, None, iter(self.noise)
        for layer, style in zip(self.network.modulated(), self.network.styles(w), strict=True):
            if isinstance(layer, ToRgb):
                here = F.conv2d(x, self._weight(layer, style), layer.bias)
                picture = here if picture is None else here + filtered(F.pad(stuffed(picture), (2, 1, 2, 1)))
            elif isinstance(layer, StyledConv):
                x = self._convolved(layer, x, style, next(noise))
        assert picture is not None
        return picture

    def _weight(self, layer: ModulatedConv, style: Tensor) -> Tensor:
        return layer.weight * layer.scale * style.view(1, -1, 1, 1)

    def _convolved(self, layer: StyledConv, x: Tensor, style: Tensor, noise: Tensor) -> Tensor:
        weight = self._weight(layer, style)
        weight = weight * torch.rsqrt(weight.square().sum(dim=(1, 2, 3), keepdim=True) + 1e-8)
        up = isinstance(layer, UpStyledConv)
        y = self.enlarge(x, weight) if up else F.conv2d(x, weight, padding=1)
        y = y + layer.noise_strength * noise + layer.bias.view(1, -1, 1, 1)
        return F.leaky_relu(y, 0.2) * math.sqrt(2)


@torch.no_grad()
def stylegan2_figures(rounds: int) -> list[Figure]:
    """Milliseconds a picture, all ways in turn, in full precision and in bf16."""
    torch.manual_seed(0)
    config = StyleGan2Config(channels_for(RESOLUTION))
    network = StyleGan2Generator(config).eval().requires_grad_(False)
    plain = {
        "zeros inserted": Plain(network, with_zeros),
        "as published for CPUs": Plain(network, as_published),
    }
    figures: list[Figure] = []
    for name, bf16 in (("fp32", False), ("bf16", True)):
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            times = _in_turns({"ours": network, **plain}, config.w_dim, rounds)
        figures += [Figure(f"{RESOLUTION}², {name}, {way}", tuple(t)) for way, t in times.items()]
        for way in plain:
            shares = tuple(a / b for a, b in zip(times["ours"], times[way], strict=True))
            figures.append(Figure(f"ours to {way}, {name}", shares, "", _FASTER))
    return figures


def _in_turns(ways: dict[str, Callable[[Tensor], Tensor]], w_dim: int, rounds: int) -> dict[str, list[float]]:
    """One after another, round after round, so that what else the machine does hits all alike."""
    times: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(rounds + 1):
        w = torch.randn(1, w_dim)
        for way, draw in ways.items():
            start = time.perf_counter()
            draw(w)
            if number:  # the first round warms up
                times[way].append((time.perf_counter() - start) * 1000)
    return times
