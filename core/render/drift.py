"""How far an edited face has moved from its photo: by our own features, and by pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.methods.smile.attributes import ATTRIBUTES
from core.render.judge import FEATURES, open_judge
from core.render.preview import Preview

if TYPE_CHECKING:
    from core.models.classifier import Classifier

STRANGERS = 0.107
"""Mean distance of the features of two different people: 1 891 pairs of held-out portraits (5 % of them
below 0.02). The same portrait 15 % darker is 0.002 away, in a mirror 0.012."""


@dataclass(frozen=True)
class Drift:
    """`identity` is the distance of the two faces' features, 1.0 being that of two different people on
    average; `changed` the share of the crop's pixels that differ; `largest` by how much at most (0..255);
    `outside` how many of them lie outside the area that the edits may touch."""

    identity: float
    changed: float
    largest: int
    outside: int


class DriftMeter:
    """Measures drift with the features of the attribute classifier, without what tells eyeglasses, hats,
    hair, bangs and earrings apart. They were not trained to tell people apart: a guide for the eye, and no
    proof of who somebody is."""

    def __init__(self, network: Classifier | None = None) -> None:
        self._network = network
        self._worn: NDArray[np.float64] | None = None

    def measure(self, preview: Preview) -> Drift:
        """The drift of one face. Raises `PackError` where the classifier is missing."""
        moved = np.abs(preview.crop.astype(np.int16) - preview.original).max(axis=2).astype(np.int16)
        return Drift(
            identity=self.distance(preview.original, preview.crop) / STRANGERS,
            changed=np.count_nonzero(moved) / moved.size,
            largest=int(moved.max()),
            outside=int(np.count_nonzero((moved > 0) & (preview.touched <= 0))),
        )

    def distance(self, first: NDArray[np.uint8], second: NDArray[np.uint8]) -> float:
        """1 - cosine of the features of two crops (256, 256, 3): 0 for the same picture."""
        a, b = self._features(first), self._features(second)
        likeness = float(a @ b) / float(np.linalg.norm(a) * np.linalg.norm(b))
        return max(0.0, 1.0 - likeness)

    def _features(self, crop: NDArray[np.uint8]) -> NDArray[np.float64]:
        import torch

        network = self._network = self._network or open_judge(FEATURES)
        with torch.inference_mode():
            seen = torch.tensor(crop).permute(2, 0, 1)[None].float() / 127.5 - 1
            features = np.asarray(network.pooled(network.maps(seen)[-1])[0].double(), np.float64)
            if self._worn is None:
                self._worn = _directions(np.asarray(network.out.weight.double(), np.float64))
        return features - self._worn @ (self._worn.T @ features)


def _directions(weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """An orthonormal base (D, 5) of what decides on every attribute but identity: `weight` (6, D)."""
    kept = [index for index, attribute in enumerate(ATTRIBUTES) if attribute.name != "identity"]
    return np.linalg.qr(weight[kept].T)[0]
