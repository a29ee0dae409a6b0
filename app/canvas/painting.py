"""The label map under the brush: painted at once on the UI thread, while the engine follows."""

from __future__ import annotations

import math
from collections.abc import Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from core.labels import NUM_LABELS, Label, flip_table, palette
from core.methods.paint.edits import FillRegion, Lasso, SmoothBoundary, Stroke
from core.methods.paint.strokes import Box, Point, mirrored, segment_cover

_CLOSEST = 0.2  # crop pixels: mouse moves shorter than this add nothing to a stroke
NOWHERE: Box = (0, 0, 0, 0)


@dataclass(frozen=True)
class Dab:
    """What a brush does where it goes; see `Stroke` for the fields."""

    label: Label
    radius: float
    erase: bool = False
    keep: frozenset[Label] = frozenset()
    mirrored: bool = False
    hardness: float = 1.0


class LabelPaint:
    """The label map of one face as the person sees it, and its overlay image.

    `labels` is what the engine last said, with the strokes since then painted over it; `parsed` is what the
    eraser brings back. The overlay's pixels are premultiplied ARGB, updated only where a dab fell.
    """

    def __init__(self, parsed: NDArray[np.uint8]) -> None:
        height, width = parsed.shape
        self.parsed = parsed
        self.labels = parsed.copy()
        self._colours = _colour_table(frozenset())
        self._pixels = np.zeros((height, width), np.uint32)
        self.overlay = QImage(
            self._pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
        )
        self._covered = np.zeros((height, width), np.uint8)  # by the stroke on its way: on which side
        self._points: list[Point] = []
        self._pressures: list[float] = []
        self._dab = Dab(Label.SKIN, 1.0)
        self._refresh((0, 0, width, height))

    @property
    def painting(self) -> bool:
        """Whether a stroke is on its way."""
        return bool(self._points)

    @property
    def radius(self) -> float:
        """Of the stroke on its way, in crop pixels: fixed when it began."""
        return self._dab.radius

    def sync(self, edited: NDArray[np.uint8] | None) -> None:
        """Take the engine's label map (None: the parsed one); a stroke on its way stays on top."""
        self.labels[:] = self.parsed if edited is None else edited
        if self._dab.keep and self._dab.mirrored:  # what one side painted may be kept from the other
            for index in range(len(self._points)):
                self._segment(index)
        elif self._points:
            self._lay_stroke()
        self._refresh(self._all())

    def hide(self, labels: Set[Label]) -> None:
        """Leave these labels out of the overlay."""
        self._colours = _colour_table(labels)
        self._refresh(self._all())

    def begin(self, dab: Dab, at: Point, pressure: float = 1.0) -> Box:
        """Start a stroke; returns the box that changed."""
        self._dab, self._points, self._pressures = dab, [at], [pressure]
        self._covered[:] = 0
        return self._segment(0)

    def extend(self, to: Point, pressure: float = 1.0) -> Box:
        """Go on to a point; returns the box that changed (empty when the way was too short)."""
        if math.dist(self._points[-1], to) < _CLOSEST:
            return NOWHERE
        self._points.append(to)
        self._pressures.append(pressure)
        return self._segment(len(self._points) - 1)

    def finish(self, face: int = 0) -> Stroke:
        """End the stroke; returns it as an edit of that face."""
        dab, pressures = self._dab, tuple(self._pressures)
        stroke = Stroke(
            face=face, label=dab.label, points=tuple(self._points), radius=dab.radius, erase=dab.erase,
            keep=dab.keep, mirrored=dab.mirrored, hardness=dab.hardness,
            pressures=() if all(pressure == 1.0 for pressure in pressures) else pressures,
        )  # fmt: skip
        self._points, self._pressures = [], []
        return stroke

    def apply(self, edit: FillRegion | Lasso | SmoothBoundary) -> None:
        """Carry out an edit at once, as the engine will."""
        from core.methods.layout import Layout
        from core.methods.paint.brush import fill_region, paint

        layout = replace(Layout.of(self.parsed), label_map=self.labels.copy(), base=self.labels.copy())
        done = fill_region(layout, edit) if isinstance(edit, FillRegion) else paint(layout, edit)
        self.labels[:] = done.label_map
        self._refresh(self._all())

    def _segment(self, index: int) -> Box:
        """Paint up to a point of the stroke, on both sides where it is mirrored."""
        dab, first = self._dab, max(index - 1, 0)
        ends = (self._points[first], self._points[index])
        radii = (dab.radius * self._pressures[first], dab.radius * self._pressures[index])
        box = self._cover(ends, radii, 1)
        if not dab.mirrored:
            return box
        other = mirrored(ends, self.labels.shape[1])
        return _joined(box, self._cover((other[0], other[1]), radii, 2))

    def _given(self) -> NDArray[np.uint8]:
        """The label that the stroke gives, by side: 1 is where the brush went, 2 its mirror image."""
        label = self._dab.label
        return np.array([Label.BACKGROUND, label, flip_table()[label]], np.uint8)

    def _lay_stroke(self) -> None:
        """Paint the stroke on its way over other labels, at once and not move by move."""
        mask = self._covered > 0
        if self._dab.keep:
            mask &= ~np.isin(self.labels, list(self._dab.keep))
        given = self.parsed if self._dab.erase else self._given()[self._covered]
        self.labels[mask] = given[mask]

    def _cover(self, ends: tuple[Point, Point], radii: tuple[float, float], side: int) -> Box:
        box, mask = segment_cover(*ends, radii, self.labels.shape)
        x0, y0, x1, y1 = box
        area = self.labels[y0:y1, x0:x1]
        self._covered[y0:y1, x0:x1][mask] = side
        if self._dab.keep:
            mask &= ~np.isin(area, list(self._dab.keep))
        if self._dab.erase:
            area[mask] = self.parsed[y0:y1, x0:x1][mask]
        else:
            area[mask] = self._given()[side]
        self._refresh(box)
        return box

    def _refresh(self, box: Box) -> None:
        x0, y0, x1, y1 = box
        self._pixels[y0:y1, x0:x1] = self._colours[self.labels[y0:y1, x0:x1]]

    def _all(self) -> Box:
        height, width = self.labels.shape
        return (0, 0, width, height)


def _joined(a: Box, b: Box) -> Box:
    if a[0] >= a[2] or b[0] >= b[2]:
        return a if b[0] >= b[2] else b
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def _colour_table(hidden: Set[Label]) -> NDArray[np.uint32]:
    """(256,) premultiplied ARGB; background, unknown and hidden labels are clear."""
    rgb = palette().astype(np.uint32)
    table = (np.uint32(0xFF) << 24) | (rgb[:, 0] << 16) | (rgb[:, 1] << 8) | rgb[:, 2]
    table = table.astype(np.uint32)
    table[NUM_LABELS:] = 0
    for label in {Label.BACKGROUND, *hidden}:
        table[label] = 0
    return table
