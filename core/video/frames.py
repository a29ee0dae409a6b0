"""Frames in: from a video file or from a folder of pictures, upright, as RGB."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from av.video.stream import VideoStream
from numpy.typing import NDArray

from core.errors import PhotoError, VideoError
from core.photo import READABLE_SUFFIXES, load_photo, to_srgb

Rgb = NDArray[np.uint8]

FOLDER_RATE = Fraction(25)
"""Frames a second of a folder of pictures, which does not say."""


@dataclass(frozen=True, eq=False)
class Frame:
    """One picture of a film: `rgb` (H, W, 3), shown from `time`, in seconds, on."""

    rgb: Rgb
    time: float


@dataclass(frozen=True)
class Film:
    """What is known about a film before it is read. `count` may be an estimate; 0 if nothing is known."""

    path: Path
    rate: Fraction
    count: int
    has_sound: bool

    def frames(self, start: int = 0) -> Iterator[Frame]:
        """The frames in order, from number `start` on. Raises `VideoError`."""
        read = _from_folder if self.path.is_dir() else _from_video
        return read(self, start)


def open_film(path: Path) -> Film:
    """Look at a video file or a folder of frames. Raises `VideoError` in words for a person."""
    if path.is_dir():
        pictures = frame_files(path)
        if not pictures:
            raise VideoError(f"The folder “{path}” holds no pictures.")
        return Film(path, FOLDER_RATE, len(pictures), has_sound=False)
    if not path.exists():
        raise VideoError(f"“{path}” does not exist.")
    try:
        with av.open(path) as container:
            stream = _video_stream(container.streams.video, path)
            rate = stream.average_rate or stream.guessed_rate or FOLDER_RATE
            count = stream.frames or int((container.duration or 0) / av.time_base * rate)
            return Film(path, Fraction(rate), count, has_sound=bool(container.streams.audio))
    except (FFmpegError, OSError, ValueError) as error:
        raise VideoError(f"“{path.name}” is not a video that can be read.") from error


def frame_files(folder: Path) -> list[Path]:
    """The pictures of a folder, numbers in their names counting as numbers."""
    found = (
        p for p in folder.iterdir() if p.suffix.lower() in READABLE_SUFFIXES and not p.name.startswith(".")
    )
    return sorted(found, key=lambda p: [int(t) if t.isdigit() else t for t in re.split(r"(\d+)", p.name)])


def _video_stream(streams: tuple[VideoStream, ...], path: Path) -> VideoStream:
    if not streams:
        raise VideoError(f"“{path.name}” holds no moving pictures.")
    return streams[0]


def _from_folder(film: Film, start: int) -> Iterator[Frame]:
    for number, path in enumerate(frame_files(film.path)[start:], start):
        try:
            photo = load_photo(path)
        except PhotoError as error:
            raise VideoError(str(error)) from error
        yield Frame(to_srgb(photo, photo.pixels), float(number / film.rate))


def _from_video(film: Film, start: int) -> Iterator[Frame]:
    try:
        with av.open(film.path) as container:
            stream = _video_stream(container.streams.video, film.path)
            stream.thread_type = "AUTO"
            for number, frame in enumerate(container.decode(stream)):
                if number >= start:
                    known: Any = frame.time  # None in films without times, whatever the stubs say
                    time = float(number / film.rate) if known is None else float(known)
                    rgb = np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
                    yield Frame(_upright(rgb, int(frame.rotation)), time)
    except (FFmpegError, OSError) as error:
        raise VideoError(f"“{film.path.name}” is damaged and can only be read in part.") from error


def _upright(rgb: Rgb, rotation: int) -> Rgb:
    """A phone's frame turned as its film says: `rotation` degrees against the clock."""
    return np.ascontiguousarray(np.rot90(rgb, round(rotation / 90) % 4))
