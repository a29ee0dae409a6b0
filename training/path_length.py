"""Path length regularisation of StyleGAN2 (Karras et al. 2020, section 3.2)."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

DECAY = 0.01
"""How fast the mean length follows."""


class PathLength(nn.Module):
    """The running mean `a` of path lengths, and the penalty (|J_w^T y| - a)^2 (equation 4)."""

    mean: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(()))

    def forward(self, rgb: Tensor, codes: Tensor) -> tuple[Tensor, Tensor]:
        """Pictures `(N, 3, H, W)` drawn from codes `(N, layers, D)` -> mean penalty and mean length.

        Moves the running mean; the penalty's gradient flows through the Jacobian.
        """
        noise = torch.randn_like(rgb) / math.sqrt(rgb.shape[2] * rgb.shape[3])
        (gradient,) = torch.autograd.grad((rgb * noise).sum(), codes, create_graph=True)
        lengths = gradient.square().sum(dim=2).mean(dim=1).sqrt()
        # As in the released code the mean that lengths are held to has these in it, with their gradient.
        mean = self.mean + DECAY * (lengths.mean() - self.mean)
        self.mean.copy_(mean.detach())
        return (lengths - mean).square().mean(), lengths.mean().detach()
