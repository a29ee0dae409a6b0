"""Building blocks that several networks share: equalised layers and blurred resampling (StyleGAN2)."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

SQRT2 = math.sqrt(2.0)
SLOPE = 0.2


def leaky(x: Tensor) -> Tensor:
    """Leaky ReLU (slope 0.2) that keeps the variance: scaled by sqrt 2, as in StyleGAN2."""
    return F.leaky_relu(x, SLOPE) * SQRT2


def channels_last(x: Tensor) -> Tensor:
    """The same tensor in the memory format that CPU convolutions are several times faster in."""
    return x.contiguous(memory_format=torch.channels_last)


class EqualLinear(nn.Module):
    """Linear layer with equalised learning rate; `lr_multiplier` slows its weights and bias alike."""

    def __init__(self, inputs: int, outputs: int, bias: float = 0.0, lr_multiplier: float = 1.0) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs) / lr_multiplier)
        self.bias = nn.Parameter(torch.full((outputs,), bias / lr_multiplier))
        self.scale = lr_multiplier / math.sqrt(inputs)
        self.lr_multiplier = lr_multiplier

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weight * self.scale, self.bias * self.lr_multiplier)


def over_channels(values: Tensor, gains: Tensor, bias: Tensor | None = None) -> Tensor:
    """One map `(N, 1, H, W)` times `gains` `(C,)`, plus `bias` `(C,)`: `(N, C, H, W)`, channels last.

    As a product of matrices: broadcasting over the channels of that format takes CPUs ten times as long.
    """
    return F.linear(values.permute(0, 2, 3, 1), gains.unsqueeze(1), bias).permute(0, 3, 1, 2)


class EqualConv2d(nn.Module):
    """Convolution with equalised learning rate and same padding; `stride` 1 or 2.

    Its result may be asked for times `gain`: taken into the weights that spares a pass over every pixel.
    """

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1, bias: bool = True) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs, kernel, kernel))
        self.bias = nn.Parameter(torch.zeros(outputs)) if bias else None
        self.scale = 1.0 / math.sqrt(inputs * kernel * kernel)
        self.stride = stride
        self.padding = kernel // 2

    def forward(self, x: Tensor, gain: float | Tensor = 1.0) -> Tensor:
        bias = None if self.bias is None else self.bias * gain
        weight = self.weight * (self.scale * gain)
        return F.conv2d(x, weight, bias, stride=self.stride, padding=self.padding)


class Blur(nn.Module):
    """Separable [1, 3, 3, 1] low-pass filter, one channel at a time, with explicit padding.

    `gain` scales the result: 4 makes up for the zeros that a stride-2 transposed convolution inserts.
    """

    kernel: Tensor

    def __init__(self, padding: tuple[int, int], gain: float = 1.0) -> None:
        super().__init__()
        taps = torch.tensor([1.0, 3.0, 3.0, 1.0])
        kernel = torch.outer(taps, taps)
        self.register_buffer("kernel", kernel / kernel.sum() * gain, persistent=False)
        self.padding = padding

    def forward(self, x: Tensor) -> Tensor:
        before, after = self.padding
        channels = x.shape[1]
        kernel = self.kernel.to(x.dtype).expand(channels, 1, 4, 4)
        if before == after:
            return F.conv2d(x, kernel, padding=before, groups=channels)
        return F.conv2d(F.pad(x, (before, after, before, after)), kernel, groups=channels)


class LeakyConv(EqualConv2d):
    """An equalised convolution with `leaky` behind it, whose factor is taken into the weights."""

    def forward(self, x: Tensor, gain: float | Tensor = 1.0) -> Tensor:
        return F.leaky_relu(super().forward(x, gain * SQRT2), SLOPE, inplace=True)


class DownConv(nn.Module):
    """Blur, then a stride-2 equalised convolution, then leaky ReLU: halves the resolution."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.blur = Blur((1, 2))
        self.conv = LeakyConv(inputs, outputs, 3, stride=2)

    def forward(self, x: Tensor) -> Tensor:
        return self.conv(self.blur(x))


class BlurredBorderDown(DownConv):
    """As in StyleGAN2's released code: the convolution's first row and column see the blurred border, where
    `DownConv`'s see zeros."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs)
        self.blur = Blur((2, 2))
        self.conv.padding = 0


class ResidualDown(nn.Module):
    """Residual block that halves the resolution, low-passed in both ways (StyleGAN2)."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.first = LeakyConv(inputs, inputs, 3)
        self.second = BlurredBorderDown(inputs, outputs)
        self.blur = Blur((1, 1))
        self.shortcut = EqualConv2d(inputs, outputs, 1, stride=2, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return (self.second(self.first(x)) + self.shortcut(self.blur(x))) / SQRT2


class UpConv(nn.Module):
    """A transposed stride-2 equalised convolution, blur, leaky ReLU: doubles the resolution (StyleGAN2)."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv = EqualConv2d(inputs, outputs, 3)
        self.blur = Blur((1, 1), gain=4.0)

    def forward(self, x: Tensor) -> Tensor:
        weight = (self.conv.weight * self.conv.scale).transpose(0, 1)
        y = self.blur(F.conv_transpose2d(x, weight, stride=2))
        assert self.conv.bias is not None
        return leaky(y + self.conv.bias[:, None, None])


class UpsampleSkip(nn.Module):
    """Doubles the resolution of a picture by zero insertion and blur, as StyleGAN2's RGB skip.

    That is bilinear interpolation, the border's own value lying beyond it.
    """

    def forward(self, x: Tensor) -> Tensor:
        return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)


class ZeroPaddedSkip(UpsampleSkip):
    """The same with zeros beyond the border, as in StyleGAN2's released code."""

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(F.pad(x, (1, 1, 1, 1)))[..., 2:-2, 2:-2]


def pixel_norm(x: Tensor) -> Tensor:
    """Scale every vector along the last axis to unit mean square."""
    return x * torch.rsqrt(x.square().mean(dim=-1, keepdim=True) + 1e-8)


def one_hot(label_map: Tensor, labels: int, dtype: torch.dtype = torch.float32) -> Tensor:
    """One-hot `(N, L, H, W)` in channels-last memory from an integer map `(N, H, W)`; ids >= L give zeros."""
    ids = torch.arange(labels, device=label_map.device, dtype=label_map.dtype)
    return (label_map.unsqueeze(-1) == ids).to(dtype).permute(0, 3, 1, 2)


def region_mean(features: Tensor, weights: Tensor) -> Tensor:
    """Mean feature of every region: features `(N, D, H, W)`, weights `(N, L, H, W)` -> `(N, L, D)`.

    Regions without any weight give zeros.
    """
    area = weights.sum(dim=(2, 3)).unsqueeze(-1)
    total = torch.einsum("nlhw,ndhw->nld", weights, features)
    return torch.where(area > 0, total / area.clamp(min=1e-6), torch.zeros_like(total))


class NoiseSource:
    """Noise maps, one a layer: the same for every call with the same seed, or fresh for None."""

    def __init__(self, seed: int | None, device: torch.device) -> None:
        self.generator = None if seed is None else torch.Generator().manual_seed(seed)
        self.device = device

    def draw(self, n: int, size: int) -> Tensor:
        if self.generator is None:
            return torch.randn(n, 1, size, size, device=self.device)
        return torch.randn(1, 1, size, size, generator=self.generator).to(self.device)
