"""The surfaces of a hat on a head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.methods.accessories.hat_style import Colour, HatStyle
from core.methods.accessories.head import Head, Points
from core.methods.accessories.layer import as_float
from core.methods.accessories.surface import Patch
from core.opencv import cv2

Grid = NDArray[np.floating]
_ROUND, _UP = 700, 380
# Angles about the hat's axis: 0 = front, positive towards the right of the picture. Of a crown no more is
# made than a turned head can show; a brim goes all the way round.
_ANGLE = np.linspace(-2.2, 2.2, _ROUND, dtype=np.float32)
_TURN = _ANGLE[None, :]
_RISE = np.linspace(0, 1, _UP, dtype=np.float32)[:, None]
_ALL_ROUND = np.linspace(-np.pi, np.pi, 1000, dtype=np.float32)[None, :]
_OUT = np.linspace(0, 1, 160, dtype=np.float32)[:, None]


@dataclass(frozen=True, eq=False)
class Seat:
    """Where a hat sits: the ellipse of its lower edge, and the hat's own axes in head coordinates."""

    centre: Points
    axes: Points
    half_width: float
    half_length: float

    def place(self, radius: Grid, height: Grid, angle: Grid = _TURN) -> Points:
        """Head coordinates `(rows, columns, 3)`: `radius` in parts of the edge's ellipse, `height` in mm."""
        x = radius * self.half_width * np.sin(angle)
        y = -radius * self.half_length * np.cos(angle)
        return self.at(x, y, height + 0 * angle)

    def at(self, x: Grid, back: Grid, height: Grid) -> Points:
        """Head coordinates of hat coordinates: to the right, to the back, up."""
        local = np.stack(np.broadcast_arrays(x, back, height), -1)
        return self.centre.astype(np.float32) + local.astype(np.float32) @ self.axes.astype(np.float32)


def seat(style: HatStyle, head: Head, half_width: float) -> Seat:
    """Sit the hat on the head: above the brows in front, lower at the back."""
    tilt, lean = np.radians(style.tilt), np.radians(style.lean)
    half_length = max(96.0 * half_width / 78, 92)
    brow = float(head.mesh[[105, 334], 1].mean())
    forehead = head.mesh[[10, 151]]
    y = brow - style.front
    z = float(np.interp(y, forehead[:, 1], forehead[:, 2])) - 5.0
    axes = np.array([[1, 0, 0], [0, np.sin(tilt), np.cos(tilt)], [0, -np.cos(tilt), np.sin(tilt)]])
    roll = np.array([[np.cos(lean), np.sin(lean), 0], [-np.sin(lean), np.cos(lean), 0], [0, 0, 1.0]])
    axes = axes @ roll
    front = np.array([float(head.mesh[[9, 151], 0].mean()) * 0.8, y, z])
    return Seat(front + half_length * axes[1], axes, half_width, half_length)


def build_hat(style: HatStyle, place: Seat, rng: np.random.Generator) -> list[Patch]:
    """All surfaces of the hat."""
    make = {"cap": _cap, "beanie": _beanie, "beret": _beret, "wrap": _wrap}.get(style.kind, _brimmed)
    return make(style, place, rng)


def _cloth(
    colour: Colour, rng: np.random.Generator, fuzz: float, shape: tuple[int, int] = (_UP, _ROUND)
) -> NDArray[np.float32]:
    """The colour over a grid of this shape with the irregularity of cloth."""
    fine = rng.standard_normal(shape, np.float32) * np.float32(fuzz)
    coarse = rng.normal(0, 0.05, (8, 24)).astype(np.float32)
    broad = cv2.resize(coarse, shape[::-1], interpolation=cv2.INTER_CUBIC)
    return as_float(np.array(colour) * (1 + cv2.blur(fine, (3, 3)) * 2 + broad)[..., None])


def _mixed(base: NDArray[np.float32], other: Colour, share: NDArray[Any]) -> NDArray[np.float32]:
    weight = np.broadcast_to(share, base.shape[:2])[..., None].astype(np.float32)
    return as_float(base * (1 - weight) + np.array(other, np.float32) * weight)


def _plaid(
    base: NDArray[np.float32], style: HatStyle, turn: Grid = _TURN, rise: Grid = _RISE
) -> NDArray[np.float32]:
    if style.plaid == 0:
        return base
    lines = (np.sin(turn * 14) > 0.4).astype(np.float32) * 0.5 + (np.sin(rise * 26) > 0.4) * 0.5
    return _mixed(base, style.second_colour, lines * style.plaid * 2)


def _power(base: Grid, exponent: float) -> Grid:
    """A power of what rounding may have left just below zero."""
    return np.clip(base, 0, None) ** exponent


def _dome(power: float = 2.3) -> tuple[Grid, Grid]:
    """Radius and height (both 0..1) of a dome from its edge to its top."""
    angle = _RISE * np.pi / 2
    return _power(np.cos(angle), 2 / power), _power(np.sin(angle), 2 / power)


def _crumpled(rng: np.random.Generator, amount: float, shape: tuple[int, int] = (_UP, _ROUND)) -> Grid:
    """Soft dents of cloth, in mm."""
    coarse = rng.standard_normal((7, 12), np.float32)
    coarse[:, -1] = coarse[:, 0]
    return cv2.resize(coarse, shape[::-1], interpolation=cv2.INTER_CUBIC) * np.float32(amount)


def _cap(style: HatStyle, place: Seat, rng: np.random.Generator) -> list[Patch]:
    radius, height = _dome(2.25)
    radius = radius * (1 + _crumpled(rng, 0.006))
    seams = np.exp(-((np.angle(np.exp(6j * (_TURN + np.pi / 6))) / 0.10) ** 2))
    stitch = np.exp(-((np.abs(np.angle(np.exp(6j * (_TURN + np.pi / 6)))) - 0.28) ** 2) / 0.003)
    bump = (-1.6 * seams + 0.3 * stitch + _crumpled(rng, 0.8)).astype(np.float32)
    front = (np.abs(_ANGLE) < np.pi / 6)[None, :]
    cloth = _plaid(_cloth(style.colour, rng, style.fuzz), style)
    if style.second_colour != style.colour and rng.random() < 0.4:
        cloth = _mixed(cloth, style.second_colour, front * 1.0)
    cloth = _logo(cloth, style, rng)
    crown = Patch(place.place(radius * 1.0, height * style.height), cloth, bump)
    return [crown, *_visor(style, place, rng)]


def _logo(cloth: NDArray[np.float32], style: HatStyle, rng: np.random.Generator) -> NDArray[np.float32]:
    """An emblem on the front: a disc, a bar or a few letters' worth of strokes."""
    if style.logo == 0:
        return cloth
    x, y = _TURN / 0.28, (_RISE - 0.38) / 0.17
    shape = int(rng.integers(3))
    if shape == 0:
        ring = x**2 + y**2
        share = (ring < 1) & ((ring > 0.72) | (np.abs(x * y) < 0.05) | (np.sin(9 * x) * np.sin(7 * y) > 0.5))
    elif shape == 1:
        share = (np.abs(x) < 1) & (np.abs(y) < 0.6) & ((np.abs(y) > 0.45) | (np.sin(14 * x + 3 * y) > 0.1))
    else:
        strokes = np.sin(5.5 * x + 1.5 * np.sin(4 * y)) + 0.8 * np.cos(6 * y)
        share = (np.abs(x) < 0.75) & (np.abs(y) < 0.8) & (strokes > 0.45)
    return _mixed(cloth, style.band_colour, share * style.logo)


def _visor(style: HatStyle, place: Seat, rng: np.random.Generator) -> list[Patch]:
    """The peak: from the front of the edge outward, bent down at its sides; seen from above or below."""
    span = np.linspace(-1, 1, 560, dtype=np.float32)[None, :]
    angle = span * np.radians(62)
    reach = style.brim * np.sqrt(np.clip(1 - np.abs(span) ** 2.6, 0, 1))
    out = _OUT * reach
    x = place.half_width * np.sin(angle) * 1.0 + 0 * out
    back = -place.half_length * np.cos(angle) * 1.01 - out
    drop = style.curl * 26 * (np.abs(x) / place.half_width) ** 2.2 * (0.35 + 0.65 * out / style.brim)
    # The seat leans back; a peak hangs below the level all the same.
    slope = np.tan(np.radians(style.tilt)) + 0.12 + 0.35 * (1 - style.taper) / 0.22
    height = 3.0 - slope * out - drop
    cloth = _cloth(
        style.second_colour if style.fuzz > 0.05 else style.colour, rng, style.fuzz * 0.7, (160, 560)
    )
    rows = np.abs(np.sin(_OUT * np.pi * 8)) < 0.2
    cloth = cloth * (1 - 0.12 * rows[..., None]).astype(np.float32)
    return [Patch(place.at(x, back, height), cloth, closed=False)]


def _beanie(style: HatStyle, place: Seat, rng: np.random.Generator) -> list[Patch]:
    radius, height = _dome(2.15)
    knit = np.abs(np.sin(_TURN * style.ribs / 2)) ** 0.7
    rows = np.sin(_RISE * 240 + 3 * np.abs(np.sin(_TURN * style.ribs / 2)))
    bump = (1.5 * knit + 0.25 * rows + _crumpled(rng, 1.2)).astype(np.float32)
    cloth = _cloth(style.colour, rng, style.fuzz) * (0.72 + 0.28 * knit)[..., None].astype(np.float32)
    if style.second_colour != style.colour and rng.random() < 0.5:
        cloth = _mixed(cloth, style.second_colour, (np.sin(_RISE * 18) > 0.55) * 0.9)
    slouch = 12 * rng.random() * _RISE**2
    patches = [
        Patch(
            place.place(radius * 1.01 + 0.012 * _crumpled(rng, 1.0), height * style.height + slouch),
            cloth,
            bump,
        )
    ]
    if style.cuff > 0:
        bulge = 1.035 + 0.035 * _power(np.sin(np.pi * _RISE), 0.5)
        cuff_cloth = _cloth(style.colour, rng, style.fuzz) * (0.72 + 0.28 * knit)[..., None].astype(
            np.float32
        )
        if style.logo > 0.75:
            patch = (np.abs(_TURN - 0.35) < 0.16) & (np.abs(_RISE - 0.5) < 0.32)
            cuff_cloth = _mixed(cuff_cloth, style.band_colour, patch * 0.9)
        low = -4 + style.cuff * _RISE
        shrink = np.clip(1 - (low / style.height) ** 2, 0, 1) ** 0.35
        patches.append(
            Patch(
                place.place(bulge * shrink, low),
                cuff_cloth,
                (1.8 * knit).astype(np.float32) * np.ones((_UP, 1), np.float32),
            )
        )
    return patches


def _beret(style: HatStyle, place: Seat, rng: np.random.Generator) -> list[Patch]:
    angle = _RISE * np.pi
    swell = 1 + 0.42 * _power(np.sin(angle), 0.8)
    radius = np.where(_RISE < 0.5, swell, 1.42 * _power(np.cos((_RISE - 0.5) * np.pi), 0.55))
    height = style.height * (1 - np.cos(angle)) / 2 * (1 + 0.0 * _TURN)
    soft = 1 + _crumpled(rng, 0.02)
    cloth = _cloth(style.colour, rng, style.fuzz)
    return [Patch(place.place(radius * soft, height), cloth, _crumpled(rng, 2.0).astype(np.float32)),
            Patch(place.place(1.0 + 0 * _RISE, -3 + 12 * _RISE), cloth * np.float32(0.7))]  # fmt: skip


def _wrap(style: HatStyle, place: Seat, rng: np.random.Generator) -> list[Patch]:
    """A scarf wound round the head: folds that run round it and cross in front."""
    radius, height = _dome(2.2)
    phase = rng.uniform(0, 6)
    side = np.where(_TURN > 0, 1, -1) * rng.choice([-1, 1])
    fold = np.sin(_RISE * 34 + side * _TURN * 3.2 + phase + 1.2 * np.sin(_TURN * 2 + phase))
    bump = (2.6 * fold + 0.8 * np.sin(_RISE * 90 + side * _TURN * 5)).astype(np.float32)
    cloth = _plaid(_cloth(style.colour, rng, style.fuzz), style)
    if style.second_colour != style.colour:
        cloth = _mixed(
            cloth, style.second_colour, np.sin(_TURN * 21 + fold * 3) * np.cos(_RISE * 40 + 6 * _TURN) > 0.35
        )
    cloth = cloth * (0.85 + 0.15 * fold)[..., None].astype(np.float32)
    full = 1.06 + 0.015 * fold + _crumpled(rng, 0.012)
    return [Patch(place.place(radius * full, height * style.height), cloth, bump)]


def _brimmed(style: HatStyle, place: Seat, rng: np.random.Generator) -> list[Patch]:
    """Fedora, cowboy hat, bucket hat: a crown with a band, and a brim all round."""
    cloth = _plaid(_cloth(style.colour, rng, style.fuzz * 0.6), style)
    wall = np.clip(_RISE / 0.62, 0, 1)
    roof = np.clip((_RISE - 0.62) / 0.38, 0, 1)
    radius = (1 - (1 - style.taper) * wall**1.4) * _power(np.cos(roof * np.pi / 2), 0.75)
    dent = (
        26 * np.exp(-((np.sin(_TURN) * radius / 0.35) ** 2)) * roof**1.5
        if style.kind != "bucket"
        else 0 * roof
    )
    height = style.height * (0.86 * wall + 0.14 * np.sin(roof * np.pi / 2)) - dent
    pinch = 1 - 0.12 * np.exp(-(((np.abs(_TURN) - 0.55) / 0.3) ** 2)) * wall**2 * (style.kind != "bucket")
    if style.kind != "bucket":
        cloth = _mixed(cloth, style.band_colour, (0.17 + 0.05 * (style.logo > 0) > _RISE) * 0.95)
    crown = Patch(place.place(radius * pinch * 1.0, height), cloth, _crumpled(rng, 0.8).astype(np.float32))
    return [crown, *_brim(style, place, rng)]


def _brim(style: HatStyle, place: Seat, rng: np.random.Generator) -> list[Patch]:
    out = _OUT * style.brim
    sideways, forward = np.sin(_ALL_ROUND) ** 2, np.cos(_ALL_ROUND)
    if style.kind == "cowboy":
        lift = out / style.brim * sideways * (18 + 48 * style.curl) * _OUT - 8 * forward.clip(0) * _OUT**2
    elif style.kind == "bucket":
        lift = -(0.65 + 0.25 * style.curl) * out
    else:
        lift = -0.10 * out * forward - 3 * _OUT + 8 * style.curl * _OUT**3 * (forward < 0.2)
    flare = 0.55 if style.kind == "bucket" else 1.0
    grow = 1 + out * flare / place.half_width
    wave = _crumpled(rng, 1.2, (160, 1000)) * _OUT
    cloth = _plaid(_cloth(style.colour, rng, style.fuzz * 0.6, (160, 1000)), style, _ALL_ROUND, _OUT)
    edge = (_OUT > 0.96) * 0.5
    cloth = _mixed(cloth, (0.05, 0.05, 0.05), edge * (style.logo > 0.6))
    x = place.half_width * np.sin(_ALL_ROUND) * grow
    back = -(place.half_length + out * flare) * np.cos(_ALL_ROUND)
    return [Patch(place.at(x, back, lift + wave), cloth, closed=False)]
