"""Training of the face parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from core.labels import IGNORE, NUM_LABELS, Label
from core.methods.smile.attributes import attribute_index
from core.models.parser import Parser, ParserConfig
from core.packs import Pack
from training.averaged import AveragedTask
from training.common import (
    TrainingError,
    autocast,
    coloured,
    cosine_share,
    first,
    grid,
    layer,
    picture,
    place,
    to_bytes,
    to_device,
)
from training.data.scenes import SceneDataConfig
from training.loop import LoopConfig, Steps, Update
from training.losses import segmentation

_RARE = (Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.L_EAR, Label.R_EAR, Label.EYE_G,
         Label.MOUTH, Label.U_LIP, Label.L_LIP, Label.HAT, Label.NECK_L)  # fmt: skip
_EARRINGS = attribute_index("earrings")
SUREST_PIXELS = 12
"""Of a picture of 256: the least of an earring that a portrait must show."""
_LOBES = (0.42, 0.58, 0.45, 0.95)
"""Where earrings hang in a crop, as shares of its side: left of, right of, below, above."""


@dataclass(frozen=True)
class ParserTraining:
    """Everything that a parser run depends on.

    `presence_weight` is of knowing whether a portrait wears earrings, which its labels do not show;
    `earring_weight` that of an earring's pixels: so few are never worth a mistake about any other.
    The rate rises in `warm` steps. `start` is the folder of a pack whose parser is trained further; empty
    starts anew.
    """

    loop: LoopConfig
    data: SceneDataConfig = field(default_factory=SceneDataConfig)
    network: ParserConfig = field(default_factory=ParserConfig)
    learning_rate: float = 2e-3
    warm: int = 100
    weight_decay: float = 1e-4
    opacity_weight: float = 1.0
    presence_weight: float = 0.0
    earring_weight: float = 2.0
    start: str = ""


class ParserTask(AveragedTask):
    """Cross-entropy, Dice, binary cross-entropy of the opacity where it is known, and earrings' presence."""

    def __init__(self, config: ParserTraining, device: torch.device) -> None:
        self.config, self.device = config, device
        self.network = place(_first_network(config), device)
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), config.learning_rate, weight_decay=config.weight_decay
        )
        super().__init__({"parser": self.network}, {"parser": self.optimiser}, config.loop.ema_decay)
        weights = torch.ones(NUM_LABELS)
        weights[list(_RARE)] = 2.0
        weights[Label.EAR_R] = config.earring_weight
        self.class_weights = weights.to(device)

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        self.scale_rates(cosine_share(step, self.config.loop.steps, self.config.warm))
        batch = to_device(batch, self.device)
        with autocast(self.device, self.config.loop.precision):
            logits = self.network(picture(batch["rgb"]))
        parts, config = logits[:, :NUM_LABELS], self.config
        worn = batch["attributes"][:, _EARRINGS]
        overlooked = (worn == 1) & ~_shows_earrings(batch["label"])
        segment = segmentation(parts, _certain_labels(batch, parts, overlooked), self.class_weights)
        opacity = self._opacity_loss(logits[:, NUM_LABELS], batch)
        loss, scalars = segment + config.opacity_weight * opacity, dict[str, float]()
        doubtful = overlooked | (worn == 0)
        if config.presence_weight and doubtful.any():
            presence = presence_loss(parts[doubtful], Label.EAR_R, worn[doubtful])
            loss, scalars = loss + config.presence_weight * presence, {"presence": presence.item()}
        yield Update(self.optimiser, loss, clipped=(self.network,), clip=5.0)
        return {"segmentation": segment.item(), "opacity": opacity.item(), **scalars}

    def _opacity_loss(self, logit: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Only eyeglasses: hats and earrings hide all that is behind them, their label says enough."""
        inside = (batch["label"] == Label.EYE_G).float()
        near = F.max_pool2d(inside.unsqueeze(1), 9, 1, 4).squeeze(1)
        target = layer(batch["layer"])[:, 0] * near
        weight = (1 + 4 * near) * batch["layer_known"].view(-1, 1, 1)
        loss = F.binary_cross_entropy_with_logits(logit, target, weight, reduction="sum")
        return loss / weight.sum().clamp(min=1)

    @torch.no_grad()
    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        batch = first(batch, 6, self.device)
        rgb = picture(batch["rgb"])
        logits = self.ema["parser"](rgb)
        opacity = torch.sigmoid(logits[:, NUM_LABELS:]).expand(-1, 3, -1, -1) * 2 - 1
        found = logits[:, :NUM_LABELS].argmax(dim=1)
        return grid([to_bytes(rgb), coloured(batch["label"]), coloured(found), to_bytes(opacity)])


def _first_network(config: ParserTraining) -> nn.Module:
    """Raises `TrainingError` where the pack to start from has another parser, `PackError` where none."""
    if not config.start:
        return Parser(config.network)
    found, network = Pack.open(Path(config.start)).build("parser"), Parser(config.network)
    if not isinstance(found, Parser) or found.config != config.network:
        raise TrainingError(f"The parser of the pack in {config.start} has other sizes than the settings'.")
    network.load_state_dict(found.state_dict())  # a parser that looks twice learns looking once
    return network


def _shows_earrings(label_map: Tensor) -> Tensor:
    return (label_map == Label.EAR_R).flatten(1).any(dim=1)


def _certain_labels(batch: dict[str, Tensor], logits: Tensor, overlooked: Tensor) -> Tensor:
    """The labels without what is unknown, and without what the network takes for an overlooked earring."""
    labels = batch["label"].long()
    found = (logits.argmax(dim=1) == Label.EAR_R) & overlooked.view(-1, 1, 1)
    return labels.where((labels < NUM_LABELS) & ~found, IGNORE)


def presence_loss(logits: Tensor, label: Label, present: Tensor) -> Tensor:
    """Cross-entropy of a label's probability at its surest pixels beside the face with whether it is there.

    Logits `(N, C, H, W)`, `present` `(N,)` 0 or 1. Multiple-instance learning (as Pinheiro & Collobert 2015,
    with a mean over the surest few pixels): it is known whether the pictures show the label, and not where.
    """
    height, width = logits.shape[2:]
    surest = max(SUREST_PIXELS * height * width // 256**2, 1)
    log_p = logits.float().log_softmax(dim=1)[:, label]
    left, right, top, bottom = (round(share * width) for share in _LOBES)
    beside = torch.cat([log_p[:, top:bottom, :left], log_p[:, top:bottom, right:]], dim=2)
    share = beside.flatten(1).topk(surest, dim=1).values.exp().mean(dim=1)
    return F.binary_cross_entropy(share.clamp(1e-5, 1 - 1e-5), present.float())
