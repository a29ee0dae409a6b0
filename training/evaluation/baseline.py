"""StarGAN v2 on RGB as trained here, for the rows of table 1 that it has in SMILE's paper.

It repaints the picture and knows no layout: its layouts are what the pack's parser sees in its pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.document.edits import Seed
from core.methods.smile.attributes import ATTRIBUTES, attribute_index
from core.methods.smile.networks import Networks
from core.models.adain import AdainResidualGenerator
from core.models.smile_sem import SemMapping, SemStyleEncoder, choose
from core.opencv import cv2
from training.baselines.stargan_v2 import StarGanTraining
from training.common import picture, place, to_bytes
from training.evaluation.edits import Edited
from training.evaluation.portraits import Portrait
from training.loop import spans
from training.runs import RunWeights, run_settings


class BaselineEditor:
    """G, F and S of a StarGAN v2 run, their averaged weights; `networks` parse what they draw.

    They see pictures of the size that the run had come to. States that nobody could see count as absent,
    as in training. Raises `TrainingError` where the folder has no such run.
    """

    def __init__(self, run: Path, networks: Networks) -> None:
        settings, weights = run_settings(StarGanTraining, "stargan_v2", run), RunWeights(run)
        config = settings.network
        self.title = f"StarGAN v2, {weights.step} steps"
        self.side = next(
            (stage.resolution for stage, _, end in spans(settings.loop.stages) if weights.step < end),
            settings.loop.stages[-1].resolution,
        )
        self._networks, self._device = networks, networks.runtime.device
        self._latent = config.latent_dim
        self.g = place(weights.averaged(AdainResidualGenerator(config), "g_ema"), self._device)
        self.s = place(weights.averaged(SemStyleEncoder(config), "s_ema"), self._device)
        self.f = weights.averaged(SemMapping(config), "f_ema").to(self._device)

    @torch.inference_mode()
    def turned(self, portrait: Portrait, name: str, present: bool, source: Seed | Portrait) -> Edited | None:
        x, index = self._seen(portrait.image), attribute_index(name)
        if isinstance(source, Portrait):
            other = self.s(self._seen(source.image))
        else:
            other = self._random((source.seed, index))
        styles = self._own(x, portrait)
        styles[:, index] = other[:, index, int(present)]
        image = self._drawn(self.g(x, styles), portrait.image.shape[:2])
        return Edited(image, self._networks.parse(image)[0])

    @torch.inference_mode()
    def cycled(
        self, portrait: Portrait, label_map: NDArray[np.uint8], names: Sequence[str], seed: int
    ) -> Iterator[NDArray[np.uint8]]:
        """The pictures go there and back; the last one is parsed."""
        x = self._seen(portrait.image)
        own = self._own(x, portrait)
        for name in names:
            index, styles = attribute_index(name), own.clone()
            target = int(not portrait.states.get(name, False))
            styles[:, index] = self._random((seed, index))[:, index, target]
            back = self.g(self.g(x, styles), own)
            yield self._networks.parse(self._drawn(back, label_map.shape))[0]

    def _own(self, x: Tensor, portrait: Portrait) -> Tensor:
        """S(x) in the portrait's own states `(1, A, D)`."""
        states = torch.tensor([[portrait.states.get(a.name, False) for a in ATTRIBUTES]])
        return choose(self.s(x), states.to(self._device))

    def _random(self, key: tuple[int, int]) -> Tensor:
        """F of the seed's noise `(1, A, 2, D)`."""
        z = np.random.default_rng(key).standard_normal((1, self._latent)).astype(np.float32)
        return self.f(torch.from_numpy(z).to(self._device))

    def _seen(self, image: NDArray[np.uint8]) -> Tensor:
        small = _resized(image, (self.side, self.side))
        return picture(torch.from_numpy(small[None])).to(self._device)

    def _drawn(self, x: Tensor, shape: tuple[int, ...]) -> NDArray[np.uint8]:
        return _resized(to_bytes(x)[0], (shape[0], shape[1]))


def _resized(image: NDArray[np.uint8], shape: tuple[int, int]) -> NDArray[np.uint8]:
    """The picture at another size; smaller as the training cache makes it smaller."""
    if image.shape[:2] == shape:
        return image.copy()
    way = cv2.INTER_AREA if shape[0] < image.shape[0] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, shape[::-1], interpolation=way), np.uint8)
