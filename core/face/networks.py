"""The landmark network as functions of arrays; the only part of this package that loads torch."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.models.landmarks import Landmarks


class Networks:
    """Finder and refiner on one device. Not shared between threads."""

    def __init__(self, network: Landmarks, device: torch.device | str) -> None:
        self._device = torch.device(device)
        self._network = network.to(self._device).eval()

    @torch.inference_mode()
    def find(self, image: NDArray[np.uint8]) -> list[NDArray[np.float32]]:
        """The finder's three grids (11, h, w) for one picture (H, W, 3) RGB, H and W multiples of 32."""
        return [_array(out[0]) for out in self._network.forward(self._tensor(image[None]))]

    @torch.inference_mode()
    def refine(self, crops: NDArray[np.uint8]) -> NDArray[np.float32]:
        """The refiner's answers (N, 16) for aligned crops (N, 80, 80, 3) RGB."""
        return _array(self._network.refiner.forward(self._tensor(crops)))

    def _tensor(self, images: NDArray[np.uint8]) -> Tensor:
        """(N, H, W, 3) uint8 as (N, 3, H, W) in [-1, 1]; channels stay last in memory, as CPUs like it."""
        tensor = torch.as_tensor(np.ascontiguousarray(images)).to(self._device)
        return tensor.permute(0, 3, 1, 2).float().div(127.5).sub(1)


def _array(tensor: Tensor) -> NDArray[np.float32]:
    return np.asarray(tensor.float().cpu(), np.float32)
