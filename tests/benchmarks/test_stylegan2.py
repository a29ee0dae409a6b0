"""The plain ways that StyleGAN2 is timed against draw the same pictures."""

from __future__ import annotations

import pytest
import torch

from benchmarks.stylegan2 import Enlarge, Plain, as_published, with_zeros
from core.models.stylegan2 import StyledConv, StyleGan2Config, StyleGan2Generator


@pytest.mark.parametrize("enlarge", [with_zeros, as_published])
@torch.no_grad()
def test_plain_ways_draw_the_same(enlarge: Enlarge) -> None:
    torch.manual_seed(0)
    network = StyleGan2Generator(StyleGan2Config((8, 6, 4), 8, 8, 1))
    for layer in network.modulated():
        if isinstance(layer, StyledConv):
            layer.noise_strength.fill_(0.3)
    w = torch.randn(1, 8)
    assert torch.allclose(Plain(network, enlarge)(w), network(w), atol=1e-4)
