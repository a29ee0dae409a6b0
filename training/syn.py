"""Training of SMILE_SYN (Romero et al. 2020, section 3.2.2): alternate random and reference updates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from core.codec import OneOf
from core.labels import Label
from core.models.discriminators import DiscriminatorConfig, build_discriminator
from core.models.layers import one_hot
from core.models.smile_placed import PlacedGenerator, PlacedStyleEncoder
from core.models.smile_syn import RGB_CHANNELS, SynConfig, SynGenerator, SynMapping, SynStyleEncoder
from core.models.spade import SpadeGenerator
from training.averaged import AveragedTask
from training.banks import CodeBank
from training.common import (
    autocast,
    coloured,
    first,
    grid,
    layer,
    picture,
    place,
    rate_share,
    to_bytes,
    to_device,
)
from training.data.batches import DataConfig
from training.judging import Judge
from training.loop import LoopConfig, Steps, Update
from training.losses import (
    adversarial_d,
    adversarial_g,
    feature_matching,
    gradient_l1,
    r1_penalty,
    structure_distance,
    texture_distance,
)

_FINE = (Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.MOUTH, Label.U_LIP, Label.L_LIP,
         Label.NOSE, Label.EYE_G, Label.EAR_R)  # fmt: skip
"""Regions that a viewer looks at first, or that are small: their pixel terms count more."""

ALIGNED_CODES = 64
"""Random codes that are compared with the encoder's in one step."""
FEWEST_PIXELS = 20
"""Of a region, for its style to count."""


@dataclass(frozen=True)
class SynNetworks:
    """The classes of G and S."""

    g: type[SynGenerator]
    s: type[SynStyleEncoder | PlacedStyleEncoder]


NETWORKS: Mapping[str, SynNetworks] = {
    "sac": SynNetworks(SynGenerator, SynStyleEncoder),
    "spade": SynNetworks(SpadeGenerator, SynStyleEncoder),
    "placed": SynNetworks(PlacedGenerator, PlacedStyleEncoder),
}
"""As the paper has them, as its ablation (A) has them, and as they ship."""


@dataclass(frozen=True)
class SynWeights:
    """Weights of the loss terms. The paper has `adversarial` 1 and `feature` 10, the rest 0.

    `align` pulls the mapping's random styles towards the distribution of the encoder's.
    """

    adversarial: float = 1.0
    feature: float = 10.0
    pixel: float = 0.0
    gradient: float = 0.0
    texture: float = 0.0
    structure: float = 0.0
    fine_regions: float = 0.0
    accessory_layer: float = 0.0
    align: float = 0.0
    r1: float = 10.0


@dataclass(frozen=True)
class SynTraining:
    """Everything that a SYN run depends on. `layers` is a name of `NETWORKS`.

    `random_every` 2 alternates as the paper does, 1 leaves out the reference updates and with them the style
    encoder (Table 2, row B).

    With `exchange` every second of those updates draws with another picture's styles instead of random ones:
    that is what edits and references ask for.

    Rates fall from step `decay_from` linearly to a tenth over `decay_steps`. `momentum` is Adam's first
    beta for the generator: 0 as in StyleGAN2; pixel terms learn faster with more. The mapping's layers
    divide their rate by 100 on their own.
    """

    loop: LoopConfig
    data: DataConfig = field(default_factory=DataConfig)
    layers: Annotated[str, OneOf(NETWORKS)] = "sac"
    network: SynConfig = field(default_factory=SynConfig)
    discriminator: DiscriminatorConfig = field(default_factory=DiscriminatorConfig)
    weights: SynWeights = field(default_factory=SynWeights)
    learning_rate: float = 2e-3
    discriminator_rate: float = 2e-3
    mapping_rate: float = 2e-3
    momentum: float = 0.0
    adversarial_from: int = 0
    decay_from: int = 10**9
    decay_steps: int = 1
    random_every: int = 2
    exchange: bool = False
    r1_every: int = 16
    diff_augment: bool = True


class SynTask(AveragedTask):
    """G, S, mapping and D with their updates."""

    def __init__(self, config: SynTraining, device: torch.device) -> None:
        self.config, self.device = config, device
        kinds = NETWORKS[config.layers]
        self.g = place(kinds.g(config.network), device)
        self.s = place(kinds.s(config.network), device)
        self.m = SynMapping(config.network).to(device)
        self.d = place(build_discriminator(config.discriminator), device)
        self.judge = Judge(self.d, config.diff_augment, device, config.loop.precision)
        self.bank = CodeBank(config.network.labels, config.network.style_dim).to(device)
        groups = [
            {"params": [*self.g.parameters(), *self.s.parameters()]},
            {"params": list(self.m.parameters()), "lr": config.mapping_rate},
        ]
        self.g_optimiser = torch.optim.Adam(groups, config.learning_rate, betas=(config.momentum, 0.99))
        self.d_optimiser = torch.optim.Adam(self.d.parameters(), config.discriminator_rate, betas=(0.0, 0.99))
        super().__init__(
            {"g": self.g, "s": self.s, "m": self.m},
            {"g": self.g_optimiser, "d": self.d_optimiser},
            config.loop.ema_decay,
            beside={"d": self.d, "bank": self.bank},
        )

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        self.scale_rates(rate_share(step, self.config.decay_from, self.config.decay_steps))
        batch = to_device(batch, self.device)
        real, labels = picture(batch["rgb"]), batch["label"]
        adversarial = step >= self.config.adversarial_from
        if adversarial and step % self.config.random_every == self.config.random_every - 1:
            scalars = yield from self._random_update(real, labels, step)
        else:
            scalars = yield from self._reference_update(real, labels, batch, adversarial)
        if adversarial and step % self.config.r1_every == 0:
            scalars |= yield from self._r1_update(real)
        return scalars

    def _random_update(self, real: Tensor, labels: Tensor, step: int) -> Steps:
        """G, D and the mapping on styles that are not the layout's own, as StyleGAN2."""
        exchange = self.config.exchange and step // self.config.random_every % 2 == 1
        with autocast(self.device, self.config.loop.precision):
            styles = self._exchanged_styles(real, labels) if exchange else self._random_styles(len(real))
            fake = self.g(labels, styles, None)[:, :RGB_CHANNELS]
        d_loss = adversarial_d(self.judge.verdict(real), self.judge.verdict(fake.detach()))
        yield Update(self.d_optimiser, d_loss)
        self.d.requires_grad_(False)
        loss = adversarial_g(self.judge.verdict(fake))
        yield Update(self.g_optimiser, self.config.weights.adversarial * loss)
        self.d.requires_grad_(True)
        return {"random_g": loss.item(), "random_d": d_loss.item()}

    def _random_styles(self, count: int) -> Tensor:
        config = self.config.network
        return self.m(torch.randn(count, config.labels, config.latent_dim, device=self.device))

    def _exchanged_styles(self, real: Tensor, labels: Tensor) -> Tensor:
        """Every layout with the next picture's styles, and with its own for regions which that one lacks."""
        own = self.s(real, labels)
        present = one_hot(labels, self.config.network.labels).sum(dim=(2, 3)) >= FEWEST_PIXELS
        return torch.where(present.roll(1, 0).unsqueeze(-1), own.roll(1, 0), own)

    def _reference_update(
        self, real: Tensor, labels: Tensor, batch: dict[str, Tensor], adversarial: bool
    ) -> Steps:
        """G, D and S on the photo's own styles (equation 9), with pixel terms where they have weight."""
        weights = self.config.weights
        with autocast(self.device, self.config.loop.precision):
            styles = self.s(real, labels)
            out = self.g(labels, styles, None)
        fake = out[:, :RGB_CHANNELS]
        terms = self._pixel_terms(out, real, batch)
        if weights.align:
            terms["align"] = weights.align * self._alignment(styles.detach(), labels)
        loss = sum(terms.values(), torch.zeros((), device=self.device))
        scalars = {name: value.item() for name, value in terms.items()}
        if adversarial:
            d_loss = adversarial_d(self.judge.verdict(real), self.judge.verdict(fake.detach()))
            yield Update(self.d_optimiser, d_loss)
            scalars["d"] = d_loss.item()
            self.d.requires_grad_(False)
            truth, verdict = self.judge.pair((real,), (fake,))
            g_term, features = adversarial_g(verdict), feature_matching(truth.features, verdict.features)
            loss = loss + weights.adversarial * g_term + weights.feature * features
            scalars |= {"g": g_term.item(), "features": features.item()}
        yield Update(self.g_optimiser, loss)
        self.d.requires_grad_(True)
        return scalars

    def _alignment(self, styles: Tensor, labels: Tensor) -> Tensor:
        """Ours: distance of random styles to the encoder's latest, region by region."""
        config = self.config.network
        present = one_hot(labels, config.labels).sum(dim=(2, 3)) >= FEWEST_PIXELS
        self.bank.add(styles.float(), present)
        z = torch.randn(ALIGNED_CODES, config.labels, config.latent_dim, device=self.device)
        return self.bank.distance(self.m(z))

    def _pixel_terms(self, out: Tensor, real: Tensor, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Ours, beside the paper's: L1 and gradient L1, weighted to fine regions, and the layer's L1."""
        weights, labels = self.config.weights, batch["label"]
        fake, terms = out[:, :RGB_CHANNELS], dict[str, Tensor]()
        fine = one_hot(labels, self.config.network.labels)[:, list(_FINE)].sum(dim=1, keepdim=True)
        weight = 1 + weights.fine_regions * fine
        if weights.pixel:
            terms["pixel"] = weights.pixel * ((fake - real).abs() * weight).mean()
        if weights.gradient:
            terms["gradient"] = weights.gradient * gradient_l1(fake, real, weight)
        if weights.texture:
            terms["texture"] = weights.texture * texture_distance(fake, real, weight)
        if weights.structure:
            terms["structure"] = weights.structure * structure_distance(fake, real, weight)
        if weights.accessory_layer and self.config.network.layer_channels:
            terms["layer"] = weights.accessory_layer * self._layer_loss(out[:, RGB_CHANNELS:], batch)
        return terms

    def _layer_loss(self, drawn: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Cross-entropy of the layer's alpha and L1 of its colour, weighted mean around accessories.

        L1 on alpha would settle at nothing: most of a clear lens is transparent, and L1 asks for the median.
        """
        labels, target = batch["label"], layer(batch["layer"])
        inside = (labels == Label.EYE_G) | (labels == Label.HAT) | (labels == Label.EAR_R)
        near = F.max_pool2d(inside.float().unsqueeze(1), 5, 1, 2)
        weight = (0.02 + near) * batch["layer_known"].view(-1, 1, 1, 1)
        alpha = F.binary_cross_entropy(drawn[:, :1].clamp(1e-4, 1 - 1e-4), target[:, :1], reduction="none")
        colour = (drawn[:, 1:] - target[:, 1:]).abs().mean(dim=1, keepdim=True)
        return ((alpha + 4 * colour) * weight).sum() / weight.sum().clamp(min=1)

    def _r1_update(self, real: Tensor) -> Steps:
        real = real.detach().requires_grad_(True)
        verdict = self.d(real)
        penalty = r1_penalty(verdict.logits.sum() + verdict.patches.mean(dim=(1, 2, 3)).sum(), real)
        yield Update(self.d_optimiser, self.config.weights.r1 * self.config.r1_every * penalty)
        return {"r1": penalty.item()}

    @torch.no_grad()
    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        batch = first(batch, 8, self.device)
        real, labels = picture(batch["rgb"]), batch["label"]
        config = self.config.network
        z = torch.randn(len(real), config.labels, config.latent_dim, device=self.device)
        with autocast(self.device, self.config.loop.precision):
            out = self.ema["g"](labels, self.ema["s"](real, labels))
            random = self.ema["g"](labels, self.ema["m"](z))
        rows = [to_bytes(real), to_bytes(out[:, :3]), to_bytes(random[:, :3]), coloured(labels)]
        if config.layer_channels:
            rows.append(to_bytes(out[:, 4:7] * 2 - 1))
        return grid(rows)
