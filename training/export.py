"""Turn finished (or running) training runs into a pack: EMA weights in fp16, typical styles, the card."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.labels import NUM_LABELS, Label
from core.methods.smile.attributes import ATTRIBUTES
from core.models.classifier import Classifier
from core.models.parser import Parser
from core.models.remover import Remover
from core.models.smile_sem import SemMapping, SemStyleEncoder
from core.models.smile_syn import SynMapping
from core.opencv import cv2
from core.packs import Pack, write_pack
from core.packs.descriptor import AttributeSupport
from training.classifier import ClassifierTraining
from training.common import picture
from training.data.batches import Cache
from training.parser import ParserTraining
from training.remover import RemoverTraining
from training.runs import RunWeights, network_config, network_kind
from training.sem import GENERATORS, SemTraining
from training.syn import NETWORKS, SynTraining

TYPICAL_COUNT = 128
_SOLID = 0.25
"""Share of an earring that lies inside it and not on its border."""


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
    config = network_config(ParserTraining, runs / "parser")
    parser = RunWeights(runs / "parser").averaged(Parser(config), "parser_ema")
    return {"parser": parser, **_sem(runs), **_syn(runs)}


def _sem(runs: Path) -> dict[str, nn.Module]:
    config, weights = network_config(SemTraining, runs / "sem"), RunWeights(runs / "sem")
    generator = GENERATORS[network_kind(SemTraining, runs / "sem", "generator")]
    return {
        "sem_generator": weights.averaged(generator(config), "g_ema"),
        "sem_mapping": weights.averaged(SemMapping(config), "f_ema"),
        "sem_style": weights.averaged(SemStyleEncoder(config), "s_ema"),
    }


def _syn(runs: Path) -> dict[str, nn.Module]:
    config, weights = network_config(SynTraining, runs / "syn"), RunWeights(runs / "syn")
    kinds = NETWORKS[network_kind(SynTraining, runs / "syn", "layers")]
    return {
        "syn_generator": weights.averaged(kinds.g(config), "g_ema"),
        "syn_mapping": weights.averaged(SynMapping(config), "m_ema"),
        "syn_style": weights.averaged(kinds.s(config), "s_ema"),
    }


def trained_judge(run: Path) -> Classifier:
    """The classifier of a run, EMA weights."""
    config = network_config(ClassifierTraining, run)
    return RunWeights(run).averaged(Classifier(config), "classifier_ema")


def trained_remover(run: Path) -> Remover:
    """The network of a run that takes eyeglasses off, EMA weights."""
    return RunWeights(run).averaged(Remover(network_config(RemoverTraining, run)), "remover_ema")


@torch.no_grad()
def typical_styles(encoder: Any, cache: Cache, seed: int = 0) -> dict[str, Tensor]:
    """Style codes of training pictures, most of them with drawn accessories.

    `styles (K, L, D)` and `valid (K, L)`: which regions the picture had. Of an earring as thin as wire the
    style is mostly what lies behind it, so only solid ones count.
    """
    rng = np.random.default_rng(seed)
    pool = np.flatnonzero((cache.split == "train") & cache.dressed)
    rows = rng.choice(pool, min(TYPICAL_COUNT, len(pool)), replace=False)
    codes: list[Tensor] = []
    valid: list[Tensor] = []
    for row in rows:
        labels = torch.from_numpy(cache.labels[row][None].copy())
        codes.append(encoder(picture(torch.from_numpy(cache.images[row][None].copy())), labels)[0])
        known = torch.bincount(labels.flatten().long(), minlength=256)[:NUM_LABELS] > 20
        known[Label.EAR_R] &= _is_solid(cache.labels[row] == Label.EAR_R)
        valid.append(known)
    return {"styles": torch.stack(codes), "valid": torch.stack(valid)}


def _is_solid(area: NDArray[np.bool_]) -> bool:
    """Whether enough of an area lies inside it and not on its border."""
    inner = cv2.erode(area.astype(np.uint8), np.ones((3, 3), np.uint8))
    return bool(np.count_nonzero(inner) > _SOLID * np.count_nonzero(area))
