"""Losses that several models share, with the papers they come from."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from core.labels import IGNORE
from core.models.discriminators import Verdict


def adversarial_d(real: Verdict, fake: Verdict) -> Tensor:
    """Non-saturating logistic loss of D (StyleGAN2), global logits and patches alike."""
    whole = F.softplus(-real.logits).mean() + F.softplus(fake.logits).mean()
    return whole + F.softplus(-real.patches).mean() + F.softplus(fake.patches).mean()


def adversarial_g(fake: Verdict) -> Tensor:
    """Non-saturating logistic loss of G (StyleGAN2)."""
    return F.softplus(-fake.logits).mean() + F.softplus(-fake.patches).mean()


def r1_penalty(score: Tensor, real: Tensor) -> Tensor:
    """Half the squared gradient norm of D at real samples (Mescheder et al. 2018)."""
    (gradient,) = torch.autograd.grad(score.sum(), real, create_graph=True)
    return 0.5 * gradient.square().sum(dim=(1, 2, 3)).mean()


def feature_matching(real: Sequence[Tensor], fake: Sequence[Tensor]) -> Tensor:
    """L_feat of SMILE (equation 9): L1 between D's features, each mean over its elements."""
    return torch.stack(
        [F.l1_loss(f.float(), r.detach().float()) for r, f in zip(real, fake, strict=True)]
    ).sum()


def gradient_l1(a: Tensor, b: Tensor, weight: Tensor | None = None) -> Tensor:
    """L1 between the finite differences of two pictures: asks for edges where they belong."""
    d = a - b
    dx, dy = (d[..., 1:] - d[..., :-1]).abs(), (d[..., 1:, :] - d[..., :-1, :]).abs()
    if weight is not None:
        dx, dy = dx * weight[..., 1:], dy * weight[..., 1:, :]
    return dx.mean() + dy.mean()


_SECOND_DIFFERENCES = (
    ((0, 0, 0), (-0.5, 1, -0.5), (0, 0, 0)),
    ((0, -0.5, 0), (0, 1, 0), (0, -0.5, 0)),
    ((-0.5, 0, 0), (0, 1, 0), (0, 0, -0.5)),
    ((0, 0, -0.5), (0, 1, 0), (-0.5, 0, 0)),
)


def texture_distance(a: Tensor, b: Tensor, weight: Tensor) -> Tensor:
    """L1 between local strengths of fine detail, at full and half resolution; `weight` `(N, 1, H, W)`.

    Detail is the second difference along each of four directions, so that strands have theirs across and not
    along; its strength is a mean over 16x16 windows. It asks for as much texture as there is, not for the
    same: blur and noise both cost, whatever the phase.
    """
    total = a.new_zeros(())
    for _ in range(2):
        difference = (_detail_strength(a) - _detail_strength(b)).abs()
        total = total + (difference * F.avg_pool2d(weight, 16, 8)).mean()
        a, b, weight = (F.avg_pool2d(x, 2) for x in (a, b, weight))
    return total


def _detail_strength(x: Tensor) -> Tensor:
    """Power mean of exponent 1/2, direction by direction: `(N, C, H, W)` -> `(N, 4 C, h, w)`.

    With a larger exponent few bright specks would count as much as many fine strands, and cost L1 less.
    """
    channels = x.shape[1]
    kernels = x.new_tensor(_SECOND_DIFFERENCES).unsqueeze(1).repeat(channels, 1, 1, 1)
    detail = F.conv2d(x, kernels, padding=1, groups=channels)
    return F.avg_pool2d((detail.abs() + 1e-3).sqrt(), 16, 8).square()


def structure_distance(a: Tensor, b: Tensor, weight: Tensor) -> Tensor:
    """1 - SSIM (Wang et al. 2004) of pictures in [-1, 1], in windows of 7x7; `weight` `(N, 1, H, W)`."""
    mean_a, mean_b = F.avg_pool2d(a, 7, 1), F.avg_pool2d(b, 7, 1)
    spread_a = F.avg_pool2d(a * a, 7, 1) - mean_a * mean_a
    spread_b = F.avg_pool2d(b * b, 7, 1) - mean_b * mean_b
    common = F.avg_pool2d(a * b, 7, 1) - mean_a * mean_b
    c1, c2 = (2 * 0.01) ** 2, (2 * 0.03) ** 2
    likeness = (2 * mean_a * mean_b + c1) * (2 * common + c2)
    likeness = likeness / ((mean_a * mean_a + mean_b * mean_b + c1) * (spread_a + spread_b + c2))
    return ((1 - likeness) * F.avg_pool2d(weight, 7, 1)).mean()


def segmentation(logits: Tensor, labels: Tensor, class_weights: Tensor) -> Tensor:
    """Cross-entropy plus soft Dice over the classes that the batch holds; 255 takes no loss.

    Logits `(N, C, H, W)`, labels `(N, H, W)` int64. Dice's overlap needs only the probability of the true
    class, so one softmax and one gather serve both terms.
    """
    classes = logits.shape[1]
    known = labels != IGNORE
    flat = labels[known]
    log_p = logits.permute(0, 2, 3, 1)[known].log_softmax(dim=1)
    log_true = log_p.gather(1, flat.unsqueeze(1)).squeeze(1)
    weight = class_weights[flat]
    cross_entropy = -(weight * log_true).sum() / weight.sum()
    overlap = torch.zeros(classes, device=logits.device).index_add(0, flat, log_true.exp())
    count = torch.bincount(flat, minlength=classes)
    dice = 1 - (2 * overlap + 1) / (log_p.exp().sum(dim=0) + count + 1)
    return cross_entropy + dice[count > 0].mean()
