"""Scenes with known faces: portraits composed at any place, size and angle, and decoys that are no faces.

A scene is drawn from a seed alone, so that it can be made again. Heads come from a `Cast`: the portraits with
their background cut away, and the same heads turned aside (`training.data.turning`).
"""

from __future__ import annotations

import copy
import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import PIL.Image
import skimage
from numpy.typing import NDArray

from core.labels import Label
from core.opencv import cv2
from training.data import backgrounds, turning
from training.data.backgrounds import Bank, colour, cut
from training.data.photometric import shade, spoil

Image = NDArray[np.uint8]
POINT_NAMES = ("eyeL", "eyeR", "nose", "mouthL", "mouthR")
_FLIPPED = [1, 0, 2, 4, 3]
_FEATURES = (
    Label.NOSE, Label.EYE_G, Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.MOUTH, Label.U_LIP,
    Label.L_LIP,
)  # fmt: skip
_FACE = (Label.SKIN, *_FEATURES)
MAX_FACES = 10


@dataclass(frozen=True)
class SceneConfig:
    """How scenes are composed; sizes are distances between the eyes in pixels of the frame."""

    side: int = 256
    smallest: float = 4.5
    largest: float = 115.0
    empty: float = 0.2
    single: float = 0.45
    crowd: float = 0.12
    turned: float = 0.4
    rectangle: float = 0.2
    occluded: float = 0.25
    decoys: float = 0.35
    clean: float = 0.1
    """Share of scenes that no camera has spoilt."""


@dataclass(frozen=True, eq=False)
class Head:
    """A head to paste: RGBA, and points (5, 2) with what is seen of them (5,) in its pixels."""

    rgba: Image
    points: NDArray[np.float32]
    seen: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Scene:
    """A picture (side, side, 3), its faces' points (N, 5, 2), seen (N, 5) 0/1, and which faces count.

    `counts` (N,) is 0 for a face of which too little is left to ask for, or to forbid, finding it.
    """

    image: Image
    points: NDArray[np.float32]
    seen: NDArray[np.float32]
    counts: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Cast:
    """Every head of one split. Arrays may be memory-mapped."""

    images: Image
    """(N, 256, 256, 3)"""
    labels: Image
    """(N, 256, 256)"""
    points: NDArray[np.float32]
    """(N, 5, 2)"""
    turned: Image
    """(M, 192, 192, 4)"""
    turned_points: NDArray[np.float32]
    turned_seen: NDArray[np.float32]


def load_cast(portraits: Path, split: str, cache: Path, per_head: int = 3) -> Cast:
    """The heads of `split`, turned heads computed once (about 0.05 s each) and kept in `cache`."""
    with (portraits / "manifest.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == split]
    images = np.stack([_read(portraits / "images" / f"{row['id']}.jpg", cv2.IMREAD_COLOR) for row in rows])
    labels = np.stack(
        [_read(portraits / "labels" / f"{row['id']}.png", cv2.IMREAD_GRAYSCALE) for row in rows]
    )
    images = np.ascontiguousarray(images[..., ::-1])
    points = np.array([manifest_points(row) for row in rows], np.float32)
    files = [cache / f"turned_{split}_{name}.npy" for name in ("rgba", "points", "seen")]
    if not all(file.exists() for file in files):
        cache.mkdir(parents=True, exist_ok=True)
        for file, array in zip(
            files, _turn_all(portraits, rows, images, labels, points, per_head), strict=True
        ):
            np.save(file, array)
    rgba, turned_points, seen = (np.load(file, mmap_mode="r") for file in files)
    return Cast(images, labels, points, rgba, np.asarray(turned_points), np.asarray(seen))


def manifest_points(row: dict[str, str]) -> list[list[float]]:
    """The five points of a row of manifest.csv."""
    return [[float(row[f"{name}_x"]), float(row[f"{name}_y"])] for name in POINT_NAMES]


def _read(path: Path, mode: int) -> Image:
    image = cv2.imread(str(path), mode)
    if image is None:
        raise FileNotFoundError(path)
    return image.astype(np.uint8)


def _turn_all(
    portraits: Path,
    rows: list[dict[str, str]],
    images: Image,
    labels: Image,
    points: NDArray[np.float32],
    per_head: int,
) -> tuple[Image, NDArray[np.float32], NDArray[np.float32]]:
    rng = np.random.default_rng(1)
    meshes = np.load(portraits / "mesh.npz")
    where = {name: index for index, name in enumerate(meshes["ids"])}
    mesh_points = meshes["points"].astype(np.float32)
    pictures: list[Image] = []
    places: list[NDArray[np.float32]] = []
    seen: list[NDArray[np.float32]] = []
    for index, row in enumerate(rows):
        surface = turning.lift(images[index], labels[index], mesh_points[where[row["id"]]], points[index])
        for _ in range(per_head):
            yaw = float(rng.choice([-1, 1]) * rng.uniform(10, 85))
            pitch = float(np.clip(rng.normal(0, 14), -38, 30))
            picture, place = turning.turn(surface, yaw, pitch)
            pictures.append(picture)
            places.append(place)
            # Beyond about 50 degrees the far eye and the far corner of the mouth are hidden.
            far = [0, 3] if yaw < 0 else [1, 4]
            seen.append(np.array([float(abs(yaw) < 50 or k not in far) for k in range(5)], np.float32))
    return np.stack(pictures), np.stack(places), np.stack(seen)


def bundled_pictures(names: tuple[str, ...]) -> list[Image]:
    """scikit-image's pictures of these names, RGB uint8; those not installed are left out."""
    folder = Path(skimage.__file__).parent / "data"
    return [
        np.array(PIL.Image.open(folder / name).convert("RGB"), np.uint8)
        for name in names
        if (folder / name).exists()
    ]


class SceneMaker:
    """Composes scenes of a cast. Not shared between threads."""

    def __init__(self, cast: Cast, config: SceneConfig, bank_size: int = 700, seed: int = 0) -> None:
        self._cast = cast
        self._config = config
        self._pictures = bundled_pictures(backgrounds.BUNDLED)
        sources = [self._portrait_patch, self._bundled_patch, *backgrounds.PAINTERS]
        weights = [0.42, 0.25, 0.04, 0.08, 0.11, 0.04, 0.06]
        if not self._pictures:
            weights[1] = 0.0
        self._bank = Bank(sources, weights, bank_size, np.random.default_rng(seed))

    def copied(self) -> SceneMaker:
        """The same maker; what it draws leaves the backgrounds of this one as they are."""
        maker = copy.copy(self)
        maker._bank = self._bank.copied()
        return maker

    def make(self, rng: np.random.Generator) -> Scene:
        """One scene."""
        config = self._config
        canvas = cv2.resize(self._bank.draw(rng), (config.side, config.side)).astype(np.float32)
        count, low, high = self._how_many(rng)
        points, seen = np.zeros((0, 5, 2), np.float32), np.zeros((0, 5), np.float32)
        for _ in range(int(rng.integers(1, 4)) if rng.random() < config.decoys or count == 0 else 0):
            if rng.random() < 0.5:
                self._paste(canvas, self._decoy(rng), self._size(rng, config.smallest, config.largest), rng)
        for _ in range(count):
            head = self._face(rng)
            place, cover = self._paste(canvas, head, self._size(rng, low, high), rng)
            seen *= 1 - _sample(cover, points)
            points = np.concatenate([points, place[None]])
            seen = np.concatenate([seen, (head.seen * _within(place, config.side))[None]])
        image = canvas.clip(0, 255).astype(np.uint8)
        if rng.random() >= config.clean:
            image = spoil(image, rng)
        return Scene(image, points, seen, self._counting(points, seen))

    def _how_many(self, rng: np.random.Generator) -> tuple[int, float, float]:
        """Number of faces, and the range of their sizes."""
        config, dice = self._config, rng.random()
        if dice < config.empty:
            return 0, 0, 0
        if dice < config.empty + config.single:
            return 1, config.smallest, config.largest
        if dice < 1 - config.crowd:
            return int(rng.integers(2, 4)), config.smallest, config.largest * 0.45
        return int(rng.integers(4, MAX_FACES)), config.smallest, config.largest * 0.16

    @staticmethod
    def _size(rng: np.random.Generator, low: float, high: float) -> float:
        return float(np.exp(rng.uniform(np.log(low), np.log(high))))

    def _counting(self, points: NDArray[np.float32], seen: NDArray[np.float32]) -> NDArray[np.float32]:
        if not len(points):
            return np.zeros(0, np.float32)
        middle_inside = _within(points.mean(1), self._config.side)
        return ((seen.sum(1) >= 2.5) & (middle_inside > 0)).astype(np.float32)

    # -- heads ---------------------------------------------------------------------------------------------

    def _face(self, rng: np.random.Generator) -> Head:
        cast = self._cast
        if rng.random() < self._config.turned:
            index = int(rng.integers(len(cast.turned)))
            head = Head(np.array(cast.turned[index]), cast.turned_points[index], cast.turned_seen[index])
        else:
            index = int(rng.integers(len(cast.images)))
            rgba = self._cut_out(index, rng.random() < self._config.rectangle)
            head = Head(rgba, cast.points[index], np.ones(5, np.float32))
        if rng.random() < self._config.occluded:
            head = self._occlude(head, rng)
        return _lit(head, rng)

    def _cut_out(self, index: int, rectangle: bool) -> Image:
        image, labels = self._cast.images[index], self._cast.labels[index]
        if rectangle:
            return np.dstack([image, np.full(labels.shape, 255, np.uint8)])
        alpha = np.where((labels == Label.BACKGROUND) | (labels == 255), 0, 255).astype(np.uint8)
        return np.dstack([image, np.asarray(cv2.blur(alpha, (3, 3)), np.uint8)])

    def _occlude(self, head: Head, rng: np.random.Generator) -> Head:
        """Something in front of the face: a blob, fingers, a cap drawn low, a dark bar."""
        side = head.rgba.shape[0]
        mask = np.zeros((side, side), np.uint8)
        kind = rng.integers(0, 4)
        low, high = head.points.min(0), head.points.max(0)
        target = rng.uniform(low - 0.1 * side, high + 0.15 * side)
        if kind == 0:
            axes = (rng.uniform(0.08, 0.28, 2) * side).astype(int).tolist()
            cv2.ellipse(mask, target.astype(int).tolist(), axes, float(rng.uniform(0, 180)), 0, 360, 1, -1)
        elif kind == 1:
            _fingers(mask, target, rng)
        elif kind == 2:
            eyes = head.points[:2].mean(0) - (0, rng.uniform(-0.05, 0.25) * side)
            axes = (int(side * rng.uniform(0.25, 0.4)), int(side * rng.uniform(0.08, 0.16)))
            cv2.ellipse(mask, eyes.astype(int).tolist(), axes, float(rng.normal(0, 8)), 0, 360, 1, -1)
            mask[: max(0, int(eyes[1])), int(side * 0.15) : int(side * 0.85)] = 1
        else:
            corner = target + rng.uniform(-0.25, 0.25, 2) * side
            other = target + rng.uniform(-0.25, 0.25, 2) * side
            cv2.line(
                mask,
                corner.astype(int).tolist(),
                other.astype(int).tolist(),
                1,
                int(side * rng.uniform(0.03, 0.2)),
            )
        rgba = head.rgba.copy()
        texture = self._covering(rgba, head, kind == 1, rng)
        soft = cv2.blur(mask.astype(np.float32), (3, 3))[..., None]
        rgba[..., :3] = (rgba[..., :3] * (1 - soft) + texture * soft).astype(np.uint8)
        rgba[..., 3] = np.maximum(rgba[..., 3], (soft[..., 0] * 255).astype(np.uint8))
        covered = _sample(mask.astype(np.float32), head.points[None])[0]
        return Head(rgba, head.points, head.seen * (1 - covered))

    def _covering(self, rgba: Image, head: Head, skin: bool, rng: np.random.Generator) -> NDArray[np.float32]:
        side = rgba.shape[0]
        if skin or rng.random() < 0.25:
            x, y = ((head.points[2] + head.points[3]) / 2).astype(int).clip(0, side - 1)
            tone = rgba[y, x, :3].astype(np.float32) * rng.uniform(0.75, 1.15)
            grain = cv2.resize(rng.normal(0, 9, (24, 24)).astype(np.float32), (side, side))[..., None]
            return (tone + grain).clip(0, 255)
        if rng.random() < 0.4:
            return np.broadcast_to(colour(rng).clip(0, 255), (side, side, 3)).astype(np.float32)
        return cv2.resize(self._bank.draw(rng), (side, side)).astype(np.float32)

    # -- what is no face -----------------------------------------------------------------------------------

    def _portrait_patch(self, rng: np.random.Generator) -> Image:
        """A square of a portrait without its face: cloth, hair, flags, furniture; or a face wiped smooth."""
        index = int(rng.integers(len(self._cast.images)))
        image, labels = self._cast.images[index], self._cast.labels[index]
        if rng.random() < 0.25:
            return cut(self._wiped(index, rng), rng, 0.6)
        face = np.isin(labels, _FACE)
        for _ in range(8):
            side = int(rng.uniform(24, 140))
            top, left = rng.integers(0, 256 - side, 2)
            if not face[top : top + side, left : left + side].any():
                return cut(np.ascontiguousarray(image[top : top + side, left : left + side]), rng, 0.8)
        return cut(self._wiped(index, rng), rng, 0.6)

    def _bundled_patch(self, rng: np.random.Generator) -> Image:
        return cut(self._pictures[int(rng.integers(len(self._pictures)))], rng, 0.12)

    def _wiped(self, index: int, rng: np.random.Generator) -> Image:
        """The portrait with eyes, brows, nose and mouth gone: smooth skin, or hair all over the head."""
        image, labels = self._cast.images[index], self._cast.labels[index]
        if rng.random() < 0.3:
            source, target = np.isin(labels, (Label.HAIR, Label.HAT)), np.isin(labels, _FACE)
        else:
            features = np.isin(labels, _FEATURES).astype(np.uint8)
            target = cv2.dilate(features, np.ones((11, 11), np.uint8)) > 0
            source = (labels == Label.SKIN) & ~target
        if source.sum() < 200:
            source = ~target
        weight = source.astype(np.float32)
        wide, much = cv2.blur(image * weight[..., None], (61, 61)), cv2.blur(weight, (61, 61))[..., None]
        fill = np.where(much > 1e-3, wide / np.maximum(much, 1e-3), image[source].mean(0))
        fill += cv2.resize(rng.normal(0, 6, (64, 64)).astype(np.float32), (256, 256))[..., None]
        soft = cv2.blur(target.astype(np.float32), (7, 7))[..., None]
        return (image * (1 - soft) + fill * soft).clip(0, 255).astype(np.uint8)

    def _decoy(self, rng: np.random.Generator) -> Head:
        index = int(rng.integers(len(self._cast.images)))
        rgba = self._cut_out(index, rng.random() < 0.3).copy()
        points = self._cast.points[index]
        kind = rng.random()
        if kind < 0.4:
            rgba[..., :3] = self._wiped(index, rng)
        elif kind < 0.6:
            rgba[..., :3] = _shuffled(rgba[..., :3], rng)
        elif kind < 0.8:
            rgba[..., 3] = np.where(np.isin(self._cast.labels[index], (*_FACE, Label.HAIR)), 0, rgba[..., 3])
        else:
            rgba[..., 3] = _one_part(points, rng)
        return _lit(Head(rgba, points, np.zeros(5, np.float32)), rng)

    # -- composition ---------------------------------------------------------------------------------------

    def _paste(
        self, canvas: NDArray[np.float32], head: Head, size: float, rng: np.random.Generator
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Draw `head` on `canvas` in place; its points there (5, 2) and its cover (H, W) 0..1."""
        side = canvas.shape[0]
        rgba, points = _extended(head.rgba), head.points
        scale = size / 64 * 256 / head.rgba.shape[0]
        halvings = max(0, int(np.floor(np.log2(1 / scale)))) if scale < 1 else 0
        for _ in range(halvings):
            rgba = cv2.resize(rgba, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA).astype(np.uint8)
        matrix = _placement(points.mean(0), scale, side, size, rng)
        shrunk = matrix.copy()
        shrunk[:, :2] *= 2**halvings
        # cv2 puts pixel centres on whole numbers, the points count from the corner.
        shrunk[:, 2] += shrunk[:, :2] @ (0.5, 0.5) - 0.5
        warped = cv2.warpAffine(rgba, shrunk, (side, side), flags=cv2.INTER_LINEAR)
        alpha = (warped[..., 3:] / np.float32(255)).astype(np.float32)
        canvas *= 1 - alpha
        canvas += warped[..., :3] * alpha
        place = (points @ matrix[:, :2].T + matrix[:, 2]).astype(np.float32)
        if np.linalg.det(matrix[:, :2]) < 0:
            place = place[_FLIPPED]
            head.seen[:] = head.seen[_FLIPPED]
        return place, alpha[..., 0]


def _placement(
    middle: NDArray[np.float32], scale: float, side: int, size: float, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Affine matrix (2, 3) of a head's pixels to the frame's, mirrored half the time."""
    dice = rng.random()
    wide = 60 if dice < 0.94 else 180
    angle = rng.normal(0, 17) if dice < 0.7 else rng.uniform(-wide, wide)
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    squeeze = np.diag([rng.uniform(0.75, 1.05) * rng.choice([-1, 1]), rng.uniform(0.92, 1.08)])
    shear = np.array([[1, rng.normal(0, 0.06)], [rng.normal(0, 0.06), 1]])
    linear = scale * np.array([[c, -s], [s, c]]) @ shear @ squeeze
    reach = min(0.5 * side, 1.6 * size)
    room = (reach * 0.6, side - reach * 0.6) if rng.random() < 0.8 else (0, side)
    target = rng.uniform(room[0], max(room[1], room[0] + 1), 2)
    return np.concatenate([linear, (target - linear @ middle)[:, None]], 1)


def _extended(rgba: Image) -> Image:
    """Shoulders go on below the portrait's edge."""
    return cv2.copyMakeBorder(rgba, 0, rgba.shape[0] // 3, 0, 0, cv2.BORDER_REPLICATE).astype(np.uint8)


def _lit(head: Head, rng: np.random.Generator) -> Head:
    """The head under a light of its own, unlike its background's."""
    rgba = head.rgba.copy()
    gain = np.exp(rng.normal(0, 0.22)) * (np.exp(rng.normal(0, 0.06, 3)))
    if rng.random() < 0.3:
        light = rgba[..., :3] * shade(rgba.shape[:2], rng, float(rng.uniform(0.3, 0.9))) * gain
        rgba[..., :3] = light.clip(0, 255).astype(np.uint8)
    elif rng.random() < 0.6:
        ramp = np.arange(256)[:, None] * gain
        rgba[..., :3] = cv2.LUT(np.ascontiguousarray(rgba[..., :3]), ramp.clip(0, 255).astype(np.uint8)[None])
    return Head(rgba, head.points, head.seen.copy())


def _fingers(mask: Image, target: NDArray[np.float64], rng: np.random.Generator) -> None:
    side = mask.shape[0]
    thick, angle = int(side * rng.uniform(0.04, 0.08)), rng.uniform(0, 2 * np.pi)
    along, across = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    for k in range(int(rng.integers(2, 6))):
        start = target + across * thick * 1.05 * k
        end = start + along * side * rng.uniform(0.15, 0.5)
        cv2.line(mask, start.astype(int).tolist(), end.astype(int).tolist(), 1, thick)


def _shuffled(image: Image, rng: np.random.Generator) -> Image:
    """The middle of the portrait as a shuffled puzzle."""
    step = int(rng.choice([32, 48]))
    count = 144 // step
    tiles = [
        image[72 + r * step : 72 + (r + 1) * step, 56 + c * step : 56 + (c + 1) * step].copy()
        for r in range(count)
        for c in range(count)
    ]
    result = image.copy()
    for place, tile in enumerate(rng.permutation(len(tiles))):
        r, c = divmod(place, count)
        result[72 + r * step : 72 + (r + 1) * step, 56 + c * step : 56 + (c + 1) * step] = tiles[tile]
    return result


def _one_part(points: NDArray[np.float32], rng: np.random.Generator) -> Image:
    """Alpha that leaves an ear, an eye or a mouth alone."""
    alpha = np.zeros((256, 256), np.uint8)
    spots = [points[0], points[1], points[3:].mean(0), np.array([48, 145.0]), np.array([208, 145.0])]
    at = spots[int(rng.integers(len(spots)))].astype(int).tolist()
    axes = (int(rng.uniform(18, 32)), int(rng.uniform(12, 26)))
    cv2.ellipse(alpha, at, axes, 0, 0, 360, 255, -1)
    return cv2.blur(alpha, (5, 5)).astype(np.uint8)


def _within(points: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    return np.asarray(((points > 0) & (points < side)).all(-1), np.float32)


def _sample(field: NDArray[np.float32], points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Values above one half of `field` (H, W) at `points` (N, 5, 2), as 0 or 1; outside 0."""
    at = np.floor(points).astype(int)
    inside = ((at >= 0) & (at < (field.shape[1], field.shape[0]))).all(-1)
    at = at.clip(0, (field.shape[1] - 1, field.shape[0] - 1))
    return np.asarray((field[at[..., 1], at[..., 0]] > 0.5) & inside, np.float32)
