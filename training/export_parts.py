"""Turn a run of SemanticStyleGAN with an encoder into a pack: averaged weights in fp16, typical codes.

python -m training.export_parts runs/semantic-stylegan --data runs/cache --out FOLDER
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from core.labels import PARTS, part_table
from core.models.semantic_encoder import SemanticEncoder
from core.packs import Pack, write_pack
from training.common import picture
from training.data.batches import AugmentConfig, Cache, CacheBatches, DataConfig
from training.evaluate_parts import Networks, open_networks
from training.semantic_stylegan import ROLES, Real, known_rows

TYPICAL_COUNT = 128
METHOD, TITLE = "semantic_stylegan", "Portraits by parts"
TYPICAL = "typical_codes"
"""The role of what `typical_codes` gives."""
_STILL = AugmentConfig(flip=0.0, rotate_degrees=0.0, scale=0.0, shift=0.0, colour=0.0)


@torch.no_grad()
def typical_codes(encoder: SemanticEncoder, cache: Cache, seed: int = 0) -> dict[str, Tensor]:
    """Codes of training pictures, with and without accessories.

    `codes (M, rows, D)` and `valid (M, rows)`: a part that a picture lacks has no texture.
    """
    size = encoder.config.resolution
    batches = CacheBatches(cache, DataConfig(augment=_STILL), 1, size)
    rng = np.random.default_rng(seed)
    pool = np.concatenate([batches.plain, batches.dressed])
    table, codes, valid = torch.from_numpy(part_table()), list[Tensor](), list[Tensor]()
    for row in rng.choice(pool, min(TYPICAL_COUNT, len(pool)), replace=False):
        sample = batches.sample(int(row), rng)
        real = Real.of(picture(sample["rgb"][None]), table[sample["label"][None].long()], len(PARTS))
        codes.append(encoder(real.rgb, real.parts)[0])
        valid.append(known_rows(real, encoder.config)[0])
    return {"codes": torch.stack(codes), "valid": torch.stack(valid)}


def export_parts(networks: Networks, cache: Cache, folder: Path, version: str) -> Pack:
    """Write the pack to `folder`; its card is kept where there is one."""
    card = folder / "MODEL_CARD.md"
    return write_pack(
        folder,
        {
            ROLES["g"]: networks.generator,
            ROLES["m"]: networks.mapping,
            ROLES["e"]: networks.encoder,
        },
        name=folder.name,
        title=TITLE,
        version=version,
        licence="CC BY 4.0, see the model card",
        card=card.read_text(encoding="utf-8") if card.exists() else f"# {TITLE}\n",
        method=METHOD,
        crop_size=networks.config.resolution,
        tensors={TYPICAL: typical_codes(networks.encoder, cache)},
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a run of SemanticStyleGAN as a pack.")
    parser.add_argument("run", type=Path)
    parser.add_argument("--data", type=Path, default=Path("runs/cache_full"), help="training cache")
    parser.add_argument("--out", type=Path, default=Path("resources/packs/parts-128"))
    parser.add_argument("--version", default="1.0")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    pack = export_parts(open_networks(options.run), Cache.open(options.data), options.out, options.version)
    logging.info("wrote %s", pack.folder)


if __name__ == "__main__":
    main()
