"""Inception v3 as released for FID in 2015: the network whose pooled features Heusel et al. (2017) compare.

Names of the tensors are those of the PyTorch ports of that file (`pt_inception-2015-12-05*.pth`). Szegedy et
al. 2016, figures 5-7; pads are not counted in averages, and the last block pools by maximum, as the file was
trained.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

SIDE = 299
FEATURES = 2048

Pool = Literal["mean", "max", "shrink"]


@dataclass(frozen=True)
class Step:
    """One convolution: its name in the file, channels, kernel (height, width), and stride.

    With `fork` it is two side by side, named by `name` and `fork`, the second with the kernel turned.
    """

    name: str
    channels: int
    kernel: tuple[int, int] = (1, 1)
    stride: int = 1
    fork: str = ""


def _square(name: str, channels: int, kernel: int, stride: int = 1) -> Step:
    return Step(name, channels, (kernel, kernel), stride)


_Paths = tuple[tuple[Step, ...], ...]
_A: _Paths = (
    (Step("branch1x1", 64),),
    (Step("branch5x5_1", 48), _square("branch5x5_2", 64, 5)),
    (Step("branch3x3dbl_1", 64), _square("branch3x3dbl_2", 96, 3), _square("branch3x3dbl_3", 96, 3)),
)
_B: _Paths = (
    (_square("branch3x3", 384, 3, 2),),
    (Step("branch3x3dbl_1", 64), _square("branch3x3dbl_2", 96, 3), _square("branch3x3dbl_3", 96, 3, 2)),
)
_D: _Paths = (
    (Step("branch3x3_1", 192), _square("branch3x3_2", 320, 3, 2)),
    (
        Step("branch7x7x3_1", 192), Step("branch7x7x3_2", 192, (1, 7)), Step("branch7x7x3_3", 192, (7, 1)),
        _square("branch7x7x3_4", 192, 3, 2),
    ),
)  # fmt: skip
_E: _Paths = (
    (Step("branch1x1", 320),),
    (Step("branch3x3_1", 384), Step("branch3x3_2a", 384, (1, 3), fork="branch3x3_2b")),
    (
        Step("branch3x3dbl_1", 448), _square("branch3x3dbl_2", 384, 3),
        Step("branch3x3dbl_3a", 384, (1, 3), fork="branch3x3dbl_3b"),
    ),
)  # fmt: skip


def _c(width: int) -> _Paths:
    """The blocks with long kernels; `width` is that of the inner convolutions."""
    return (
        (Step("branch1x1", 192),),
        (Step("branch7x7_1", width), Step("branch7x7_2", width, (1, 7)), Step("branch7x7_3", 192, (7, 1))),
        (
            Step("branch7x7dbl_1", width), Step("branch7x7dbl_2", width, (7, 1)),
            Step("branch7x7dbl_3", width, (1, 7)), Step("branch7x7dbl_4", width, (7, 1)),
            Step("branch7x7dbl_5", 192, (1, 7)),
        ),
    )  # fmt: skip


class _Conv(nn.Module):
    """Convolution, batch norm, ReLU."""

    def __init__(self, inputs: int, outputs: int, kernel: tuple[int, int], stride: int, pad: bool) -> None:
        super().__init__()
        padding = (kernel[0] // 2, kernel[1] // 2) if pad else 0
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False)
        self.bn = nn.BatchNorm2d(outputs, eps=0.001)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.bn(self.conv(x)))


class Mixed(nn.Module):
    """Paths side by side and a pooled one, `pooled` channels wide; stacked. `shrink` pools only, by two."""

    def __init__(self, inputs: int, paths: _Paths, pool: Pool, pooled: int = 0) -> None:
        super().__init__()
        self.paths, self.pool = paths, pool
        self.width = 0
        for path in paths:
            channels = inputs
            for step in path:
                kernels = {step.name: step.kernel, step.fork: step.kernel[::-1]}
                for name in filter(None, (step.name, step.fork)):
                    conv = _Conv(channels, step.channels, kernels[name], step.stride, pad=step.stride == 1)
                    self.add_module(name, conv)
                channels = step.channels * (2 if step.fork else 1)
            self.width += channels
        self.branch_pool = None if pool == "shrink" else _Conv(inputs, pooled, (1, 1), 1, pad=False)
        self.width += inputs if pool == "shrink" else pooled

    def forward(self, x: Tensor) -> Tensor:
        return torch.cat([*(self._follow(path, x) for path in self.paths), self._pooled(x)], dim=1)

    def _follow(self, path: tuple[Step, ...], x: Tensor) -> Tensor:
        for step in path:
            y = self.get_submodule(step.name)(x)
            x = torch.cat([y, self.get_submodule(step.fork)(x)], dim=1) if step.fork else y
        return x

    def _pooled(self, x: Tensor) -> Tensor:
        if self.branch_pool is None:
            return F.max_pool2d(x, 3, 2)
        if self.pool == "max":
            return self.branch_pool(F.max_pool2d(x, 3, 1, 1))
        return self.branch_pool(F.avg_pool2d(x, 3, 1, 1, count_include_pad=False))


class Inception(nn.Module):
    """Pictures `(N, 3, H, W)` in [-1, 1] -> pooled features `(N, 2048)`."""

    def __init__(self) -> None:
        super().__init__()
        self.Conv2d_1a_3x3 = _Conv(3, 32, (3, 3), 2, pad=False)
        self.Conv2d_2a_3x3 = _Conv(32, 32, (3, 3), 1, pad=False)
        self.Conv2d_2b_3x3 = _Conv(32, 64, (3, 3), 1, pad=True)
        self.Conv2d_3b_1x1 = _Conv(64, 80, (1, 1), 1, pad=False)
        self.Conv2d_4a_3x3 = _Conv(80, 192, (3, 3), 1, pad=False)
        blocks: tuple[tuple[str, _Paths, Pool, int], ...] = (
            ("Mixed_5b", _A, "mean", 32), ("Mixed_5c", _A, "mean", 64), ("Mixed_5d", _A, "mean", 64),
            ("Mixed_6a", _B, "shrink", 0), ("Mixed_6b", _c(128), "mean", 192),
            ("Mixed_6c", _c(160), "mean", 192), ("Mixed_6d", _c(160), "mean", 192),
            ("Mixed_6e", _c(192), "mean", 192), ("Mixed_7a", _D, "shrink", 0),
            ("Mixed_7b", _E, "mean", 192), ("Mixed_7c", _E, "max", 192),
        )  # fmt: skip
        width = 192
        self.blocks: list[Mixed] = []  # in order; the modules themselves are known by the file's names
        for name, paths, pool, pooled in blocks:
            block = Mixed(width, paths, pool, pooled)
            self.add_module(name, block)
            self.blocks.append(block)
            width = block.width

    def forward(self, pictures: Tensor) -> Tensor:
        x = F.interpolate(pictures, (SIDE, SIDE), mode="bilinear", align_corners=False)
        x = self.Conv2d_2b_3x3(self.Conv2d_2a_3x3(self.Conv2d_1a_3x3(x)))
        x = self.Conv2d_4a_3x3(self.Conv2d_3b_1x1(F.max_pool2d(x, 3, 2)))
        x = F.max_pool2d(x, 3, 2)
        for block in self.blocks:
            x = block(x)
        return x.mean(dim=(2, 3))
