"""Where one person's face is in every frame of a film."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import FaceError
from core.face import Detection, FaceMesh, FacePoints
from core.job import Job
from core.opencv import cv2
from core.video.frames import Film

Points = NDArray[np.float64]

SEARCH_SIDE = 960
"""Longest side of the picture in which faces are looked for: a driver fills much of its frame."""
_FURTHEST = 0.8
"""How far a face may move between two frames, in distances between its eyes; beyond is somebody else."""


class Finder(Protocol):
    """What tracking needs of the networks."""

    def find_faces(self, rgb: NDArray[np.uint8]) -> list[Detection]: ...
    def read_mesh(self, rgb: NDArray[np.uint8], points: FacePoints) -> FaceMesh | None: ...


@dataclass(frozen=True, eq=False)
class Track:
    """Five points `(T, 5, 2)` in frame pixels, NaN where no face was found, and times `(T,)` in seconds."""

    points: Points
    times: NDArray[np.float64]

    @property
    def found(self) -> NDArray[np.bool_]:
        return np.asarray(np.isfinite(self.points).all(axis=(1, 2)), np.bool_)


def track_face(film: Film, finder: Finder, face: int, job: Job) -> Track:
    """Follow the face number `face` (largest first) of the first frame that shows so many.

    Raises `FaceError` when no frame does, `VideoError`, `Cancelled`.
    """
    rows: list[Points] = []
    times: list[float] = []
    last: Points | None = None
    for number, frame in enumerate(film.frames()):
        job.step(min(1.0, number / max(film.count, number + 1)), "Looking for the driver's face")
        chosen = None if last is None else _followed(finder, frame.rgb, last)
        if chosen is None:
            seen = [d.points.array() for d in _find(finder, frame.rgb)]
            rough = (seen[face] if face < len(seen) else None) if last is None else _nearest(seen, last)
            followed = None if rough is None else _followed(finder, frame.rgb, rough)
            chosen = rough if followed is None else followed
        last = last if chosen is None else chosen
        rows.append(np.full((5, 2), np.nan) if chosen is None else chosen)
        times.append(frame.time)
    if last is None:
        which = "No face was" if face == 0 else f"Not so many as {face + 1} faces were"
        raise FaceError(f"{which} found in “{film.path.name}”.")
    return Track(np.stack(rows), np.array(times))


def _followed(finder: Finder, rgb: NDArray[np.uint8], last: Points) -> Points | None:
    """The face about where it was, by its mesh; None where there is none so near."""
    mesh = finder.read_mesh(rgb, FacePoints.from_array(last))
    return None if mesh is None else FacePoints.of_mesh(mesh.points).array()


def _find(finder: Finder, rgb: NDArray[np.uint8]) -> list[Detection]:
    """Faces with points in frame pixels."""
    height, width = rgb.shape[:2]
    scale = min(1.0, SEARCH_SIDE / max(height, width))
    if scale == 1:
        return finder.find_faces(rgb)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
    return [Detection(d.points.scaled(1 / scale), d.confidence) for d in finder.find_faces(small)]


def _nearest(seen: list[Points], last: Points) -> Points | None:
    """The face that moved least since it was last seen, if that is little enough."""
    eyes = max(float(np.linalg.norm(last[1] - last[0])), 1.0)
    moves = [float(np.linalg.norm(p.mean(axis=0) - last.mean(axis=0))) / eyes for p in seen]
    return seen[int(np.argmin(moves))] if moves and min(moves) <= _FURTHEST else None
