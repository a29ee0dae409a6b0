"""The released networks' tensors, name by name, described so that they can be built at any size.

`FINGERPRINTS` are of the lists that were printed from the official modules at their own sizes: the
descriptions are held to them, here without the lists, and where `../shared` is there with them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from itertools import pairwise

import torch
from torch import Tensor

Shapes = dict[str, tuple[int, ...]]
LABELS = 19
SEM_WIDTHS = (64, 16, 16, 16, 16, 16)
SEM_CHANNELS = (32, 64, 128, 256, 512, 512)
PYRAMID = (64, 128, 256, 512, 512, 512, 512)
SYN_CHANNELS = (512, 512, 512, 256, 256, 128)
MOBILENET = ((1, 16, 1), (6, 24, 2), (6, 32, 3), (6, 64, 4), (6, 96, 3), (6, 160, 3), (6, 320, 1))


def conv(name: str, inputs: int, outputs: int, kernel: int, bias: bool = True) -> Shapes:
    shapes: Shapes = {f"{name}.weight": (outputs, inputs, kernel, kernel)}
    return shapes | ({f"{name}.bias": (outputs,)} if bias else {})


def linear(name: str, inputs: int, outputs: int) -> Shapes:
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def norm(name: str, width: int) -> Shapes:
    """A batch norm with its running statistics."""
    vectors: Shapes = {
        f"{name}.{part}": (width,) for part in ("weight", "bias", "running_mean", "running_var")
    }
    return vectors | {f"{name}.num_batches_tracked": ()}


def residual(name: str, inputs: int, outputs: int, normed: bool) -> Shapes:
    shapes = conv(f"{name}.conv1", inputs, inputs, 3) | conv(f"{name}.conv2", inputs, outputs, 3)
    if normed:
        shapes |= {f"{name}.norm{i}.{part}": (inputs,) for i in (1, 2) for part in ("weight", "bias")}
    return shapes | (conv(f"{name}.conv1x1", inputs, outputs, 1, bias=False) if inputs != outputs else {})


def modulated(name: str, inputs: int, outputs: int, kernel: int, code: int) -> Shapes:
    return {f"{name}.weight": (outputs, inputs, kernel, kernel)} | linear(f"{name}.affine", code, inputs)


def sem_generator(channels: Sequence[int] = SEM_CHANNELS, code: int = sum(SEM_WIDTHS)) -> Shapes:
    pairs = [*pairwise(channels), (channels[-1], channels[-1]), (channels[-1], channels[-1])]
    shapes = conv("from_rgb", LABELS, channels[0], 3)
    for i, (a, b) in enumerate(pairs):
        shapes |= residual(f"encode.{i}", a, b, normed=True)
    for i, (a, b) in enumerate(reversed(pairs)):
        shapes |= {f"decode.{i}.noise.weight": (1,)}
        shapes |= modulated(f"decode.{i}.conv1", b, a, 3, code) | modulated(
            f"decode.{i}.conv2", a, a, 3, code
        )
    return shapes | modulated("to_rgb", channels[0], LABELS, 1, code)


def sem_mapping(latent: int = 16, hidden: int = 512, widths: Sequence[int] = SEM_WIDTHS) -> Shapes:
    shapes = linear("shared.0", latent, hidden)
    for i in (2, 4, 6):
        shapes |= linear(f"shared.{i}", hidden, hidden)
    for head in range(2 * len(widths)):
        for i in (0, 2, 4):
            shapes |= linear(f"unshared.{head}.{i}", hidden, hidden)
        shapes |= linear(f"unshared.{head}.6", hidden, widths[head // 2])
    return shapes


def pyramid(name: str, channels: Sequence[int]) -> Shapes:
    shapes = conv(f"{name}.0", LABELS, channels[0], 3)
    for i, (a, b) in enumerate(pairwise(channels)):
        shapes |= residual(f"{name}.{i + 1}", a, b, normed=False)
    return shapes | conv(f"{name}.{len(channels) + 1}", channels[-1], channels[-1], 4)


def sem_style(channels: Sequence[int] = PYRAMID, widths: Sequence[int] = SEM_WIDTHS) -> Shapes:
    shapes = pyramid("shared", channels)
    for head in range(2 * len(widths)):
        shapes |= linear(f"unshared.{head}", channels[-1], widths[head // 2])
    return shapes


def sem_discriminator(channels: Sequence[int] = PYRAMID) -> Shapes:
    return pyramid("main", channels) | conv(f"main.{len(channels) + 3}", channels[-1], 2 * len(SEM_WIDTHS), 1)


def gamma(name: str, outputs: int, hidden: int, style: int, styled: bool) -> Shapes:
    """What makes a SAC layer's gamma: the last resolution has no styles, but keeps the scalar."""
    shapes: Shapes = {f"{name}.blending_gamma": (1,)}
    shapes |= {f"{name}.spade_gamma.mlp_shared.0.weight": (hidden, LABELS, 3, 3)}
    shapes |= {f"{name}.spade_gamma.mlp_shared.1.bias": (hidden,)}
    shapes |= conv(f"{name}.spade_gamma.mlp_gamma.0", hidden, outputs, 3)
    if styled:
        shapes |= conv(f"{name}.style_gamma.0", style, outputs, 3)
        for region in range(LABELS):
            shapes |= linear(f"{name}.fc_mu.{region}", style, style)
    return shapes


def sac(name: str, inputs: int, outputs: int, styled: bool, up: bool, hidden: int, style: int) -> Shapes:
    shapes = gamma(f"{name}.conv", inputs, hidden, style, styled)
    shapes |= {f"{name}.conv.weight": (outputs, inputs, 3, 3), f"{name}.noise.weight": (1,)}
    shapes |= {f"{name}.activate.bias": (outputs,)}
    return shapes | ({f"{name}.conv.blur.kernel": (4, 4)} if up else {})


def to_rgb(name: str, inputs: int, styled: bool, up: bool, hidden: int, style: int) -> Shapes:
    shapes = gamma(f"{name}.conv", inputs, hidden, style, styled)
    shapes |= {f"{name}.conv.weight": (3, inputs, 1, 1), f"{name}.bias": (1, 3, 1, 1)}
    return shapes | ({f"{name}.upsample.kernel": (4, 4)} if up else {})


def resample(name: str, inputs: int, outputs: int, step: str) -> Shapes:
    """A convolution with its bias in the activation behind it, and blur before (down) or behind it (up)."""
    where = {"plain": (0, None, 1), "down": (1, 0, 2), "up": (0, 1, 2)}[step]
    weight, kernel, bias = where
    shapes: Shapes = {f"{name}.{weight}.weight": (outputs, inputs, 3, 3), f"{name}.{bias}.bias": (outputs,)}
    return shapes | ({} if kernel is None else {f"{name}.{kernel}.kernel": (4, 4)})


def syn(
    channels: Sequence[int] = SYN_CHANNELS,
    encoder: Sequence[int] = (32, 64, 128, 256, 64),
    hidden: int = 128,
    entry: int = 256,
    style: int = 64,
    layers: int = 8,
) -> Shapes:
    shapes: Shapes = {}
    for i in range(layers):
        shapes |= linear(f"style.{i + 1}", LABELS * style, LABELS * style)
    steps = ["down"] * (len(encoder) - 3) + ["up", "down"]
    shapes |= resample("encoder.model.0", 3, encoder[0], "plain")
    for i, ((a, b), step) in enumerate(zip(pairwise(encoder), steps, strict=True)):
        shapes |= resample(f"encoder.model.{i + 1}", a, b, step)
    shapes |= resample("input.0", LABELS, entry, "plain")
    for i, outputs in enumerate((entry, entry, channels[0])):
        shapes |= resample(f"input.{i + 1}", entry, outputs, "down")
    shapes |= sac("conv1", channels[0], channels[0], True, False, hidden, style)
    shapes |= to_rgb("to_rgb1", channels[0], True, False, hidden, style)
    for i, (a, b) in enumerate(pairwise(channels)):
        styled = i < len(channels) - 2
        shapes |= sac(f"convs.{2 * i}", a, b, styled, True, hidden, style)
        shapes |= sac(f"convs.{2 * i + 1}", b, b, styled, False, hidden, style)
        shapes |= to_rgb(f"to_rgbs.{i}", b, styled, True, hidden, style)
    for i in range(2 * len(channels) - 1):
        side = 16 << (i // 2)
        shapes |= {f"noises.noise_{i}": (1, 1, side, side)}
    return shapes


def attributes(inputs: int = 3, heads: int = 7) -> Shapes:
    shapes = conv("features.0.0", inputs, 32, 3, bias=False) | norm("features.0.1", 32)
    width, index = 32, 1
    for expansion, outputs, repeats in MOBILENET:
        for _ in range(repeats):
            name, hidden, at = f"features.{index}.conv", width * expansion, 0
            if expansion > 1:
                shapes |= conv(f"{name}.0", width, hidden, 1, bias=False) | norm(f"{name}.1", hidden)
                at = 3
            shapes |= conv(f"{name}.{at}", 1, hidden, 3, bias=False) | norm(f"{name}.{at + 1}", hidden)
            shapes |= conv(f"{name}.{at + 3}", hidden, outputs, 1, bias=False)
            shapes |= norm(f"{name}.{at + 4}", outputs)
            width, index = outputs, index + 1
    shapes |= conv("conv.0", width, 1280, 1, bias=False) | norm("conv.1", 1280)
    shapes |= linear("stem.fc", 1280, 512) | norm("stem.bn", 512)
    for head in range(heads):
        name = f"classifier{head:02d}"
        shapes |= linear(f"{name}.0.fc", 512, 256) | norm(f"{name}.0.bn", 256) | linear(f"{name}.1", 256, 2)
    return shapes


def unit(name: str, inputs: int, outputs: int, kernel: int = 3) -> Shapes:
    return conv(f"{name}.conv", inputs, outputs, kernel, bias=False) | norm(f"{name}.bn", outputs)


def bisenet(
    widths: Sequence[int] = (64, 128, 256, 512), context: int = 128, fusion: int = 256, classes: int = 19
) -> Shapes:
    shapes = conv("cp.resnet.conv1", 3, widths[0], 7, bias=False) | norm("cp.resnet.bn1", widths[0])
    before = widths[0]
    for stage, width in enumerate(widths, 1):
        for block in (0, 1):
            name, inputs = f"cp.resnet.layer{stage}.{block}", before if block == 0 else width
            for i, channels in ((1, inputs), (2, width)):
                shapes |= conv(f"{name}.conv{i}", channels, width, 3, bias=False) | norm(
                    f"{name}.bn{i}", width
                )
            if inputs != width:
                shapes |= conv(f"{name}.downsample.0", inputs, width, 1, bias=False)
                shapes |= norm(f"{name}.downsample.1", width)
        before = width
    for name, inputs in (("cp.arm16", widths[2]), ("cp.arm32", widths[3])):
        shapes |= unit(f"{name}.conv", inputs, context) | norm(f"{name}.bn_atten", context)
        shapes |= conv(f"{name}.conv_atten", context, context, 1, bias=False)
    shapes |= unit("cp.conv_head32", context, context) | unit("cp.conv_head16", context, context)
    shapes |= unit("cp.conv_avg", widths[3], context, 1)
    shapes |= unit("ffm.convblk", widths[1] + context, fusion, 1)
    shapes |= conv("ffm.conv1", fusion, fusion // 4, 1, bias=False)
    shapes |= conv("ffm.conv2", fusion // 4, fusion, 1, bias=False)
    for name, inputs, width in (("conv_out", fusion, fusion), ("conv_out16", context, fusion // 4),
                                ("conv_out32", context, fusion // 4)):  # fmt: skip
        shapes |= unit(f"{name}.conv", inputs, width) | conv(
            f"{name}.conv_out", width, classes, 1, bias=False
        )
    return shapes


OFFICIAL: Mapping[str, Shapes] = {
    "smile_sem_G": sem_generator(),
    "smile_sem_F": sem_mapping(),
    "smile_sem_S": sem_style(),
    "smile_sem_D": sem_discriminator(),
    "smile_syn_256": syn(),
    "smile_syn_512": syn((*SYN_CHANNELS, 64), (32, 64, 128, 256, 512, 64)),
    "smile_attnet_rgb": attributes(),
    "smile_attnet_mask": attributes(19),
    "bisenet": bisenet(),
}


def fingerprint(shapes: Shapes) -> str:
    """Of all names and shapes, in whatever order."""
    lines = sorted(f"{name} {list(shape)}" for name, shape in shapes.items())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


_TAPS = torch.tensor([1.0, 3.0, 3.0, 1.0])


def random_state(shapes: Shapes, seed: int = 0, scale: float = 0.3) -> dict[str, Tensor]:
    """Seeded weights; blurs and running statistics are such as training leaves them."""
    generator = torch.Generator().manual_seed(seed)
    ups = ups_of(shapes)
    state: dict[str, Tensor] = {}
    for name, shape in shapes.items():
        if name.endswith(".kernel"):
            gain = 4.0 if name in ups or ".blur." in name or ".upsample." in name else 1.0
            state[name] = torch.outer(_TAPS, _TAPS) / 64 * gain
        elif name.endswith("num_batches_tracked"):
            state[name] = torch.tensor(7)
        elif name.endswith("running_var"):
            state[name] = torch.rand(shape, generator=generator) + 0.5
        else:
            state[name] = torch.randn(shape, generator=generator) * scale
    return state


def ups_of(shapes: Shapes) -> set[str]:
    """Blurs behind an up-sampling convolution of the style encoder."""
    return {name for name in shapes if name.startswith("encoder.") and name.endswith(".1.kernel")}


FINGERPRINTS: Mapping[str, str] = {
    "smile_sem_G": "835c7beb027399ea",
    "smile_sem_F": "f4c26383f4479eac",
    "smile_sem_S": "ad56cf666f35a484",
    "smile_sem_D": "47d6e5fabf55913d",
    "smile_syn_256": "8f10d3bd54eb9f25",
    "smile_syn_512": "dff0522e21bde87e",
    "smile_attnet_rgb": "fc5fcaf73c8e7269",
    "smile_attnet_mask": "43848ebc6538db22",
    "bisenet": "089c1094f2e7062f",
}

# Small ones: a SEM of 64 pixels with one skip, a SYN of 256 pixels, a parser with narrow layers.
SMALL_WIDTHS = (8, 4, 4, 4, 4, 4)
SMALL_SEM: Mapping[str, Shapes] = {
    "G": sem_generator((4, 6, 8, 8), sum(SMALL_WIDTHS)),
    "F": sem_mapping(4, 8, SMALL_WIDTHS),
    "S": sem_style((4, 6, 8, 8, 8), SMALL_WIDTHS),
}
SMALL_SYN = syn((8, 6, 6, 5, 4, 4), (4, 5, 6, 7, 8), hidden=4, entry=6, style=8, layers=3)
SMALL_BISENET = bisenet((4, 6, 8, 10), 4, 8)
