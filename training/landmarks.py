"""The landmark network's own way to learn: scenes composed as they are needed, finder and refiner at once."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F
from torch.optim import Optimizer
from torch.utils.data import Dataset

from core.face import FaceDetector
from core.models.landmarks import Landmarks, LandmarksConfig
from core.opencv import cv2
from training.common import TrainingError, autocast, grid, place, to_device
from training.data.scenes import MAX_FACES, Cast, Scene, SceneConfig, SceneMaker, load_cast
from training.landmarks_targets import (
    Batch,
    alignment,
    crops,
    false_finds,
    finder_loss,
    into_frame,
    jitter,
    map_loss,
)
from training.loop import LoopConfig, Steps, Update, ema_of

BANK = 700
"""Backgrounds in stock."""
RENEWED = 250
"""Steps after which all of them are new."""
WARM = 150
"""Steps in which the learning rate comes up."""


@dataclass(frozen=True)
class SceneData:
    """The portraits whose heads make the scenes, and the folder where turned heads are kept."""

    portraits: str = "../shared/portraits"
    split: str = "train"
    seed: int = 7
    turned: str = "runs/turned"
    scenes: SceneConfig = field(default_factory=SceneConfig)


@dataclass(frozen=True)
class LandmarksTraining:
    """Everything that a run depends on; `crops` a step are shown to the refiner."""

    loop: LoopConfig
    data: SceneData = field(default_factory=SceneData)
    network: LandmarksConfig = field(default_factory=LandmarksConfig)
    crops: int = 48
    learning_rate: float = 2.5e-3
    decay: float = 0.02


def open_heads(data: SceneData) -> SceneData:
    """The same with the turned heads made, which takes minutes the first time.

    Raises `TrainingError` where there is no folder of portraits.
    """
    portraits = Path(data.portraits.removeprefix("portraits:"))
    if not (portraits / "manifest.csv").is_file():
        raise TrainingError(f"There is no portraits folder at {portraits}: it lacks manifest.csv.")
    data = dataclasses.replace(data, portraits=str(portraits))
    _cast(data)
    return data


def _cast(data: SceneData) -> Cast:
    return load_cast(Path(data.portraits), data.split, Path(data.turned))


class SceneBatches(Dataset[dict[str, Tensor]]):
    """Item `step` is the batch of that step, each scene a function of seed, step and place alone.

    Of several processes, number `part[0]` of `part[1]` gets its share of every batch.
    """

    part: tuple[int, int] = (0, 1)

    def __init__(self, data: SceneData, config: SceneData, batch: int, resolution: int) -> None:
        self.data, self.batch = data, batch
        self.config = dataclasses.replace(config.scenes, side=resolution)
        self.cast: Cast | None = None
        self._maker: tuple[int, SceneMaker] | None = None

    def __getitem__(self, step: int) -> dict[str, Tensor]:
        index, count = self.part
        share = range(index * self.batch // count, (index + 1) * self.batch // count)
        maker, seed = self._maker_at(step), self.data.seed
        scenes = [maker.copied().make(np.random.default_rng((seed, step, place))) for place in share]
        return dict(vars(collate(scenes)))

    def _maker_at(self, step: int) -> SceneMaker:
        """The maker with the backgrounds of that time, made in the process that draws."""
        if self.cast is None:
            self.cast = _cast(self.data)
        block = step // RENEWED
        if self._maker is None or self._maker[0] != block:
            self._maker = block, SceneMaker(self.cast, self.config, BANK, seed=self.data.seed + block)
        return self._maker[1]


def collate(scenes: Sequence[Scene]) -> Batch:
    """Scenes of one size as tensors, faces padded to a common number."""
    image = torch.from_numpy(np.stack([scene.image for scene in scenes])).permute(0, 3, 1, 2)
    count = len(scenes)
    points, seen = torch.zeros(count, MAX_FACES, 5, 2), torch.zeros(count, MAX_FACES, 5)
    state = torch.full((count, MAX_FACES), -1.0)
    for row, scene in enumerate(scenes):
        faces = len(scene.points)
        points[row, :faces] = torch.from_numpy(scene.points)
        seen[row, :faces] = torch.from_numpy(scene.seen)
        state[row, :faces] = torch.from_numpy(scene.counts)
    return Batch(image.contiguous(), points, seen, state)


class LandmarksTask:
    """Finder and refiner in one descent; the learning rate falls as a cosine over the whole run."""

    def __init__(self, config: LandmarksTraining, device: torch.device) -> None:
        self.config, self.device = config, device
        self.network = place(Landmarks(config.network), device)
        self.ema = ema_of(self.network, config.loop.ema_decay)
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), lr=config.learning_rate, weight_decay=config.decay
        )

    def modules(self) -> Mapping[str, nn.Module]:
        return {"landmarks": self.network, "landmarks_ema": self.ema}

    def optimisers(self) -> Mapping[str, Optimizer]:
        return {"landmarks": self.optimiser}

    def average(self) -> None:
        self.ema.update_parameters(self.network)

    def rate(self, step: int) -> float:
        """The learning rate at a step."""
        falling = 0.5 * (1 + math.cos(math.pi * step / self.config.loop.steps)) + 0.004
        return self.config.learning_rate * min(1.0, (step + 1) / WARM) * falling

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        scenes = Batch(**to_device(batch, self.device))
        scenes = dataclasses.replace(scenes, image=_normalised(scenes.image))
        rate = self.rate(step)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        with autocast(self.device, self.config.loop.precision):
            outputs = self.network(scenes.image)
        score, points = finder_loss(outputs, scenes)
        refined = self._refiner_losses(outputs, scenes)
        parts = self.network.finder, self.network.refiner
        yield Update(self.optimiser, score + 4.0 * points + _weighted(refined), clipped=parts, clip=5.0)
        losses = {"score": score, "points": points, **refined}
        return {"rate": rate, **{name: float(value.detach()) for name, value in losses.items()}}

    def _refiner_losses(self, outputs: list[Tensor], batch: Batch) -> dict[str, Tensor]:
        positives = torch.nonzero(batch.state == 1)
        wanted = self.config.crops * 2 // 3
        chosen = positives[torch.randint(len(positives), (wanted,))] if len(positives) else positives
        truth, seen = batch.points[chosen[:, 0], chosen[:, 1]], batch.seen[chosen[:, 0], chosen[:, 1]]
        false_owner, false_points = false_finds(outputs, batch, self.config.crops - wanted)
        frame = jitter(torch.cat([alignment(truth), alignment(false_points)]))
        image = crops(batch.image, torch.cat([chosen[:, 0], false_owner]), frame)
        with autocast(self.device, self.config.loop.precision):
            out, maps = self.network.refiner.explained(image.contiguous(memory_format=torch.channels_last))
        faces, places = len(chosen), into_frame(truth, frame[: len(chosen)])
        error = (out[:faces, :10].reshape(-1, 5, 2) - places) * 4
        inside = ((places > 0) & (places < 1)).all(2, keepdim=True)
        weight = (0.3 + 0.7 * seen[..., None]) * inside
        point = (F.smooth_l1_loss(error, torch.zeros_like(error), beta=0.04, reduction="none") * weight).sum()
        is_face = (torch.arange(len(out), device=self.device) < faces).float()
        # Sums divided by hand: a batch may have no face at all.
        visible = F.binary_cross_entropy_with_logits(out[:faces, 11:], seen, reduction="sum")
        return {
            "r_points": 4 * point / max(1, 10 * faces),
            "r_maps": map_loss(maps[:faces], places, seen),
            "r_face": F.binary_cross_entropy_with_logits(out[:, 10], is_face),
            "r_seen": visible / max(1, 5 * faces),
        }

    @torch.no_grad()
    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        """Scenes with the points that are found in them."""
        network = self.ema.module.eval()
        assert isinstance(network, Landmarks)
        detector, drawn = FaceDetector(network, self.device), []
        for image in batch["image"][:8].permute(0, 2, 3, 1).cpu().numpy():
            canvas = np.ascontiguousarray(image)
            for face in detector.detect(image):
                for x, y in face.points.points:
                    cv2.circle(canvas, (round(x), round(y)), 2, (0, 255, 0), -1)
            drawn.append(canvas)
        return grid([np.stack(drawn)])


def _weighted(refined: dict[str, Tensor]) -> Tensor:
    points, face, seen = refined["r_points"], refined["r_face"], refined["r_seen"]
    return 2 * points + 0.2 * refined["r_maps"] + 0.3 * face + 0.1 * seen


def _normalised(image: Tensor) -> Tensor:
    return image.float().div_(127.5).sub_(1).contiguous(memory_format=torch.channels_last)
