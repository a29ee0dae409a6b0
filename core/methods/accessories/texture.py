"""How soft and how grainy a photo is, so that what is put in is no sharper and no cleaner."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.head import Head
from core.opencv import cv2

Picture = NDArray[np.floating]
_SCALES = ((0.8, 1.6), (1.6, 3.2), (3.2, 6.4))
_SHARPEST = 99.7
"""Percentile of the slopes in a face that count as its sharpest edges: lids, lashes, brows, lips."""
_NO_STEP = 0.75
"""Lids and lips are no steps: of the softness seen, so much is the photo's."""
_ALIKE, _COARSE, _LEFT = (
    (-0.67, -0.643, -0.572, -0.444, -0.103), (0.0, 0.4, 0.5, 0.6, 0.8), (1.0, 0.888, 0.659, 0.427, 0.174)
)  # fmt: skip
"""Of noise smoothed by `_COARSE` pixels: how alike neighbours are once `_CURVE` was taken, and how much of
its spread is left; from noise made and measured."""
_CURVE = np.array([1.0, -2.0, 1.0])
_WITHOUT = 0.45
"""Pixels: the blur of what is drawn already, by its own samples."""


@dataclass(frozen=True)
class Texture:
    """`blur`: width (sigma) in pixels of the softness of edges; `grain`: spread of noise in levels, `coarse`:
    its width in pixels."""

    blur: float
    grain: float
    coarse: float

    def softened(self, picture: Picture) -> Picture:
        """A sharply drawn picture as soft as the photo."""
        sigma = float(np.sqrt(max(self.blur**2 - _WITHOUT**2, 0)))
        return picture if sigma < 0.25 else np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.float32)

    def noise(self, shape: tuple[int, int], rng: np.random.Generator) -> Picture:
        """Grain as the photo has it, `(H, W, 1)` in levels."""
        white = rng.standard_normal(shape, np.float32)
        if self.coarse > 0.3:
            white = np.asarray(cv2.GaussianBlur(white, (0, 0), self.coarse), np.float32)
            white *= (
                np.float32(2 * np.sqrt(np.pi) * self.coarse)
                if self.coarse > 0.6
                else np.float32(1 / max(white.std(), 1e-3))
            )
        return (white * np.float32(self.grain))[..., None]


def read_texture(image: NDArray[np.uint8], label_map: NDArray[np.uint8], head: Head) -> Texture:
    """Softness at the face's sharpest edges, grain on its skin."""
    grey, labels = _face_part(image, label_map, head)
    blur = _NO_STEP * _softness(grey)
    skin = np.isin(labels, (Label.SKIN, Label.NOSE)).astype(np.uint8)
    reach = max(3, round(2 * head.scale)) | 1
    inside = cv2.erode(skin, np.ones((reach, reach), np.uint8)) > 0
    if inside.sum() < 100:
        return Texture(blur, 1.0, 0.5)
    # Twice curved both ways, shading and wrinkles vanish and noise stays (Immerkaer 1996).
    rest = np.asarray(cv2.filter2D(grey, -1, np.outer(_CURVE, _CURVE).astype(np.float32)), np.float32)
    spread = 1.4826 * float(np.median(np.abs(rest[inside]))) / 6
    both = inside[:, 1:] & inside[:, :-1]
    alike = float((rest[:, 1:] * rest[:, :-1])[both].mean() / max(float((rest[inside] ** 2).mean()), 1e-6))
    coarse = float(np.interp(alike, _ALIKE, _COARSE))
    seen = float(np.interp(coarse, _COARSE, _LEFT))
    return Texture(blur, float(np.clip(spread / seen, 0.2, 6.0)), coarse)


def _face_part(
    image: NDArray[np.uint8], label_map: NDArray[np.uint8], head: Head
) -> tuple[Picture, NDArray[np.uint8]]:
    flat = head.project(head.mesh[:468])
    low, high = np.floor(flat.min(0)).astype(int), np.ceil(flat.max(0)).astype(int)
    height, width = label_map.shape
    left, top = (int(np.clip(v, 0, side - 8)) for v, side in zip(low, (width, height), strict=True))
    right, bottom = int(np.clip(high[0], left + 8, width)), int(np.clip(high[1], top + 8, height))
    part = image[top:bottom, left:right]
    return np.asarray(cv2.cvtColor(part, cv2.COLOR_RGB2GRAY), np.float32), label_map[top:bottom, left:right]


def _softness(grey: Picture) -> float:
    """An edge blurred by s has after a further blur of a the slope 1 / sqrt(s^2 + a^2): two such blurs tell
    s. The pair of blurs that fits the answer is taken."""
    found = 0.8
    for fine, coarse in _SCALES:
        first, second = _slope(grey, fine), _slope(grey, coarse)
        edge = first >= np.percentile(first, _SHARPEST)
        ratio = float(np.median(first[edge] / np.maximum(second[edge], 1e-3))) ** 2
        if ratio <= 1.02:
            continue
        squared = (coarse**2 - ratio * fine**2) / (ratio - 1)
        found = float(np.sqrt(max(squared, 0.3**2)))
        if found < 1.5 * fine:
            break
    return found


def _slope(grey: Picture, sigma: float) -> Picture:
    soft = np.asarray(cv2.GaussianBlur(grey, (0, 0), sigma), np.float32)
    return np.asarray(
        np.hypot(cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1)), np.float32
    )
