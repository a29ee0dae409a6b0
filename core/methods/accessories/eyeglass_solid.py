"""A pair of eyeglasses as surfaces: rims, bridge, temples, pads and lenses of a fitted frame."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from core.methods.accessories.eyeglass_shape import Frame, build_frame
from core.methods.accessories.eyeglass_style import EyeglassStyle
from core.methods.accessories.head import Head, Points
from core.methods.accessories.solid import Solid, ball, joined, profile, sheet, tube

_CLEARANCE = 1.0
"""Millimetres between the rims and brows or cheeks."""
_BESIDE_THE_NOSE = 17.0
"""Millimetres from the middle where the nose's flanks end, which the frame may touch."""


@dataclass(frozen=True, eq=False)
class Eyeglasses:
    """What a pair is made of: `front` (rims, bridge, end pieces), `temples` (left in the picture, right),
    `edges` of lenses that no rim holds, `pads` and their `wires` or None, `lenses` whose `place` is -1..1
    across and down."""

    frame: Frame
    front: Solid
    edges: Solid | None
    temples: tuple[Solid, Solid]
    pads: Solid | None
    wires: Solid | None
    lenses: tuple[Solid, Solid]


def build_eyeglasses(style: EyeglassStyle, head: Head) -> Eyeglasses:
    """The pair fitted to the head, clear of its brows and cheeks."""
    frame = _clear_of_the_face(build_frame(style, head), style, head)
    parts = [*(_bridge(style, frame, bar) for bar in frame.bridge)]
    if style.rim != "none":
        parts += [_rim(style, frame, lens, rim) for lens, rim in zip(frame.lenses, frame.rims, strict=True)]
    arms = [_arm(style, frame, head, side) for side in (-1, 1)]
    front = joined(*parts, *(near for near, _ in arms))
    pads, wires = _pads(style, frame, head) if style.nose_pads else (None, None)
    lenses = tuple(_lens(style, frame, outline) for outline in frame.lenses)
    edges = None if style.rim == "full" else joined(*(_edge(frame, lens) for lens in frame.lenses))
    return Eyeglasses(frame, front, edges, (arms[0][1], arms[1][1]), pads, wires, (lenses[0], lenses[1]))


def _clear_of_the_face(frame: Frame, style: EyeglassStyle, head: Head) -> Frame:
    """Pushed away from the face where brows or cheeks would touch the lenses."""
    mesh = head.mesh[:468] - frame.origin
    low, high = frame.rims[1].min(0), frame.rims[1].max(0)
    across = np.abs(mesh[:, 0])
    behind = (across > _BESIDE_THE_NOSE) & (across < high[0]) & (mesh[:, 1] > low[1]) & (mesh[:, 1] < high[1])
    if not behind.any():
        return frame
    front = frame.wrap * (mesh[behind, 0] / 70) ** 2 + frame.tilt * mesh[behind, 1]
    gap = mesh[behind, 2] - front - style.rim_depth
    push = float(np.clip(_CLEARANCE - np.percentile(gap, 4), 0, 5))
    return replace(frame, origin=frame.origin - np.array([0, 0, push]))


def _rim(style: EyeglassStyle, frame: Frame, lens: Points, rim: Points) -> Solid:
    """The rim round one lens, swept along its outline; of half rims only the upper part."""
    shape = profile(16, 2.0 if style.material == "metal" else 4.0)
    inner, outer = frame.place(lens), frame.place(rim)
    if style.rim == "half":
        low = float(lens[:, 1].max()) * 0.2
        start = int(np.argmax(lens[:, 1]))
        inner, outer, flat = (np.roll(a, -start, 0) for a in (inner, outer, lens))
        keep = np.flatnonzero(flat[:, 1] < low)
        inner, outer = inner[keep[0] : keep[-1] + 1], outer[keep[0] : keep[-1] + 1]
    rings = _rings(inner, outer, style.rim_depth, shape)
    return tube(rings, around=style.rim == "full")


def _rings(inner: Points, outer: Points, depth: float, shape: Points) -> Points:
    """Cross-sections `(N, K, 3)` between two outlines, `depth` mm to the back."""
    middle, half = (inner + outer) / 2, (outer - inner) / 2
    back = np.array([0.0, 0.0, depth / 2])
    return middle[:, None] + back + half[:, None] * shape[None, :, :1] + back * shape[None, :, 1:]


def _bridge(style: EyeglassStyle, frame: Frame, bar: Points) -> Solid:
    """A bar `(2 N, 2)`, its upper edge and its lower one back, arched forward over the nose."""
    count = len(bar) // 2
    upper, lower = bar[:count], bar[count:][::-1]
    metal = style.material == "metal"
    deep = style.rim_depth if not metal else min(style.rim_depth, 1.6)
    rings = _rings(frame.place(lower), frame.place(upper), deep, profile(16, 2.0 if metal else 3.5))
    arch = 1 - np.linspace(-1, 1, count) ** 2
    rings = rings - np.array([0, 0, 1.0])[None, None] * (arch * (1.2 if metal else 0.6))[:, None, None]
    if metal:
        rings = rings + np.array([0, 0, (style.rim_depth - deep) / 2])
    return tube(rings)


def _arm(style: EyeglassStyle, frame: Frame, head: Head, side: int) -> tuple[Solid, Solid]:
    """The end piece, and the temple from the hinge to behind the ear."""
    line = frame.temples[0 if side < 0 else 1]
    metal = style.material == "metal"
    rim = frame.rims[0 if side < 0 else 1]
    outer = rim[np.abs(rim[:, 0]) > np.abs(rim[:, 0]).mean()]
    order = outer[np.argsort(outer[:, 1])]
    hinge = float((line[0] - frame.origin)[1] - 0.0)
    hinge = (
        hinge
        if order[0, 1] < hinge < order[-1, 1]
        else float(np.clip(hinge, order[0, 1] + 2, order[-1, 1] - 2))
    )
    inside = float(np.interp(hinge, order[:, 1], order[:, 0]))
    depth = style.rim_depth * 0.5
    first = frame.place(np.array([[inside - side * 0.6, hinge]]), depth)[0]
    corner = frame.place(np.array([[side * frame.half_width, hinge]]), depth)[0]
    path = _bent(first, corner, line[1:] + (corner - line[0]) * (1 - np.linspace(0, 1, len(line))[1:, None]))
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    high = style.temple_height / 2 * np.interp(along, [0, 8, 45, 110, 140], [1.3, 1.0, 0.85, 0.7, 0.8])
    if not metal:
        high = np.maximum(high, np.interp(along, [0, 6, 10], [style.rim_top * 0.55, style.rim_top * 0.5, 0]))
    thick = (0.6 if metal else min(style.rim_depth, 3.6) / 2) * np.interp(
        along, [0, 10, 60], [1.0, 0.9, 0.75]
    )
    rings = _swept(path, high, thick, side, profile(14, 2.4 if metal else 4.0))
    split = int(np.searchsorted(along, 6.5 if not metal else 5.0))
    return tube(rings[: split + 1]), tube(rings[split:])


def _bent(first: Points, corner: Points, line: Points) -> Points:
    """A path to the corner and on along the line, round the corner by a few millimetres."""
    away = np.linalg.norm(corner - first)
    into = corner + (first - corner) * min(1.0, 3.5 / max(away, 1e-3))
    ahead = (line[-1] - corner) / np.linalg.norm(line[-1] - corner)
    out = corner + ahead * 4.0
    share = np.linspace(0, 1, 9)[:, None]
    round_ = (1 - share) ** 2 * into + 2 * share * (1 - share) * corner + share**2 * out
    keep = (line - corner) @ ahead > 6.0
    straight = first + (into - first) * np.linspace(0, 1, 5)[:-1, None] if away > 3.6 else np.empty((0, 3))
    return np.concatenate([straight, round_, line[keep]])


def _swept(path: Points, high: Points, thick: Points, side: int, shape: Points) -> Points:
    """Cross-sections `(N, K, 3)` across a path, upright."""
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    up = np.array([0.0, -1.0, 0.0]) - along * along[:, 1:2] * -1
    up /= np.linalg.norm(up, axis=1, keepdims=True)
    out = np.cross(along, up)
    return (
        path[:, None]
        + up[:, None] * (shape[None, :, :1] * high[:, None, None])
        + out[:, None] * (shape[None, :, 1:] * thick[:, None, None])
    )


def _pads(style: EyeglassStyle, frame: Frame, head: Head) -> tuple[Solid, Solid]:
    """Nose pads where they rest on the sides of the nose, and the wires that hold them."""
    pads: list[Solid] = []
    wires: list[Solid] = []
    for side, flat in zip((-1, 1), frame.pads, strict=True):
        middle = frame.place(flat.mean(0, keepdims=True), 3.0)[0]
        away = np.linalg.norm(head.mesh[:468, :2] - middle[:2], axis=1)
        near = np.argsort(away)[:4]
        skin = float(np.average(head.mesh[near, 2], weights=1 / (away[near] + 0.5)))
        middle[2] = float(np.clip(skin - 1.0, middle[2] - 1.5, middle[2] + 5.0))
        pad = ball(np.zeros(3), np.array([1.3, 3.9, 2.3]), 12)
        slant = np.radians(16.0 * side)
        turn = np.array([[np.cos(slant), np.sin(slant), 0], [-np.sin(slant), np.cos(slant), 0], [0, 0, 1.0]])
        pads.append(replace(pad, points=pad.points @ turn + middle, normals=pad.normals @ turn))
        rim = frame.rims[0 if side < 0 else 1]
        nasal = rim[np.argmin(np.abs(rim[:, 0]) + 0.4 * np.abs(rim[:, 1] - (flat[:, 1].mean() - 1.5)))]
        start = frame.place(nasal[None], style.rim_depth)[0]
        knee = (start + middle) / 2 + np.array([-side * 0.8, -1.6, 1.2])
        share = np.linspace(0, 1, 10)[:, None]
        path = (
            (1 - share) ** 2 * start
            + 2 * share * (1 - share) * knee
            + share**2 * (middle - np.array([0, 0, 0.8]))
        )
        wires.append(tube(_swept(path, np.full(10, 0.42), np.full(10, 0.42), side, profile(8, 2.0))))
    return joined(*pads), joined(*wires)


def _edge(frame: Frame, lens: Points) -> Solid:
    """The ground edge of a lens, as thick as that of a short-sighted one."""
    inner = lens.mean(0) + (lens - lens.mean(0)) * 0.975
    return tube(_rings(frame.place(inner), frame.place(lens), 2.2, profile(10, 4.0)), around=True)


def _lens(style: EyeglassStyle, frame: Frame, outline: Points) -> Solid:
    """A lens, bulged as lenses are (radius 90 mm)."""
    middle = (outline.min(0) + outline.max(0)) / 2
    share = np.linspace(0.0, 1.0, 9)[:, None, None]
    flat = middle + (outline - middle)[None] * share
    half = (outline.max(0) - outline.min(0)) / 2
    reach = np.linalg.norm(outline - middle, axis=1)[None] * share[..., 0]
    sag = (half.max() ** 2 - reach**2) / (2 * 90)
    points = frame.place(flat.reshape(-1, 2), style.rim_depth * 0.45)
    points[:, 2] -= sag.ravel()
    made = sheet(
        points.reshape(*flat.shape[:2], 3), around=True, outward=points.mean(0) + np.array([0, 0, 50.0])
    )
    return replace(made, place=((flat - middle) / half).reshape(-1, 2))
