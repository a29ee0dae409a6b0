"""The geometry of a pair of eyeglasses on a head: outlines and bars in head coordinates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.methods.accessories.eyeglass_style import EyeglassStyle, Outline
from core.methods.accessories.head import Head, Points

_ANGLES = np.linspace(0, 2 * np.pi, 96, endpoint=False)


@dataclass(frozen=True, eq=False)
class Frame:
    """One pair of eyeglasses, unfolded flat and the way it is bent onto the head.

    Flat coordinates are (x to the right, y down) in mm around the middle of the bridge. `lenses` and
    `rims` are closed outlines (left in the picture, right), `bridge` and `ends` filled
    pieces, `pads` and their `arms` too; `temples` are centre lines `(N, 3)` in head coordinates.
    """

    lenses: tuple[Points, Points]
    rims: tuple[Points, Points]
    bridge: tuple[Points, ...]
    ends: tuple[Points, ...]
    pads: tuple[Points, ...]
    arms: tuple[Points, ...]
    temples: tuple[Points, Points]
    origin: Points
    wrap: float
    tilt: float
    half_width: float

    def place(self, flat: Points, depth: float = 0.0) -> Points:
        """Head coordinates `(N, 3)` of flat points `(N, 2)`; `depth` mm behind the front surface."""
        x, y = flat[:, 0], flat[:, 1]
        z = self.wrap * (x / 70) ** 2 + self.tilt * y + depth
        return self.origin + np.column_stack([x, y, z])

    def points(self) -> Points:
        """Head coordinates of every outline point and arm, for extents."""
        flat = np.concatenate([*self.rims, *self.ends, *self.bridge])
        return np.concatenate([self.place(flat), *self.temples])


def build_frame(style: EyeglassStyle, head: Head) -> Frame:
    """Fit the eyeglasses to the head: on the nose, before the eyes, back to the ears."""
    width = head.face_width
    # The sizes of real frames follow the head's, not the pupils' distance alone.
    ratio = width / 141 * style.fit
    lens_half, gap = style.lens_width * ratio / 2, style.bridge_width * (0.5 + 0.5 * ratio) / 2
    lens = lens_outline(style.outline, lens_half)
    rim = _offset(lens, style)
    centre = np.array([gap + lens_half, 0.0])
    lenses = _both(lens + centre)
    rims = _both(rim + centre)
    outer = float(rims[1][:, 0].max())
    # Wires bend far out to the hinge; a moulded frame ends soon after its rim.
    stretch = 7.0 if style.material == "metal" else 3.0
    reach = max(outer + 0.8, min(outer + stretch, width / 2 * 0.99))
    origin = _rest(style, head)
    hinge = _hinge_height(style, lens)
    ends = _both(_end_piece(style, rims[1], reach, hinge))
    pad = _pad(gap, lens)
    frame = Frame(lenses, rims, _bridge(style, rims, lens), ends, _both(pad), _both(_pad_arm(pad, gap)),
                  (np.empty((0, 3)), np.empty((0, 3))), origin, style.wrap,
                  float(np.tan(np.radians(style.pantoscopic))), reach)  # fmt: skip
    temples = (_temple(frame, head, -1, hinge), _temple(frame, head, 1, hinge))
    return Frame(
        lenses,
        rims,
        frame.bridge,
        ends,
        frame.pads,
        frame.arms,
        temples,
        origin,
        frame.wrap,
        frame.tilt,
        reach,
    )


def lens_outline(shape: Outline, half: float) -> Points:
    """A lens outline `(96, 2)` around its own middle, outward (away from the nose) = positive x, in mm."""
    height = half * shape.aspect
    cos, sin = np.cos(_ANGLES), np.sin(_ANGLES)
    power = np.where(sin < 0, shape.top, shape.bottom)
    x = np.sign(cos) * np.abs(cos) ** (2 / power)
    y = np.sign(sin) * np.abs(sin) ** (2 / power)
    y = np.where(y < 0, y + shape.flat * y**2 * (1 - x**2) * 0.6, y)
    low = np.clip(y, 0, None)
    x = x * (1 - shape.taper * y)
    x = np.where(x < 0, x + shape.nasal * low**1.3 * np.abs(x), x)
    out = np.clip(x, 0, None)
    y = y - shape.lift * out**2.2 * np.clip(0.6 - y, 0, 1.6) / 1.6 + shape.sag * out * low
    x = x + 0.25 * shape.lift * out * np.clip(-y, 0, 1)
    outline = np.column_stack([x * half, y * height])
    # Nobody grinds a corner: every bend is rounded a little.
    return np.sum([np.roll(outline, k - 2, 0) * w for k, w in enumerate((1, 4, 6, 4, 1))], axis=0) / 16


def _offset(lens: Points, style: EyeglassStyle) -> Points:
    """Outer edge of the rim: the lens outline moved outward by the rim's width there."""
    ahead, behind = np.roll(lens, -3, 0), np.roll(lens, 3, 0)
    along = ahead - behind
    normal = np.column_stack([along[:, 1], -along[:, 0]]) / np.linalg.norm(along, axis=1, keepdims=True)
    up = np.clip(0.5 - normal[:, 1] * (0.9 if style.shape != "browline" else 2.0), 0, 1)
    up = up * up * (3 - 2 * up)
    width = style.rim_bottom + (style.rim_top - style.rim_bottom) * up
    return lens + normal * width[:, None]


def _both(right: Points) -> tuple[Points, Points]:
    return right * [-1, 1], right


def _rest(style: EyeglassStyle, head: Head) -> Points:
    """Where the middle of the bridge is: between the eyes, a little before the nose."""
    pupils = head.mesh[[468, 473]]
    y = float(pupils[:, 1].mean()) + style.drop
    bridge = head.mesh[[8, 168, 6, 197]]
    nose = float(np.interp(y - 4, bridge[:, 1], bridge[:, 2]))
    middle = float(bridge[1:3, 0].mean()) * 0.7 + float(pupils[:, 0].mean()) * 0.3
    return np.array([middle, y, nose - style.vertex])


def _hinge_height(style: EyeglassStyle, lens: Points) -> float:
    share = {"aviator": 0.55, "round": 0.25, "oval": 0.4, "panto": 0.5}.get(style.shape, 0.62)
    return float(lens[:, 1].min()) * share


def _bridge(style: EyeglassStyle, rims: tuple[Points, Points], lens: Points) -> tuple[Points, ...]:
    top = float(lens[:, 1].min())
    if style.material == "metal" or style.shape == "browline":
        first = _bar(style, rims, top * 0.30, rise=2.0, height=max(style.bridge_height, 1.3))
        if not style.double_bridge:
            return (first,)
        return first, _bar(style, rims, top * 0.92, rise=0.6, height=1.4)
    return (_bar(style, rims, top * 0.45, rise=1.2, height=style.bridge_height),)


def _bar(style: EyeglassStyle, rims: tuple[Points, Points], y: float, rise: float, height: float) -> Points:
    """A bridge between the rims at this height: arched, thicker where it meets them."""
    right = rims[1]
    nasal = right[right[:, 0] < right[:, 0].mean()]
    order = nasal[np.argsort(nasal[:, 1])]
    x = np.linspace(-1, 1, 25)
    arch = 1 - x**2
    flare = 1 + 0.5 * (1 - arch) * (style.material != "metal")
    upper = y - height / 2 * flare - rise * arch
    lower = y + height / 2 * flare - rise * arch
    reach = [np.interp(line, order[:, 1], order[:, 0]) + 0.6 for line in (upper, lower)]
    return np.concatenate([np.column_stack([x * reach[0], upper]),
                           np.column_stack([x * reach[1], lower])[::-1]])  # fmt: skip


def _end_piece(style: EyeglassStyle, rim: Points, reach: float, hinge: float) -> Points:
    """From the rim's outer edge to the hinge."""
    outer = rim[rim[:, 0] > rim[:, 0].mean()]
    order = outer[np.argsort(outer[:, 1])]
    height = max(style.temple_height, style.rim_top) / 2
    inner = [
        float(np.interp(hinge + d, order[:, 1], order[:, 0])) - 0.5 for d in (-height * 1.25, height * 1.25)
    ]
    return np.array([[inner[0], hinge - height * 1.25], [reach, hinge - height],
                     [reach, hinge + height], [inner[1], hinge + height * 1.25]])  # fmt: skip


def _pad(gap: float, lens: Points) -> Points:
    """A nose pad, a small slanted ellipse beside the nose."""
    top, bottom = float(lens[:, 1].min()), float(lens[:, 1].max())
    centre = np.array([gap * 0.62 + 1.0, top * 0.05 + bottom * 0.28])
    ring = np.column_stack([np.cos(_ANGLES[::4]) * 1.6, np.sin(_ANGLES[::4]) * 3.8])
    slant = np.radians(18)
    return (
        ring @ np.array([[np.cos(slant), np.sin(slant)], [-np.sin(slant), np.cos(slant)]]) * [1, 1] + centre
    )


def _pad_arm(pad: Points, gap: float) -> Points:
    """The wire from the rim to the pad, bent upward."""
    centre = pad.mean(0)
    half = np.array([0.0, 0.35])
    line = np.array([[gap + 0.6, centre[1] - 1.0], [gap - 0.2, centre[1] - 3.2], centre])
    return np.concatenate([line - half, (line + half)[::-1]])


def _temple(frame: Frame, head: Head, side: int, hinge: float) -> Points:
    """Centre line `(24, 3)` from the hinge straight back to the top of the ear, then down behind it."""
    start = frame.place(np.array([[side * frame.half_width, hinge]]), 1.0)[0]
    face, cheek = (head.mesh[356], head.mesh[454]) if side > 0 else (head.mesh[127], head.mesh[234])
    widest = max(abs(float(face[0] - frame.origin[0])), abs(float(cheek[0] - frame.origin[0])))
    ear = np.array([frame.origin[0] + side * (widest + 1.5), face[1] - 4.0, face[2] + 30.0])
    share = np.linspace(0, 1, 24)[:, None]
    line = start + (ear - start) * share
    # Pushed apart by the head: the temples bow outward in the middle.
    line[:, 0] += side * 2.0 * np.sin(np.pi * share[:, 0])
    return line
