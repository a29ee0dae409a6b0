"""What cameras, light and files do to a picture, at random: for training on small uint8 RGB pictures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.opencv import cv2

Image = NDArray[np.uint8]


def spoil(image: Image, rng: np.random.Generator) -> Image:
    """`image` (H, W, 3) uint8 as a poorer camera might have taken it; every step by its own chance."""
    if rng.random() < 0.15:
        image = _coarse(image, rng)
    if rng.random() < 0.3:
        image = _blur(image, rng)
    image = _light(image, rng)
    if rng.random() < 0.03:
        image = _hatched(image, rng)
    if rng.random() < 0.17:
        grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
        tint = (
            np.array([1.0, rng.uniform(0.85, 1.0), rng.uniform(0.65, 1.0)])
            if rng.random() < 0.4
            else np.ones(3)
        )
        image = (grey[..., None] * tint).astype(np.uint8)
    if rng.random() < 0.35:
        image = _noise(image, rng)
    if rng.random() < 0.4:
        quality = int(rng.uniform(20, 92))
        _, data = cv2.imencode(".jpg", image, (cv2.IMWRITE_JPEG_QUALITY, quality))
        image = np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)
    return image


def shade(shape: tuple[int, int], rng: np.random.Generator, strength: float) -> NDArray[np.float32]:
    """Multiplier (H, W, 1): light falling in from one side."""
    angle = rng.uniform(0, 2 * np.pi)
    ys = np.linspace(-1, 1, shape[0], dtype=np.float32)[:, None]
    xs = np.linspace(-1, 1, shape[1], dtype=np.float32)[None]
    t = np.cos(angle) * xs + np.sin(angle) * ys + rng.uniform(-0.4, 0.4)
    soft = 1 / (1 + np.exp(-t * rng.uniform(1, 8)))
    return (1 - strength * soft)[..., None].astype(np.float32)


def _coarse(image: Image, rng: np.random.Generator) -> Image:
    height, width = image.shape[:2]
    factor = rng.uniform(0.35, 0.9)
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.uint8)


def _blur(image: Image, rng: np.random.Generator) -> Image:
    if rng.random() < 0.6:
        return cv2.GaussianBlur(image, (0, 0), float(rng.uniform(0.4, 1.8))).astype(np.uint8)
    length = int(rng.integers(3, 9))
    kernel = np.zeros((length, length), np.float32)
    angle, middle = rng.uniform(0, np.pi), (length - 1) / 2
    step = np.array([np.cos(angle), np.sin(angle)]) * middle
    start, end = (middle - step).round().astype(int), (middle + step).round().astype(int)
    cv2.line(kernel, start.tolist(), end.tolist(), 1.0)
    return cv2.filter2D(image, -1, kernel / kernel.sum()).astype(np.uint8)


def _light(image: Image, rng: np.random.Generator) -> Image:
    """Gamma, gain and colour cast as one table; low light and side light now and then."""
    dark = rng.random() < 0.13
    gamma = rng.uniform(1.2, 2.2) if dark else np.exp(rng.normal(0, 0.25))
    gain = rng.uniform(0.25, 0.7) if dark else np.exp(rng.normal(0, 0.18))
    cast = np.exp(rng.normal(0, 0.1, 3)) if rng.random() < 0.5 else np.ones(3)
    ramp = np.linspace(0, 1, 256)[:, None]
    contrast = rng.uniform(0.6, 1.15)
    table = 255 * (ramp**gamma * contrast + (1 - contrast) * rng.uniform(0, 0.8)) * gain * cast
    image = cv2.LUT(image, table.clip(0, 255).astype(np.uint8)[None]).astype(np.uint8)
    if rng.random() < 0.15:
        image = (image * shade(image.shape[:2], rng, float(rng.uniform(0.3, 0.95)))).astype(np.uint8)
    return image


def _hatched(image: Image, rng: np.random.Generator) -> Image:
    """Something like an engraving: lines that thicken where it is dark."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    ys, xs = np.mgrid[0 : image.shape[0], 0 : image.shape[1]].astype(np.float32)
    angle, wave = rng.uniform(0, np.pi), rng.uniform(2.2, 5)
    lines = np.sin((np.cos(angle) * xs + np.sin(angle) * ys) * 2 * np.pi / wave) * 0.5 + 0.5
    drawn = np.clip((grey - lines * rng.uniform(0.4, 0.8)) * 3 + 0.6, 0, 1)
    paper = np.array([245.0, 238.0, 215.0])
    return (drawn[..., None] * paper).astype(np.uint8)


def _noise(image: Image, rng: np.random.Generator) -> Image:
    sigma = rng.uniform(2, 18)
    height, width = image.shape[:2]
    channels = 3 if rng.random() < 0.6 else 1
    grain = np.empty((height, width, channels), np.int16)
    cv2.setRNGSeed(int(rng.integers(1 << 30)))
    cv2.randn(grain, np.zeros(1), np.full(1, sigma))
    return (image.astype(np.int16) + grain).clip(0, 255).astype(np.uint8)
