"""How well a pack's parser labels val portraits: as they are, by group, and in made situations.

    python -m training.evaluate_parser --portraits ../shared/portraits [--pack FOLDER]

The situations are `training.data.situations`', the same for every pack.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.labels import IGNORE, NUM_LABELS, Label
from core.methods.smile.networks import Networks
from core.packs import Pack, default_pack
from training.data.portraits import PortraitEntry, Portraits
from training.data.situations import Scene, Situations, happen
from training.evaluation.metrics import Counts, confusion, iou_of, mean_known

_NOTHING = Situations(**dict.fromkeys((each.name for each in fields(Situations)), 0.0))
SITUATIONS: Mapping[str, Situations] = {
    "all at once": Situations(),
    "another background": replace(_NOTHING, background=1.0),
    "farther and nearer": replace(_NOTHING, background=0.5, zoom=1.0),
    "turned": replace(_NOTHING, background=1.0, turn=1.0),
    "hat, cap or scarf": replace(_NOTHING, background=0.5, hat=0.4, cap=0.6, scarf=0.6),
    "mask or hand": replace(_NOTHING, cover=1.0),
    "other skin and hair": replace(_NOTHING, tone=1.0),
    "light": replace(_NOTHING, light=0.6, spoil=1.0),
}
"""What is made of every portrait, by name."""
GROUPS: Mapping[str, Callable[[Mapping[str, str]], bool]] = {
    "women": lambda a: a["male"] == "0",
    "men": lambda a: a["male"] == "1",
    "younger": lambda a: a["young"] == "1",
    "older": lambda a: a["young"] == "0",
    "skin 1-2": lambda a: a["skin_tone"] in ("1", "2"),
    "skin 3-4": lambda a: a["skin_tone"] in ("3", "4"),
    "skin 5-6": lambda a: a["skin_tone"] in ("5", "6"),
    "glasses": lambda a: "1" in (a["glasses"], a["sunglasses"]),
    "no glasses": lambda a: a["glasses"] == a["sunglasses"] == "0",
    "hat": lambda a: a["hat"] == "1",
    "bald or thin hair": lambda a: a["hair_amount"] in ("0", "1"),
    "long hair": lambda a: a["hair_long"] == "1",
    "black hair": lambda a: a["hair_colour"] == "k",
    "blond hair": lambda a: a["hair_colour"] == "b",
    "grey hair": lambda a: a["hair_colour"] == "g",
}


def scenes(portraits: Portraits, entry: PortraitEntry, seed: int) -> Iterator[tuple[str, Scene]]:
    """The portrait in every situation, by name."""
    label_map = portraits.label_map(entry.id)
    plain = Scene(portraits.image(entry.id), label_map, np.zeros_like(label_map), portraits.mesh(entry.id))
    for number, (name, shares) in enumerate(SITUATIONS.items()):
        yield name, happen(plain, shares, np.random.default_rng((seed, number)))


@dataclass(frozen=True, eq=False)
class Measured:
    """Confusions: of all portraits, of each group's, and of what was made of the first of them; how many
    portraits each group has."""

    every: Counts
    groups: dict[str, Counts]
    made: dict[str, Counts]
    sizes: dict[str, int]


def measure(networks: Networks, portraits: Portraits, made: int) -> Measured:
    """All val portraits as they are, and the first `made` of them in every situation."""
    entries = [entry for entry in portraits.entries if entry.split == "val"]
    found = Measured(_empty(), {}, {}, {})
    for number, entry in enumerate(entries):
        matrix = counted(networks, portraits.image(entry.id), portraits.label_map(entry.id))
        found.every[:] += matrix
        for name, belongs in GROUPS.items():
            if belongs(entry.attributes):
                found.groups[name] = found.groups.get(name, _empty()) + matrix
                found.sizes[name] = found.sizes.get(name, 0) + 1
        for name, scene in scenes(portraits, entry, 1000 + number) if number < made else ():
            matrix = counted(networks, scene.image, scene.label_map)
            found.made[name] = found.made.get(name, _empty()) + matrix
    return found


def _empty() -> Counts:
    return np.zeros((NUM_LABELS, NUM_LABELS), np.int64)


def counted(networks: Networks, image: NDArray[np.uint8], label_map: NDArray[np.uint8]) -> Counts:
    """The confusion of one picture's known pixels."""
    known = label_map != IGNORE
    return confusion(label_map[known], networks.parse(image).label_map[known], NUM_LABELS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--portraits", type=Path, default=Path("../shared/portraits"))
    parser.add_argument("--pack", type=Path, help="the one that ships by default")
    parser.add_argument("--made", type=int, default=62, help="so many portraits are put into situations")
    options = parser.parse_args()
    pack = default_pack() if options.pack is None else Pack.open(options.pack)
    found = measure(Networks(pack), Portraits(options.portraits), options.made)
    scores = iou_of(found.every)
    _say(f"val: mIoU {mean_known(scores):.3f}")
    for label in np.flatnonzero(np.isfinite(scores)):
        _say(f"  {Label(label).name.lower():12} {scores[label]:.3f}")
    for name, matrix in found.groups.items():
        _say(f"{name} ({found.sizes[name]}): mIoU {mean_known(iou_of(matrix)):.3f}")
    for name, matrix in found.made.items():
        each = iou_of(matrix)
        parts = ", ".join(f"{Label(k).name.lower()} {each[k]:.2f}" for k in _TOLD if np.isfinite(each[k]))
        _say(f"{name}: mIoU {mean_known(each):.3f} ({parts})")


_TOLD = (Label.BACKGROUND, Label.SKIN, Label.HAIR, Label.HAT, Label.CLOTH)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
