"""The losses of SeCGAN (Sun et al. 2022), equation by equation; both branches share them."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from core.models.secgan import Opinion


def adversarial_d(real: Tensor, fake: Tensor, counts: Tensor) -> Tensor:
    """Equations 1 and 6 without the penalty: E[D(G(x, y_diff))] - E[D(x)], scores `(N, P)`.

    `counts` `(N,)` is 0 for samples whose sources say nothing about what is real, nor do their translations.
    """
    return _mean(fake, counts) - _mean(real, counts)


def adversarial_g(fake: Tensor, counts: Tensor) -> Tensor:
    """Equations 2 and 7: -E[D(G(x, y_diff))], `counts` as in `adversarial_d`."""
    return -_mean(fake, counts)


def _mean(scores: Tensor, counts: Tensor) -> Tensor:
    return (scores.mean(dim=1) * counts).sum() / counts.sum().clamp(min=1)


def gradient_penalty(judge: Callable[[Tensor], Opinion], real: Tensor, fake: Tensor) -> Tensor:
    """The third term of equations 1 and 6, without its weight: E[(|grad D(x~)|_2 - 1)^2].

    x~ lies anywhere on the line between a real sample and a fake one. As in StarGAN's code the scores of a
    sample's patches are added up.
    """
    share = torch.rand(len(real), 1, 1, 1, device=real.device)
    between = (share * real + (1 - share) * fake).detach().requires_grad_(True)
    (gradient,) = torch.autograd.grad(judge(between).scores.sum(), between, create_graph=True)
    return (gradient.flatten(1).norm(dim=1) - 1).square().mean()


def attribute_loss(logits: Tensor, states: Tensor, weights: Tensor, smoothing: float = 0.0) -> Tensor:
    """Equations 3, 4, 8 and 9: cross-entropy of every attribute, added up over them, mean over samples.

    Printed is (1 - y) . (1 - log D_cls); built is the binary cross-entropy that it means, with
    log (1 - D_cls). `states` and `weights` `(N, A)`; `smoothing` keeps targets off 0 and 1 (ours).
    """
    targets = states * (1 - 2 * smoothing) + smoothing
    loss = F.binary_cross_entropy_with_logits(logits, targets, weights, reduction="none")
    return loss.sum(dim=1).mean()


def reconstruction(x: Tensor, same: Tensor) -> Tensor:
    """Equation 5: |x - G(x, 0)|_1, as a mean over values as in both backbones' code."""
    return (x - same).abs().mean()


def segment_cross_entropy(target: Tensor, log_p: Tensor) -> Tensor:
    """Equations 10, 11 and 12: -1/HW sum over pixels of target . log p, mean over samples.

    `target` `(N, 12, H, W)` is one-hot: s_in and log G(s_in, 0) for the reconstruction (10); s_out and
    log P(x_out) for G_rgb (11); P(x_out) made one-hot and log s_out for G_seg (12).
    """
    return -(target * log_p).sum(dim=1).mean()
