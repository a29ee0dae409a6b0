"""What may stand behind a person, drawn or taken from pictures without people: for portraits cut out anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.opencv import cv2

Image = NDArray[np.uint8]
Colour = NDArray[np.float32]
Rng = np.random.Generator
SIDE = 256

_PICTURES = ("brick", "chelsea", "coffee", "coins", "grass", "gravel", "horse", "hubble_deep_field",
             "moon", "page", "rocket", "text")  # fmt: skip
"""Of scikit-image's own pictures those that show nobody."""
_LIKE = (Label.SKIN, Label.HAIR, Label.CLOTH)
"""A wall of the colour of one of these is what a parser confuses with it."""


_CARRIED = ((0.8, 1.0), (3.0, 1e-2), (12.0, 1e-4))
"""How a background is carried on: blurs by so many quarters of a pixel, and how much each counts."""


def behind(image: Image, label_map: Image, rng: Rng) -> Image:
    """A background `(256, 256, 3)` for the person of a picture with that label map."""
    kind = _KINDS[int(rng.choice(len(_KINDS), p=_SHARES))]
    drawn = kind(_colours(image, label_map, rng), rng)
    if rng.random() < 0.5:
        drawn = np.asarray(cv2.GaussianBlur(drawn, (0, 0), float(np.exp(rng.uniform(0, 2.5)))), np.uint8)
    return _grained(drawn, rng)


def others(image: Image, label_map: Image) -> Image | None:
    """Another portrait's background, carried on to where its person was; None where too little is seen."""
    seen = cv2.erode((label_map == Label.BACKGROUND).astype(np.float32), np.ones((7, 7), np.uint8))
    if seen.mean() < 0.08:
        return None
    both = cv2.resize(
        np.dstack([image * seen[..., None], seen]), (SIDE // 4, SIDE // 4), interpolation=cv2.INTER_AREA
    )
    total = np.sum([share * cv2.GaussianBlur(both, (0, 0), sigma) for sigma, share in _CARRIED], axis=0)
    carried = cv2.resize(total[..., :3] / np.maximum(total[..., 3:], 1e-9), (SIDE, SIDE))
    soft = cv2.GaussianBlur(seen, (0, 0), 3.0)[..., None]
    return (image * soft + carried * (1 - soft)).clip(0, 255).astype(np.uint8)


def _colours(image: Image, label_map: Image, rng: Rng) -> Colour:
    """Two colours `(2, 3)` of 0..255: of the person's skin, hair or clothes as often as any."""

    def one() -> Colour:
        area = label_map == _LIKE[int(rng.integers(len(_LIKE)))]
        if rng.random() < 0.5 and area.sum() > 50:
            found = image[area][int(rng.integers(area.sum()))]
            return (found * rng.uniform(0.75, 1.3) + rng.normal(0, 8, 3)).clip(0, 255).astype(np.float32)
        grey = rng.uniform(0, 255)
        return (grey + rng.normal(0, rng.choice([4, 40]), 3)).clip(0, 255).astype(np.float32)

    return np.stack([one(), one()])


def _ramp(rng: Rng) -> NDArray[np.float32]:
    """0..1 `(256, 256, 1)` from one side to another."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32) / SIDE - 0.5
    angle = rng.uniform(0, 2 * np.pi)
    along = np.cos(angle) * columns + np.sin(angle) * rows + rng.uniform(-0.3, 0.3)
    return (along * np.exp(rng.uniform(-0.5, 0.7)) + 0.5).clip(0, 1)[..., None].astype(np.float32)


def _noise(rng: Rng, coarse: int, fine: int) -> NDArray[np.float32]:
    """Noise of many sizes, 0..1 `(256, 256, 1)`: cells from 2**coarse to 2**fine across."""
    total, stretched = np.zeros((SIDE, SIDE), np.float32), rng.integers(-1, 2)
    for power in range(coarse, fine + 1):
        shape = (2**power, max(2 ** int(power + stretched), 2))
        noise = rng.normal(0, 1, shape).astype(np.float32)
        total += cv2.resize(noise, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC) / 1.7**power
    low, high = np.percentile(total, (1, 99))
    return ((total - low) / (high - low)).clip(0, 1)[..., None].astype(np.float32)


def _mixed(colours: Colour, share: NDArray[np.float32]) -> Image:
    return (colours[0] * (1 - share) + colours[1] * share).clip(0, 255).astype(np.uint8)


def _wall(colours: Colour, rng: Rng) -> Image:
    """Plain, with light that falls off, and plaster."""
    plaster = 1 + (_noise(rng, 3, 8) - 0.5) * rng.uniform(0, 0.25)
    light = 1 - _ramp(rng) * rng.uniform(0, 0.6)
    return (colours[0] * plaster * light).clip(0, 255).astype(np.uint8)


def _gradient(colours: Colour, rng: Rng) -> Image:
    return _mixed(colours, _ramp(rng))


def _edge(colours: Colour, rng: Rng) -> Image:
    """Two walls, or a wall and a door, that meet in a line."""
    share = (_ramp(rng) > 0.5).astype(np.float32)
    return (_mixed(colours, share) * (1 - _ramp(rng) * rng.uniform(0, 0.4))).astype(np.uint8)


def _clouds(colours: Colour, rng: Rng) -> Image:
    return _mixed(colours, _noise(rng, int(rng.integers(1, 4)), int(rng.integers(4, 9))))


def _strands(colours: Colour, rng: Rng) -> Image:
    """Fine lines of one direction, straight or waved: curtains, reeds, wood, hair-like things."""
    fine = rng.normal(0, 1, (SIDE, SIDE)).astype(np.float32)
    along = cv2.GaussianBlur(
        fine, (0, 0), sigmaX=float(rng.uniform(0.6, 3)), sigmaY=float(rng.uniform(15, 60))
    )
    matrix = cv2.getRotationMatrix2D((SIDE / 2, SIDE / 2), float(rng.uniform(0, 180)), 1.5)
    turned = cv2.warpAffine(along, matrix, (SIDE, SIDE), borderMode=cv2.BORDER_REFLECT_101)
    share = (turned / (3 * turned.std() + 1e-6) + 0.5).clip(0, 1)[..., None].astype(np.float32)
    return _mixed(colours, share)


def _dark(colours: Colour, rng: Rng) -> Image:
    """A dark room, with lights in it now and then."""
    base = colours[0] * rng.uniform(0.02, 0.15) * (0.6 + 0.8 * _noise(rng, 1, 4))
    for _ in range(int(rng.choice([0, 0, 2, 6]))):
        at, size = rng.integers(0, SIDE, 2).tolist(), int(rng.uniform(2, 24))
        cv2.circle(base, at, size, rng.uniform(60, 255, 3).tolist(), -1, cv2.LINE_AA)
    return base.clip(0, 255).astype(np.uint8)


def _things(colours: Colour, rng: Rng) -> Image:
    """Rectangles, discs and bars of any colour: shelves, windows, streets."""
    image = np.ascontiguousarray(_gradient(colours, rng))
    for _ in range(int(rng.integers(5, 40))):
        x, y = rng.integers(-20, SIDE, 2).tolist()
        width, height = (int(v) for v in np.exp(rng.uniform(1.5, 5.0, 2)))
        colour = (colours[int(rng.integers(2))] * rng.uniform(0.3, 1.6) + rng.normal(0, 25, 3)).clip(0, 255)
        if rng.random() < 0.7:
            cv2.rectangle(image, (x, y), (x + width, y + height), colour.tolist(), -1)
        else:
            cv2.circle(image, (x, y), width // 2, colour.tolist(), -1, cv2.LINE_AA)
    return image


def _pieces(colours: Colour, rng: Rng) -> Image:
    """A piece of a picture without people, now and then in the wanted colours."""
    found = _pictures()
    image = found[int(rng.integers(len(found)))]
    height, width = image.shape[:2]
    side = int(rng.uniform(0.25, 0.95) * min(height, width))
    top, left = rng.integers(0, height - side), rng.integers(0, width - side)
    piece = np.rot90(image[top : top + side, left : left + side], int(rng.integers(4)))
    piece = np.asarray(cv2.resize(np.ascontiguousarray(piece), (SIDE, SIDE), interpolation=cv2.INTER_AREA))
    if rng.random() < 0.5:
        return _mixed(colours, piece.mean(axis=2, keepdims=True, dtype=np.float32) / 255)
    return piece.astype(np.uint8)


@cache
def _pictures() -> Sequence[Image]:
    from skimage import data

    found: list[Image] = []
    for name in _PICTURES:
        image = np.asarray(getattr(data, name)())
        image = image.astype(np.uint8) * 255 if image.dtype == np.bool_ else image.astype(np.uint8)
        rgb = np.repeat(image[..., None], 3, axis=2) if image.ndim == 2 else image[..., :3]
        found.append(np.ascontiguousarray(rgb))
    return found


def _grained(image: Image, rng: Rng) -> Image:
    grain = rng.normal(0, rng.uniform(0.5, 6), image.shape[:2])[..., None]
    return (image + grain).clip(0, 255).astype(np.uint8)


_KINDS: tuple[Callable[[Colour, Rng], Image], ...] = (
    _wall, _gradient, _edge, _clouds, _strands, _dark, _things, _pieces,
)  # fmt: skip
_SHARES = (0.24, 0.08, 0.12, 0.12, 0.08, 0.12, 0.12, 0.12)
