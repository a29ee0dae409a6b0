"""Hats as surfaces on a head: crowns, brims, cuffs, bands, seams and buttons, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from core.face.pose import MEAN_FACE
from core.methods.accessories.hat_shape import Seat, seat
from core.methods.accessories.hat_style import HatStyle
from core.methods.accessories.head import Head, Points
from core.methods.accessories.relief import SKULL_CENTRE, SKULL_RADII
from core.methods.accessories.solid import Solid, ball, profile, sheet, tube

Part = Literal["crown", "brim", "band", "edge", "cuff", "button"]
_ROUND, _UP = 144, 64
_TURN = np.linspace(-np.pi, np.pi, _ROUND, endpoint=False)[None, :]
_RISE = np.linspace(0, 1, _UP)[:, None]


@dataclass(frozen=True, eq=False)
class Piece:
    """A surface of a hat and which part it is. The solid's `place` is in mm: round the hat, and up or out."""

    part: Part
    solid: Solid


@dataclass(frozen=True)
class Room:
    """What a head with its hair needs: half its width at the seat, and how far above that its top is, mm."""

    half_width: float
    top: float


def needed(style: HatStyle, head: Head, hair_aside: float, hair_above: float) -> Room:
    """The room of a skull as the mesh implies it, with hair pressed down by a hat."""
    stretch = head.face_width / (MEAN_FACE[356][0] - MEAN_FACE[127][0])
    half = SKULL_RADII[0] * stretch + float(np.clip(hair_aside * 0.45, 2.0, 8.5))
    place = seat(style, head, half)
    up = place.axes[2]
    top = float((SKULL_CENTRE - place.centre) @ up + np.linalg.norm(SKULL_RADII * stretch * up))
    return Room(half, top + float(np.clip(hair_above * 0.5, 3.0, 16.0)))


def build(style: HatStyle, head: Head, room: Room, rng: np.random.Generator) -> tuple[Seat, list[Piece]]:
    """The hat on its seat."""
    place = seat(style, head, room.half_width)
    make = {"cap": _cap, "beanie": _beanie, "beret": _beret, "flat cap": _flat_cap, "wrap": _beanie}
    return place, make.get(style.kind, _brimmed)(style, place, room, rng)


def _surface(place: Seat, x: Points, back: Points, up: Points, *, closed: bool, around: bool = True) -> Solid:
    """A grid in the hat's own directions, with places in mm."""
    x, back, up = np.broadcast_arrays(x, back, up)
    local = np.stack([x, back, up], -1)
    points = place.centre + local @ place.axes
    inside = place.centre + np.array([0.0, 0.0, 30.0]) @ place.axes
    made = sheet(points, around=around, outward=inside if closed else None)
    steps = np.linalg.norm(np.diff(local, axis=0), axis=2).mean(1)
    along: Points = np.concatenate([np.zeros(1), np.cumsum(steps)])
    reach = float(np.hypot(x, back).max())
    columns = np.linspace(-np.pi, np.pi, x.shape[1], endpoint=False) * reach
    grid = np.stack(np.meshgrid(columns, along, indexing="xy"), -1)
    return replace(made, place=grid.reshape(-1, 2))


def _crown(
    place: Seat, radius: Points, height: Points, *, aside: Points | float = 0.0, ahead: Points | float = 0.0
) -> Solid:
    """A crown: `radius` in parts of the seat's ellipse, `height` in mm, over rows and turn."""
    x = radius * place.half_width * np.sin(_TURN) + aside
    back = -radius * place.half_length * np.cos(_TURN) - ahead
    return _surface(place, x, back, height + 0 * _TURN, closed=True)


def _dome(power: float, rise: Points = _RISE) -> tuple[Points, Points]:
    angle = rise * np.pi / 2
    return np.cos(angle).clip(0) ** (2 / power), np.sin(angle).clip(0) ** (2 / power)


def _waves(
    rng: np.random.Generator, rows: float, turns: int, shape: tuple[int, int] = (_UP, _ROUND)
) -> Points:
    """Smooth chance over a grid, without a seam, of spread about 1."""
    rise, turn = (
        np.linspace(0, 1, shape[0])[:, None],
        np.linspace(-np.pi, np.pi, shape[1], endpoint=False)[None],
    )
    total = np.zeros(shape)
    for k in range(1, turns + 1):
        a, b, c = rng.uniform(0, 2 * np.pi, 3)
        total += (
            np.sin(k * turn + a + rows * rise * np.sin(b))
            * np.cos(rows * rise * rng.uniform(0.5, 1.5) + c)
            / np.sqrt(k)
        )
    return total


def _beanie(style: HatStyle, place: Seat, room: Room, rng: np.random.Generator) -> list[Piece]:
    """A knitted cap, close to the skull, with or without a turned-up cuff."""
    radius, height = _dome(2.2)
    loose = 6 + 0.22 * max(style.height - 105, 0) * 2
    full = 1.03 + 0.012 * _waves(rng, 6, 4) * np.sin(np.pi * _RISE)
    total = room.top + loose
    sag = 0.35 * loose * _RISE**3
    crown = _crown(place, radius * full, height * total - 4, ahead=-1.4 * sag)
    pieces = [Piece("crown", crown)]
    if style.cuff > 0:
        rise = np.linspace(0, 1, 20)[:, None]
        low = -6 + style.cuff * rise
        wall = _wall_radius(radius * full, height * total - 4, low)
        thick = 1 + 0.065 * np.sqrt(np.clip(1 - np.abs(2 * rise - 1) ** 3.5, 0, 1))
        uneven = 1 + 0.006 * _waves(rng, 3, 5, (20, _ROUND))
        x = wall * thick * uneven * place.half_width * np.sin(_TURN)
        back = -wall * thick * uneven * place.half_length * np.cos(_TURN)
        pieces.append(
            Piece("cuff", _surface(place, x, back, low + 1.2 * _waves(rng, 0, 3, (20, _ROUND)), closed=True))
        )
    return pieces


def _wall_radius(radius: Points, height: Points, at: Points) -> Points:
    """Radius of a crown at these heights, for every turn."""
    radius, height = np.broadcast_to(radius, (_UP, _ROUND)), np.broadcast_to(height, (_UP, _ROUND))
    return np.stack([np.interp(at[:, 0], height[:, k], radius[:, k]) for k in range(_ROUND)], 1)


def _cap(style: HatStyle, place: Seat, room: Room, rng: np.random.Generator) -> list[Piece]:
    """A baseball cap: six panels, a button, a curved peak."""
    radius, height = _dome(2.35)
    front = np.clip(np.cos(_TURN), 0, 1) ** 2
    full = 1.015 + 0.05 * front * np.sin(np.pi * np.clip(_RISE * 1.1, 0, 1)) + 0.006 * _waves(rng, 5, 4)
    crown = _crown(
        place, radius * full, height * (room.top + 7) - 3 + 7 * np.sin(_TURN) ** 2 * (1 - _RISE) ** 3
    )
    top = place.at(np.zeros(1), np.zeros(1), np.full(1, room.top + 4.5)).astype(np.float64)[0]
    button = ball(top, np.array([6.5, 3.0, 6.5]), 12)
    return [*_peak(style, place, 60.0, style.brim), Piece("crown", crown), Piece("button", button)]


def _peak(style: HatStyle, place: Seat, span: float, reach: float) -> list[Piece]:
    """A peak in front: bent down at its sides, thick, with a sewn edge."""
    turn = np.linspace(-1, 1, 81)[None]
    out = np.linspace(0, 1, 28)[:, None]
    angle = turn * np.radians(span)
    length = reach * np.sqrt(np.clip(1 - np.abs(turn) ** 2.6, 0, 1))
    x = place.half_width * 1.035 * np.sin(angle) * (1 + 0.05 * out)
    back = -place.half_length * 1.035 * np.cos(angle) - out * length
    curl = (14 + 22 * style.curl) * (np.abs(np.sin(angle)) / np.sin(np.radians(span))) ** 2.0
    slope = np.tan(np.radians(style.tilt)) + 0.34
    up = 2.0 - slope * out * length - curl * (out * length / reach) ** 0.8
    return _brim_of(place, x, back, up, around=False)


def _brim_of(place: Seat, x: Points, back: Points, up: Points, *, around: bool) -> list[Piece]:
    """A brim with a thick edge."""
    brim = _surface(place, x, back, up, closed=False, around=around)
    x, back, up = np.broadcast_arrays(x, back, up)
    rim = place.centre + np.stack([x[-1], back[-1], up[-1]], -1) @ place.axes
    inner = place.centre + np.stack([x[-2], back[-2], up[-2]], -1) @ place.axes
    out = rim - inner
    out /= np.linalg.norm(out, axis=1, keepdims=True) + 1e-6
    shape = profile(8, 2.2)
    rings = (
        rim[:, None] + out[:, None] * (shape[None, :, :1] * 1.1) + place.axes[2] * (shape[None, :, 1:] * 1.3)
    )
    edge = tube(rings, around=around)
    reach = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(rim, axis=0), axis=1))])
    spots = np.stack(np.broadcast_arrays(reach[:, None], np.arange(8.0)[None]), -1).reshape(-1, 2)
    if len(spots) < len(edge.points):
        spots = np.concatenate([spots, np.zeros((len(edge.points) - len(spots), 2))])
    return [Piece("brim", brim), Piece("edge", replace(edge, place=spots))]


def _flat_cap(style: HatStyle, place: Seat, room: Room, rng: np.random.Generator) -> list[Piece]:
    """A flat cap: its top slopes to the peak and hangs over a little."""
    radius, height = _dome(2.15)
    ahead, early = np.clip(np.cos(_TURN), 0, 1), np.sin(np.pi * np.clip(_RISE * 1.15, 0, 1))
    full = 1.02 + 0.09 * early**1.3 + 0.008 * _waves(rng, 4, 4) * early
    x = radius * full * place.half_width * np.sin(_TURN)
    back = -radius * full * place.half_length * np.cos(_TURN) - 15 * ahead**2 * early**1.2
    up = (room.top + 5) * height * (1 - 0.22 * ahead**1.5 * early) - 4
    crown = _surface(place, x, back, up + 1.0 * _waves(rng, 5, 5) * _RISE, closed=True)
    return [*_peak(replace(style, curl=0.35, tilt=style.tilt + 8), place, 58.0, 42.0), Piece("crown", crown)]


def _beret(style: HatStyle, place: Seat, room: Room, rng: np.random.Generator) -> list[Piece]:
    """A beret: a narrow band, a wide soft top that leans to one side."""
    side = 1.0 if style.lean >= 0 else -1.0
    out, over = np.clip(_RISE / 0.28, 0, 1), np.clip((_RISE - 0.28) / 0.72, 0, 1) * np.pi / 2
    wide = 1 + 0.24 * np.sin(out * np.pi / 2)
    radius = wide * np.cos(over) ** 0.8 * (1 + 0.014 * _waves(rng, 5, 4) * np.sin(np.pi * _RISE))
    low = side * np.sin(_TURN)
    low = low * np.cos(over)  # at the top all sides meet
    height = 16 * out * (1 - 0.9 * low * out) + (room.top - 14) * np.sin(over) ** 1.15
    height = height * (1 - 0.10 * low) + 1.0 * _waves(rng, 6, 5) * np.sin(np.pi * _RISE)
    crown = _crown(place, radius, height, aside=12.0 * side * np.sin(np.pi / 2 * _RISE))
    wall = np.linspace(0, 1, 10)[:, None]
    x = (1.015 + 0.0 * wall) * place.half_width * np.sin(_TURN)
    back = -(1.015 + 0.0 * wall) * place.half_length * np.cos(_TURN)
    band = _surface(place, x, back, -3 + 12 * wall, closed=True)
    return [Piece("band", band), Piece("crown", crown)]


def _brimmed(style: HatStyle, place: Seat, room: Room, rng: np.random.Generator) -> list[Piece]:
    """Fedora, panama, cowboy hat, bowler, bucket hat, sun hat: a crown, a band and a brim all round."""
    radius, height = _crown_shape(style, room)
    radius = radius * (1.01 + 0.004 * _waves(rng, 4, 4))
    crown = _crown(place, radius, height + 0.5 * _waves(rng, 5, 5) * _RISE)
    pieces = [*_brim_of(place, *_brim_shape(style, place, rng), around=True), Piece("crown", crown)]
    if style.kind not in ("bucket",):
        wall = np.linspace(0, 1, 8)[:, None]
        up = 1.0 + (26.0 if style.kind != "cowboy" else 12.0) * wall
        ring = _wall_radius(radius, height + 0 * _TURN, up) * (1.04 + 0.006 * np.sin(np.pi * wall))
        x, back = ring * place.half_width * np.sin(_TURN), -ring * place.half_length * np.cos(_TURN)
        pieces.append(Piece("band", _surface(place, x, back, up + 0 * _TURN, closed=True)))
    return pieces


def _crown_shape(style: HatStyle, room: Room) -> tuple[Points, Points]:
    """Radius and height over rows and turn of a crown with wall and roof."""
    kind = style.kind
    if kind == "bowler":
        radius, height = _dome(2.6)
        return radius * np.ones_like(_TURN), height * (room.top + 14) + 0 * _TURN
    if kind == "sun hat":
        radius, height = _dome(2.9)
        return radius * np.ones_like(_TURN), height * (room.top + 10) + 0 * _TURN
    if kind == "bucket":
        wall, roof = np.clip(_RISE / 0.55, 0, 1), np.clip((_RISE - 0.55) / 0.45, 0, 1)
        radius = (1 - 0.17 * wall**1.2) * np.cos(roof * np.pi / 2).clip(0) ** 0.72
        total = room.top + 4
        return radius * np.ones_like(_TURN), total * (
            0.84 * wall + 0.16 * np.sin(roof * np.pi / 2)
        ) + 0 * _TURN
    wall, roof = np.clip(_RISE / 0.55, 0, 1), np.clip((_RISE - 0.55) / 0.45, 0, 1)
    radius = (1 - (1 - style.taper) * wall**1.1) * np.cos(roof * np.pi / 2).clip(0) ** 0.85
    total = room.top + (18 if kind == "cowboy" else 14)
    x, ahead = radius * np.sin(_TURN), radius * np.cos(_TURN)
    deep = np.clip((_RISE - 0.46) / 0.22, 0, 1)
    deep = deep * deep * (3 - 2 * deep)
    wide = 0.36 - 0.06 * ahead
    crease = 24 * np.exp(-((x / wide) ** 2)) * deep * np.where(ahead > 0, 1 - 0.45 * ahead, 1.0)
    pinch = np.exp(-(((np.abs(_TURN) - 0.70) / 0.34) ** 2)) * np.clip((_RISE - 0.22) / 0.4, 0, 1) ** 1.3
    slope = 7 * ahead * np.clip(_RISE * 1.6 - 0.2, 0, 1)
    height = (
        total * (0.86 * np.sin(wall * np.pi / 2) ** 0.9 * 0.5 + 0.43 * wall + 0.14 * np.sin(roof * np.pi / 2))
        - crease
        + slope
    )
    return radius * (1 - 0.19 * pinch), height


def _brim_shape(style: HatStyle, place: Seat, rng: np.random.Generator) -> tuple[Points, Points, Points]:
    out = np.linspace(0, 1, 36)[:, None]
    sideways, ahead = np.sin(_TURN) ** 2, np.cos(_TURN)
    reach = style.brim
    flare, waves = 1.0, 0.8 * _waves(rng, 0, 4, (36, _ROUND)) * out
    if style.kind == "cowboy":
        up = (
            sideways * (14 + 42 * style.curl) * out**1.8
            - 12 * np.clip(ahead, 0, 1) ** 2 * out**1.5
            - 6 * np.clip(-ahead, 0, 1) * out
        )
        reach = reach * (1 - 0.10 * sideways)
    elif style.kind == "bucket":
        flare, up = 0.62, -0.74 * reach * out * (1 - 0.10 * style.curl)
    elif style.kind == "sun hat":
        up = -0.20 * reach * out**1.4 + 3.4 * _waves(rng, 0, 5, (36, _ROUND)) * out**1.5
    elif style.kind == "bowler":
        up = (4 + 16 * sideways) * out**2.2 - 4 * out * np.abs(ahead)
    else:
        snap = np.clip(ahead, 0, 1) ** 1.5 * out**1.3
        up = -2 * out - 17 * snap + (3 + 8 * style.curl) * np.clip(0.5 - ahead, 0, 2) ** 0.8 * out**2
    x = (place.half_width + out * reach * flare) * np.sin(_TURN)
    back = -(place.half_length + out * reach * flare) * np.cos(_TURN)
    return x, back, up + waves + 1.0
