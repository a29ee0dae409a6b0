"""The parser and the discriminator: shapes, and sizes within their budgets."""

from __future__ import annotations

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from core.labels import Label
from core.models.discriminators import Discriminator, DiscriminatorConfig
from core.models.parser import MirroredParser, Parser, ParserConfig


def test_parser_gives_labels_and_opacity_at_full_resolution() -> None:
    parser = Parser(ParserConfig(widths=(4, 8, 8), blocks=(0, 1, 1))).eval()
    assert parser(torch.randn(1, 3, 64, 96)).shape == (1, 20, 64, 96)


@pytest.mark.parametrize(("kind", "most"), [(Parser, 3e9), (MirroredParser, 6e9)])
def test_bundled_parser_stays_within_its_budget(kind: type[Parser], most: float) -> None:
    with torch.device("meta"), FlopCounterMode(display=False) as counter:
        kind(ParserConfig()).eval()(torch.empty(1, 3, 256, 256))
    assert counter.get_total_flops() <= most


def test_a_mirrored_parser_says_of_a_mirror_image_the_same_mirrored() -> None:
    torch.manual_seed(0)
    parser = MirroredParser(ParserConfig(widths=(4, 8, 8), blocks=(0, 1, 1))).eval()
    crop = torch.randn(2, 3, 32, 64)
    with torch.no_grad():
        logits, mirrored = parser(crop), parser(crop.flip(3)).flip(3)
        plain = Parser.forward(parser, crop)
    sides = [Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.L_EAR, Label.R_EAR]
    others = [Label.R_EYE, Label.L_EYE, Label.R_BROW, Label.L_BROW, Label.R_EAR, Label.L_EAR]
    assert logits.shape == (2, 20, 32, 64)
    assert torch.allclose(logits[:, sides], mirrored[:, others], atol=1e-5)
    assert torch.allclose(logits[:, [0, 1, 19]], mirrored[:, [0, 1, 19]], atol=1e-5)
    assert not torch.allclose(logits, plain, atol=1e-2)


@pytest.mark.parametrize("size", [16, 32, 64])
def test_discriminator_grows_with_the_pictures(size: int) -> None:
    config = DiscriminatorConfig(channels=(8, 8, 8, 8), patch_resolution=8)
    verdict = Discriminator(config)(torch.randn(4, 3, size, size))
    assert verdict.logits.shape == (4, 1)
    assert verdict.patches.shape == (4, 1, 8, 8)
    assert len(verdict.features) == {16: 1, 32: 2, 64: 3}[size]
