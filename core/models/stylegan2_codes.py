"""A Gaussian of codes in W+: random faces for a StyleGAN2 that learned with an encoder."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class StyleGan2CodesConfig:
    """Sizes: `components` is the number of directions in which codes vary."""

    rows: int = 12
    w_dim: int = 256
    components: int = 256


class StyleGan2Codes(nn.Module):
    """Standard normal z `(N, components)` -> W+ `(N, rows, w_dim)`, and back.

    `axes` are orthonormal, in the order of `deviations`, the largest first; `residual` is the mean variance
    of a number of a code along what the axes leave out.
    """

    mean: Tensor
    axes: Tensor
    deviations: Tensor
    residual: Tensor

    def __init__(self, config: StyleGan2CodesConfig) -> None:
        super().__init__()
        self.config = config
        size = config.rows * config.w_dim
        self.register_buffer("mean", torch.zeros(size))
        self.register_buffer("axes", torch.eye(config.components, size))
        self.register_buffer("deviations", torch.ones(config.components))
        self.register_buffer("residual", torch.zeros(()))

    def forward(self, z: Tensor) -> Tensor:
        flat = self.mean + (z * self.deviations) @ self.axes
        return flat.view(-1, self.config.rows, self.config.w_dim)

    def whitened(self, codes: Tensor) -> Tensor:
        """W+ `(N, rows, w_dim)` -> z: how unusual codes are, 1 being usual."""
        return (codes.flatten(1) - self.mean) @ self.axes.t() / self.deviations


@torch.no_grad()
def fit_codes(codes: Tensor, components: int) -> StyleGan2Codes:
    """The Gaussian of codes `(M, rows, w_dim)`, its largest components alone.

    Raises `ValueError` where there are too few codes for so many.
    """
    count, rows, w_dim = codes.shape
    if count <= components:
        raise ValueError(f"{count} codes are too few for {components} components.")
    flat = codes.double().flatten(1)
    mean = flat.mean(dim=0)
    _, values, axes = np.linalg.svd((flat - mean).cpu().numpy(), full_matrices=False)
    variances = torch.as_tensor(values**2 / (count - 1))
    fitted = StyleGan2Codes(StyleGan2CodesConfig(rows, w_dim, components))
    fitted.mean.copy_(mean)
    fitted.axes.copy_(torch.as_tensor(axes[:components]))
    fitted.deviations.copy_(variances[:components].sqrt().clamp(min=1e-6))
    fitted.residual.copy_(variances[components:].sum() / (rows * w_dim))
    return fitted
