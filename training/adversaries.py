"""Adversaries of pictures under one face: a discriminator of its own, or heads on features of ImageNet."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils.parametrizations import spectral_norm

from core.models.layers import SLOPE
from core.models.stylegan2_discriminator import StyleGan2Discriminator
from training.common import place
from training.features import CHANNELS, Features

Seen = tuple[Tensor, ...]
"""What an adversary judges by."""

_FINE = 2
"""Maps, from the finest on, that have more places than a verdict needs."""


class Head(nn.Module):
    """Judges places of one feature map, every vector of which has the same length; logits `(N, h * w)`.

    Only fine maps are halved: on CPUs, torch's bf16 weight gradient of a convolution with stride 2 on a map
    of 1x1 holds what happened to lie in memory.
    """

    def __init__(self, inputs: int, width: int, stride: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            spectral_norm(nn.Conv2d(inputs, width, 1)),
            nn.LeakyReLU(SLOPE),
            spectral_norm(nn.Conv2d(width, width, 3, stride=stride, padding=1)),
            nn.LeakyReLU(SLOPE),
            spectral_norm(nn.Conv2d(width, width, 3, padding=1)),
            nn.LeakyReLU(SLOPE),
        )
        self.out = nn.Conv2d(width, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        x = x * torch.rsqrt(x.square().mean(dim=1, keepdim=True) + 1e-4)
        return self.out(self.layers(x)).float().flatten(1)


class ProjectedAdversary(nn.Module):
    """Discriminators of feature maps from fine to coarse (Sauer et al. 2021, “Projected GANs”).

    The paper mixes the maps by fixed random convolutions first; SqueezeNet's expansions, which mix what lies
    below them anyway, are judged as they are.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        strides = [2 if level < _FINE else 1 for level in range(len(CHANNELS))]
        pairs = zip(CHANNELS, strides, strict=True)
        self.heads = nn.ModuleList(Head(channels, width, stride) for channels, stride in pairs)

    def judge(self, seen: Seen) -> Tensor:
        """Logits `(N, heads)`: each head's mean over its places."""
        verdicts = [head(x).mean(dim=1) for head, x in zip(self.heads, seen, strict=True)]
        return torch.stack(verdicts, dim=1)

    def loss(self, seen: Seen, real: bool) -> Tensor:
        """Logistic loss of taking it for real or not, of every place, averaged over heads (equation 2)."""
        sign = -1.0 if real else 1.0
        terms = [F.softplus(sign * head(x)).mean() for head, x in zip(self.heads, seen, strict=True)]
        return torch.stack(terms).mean()


class PlainAdversary(nn.Module):
    """StyleGAN2's own discriminator: it judges the picture itself."""

    def __init__(self, channels: Sequence[int], grows: bool) -> None:
        super().__init__()
        self.network = StyleGan2Discriminator(channels, grows)

    def judge(self, seen: Seen) -> Tensor:
        return self.network(seen[0])

    def loss(self, seen: Seen, real: bool) -> Tensor:
        """Non-saturating logistic loss (Goodfellow et al. 2014)."""
        return F.softplus((-1.0 if real else 1.0) * self.judge(seen)).mean()


Adversary = ProjectedAdversary | PlainAdversary


def build_adversary(width: int, channels: Sequence[int], grows: bool, device: torch.device) -> Adversary:
    """The projected one with heads of `width`, or for 0 the plain one with `channels`."""
    return place(ProjectedAdversary(width) if width else PlainAdversary(channels, grows), device)


def see(adversary: Adversary, features: Features | None, pictures: Tensor) -> Seen:
    """What the adversary judges of these pictures; gradients flow to them."""
    if isinstance(adversary, PlainAdversary):
        return (pictures,)
    assert features is not None
    return features(pictures)
