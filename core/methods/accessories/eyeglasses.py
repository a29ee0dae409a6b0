"""Eyeglasses: shadow, temples, lenses and frame of a built frame, painted and composed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.eyeglass_shape import Frame, build_frame
from core.methods.accessories.eyeglass_style import EyeglassStyle
from core.methods.accessories.head import Head, Points, fit_head
from core.methods.accessories.layer import (
    FACE,
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
    extent,
    move,
    read_light,
    reduce,
    relief,
)
from core.opencv import cv2

# The outline of the face in the mesh's topology, in order round the face.
FACE_OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
             148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)  # fmt: skip


def draw_eyeglasses(
    portrait: Image,
    label_map: Image,
    mesh: NDArray[np.floating],
    rng: np.random.Generator,
    style: EyeglassStyle | None = None,
) -> Composite:
    """Put eyeglasses on a portrait `(256, 256, 3)` with its label map and face mesh `(478, 3)`.

    Frame and lenses become EYE_G in the label map; their shadow is in the layer but not labelled. The
    same generator state gives the same picture. Raises `ValueError` for a mesh of another shape.
    """
    style = style or EyeglassStyle.random(rng)
    head = fit_head(mesh)
    light = read_light(portrait, label_map, rng)
    frame = build_frame(style, head)
    window = Window.around(head.project(frame.points()), 14, *label_map.shape)
    part, part_labels = window.of(portrait), window.of(label_map)
    canvas = Canvas(*part_labels.shape)
    painter = _Painter(style, head.shifted(window.left, window.top), frame, canvas, light, rng)
    painter.shadow(part, part_labels)
    hidden = [window.of(_over_the_arm(label_map, head, frame, side)) for side in (-1, 1)]
    painter.temples(hidden)
    painter.lenses()
    painter.front()
    drawing = Drawing(canvas, Label.EYE_G, light, {"eyeglasses": style.params()})
    return window.paste(compose(part, part_labels, drawing, rng), portrait, label_map)


def _over_the_arm(label_map: Image, head: Head, frame: Frame, side: int) -> Mask:
    """Crop-size mask of what lies over this side's arm: long hair, and the ear that it goes behind."""
    middle = float(head.project(frame.origin[None])[0, 0])
    columns = np.arange(label_map.shape[1], dtype=np.float64) + 0.5
    half = ((columns - middle) * side > 0).astype(np.float32)[None]
    hair = among(label_map, Label.HAIR) * half
    jaw = int(head.project(head.mesh[[93, 323]])[:, 1].mean()) + 25
    long_hair = hair[max(jaw, 0) :].sum() > 60
    ears = among(label_map, Label.L_EAR, Label.R_EAR) * half
    ear = np.roll(cv2.erode(ears, np.ones((3, 3), np.uint8)), side * 2, axis=1)
    return blur((np.maximum(hair, ear) if long_hair else ear).astype(np.float32), 0.7)


class _Painter:
    """Paints one frame, back to front."""

    def __init__(
        self,
        style: EyeglassStyle,
        head: Head,
        frame: Frame,
        canvas: Canvas,
        light: Light,
        rng: np.random.Generator,
    ) -> None:
        self.style, self.head, self.frame = style, head, frame
        self.canvas, self.light, self.rng = canvas, light, rng
        self.lens_masks = [canvas.polygon(self._seen(outline)) for outline in frame.lenses]
        self.front_mask = self._front_mask(0.0)

    def _seen(self, flat: Points, depth: float = 0.0) -> Points:
        return self.head.project(self.frame.place(flat, depth))

    def _front_mask(self, depth: float) -> Mask:
        """Rims, bridge and end pieces at this depth behind the front surface."""
        style, frame, canvas = self.style, self.frame, self.canvas
        pieces = [*frame.bridge, *frame.ends]
        if style.rim == "none":
            return canvas.polygon(*(self._seen(piece, depth) for piece in pieces))
        rims = canvas.polygon(*(self._seen(rim, depth) for rim in frame.rims))
        holes = canvas.polygon(*(self._seen(lens, depth) for lens in frame.lenses))
        rims *= 1 - holes
        if style.rim == "half":
            rims *= self._upper_half(depth)
        others = canvas.polygon(*(self._seen(piece, depth) for piece in pieces)) * (1 - holes)
        return np.maximum(rims, others)

    def _upper_half(self, depth: float) -> Mask:
        """Where the rim of half-rim glasses is: above a line a little below the lens' middle."""
        reach = self.frame.half_width + 20
        low = float(self.frame.lenses[1][:, 1].max()) * 0.15
        return self.canvas.polygon(
            self._seen(np.array([[-reach, -60], [reach, -60], [reach, low], [-reach, low]]), depth)
        )

    def shadow(self, portrait: Image, label_map: Image) -> None:
        """What the frame and the tint take from the light on the skin."""
        style, canvas = self.style, self.canvas
        lx, ly, lz = self.light.direction
        skin = enlarge(blur(among(label_map, *FACE), 0.6))
        tint = sum(self.lens_masks) * (0.06 + 0.5 * style.tint_strength)
        caster = np.maximum(self.front_mask, np.minimum(tint, 1).astype(np.float32))
        far = self._moved(caster, 7.0, lx, ly, lz, 2.2)
        near = self._moved(self.front_mask, 2.2, lx, ly, lz, 0.9)
        middle = self._near_nose()
        strength = np.maximum(far * (1 - middle), near * middle * 1.3) * style.shadow
        if style.material == "metal":
            strength *= 0.7
        tone = np.median(portrait[among(label_map, Label.SKIN) > 0], axis=0) if skin.any() else np.zeros(3)
        colour = (tone / 255 * np.array([0.30, 0.20, 0.18])).astype(np.float32)
        canvas.over((np.clip(strength, 0, 0.6) * skin).astype(np.float32), colour)

    def _moved(self, mask: Mask, gap: float, lx: float, ly: float, lz: float, soft: float) -> Mask:
        shift = gap * SUPER * self.head.scale
        moved = move(mask, -lx / lz * shift, -ly / lz * shift * 0.9)
        return enlarge(blur(reduce(moved), soft))

    def _near_nose(self) -> Mask:
        reach = float(self.frame.lenses[1][:, 0].min()) * 1.3
        box = np.array([[-reach, -30], [reach, -30], [reach, 40], [-reach, 40]])
        return enlarge(blur(reduce(self.canvas.polygon(self._seen(box))), 3.0))

    def temples(self, hidden: list[Mask]) -> None:
        """The side arms (left in the picture, right), where the face and `hidden` let them be seen."""
        oval = blur(self.canvas.polygon(self.head.project(self.head.mesh[list(FACE_OVAL)])), 0.5 * SUPER)
        for side, line, over in zip((-1, 1), self.frame.temples, hidden, strict=True):
            mask = np.zeros(self.canvas.shape, np.float32)
            self.canvas.convex(self._temple_corners(line, side), mask)
            outward = self.head.turn(np.array([float(side), 0.0, 0.0]))
            facing = float(np.clip(0.5 - outward[2] * 8, 0, 1))
            behind_face = oval * (1 - facing)
            mask *= (1 - behind_face) * (1 - enlarge(over))
            colour = self._temple_colour(mask, outward)
            self.canvas.over(mask * self._opacity(), colour, solid=False)
            self.canvas.solid = np.maximum(self.canvas.solid, (mask > 0.5).astype(np.float32))

    def _temple_corners(self, line: Points, side: int) -> Points:
        """Corner sets `(N - 1, 8, 2)` of the arm's boxes, in the crop."""
        style = self.style
        share = np.linspace(0, 1, len(line))
        tall = style.temple_height * (1 - 0.35 * share) / 2
        thick = style.rim_depth * 0.5 if style.material != "metal" else 0.5
        ring: list[Points] = []
        for dx, dy in ((0.0, -1.0), (0.0, 1.0), (-side * thick, -1.0), (-side * thick, 1.0)):
            ring.append(line + np.column_stack([np.full(len(line), dx), dy * tall, np.zeros(len(line))]))
        corners = self.head.project(np.stack(ring, 1))
        return np.concatenate([corners[:-1], corners[1:]], axis=1)

    def _temple_colour(self, mask: Mask, outward: Points) -> NDArray[np.float32]:
        style, light = self.style, np.array(self.light.direction) * [1, 1, -1]
        lit = 0.45 + 0.55 * max(0.0, float(outward @ light))
        part = extent(mask)
        normals = relief(mask[part], max(style.temple_height * 0.35, 0.4))
        shade = np.clip(0.75 - 0.6 * normals[..., 1], 0.2, 1.6)[..., None] * np.float32(lit)
        shine = np.clip(-normals[..., 1], 0, 1)[..., None] ** 6 * (0.7 if style.material == "metal" else 0.2)
        colour = np.zeros((*mask.shape, 3), np.float32)
        colour[part] = np.array(style.colour, np.float32) * shade + shine
        return colour

    def lenses(self) -> None:
        """Tint, darkening and reflections within the lenses."""
        style, canvas = self.style, self.canvas
        slant, offset = self.rng.uniform(-0.9, 0.9), self.rng.uniform(-0.6, 0.6)
        hue = np.array(
            ((1, 1, 1), (0.86, 0.94, 1), (0.82, 1, 0.9), (0.9, 0.88, 1))[int(self.rng.integers(4))]
        )
        for mask, outline in zip(self.lens_masks, self.frame.lenses, strict=True):
            across, down = self._lens_coordinates(outline)
            self._tint(mask, down)
            canvas.cover(mask)
            veil = mask * (0.01 + 0.05 * style.reflection) * np.clip(0.6 - 0.5 * down, 0, 1)
            canvas.over(veil.astype(np.float32), hue.astype(np.float32))
            streak, part = np.zeros_like(mask), extent(mask)
            streak[part] = (
                self._streaks(across[part], down[part], slant, offset) * mask[part] * style.reflection
            )
            canvas.over(np.clip(streak, 0, 0.85), hue.astype(np.float32) * 0.97)
            self._lens_edge(mask)
            depth = blur(1 - mask, 1.1 * SUPER) * mask * (0.30 if style.rim == "full" else 0.12)
            canvas.over(depth.astype(np.float32), np.zeros(3, np.float32))

    def _lens_coordinates(self, outline: Points) -> tuple[Mask, Mask]:
        """Position within the lens, -1..1 across and down, for every painted pixel."""
        seen = self._seen(outline)
        (x0, y0), (x1, y1) = seen.min(0), seen.max(0)
        rows = (np.arange(self.canvas.shape[0], dtype=np.float32) + 0.5) / SUPER
        columns = (np.arange(self.canvas.shape[1], dtype=np.float32) + 0.5) / SUPER
        down, across = (2 * rows - y0 - y1) / (y1 - y0), (2 * columns - x0 - x1) / (x1 - x0)
        return np.broadcast_to(across[None], self.canvas.shape), np.broadcast_to(
            down[:, None], self.canvas.shape
        )

    def _tint(self, mask: Mask, down: Mask) -> None:
        style = self.style
        tint = np.array(style.tint, np.float32)
        strength = np.full(self.canvas.shape, style.tint_strength, np.float32)
        if style.lens == "gradient":
            strength *= np.clip(0.62 - 0.42 * down, 0.05, 1)
        self.canvas.over(mask * strength, tint * 0.8 if style.lens != "tinted" else tint * 1.6)
        if style.lens == "mirrored":
            sky = np.array([0.55, 0.70, 0.85], np.float32) * (0.7 + 0.3 * np.array(style.colour, np.float32))
            ground = np.array([0.22, 0.20, 0.16], np.float32)
            horizon = np.clip((down + 0.1 * np.sin(3 * down)) * 3 + 0.2, 0, 1)[..., None]
            self.canvas.over(mask * np.float32(style.reflection), sky * (1 - horizon) + ground * horizon)

    def _streaks(self, across: Mask, down: Mask, slant: float, offset: float) -> Mask:
        """A window mirrored in the lens: a slanted bright field with soft edges and a cross bar."""
        u, v = across + slant * down - offset, down + 0.15 * across
        width = self.rng.uniform(0.12, 0.5)
        top, low = self.rng.uniform(-1.1, -0.3), self.rng.uniform(-0.1, 1.1)
        soft = self.rng.uniform(5, 16)
        field = _step(u + width, soft) * _step(width - u, soft) * _step(v - top, soft) * _step(low - v, soft)
        bar = 1 - 0.5 * np.exp(-(((u - 0.1 * width) / 0.05) ** 2)) * (soft > 9)
        return (field * bar * np.clip(0.9 - 0.35 * v, 0.2, 1)).astype(np.float32)

    def _lens_edge(self, mask: Mask) -> None:
        """The ground edge of a lens without a rim: a fine line, dark and bright."""
        style = self.style
        if style.rim == "full":
            return
        inner = cv2.erode(mask, np.ones((2 * SUPER - 3, 2 * SUPER - 3), np.uint8))
        edge = mask - inner
        normals = relief(mask, 1.5)
        glow = np.clip(0.25 - 0.9 * normals[..., 1], 0, 1)[..., None]
        self.canvas.over(edge * 0.42, (0.18 + 0.7 * glow).astype(np.float32) * np.ones(3, np.float32))

    def front(self) -> None:
        """Nose pads, then the frame from its back to its front surface."""
        style, canvas = self.style, self.canvas
        if style.nose_pads:
            arms = canvas.polygon(*(self._seen(arm, 2.0) for arm in self.frame.arms))
            canvas.over(arms * 0.8, np.array(style.colour, np.float32) * 0.7)
            pads = canvas.polygon(*(self._seen(pad, 4.0) for pad in self.frame.pads)) * (1 - self.front_mask)
            normals = relief(pads, 0.8)
            glow = np.clip(0.35 - 0.7 * normals[..., 1], 0, 1)[..., None]
            canvas.over(pads * 0.42, (0.35 + 0.6 * glow).astype(np.float32) * np.ones(3, np.float32))
        layers = max(int(np.ceil(style.rim_depth * 1.3)), 1)
        for step in range(layers, 0, -1):
            depth = style.rim_depth * step / layers
            side = self._front_mask(depth)
            canvas.over(side * self._opacity(), np.array(style.colour, np.float32) * 0.55, solid=True)
        canvas.over(self.front_mask * self._opacity(), self._front_colour(), solid=True)
        if style.material == "clear":
            shine = np.clip(self._shine(relief(self.front_mask, style.rim_top * 0.4), 8), 0, 1)
            canvas.over(self.front_mask * shine * 0.5, np.ones(3, np.float32))

    def _opacity(self) -> float:
        return 0.26 if self.style.material == "clear" else 1.0

    def _shine(self, normals: NDArray[np.float32], power: float) -> Mask:
        half = np.array(self.light.direction, np.float32) + np.array([0, 0, 1], np.float32)
        half /= np.linalg.norm(half)
        return (np.clip(normals @ half, 0, 1) ** power).astype(np.float32)

    def _front_colour(self) -> NDArray[np.float32]:
        """Colour of the frame's front surface, `(H, W, 3)`."""
        style = self.style
        metal = style.material == "metal"
        width = min(style.rim_top, style.rim_bottom)
        bevel = max(width * 0.5, 0.4) if metal else min(max(width * 0.3, 0.5), 0.9)
        normals = relief(self.front_mask, bevel * self.head.scale)
        direction = np.array(self.light.direction, np.float32)
        lit = np.clip(normals @ direction, 0, 1)[..., None]
        base = self._pattern()
        if metal:
            # Polished metal mirrors the room: bright above, dark below.
            mirror = np.clip(0.30 - 0.95 * normals[..., 1], 0.02, 1.2)[..., None]
            shine = 1.1 * self._shine(normals, 30) * self._uneven()
            return (base * (0.20 + 0.75 * mirror) + shine[..., None]).astype(np.float32)
        upper = np.clip(-normals[..., 1] - 0.25, 0, 1) ** 1.5
        gloss = 0.55 * upper * self._uneven() + 0.12 * self._shine(normals, 24) * self._uneven()
        return (base * (0.55 + 0.55 * lit) + gloss[..., None]).astype(np.float32)

    def _uneven(self) -> Mask:
        """Highlights come and go along a frame, as the room has windows here and walls there."""
        coarse = self.rng.uniform(-0.6, 1.6, (5, 15)).astype(np.float32)
        return as_float(
            np.clip(cv2.resize(coarse, self.canvas.shape[::-1], interpolation=cv2.INTER_CUBIC), 0, 1.6)
        )

    def _pattern(self) -> NDArray[np.floating]:
        """Base colour over the canvas: plain, brow and rim in two colours, or tortoiseshell."""
        style = self.style
        base = np.broadcast_to(np.array(style.colour, np.float32), (*self.canvas.shape, 3))
        second = np.array(style.second_colour, np.float32)
        if style.tortoise > 0:
            small = self.rng.normal(0, 1, (64, 64)).astype(np.float32)
            spots = cv2.resize(blur(small, 0.8), self.canvas.shape[::-1], interpolation=cv2.INTER_CUBIC)
            share = np.clip(0.55 + 1.5 * spots * style.tortoise, 0, 1)[..., None]
            return base * (1 - share) + second * share
        if style.shape == "browline":
            wire = (1 - self._brow())[..., None] * np.ones(3, np.float32)
            return base * (1 - wire) + np.array([0.6, 0.55, 0.45], np.float32) * wire
        if style.second_colour != style.colour:
            share = np.linspace(-1, 2, self.canvas.shape[0], dtype=np.float32)[:, None, None]
            return base * (1 - np.clip(share, 0, 1)) + second * np.clip(share, 0, 1)
        return base

    def _brow(self) -> Mask:
        return blur(self._upper_half(0.0), 0.4 * SUPER)


def _step(value: NDArray[np.floating], steepness: float) -> NDArray[np.floating]:
    return 1 / (1 + np.exp(-np.clip(value * steepness, -30, 30)))
