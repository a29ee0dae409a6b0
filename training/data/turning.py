"""Portraits turned in 3D: picture and label map moved by the face mesh, and by a round skull behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import LinearNDInterpolator

from core.labels import BODY, IGNORE, Label
from core.methods.accessories.head import Head, fit_head
from core.opencv import cv2

Float = NDArray[np.float32]
Scalar = TypeVar("Scalar", bound=np.generic)
MESH = 468
_FINE = 2
"""Moved points a pixel, each way, so that few pixels are hit by none."""
_ROUND, _DEEPEST = 0.8, 0.55
"""The skull goes back by this many pixels for each beside the face, up to this share of the face's width."""
_TORN, _CRACK = 2.5, 3.0
"""Neighbours that come to lie farther apart than so many pixels are torn from each other; holes up to so many
pixels from a point are cracks in one surface."""
_AXIS = 75.0
"""Of a head's turn, behind the pupils, in its units."""
_NECK = 0.6
"""Below the chin the turn fades out within this share of the face's width."""


@dataclass(frozen=True, eq=False)
class Turn:
    """Where each pixel of the turned picture comes from, `(256, 256)` x and y in pixel indices, and the mesh
    `(478, 3)` as it then is."""

    x: Float
    y: Float
    mesh: Float

    def picture(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """A picture `(256, 256[, C])`, turned."""
        return np.asarray(cv2.remap(image, self.x, self.y, cv2.INTER_LINEAR), np.uint8)

    def labels(self, label_map: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """A label map `(256, 256)`, turned by the same."""
        return np.asarray(cv2.remap(label_map, self.x, self.y, cv2.INTER_NEAREST), np.uint8)


def turn(label_map: NDArray[np.uint8], mesh: NDArray[np.floating], degrees: float) -> Turn:
    """A turn of the head by so many degrees, positive towards the right of the picture.

    `label_map` says what belongs to the head: the body below the neck and what is behind stay.
    Raises `ValueError` for a mesh that is none.
    """
    head = fit_head(mesh)
    axis = head.to_crop(np.array([[0.0, 0.0, _AXIS]]))[0]
    depth, weight = _depth(label_map, mesh, head), _weight(label_map, mesh, head)
    columns = np.mgrid[0 : len(label_map), 0 : len(label_map)][1].astype(np.float32)
    moved, away = _rotated(columns + 0.5, depth, axis, degrees)
    x = columns + (moved - 0.5 - columns) * weight
    source_x, source_y = _gathered(x, away + (1 - weight) * 1e4, weight < 0.05)
    turned = mesh.astype(np.float32).copy()
    turned[:, 0], turned[:, 2] = _rotated(turned[:, 0], turned[:, 2], axis, degrees)
    return Turn(source_x, source_y, turned)


def _rotated(x: Float, z: Float, axis: NDArray[Any], degrees: float) -> tuple[Float, Float]:
    """Positions and depths about a vertical axis; what is nearer than the axis goes where the face looks."""
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    across, deep = x - np.float32(axis[0]), z - np.float32(axis[2])
    return (axis[0] + across * cos - deep * sin).astype(np.float32), (
        axis[2] + across * sin + deep * cos
    ).astype(np.float32)


def _depth(label_map: NDArray[np.uint8], mesh: NDArray[np.floating], head: Head) -> Float:
    """Depth of every pixel: the mesh's inside the face, a ball's around it."""
    rows, columns = np.mgrid[0 : len(label_map), 0 : len(label_map)] + 0.5
    points = mesh[:MESH].astype(np.float64)
    depth = LinearNDInterpolator(points[:, :2], points[:, 2])(columns, rows).astype(np.float32)
    outside = np.isnan(depth)
    away, nearest = cv2.distanceTransformWithLabels(
        outside.astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    spot = np.asarray(nearest, np.int64)
    known = np.zeros(int(spot.max()) + 1, np.float32)
    known[spot[~outside]] = depth[~outside]
    deepest = _DEEPEST * head.face_width * head.scale
    back = np.minimum(_ROUND * away, np.maximum(deepest - _ROUND * 0.2 * away, 0.3 * deepest))
    return cv2.GaussianBlur(np.where(outside, known[spot] + back, depth), (0, 0), 3.0).astype(np.float32)


def _weight(label_map: NDArray[np.uint8], mesh: NDArray[np.floating], head: Head) -> Float:
    """0..1: how far each pixel goes with the head. Behind a person nothing moves."""
    rows = np.mgrid[0 : len(label_map), 0 : len(label_map)][0] + 0.5
    fading = 1 - (rows - float(mesh[152, 1])) / (_NECK * head.face_width * head.scale)
    turning = np.where(np.isin(label_map, (Label.HAIR, Label.HAT, Label.NECK, Label.NECK_L)), fading, 1.0)
    body = np.isin(label_map, list(BODY - {Label.NECK, Label.NECK_L})) | (label_map == IGNORE)
    weight = np.where(body, 0.0, turning.clip(0, 1)).astype(np.float32)
    # Softly only inwards: strands at the border must not pull the wall along.
    return np.minimum(weight, cv2.GaussianBlur(weight, (0, 0), 2.0) * 2).clip(0, 1).astype(np.float32)


def _gathered(x: Float, depth: NDArray[np.floating], still: NDArray[np.bool_]) -> tuple[Float, Float]:
    """The nearest source of each pixel, `x` saying where every pixel went.

    Cracks take what is beside them; what the head uncovered takes what is beside it of what stood `still`.
    """
    size = len(x)
    fine = (size * _FINE, size * _FINE)
    columns, rows = np.meshgrid(*[np.arange(size, dtype=np.float32)] * 2)
    goes, deep, from_x, from_y = (
        cv2.resize(values.astype(np.float32), fine, interpolation=cv2.INTER_LINEAR)
        for values in (x, depth, columns, rows)
    )
    # Between a head and the wall behind it nothing is: points that were drawn out there are none.
    border = np.asarray(cv2.dilate(still.astype(np.uint8), np.ones((7, 7), np.uint8)))
    near = cv2.resize(border, fine, interpolation=cv2.INTER_NEAREST) > 0
    torn = near & (np.abs(np.gradient(goes, axis=1)) > _TORN / _FINE)
    order = np.argsort(-deep.ravel())
    order = order[~torn.ravel()[order]]
    to_x, to_y = np.round(goes.ravel()[order]).astype(int), np.round(from_y.ravel()[order]).astype(int)
    inside = (to_x >= 0) & (to_x < size)
    source = np.full((size, size), -1, np.int64)
    source[to_y[inside], to_x[inside]] = order[inside]  # the last one written is the nearest
    source = _beside(source, source < 0, _CRACK)
    behind = np.where(still.ravel()[_coarse(source, size)], source, -1)
    source = np.where(source < 0, _beside(behind, behind < 0, np.inf), source)
    chosen = _beside(source, source < 0, np.inf)
    # From where the chosen point went to the middle of that pixel is less than one on.
    to_x, to_y = np.round(goes.ravel()[chosen]), np.round(from_y.ravel()[chosen])
    x_there = from_x.ravel()[chosen] + to_x - goes.ravel()[chosen]
    return x_there.astype(np.float32), to_y.astype(np.float32)


def _coarse(source: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Indices of pixels, of indices of the points that are `_FINE` times as many each way."""
    fine = size * _FINE
    return np.maximum(source, 0) // fine // _FINE * size + np.maximum(source, 0) % fine // _FINE


def _beside(source: NDArray[np.int64], holes: NDArray[np.bool_], reach: float) -> NDArray[np.int64]:
    """`source` with holes filled from the nearest other place, if it is not farther than `reach` pixels."""
    if holes.all() or not holes.any():
        return source
    away, nearest = cv2.distanceTransformWithLabels(
        holes.astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    spot = np.asarray(nearest, np.int64)
    filled = np.zeros(int(spot.max()) + 1, np.int64)
    filled[spot[~holes]] = source[~holes]
    return np.where(holes & (away <= reach), filled[spot], source)
