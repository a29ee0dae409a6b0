"""The layout of a face while edits are carried out on it, and the edits that are painted by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from core.document.edits import FillRegion, Source, Stroke
from core.labels import Label
from core.methods.rules import LAYERED
from core.opencv import cv2

LabelMap = NDArray[np.uint8]
Area = NDArray[np.bool_]


def _nothing_brought() -> Mapping[Label, Source]:
    return {}


@dataclass(frozen=True, eq=False)
class Layout:
    """A label map in the making.

    `parsed` is what the photo shows, `label_map` what the edits made of it and `beneath` the same without
    the layered accessories that edits put on (eyeglasses, earrings): all uint8 (256, 256). `brought` says
    where the style of a region that an edit brought comes from; `notices` are for a person. `owner` says
    whose head a pixel shows: 0 the photo's own, k that of the k-th head swap.
    """

    parsed: LabelMap
    label_map: LabelMap
    beneath: LabelMap
    brought: Mapping[Label, Source] = field(default_factory=_nothing_brought)
    notices: tuple[str, ...] = ()
    owner: NDArray[np.uint8] | None = None

    @property
    def renewed(self) -> Area | None:
        """Pixels that show another's head; None where nothing was swapped."""
        return None if self.owner is None else self.owner > 0

    @classmethod
    def of(cls, parsed: LabelMap) -> Layout:
        """The layout before any edit."""
        return cls(parsed, parsed, parsed)

    def put(self, label: Label, area: Area) -> Layout:
        """The layout with one label in `area`: over what is there if it is layered, else in its place."""
        label_map = np.where(area, np.uint8(label), self.label_map)
        if label in LAYERED:
            return replace(self, label_map=label_map)
        return replace(self, label_map=label_map, beneath=np.where(area, np.uint8(label), self.beneath))

    def restore(self, area: Area) -> Layout:
        """The layout with the parsed labels back in `area`."""
        label_map = np.where(area, self.parsed, self.label_map)
        return replace(self, label_map=label_map, beneath=np.where(area, self.parsed, self.beneath))

    def with_notice(self, text: str) -> Layout:
        return self if text in self.notices else replace(self, notices=(*self.notices, text))


def paint_stroke(layout: Layout, stroke: Stroke) -> Layout:
    """Carry out one stroke of brush or eraser."""
    area = stroke_area(stroke.points, stroke.radius, layout.label_map.shape)
    return layout.restore(area) if stroke.erase else layout.put(stroke.label, area)


def stroke_area(points: tuple[tuple[float, float], ...], radius: float, shape: tuple[int, ...]) -> Area:
    """Pixels (H, W) whose centre lies within `radius` of the line through `points`.

    The pixel under each point is always part, so that a dab of the finest brush does something.
    """
    area = np.zeros(shape, np.bool_)
    for start, end in zip(points, points[1:] or points, strict=False):
        _paint_segment(area, start, end, max(radius, 0.5))
    for x, y in points:
        column, row = int(np.floor(x)), int(np.floor(y))
        if 0 <= row < shape[0] and 0 <= column < shape[1]:
            area[row, column] = True
    return area


def _paint_segment(area: Area, start: tuple[float, float], end: tuple[float, float], radius: float) -> None:
    height, width = area.shape
    left = max(int(np.floor(min(start[0], end[0]) - radius)), 0)
    right = min(int(np.ceil(max(start[0], end[0]) + radius)) + 1, width)
    top = max(int(np.floor(min(start[1], end[1]) - radius)), 0)
    bottom = min(int(np.ceil(max(start[1], end[1]) + radius)) + 1, height)
    if left >= right or top >= bottom:
        return
    x = np.arange(left, right)[None, :] + 0.5 - start[0]
    y = np.arange(top, bottom)[:, None] + 0.5 - start[1]
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = np.clip((x * dx + y * dy) / length, 0.0, 1.0) if length > 0 else np.zeros((1, 1))
    near = (x - along * dx) ** 2 + (y - along * dy) ** 2 <= radius * radius
    area[top:bottom, left:right] |= near


def fill_region(layout: Layout, fill: FillRegion) -> Layout:
    """Give the connected area around a point another label. A point outside the crop does nothing."""
    height, width = layout.label_map.shape
    column, row = int(np.floor(fill.point[0])), int(np.floor(fill.point[1]))
    if not (0 <= row < height and 0 <= column < width):
        return layout
    same = (layout.label_map == layout.label_map[row, column]).astype(np.uint8)
    parts = np.asarray(cv2.connectedComponents(same, connectivity=4)[1], np.int32)
    return layout.put(fill.label, parts == parts[row, column])


def drop_specks(area: Area, fewest: int) -> Area:
    """The area without connected parts of fewer than `fewest` pixels."""
    found = cv2.connectedComponentsWithStats(area.astype(np.uint8), connectivity=8)
    parts, stats = np.asarray(found[1], np.int32), np.asarray(found[2], np.int32)
    kept = np.asarray(stats[:, cv2.CC_STAT_AREA] >= fewest, np.bool_)
    kept[0] = False
    return kept[parts]


def labelled(label_map: LabelMap, labels: Collection[Label]) -> Area:
    """Where the map shows one of the labels."""
    table = np.zeros(256, np.bool_)
    table[list(labels)] = True
    return table[label_map]


def best_label(logits: NDArray[np.float32]) -> LabelMap:
    """The likeliest label of every pixel: logits (L, H, W) -> uint8 (H, W); the first of equals.

    As `argmax` over the first axis, and ten times as fast, since it runs along memory.
    """
    best = logits[0].copy()
    label_map = np.zeros(best.shape, np.uint8)
    for label in range(1, len(logits)):
        better = (logits[label] > best).view(np.uint8)
        np.maximum(best, logits[label], out=best)
        np.maximum(label_map, better * np.uint8(label), out=label_map)
    return label_map


def label_shares(label_map: LabelMap, labels: int, size: int) -> NDArray[np.float32]:
    """One-hot map (L, size, size) of a label map whose side is a multiple of `size`, areas averaged."""
    step = label_map.shape[0] // size
    shares = np.empty((labels, size, size), np.float32)
    for label in range(labels):
        area = (label_map == label).view(np.uint8).astype(np.uint16)
        rows = area[::step].copy()
        for i in range(1, step):
            rows += area[i::step]
        shares[label] = rows[:, ::step]
        for i in range(1, step):
            shares[label] += rows[:, i::step]
    shares *= np.float32(1 / step**2)
    return shares
