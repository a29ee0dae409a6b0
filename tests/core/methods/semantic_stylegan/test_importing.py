"""Released generators of SemanticStyleGAN: recognised, sized, and drawing what their formulas draw."""

from __future__ import annotations

import argparse
import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from core.errors import PackError
from core.methods.semantic_stylegan.importing import (
    LICENCE,
    ROLES,
    official_config,
    official_networks,
    recognises,
)
from core.models.layers import NoiseSource
from core.models.semantic_stylegan import SemanticConfig, SemanticGenerator, SemanticMapping
from core.packs import Pack, write_pack
from core.packs.foreign import WeightFile, read_weights
from tests.core.methods.semantic_stylegan import reference
from tests.core.methods.smile.official_layouts import fingerprint, random_state

LISTS = Path(__file__).resolve().parents[5] / "shared" / "reference" / "tensors"
SIZES = {
    "semanticstylegan_G_512": reference.Sizes(),
    "semanticstylegan_G_256": reference.Sizes(size=256, widths=(512, 512, 256, 128)),
}
FINGERPRINTS = {"semanticstylegan_G_512": "fa237aba12671e6f", "semanticstylegan_G_256": "b46a76ef689861a8"}
SMALL = reference.Sizes(
    size=64, code=8, mapping=3, channels=6, layers=8, features=5, coarse=16, smallest=8, widths=(7, 6, 4)
)


class StoredNoise(NoiseSource):
    """The noise maps that a released file holds."""

    def __init__(self, state: reference.State) -> None:
        super().__init__(0, torch.device("cpu"))
        self.maps = iter(v for k, v in state.items() if k.startswith("render_net.noises."))

    def draw(self, n: int, size: int) -> Tensor:
        return next(self.maps)


def small_state() -> reference.State:
    state = random_state(reference.generator(SMALL), scale=0.7)
    for name in state:  # modulations start at 1
        if name.endswith("modulation") or name.endswith("modulation.bias"):
            state[name] += 1
    return state


def small_file(state: reference.State, **options: object) -> WeightFile:
    return WeightFile(Path("CelebAMask-HQ.pt"), "0" * 64, state, options)


@pytest.mark.parametrize("name", SIZES)
def test_the_layout_is_the_released_one(name: str) -> None:
    shapes = reference.generator(SIZES[name])
    assert fingerprint(shapes) == FINGERPRINTS[name]
    if not LISTS.is_dir():
        pytest.skip("the printed lists are not here")
    text = (LISTS / f"{name}.txt").read_text("utf-8")
    printed = re.findall(r"^(\S+)\s+(\[[^\]]*\])", text, re.MULTILINE)
    assert shapes == {key: tuple(ast.literal_eval(shape)) for key, shape in printed}


@pytest.mark.parametrize(
    ("name", "config"),
    [
        ("semanticstylegan_G_512", SemanticConfig()),
        ("semanticstylegan_G_256", SemanticConfig(frequencies=8, channels=(512, 512, 256, 128))),
    ],
)
def test_sizes_are_read_off_the_shapes(name: str, config: SemanticConfig) -> None:
    with torch.device("meta"):
        state = {key: torch.empty(shape) for key, shape in reference.generator(SIZES[name]).items()}
    assert recognises(state)
    assert official_config(state, {}) == config


def test_options_tell_what_shapes_do_not() -> None:
    state = small_state()
    options = {"transparent_dims": [10], "base_layers": 1, "depth_layers": 5, "residual_refine": True}
    config = official_config(state, options)
    assert (config.transparent, config.coarse_layers, config.shape_layers) == ((10,), 1, 5)


def test_pictures_labels_and_depths_are_those_of_the_formulas() -> None:
    state = small_state()
    networks = official_networks(small_file(state))
    generator, mapping = networks[ROLES["generator"]], networks[ROLES["mapping"]]
    assert isinstance(generator, SemanticGenerator)
    assert isinstance(mapping, SemanticMapping)
    codes = torch.randn(1, 28, SMALL.code, generator=torch.Generator().manual_seed(5))
    drawn = generator.compose(codes, None, StoredNoise(state), SMALL.size)
    expected = reference.draw(state, codes[0], SMALL)
    for ours, theirs in zip(drawn, expected, strict=True):
        assert theirs.std() > 0.05
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-4)
    z = torch.randn(2, SMALL.code)
    w = mapping(z)
    assert w.shape == (2, 28, SMALL.code)
    torch.testing.assert_close(w[:, 7], reference.mapped(state, z, SMALL.mapping), rtol=1e-4, atol=1e-6)


def test_a_released_file_is_read_with_its_options_and_becomes_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "CelebAMask-HQ-512x512.pt"
    args = argparse.Namespace(transparent_dims=[10, 12], base_layers=2, depth_layers=6, residual_refine=True)
    torch.save({"g_ema": small_state(), "args": args, "g": {}, "d_optim": {}}, path)
    file = read_weights(path)
    assert file.options["depth_layers"] == 6
    networks = official_networks(file)
    pack = write_pack(
        tmp_path / "pack", networks, name="parts", title="Parts", version="1", licence=LICENCE,
        card=LICENCE, sources={path.name: file.sha256}, half=False,
    )  # fmt: skip
    again = Pack.open(pack.folder).build(ROLES["generator"])
    codes = torch.randn(1, 28, SMALL.code)
    torch.testing.assert_close(again(codes).rgb, networks[ROLES["generator"]](codes).rgb)
    assert "not for commercial use" in pack.descriptor.licence


def _less(state: reference.State) -> None:
    del state["local_nets.3.linears.2.conv.weight"]


def _more(state: reference.State) -> None:
    state["render_net.extra.weight"] = torch.zeros(1)


def _uneven(state: reference.State) -> None:
    state["local_nets.3.to_feat.conv.weight"] = torch.zeros(4, 6, 1, 1)


def _fewer_parts(state: reference.State) -> None:
    for name in [name for name in state if name.startswith("local_nets.12.")]:
        del state[name]


def _other_blur(state: reference.State) -> None:
    state["render_net.convs.0.blur.kernel"] *= 2


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (_less, "missing"),
        (_more, "does not have"),
        (_uneven, "another size"),
        (_fewer_parts, "12 parts"),
        (_other_blur, "low-pass"),
    ],
)
def test_what_does_not_fit_is_named(damage: object, reason: str) -> None:
    state = small_state()
    assert callable(damage)
    damage(state)
    with pytest.raises(ValueError, match=reason):
        official_networks(small_file(state))


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"residual_refine": False}, "without the refinement"),
        ({"transparent_dims": [13]}, "transparent_dims"),
        ({"base_layers": "two"}, "base_layers"),
    ],
)
def test_options_that_this_network_cannot_follow_are_named(options: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        official_networks(replace(small_file(small_state()), options=options))


def test_options_that_could_run_code_are_refused(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return (print, ("never",))

    torch.save({"g_ema": small_state(), "args": argparse.Namespace(x=Evil())}, tmp_path / "evil.pt")
    with pytest.raises(PackError, match="refused"):
        read_weights(tmp_path / "evil.pt")
