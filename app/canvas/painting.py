"""The label map under the brush: painted at once on the UI thread, while the engine follows."""

from __future__ import annotations

import math
from collections.abc import Set

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from app.canvas.geometry import Box, Point, segment_cover
from core.document.edits import FillRegion
from core.labels import NUM_LABELS, Label, palette

_CLOSEST = 0.2  # crop pixels: mouse moves shorter than this add nothing to a stroke


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
        self._stroke: list[Point] = []
        self._label, self._radius, self._erase = Label.SKIN, 1.0, False
        self._refresh((0, 0, width, height))

    @property
    def painting(self) -> bool:
        """Whether a stroke is on its way."""
        return bool(self._stroke)

    @property
    def radius(self) -> float:
        """Of the stroke on its way, in crop pixels: fixed when it began."""
        return self._radius

    def sync(self, edited: NDArray[np.uint8] | None) -> None:
        """Take the engine's label map (None: the parsed one); a stroke on its way stays on top."""
        self.labels[:] = self.parsed if edited is None else edited
        self._replay()
        self._refresh(self._all())

    def hide(self, labels: Set[Label]) -> None:
        """Leave these labels out of the overlay."""
        self._colours = _colour_table(labels)
        self._refresh(self._all())

    def begin(self, label: Label, radius: float, erase: bool, at: Point) -> Box:
        """Start a stroke with a dab; returns the box that changed."""
        self._label, self._radius, self._erase = label, radius, erase
        self._stroke = [at]
        return self._dab(at, at)

    def extend(self, to: Point) -> Box:
        """Go on to a point; returns the box that changed (empty when the way was too short)."""
        last = self._stroke[-1]
        if math.dist(last, to) < _CLOSEST:
            return (0, 0, 0, 0)
        self._stroke.append(to)
        return self._dab(last, to)

    def fill(self, label: Label, at: Point) -> None:
        """Give the connected area around a point another label, as the engine will."""
        from core.methods.layout import Layout, fill_region

        edit = FillRegion(label=label, point=at)
        self.labels[:] = fill_region(Layout.of(self.labels), edit).label_map
        self._refresh(self._all())

    def finish(self) -> tuple[Point, ...]:
        """End the stroke; returns its points."""
        points, self._stroke = tuple(self._stroke), []
        return points

    def _dab(self, a: Point, b: Point) -> Box:
        box = self._cover(a, b)
        self._refresh(box)
        return box

    def _cover(self, a: Point, b: Point) -> Box:
        height, width = self.labels.shape
        box, mask = segment_cover(a, b, self._radius, (height, width))
        x0, y0, x1, y1 = box
        area = self.labels[y0:y1, x0:x1]
        if self._erase:
            area[mask] = self.parsed[y0:y1, x0:x1][mask]
        else:
            area[mask] = self._label
        return box

    def _replay(self) -> None:
        for a, b in zip(self._stroke[:1] + self._stroke[:-1], self._stroke, strict=True):
            self._cover(a, b)

    def _refresh(self, box: Box) -> None:
        x0, y0, x1, y1 = box
        self._pixels[y0:y1, x0:x1] = self._colours[self.labels[y0:y1, x0:x1]]

    def _all(self) -> Box:
        height, width = self.labels.shape
        return (0, 0, width, height)


def _colour_table(hidden: Set[Label]) -> NDArray[np.uint32]:
    """(256,) premultiplied ARGB; background, unknown and hidden labels are clear."""
    rgb = palette().astype(np.uint32)
    table = (np.uint32(0xFF) << 24) | (rgb[:, 0] << 16) | (rgb[:, 1] << 8) | rgb[:, 2]
    table = table.astype(np.uint32)
    table[NUM_LABELS:] = 0
    for label in {Label.BACKGROUND, *hidden}:
        table[label] = 0
    return table
