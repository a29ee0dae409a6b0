"""Find every face of a photo: the finder on a few sizes of it, the refiner on each face's aligned crop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.face.align import CROP_SIZE, crop_transform, extract_crop, to_photo
from core.face.doubts import face_doubts
from core.face.points import Detection, FacePoints, face_size
from core.opencv import cv2

if TYPE_CHECKING:
    import torch

    from core.models.landmarks import Landmarks

Image = NDArray[np.uint8]
_STRIDES = (8, 16, 32)
_REFINER_SIDE = 80


@dataclass(frozen=True)
class DetectorSettings:
    """Sizes in pixels of the picture's long side, thresholds in 0..1."""

    sides: tuple[int, ...] = (224, 640)
    large_side: int = 1280
    """Looked at as well when the photo is that large and no face, or only small ones, were found."""
    turned_side: int = 448
    enlarge: float = 2.0
    """Small photos are enlarged by at most this."""
    candidate: float = 0.15
    """Finds of the finder below this are not looked at again."""
    found: float = 0.7
    """Pictures without faces score up to 0.65, aligned portraits 0.84 and more."""
    sure: float = 0.8
    """When no face is as sure as this, the photo is also looked at turned by quarter turns."""
    most: int = 60


@dataclass(frozen=True, eq=False)
class _Find:
    points: NDArray[np.float64]
    score: float
    seen: NDArray[np.float32]


class FaceDetector:
    """Finds faces with a `core.models.landmarks.Landmarks` network. Not shared between threads."""

    def __init__(
        self, network: Landmarks, device: torch.device | str = "cpu", settings: DetectorSettings | None = None
    ) -> None:
        from core.face.networks import Networks

        self._networks = Networks(network, device)
        self._settings = settings or DetectorSettings()

    def detect(self, rgb: Image) -> list[Detection]:
        """Faces of a photo (H, W, 3) uint8 RGB (or grey (H, W)), the largest and surest first."""
        if rgb.ndim == 2:
            rgb = np.repeat(rgb[..., None], 3, 2)
        settings = self._settings
        work = _shrunk(rgb, settings.large_side)
        finds = self._look(rgb, work, settings.sides)
        if max(work.shape[:2]) >= 1.4 * max(settings.sides) and _only_small(finds, rgb, max(settings.sides)):
            finds = _distinct(finds + self._look(rgb, work, (settings.large_side,)))
        if not any(find.score >= settings.sure for find in finds):
            for quarter in (1, 2, 3):
                finds = _distinct(finds + self._look(rgb, work, (settings.turned_side,), quarter))
        found = [find for find in finds if find.score >= settings.found]
        found.sort(key=lambda find: -face_size(find.points) * find.score)
        return [self._detection(rgb, find) for find in found]

    def _look(self, rgb: Image, work: Image, sides: Sequence[int], quarter: int = 0) -> list[_Find]:
        """Refined faces of the photo `rgb` found on `work`, a smaller version, turned `quarter` times."""
        rough: list[_Find] = []
        turned = np.ascontiguousarray(np.rot90(work, quarter))
        for side in sides:
            small, factor = _resized(turned, side, self._settings.enlarge)
            for find in self._rough(small):
                place = _turn_back(find.points / factor, turned.shape[:2], quarter)
                rough.append(_Find(place * rgb.shape[1] / work.shape[1], find.score, find.seen))
        rough = _distinct(rough)[: self._settings.most]
        once = self._refine(rgb, work, rough)
        return _distinct(self._refine(rgb, work, once))

    def _rough(self, image: Image) -> list[_Find]:
        """The finder's finds in one picture."""
        height, width = image.shape[:2]
        bottom, right = -height % 32, -width % 32
        padded = cv2.copyMakeBorder(image, 0, bottom, 0, right, cv2.BORDER_REPLICATE)
        finds: list[_Find] = []
        for out, stride in zip(self._networks.find(np.asarray(padded, np.uint8)), _STRIDES, strict=True):
            finds += _decode(out, stride, self._settings.candidate)
        return _distinct(finds)

    def _refine(self, rgb: Image, work: Image, finds: list[_Find]) -> list[_Find]:
        """The refiner's word on each find: better points, and a score that weighs both networks' opinions."""
        if not finds:
            return []
        transforms = [crop_transform(FacePoints.from_array(find.points)) for find in finds]
        crops = np.stack([_view(rgb, work, transform) for transform in transforms])
        out = self._networks.refine(crops).astype(np.float64)
        result: list[_Find] = []
        for find, transform, row in zip(finds, transforms, out, strict=True):
            place = to_photo(transform, row[:10].reshape(5, 2) * CROP_SIZE)
            if not np.isfinite(place).all() or face_size(place) < 0.3 * face_size(find.points):
                continue
            score = (find.score * _sigmoid(row[10])) ** 0.5
            result.append(_Find(place, float(score), _sigmoid(row[11:]).astype(np.float32)))
        return result

    @staticmethod
    def _detection(rgb: Image, find: _Find) -> Detection:
        points = FacePoints.from_array(find.points)
        crop, inside = extract_crop(rgb, crop_transform(points), 64)
        size = (rgb.shape[1], rgb.shape[0])
        doubts = face_doubts(points, size, crop, inside, find.seen, find.score)
        return Detection(points, find.score, doubts)


def _sigmoid(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.clip(x, -40, 40)))


def _shrunk(rgb: Image, side: int) -> Image:
    """At most `side` pixels long."""
    return _resized(rgb, side, 1.0)[0]


def _resized(image: Image, side: int, enlarge: float) -> tuple[Image, float]:
    """`image` with a long side of `side`, enlarged no more than `enlarge` times; and the factor."""
    height, width = image.shape[:2]
    factor = min(side / max(height, width), enlarge)
    if factor == 1:
        return image, 1.0
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
    return cv2.resize(image, size, interpolation=how).astype(np.uint8), factor


def _decode(out: NDArray[np.float32], stride: int, least: float) -> list[_Find]:
    """Finds of one grid (11, h, w): local peaks, their points averaged with their neighbours' by score."""
    score = _sigmoid(out[0].astype(np.float64)).astype(np.float32)
    peak = (score >= cv2.dilate(score, np.ones((3, 3), np.uint8))) & (score >= least)
    finds: list[_Find] = []
    for row, column in zip(*np.nonzero(peak), strict=True):
        ys, xs = np.mgrid[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2].reshape(2, -1)
        good = (ys < score.shape[0]) & (xs < score.shape[1])
        ys, xs = ys[good], xs[good]
        weight = score[ys, xs] ** 2
        weight[weight < 0.3 * score[row, column] ** 2] = 0
        offsets = out[1:, ys, xs].T.reshape(-1, 5, 2).astype(np.float64) * (2 * stride)
        centres = (np.stack([xs, ys], 1) + 0.5) * stride
        places = offsets + centres[:, None]
        points = (places * weight[:, None, None]).sum(0) / weight.sum()
        finds.append(_Find(points, float(score[row, column]), np.ones(5, np.float32)))
    return finds


def _distinct(finds: list[_Find]) -> list[_Find]:
    """Without the finds that are the same face as a surer one; the surest first."""
    kept: list[_Find] = []
    for find in sorted(finds, key=lambda find: -find.score):
        if not any(_same(find.points, other.points) for other in kept):
            kept.append(find)
    return kept


def _same(a: NDArray[np.float64], b: NDArray[np.float64]) -> bool:
    """Whether two sets of points must be one face: two real faces never come as close as one's width."""
    away = float(np.linalg.norm(a.mean(0) - b.mean(0)))
    large, small = max(face_size(a), face_size(b)), min(face_size(a), face_size(b))
    return away < 0.55 * large + 0.35 * small


def _only_small(finds: list[_Find], rgb: Image, side: int) -> bool:
    """Whether the sure faces are so small at `side` pixels that others may have been missed."""
    factor = side / max(rgb.shape[:2])
    sure = [face_size(find.points) * factor for find in finds if find.score > 0.5]
    return not sure or float(np.median(sure)) < 20


def _turn_back(points: NDArray[np.float64], shape: tuple[int, int], quarter: int) -> NDArray[np.float64]:
    """Points of a picture `shape` (height, width) that np.rot90 turned `quarter` times, undone."""
    height, width = shape
    for _ in range(quarter % 4):
        points = np.stack([height - points[:, 1], points[:, 0]], 1)
        height, width = width, height
    return points


def _view(rgb: Image, work: Image, transform: NDArray[np.float64]) -> Image:
    """The refiner's crop, taken from the smaller picture where that still has enough pixels."""
    factor = work.shape[1] / rgb.shape[1]
    side = float(np.hypot(*transform[:, 0])) * CROP_SIZE * factor
    if factor < 1 and side > 2 * _REFINER_SIDE:
        return extract_crop(work, transform * factor, _REFINER_SIDE)[0]
    return extract_crop(rgb, transform, _REFINER_SIDE)[0]
