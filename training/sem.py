"""Training of SMILE_SEM (Romero et al. 2020, section 3.1.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from core.codec import OneOf
from core.labels import Label
from core.models.adain import AdainGenerator
from core.models.layers import one_hot
from core.models.smile_sem import PRESENCE_STATES, CopyingGenerator, SemConfig, SemGenerator, choose
from training.attribute_styles import AttributeNetworks, AttributeStyles
from training.banks import CodeBank
from training.common import autocast, coloured, first, grid, rate_share, to_device
from training.data.batches import DataConfig
from training.loop import LoopConfig, Steps, Update
from training.losses import r1_penalty


def _l1(logits: Tensor, layout: Tensor) -> Tensor:
    return (logits.softmax(dim=1) - layout).abs().mean()


RECONSTRUCTION: Mapping[str, Callable[[Tensor, Tensor], Tensor]] = {
    "cross-entropy": F.cross_entropy, "l1": _l1,
}  # fmt: skip
"""Distances of logits `(N, L, H, W)` to a layout: the authors' code takes the first, the paper the second."""

GENERATORS: Mapping[str, type[SemGenerator]] = {
    "modulated": SemGenerator, "adain": AdainGenerator, "copying": CopyingGenerator,
}  # fmt: skip
"""G as the paper has it, as it measures itself against, and as it ships."""

ALIGNED_CODES = 64
"""Random codes that are compared with S's in one step."""


@dataclass(frozen=True)
class SemWeights:
    """Weights of the loss terms. The paper has 1, 1 and 20 (falling to 0); `pair` and `align` are ours.

    `pair` supervises with layouts before and after one attribute was changed by drawing or composing; in it
    an earring's pixels count `earrings` times: where exactly it hangs is open, and no place would win alone;
    `align` pulls F's codes towards the distribution of S's, which the paper reaches by 200 000 steps of the
    style loss alone.
    """

    reconstruction: float = 1.0
    style: float = 1.0
    diversity: float = 20.0
    diversity_steps: int = 200_000
    pair: float = 0.0
    earrings: float = 1.0
    align: float = 0.0
    r1: float = 1.0


@dataclass(frozen=True)
class SemTraining:
    """Everything that a SEM run depends on.

    `generator` is a name of `GENERATORS`. The paper's terms start at `adversarial_from`, reach their
    weight `adversarial_ramp` steps later, and are computed every `latent_every` steps (they cost three
    times what the pairs do); `clip` bounds the generator's gradient norm. Rates fall from step
    `decay_from` linearly to a tenth over `decay_steps`. `reconstruction_term` is a name of
    `RECONSTRUCTION`; `style_gradient` lets that term's gradient into S, which the paper found to do harm
    (Table 1, row A).
    """

    loop: LoopConfig
    data: DataConfig = field(default_factory=DataConfig)
    generator: Annotated[str, OneOf(GENERATORS)] = "modulated"
    network: SemConfig = field(default_factory=SemConfig)
    weights: SemWeights = field(default_factory=SemWeights)
    learning_rate: float = 1e-4
    mapping_rate: float = 1e-6
    momentum: float = 0.0
    weight_decay: float = 1e-4
    r1_every: int = 1
    adversarial_from: int = 0
    adversarial_ramp: int = 0
    latent_every: int = 1
    clip: float = 1e9
    decay_from: int = 10**9
    decay_steps: int = 1
    reconstruction_term: str = "cross-entropy"
    style_gradient: bool = False


class SemTask(AttributeStyles):
    """G, F, S and D with their updates."""

    def __init__(self, config: SemTraining, device: torch.device) -> None:
        network = config.network
        self.config, nets = config, AttributeNetworks.of(GENERATORS[config.generator], network, device)
        self.bank = CodeBank(len(network.widths) * PRESENCE_STATES, network.style_dim).to(device)
        groups = [
            {"params": [*nets.g.parameters(), *nets.s.parameters()]},
            {"params": list(nets.f.parameters()), "lr": config.mapping_rate},
        ]
        adam = {
            "lr": config.learning_rate,
            "betas": (config.momentum, 0.99),
            "weight_decay": config.weight_decay,
        }
        self.g_optimiser = torch.optim.Adam(groups, **adam)
        self.d_optimiser = torch.optim.Adam(nets.d.parameters(), **adam)
        optimisers = {"g": self.g_optimiser, "d": self.d_optimiser}
        super().__init__(nets, optimisers, config.loop, device, beside={"bank": self.bank})

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        self.scale_rates(rate_share(step, self.config.decay_from, self.config.decay_steps))
        batch = to_device(batch, self.device)
        with autocast(self.device, self.config.loop.precision):
            x, y = self._layout(batch["label"]), batch["attributes"].clamp(min=0)
            x2, y2 = self._layout(batch["partner"]), batch["partner_attributes"].clamp(min=0)
        target = _targets(y)
        known = (batch["attributes"] >= 0).float()
        scalars: dict[str, float] = {}
        if self._latent_step(step):
            scalars |= yield from self._d_update(x, y, known, target, step)
        scalars |= yield from self._g_update(x, y, (x2, y2, batch["changed"]), target, step)
        return scalars

    def _latent_step(self, step: int) -> bool:
        return step >= self.config.adversarial_from and step % self.config.latent_every == 0

    def _layout(self, label_map: Tensor) -> Tensor:
        """One-hot layouts at the stage's resolution; 255 becomes background."""
        return one_hot(label_map.where(label_map < self.config.network.labels, 0), self.config.network.labels)

    def _random_styles(self, present: Tensor) -> Tensor:
        z = torch.randn(len(present), self.config.network.latent_dim, device=self.device)
        return choose(self.f(z), present)

    def _edit(self, x: Tensor, styles: Tensor) -> Tensor:
        with autocast(self.device, self.config.loop.precision):
            return self.g(x, styles).softmax(dim=1)

    def _d_update(self, x: Tensor, y: Tensor, known: Tensor, target: Tensor, step: int) -> Steps:
        with torch.no_grad():
            fake = self._edit(x, self._random_styles(target))
        real = (F.softplus(-self._verdict(x, y)) * known).sum() / known.sum()
        loss = 0.5 * (real + F.softplus(self._verdict(fake, target)).mean())
        scalars = {"d": loss.item()}
        if step % self.config.r1_every == 0:
            inputs = x.detach().requires_grad_(True)
            penalty = r1_penalty(choose(self.d(inputs).unsqueeze(-1), y), inputs)
            loss = loss + self.config.weights.r1 * self.config.r1_every * penalty
            scalars["r1"] = penalty.item()
        yield Update(self.d_optimiser, loss)
        return scalars

    def _g_update(
        self, x: Tensor, y: Tensor, partner: tuple[Tensor, Tensor, Tensor], target: Tensor, step: int
    ) -> Steps:
        weights = self.config.weights
        self.d.requires_grad_(False)
        terms: dict[str, Tensor] = {}
        if self._latent_step(step):
            since = step - self.config.adversarial_from
            share = min(1.0, (since + 1) / max(self.config.adversarial_ramp, 1))
            terms |= {name: share * t for name, t in self._latent_terms(x, y, target, step).items()}
        if weights.pair:
            terms |= self._pair_terms(x, y, *partner)
        loss = torch.stack(list(terms.values())).sum()
        yield Update(self.g_optimiser, loss, (self.g, self.s, self.f), self.config.clip)
        self.d.requires_grad_(True)
        return {name: value.item() for name, value in terms.items()}

    def _latent_terms(self, x: Tensor, y: Tensor, target: Tensor, step: int) -> dict[str, Tensor]:
        """The paper's terms, with random styles (equations 3 to 7)."""
        weights = self.config.weights
        style = self._random_styles(target)
        fake = self._edit(x, style)
        terms = {"adversarial": F.softplus(-self._verdict(fake, target)).mean()}
        terms["style"] = weights.style * self._style_distance(style, self._encode(fake, target))
        falling = weights.diversity * max(0.0, 1 - step / weights.diversity_steps)
        if falling > 0:
            other = self._edit(x, self._random_styles(target))
            terms["diversity"] = -falling * (fake - other.detach()).abs().mean()
        own = self._encode(x, y)
        if not self.config.style_gradient:
            own = own.detach()
        with autocast(self.device, self.config.loop.precision):
            back = self.g(fake, own)
        terms["reconstruction"] = weights.reconstruction * RECONSTRUCTION[self.config.reconstruction_term](
            back, x
        )
        return terms

    def _style_distance(self, a: Tensor, b: Tensor) -> Tensor:
        """L_sty (equation 4): L1, the sum of the attributes' means; tiling does not change a mean."""
        return (a - b).abs().mean(dim=(0, 2)).sum()

    def _pair_terms(self, x: Tensor, y: Tensor, x2: Tensor, y2: Tensor, changed: Tensor) -> dict[str, Tensor]:
        """Ours: one portrait before and after a change. Swap the styles of the attributes that made it.

        Where nothing differs this is auto-encoding from the layout's own styles.
        """
        codes, codes2 = self._encode(x, y), self._encode(x2, y2)
        there = codes + changed.unsqueeze(-1) * (codes2 - codes)
        with autocast(self.device, self.config.loop.precision):
            logits = self.g(x, there)
        weights = self.config.weights
        error = F.cross_entropy(logits, x2, reduction="none")
        error = error * (1 + (weights.earrings - 1) * x2[:, Label.EAR_R])
        terms = {"pair": weights.pair * (error * importance((x2 - x).abs().amax(dim=1))).mean()}
        if weights.align:
            self._remember(codes, y)
            self._remember(codes2, y2)
            z = torch.randn(ALIGNED_CODES, self.config.network.latent_dim, device=self.device)
            terms["align"] = weights.align * self.bank.distance(self.f(z).flatten(1, 2))
        return terms

    def _remember(self, codes: Tensor, present: Tensor) -> None:
        """Put codes `(N, A, D)` into the bank, each under its attribute and state."""
        states = F.one_hot(present.long(), PRESENCE_STATES).flatten(1)
        self.bank.add(codes.repeat_interleave(PRESENCE_STATES, dim=1), states)

    @torch.no_grad()
    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        batch = first(batch, 8, self.device)
        x, y = self._layout(batch["label"]), batch["attributes"].clamp(min=0)
        own = choose(self.ema["s"](x), y)
        rows = [coloured(batch["label"]), coloured(self.ema["g"](x, own).argmax(dim=1))]
        for styles in self._turned_over(own, y, self.config.network.latent_dim):
            rows.append(coloured(self.ema["g"](x, styles).argmax(dim=1)))
        return grid(rows)


def _targets(present: Tensor) -> Tensor:
    """Attributes to ask for: those of other samples, every second one with one attribute turned over.

    Without that, rare states (bangs, little hair, hats) would hardly ever be asked for.
    """
    target = present[torch.randperm(len(present))].clone()
    rows = torch.arange(0, len(target), 2)
    columns = torch.randint(target.shape[1], (len(rows),))
    target[rows, columns] = 1 - target[rows, columns]
    return target


def importance(differs: Tensor) -> Tensor:
    """Weights `(N, H, W)` of pixels that count 5 times where a pair differs, and more where it is little.

    However small an earring is, what changes and what surrounds it have then about a fifth of the say. What
    lies close by weighs the same, or drawing the change too large would cost nothing.
    """
    near = F.max_pool2d(differs.float().unsqueeze(1), 7, 1, 3).squeeze(1)
    area = near.mean(dim=(1, 2), keepdim=True)
    return 1 + near * (0.2 / area.clamp(min=1e-4)).clamp(4, 60)
