"""StyleGAN2: published sizes, S, the same picture from every space, noise, growing, the encoder."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from core.models.stylegan2 import (
    StyledConv,
    StyleGan2Config,
    StyleGan2Generator,
    StyleGan2Mapping,
    channels_for,
    join_styles,
    seeded_noise,
    split_styles,
)
from core.models.stylegan2_discriminator import StyleGan2Discriminator
from core.models.stylegan2_encoder import StyleGan2Encoder, StyleGan2EncoderConfig

TINY = StyleGan2Config(channels=(8, 8, 6, 4), z_dim=8, w_dim=8, mapping_layers=2)


def count(*networks: nn.Module) -> int:
    return sum(p.numel() for network in networks for p in network.parameters())


@pytest.fixture
def generator() -> StyleGan2Generator:
    torch.manual_seed(0)
    network = StyleGan2Generator(TINY).eval().requires_grad_(False)
    for layer in network.modulated():
        if isinstance(layer, StyledConv):
            layer.noise_strength.fill_(0.3)
    return network


@pytest.mark.parametrize(
    ("resolution", "parameters", "numbers", "of_convolutions", "rows"),
    [(256, 30_034_338, 8_704, 5_760, 14), (512, 30_276_583, 8_960, 5_952, 16),
     (1024, 30_370_060, 9_088, 6_048, 18)],
)  # fmt: skip
def test_configuration_f_has_the_published_sizes(
    resolution: int, parameters: int, numbers: int, of_convolutions: int, rows: int
) -> None:
    with torch.device("meta"):
        config = StyleGan2Config(channels_for(resolution))
        assert count(StyleGan2Mapping(config), StyleGan2Generator(config)) == parameters
    layers = config.style_layers()
    assert (config.resolution, config.style_dim, config.rows) == (resolution, numbers, rows)
    assert sum(layer.width for layer in layers if not layer.rgb) == of_convolutions


def test_places_in_s_are_those_of_the_papers() -> None:
    layers = StyleGan2Config().style_layers()
    assert [i for i, layer in enumerate(layers) if layer.rgb] == [1, 4, 7, 10, 13, 16, 19, 22, 25]
    last = layers[25]
    assert (last.resolution, last.row, last.start, last.stop) == (1024, 17, 9056, 9088)
    shared = layers[13]
    assert (shared.resolution, shared.rgb, shared.row, shared.start) == (64, True, 9, 6656)
    assert (layers[14].row, layers[14].resolution, layers[14].width) == (9, 128, 512)


def test_configuration_e_is_narrower_from_64_pixels_on() -> None:
    assert channels_for(256, 1) == (512, 512, 512, 512, 256, 128, 64)
    assert channels_for(1024, 2) == StyleGan2Config().channels


@pytest.mark.parametrize("levels", [5, 7, 9])
def test_a_width_more_is_twice_the_size(levels: int) -> None:
    config = StyleGan2Config((2,) * levels, z_dim=2, w_dim=2, mapping_layers=1)
    with torch.no_grad():
        picture = StyleGan2Generator(config)(torch.randn(1, 2))
    assert picture.shape == (1, 3, 4 << (levels - 1), 4 << (levels - 1))
    assert picture.isfinite().all()


def test_every_space_draws_the_same_picture(generator: StyleGan2Generator) -> None:
    w = torch.randn(2, TINY.w_dim)
    plus = w.unsqueeze(1).expand(-1, TINY.rows, -1)
    from_w = generator(w)
    joined = join_styles(generator.styles(plus))
    assert joined.shape == (2, TINY.style_dim)
    assert torch.equal(generator(plus), from_w)
    assert torch.equal(generator.draw(split_styles(joined, TINY)), from_w)


def test_a_row_of_w_plus_moves_the_styles_of_its_layers_alone(generator: StyleGan2Generator) -> None:
    plus = torch.randn(1, TINY.rows, TINY.w_dim)
    moved = plus.clone()
    moved[:, 3] += 1
    pairs = zip(generator.styles(plus), generator.styles(moved), TINY.style_layers(), strict=True)
    assert [layer.row for a, b, layer in pairs if not torch.equal(a, b)] == [3, 3]


def test_one_picture_is_drawn_as_in_a_batch(generator: StyleGan2Generator) -> None:
    w = torch.randn(3, TINY.w_dim)
    assert torch.allclose(generator(w)[1:2], generator(w[1:2]), atol=1e-5)


def test_noise_is_fixed_by_its_seed_and_free_without(generator: StyleGan2Generator) -> None:
    w = torch.randn(1, TINY.w_dim)
    own = seeded_noise(generator.noise_sizes(), 5, torch.device("cpu"))
    assert torch.equal(generator(w, 5), generator(w, own))
    assert not torch.equal(generator(w, 5), generator(w, 6))
    assert not torch.equal(generator(w, None), generator(w, None))


def test_a_growing_generator_stops_at_the_size_asked_for(generator: StyleGan2Generator) -> None:
    w = torch.randn(1, TINY.w_dim)
    assert generator(w, resolution=16).shape == (1, 3, 16, 16)


def test_gradients_reach_single_styles(generator: StyleGan2Generator) -> None:
    styles = [s.clone().requires_grad_(True) for s in generator.styles(torch.randn(1, TINY.w_dim))]
    generator.draw(styles).square().sum().backward()
    assert all(s.grad is not None and s.grad.abs().sum() > 0 for s in styles)


def test_truncation_draws_towards_the_mean() -> None:
    torch.manual_seed(0)
    mapping = StyleGan2Mapping(TINY)
    mapping.mean.fill_(2.0)
    z = torch.randn(2, TINY.z_dim)
    assert torch.allclose(mapping(z, 0.5), 2 + 0.5 * (mapping(z) - 2))
    assert torch.equal(mapping(z, 0.0), torch.full((2, TINY.w_dim), 2.0))


def test_a_clamp_bounds_what_is_drawn() -> None:
    torch.manual_seed(0)
    network = StyleGan2Generator(StyleGan2Config((4,), 4, 4, 1, clamp=0.1))
    assert network(torch.randn(1, 4) * 50).abs().max() <= 0.1 + 1e-6


def test_the_discriminator_has_the_published_size_and_grows() -> None:
    with torch.device("meta"):
        assert count(StyleGan2Discriminator(channels_for(1024))) == 29_012_513
    network = StyleGan2Discriminator((4, 4, 4, 4), grows=True)
    assert network(torch.randn(4, 3, 32, 32)).shape == (4, 1)
    assert network(torch.randn(4, 3, 8, 8)).shape == (4, 1)


def test_the_encoder_reads_pictures_of_any_size() -> None:
    torch.manual_seed(0)
    config = StyleGan2EncoderConfig(32, (4, 4, 4, 8), placed=4, hidden=16, rows=8, w_dim=8)
    encoder = StyleGan2Encoder(config)
    picture = torch.rand(2, 3, 32, 32) * 2 - 1
    common, offsets = encoder.parts(picture)
    assert torch.allclose(encoder(picture), common.unsqueeze(1) + offsets)
    large = picture.repeat_interleave(2, 2).repeat_interleave(2, 3)
    assert encoder(large).shape == (2, 8, 8)
    with pytest.raises(ValueError, match="a width for every resolution"):
        StyleGan2Encoder(StyleGan2EncoderConfig(64, (4, 4, 4, 8)))
