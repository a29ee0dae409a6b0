"""SemanticStyleGAN's training at a tiny size, as the paper has it and with an encoder."""

from __future__ import annotations

from typing import Any

import torch

from training.common import build
from training.semantic_stylegan import SemanticTask, SemanticTraining

TINY: dict[str, Any] = {
    "loop": {"stages": [{"resolution": 32, "batch": 4, "steps": 10}], "precision": "fp32"},
    "network": {
        "code_dim": 8, "mapping_layers": 2, "frequencies": 3, "part_channels": 4, "part_layers": 4,
        "coarse_layers": 1, "shape_layers": 2, "coarse_resolution": 16, "feature_channels": 4, "smallest": 8,
        "channels": [4, 4], "encoder_channels": [4, 4], "encoder_features": 4, "outline_size": 8,
        "outline_hidden": 4,
    },
    "discriminator": {"channels": [4, 4, 4, 4]},
}  # fmt: skip
WITH_ENCODER: dict[str, Any] = {
    "random_every": 2, "adversarial_from": 1, "diff_augment": True,
    "weights": {"path": 0.0, "pixel": 1.0, "gradient": 1.0, "structure": 1.0, "labels": 1.0, "feature": 1.0,
                "align": 1.0, "fine_parts": 1.0},
}  # fmt: skip


def semantic_task(**more: Any) -> SemanticTask:
    torch.manual_seed(0)
    values = {**TINY, **more}
    return SemanticTask(build(SemanticTraining, values), torch.device("cpu"))
