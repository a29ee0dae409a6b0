"""SemanticStyleGAN's released generator: its tensors by name at any size, and its result worked out by hand.

Slow and plain on purpose: nothing of `core.models` is used, so that agreement means something.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F

from tests.core.methods.smile.official_layouts import Shapes

State = dict[str, Tensor]
PARTS = 13


class Sizes(NamedTuple):
    """Of a network; the defaults are the release's."""

    size: int = 512
    code: int = 512
    mapping: int = 8
    channels: int = 64
    layers: int = 10
    features: int = 512
    coarse: int = 64
    smallest: int = 16
    widths: Sequence[int] = (512, 512, 256, 128, 64)


def generator(sizes: Sizes) -> Shapes:
    """Names and shapes as the released code has them."""
    c, waves = sizes.channels, int(math.log2(sizes.size))
    shapes: Shapes = {"pos_embed.weights": (c, 2 + 4 * waves, 1, 1)}
    for part in range(PARTS):
        for layer in range(sizes.layers):
            name = f"local_nets.{part}.linears.{layer}"
            shapes |= {f"{name}.conv.weight": (1, c, c, 1, 1), f"{name}.activate.bias": (c,)}
            shapes |= {
                f"{name}.conv.modulation.weight": (c, sizes.code),
                f"{name}.conv.modulation.bias": (c,),
            }
        shapes |= linear(f"local_nets.{part}.to_feat", c, sizes.features)
        if part:
            shapes |= linear(f"local_nets.{part}.to_depth", c, 1)
    width, side = sizes.features, sizes.smallest
    for block, outputs in enumerate(sizes.widths):
        inputs = width + sizes.features * (side == sizes.coarse)
        side *= 2
        for i, (a, up) in enumerate(((inputs, True), (outputs, False))):
            name = f"render_net.convs.{2 * block + i}"
            shapes |= {f"{name}.weight": (outputs, a, 3, 3), f"{name}.modulation": (1, a, 1, 1)}
            shapes |= {f"{name}.noise.weight": (1,), f"{name}.activate.bias": (outputs,)}
            shapes |= {f"{name}.blur.kernel": (4, 4)} if up else {}
            shapes |= {f"render_net.noises.noise_{2 * block + i}": (1, 1, side, side)}
        shapes |= linear(f"render_net.to_rgbs.{block}", outputs, 3)
        shapes |= linear(f"render_net.to_segs.{block}", outputs, PARTS)
        width = outputs
    for i in range(sizes.mapping):
        shapes |= {f"style.{i + 1}.weight": (sizes.code, sizes.code), f"style.{i + 1}.bias": (sizes.code,)}
    return shapes


def linear(name: str, inputs: int, outputs: int) -> Shapes:
    return {
        f"{name}.bias": (1, outputs, 1, 1), f"{name}.upsample.kernel": (4, 4),
        f"{name}.conv.weight": (outputs, inputs, 1, 1), f"{name}.conv.modulation": (1, inputs, 1, 1),
    }  # fmt: skip


class Result(NamedTuple):
    rgb: Tensor
    scores: Tensor
    coarse: Tensor
    depths: Tensor


def draw(state: State, codes: Tensor, sizes: Sizes, transparent: Sequence[int] = (10, 12)) -> Result:
    """Codes `(28, D)` of one picture, with the file's own noise: rows 0-1 coarse, then shape and texture of
    every part; six shape layers, of which the first two are coarse, but for the background."""
    position = embed(state, sizes)
    features: list[Tensor] = []
    depths: list[Tensor] = []
    for part in range(PARTS):
        shape, texture = codes[2 + 2 * part], codes[3 + 2 * part]
        rows = [shape, shape] if part == 0 else [codes[0], codes[1]]
        rows = [*rows, *[shape] * 4, *[texture] * (sizes.layers - 6)]
        x, depth = position, torch.zeros(1, 1, sizes.coarse, sizes.coarse)
        for layer, row in enumerate(rows):
            x = modulated(state, f"local_nets.{part}.linears.{layer}", x, row)
            if layer == 5 and part:
                depth = output(state, f"local_nets.{part}.to_depth", x)
        features.append(output(state, f"local_nets.{part}.to_feat", x))
        depths.append(depth)
    mask = torch.cat(depths, dim=1).softmax(dim=1)
    solid = sum(mask[:, k] for k in range(PARTS) if k not in transparent)
    weights = [mask[:, k] if k in transparent else mask[:, k] / solid for k in range(PARTS)]
    fused = sum((f * w for f, w in zip(features, weights, strict=True)), torch.zeros_like(features[0]))
    return Result(*render(state, fused, 2 * mask - 1, sizes), 2 * mask - 1, torch.cat(depths, dim=1))


def embed(state: State, sizes: Sizes) -> Tensor:
    line = torch.linspace(-1, 1, sizes.coarse)
    place = torch.stack([line[None].expand(sizes.coarse, -1), line[:, None].expand(-1, sizes.coarse)])[None]
    waves = [place]
    for i in range(int(math.log2(sizes.size))):
        waves += [torch.sin(2**i * place), torch.cos(2**i * place)]
    stacked = torch.cat(waves, dim=1)
    return F.conv2d(stacked, state["pos_embed.weights"] / math.sqrt(stacked.shape[1]))


def modulated(state: State, name: str, x: Tensor, code: Tensor) -> Tensor:
    affine = state[f"{name}.conv.modulation.weight"] / math.sqrt(len(code))
    style = affine @ code + state[f"{name}.conv.modulation.bias"]
    weight = state[f"{name}.conv.weight"][0] / math.sqrt(x.shape[1]) * style[None, :, None, None]
    weight = weight / torch.sqrt((weight**2).sum(dim=(1, 2, 3), keepdim=True) + 1e-8)
    return leaky(F.conv2d(x, weight) + state[f"{name}.activate.bias"][:, None, None])


def output(state: State, name: str, x: Tensor) -> Tensor:
    weight = state[f"{name}.conv.weight"] * state[f"{name}.conv.modulation"] / math.sqrt(x.shape[1])
    return F.conv2d(x, weight) + state[f"{name}.bias"]


def render(state: State, fused: Tensor, coarse: Tensor, sizes: Sizes) -> tuple[Tensor, Tensor]:
    x = F.adaptive_avg_pool2d(fused, sizes.smallest)
    rgb = scores = torch.zeros(())
    for block in range(len(sizes.widths)):
        if x.shape[-1] == sizes.coarse:
            x = torch.cat([x, fused], dim=1)
        for i in (0, 1):
            x = fixed(state, 2 * block + i, x, up=i == 0)
        kept_rgb, kept_scores = (up(y) if block else y for y in (rgb, scores))
        rgb = output(state, f"render_net.to_rgbs.{block}", x) + kept_rgb
        scores = output(state, f"render_net.to_segs.{block}", x) + kept_scores
        if scores.shape[-1] == sizes.coarse:
            scores = scores + coarse
    return rgb, scores


def fixed(state: State, number: int, x: Tensor, up: bool) -> Tensor:
    name = f"render_net.convs.{number}"
    weight = state[f"{name}.weight"] * state[f"{name}.modulation"] / math.sqrt(9 * x.shape[1])
    weight = weight / torch.sqrt((weight**2).sum(dim=(1, 2, 3), keepdim=True) + 1e-8)
    if up:
        y = F.conv_transpose2d(x, weight.transpose(0, 1), stride=2)
        y = blur(F.pad(y, (1, 1, 1, 1)), state[f"{name}.blur.kernel"])
    else:
        y = F.conv2d(x, weight, padding=1)
    y = y + state[f"{name}.noise.weight"] * state[f"render_net.noises.noise_{number}"]
    return leaky(y + state[f"{name}.activate.bias"][:, None, None])


def up(x: Tensor) -> Tensor:
    """Zeros between pixels and beyond the border, then the filter."""
    spread = torch.zeros(*x.shape[:2], 2 * x.shape[2], 2 * x.shape[3])
    spread[:, :, ::2, ::2] = x
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0])
    return blur(F.pad(spread, (2, 1, 2, 1)), torch.outer(taps, taps) / 16)


def blur(x: Tensor, kernel: Tensor) -> Tensor:
    return F.conv2d(x, kernel.expand(x.shape[1], 1, 4, 4), groups=x.shape[1])


def leaky(x: Tensor) -> Tensor:
    return F.leaky_relu(x, 0.2) * math.sqrt(2)


def mapped(state: State, z: Tensor, layers: int) -> Tensor:
    x = z / torch.sqrt((z**2).mean(dim=1, keepdim=True) + 1e-8)
    for i in range(layers):
        weight, bias = state[f"style.{i + 1}.weight"], state[f"style.{i + 1}.bias"]
        x = leaky(F.linear(x, weight * 0.01 / math.sqrt(x.shape[1]), bias * 0.01))
    return x
