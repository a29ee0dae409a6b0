"""What lies close on a head or before a face, painted along the mesh: caps, headscarves, masks, hands.

Each function takes a picture `(256, 256, 3)`, its label map `(256, 256)`, the face mesh `(478, 3)` and
chance, and gives picture and label map, or None where the thing has no place.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.labels import IGNORE, Label
from core.methods.accessories.hat_style import pick_cloth
from core.methods.accessories.head import Head, fit_head
from core.opencv import cv2
from training.data.layouts import skull_area
from training.face_mesh import OVAL

Image = NDArray[np.uint8]
Area = NDArray[np.bool_]
Float = NDArray[np.floating]
Rng = np.random.Generator
Covered = tuple[Image, Image] | None

_TOO_FULL = 0.12
"""Hair beside a tight cap, as a share of the cap: more of it would not go under."""
_HEAD = (Label.HAIR, Label.HAT, Label.L_EAR, Label.R_EAR, Label.EAR_R)
_MASK = (6, 347, 454, 361, 397, 379, 400, 152, 176, 150, 172, 132, 234, 118)
_FACE = (Label.SKIN, Label.NOSE, Label.MOUTH, Label.U_LIP, Label.L_LIP)


def draw_cap(image: Image, label_map: Image, mesh: NDArray[np.floating], rng: Rng) -> Covered:
    """A cap as tight as a swimmer's or a skull cap: hair above its seam lies under it."""
    head = fit_head(mesh)
    across, down = _head_places(head)
    front, drop = rng.uniform(-72, -38), rng.uniform(8, 75)
    above = down < front + drop * ((across / 75) ** 2).clip(0, 1.2)
    hair = label_map == Label.HAIR
    skull = skull_area(head, float(rng.uniform(1.0, 1.1)))
    if (hair & above & ~_grown(skull, 6)).sum() > _TOO_FULL * skull.sum():
        return None
    area = _grown((skull | hair) & above, 2)
    area = _smooth(area & _smooth(above, 1.5), 2.5) & ~np.isin(label_map, _brows_and_eyes())
    if (label_map == Label.HAT).any() or area.sum() < 600:
        return None
    round_ = _ball(across / 82, (down + 20) / 98, rng)
    cloth = _cloth(image, label_map, rng) * round_[..., None] * _weave(rng)
    return _laid(image, label_map, area, cloth, Label.HAT, rng)


def draw_scarf(image: Image, label_map: Image, mesh: NDArray[np.floating], rng: Rng) -> Covered:
    """A scarf or veil about the head that leaves the face free; below the chin it counts as clothes, and a
    band between is unknown, since nobody can say where a scarf ends."""
    if (label_map == Label.HAT).any():
        return None
    head = fit_head(mesh)
    across, down = _head_places(head)
    oval = _hull(mesh[list(OVAL), :2], rng.uniform(0.94, 1.04))
    face = oval & (down > rng.uniform(-62, -28))
    around = skull_area(head, float(rng.uniform(1.02, 1.2))) | np.isin(label_map, _HEAD) | oval
    around = _smooth(_grown(around, int(rng.integers(2, 10))), 5)
    chin = float(mesh[152, 1])
    rows, columns = np.mgrid[0:256, 0:256].astype(np.float32) + 0.5
    wide = (
        head.face_width
        * head.scale
        * (0.5 + np.clip(rows - chin + 60, 0, None) / 256 * rng.uniform(0.2, 1.8))
    )
    hangs = (rows > chin - 40) & (np.abs(columns - float(mesh[152, 0])) < wide)
    if rng.random() < 0.3:  # bound behind the neck: shoulders stay free
        hangs &= rows < chin + 30
    area = _smooth(around | hangs | np.isin(label_map, (Label.NECK, Label.NECK_L)), 4) & ~_smooth(face, 2)
    cloth = _cloth(image, label_map, rng) * _folds(across, down, rng)[..., None] * _weave(rng)
    done = _laid(image, label_map, area, cloth, Label.HAT, rng)
    low, lower = chin - 6, chin + 24
    done[1][area & (rows > low)] = IGNORE
    done[1][area & (rows > lower)] = Label.CLOTH
    return done


def draw_cover(image: Image, label_map: Image, mesh: NDArray[np.floating], rng: Rng) -> Covered:
    """A mask or cloth over mouth and nose, which counts as clothes, or fingers, which count as background."""
    return _masked(image, label_map, mesh, rng) if rng.random() < 0.5 else _hand(image, label_map, mesh, rng)


def _masked(image: Image, label_map: Image, mesh: NDArray[np.floating], rng: Rng) -> Covered:
    across, down = _head_places(fit_head(mesh))
    area = _smooth(_hull(mesh[list(_MASK), :2], rng.uniform(0.96, 1.06)), 2)
    area &= ~np.isin(label_map, (Label.HAIR, Label.EYE_G, *_brows_and_eyes()))
    folds = 1 + 0.1 * np.sin(down / rng.uniform(2, 8)) * (rng.random() < 0.5)
    cloth = _cloth(image, label_map, rng) * (_ball(across / 80, (down - 40) / 90, rng) * folds)[..., None]
    return _laid(image, label_map, area, cloth * _weave(rng), Label.CLOTH, rng)


def _hand(image: Image, label_map: Image, mesh: NDArray[np.floating], rng: Rng) -> Covered:
    """Some fingers beside each other, of the person's own skin, round and with lines between."""
    skin = np.isin(label_map, _FACE)
    if skin.sum() < 500:
        return None
    unit = float(np.hypot(*(mesh[263, :2] - mesh[33, :2])).clip(30))
    start = mesh[int(rng.choice([13, 50, 280, 152, 172, 397, 10])), :2].astype(np.float64)
    angle = rng.uniform(0, 2 * np.pi)
    way, aside = (np.array([np.cos(a), np.sin(a)]) for a in (angle, angle + np.pi / 2))
    width, shadow, solid = (
        rng.uniform(0.16, 0.24) * unit,
        np.zeros((256, 256), np.float32),
        np.zeros((256, 256)),
    )
    light = np.zeros((256, 256), np.float32)
    for finger in range(int(rng.integers(2, 5))):
        first = start + aside * (finger - 1.5) * width * 1.02 + way * rng.uniform(-0.1, 0.15) * unit
        last = first + (way + aside * (finger - 1.5) * 0.04) * 1.5 * unit
        one = np.zeros((256, 256), np.uint8)
        ends = [tuple(int(v) for v in np.clip(p, -500, 756)) for p in (first, last)]
        cv2.line(one, ends[0], ends[1], 1, max(int(width), 2), cv2.LINE_8)
        if finger == 1:  # the back of the hand, from which all come
            cv2.circle(one, ends[1], int(2.0 * width), 1, -1)
        depth = cv2.distanceTransform(np.pad(one, 1), cv2.DIST_L2, 5)[1:-1, 1:-1] / (width / 2)
        light = np.where(one > 0, 0.72 + 0.3 * np.sqrt(depth.clip(0, 1)), light).astype(np.float32)
        solid = np.maximum(solid, one)
    tone = np.median(image[skin], axis=0) * rng.uniform(0.8, 1.15)
    texture = 1 + cv2.GaussianBlur(rng.normal(0, 1, (256, 256)).astype(np.float32), (0, 0), 2.0) * 0.15
    shadow = cv2.GaussianBlur(solid.astype(np.float32), (0, 0), 4.0)[..., None]
    below = (image * (1 - 0.35 * shadow)).astype(np.uint8)
    return _laid(below, label_map, solid > 0, tone * (light * texture)[..., None], Label.BACKGROUND, rng)


def _brows_and_eyes() -> tuple[Label, ...]:
    return (Label.L_BROW, Label.R_BROW, Label.L_EYE, Label.R_EYE)


def _head_places(head: Head) -> tuple[Float, Float]:
    """How far right and down of the pupils' middle each pixel lies, in the head's units and upright."""
    rows, columns = np.mgrid[0:256, 0:256].astype(np.float32) + 0.5
    middle, right = head.project(np.array([[0.0, 0.0, 60.0], [0.0, 1.0, 60.0]]))
    down = (right - middle) / max(float(np.linalg.norm(right - middle)), 1e-6)
    x, y = (columns - middle[0]) / head.scale, (rows - middle[1]) / head.scale
    return (x * down[1] - y * down[0]).astype(np.float32), (x * down[0] + y * down[1]).astype(np.float32)


def _ball(x: Float, y: Float, rng: Rng) -> Float:
    """Light on a ball of radius 1."""
    deep = np.sqrt((1 - x**2 - y**2).clip(0.02, None))
    light = np.array([rng.normal(0, 0.5), -rng.uniform(0.1, 0.9), rng.uniform(0.5, 1.0)])
    light /= np.linalg.norm(light)
    return (0.45 + 0.65 * (x * light[0] + y * light[1] + deep * light[2]).clip(0, None)).astype(np.float32)


def _folds(across: Float, down: Float, rng: Rng) -> Float:
    """Light on cloth that is wound about a face: folds run around it and bend."""
    radius, angle = np.hypot(across, down - 20), np.arctan2(across, down - 20)
    total = np.zeros_like(radius)
    for _ in range(4):
        wave, bend = rng.uniform(6, 30), rng.uniform(0, 25)
        phase = rng.uniform(0, 2 * np.pi)
        total += np.sin((radius + bend * np.sin(angle * rng.uniform(0.5, 2.5) + phase)) / wave * 2 * np.pi)
    side = 1 + rng.normal(0, 0.15) * across / 80
    return ((0.9 + rng.uniform(0.03, 0.14) * total) * side).clip(0.15, 1.6).astype(np.float32)


def _weave(rng: Rng) -> Float:
    """Grain and, now and then, a pattern `(256, 256, 3)` around 1."""
    weave = 1 + rng.normal(0, rng.uniform(0.005, 0.06), (256, 256, 1))
    if rng.random() < 0.25:
        size = int(rng.integers(4, 40))
        spots = cv2.resize(rng.normal(0, 1, (size, size, 3)).astype(np.float32), (256, 256))
        weave = weave * np.exp((spots > rng.uniform(0, 1.5)) * rng.normal(0, 0.6, 3))
    return weave.astype(np.float32)


def _cloth(image: Image, label_map: Image, rng: Rng) -> Float:
    """A colour of 0..255 in the picture's light: black, white, as skin or hair, or of any cloth."""
    chance = rng.random()
    if chance < 0.2:
        colour = np.full(3, rng.uniform(8, 45)) + rng.normal(0, 3, 3)
    elif chance < 0.35:
        colour = np.full(3, rng.uniform(180, 250)) + rng.normal(0, 6, 3)
    elif chance < 0.55:
        area = label_map == (Label.HAIR if rng.random() < 0.5 else Label.SKIN)
        colour = np.median(image[area], axis=0) if area.sum() > 50 else np.full(3, 90.0)
    else:
        colour = np.array(pick_cloth(rng)) * 255
    skin = label_map == Label.SKIN
    bright = float(np.percentile(image[skin], 75)) / 190 if skin.any() else 1.0
    return (colour * np.clip(bright, 0.3, 1.2)).clip(3, 252).astype(np.float32)


def _hull(points: NDArray[np.floating], grow: float) -> Area:
    middle = points.mean(axis=0)
    area = np.zeros((256, 256), np.uint8)
    outline = np.round(middle + (points - middle) * grow - 0.5).astype(np.int32)
    cv2.fillConvexPoly(area, cv2.convexHull(outline), (1,))
    return area > 0


def _grown(area: Area, pixels: int) -> Area:
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * pixels + 1, 2 * pixels + 1))
    return np.asarray(cv2.dilate(area.astype(np.uint8), kernel)) > 0


def _smooth(area: Area, sigma: float) -> Area:
    return np.asarray(cv2.GaussianBlur(area.astype(np.float32), (0, 0), sigma)) > 0.5


def _laid(
    image: Image, label_map: Image, area: Area, paint: Float, label: Label, rng: Rng
) -> tuple[Image, Image]:
    """The paint over the picture where the area is, softly, with its shadow; unknown pixels stay so."""
    soft = cv2.GaussianBlur(area.astype(np.float32), (0, 0), float(rng.uniform(0.6, 1.2)))[..., None]
    dark = cv2.GaussianBlur(area.astype(np.float32), (0, 0), 4.0)[..., None] * rng.uniform(0, 0.5)
    body = (label_map != Label.BACKGROUND)[..., None]
    below = image * np.where(body, 1 - dark, 1.0)
    done = (below * (1 - soft) + paint.clip(0, 255) * soft).round().clip(0, 255).astype(np.uint8)
    labels = np.where(area & (label_map != IGNORE), np.uint8(label), label_map)
    return done, labels
