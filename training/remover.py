"""Training of what takes a thing off a face, from exact pairs (Lyu et al. 2022, section 4)."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from core.models.remover import HIDDEN, TOUCHED, Remover, RemoverConfig
from training.averaged import AveragedTask
from training.common import autocast, cosine_share, first, grid, picture, place, to_bytes, to_device
from training.data.worn import WornConfig
from training.features import load_features, perceptual
from training.loop import LoopConfig, Steps, Update
from training.losses import gradient_l1

WARM = 150
"""Steps in which the rate rises."""
_AROUND = 9
"""Pixels of 256: how wide around what was touched a mistake counts as much as within."""
_SHOWN = 6


@dataclass(frozen=True)
class RemoverTraining:
    """Everything that a remover's run depends on.

    `region_weight` is that of a pixel that the thing or its shadow touched against one that stays. The other
    weights are of edges, of perceptual distances (every so many steps), and of the masks.
    """

    loop: LoopConfig
    data: WornConfig = field(default_factory=WornConfig)
    network: RemoverConfig = field(default_factory=RemoverConfig)
    learning_rate: float = 1e-3
    weight_decay: float = 1e-4
    region_weight: float = 8.0
    gradient_weight: float = 0.7
    perceptual_weight: float = 0.1
    perceptual_every: int = 4
    mask_weight: float = 0.1

    def __post_init__(self) -> None:
        if self.network.rows != self.data.rows:
            raise ValueError("data.rows and network.rows differ: the network is shown what it learns from.")


class RemoverTask(AveragedTask):
    """L1, edges and features against the portrait without the thing; cross-entropy of the masks."""

    def __init__(self, config: RemoverTraining, device: torch.device) -> None:
        self.config, self.device = config, device
        self.network = place(Remover(config.network), device)
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), config.learning_rate, weight_decay=config.weight_decay
        )
        super().__init__({"remover": self.network}, {"remover": self.optimiser}, config.loop.ema_decay)
        self.features = load_features(device) if config.perceptual_weight else None

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        config = self.config
        self.scale_rates(cosine_share(step, config.loop.steps, WARM))
        shown, bare, masks = self._bands(to_device(batch, self.device))
        with autocast(self.device, config.loop.precision):
            drawn, logits = self.network(*shown)
        near = F.max_pool2d(masks.amax(dim=1, keepdim=True), _AROUND, 1, _AROUND // 2)
        weight = 1 + (config.region_weight - 1) * near
        pixel = (weight * (drawn - bare).abs()).mean()
        edges, mask = gradient_l1(drawn, bare, weight), mask_loss(logits, masks)
        loss = pixel + config.gradient_weight * edges + config.mask_weight * mask
        scalars = {"pixel": pixel.item(), "edges": edges.item(), "mask": mask.item()}
        if self.features is not None and step % config.perceptual_every == 0:
            # Only what was touched may be judged: elsewhere nothing is to be learnt, and little is wrong.
            seen = perceptual(self.features, torch.lerp(bare, drawn, near), bare, config.loop.precision)
            loss, scalars = loss + config.perceptual_weight * seen, {**scalars, "seen": seen.item()}
        yield Update(self.optimiser, loss, clipped=(self.network,), clip=1.0)
        return {**scalars, "psnr": region_psnr(drawn, bare, masks)}

    def _bands(self, batch: dict[str, Tensor]) -> tuple[tuple[Tensor, Tensor, Tensor], Tensor, Tensor]:
        """What the network is shown, the portraits without, and the masks."""
        worn, filled, bare = (picture(batch[name]) for name in ("worn", "filled", "bare"))
        seen, masks = ((picture(batch[name]) + 1) / 2 for name in ("seen", "masks"))
        return (worn, filled, seen), bare, masks

    @torch.no_grad()
    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        shown, bare, _ = self._bands(first(batch, _SHOWN, self.device))
        drawn, logits = self.ema["remover"](*shown)
        masks = torch.sigmoid(logits[:, [TOUCHED, TOUCHED, HIDDEN]]) * 2 - 1
        return grid([to_bytes(each) for each in (shown[0], shown[1], masks, drawn, bare)])


def mask_loss(logits: Tensor, masks: Tensor) -> Tensor:
    """Cross-entropy of both masks, and soft Dice of where the face was touched."""
    entropy = F.binary_cross_entropy_with_logits(logits, masks)
    found, true = torch.sigmoid(logits[:, TOUCHED]), masks[:, TOUCHED]
    return 2 * entropy + 1 - (2 * (found * true).sum() + 1) / ((found + true).sum() + 1)


@torch.no_grad()
def region_psnr(drawn: Tensor, true: Tensor, masks: Tensor) -> float:
    """Peak signal to noise in dB within what was touched, of pictures in [-1, 1]; 0 where nothing was."""
    region = masks.amax(dim=1, keepdim=True) > 0
    if not region.any():
        return 0.0
    error = ((drawn - true) * 127.5).square().mean(dim=1, keepdim=True)[region].mean()
    return float(10 * torch.log10(255**2 / error.clamp(min=1e-6)))
