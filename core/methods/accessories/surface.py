"""Curved surfaces on a head, drawn by depth: points of a grid splatted into a small z-buffer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.methods.accessories.head import Head, Points
from core.opencv import cv2

DETAIL = 2
"""Z-buffer pixels a crop pixel, each way."""


@dataclass(frozen=True, eq=False)
class Patch:
    """A grid of points `(rows, columns, 3)` in head coordinates with the colour of each `(rows, columns, 3)`.

    Rows run upward or outward, columns to the right of the picture as seen from the front. `bump (rows,
    columns)` raises the surface in mm for shading only; `gloss` is the strength of highlights. A `closed`
    surface shows only its outside; an open one (a brim) has `under` times its colour on the lower side.
    """

    points: Points
    colour: NDArray[np.float32]
    bump: NDArray[np.float32] | None = None
    gloss: float = 0.05
    closed: bool = True
    under: float = 0.5


@dataclass(frozen=True, eq=False)
class Picture:
    """What the z-buffer holds: `colour (H, W, 3)`, `cover (H, W)` 0 or 1, `depth (H, W)` in crop pixels."""

    colour: NDArray[np.float32]
    cover: NDArray[np.float32]
    depth: NDArray[np.float32]


def render(
    patches: list[Patch], head: Head, light: tuple[float, float, float], height: int, width: int
) -> Picture:
    """Draw the patches on a crop of this size at `DETAIL` times its resolution, nearest surface in front."""
    colours: list[NDArray[np.float32]] = []
    places: list[NDArray[np.int64]] = []
    depths: list[NDArray[np.float32]] = []
    for patch in patches:
        seen = head.to_crop(patch.points).astype(np.float32)
        shaded, shown = _shade(patch, seen, light)
        column = np.floor(seen[..., 0] * DETAIL).astype(np.int64).ravel()
        row = np.floor(seen[..., 1] * DETAIL).astype(np.int64).ravel()
        inside = (
            shown.ravel() & (column >= 0) & (column < width * DETAIL) & (row >= 0) & (row < height * DETAIL)
        )
        places.append((row * width * DETAIL + column)[inside])
        depths.append(seen[..., 2].ravel()[inside])
        colours.append(shaded.reshape(-1, 3)[inside])
    place, depth, colour = np.concatenate(places), np.concatenate(depths), np.concatenate(colours)
    order = np.argsort(-depth, kind="stable")
    place, depth, colour = place[order], depth[order], colour[order]
    size = (height * DETAIL, width * DETAIL)
    # Assignment in order of depth: what is written last is nearest.
    out = np.zeros((size[0] * size[1], 3), np.float32)
    far = np.full(size[0] * size[1], np.inf, np.float32)
    cover = np.zeros(size[0] * size[1], np.float32)
    out[place], far[place], cover[place] = colour, depth, 1
    return _mended(Picture(out.reshape(*size, 3), cover.reshape(size), far.reshape(size)))


def _mended(picture: Picture) -> Picture:
    """Close pinholes between samples, through which a farther surface or nothing is seen."""
    kernel = np.ones((3, 3), np.uint8)
    depth = np.where(picture.cover > 0, picture.depth, np.float32(1e4))
    near = cv2.erode(depth, kernel)
    front = ((depth < near + 5) & (picture.cover > 0)).astype(np.float32)
    share = cv2.blur(front, (3, 3))
    hole = (front == 0) & (share > 0.44)
    mean = cv2.blur(picture.colour * front[..., None], (3, 3)) / np.maximum(share, 1e-3)[..., None]
    colour = np.where(hole[..., None], mean, picture.colour)
    cover = np.where(hole, np.float32(1), picture.cover)
    return Picture(colour, cover, np.where(hole, near, picture.depth))


def _shade(
    patch: Patch, seen: Points, light: tuple[float, float, float]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    points = seen.astype(np.float32)
    along, across = np.gradient(points, axis=0), np.gradient(points, axis=1)
    normal = np.cross(along, across)
    normal /= _length(normal)
    inward = normal[..., 2] > 0
    colour = patch.colour
    if not patch.closed:
        colour = np.where(inward[..., None], colour * np.float32(patch.under), colour)
    normal *= np.where(normal[..., 2:] > 0, -1, 1)
    if patch.bump is not None:
        normal = normal - _slope(patch.bump, along, across)
        normal /= _length(normal)
    towards = np.array(light, np.float32) * np.array([1, 1, -1], np.float32)
    lit = np.clip(normal @ towards, 0, 1)[..., None]
    half = towards + np.array([0, 0, -1], np.float32)
    half /= np.linalg.norm(half)
    shine = np.clip(normal @ half, 0, 1)[..., None] ** 12 * patch.gloss
    rim = 0.75 + 0.25 * np.clip(-normal[..., 2:], 0, 1)
    return (colour * (0.42 + 0.72 * lit) * rim + shine).astype(np.float32), inward | (not patch.closed)


def _slope(bump: NDArray[np.float32], along: Points, across: Points) -> Points:
    """How the bump tilts the normal: its gradient along the surface."""
    raised = np.broadcast_to(bump, along.shape[:2]).astype(np.float32)
    down, right = np.gradient(raised, axis=0), np.gradient(raised, axis=1)
    far_down, far_right = _length(along), _length(across)
    tilt_down = np.clip(down[..., None] / far_down, -2, 2) / far_down
    return tilt_down * along + np.clip(right[..., None] / far_right, -2, 2) / far_right * across


def _length(vectors: Points) -> Points:
    """Length of each vector, `(..., 1)`, never quite zero."""
    return np.sqrt(np.einsum("...k,...k->...", vectors, vectors))[..., None] + np.float32(1e-3)
