"""The remover's network: shapes, the band that it sees, and what it leaves as it is."""

from __future__ import annotations

import torch

from core.models.remover import DOUBT, MASKS, Remover, RemoverConfig, touched, without

SMALL = RemoverConfig(finding=(8, 8, 8), removing=(8, 8, 8))


def test_shapes_at_any_size() -> None:
    network = Remover(SMALL)
    for height, width in ((32, 64), (64, 64), (128, 256)):
        residual, logits = network(torch.zeros(2, 3, height, width))
        assert residual.shape == (2, 3, height, width)
        assert logits.shape == (2, MASKS, height, width)
    assert network.band(256) == slice(64, 192)
    assert network.band(512) == slice(128, 384)


def test_begins_by_adding_nothing() -> None:
    residual, _ = Remover(SMALL)(torch.rand(1, 3, 32, 64))
    assert not residual.any()


def test_what_is_not_touched_is_the_very_same() -> None:
    band = torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(0)) * 2 - 1
    logits = torch.full((1, MASKS, 16, 16), -8.0)
    logits[:, 1, :, 8:] = 8.0
    drawn = without(band, torch.full_like(band, 4.0), logits)
    assert torch.equal(drawn[..., :8], band[..., :8])
    assert (drawn[..., 8:] == 1).all()
    assert touched(torch.full((1, MASKS, 1, 1), DOUBT).logit()).item() == 0


def test_the_mirror_is_seen() -> None:
    torch.manual_seed(0)
    network = Remover(SMALL)
    torch.nn.init.normal_(network.remover.leave.weight)
    picture = torch.zeros(1, 3, 32, 64)
    other = picture.clone()
    other[..., 56:] = 1
    changed = (network(other)[0] - network(picture)[0]).abs()
    assert changed[..., :8].max() > 1e-4  # far beyond what convolutions at this depth reach
