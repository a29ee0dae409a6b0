"""SeCGAN's networks: the layers of the paper's tables, the backbones' released sizes, the segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
import torch
from torch import nn

from core.errors import EditError
from core.face_attributes import EXCLUSIVE, FACE_ATTRIBUTES, face_attribute_index, ruled_out_by
from core.labels import NUM_LABELS, SEGMENTS, Label, segment_table
from core.models.secgan import (
    SecganDiscriminatorConfig,
    SecganGeneratorConfig,
    hard_segments,
    segment_log_probabilities,
)
from core.models.secgan_attgan import AttGanDiscriminator, AttGanGenerator, AttGanLabelGenerator
from core.models.secgan_stargan import (
    ChangeGenerator,
    StarGanDiscriminator,
    StarGanGenerator,
    StarGanLabelGenerator,
)

ATTGAN = (64, 128, 256, 512, 1024)
H = 64
"""Of the pictures that go through; tables are in shares of it."""


def _trace(network: nn.Module, *inputs: torch.Tensor) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    """Kind, input and output shape of every convolution and linear layer, in the order in which they work."""
    found: list[tuple[str, tuple[int, ...], tuple[int, ...]]] = []
    kinds = (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)

    def note(module: nn.Module, given: Sequence[torch.Tensor], out: torch.Tensor) -> None:
        found.append((type(module).__name__, tuple(given[0].shape[1:]), tuple(out.shape[1:])))

    hooks = [m.register_forward_hook(note) for m in network.modules() if isinstance(m, kinds)]
    with torch.no_grad():
        network(*inputs)
    for hook in hooks:
        hook.remove()
    return found


def _segments(*sizes: int) -> torch.Tensor:
    return torch.zeros(*sizes)


def test_stargans_label_generator_has_the_layers_of_table_2():
    network = StarGanLabelGenerator(SecganGeneratorConfig(12, 12))
    layers = _trace(network, _segments(1, 12, H, H), torch.zeros(1, 13))
    h2, h4 = H // 2, H // 4
    assert layers[:3] == [
        ("Conv2d", (12 + 13, H, H), (64, H, H)),
        ("Conv2d", (64, H, H), (128, h2, h2)),
        ("Conv2d", (128, h2, h2), (256, h4, h4)),
    ]
    assert layers[3:-3] == [("Conv2d", (256, h4, h4), (256, h4, h4))] * 12
    assert layers[-3:] == [
        ("ConvTranspose2d", (256, h4, h4), (128, h2, h2)),
        ("ConvTranspose2d", (128, h2, h2), (64, H, H)),
        ("Conv2d", (64, H, H), (12, H, H)),
    ]
    kernels = [m.kernel_size[0] for m in network.modules() if isinstance(m, nn.Conv2d)]
    assert kernels == [7, 4, 4, *[3] * 12, 7]


def test_attgans_label_generator_has_the_layers_of_table_3():
    config = SecganGeneratorConfig(12, 12, channels=ATTGAN)
    layers = _trace(AttGanLabelGenerator(config).eval(), _segments(1, 12, H, H), torch.zeros(1, 13))
    sizes = [H >> i for i in range(6)]
    widths = (12, *ATTGAN)
    encoder = [
        ("Conv2d", (widths[i], sizes[i], sizes[i]), (widths[i + 1], sizes[i + 1], sizes[i + 1]))
        for i in range(5)
    ]
    inputs, outputs = (1024 + 13, 1536 + 13, 512, 256, 128), (1024, 512, 256, 128, 12)
    decoder = [
        ("ConvTranspose2d", (inputs[i], sizes[5 - i], sizes[5 - i]), (outputs[i], sizes[4 - i], sizes[4 - i]))
        for i in range(5)
    ]
    assert layers == encoder + decoder


def test_attgans_label_discriminator_has_the_layers_of_table_3():
    config = SecganDiscriminatorConfig(12, size=H, channels=ATTGAN)
    network = AttGanDiscriminator(config)
    layers = _trace(network, _segments(1, 12, H, H))
    assert [(kind, out[0]) for kind, _, out in layers[:5]] == [("Conv2d", width) for width in ATTGAN]
    flat = 1024 * (H // 32) ** 2
    assert layers[5:] == [
        ("Linear", (flat,), (1024,)), ("Linear", (1024,), (1,)),
        ("Linear", (flat,), (1024,)), ("Linear", (1024,), (13,)),
    ]  # fmt: skip
    assert not any(isinstance(m, nn.InstanceNorm2d) for m in network.modules())


STARGAN_G = (
    [(64, 8, 7, 7), (64,), (64,), (128, 64, 4, 4), (128,), (128,), (256, 128, 4, 4), (256,), (256,)]
    + [(256, 256, 3, 3), (256,), (256,)] * 12
    + [(256, 128, 4, 4), (128,), (128,), (128, 64, 4, 4), (64,), (64,), (3, 64, 7, 7)]
)
STARGAN_WIDTHS = (3, 64, 128, 256, 512, 1024, 2048)
STARGAN_D: list[tuple[int, ...]] = [
    *(shape for a, b in pairwise(STARGAN_WIDTHS) for shape in ((b, a, 4, 4), (b,))),
    (1, 2048, 3, 3),
    (5, 2048, 2, 2),
]


def _attgan_g(injected: int) -> list[tuple[int, ...]]:
    """The parameters of AttGAN's released generator with one shortcut, in their order."""
    down = [(64, 3), (128, 64), (256, 128), (512, 256), (1024, 512)]
    up = [(1037, 1024), (1536 + injected, 512), (512, 256), (256, 128)]
    shapes: list[tuple[int, ...]] = []
    for outputs, inputs in down:
        shapes += [(outputs, inputs, 4, 4), (outputs,), (outputs,)]
    for inputs, outputs in up:
        shapes += [(inputs, outputs, 4, 4), (outputs,), (outputs,)]
    return [*shapes, (128, 3, 4, 4), (3,)]


RELEASED = {
    "StarGAN's G": (StarGanGenerator, SecganGeneratorConfig(attributes=5), STARGAN_G, 8_430_528),
    "StarGAN's D": (StarGanDiscriminator, SecganDiscriminatorConfig(attributes=5), STARGAN_D, 44_762_048),
    "AttGAN's G": (AttGanGenerator, SecganGeneratorConfig(channels=ATTGAN), _attgan_g(13), 43_459_203),
    "attributes once": (
        AttGanGenerator, SecganGeneratorConfig(channels=ATTGAN, injections=0), _attgan_g(0), 43_352_707,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RELEASED)
def test_numbers_alone_give_the_released_layouts(name: str):
    """Order and shapes: a released state dict then converts by order."""
    kind, config, shapes, count = RELEASED[name]
    with torch.device("meta"):
        network: nn.Module = kind(config)
    assert [tuple(p.shape) for p in network.parameters()] == shapes
    assert sum(p.numel() for p in network.parameters()) == count


@pytest.mark.parametrize(("size", "count"), [(128, 44_718_990), (256, 145_382_286)])
def test_attgans_released_discriminator(size: int, count: int):
    with torch.device("meta"):
        config = SecganDiscriminatorConfig(size=size, channels=ATTGAN, instance_norms=True)
        network = AttGanDiscriminator(config)
    assert sum(p.numel() for p in network.parameters()) == count


@pytest.mark.parametrize(
    ("kind", "sizes"),
    [
        (StarGanGenerator, {"channels": (4, 8), "blocks": 1}),
        (AttGanGenerator, {"channels": (4, 8, 8, 16, 16)}),
        (ChangeGenerator, {"channels": (4, 8), "blocks": 1, "outputs": 4}),
    ],
)
@pytest.mark.parametrize("inputs", [3, 15])
def test_pictures_stay_pictures(kind: type[Any], sizes: dict[str, Any], inputs: int):
    """Also beside a label map, as in the *concat* variant."""
    torch.manual_seed(0)
    network = kind(SecganGeneratorConfig(inputs=inputs, **sizes)).eval()
    x = torch.rand(2, inputs, 32, 32) * 2 - 1
    difference = torch.zeros(2, 13)
    difference[1, 3] = 1.0
    with torch.no_grad():
        y = network(x, difference)
        assert y.shape == (2, 3, 32, 32)
        assert y.abs().max() <= 1
        other = network(x, -difference)
    assert torch.equal(other[0], y[0])
    assert not torch.equal(other[1], y[1])


def test_where_nothing_is_to_change_the_change_generator_keeps_the_very_picture():
    network = ChangeGenerator(SecganGeneratorConfig(outputs=4, channels=(4, 8), blocks=1))
    nn.init.zeros_(network.out.weight)
    x = torch.rand(1, 3, 16, 16) * 2 - 1
    with torch.no_grad():
        added, mask = network.parts(x, torch.zeros(1, 13))
        assert torch.equal(network(x, torch.zeros(1, 13)), x)
    assert added.shape == (1, 3, 16, 16)
    assert mask.shape == (1, 1, 16, 16)


def test_of_larger_pictures_several_places_vote():
    network = StarGanDiscriminator(SecganDiscriminatorConfig(size=32, channels=(4, 8, 8)))
    for size, patches in ((32, 16), (64, 64)):
        opinion = network(torch.zeros(2, 3, size, size))
        assert opinion.scores.shape == (2, patches)
        assert opinion.attributes.shape == (2, 13)


def test_every_label_belongs_to_one_segment():
    counts = Counter(label for labels in SEGMENTS.values() for label in labels)
    assert counts == Counter(Label)
    assert len(SEGMENTS) == 12
    table, names = segment_table(), list(SEGMENTS)
    assert names[table[Label.L_BROW]] == names[table[Label.R_BROW]] == "eyebrows"
    assert names[table[Label.U_LIP]] == names[table[Label.L_LIP]] == "lips"
    assert {names[table[x]] for x in (Label.BACKGROUND, Label.NECK_L, Label.HAT, Label.CLOTH, 255)} == {
        "others"
    }


def test_a_segments_probability_is_that_of_its_labels():
    torch.manual_seed(0)
    logits = torch.randn(2, NUM_LABELS + 1, 4, 4)
    found = segment_log_probabilities(logits).exp()
    p = logits[:, :NUM_LABELS].softmax(dim=1)
    torch.testing.assert_close(found.sum(dim=1), torch.ones(2, 4, 4))
    torch.testing.assert_close(found[:, 2], p[:, Label.L_EYE] + p[:, Label.R_EYE])
    hard = hard_segments(found)
    assert torch.equal(hard.sum(dim=1), torch.ones(2, 4, 4))
    assert torch.equal(hard.argmax(dim=1), found.argmax(dim=1))


def test_the_attributes_are_the_papers_thirteen():
    assert len(FACE_ATTRIBUTES) == 13
    assert len({a.name for a in FACE_ATTRIBUTES}) == 13
    assert [a.celeba for a in FACE_ATTRIBUTES][-3:] == ["No_Beard", "Pale_Skin", "Young"]
    assert ruled_out_by("bald") == {"bangs"}
    assert ruled_out_by("blond_hair") == {"black_hair", "brown_hair"}
    assert ruled_out_by("beard") == frozenset()
    assert frozenset.union(*EXCLUSIVE) <= {a.name for a in FACE_ATTRIBUTES}
    assert face_attribute_index("age") == 12
    with pytest.raises(EditError, match="beard"):
        face_attribute_index("wings")
