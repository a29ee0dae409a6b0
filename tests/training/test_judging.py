"""Verdicts under augmentation: pairs share theirs, maps move along, and the real one gets no gradient."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from core.models.discriminators import Verdict
from training.judging import Judge


class Seeing:
    """A discriminator that remembers what it saw."""

    def __init__(self) -> None:
        self.seen: list[tuple[Tensor, ...]] = []

    def __call__(self, *parts: Tensor) -> Verdict:
        self.seen.append(parts)
        logits = torch.stack([part.mean() for part in parts]).sum().view(1)
        return Verdict(logits, logits.view(1, 1, 1, 1), (logits,))


def judge(augment: bool) -> tuple[Judge, Seeing]:
    network = Seeing()
    return Judge(network, augment, torch.device("cpu"), "fp32"), network


@pytest.mark.parametrize("augment", [False, True])
def test_a_pair_is_seen_alike_and_maps_move_along(augment: bool) -> None:
    torch.manual_seed(0)
    picture, maps = torch.rand(2, 3, 16, 16), torch.rand(2, 5, 16, 16)
    judging, network = judge(augment)
    judging.pair((picture, maps), (picture.clone(), maps.clone()))
    (real, real_maps), (fake, fake_maps) = network.seen
    assert torch.equal(real, fake)
    assert torch.equal(real_maps, fake_maps)
    assert torch.equal(real, picture) != augment
    assert torch.equal(real_maps, maps) != augment
    assert set(real_maps.unique().tolist()) <= {0.0, *maps.unique().tolist()}


def test_gradients_reach_the_drawn_one_alone() -> None:
    real, fake = (torch.rand(1, 3, 8, 8, requires_grad=True) for _ in range(2))
    truth, verdict = judge(True)[0].pair((real,), (fake,))
    assert not truth.logits.requires_grad
    verdict.logits.sum().backward()
    assert real.grad is None or not real.grad.any()
    assert fake.grad is not None
    assert fake.grad.abs().max() > 0


def test_without_maps_pictures_are_judged_alone() -> None:
    judging, network = judge(True)
    judging.verdict(torch.rand(2, 3, 8, 8))
    assert [len(parts) for parts in network.seen] == [1]
