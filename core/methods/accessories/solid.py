"""Surfaces of things in 3D: triangles with normals, made by sweeping outlines and by bending sheets."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.methods.accessories.head import Points

Triangles = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Solid:
    """A surface: `points (V, 3)` and unit `normals (V, 3)` in head coordinates, `triangles (F, 3)`.

    `place (V, 2)` says where on the thing a point is, for patterns. `open` surfaces show both sides; of
    others only what faces the viewer is drawn. `coarse (G, 3)` are far fewer triangles between
    the same points, for shadows and small pictures.
    """

    points: Points
    normals: Points
    triangles: Triangles
    place: Points
    coarse: Triangles
    open: bool = False


def joined(*solids: Solid) -> Solid:
    """One surface of several, all closed or all open."""
    starts = np.cumsum([0, *(len(each.points) for each in solids)])[:-1].astype(np.int32)
    return Solid(
        np.concatenate([each.points for each in solids]),
        np.concatenate([each.normals for each in solids]),
        np.concatenate([each.triangles + start for each, start in zip(solids, starts, strict=True)]),
        np.concatenate([each.place for each in solids]),
        np.concatenate([each.coarse + start for each, start in zip(solids, starts, strict=True)]),
        solids[0].open,
    )


def tube(rings: Points, *, around: bool = False, capped: bool = True) -> Solid:
    """The surface through `rings (N, K, 3)`, each a closed outline; `around` joins the last to the first."""
    count, corners = rings.shape[:2]
    triangles = _grid(count, corners, around, True)
    coarse = _grid(count, corners, around, True, 2)
    points = rings.reshape(-1, 3)
    middle = np.repeat(rings.mean(1), corners, 0)
    place = _places(count, corners)
    body = _outward(points, triangles, points - middle, place.reshape(-1, 2), coarse)
    if around or not capped:
        return body
    return joined(body, _cap(rings[0], rings[0] - rings[1]), _cap(rings[-1], rings[-1] - rings[-2]))


def sheet(points: Points, *, around: bool = False, outward: Points | None = None) -> Solid:
    """The surface through a grid of points `(R, C, 3)`; `around` joins its last column to its first.

    Closed, seen from `outward`'s side, where that is given as a point inside it; else open.
    """
    rows, columns = points.shape[:2]
    triangles = _grid(rows, columns, False, around)
    flat = points.reshape(-1, 3)
    place = _places(rows, columns)
    away = flat - outward if outward is not None else np.zeros_like(flat)
    made = _outward(flat, triangles, away, place.reshape(-1, 2), _grid(rows, columns, False, around, 3))
    normals = made.normals.reshape(points.shape)
    for end, beside in ((0, 1), (-1, -2)):
        if np.ptp(points[end], axis=0).max() < 1e-6:  # a pole has no normal of its own
            pole = normals[beside].mean(0)
            normals[end] = pole / (np.linalg.norm(pole) + 1e-15)
    return replace(made, normals=normals.reshape(-1, 3), open=outward is None)


def ball(middle: Points, radii: Points, rings: int = 24) -> Solid:
    """An ellipsoid."""
    rise = np.linspace(0, np.pi, rings)[:, None]
    turn = np.linspace(0, 2 * np.pi, 2 * rings, endpoint=False)[None]
    unit = np.stack([np.sin(rise) * np.cos(turn), -np.cos(rise) + 0 * turn, np.sin(rise) * np.sin(turn)], -1)
    return sheet(middle + unit * radii, around=True, outward=np.asarray(middle, np.float64))


def profile(corners: int, exponent: float) -> NDArray[np.float64]:
    """A closed outline `(corners, 2)` within -1..1: 2 is an ellipse, more a rectangle with round corners."""
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False) + np.pi / corners
    cos, sin = np.cos(angle), np.sin(angle)
    power = 2 / exponent
    return np.stack([np.sign(cos) * np.abs(cos) ** power, np.sign(sin) * np.abs(sin) ** power], -1)


def _places(rows: int, columns: int) -> Points:
    """0..1 down and across a grid."""
    return np.stack(np.meshgrid(np.linspace(0, 1, rows), np.linspace(0, 1, columns), indexing="ij"), -1)


def _grid(rows: int, columns: int, down: bool, across: bool, step: int = 1) -> Triangles:
    """Triangles between the points of a grid, or between every `step`-th one and the last."""
    index = np.arange(rows * columns, dtype=np.int32).reshape(rows, columns)
    index = index[sorted({*range(0, rows, step), rows - 1})][
        :, sorted({*range(0, columns, step), columns - 1})
    ]
    if down:
        index = np.concatenate([index, index[:1]])
    if across:
        index = np.concatenate([index, index[:, :1]], 1)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    return np.concatenate([np.stack([a, b, c], -1).reshape(-1, 3), np.stack([a, c, d], -1).reshape(-1, 3)])


def _cap(ring: Points, outward: Points) -> Solid:
    corners = len(ring)
    points = np.concatenate([ring, ring.mean(0, keepdims=True)])
    order = np.arange(corners, dtype=np.int32)
    triangles = np.stack([order, np.roll(order, -1), np.full(corners, corners, np.int32)], -1)
    away = np.broadcast_to(outward.mean(0), points.shape)
    return _outward(points, triangles, away, np.zeros((len(points), 2)), triangles)


def _outward(points: Points, triangles: Triangles, away: Points, place: Points, coarse: Triangles) -> Solid:
    """With smooth normals, turned as a whole so that they point `away`."""
    a, b, c = (points[triangles[:, k]] for k in range(3))
    facets = np.cross(b - a, c - a)
    normals = np.zeros_like(points, dtype=np.float64)
    for k in range(3):
        np.add.at(normals, triangles[:, k], facets)
    if float(np.einsum("nk,nk->", normals, away)) < 0:
        normals, triangles, coarse = -normals, triangles[:, ::-1], coarse[:, ::-1]
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-15
    return Solid(points, normals, np.ascontiguousarray(triangles), place, np.ascontiguousarray(coarse))
