"""StyleGAN2's synthesis written slowly, from the papers' formulas, and its weights in official layouts.

Zeros are inserted and filtered, every picture has its own weight; nothing is shared with the program.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

State = dict[str, Tensor]


@dataclass(frozen=True, eq=False)
class Layer:
    """One layer with a style: `kind` is conv, up or rgb; `level` 0 is at 4 pixels."""

    level: int
    kind: str
    row: int
    weight: Tensor
    bias: Tensor
    affine_weight: Tensor
    affine_bias: Tensor
    noise_strength: Tensor


@dataclass(frozen=True, eq=False)
class Network:
    constant: Tensor
    layers: Sequence[Layer]
    mapping: Sequence[tuple[Tensor, Tensor]]
    mean: Tensor


def seeded(channels: Sequence[int], w_dim: int, mapping_layers: int, seed: int = 0) -> Network:
    """Random weights of a network of these widths."""
    generator = torch.Generator().manual_seed(seed)

    def draw(*shape: int) -> Tensor:
        return torch.randn(*shape, generator=generator)

    layers: list[Layer] = []

    def add(level: int, kind: str, row: int, inputs: int, outputs: int) -> None:
        side = 1 if kind == "rgb" else 3
        layers.append(Layer(level, kind, row, draw(outputs, inputs, side, side), draw(outputs) * 0.3,
                            draw(inputs, w_dim), 1 + draw(inputs) * 0.3, draw(1)[0] * 0.5))  # fmt: skip

    for level, width in enumerate(channels):
        if level:
            add(level, "up", 2 * level - 1, channels[level - 1], width)
        add(level, "conv", 2 * level, width, width)
        add(level, "rgb", 2 * level + 1, width, 3)
    mapping = [(draw(w_dim, w_dim) * 100, draw(w_dim)) for _ in range(mapping_layers)]
    return Network(draw(channels[0], 4, 4), layers, mapping, draw(w_dim))


def map_z(network: Network, z: Tensor) -> Tensor:
    x = z / (z.pow(2).mean(dim=1, keepdim=True) + 1e-8).sqrt()
    for weight, bias in network.mapping:
        x = F.linear(x, weight * (0.01 / math.sqrt(weight.shape[1])), bias * 0.01)
        x = torch.where(x > 0, x, 0.2 * x) * math.sqrt(2)
    return x


def style_of(layer: Layer, w: Tensor) -> Tensor:
    return w @ (layer.affine_weight.t() / math.sqrt(layer.affine_weight.shape[1])) + layer.affine_bias


def draw(network: Network, rows: Tensor, noise: Sequence[Tensor]) -> Tensor:
    """W+ `(N, rows, w_dim)` and one noise map `(1, 1, H, W)` a convolution -> pictures."""
    return torch.cat([_draw_one(network, rows[i], noise) for i in range(len(rows))])


def _draw_one(network: Network, rows: Tensor, noise: Sequence[Tensor]) -> Tensor:
    x, picture, maps = network.constant[None], None, iter(noise)
    for layer in network.layers:
        style = style_of(layer, rows[layer.row])
        weight = layer.weight / math.sqrt(layer.weight[0].numel()) * style[None, :, None, None]
        if layer.kind == "rgb":
            here = F.conv2d(x, weight) + layer.bias[None, :, None, None]
            picture = here if picture is None else here + _enlarged(picture)
            continue
        weight = weight / (weight.pow(2).sum(dim=(1, 2, 3), keepdim=True) + 1e-8).sqrt()
        if layer.kind == "up":
            # A transposed convolution is a convolution with the turned kernel of what zeros were put into.
            x = F.conv2d(F.pad(_stuffed(x), (2, 1, 2, 1)), weight.flip(2, 3))
            x = _filtered(F.pad(x, (1, 1, 1, 1)))
        else:
            x = F.conv2d(x, weight, padding=1)
        x = x + layer.noise_strength * next(maps) + layer.bias[None, :, None, None]
        x = torch.where(x > 0, x, 0.2 * x) * math.sqrt(2)
    assert picture is not None
    return picture


def _stuffed(x: Tensor) -> Tensor:
    """Zeros between the pixels, `(n, c, 2 h, 2 w)`."""
    n, c, h, w = x.shape
    out = x.new_zeros(n, c, 2 * h, 2 * w)
    out[:, :, ::2, ::2] = x
    return out


def _filtered(x: Tensor) -> Tensor:
    """The filter [1, 3, 3, 1] both ways, times 4, without padding."""
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0])
    kernel = torch.outer(taps, taps) / 16
    return F.conv2d(x, kernel.expand(x.shape[1], 1, 4, 4), groups=x.shape[1])


def _enlarged(picture: Tensor) -> Tensor:
    return _filtered(F.pad(_stuffed(picture), (2, 1, 2, 1)))


def as_rosinality(network: Network) -> State:
    state: State = {"input.input": network.constant[None]}
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0])
    for i, (weight, bias) in enumerate(network.mapping):
        state |= {f"style.{i + 1}.weight": weight, f"style.{i + 1}.bias": bias}
    for layer in network.layers:
        name = _rosinality_name(layer)
        state |= {
            f"{name}.conv.weight": layer.weight[None],
            f"{name}.conv.modulation.weight": layer.affine_weight,
            f"{name}.conv.modulation.bias": layer.affine_bias,
        }
        if layer.kind == "rgb":
            state[f"{name}.bias"] = layer.bias.view(1, 3, 1, 1)
            if layer.level:
                state[f"{name}.upsample.kernel"] = torch.outer(taps, taps) / 16
            continue
        state |= {f"{name}.noise.weight": layer.noise_strength.view(1), f"{name}.activate.bias": layer.bias}
        if layer.kind == "up":
            state[f"{name}.conv.blur.kernel"] = torch.outer(taps, taps) / 16
    for i in range(2 * max(layer.level for layer in network.layers) + 1):
        side = 4 << ((i + 1) // 2)
        state[f"noises.noise_{i}"] = torch.zeros(1, 1, side, side)
    return state


def _rosinality_name(layer: Layer) -> str:
    if layer.kind == "rgb":
        return f"to_rgbs.{layer.level - 1}" if layer.level else "to_rgb1"
    return f"convs.{2 * layer.level - 2 + (layer.kind == 'conv')}" if layer.level else "conv1"


def as_nvidia(network: Network) -> State:
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0])
    kernel = torch.outer(taps, taps) / 64
    state: State = {"synthesis.b4.const": network.constant, "mapping.w_avg": network.mean}
    for i, (weight, bias) in enumerate(network.mapping):
        state |= {f"mapping.fc{i}.weight": weight, f"mapping.fc{i}.bias": bias}
    names: Mapping[str, str] = {"up": "conv0", "conv": "conv1", "rgb": "torgb"}
    for layer in network.layers:
        side = 4 << layer.level
        name = f"synthesis.b{side}.{names[layer.kind]}"
        state |= {
            f"synthesis.b{side}.resample_filter": kernel,
            f"{name}.weight": layer.weight,
            f"{name}.bias": layer.bias,
            f"{name}.affine.weight": layer.affine_weight,
            f"{name}.affine.bias": layer.affine_bias,
        }
        if layer.kind != "rgb":
            state |= {
                f"{name}.noise_strength": layer.noise_strength,
                f"{name}.noise_const": torch.zeros(side, side),
                f"{name}.resample_filter": kernel,
            }
    return state
