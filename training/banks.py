"""A memory of style codes, so that a mapping network can be aligned with what the encoder gives."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

FEWEST = 8
"""Codes that a slot must hold before its distribution says anything."""


class CodeBank(nn.Module):
    """The last codes of every slot (a region, or an attribute in one state): samples of its distribution.

    One batch holds none or one of the rare ones.
    """

    codes: Tensor
    count: Tensor

    def __init__(self, slots: int, dim: int, size: int = 256) -> None:
        super().__init__()
        self.register_buffer("codes", torch.zeros(slots, size, dim))
        self.register_buffer("count", torch.zeros(slots, dtype=torch.long))

    def add(self, codes: Tensor, valid: Tensor) -> None:
        """Take codes `(N, S, D)` in where `valid` `(N, S)`; the oldest of a slot go."""
        size = self.codes.shape[1]
        for sample, slot in valid.nonzero().tolist():
            self.codes[slot, self.count[slot] % size] = codes[sample, slot].detach()
            self.count[slot] += 1

    def distance(self, random: Tensor, directions: int = 16) -> Tensor:
        """Sliced Wasserstein distance of random codes `(M, S, D)` to the bank's, summed over slots.

        Codes are compared along random directions after sorting. Slots with few codes are left out.
        """
        known = self.count.clamp(max=self.codes.shape[1])
        slots = (known >= FEWEST).nonzero().flatten()
        if not len(slots):
            return random.new_zeros(())
        m, dim = random.shape[0], random.shape[2]
        drawn = (torch.rand(len(slots), m, device=random.device) * known[slots, None]).long()
        real = self.codes[slots[:, None], drawn]
        axes = F.normalize(torch.randn(len(slots), dim, directions, device=random.device), dim=1)
        a, _ = torch.bmm(random[:, slots].transpose(0, 1), axes).sort(dim=1)
        b, _ = torch.bmm(real, axes).sort(dim=1)
        return (a - b).abs().mean(dim=(1, 2)).sum()
