"""Networks are found by module and class inside core.models, and nowhere else."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from torch import nn

import core.models
from core.codec import to_json
from core.errors import PackError
from core.models.adain import AdainGenerator, AdainResidualGenerator
from core.models.parser import Parser, ParserConfig
from core.models.smile_placed import PlacedGenerator, PlacedStyleEncoder
from core.models.smile_sem import (
    CopyingGenerator,
    HeatmapGenerator,
    SemConfig,
    SemGenerator,
    SemMapping,
    SemStyleEncoder,
)
from core.models.smile_syn import SynConfig, SynGenerator, SynMapping, SynStyleEncoder
from core.models.spade import SpadeGenerator
from core.packs.architectures import ARCHITECTURES, architecture_of, build_network

CONFIG = ParserConfig(widths=(4, 8, 8), blocks=(0, 1, 1))
PLACE = "core.models.fresh"


@dataclass(frozen=True)
class FreshConfig:
    widths: tuple[int, ...] = (2, 3)
    rate: float = 0.5


class Fresh(nn.Module):
    def __init__(self, config: FreshConfig) -> None:
        super().__init__()
        self.config = config


class Plain(nn.Module):
    def __init__(self) -> None:
        super().__init__()


class Double(nn.Module):
    def __init__(self, config: FreshConfig, more: int) -> None:
        super().__init__()


class Thing:
    def __init__(self, config: FreshConfig) -> None:
        self.config = config


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module of networks that no table knows."""
    module = ModuleType(PLACE)
    for each in (Fresh, Plain, Double, Thing):
        monkeypatch.setattr(each, "__module__", PLACE)
    for each in (Fresh, Plain, Double, Thing, Parser):  # the last one is borrowed, as an import would be
        setattr(module, each.__name__, each)
    monkeypatch.setitem(sys.modules, PLACE, module)
    monkeypatch.setattr(core.models, "fresh", module, raising=False)


def test_a_new_network_needs_no_entry():
    network = Fresh(FreshConfig((5,), 1.0))
    name = architecture_of(network)
    assert name == "fresh.Fresh"
    built = build_network(name, {"widths": [5], "rate": 1}, "it")
    assert isinstance(built, Fresh)
    assert built.config == network.config


def test_networks_of_the_first_packs_keep_their_names():
    assert architecture_of(Parser(CONFIG)) == "Parser"
    for name in ("Parser", "parser.Parser"):
        built: Any = build_network(name, to_json(CONFIG), "it")
        assert type(built) is Parser
        assert built.config == CONFIG


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_every_name_of_the_table_stands_for_a_network(name: str):
    with pytest.raises(PackError, match="in a way this Semblance does not know"):
        build_network(name, {"colour_of_magic": 8}, "it")


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "Oracle", "parser", "parser.", ".Parser", "parser.Oracle", "oracle.Parser", "Parser.Parser",
        "core.models.parser.Parser", "..parser.Parser", "parser..Parser", "parser.Parser.Parser", "os.Path",
        "../parser.Parser", "parser/parser.Parser", "parser.Parser\n", "parser.parser", "parser.__class__",
        "_private.Parser", "parser.nn", "parser.ParserConfig", "fresh.Parser", "fresh.Thing", "fresh.Plain",
        "fresh.Double", "parser.ＰarSer",
    ],
)  # fmt: skip
def test_what_is_no_network_of_ours_is_refused(name: str):
    with pytest.raises(PackError, match="which this Semblance does not have"):
        build_network(name, {}, "it")


@pytest.mark.parametrize("config", [{"widths": 3}, {"widths": [1.5]}, {"rate": "fast"}, {"rate": [1]}])
def test_a_configuration_of_the_wrong_kind_is_refused(config: dict[str, Any]):
    with pytest.raises(PackError, match="in a way this Semblance does not know"):
        build_network("fresh.Fresh", config, "it")


@pytest.mark.parametrize("network", [nn.Linear(1, 1), Plain(), Double(FreshConfig(), 1)])
def test_what_could_not_be_built_again_is_not_stored(network: nn.Module):
    with pytest.raises(PackError, match="cannot be stored"):
        architecture_of(network)


def test_a_class_of_a_test_is_not_stored(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Fresh, "__module__", "tests.fresh")
    with pytest.raises(PackError, match="cannot be stored"):
        architecture_of(Fresh(FreshConfig()))


SEM = SemConfig(channels=(4, 4), encoder_channels=(4, 4), mapping_hidden=4)
SYN = SynConfig(channels=(4, 4), mask_hidden=(4, 4), style_dim=4, encoder_channels=(4, 4, 4, 4, 4))
PLAIN_SEM = {"heatmaps": False, "copy": False, "decoder": "modulated"}
RELEASED = {
    "placed_styles": False, "encoder_steps": ["down", "down", "up", "down"], "as_released": True,
    "layers": "sac",
}  # fmt: skip
PLACED = {"placed_styles": True, "encoder_steps": [], "as_released": False, "layers": "sac"}


@pytest.mark.parametrize(
    ("name", "config", "flags", "kind"),
    [
        ("SemGenerator", SEM, PLAIN_SEM, SemGenerator),
        ("SemGenerator", SEM, {**PLAIN_SEM, "copy": True}, CopyingGenerator),
        ("SemGenerator", SEM, {**PLAIN_SEM, "heatmaps": True}, HeatmapGenerator),
        ("SemGenerator", SEM, {"heatmaps": True}, HeatmapGenerator),  # before the others were there
        ("SemGenerator", SEM, {**PLAIN_SEM, "decoder": "adain"}, AdainGenerator),
        ("SemGenerator", SEM, {**PLAIN_SEM, "decoder": "adain-residual"}, AdainResidualGenerator),
        ("SemMapping", SEM, {**PLAIN_SEM, "copy": True}, SemMapping),
        ("SemStyleEncoder", SEM, {**PLAIN_SEM, "heatmaps": True}, SemStyleEncoder),
        ("SynGenerator", SYN, RELEASED, SynGenerator),
        ("SynGenerator", SYN, {**RELEASED, "layers": "spade"}, SpadeGenerator),
        ("SynGenerator", SYN, PLACED, PlacedGenerator),
        ("SynGenerator", SYN, {"placed_styles": True}, PlacedGenerator),
        ("SynStyleEncoder", SYN, RELEASED, SynStyleEncoder),
        ("SynStyleEncoder", SYN, PLACED, PlacedStyleEncoder),
        ("SynMapping", SYN, PLACED, SynMapping),
    ],
)
def test_descriptors_of_before_name_the_class_by_flags(
    name: str, config: SemConfig | SynConfig, flags: dict[str, Any], kind: type[nn.Module]
):
    built: Any = build_network(name, {**to_json(config), **flags}, "it")
    assert type(built) is kind
    assert built.config == config


@pytest.mark.parametrize(
    ("name", "config", "flags"),
    [
        ("SemGenerator", SEM, {"copy": True, "heatmaps": True}),
        ("SemGenerator", SEM, {"decoder": ["adain"]}),
        ("SynGenerator", SYN, {"placed_styles": False}),
        ("SynGenerator", SYN, {**RELEASED, "placed_styles": True}),
        ("SynStyleEncoder", SYN, {**RELEASED, "encoder_steps": None}),
        ("smile_sem.CopyingGenerator", SEM, {"copy": True}),
    ],
)
def test_what_was_never_published_is_not_known(
    name: str, config: SemConfig | SynConfig, flags: dict[str, Any]
):
    with pytest.raises(PackError, match="in a way this Semblance does not know"):
        build_network(name, {**to_json(config), **flags}, "it")
