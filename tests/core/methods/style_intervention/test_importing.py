"""Official StyleGAN2 files: both layouts draw what the formulas say, sizes are found, programs never run."""

from __future__ import annotations

import argparse
import collections
import io
import pickle
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from core.errors import PackError
from core.methods.style_intervention.importing import (
    LICENCES,
    NVIDIA,
    ROSINALITY,
    StyleGan2File,
    layout_of,
    read_stylegan2,
    stylegan2_networks,
)
from core.models.stylegan2 import StyleGan2Config, StyleGan2Generator, StyleGan2Mapping, channels_for
from tests.core.models import stylegan2_reference as reference

CHANNELS, W_DIM, LAYERS = (8, 6, 4), 5, 3
SHARED = Path(__file__).parents[5] / "shared" / "reference" / "tensors"


@pytest.fixture
def network() -> reference.Network:
    return reference.seeded(CHANNELS, W_DIM, LAYERS)


def in_memory(layout: str, state: dict[str, Tensor], clamp: float = 0.0) -> StyleGan2File:
    return StyleGan2File(Path("x"), "", layout, state, None, clamp)


def write_pt(path: Path, network: reference.Network, **more: Any) -> Path:
    torch.save({"g_ema": reference.as_rosinality(network), **more}, path)
    return path


# --- NVIDIA's way of saving, without NVIDIA's code --------------------------------------------------------


class Reduced:
    """Pickles as a call of a global with arguments."""

    def __init__(self, call: Callable[..., Any], *arguments: object) -> None:
        self.call, self.arguments = call, arguments

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return self.call, self.arguments


@pytest.fixture
def persistence(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """A global of the name that such files call; running it would be a failure."""
    module = types.ModuleType("torch_utils.persistence")

    def _reconstruct_persistent_obj(meta: object) -> object:
        raise AssertionError("the file's program was run")

    _reconstruct_persistent_obj.__module__ = "torch_utils.persistence"
    _reconstruct_persistent_obj.__qualname__ = "_reconstruct_persistent_obj"
    module._reconstruct_persistent_obj = _reconstruct_persistent_obj  # pyright: ignore
    monkeypatch.setitem(sys.modules, "torch_utils", types.ModuleType("torch_utils"))
    monkeypatch.setitem(sys.modules, "torch_utils.persistence", module)
    return _reconstruct_persistent_obj


def as_object(call: Callable[..., Any], state: dict[str, Tensor], settings: dict[str, Any] | None) -> Reduced:
    """A network object as such files store it: nested modules, the program's text beside."""
    own = {k: v for k, v in state.items() if "." not in k}
    below: dict[str, dict[str, Tensor]] = {}
    for key, value in state.items():
        if "." in key:
            head, rest = key.split(".", 1)
            below.setdefault(head, {})[rest] = value
    buffers = {k: v for k, v in own.items() if k in ("resample_filter", "noise_const", "w_avg")}
    parameters = {k: nn.Parameter(v) for k, v in own.items() if k not in buffers}
    meta = {
        "type": "class",
        "version": 6,
        "module_src": "raise AssertionError('the program was run')",
        "class_name": "Generator",
        "state": {
            "_parameters": collections.OrderedDict(parameters),
            "_buffers": collections.OrderedDict(buffers),
            "_modules": collections.OrderedDict((k, as_object(call, v, None)) for k, v in below.items()),
            "_init_kwargs": settings or {},
            "training": False,
        },
    }
    return Reduced(call, meta)


def write_pkl(path: Path, call: Callable[..., Any], network: reference.Network, clamp: float = 256) -> Path:
    generator = as_object(call, reference.as_nvidia(network), {"synthesis_kwargs": {"conv_clamp": clamp}})
    path.write_bytes(pickle.dumps({"G": None, "D": None, "G_ema": generator, "augment_pipe": None}))
    return path


# --- parity -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", [ROSINALITY, NVIDIA])
def test_both_layouts_draw_what_the_formulas_say(network: reference.Network, layout: str) -> None:
    state = reference.as_rosinality(network) if layout == ROSINALITY else reference.as_nvidia(network)
    assert layout_of(state) == layout
    networks = stylegan2_networks(in_memory(layout, state))
    mapping, generator = networks["stylegan2_mapping"], networks["stylegan2_generator"]
    assert isinstance(mapping, StyleGan2Mapping)
    assert isinstance(generator, StyleGan2Generator)
    assert generator.config == StyleGan2Config(CHANNELS, W_DIM, W_DIM, LAYERS)
    z = torch.randn(2, W_DIM)
    assert torch.allclose(mapping(z), reference.map_z(network, z), atol=1e-5)
    rows = torch.randn(2, generator.config.rows, W_DIM)
    noise = [torch.randn(1, 1, s, s) for s in generator.noise_sizes()]
    wanted = reference.draw(network, rows, noise)
    assert wanted.std() > 0.5
    assert torch.allclose(generator(rows, noise), wanted, atol=1e-4)
    assert torch.allclose(generator(rows[:1], noise), wanted[:1], atol=1e-4)
    for style, layer in zip(generator.styles(rows), network.layers, strict=True):
        assert torch.allclose(style, reference.style_of(layer, rows[:, layer.row]), atol=1e-5)


def test_a_pt_file_brings_the_centre_of_w(tmp_path: Path, network: reference.Network) -> None:
    path = write_pt(tmp_path / "a.pt", network, latent_avg=network.mean, args=argparse.Namespace(size=16))
    file = read_stylegan2(path)
    mapping = stylegan2_networks(file)["stylegan2_mapping"]
    assert isinstance(mapping, StyleGan2Mapping)
    assert torch.equal(mapping.mean, network.mean)


def test_without_a_centre_it_is_estimated(tmp_path: Path, network: reference.Network) -> None:
    mapping = stylegan2_networks(read_stylegan2(write_pt(tmp_path / "a.pt", network)))["stylegan2_mapping"]
    assert isinstance(mapping, StyleGan2Mapping)
    w = reference.map_z(network, torch.randn(20_000, W_DIM))
    assert torch.allclose(mapping.mean, w.mean(dim=0), atol=0.05 * float(w.std()))


def test_a_pkl_file_is_read_without_running_it(
    tmp_path: Path, network: reference.Network, persistence: Callable[..., Any]
) -> None:
    file = read_stylegan2(write_pkl(tmp_path / "a.pkl", persistence, network))
    state = reference.as_nvidia(network)
    assert file.layout == NVIDIA
    assert file.tensors.keys() == state.keys()
    assert all(torch.equal(file.tensors[key], state[key]) for key in state)
    networks = stylegan2_networks(file)
    mapping, generator = networks["stylegan2_mapping"], networks["stylegan2_generator"]
    assert isinstance(generator, StyleGan2Generator)
    assert isinstance(mapping, StyleGan2Mapping)
    assert generator.config.clamp == 256.0
    assert torch.equal(mapping.mean, network.mean)


# --- what is refused --------------------------------------------------------------------------------------


def test_a_pkl_file_that_asks_for_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pkl"
    path.write_bytes(pickle.dumps({"G_ema": Reduced(print, "run")}))
    with pytest.raises(PackError, match=r"builtins\.print.*refused"):
        read_stylegan2(path)


def test_tensorflow_files_are_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("dnnlib.tflib.network")

    class Network:
        pass

    Network.__module__, Network.__qualname__ = "dnnlib.tflib.network", "Network"
    module.Network = Network  # pyright: ignore
    for name in ("dnnlib", "dnnlib.tflib"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, "dnnlib.tflib.network", module)
    path = tmp_path / "a.pkl"
    path.write_bytes(pickle.dumps((Network(), Network(), Network())))
    with pytest.raises(PackError, match="TensorFlow release"):
        read_stylegan2(path)


def test_damaged_and_foreign_files_end_in_a_sentence(
    tmp_path: Path, network: reference.Network, persistence: Callable[..., Any]
) -> None:
    whole = write_pkl(tmp_path / "a.pkl", persistence, network).read_bytes()
    cut = tmp_path / "cut.pkl"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(PackError, match="damaged"):
        read_stylegan2(cut)
    plain = tmp_path / "plain.pkl"
    plain.write_bytes(pickle.dumps({"weights": [1.0]}))
    with pytest.raises(PackError, match="holds no generator"):
        read_stylegan2(plain)
    other = tmp_path / "other.pt"
    torch.save({"g_ema": {"a": torch.zeros(1)}}, other)
    with pytest.raises(PackError, match="no StyleGAN2 generator"):
        read_stylegan2(other)


def test_tensors_inside_are_read_without_pickles_of_their_own(
    tmp_path: Path, persistence: Callable[..., Any]
) -> None:
    stream = io.BytesIO()
    torch.save(Path("x"), stream)
    evil = Reduced(torch.storage._load_from_bytes, stream.getvalue())  # pyright: ignore
    path = tmp_path / "a.pkl"
    path.write_bytes(pickle.dumps({"G_ema": evil}))
    with pytest.raises(PackError):
        read_stylegan2(path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda s: s.pop("to_rgb1.conv.weight"), "to_rgb1.conv.weight.* is missing"),
        (lambda s: s.update({"extra.weight": torch.zeros(1)}), "extra.weight"),
        (lambda s: s.update({"convs.0.conv.weight": torch.zeros(1, 6, 7, 3, 3)}), "and not"),
        (lambda s: s.update({"to_rgb1.bias": torch.zeros(1, 4, 1, 1)}), "pictures of 4 channels"),
    ],
)  # fmt: skip
def test_odd_states_are_refused_with_a_reason(
    network: reference.Network, change: Callable[[dict[str, Tensor]], object], reason: str
) -> None:
    state = reference.as_rosinality(network)
    change(state)
    with pytest.raises(ValueError, match=reason):
        stylegan2_networks(in_memory(ROSINALITY, state))


def test_every_layout_has_a_licence() -> None:
    assert set(LICENCES) == {ROSINALITY, NVIDIA}


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the lists of the official tensors")
@pytest.mark.parametrize(
    ("name", "layout"),
    [("rosinality_G_256", ROSINALITY), ("rosinality_G_1024", ROSINALITY), ("ada_G_1024", NVIDIA)],
)  # fmt: skip
def test_official_lists_of_tensors_are_taken(name: str, layout: str) -> None:
    state: dict[str, Tensor] = {}
    with torch.device("meta"):
        for line in (SHARED / f"stylegan2_{name}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                key, shape = line.split("[")[0].strip(), line.split("[")[1].split("]")[0]
                state[key] = torch.zeros([int(n) for n in shape.split(",") if n.strip()])
        assert layout_of(state) == layout
        mean = torch.zeros(512)
        networks = stylegan2_networks(StyleGan2File(Path("x"), "", layout, state, mean, 0.0))
    resolution = int(name.rsplit("_", 1)[1])
    generator = networks["stylegan2_generator"]
    assert isinstance(generator, StyleGan2Generator)
    assert generator.config == StyleGan2Config(channels_for(resolution))
