"""Eyeglasses drawn on a scene: shadow, temples, lenses, frame, each hidden by what lies before it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.eyeglass_solid import Eyeglasses, build_eyeglasses
from core.methods.accessories.eyeglass_style import EyeglassStyle
from core.methods.accessories.film import Drawn, Film
from core.methods.accessories.lighting import Room
from core.methods.accessories.raster import Frame, Seen, covered, look, shrunk
from core.methods.accessories.relief import shadow
from core.methods.accessories.scene import Scene
from core.methods.accessories.solid import Solid, joined
from core.opencv import cv2

Picture = NDArray[np.floating]
_MARGIN = 24.0
_LIFTED = 0.10
"""How much higher than its surface alone would tell a dark lens mirrors: sky and ceiling."""
_BRIGHTEST = 0.7
"""Parts of white that a mirrored lens sends at most: cameras expose for the face."""
_OVER_SKIN = 5.0


def draw_glasses(style: EyeglassStyle, scene: Scene, rng: np.random.Generator) -> Drawn | None:
    """Eyeglasses on a scene; None where they would lie beyond the picture. The same generator state gives the
    same picture."""
    pair = build_eyeglasses(style, scene.eye_head)
    points = np.concatenate([pair.front.points, *(each.points for each in pair.temples)])
    frame = Frame.around(scene.eye_head.to_crop(points), _MARGIN * scene.head.scale, *scene.label_map.shape)
    if frame is None:
        return None
    painter = _Painter(style, scene, pair, frame, rng)
    painter.draw()
    return painter.film.finish(scene.texture, scene.label_map, Label.EYE_G, rng)


class _Painter:
    """Paints one pair, back to front."""

    def __init__(
        self, style: EyeglassStyle, scene: Scene, pair: Eyeglasses, frame: Frame, rng: np.random.Generator
    ) -> None:
        self.style, self.scene, self.pair = style, scene, pair
        self.head = scene.eye_head
        self.frame = frame.at(int(np.clip(np.ceil(4.5 / self.head.scale), 2, 6)))
        self.rng = rng
        self.room = Room.of(scene.lighting, rng)
        self.film = Film(frame, scene.image, scene.lighting)
        self.behind = scene.relief.seen(scene.relief.depth, frame)
        self.hair = np.asarray(frame.of(scene.hair), np.float32)
        self.labels = np.asarray(frame.of(scene.label_map), np.uint8)
        self.strands = self.over_the_front()
        self.bent = np.zeros((frame.height, frame.width, 2), np.float32)
        self.waves = rng.uniform(0, 2 * np.pi, 6).astype(np.float32)
        self.spots = rng.standard_normal((40, 96), np.float32)

    def draw(self) -> None:
        """All of it."""
        self.shadow()
        for side, temple in zip((-1, 1), self.pair.temples, strict=True):
            self.solid(temple, self.over_the_arm(side))
        for lens in self.pair.lenses:
            self.lens(lens)
        if self.pair.edges is not None:
            self.clear(self.pair.edges, 0.10, 0.42)
        if self.pair.pads is not None and self.pair.wires is not None:
            self.solid(self.pair.wires, None, metal=True)
            self.clear(self.pair.pads, 0.15, 0.35)
        self.solid(self.pair.front, self.strands)

    def shadow(self) -> None:
        """What frame and lenses take from the light on the face."""
        through = float(self.lens_light().mean())
        relief = self.scene.relief
        parts: list[tuple[Solid, float]] = []
        if through < 0.9:
            parts.append((joined(*self.pair.lenses), 1 - through))
        # What lies behind the head throws no shadow on what is seen of it.
        near = [
            self.pair.temples[k]
            for k, x in ((0, -1.0), (1, 1.0))
            if self.head.turn(np.array([x, 0, 0]))[2] < 0.2
        ]
        share = 0.4 if self.style.material == "clear" else 1.0
        parts.append((joined(self.pair.front, *near), share))
        taken = shadow(relief, self.head, parts, self.frame, self.scene.lighting.sources())
        skin = np.isin(self.labels, (Label.BACKGROUND,), invert=True).astype(np.float32)
        seen = taken * np.asarray(cv2.blur(skin, (3, 3)), np.float32)
        self.film.shade(seen * (1 - 0.7 * self.hair))

    def over_the_front(self) -> Picture:
        """What hides the front: strands before the face; hair beside it is behind the rims."""
        face = np.asarray(
            cv2.GaussianBlur(self.scene.relief.face, (0, 0), 2.0 * self.head.scale * self.scene.relief.small),
            np.float32,
        )
        inside = np.clip(2 * self.scene.relief.seen(face, self.frame) - 1, 0, 1)
        return np.asarray(self.hair * inside, np.float32)

    def over_the_arm(self, side: int) -> Picture:
        """What lies over this side's arm: long hair, cloth, and the ear that it goes behind."""
        scene, head = self.scene, self.head
        middle = head.to_crop(self.pair.frame.origin)
        columns = np.arange(self.frame.width) + self.frame.left + 0.5
        half = ((columns - middle[0]) * side > 0)[None]
        ear = scene.label_map_is(Label.L_EAR, Label.R_EAR)
        whole = np.arange(scene.label_map.shape[1], dtype=np.float64) + 0.5
        ear_there = float((ear * ((whole - middle[0]) * side > 0)[None]).sum()) / head.scale**2
        hides = np.isin(self.labels, (Label.CLOTH, Label.HAT)).astype(np.float32)
        reach = max(1, round(2.0 * head.scale))
        kernel = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
        own = np.asarray(cv2.erode(np.asarray(self.frame.of(ear), np.float32), kernel), np.float32)
        own = np.roll(own, side * reach, axis=1)
        # An ear that can be seen says that the hair is short or behind it: the arm lies over such hair.
        hair = self.hair if ear_there < 120 else np.zeros_like(self.hair)
        return np.asarray(np.maximum.reduce([hides * half, own * half, hair * half]), np.float32)

    def hidden(self, seen: Seen) -> NDArray[np.bool_]:
        """Which samples lie within or behind the head."""
        frame = seen.frame
        rows, columns = np.divmod(seen.index, frame.size[1])
        rows, columns = rows // frame.finer, columns // frame.finer
        reach = _OVER_SKIN * self.head.scale
        depth = seen.depth
        return depth > self.behind[rows, columns] + reach

    def solid(self, solid: Solid, over: Picture | None, *, metal: bool = False) -> None:
        """An opaque or clear part of the frame."""
        seen = look(solid, self.head, self.frame)
        seen = seen.kept(~self.hidden(seen))
        if not len(seen.index):
            return
        light, cover = self.material(seen, solid, metal or self.style.material == "metal")
        picture = seen.averaged(np.concatenate([light * cover[:, None], cover[:, None]], 1))
        if over is not None:
            picture *= (1 - over)[..., None]
        self.film.over(picture[..., :3], picture[..., 3])

    def material(self, seen: Seen, solid: Solid, metal: bool) -> tuple[Picture, Picture]:
        """Light `(N, 3)` in parts of white and cover `(N,)` of samples of the frame."""
        points = seen.of(solid.points - self.pair.frame.origin)
        normals = self.turned(seen, solid, points)
        base = self.colour(points, solid)
        lit = self.scene.lighting.diffuse(normals)
        cover = np.ones(len(points), np.float32)
        if metal:
            base = _polished(self.style.colour)
            light = base * (0.95 * self.room.mirrored(normals, 0.08, 0.92) * 1.15 + 0.08 * lit)
        elif self.style.material == "clear":
            edge = 1 - np.clip(normals[:, 2], 0, 1)
            # Flat parts are seen through; rounded edges bend light from elsewhere, darker and with glints.
            cover = np.asarray(np.clip(0.13 + 0.75 * edge**1.3, 0, 0.85), np.float32)
            mirror = self.room.mirrored(normals, 0.04, 0.08)
            light = (
                base * lit * (0.72 - 0.45 * edge[:, None]) + mirror / np.maximum(cover, 0.2)[:, None] * 1.5
            )
        else:
            light = base * lit * 0.85 + self.room.mirrored(normals, 0.07, 0.05)
        return light.astype(np.float32), cover

    def turned(self, seen: Seen, solid: Solid, points: Picture) -> Picture:
        """Normals as the viewer sees them, a little uneven; light comes from nearby, so that it differs
        along the frame."""
        normals = seen.of(self.head.turn(solid.normals))
        normals[:, 2] *= -1
        a, b, c, d, e, f = self.waves
        wave_x = (
            np.sin(points[:, 0] * 0.11 + a)
            + np.sin(points[:, 0] * 0.29 + b) * 0.5
            + np.sin(points[:, 1] * 0.2 + c)
        )
        wave_y = (
            np.sin(points[:, 0] * 0.09 + d)
            + np.sin(points[:, 0] * 0.23 + e) * 0.5
            + np.sin(points[:, 1] * 0.17 + f)
        )
        normals[:, 0] += 0.05 * wave_x + points[:, 0] * 0.0022
        normals[:, 1] += 0.05 * wave_y + points[:, 1] * 0.0022
        normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-6
        return normals

    def colour(self, points: Picture, solid: Solid) -> Picture:
        """What share of the light the frame sends back, `(N, 3)`, linear."""
        style = self.style
        base = np.broadcast_to(_linear(style.colour), (len(points), 3))
        second = _linear(style.second_colour)
        if style.tortoise > 0:
            x = ((points[:, 0] + 0.35 * points[:, 2] + 90) / 190 * 96).astype(np.float32)
            y = ((points[:, 1] + 0.35 * points[:, 2] + 40) / 80 * 40).astype(np.float32)
            spots = _sampled(self.spots, x * 0.55, y * 0.55) + 0.5 * _sampled(self.spots, x * 1.4, y * 1.4)
            share = 1 / (1 + np.exp(-(spots * 1.3 - 0.1 + 0.6 * style.tortoise) * 3.5))
            return base * (1 - share) + second * share
        if style.shape == "browline":
            low = 1 / (1 + np.exp(-(points[:, 1] + 6.0) * 1.2))
            return base * (1 - low[:, None]) + _linear((0.72, 0.62, 0.42)) * low[:, None]
        if style.second_colour != style.colour:
            share = np.clip((points[:, 1:2] + 14) / 30, 0, 1)
            return base * (1 - share) + second * share
        return base

    def lens_light(self) -> Picture:
        """Levels let through at the middle of a lens, `(3,)`."""
        style = self.style
        hue = np.array(style.tint, np.float32) / max(style.tint)
        return (1 - style.tint_strength) * hue ** min(1.0, style.tint_strength * 1.2) * 0.985

    def lens(self, lens: Solid) -> None:
        """Tint, reflections and the shift of what is behind."""
        cover = shrunk(covered(lens, self.head, self.frame), self.frame)
        seen = look(lens, self.head, self.frame.at(1))
        if not len(seen.index):
            return
        behind = seen.spread(self.hidden(seen).astype(np.float32)[:, None])[..., 0]
        cover = (
            cover * (1 - self.strands) * (1 - np.asarray(cv2.GaussianBlur(behind, (0, 0), 0.8), np.float32))
        )
        place = seen.of(lens.place)
        through = seen.spread(self.through(place))
        mirror = seen.spread(self.mirrored(seen, lens, place))
        blank = seen.spread(np.ones((len(place), 1), np.float32))
        cover = np.minimum(
            cover, np.asarray(cv2.dilate(blank[..., 0], np.ones((3, 3), np.uint8)), np.float32)
        )
        through = np.where(blank > 0, through, _grown(through, blank))
        self.shift(lens, cover)
        self.film.filter(1 - cover[..., None] * (1 - through))
        self.film.shine(mirror * cover[..., None])
        np.maximum(self.film.lens, cover, out=self.film.lens)

    def through(self, place: Picture) -> Picture:
        """Levels let through, `(N, 3)`, at places of a lens."""
        style = self.style
        strength = np.full(len(place), style.tint_strength, np.float32)
        if style.lens == "gradient":
            strength = strength * np.clip(0.62 - 0.45 * place[:, 1], 0.03, 1)
        hue = np.array(style.tint, np.float32) / max(style.tint)
        edge = 1 - 0.10 * np.clip(np.hypot(place[:, 0], place[:, 1]) - 0.8, 0, 0.3) / 0.3
        return (
            (1 - strength[:, None]) * hue ** np.minimum(1.0, strength * 1.2)[:, None] * 0.985 * edge[:, None]
        ).astype(np.float32)

    def mirrored(self, seen: Seen, lens: Solid, place: Picture) -> Picture:
        """Light that the lens sends back, `(N, 3)`, in parts of white."""
        style = self.style
        normals = seen.of(self.head.turn(lens.normals))
        normals[:, 2] *= -1
        if style.lens not in ("plain", "tinted"):
            normals[:, 1] -= _LIFTED
        normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-6
        if style.lens == "mirrored":
            hue = _linear(style.tint) / _linear(style.tint).max()
            sent = self.room.mirrored(normals, 0.015, 0.75) * (0.5 + 0.5 * hue) * style.reflection
            return np.minimum(sent, _BRIGHTEST)
        coat = (
            np.array([0.75, 1.0, 0.9], np.float32)
            if style.lens in ("plain", "tinted")
            else np.ones(3, np.float32)
        )
        bare = 0.008 if style.lens in ("plain", "tinted") else 0.045
        return self.room.mirrored(normals, 0.02, bare + 0.06 * style.reflection) * coat

    def shift(self, lens: Solid, cover: Picture) -> None:
        """Short-sighted lenses make what is behind a little smaller, reading lenses larger."""
        if self.style.lens in ("dark", "mirrored"):
            return
        power = self.style.power
        middle = self.head.to_crop(lens.points.mean(0)) - [self.frame.left, self.frame.top, 0]
        columns, rows = np.meshgrid(np.arange(self.frame.width) + 0.5, np.arange(self.frame.height) + 0.5)
        away = np.dstack([columns - middle[0], rows - middle[1]])
        moved = np.asarray(away * power * (cover > 0.5)[..., None], np.float32)
        self.bent += moved
        self.film.moved(self.bent)

    def clear(self, solid: Solid, faint: float, edged: float) -> None:
        """Clear pads and edges of lenses: what is seen through their slopes is bent away, and glints."""
        seen = look(solid, self.head, self.frame)
        seen = seen.kept(~self.hidden(seen))
        if not len(seen.index):
            return
        normals = self.turned(seen, solid, seen.of(solid.points - self.pair.frame.origin))
        edge = (1 - np.clip(normals[:, 2:], 0, 1)) ** 1.5
        cover = faint + edged * edge
        light = (
            0.45 * self.scene.lighting.diffuse(normals) + 0.7 * self.room.mirrored(normals, 0.1, 0.06) / cover
        )
        picture = seen.averaged(np.concatenate([light * cover, cover], 1).astype(np.float32))
        picture *= (1 - self.strands)[..., None]
        self.film.over(picture[..., :3], picture[..., 3])


def _polished(colour: tuple[float, float, float]) -> Picture:
    """What metal of this colour mirrors: its hue is purer than it looks between highlights."""
    value = np.array(colour, np.float32)
    return (value / value.max()) ** np.float32(1.8) * value.max() ** np.float32(1.2)


def _linear(colour: tuple[float, float, float]) -> Picture:
    return np.array(colour, np.float32) ** np.float32(2.2)


def _sampled(picture: Picture, x: Picture, y: Picture) -> Picture:
    count, wide = len(x), min(len(x), 16384)
    pad = -count % wide
    x, y = (np.pad(a, (0, pad)).reshape(-1, wide) for a in (x, y))
    found = cv2.remap(picture, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    return np.asarray(found, np.float32).reshape(-1)[:count, None]


def _grown(picture: Picture, known: Picture) -> Picture:
    """Values carried on a little beyond where they are known."""
    kernel = (3, 3)
    share = cv2.blur(known, kernel)[..., None]
    return np.asarray(
        np.where(share > 0, cv2.blur(picture * known, kernel) / np.maximum(share, 1e-3), 1), np.float32
    )
