"""Turn a SeCGAN run into a pack: the averaged generator, and the semantic twin for measuring where wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from torch import nn

from core.face_attributes import FACE_ATTRIBUTES
from core.models.classifier import Classifier
from core.packs import Pack, write_pack
from core.packs.descriptor import AttributeSupport
from core.packs.pack import DEFAULT_PACK
from training.face_judge import FaceJudgeTraining
from training.loop import LoopConfig, spans
from training.runs import RunWeights, network_config, run_settings
from training.secgan import SecganTraining
from training.secgan_branches import BACKBONES

METHOD = "secgan"


def export_secgan(
    run: Path, folder: Path, *, name: str = METHOD, version: str = "1.0", twin: bool = False,
    weak: Mapping[str, str] | None = None,
) -> Pack:  # fmt: skip
    """Write the pack of a run; `twin` puts G_seg in, which nothing but `evaluate` has a use for.

    `weak` names attributes that work badly, with the reason in words for a person. An existing model card is
    kept. Raises `TrainingError` where there is no such run.
    """
    settings, weights = run_settings(SecganTraining, METHOD, run), RunWeights(run)
    backbone = BACKBONES[settings.backbone]
    networks: dict[str, nn.Module] = {
        "secgan_generator": weights.averaged(backbone.generator(settings.generator), "g_ema")
    }
    if twin and settings.variant == "twin":
        network = backbone.label_generator(settings.label_generator)
        networks["secgan_label_generator"] = weights.averaged(network, "label_g_ema")
    card = folder / "MODEL_CARD.md"
    text = card.read_text(encoding="utf-8") if card.exists() else "# SeCGAN\n"
    support = {a.name: AttributeSupport(True, (weak or {}).get(a.name, "")) for a in FACE_ATTRIBUTES}
    return write_pack(
        folder, networks, name=name, title="Attributes of the picture", version=version,
        licence="CC BY 4.0, see the model card", card=text, method=METHOD,
        crop_size=side_at(settings.loop, weights.step), attributes=support, falls_back_to=DEFAULT_PACK,
    )  # fmt: skip


def side_at(loop: LoopConfig, step: int) -> int:
    """Pixels of the pictures that the step before this one saw."""
    return next((s.resolution for s, _, end in spans(loop.stages) if step <= end), loop.stages[-1].resolution)


def trained_face_judge(run: Path) -> Classifier:
    """The classifier of a run of `face_judge`, averaged weights."""
    config = network_config(FaceJudgeTraining, run)
    return RunWeights(run).averaged(Classifier(config), "classifier_ema")
