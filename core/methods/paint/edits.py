"""The edits of the brush: what is drawn by hand on a face's label map."""

from __future__ import annotations

from dataclasses import dataclass

from core.document.edits import Edit
from core.labels import Label


@dataclass(frozen=True, kw_only=True)
class Painted(Edit):
    """What everything drawn by hand on a face's label map has.

    `points` are (x, y) crop coordinates (pixel centres at .5, crop size 256). Pixels that show a label of
    `keep` stay as they are. `mirrored` does the same on the other side of the face, left for right.
    """

    points: tuple[tuple[float, float], ...]
    keep: frozenset[Label] = frozenset()
    mirrored: bool = False


@dataclass(frozen=True, kw_only=True)
class Stroke(Painted):
    """A painted line; `radius` in crop pixels.

    `hardness` 1 fades into the photo as narrowly as other edits do, 0 over another radius beside the line.
    `erase` gives the pixels back the label that parsing found, whatever was painted or edited there.
    `pressures` in 0..1 scale the radius point by point; none of them means full pressure everywhere.
    """

    label: Label
    radius: float
    erase: bool = False
    hardness: float = 1.0
    pressures: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Lasso(Painted):
    """Give the area that `points` enclose a label, or with `erase` the one that parsing found."""

    label: Label
    erase: bool = False


@dataclass(frozen=True, kw_only=True)
class SmoothBoundary(Painted):
    """Make the boundaries between labels smoother along a line; `radius` in crop pixels."""

    radius: float


@dataclass(frozen=True, kw_only=True)
class FillRegion(Edit):
    """Give the connected area of one label around `point` (crop coordinates) another label."""

    label: Label
    point: tuple[float, float]
