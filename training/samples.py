"""Sample portraits of nobody: the mean layout and mean styles of several portraits, drawn by SMILE_SYN.

`python -m training.samples --out resources/samples`
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.labels import NUM_LABELS, Label
from core.methods.smile.networks import Networks
from core.packs import default_pack
from core.photo import photo_from_array, save_photo
from training.data.batches import Cache

BLEND = 6
"""Portraits that a sample is the mean of: enough that it shows none of them."""


def mean_layout(maps: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The likeliest label of every pixel over aligned maps `(N, H, W)`, small parts counted double.

    Eyes and lips lie a little differently in every face; without the weight the skin around would win.
    """
    votes = np.stack([(maps == label).mean(axis=0) for label in range(NUM_LABELS)])
    large = (Label.BACKGROUND, Label.SKIN, Label.HAIR, Label.CLOTH, Label.NECK)
    votes[[label for label in range(NUM_LABELS) if label not in large]] *= 2.0
    return votes.argmax(axis=0).astype(np.uint8)


def sample(networks: Networks, cache: Cache, rows: NDArray[np.int64]) -> NDArray[np.uint8]:
    """One portrait `(256, 256, 3)` from the means of those rows."""
    maps = np.stack([np.where(cache.labels[r] < NUM_LABELS, cache.labels[r], 0) for r in rows])
    codes = np.stack(
        [networks.syn_styles(np.array(cache.images[r]), m) for r, m in zip(rows, maps, strict=True)]
    )
    present = np.stack([np.bincount(m.ravel(), minlength=NUM_LABELS)[:NUM_LABELS] > 0 for m in maps])
    weight = present[..., None] / np.maximum(present.sum(axis=0), 1)[:, None]
    drawn = networks.syn_render(mean_layout(maps.astype(np.uint8)), (codes * weight).sum(axis=0))
    return np.clip(np.rint(drawn[..., :3]), 0, 255).astype(np.uint8)


def groups(cache: Cache, count: int, seed: int) -> list[NDArray[np.int64]]:
    """Rows for `count` samples: people of one apparent sex, without glasses or hats, all different."""
    rng = np.random.default_rng(seed)
    plain = (cache.kind == "plain") & (cache.split == "train")
    bare = plain & (cache.attributes[:, 1] == 0) & (cache.attributes[:, 5] == 0)
    found: list[NDArray[np.int64]] = []
    for i in range(count):
        pool = np.flatnonzero(bare & (cache.attributes[:, 0] == i % 2))
        found.append(rng.choice(pool, BLEND, replace=False))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path("runs/cache_full"))
    parser.add_argument("--out", type=Path, default=Path("resources/samples"))
    parser.add_argument("--count", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--size", type=int, default=512)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    networks, cache = Networks(default_pack()), Cache.open(options.cache)
    for i, rows in enumerate(groups(cache, options.count, options.seed)):
        small = Image.fromarray(sample(networks, cache, rows))
        large = small.resize((options.size, options.size), Image.Resampling.LANCZOS)
        save_photo(photo_from_array(np.asarray(large)), options.out / f"sample-{i + 1}.jpg", overwrite=True)


if __name__ == "__main__":
    main()
