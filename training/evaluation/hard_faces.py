"""Hard pictures of faces and pictures without people, made by code from what is at hand.

Faces come from the portraits and photos that a person has (never committed), turned, covered, cut and
darkened; the pictures without people are scikit-image's own and drawn ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from skimage import data

from core.opencv import cv2

Image = NDArray[np.uint8]
Points = NDArray[np.float64]
Rng = np.random.Generator

_OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
         176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)  # fmt: skip
_MASK = (6, 347, 454, 361, 397, 379, 400, 152, 176, 150, 172, 132, 234, 118)
_EYES = ((33, 133, 159, 145), (362, 263, 386, 374))


@dataclass(frozen=True, eq=False)
class Subject:
    """A picture (H, W, 3) with one face, whose mesh (468, 2) in pixels is known."""

    name: str
    image: Image
    mesh: Points


def turned(subject: Subject, rng: Rng) -> Subject:
    """By any angle, on a canvas that holds all of it."""
    height, width = subject.image.shape[:2]
    side = int(np.hypot(height, width))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.uniform(30, 330)), 1.0)
    matrix[:, 2] += (side - width) / 2, (side - height) / 2
    image = cv2.warpAffine(subject.image, matrix, (side, side), borderMode=cv2.BORDER_REPLICATE)
    return Subject(
        f"{subject.name} turned", np.asarray(image, np.uint8), subject.mesh @ matrix[:, :2].T + matrix[:, 2]
    )


def masked(subject: Subject, rng: Rng) -> Subject:
    """A medical mask, from the bridge of the nose to the chin."""
    colour = rng.choice([(225, 232, 235), (150, 190, 215), (40, 42, 48), (200, 120, 130)])
    return _covered(subject, "mask", subject.mesh[list(_MASK)], colour, rng)


def with_sunglasses(subject: Subject, rng: Rng) -> Subject:
    image, unit = subject.image.copy(), _size(subject)
    for eye in _EYES:
        x, y = subject.mesh[list(eye)].mean(0)
        axes = int(0.24 * unit), int(rng.uniform(0.14, 0.2) * unit)
        cv2.ellipse(image, (int(x), int(y + 0.03 * unit)), axes, 0, 0, 360, (18, 16, 20), -1, cv2.LINE_AA)
    ends = subject.mesh[[127, 356]].astype(int).tolist()
    cv2.line(image, ends[0], ends[1], (18, 16, 20), max(1, int(0.03 * unit)), cv2.LINE_AA)
    return Subject(f"{subject.name} sunglasses", image, subject.mesh)


def with_hand(subject: Subject, rng: Rng) -> Subject:
    """Four skin-coloured fingers over the mouth or a cheek."""
    image, unit = subject.image.copy(), _size(subject)
    tone = np.median(subject.image[_inside(subject)], 0) * rng.uniform(0.75, 1.1)
    middle = subject.mesh[int(rng.choice([13, 50, 280]))]
    along = rng.uniform(0, 2 * np.pi)
    way, aside = (np.array([np.cos(a), np.sin(a)]) for a in (along, along + np.pi / 2))
    for finger in range(4):
        start = middle + aside * (finger - 1.5) * 0.15 * unit + way * rng.uniform(-0.4, -0.3) * unit
        shade = np.clip(tone * (1 - 0.06 * finger), 0, 255).tolist()
        ends = [tuple(int(v) for v in p) for p in (start, start + way * 0.9 * unit)]
        cv2.line(image, ends[0], ends[1], shade, max(2, int(0.14 * unit)), cv2.LINE_AA)
    return Subject(f"{subject.name} hand", image, subject.mesh)


def veiled(subject: Subject, rng: Rng) -> Subject:
    """A cloth around the head that leaves the face free, and in half of the pictures a thin one over that."""
    unit = _size(subject)
    face = cv2.dilate(
        _inside(subject).astype(np.uint8), np.ones((3, 3), np.uint8), iterations=int(0.06 * unit)
    )
    around = cv2.dilate(face, np.ones((3, 3), np.uint8), iterations=int(0.5 * unit))
    colour = rng.uniform(20, 220, 3)
    folds = 1 + 0.15 * np.sin(np.indices(face.shape).sum(0) / (0.07 * unit) + rng.uniform(0, 6))
    cloth = np.clip(colour * folds[..., None], 0, 255)
    share = np.where(face > 0, rng.choice([0.0, 0.35]), np.where(around > 0, 1.0, 0.0))[..., None]
    image = subject.image * (1 - share) + cloth * share
    return Subject(f"{subject.name} veil", image.astype(np.uint8), subject.mesh)


def cut(subject: Subject, rng: Rng) -> Subject:
    """Cut so that a fifth to a third of the face is beyond a border."""
    low, high = subject.mesh.min(0), subject.mesh.max(0)
    share, side = rng.uniform(0.2, 0.33), int(rng.integers(0, 3))
    height, width = subject.image.shape[:2]
    left, right, bottom = 0, width, height
    if side == 0:
        left = max(0, int(low[0] + share * (high - low)[0]))
    elif side == 1:
        right = int(high[0] - share * (high - low)[0])
    else:
        bottom = int(high[1] - share * (high - low)[1])
    image = np.ascontiguousarray(subject.image[:bottom, left:right])
    return Subject(f"{subject.name} cut", image, subject.mesh - (left, 0))


def darkened(subject: Subject, rng: Rng) -> Subject:
    """A twelfth to a quarter of the light, with a sensor's noise."""
    image = subject.image * rng.uniform(0.08, 0.25) + rng.normal(0, 4, subject.image.shape)
    return Subject(f"{subject.name} dark", np.clip(image, 0, 255).astype(np.uint8), subject.mesh)


def filling(subject: Subject, rng: Rng) -> Subject:
    """Cropped to the face alone."""
    low, high = subject.mesh.min(0), subject.mesh.max(0)
    room = rng.uniform(-0.02, 0.08) * (high - low)
    (left, top), (right, bottom) = np.maximum(low - room, 0).astype(int), (high + room).astype(int)
    image = np.ascontiguousarray(subject.image[top:bottom, left:right])
    return Subject(f"{subject.name} filling", image, subject.mesh - (left, top))


CHANGES: tuple[Callable[[Subject, Rng], Subject], ...] = (
    turned, masked, with_sunglasses, with_hand, veiled, cut, darkened, filling,
)  # fmt: skip


def hard_pictures(subjects: list[Subject], count: int) -> Iterator[Subject]:
    """`count` pictures, all changes equally often; the same for the same subjects."""
    rng = np.random.default_rng(14)
    for number in range(count):
        yield CHANGES[number % len(CHANGES)](subjects[number // len(CHANGES) % len(subjects)], rng)


def _covered(subject: Subject, name: str, outline: Points, colour: NDArray[np.int_], rng: Rng) -> Subject:
    image = subject.image.copy()
    light = float(subject.image[_inside(subject)].mean() / 150) * rng.uniform(0.8, 1.1)
    shade = np.clip(colour * light, 0, 255).tolist()
    cv2.fillPoly(image, [outline.astype(np.int32)], shade, cv2.LINE_AA)
    return Subject(f"{subject.name} {name}", image, subject.mesh)


def _grown(area: Image, by: float) -> Image:
    return np.asarray(cv2.dilate(area, np.ones((3, 3), np.uint8), iterations=int(by)), np.uint8)


def _inside(subject: Subject) -> NDArray[np.bool_]:
    area = np.zeros(subject.image.shape[:2], np.uint8)
    cv2.fillPoly(area, [subject.mesh[list(_OVAL)].astype(np.int32)], 1)
    return area > 0


def _size(subject: Subject) -> float:
    """Distance of the outer corners of the eyes, or what it would be from the front."""
    mesh = subject.mesh
    return float(max(np.hypot(*(mesh[263] - mesh[33])), 0.75 * np.hypot(*(mesh[152] - mesh[9]))))


# without people -------------------------------------------------------------------------------------------

_PICTURES = ("brick", "cell", "chelsea", "clock", "coffee", "coins", "grass", "gravel", "horse",
             "hubble_deep_field", "immunohistochemistry", "microaneurysms", "moon", "page", "retina",
             "rocket", "text", "checkerboard", "logo", "shepp_logan_phantom")  # fmt: skip


def empty_pictures(count: int) -> Iterator[tuple[str, Image]]:
    """`count` pictures without people: scikit-image's as they are, then pieces of them, then drawn ones."""
    rng = np.random.default_rng(41)
    known = [(name, _as_rgb(getattr(data, name)())) for name in _PICTURES]
    yield from known[:count]
    for number in range(count - len(known)):
        if number % 3 == 0:
            name, image = known[number // 3 % len(known)]
            yield f"piece of {name}", _piece(image, rng)
        else:
            draw = _DRAWN[number % len(_DRAWN)]
            yield draw.__name__.strip("_"), draw(rng)


def _as_rgb(image: NDArray[np.generic]) -> Image:
    if image.dtype != np.uint8:
        image = (image.astype(np.float64) / max(float(image.max()), 1e-9) * 255).astype(np.uint8)
    return np.ascontiguousarray(
        np.repeat(image[..., None], 3, 2) if image.ndim == 2 else image[..., :3], np.uint8
    )


def _piece(image: Image, rng: Rng) -> Image:
    height, width = image.shape[:2]
    side = int(rng.uniform(0.3, 0.8) * min(height, width))
    y, x = rng.integers(0, height - side), rng.integers(0, width - side)
    piece = np.rot90(image[y : y + side, x : x + side], int(rng.integers(0, 4)))
    return np.asarray(cv2.resize(np.ascontiguousarray(piece), (512, 512)), np.uint8)


def _clouds(rng: Rng) -> Image:
    """Noise of all sizes in two colours: marble, bark, water."""
    total = np.zeros((512, 512), np.float32)
    for power in range(2, 8):
        noise = rng.normal(0, 1, (2**power, int(2 ** (power + rng.integers(-1, 2))))).astype(np.float32)
        total += cv2.resize(noise, (512, 512), interpolation=cv2.INTER_CUBIC) / 2**power
    share = ((total - total.min()) / np.ptp(total))[..., None]
    return (share * rng.uniform(0, 255, 3) + (1 - share) * rng.uniform(0, 255, 3)).astype(np.uint8)


def _leaves(rng: Rng) -> Image:
    image = np.full((512, 512, 3), rng.uniform(20, 90, 3), np.uint8)
    for _ in range(500):
        x, y = (int(v) for v in rng.integers(0, 512, 2))
        colour = rng.uniform(0.5, 1.2) * np.array([70, 120, 45]) + rng.normal(0, 15, 3)
        axes = int(rng.uniform(8, 40)), int(rng.uniform(3, 14))
        angle, shade = float(rng.uniform(0, 360)), colour.clip(0, 255).tolist()
        cv2.ellipse(image, (x, y), axes, angle, 0, 360, shade, -1, cv2.LINE_AA)
    return image


def _animal(rng: Rng) -> Image:
    """A furry head with ears, two eyes and a muzzle, on its own: the nearest thing to a face."""
    image, fur = _clouds(rng), rng.uniform(40, 230, 3)
    x, y, size = 256, 280, int(rng.uniform(70, 150))
    for side in (-1, 1):
        ear = np.array([[x + side * size * 0.9, y - size * 1.5], [x + side * size * 0.3, y - size * 0.7],
                        [x + side * size * 0.95, y - size * 0.2]], np.int32)  # fmt: skip
        cv2.fillPoly(image, [ear], (fur * 0.8).tolist(), cv2.LINE_AA)
    cv2.ellipse(image, (x, y), (size, int(size * 0.9)), 0, 0, 360, fur.tolist(), -1, cv2.LINE_AA)
    for side in (-1, 1):
        eye = (x + int(side * 0.45 * size), y - int(0.2 * size))
        cv2.circle(image, eye, int(0.16 * size), (200, 180, 60), -1, cv2.LINE_AA)
        cv2.ellipse(
            image, eye, (int(0.05 * size), int(0.14 * size)), 0, 0, 360, (10, 10, 10), -1, cv2.LINE_AA
        )
    cv2.ellipse(image, (x, y + int(0.4 * size)), (int(0.4 * size), int(0.3 * size)), 0, 0, 360,
                (fur * 0.5 + 120).clip(0, 255).tolist(), -1, cv2.LINE_AA)  # fmt: skip
    cv2.ellipse(
        image, (x, y + int(0.25 * size)), (int(0.15 * size), int(0.1 * size)), 0, 0, 360, (30, 20, 25), -1
    )
    strands = rng.normal(0, 14, image.shape[:2])
    return np.clip(image + cv2.GaussianBlur(strands, (1, 5), 0)[..., None], 0, 255).astype(np.uint8)


def _machine(rng: Rng) -> Image:
    """Plates with round and square openings, screws and pipes: sockets, dials, headlights."""
    image = np.full((512, 512, 3), rng.uniform(60, 200, 3), np.uint8)
    for _ in range(int(rng.integers(6, 20))):
        x, y = (int(v) for v in rng.integers(0, 512, 2))
        size, colour = int(rng.uniform(15, 110)), rng.uniform(0, 255, 3).tolist()
        if rng.random() < 0.5:
            cv2.circle(image, (x, y), size, colour, -1, cv2.LINE_AA)
            cv2.circle(image, (x, y), size // 2, (20, 20, 24), -1, cv2.LINE_AA)
        else:
            cv2.rectangle(image, (x, y), (x + size, y + size // 2), colour, -1)
    for x in (150, 362):  # two dials over a slot
        cv2.circle(image, (x, 200), 50, (235, 235, 235), -1, cv2.LINE_AA)
        cv2.circle(image, (x, 200), 18, (20, 20, 20), -1, cv2.LINE_AA)
    cv2.rectangle(image, (180, 370), (332, 400), (25, 25, 25), -1)
    return image


def _stripes(rng: Rng) -> Image:
    rows, columns = np.indices((512, 512)).astype(np.float64)
    angle, step = rng.uniform(0, np.pi), rng.uniform(4, 60)
    wave = np.sin((np.cos(angle) * columns + np.sin(angle) * rows) / step + 3 * np.sin(rows / 97))
    return ((wave[..., None] + 1) / 2 * rng.uniform(60, 255, 3)).astype(np.uint8)


def _buildings(rng: Rng) -> Image:
    """Walls with rows of windows and doors under a sky."""
    image = np.full((512, 512, 3), (150, 180, 215), np.uint8)
    for left in range(0, 512, 128):
        top, wall = int(rng.integers(60, 250)), rng.uniform(70, 210, 3)
        image[top:, left : left + 128] = wall
        for y in range(top + 15, 480, 55):
            for x in range(left + 12, left + 110, 40):
                image[y : y + 32, x : x + 24] = wall * rng.uniform(0.2, 0.6)
    return np.clip(image + rng.normal(0, 6, image.shape), 0, 255).astype(np.uint8)


_DRAWN = (_clouds, _leaves, _animal, _machine, _stripes, _buildings)
