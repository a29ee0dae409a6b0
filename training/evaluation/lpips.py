"""LPIPS (Zhang et al. 2018): AlexNet's five feature maps, normalised, their differences weighed by channel.

Names of AlexNet's tensors are those of the file that everybody uses (`alexnet-owt-*.pth`). The channels'
weights come in a file of their own: `alex.pth` of the authors, or `lpips_weights.ckpt` of StarGAN v2.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional as F

CHANNELS = (64, 192, 384, 256, 256)
_CONVOLUTIONS = {"0": (3, 64, 11, 4, 2), "3": (64, 192, 5, 1, 2), "6": (192, 384, 3, 1, 1),
                 "8": (384, 256, 3, 1, 1), "10": (256, 256, 3, 1, 1)}  # fmt: skip
"""By the place in AlexNet: inputs, outputs, kernel, stride, padding."""
_AFTER_POOLING = ("3", "6")
_SHIFT, _SCALE = (-0.030, -0.088, -0.188), (0.458, 0.448, 0.450)
"""The authors' scaling of pictures in [-1, 1] (version 0.1): ImageNet's means and deviations."""


class Lpips(nn.Module):
    """Two batches of pictures `(N, 3, H, W)` in [-1, 1] -> distances `(N,)`, 0 for equal ones."""

    shift: Tensor
    scale: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.ModuleDict(
            {name: nn.Conv2d(i, o, k, s, p) for name, (i, o, k, s, p) in _CONVOLUTIONS.items()}
        )
        self.weights = nn.ParameterList(torch.zeros(count) for count in CHANNELS)
        self.register_buffer("shift", torch.tensor(_SHIFT).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("scale", torch.tensor(_SCALE).view(1, 3, 1, 1), persistent=False)

    def forward(self, first: Tensor, second: Tensor) -> Tensor:
        distances = [
            ((a - b).square() * weight.view(1, -1, 1, 1)).sum(dim=1).mean(dim=(1, 2))
            for a, b, weight in zip(self.maps(first), self.maps(second), self.weights, strict=True)
        ]
        return torch.stack(distances).sum(dim=0)

    def maps(self, pictures: Tensor) -> list[Tensor]:
        """The five feature maps, every pixel's vector of length 1."""
        x = (pictures - self.shift) / self.scale
        found: list[Tensor] = []
        for name, convolution in self.features.items():
            x = F.relu(convolution(F.max_pool2d(x, 3, 2) if name in _AFTER_POOLING else x))
            found.append(x / (x.square().sum(dim=1, keepdim=True).sqrt() + 1e-10))
        return found


def channel_weights(tensors: Mapping[str, Tensor]) -> list[Tensor] | None:
    """The five weight vectors among a file's tensors, `(1, C, 1, 1)` there; None where it has none.

    They are told from others by their shape, and keep the order of their names.
    """
    found = [tensors[key].flatten() for key in sorted(tensors) if _is_weight(tensors[key])]
    return found if tuple(len(weight) for weight in found) == CHANNELS else None


def _is_weight(tensor: Tensor) -> bool:
    return tensor.ndim == 4 and tensor.shape[0] == 1 and tuple(tensor.shape[2:]) == (1, 1)
