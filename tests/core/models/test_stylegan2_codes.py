"""The Gaussian of codes: what was drawn from one is found again."""

from __future__ import annotations

import pytest
import torch

from core.models.stylegan2_codes import fit_codes


def correlated(count: int) -> torch.Tensor:
    """Codes `(count, 3, 4)` that vary in five directions only, and hardly beyond."""
    generator = torch.Generator().manual_seed(0)
    mixing = torch.randn(5, 12, generator=generator) * torch.tensor([4.0, 3.0, 2.0, 1.0, 0.5]).unsqueeze(1)
    flat = 2 + torch.randn(count, 5, generator=generator) @ mixing
    return (flat + 0.01 * torch.randn(count, 12, generator=generator)).view(count, 3, 4)


def test_random_codes_have_the_mean_and_covariance_of_those_fitted() -> None:
    codes = correlated(4000)
    fitted = fit_codes(codes, 5)
    drawn = fitted(torch.randn(20_000, 5, generator=torch.Generator().manual_seed(1))).flatten(1)
    assert torch.allclose(drawn.mean(dim=0), codes.flatten(1).mean(dim=0), atol=0.2)
    true = codes.flatten(1).t().cov()
    assert (drawn.t().cov() - true).norm() < 0.06 * true.norm()
    assert fitted.residual.item() == pytest.approx(0.01**2 * 7 / 12, rel=0.2)


def test_codes_come_back_and_are_as_usual_as_they_should_be() -> None:
    codes = correlated(1000)
    fitted = fit_codes(codes, 5)
    z = fitted.whitened(codes)
    assert torch.allclose(fitted(z), codes, atol=0.1)
    assert torch.allclose(z.std(dim=0), torch.ones(5), atol=1e-3)
    assert fitted.deviations.tolist() == sorted(fitted.deviations.tolist(), reverse=True)


def test_too_few_codes_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        fit_codes(correlated(5), 5)
