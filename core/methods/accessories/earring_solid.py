"""Earrings as surfaces, hanging from the origin: x to the right of the picture, y down, z away, in mm."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from core.methods.accessories.earrings import EarringStyle
from core.methods.accessories.head import Points
from core.methods.accessories.solid import Solid, ball, profile, sheet, tube

Matter = Literal["metal", "pearl", "stone"]
_PIERCED = 2.6
"""Millimetres that the hole is above the lower end of the lobe."""


@dataclass(frozen=True, eq=False)
class Bit:
    """A surface and what it is made of."""

    matter: Matter
    solid: Solid


def earring(style: EarringStyle, side: int, rng: np.random.Generator) -> list[Bit]:
    """One earring of a pair, for the ear on this side of the picture."""
    make = {"hoop": _hoop, "drop": _drop, "beads": _beads, "disc": _disc}.get(style.kind, _stud)
    return make(style, side, rng)


def _jewel(style: EarringStyle) -> Matter:
    warm = min(style.stone) > 0.78 and style.stone[0] > style.stone[2]
    return "pearl" if warm or style.kind == "pearl" else "stone"


def _stud(style: EarringStyle, side: int, rng: np.random.Generator) -> list[Bit]:
    radius = style.size / 2
    middle = np.array([0.0, -_PIERCED, -radius * 0.55])
    if style.kind == "pearl":
        return [Bit("pearl", ball(middle, np.full(3, radius), 20))]
    if style.wire < 1.9:
        return [Bit("metal", ball(middle, np.full(3, radius * 0.8), 20))]
    cut = _brilliant(radius, rng)
    return [
        Bit("metal", _ring(middle + np.array([0, 0, 0.3]), radius * 1.02, 0.45, 0.0)),
        Bit("stone", replace(cut, points=cut.points + middle)),
    ]


def _hoop(style: EarringStyle, side: int, rng: np.random.Generator) -> list[Bit]:
    """A ring through the lobe, turned by `turn` out of the picture's plane."""
    wire = style.wire * (0.6 if style.size < 22 else 1.0)
    radius = style.size / 2
    middle = np.array([0.0, radius - _PIERCED, 0.0])
    return [Bit("metal", _ring(middle, radius, wire / 2, np.radians(90 - style.turn) * side))]


def _ring(middle: Points, radius: float, wire: float, turn: float) -> Solid:
    angle = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    shape = profile(12, 2.0)
    flat = np.stack([np.cos(angle), np.sin(angle), np.zeros(72)], -1)
    rings = flat[:, None] * (radius + wire * shape[None, :, :1]) + np.array([0, 0, wire]) * shape[None, :, 1:]
    cos, sin = np.cos(turn), np.sin(turn)
    return tube(rings @ np.array([[cos, 0, -sin], [0, 1, 0], [sin, 0, cos]]) + middle, around=True)


def _drop(style: EarringStyle, side: int, rng: np.random.Generator) -> list[Bit]:
    """A stone on a fine chain."""
    low = style.length
    drop = _teardrop(style.size / 2, low)
    return [
        Bit("metal", ball(np.array([0.0, -_PIERCED + 0.8, -1.0]), np.full(3, 1.6), 12)),
        *(Bit("metal", link) for link in _chain(-_PIERCED + 2, low - 0.5)),
        Bit("metal", ball(np.array([0.0, low, 0.0]), np.array([1.3, 1.6, 1.3]), 10)),
        Bit(_jewel(style), drop),
    ]


def _chain(top: float, low: float) -> list[Solid]:
    """Small links, every second one turned."""
    count = max(2, round((low - top) / 1.6))
    steps = np.linspace(top, low, count)
    return [
        _ring(np.array([0.0, y, 0.0]), 0.95, 0.26, np.pi / 2 * (k % 2) + 0.35) for k, y in enumerate(steps)
    ]


def _teardrop(half: float, top: float) -> Solid:
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)[None]
    rise = np.linspace(0.02, np.pi - 0.01, 28)[:, None]
    wide = half * np.sin(rise) * np.sin(rise / 2) ** 1.3
    down = top + half * 1.5 * (1 - np.cos(rise))
    points = np.stack(np.broadcast_arrays(wide * np.cos(turn), down, wide * np.sin(turn)), -1)
    return sheet(points, around=True, outward=np.array([0.0, top + half * 1.9, 0.0]))


def _beads(style: EarringStyle, side: int, rng: np.random.Generator) -> list[Bit]:
    count = max(2, round(style.length / style.size))
    matter = _jewel(style)
    bits: list[Bit] = []
    at = -_PIERCED
    for k in range(count):
        radius = style.size / 2 * (0.72 + 0.28 * k / (count - 1))
        bits.append(Bit(matter, ball(np.array([0.0, at + radius, -0.4 * radius]), np.full(3, radius), 16)))
        at += 2 * radius
        if k < count - 1:
            bits.append(
                Bit("metal", ball(np.array([0.0, at + 0.4, -0.4 * radius]), np.array([1.0, 0.6, 1.0]), 8))
            )
            at += 0.8
    return bits


def _disc(style: EarringStyle, side: int, rng: np.random.Generator) -> list[Bit]:
    """A hammered disc on a short chain, turned a little."""
    half = style.size / 2
    top = 5.0
    angle = np.linspace(0, 2 * np.pi, 48, endpoint=False)[None]
    out = np.linspace(0.01, 1, 14)[:, None]
    dents = 0.22 * rng.standard_normal((14, 48)) * np.sin(np.pi * out)
    points = np.stack(
        np.broadcast_arrays(
            out * half * np.cos(angle), out * half * np.sin(angle), dents - 0.6 * (1 - out**2)
        ),
        -1,
    )
    turn = np.radians(90 - style.turn) * 0.5 * side
    cos, sin = np.cos(turn), np.sin(turn)
    points = points @ np.array([[cos, 0, -sin], [0, 1, 0], [sin, 0, cos]]) + np.array([0, top + half, 0])
    disc = sheet(points, around=True, outward=np.array([0.0, top + half, 60.0]))
    rim = tube(points[-1][:, None] + _round(points[-1] - [0, top + half, 0], 0.5), around=True)
    return [Bit("metal", ball(np.array([0.0, -_PIERCED + 0.8, -1.0]), np.full(3, 1.5), 12)),
            *(Bit("metal", link) for link in _chain(-_PIERCED + 2, top)),
            Bit("metal", disc), Bit("metal", rim)]  # fmt: skip


def _round(outward: Points, radius: float) -> Points:
    out = outward / np.linalg.norm(outward, axis=1, keepdims=True)
    shape = profile(8, 2.0)
    return radius * (out[:, None] * shape[None, :, :1] + np.array([0.0, 0.0, 1.0]) * shape[None, :, 1:])


def _brilliant(radius: float, rng: np.random.Generator) -> Solid:
    """A round cut stone seen from above: a table and two rings of facets, each flat."""
    eight = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    table = 0.55 * radius * np.stack([np.cos(eight), np.sin(eight), np.full(8, -0.65)], -1)
    table[:, 2] = -0.36 * radius
    mid = radius * np.stack(
        [0.80 * np.cos(eight + np.pi / 8), 0.80 * np.sin(eight + np.pi / 8), np.full(8, -0.20)], -1
    )
    girdle = radius * np.stack([np.cos(eight), np.sin(eight), np.zeros(8)], -1)
    corners: list[Points] = []
    top = np.array([0.0, 0.0, -0.36 * radius])
    for k in range(8):
        n = (k + 1) % 8
        corners += [
            np.stack([top, table[k], table[n]]), np.stack([table[k], mid[k], table[n]]),
            np.stack([table[k], mid[k - 1], mid[k]]), np.stack([mid[k - 1], girdle[k], mid[k]]),
            np.stack([mid[k], girdle[k], girdle[n]]),
        ]  # fmt: skip
    return _flat(np.stack(corners), rng)


def _flat(corners: Points, rng: np.random.Generator) -> Solid:
    """Triangles `(F, 3, 3)` with a normal each, towards the viewer; facets are tilted a little by chance, as
    what they mirror inside differs."""
    normals: Points = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    flip = normals[:, 2] > 0
    corners[flip] = corners[flip][:, ::-1]
    normals[flip] *= -1
    normals = normals / (np.linalg.norm(normals, axis=1, keepdims=True) + 1e-9) + rng.normal(
        0, 0.16, (len(corners), 3)
    )
    normals = normals / np.linalg.norm(normals, axis=1, keepdims=True)
    triangles = np.arange(len(corners) * 3, dtype=np.int32).reshape(-1, 3)
    return Solid(
        corners.reshape(-1, 3),
        np.repeat(normals, 3, 0),
        triangles,
        np.zeros((len(corners) * 3, 2)),
        triangles,
    )
