"""The edits: frozen steps of a document, compared by value, with a JSON form.

Every edit names the face it belongs to (index into the document's faces), can be disabled, and carries
whatever chance needs (a seed inside its style source), so that a document renders the same pixels again.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.labels import Label


@dataclass(frozen=True)
class Own:
    """The style that the photo itself has."""


@dataclass(frozen=True)
class Seed:
    """A random style; the same seed gives the same style.

    `truncation` in 0..1 draws it towards the average style: 1 is as drawn, 0 the average itself.
    """

    seed: int
    truncation: float = 1.0


@dataclass(frozen=True)
class Reference:
    """The style of another face: `key` names a reference of the document, `face` one of its faces."""

    key: str
    face: int = 0


@dataclass(frozen=True)
class Blend:
    """`first` at amount 0, `second` at amount 1, linear in style space."""

    first: Source
    second: Source
    amount: float


Source = Own | Seed | Reference | Blend


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What every edit has."""

    face: int = 0
    enabled: bool = True


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


@dataclass(frozen=True, kw_only=True)
class SetAttribute(Edit):
    """Turn an attribute on or off, or change how it looks when it is on already (SMILE_SEM).

    `strength` in 0..1 goes from the photo's own style code to the full one of `source`.
    """

    attribute: str
    present: bool
    source: Source = Seed(0)
    strength: float = 1.0


@dataclass(frozen=True, kw_only=True)
class SetRegionStyle(Edit):
    """Give a region (a name of `core.labels.GROUPS`) the look of a source (SMILE_SYN)."""

    region: str
    source: Source
    strength: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Direction(Edit):
    """Move the styles of the face along a direction that the pack names; `amount` in -1..1.

    With `region` (a name of `core.labels.GROUPS`) only there.
    """

    name: str
    amount: float
    region: str = ""


@dataclass(frozen=True, kw_only=True)
class HeadSwap(Edit):
    """Put the head of a reference on these shoulders: its identity, hair and accessories, in the pose and the
    light of the photo. `part` is a name of `core.labels.HEAD_PARTS`: the whole head, its face, its hair (and
    hat) or its eyeglasses."""

    reference: Reference
    part: str = "head"


AnyEdit = Stroke | Lasso | SmoothBoundary | FillRegion | SetAttribute | SetRegionStyle | Direction | HeadSwap
