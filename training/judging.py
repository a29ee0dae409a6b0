"""How discriminators see pictures while they and their generators learn: augmented, alone or in pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from core.models.discriminators import Verdict
from training.common import autocast
from training.diffaugment import diff_augment


@dataclass(frozen=True, eq=False)
class Judge:
    """A discriminator's verdicts on pictures `(N, 3, H, W)` and on maps that go with them, which move and are
    cut as the pictures are. With `augment` all that it sees is augmented (Zhao et al. 2020)."""

    network: Callable[..., Verdict]
    augment: bool
    device: torch.device
    precision: str

    def verdict(self, picture: Tensor, *maps: Tensor) -> Verdict:
        return self._verdict(self._seen((picture, *maps), 1))

    def pair(self, real: Sequence[Tensor], fake: Sequence[Tensor]) -> tuple[Verdict, Verdict]:
        """Of real and of drawn ones under the same augmentation, so that their features can be compared; no
        gradient flows through the real one's."""
        both = self._seen([torch.cat(parts) for parts in zip(real, fake, strict=True)], 2)
        halves = [part.chunk(2) for part in both]
        with torch.no_grad():
            truth = self._verdict([first for first, _ in halves])
        return truth, self._verdict([second for _, second in halves])

    def _seen(self, parts: Sequence[Tensor], pairs: int) -> Sequence[Tensor]:
        """The parts augmented alike, of a batch that holds so many parts which share their draws."""
        if not self.augment:
            return parts
        picture, *maps = parts
        seen = diff_augment(picture, pairs, torch.cat(maps, dim=1) if maps else None)
        return seen.split([part.shape[1] for part in parts], dim=1)

    def _verdict(self, parts: Sequence[Tensor]) -> Verdict:
        with autocast(self.device, self.precision):
            return self.network(*parts)
