"""Hats: seated on the head, drawn by depth, with their shadow, composed on a portrait."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.hat_shape import build_hat, seat
from core.methods.accessories.hat_style import HatStyle
from core.methods.accessories.head import Head, fit_head
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
    move,
    read_light,
    reduce,
)
from core.methods.accessories.surface import DETAIL, Picture, render
from core.opencv import cv2

_HEAD = (*FACE, Label.EYE_G, Label.HAIR, Label.L_EAR, Label.R_EAR, Label.NECK, Label.NECK_L, Label.EAR_R)


def draw_hat(
    portrait: Image,
    label_map: Image,
    mesh: NDArray[np.floating],
    rng: np.random.Generator,
    style: HatStyle | None = None,
) -> Composite | None:
    """Put a hat on a portrait `(256, 256, 3)` with its label map and face mesh `(478, 3)`.

    None where the hair is so full that a hat would not hold it. The same generator state gives the same
    picture. Raises `ValueError` for a mesh of another shape.
    """
    chosen = style or HatStyle.random(rng)
    head = fit_head(mesh)
    light = read_light(portrait, label_map, rng)
    half_width = _half_width(label_map, head)
    seed = int(rng.integers(2**31))
    hat = _paint_fitting(chosen, head, half_width, light, label_map, seed)
    if hat is None and style is None:
        # Hair too full for this hat goes under a knitted one.
        chosen = replace(chosen, kind="beanie", height=128.0, brim=0.0, ribs=60, cuff=45.0, lean=0.0)
        hat = _paint_fitting(chosen, head, half_width * 1.05, light, label_map, seed)
    if hat is None:
        return None
    window = _reach(hat.mask, chosen)
    part, part_labels = window.of(portrait), window.of(label_map)
    mask, colour = window.scaled(SUPER).of(hat.mask), window.scaled(SUPER).of(hat.colour)
    canvas = Canvas(*part_labels.shape)
    _shadow(canvas, mask, part, part_labels, light, chosen)
    canvas.over(mask, colour)
    canvas.cover((mask > 0.5).astype(np.float32))
    drawing = Drawing(canvas, Label.HAT, light, {"hat": chosen.params()})
    return window.paste(compose(part, part_labels, drawing, rng), portrait, label_map)


def _reach(mask: Mask, style: HatStyle) -> Window:
    """The part of the crop that the hat and its shadow can touch."""
    rows, columns = np.nonzero(reduce(mask))
    found = np.column_stack([columns, rows]).astype(np.float64) if rows.size else np.zeros((1, 2))
    return Window.around(found, 34 if style.brim > 0 else 16, mask.shape[0] // SUPER, mask.shape[1] // SUPER)


@dataclass(frozen=True, eq=False)
class _Painted:
    """A drawn hat at canvas size, and the part of the hair above it that it leaves loose (0..1)."""

    mask: Mask
    colour: NDArray[np.float32]
    loose: float


def _half_width(label_map: Image, head: Head) -> float:
    """Half the width of the head with its hair at the height of the forehead, in mm."""
    rows = head.project(head.mesh[[151, 10]])[:, 1]
    top, bottom = int(np.clip(rows.min(), 0, 250)), int(np.clip(rows.max(), 5, 255))
    inside = among(label_map, *_HEAD)[top : max(bottom, top + 3)]
    width = float(np.median(inside.sum(1))) / head.scale / 2
    return float(np.clip(width + 2, 74, 92))


def _paint_fitting(
    style: HatStyle, head: Head, half_width: float, light: Light, label_map: Image, seed: int
) -> _Painted | None:
    """The hat, widened as far as need be to hold the hair; None where that is too far."""
    enough = 0.2 if style.kind == "beret" else 0.08
    for grow in (1.0, 1.12):
        hat = _paint(style, head, half_width * grow, light, label_map, seed)
        if hat.loose < enough:
            return hat
    return None


def _paint(
    style: HatStyle, head: Head, half_width: float, light: Light, label_map: Image, seed: int
) -> _Painted:
    place = seat(style, head, half_width)
    patches = build_hat(style, place, np.random.default_rng(seed))
    picture = render(patches, head, light.direction, *label_map.shape)
    middle = float(head.to_crop(place.centre[None])[0, 2])
    mask, colour = _filled(picture)
    back = cv2.resize(
        (picture.depth > middle).astype(np.float32), mask.shape[::-1], interpolation=cv2.INTER_NEAREST
    )
    body = enlarge(blur(among(label_map, *_HEAD), 0.5))
    mask = mask * (1 - back * body)
    front = head.project(place.place(np.ones((1, 1)), np.zeros((1, 1)), np.zeros((1, 1))))[0, 0]
    line = int(np.clip(front[1] - 4, 1, 255))
    hair = among(label_map, Label.HAIR)[:line]
    covered = cv2.resize(mask, label_map.shape[::-1], interpolation=cv2.INTER_AREA)[:line]
    loose = float((hair * (covered < 0.5)).sum() / max(float((covered > 0.5).sum()), 1))
    return _Painted(mask, colour, loose)


def _filled(picture: Picture) -> tuple[Mask, NDArray[np.float32]]:
    """Canvas-size opacity and colour, with the pinholes of splatting closed."""
    kernel = np.ones((3, 3), np.uint8)
    cover = cv2.morphologyEx(picture.cover, cv2.MORPH_CLOSE, kernel)
    weight = cv2.blur(picture.cover, (3, 3))[..., None]
    near = cv2.blur(picture.colour * picture.cover[..., None], (3, 3)) / np.maximum(weight, 1e-3)
    colour = np.where(picture.cover[..., None] > 0, picture.colour, near)
    size = (cover.shape[1] * SUPER // DETAIL, cover.shape[0] * SUPER // DETAIL)
    spread = cv2.dilate(colour, kernel)
    colour = np.where(cover[..., None] > 0, colour, spread)
    mask = np.clip(cv2.resize(blur(as_float(cover), 0.6), size, interpolation=cv2.INTER_LINEAR), 0, 1)
    return as_float(mask), as_float(cv2.resize(colour, size, interpolation=cv2.INTER_LINEAR))


def _shadow(
    canvas: Canvas, mask: Mask, portrait: Image, label_map: Image, light: Light, style: HatStyle
) -> None:
    """What the hat takes from the light on the forehead and the hair, and where it presses on them."""
    lx, ly, lz = light.direction
    gap, soft = (17.0, 4.0) if style.brim > 0 else (4.0, 1.8)
    small = reduce(mask)
    cast = blur(move(small, -lx / lz * gap, -ly / lz * gap, cv2.BORDER_REPLICATE), soft)
    contact = np.clip(blur(small, 1.6) * 1.3, 0, 1)
    body = blur(among(label_map, *_HEAD), 0.6)
    tone = np.median(portrait[among(label_map, Label.SKIN) > 0], axis=0) if body.any() else np.zeros(3)
    dark = (tone / 255 * np.array([0.25, 0.17, 0.15])).astype(np.float32)
    shade = enlarge(np.maximum(cast, contact) * body)
    canvas.over((shade * min(style.shadow * (1.15 if style.brim > 0 else 1.0), 0.8)).astype(np.float32), dark)
