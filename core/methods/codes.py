"""Style codes of a face's regions, as methods hand them on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels import Label


@dataclass(frozen=True, eq=False)
class RegionCodes:
    """Styles `codes` (19, D) of the regions; where `valid` (19,) is False the face has no such region."""

    codes: NDArray[np.float32]
    valid: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class StyledFace:
    """The styles to render with, and the regions whose own style was replaced or changed."""

    codes: NDArray[np.float32]
    restyled: frozenset[Label]
    notices: tuple[str, ...]
