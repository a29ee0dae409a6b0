"""Pairs of layouts for SMILE_SEM: one portrait before and after one attribute changed.

`python -m training.data.pairs --portraits ../shared/portraits --cache runs/cache --out runs/pairs` composes
hair, bangs and identity by `training.data.layouts`; accessories come from the rows of the training cache.
The folder then holds `labels.npy (N, 256, 256)` uint8, the layouts *after*, and `index.csv`.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.atomic import write_atomically
from core.methods.smile.attributes import ATTRIBUTES, attribute_index
from training.data.batches import Cache, CacheBatches, DataConfig, jitter, open_again, warp_labels
from training.data.layouts import (
    LARGEST_TURN,
    Sitter,
    shaved,
    with_bangs_of,
    with_drawn_bangs,
    with_face_of,
    with_hair_of,
    without_bangs,
)
from training.data.portraits import PortraitEntry, Portraits

_FEWEST_CHANGED = 120
COLUMNS = ("row", "kind", "source_row", "split", "before", "after", "changed")


@dataclass(frozen=True, eq=False)
class Pair:
    """A layout after a change, which row of the cache it was before, and the attributes, all in order."""

    kind: str
    source_row: int
    split: str
    label_map: NDArray[np.uint8]
    before: tuple[int, ...]
    after: tuple[int, ...]
    changed: tuple[int, ...]


class Composer:
    """Makes pairs out of the rows of one split that show no hat, eyeglasses drawn or worn included."""

    def __init__(self, portraits: Portraits, cache: Cache, split: str) -> None:
        self.split = split
        entries = {entry.id: entry for entry in portraits.entries}
        fits = (cache.split == split) & (cache.attributes[:, attribute_index("hat")] == 0)
        fits &= (cache.attributes >= 0).all(axis=1)
        self.rows = [int(row) for row in np.flatnonzero(fits) if cache.ids[row] in entries]
        self.entries = [entries[cache.ids[row]] for row in self.rows]
        self.maps = cache.labels
        self.states = [cache.attributes[row].astype(int) for row in self.rows]
        self.sitters = [
            Sitter.of(np.asarray(cache.labels[row]), portraits.mesh(entry.id))
            for row, entry in zip(self.rows, self.entries, strict=True)
        ]
        self.yaws = np.array([s.head.yaw for s in self.sitters])
        bare = [cache.kind[row] == "plain" and not e.wears("glasses", "sunglasses")
                for row, e in zip(self.rows, self.entries, strict=True)]  # fmt: skip
        self.givers = np.flatnonzero(bare)
        """Who gives hair or a face: nobody with drawn things or glasses."""

    def compose(self, kind: str, rng: np.random.Generator) -> Pair | None:
        """One pair of the kind, or None where the portraits drawn do not fit it."""
        index = int(rng.integers(len(self.entries)))
        made = _KINDS[kind](self, index, rng)
        if made is None:
            return None
        label_map, attribute_changes, changed = made
        if np.count_nonzero(label_map != self.sitters[index].label_map) < _FEWEST_CHANGED:
            return None
        raw = np.asarray(self.maps[self.rows[index]])
        unknown = (raw == 255) & (label_map == self.sitters[index].label_map)
        label_map = np.where(unknown, raw, label_map)
        before = self.states[index]
        after = before.copy()
        for name, value in attribute_changes.items():
            after[attribute_index(name)] = value
        flags = [int(a.name in changed) for a in ATTRIBUTES]
        return Pair(kind, self.rows[index], self.split, label_map, tuple(before), tuple(after), tuple(flags))

    def state(self, index: int, name: str) -> int:
        return int(self.states[index][attribute_index(name)])

    def partner(
        self, index: int, rng: np.random.Generator, fits: Callable[[PortraitEntry, int], bool]
    ) -> int | None:
        """Another portrait turned the same way that `fits`."""
        near = self.givers[np.abs(self.yaws[self.givers] - self.yaws[index]) < LARGEST_TURN]
        for other in rng.permutation(near)[:60]:
            different = self.entries[other].person != self.entries[index].person
            if different and fits(self.entries[other], int(other)):
                return int(other)
        return None


Made = tuple[NDArray[np.uint8], Mapping[str, int], tuple[str, ...]] | None


def _bald(c: Composer, index: int, rng: np.random.Generator) -> Made:
    if c.entries[index].attributes["hair_amount"] != "2":
        return None
    changed = ("hair", "bangs") if c.state(index, "bangs") else ("hair",)
    ring = 0.0 if rng.random() < 0.5 else float(rng.uniform(0.3, 0.75))
    return shaved(c.sitters[index], ring), {"hair": 0, "bangs": 0}, changed


def _hair(c: Composer, index: int, rng: np.random.Generator) -> Made:
    """The hair of somebody who presents alike."""
    me = c.entries[index]
    if c.state(index, "bangs"):
        return None
    other = c.partner(index, rng, lambda e, i: e.attributes["hair_amount"] == "2" and not c.state(i, "bangs")
                      and e.attributes["male"] == me.attributes["male"])  # fmt: skip
    if other is None:
        return None
    return with_hair_of(c.sitters[index], c.sitters[other]), {"hair": 1}, ("hair",)


def _bangs_on(c: Composer, index: int, rng: np.random.Generator) -> Made:
    if c.state(index, "bangs") or c.entries[index].attributes["hair_amount"] != "2":
        return None
    if rng.random() < 0.5:
        return with_drawn_bangs(c.sitters[index], rng), {"bangs": 1}, ("bangs",)
    other = c.partner(index, rng, lambda e, i: bool(c.state(i, "bangs")))
    if other is None:
        return None
    return with_bangs_of(c.sitters[index], c.sitters[other]), {"bangs": 1}, ("bangs",)


def _bangs_off(c: Composer, index: int, rng: np.random.Generator) -> Made:
    if not c.state(index, "bangs"):
        return None
    return without_bangs(c.sitters[index]), {"bangs": 0}, ("bangs",)


def _other_identity(c: Composer, index: int, rng: np.random.Generator) -> Made:
    """Face and hair of somebody who presents otherwise, hair and bangs in the same state."""
    me = c.entries[index]
    other = c.partner(index, rng, lambda e, i: e.attributes["male"] != me.attributes["male"]
                      and all(c.state(i, n) == c.state(index, n) for n in ("hair", "bangs")))  # fmt: skip
    if other is None:
        return None
    identity = {"identity": c.state(other, "identity")}
    return with_face_of(c.sitters[index], c.sitters[other], hair=True), identity, ("identity",)


def _other_face(c: Composer, index: int, rng: np.random.Generator) -> Made:
    """The face of somebody who presents alike, under the own hair."""
    me = c.entries[index]
    other = c.partner(index, rng, lambda e, i: e.attributes["male"] == me.attributes["male"])
    if other is None:
        return None
    return with_face_of(c.sitters[index], c.sitters[other], hair=False), {}, ("identity",)


_KINDS: Mapping[str, Callable[[Composer, int, np.random.Generator], Made]] = {
    "bald": _bald, "hair": _hair, "bangs on": _bangs_on, "bangs off": _bangs_off,
    "identity": _other_identity, "face": _other_face,
}  # fmt: skip
_SHARES = {"bald": 0.22, "hair": 0.18, "bangs on": 0.2, "bangs off": 0.05, "identity": 0.25, "face": 0.1}


def write_pairs(portraits: Portraits, cache: Cache, out: Path, count: int, split: str, seed: int = 0) -> None:
    """Write `count` pairs of a split. Files appear under their names only when complete."""
    out.mkdir(parents=True, exist_ok=True)
    part = out / "labels.npy.part"
    maps = np.lib.format.open_memmap(part, "w+", np.uint8, (count, 256, 256))
    lines: list[dict[str, Any]] = []
    for row, pair in enumerate(_pairs(Composer(portraits, cache, split), count, seed)):
        maps[row] = pair.label_map
        lines.append({
            "row": row, "kind": pair.kind, "source_row": pair.source_row, "split": pair.split,
            "before": _joined(pair.before), "after": _joined(pair.after), "changed": _joined(pair.changed),
        })  # fmt: skip
    maps.flush()
    text = io.StringIO(newline="")
    writer: csv.DictWriter[str] = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(lines)
    os.replace(part, out / "labels.npy")
    write_atomically(out / "index.csv", text.getvalue().encode())


def _pairs(composer: Composer, count: int, seed: int) -> Iterator[Pair]:
    """Pairs of all kinds by their shares; draws that fit nothing are drawn again."""
    kinds, shares = list(_SHARES), np.array(list(_SHARES.values()))
    draw = 0
    for number in range(count):
        kind = kinds[int(np.random.default_rng((seed, number)).choice(len(kinds), p=shares))]
        pair = None
        while pair is None:
            pair = composer.compose(kind, np.random.default_rng((seed, number, draw)))
            draw += 1
        yield pair


def _joined(values: Sequence[int]) -> str:
    return " ".join(str(int(v)) for v in values)


@dataclass(frozen=True, eq=False)
class PairTable:
    """The pairs on disk, memory-mapped."""

    label_maps: NDArray[np.uint8]
    source_row: NDArray[np.int64]
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    changed: NDArray[np.float32]

    @classmethod
    def open(cls, folder: Path) -> PairTable:
        with (folder / "index.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        numbers = {
            n: np.array([r[n].split() for r in rows], np.float32) for n in ("before", "after", "changed")
        }
        source = np.array([int(r["source_row"]) for r in rows])
        return cls(np.load(folder / "labels.npy", mmap_mode="r"), source, **numbers)

    def __reduce__(self) -> str | tuple[Any, ...]:
        return open_again(PairTable.open, self.label_maps) or super().__reduce__()


class PairBatches(CacheBatches):
    """Layouts alone, each with its partner and with which attributes make the difference.

    Half of what `accessory_share` leaves are composed pairs, as far as there are any; a portrait that
    nothing was drawn on is its own partner. Both get the same jitter.
    """

    def __init__(self, cache: Cache, config: DataConfig, batch: int, resolution: int) -> None:
        super().__init__(cache, config, batch, resolution)
        self.pairs = PairTable.open(Path(config.pairs)) if config.pairs else None

    def sample(self, row: int, rng: np.random.Generator) -> dict[str, Tensor]:
        maps, states, changed = self._composed(rng) if self._wants_composed(rng) else self._drawn(row)
        if rng.random() < 0.5:
            maps, states = maps[::-1], states[::-1]
        matrix, mirrored = jitter(rng, self.config.augment), rng.random() < self.config.augment.flip
        first, second = (torch.from_numpy(warp_labels(m, matrix, mirrored, self.resolution)) for m in maps)
        return {
            "label": first,
            "partner": second,
            "attributes": torch.from_numpy(states[0]),
            "partner_attributes": torch.from_numpy(states[1]),
            "changed": torch.from_numpy(changed),
        }

    def _wants_composed(self, rng: np.random.Generator) -> bool:
        return self.pairs is not None and rng.random() < self.config.composed_share

    def _composed(self, rng: np.random.Generator) -> _Two:
        assert self.pairs is not None
        number = int(rng.integers(len(self.pairs.source_row)))
        before = self.cache.labels[self.pairs.source_row[number]]
        maps = [before, self.pairs.label_maps[number]]
        return maps, [self.pairs.before[number], self.pairs.after[number]], self.pairs.changed[number]

    def _drawn(self, row: int) -> _Two:
        rows = [row, int(self.cache.source_row[row])]
        states = [self.cache.attributes[r] for r in rows]
        return [self.cache.labels[r] for r in rows], states, (states[0] != states[1]).astype(np.float32)


_Two = tuple[list[NDArray[np.uint8]], list[NDArray[np.float32]], NDArray[np.float32]]


def main(argv: Sequence[str] | None = None) -> int:
    """Command line of the pair writer."""
    parser = argparse.ArgumentParser(prog="training.data.pairs", description="Write pairs of layouts.")
    parser.add_argument("--portraits", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--split", default="train")
    given = parser.parse_args(argv)
    write_pairs(Portraits(given.portraits), Cache.open(given.cache), given.out, given.count, given.split)
    print(f"{given.count} pairs in {given.out}")  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
