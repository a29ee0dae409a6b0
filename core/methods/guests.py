"""Other people's pixels in the drawing of a layout: what brings them, and what draws, agree on this."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.layout import Layout
from core.render.change import Detail

Image = NDArray[np.float32]


class GuestPixels(Protocol):
    """Part of another photo that takes the place of what would be drawn. All at crop size."""

    @property
    def restyles(self) -> frozenset[Label]:
        """Regions of the own face whose style goes with it, as a neck goes with the head above."""
        ...

    def over_picture(self, drawn: Image, plain: Image, layout: Layout, crop: NDArray[np.uint8]) -> Image:
        """A drawing (S, S, 3) with the guest's pixels; `plain` is it with the guest's own styles."""
        ...

    def over_layer(self, layer: Image, layout: Layout) -> Image:
        """The drawn layer of accessories (S, S, 4) with the guest's own."""
        ...

    def detail(self, layout: Layout, transform: NDArray[np.float64], touched: Image) -> Detail | None:
        """What the guest's photo shows beyond its crop, for the face at `transform`."""
        ...


Guests = tuple[GuestPixels, ...]
