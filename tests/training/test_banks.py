"""The memory of style codes: what it keeps, and what distance it gives."""

from __future__ import annotations

import pytest
import torch

from training.banks import CodeBank


def test_near_codes_like_its_own_and_far_from_others() -> None:
    torch.manual_seed(0)
    bank = CodeBank(3, 8, size=64)
    bank.add(torch.randn(64, 3, 8), torch.tensor([[1, 1, 0]]).expand(64, 3))
    alike = torch.randn(64, 3, 8)
    other = alike.clone()
    other[:, 2] += 9.0  # the last slot was never seen, so nothing is said of it
    assert bank.distance(other) == pytest.approx(float(bank.distance(alike)), abs=0.3)
    assert bank.distance(alike + 2.0) > 2 * bank.distance(alike)


def test_forgets_the_oldest() -> None:
    bank = CodeBank(2, 2, size=4)
    for value in range(6):
        bank.add(torch.full((1, 2, 2), float(value)), torch.tensor([[0, 1]]))
    assert sorted(bank.codes[1, :, 0].tolist()) == [2.0, 3.0, 4.0, 5.0]
    assert bank.count.tolist() == [0, 6]


def test_says_nothing_while_it_knows_little() -> None:
    bank = CodeBank(1, 4)
    bank.add(torch.randn(3, 1, 4), torch.ones(3, 1))
    assert bank.distance(torch.randn(16, 1, 4)) == 0


def test_gradients_reach_the_random_codes_alone() -> None:
    bank = CodeBank(1, 4)
    bank.add(torch.randn(16, 1, 4, requires_grad=True), torch.ones(16, 1))
    random = torch.randn(16, 1, 4, requires_grad=True)
    bank.distance(random).backward()
    assert random.grad is not None
    assert not bank.codes.requires_grad
