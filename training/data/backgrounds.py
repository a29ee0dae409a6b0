"""Pictures without faces: what scenes are composed on, and what the detector must stay silent about."""

from __future__ import annotations

import copy
import string
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.opencv import cv2

Image = NDArray[np.uint8]
Painter = Callable[[np.random.Generator], Image]
SIDE = 256
BUNDLED = (
    "brick.png", "grass.png", "gravel.png", "chelsea.png", "coins.png", "retina.jpg", "ihc.png",
    "hubble_deep_field.jpg", "text.png", "page.png", "moon.png", "chessboard_RGB.png", "color.png",
)  # fmt: skip
"""scikit-image's bundled pictures to train on."""
HELD_OUT = (
    "coffee.png", "rocket.jpg", "motorcycle_left.png", "motorcycle_right.png", "horse.png",
    "clock_motion.png", "cell.png", "microaneurysms.png", "phantom.png", "logo.png",
)  # fmt: skip
"""scikit-image's bundled pictures without faces that are only measured on."""


def colour(rng: np.random.Generator) -> NDArray[np.float32]:
    """A random colour (3,), a quarter of them like skin of some tone."""
    if rng.random() < 0.25:
        return np.array([225, 170, 140], np.float32) * rng.uniform(0.25, 1.1) + rng.normal(0, 10, 3).astype(
            np.float32
        )
    return rng.uniform(0, 255, 3).astype(np.float32)


def gradient(rng: np.random.Generator) -> Image:
    corners = np.stack([colour(rng) for _ in range(4)]).reshape(2, 2, 3)
    return cv2.resize(corners, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR).clip(0, 255).astype(np.uint8)


def clouds(rng: np.random.Generator) -> Image:
    """Noise of several sizes between two or more colours: foliage, stone, cloth."""
    field = np.zeros((SIDE, SIDE, 3), np.float32)
    power = rng.uniform(0.3, 1.2)
    for octave in range(1, 8):
        cells = 2**octave
        shape = (max(2, int(cells * rng.uniform(0.3, 1))), cells, 1 if rng.random() < 0.7 else 3)
        layer = cv2.resize(
            rng.normal(0, 1, shape).astype(np.float32), (SIDE, SIDE), interpolation=cv2.INTER_CUBIC
        )
        field += np.atleast_3d(layer) * cells**-power
    t = (field - field.min()) / (np.ptp(field) + 1e-6)
    return (colour(rng) * t + colour(rng) * (1 - t)).clip(0, 255).astype(np.uint8)


def shapes(rng: np.random.Generator) -> Image:
    """Ellipses, boxes, lines and polygons; often in skin colours, sometimes eye-like pairs of dots."""
    image = gradient(rng) if rng.random() < 0.6 else clouds(rng)
    for _ in range(int(rng.integers(2, 30))):
        tint = tuple(float(v) for v in colour(rng).clip(0, 255))
        at = rng.integers(-20, SIDE + 20, 2)
        size = rng.integers(3, 110, 2)
        thick = -1 if rng.random() < 0.7 else int(rng.integers(1, 9))
        kind = rng.integers(0, 5)
        if kind == 0:
            cv2.ellipse(
                image,
                at.tolist(),
                size.tolist(),
                float(rng.uniform(0, 360)),
                0,
                360,
                tint,
                thick,
                cv2.LINE_AA,
            )
        elif kind == 1:
            cv2.rectangle(image, at.tolist(), (at + size).tolist(), tint, thick)
        elif kind == 2:
            end = rng.integers(0, SIDE, 2)
            cv2.line(image, at.tolist(), end.tolist(), tint, int(rng.integers(1, 14)), cv2.LINE_AA)
        elif kind == 3:
            cv2.fillPoly(image, [(at + rng.integers(-70, 70, (5, 2))).astype(np.int32)], tint, cv2.LINE_AA)
        else:
            _round_things(image, at, int(size[0]), tint, rng)
    return image


def _round_things(
    image: Image, at: NDArray[np.int64], size: int, tint: tuple[float, ...], rng: np.random.Generator
) -> None:
    """Concentric discs in a row: wheels, buttons, the eyes of animals."""
    step = np.array([rng.uniform(1.5, 4) * size / 3, rng.uniform(-0.3, 0.3) * size])
    for k in range(int(rng.integers(1, 5))):
        where = (at + step * k).astype(int).tolist()
        cv2.circle(image, where, max(1, size // 4), tint, -1, cv2.LINE_AA)
        inner = tuple(float(v) for v in colour(rng).clip(0, 255))
        cv2.circle(image, where, max(1, size // 9), inner, -1, cv2.LINE_AA)


def writing(rng: np.random.Generator) -> Image:
    image = gradient(rng)
    letters = np.array(list(string.ascii_letters + string.digits + "  .,-"))
    y = 0
    while y < SIDE:
        size = float(rng.uniform(0.4, 3))
        text = "".join(rng.choice(letters, 30))
        tint = tuple(float(v) for v in colour(rng).clip(0, 255))
        y += int(26 * size)
        cv2.putText(
            image,
            text,
            (int(rng.integers(-30, 30)), y),
            int(rng.integers(0, 8)),
            size,
            tint,
            int(rng.integers(1, 4)),
            cv2.LINE_AA,
        )
    return image


def pattern(rng: np.random.Generator) -> Image:
    """Stripes, checks and rings, bent a little."""
    ys, xs = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32) - SIDE / 2
    bend = cv2.resize(
        rng.normal(0, 12, (5, 5)).astype(np.float32), (SIDE, SIDE), interpolation=cv2.INTER_CUBIC
    )
    turn, wave = rng.uniform(0, np.pi), rng.uniform(4, 60)
    u = np.cos(turn) * xs + np.sin(turn) * ys + bend * rng.integers(0, 2)
    v = -np.sin(turn) * xs + np.cos(turn) * ys + bend
    kind = rng.integers(0, 3)
    if kind == 0:
        t = np.sin(u * 2 * np.pi / wave)
    elif kind == 1:
        t = np.sin(u * 2 * np.pi / wave) * np.sin(v * 2 * np.pi / wave)
    else:
        t = np.sin(np.hypot(u, v) * 2 * np.pi / wave)
    t = np.clip(t * rng.uniform(0.6, 8), -1, 1)[..., None] * 0.5 + 0.5
    return (colour(rng) * t + colour(rng) * (1 - t)).clip(0, 255).astype(np.uint8)


PAINTERS: tuple[Painter, ...] = (gradient, clouds, shapes, writing, pattern)


def cut(image: Image, rng: np.random.Generator, smallest: float = 0.25) -> Image:
    """A random square of `image` at (SIDE, SIDE), turned by quarter turns and mirrored."""
    height, width = image.shape[:2]
    side = max(16, int(min(height, width) * rng.uniform(smallest, 1)))
    top, left = int(rng.integers(0, height - side + 1)), int(rng.integers(0, width - side + 1))
    square = np.asarray(image[top : top + side, left : left + side], np.uint8)
    how = cv2.INTER_AREA if side > SIDE else cv2.INTER_LINEAR
    square = np.asarray(cv2.resize(square, (SIDE, SIDE), interpolation=how), np.uint8)
    if rng.random() < 0.5:
        square = square[:, ::-1]
    return np.ascontiguousarray(np.rot90(square, int(rng.integers(0, 4)) if rng.random() < 0.4 else 0))


def recolour(image: Image, rng: np.random.Generator) -> Image:
    """Colour channels gained, shifted, and sometimes exchanged."""
    gain, shift = rng.uniform(0.6, 1.3, 3), rng.uniform(-30, 30)
    if rng.random() < 0.25:
        image = image[..., rng.permutation(3)]
    return (image * gain + shift).clip(0, 255).astype(np.uint8)


class Bank:
    """A stock of faceless pictures, renewed a little with every draw."""

    def __init__(
        self,
        sources: Sequence[Painter],
        weights: Sequence[float],
        size: int,
        rng: np.random.Generator,
    ) -> None:
        self._sources = sources
        self._weights = np.asarray(weights) / np.sum(weights)
        self._images = [self._fresh(rng) for _ in range(size)]

    def _fresh(self, rng: np.random.Generator) -> Image:
        return self._sources[int(rng.choice(len(self._sources), p=self._weights))](rng)

    def copied(self) -> Bank:
        """The same stock, to be renewed apart from this one."""
        bank = copy.copy(self)
        bank._images = list(self._images)
        return bank

    def draw(self, rng: np.random.Generator) -> Image:
        """One picture (SIDE, SIDE, 3) uint8, cut and recoloured anew."""
        index = int(rng.integers(len(self._images)))
        if rng.random() < 0.2:
            self._images[index] = self._fresh(rng)
        image = cut(self._images[index], rng, 0.5)
        if rng.random() < 0.6:
            image = recolour(image, rng)
        if rng.random() < 0.12:
            other = cut(self._images[int(rng.integers(len(self._images)))], rng, 0.3)
            image = np.asarray(cv2.addWeighted(image, 0.5, other, 0.5, 0), np.uint8)
        return image
