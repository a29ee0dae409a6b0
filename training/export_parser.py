"""Put the parser of a run into a pack, and measure anew when it counts as unsure.

    python -m training.export_parser runs/parser --pack resources/packs/portrait-256 --version 1.8

`certain` of the pack is, for the face and for hair, the mean certainty that only one of a hundred training
portraits falls short of.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from core.labels import NUM_LABELS, best_label
from core.methods.smile.networks import Networks
from core.models.parser import MirroredParser
from core.packs import Pack, add_network
from core.packs.pack import DESCRIPTOR_FILE
from core.render.reader import mean_certainty
from core.render.runtime import as_array
from training.data.portraits import Portraits
from training.parser import ParserTraining
from training.runs import RunWeights, network_config

PORTRAITS, SHARE = 200, 1.0
"""So many portraits are asked; so many of a hundred are less certain than `certain`."""


def certain(pack: Pack, portraits: Portraits, count: int = PORTRAITS) -> dict[str, float]:
    """By part: what the parser's mean certainty on all but `SHARE` of a hundred train portraits exceeds."""
    networks = Networks(pack)
    entries = [entry for entry in portraits.entries if entry.split == "train"]
    chosen = [entries[k] for k in np.linspace(0, len(entries) - 1, min(count, len(entries))).astype(int)]
    found: dict[str, list[float]] = {}
    for entry in chosen:
        for part, value in _certainties(networks, portraits, entry.id).items():
            found.setdefault(part, []).append(value)
    return {part: round(float(np.percentile(values, SHARE)), 2) for part, values in sorted(found.items())}


def _certainties(networks: Networks, portraits: Portraits, portrait_id: str) -> Mapping[str, float]:
    def work() -> Mapping[str, float]:
        logits = networks.network("parser")(networks.runtime.rgb(portraits.image(portrait_id)))
        labels = logits[0, :NUM_LABELS].float()
        return mean_certainty(best_label(as_array(labels)), as_array(torch.softmax(labels, 0).amax(0)))

    return networks.runtime.run(work)


def export_parser(run: Path, pack: Pack, portraits: Portraits, version: str, share: float = 1.0) -> Pack:
    """The pack with the averaged parser of the run, or with what lies so far (0..1) on the way there from the
    parser that the pack has (Wortsman et al. 2022): what was learnt further, and less of what was forgotten.

    Raises `TrainingError` where the run has none, `RuntimeError` where the pack's has other sizes.
    """
    network = RunWeights(run).averaged(MirroredParser(network_config(ParserTraining, run)), "parser_ema")
    if share < 1:
        before, state = pack.build("parser").state_dict(), network.state_dict()
        network.load_state_dict({k: torch.lerp(before[k], v, share) if v.is_floating_point() else v
                                 for k, v in state.items()})  # fmt: skip
    stored = add_network(pack, "parser", network, version)
    descriptor = replace(stored.descriptor, certain=certain(stored, portraits))
    (stored.folder / DESCRIPTOR_FILE).write_text(descriptor.to_json(), encoding="utf-8")
    return Pack.open(stored.folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("--pack", type=Path, default=Path("resources/packs/portrait-256"))
    parser.add_argument("--portraits", type=Path, default=Path("../shared/portraits"))
    parser.add_argument("--version", default="", help="that the pack becomes")
    parser.add_argument("--share", type=float, default=1.0, help="of the way from the pack's parser to it")
    options = parser.parse_args()
    torch.set_num_threads(1)
    portraits, pack = Portraits(options.portraits), Pack.open(options.pack)
    pack = export_parser(options.run, pack, portraits, options.version, options.share)
    print(f"{pack.folder}: certain {dict(pack.descriptor.certain)}")  # noqa: T201


if __name__ == "__main__":
    main()
