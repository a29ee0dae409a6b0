"""Earrings: found a place at the lobes, drawn with the head's pose, composed on a portrait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.head import Head, Points, fit_head
from core.methods.accessories.layer import (
    SUPER,
    Canvas,
    Composite,
    Drawing,
    Image,
    Light,
    Mask,
    Window,
    among,
    as_float,
    blur,
    compose,
    enlarge,
    move,
    read_light,
    relief,
    stack,
)

Colour = tuple[float, float, float]
EarringKind = Literal["stud", "pearl", "hoop", "drop", "beads", "disc"]
_KINDS: Mapping[EarringKind, float] = {
    "stud": 0.22, "pearl": 0.18, "hoop": 0.26, "drop": 0.20, "beads": 0.08, "disc": 0.06,
}  # fmt: skip
_METALS: tuple[Colour, ...] = ((0.80, 0.64, 0.34), (0.72, 0.72, 0.74), (0.80, 0.66, 0.34), (0.74, 0.54, 0.46))
_STONES: tuple[Colour, ...] = (
    (0.86, 0.90, 0.94), (0.86, 0.90, 0.94), (0.10, 0.20, 0.55), (0.60, 0.06, 0.12), (0.08, 0.40, 0.26),
    (0.10, 0.45, 0.50), (0.05, 0.05, 0.06), (0.40, 0.18, 0.45),
)  # fmt: skip
_CIRCLE = np.linspace(0, 2 * np.pi, 48, endpoint=False)


@dataclass(frozen=True)
class EarringStyle:
    """A pair of earrings. Lengths in mm, colours 0..1 sRGB; `turn` is how far a hoop faces the front."""

    kind: EarringKind
    metal: Colour
    stone: Colour
    size: float
    length: float
    wire: float
    turn: float
    shadow: float

    def params(self) -> dict[str, object]:
        """The style as plain values, for records."""
        return asdict(self)

    @classmethod
    def random(cls, rng: np.random.Generator) -> EarringStyle:
        """Earrings as people wear them, most of them small."""
        shares = np.array(list(_KINDS.values()))
        kind = list(_KINDS)[int(rng.choice(len(shares), p=shares / shares.sum()))]
        low, high = {"stud": (4, 12), "pearl": (6, 16), "hoop": (12, 46), "drop": (5, 12), "beads": (4, 9),
                     "disc": (12, 26)}[kind]  # fmt: skip
        pearl = kind == "pearl" or (kind in ("drop", "beads") and rng.random() < 0.25)
        stone = (0.90, 0.87, 0.82) if pearl else _STONES[int(rng.integers(len(_STONES)))]
        return cls(
            kind=kind, metal=_METALS[int(rng.integers(len(_METALS)))], stone=stone,
            size=rng.uniform(low, high), length=rng.uniform(12, 42), wire=rng.uniform(1.1, 3.2),
            turn=rng.uniform(15, 65), shadow=rng.uniform(0.2, 0.5),
        )  # fmt: skip


def draw_earrings(
    portrait: Image,
    label_map: Image,
    mesh: NDArray[np.floating],
    rng: np.random.Generator,
    style: EarringStyle | None = None,
) -> Composite | None:
    """Put earrings on a portrait `(256, 256, 3)` with its label map and face mesh `(478, 3)`.

    Each visible ear gets one; None where neither lobe can be seen. The same generator state gives the same
    picture. Raises `ValueError` for a mesh of another shape.
    """
    style = style or EarringStyle.random(rng)
    head = fit_head(mesh)
    lobes = [lobe for side in (-1, 1) if (lobe := find_lobe(label_map, head, side)) is not None]
    if not lobes:
        return None
    light = read_light(portrait, label_map, rng)
    made: Composite | None = None
    for lobe, side in lobes:
        image, labels = (portrait, label_map) if made is None else (made.image, made.label_map)
        one = _draw_one(image, labels, lobe, side, style, head, light, rng)
        made = stack(made, one, portrait) if made else one
    assert made is not None
    return made if (made.label_map == Label.EAR_R).sum() > (label_map == Label.EAR_R).sum() else None


def _draw_one(
    portrait: Image, label_map: Image, lobe: Points, side: int, style: EarringStyle, head: Head, light: Light,
    rng: np.random.Generator,
) -> Composite:  # fmt: skip
    hang = style.size if style.kind == "hoop" else style.size + style.length
    extent = lobe + head.scale * np.array([[-style.size / 2, -2], [style.size / 2, hang * 1.3]])
    window = Window.around(extent, 9, *label_map.shape)
    part, part_labels = window.of(portrait), window.of(label_map)
    canvas = Canvas(*part_labels.shape)
    _Painter(style, head, canvas, light, part_labels).draw(lobe - [window.left, window.top], side)
    drawing = Drawing(canvas, Label.EAR_R, light, {"earrings": style.params()})
    return window.paste(compose(part, part_labels, drawing, rng), portrait, label_map)


def find_lobe(label_map: Image, head: Head, side: int) -> tuple[Points, int] | None:
    """Crop position `(2,)` of the lobe on this side of the picture (-1 left, 1 right) and the side.

    None where it is turned away, under hair or outside the crop. The label map's ear says where, else the
    mesh's side of the face; the labels' ears end early, so the two are averaged.
    """
    anchor = head.mesh[454 if side > 0 else 234]
    guess = anchor + np.array([side * 3.5, 25.0, 9.0])
    if head.turn(np.array([float(side), 0.0, 0.0]))[2] > 0.22:
        return None
    place = head.project(guess[None])[0]
    ear = _lowest_of_ear(label_map, place, side, head.scale)
    if ear is not None:
        place = ear
    height, width = label_map.shape
    x, y = round(float(place[0])), round(float(place[1]))
    if not (4 <= x < width - 4 and 4 <= y < height - 8):
        return None
    around = label_map[y - 3 : y + 4, x - 3 : x + 4]
    allowed = np.isin(around, (Label.SKIN, Label.L_EAR, Label.R_EAR, Label.NECK, Label.BACKGROUND))
    held = np.isin(around, (Label.SKIN, Label.L_EAR, Label.R_EAR, Label.NECK))
    if np.mean(around == Label.HAIR) > (0.6 if ear is not None else 0.35):
        return None
    return (place, side) if allowed.mean() > 0.4 and held.any() else None


def _lowest_of_ear(label_map: Image, place: Points, side: int, scale: float) -> Points | None:
    """The lower end of the labelled ear near the expected lobe."""
    rows, columns = np.nonzero(np.isin(label_map, (Label.L_EAR, Label.R_EAR)))
    near = (np.abs(columns - place[0]) < 22 * scale) & (np.abs(rows - place[1]) < 45 * scale)
    if near.sum() < 40:
        return None
    rows, columns = rows[near], columns[near]
    low = rows >= np.percentile(rows, 88)
    found = np.array([float(columns[low].mean()), float(rows[low].max()) - 1.5])
    # A label that ends far above the lobe is cut by hair or badly drawn.
    return found if abs(found[1] - place[1]) < 16 * scale else None


def _down(pixels: float) -> Points:
    return np.array([0.0, pixels])


class _Painter:
    """Paints one earring at a lobe."""

    def __init__(
        self, style: EarringStyle, head: Head, canvas: Canvas, light: Light, label_map: Image
    ) -> None:
        self.style, self.head, self.canvas, self.light = style, head, canvas, light
        self.ears = enlarge(blur(among(label_map, Label.L_EAR, Label.R_EAR, Label.SKIN), 0.5))
        self.body = enlarge(blur(among(label_map, Label.L_EAR, Label.R_EAR, Label.SKIN, Label.NECK), 0.8))

    def draw(self, lobe: Points, side: int) -> None:
        """Hang one earring: gravity pulls straight down the picture."""
        style, scale = self.style, self.head.scale
        half = style.size / 2 * scale
        if style.kind == "hoop":
            self._hoop(lobe, side)
        elif style.kind in ("stud", "pearl"):
            self._ball(lobe + _down(half * 0.3), half)
        elif style.kind == "disc":
            self._chain(lobe, lobe + _down(5.0 * scale))
            self._disc(lobe + _down(5.0 * scale + half), half)
        elif style.kind == "beads":
            count = max(int(style.length / style.size), 2)
            for k in range(count):
                self._ball(
                    lobe + _down((k * 1.02 + 0.5) * style.size * scale),
                    half * (0.8 + 0.25 * (k == count - 1)),
                )
        else:
            low = lobe + _down(style.length * scale)
            self._ball(lobe, 1.4 * scale, metal=True)
            self._chain(lobe, low)
            self._teardrop(low, half)

    def _shadow(self, mask: Mask) -> None:
        lx, _, lz = self.light.direction
        cast = blur(move(mask, -lx / lz * 2.5 * SUPER, 2.0 * SUPER), 1.2 * SUPER)
        self.canvas.over(cast * self.body * self.style.shadow, np.array([0.12, 0.07, 0.06], np.float32))

    def _metal(self, mask: Mask, bevel: float) -> NDArray[np.float32]:
        normals = relief(mask, bevel)
        mirror = np.clip(0.42 - 0.8 * normals[..., 1] + 0.25 * normals[..., 0], 0.06, 1.3)[..., None]
        spark = np.clip(normals @ self._half(), 0, 1)[..., None] ** 30
        return as_float(np.array(self.style.metal, np.float32) * (0.30 + 0.8 * mirror) + 0.8 * spark)

    def _half(self) -> NDArray[np.float32]:
        half = np.array(self.light.direction, np.float32) + np.array([0, 0, 1], np.float32)
        return as_float(half / np.linalg.norm(half))

    def _put(self, mask: Mask, colour: NDArray[np.float32]) -> None:
        self._shadow(mask)
        self.canvas.over(mask, colour, solid=True)

    def _ball(self, centre: Points, radius: float, *, metal: bool = False) -> None:
        ring = centre + radius * np.column_stack([np.cos(_CIRCLE), np.sin(_CIRCLE)])
        mask = self.canvas.polygon(ring)
        if metal or (self.style.kind == "stud" and self.style.wire < 1.9):
            self._put(mask, self._metal(mask, radius))
            return
        self._put(mask, self._stone(mask, radius))

    def _stone(self, mask: Mask, radius: float) -> NDArray[np.float32]:
        """Pearl: soft and round. Stone: dark with small bright facets."""
        normals = relief(mask, radius)
        lit = np.clip(normals @ np.array(self.light.direction, np.float32), 0, 1)[..., None]
        spark = np.clip(normals @ self._half(), 0, 1)[..., None]
        base = np.array(self.style.stone, np.float32)
        if base.min() > 0.8 and base[0] > base[2]:
            return (base * (0.40 + 0.65 * lit) + 0.35 * spark**14).astype(np.float32)
        rows = np.arange(mask.shape[0], dtype=np.float32)[:, None] / SUPER
        columns = np.arange(mask.shape[1], dtype=np.float32)[None] / SUPER
        facets = np.sin(columns * 2.6 + 1.7 * np.sin(rows * 2.1)) * np.sin(rows * 2.9 + columns)
        return (base * (0.45 + 0.5 * lit) + 0.55 * (facets > 0.35)[..., None] * lit + 0.6 * spark**20).astype(
            np.float32
        )

    def _chain(self, top: Points, low: Points) -> None:
        half = 0.42 * self.head.scale
        box = np.array(
            [
                [top[0] - half, top[1]],
                [top[0] + half, top[1]],
                [low[0] + half, low[1]],
                [low[0] - half, low[1]],
            ]
        )
        mask = self.canvas.polygon(box)
        self._put(mask, self._metal(mask, half))

    def _disc(self, centre: Points, half: float) -> None:
        narrow = max(abs(float(np.sin(np.radians(self.style.turn + 20)))), 0.4)
        ring = centre + half * np.column_stack([np.cos(_CIRCLE) * narrow, np.sin(_CIRCLE)])
        mask = self.canvas.polygon(ring)
        self._put(mask, self._metal(mask, 1.2))

    def _teardrop(self, top: Points, half: float) -> None:
        angle = _CIRCLE
        outline = np.column_stack(
            [half * np.sin(angle) * np.sin(angle / 2) ** 1.3, half * 1.5 * (1 - np.cos(angle)) * 0.9]
        )
        mask = self.canvas.polygon(top + outline)
        self._put(mask, self._stone(mask, half))

    def _hoop(self, lobe: Points, side: int) -> None:
        """A ring through the lobe; its far half passes behind the ear."""
        style, scale = self.style, self.head.scale
        radius, wire = style.size / 2, style.wire * (0.6 if style.size < 22 else 1.0)
        turn = np.radians(style.turn) * side
        # In the picture's axes: the ring hangs down, turned about the vertical.
        across = np.array([np.sin(turn), np.cos(turn)])
        seen = np.array([across @ [1.0, self.head.yaw / 90 * side], 1.0])
        outer, inner = radius + wire / 2, radius - wire / 2
        centre = lobe + _down(radius * scale * 0.97)
        squash = max(abs(float(seen[0])), 0.22)
        big = (
            np.column_stack([np.cos(_CIRCLE) * max(outer * squash, wire * 0.9), np.sin(_CIRCLE) * outer])
            * scale
        )
        small = (
            np.column_stack(
                [np.cos(_CIRCLE) * max(inner * squash - wire * 0.2, 0.05), np.sin(_CIRCLE) * inner]
            )
            * scale
        )
        mask = self.canvas.polygon(centre + big) * (1 - self.canvas.polygon(centre + small))
        rows = (np.arange(mask.shape[0], dtype=np.float64) + 0.5)[:, None] / SUPER
        columns = (np.arange(mask.shape[1], dtype=np.float64) + 0.5)[None] / SUPER
        back = (((columns - centre[0]) * side > 0) & (rows < centre[1])).astype(np.float32)
        mask = mask * (1 - back * self.ears)
        self._put(mask, self._metal(mask, max(wire * scale / 2, 0.4)))
