"""Light: read off the skin along the mesh's normals, and what surfaces look like in it.

The camera is far away, so what a surface looks like depends only on its normal, as the viewer sees it: a
picture of a ball of that material (a lit sphere, Sloan et al. 2001) is looked up for every sample.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.relief import Relief, Source, ambient
from core.opencv import cv2

Picture = NDArray[np.floating]
Rgb = NDArray[np.floating]
_BALL = 192
_SKY = (128, 256)
"""Rows and columns of the picture of all directions."""
_ALBEDO = 0.36
"""Light that skin of a middle tone sends back."""


@dataclass(frozen=True, eq=False)
class Lighting:
    """`direction (3,)` towards the main light (x right, y down, z to the viewer); `directed` 0..1, its share
    of the light on skin that faces it; `white (3,)`: linear light of a white surface that faces it; `black
    (3,)`: linear light of what is black; `grey (3,)` or None: the one hue of a picture without colours."""

    direction: NDArray[np.float64]
    directed: float
    white: Rgb
    black: Rgb
    grey: Rgb | None = None

    def sources(self) -> tuple[Source, ...]:
        """What casts shadows."""
        x, y, z = (float(v) for v in self.direction)
        return Source((x, y, z), 0.36, self.directed), *ambient(1 - self.directed)

    def diffuse(self, normals: Picture) -> Picture:
        """Light `(..., 1)` on a matt white surface, 1 where it faces the main light."""
        lit = np.clip(normals @ self.direction.astype(np.float32), 0, 1)
        sky = 0.78 - 0.22 * normals[..., 1]
        return np.asarray(self.directed * lit + (1 - self.directed) * sky, np.float32)[..., None]


def to_linear(levels: NDArray[np.generic]) -> Picture:
    """sRGB levels 0..255 as linear light 0..1."""
    value = np.asarray(levels, np.float32) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)


def to_levels(light: Picture) -> Picture:
    """Linear light as sRGB levels, with a shoulder above 0.8 instead of a cut."""
    light = np.clip(light, 0, None)
    light = np.where(light > 0.8, 0.8 + 0.2 * np.tanh((light - 0.8) / 0.35), light)
    return (255 * np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)).astype(
        np.float32
    )


def read_lighting(image: NDArray[np.uint8], label_map: NDArray[np.uint8], relief: Relief) -> Lighting:
    """A main light and a share of light from all around, fitted to the skin by least squares."""
    small = relief.shrunk(image)
    size = relief.depth.shape[::-1]
    labels = np.asarray(cv2.resize(label_map, size, interpolation=cv2.INTER_NEAREST))
    skin = np.isin(labels, (Label.SKIN, Label.NOSE)) & (relief.face > 0)
    if skin.sum() < 60:
        skin = relief.face > 0
    light = to_linear(small)
    slope, level = _fitted(light.mean(2)[skin], relief.normals[skin])
    length = float(np.linalg.norm(slope))
    direction = slope / length if length > 1e-6 else np.array([0.0, -0.5, 0.85])
    direction = _before_the_face(direction)
    peak = np.percentile(light[skin], 85, axis=0)
    directed = float(np.clip(length / (length + max(level, 1e-3)), 0.3, 0.85))
    return Lighting(direction, directed, _white(light, peak), _black(light), _grey(small))


def _fitted(light: Picture, normals: Picture) -> tuple[NDArray[np.float64], float]:
    """Slope (3,) and level of light over normals; samples far off the fit (beards, shine) count less."""
    design = np.concatenate([normals, np.ones((len(normals), 1))], 1).astype(np.float64)
    # Towards a light from above and before, as most are: the face alone cannot tell depth from level.
    mean = float(light.mean())
    prior = np.array([0.0, -0.25, 0.45, 0.5]) * mean
    weight = np.ones(len(light))
    found = prior
    for _ in range(3):
        gram = (design * weight[:, None]).T @ design / len(light)
        right = (design * weight[:, None]).T @ light.astype(np.float64) / len(light)
        ridge = np.diag([0.01, 0.01, 0.06, 0.06])
        found = np.linalg.solve(gram + ridge, right + ridge @ prior)
        away = np.abs(design @ found - light)
        weight = 1 / (1 + (away / (1.5 * np.median(away) + 1e-4)) ** 2)
    return np.asarray(found[:3], np.float64), float(max(found[3], 0.0))


def _before_the_face(direction: NDArray[np.float64]) -> NDArray[np.float64]:
    """No light from behind or far below is believed."""
    x, y, z = direction
    bounded = np.array([np.clip(x, -0.8, 0.8), np.clip(y, -0.85, 0.25), max(z, 0.35)])
    return bounded / np.linalg.norm(bounded)


def _white(light: Picture, peak: NDArray[np.floating]) -> Rgb:
    """Linear light of white: from the skin's, between what a middle skin and the picture's brightest say."""
    bright = float(np.percentile(light.mean(2), 97))
    skin = float(peak.mean())
    albedo = np.sqrt(_ALBEDO * np.clip(skin / max(bright, 1e-3), 0.08, 0.6))
    level = float(np.clip(skin / albedo, 0.12, 1.15))
    # Skin is about this red: what it is beyond that is the light's, half believed.
    expected = np.array([1.28, 0.95, 0.77])
    hue = (peak / max(skin, 1e-4) / expected) ** 0.35
    return (level * hue / hue.mean()).astype(np.float32)


def _black(light: Picture) -> Rgb:
    return np.asarray(0.8 * np.percentile(light.reshape(-1, 3), 0.3, axis=0), np.float32)


def _grey(small: Picture) -> Rgb | None:
    chroma = small.max(2) - small.min(2)
    if np.percentile(chroma, 90) > 14:
        return None
    mean = to_linear(small).reshape(-1, 3).mean(0)
    return (mean / max(float(mean.mean()), 1e-4)).astype(np.float32)


@dataclass(frozen=True, eq=False)
class Room:
    """What shiny surfaces mirror: `sky (rows, columns, 3)`, light from all directions (rows from above to
    below, columns from behind on the left round the front to behind on the right)."""

    lighting: Lighting
    sky: Picture
    _balls: dict[tuple[float, float], Picture] = field(default_factory=dict[tuple[float, float], Picture])

    @staticmethod
    def of(lighting: Lighting, rng: np.random.Generator) -> Room:
        """A room whose main light is where the photo's is, with windows by chance."""
        rows, columns = _SKY
        y = np.sin((np.arange(rows) + 0.5 - rows / 2) / rows * np.pi)[:, None]
        turn = ((np.arange(columns) + 0.5) / columns * 2 - 1) * np.pi
        across = np.sqrt(1 - y**2)
        toward = np.stack(np.broadcast_arrays(across * np.sin(turn), y, across * np.cos(turn)), -1)
        height = -y
        waves = rng.uniform(0, 2 * np.pi, 4)
        ridge = (
            0.05
            + 0.05 * np.sin(2 * turn + waves[0])
            + 0.04 * np.sin(5 * turn + waves[1])
            + 0.02 * np.sin(11 * turn + waves[2])
        )
        over = 1 / (1 + np.exp(-(height - ridge[None]) * 30))
        above = 0.42 + 0.30 * np.tanh(1.6 * (height - ridge[None]))
        below = 0.14 + 0.10 * np.clip(-height, 0, 1)
        base = (below + (above - below) * over) * (0.85 + 0.15 * np.cos(turn)[None] * across)
        # Behind the head there is the head itself, for all that is close to it.
        base = 0.75 * base * np.clip(1.0 + 1.2 * toward[..., 2], 0.25, 1)
        light = base[..., None] * (1 + (over[..., None] - 1) * np.array([-0.05, 0.08, 0.18]))
        # The harder the light, the smaller and brighter is what it comes from.
        size = 0.27 - 0.16 * lighting.directed
        key = _pane(turn, y, lighting.direction, size, 1.2 * size) * (2.5 + 5.0 * lighting.directed)
        halo = 0.7 * np.exp((np.clip(toward @ lighting.direction, -1, 1) - 1) / 0.10)
        light = light + (key + halo)[..., None]
        for _ in range(3):
            light = light + _window(turn, y, rng)[..., None]
        return Room(lighting, light.astype(np.float32))

    def mirrored(self, normals: Picture, spread: float, grazing: float) -> Picture:
        """Light `(N, 3)` that a polished surface sends to the viewer, in parts of white; rough ones `spread`
        (radians) it. `grazing` is what it sends back at right angles, 1 for metal."""
        key = (round(spread, 3), round(grazing, 4))
        if key not in self._balls:
            self._balls[key] = self._ball(spread, grazing)
        return looked_up(self._balls[key], normals)

    def _ball(self, spread: float, grazing: float) -> Picture:
        axis = (np.arange(_BALL, dtype=np.float32) + 0.5) / _BALL * 2 - 1
        x, y = np.meshgrid(axis, axis)
        z = np.sqrt(np.clip(1 - x**2 - y**2, 0.0004, 1))
        # Seen from (0, 0, 1): r = 2 (n.v) n - v.
        rx, ry, rz = 2 * z * x, 2 * z * y, 2 * z * z - 1
        rows, columns = _SKY
        sigma = spread / np.pi * rows
        sky = self.sky
        if sigma > 0.2:
            wide = np.concatenate([sky, sky, sky], 1)
            sky = np.asarray(cv2.GaussianBlur(wide, (0, 0), sigma), np.float32)[:, columns : 2 * columns]
        u = (np.arctan2(rx, rz) / (2 * np.pi) + 0.5) * columns - 0.5
        v = (np.arcsin(np.clip(ry, -1, 1)) / np.pi + 0.5) * rows - 0.5
        sky, u, v = np.concatenate([sky, sky[:, :1]], 1), u.astype(np.float32), v.astype(np.float32)
        seen = cv2.remap(sky, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        fresnel = grazing + 0.35 * (1 - grazing) * (1 - z) ** 5
        return np.asarray(seen * fresnel[..., None], np.float32)


def _window(
    turn: NDArray[np.float64], y: NDArray[np.float64], rng: np.random.Generator
) -> NDArray[np.float64]:
    """A bright upright pane somewhere before the head."""
    middle, rise = rng.uniform(-1.9, 1.9), rng.uniform(-0.65, 0.05)
    toward = np.array([np.sin(middle), rise, np.cos(middle)])
    return _pane(turn, y, toward, rng.uniform(0.10, 0.24), rng.uniform(0.12, 0.28)) * rng.uniform(0.5, 1.8)


def _pane(
    turn: NDArray[np.float64], y: NDArray[np.float64], toward: NDArray[np.float64], wide: float, tall: float
) -> NDArray[np.float64]:
    """A window in this direction with a cross of bars, brighter above: half its width in radians, half its
    height in parts of the sphere's radius."""
    across = turn - np.arctan2(toward[0], toward[2])
    down = y - toward[1]
    inside = (1 / (1 + np.exp((np.abs(across) - wide) * 90)))[None] * (
        1 / (1 + np.exp((np.abs(down) - tall) * 90))
    )
    bars = 1 - 0.55 * np.maximum(np.exp(-((across / 0.022) ** 2))[None], np.exp(-((down / 0.022) ** 2)))
    return inside * bars * (1 - 0.25 * down / tall)


def looked_up(ball: Picture, normals: Picture) -> Picture:
    """A ball's picture `(B, B, C)` at normals `(N, 3)`."""
    side = ball.shape[0]
    x = ((normals[:, 0] + 1) * (side / 2) - 0.5).astype(np.float32)
    y = ((normals[:, 1] + 1) * (side / 2) - 0.5).astype(np.float32)
    count = len(x)
    wide = max(1, min(count, 16384))
    pad = -count % wide
    x, y = (np.pad(a, (0, pad)).reshape(-1, wide) for a in (x, y))
    found = np.asarray(cv2.remap(ball, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32)
    return found.reshape(-1, ball.shape[2])[:count]
