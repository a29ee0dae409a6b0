"""The judges: attribute classifiers of pictures and of layouts, their verdicts, distances of features."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional as F

from core.face_attributes import FACE_ATTRIBUTES
from core.labels import NUM_LABELS, flip_table
from core.models.classifier import Classifier
from core.models.layers import one_hot
from core.render.judge import FACE_JUDGE, FEATURES, LAYOUT_JUDGE, PICTURE_JUDGE, open_judge
from training.common import picture
from training.evaluation.metrics import f1_of_both_states

SEEN = 20
"""How often both states of an attribute must be seen before its decision is moved."""

Seen = NDArray[np.uint8]
"""A picture or a label map."""


class Verdicts:
    """The classifier with arrays in and out.

    It sees uint8 pictures `(256, 256, 3)` or label maps `(256, 256)`, whichever it was trained on.
    """

    title = "our own classifier"

    def __init__(self, network: Classifier) -> None:
        self._network = network.eval()

    @classmethod
    def open(cls, folder: Path) -> Verdicts:
        """The stored classifier. Raises `PackError` where there is none."""
        return cls(open_judge(folder))

    @torch.inference_mode()
    def probabilities(self, pictures: Sequence[Seen]) -> NDArray[np.float32]:
        """Probability of every attribute's presence, `(N, 6)`; above a half it counts as present."""
        return (1 / (1 + np.exp(-self.logits(pictures)))).astype(np.float32)

    @torch.inference_mode()
    def logits(self, pictures: Sequence[Seen]) -> NDArray[np.float32]:
        """What `probabilities` are made of: the mean of the picture's and of its mirror image's."""
        both = (torch.cat([self._tensor(p), self._tensor(self._mirrored(p))]) for p in pictures)
        return np.stack([self._network(pair).mean(dim=0).numpy() for pair in both])

    def calibrate(
        self, pictures: Sequence[Seen], states: NDArray[np.float32], least: int = SEEN
    ) -> NDArray[np.float64]:
        """Move every attribute's zero to where F1 of both states is best on these pictures.

        `states (N, 6)`: 1, 0 or -1 (unknown); one seen fewer than `least` times decides nothing. Training
        shows rare states as often as common ones, after which they are called too often. Returns what was
        taken off the logits.
        """
        logits = self.logits(pictures)
        shift = np.array([best_zero(column, states[:, i], least) for i, column in enumerate(logits.T)])
        with torch.no_grad():
            self._network.out.bias.sub_(torch.from_numpy(shift).to(self._network.out.bias))
        return shift

    @torch.inference_mode()
    def features(self, pictures: Sequence[Seen]) -> NDArray[np.float64]:
        """Pooled features `(N, D)`."""
        maps = (self._network.maps(self._tensor(p))[-1] for p in pictures)
        return np.concatenate([self._network.pooled(m).double().numpy() for m in maps])

    @torch.inference_mode()
    def distance(self, first: Seen, second: Seen) -> float:
        """LPIPS's formula (Zhang et al. 2018, equation 1) on our features, all channels alike."""
        total = 0.0
        maps = (self._network.maps(self._tensor(p)) for p in (first, second))
        for a, b in zip(*maps, strict=True):
            difference = F.normalize(a, dim=1) - F.normalize(b, dim=1)
            total += float(difference.square().sum(dim=1).mean())
        return total

    @property
    def home(self) -> Path:
        """Where `evaluate` looks for one of its kind."""
        if self.sees_layouts:
            return LAYOUT_JUDGE
        if self._network.config.attributes == len(FACE_ATTRIBUTES):
            return FACE_JUDGE
        return PICTURE_JUDGE if self._network.config.window_side else FEATURES

    @property
    def sees_layouts(self) -> bool:
        """Whether it judges label maps and not pictures."""
        return self._network.config.channels == NUM_LABELS

    def _tensor(self, seen: Seen) -> Tensor:
        batch = torch.from_numpy(seen[None].copy())
        return one_hot(batch, NUM_LABELS) if self.sees_layouts else picture(batch)

    def _mirrored(self, seen: Seen) -> Seen:
        """As a mirror shows it: the labels of left and right change places as well."""
        return flip_table()[seen[:, ::-1]] if self.sees_layouts else seen[:, ::-1]


def best_zero(logits: NDArray[np.float32], states: NDArray[np.float32], least: int = SEEN) -> float:
    """The value between two logits at which F1 of both states is best, the one nearest 0 of several.

    0 where a state is seen fewer than `least` times.
    """
    known = states >= 0
    values, truth = logits[known], states[known] > 0.5
    if min(truth.sum(), (~truth).sum()) < least:
        return 0.0
    ranked = np.unique(values)
    places = (ranked[1:] + ranked[:-1]) / 2
    return float(max(places, key=lambda place: (f1_of_both_states(values > place, truth), -abs(place))))


def store(network: Classifier, folder: Path) -> None:
    """Write a trained classifier where `Verdicts.open` reads it, in fp16."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {k: v.half() if v.is_floating_point() else v for k, v in network.state_dict().items()}
    save_file({k: v.contiguous() for k, v in state.items()}, folder / "classifier.safetensors")
    (folder / "classifier.json").write_text(json.dumps(asdict(network.config)), encoding="utf-8")
