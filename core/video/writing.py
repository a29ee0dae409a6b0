"""Frames out: a video file with the sound of another, or a folder of pictures, marked as AI-edited."""

from __future__ import annotations

import contextlib
import os
import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from core.errors import PhotoError, WriteError
from core.photo import photo_from_array, save_photo
from core.photo.metadata import with_source_type

Rgb = NDArray[np.uint8]

VIDEO_SUFFIXES = (".mp4", ".mov", ".m4v")
_CLOCK = Fraction(1, 90_000)
_COPIED = frozenset({"aac", "mp3", "alac", "ac3"})
"""Sound that goes into an MP4 as it is; other kinds are encoded anew."""
_XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
"""The box type that Adobe's XMP specification, part 3, gives MPEG-4 files."""


def write_video(
    target: Path, frames: Iterator[tuple[Rgb, float]], rate: Fraction, sound: Path | None, quality: int = 18
) -> None:
    """Write (picture, time in seconds) pairs as H.264 with the sound track of `sound`.

    The file appears whole or not at all. `quality` is x264's constant rate factor: smaller is better.
    Raises `WriteError`.
    """
    part = target.with_name(f".{target.name}.part{target.suffix}")
    try:
        _encode(part, frames, rate, sound, quality)
        with part.open("ab") as file:
            file.write(_xmp_box(with_source_type(None)))
        os.replace(part, target)
    except (FFmpegError, OSError, ValueError) as error:
        raise WriteError(f"“{target.name}” could not be written: {_reason(error)}.") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def write_frames(folder: Path, frames: Iterator[tuple[Rgb, float]]) -> None:
    """Write the frames as PNG files in a folder of their own. Raises `WriteError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, (rgb, _) in enumerate(frames):
            save_photo(photo_from_array(rgb), folder / f"{number:06d}.png")
    except (OSError, PhotoError) as error:
        raise WriteError(f"The frames could not be written to “{folder}”: {_reason(error)}.") from error


def _encode(
    part: Path, frames: Iterator[tuple[Rgb, float]], rate: Fraction, sound: Path | None, quality: int
) -> None:
    with contextlib.ExitStack() as stack:
        output: Any = stack.enter_context(av.open(part, "w", options={"movflags": "use_metadata_tags"}))
        stream: Any = output.add_stream("libx264", rate=rate, options={"crf": str(quality)})
        stream.pix_fmt, stream.time_base = "yuv420p", _CLOCK
        stream.codec_context.time_base = _CLOCK
        track = _SoundTrack(stack, output, sound)
        first, latest = True, -1
        for rgb, time in frames:
            if first:
                stream.height, stream.width = rgb.shape[:2]
                first = False
            picture = av.VideoFrame.from_ndarray(rgb, format="rgb24")
            latest = max(latest + 1, round(time / _CLOCK))  # times must rise, whatever the film says
            picture.pts, picture.time_base = latest, _CLOCK
            output.mux(stream.encode(picture))
            track.copy_until(time)
        output.mux(stream.encode())
        track.copy_until(None)


class _SoundTrack:
    """The sound of a film on its way into another: copied where the format allows, else as AAC."""

    def __init__(self, stack: contextlib.ExitStack, output: Any, path: Path | None) -> None:
        self._packets: Iterator[Any] | None = None
        self._waiting: Any = None
        if path is None:
            return
        source: Any = stack.enter_context(av.open(path))
        if not source.streams.audio:
            return
        track = source.streams.audio[0]
        self._output, self._copied = output, track.codec_context.name in _COPIED
        if self._copied:
            self._stream = output.add_stream_from_template(track)
        else:
            self._stream = output.add_stream("aac", rate=track.codec_context.sample_rate)
        self._packets = source.demux(track)

    def copy_until(self, time: float | None) -> None:
        """Bring over what sounds before `time` in seconds; None: all that is left."""
        while self._packets is not None:
            packet = self._waiting or next(self._packets, None)
            self._waiting = None
            if packet is None:
                self._packets = None
                if not self._copied:
                    self._output.mux(self._stream.encode(None))
                return
            if time is not None and packet.pts is not None and float(packet.pts * packet.time_base) > time:
                self._waiting = packet
                return
            self._take(packet)

    def _take(self, packet: Any) -> None:
        if not self._copied:
            for frame in packet.decode():
                self._output.mux(self._stream.encode(frame))
        elif packet.dts is not None:  # the last packet of a demuxer is empty
            packet.stream = self._stream
            self._output.mux(packet)


def _xmp_box(packet: bytes) -> bytes:
    """A top-level `uuid` box; boxes may stand in any order, so it goes to the end."""
    return struct.pack(">I4s", 24 + len(packet), b"uuid") + _XMP_BOX + packet


def _reason(error: Exception) -> str:
    text = getattr(error, "strerror", None) or str(error)
    return text.rstrip(".")
