"""SMILE_SEM: the paper's sizes, styles by state, and what a style changes."""

from __future__ import annotations

import pytest
import torch

from core.models.layers import one_hot
from core.models.smile_sem import (
    CopyingGenerator,
    HeatmapGenerator,
    SemConfig,
    SemDiscriminator,
    SemGenerator,
    SemMapping,
    SemStyleEncoder,
    choose,
)

TINY = SemConfig(
    resolution=32, widths=(8, 4, 4, 4, 4, 4), channels=(8, 8, 8), bottleneck=1, skips=2, latent_dim=4,
    mapping_hidden=8, mapping_shared=2, mapping_unshared=1, encoder_channels=(8, 8, 8, 8),
)  # fmt: skip


def _layout() -> torch.Tensor:
    layout = torch.zeros(2, 32, 32, dtype=torch.long)
    layout[:, 8:24, 8:24] = 1
    return one_hot(layout, 19)


@pytest.mark.parametrize(
    ("network", "parameters"),
    [
        (SemGenerator, 33_863_367),
        (SemMapping, 10_400_032),
        (SemStyleEncoder, 21_008_224),
        (SemDiscriminator, 20_866_636),
    ],
)
def test_the_paper_config_has_the_official_number_of_parameters(
    network: type[torch.nn.Module], parameters: int
) -> None:
    with torch.device("meta"):
        built = network(SemConfig())
    assert sum(p.numel() for p in built.parameters()) == parameters


def test_shapes_go_round() -> None:
    styles = SemStyleEncoder(TINY)(_layout())
    assert styles.shape == SemMapping(TINY)(torch.randn(2, 4)).shape == (2, 6, 2, 8)
    present = torch.tensor([[1, 0, 1, 0, 0, 0]] * 2)
    logits = SemGenerator(TINY)(_layout(), choose(styles, present))
    assert logits.shape == (2, 19, 32, 32)
    assert SemDiscriminator(TINY)(logits.softmax(1)).shape == (2, 6, 2)


def test_choose_takes_the_state_asked_for() -> None:
    styles = torch.arange(6 * 2.0).view(1, 6, 2, 1)
    present = torch.tensor([[1, 0, 0, 1, 0, 1]])
    assert choose(styles, present)[0, :, 0].tolist() == [1, 2, 4, 7, 8, 11]


def test_narrow_codes_are_tiled_and_packed_back() -> None:
    narrow = torch.randn(1, 4)
    tiled = torch.stack([torch.randn(1, 8), *[TINY.tile(narrow)] * 5], dim=1)
    packed = TINY.pack_code(tiled)
    assert packed.shape == (1, TINY.packed_dim)
    torch.testing.assert_close(packed[:, 8:12], narrow)


def test_equal_styles_give_equal_layouts_and_other_styles_others() -> None:
    generator = SemGenerator(TINY).eval()
    styles = torch.randn(2, 6, 8)
    first = generator(_layout(), styles)
    assert torch.equal(first, generator(_layout(), styles))
    styles[:, 1] += 2.0
    assert not torch.equal(first, generator(_layout(), styles))


def test_heatmaps_weight_the_skips_of_the_released_network() -> None:
    generator = HeatmapGenerator(TINY).eval()
    styles = torch.randn(2, 6, 8)
    ones = tuple(torch.ones(2, 1, 32 >> i, 32 >> i) for i in range(2))
    torch.testing.assert_close(generator(_layout(), styles, ones), generator(_layout(), styles))
    zeros = tuple(torch.zeros_like(o) for o in ones)
    assert not torch.equal(generator(_layout(), styles, zeros), generator(_layout(), styles))


def test_what_a_copying_network_learns_to_copy_comes_back() -> None:
    torch.manual_seed(0)
    plain, copying = SemGenerator(TINY).eval(), CopyingGenerator(TINY).eval()
    assert set(copying.state_dict()) - set(plain.state_dict()) == {"copied"}
    copying.load_state_dict(plain.state_dict(), strict=False)
    styles, layout = torch.randn(2, 6, 8), _layout()
    torch.testing.assert_close(copying(layout, styles), plain(layout, styles))  # it starts with nothing
    with torch.no_grad():
        copying.copied.fill_(1.0)
    assert torch.equal(copying(layout, styles).argmax(dim=1), layout.argmax(dim=1))
    added = copying(layout, styles) - plain(layout, styles)
    torch.testing.assert_close(added, copying.copy_gain[0].item() * layout)
