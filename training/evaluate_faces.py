"""How well faces are found: on hard pictures, on pictures without people, tiny ones in groups, how fast.

    python -m training.evaluate_faces --portraits ../shared/portraits --photos ../shared/photos

How the pictures are made: training/evaluation/hard_faces.py. How far the mesh lies from the truth:
`python -m training.face_mesh ../shared/portraits --judge`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.face.finder import FaceFinder, Find
from core.face.mesh import COUNT, MeshReader, square_of_points
from core.opencv import cv2
from core.photo import load_photo, to_srgb
from training.evaluation.hard_faces import Subject, empty_pictures, hard_pictures
from training.face_mesh import portraits

Image = NDArray[np.uint8]

PICTURES = 200
_NEAR = 0.35
"""A find farther from the true middle than this share of the face's side is another thing."""
_UPRIGHT = np.cos(np.radians(45))
"""So is one that is turned by more than this."""
_TILE = 160


@dataclass(frozen=True, eq=False)
class Outcome:
    """What was found in one picture; `found` is the face that was to be found."""

    subject: Subject
    found: Find | None
    others: int
    seconds: float


def subjects(portrait_folder: Path, photo_folder: Path, finder: FaceFinder) -> list[Subject]:
    """Val portraits, and photos that show one face when nothing is done to them, in turn."""
    known = [Subject("portrait", p.image, p.mesh[:COUNT, :2]) for p in portraits(portrait_folder, "val")]
    single: list[Subject] = []
    for path in sorted(photo_folder.glob("*.jpg")):
        image = _shrunk(_pixels(path), 900)
        if len(found := finder.find(image)) == 1:
            single.append(Subject(path.stem, image, found[0].points[:, :2]))
    both: list[Subject] = []
    for number in range(max(len(known), 1)):
        both += [*known[number : number + 1], *single[number : number + 1]]
    return both


def look(finder: FaceFinder, subject: Subject) -> Outcome:
    start = time.perf_counter()
    finds = finder.find(subject.image)
    seconds = time.perf_counter() - start
    true = square_of_points(np.column_stack([subject.mesh, np.zeros(len(subject.mesh))]))
    near = [
        find
        for find in finds
        if np.hypot(*(find.square.middle - true.middle)) < _NEAR * true.side
        and np.cos(find.square.angle - true.angle) > _UPRIGHT
    ]
    return Outcome(subject, near[0] if near else None, len(finds) - bool(near), seconds)


def tiny_groups(
    known: list[Subject], sides: tuple[int, ...] = (10, 14, 20, 28, 40)
) -> Iterator[tuple[int, Subject, int]]:
    """Pictures of 2560 x 1706 with twelve faces of a width each: (width, picture, faces in it)."""
    rng = np.random.default_rng(7)
    for width in sides:
        canvas = cv2.GaussianBlur(rng.uniform(60, 190, (1706, 2560, 3)).astype(np.float32), (0, 0), 9)
        canvas = np.clip((canvas - 125) * 12 + 125, 0, 255).astype(np.uint8)
        places: list[NDArray[np.float64]] = []
        for number in range(12):
            subject = known[int(rng.integers(0, len(known)))]
            factor = width / float(np.ptp(subject.mesh[:, 0]))
            small = cv2.resize(subject.image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
            y = 300 + number // 4 * 400 + int(rng.integers(0, 200))
            x = 200 + number % 4 * 560 + int(rng.integers(0, 300))
            canvas[y : y + len(small), x : x + small.shape[1]] = small
            places.append(subject.mesh * factor + (x, y))
        yield width, Subject(f"faces of {width}", canvas, np.stack(places)), len(places)


def _pixels(path: Path) -> Image:
    photo = load_photo(path)
    return to_srgb(photo, photo.pixels)


def _shrunk(image: Image, side: int) -> Image:
    factor = min(1.0, side / max(image.shape[:2]))
    return np.asarray(cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)


def _tile(image: Image, finds: list[Find]) -> Image:
    """A small picture with the meshes in it."""
    factor = _TILE / max(image.shape[:2])
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    tile = np.zeros((_TILE, _TILE, 3), np.uint8)
    tile[: len(small), : small.shape[1]] = small[:_TILE, :_TILE]
    for x, y in np.concatenate([f.points[::3, :2] for f in finds]) * factor if finds else ():
        cv2.circle(tile, (int(x), int(y)), 0, (60, 255, 60), -1)
    return tile


def _sheet(tiles: list[Image], path: Path, columns: int = 16) -> None:
    tiles = tiles + [np.zeros_like(tiles[0])] * (-len(tiles) % columns)
    rows = [np.concatenate(tiles[i : i + columns], 1) for i in range(0, len(tiles), columns)]
    cv2.imwrite(str(path), np.ascontiguousarray(np.concatenate(rows)[..., ::-1]))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def judge_hard(finder: FaceFinder, known: list[Subject], sheet: Path | None) -> None:
    outcomes = [look(finder, subject) for subject in hard_pictures(known, PICTURES)]
    for kind in sorted({o.subject.name.split()[-1] for o in outcomes}):
        these = [o for o in outcomes if o.subject.name.endswith(kind)]
        found = [o.found for o in these if o.found is not None]
        certain = sum(f.presence >= finder.settings.sure for f in found)
        _say(f"  {kind:12} {len(found)} of {len(these)} found, {certain} of them surely")
    found = sum(o.found is not None for o in outcomes)
    others, milliseconds = sum(o.others for o in outcomes), 1000 * np.median([o.seconds for o in outcomes])
    _say(f"hard pictures: {found} of {len(outcomes)} faces found ({100 * found / len(outcomes):.1f} %), "
         f"{others} finds beside them, {milliseconds:.0f} ms in the median")  # fmt: skip
    if sheet is not None:
        _sheet([_tile(o.subject.image, [o.found] if o.found else []) for o in outcomes], sheet)


def judge_empty(finder: FaceFinder, sheet: Path | None) -> None:
    tiles: list[Image] = []
    false = pictures = 0
    for name, image in empty_pictures(PICTURES):
        finds = finder.find(image)
        pictures, false = pictures + 1, false + len(finds)
        for find in finds:
            _say(f"  false: {name}, score {find.score:.2f}, presence {find.presence:.2f}")
        tiles.append(_tile(image, finds))
    _say(f"pictures without people: {false} false finds in {pictures}")
    if sheet is not None:
        _sheet(tiles, sheet)


def judge_groups(finder: FaceFinder, known: list[Subject]) -> None:
    for width, picture, count in tiny_groups(known):
        start = time.perf_counter()
        finds = finder.find(picture.image)
        seconds = time.perf_counter() - start
        middles = np.stack([f.square.middle for f in finds]) if finds else np.zeros((0, 2))
        hit = sum(
            bool((np.hypot(*(middles - (mesh.min(0) + mesh.max(0)) / 2).T) < _NEAR * width).any())
            for mesh in picture.mesh
        )
        _say(f"{count} faces {width} pixels wide in 2560 x 1706: {hit} found, {seconds:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--portraits", type=Path, required=True)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--sheet", type=Path, help="the hard pictures with their meshes, to look at")
    parser.add_argument("--empty-sheet", type=Path, help="the pictures without people")
    options = parser.parse_args()
    finder = FaceFinder(MeshReader())
    known = subjects(options.portraits, options.photos, finder)
    judge_hard(finder, known, options.sheet)
    judge_empty(finder, options.empty_sheet)
    judge_groups(finder, [each for each in known if each.name == "portrait"])


if __name__ == "__main__":
    main()
