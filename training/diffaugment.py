"""Differentiable augmentation for discriminators on little data (Zhao et al. 2020): colour, shift, cutout."""

from __future__ import annotations

from collections.abc import Collection

import torch
from torch import Tensor
from torch.nn import functional as F

KINDS = ("colour", "translate", "cutout")


def diff_augment(
    pictures: Tensor, pairs: int = 1, others: Tensor | None = None, kinds: Collection[str] = KINDS
) -> Tensor:
    """Augment `(N, C, H, W)`; with `pairs` > 1 the batch holds that many parts that share their draws.

    `others` `(N, D, H, W)`, a label map say, move and are cut along and keep their values: the result is
    `(N, C + D, H, W)`. Where colours say something `kinds` leaves them as they are.
    """
    n = len(pictures) // pairs
    if "colour" in kinds:
        pictures = _colour(pictures, n, pairs)
    if others is not None:
        pictures = torch.cat([pictures, others], dim=1)
    for kind, augment in (("translate", _translate), ("cutout", _cutout)):
        if kind in kinds:
            pictures = augment(pictures, n, pairs)
    return pictures


def _draw(n: int, pairs: int, like: Tensor) -> Tensor:
    return torch.rand(n, 1, 1, 1, device=like.device).repeat(pairs, 1, 1, 1)


def _colour(x: Tensor, n: int, pairs: int) -> Tensor:
    x = x + (_draw(n, pairs, x) - 0.5) * 0.6
    grey = x.mean(dim=1, keepdim=True)
    x = grey + (x - grey) * (_draw(n, pairs, x) * 1.2 + 0.4)
    mean = x.mean(dim=(1, 2, 3), keepdim=True)
    return mean + (x - mean) * (_draw(n, pairs, x) * 0.6 + 0.7)


def _translate(x: Tensor, n: int, pairs: int) -> Tensor:
    """Whole-pixel shifts by up to an eighth, zeros moving in."""
    size = x.shape[-1]
    reach = max(size // 8, 1)
    shifts = torch.randint(-reach, reach + 1, (n, 2)).repeat(pairs, 1).tolist()
    padded = F.pad(x, [reach] * 4)
    return torch.stack(
        [p[:, reach + dy : reach + dy + size, reach + dx : reach + dx + size]
         for p, (dy, dx) in zip(padded, shifts, strict=True)]
    )  # fmt: skip


def _cutout(x: Tensor, n: int, pairs: int) -> Tensor:
    """A square of a third of the width, greyed out at a random place."""
    size = x.shape[-1]
    side = size // 3
    corners = torch.randint(-side // 2, size - side // 2, (n, 2)).repeat(pairs, 1).tolist()
    mask = torch.ones(len(x), 1, size, size, device=x.device)
    for i, (top, left) in enumerate(corners):
        mask[i, :, max(top, 0) : top + side, max(left, 0) : left + side] = 0
    return x * mask
