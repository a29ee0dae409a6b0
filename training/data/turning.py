"""Heads turned aside: a portrait lifted to a surface by its face mesh, rotated and drawn again.

The portraits are almost all frontal; photos are not. The mesh gives the depth of the face, the label map the
outline of the head, and the back of the head is half a ball painted with its hair. That is crude, and good
enough to teach a landmark network what half and full profiles look like.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.opencv import cv2

_HEAD = (
    Label.SKIN, Label.NOSE, Label.EYE_G, Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.L_EAR,
    Label.R_EAR, Label.MOUTH, Label.U_LIP, Label.L_LIP, Label.HAIR, Label.HAT,
)  # fmt: skip
_POINT_VERTICES = (468, 473, 4, 61, 291)
"""Mesh vertices nearest to the five points."""
_SUPERSAMPLE = 2
SIZE = 192
"""Side of a turned head's picture; its 256-crop coordinates are scaled by SIZE / 256."""


@dataclass(frozen=True, eq=False)
class Surface:
    """A portrait as coloured points in space, in crop pixels; z grows away from the camera."""

    xyz: NDArray[np.float32]
    """(N, 3): front of the person, then the back of the head."""
    colour: NDArray[np.uint8]
    """(N, 3) RGB."""
    points: NDArray[np.float32]
    """(5, 3): the five points."""
    pivot: NDArray[np.float32]
    """(3,): about where the neck turns."""


def lift(
    rgb: NDArray[np.uint8], labels: NDArray[np.uint8], mesh: NDArray[np.float32], points: NDArray[np.float32]
) -> Surface:
    """Surface of the person in `rgb` (256, 256, 3), by `mesh` (478, 3) and the five `points` (5, 2)."""
    person = (labels != Label.BACKGROUND) & (labels != 255)
    head = np.isin(labels, _HEAD)
    hull = np.zeros(labels.shape, np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull(mesh[:, :2].astype(np.int32)), 1)
    depth, rear_depth, axis = _depth(mesh, hull > 0, head, person)
    back_colour = _hair_everywhere(rgb, labels, head)
    grid = np.mgrid[0 : 256 : 1 / _SUPERSAMPLE, 0 : 256 : 1 / _SUPERSAMPLE].astype(np.float32)
    ys, xs = grid[0] + 0.5, grid[1] + 0.5
    big = (256 * _SUPERSAMPLE,) * 2
    z = cv2.resize(depth, big, interpolation=cv2.INTER_LINEAR)
    front = cv2.resize(person.astype(np.uint8), big, interpolation=cv2.INTER_NEAREST) > 0
    rear = cv2.resize(head.astype(np.uint8), big, interpolation=cv2.INTER_NEAREST) > 0
    colours = cv2.resize(rgb, big, interpolation=cv2.INTER_LINEAR)
    xyz = np.concatenate(
        [
            np.stack([xs[front], ys[front], z[front]], 1),
            np.stack([xs[rear], ys[rear], cv2.resize(rear_depth, big)[rear]], 1),
        ]
    ).astype(np.float32)
    colour = np.concatenate([colours[front], cv2.resize(back_colour, big)[rear]]).astype(np.uint8)
    z5 = mesh[list(_POINT_VERTICES), 2:3]
    middle = mesh[:, :2].mean(0)
    return Surface(
        xyz,
        colour,
        np.concatenate([points, z5], 1).astype(np.float32),
        np.array([middle[0], middle[1] + 20, axis], np.float32),
    )


def turn(surface: Surface, yaw: float, pitch: float) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """The head seen from aside: RGBA (SIZE, SIZE, 4) and the five points (5, 2) in its pixels.

    `yaw` and `pitch` in degrees; a positive yaw turns the nose to the right of the picture.
    """
    rotation = _rotation(np.radians(yaw), np.radians(pitch))
    scale = SIZE / 256

    def place(xyz: NDArray[np.float32]) -> NDArray[np.float32]:
        moved = (xyz - surface.pivot) @ rotation.T
        perspective = 900.0 / (900.0 + moved[:, 2:3])
        flat = moved[:, :2] * perspective + (128.0, 140.0)
        return np.concatenate([flat * scale, moved[:, 2:3]], 1).astype(np.float32)

    return _splat(place(surface.xyz), surface.colour), place(surface.points)[:, :2]


def _rotation(yaw: float, pitch: float) -> NDArray[np.float32]:
    cy, sy, cp, sp = np.cos(yaw), np.sin(yaw), np.cos(pitch), np.sin(pitch)
    about_y = np.array([[cy, 0, -sy], [0, 1, 0], [sy, 0, cy]])
    about_x = np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]])
    return (about_x @ about_y).astype(np.float32)


def _depth(
    mesh: NDArray[np.float32], hull: NDArray[np.bool_], head: NDArray[np.bool_], person: NDArray[np.bool_]
) -> tuple[NDArray[np.float32], NDArray[np.float32], float]:
    """Depths (256, 256) of the front and of the back of the head, and of its axis, where they meet."""
    filled = _smooth_between(mesh, hull.shape)
    width = float(np.ptp(mesh[:, 0]))
    axis = float(mesh[:, 2].min()) + 0.75 * width
    rim = cv2.erode(hull.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    away, start = _nearest(rim, filled)
    # Pad, so that the picture's border is not taken for the head's outline.
    padded = cv2.copyMakeBorder((head | hull).astype(np.uint8), 40, 40, 40, 40, cv2.BORDER_REPLICATE)
    to_edge = cv2.distanceTransform(padded, cv2.DIST_L2, 5)[40:-40, 40:-40]
    t = np.clip(away / (away + to_edge + 1e-3), 0, 1)
    bulge = 1 - np.sqrt(np.clip(1 - t**2, 0, 1))
    shell = start + (axis - start) * bulge
    body = np.where(person & ~head & ~hull, axis - 0.1 * width, shell)
    body = cv2.GaussianBlur(body.astype(np.float32), (0, 0), 4.0)
    seam = cv2.GaussianBlur(rim.astype(np.float32), (0, 0), 4.0)
    inner = np.clip(seam * 2 - 1, 0, 1)
    depth = inner * filled + (1 - inner) * body
    round_off = np.clip(to_edge / max(float(to_edge.max()), 1.0), 0, 1)
    rear = axis + 0.7 * width * np.sqrt(1 - (1 - round_off) ** 2)
    rear = cv2.GaussianBlur(rear.astype(np.float32), (0, 0), 3.0)
    return depth.astype(np.float32), np.asarray(rear, np.float32), axis


def _smooth_between(mesh: NDArray[np.float32], shape: tuple[int, ...]) -> NDArray[np.float32]:
    """The vertices' depths spread over the picture, sharp where vertices are dense."""
    sums, weights = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    at = mesh[:, :2].astype(np.int32).clip(0, shape[0] - 1)
    np.add.at(sums, (at[:, 1], at[:, 0]), mesh[:, 2])
    np.add.at(weights, (at[:, 1], at[:, 0]), 1)
    top, bottom = np.zeros(shape, np.float32), np.full(shape, 1e-9, np.float32)
    for sigma, share in ((2.5, 1.0), (6.0, 0.02), (20.0, 1e-4)):
        top += share * cv2.GaussianBlur(sums, (0, 0), sigma)
        bottom += share * cv2.GaussianBlur(weights, (0, 0), sigma)
    return top / bottom


def _hair_everywhere(
    rgb: NDArray[np.uint8], labels: NDArray[np.uint8], head: NDArray[np.bool_]
) -> NDArray[np.uint8]:
    """Every pixel painted with its nearest hair (or hat, or skin where there is neither)."""
    source = np.isin(labels, (Label.HAIR, Label.HAT))
    if source.sum() < 300:
        source = head
    return np.asarray(cv2.blur(_nearest(source, rgb)[1], (5, 5)), np.uint8)


def _nearest(source: NDArray[np.bool_], values: NDArray[Any]) -> tuple[NDArray[np.float32], NDArray[Any]]:
    """For every pixel the distance to the nearest pixel of `source`, and what `values` has there."""
    away, index = cv2.distanceTransformWithLabels(
        (~source).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    index = np.asarray(index, np.int64)
    table = np.zeros((int(index.max()) + 1, *values.shape[2:]), values.dtype)
    table[index[source]] = values[source]
    return np.asarray(away, np.float32), table[index]


def _splat(xyz: NDArray[np.float32], colour: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Draw points, the nearest last, and close the holes that stretching leaves."""
    # 16-bit keys: numpy sorts them by radix, many times faster than floats.
    order = np.argsort((2048 - 4 * xyz[:, 2]).clip(0, 65535).astype(np.uint16), kind="stable")
    column, row = xyz[order, 0].astype(np.int32), xyz[order, 1].astype(np.int32)
    good = (column >= 0) & (column < SIZE) & (row >= 0) & (row < SIZE)
    picture = np.zeros((SIZE, SIZE, 4), np.float32)
    picture[row[good], column[good], :3] = colour[order][good]
    picture[row[good], column[good], 3] = 1
    depth = np.full((SIZE, SIZE), 1e4, np.float32)
    depth[row[good], column[good]] = xyz[order, 2][good]
    # What shows through between stretched points belongs to something much farther away: a hole.
    through = depth - cv2.erode(depth, np.ones((3, 3), np.uint8)) > 25
    outline = picture[..., 3].copy()
    picture[through & (outline > 0), 3] = 0
    known = picture[..., 3]
    closed = cv2.morphologyEx(outline, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    for _ in range(5):
        weight = cv2.blur(known, (3, 3))
        spread = cv2.blur(picture[..., :3] * known[..., None], (3, 3)) / np.maximum(weight, 1e-6)[..., None]
        hole = (known == 0) & (weight > 0)
        picture[hole, :3] = spread[hole]
        known = np.maximum(known, (weight > 0).astype(np.float32))
    alpha = cv2.GaussianBlur(cv2.erode(closed, np.ones((3, 3), np.uint8)), (0, 0), 0.7)
    return np.dstack([picture[..., :3], alpha * 255]).clip(0, 255).astype(np.uint8)
