"""Turn finished (or running) training runs into a pack: EMA weights in fp16, typical styles, the card."""

from __future__ import annotations

import json
import typing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from core.attributes import ATTRIBUTES
from core.labels import NUM_LABELS
from core.models.classifier import Classifier
from core.models.landmarks import Landmarks, LandmarksConfig
from core.models.parser import Parser
from core.models.smile_sem import SemGenerator, SemMapping, SemStyleEncoder
from core.models.smile_syn import SynGenerator, SynMapping, SynStyleEncoder
from core.packs import Pack, write_pack
from core.packs.descriptor import AttributeSupport
from training.classifier import ClassifierTraining
from training.common import build, load_config, picture
from training.data.batches import Cache
from training.loop import ema_of
from training.parser import ParserTraining
from training.sem import SemTraining
from training.session import SETTINGS
from training.syn import SynTraining

CONFIGS = Path(__file__).parent / "configs" / "bundled"
TYPICAL_COUNT = 128


@dataclass(frozen=True)
class Sources:
    """Where the parts of a pack come from."""

    runs: Path
    cache: Path


def export_pack(sources: Sources, folder: Path, card: str, weak: dict[str, str], version: str) -> Pack:
    """Write the pack `portrait-256` to `folder` from the EMA weights of the runs.

    `weak` names attributes that work badly, with the reason in words for a person.
    """
    networks = _networks(sources)
    styles = typical_styles(networks["syn_style"], Cache.open(sources.cache))
    support = {a.name: AttributeSupport(True, weak.get(a.name, "")) for a in ATTRIBUTES}
    return write_pack(
        folder,
        networks,
        name="portrait-256",
        title="Portraits, 256 pixels",
        version=version,
        licence="CC BY 4.0, see the model card",
        card=card,
        tensors={"typical_styles": styles},
        attributes=support,
    )


def _networks(sources: Sources) -> dict[str, nn.Module]:
    runs = sources.runs
    parser = network_config(ParserTraining, runs / "parser")
    sem = network_config(SemTraining, runs / "sem")
    syn = network_config(SynTraining, runs / "syn")
    return {
        "landmarks": _landmarks(runs / "landmarks"),
        "parser": _averaged(Parser(parser), runs / "parser", "parser_ema"),
        "sem_generator": _averaged(SemGenerator(sem), runs / "sem", "g_ema"),
        "sem_mapping": _averaged(SemMapping(sem), runs / "sem", "f_ema"),
        "sem_style": _averaged(SemStyleEncoder(sem), runs / "sem", "s_ema"),
        "syn_generator": _averaged(SynGenerator(syn), runs / "syn", "g_ema"),
        "syn_mapping": _averaged(SynMapping(syn), runs / "syn", "m_ema"),
        "syn_style": _averaged(SynStyleEncoder(syn), runs / "syn", "s_ema"),
    }


def trained_judge(run: Path) -> Classifier:
    """The classifier of a run, EMA weights."""
    config = network_config(ClassifierTraining, run)
    network = _averaged(Classifier(config), run, "classifier_ema")
    assert isinstance(network, Classifier)
    return network


def network_config(kind: type[Any], run: Path) -> Any:
    """The network's config as the run wrote it down, or the bundled one for a run that wrote none.

    So ablations can be exported, and other sizes.
    """
    settings = run / SETTINGS
    if not settings.is_file():
        return load_config(kind, CONFIGS / f"{run.name}.toml").network
    values = json.loads(settings.read_text(encoding="utf-8"))
    return build(typing.get_type_hints(kind)["network"], values["network"])


def _averaged(network: nn.Module, run: Path, name: str) -> nn.Module:
    """The EMA copy of a network from a run's last checkpoint."""
    average = ema_of(network, 0.0)
    state = torch.load(run / "last.pt", map_location="cpu", weights_only=True)
    average.load_state_dict(state["modules"][name])
    return average.module.eval()


def _landmarks(run: Path) -> nn.Module:
    from safetensors.torch import load_file

    network = Landmarks(LandmarksConfig())
    state = load_file(run / "landmarks.safetensors")
    network.load_state_dict({key: value.float() for key, value in state.items()})
    return network.eval()


@torch.no_grad()
def typical_styles(encoder: Any, cache: Cache, seed: int = 0) -> dict[str, Tensor]:
    """Style codes of training pictures, most of them with drawn accessories.

    `styles (K, L, D)` and `valid (K, L)`: which regions the picture had.
    """
    rng = np.random.default_rng(seed)
    pool = np.flatnonzero((cache.split == "train") & (cache.kind != "plain"))
    rows = rng.choice(pool, min(TYPICAL_COUNT, len(pool)), replace=False)
    codes: list[Tensor] = []
    valid: list[Tensor] = []
    for row in rows:
        labels = torch.from_numpy(cache.labels[row][None].copy())
        codes.append(encoder(picture(torch.from_numpy(cache.images[row][None].copy())), labels)[0])
        areas = torch.bincount(labels.flatten().long(), minlength=256)[:NUM_LABELS]
        valid.append(areas > 20)
    return {"styles": torch.stack(codes), "valid": torch.stack(valid)}
