"""SMILE's Table 2: how SMILE_SYN draws, from a photo's own styles and from random ones."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from core.labels import IGNORE, NUM_LABELS, Label
from core.methods.smile.networks import Networks
from training.evaluation.metrics import frechet_distance, kernel_distance, mean_known, root_mean_square
from training.evaluation.portraits import Portrait
from training.evaluation.yardsticks import Yardsticks

DIVERSITY_PORTRAITS, DIVERSITY_RESULTS = 6, 10
_ROLES = ("syn_generator", "syn_mapping", "syn_style")


@dataclass(frozen=True)
class SynthesisFigures:
    """Table 2's row of a pack. `rmse` is of values in 0..1, `gradient` the share of the photo's own."""

    count: int
    frechet: float
    kernel: float
    diversity: float
    seconds: float
    distance: float
    psnr: float
    ssim: float
    rmse: float
    gradient: float
    parameters: float


class SynthesisJudge:
    """Draws portraits anew from their label maps."""

    def __init__(self, networks: Networks, portraits: Sequence[Portrait], yardsticks: Yardsticks) -> None:
        self.networks, self.portraits, self.yardsticks = networks, list(portraits), yardsticks

    def reconstruct(self, portrait: Portrait) -> NDArray[np.uint8]:
        """The portrait drawn from its label map and its own styles."""
        label_map = _known(portrait)
        return self._draw(label_map, self.networks.syn_styles(portrait.image, label_map))

    def imagine(self, portrait: Portrait, seed: int) -> NDArray[np.uint8]:
        """The portrait's label map drawn with random styles for every region."""
        z = np.random.default_rng((seed, 999)).standard_normal((NUM_LABELS, self.networks.syn_latent))
        return self._draw(_known(portrait), self.networks.syn_random(z.astype(np.float32)))

    def figures(self, real: Sequence[Portrait]) -> SynthesisFigures:
        """Everything of Table 2; distributions are compared with `real` portraits of another split."""
        started = time.perf_counter()
        drawn = [self.reconstruct(p) for p in self.portraits]
        seconds = (time.perf_counter() - started) / max(len(drawn), 1)
        pairs = [(p.image, d) for p, d in zip(self.portraits, drawn, strict=True)]
        frechet, kernel, diversity, distance = self._by_features(pairs, real)
        return SynthesisFigures(
            count=len(drawn), frechet=frechet, kernel=kernel, diversity=diversity, seconds=seconds,
            distance=distance,
            psnr=float(np.mean([peak_signal_noise_ratio(a, b, data_range=255) for a, b in pairs])),
            ssim=float(np.mean([_similarity(a, b) for a, b in pairs])),
            rmse=mean_known([root_mean_square(a / 255.0 - b / 255.0) for a, b in pairs]),
            gradient=float(np.mean([_kept(p, d) for p, d in zip(self.portraits, drawn, strict=True)])),
            parameters=self._parameters(),
        )  # fmt: skip

    def _by_features(
        self, pairs: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8]]], real: Sequence[Portrait]
    ) -> tuple[float, float, float, float]:
        imagined = self.yardsticks.features([self.imagine(p, i) for i, p in enumerate(self.portraits)])
        truth = self.yardsticks.features([r.image for r in real])
        spreads: list[float] = []
        for portrait in self.portraits[:DIVERSITY_PORTRAITS]:
            pictures = [self.imagine(portrait, seed) for seed in range(DIVERSITY_RESULTS)]
            spreads.append(mean_known([self.yardsticks.distance(a, b) for a, b in combinations(pictures, 2)]))
        distance = mean_known([self.yardsticks.distance(a, b) for a, b in pairs])
        return (
            frechet_distance(imagined, truth),
            kernel_distance(imagined, truth),
            mean_known(spreads),
            distance,
        )

    def _draw(self, label_map: NDArray[np.uint8], styles: NDArray[np.float32]) -> NDArray[np.uint8]:
        drawn = self.networks.syn_render(label_map, styles)[..., :3]
        return np.clip(np.rint(drawn), 0, 255).astype(np.uint8)

    def _parameters(self) -> float:
        """Millions, of all networks of SYN."""
        return sum(p.numel() for role in _ROLES for p in self.networks.network(role).parameters()) / 1e6


def _known(portrait: Portrait) -> NDArray[np.uint8]:
    return np.where(portrait.label_map == IGNORE, 0, portrait.label_map).astype(np.uint8)


def _similarity(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> float:
    return float(np.asarray(structural_similarity(a, b, channel_axis=2, data_range=255)))


def _kept(portrait: Portrait, drawn: NDArray[np.uint8]) -> float:
    """Share of the photo's gradient magnitude in skin and hair that the drawing has."""
    area = np.isin(portrait.label_map, (Label.SKIN, Label.HAIR))
    return float(_gradient(drawn)[area].mean() / _gradient(portrait.image)[area].mean())


def _gradient(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Gradient magnitude of the grey values."""
    dy, dx = np.gradient(picture.astype(np.float64).mean(axis=2))
    return np.hypot(dx, dy)
