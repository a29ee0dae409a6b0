"""The parser and the discriminator: shapes, and sizes within their budgets."""

from __future__ import annotations

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from core.models.discriminators import Discriminator, DiscriminatorConfig
from core.models.parser import Parser, ParserConfig


def test_parser_gives_labels_and_opacity_at_full_resolution() -> None:
    parser = Parser(ParserConfig(widths=(4, 8, 8), blocks=(0, 1, 1))).eval()
    assert parser(torch.randn(1, 3, 64, 96)).shape == (1, 20, 64, 96)


def test_bundled_parser_stays_within_three_gigaflop() -> None:
    with torch.device("meta"), FlopCounterMode(display=False) as counter:
        Parser(ParserConfig()).eval()(torch.empty(1, 3, 256, 256))
    assert counter.get_total_flops() <= 3e9


@pytest.mark.parametrize("size", [16, 32, 64])
def test_discriminator_grows_with_the_pictures(size: int) -> None:
    config = DiscriminatorConfig(channels=(8, 8, 8, 8), patch_resolution=8)
    verdict = Discriminator(config)(torch.randn(4, 3, size, size))
    assert verdict.logits.shape == (4, 1)
    assert verdict.patches.shape == (4, 1, 8, 8)
    assert len(verdict.features) == {16: 1, 32: 2, 64: 3}[size]
