"""Every model at a tiny size, and a batch for it: what several tests of training share."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.checkpoints import save
from training.common import load_config
from training.session import MODELS, SETTINGS, find_config

TINY = {
    "sem": ["network.resolution=32", "network.channels=[4, 4]", "network.bottleneck=1", "network.skips=1",
            "network.mapping_hidden=4", "network.mapping_shared=1", "network.mapping_unshared=1",
            "network.encoder_channels=[4, 4, 4, 4]"],
    "syn": ["network.style_dim=4", "network.channels=[4, 4, 4]", "network.mask_hidden=[4, 4, 4]",
            "network.entry_channels=4", "network.latent_dim=4", "network.mapping_hidden=8",
            "network.mapping_layers=2", "network.encoder_channels=[4, 4]",
            "discriminator.channels=[4, 4, 4]"],
}  # fmt: skip
TINY["secgan"] = [
    "d_per_g=2", "generator.channels=[4, 8]", "generator.blocks=1", "label_generator.channels=[4, 8]",
    "label_generator.blocks=1", *(f"{d}.{size}" for d in ("discriminator", "label_discriminator")
                                  for size in ("size=32", "channels=[4, 8, 8]")), "parse_side=32",
]  # fmt: skip
TINY["stargan_v2"] = TINY["sem"][:3] + TINY["sem"][4:]
LOOP = ["loop.stages=[{ resolution = 32, batch = 4, steps = 10 }]"]


def tiny_task(model: str, name: str | None, *more: str) -> Any:
    torch.manual_seed(0)
    settings = load_config(MODELS[model].settings, find_config(model, name), [*LOOP, *TINY[model], *more])
    return MODELS[model].task(settings, torch.device("cpu"))


def tiny_run(folder: Path, model: str, name: str, steps: int = 1) -> Any:
    """The folder of a run as `training.session` leaves it after so many steps, untrained; its task."""
    task = tiny_task(model, name)
    folder.mkdir(parents=True, exist_ok=True)
    settings = {"model": model, **dataclasses.asdict(task.config)}
    (folder / SETTINGS).write_text(json.dumps(settings), encoding="utf-8")
    save(task, folder, steps)
    return task


def tiny_faces() -> dict[str, Tensor]:
    """The same pictures as SeCGAN sees them."""
    states = torch.randint(0, 2, (4, 13), generator=torch.Generator().manual_seed(1)).float()
    return {"rgb": tiny_batch()["rgb"], "attributes": states, "weights": torch.ones(4, 13),
            "detail": torch.ones(4)}  # fmt: skip


def tiny_batch() -> dict[str, Tensor]:
    generator = torch.Generator().manual_seed(0)
    labels = torch.randint(0, 19, (4, 32, 32), generator=generator).to(torch.uint8)
    attributes = torch.tensor(
        [[0, 1, 1, 0, 0, 1], [1, 0, 1, 1, 0, 0], [1, 0, 0, 0, 1, 0], [0, 0, -1, 1, 0, 0]]
    )
    return {
        "rgb": torch.randint(0, 256, (4, 32, 32, 3), generator=generator).to(torch.uint8),
        "label": labels, "partner": labels, "changed": torch.zeros(4, 6),
        "layer": torch.zeros(4, 32, 32, 4, dtype=torch.uint8), "layer_known": torch.ones(4),
        "attributes": attributes.float(), "partner_attributes": attributes.float(),
    }  # fmt: skip
