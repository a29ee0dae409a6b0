"""Path length regularisation of StyleGAN2 (Karras et al. 2020, section 3.2 and appendix B)."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

DECAY = 0.01
"""How fast the mean length follows (appendix B)."""


def path_lengths(drawn: Tensor, codes: Tensor) -> Tensor:
    """How far pictures `(N, 3, H, W)` move with their codes `(N, rows, D)`, in random directions of pixels.

    |J^T y| `(N,)` with y normal, made comparable over resolutions (equation 4).
    """
    noise = torch.randn_like(drawn) / math.sqrt(drawn.shape[2] * drawn.shape[3])
    (moved,) = torch.autograd.grad((drawn * noise).sum(), codes, create_graph=True)
    return moved.square().sum(dim=2).mean(dim=1).sqrt()


class PathLength(nn.Module):
    """The running mean `value` of path lengths, a, and the penalty (|J^T y| - a)^2 (equation 4)."""

    value: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("value", torch.zeros(()))

    def forward(self, drawn: Tensor, codes: Tensor) -> tuple[Tensor, Tensor]:
        """Pictures and their codes, as for `path_lengths` -> mean penalty and mean length.

        Moves the running mean; the penalty's gradient flows through the Jacobian.
        """
        lengths = path_lengths(drawn, codes)
        # As in the released code the mean that lengths are held to has these in it, with their gradient.
        mean = self.value.lerp(lengths.mean().to(self.value), DECAY)
        self.value.copy_(mean.detach())
        return (lengths - mean).square().mean(), lengths.mean().detach()
