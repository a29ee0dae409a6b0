"""The two branches of SeCGAN: a generator and its discriminator each, on pictures and on label maps."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from core.models.secgan import Opinion
from core.models.secgan_attgan import AttGanDiscriminator, AttGanGenerator, AttGanLabelGenerator
from core.models.secgan_stargan import (
    ChangeGenerator,
    StarGanDiscriminator,
    StarGanGenerator,
    StarGanLabelGenerator,
)
from training.common import autocast, place
from training.diffaugment import diff_augment
from training.secgan_losses import (
    adversarial_d,
    adversarial_g,
    attribute_loss,
    gradient_penalty,
    reconstruction,
    segment_cross_entropy,
)

if TYPE_CHECKING:
    from training.secgan import SecganTraining, Wish


@dataclass(frozen=True)
class Backbone:
    """The classes of a backbone's networks."""

    generator: type[Any]
    label_generator: type[Any]
    discriminator: type[Any]


BACKBONES: Mapping[str, Backbone] = {
    "stargan": Backbone(StarGanGenerator, StarGanLabelGenerator, StarGanDiscriminator),
    "attgan": Backbone(AttGanGenerator, AttGanLabelGenerator, AttGanDiscriminator),
    "change": Backbone(ChangeGenerator, StarGanLabelGenerator, StarGanDiscriminator),
}


class Branch(ABC):
    """A generator and a discriminator with their own losses, weighted (equations 13 to 16)."""

    g: nn.Module
    d: nn.Module

    def __init__(self, config: SecganTraining, device: torch.device) -> None:
        self.config, self.device = config, device

    @abstractmethod
    def shown(self, drawn: Tensor) -> Tensor:
        """What D sees of what G has drawn."""

    @abstractmethod
    def reconstruction(self, x: Tensor, same: Tensor) -> Tensor:
        """How far G's result for no difference is from its source."""

    def d_terms(self, real: Tensor, drawn: Tensor, wish: Wish, step: int) -> dict[str, Tensor]:
        """Equations 13 and 15 on a real sample and a detached result."""
        every = self.config.penalty_every
        real, fake = self._augmented(real), self._augmented(self.shown(drawn))
        both = self._judge(torch.cat([real, fake]))
        of_real, of_fake = both.scores.chunk(2)
        terms = {
            "d": adversarial_d(of_real, of_fake, wish.detail),
            "d_attributes": self._attribute_term(both.attributes[: len(real)], wish),
        }
        if step % every == 0:  # in full precision, since it differentiates twice
            terms["penalty"] = self.config.weights.penalty * every * gradient_penalty(self.d, real, fake)
        return terms

    def attributes_of_real(self, real: Tensor, wish: Wish) -> Tensor:
        """Equations 3 and 8, weighted."""
        return self._attribute_term(self._judge(self._augmented(real)).attributes, wish)

    def _attribute_term(self, logits: Tensor, wish: Wish) -> Tensor:
        loss = attribute_loss(logits, wish.source, wish.d_weights, self.config.smoothing)
        return self.config.weights.attribute_d * loss

    def g_terms(self, real: Tensor, drawn: Tensor, same: Tensor, wish: Wish) -> dict[str, Tensor]:
        """Equations 14 and 16 without the consistency."""
        weights = self.config.weights
        opinion = self._judge(self._augmented(self.shown(drawn)))
        asked = attribute_loss(opinion.attributes, wish.target, wish.g_weights)
        return {
            "g": adversarial_g(opinion.scores, wish.detail),
            "g_attributes": weights.attribute_g * asked,
            "reconstruction": weights.reconstruction * self.reconstruction(real, same),
        }

    def _judge(self, x: Tensor) -> Opinion:
        with autocast(self.device, self.config.loop.precision):
            return self.d(x)

    def _augmented(self, x: Tensor) -> Tensor:
        return diff_augment(x, kinds=self.config.augment) if self.config.augment else x


class RgbBranch(Branch):
    """G_rgb and D_rgb; the generator draws pictures."""

    def __init__(self, config: SecganTraining, device: torch.device) -> None:
        super().__init__(config, device)
        backbone = BACKBONES[config.backbone]
        self.g = place(backbone.generator(config.generator), device)
        self.d = place(backbone.discriminator(config.discriminator), device)

    def shown(self, drawn: Tensor) -> Tensor:
        return drawn

    def reconstruction(self, x: Tensor, same: Tensor) -> Tensor:
        return reconstruction(x, same)


class LabelBranch(Branch):
    """G_seg and D_seg; the generator draws logits of segments."""

    def __init__(self, config: SecganTraining, device: torch.device) -> None:
        super().__init__(config, device)
        backbone = BACKBONES[config.backbone]
        self.g = place(backbone.label_generator(config.label_generator), device)
        self.d = place(backbone.discriminator(config.label_discriminator), device)

    def shown(self, drawn: Tensor) -> Tensor:
        return drawn.softmax(dim=1)

    def reconstruction(self, x: Tensor, same: Tensor) -> Tensor:
        return segment_cross_entropy(x, same.log_softmax(dim=1))
