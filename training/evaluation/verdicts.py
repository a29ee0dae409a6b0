"""The judge: the attribute classifier, its verdicts, and distances between its features."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional as F

from core.models.classifier import Classifier, ClassifierConfig
from training.common import picture

JUDGE = Path(__file__).parent / "judge"
FEATURES_NAME = "own classifier's features"

Picture = NDArray[np.uint8]


class Verdicts:
    """The classifier with pictures `(256, 256, 3)` uint8 in and arrays out."""

    def __init__(self, network: Classifier) -> None:
        self._network = network.eval()

    @classmethod
    def open(cls, folder: Path = JUDGE) -> Verdicts:
        """The stored classifier. Raises `FileNotFoundError` where there is none."""
        config: dict[str, Any] = json.loads((folder / "classifier.json").read_text(encoding="utf-8"))
        network = Classifier(ClassifierConfig(**config))
        state = load_file(folder / "classifier.safetensors")
        network.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in state.items()})
        return cls(network)

    @torch.inference_mode()
    def probabilities(self, pictures: Sequence[Picture]) -> NDArray[np.float32]:
        """Probability of every attribute's presence, `(N, 6)`."""
        return np.concatenate([torch.sigmoid(self._network(_tensor(p))).numpy() for p in pictures])

    @torch.inference_mode()
    def features(self, pictures: Sequence[Picture]) -> NDArray[np.float64]:
        """Pooled features `(N, D)`."""
        maps = (self._network.maps(_tensor(p))[-1] for p in pictures)
        return np.concatenate([self._network.pooled(m).double().numpy() for m in maps])

    @torch.inference_mode()
    def distance(self, first: Picture, second: Picture) -> float:
        """LPIPS's formula (Zhang et al. 2018, equation 1) on our features, all channels alike."""
        total = 0.0
        for a, b in zip(self._network.maps(_tensor(first)), self._network.maps(_tensor(second)), strict=True):
            difference = F.normalize(a, dim=1) - F.normalize(b, dim=1)
            total += float(difference.square().sum(dim=1).mean())
        return total


def store(network: Classifier, folder: Path = JUDGE) -> None:
    """Write a trained classifier where `Verdicts.open` reads it, in fp16."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {k: v.half() if v.is_floating_point() else v for k, v in network.state_dict().items()}
    save_file({k: v.contiguous() for k, v in state.items()}, folder / "classifier.safetensors")
    (folder / "classifier.json").write_text(json.dumps(asdict(network.config)), encoding="utf-8")


def _tensor(pixels: Picture) -> Tensor:
    return picture(torch.from_numpy(pixels[None].copy()))
