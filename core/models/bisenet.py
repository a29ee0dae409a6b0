"""BiSeNet, the face parser whose weights are widely shared (Yu et al. 2018, as face-parsing.PyTorch has it).

A ResNet-18 gives features at an eighth, a sixteenth and a thirty-second of the size; attention refines the
two coarser ones, a global mean is added, and everything meets at an eighth. There is no separate spatial
path. The auxiliary heads of training are not part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.labels import BISENET_ORDER, SIDES, Label

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)


@dataclass(frozen=True)
class BiSeNetConfig:
    """Sizes; the defaults are those of the released weights.

    `widths` of the four residual stages, `context` and `fusion` channels; `size` in pixels is what the crop
    is enlarged to, a multiple of 32.
    """

    widths: tuple[int, int, int, int] = (64, 128, 256, 512)
    context: int = 128
    fusion: int = 256
    size: int = 512


class ConvUnit(nn.Module):
    """Convolution without bias, batch norm, ReLU."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 3, stride: int = 1) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.norm(self.conv(x)))


class BasicBlock(nn.Module):
    """Two 3x3 convolutions around a shortcut, which is a 1x1 convolution where the shape changes."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.first = ConvUnit(inputs, outputs, stride=stride)
        self.conv = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        same = inputs == outputs and stride == 1
        project = nn.Conv2d(inputs, outputs, 1, stride, bias=False)
        self.shortcut = nn.Identity() if same else nn.Sequential(project, nn.BatchNorm2d(outputs))

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.norm(self.conv(self.first(x))) + self.shortcut(x))


class ResNet18(nn.Module):
    """Picture `(N, 3, H, W)` -> features at 1/8, 1/16 and 1/32."""

    def __init__(self, widths: tuple[int, int, int, int]) -> None:
        super().__init__()
        self.stem = ConvUnit(3, widths[0], kernel=7, stride=2)
        self.pool = nn.MaxPool2d(3, stride=2, padding=1)
        stages = [_stage(widths[0], widths[0], 1), *(_stage(a, b, 2) for a, b in pairwise(widths))]
        self.stages = nn.ModuleList(stages)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x = self.stages[0](self.pool(self.stem(x)))
        eighth = self.stages[1](x)
        sixteenth = self.stages[2](eighth)
        return eighth, sixteenth, self.stages[3](sixteenth)


def _stage(inputs: int, outputs: int, stride: int) -> nn.Sequential:
    return nn.Sequential(BasicBlock(inputs, outputs, stride), BasicBlock(outputs, outputs, 1))


class AttentionRefinement(nn.Module):
    """Features times a factor a channel, read off their mean."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.unit = ConvUnit(inputs, outputs)
        self.attend = nn.Conv2d(outputs, outputs, 1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        x = self.unit(x)
        return x * torch.sigmoid(self.norm(self.attend(_mean(x))))


class ContextPath(nn.Module):
    """The backbone and what makes its coarse features one map at 1/8."""

    def __init__(self, config: BiSeNetConfig) -> None:
        super().__init__()
        width = config.context
        self.backbone = ResNet18(config.widths)
        self.refine16 = AttentionRefinement(config.widths[2], width)
        self.refine32 = AttentionRefinement(config.widths[3], width)
        self.overall = ConvUnit(config.widths[3], width, kernel=1)
        self.head16 = ConvUnit(width, width)
        self.head32 = ConvUnit(width, width)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        eighth, sixteenth, coarsest = self.backbone(x)
        y = self.refine32(coarsest) + self.overall(_mean(coarsest))
        y = self.head32(F.interpolate(y, size=sixteenth.shape[2:], mode="nearest"))
        y = self.refine16(sixteenth) + y
        return eighth, self.head16(F.interpolate(y, size=eighth.shape[2:], mode="nearest"))


class FeatureFusion(nn.Module):
    """Backbone and context features together, the channels weighted by attention."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.unit = ConvUnit(inputs, outputs, kernel=1)
        self.reduce = nn.Conv2d(outputs, outputs // 4, 1, bias=False)
        self.expand = nn.Conv2d(outputs // 4, outputs, 1, bias=False)

    def forward(self, fine: Tensor, context: Tensor) -> Tensor:
        x = self.unit(torch.cat([fine, context], dim=1))
        return x + x * torch.sigmoid(self.expand(F.relu(self.reduce(_mean(x)))))


class BiSeNet(nn.Module):
    """Crop `(N, 3, H, W)` in [-1, 1] -> logits `(N, 19, H, W)` in the order of `Label`.

    The crop is enlarged to the config's size and the logits brought back. Left and right of eyes, brows and
    ears go by their place in the crop: the released weights were trained on mirrored pictures whose labels
    were not, so that they mix the sides up.
    """

    order: Tensor
    mean: Tensor
    std: Tensor

    def __init__(self, config: BiSeNetConfig) -> None:
        super().__init__()
        self.config = config
        self.context = ContextPath(config)
        self.fuse = FeatureFusion(config.widths[1] + config.context, config.fusion)
        self.last = ConvUnit(config.fusion, config.fusion)
        self.head = nn.Conv2d(config.fusion, len(BISENET_ORDER), 1, bias=False)
        order = torch.tensor([BISENET_ORDER.index(label) for label in Label])
        self.register_buffer("order", order, persistent=False)
        self.register_buffer("mean", torch.tensor(IMAGENET_MEAN)[:, None, None], persistent=False)
        self.register_buffer("std", torch.tensor(IMAGENET_STD)[:, None, None], persistent=False)

    def forward(self, crop: Tensor) -> Tensor:
        size = self.config.size
        x = F.interpolate(crop, size=(size, size), mode="bilinear", align_corners=False)
        logits = self.classes(((x + 1) / 2 - self.mean) / self.std).float()
        logits = F.interpolate(logits, size=crop.shape[2:], mode="bilinear", align_corners=False)
        return sides_by_place(logits.index_select(1, self.order))

    def classes(self, picture: Tensor) -> Tensor:
        """A picture `(N, 3, H, W)` with ImageNet's mean and spread taken out, H and W multiples of 32 ->
        logits `(N, 19, H, W)` in BiSeNet's own order."""
        fine, context = self.context(picture)
        logits = self.head(self.last(self.fuse(fine, context)))
        return F.interpolate(logits, size=picture.shape[2:], mode="bilinear", align_corners=True)


def sides_by_place(logits: Tensor) -> Tensor:
    """Logits `(N, 19, H, W)` of an aligned crop with paired labels kept to their own half.

    The person's left lies on the right of the picture. Either label of a pair counts for whichever side the
    pixel is on; the other gets a logit that cannot win.
    """
    width = logits.shape[3]
    on_the_right = torch.arange(width, device=logits.device) >= width // 2
    never = logits.amin(dim=1) - 1
    result = logits.clone()
    for left, right in SIDES:
        either = torch.maximum(logits[:, left], logits[:, right])
        result[:, left] = torch.where(on_the_right, either, never)
        result[:, right] = torch.where(on_the_right, never, either)
    return result


def _mean(x: Tensor) -> Tensor:
    return x.mean(dim=(2, 3), keepdim=True)
