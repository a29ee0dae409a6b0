"""Batches from the training cache (`training.data.prepare`), each a function of seed and step alone.

A batch is therefore the same again after a resume, whatever process makes it.
"""

from __future__ import annotations

import csv
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from core.face_attributes import FACE_ATTRIBUTES
from core.labels import flip_table
from core.methods.smile.attributes import ATTRIBUTES
from core.opencv import cv2

SIZE = 256


@dataclass(frozen=True)
class AugmentConfig:
    """How far samples are changed: probabilities, and ranges to both sides."""

    flip: float = 0.5
    rotate_degrees: float = 6.0
    scale: float = 0.06
    shift: float = 6.0
    colour: float = 0.1
    degrade: float = 0.0


@dataclass(frozen=True)
class DataConfig:
    """Which rows of the cache, in which mixture; `pairs` is the folder of composed layouts, for SEM.

    `paired_share` is of a classifier's batches: with so many of the portraits that something was drawn on
    comes the same one without it.
    """

    cache: str = "runs/cache_full"
    split: str = "train"
    seed: int = 0
    accessory_share: float = 0.5
    pairs: str = ""
    composed_share: float = 0.5
    paired_share: float = 0.0
    augment: AugmentConfig = field(default_factory=AugmentConfig)


@dataclass(frozen=True, eq=False)
class Cache:
    """The arrays of a cache folder, memory-mapped, and the columns of its index."""

    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    alpha: NDArray[np.uint8]
    colour: NDArray[np.uint8]
    attributes: NDArray[np.float32]
    layer_known: NDArray[np.float32]
    split: NDArray[np.str_]
    kind: NDArray[np.str_]
    ids: NDArray[np.str_]
    source_row: NDArray[np.int64]
    face_attributes: NDArray[np.float32]
    """SeCGAN's thirteen; all unknown in caches from before they were written."""

    @classmethod
    def open(cls, folder: Path) -> Cache:
        with (folder / "index.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        arrays = (
            np.load(folder / f"{n}.npy", mmap_mode="r") for n in ("images", "labels", "alpha", "colour")
        )
        return cls(
            *arrays,
            attributes=np.array([[float(r[a.name]) for a in ATTRIBUTES] for r in rows], np.float32),
            layer_known=np.array([float(r["layer_known"]) for r in rows], np.float32),
            split=np.array([r["split"] for r in rows]),
            kind=np.array([r["kind"] for r in rows]),
            ids=np.array([r["id"] for r in rows]),
            source_row=np.array([int(r["source_row"]) for r in rows]),
            face_attributes=np.array(
                [[float(r.get(a.name, -1)) for a in FACE_ATTRIBUTES] for r in rows], np.float32
            ),
        )

    @property
    def dressed(self) -> NDArray[np.bool_]:
        """Which rows have drawn accessories, and not somebody else's hair."""
        return ~np.isin(self.kind, ("plain", "hairdo"))

    def __reduce__(self) -> str | tuple[Any, ...]:
        return open_again(Cache.open, self.images) or super().__reduce__()


def open_again(open_folder: Callable[[Path], Any], array: NDArray[Any]) -> tuple[Any, ...] | None:
    """How to pickle what a folder holds: by that folder, so that no worker gets a copy of its arrays.

    None when `array` is not memory-mapped from a file.
    """
    file = getattr(array, "filename", None)
    return None if file is None else (open_folder, (Path(file).parent,))


class StepBatches(Dataset[dict[str, Tensor]]):
    """Item `step` is the batch of that step: samples of its `rows`, each by a chance of its own.

    Of several processes, number `part[0]` of `part[1]` gets its share of every batch. `seed` is the chance's.
    """

    part: tuple[int, int] = (0, 1)
    seed: int

    def __len__(self) -> int:
        return 1 << 40

    def rows(self, rng: np.random.Generator) -> NDArray[np.int64]:
        """Rows of one batch."""
        raise NotImplementedError

    def sample(self, row: int, rng: np.random.Generator) -> dict[str, Tensor]:
        """One sample of a row."""
        raise NotImplementedError

    def __getitem__(self, step: int) -> dict[str, Tensor]:
        key = (self.seed, step)
        rows = self.rows(np.random.default_rng(key))
        index, count = self.part
        share = range(index * len(rows) // count, (index + 1) * len(rows) // count)
        samples = [self.sample(int(rows[place]), np.random.default_rng((*key, place))) for place in share]
        return {key: torch.stack([s[key] for s in samples]) for key in samples[0]}


class CacheBatches(StepBatches):
    """Uint8 pictures, label maps, layers, attributes."""

    def __init__(self, cache: Cache, config: DataConfig, batch: int, resolution: int) -> None:
        self.cache, self.config, self.batch, self.resolution = cache, config, batch, resolution
        self.seed = config.seed
        of_split = cache.split == config.split
        self.plain = np.flatnonzero(of_split & (cache.kind == "plain"))
        self.dressed = np.flatnonzero(of_split & cache.dressed)

    def rows(self, rng: np.random.Generator) -> NDArray[np.int64]:
        """Rows of one batch: portraits as they are and with accessories, mixed by `accessory_share`."""
        share = self.config.accessory_share if len(self.dressed) else 0.0
        dressed = rng.random(self.batch) < share
        plain = rng.choice(self.plain, self.batch)
        return np.where(dressed, rng.choice(self.dressed, self.batch), plain) if dressed.any() else plain

    def sample(self, row: int, rng: np.random.Generator) -> dict[str, Tensor]:
        """One augmented sample at the wanted resolution."""
        cache, augment = self.cache, self.config.augment
        matrix = jitter(rng, augment)
        mirrored = rng.random() < augment.flip
        image = _warp(cache.images[row], matrix, mirrored, self.resolution)
        label = warp_labels(cache.labels[row], matrix, mirrored, self.resolution)
        layer = np.dstack([cache.alpha[row], cache.colour[row]])
        if layer.any():
            layer = _warp(layer, matrix, mirrored, self.resolution)
        else:
            layer = np.zeros((self.resolution, self.resolution, 4), np.uint8)
        gain = rng.uniform(1 - augment.colour, 1 + augment.colour, 3).astype(np.float32)
        return {
            "rgb": torch.from_numpy(spoilt(image, gain, augment.degrade, rng)),
            "label": torch.from_numpy(label),
            "layer": torch.from_numpy(_scale_layer(layer, gain)),
            "attributes": torch.from_numpy(cache.attributes[row]),
            "layer_known": torch.tensor(cache.layer_known[row]),
        }


def state_weights(attributes: NDArray[np.float32], pools: Sequence[NDArray[np.int64]]) -> NDArray[np.float32]:
    """Weights `(rows, attributes)` by which both states of an attribute count alike, 0 where it is unknown.

    Rows are drawn from `pools`, each as often as any other.
    """
    chance = np.zeros(len(attributes))
    for pool in pools:
        chance[pool] += 1 / len(pool)
    weights = np.zeros(attributes.shape, np.float32)
    for state in (0, 1):
        shown = attributes == state
        share = (chance[:, None] * shown).sum(axis=0) / chance.sum()
        weights += shown * 0.5 / np.maximum(share, 1e-6)
    return weights.astype(np.float32)


def loader(data: Dataset[dict[str, Tensor]], start: int, stop: int) -> DataLoader[dict[str, Tensor]]:
    """Batches of the steps start..stop-1, prepared ahead in one process of their own.

    That process starts afresh: forked off threads that others hold, OpenCV waits for them for ever.
    """
    return DataLoader(
        data, batch_size=None, sampler=range(start, stop), num_workers=1, prefetch_factor=6,
        worker_init_fn=_one_thread, multiprocessing_context="spawn",
    )  # fmt: skip


def _one_thread(worker: int) -> None:
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    # A signal to stop reaches the whole process group; the trainer still needs this worker to end in order.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def jitter(rng: np.random.Generator, augment: AugmentConfig) -> NDArray[np.float64]:
    """Affine (2, 3) around the crop's centre: a random rotation, scale and shift."""
    angle = rng.uniform(-augment.rotate_degrees, augment.rotate_degrees)
    scale = 1 + rng.uniform(-augment.scale, augment.scale)
    matrix = np.asarray(cv2.getRotationMatrix2D((SIZE / 2, SIZE / 2), angle, scale), np.float64)
    matrix[:, 2] += rng.uniform(-augment.shift, augment.shift, 2)
    return matrix


def _warp(
    picture: NDArray[np.uint8], matrix: NDArray[np.float64], mirrored: bool, size: int
) -> NDArray[np.uint8]:
    warped = cv2.warpAffine(
        picture, matrix, (SIZE, SIZE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    if size != SIZE:
        warped = cv2.resize(warped, (size, size), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(warped[:, ::-1] if mirrored else warped).astype(np.uint8, copy=False)


def warp_labels(
    label_map: NDArray[np.uint8], matrix: NDArray[np.float64], mirrored: bool, size: int
) -> NDArray[np.uint8]:
    """A label map (256, 256) moved by `matrix`, mirrored (left and right labels exchanged), and resized."""
    warped = cv2.warpAffine(
        np.asarray(label_map),
        matrix,
        (SIZE, SIZE),
        flags=cv2.INTER_NEAREST,
        borderMode=cv2.BORDER_REFLECT_101,
    )
    step = max(SIZE // size, 1)
    small = np.asarray(warped, np.uint8)[step // 2 :: step, step // 2 :: step]
    if size > SIZE:
        small = small.repeat(size // SIZE, axis=0).repeat(size // SIZE, axis=1)
    return np.ascontiguousarray(flip_table()[small[:, ::-1]] if mirrored else small).astype(
        np.uint8, copy=False
    )


def spoilt(
    image: NDArray[np.uint8], gain: NDArray[np.float32], degrade: float, rng: np.random.Generator
) -> NDArray[np.uint8]:
    """The picture with a gain in colour, and with probability `degrade` what poor photos suffer from."""
    out = image.astype(np.float32) * gain
    if rng.random() < degrade:
        out = _degraded(out, rng)
    return np.clip(out + 0.5, 0, 255).astype(np.uint8)


def _degraded(image: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """One or two of: contrast and brightness, greyscale, blur, coarse resolution, noise, JPEG."""
    out = np.clip(image, 0, 255)
    for kind in rng.choice(6, int(rng.integers(1, 3)), replace=False):
        if kind == 0:
            out = (out - 128) * rng.uniform(0.5, 1.3) + 128 + rng.uniform(-50, 40)
        elif kind == 1:
            out = np.repeat(out.mean(axis=2, keepdims=True), 3, axis=2)
        elif kind == 2:
            out = cv2.GaussianBlur(out, (0, 0), rng.uniform(0.5, 1.8))
        elif kind == 3:
            small = cv2.resize(out, None, fx=1 / 2, fy=1 / 2, interpolation=cv2.INTER_AREA)
            out = cv2.resize(small, (out.shape[1], out.shape[0]), interpolation=cv2.INTER_LINEAR)
        elif kind == 4:
            out = out + rng.normal(0, rng.uniform(2, 12), out.shape)
        else:
            bytes_ = np.clip(out, 0, 255).astype(np.uint8)
            _, encoded = cv2.imencode(".jpg", bytes_, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 85))])
            out = np.asarray(cv2.imdecode(encoded, cv2.IMREAD_COLOR), np.float32)
        out = np.clip(out, 0, 255).astype(np.float32)
    return out


def _scale_layer(layer: NDArray[np.uint8], gain: NDArray[np.float32]) -> NDArray[np.uint8]:
    scaled = layer.astype(np.float32)
    scaled[..., 1:] *= gain
    return np.clip(scaled + 0.5, 0, 255).astype(np.uint8)
