"""The remover's network: shapes, the band that it sees, and what it leaves as it is."""

from __future__ import annotations

import pytest
import torch

from core.models.remover import DOUBT, SURE, Remover, RemoverConfig, touched

SMALL = RemoverConfig(widths=(8, 8, 8))


def shown(height: int, width: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """A band, black where it is filled, and an opacity."""
    band = torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(0)) * 2 - 1
    return band, torch.full_like(band, -1.0), torch.ones(1, 1, height, width)


@pytest.mark.parametrize("size", [(32, 64), (64, 64), (128, 256)])
def test_shapes_at_any_size(size: tuple[int, int]) -> None:
    drawn, masks = Remover(SMALL)(*shown(*size))
    assert drawn.shape == (1, 3, *size)
    assert masks.shape == (1, 2, *size)


def test_rows_that_are_shown() -> None:
    network = Remover(SMALL)
    assert network.band(256) == slice(80, 176)
    assert network.band(512) == slice(160, 352)


def test_begins_with_the_fill() -> None:
    band, filled, opacity = shown(32, 64)
    drawn, _ = Remover(SMALL)(band, filled, opacity)
    assert torch.equal(drawn, filled)


@pytest.mark.parametrize("sure", [True, False])
def test_what_is_not_touched_is_the_very_same(sure: bool) -> None:
    network = Remover(SMALL)
    assert network.leave.bias is not None
    torch.nn.init.constant_(network.leave.bias, 9.0 if sure else -9.0)
    band, filled, opacity = shown(32, 64)
    drawn, _ = network(band, filled, opacity)
    assert torch.equal(drawn, band) is not sure
    assert not sure or (drawn == 1).all()


def test_touched_grows_from_nothing() -> None:
    chances = torch.tensor([0.0, DOUBT, (DOUBT + SURE) / 2, SURE, 0.9])
    logits = torch.stack([chances.logit(), torch.zeros(5)]).view(1, 2, 1, 5)
    assert torch.allclose(touched(logits).flatten(), torch.tensor([0, 0, 0.5, 1, 1]))


def test_the_mirror_is_seen() -> None:
    torch.manual_seed(0)
    network = Remover(SMALL)
    torch.nn.init.normal_(network.leave.weight)
    picture = shown(32, 64)
    other = picture[0].clone()
    other[..., 56:] += 0.5
    changed = (network(other, *picture[1:])[1] - network(*picture)[1]).abs()
    assert changed[..., :8].max() > 1e-4  # far beyond what convolutions at this depth reach
