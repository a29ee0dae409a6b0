"""Path lengths of a linear map; what the penalty is, and where its gradient goes."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from training.path_length import PathLength, path_lengths


def test_path_lengths_are_those_of_a_linear_map() -> None:
    """Of pictures that are A w, |A^T y| over many y is near the norm of A (Frobenius), over the side."""
    torch.manual_seed(0)
    matrix = torch.randn(3 * 8 * 8, 5)
    codes = torch.randn(400, 1, 5, requires_grad=True)
    drawn = (codes[:, 0] @ matrix.t()).view(-1, 3, 8, 8)
    lengths = path_lengths(drawn, codes)
    assert lengths.square().mean().sqrt().item() == pytest.approx(matrix.norm().item() / 8, rel=0.1)


def test_the_mean_follows_and_the_penalty_is_the_distance_from_it() -> None:
    torch.manual_seed(0)
    path, codes = PathLength(), torch.randn(4, 2, 3).requires_grad_(True)
    drawn = codes.square().sum(dim=(1, 2)).view(4, 1, 1, 1).expand(4, 3, 8, 8)
    penalty, length = path(drawn, codes)
    torch.testing.assert_close(path.value, 0.01 * length)
    torch.manual_seed(0)
    torch.randn(4, 2, 3)
    lengths = path_lengths(drawn, codes)
    torch.testing.assert_close(penalty, (lengths - 0.01 * length).square().mean())
    assert not length.requires_grad


def test_the_gradient_is_that_of_the_penalty_with_the_mean_in_it() -> None:
    """Against finite differences: the released code holds lengths to a mean that has them in it."""
    codes = torch.randn(6, 1, 4, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    matrix = torch.randn(4, 3 * 4 * 4, generator=torch.Generator().manual_seed(2), dtype=torch.float64)

    def penalty(stretch: Tensor) -> Tensor:
        path, leaf = PathLength().double(), codes.clone().requires_grad_(True)
        path.value.fill_(0.7)
        torch.manual_seed(3)
        value, _ = path(((leaf[:, 0] @ matrix) ** 2 * stretch).view(-1, 3, 4, 4), leaf)
        return value

    stretch = torch.tensor(1.3, dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(penalty(stretch), stretch)
    step = 1e-5
    slope = (penalty(stretch.detach() + step) - penalty(stretch.detach() - step)).detach() / (2 * step)
    assert gradient.item() == pytest.approx(slope.item(), rel=1e-6)
