"""What the brush, the lasso and the bucket do to a layout."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.labels import Label, best_label, flip_table
from core.methods.layout import Area, Layout, labelled
from core.methods.paint.edits import FillRegion, Lasso, Painted, SmoothBoundary, Stroke
from core.methods.paint.strokes import mirrored, stroke_area
from core.methods.paint.tuning import TUNING
from core.opencv import cv2


def paint(layout: Layout, edit: Stroke | Lasso | SmoothBoundary) -> Layout:
    """Carry out what was drawn by hand."""
    layout = _paint_side(layout, edit)
    if not edit.mirrored:
        return layout
    other = replace(edit, points=mirrored(edit.points, layout.label_map.shape[1]))
    if not isinstance(other, SmoothBoundary):
        other = replace(other, label=Label(int(flip_table()[other.label])))
    return _paint_side(layout, other)


def _paint_side(layout: Layout, edit: Stroke | Lasso | SmoothBoundary) -> Layout:
    area = painted_area(edit, layout.label_map.shape) & ~labelled(layout.label_map, edit.keep)
    if isinstance(edit, SmoothBoundary):
        return smooth_boundary(layout, area)
    if edit.erase:
        return layout.restore(area)
    return _softened(layout.put(edit.label, area), edit, area)


def _softened(layout: Layout, edit: Stroke | Lasso, area: Area) -> Layout:
    """The layout with the fading that a soft brush asks for around what it painted."""
    width = (1.0 - edit.hardness) * edit.radius if isinstance(edit, Stroke) else 0.0
    if width <= 0:
        return layout
    side = 2 * int(np.ceil(width)) + 1
    near = cv2.dilate(area.astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))) > 0
    before = np.zeros(area.shape, np.float32) if layout.softness is None else layout.softness
    return replace(layout, softness=np.where(near, np.maximum(before, np.float32(width)), before))


def painted_area(edit: Painted, shape: tuple[int, ...]) -> Area:
    """Pixels (H, W) that something drawn by hand covers, on its own side."""
    if isinstance(edit, Stroke):
        return stroke_area(edit.points, edit.radius, shape, edit.pressures)
    if isinstance(edit, SmoothBoundary):
        return stroke_area(edit.points, edit.radius, shape)
    return enclosed_area(edit.points, shape)


def enclosed_area(points: tuple[tuple[float, float], ...], shape: tuple[int, ...]) -> Area:
    """Pixels (H, W) inside the polygon through `points`, and under its line."""
    area = np.zeros(shape[:2], np.uint8)
    corners = np.floor(np.array(points, np.float64)).astype(np.int32)
    cv2.fillPoly(area, [corners.clip(-(2**14), 2**14)], 1)
    return area > 0


def smooth_boundary(layout: Layout, area: Area) -> Layout:
    """The layout with every pixel of `area` given the label that most of its surroundings show."""
    if not area.any():
        return layout
    labels, sigma = np.unique(layout.label_map), TUNING.at(len(area)).smoothing
    votes = np.empty((len(labels), *area.shape), np.float32)
    for index, label in enumerate(labels):
        votes[index] = cv2.GaussianBlur((layout.label_map == label).astype(np.float32), (0, 0), sigma)
    smoothed = labels[best_label(votes)]
    for label in labels:
        changed = area & (smoothed == label) & (layout.label_map != label)
        if changed.any():
            layout = layout.put(Label(int(label)), changed)
    return layout


def fill_region(layout: Layout, fill: FillRegion) -> Layout:
    """Give the connected area around a point another label. A point outside the crop does nothing."""
    height, width = layout.label_map.shape
    column, row = int(np.floor(fill.point[0])), int(np.floor(fill.point[1]))
    if not (0 <= row < height and 0 <= column < width):
        return layout
    same = (layout.label_map == layout.label_map[row, column]).astype(np.uint8)
    parts = np.asarray(cv2.connectedComponents(same, connectivity=4)[1], np.int32)
    return layout.put(fill.label, parts == parts[row, column])
