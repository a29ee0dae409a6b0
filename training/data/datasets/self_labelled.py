"""Portraits without label maps, labelled by a pack's parser that sees them several times (self-training).

The mean over augmented views says where the parser is sure (after Radosavovic et al. 2018, "Data
distillation"); eyes, brows and lips are the face mesh's.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from core.labels import IGNORE, NUM_LABELS, flip_table
from core.render.runtime import as_array
from training.data.datasets.unlabelled import UnlabelledPortraits
from training.data.mesh_labels import paint_parts

SURE = 0.75
"""Of the views' mean probability; what is less is unknown."""
_SIZES = (224, 256, 320)
"""Sides of the views: a person stands at several distances."""
_GAINS = (0.75, 1.0, 1.2)


class SelfLabelledPortraits(UnlabelledPortraits):
    """A portraits folder without `labels/`; what the parser is not sure of gets no label."""

    def label_map(self, portrait_id: str) -> NDArray[np.uint8]:
        """Label ids `(256, 256)`, 255 where unknown. Raises `PackError` when there is no such pack."""
        covered = self.covered(portrait_id)
        shares = self._shares(self.image(portrait_id))
        sure = shares.max(axis=0) >= SURE
        found = paint_parts(shares.argmax(axis=0).astype(np.uint8), self.mesh(portrait_id))
        exact = paint_parts(np.ones_like(found), self.mesh(portrait_id)) != 1
        return np.where(covered & (sure | exact), found, np.uint8(IGNORE))

    def _shares(self, image: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Mean probability of each label over the views `(19, 256, 256)`."""
        networks = self._parsing.networks

        def work() -> NDArray[np.float32]:
            parser = networks.network("parser")
            each = [_turned_back(parser(view)[:, :NUM_LABELS], flipped, image.shape[0])
                    for view, flipped in _views(networks.runtime.rgb(image))]  # fmt: skip
            return as_array(torch.stack(each).mean(dim=0)[0])

        return networks.runtime.run(work)


def _views(x: Tensor) -> Iterator[tuple[Tensor, bool]]:
    """`(1, 3, H, W)` in [-1, 1] at every size, each once mirrored, and in another light."""
    for number, (size, gain) in enumerate(zip(_SIZES, _GAINS, strict=True)):
        seen = F.interpolate(x, (size, size), mode="bilinear", align_corners=False, antialias=True)
        lit = ((seen + 1) * gain - 1).clamp(-1, 1)
        yield (lit if number % 2 else seen), False
        yield (seen if number % 2 else lit).flip(3), True


def _turned_back(logits: Tensor, flipped: bool, size: int) -> Tensor:
    """Probabilities `(1, 19, size, size)` as the picture lies."""
    shares = F.interpolate(logits.float().softmax(dim=1), (size, size), mode="bilinear", align_corners=False)
    if not flipped:
        return shares
    order = torch.from_numpy(flip_table()[:NUM_LABELS].astype(np.int64))
    return shares.flip(3)[:, order]
