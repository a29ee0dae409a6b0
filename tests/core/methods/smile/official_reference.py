"""The released networks worked out by hand from their tensors, formula by formula, as their facts are known.

Slow and plain on purpose: nothing of `core.models` is used, so that agreement means something.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional as F

State = Mapping[str, Tensor]
SKIPS = (32, 64, 128)


def leaky(x: Tensor) -> Tensor:
    return F.leaky_relu(x, 0.2)


def instance_norm(x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    mean = x.mean(dim=(2, 3), keepdim=True)
    variance = ((x - mean) ** 2).mean(dim=(2, 3), keepdim=True)
    return (x - mean) / torch.sqrt(variance + 1e-5) * weight[:, None, None] + bias[:, None, None]


def residual(state: State, name: str, x: Tensor, down: bool) -> Tensor:
    """Norm (if any), leaky, 3x3, pool, norm, leaky, 3x3; shortcut 1x1, pool; the sum over root two."""

    def normed(y: Tensor, i: int) -> Tensor:
        key = f"{name}.norm{i}.weight"
        return instance_norm(y, state[key], state[f"{name}.norm{i}.bias"]) if key in state else y

    y = F.conv2d(leaky(normed(x, 1)), state[f"{name}.conv1.weight"], state[f"{name}.conv1.bias"], padding=1)
    y = F.avg_pool2d(y, 2) if down else y
    y = F.conv2d(leaky(normed(y, 2)), state[f"{name}.conv2.weight"], state[f"{name}.conv2.bias"], padding=1)
    short = f"{name}.conv1x1.weight"
    x = F.conv2d(x, state[short]) if short in state else x
    return ((F.avg_pool2d(x, 2) if down else x) + y) / math.sqrt(2)


def modulated(state: State, name: str, x: Tensor, code: Tensor, demodulate: bool) -> Tensor:
    """One picture at a time: weight x (affine + 1), divided by the root of its sum of squares."""
    rows: list[Tensor] = []
    weight = state[f"{name}.weight"]
    for picture, one in zip(x, code, strict=True):
        scale = F.linear(one, state[f"{name}.affine.weight"], state[f"{name}.affine.bias"]) + 1
        w = weight * scale[None, :, None, None]
        if demodulate:
            w = w / torch.sqrt((w**2).sum(dim=(1, 2, 3), keepdim=True) + 1e-8)
        rows.append(F.conv2d(picture[None], w, padding=weight.shape[2] // 2))
    return torch.cat(rows)


def sem_logits(
    state: State, layout: Tensor, slots: Tensor, widths: tuple[int, ...], heatmaps: Mapping[int, Tensor]
) -> Tensor:
    """G with styles `(N, 6, D)`; `heatmaps` by size."""
    code = torch.cat([slots[:, i, :width] for i, width in enumerate(widths)], dim=1)
    levels = sum(f"encode.{i}.conv1.weight" in state for i in range(20)) - 2
    x = F.conv2d(layout, state["from_rgb.weight"], state["from_rgb.bias"], padding=1)
    seen: dict[int, Tensor] = {}
    for i in range(levels + 2):
        seen.setdefault(x.shape[2], x)
        x = residual(state, f"encode.{i}", x, down=i < levels)
    edge = -torch.ones(1, 1, 3, 3)
    edge[0, 0, 1, 1] = 8
    for i in range(levels + 2):
        x = leaky(x)
        if i >= 2:
            x = x.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
        torch.manual_seed(0)
        noise = torch.empty(1, 1, x.shape[2], x.shape[3]).normal_() * state[f"decode.{i}.noise.weight"]
        x = leaky(modulated(state, f"decode.{i}.conv1", x, code, True) + noise)
        x = modulated(state, f"decode.{i}.conv2", x, code, True) + noise
        size = x.shape[2]
        if size in SKIPS:
            weighted = heatmaps[size] * seen[size]
            parts = [F.conv2d(weighted[:, c : c + 1], edge, padding=1) for c in range(weighted.shape[1])]
            x = x + torch.cat(parts, dim=1)
    return modulated(state, "to_rgb", F.relu(x), code, False)


def sem_random(state: State, z: Tensor, head: int) -> Tensor:
    """F: what one of the twelve heads gives, before it is tiled."""
    x = z
    for i in (0, 2, 4, 6):
        x = F.relu(F.linear(x, state[f"shared.{i}.weight"], state[f"shared.{i}.bias"]))
    name = f"unshared.{head}"
    for i in (0, 2, 4):
        x = F.relu(F.linear(x, state[f"{name}.{i}.weight"], state[f"{name}.{i}.bias"]))
    return F.linear(x, state[f"{name}.6.weight"], state[f"{name}.6.bias"])


def sem_style(state: State, layout: Tensor, head: int) -> Tensor:
    """S: what one of the twelve heads reads off a layout."""
    x = F.conv2d(layout, state["shared.0.weight"], state["shared.0.bias"], padding=1)
    blocks = sum(f"shared.{i}.conv1.weight" in state for i in range(20))
    for i in range(blocks):
        x = residual(state, f"shared.{i + 1}", x, down=True)
    x = F.conv2d(leaky(x), state[f"shared.{blocks + 2}.weight"], state[f"shared.{blocks + 2}.bias"])
    x = leaky(x).flatten(1)
    return F.linear(x, state[f"unshared.{head}.weight"], state[f"unshared.{head}.bias"])


def fused(x: Tensor, bias: Tensor) -> Tensor:
    return leaky(x + bias[:, None, None]) * math.sqrt(2)


def scaled(weight: Tensor) -> Tensor:
    """Equalised learning rate: over the root of the fan-in."""
    return weight / math.sqrt(weight[0].numel())


def filtered(x: Tensor, kernel: Tensor, before: int, after: int, zeros_between: bool = False) -> Tensor:
    """Zeros put between pixels or not, padding, then the kernel on every channel."""
    n, c, h, w = x.shape
    if zeros_between:
        wide = torch.zeros(n, c, 2 * h, 2 * w)
        wide[:, :, ::2, ::2] = x
        x = wide
    x = F.pad(x, (before, after, before, after)).reshape(n * c, 1, x.shape[2] + before + after, -1)
    y = F.conv2d(x, kernel.flip(0, 1)[None, None])
    return y.reshape(n, c, y.shape[2], y.shape[3])


def nearest(regions: Tensor, size: int) -> Tensor:
    return F.interpolate(regions, size=(size, size), mode="nearest")


def resample(state: State, name: str, x: Tensor) -> Tensor:
    if f"{name}.0.kernel" in state:  # down
        x = filtered(x, state[f"{name}.0.kernel"], 2, 2)
        return fused(F.conv2d(x, scaled(state[f"{name}.1.weight"]), stride=2), state[f"{name}.2.bias"])
    weight = scaled(state[f"{name}.0.weight"])
    if f"{name}.1.kernel" in state:  # up
        x = F.conv_transpose2d(x, weight.transpose(0, 1), stride=2)
        return fused(filtered(x, state[f"{name}.1.kernel"], 1, 1), state[f"{name}.2.bias"])
    return fused(F.conv2d(x, weight, padding=1), state[f"{name}.1.bias"])


def gamma(state: State, name: str, regions: Tensor, styles: Tensor) -> Tensor:
    hidden = F.conv2d(regions, scaled(state[f"{name}.spade_gamma.mlp_shared.0.weight"]), padding=1)
    hidden = fused(hidden, state[f"{name}.spade_gamma.mlp_shared.1.bias"])
    out = f"{name}.spade_gamma.mlp_gamma.0"
    by_map = F.conv2d(hidden, scaled(state[f"{out}.weight"]), state[f"{out}.bias"], padding=1)
    if f"{name}.style_gamma.0.weight" not in state:
        return by_map
    painted = torch.zeros(len(regions), styles.shape[2], *regions.shape[2:])
    for j in range(regions.shape[1]):
        linear = scaled(state[f"{name}.fc_mu.{j}.weight"])
        code = F.linear(styles[:, j], linear, state[f"{name}.fc_mu.{j}.bias"])
        painted += code[:, :, None, None] * regions[:, j : j + 1]
    style = f"{name}.style_gamma.0"
    by_style = F.conv2d(painted, scaled(state[f"{style}.weight"]), state[f"{style}.bias"], padding=1)
    alpha = torch.sigmoid(state[f"{name}.blending_gamma"])
    return alpha * by_style + (1 - alpha) * by_map


def sac(state: State, name: str, x: Tensor, regions: Tensor, styles: Tensor, noise: Tensor) -> Tensor:
    conv = f"{name}.conv"
    factor = gamma(state, conv, nearest(regions, x.shape[2]), styles)
    weight = scaled(state[f"{conv}.weight"])
    sums = F.conv2d(factor**2, weight**2, padding=1).mean(dim=(2, 3), keepdim=True)
    if f"{conv}.blur.kernel" in state:
        y = F.conv_transpose2d(x * factor, weight.transpose(0, 1), stride=2)
        y = filtered(y, state[f"{conv}.blur.kernel"], 1, 1)
    else:
        y = F.conv2d(x * factor, weight, padding=1)
    return fused(
        y * torch.rsqrt(sums + 1e-8) + state[f"{name}.noise.weight"] * noise, state[f"{name}.activate.bias"]
    )


def to_rgb(state: State, name: str, x: Tensor, regions: Tensor, styles: Tensor) -> Tensor:
    factor = gamma(state, f"{name}.conv", nearest(regions, x.shape[2]), styles)
    return F.conv2d(x * factor, scaled(state[f"{name}.conv.weight"])) + state[f"{name}.bias"]


def syn_picture(state: State, regions: Tensor, styles: Tensor) -> Tensor:
    """SYN with its twelve fixed noise maps, drawn one after the other from seed 0."""
    torch.manual_seed(0)
    x = nearest(regions, 64)
    for i in range(4):
        x = resample(state, f"input.{i}", x)
    x = sac(state, "conv1", x, regions, styles, torch.randn(1, 1, 8, 8))
    picture = to_rgb(state, "to_rgb1", x, regions, styles)
    blocks = sum(f"to_rgbs.{i}.bias" in state for i in range(20))
    for i in range(blocks):
        size = 16 << i
        for j in (2 * i, 2 * i + 1):
            x = sac(state, f"convs.{j}", x, regions, styles, torch.randn(1, 1, size, size))
        raised = filtered(picture, state[f"to_rgbs.{i}.upsample.kernel"], 2, 1, zeros_between=True)
        picture = raised + to_rgb(state, f"to_rgbs.{i}", x, regions, styles)
    return picture


def syn_random(state: State, z: Tensor) -> Tensor:
    x = z / torch.sqrt((z**2).mean(dim=1, keepdim=True) + 1e-8)
    layers = sum(f"style.{i}.weight" in state for i in range(1, 20))
    for i in range(1, layers + 1):
        x = F.linear(x, scaled(state[f"style.{i}.weight"]) * 0.01, state[f"style.{i}.bias"] * 0.01)
        x = leaky(x) * math.sqrt(2)
    return x


def syn_style(state: State, rgb: Tensor, regions: Tensor) -> Tensor:
    x = rgb
    for i in range(sum(key.startswith("encoder.") and key.endswith(".bias") for key in state)):
        x = resample(state, f"encoder.model.{i}", x)
    weights = nearest(regions, x.shape[2])
    styles = torch.zeros(len(x), regions.shape[1], x.shape[1])
    for n in range(len(x)):
        for j in range(regions.shape[1]):
            inside = weights[n, j] > 0
            if inside.any():
                styles[n, j] = x[n][:, inside].mean(dim=1)
    return styles


def batch_norm(state: State, name: str, x: Tensor) -> Tensor:
    shape = (1, -1) + (1,) * (x.dim() - 2)
    mean, var = (state[f"{name}.running_{part}"].view(shape) for part in ("mean", "var"))
    weight, bias = (state[f"{name}.{part}"].view(shape) for part in ("weight", "bias"))
    return (x - mean) / torch.sqrt(var + 1e-5) * weight + bias


def unit(state: State, name: str, x: Tensor, padding: int = 1) -> Tensor:
    """BiSeNet's convolution, batch norm, ReLU."""
    return F.relu(batch_norm(state, f"{name}.bn", F.conv2d(x, state[f"{name}.conv.weight"], padding=padding)))


def mean(x: Tensor) -> Tensor:
    return x.mean(dim=(2, 3), keepdim=True)


def refine(state: State, name: str, x: Tensor) -> Tensor:
    x = unit(state, f"{name}.conv", x)
    attention = F.conv2d(mean(x), state[f"{name}.conv_atten.weight"])
    return x * torch.sigmoid(batch_norm(state, f"{name}.bn_atten", attention))


def larger(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2, mode="nearest")


def bisenet_classes(state: State, picture: Tensor) -> Tensor:
    """The main head's logits in BiSeNet's own order, for a picture with mean and spread taken out."""
    x = F.conv2d(picture, state["cp.resnet.conv1.weight"], stride=2, padding=3)
    x = F.max_pool2d(F.relu(batch_norm(state, "cp.resnet.bn1", x)), 3, stride=2, padding=1)
    outs: list[Tensor] = []
    for stage in (1, 2, 3, 4):
        for block in (0, 1):
            name = f"cp.resnet.layer{stage}.{block}"
            stride = 2 if stage > 1 and block == 0 else 1
            y = F.conv2d(x, state[f"{name}.conv1.weight"], stride=stride, padding=1)
            y = F.relu(batch_norm(state, f"{name}.bn1", y))
            y = batch_norm(state, f"{name}.bn2", F.conv2d(y, state[f"{name}.conv2.weight"], padding=1))
            if f"{name}.downsample.0.weight" in state:
                x = F.conv2d(x, state[f"{name}.downsample.0.weight"], stride=stride)
                x = batch_norm(state, f"{name}.downsample.1", x)
            x = F.relu(x + y)
        outs.append(x)
    _, eighth, sixteenth, last = outs
    y = refine(state, "cp.arm32", last) + unit(state, "cp.conv_avg", mean(last), padding=0)
    y = refine(state, "cp.arm16", sixteenth) + unit(state, "cp.conv_head32", larger(y))
    y = unit(state, "cp.conv_head16", larger(y))
    y = unit(state, "ffm.convblk", torch.cat([eighth, y], dim=1), padding=0)
    attention = F.relu(F.conv2d(mean(y), state["ffm.conv1.weight"]))
    y = y * torch.sigmoid(F.conv2d(attention, state["ffm.conv2.weight"])) + y
    y = F.conv2d(unit(state, "conv_out.conv", y), state["conv_out.conv_out.weight"])
    return F.interpolate(y, size=picture.shape[2:], mode="bilinear", align_corners=True)


def attribute_probabilities(state: State, x: Tensor) -> Tensor:
    """The classifier's probability of each head's second class, for a prepared input."""

    def conv(name: str, x: Tensor, stride: int = 1) -> Tensor:
        """Convolution and the batch norm that follows it in the list."""
        weight = state[f"{name}.weight"]
        groups = x.shape[1] // weight.shape[1]
        place, number = name.rsplit(".", 1)
        y = F.conv2d(x, weight, stride=stride, padding=weight.shape[2] // 2, groups=groups)
        return batch_norm(state, f"{place}.{int(number) + 1}", y)

    x = F.relu6(conv("features.0.0", x, 2))
    strides = {2: 2, 4: 2, 7: 2, 14: 2}
    for i in range(1, 18):
        y, first = x, f"features.{i}.conv.0"
        at = 0
        if i > 1:
            y, at = F.relu6(conv(first, y)), 3
        y = F.relu6(conv(f"features.{i}.conv.{at}", y, strides.get(i, 1)))
        y = conv(f"features.{i}.conv.{at + 3}", y)
        x = x + y if y.shape == x.shape else y
    x = F.relu6(conv("conv.0", x)).mean(dim=(2, 3))
    x = dense(state, "stem", x)
    heads: list[Tensor] = []
    for i in range(7):
        name = f"classifier{i:02d}"
        hidden = dense(state, f"{name}.0", x)
        logits = F.linear(hidden, state[f"{name}.1.weight"], state[f"{name}.1.bias"])
        heads.append(torch.softmax(logits, dim=1)[:, 1])
    return torch.stack(heads, dim=1)


def dense(state: State, name: str, x: Tensor) -> Tensor:
    x = F.linear(x, state[f"{name}.fc.weight"], state[f"{name}.fc.bias"])
    return F.relu(batch_norm(state, f"{name}.bn", x))
