"""Batches of pictures with SeCGAN's thirteen attributes, balanced where few pictures show an attribute."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.face_attributes import FACE_ATTRIBUTES
from training.data.batches import Cache, CacheBatches, DataConfig, state_weights


@dataclass(frozen=True)
class FaceDataConfig(DataConfig):
    """A cache, and how its pictures are drawn.

    `balanced` asks for every state of every attribute equally often, as far as pictures show it. Of a batch
    `more_share` comes from a second cache, `more`, of pictures whose attributes are right and whose fine
    detail is not to be learnt.
    """

    balanced: bool = False
    more: str = ""
    more_share: float = 0.0


@dataclass(frozen=True, eq=False)
class FaceStock:
    """What batches are drawn from."""

    cache: Cache
    more: Cache | None = None


class FaceBatches(CacheBatches):
    """Pictures `rgb`, their `attributes` `(13,)`, 1, 0 or -1 (unknown), and `weights` `(13,)`.

    By the weights both states of an attribute count alike; they are 0 where it is unknown, and 1 elsewhere
    unless the batches are balanced. `detail` is 0 for pictures of the second cache.
    """

    def __init__(self, stock: FaceStock, config: FaceDataConfig, batch: int, resolution: int) -> None:
        super().__init__(stock.cache, config, batch, resolution)
        self.pools = pools_of(stock.cache, config.split) if config.balanced else [self.plain]
        known = (stock.cache.face_attributes >= 0).astype(np.float32)
        self.weights = state_weights(stock.cache.face_attributes, self.pools) if config.balanced else known
        self.others = None
        if stock.more is not None:
            alone = replace(config, more="", more_share=0.0)
            self.others = FaceBatches(FaceStock(stock.more), alone, batch, resolution)
            self.share = config.more_share

    def rows(self, rng: np.random.Generator) -> NDArray[np.int64]:
        """Rows of one batch; those of the second cache are below zero: `-1 - row`."""
        pools = rng.integers(len(self.pools), size=self.batch)
        rows = np.array([rng.choice(self.pools[pool]) for pool in pools])
        if self.others is None:
            return rows
        return np.where(rng.random(self.batch) < self.share, -1 - self.others.rows(rng), rows)

    def sample(self, row: int, rng: np.random.Generator) -> dict[str, Tensor]:
        if row < 0:
            assert self.others is not None
            return {**self.others.sample(-1 - row, rng), "detail": torch.tensor(0.0)}
        return {
            "rgb": super().sample(row, rng)["rgb"],
            "attributes": torch.from_numpy(self.cache.face_attributes[row]),
            "weights": torch.from_numpy(self.weights[row]),
            "detail": torch.tensor(1.0),
        }


def pools_of(cache: Cache, split: str) -> list[NDArray[np.int64]]:
    """The rows of a split that show each state of each attribute; states that none shows are left out.

    Rows with drawn accessories belong to those of the eyeglasses alone: the rest of them is on plain rows.
    """
    of_split, plain = cache.split == split, cache.kind == "plain"
    pools: list[NDArray[np.int64]] = []
    for index, attribute in enumerate(FACE_ATTRIBUTES):
        allowed = of_split & (plain | cache.dressed) if attribute.name == "eyeglasses" else of_split & plain
        pools += [np.flatnonzero(allowed & (cache.face_attributes[:, index] == state)) for state in (0, 1)]
    return [rows for rows in pools if len(rows)]
