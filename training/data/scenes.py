"""Batches for the parser: portraits as they are and in situations, some without label maps of their own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.labels import Label
from core.methods.smile.attributes import attribute_index
from training.data.backgrounds import others
from training.data.batches import SIZE, Cache, CacheBatches, DataConfig
from training.data.portraits import Portraits
from training.data.situations import Scene, Situations, happen

_EARRINGS = attribute_index("earrings")
_RARE = (
    ("hair_colour", "k", 2.0), ("bangs", "1", 2.0), ("hat", "1", 4.0), ("sunglasses", "1", 4.0),
    ("skin_tone", "4", 2.0), ("skin_tone", "5", 3.0), ("skin_tone", "6", 3.0),
)  # fmt: skip
"""How many times as often portraits are drawn that show what few do."""


@dataclass(frozen=True)
class SceneDataConfig(DataConfig):
    """A cache, and the folders of the `portraits` that it was made from, for their meshes and attributes.

    Of a batch `more_share` comes from a second cache, `more`, and its folder, `more_portraits`.
    """

    portraits: str = ""
    more: str = ""
    more_portraits: str = ""
    more_share: float = 0.0
    situations: Situations = field(default_factory=Situations)


@dataclass(frozen=True, eq=False)
class SceneStock:
    """A cache, the mesh of each portrait in it by id, how often each is wanted, and maybe another stock."""

    cache: Cache
    meshes: dict[str, NDArray[np.float32]]
    weights: dict[str, float]
    more: SceneStock | None = None

    @classmethod
    def of(cls, cache: Cache, folder: Path, more: SceneStock | None = None) -> SceneStock:
        """Raises `OSError` where the portraits' folder lacks its tables."""
        portraits = Portraits(folder)
        known = set(cache.ids.tolist())
        entries = [entry for entry in portraits.entries if entry.id in known]
        weights = {e.id: max((w for name, value, w in _RARE if e.attributes.get(name) == value), default=1.0)
                   for e in entries}  # fmt: skip
        return cls(cache, {e.id: portraits.mesh(e.id) for e in entries}, weights, more)


class SceneBatches(CacheBatches):
    """Batches as `CacheBatches`, with rare portraits more often, and a share of them in situations."""

    cache: Cache

    def __init__(self, stock: SceneStock, config: SceneDataConfig, batch: int, resolution: int) -> None:
        super().__init__(stock.cache, config, batch, resolution)
        self.stock, self.shares = stock, config.situations
        wanted = np.array([stock.weights.get(str(each), 1.0) for each in stock.cache.ids[self.plain]])
        self.chance = wanted / wanted.sum()
        self.more: SceneBatches | None = None
        if stock.more is not None:
            alone = replace(config, more="", more_share=0.0, accessory_share=0.0)
            self.more, self.more_share = SceneBatches(stock.more, alone, batch, resolution), config.more_share

    def rows(self, rng: np.random.Generator) -> NDArray[np.int64]:
        """Rows of one batch; those of the second cache are below zero: `-1 - row`."""
        rows = super().rows(rng)
        plain = self.cache.kind[rows] == "plain"
        rows = np.where(plain, rng.choice(self.plain, self.batch, p=self.chance), rows)
        if self.more is None:
            return rows
        return np.where(rng.random(self.batch) < self.more_share, -1 - self.more.rows(rng), rows)

    def sample(self, row: int, rng: np.random.Generator) -> dict[str, Tensor]:
        if row < 0:
            assert self.more is not None
            return self.more.sample(-1 - row, rng)
        mesh = self.stock.meshes.get(str(self.cache.ids[row]))
        if mesh is None or not len(mesh) or rng.random() >= self.shares.share:
            return super().sample(row, rng)
        return self._as_sample(row, happen(self._scene(row, mesh, rng), self.shares, rng))

    def _scene(self, row: int, mesh: NDArray[np.float32], rng: np.random.Generator) -> Scene:
        cache = self.cache
        other = int(rng.choice(self.plain))
        wall = others(cache.images[other], cache.labels[other])
        return Scene(
            np.array(cache.images[row]), np.array(cache.labels[row]), np.array(cache.alpha[row]), mesh, wall
        )

    def _as_sample(self, row: int, scene: Scene) -> dict[str, Tensor]:
        """As `CacheBatches` has it; of the layer only the opacity is known. Earrings that a situation may
        have hidden are worn or not, for all that is known."""
        step = max(SIZE // self.resolution, 1)
        image, label_map, alpha = (_every(part, step) for part in (scene.image, scene.label_map, scene.alpha))
        attributes = self.cache.attributes[row].copy()
        if (label_map == Label.EAR_R).any():
            attributes[_EARRINGS] = 1
        elif attributes[_EARRINGS] == 1:
            attributes[_EARRINGS] = -1
        return {
            "rgb": torch.from_numpy(image),
            "label": torch.from_numpy(label_map),
            "layer": torch.from_numpy(np.repeat(alpha[..., None], 4, axis=2)),
            "attributes": torch.from_numpy(attributes),
            "layer_known": torch.tensor(self.cache.layer_known[row]),
        }


def _every(part: NDArray[np.uint8], step: int) -> NDArray[np.uint8]:
    return np.ascontiguousarray(part[step // 2 :: step, step // 2 :: step])
