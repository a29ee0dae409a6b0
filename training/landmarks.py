"""Train the landmark network on composed scenes.

    python -m training.landmarks training/configs/bundled/landmarks.toml

Goes on where it stopped when `--out` holds a checkpoint. Writes landmarks.safetensors (fp16, averaged
weights) and landmarks.json (the network's config) there.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import logging
import math
import os
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch.utils.data import DataLoader, IterableDataset

from core.atomic import atomic_file
from core.models.landmarks import Landmarks, LandmarksConfig
from core.opencv import cv2
from training.data.scenes import MAX_FACES, Scene, SceneConfig, SceneMaker, load_cast
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

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TrainConfig:
    """One run. `minutes` of processor time over every continuation; `crops` a step for the refiner."""

    seed: int = 7
    minutes: float = 24.0
    batch: int = 16
    crops: int = 48
    rate: float = 2.5e-3
    decay: float = 0.02
    ema: float = 0.998
    scenes: SceneConfig = field(default_factory=SceneConfig)
    network: LandmarksConfig = field(default_factory=LandmarksConfig)


def read_config(path: Path) -> TrainConfig:
    """A run's config from TOML."""
    data = tomllib.loads(path.read_text("utf-8"))
    scenes = SceneConfig(**data.pop("scenes", {}))
    network: dict[str, Any] = data.pop("network", {})
    network = {key: tuple(value) if isinstance(value, list) else value for key, value in network.items()}
    return TrainConfig(scenes=scenes, network=LandmarksConfig(**network), **data)


class SceneStream(IterableDataset[Batch]):
    """Endless batches, drawn in a worker process; scene k of a run is always the same."""

    def __init__(self, portraits: Path, cache: Path, config: TrainConfig, start: int) -> None:
        self._portraits, self._cache, self._config, self._start = portraits, cache, config, start

    def __iter__(self) -> Iterator[Batch]:
        cv2.setNumThreads(1)
        torch.set_num_threads(1)
        cast = load_cast(self._portraits, "train", self._cache)
        maker = SceneMaker(cast, self._config.scenes, seed=self._config.seed + self._start)
        index = self._start
        while True:
            rng = np.random.default_rng((self._config.seed, index))
            yield collate([maker.make(rng) for _ in range(self._config.batch)])
            index += 1


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


class Trainer:
    """Network, its running average, optimiser, and the clock that the schedule follows."""

    def __init__(self, config: TrainConfig, out: Path) -> None:
        torch.manual_seed(config.seed)
        self.config, self.out = config, out
        self.network = Landmarks(config.network)
        # torch's type stubs leave this overload out.
        self.network.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue]
        self.average = AveragedModel(
            self.network, multi_avg_fn=get_ema_multi_avg_fn(config.ema), use_buffers=True
        )
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), lr=config.rate, weight_decay=config.decay
        )
        self._parts = (self.network.finder, self.network.refiner)
        self.step_count, self.spent = 0, 0.0
        if self._checkpoint.exists():
            self._restore()

    @property
    def _checkpoint(self) -> Path:
        return self.out / "checkpoint.pt"

    def _restore(self) -> None:
        state: dict[str, Any] = torch.load(self._checkpoint, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step_count, self.spent = state["step"], state["spent"]

    def save(self) -> None:
        """Checkpoint, and the averaged weights as they are now."""
        self.out.mkdir(parents=True, exist_ok=True)
        state = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step_count,
            "spent": self.spent,
        }
        with atomic_file(self._checkpoint) as file:
            torch.save(state, file)
        weights = {
            name: value.half() if value.is_floating_point() else value
            for name, value in self.average.module.state_dict().items()
        }
        save_file(
            {name: value.contiguous() for name, value in weights.items()}, self.out / "landmarks.safetensors"
        )
        (self.out / "landmarks.json").write_text(
            json.dumps(dataclasses.asdict(self.config.network), indent=1)
        )

    @property
    def progress(self) -> float:
        """Share of the time budget that is spent."""
        return self.spent / (60 * self.config.minutes)

    def step(self, batch: Batch) -> dict[str, float]:
        """One update; returns the losses."""
        batch = dataclasses.replace(batch, image=_normalised(batch.image))
        warm = min(1.0, (self.step_count + 1) / 150)
        rate = self.config.rate * warm * (0.5 * (1 + math.cos(math.pi * min(1.0, self.progress))) + 0.004)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        with torch.autocast("cpu", dtype=torch.bfloat16):
            outputs = self.network(batch.image)
        score, points = finder_loss(outputs, batch)
        refined = self._refiner_losses(outputs, batch)
        loss = score + 4.0 * points + _weighted(refined)
        self.optimiser.zero_grad()
        loss.backward()
        norms = [torch.nn.utils.clip_grad_norm_(part.parameters(), 5.0) for part in self._parts]
        self.optimiser.step()
        self.average.update_parameters(self.network)
        self.step_count += 1
        losses = {"score": score, "points": points, **refined, "norm": norms[0], "r_norm": norms[1]}
        return {"rate": rate, **{name: float(value.detach()) for name, value in losses.items()}}

    def _refiner_losses(self, outputs: list[Tensor], batch: Batch) -> dict[str, Tensor]:
        positives = torch.nonzero(batch.state == 1)
        wanted = self.config.crops * 2 // 3
        chosen = positives[torch.randint(len(positives), (wanted,))] if len(positives) else positives
        truth, seen = batch.points[chosen[:, 0], chosen[:, 1]], batch.seen[chosen[:, 0], chosen[:, 1]]
        false_owner, false_points = false_finds(outputs, batch, self.config.crops - wanted)
        frame = jitter(torch.cat([alignment(truth), alignment(false_points)]))
        image = crops(batch.image, torch.cat([chosen[:, 0], false_owner]), frame)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out, maps = self.network.refiner.explained(image.contiguous(memory_format=torch.channels_last))
        faces, places = len(chosen), into_frame(truth, frame[: len(chosen)])
        error = (out[:faces, :10].reshape(-1, 5, 2) - places) * 4
        inside = ((places > 0) & (places < 1)).all(2, keepdim=True)
        weight = (0.3 + 0.7 * seen[..., None]) * inside
        point = (F.smooth_l1_loss(error, torch.zeros_like(error), beta=0.04, reduction="none") * weight).sum()
        is_face = (torch.arange(len(out)) < faces).float()
        face = F.binary_cross_entropy_with_logits(out[:, 10], is_face)
        # Sums divided by hand: a batch may have no face at all.
        visible = F.binary_cross_entropy_with_logits(out[:faces, 11:], seen, reduction="sum") / max(
            1, 5 * faces
        )
        located = map_loss(maps[:faces], places, seen)
        return {
            "r_points": 4 * point / max(1, 10 * faces),
            "r_maps": located,
            "r_face": face,
            "r_seen": visible,
        }


def _weighted(refined: dict[str, Tensor]) -> Tensor:
    points, face, seen = refined["r_points"], refined["r_face"], refined["r_seen"]
    return 2 * points + 0.2 * refined["r_maps"] + 0.3 * face + 0.1 * seen


def _normalised(image: Tensor) -> Tensor:
    return image.float().div_(127.5).sub_(1).contiguous(memory_format=torch.channels_last)


def train(config: TrainConfig, portraits: Path, out: Path, save_every: float = 180.0) -> None:
    """Run until the config's minutes are spent, logging to `out`/log.jsonl."""
    trainer = Trainer(config, out)
    out.mkdir(parents=True, exist_ok=True)
    stream = SceneStream(portraits, out / "cache", config, trainer.step_count)
    loader = DataLoader(
        stream, batch_size=None, num_workers=1, prefetch_factor=4, multiprocessing_context="spawn"
    )
    sums: dict[str, float] = {}
    last_save, before = time.monotonic(), time.process_time()
    with (out / "log.jsonl").open("a") as log:
        for batch in loader:
            for name, value in trainer.step(batch).items():
                sums[name] = sums.get(name, 0.0) + value / 50
            now, used = time.monotonic(), time.process_time()
            trainer.spent += used - before
            before = used
            if trainer.step_count % 50 == 0:
                line = {"step": trainer.step_count, "seconds": round(trainer.spent, 1), **sums}
                log.write(json.dumps({key: round(value, 5) for key, value in line.items()}) + "\n")
                log.flush()
                _log.info("%s", line)
                sums = {}
            if now - last_save > save_every or trainer.progress >= 1:
                trainer.save()
                last_save = now
            if trainer.progress >= 1:
                return


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--portraits", type=Path, default=Path("../shared/portraits"))
    parser.add_argument("--out", type=Path, default=Path("runs/landmarks"))
    parser.add_argument("--minutes", type=float, help="instead of the config's")
    options = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    config = read_config(options.config)
    if options.minutes is not None:
        config = dataclasses.replace(config, minutes=options.minutes)
    train(config, options.portraits, options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
