"""SemanticStyleGAN: sizes as published, fusion by hand, stopped gradients, hidden parts, rows of codes."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from core.labels import IGNORE, PARTS, TRANSPARENT_PARTS, Label, part_table
from core.models.layers import NoiseSource
from core.models.semantic_discriminator import DualConfig, DualDiscriminator
from core.models.semantic_encoder import SemanticEncoder
from core.models.semantic_stylegan import (
    RenderBlock,
    SemanticConfig,
    SemanticGenerator,
    SemanticMapping,
    fourier_features,
    fuse,
)

TINY = SemanticConfig(
    code_dim=8,
    mapping_layers=2,
    frequencies=3,
    part_channels=4,
    part_layers=5,
    coarse_layers=1,
    shape_layers=3,
    coarse_resolution=16,
    feature_channels=6,
    smallest=8,
    channels=(6, 4, 4),
    encoder_channels=(4, 6),
    encoder_features=5,
    outline_size=8,
    outline_hidden=4,
)
FACE, EYES, GLASSES = (tuple(PARTS).index(name) for name in ("face", "eyes", "eyeglasses"))


def _parameters(*networks: torch.nn.Module) -> int:
    return sum(p.numel() for network in networks for p in network.parameters())


def _generator(config: SemanticConfig = TINY) -> SemanticGenerator:
    torch.manual_seed(0)
    generator = SemanticGenerator(config).eval()
    with torch.no_grad():
        for name, parameter in generator.named_parameters():
            if name.endswith(("bias", "noise_strength")):
                parameter.add_(torch.randn(parameter.shape) * 0.3)
    return generator


def _codes(count: int = 2, seed: int = 1) -> torch.Tensor:
    return torch.randn(count, TINY.rows, TINY.code_dim, generator=torch.Generator().manual_seed(seed))


def test_the_parts_cover_the_labels_once() -> None:
    assert sorted(label for labels in PARTS.values() for label in labels) == list(Label)
    table = part_table()
    assert table[Label.U_LIP] == table[Label.MOUTH] == tuple(PARTS).index("mouth")
    assert table[IGNORE] == IGNORE
    assert SemanticConfig().transparent == tuple(tuple(PARTS).index(name) for name in TRANSPARENT_PARTS)


@pytest.mark.parametrize(
    ("config", "published"),
    [
        (SemanticConfig(), 20_320_358),
        (SemanticConfig(frequencies=8, channels=(512, 512, 256, 128)), 20_208_020),
    ],
    ids=["512", "256"],
)
def test_the_papers_sizes_are_the_published_ones(config: SemanticConfig, published: int) -> None:
    with torch.device("meta"):
        assert _parameters(SemanticGenerator(config), SemanticMapping(config)) == published


def test_the_parts_of_512_have_the_published_sizes() -> None:
    config = SemanticConfig()
    with torch.device("meta"):
        generator, mapping = SemanticGenerator(config), SemanticMapping(config)
        local = generator.local
        assert _parameters(mapping) == 2_101_248
        assert _parameters(generator.render) == 12_972_698
        assert local.embed.shape == (64, 38)
        assert _parameters(local) - local.embed.numel() == 5_243_980
        assert dict(generator.named_parameters())["render.blocks.2.up.weight"].shape == (256, 1024, 3, 3)
        assert _parameters(DualDiscriminator(DualConfig())) == 51_406_593
    assert config.rows == 28


def test_rows_follow_the_published_table() -> None:
    config = SemanticConfig()
    rows = config.layer_rows()
    assert rows[0] == [2] * 6 + [3] * 4
    assert rows[FACE] == [0, 1] + [4] * 4 + [5] * 4
    assert (config.shape_row(GLASSES), config.texture_row(GLASSES)) == (22, 23)
    assert len(rows) * len(rows[0]) == 130


def test_fourier_features_are_places_and_their_waves() -> None:
    features = fourier_features(5, 2)
    assert features.shape == (25, 10)
    torch.testing.assert_close(features[0, :2], torch.tensor([-1.0, -1.0]))
    torch.testing.assert_close(features[1, :2], torch.tensor([-0.5, -1.0]))  # x runs first
    torch.testing.assert_close(features[1, 6:8], torch.sin(torch.tensor([-1.0, -2.0])))


def test_fusion_follows_equation_1() -> None:
    depths = torch.tensor([0.0, 1.0, 2.0]).view(1, 3, 1, 1)
    mask, weights = fuse(depths, transparent=(2,))
    e = torch.tensor([0.0, 1.0, 2.0]).exp()
    torch.testing.assert_close(mask.flatten(), e / e.sum())
    torch.testing.assert_close(weights.flatten()[:2], e[:2] / e[:2].sum())
    torch.testing.assert_close(weights.flatten()[2], e[2] / e.sum())


def test_without_transparent_parts_weights_are_the_mask() -> None:
    mask, weights = fuse(torch.randn(2, 4, 3, 3), transparent=())
    torch.testing.assert_close(mask, weights)
    torch.testing.assert_close(mask.sum(dim=1), torch.ones(2, 3, 3))


def test_what_shows_through_a_transparent_part_is_as_without_it() -> None:
    depths = torch.randn(1, 4, 5, 5)
    near = depths.clone()
    near[:, 3] = 9.0
    _, weights = fuse(near, transparent=(3,))
    _, without = fuse(depths[:, :3], transparent=())
    torch.testing.assert_close(weights[:, :3], without)
    assert (weights[:, 3] > 0.99).all()


def test_hidden_parts_leave_their_place_to_the_others() -> None:
    depths = torch.randn(1, 4, 5, 5)
    shown = torch.tensor([[1.0, 0.0, 1.0, 1.0]])
    mask, _ = fuse(depths, (3,), shown)
    assert (mask[:, 1] == 0).all()
    torch.testing.assert_close(mask[:, [0, 2, 3]], depths[:, [0, 2, 3]].softmax(dim=1))


def test_fused_features_are_the_sum_of_the_parts_own() -> None:
    """Weighing before the last linear layers is what the paper writes."""
    generator = _generator()
    x, depths = generator.local(generator.expand(_codes()))
    _, weights = fuse(depths, TINY.transparent)
    head = generator.local.to_feature
    own = torch.einsum("nkpi,koi->nkpo", x, head.matrix()) + head.bias[:, None]
    own = own.transpose(2, 3).unflatten(3, (TINY.coarse_resolution, -1))
    torch.testing.assert_close(
        generator.local.aggregate(x, weights), (own * weights.unsqueeze(2)).sum(dim=1), rtol=1e-4, atol=1e-5
    )


def test_everything_has_its_size_and_background_has_no_depth() -> None:
    drawn = _generator()(_codes())
    assert drawn.rgb.shape == (2, 3, 64, 64)
    assert drawn.scores.shape == (2, 13, 64, 64)
    assert drawn.coarse.shape == drawn.depths.shape == (2, 13, 16, 16)
    assert (drawn.depths[:, 0] == 0).all()
    assert drawn.depths[:, 1:].std() > 0
    torch.testing.assert_close(drawn.coarse, 2 * drawn.depths.softmax(dim=1) - 1)
    small = _generator()(_codes(), size=32)
    assert small.rgb.shape == (2, 3, 32, 32)


def test_codes_by_layer_draw_what_codes_by_row_draw() -> None:
    generator = _generator()
    torch.testing.assert_close(generator(_codes()).rgb, generator(generator.expand(_codes())).rgb)


def test_the_texture_of_a_part_cannot_move_its_shape() -> None:
    generator = _generator()
    codes = _codes()
    other = codes.clone()
    other[:, TINY.texture_row(FACE)] = 0
    before, after = generator(codes), generator(other)
    torch.testing.assert_close(before.depths, after.depths)
    assert (before.rgb - after.rgb).abs().max() > 1e-3


def test_a_shape_code_moves_its_own_depth_alone() -> None:
    generator = _generator()
    other = _codes()
    other[:, TINY.shape_row(EYES)] = 0
    moved = (generator(_codes()).depths - generator(other).depths).abs().amax(dim=(0, 2, 3))
    assert moved.nonzero().flatten().tolist() == [EYES]


def test_coarse_codes_move_all_but_the_background() -> None:
    generator = _generator()
    other = _codes()
    other[:, 0] = 0
    moved = (generator(_codes()).depths - generator(other).depths).abs().amax(dim=(0, 2, 3))
    assert moved.nonzero().flatten().tolist() == list(range(1, 13))


@pytest.mark.parametrize("part", [0, FACE])
def test_the_gradient_stops_between_texture_and_shape_but_for_the_background(part: int) -> None:
    generator = _generator()
    codes = generator.expand(_codes()).detach().requires_grad_(True)
    x, _ = generator.local(codes)
    x[:, part].sum().backward()
    assert codes.grad is not None
    by_layer = codes.grad[:, part].abs().amax(dim=(0, 2))
    assert (by_layer[TINY.shape_layers :] > 0).all()
    assert (by_layer[: TINY.shape_layers] > 0).all() == (part == 0)
    assert (by_layer[: TINY.shape_layers] == 0).all() == (part != 0)


def test_hidden_parts_are_not_in_the_label_map() -> None:
    shown = torch.ones(2, 13)
    shown[:, FACE] = 0
    drawn = _generator()(_codes(), shown)
    assert (drawn.coarse[:, FACE] == -1).all()


def test_the_label_map_is_refined_from_the_coarse_one() -> None:
    """With silent outputs the scores are the coarse map brought up, as figure 1 adds it."""
    generator = _generator()
    with torch.no_grad():
        for block in generator.render.blocks:
            assert isinstance(block, RenderBlock)
            block.to_scores.weight.zero_()
            block.to_scores.bias.zero_()
    drawn = generator(_codes())
    inner = torch.nn.functional.interpolate(drawn.coarse, scale_factor=4, mode="bilinear")[..., 6:-6, 6:-6]
    torch.testing.assert_close(drawn.scores[..., 6:-6, 6:-6], inner, atol=0.2, rtol=0)
    same = (drawn.scores.argmax(dim=1)[..., 6:-6, 6:-6] == inner.argmax(dim=1)).float().mean()
    assert same > 0.95


def test_noise_is_fixed_by_its_seed() -> None:
    generator = _generator()
    codes = _codes()
    torch.testing.assert_close(generator(codes, noise_seed=3).rgb, generator(codes, noise_seed=3).rgb)
    assert not torch.equal(generator(codes, noise_seed=3).rgb, generator(codes, noise_seed=4).rgb)
    by_source = generator.compose(codes, None, NoiseSource(3, codes.device), TINY.resolution)
    torch.testing.assert_close(by_source.rgb, generator(codes, noise_seed=3).rgb)


def test_the_mapping_gives_one_code_or_one_a_row() -> None:
    z = torch.randn(3, TINY.code_dim)
    same = SemanticMapping(TINY)(z)
    assert same.shape == (3, TINY.rows, TINY.code_dim)
    assert (same == same[:, :1]).all()
    apart = SemanticMapping(replace(TINY, mapping_codes=TINY.rows))(z)
    assert apart.shape == same.shape
    assert not torch.equal(apart[:, 0], apart[:, 1])


@pytest.mark.parametrize("wrong", [{"shape_layers": 5}, {"coarse_layers": 3}, {"mapping_codes": 2}])
def test_sizes_that_do_not_go_together_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"layers|code"):
        replace(TINY, **wrong)


def test_the_encoder_reads_every_part_by_itself() -> None:
    torch.manual_seed(0)
    encoder = SemanticEncoder(TINY).eval()
    rgb, parts = torch.randn(1, 3, 32, 32), torch.full((1, 32, 32), FACE, dtype=torch.uint8)
    parts[:, :8] = 0
    with_eyes = parts.clone()
    with_eyes[:, 12:16, 8:24] = EYES
    plain, eyed = encoder(rgb, parts), encoder(rgb, with_eyes)
    assert plain.shape == (1, TINY.rows, TINY.code_dim)
    moved = (plain - eyed).abs().amax(dim=(0, 2)) > 0
    assert moved[TINY.shape_row(EYES)]
    assert moved[TINY.texture_row(EYES)]
    assert not moved[TINY.shape_row(0)]
    assert not moved[TINY.shape_row(GLASSES)]


def test_the_discriminator_weighs_picture_and_labels_and_can_do_without_labels() -> None:
    torch.manual_seed(0)
    channels = (4, 4, 4, 4)
    rgb, scores = torch.randn(4, 3, 32, 32), torch.randn(4, 13, 32, 32)
    both = DualDiscriminator(DualConfig(channels=channels, grown=2))
    verdict = both(rgb, scores)
    assert verdict.logits.shape == (4, 1)
    assert not torch.allclose(verdict.logits, both(rgb, -scores).logits)
    assert [f.shape[-1] for f in verdict.features] == [16, 8, 4]
    assert both(rgb[..., ::2, ::2], scores[..., ::2, ::2]).logits.shape == (4, 1)
    alone = DualDiscriminator(DualConfig(parts=0, channels=channels))
    torch.testing.assert_close(alone(rgb, scores).logits, alone(rgb, -scores).logits)
