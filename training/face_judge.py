"""Training of the classifier that judges SeCGAN's thirteen attributes. No generator ever sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor

from core.models.classifier import ClassifierConfig
from core.render.judge import open_judge
from training.classifier import ClassifierTask, ClassifierTraining
from training.data.faces import FaceDataConfig


@dataclass(frozen=True)
class FaceJudgeTraining(ClassifierTraining):
    """As of the other judges; `start` is a folder of a stored judge whose layers it begins with.

    Its decision, which is about other attributes, begins anew.
    """

    data: FaceDataConfig = field(default_factory=FaceDataConfig)
    network: ClassifierConfig = field(default_factory=ClassifierConfig)
    start: str = ""


class FaceJudgeTask(ClassifierTask):
    """Binary cross-entropy of every attribute that is known."""

    def __init__(self, config: FaceJudgeTraining, device: torch.device) -> None:
        super().__init__(config, device)
        if config.start:
            self._begin_with(open_judge(Path(config.start)).state_dict())
            self.begin_averages()

    def _begin_with(self, state: Mapping[str, Tensor]) -> None:
        known = {name: tensor for name, tensor in state.items() if not name.startswith("out.")}
        self.network.load_state_dict(known, strict=False)
