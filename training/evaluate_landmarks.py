"""Measure a landmark network, and OpenCV's cascades beside it.

    python -m training.evaluate_landmarks runs/landmarks

Point errors are in pixels of the aligned 256 crop, so that faces of all sizes count alike.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from core.face import FaceDetector, FacePoints, crop_transform, transform_scale
from core.opencv import cv2
from training.data import backgrounds
from training.data.scenes import Cast, Scene, SceneConfig, SceneMaker, bundled_pictures, load_cast
from training.export import trained_landmarks

_log = logging.getLogger(__name__)
Image = NDArray[np.uint8]
Pictures = list[tuple[Image, NDArray[np.float32]]]
"""Pictures with the points (N, 5, 2) of their faces."""
Find = Callable[[Image], list[NDArray[np.float64]]]
"""Picture to the points (5, 2) of every face in it."""
_NEAR = 0.35
"""A find further from the true points than this share of the crop is another thing, not the face."""


@dataclass(frozen=True)
class Result:
    """Over one set: faces asked for, found, found within 4 pixels; errors; finds that are no face."""

    faces: int
    found: int
    aligned: int
    error: float
    median: float
    false: int
    pictures: int
    seconds: float

    def line(self) -> str:
        share = 100 / max(self.faces, 1)
        return (
            f"{self.pictures} pictures, {self.faces} faces: found {share * self.found:.1f} %, within 4 px "
            f"{share * self.aligned:.1f} %, error {self.error:.2f} mean {self.median:.2f} median, "
            f"false {self.false}, {1000 * self.seconds / max(self.pictures, 1):.0f} ms each"
        )


def point_error(found: NDArray[np.float64], true: NDArray[np.float64]) -> float:
    """Mean distance of five points in pixels of the true points' 256 crop."""
    scale = transform_scale(crop_transform(FacePoints.from_array(true)))
    return float(np.linalg.norm(found - true, axis=1).mean() / scale)


def measure(find: Find, pictures: Pictures) -> Result:
    """`pictures` with the points (N, 5, 2) of their faces; a face is found by its nearest find."""
    errors: list[float] = []
    faces = false = 0
    before = time.perf_counter()
    for image, truths in pictures:
        finds = find(image)
        faces += len(truths)
        free = list(range(len(finds)))
        for true in truths.astype(np.float64):
            distances = [(point_error(finds[k], true), k) for k in free]
            if distances and min(distances)[0] < 256 * _NEAR:
                error, best = min(distances)
                errors.append(error)
                free.remove(best)
        false += len(free)
    seconds = time.perf_counter() - before
    close = sum(error <= 4 for error in errors)
    mean, median = (float(np.mean(errors)), float(np.median(errors))) if errors else (0.0, 0.0)
    return Result(faces, len(errors), close, mean, median, false, len(pictures), seconds)


def by_network(detector: FaceDetector) -> Find:
    return lambda image: [found.points.array() for found in detector.detect(image)]


_TEMPLATE = np.array([[0.31, 0.40], [0.69, 0.40], [0.5, 0.6], [0.33, 0.76], [0.67, 0.76]])
"""Where the five points usually lie in the frontal cascade's box."""


def by_cascades() -> Find:
    """OpenCV's frontal face cascade; eyes by its eye cascade where that finds two, the rest by proportion."""
    folder = Path(cv2.__file__).parent / "data"
    faces = cv2.CascadeClassifier(str(folder / "haarcascade_frontalface_default.xml"))
    eyes = cv2.CascadeClassifier(str(folder / "haarcascade_eye.xml"))

    def find(image: Image) -> list[NDArray[np.float64]]:
        grey = cv2.equalizeHist(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY))
        found: list[NDArray[np.float64]] = []
        for x, y, width, height in faces.detectMultiScale(grey, 1.1, 5, minSize=(20, 20)):
            points = _TEMPLATE * (width, height) + (x, y)
            half = grey[y : y + height * 6 // 10, x : x + width]
            boxes = sorted(eyes.detectMultiScale(half, 1.05, 5), key=lambda box: -box[2])[:2]
            spots = sorted((x + bx + bw / 2, y + by + bh / 2) for bx, by, bw, bh in boxes)
            if len(spots) == 2 and spots[1][0] - spots[0][0] > 0.25 * width:
                points = _fitted(points, np.array(spots))
            found.append(points)
        return found

    return find


def _fitted(points: NDArray[np.float64], eyes: NDArray[np.float64]) -> NDArray[np.float64]:
    """`points` moved by the similarity that takes their eyes to `eyes`."""
    before, after = points[1] - points[0], eyes[1] - eyes[0]
    factor = complex(*after) / complex(*before)
    flat = (points - points[0]) @ (1, 1j) * factor
    return np.stack([flat.real, flat.imag], 1) + eyes[0]


def composed(
    cast: Cast, config: SceneConfig, count: int, seed: int
) -> list[tuple[Image, NDArray[np.float32]]]:
    """Scenes of `cast` that training never drew, with the faces that count."""
    maker = SceneMaker(cast, config, bank_size=150, seed=seed)
    scenes: list[Scene] = [maker.make(np.random.default_rng((seed, k))) for k in range(count)]
    return [(scene.image, scene.points[scene.counts > 0]) for scene in scenes]


def sets(portraits: Path, photos: Path, cache: Path) -> dict[str, Pictures]:
    """The pictures to measure on, by name."""
    cast = load_cast(portraits, "val", cache)
    # Backgrounds of the training kind, heads that no training saw.
    one = SceneConfig(512, 12, 200, 0, 1, 0, turned=0, occluded=0, decoys=0)
    none = np.zeros((0, 5, 2), np.float32)
    faceless = [photos / name for name in ("025.jpg", "026.jpg", "027.jpg")]
    pictures = [np.array(PIL.Image.open(path).convert("RGB"), np.uint8) for path in faceless if path.exists()]
    pictures += bundled_pictures(backgrounds.HELD_OUT)
    rng = np.random.default_rng(5)
    pieces = [backgrounds.cut(picture, rng, 0.2) for picture in pictures for _ in range(12)]
    return {
        "val portraits as they are": [(i, p[None]) for i, p in zip(cast.images, cast.points, strict=True)],
        "val portraits composed": composed(cast, one, 200, 101),
        "val portraits composed, occluded": composed(
            cast, SceneConfig(512, 12, 200, 0, 1, 0, 0, occluded=1), 100, 102
        ),
        "val heads turned": composed(
            cast, SceneConfig(512, 12, 200, 0, 1, 0, turned=1, occluded=0), 150, 103
        ),
        "val crowds": composed(cast, SceneConfig(512, 8, 200, 0, 0, 1, turned=0.3), 40, 104),
        "decoys and backgrounds": composed(cast, SceneConfig(512, 12, 200, 1, 0, 0), 200, 105),
        "faceless pictures": [(picture, none) for picture in pictures],
        "pieces of faceless pictures": [(piece, none) for piece in pieces],
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--portraits", type=Path, default=Path("../shared/portraits"))
    parser.add_argument("--photos", type=Path, default=Path("../shared/photos"))
    parser.add_argument("--cascades", action="store_true", help="measure OpenCV's cascades as well")
    options = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    finders = {"network": by_network(FaceDetector(trained_landmarks(options.folder)))}
    if options.cascades:
        finders["cascades"] = by_cascades()
    for name, pictures in sets(options.portraits, options.photos, options.folder / "cache").items():
        for finder, find in finders.items():
            _log.info("%s, %s: %s", name, finder, measure(find, pictures).line())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
