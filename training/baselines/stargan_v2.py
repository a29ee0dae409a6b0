"""StarGAN v2 on RGB (Choi et al. 2020), the baseline of SMILE's Table 1.

Made for attributes that co-exist as SMILE's section 4.1 does: two domains (presence and absence) for every
attribute, the codes of all attributes concatenated. The networks are SMILE_SEM's family on three channels
with AdaIN (`core.models.adain`), which StarGAN v2's are but for the heatmaps of an FAN; without those, as
here, StarGAN v2 has residual blocks and no skips.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from core.models.adain import AdainResidualGenerator
from core.models.smile_sem import SemConfig, choose
from training.attribute_styles import AttributeNetworks, AttributeStyles
from training.common import autocast, first, grid, picture, to_bytes, to_device
from training.data.batches import DataConfig
from training.loop import LoopConfig, Steps, Update
from training.losses import r1_penalty


@dataclass(frozen=True)
class StarGanWeights:
    """Weights of the loss terms; the diversity term falls to 0 over `diversity_steps`."""

    cycle: float = 1.0
    style: float = 1.0
    diversity: float = 1.0
    diversity_steps: int = 100_000
    r1: float = 1.0


@dataclass(frozen=True)
class StarGanTraining:
    """Everything that a StarGAN v2 run depends on; `network.labels` are the picture's three channels."""

    loop: LoopConfig
    data: DataConfig = field(default_factory=DataConfig)
    network: SemConfig = field(default_factory=SemConfig)
    weights: StarGanWeights = field(default_factory=StarGanWeights)
    learning_rate: float = 1e-4
    mapping_rate: float = 1e-6
    momentum: float = 0.0
    weight_decay: float = 1e-4


@dataclass(frozen=True, eq=False)
class Wish:
    """What a pass asks for: the target states `(N, A)`, and two styles for them, made anew at each call."""

    target: Tensor
    z: tuple[Tensor, Tensor] | None = None
    reference: tuple[Tensor, Tensor] | None = None
    states: Tensor | None = None


class StarGanTask(AttributeStyles):
    """G, F, S and D; every step has a pass with random and one with reference styles, D first in each."""

    def __init__(self, config: StarGanTraining, device: torch.device) -> None:
        nets = AttributeNetworks.of(AdainResidualGenerator, config.network, device)
        self.config = config
        rates = {"g": config.learning_rate, "s": config.learning_rate, "f": config.mapping_rate}
        groups = [
            {"params": list(net.parameters()), "lr": rates[name]} for name, net in nets.learning().items()
        ]
        betas = (config.momentum, 0.99)
        self.g_optimiser = torch.optim.Adam(groups, betas=betas, weight_decay=config.weight_decay)
        self.d_optimiser = torch.optim.Adam(
            nets.d.parameters(), config.learning_rate, betas, weight_decay=config.weight_decay
        )
        super().__init__(nets, {"g": self.g_optimiser, "d": self.d_optimiser}, config.loop, device)

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        batch = to_device(batch, self.device)
        x, y = picture(batch["rgb"]), batch["attributes"].clamp(min=0)
        known = (batch["attributes"] >= 0).float()
        scalars: dict[str, float] = {}
        for name, wish in (("random", self._random_wish(y)), ("reference", self._reference_wish(x, y))):
            made = yield from self._d_update(x, y, known, wish)
            made |= yield from self._g_update(x, y, wish, step)
            scalars |= {f"{name}_{key}": value for key, value in made.items()}
        return scalars

    def _random_wish(self, y: Tensor) -> Wish:
        z = torch.randn(2, len(y), self.config.network.latent_dim, device=self.device)
        return Wish(y[torch.randperm(len(y), device=y.device)], z=(z[0], z[1]))

    def _reference_wish(self, x: Tensor, y: Tensor) -> Wish:
        """The next picture's attributes and styles; the second styles are those of the one after it."""
        return Wish(y.roll(1, 0), reference=(x.roll(1, 0), x.roll(2, 0)), states=y.roll(2, 0))

    def _styles(self, wish: Wish) -> tuple[Tensor, Tensor]:
        """Two styles `(N, A, D)` for what is wished."""
        if wish.z is not None:
            first, second = (choose(self.f(z), wish.target) for z in wish.z)
            return first, second
        assert wish.reference is not None
        assert wish.states is not None
        with autocast(self.device, self.config.loop.precision):
            first, other = (choose(self.s(r), wish.target) for r in wish.reference)
        # A second reference counts for the attributes in which it is in the wished state.
        same = (wish.states == wish.target).unsqueeze(-1)
        return first, torch.where(same, other, first)

    def _draw(self, x: Tensor, styles: Tensor) -> Tensor:
        with autocast(self.device, self.config.loop.precision):
            return self.g(x, styles)

    def _d_update(self, x: Tensor, y: Tensor, known: Tensor, wish: Wish) -> Steps:
        with torch.no_grad():
            fake = self._draw(x, self._styles(wish)[0])
        inputs = x.detach().requires_grad_(True)
        verdict = choose(self.d(inputs).unsqueeze(-1), y).squeeze(-1)  # full precision, for R1's sake
        real = (F.softplus(-verdict) * known).sum() / known.sum()
        penalty = r1_penalty(verdict * known, inputs)
        loss = real + F.softplus(self._verdict(fake, wish.target)).mean()
        yield Update(self.d_optimiser, loss + self.config.weights.r1 * penalty)
        return {"d": loss.item(), "r1": penalty.item()}

    def _g_update(self, x: Tensor, y: Tensor, wish: Wish, step: int) -> Steps:
        weights = self.config.weights
        self.d.requires_grad_(False)
        self.s.requires_grad_(wish.z is not None)  # S learns from the random pass alone, as in StarGAN v2
        style, other = self._styles(wish)
        fake = self._draw(x, style)
        terms = {"adversarial": F.softplus(-self._verdict(fake, wish.target)).mean()}
        terms["style"] = weights.style * (self._encode(fake, wish.target) - style).abs().mean()
        falling = weights.diversity * max(0.0, 1 - step / weights.diversity_steps)
        if falling > 0:
            terms["diversity"] = -falling * (fake - self._draw(x, other).detach()).abs().mean()
        back = self._draw(fake, self._encode(x, y))
        terms["cycle"] = weights.cycle * (back - x).abs().mean()
        yield Update(self.g_optimiser, torch.stack(list(terms.values())).sum())
        self.d.requires_grad_(True)
        self.s.requires_grad_(True)
        return {name: value.item() for name, value in terms.items()}

    @torch.no_grad()
    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        """Pictures, themselves again, and each attribute in turn the other way."""
        batch = first(batch, 8, self.device)
        x, y = picture(batch["rgb"]), batch["attributes"].clamp(min=0)
        own = choose(self.ema["s"](x), y)
        rows = [to_bytes(x), to_bytes(self.ema["g"](x, own))]
        for styles in self._turned_over(own, y, self.config.network.latent_dim):
            rows.append(to_bytes(self.ema["g"](x, styles)))
        return grid(rows)
