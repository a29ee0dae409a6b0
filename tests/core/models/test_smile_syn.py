"""SMILE_SYN: equation 8, shapes at every resolution, what styles and seeds do."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional as F

from core.models.layers import one_hot, region_mean
from core.models.sac import demodulation, paint
from core.models.smile_placed import PlacedGenerator, PlacedStyleEncoder
from core.models.smile_syn import SynConfig, SynGenerator, SynMapping, SynStyleEncoder, encoder_steps

TINY = SynConfig(
    style_dim=8, channels=(8, 8, 8, 8), mask_hidden=(4, 4, 4, 4), entry_channels=8, layer_channels=4,
    latent_dim=4, mapping_hidden=16, mapping_layers=3, encoder_channels=(4, 8),
)  # fmt: skip

GENERATORS = [SynGenerator, PlacedGenerator]
both = pytest.mark.parametrize("kind", GENERATORS)


def _layout(size: int = 64) -> torch.Tensor:
    layout = torch.zeros(1, size, size, dtype=torch.long)
    layout[:, size // 4 : size // 2, size // 4 : size // 2] = 1
    layout[:, size // 2 :, : size // 2] = 13
    return layout


def test_demodulation_is_the_mean_of_the_padded_convolution() -> None:
    gamma, weight = torch.randn(2, 5, 8, 9), torch.randn(4, 5, 3, 3)
    convolved = F.conv2d(gamma.square(), weight.square(), padding=1)
    expected = torch.rsqrt(convolved.mean(dim=(2, 3)) + 1e-8)
    torch.testing.assert_close(demodulation(gamma, weight)[..., 0, 0], expected)


@both
@pytest.mark.parametrize("size", [16, 32, 64])
def test_generator_draws_at_every_resolution_it_grows_through(kind: type[SynGenerator], size: int) -> None:
    generator = kind(TINY).eval()
    out = generator(_layout(size), torch.randn(1, 19, 8))
    assert out.shape == (1, 7, size, size)
    alpha, colour = out[:, 3:4], out[:, 4:]
    assert ((alpha >= 0) & (alpha <= 1)).all()
    assert (colour <= alpha).all()


@both
def test_a_region_style_changes_its_own_region_most(kind: type[SynGenerator]) -> None:
    torch.manual_seed(0)
    generator = kind(TINY).eval()
    styles = torch.randn(1, 19, 8)
    other = styles.clone()
    other[:, 13] += 3.0
    difference = (generator(_layout(), styles) - generator(_layout(), other))[:, :3].abs().mean(dim=1)
    hair = _layout() == 13
    assert difference[hair].mean() > 2 * difference[~hair].mean()


@both
def test_the_style_of_an_absent_region_changes_nothing(kind: type[SynGenerator]) -> None:
    generator = kind(TINY).eval()
    styles = torch.randn(1, 19, 8)
    other = styles.clone()
    other[:, 14] += 3.0
    torch.testing.assert_close(generator(_layout(), styles), generator(_layout(), other))


@both
def test_noise_follows_its_seed(kind: type[SynGenerator]) -> None:
    generator = kind(TINY).eval()
    with torch.no_grad():
        generator.get_parameter("conv.noise_strength").fill_(1.0)
        styles = torch.randn(1, 19, 8)
        assert torch.equal(generator(_layout(), styles, 5), generator(_layout(), styles, 5))
        assert not torch.equal(generator(_layout(), styles, 5), generator(_layout(), styles, 6))


@pytest.mark.parametrize("kind", [SynStyleEncoder, PlacedStyleEncoder])
def test_encoder_reads_the_mean_of_each_region_and_zero_for_absent_ones(
    kind: type[SynStyleEncoder | PlacedStyleEncoder],
) -> None:
    features = torch.zeros(1, 2, 4, 4)
    features[:, 0, :2] = 3.0
    regions = one_hot(torch.tensor([[[0] * 4, [0] * 4, [2] * 4, [2] * 4]]), 4)
    means = region_mean(features, regions)
    torch.testing.assert_close(means[0, :, 0], torch.tensor([3.0, 0.0, 0.0, 0.0]))
    codes = kind(TINY)(torch.randn(1, 3, 64, 64), _layout())
    assert codes.shape == (1, 19, 8)
    assert not codes[0, 5].any()
    assert codes[0, 13].any()


def test_paint_puts_every_style_on_its_pixels() -> None:
    styles = torch.arange(19.0).view(1, 19, 1)
    painted = paint(styles, one_hot(_layout(16), 19))
    torch.testing.assert_close(painted[0, 0], _layout(16)[0].float())


def test_mapping_gives_a_style_for_every_region() -> None:
    assert SynMapping(TINY)(torch.randn(3, 19, 4)).shape == (3, 19, 8)


@pytest.mark.parametrize(
    ("kind", "encodes"), [(SynGenerator, SynStyleEncoder), (PlacedGenerator, PlacedStyleEncoder)]
)
def test_every_parameter_learns(
    kind: type[SynGenerator], encodes: type[SynStyleEncoder | PlacedStyleEncoder]
) -> None:
    generator, encoder = kind(TINY), encodes(TINY)
    out = generator(_layout(), encoder(torch.randn(1, 3, 64, 64), _layout()), None)
    out.square().mean().backward()
    for network in (generator, encoder):
        assert [n for n, p in network.named_parameters() if p.grad is None] == []


def test_a_placed_style_varies_over_its_region_as_its_slopes_say() -> None:
    torch.manual_seed(0)
    generator, styles = PlacedGenerator(TINY).eval(), torch.randn(1, 19, 8)
    before = generator(_layout(), styles)[:, :3]
    with torch.no_grad():
        for name, slopes in generator.named_parameters():
            if name.endswith("slopes"):
                slopes[13, :8].fill_(1.0)  # along the columns, in hair alone
    change = (generator(_layout(), styles)[:, :3] - before).abs().mean(dim=1)[0]
    hair = change[32:, :32]
    assert hair[:, 12:20].mean() < hair[:, [0, 1, 2, 3, 28, 29, 30, 31]].mean()
    assert change[:8].mean() < 0.2 * hair.mean()


def test_the_style_encoder_sees_twice_as_much_before_its_last_convolution() -> None:
    assert encoder_steps(4) == (False, False, True, False)
    assert encoder_steps(1) == (False,)
