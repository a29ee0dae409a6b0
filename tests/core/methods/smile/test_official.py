"""Released layouts with random weights: sizes as published, and results as worked out by hand."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from core.labels import BISENET_ORDER, Label
from core.methods.smile.attributes import attribute_index
from core.methods.smile.convert import attribute_network, bisenet_network, sem_networks, syn_networks
from core.methods.smile.official import OFFICIAL_HEADS, check_syn_blurs, our_head, recognise
from core.models.bisenet import BiSeNet
from core.models.layers import one_hot
from core.models.sac import StyledGamma
from core.models.smile_sem import SemGenerator, SemMapping, SemStyleEncoder
from core.models.smile_syn import SynGenerator, SynMapping, SynStyleEncoder
from core.packs.states import State
from tests.core.methods.smile import official_reference as reference
from tests.core.methods.smile.official_layouts import (
    FINGERPRINTS,
    OFFICIAL,
    SMALL_BISENET,
    SMALL_SEM,
    SMALL_SYN,
    SMALL_WIDTHS,
    Shapes,
    fingerprint,
    random_state,
    sem_mapping,
    sem_style,
)

LISTS = Path(__file__).resolve().parents[4] / "shared" / "reference" / "tensors"
KINDS = {
    "smile_sem_G": "sem_generator",
    "smile_sem_F": "sem_mapping",
    "smile_sem_S": "sem_style",
    "smile_sem_D": "sem_discriminator",
    "smile_syn_256": "syn",
    "smile_syn_512": "syn",
    "smile_attnet_rgb": "attributes",
    "smile_attnet_mask": "attributes",
    "bisenet": "bisenet",
}


def printed(name: str) -> Shapes:
    """Names and shapes as they were printed from the official modules."""
    found = re.findall(r"^(\S+)\s+(\[[^\]]*\])", (LISTS / f"{name}.txt").read_text("utf-8"), re.MULTILINE)
    return {key: tuple(ast.literal_eval(shape)) for key, shape in found}


def zeros(shapes: Shapes) -> dict[str, Tensor]:
    """The tensors at no cost; blurs as they must be."""
    blurs = random_state({name: shape for name, shape in shapes.items() if name.endswith(".kernel")})
    return {name: torch.zeros(shape) for name, shape in shapes.items()} | blurs


def sem_of(states: Mapping[str, State]) -> tuple[SemGenerator, SemMapping, SemStyleEncoder]:
    networks = sem_networks(states["G"], states["F"], states["S"])
    generator, mapping, style = networks.values()
    assert isinstance(generator, SemGenerator)
    assert isinstance(mapping, SemMapping)
    assert isinstance(style, SemStyleEncoder)
    return generator, mapping, style


def syn_of(state: State) -> tuple[SynGenerator, SynMapping, SynStyleEncoder]:
    generator, mapping, style = syn_networks(state).values()
    assert isinstance(generator, SynGenerator)
    assert isinstance(mapping, SynMapping)
    assert isinstance(style, SynStyleEncoder)
    return generator, mapping, style


def parser_of(state: State) -> BiSeNet:
    (parser,) = bisenet_network(state).values()
    assert isinstance(parser, BiSeNet)
    return parser


def parameters(*networks: torch.nn.Module) -> int:
    return sum(p.numel() for network in networks for p in network.parameters())


@pytest.mark.parametrize("name", OFFICIAL)
def test_descriptions_are_those_of_the_released_networks(name: str):
    assert fingerprint(OFFICIAL[name]) == FINGERPRINTS[name]


@pytest.mark.skipif(not LISTS.is_dir(), reason="the printed lists are not here")
@pytest.mark.parametrize("name", OFFICIAL)
def test_descriptions_are_the_printed_lists(name: str):
    assert OFFICIAL[name] == printed(name)


@pytest.mark.skipif(not LISTS.is_dir(), reason="the printed lists are not here")
def test_nothing_else_among_the_printed_lists_is_taken_for_one_of_them():
    for path in LISTS.glob("*.txt"):
        state = {key: torch.empty(0) for key in printed(path.stem)}
        expected = "fan" if path.stem == "smile_wing_FAN" else KINDS.get(path.stem)
        assert recognise(state) == expected, path.stem


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_released_files_are_recognised(name: str, kind: str):
    assert recognise({key: torch.empty(0) for key in OFFICIAL[name]}) == kind


def test_released_sem_has_the_published_sizes():
    generator, mapping, style = sem_of({part: zeros(OFFICIAL[f"smile_sem_{part}"]) for part in "GFS"})
    assert parameters(generator) == 33_863_367
    assert parameters(mapping) == 10_400_032
    assert parameters(style) == 21_008_224
    config = generator.config
    assert config.resolution == 256
    assert config.widths == (64, 16, 16, 16, 16, 16)
    sizes = [config.resolution >> (config.first_skip + i) for i in range(config.skips)]
    assert sizes == [128, 64, 32]


@pytest.mark.parametrize(("side", "published"), [(256, 42_235_054), (512, 44_567_350)])
def test_released_syn_has_the_published_sizes(side: int, published: int):
    networks = syn_of(zeros(OFFICIAL[f"smile_syn_{side}"]))
    unused_scalars = 3  # those of the last resolution stay in the file and do nothing
    assert parameters(*networks) == published - unused_scalars
    config = networks[0].config
    assert config.resolution == side
    assert config.channels[:6] == (512, 512, 512, 256, 256, 128)


def test_released_parser_has_the_published_size():
    parser = parser_of(zeros(OFFICIAL["bisenet"]))
    auxiliary_heads = 150_144
    assert parameters(parser) == 13_300_416 - auxiliary_heads


def one_hot_map(size: int, labels: tuple[int, ...] = (0, 1, 4, 10, 13)) -> tuple[Tensor, Tensor]:
    """A blocky random label map, and the same one-hot."""
    generator = torch.Generator().manual_seed(3)
    coarse = torch.tensor(labels)[torch.randint(len(labels), (1, size // 4, size // 4), generator=generator)]
    label_map = coarse.repeat_interleave(4, 1).repeat_interleave(4, 2)
    return label_map, one_hot(label_map, 19)


def test_sem_generator_draws_what_the_released_one_would():
    states = {letter: random_state(shapes, seed=1) for letter, shapes in SMALL_SEM.items()}
    network, _, _ = sem_of(states)
    _, layout = one_hot_map(64)
    generator = torch.Generator().manual_seed(4)
    slots = torch.randn(2, 6, 8, generator=generator)
    heatmap = torch.rand(1, 1, 32, 32, generator=generator)
    layout = layout.expand(2, -1, -1, -1)
    expected = reference.sem_logits(
        states["G"], layout, slots, SMALL_WIDTHS, {32: heatmap, 64: torch.zeros(1)}
    )
    torch.testing.assert_close(network(layout, slots, (heatmap,)), expected, rtol=1e-4, atol=1e-3)


def test_sem_heads_are_in_the_released_order_male_first():
    states = {letter: random_state(shapes, seed=2) for letter, shapes in SMALL_SEM.items()}
    _, mapping, style = sem_of(states)
    z = torch.randn(3, 4, generator=torch.Generator().manual_seed(5))
    _, layout = one_hot_map(64)
    random, read = mapping(z), style(layout)
    for head, (name, present) in enumerate(OFFICIAL_HEADS):
        width = SMALL_WIDTHS[head // 2]
        slot = attribute_index(name), int(present)
        expected = reference.sem_random(states["F"], z, head)
        torch.testing.assert_close(random[:, slot[0], slot[1], :width], expected, rtol=1e-4, atol=1e-4)
        torch.testing.assert_close(
            random[:, slot[0], slot[1]], expected.repeat(1, 8 // width), rtol=1e-4, atol=1e-4
        )
        expected = reference.sem_style(states["S"], layout, head)
        torch.testing.assert_close(read[:, slot[0], slot[1], :width], expected, rtol=1e-4, atol=1e-3)
    assert our_head(0) == 1, "Male is our identity when it is on"
    assert sorted(our_head(i) for i in range(12)) == list(range(12))


def test_syn_draws_what_the_released_one_would():
    state = random_state(SMALL_SYN, seed=6, scale=0.8)
    network, _, _ = syn_of(state)
    label_map, regions = one_hot_map(256)
    styles = torch.randn(1, 19, 8, generator=torch.Generator().manual_seed(7))
    expected = reference.syn_picture(state, regions, styles)
    assert expected.std() > 0.01
    torch.testing.assert_close(network(label_map, styles), expected, rtol=1e-3, atol=1e-3)


def test_syn_invents_styles_as_the_released_mapping_would():
    state = random_state(SMALL_SYN, seed=8, scale=1.0)
    state |= {key: value * 100 for key, value in state.items() if key.startswith("style.")}
    z = torch.randn(2, 19, 8, generator=torch.Generator().manual_seed(9))
    expected = reference.syn_random(state, z.flatten(1)).view(2, 19, 8)
    torch.testing.assert_close(syn_of(state)[1](z), expected, rtol=1e-4, atol=1e-4)


def test_syn_reads_styles_as_the_released_encoder_would():
    state = random_state(SMALL_SYN, seed=10, scale=1.0)
    label_map, regions = one_hot_map(256)
    rgb = torch.rand(1, 3, 256, 256, generator=torch.Generator().manual_seed(11)) * 2 - 1
    read = syn_of(state)[2](rgb, label_map)
    torch.testing.assert_close(read, reference.syn_style(state, rgb, regions), rtol=1e-4, atol=1e-4)
    assert not read[:, Label.HAT].any(), "an absent region has no style"


def test_sac_gamma_is_half_style_half_map_before_training():
    state = random_state(SMALL_SYN, seed=12)
    state["conv1.conv.blending_gamma"] = torch.zeros(1)
    gamma = syn_of(state)[0].conv.gamma
    assert isinstance(gamma, StyledGamma)
    _, regions = one_hot_map(8)
    styles = torch.randn(1, 19, 8, generator=torch.Generator().manual_seed(13))
    by_map = gamma.mask(regions)
    by_style = gamma.style(gamma.styles(styles, regions))
    assert torch.sigmoid(gamma.balance) == 0.5
    expected = reference.gamma(state, "conv1.conv", regions, styles)
    torch.testing.assert_close((by_style + by_map) / 2, expected, rtol=1e-4, atol=1e-5)


def test_parser_sees_what_the_released_one_would():
    state = random_state(SMALL_BISENET, seed=14)
    parser = parser_of(state)
    picture = torch.randn(1, 3, 64, 96, generator=torch.Generator().manual_seed(15))
    expected = reference.bisenet_classes(state, picture)
    torch.testing.assert_close(parser.classes(picture), expected, rtol=1e-4, atol=1e-4)


def test_parser_gives_our_labels_with_sides_by_their_place():
    state = random_state(SMALL_BISENET, seed=16)
    parser = parser_of(state)
    crop = torch.rand(1, 3, 256, 256, generator=torch.Generator().manual_seed(17)) * 2 - 1
    mean = torch.tensor([0.485, 0.456, 0.406])[:, None, None]
    std = torch.tensor([0.229, 0.224, 0.225])[:, None, None]
    enlarged = F.interpolate(crop, size=(512, 512), mode="bilinear", align_corners=False)
    raw = reference.bisenet_classes(state, ((enlarged + 1) / 2 - mean) / std)
    raw = F.interpolate(raw, size=(256, 256), mode="bilinear", align_corners=False)
    logits = parser(crop)
    for theirs, label in enumerate(BISENET_ORDER):
        if label.name[:2] not in ("L_", "R_") or label == Label.L_LIP:
            torch.testing.assert_close(logits[:, label], raw[:, theirs], rtol=1e-3, atol=1e-3)
    either = torch.maximum(raw[:, 4], raw[:, 5])
    torch.testing.assert_close(logits[:, Label.L_EYE, :, 128:], either[..., 128:], rtol=1e-3, atol=1e-3)
    torch.testing.assert_close(logits[:, Label.R_EYE, :, :128], either[..., :128], rtol=1e-3, atol=1e-3)
    shown = logits.argmax(dim=1)
    left = torch.isin(shown, torch.tensor([Label.L_EYE, Label.L_BROW, Label.L_EAR]))
    assert not left[..., :128].any()


def test_label_order_is_the_published_one():
    published = (0, 1, 6, 7, 4, 5, 3, 8, 9, 15, 2, 10, 11, 12, 17, 16, 18, 13, 14)
    assert tuple(int(label) for label in BISENET_ORDER) == published


@pytest.mark.parametrize("inputs", [3, 19])
def test_classifier_judges_as_the_released_one_would(inputs: int):
    state = random_state(OFFICIAL["smile_attnet_rgb" if inputs == 3 else "smile_attnet_mask"], 18, 0.15)
    ((role, network),) = attribute_network(state).items()
    assert role == ("picture_attributes" if inputs == 3 else "map_attributes")
    x = torch.rand(2, inputs, 224, 224, generator=torch.Generator().manual_seed(19))
    if inputs == 3:
        mean = torch.tensor([0.485, 0.456, 0.406])[:, None, None]
        std = torch.tensor([0.229, 0.224, 0.225])[:, None, None]
        given, prepared = x * 2 - 1, (x - mean) / std
    else:
        given = (x > 0.5).float()
        prepared = (given + 1) / 2
    expected = reference.attribute_probabilities(state, prepared)
    assert expected.std() > 1e-4
    torch.testing.assert_close(network(given), expected, rtol=1e-3, atol=1e-4)


def test_files_without_the_counters_of_batch_norm_are_whole():
    state = random_state(SMALL_BISENET)
    kept = {key: value for key, value in state.items() if not key.endswith("num_batches_tracked")}
    assert len(kept) < len(state)
    assert "parser" in bisenet_network(kept)


def test_another_blur_is_refused():
    state = random_state(SMALL_SYN)
    state["convs.0.conv.blur.kernel"] = torch.ones(4, 4) / 4
    with pytest.raises(ValueError, match="low-pass filter"):
        check_syn_blurs(state)


def test_parts_of_different_trainings_are_refused():
    states = {letter: random_state(shapes) for letter, shapes in SMALL_SEM.items()}
    with pytest.raises(ValueError, match="styles of different sizes"):
        sem_networks(states["G"], random_state(sem_mapping(4, 8)), states["S"])
    wide = random_state(sem_mapping(4, 8)), random_state(sem_style((4, 6, 8, 8, 8)))
    with pytest.raises(ValueError, match="codes of 28 numbers"):
        sem_networks(states["G"], *wide)
