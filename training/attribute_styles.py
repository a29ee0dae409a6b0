"""What SMILE_SEM and StarGAN v2 share: styles of attributes, mapped, encoded, judged and turned over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from core.models.smile_sem import (
    SemConfig,
    SemDiscriminator,
    SemGenerator,
    SemMapping,
    SemStyleEncoder,
    choose,
)
from training.averaged import AveragedTask
from training.common import autocast, place
from training.loop import LoopConfig


@dataclass(frozen=True, eq=False)
class AttributeNetworks:
    """G, S, F and D of one configuration."""

    g: SemGenerator
    s: SemStyleEncoder
    f: SemMapping
    d: SemDiscriminator

    @classmethod
    def of(cls, generator: type[SemGenerator], config: SemConfig, device: torch.device) -> AttributeNetworks:
        return cls(
            place(generator(config), device),
            place(SemStyleEncoder(config), device),
            SemMapping(config).to(device),
            place(SemDiscriminator(config), device),
        )

    def learning(self) -> dict[str, nn.Module]:
        """The networks that are averaged."""
        return {"g": self.g, "s": self.s, "f": self.f}


class AttributeStyles(AveragedTask):
    """G, F, S and D, which have an output for each state of every attribute.

    States are `(N, A)` of 0 and 1, styles `(N, A, D)`, of the states that are asked for.
    """

    def __init__(
        self,
        networks: AttributeNetworks,
        optimisers: Mapping[str, Optimizer],
        loop: LoopConfig,
        device: torch.device,
        beside: Mapping[str, nn.Module] | None = None,
    ) -> None:
        super().__init__(networks.learning(), optimisers, loop.ema_decay, {"d": networks.d, **(beside or {})})
        self.g, self.s, self.f, self.d = networks.g, networks.s, networks.f, networks.d
        self.device, self._precision = device, loop.precision

    def _encode(self, x: Tensor, present: Tensor) -> Tensor:
        with autocast(self.device, self._precision):
            return choose(self.s(x), present)

    def _verdict(self, x: Tensor, present: Tensor) -> Tensor:
        """D's logit of the active state of every attribute, `(N, A)`."""
        with autocast(self.device, self._precision):
            return choose(self.d(x).unsqueeze(-1), present).squeeze(-1)

    def _turned_over(self, own: Tensor, present: Tensor, latent_dim: int) -> Iterator[Tensor]:
        """Styles `own` with one attribute after another the other way, as the averaged F draws it."""
        for index in range(own.shape[1]):
            flipped = present.clone()
            flipped[:, index] = 1 - present[:, index]
            z = torch.randn(len(present), latent_dim, device=self.device)
            styles = own.clone()
            styles[:, index] = choose(self.ema["f"](z), flipped)[:, index]
            yield styles
