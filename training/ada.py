"""Adaptive augmentation of what a discriminator sees (Karras et al. 2020, “Training GANs with Limited Data”).

The paper's pixel blitting, geometry and colour, which it found to be what counts. Turns, shifts and scales
are one bilinear resampling with mirrored borders, without the paper's wavelet filters.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True)
class AdaConfig:
    """How the probability p moves: so that r_t (equation 1) comes to `target`; 0 keeps p where it is.

    p can go from 0 to 1 within `pictures` real pictures; it is looked at every `every` verdicts.
    """

    start: float = 0.0
    target: float = 0.6
    pictures: int = 500_000
    every: int = 4


class Ada(nn.Module):
    """Augments by the present p, and moves p by how sure the discriminator is of real pictures."""

    p: Tensor
    signs: Tensor
    seen: Tensor
    verdicts: Tensor

    def __init__(self, config: AdaConfig) -> None:
        super().__init__()
        self.config = config
        self.register_buffer("p", torch.tensor(config.start))
        self.register_buffer("signs", torch.zeros(()))
        self.register_buffer("seen", torch.zeros(()))
        self.register_buffer("verdicts", torch.zeros(()))

    def forward(self, pictures: Tensor, pairs: int = 1) -> Tensor:
        """Augment `(N, 3, H, W)`; with `pairs` > 1 the batch holds that many parts that share their draws."""
        p = self.p.item()
        if p <= 0:
            return pictures
        n = len(pictures) // pairs
        moved = _resampled(pictures, _moves(n, p).repeat(pairs, 1, 1).to(pictures))
        return _recoloured(moved, _colours(n, p).repeat(pairs, 1, 1).to(pictures))

    @torch.no_grad()
    def observe(self, real: Tensor) -> None:
        """Take in the verdicts on real pictures, `(N, ...)` logits (section 3.1)."""
        share = real.sign().flatten(1).mean(dim=1)
        self.signs += share.sum()
        self.seen += len(share)
        self.verdicts += 1
        config = self.config
        if not config.target or self.verdicts < config.every:
            return
        sure = self.signs / self.seen
        self.p += torch.sign(sure - config.target) * self.seen / config.pictures
        self.p.clamp_(0.0, 1.0)
        for counter in (self.signs, self.seen, self.verdicts):
            counter.zero_()


def _chance(n: int, p: float, values: Tensor, neutral: float) -> Tensor:
    """The values where chance says so, neutral ones elsewhere."""
    return torch.where(torch.rand(n) < p, values, torch.full_like(values, neutral))


def _moves(n: int, p: float) -> Tensor:
    """Affines `(N, 3, 3)` from where a pixel goes to where it comes from, in [-1, 1] (appendix B)."""
    flip = _chance(n, p, 1 - 2 * torch.randint(0, 2, (n,)).float(), 1.0)
    quarter = _chance(n, p, torch.randint(0, 4, (n,)) * math.pi / 2, 0.0)
    blit = [_chance(n, p, (torch.rand(n) * 2 - 1) * 0.25, 0.0) for _ in range(2)]
    scale = _chance(n, p, torch.exp2(torch.randn(n) * 0.2), 1.0)
    # Two turns, before and after the anisotropic scaling, happen in all with probability p.
    once = 1 - math.sqrt(1 - p)
    before = _chance(n, once, (torch.rand(n) * 2 - 1) * math.pi, 0.0)
    after = _chance(n, once, (torch.rand(n) * 2 - 1) * math.pi, 0.0)
    stretch = _chance(n, p, torch.exp2(torch.randn(n) * 0.2), 1.0)
    drift = [_chance(n, p, torch.randn(n) * 0.25, 0.0) for _ in range(2)]
    one, zero = torch.ones(n), torch.zeros(n)
    steps = (
        _affine(flip, zero, zero, one, zero, zero),
        _turn(quarter),
        _affine(one, zero, zero, one, *blit),
        _affine(scale, zero, zero, scale, zero, zero),
        _turn(before),
        _affine(stretch, zero, zero, 1 / stretch, zero, zero),
        _turn(after),
        _affine(one, zero, zero, one, *drift),
    )
    whole = steps[0]
    for step in steps[1:]:
        whole = whole @ step
    return whole


def _affine(a: Tensor, b: Tensor, c: Tensor, d: Tensor, x: Tensor, y: Tensor) -> Tensor:
    zero, one = torch.zeros_like(a), torch.ones_like(a)
    return torch.stack([a, b, x, c, d, y, zero, zero, one], dim=1).view(-1, 3, 3)


def _turn(angle: Tensor) -> Tensor:
    cos, sin, zero = angle.cos(), angle.sin(), torch.zeros_like(angle)
    return _affine(cos, -sin, sin, cos, zero, zero)


def _resampled(pictures: Tensor, moves: Tensor) -> Tensor:
    places = F.affine_grid(moves[:, :2], list(pictures.shape), align_corners=False)
    return F.grid_sample(pictures, places, padding_mode="reflection", align_corners=False)


def _colours(n: int, p: float) -> Tensor:
    """Affines of RGB `(N, 3, 4)`: brightness, contrast, luma flip, hue, saturation (appendix B)."""
    eye = torch.eye(4).expand(n, 4, 4)
    luma = torch.tensor([1.0, 1.0, 1.0, 0.0]) / math.sqrt(3)
    along = torch.outer(luma, luma)
    rgb = torch.diag(torch.tensor([1.0, 1.0, 1.0, 0.0]))
    brightness = eye.clone()
    brightness[:, :3, 3] = _chance(n, p, torch.randn(n) * 0.2, 0.0).unsqueeze(1)
    contrast = _chance(n, p, torch.exp2(torch.randn(n) * 0.5), 1.0).view(n, 1, 1)
    flip = _chance(n, p, torch.randint(0, 2, (n,)).float(), 0.0).view(n, 1, 1)
    hue = _chance(n, p, (torch.rand(n) * 2 - 1) * math.pi, 0.0).view(n, 1, 1)
    saturation = _chance(n, p, torch.exp2(torch.randn(n)), 1.0).view(n, 1, 1)
    x, y, z = luma[:3].tolist()
    cross = torch.zeros(4, 4)
    cross[:3, :3] = torch.tensor([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    steps = (
        brightness,
        contrast * rgb + (eye - rgb),
        eye - 2 * flip * along,
        along + (eye - rgb) + hue.cos() * (rgb - along) + hue.sin() * cross,
        along + (eye - rgb) + saturation * (rgb - along),
    )
    whole = steps[0]
    for step in steps[1:]:
        whole = step @ whole
    return whole[:, :3]


def _recoloured(pictures: Tensor, colours: Tensor) -> Tensor:
    n, channels, height, width = pictures.shape
    flat = torch.baddbmm(colours[:, :, 3:], colours[:, :, :3], pictures.reshape(n, channels, -1))
    return flat.view(n, channels, height, width)
