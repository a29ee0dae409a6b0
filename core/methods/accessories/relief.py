"""How deep the head lies in the picture: face by the mesh, skull by an ellipsoid; and what shades it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.face.pose import MEAN_FACE
from core.methods.accessories.head import Head, Points
from core.methods.accessories.raster import Frame, look_at
from core.methods.accessories.solid import Solid
from core.opencv import cv2

Picture = NDArray[np.floating]
SKULL_CENTRE, SKULL_RADII = np.array([0.0, -20.0, 75.0]), np.array([76.0, 88.0, 95.0])
"""An ellipsoid through forehead, temples and crown of the mean face, head units."""
FINEST = 1.2
"""Pixels a millimetre at most: shadows and depth of a head need no more."""
_FADE = 12.0
"""Millimetres within the border of what is drawn over which shadows end."""
_AXIS = 45.0
_BEHIND = 95.0
_SOFTNESS = (0.35, 0.9, 2.0, 4.5, 10.0)
"""Widths in mm over which a shadow's edge is made soft; between two of them it is mixed."""


@dataclass(frozen=True, eq=False)
class Relief:
    """On a small grid, `small` of whose pixels make one of the picture's: `depth (h, w)` in grid pixels,
    `normals (h, w, 3)` as the viewer sees them (z towards the viewer), and `face (h, w)`, 1 on the mesh."""

    head: Head
    small: float
    depth: Picture
    normals: Picture
    face: Picture

    def shrunk(self, picture: NDArray[np.generic]) -> Picture:
        """A picture of the scene's grid on the small one."""
        size = self.depth.shape[::-1]
        return np.asarray(
            cv2.resize(picture.astype(np.float32), size, interpolation=cv2.INTER_AREA), np.float32
        )

    def seen(self, picture: Picture, frame: Frame) -> Picture:
        """A picture of the small grid at the frame's pixels."""
        matrix = np.array(
            [
                [self.small, 0, (frame.left + 0.5) * self.small - 0.5],
                [0, self.small, (frame.top + 0.5) * self.small - 0.5],
            ]
        )
        size = (frame.width, frame.height)
        how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(
            cv2.warpAffine(picture, matrix, size, flags=how, borderMode=cv2.BORDER_REPLICATE), np.float32
        )


def read_relief(head: Head, label_map: NDArray[np.uint8]) -> Relief:
    """The head's relief over the grid of a label map."""
    small = min(1.0, FINEST / head.scale)
    height, width = (max(2, round(side * small)) for side in label_map.shape)
    frame = Frame(0, 0, width, height)
    seen = look_at(head.to_crop(head.mesh[:468]) * small, _face_triangles(head), frame, both=True)
    depth = _skull_depth(head, small, height, width)
    inside = np.zeros((height, width), np.float32)
    inside.ravel()[seen.index] = 1
    depth.ravel()[seen.index] = seen.depth
    depth = np.asarray(cv2.GaussianBlur(depth, (0, 0), 0.8 * head.scale * small), np.float32)
    down, right = np.gradient(depth)
    normals = np.dstack([-right, -down, np.ones_like(depth)])
    normals[..., :2] *= -1
    normals /= np.linalg.norm(normals, axis=2, keepdims=True)
    return Relief(head, small, depth, normals.astype(np.float32), inside)


def _skull_depth(head: Head, small: float, height: int, width: int) -> Picture:
    """Front of the ellipsoid of the skull, and a wall behind the head, in small pixels."""
    scale = head.scale * small
    centre = head.to_crop(SKULL_CENTRE) * small
    stretch = head.face_width / (MEAN_FACE[356][0] - MEAN_FACE[127][0])
    turn = head.rotation @ np.diag(SKULL_RADII * stretch * scale)
    inverse = np.linalg.inv(turn @ turn.T)
    columns, rows = np.meshgrid(
        np.arange(width, dtype=np.float64) + 0.5 - float(centre[0]),
        np.arange(height, dtype=np.float64) + 0.5 - float(centre[1]),
    )
    flat = np.stack([columns, rows], -1)
    linear = 2 * (flat @ inverse[:2, 2])
    rest = np.einsum("...i,ij,...j->...", flat, inverse[:2, :2], flat) - 1
    root = linear**2 - 4 * inverse[2, 2] * rest
    wall = centre[2] + _BEHIND * scale * 0.5
    front = centre[2] + (-linear - np.sqrt(np.clip(root, 0, None))) / (2 * inverse[2, 2])
    return np.asarray(np.where(root > 0, front, wall), np.float32)


def _face_triangles(head: Head) -> NDArray[np.int32]:
    """Delaunay's triangles of the mesh unrolled about an upright axis within the head."""
    points = head.mesh[:468]
    turn = np.arctan2(points[:, 0], _AXIS + 25 - points[:, 2]) * 75
    flat = np.stack([turn, points[:, 1]], -1).astype(np.float32)
    flat += np.random.default_rng(0).normal(0, 0.02, flat.shape).astype(np.float32)
    low, high = flat.min(0) - 5, flat.max(0) + 5
    plane = cv2.Subdiv2D((int(low[0]), int(low[1]), int(high[0] - low[0]) + 2, int(high[1] - low[1]) + 2))
    numbers = {plane.insert((float(x), float(y))): k for k, (x, y) in enumerate(flat)}
    del numbers
    found = np.asarray(plane.getTriangleList(), np.float32).reshape(-1, 3, 2)
    away = np.abs(found[:, :, None] - flat[None, None]).sum(-1)
    index, miss = away.argmin(-1), away.min(-1).max(-1)
    return index[miss < 1e-3].astype(np.int32)


@dataclass(frozen=True)
class Source:
    """A light that casts shadows: its direction (z towards the viewer), its size (radius over distance) and
    its share of the light on skin that faces it."""

    direction: tuple[float, float, float]
    size: float
    share: float


def shadow(
    relief: Relief,
    head: Head,
    casters: Sequence[tuple[Solid, float]],
    frame: Frame,
    sources: Sequence[Source],
) -> Picture:
    """What surfaces take from the light on the relief, at a frame's pixels `(height, width)`, in 0..1.

    Each caster takes a share of the light that would pass through it; where two overlap the later one counts.
    A caster's shadow lies where the line from a point to the light meets it; its edge is the softer the
    farther the caster is (percentage-closer soft shadows, Fernando 2005).
    """
    small = relief.small
    left, top = int(frame.left * small), int(frame.top * small)
    height, width = relief.depth.shape
    right = min(width, int((frame.left + frame.width) * small) + 2)
    bottom = min(height, int((frame.top + frame.height) * small) + 2)
    depth = relief.depth[top:bottom, left:right]
    placed = [head.to_crop(solid.points) * small - [left, top, 0] for solid, _ in casters]
    taken = np.zeros_like(depth)
    for source in sources:
        cover, near, at = _cast(depth, placed, casters, source, head.scale * small)
        taken += source.share * _softened(depth, cover, near, at, source, head.scale * small)
    matrix = np.array(
        [
            [small, 0, (frame.left + 0.5) * small - left - 0.5],
            [0, small, (frame.top + 0.5) * small - top - 0.5],
        ]
    )
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpAffine(
        np.clip(taken, 0, 1), matrix, (frame.width, frame.height), flags=how, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(seen * _faded(frame, _FADE * head.scale), np.float32)


def _faded(frame: Frame, reach: float) -> Picture:
    """0 at a frame's border, 1 within."""
    columns, rows = (
        np.clip(np.minimum(np.arange(side) + 0.5, side - 0.5 - np.arange(side)) / reach, 0, 1)
        for side in (frame.width, frame.height)
    )
    edge = np.minimum(columns[None], rows[:, None])
    return (edge * edge * (3 - 2 * edge)).astype(np.float32)


def _cast(
    depth: Picture, placed: list[Points], casters: Sequence[tuple[Solid, float]], source: Source, scale: float
) -> tuple[Picture, Picture, tuple[Picture, Picture]]:
    """Casters as the light sees them, what they take and their depth, and where each pixel lies among them.

    Along the light a point and its shadow have the same place in a picture sheared by its direction; depth
    grows away from the viewer, and the light comes from before the face.
    """
    lx, ly, lz = source.direction
    lean = np.array([lx, ly]) / max(lz, 0.2)
    middle = float(np.median(placed[0][:, 2]))
    pad = int(12 * scale)
    height, width = depth.shape
    frame = Frame(-pad, -pad, width + 2 * pad, height + 2 * pad)
    cover, near = np.zeros(frame.size, np.float32), np.zeros(frame.size, np.float32)
    for points, (solid, share) in zip(placed, casters, strict=True):
        sheared = points.copy()
        sheared[:, :2] += lean * (points[:, 2:] - middle)
        seen = look_at(sheared, solid.coarse, frame, both=True)
        cover.ravel()[seen.index], near.ravel()[seen.index] = share, seen.depth
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    deep = depth - np.float32(middle)
    return cover, near, (columns + np.float32(lean[0]) * deep + pad, rows + np.float32(lean[1]) * deep + pad)


def _softened(
    depth: Picture, cover: Picture, near: Picture, at: tuple[Picture, Picture], source: Source, scale: float
) -> Picture:
    """The cast shadow, as soft at each place as the caster is far from it."""

    def read(picture: Picture) -> Picture:
        return np.asarray(cv2.remap(picture, *at, cv2.INTER_LINEAR), np.float32)

    # The caster's depth: that of what is near, and where nothing is, of what is less near.
    there = (cover > 0).astype(np.float32)
    deep, share = (
        read(_blurred(each, 3.5 * scale) + 0.01 * _blurred(each, 14.0 * scale))
        for each in (near * there, there)
    )
    mean = deep / np.maximum(share, 1e-7)
    gap = (depth - mean) / scale
    wanted = np.log(np.clip(source.size * np.clip(gap, 0, None), _SOFTNESS[0], _SOFTNESS[-1]))
    steps = np.log(np.array(_SOFTNESS))
    result = np.zeros_like(depth)
    for k, width in enumerate(_SOFTNESS):
        before, after = steps[max(k - 1, 0)], steps[min(k + 1, len(steps) - 1)]
        up = (wanted - before) / max(steps[k] - before, 1e-6) if k else np.ones_like(wanted)
        down = (after - wanted) / max(after - steps[k], 1e-6) if k + 1 < len(steps) else np.ones_like(wanted)
        weight = np.clip(np.minimum(up, down), 0, 1)
        if weight.any():
            result += (weight * read(_blurred(cover, width * scale))).astype(np.float32)
    return np.asarray(result * np.clip(gap / 4 + 0.55, 0, 1), np.float32)


def _blurred(picture: Picture, sigma: float) -> Picture:
    """A Gaussian blur; wide ones on a smaller picture."""
    if sigma < 0.25:
        return picture
    shrink = max(1, int(sigma / 2.5))
    if shrink == 1:
        return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.float32)
    size = max(1, picture.shape[1] // shrink), max(1, picture.shape[0] // shrink)
    low = cv2.GaussianBlur(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), (0, 0), sigma / shrink)
    return np.asarray(cv2.resize(low, picture.shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)


@cache
def ambient(shares: float) -> tuple[Source, ...]:
    """Light from all around, as a few large sources."""
    directions = ((0.0, -0.85, 0.53), (-0.8, -0.25, 0.55), (0.8, -0.25, 0.55), (0.0, -0.1, 0.99))
    weights = (0.4, 0.2, 0.2, 0.2)
    return tuple(Source(d, 0.9, shares * w) for d, w in zip(directions, weights, strict=True))
