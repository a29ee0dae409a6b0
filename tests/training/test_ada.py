"""Adaptive augmentation: what p = 0 and shared draws do, and the heuristic that moves p."""

from __future__ import annotations

import torch

from training.ada import Ada, AdaConfig


def pictures(count: int = 4) -> torch.Tensor:
    return torch.rand(count, 3, 16, 16, generator=torch.Generator().manual_seed(0)) * 2 - 1


def test_without_probability_pictures_stay_as_they_are() -> None:
    x = pictures()
    assert Ada(AdaConfig())(x) is x


def test_pairs_share_their_draws() -> None:
    torch.manual_seed(0)
    x = pictures()
    first, second = Ada(AdaConfig(start=1.0))(torch.cat([x, x]), pairs=2).chunk(2)
    assert torch.equal(first, second)
    assert not torch.allclose(first, x, atol=0.1)


def test_about_p_of_the_pictures_are_changed() -> None:
    torch.manual_seed(0)
    x = pictures(200)
    changed = (Ada(AdaConfig(start=0.02))(x) - x).abs().amax(dim=(1, 2, 3)) > 1e-3
    # Some fourteen draws, a few of which leave a picture as it is.
    assert 0.08 < changed.float().mean() < 0.3


def test_gradients_pass() -> None:
    torch.manual_seed(0)
    x = pictures().requires_grad_(True)
    Ada(AdaConfig(start=1.0))(x).square().sum().backward()
    assert x.grad is not None
    assert x.grad.abs().sum() > 0


def test_p_rises_while_the_discriminator_is_too_sure_and_falls_otherwise() -> None:
    ada = Ada(AdaConfig(pictures=400, every=2))
    for _ in range(4):
        ada.observe(torch.full((8, 1), 3.0))
    assert abs(ada.p.item() - 32 / 400) < 1e-6
    ada.observe(torch.full((8, 1), 3.0))
    assert abs(ada.p.item() - 32 / 400) < 1e-6
    ada.observe(torch.full((8, 1), -3.0))  # half of them right: less than 0.6 more than wrong
    assert abs(ada.p.item() - 16 / 400) < 1e-6
    for _ in range(100):
        ada.observe(torch.full((8, 1), -3.0))
    assert ada.p.item() == 0.0


def test_p_stays_within_one_and_its_state_is_kept() -> None:
    ada = Ada(AdaConfig(pictures=8, every=1))
    for _ in range(3):
        ada.observe(torch.ones(8, 5))
    assert ada.p.item() == 1.0
    again = Ada(AdaConfig())
    again.load_state_dict(ada.state_dict())
    assert again.p.item() == 1.0


def test_without_a_target_p_is_as_given() -> None:
    ada = Ada(AdaConfig(start=0.3, target=0.0, every=1))
    ada.observe(torch.ones(8, 1))
    assert abs(ada.p.item() - 0.3) < 1e-6
