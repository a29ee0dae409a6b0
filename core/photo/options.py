"""How a photo leaves, as a value: the window, the command line and batches all fill in this one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from core.errors import EditError
from core.photo.credentials import Credentials

Metadata = Literal["all", "no-place", "none"]
METADATA: tuple[Metadata, ...] = get_args(Metadata)
"""What goes along: everything; all but where the photo was taken; only the colour profile. Each says that a
trained model changed parts of the photo."""

SMALLEST_SIDE, LARGEST_SIDE = 16, 65_535


@dataclass(frozen=True)
class SaveOptions:
    """`quality` 1..100 is for JPEG, WebP and AVIF (WebP at 100 is lossless). A photo whose longest side has
    more than `longest_side` pixels is made smaller, never larger. `credentials` sign the file."""

    quality: int = 95
    longest_side: int | None = None
    metadata: Metadata = "all"
    credentials: Credentials | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.quality <= 100:
            raise EditError(f"A quality is a number from 1 to 100, not {self.quality}.")
        if self.longest_side is not None and not SMALLEST_SIDE <= self.longest_side <= LARGEST_SIDE:
            raise EditError(
                f"The longest side is from {SMALLEST_SIDE} to {LARGEST_SIDE} pixels, not {self.longest_side}."
            )
        if self.metadata not in METADATA:
            raise EditError(f"Metadata is one of {', '.join(METADATA)}, not “{self.metadata}”.")
