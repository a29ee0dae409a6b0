"""The whole way with tiny networks and a drawn face (see conftest)."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from core.document.document import Document
from core.document.edits import Edit, Reference, Seed, UnknownEdit
from core.errors import Cancelled, DeviceError, EditError, FaceError
from core.job import Job
from core.labels import GROUPS, Label
from core.methods.paint.edits import Stroke
from core.methods.smile.edits import Direction, SetAttribute, SetRegionStyle
from core.methods.smile.sem import SmileSem
from core.opencv import cv2
from core.packs import Pack
from core.photo import Photo, photo_from_array
from core.render.device import DeviceChoice, choose_device, cpu_choice
from core.render.engine import Engine
from core.render.runtime import OUT_OF_MEMORY_NOTICE
from core.render.stages import STAGES
from tests.core.conftest import draw_photo, drawn_map, moved_points

BRUSH = Stroke(label=Label.HAIR, points=((60.0, 60.0), (190.0, 60.0)), radius=9)
GLASSES_BRUSH = Stroke(label=Label.EYE_G, points=((80.0, 121.0), (176.0, 121.0)), radius=12)
HAIR_STYLE = SetRegionStyle(region="hair", source=Seed(4))
GLASSES = SetAttribute(attribute="eyeglasses", present=True, source=Seed(1))


def changed(before: Photo, after: Photo) -> np.ndarray:
    return (before.pixels != after.pixels).any(axis=2)


def test_the_drawn_face_is_found_aligned_and_parsed(engine: Engine):
    (face,) = engine.analyse(draw_photo())
    assert np.abs(face.points.array() - moved_points(72, 22).array()).max() < 1.5
    assert (face.label_map == drawn_map()).mean() > 0.95


def test_without_edits_the_photo_is_the_photo(engine: Engine):
    photo = draw_photo()
    assert engine.render(Document(photo)) is photo
    assert np.array_equal(
        engine.render(Document(photo, edits=(dataclasses.replace(BRUSH, enabled=False),))).pixels,
        photo.pixels,
    )
    preview = engine.preview(Document(photo))
    assert np.array_equal(preview.crop, preview.original)
    assert not preview.touched.any()


@pytest.mark.parametrize("edit", [BRUSH, GLASSES_BRUSH, HAIR_STYLE])
@pytest.mark.parametrize("deep", [False, True])
def test_an_edit_changes_the_face_and_nothing_else(engine: Engine, edit: Edit, deep: bool):
    photo = draw_photo()
    if deep:
        photo = photo_from_array(photo.pixels.astype(np.uint16) * 257)
    document = Document(photo, edits=(edit,))
    result = engine.render(document)
    touched = engine.preview(document).touched
    area = changed(photo, result)
    assert result.pixels.dtype == photo.pixels.dtype
    assert area.any()
    (face,) = engine.analyse(photo)
    rows, columns = np.nonzero(area)
    places = np.stack([columns + 0.5, rows + 0.5, np.ones(rows.size)])
    inverse = np.linalg.inv(np.vstack([face.transform, [0, 0, 1]]))
    x, y = np.floor(inverse[:2] @ places).astype(int)
    near = np.zeros((258, 258), np.bool_)
    for dy in range(3):
        for dx in range(3):
            near[dy : dy + 256, dx : dx + 256] |= touched > 0
    assert near[np.clip(y + 1, 0, 257), np.clip(x + 1, 0, 257)].all()


def test_glasses_by_brush_keep_the_layout_beneath_and_show_in_the_map(engine: Engine):
    preview = engine.preview(Document(draw_photo(), edits=(GLASSES_BRUSH,)))
    assert (preview.label_map == Label.EYE_G).sum() > 1000
    assert (preview.crop != preview.original).any()


def test_attribute_edits_run_through_the_real_networks(engine: Engine):
    names = ("eyeglasses", "hat", "hair", "bangs", "earrings", "identity")
    edits = tuple(SetAttribute(attribute=name, present=name != "hair", source=Seed(2)) for name in names)
    preview = engine.preview(Document(draw_photo(), edits=edits))
    assert preview.crop.dtype == np.uint8
    assert np.isfinite(preview.touched).all()


def test_a_direction_changes_what_it_names_and_nothing_else(engine: Engine):
    lips = Direction(name="age", amount=1, region="lips")
    preview = engine.preview(Document(draw_photo(), edits=(lips,)))
    assert not preview.notices
    assert (preview.crop != preview.original).any()
    near = cv2.dilate(
        np.isin(preview.label_map, GROUPS["lips"]).astype(np.uint8), np.ones((25, 25), np.uint8)
    )
    assert not preview.touched[near == 0].any()


def test_the_same_document_gives_the_same_pixels(tiny_pack: Pack, drawn_faces: None):
    document = Document(draw_photo(), edits=(GLASSES, BRUSH, HAIR_STYLE))
    first = Engine(tiny_pack, DeviceChoice("cpu")).render(document)
    second = Engine(tiny_pack, DeviceChoice("cpu")).render(document)
    assert np.array_equal(first.pixels, second.pixels)


def test_stages_that_read_the_same_are_not_run_again(engine: Engine):
    document = Document(draw_photo(), edits=(BRUSH, HAIR_STYLE))
    first = engine.preview(document)
    assert set(first.timings) == set(STAGES)
    assert all(first.timings[stage] > 0 for stage in STAGES)
    again = engine.preview(document)
    assert not any(again.timings[stage] for stage in ("analyse", "layout", "styles", "render"))
    restyled = engine.preview(document.replace_edit(1, dataclasses.replace(HAIR_STYLE, strength=0.5)))
    assert restyled.timings["layout"] == 0
    assert restyled.timings["render"] > 0


def test_the_latest_document_wins_whatever_was_rendered_before(engine: Engine, tiny_pack: Pack):
    document = Document(draw_photo())
    edits = [dataclasses.replace(HAIR_STYLE, strength=float(s)) for s in np.linspace(0.1, 1, 5)]
    latest = [engine.preview(document.with_edit(edit)) for edit in edits][-1]
    alone = Engine(tiny_pack, DeviceChoice("cpu")).preview(document.with_edit(HAIR_STYLE))
    assert np.array_equal(latest.crop, alone.crop)


def test_reference_faces_give_styles(engine: Engine):
    other = photo_from_array(255 - draw_photo().pixels)
    document = Document(draw_photo(), edits=(SetRegionStyle(region="hair", source=Reference("her")),))
    with pytest.raises(EditError, match="“her”"):
        engine.preview(document)
    with pytest.raises(FaceError, match=r"No face.*“her”"):
        engine.preview(document.with_reference("her", other))
    preview = engine.preview(document.with_reference("her", draw_photo(scale=0.8)))
    assert preview.crop.shape == (256, 256, 3)


def test_no_face_and_no_such_face(engine: Engine):
    with pytest.raises(FaceError, match="No face was found"):
        engine.render(Document(photo_from_array(np.zeros((40, 50, 3), np.uint8)), edits=(BRUSH,)))
    with pytest.raises(FaceError, match="no face number 3: one face was found"):
        engine.render(Document(draw_photo(), edits=(dataclasses.replace(BRUSH, face=2),)))
    with pytest.raises(FaceError):
        engine.preview(Document(draw_photo()), face=1)


def test_points_set_by_hand_are_taken_as_they_are(engine: Engine):
    points = moved_points(10, 5, 0.4)
    blank = photo_from_array(np.full((120, 130, 3), 90, np.uint8))
    result = engine.render(Document(blank, faces=(points,), edits=(BRUSH,)))
    assert result.pixels.shape == blank.pixels.shape
    (face,) = engine.analyse(blank, (points,))
    assert face.points == points


def test_two_faces_are_edited_in_one_photo(engine: Engine):
    photo = draw_photo(600, 300)
    faces = (moved_points(40, 22), moved_points(400, 80, 0.5))
    both = (BRUSH, dataclasses.replace(BRUSH, face=1))
    result = engine.render(Document(photo, faces=faces, edits=both))
    area = changed(photo, result)
    assert area[:, :300].any()
    assert area[:, 400:].any()


@pytest.mark.parametrize("after", [0, 2, 4, 6])
def test_cancelling_between_stages_leaves_nothing_behind(engine: Engine, after: int):
    document = Document(draw_photo(), edits=(GLASSES, BRUSH, HAIR_STYLE))
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(Cancelled):
        engine.preview(document, job=Job(cancelled=cancelled))
    assert engine.preview(document).crop.any()


def test_progress_rises(engine: Engine):
    seen: list[float] = []
    engine.render(
        Document(draw_photo(), edits=(BRUSH,)), Job(progress=lambda fraction, _: seen.append(fraction))
    )
    assert seen[-1] == 1.0
    assert all(0 <= value <= 1 for value in seen)


def test_reading_a_reference_is_told_and_can_be_cancelled(engine: Engine):
    photo, other = draw_photo(), draw_photo(centre=(180, 140), scale=0.9)
    edit = SetRegionStyle(region="hair", source=Reference("her"))
    document = Document(photo, edits=(edit,)).with_reference("her", other)
    engine.analyse(photo)
    said: list[tuple[float, str]] = []

    def stop_at_the_reference() -> bool:
        return bool(said) and said[-1][1] == "Looking for faces"

    with pytest.raises(Cancelled):
        engine.preview(document, job=Job(lambda *step: said.append(step), stop_at_the_reference))
    told = len(said)
    engine.preview(document, job=Job(lambda *step: said.append(step)))
    assert "Reading the face" in [text for _, text in said[told:]]
    fractions = [fraction for fraction, _ in said[told:]]
    assert fractions == sorted(fractions)


def test_a_preview_brings_what_took_minutes_to_find(engine: Engine):
    photo = draw_photo()
    key, codes = (photo.digest, "0", "inversion"), {"codes": np.ones((2, 3), np.float32)}
    assert engine.preview(Document(photo)).kept == {}
    assert engine.preview(Document(photo, kept={key: codes})).kept == {key: codes}


def test_a_full_graphics_memory_moves_the_work_to_the_cpu(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    runtime, networks = engine.runtime, engine.networks
    wanted = Engine(engine.pack, cpu_choice()).preview(Document(draw_photo(), edits=(BRUSH,)))
    real = networks._call

    def full(role: str, *inputs: torch.Tensor) -> torch.Tensor:
        if role == "syn_generator" and runtime.choice.name == "cuda":
            raise torch.OutOfMemoryError("CUDA out of memory")
        return real(role, *inputs)

    class Pretend(type(runtime)):
        @property
        def device(self) -> torch.device:
            return torch.device("cpu")

    monkeypatch.setattr(runtime, "__class__", Pretend)
    monkeypatch.setattr(networks, "_call", full)
    runtime.choice = DeviceChoice("cuda")
    preview = engine.preview(Document(draw_photo(), edits=(BRUSH,)))
    assert preview.notices == (OUT_OF_MEMORY_NOTICE,)
    assert engine.device.name == "cpu"
    assert np.array_equal(preview.crop, wanted.crop) or engine.device.half


def test_no_memory_at_all_is_a_device_error(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    def full(role: str, *inputs: torch.Tensor) -> torch.Tensor:
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory: out of memory")

    monkeypatch.setattr(engine.networks, "_call", full)
    with pytest.raises(DeviceError, match="memory"):
        engine.preview(Document(draw_photo(), edits=(BRUSH,)))


def test_the_machine_gets_a_device():
    assert choose_device().name in ("cuda", "mps", "cpu")
    assert cpu_choice() == cpu_choice()


def test_an_edit_at_the_photos_border(engine: Engine):
    photo = draw_photo(200, 200, centre=(60, 50))
    document = Document(photo, edits=(BRUSH, HAIR_STYLE))
    result = engine.render(document)
    assert changed(photo, result).any()


def test_smile_is_only_run_for_attributes(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(SmileSem, "set_attribute", None)
    engine.preview(Document(draw_photo(), edits=(BRUSH, HAIR_STYLE)))


def test_real_detection_and_parsing_run_too(tiny_pack: Pack):
    engine = Engine(tiny_pack, DeviceChoice("cpu"))
    assert isinstance(engine.analyse(draw_photo()), tuple)
    points = moved_points(72, 22)
    (face,) = engine.analyse(draw_photo(), (points,))
    assert face.label_map.shape == face.opacity.shape == (256, 256)


def test_the_core_needs_no_qt(tmp_path: Path):
    import subprocess
    import sys

    code = "import sys, core.render.engine, core.cli; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("edit", [BRUSH, HAIR_STYLE, GLASSES])
def test_an_engine_that_leaves_a_core_to_others_draws_the_same(
    tiny_pack: Pack, drawn_faces: None, edit: Edit
):
    threads = torch.get_num_threads()
    document = Document(draw_photo(), edits=(edit,))
    plain = Engine(tiny_pack, DeviceChoice("cpu"))
    engine = Engine(tiny_pack, DeviceChoice("cpu"))
    engine.runtime.considerate = True
    considerate = engine.preview(document).crop
    assert torch.get_num_threads() == max(1, threads - 1)
    engine.runtime.considerate = False
    engine.preview(document.with_edit(SetRegionStyle(region="skin", source=Seed(5))))
    assert torch.get_num_threads() == threads
    np.testing.assert_array_equal(considerate, plain.preview(document).crop)


# edits that are kept, but not shown
SPARKLE = UnknownEdit(name="Sparkle", content='{"edit": "Sparkle"}')


def test_an_edit_of_a_method_that_is_not_there_is_left_out_with_a_notice(engine: Engine):
    photo = draw_photo()
    preview = engine.preview(Document(photo, edits=(BRUSH, SPARKLE)))
    assert any(n.startswith("“Sparkle” is kept, but not shown: ") for n in preview.notices)
    assert np.array_equal(preview.crop, engine.preview(Document(photo, edits=(BRUSH,))).crop)
    result = engine.render(Document(photo, edits=(SPARKLE, BRUSH)))
    assert any("“Sparkle” is kept" in notice for notice in result.notices)
    assert np.array_equal(result.pixels, engine.render(Document(photo, edits=(BRUSH,))).pixels)


def test_one_that_is_all_alone_needs_no_face(engine: Engine):
    photo = photo_from_array(np.zeros((40, 40, 3), np.uint8))
    result = engine.render(Document(photo, edits=(dataclasses.replace(SPARKLE, face=7),)))
    assert np.array_equal(result.pixels, photo.pixels)
    assert len(result.notices) == len(photo.notices) + 1
    off = dataclasses.replace(SPARKLE, enabled=False)
    assert engine.render(Document(photo, edits=(off,))) is photo


def test_what_a_project_kept_is_handed_to_the_methods_and_back(tiny_pack: Pack, engine: Engine):
    photo = draw_photo()
    key, arrays = (photo.digest, "0", "an inversion"), {"codes": np.ones(3, np.float32)}
    fresh = Engine(tiny_pack, engine.device)
    document = Document(photo, kept={key: arrays})
    fresh.preview(document)
    assert fresh.kept(Document(photo)) == {key: arrays}
    assert fresh.kept(Document(photo_from_array(np.zeros((4, 4, 3), np.uint8)))) == {}


def test_packs_that_a_document_uses_are_named(engine: Engine):
    assert engine.packs_of(Document(draw_photo())) == (engine.pack,)
    assert engine.packs_of(Document(draw_photo(), edits=(GLASSES, SPARKLE))) == (engine.pack,)
