"""The edits of the brush: what is drawn by hand on a face's label map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from core.codec import OMIT_DEFAULT, AtLeast, Within
from core.document.edits import Edit, Point, Share
from core.errors import EditError
from core.labels import Label

Radius = Annotated[float, Within(0, 4096)]


@dataclass(frozen=True, kw_only=True)
class Labelled(Edit):
    """What gives pixels a label has one."""

    label: Label


@dataclass(frozen=True, kw_only=True)
class Painted(Edit):
    """What everything drawn by hand on a face's label map has.

    `points` are (x, y) crop coordinates (pixel centres at .5, crop size 256). Pixels that show a label of
    `keep` stay as they are. `mirrored` does the same on the other side of the face, left for right.
    """

    points: Annotated[tuple[Point, ...], AtLeast(1)]
    keep: Annotated[frozenset[Label], OMIT_DEFAULT] = frozenset()
    mirrored: Annotated[bool, OMIT_DEFAULT] = False


@dataclass(frozen=True, kw_only=True)
class Stroke(Painted, Labelled):
    """A painted line; `radius` in crop pixels.

    `hardness` 1 fades into the photo as narrowly as other edits do, 0 over another radius beside the line.
    `erase` gives the pixels back the label that parsing found, whatever was painted or edited there.
    `pressures` in 0..1 scale the radius point by point; none of them means full pressure everywhere. Raises
    `EditError` when there are some, but not as many as points.
    """

    radius: Radius
    erase: bool = False
    hardness: Annotated[Share, OMIT_DEFAULT] = 1.0
    pressures: Annotated[tuple[Share, ...], OMIT_DEFAULT] = ()

    def __post_init__(self) -> None:
        if self.pressures and len(self.pressures) != len(self.points):
            raise EditError("There must be one pressure for each point of a line.")


@dataclass(frozen=True, kw_only=True)
class Lasso(Painted, Labelled):
    """Give the area that `points` enclose a label, or with `erase` the one that parsing found."""

    erase: bool = False


@dataclass(frozen=True, kw_only=True)
class SmoothBoundary(Painted):
    """Make the boundaries between labels smoother along a line; `radius` in crop pixels."""

    radius: Radius


@dataclass(frozen=True, kw_only=True)
class FillRegion(Labelled):
    """Give the connected area of one label around `point` (crop coordinates) another label."""

    point: Point
