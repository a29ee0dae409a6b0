"""Reenactment: a still that moves as somebody in a video does (Romero et al. 2020, applications).

Three passes: find the driver's face in every frame; draw every frame's face; put them into the still and
write the film. What is done is kept beside the target, so that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.atomic import atomic_file, writing_fault
from core.cache import digest
from core.errors import FaceError, VideoError, WriteError
from core.face import CROP_SIZE, Face, FacePoints, crop_transform, extract_crop, require_face, to_photo
from core.job import Job
from core.methods.smile.drawing import changes_of_face
from core.methods.smile.method import typical_styles
from core.opencv import cv2
from core.photo import Photo, photo_from_array, to_srgb
from core.render.analyse import fade_mask
from core.render.engine import Engine
from core.render.paste import paste
from core.video.frames import Film, Rgb
from core.video.puppet import Pose, Puppet, Shape
from core.video.smoothing import smooth_maps, smooth_points
from core.video.tracking import Track, track_face
from core.video.writing import VIDEO_SUFFIXES, write_frames, write_video

LabelMap = NDArray[np.uint8]
Matrix = NDArray[np.float64]

_SHARES = (0.3, 0.6, 0.1)
"""About how the time goes to the three passes, for the progress."""


@dataclass(frozen=True)
class ReenactSettings:
    """`face` of the still and of the driver, 0 the largest; `shape`: see `core.video.puppet.Puppet`;
    `smoothing` over time, in frames; `size`: longest side of the film in pixels."""

    face: int = 0
    driver_face: int = 0
    shape: Shape = "own"
    smoothing: float = 1.0
    size: int = 1080
    doubtful: bool = True
    """Whether what may not be a face moves too."""


@dataclass(frozen=True)
class Summary:
    """What came of a run; `lost` counts frames whose movement was bridged, as no face was found there."""

    frames: int
    lost: int
    resumed_at: int


def reenact(
    engine: Engine, still: Photo, film: Film, target: Path, settings: ReenactSettings, job: Job
) -> Summary:
    """Write the film of the still to `target`: a video file with the driver's sound, or a folder of frames.

    Raises `FaceError`, `VideoError`, `WriteError`, `Cancelled`; what was done until then is kept, and the
    same call goes on from there.
    """
    if film.path.resolve() == target.resolve():
        raise WriteError("The film would overwrite the driver; choose another name.")
    still = _at_size(still, settings.size)
    faces = engine.analyse(still)
    if settings.face >= len(faces):
        known = f"{len(faces)} found" if faces else "none was found"
        raise FaceError(f"The still has no face number {settings.face + 1}: {known}.")
    if not settings.doubtful:
        require_face(faces, settings.face)
    work = _Work.open(target, _key(engine, still, film, settings))
    run = _Run(engine, still, faces[settings.face], film, work, settings)
    track = run.track(_part(job, 0))
    resumed = run.draw(track, _part(job, 1))
    run.write(target, track, _part(job, 2))
    work.remove()
    return Summary(len(track.times), int((~track.found).sum()), resumed)


@dataclass(frozen=True)
class _Work:
    """The folder that holds what is done: `points.npz`, and `faces/NNNNNN.png` for each drawn frame."""

    folder: Path

    @classmethod
    def open(cls, target: Path, key: str) -> _Work:
        """The folder beside the target; one that belongs to other pictures or settings is emptied."""
        folder = target.with_name(f"{target.name}.unfinished")
        try:
            if not target.parent.is_dir():
                raise WriteError(f"The folder “{target.parent}” does not exist.")
            if not (folder / "key.txt").exists() or (folder / "key.txt").read_text() != key:
                shutil.rmtree(folder, ignore_errors=True)
                (folder / "faces").mkdir(parents=True)
                (folder / "key.txt").write_text(key)
        except OSError as error:
            raise WriteError(f"“{folder}” cannot be written: {error.strerror or error}.") from error
        return cls(folder)

    @property
    def points(self) -> Path:
        return self.folder / "points.npz"

    def face(self, number: int) -> Path:
        return self.folder / "faces" / f"{number:06d}.png"

    def drawn(self) -> int:
        """How many frames from the first on are drawn."""
        number = 0
        while self.face(number).exists():
            number += 1
        return number

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


class _Run:
    """The passes of one reenactment."""

    def __init__(
        self, engine: Engine, still: Photo, face: Face, film: Film, work: _Work, settings: ReenactSettings
    ) -> None:
        self._engine, self._still, self._face = engine, still, face
        self._film, self._work, self._settings = film, work, settings
        self._box = _crop_box(still, face)

    def track(self, job: Job) -> Track:
        """Where the driver's face is, from the work folder if it is known already."""
        if self._work.points.exists():
            with np.load(self._work.points) as stored:
                return Track(stored["points"], stored["times"])
        track = track_face(self._film, self._engine.networks, self._settings.driver_face, job)
        try:
            with atomic_file(self._work.points) as file:
                np.savez(file, points=track.points, times=track.times)
        except OSError as error:
            raise WriteError(writing_fault(error, self._work.points)) from error
        return track

    def draw(self, track: Track, job: Job) -> int:
        """Draw the frames that are not drawn yet; returns the first of them."""
        first = self._work.drawn()
        count = len(track.times)
        if first >= count:
            return first
        points = smooth_points(track.points, self._settings.smoothing)
        transforms = [crop_transform(FacePoints.from_array(p)) for p in points]
        rest = int(np.flatnonzero(track.found)[0])
        # Smoothing looks both ways: the maps just before the first wanted frame count as well.
        start = max(0, first - int(np.ceil(2 * self._settings.smoothing)))
        puppet = self._puppet(next(self._maps([transforms[rest]], rest)))
        maps = smooth_maps(self._maps(transforms[start:], start), self._settings.smoothing)
        for number, label_map in enumerate(maps, start):
            if number >= first:
                job.step((number - first) / (count - first), "Drawing the frames")
                self._draw_one(puppet, number, Pose(label_map, _from_rest(transforms, rest, number)))
        return first

    def _puppet(self, rest: LabelMap) -> Puppet:
        fade = fade_mask(self._face.transform, self._still.width, self._still.height)
        networks = self._engine.networks
        return Puppet(networks, self._face, fade, rest, self._settings.shape, typical_styles(networks.pack))

    def _maps(self, transforms: list[Matrix], start: int) -> Iterator[LabelMap]:
        """The driver's label map in each frame from `start` on."""
        for transform, frame in zip(transforms, self._film.frames(start), strict=False):
            crop, _ = extract_crop(frame.rgb, transform)
            yield self._engine.networks.parse(crop)[0]

    def _draw_one(self, puppet: Puppet, number: int, pose: Pose) -> None:
        pixels = self._still.pixels.copy()
        face, patch = self._face, puppet.moved(pose)
        paste(self._still, pixels, changes_of_face(patch, face, self._still))
        path = self._work.face(number)
        part = path.with_suffix(".part")
        try:
            Image.fromarray(pixels[self._box]).save(part, format="PNG", compress_level=1)
            os.replace(part, path)
        except OSError as error:
            raise WriteError(f"“{part}” cannot be written: {error.strerror or error}.") from error

    def write(self, target: Path, track: Track, job: Job) -> None:
        """The film or folder of frames."""
        frames = self._frames(track, job)
        if target.suffix.lower() in VIDEO_SUFFIXES:
            sound = self._film.path if self._film.has_sound else None
            write_video(target, frames, self._film.rate, sound)
        else:
            write_frames(target, frames)

    def _frames(self, track: Track, job: Job) -> Iterator[tuple[Rgb, float]]:
        base = np.asarray(self._still.pixels, np.uint8)
        height, width = base.shape[0] // 2 * 2, base.shape[1] // 2 * 2  # H.264 halves colour
        for number, time in enumerate(track.times):
            job.step(number / len(track.times), "Writing the film")
            pixels = base.copy()
            with Image.open(self._work.face(number)) as face:
                pixels[self._box] = np.asarray(face)
            yield np.ascontiguousarray(pixels[:height, :width]), float(time)


def _at_size(still: Photo, size: int) -> Photo:
    """The still in 8-bit sRGB, at most `size` pixels long, as the film's frames will be."""
    rgb = to_srgb(still, still.pixels)
    scale = min(1.0, size / max(still.width, still.height))
    if scale < 1:
        wanted = max(2, round(still.width * scale)), max(2, round(still.height * scale))
        rgb = np.asarray(cv2.resize(rgb, wanted, interpolation=cv2.INTER_AREA), np.uint8)
    return replace(photo_from_array(rgb), source=still.source)


def _crop_box(still: Photo, face: Face) -> tuple[slice, slice]:
    """The pixels of the still that its face's crop touches."""
    side = float(CROP_SIZE)
    corners = to_photo(face.transform, np.array([[0, 0], [side, 0], [0, side], [side, side]]))
    left, top = np.clip(np.floor(corners.min(axis=0)) - 1, 0, None).astype(int)
    right, bottom = (np.ceil(corners.max(axis=0)) + 1).astype(int)
    return slice(int(top), min(int(bottom), still.height)), slice(int(left), min(int(right), still.width))


def _from_rest(transforms: list[Matrix], rest: int, number: int) -> Matrix:
    """The similarity (2, 3) from a frame's crop to the crop at rest."""
    inverse = np.linalg.inv(np.vstack([transforms[rest], [0.0, 0.0, 1.0]]))
    return np.asarray((inverse @ np.vstack([transforms[number], [0.0, 0.0, 1.0]]))[:2], np.float64)


def _key(engine: Engine, still: Photo, film: Film, settings: ReenactSettings) -> str:
    """What a run depends on; work that was done for anything else is of no use."""
    try:
        files = sorted(film.path.iterdir()) if film.path.is_dir() else [film.path]
        driver = [(str(f.resolve()), f.stat().st_size, f.stat().st_mtime_ns) for f in files]
    except OSError as error:
        raise VideoError(f"“{film.path}” cannot be read.") from error
    pack = engine.pack.descriptor
    return json.dumps([digest(still.pixels), driver, asdict(settings), pack.name, pack.version])


def _part(job: Job, index: int) -> Job:
    """The progress of one pass within that of all."""
    before, share = sum(_SHARES[:index]), _SHARES[index]

    def progress(fraction: float, text: str) -> None:
        job.progress(before + share * fraction, text)

    return replace(job, progress=progress)
