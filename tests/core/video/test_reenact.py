"""Reenactment from film to film, with tiny networks and drawn faces: frames, sound, resuming, mistakes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from typer.testing import CliRunner, Result

from core.errors import Cancelled, FaceError, VideoError, WriteError
from core.job import Job
from core.packs import Pack
from core.photo import Photo, load_photo, photo_from_array, save_photo
from core.photo.metadata import DIGITAL_SOURCE_TYPE
from core.render.engine import Engine
from core.video import cli
from core.video.frames import frame_files, open_film
from core.video.puppet import Pose, Puppet, held
from core.video.reenact import ReenactSettings, reenact
from core.video.tracking import track_face
from core.video.writing import write_video
from tests.core.conftest import draw_photo, drawn_map

RUN = CliRunner()
CALM = ReenactSettings(smoothing=0.5, size=300)


@pytest.fixture
def driver(tmp_path: Path) -> Path:
    """A folder of six frames; the face moves, and is missing in one."""
    folder = tmp_path / "driver"
    folder.mkdir()
    for number in range(6):
        photo = draw_photo(320, 300, (150 + 4 * number, 150), 1.0)
        if number == 3:
            photo = photo_from_array(np.full((300, 320, 3), 40, np.uint8))
        save_photo(photo, folder / f"frame {number + 8}.png", edited=False)
    return folder


@pytest.fixture
def still() -> Photo:
    return draw_photo(300, 280, (150, 140))


def decoded(path: Path) -> list[np.ndarray]:
    with av.open(path) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


def film_with_sound(path: Path, codec: str, frames: int = 10) -> None:
    """A film of noise with a tone, in any container."""
    rng = np.random.default_rng(0)
    with av.open(path, "w") as output:
        video: Any = output.add_stream("mpeg4", rate=Fraction(10))
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        sound: Any = output.add_stream(codec, rate=16_000)
        for _ in range(frames):
            pixels = rng.integers(0, 255, (48, 64, 3), np.uint8)
            output.mux(video.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        output.mux(video.encode())
        tone = np.sin(np.arange(1600 * frames) / 5).astype(np.float32)[None]
        kind = sound.codec_context.format.name
        samples = tone if kind == "fltp" else (tone * 20_000).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(samples, format=kind, layout="mono")
        frame.sample_rate = 16_000
        fifo = av.AudioFifo()
        fifo.write(frame)
        while (part := fifo.read(sound.codec_context.frame_size or 1024, partial=True)) is not None:
            output.mux(sound.encode(part))
        output.mux(sound.encode())


def test_frames_of_a_folder_come_by_number(driver: Path):
    assert [p.name for p in frame_files(driver)] == [f"frame {n}.png" for n in range(8, 14)]
    times = [frame.time for frame in open_film(driver).frames(4)]
    assert times == pytest.approx([4 / 25, 5 / 25])


@pytest.mark.parametrize(("suffix", "codec", "copied"), [(".mp4", "aac", True), (".mkv", "pcm_s16le", False)])
def test_a_film_keeps_times_sound_and_says_that_it_is_edited(
    suffix: str, codec: str, copied: bool, tmp_path: Path
):
    source, target = tmp_path / f"source{suffix}", tmp_path / "target.mp4"
    film_with_sound(source, codec)
    film = open_film(source)
    assert film.has_sound
    frames = ((frame.rgb, frame.time) for frame in film.frames())
    write_video(target, frames, film.rate, source)
    with av.open(source) as before, av.open(target) as after:
        assert len(after.streams.video) == len(after.streams.audio) == 1
        assert after.streams.audio[0].codec_context.name == "aac"
        lengths = [float((c.duration or 0) / av.time_base) for c in (before, after)]
        assert lengths[1] == pytest.approx(lengths[0], abs=0.15)
        if copied:
            packets = [[bytes(p) for p in c.demux(audio=0) if p.size] for c in (before, after)]
            assert packets[0] == packets[1]
    assert [f.time for f in open_film(target).frames()] == pytest.approx([k / 10 for k in range(10)])
    assert DIGITAL_SOURCE_TYPE.encode() in target.read_bytes()
    assert [p.name for p in tmp_path.iterdir() if "part" in p.name] == []


def test_a_film_that_cannot_be_written_leaves_nothing(tmp_path: Path):
    target = tmp_path / "target.mp4"

    def frames():
        yield np.zeros((48, 64, 3), np.uint8), 0.0
        raise OSError(28, "No space left on device")

    with pytest.raises(WriteError, match="No space left"):
        write_video(target, frames(), Fraction(25), None)
    assert list(tmp_path.iterdir()) == []


def test_the_face_is_followed_and_gaps_are_known(engine: Engine, driver: Path):
    track = track_face(open_film(driver), engine.networks, 0, Job())
    assert track.found.tolist() == [True, True, True, False, True, True]
    moved = track.points[5] - track.points[0]
    assert np.allclose(moved, (20, 0), atol=0.5)


@pytest.mark.parametrize("shape", ["own", "driver"])
def test_a_still_moves_only_where_its_face_is(
    engine: Engine, driver: Path, still: Photo, tmp_path: Path, shape: Any
):
    target = tmp_path / "frames"
    made = reenact(engine, still, open_film(driver), target, replace(CALM, shape=shape), Job())
    assert (made.frames, made.lost, made.resumed_at) == (6, 1, 0)
    frames = [load_photo(p).pixels for p in frame_files(target)]
    assert len(frames) == 6
    assert (frames[5] != frames[0]).any()
    corner = (slice(0, 8), slice(0, 8))
    assert all(np.array_equal(f[corner], still.pixels[corner]) for f in frames)
    assert not (tmp_path / "frames.unfinished").exists()


def test_a_stopped_run_goes_on_and_gives_the_same_film(
    engine: Engine, driver: Path, still: Photo, tmp_path: Path
):
    film = open_film(driver)
    reenact(engine, still, film, tmp_path / "whole", CALM, Job())
    asked = iter([False] * 6 + [False] * 3 + [True] * 99)  # six frames looked at, two drawn
    with pytest.raises(Cancelled):
        reenact(engine, still, film, tmp_path / "parts", CALM, Job(cancelled=lambda: next(asked)))
    assert not (tmp_path / "parts").exists()
    made = reenact(engine, still, film, tmp_path / "parts", CALM, Job())
    assert 0 < made.resumed_at < 6
    for one, other in zip(frame_files(tmp_path / "whole"), frame_files(tmp_path / "parts"), strict=True):
        assert np.array_equal(load_photo(one).pixels, load_photo(other).pixels), one.name


def test_work_for_other_settings_is_not_taken_over(
    engine: Engine, driver: Path, still: Photo, tmp_path: Path
):
    asked = iter([False] * 9 + [True] * 99)
    with pytest.raises(Cancelled):
        reenact(engine, still, open_film(driver), tmp_path / "o", CALM, Job(cancelled=lambda: next(asked)))
    other = replace(CALM, shape="driver")
    assert reenact(engine, still, open_film(driver), tmp_path / "o", other, Job()).resumed_at == 0


def test_progress_rises_from_nothing_to_all(engine: Engine, driver: Path, still: Photo, tmp_path: Path):
    seen: list[float] = []
    job = Job(progress=lambda done, _: seen.append(done))
    reenact(engine, still, open_film(driver), tmp_path / "o.mp4", CALM, job)
    assert seen == sorted(seen)
    assert 0 <= seen[0] <= 0.1
    assert 0.9 <= seen[-1] <= 1
    assert len(decoded(tmp_path / "o.mp4")) == 6


def test_a_driver_at_rest_leaves_the_head_where_it_is(engine: Engine):
    (face,) = engine.analyse(draw_photo(256, 256, (128, 128)))
    puppet = Puppet(engine.networks, face, np.ones((256, 256), np.float32), drawn_map())
    at_rest = Pose(drawn_map(), np.eye(2, 3))
    patch = puppet.moved(at_rest)
    inside = (slice(60, 170), slice(90, 166))
    assert np.abs(patch.difference[inside]).mean() < 4  # of 255: a warp of nothing, and a softened outline


def test_movement_in_the_picture_has_soft_limits():
    def shifted(pixels: float) -> float:
        return float(held(np.array([[1.0, 0, pixels], [0, 1, 0]]))[0, 2])

    assert shifted(2) == pytest.approx(2, abs=0.05)
    assert shifted(500) < 25
    grown = held(np.array([[3.0, 0, 0], [0, 3, 0]]))
    assert np.sqrt(np.linalg.det(grown[:, :2])) == pytest.approx(1.15)


def test_clear_words_for_what_cannot_be_read(engine: Engine, still: Photo, driver: Path, tmp_path: Path):
    text = tmp_path / "film.mp4"
    text.write_text("not a film")
    for path, words in ((text, "not a video"), (tmp_path / "none.mp4", "does not exist")):
        with pytest.raises(VideoError, match=words):
            open_film(path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(VideoError, match="holds no pictures"):
        open_film(tmp_path / "empty")
    blank = photo_from_array(np.full((64, 64, 3), 40, np.uint8))
    with pytest.raises(FaceError, match="none was found"):
        reenact(engine, blank, open_film(driver), tmp_path / "o", CALM, Job())
    save_photo(blank, tmp_path / "empty" / "0.png", edited=False)
    with pytest.raises(FaceError, match="No face was found in “empty”"):
        reenact(engine, still, open_film(tmp_path / "empty"), tmp_path / "o", CALM, Job())
    with pytest.raises(WriteError, match="does not exist"):
        reenact(engine, still, open_film(driver), tmp_path / "no" / "o.mp4", CALM, Job())
    with pytest.raises(WriteError, match="overwrite the driver"):
        reenact(engine, still, open_film(driver), driver, CALM, Job())


def _run(pack: Pack, *words: object) -> Result:
    return RUN.invoke(cli.app, ["reenact", *map(str, words), "--pack", str(pack.folder)])


def test_from_the_command_line(
    tiny_pack: Pack, drawn_faces: None, driver: Path, still: Photo, tmp_path: Path
):
    save_photo(still, tmp_path / "still.png", edited=False)
    target = tmp_path / "Film ü.mp4"
    result = _run(tiny_pack, tmp_path / "still.png", driver, "-o", target)
    assert result.exit_code == 0, result.output
    assert "6 frames" in result.stdout
    assert "no face in 1 frames" in result.stderr
    assert decoded(target)[0].shape == (280, 300, 3)
    bad = _run(tiny_pack, tmp_path / "still.png", driver, "-o", target, "--shape", "round")
    assert (bad.exit_code, bad.stderr.count("Error: ")) == (2, 1)
    lost = _run(tiny_pack, tmp_path / "still.png", tmp_path / "none.mp4", "-o", target)
    assert lost.exit_code == 3
