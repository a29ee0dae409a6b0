"""What the engine answers for one face at crop size. Apart from the engine, so that it needs no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.document.kept import Arrays, Kept, Key


@dataclass(frozen=True, eq=False)
class Preview:
    """One face as the document's edits leave it, at crop size (256).

    `crop` and `original` are uint8 (256, 256, 3) sRGB; `label_map` uint8 (256, 256) is the edited one;
    `touched` float32 (256, 256) in 0..1 is where the crop changed, feather included; `timings` are
    milliseconds by stage (a stage that came from the cache has 0); `notices` are sentences for a person.
    `kept` is what took long to find for the document, to be kept with it.
    """

    crop: NDArray[np.uint8]
    original: NDArray[np.uint8]
    label_map: NDArray[np.uint8]
    touched: NDArray[np.float32]
    timings: Mapping[str, float]
    notices: tuple[str, ...] = ()
    kept: Kept = field(default_factory=dict[Key, Arrays])
