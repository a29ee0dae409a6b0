"""Hats drawn on a scene: hair pressed down, the hat's shadow, and the hat with its cloth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.cloth import weave
from core.methods.accessories.film import Drawn, Film
from core.methods.accessories.hair import carried_on, hair_reach, skull_ratio
from core.methods.accessories.hat_shape import Seat
from core.methods.accessories.hat_solid import Piece, build, needed
from core.methods.accessories.hat_style import Cloth, HatStyle
from core.methods.accessories.head import Head, Points
from core.methods.accessories.lighting import Room
from core.methods.accessories.raster import Frame, Seen, look
from core.methods.accessories.relief import shadow
from core.methods.accessories.scene import Scene
from core.methods.accessories.solid import Solid, joined
from core.opencv import cv2

Picture = NDArray[np.floating]
_MARGIN = 10.0
_BELOW = 95.0
"""Millimetres below the seat to which shadow and pressed hair may reach."""
_SOFT_PHOTO = 0.85
"""Pixels of the photo's blur."""
_EDGE, _BELOW_EDGE, _SPRINGS = 6.0, 34.0, 0.42
"""From so many mm above a hat's edge down over so many, hair springs out by up to so many skull's radii."""
_OWN = 1.7
"""Times the skull's outline within which hair is the head's own."""
_NO_HEAD = (Label.BACKGROUND, Label.CLOTH, Label.HAT)
_PILE = {"felt": 0.30, "knit": 0.30, "straw": 0.05, "cotton": 0.10, "tweed": 0.2, "leather": 0.0}
"""Light that stands off a cloth's fuzz where it is seen from the side."""
_THREAD = {"felt": 1.5, "knit": 4.0, "straw": 3.0, "cotton": 1.0, "tweed": 2.0, "leather": 3.0}
"""Millimetres that the finest pattern of a cloth is wide."""


def draw_hat_on(style: HatStyle, scene: Scene, rng: np.random.Generator) -> Drawn | None:
    """A hat on a scene; None where it would lie beyond the picture. The same generator state gives the same
    picture."""
    head = scene.head
    aside, above = hair_reach(head, scene.hair)
    place, pieces = build(style, head, needed(style, head, aside, above), rng)
    points = np.concatenate([piece.solid.points for piece in pieces])
    low = place.centre - place.axes[2] * _BELOW - place.axes[1] * place.half_length
    # All hair that has to go lies in what is drawn.
    span = np.array([-1.0, 1.0])[:, None] * place.axes[0] * (place.half_width + 12 + aside)
    high = place.centre + place.axes[2] * (95.0 + above)
    reach = np.concatenate([points, low + span, place.centre + span, high[None]])
    frame = Frame.around(head.to_crop(reach), _MARGIN * head.scale, *scene.label_map.shape)
    if frame is None:
        return None
    painter = _Painter(style, scene, place, pieces, frame, rng)
    painter.draw()
    return painter.film.finish(scene.texture, scene.label_map, Label.HAT, rng)


def _widened(mask: Picture, reach: float) -> Picture:
    """A mask grown by so many pixels, with a soft edge, so that no strand is left beside it."""
    side = 2 * max(1, round(reach)) + 1
    grown = cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))
    return np.asarray(np.clip(1.5 * cv2.GaussianBlur(grown, (0, 0), max(0.6, reach / 3)), 0, 1), np.float32)


class _Painter:
    """Paints one hat."""

    def __init__(
        self,
        style: HatStyle,
        scene: Scene,
        place: Seat,
        pieces: list[Piece],
        frame: Frame,
        rng: np.random.Generator,
    ) -> None:
        self.style, self.scene, self.place, self.pieces = style, scene, place, pieces
        self.head: Head = scene.head
        # The photo's own blur hides the steps of one sample a pixel.
        soft = scene.texture.blur > _SOFT_PHOTO and self.head.scale > 2
        self.frame = frame.at(1 if soft else 2 if self.head.scale > 0.9 else 3)
        self.room = Room.of(scene.lighting, rng)
        self.film = Film(frame, scene.image, scene.lighting)
        self.labels = np.asarray(frame.of(scene.label_map), np.uint8)
        self.rng = rng
        self.ratio = skull_ratio(self.head, *self.places())
        self.sway = rng.uniform(0, 2 * np.pi, 6)

    def draw(self) -> None:
        """All of it."""
        whole = joined(*(replace(piece.solid, open=True) for piece in self.pieces))
        starts = np.cumsum([0, *(len(piece.solid.points) for piece in self.pieces)])
        seen = look(whole, self.head, self.frame)
        number = np.searchsorted(starts, seen.corners[:, 0], side="right") - 1
        loose = np.array([piece.part in ("brim", "edge") for piece in self.pieces])[number]
        outside = seen.front | loose
        seen, number, loose = seen.kept(outside), number[outside], loose[outside]
        shown = self.shown(seen, loose)[:, None]
        cover = seen.averaged(shown)[..., 0]
        self.press_hair(cover)
        self.shadow(whole)
        picture = seen.averaged(np.concatenate([self.light(seen, whole, number) * shown, shown], 1))
        self.film.over(picture[..., :3], picture[..., 3])

    def shown(self, seen: Seen, loose: NDArray[np.bool_]) -> Picture:
        """0..1, how much of a sample the head does not hide: of a brim, what is farther than the head's
        middle lies behind face, hair and neck."""
        rows, columns = np.divmod(seen.index, self.frame.size[1])
        rows, columns = rows // self.frame.finer, columns // self.frame.finer
        middle = float(self.head.to_crop(self.place.centre)[2])
        # Hair and faces farther off are other people's.
        own = self.ratio < _OWN
        body = (np.isin(self.labels, _NO_HEAD, invert=True) & own).astype(np.float32)
        soft = np.asarray(cv2.GaussianBlur(body, (0, 0), max(0.7, 0.5 * self.head.scale)), np.float32)
        return np.asarray(1 - soft[rows, columns] * (loose & (seen.depth > middle)), np.float32)

    def press_hair(self, cover: Picture) -> None:
        """Hair above the seat that the hat does not cover is under it: what is behind it is carried on."""
        hair = np.asarray(self.frame.of(self.scene.hair), np.float32)
        gone = self.above_seat(cover) * _widened(hair, 3.5 * self.head.scale) * (1 - cover)
        if (gone * hair).max() < 0.05:
            return
        known = (self.labels == Label.BACKGROUND) & (_widened(hair, 4.5 * self.head.scale) < 0.05)
        filled = carried_on(self.film.photo, known, self.head.scale)
        if filled is not None:
            self.film.replaced(filled, np.asarray(gone, np.float32))

    def above_seat(self, cover: Picture) -> Picture:
        """0..1, how surely what a pixel shows stands off the skull above the hat's lower edge or brim."""
        columns, rows = self.places()
        # In the plane of the picture through the seat's middle.
        centre = self.head.to_crop(self.place.centre)
        up = self.head.turn(self.place.axes[2])[:2] / self.head.scale
        height = (columns - centre[0]) * up[0] + (rows - centre[1]) * up[1]
        if self.style.brim > 0 and self.style.kind not in ("cap", "flat cap"):
            off = np.clip((self.ratio - 0.98) / 0.05, 0, 1)
            return np.asarray(off * self.above_brim(cover, up) * (height > 0), np.float32)
        # Below the edge hair stands out the more the lower it is, as if pressed on by the hat.
        slant = 0.99 + _SPRINGS * np.clip((_EDGE - height) / _BELOW_EDGE, 0, 1) ** 0.6
        free = height < _EDGE - _BELOW_EDGE
        return np.asarray(np.where(free, 0, np.clip((self.ratio - slant) / 0.05, 0, 1)), np.float32)

    def above_brim(self, cover: Picture, up: Points) -> Picture:
        """1 where the hat is below a pixel, in the hat's own upright."""
        turn = np.degrees(np.arctan2(up[0], -up[1]))
        height, width = cover.shape
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), float(turn), 1.0)
        upright = np.asarray(cv2.warpAffine(cover, matrix, (width, height)), np.float32)
        swept = np.maximum.accumulate(upright[::-1], axis=0)[::-1]
        back = cv2.warpAffine(swept, matrix, (width, height), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        return np.asarray(back, np.float32)

    def places(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Columns and rows of the frame's pixels on the scene's grid."""
        columns, rows = np.meshgrid(
            np.arange(self.frame.width, dtype=np.float64) + 0.5,
            np.arange(self.frame.height, dtype=np.float64) + 0.5,
        )
        return columns + self.frame.left, rows + self.frame.top

    def shadow(self, whole: Solid) -> None:
        """What the hat takes from the light on face and hair."""
        taken = shadow(
            self.scene.relief, self.head, [(whole, 1.0)], self.frame, self.scene.lighting.sources()
        )
        body = np.isin(self.labels, (Label.BACKGROUND, Label.CLOTH), invert=True).astype(np.float32)
        body = np.asarray(cv2.GaussianBlur(body, (0, 0), max(0.5, 0.6 * self.head.scale)), np.float32)
        # Labels err; beyond face and hair there is nothing near enough to be shaded.
        near = np.clip((1.30 - self.ratio) / 0.12, 0, 1).astype(np.float32)
        face = self.scene.relief.seen(self.scene.relief.face, self.frame)
        self.film.shade(
            np.clip((0.5 + 0.5 * self.style.shadow) * taken, 0, 0.85) * body * np.maximum(near, face)
        )

    def light(self, seen: Seen, whole: Solid, number: NDArray[np.intp]) -> Picture:
        """Light `(N, 3)`, in parts of white, that the hat sends to the viewer; `number` is the piece's."""
        normals = seen.of(self.head.turn(whole.normals))
        normals[:, 2] *= -1
        back = normals[:, 2] < 0
        normals[back] *= -1
        normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-6
        place = seen.of(whole.place)
        points = seen.of((whole.points - self.place.centre) @ self.place.axes.T)
        light = np.zeros((len(place), 3), np.float32)
        for k, piece in enumerate(self.pieces):
            mine = np.flatnonzero(number == k)
            if len(mine):
                under = back[mine] & (piece.part == "brim")
                light[mine] = self.piece(piece, place[mine], points[mine], normals[mine], under)
        return light

    def piece(
        self, piece: Piece, place: Picture, points: Picture, normals: Picture, under: NDArray[np.bool_]
    ) -> Picture:
        """Light of samples of one part: its colour and weave, lit, with fuzz, and darker in corners."""
        style = self.style
        cloth: Cloth = "cotton" if piece.part == "band" and style.kind != "beret" else style.cloth
        # Threads that are seen so much from the side that a pixel holds many are one grey.
        clear = np.clip(normals[:, 2] * self.head.scale * _THREAD[cloth] / 2.2 - 0.3, 0, 1).astype(np.float32)
        bumps, shade = self.relief_of(piece, cloth, place, points, clear)
        normals = self.tilted(normals, bumps)
        base = self.colour(piece, place, points) * shade[:, None]
        lit = self.scene.lighting.diffuse(normals)
        dark = self.corners(piece, points)[:, None] * np.where(under, 0.42, 1.0)[:, None]
        pile = _PILE[cloth] * (1 - np.clip(normals[:, 2:], 0, 1)) ** 2
        light = (base * (1 + pile) + 0.03 * pile) * lit * dark
        gloss = {"leather": 0.05, "straw": 0.02}.get(cloth, 0.02 if piece.part == "band" else 0.0)
        if gloss:
            light = light + self.room.mirrored(normals, 0.35, gloss) * 0.5 * dark
        return np.asarray(light, np.float32)

    def relief_of(
        self, piece: Piece, cloth: Cloth, place: Picture, points: Picture, clear: Picture
    ) -> tuple[Picture, Picture]:
        """Slopes `(N, 2)` and shade `(N,)` of weave, ribs, seams and folds."""
        pixel = 1 / self.head.scale
        across, down = place[:, 0], place[:, 1]
        found = weave(cloth).averaged(pixel)
        if cloth == "knit" and self.style.ribs:
            slopes, shade = found.at(across, down)
            wide = 9.0
            rib = np.sin(across * (2 * np.pi / wide))
            slopes, shade = slopes * 0.8 * clear[:, None], 1 + (shade - 1) * clear
            slopes[:, 0] += 0.55 * np.cos(across * (2 * np.pi / wide))
            return slopes.astype(np.float32), (shade * (0.86 + 0.16 * rib)).astype(np.float32)
        slopes, shade = found.at(across, down)
        slopes, shade = slopes * clear[:, None], 1 + (shade - 1) * clear
        if self.style.kind == "cap" and piece.part in ("crown", "brim"):
            seams, lines = self.seams(piece, points, place)
            slopes, shade = slopes + seams, shade * lines
        a, b, c, d, *_ = self.sway
        slopes[:, 0] += 0.05 * np.sin(across / 17 + a) * np.sin(down / 13 + b)
        slopes[:, 1] += 0.05 * np.sin(across / 21 + c) * np.sin(down / 11 + d)
        return slopes.astype(np.float32), shade.astype(np.float32)

    def seams(self, piece: Piece, points: Picture, place: Picture) -> tuple[Picture, Picture]:
        """A cap's six seams with their stitches, eyelets, and the rows sewn into its peak."""
        slopes = np.zeros((len(points), 2), np.float32)
        if piece.part == "brim":
            row = np.mod(place[:, 1], 7.0) - 3.5
            line = np.exp(-((row / 0.55) ** 2))
            slopes[:, 1] = -0.5 * line * np.sign(row)
            return slopes, (1 - 0.16 * line).astype(np.float32)
        turn = np.arctan2(points[:, 0] / self.place.half_width, -points[:, 1] / self.place.half_length)
        radius = np.hypot(points[:, 0], points[:, 1])
        apart = np.angle(np.exp(6j * turn)) / 6 * radius  # mm from the nearest seam
        fold = np.exp(-((apart / 0.8) ** 2))
        stitch = np.exp(-(((np.abs(apart) - 4.0) / 0.45) ** 2)) * (np.mod(points[:, 2], 3.2) < 2.2)
        slopes[:, 0] = 0.7 * fold * np.sign(apart) + 0.25 * stitch
        middle = np.abs(np.angle(np.exp(6j * (turn + np.pi / 6)))) / 6 * radius
        hole = np.hypot(middle, points[:, 2] - 0.62 * points[:, 2].max())
        eyelet = np.exp(-(((hole - 2.6) / 0.8) ** 2))
        return slopes, (
            (1 - 0.30 * fold) * (1 - 0.10 * stitch) * (1 - 0.5 * (hole < 1.7)) * (1 - 0.15 * eyelet)
        ).astype(np.float32)

    def tilted(self, normals: Picture, slopes: Picture) -> Picture:
        """Normals on a relief of these slopes round the hat and up it."""
        up = self.head.turn(self.place.axes[2]) * [1, 1, -1]
        round_ = np.cross(up.astype(np.float32), normals)
        round_ /= np.linalg.norm(round_, axis=1, keepdims=True) + 1e-3
        rising = np.asarray(np.cross(normals, round_), np.float32)
        tilted = normals - slopes[:, :1] * round_ - slopes[:, 1:] * rising
        return np.asarray(tilted / (np.linalg.norm(tilted, axis=1, keepdims=True) + 1e-6), np.float32)

    def corners(self, piece: Piece, points: Picture) -> Picture:
        """How much of the light from around reaches a part `(N,)`: less where crown and brim meet."""
        height = points[:, 2]
        if piece.part in ("brim", "edge"):
            radius = np.hypot(points[:, 0] / self.place.half_width, points[:, 1] / self.place.half_length)
            return (1 - 0.45 * np.exp(-np.clip(radius - 1.02, 0, None) / 0.10)).astype(np.float32)
        low = 0.40 if self.style.brim > 0 else 0.15
        return (1 - low * np.exp(-np.clip(height, 0, None) / 7.0)).astype(np.float32)

    def colour(self, piece: Piece, place: Picture, points: Picture) -> Picture:
        """What share of the light the cloth sends back, `(N, 3)`, linear."""
        style = self.style
        named = {"band": style.band_colour, "button": style.colour, "cuff": style.colour}
        colour = named.get(piece.part, style.colour)
        if piece.part == "band" and style.kind == "beret":
            colour = style.colour
        if piece.part in ("brim", "edge", "button") and style.kind == "cap":
            colour = style.second_colour
        base = np.broadcast_to(np.array(colour, np.float32) ** np.float32(2.2), (len(place), 3))
        if style.kind == "beanie" and style.second_colour != style.colour and piece.part == "crown":
            stripe = (np.sin(points[:, 2:3] * (2 * np.pi / 34.0)) > 0.35).astype(np.float32)
            other = np.array(style.second_colour, np.float32) ** np.float32(2.2)
            return base * (1 - stripe) + other * stripe
        return base
