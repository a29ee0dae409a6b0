"""Retouching in the engine."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.document.document import Document
from core.document.recipe import edits_from_json, edits_to_json
from core.errors import EditError
from core.labels import Label, palette
from core.methods.registry import edit_types
from core.methods.retouch.edits import Retouch
from core.methods.shape.method import NO_MESH
from core.opencv import cv2
from core.packs import Pack
from core.photo import Photo, photo_from_array
from core.render.device import DeviceChoice
from core.render.engine import Engine
from tests.core.conftest import draw_photo
from tests.core.methods.shape.heads import mesh_engine


@pytest.fixture
def engine(tiny_pack: Pack, drawn_faces: None, monkeypatch: pytest.MonkeyPatch) -> Engine:
    return mesh_engine(tiny_pack, monkeypatch)


def blotchy() -> Photo:
    """The drawn face with skin that is not even."""
    pixels = draw_photo(800, 600, (400, 300), 1.5).pixels
    blotches = np.random.default_rng(1).normal(1, 0.04, (75, 100, 1)).repeat(8, 0).repeat(8, 1)
    skin = (pixels == palette()[Label.SKIN]).all(2, keepdims=True)
    return photo_from_array(np.where(skin, np.clip(pixels * blotches, 0, 255), pixels).astype(np.uint8))


def smoothed(engine: Engine, photo: Photo, amount: float) -> NDArray[np.int64]:
    edits = (Retouch(what="smooth-skin", amount=amount),)
    return engine.render(Document(photo, edits=edits)).pixels.astype(np.int64)


def test_skin_is_smoothed_and_all_else_keeps_its_very_values(engine: Engine):
    photo = blotchy()
    after = smoothed(engine, photo, 1.0)
    changed = (after != photo.pixels).any(2)
    assert changed.any()
    drawn = draw_photo(800, 600, (400, 300), 1.5).pixels
    skin = np.isin(drawn @ [1, 256, 65536], palette()[[Label.SKIN, Label.NOSE]] @ [1, 256, 65536])
    near = cv2.dilate(skin.astype(np.uint8), np.ones((9, 9))) > 0
    assert not changed[~near].any()
    plain = (drawn == palette()[Label.SKIN]).all(2)
    inner = cv2.erode(plain.astype(np.uint8), np.ones((41, 41))) > 0
    assert after[inner].std(0).mean() < 0.7 * photo.pixels[inner].astype(float).std(0).mean()


def test_half_the_amount_is_about_half_the_change(engine: Engine):
    photo = blotchy()
    half, whole = (smoothed(engine, photo, amount) - photo.pixels for amount in (0.5, 1.0))
    assert not (smoothed(engine, photo, 0.0) - photo.pixels).any()
    moved = np.abs(whole) > 6
    assert moved.any()
    assert (half[moved] / whole[moved]).mean() == pytest.approx(0.5, abs=0.1)


def test_without_a_mesh_a_face_stays_as_it_is(tiny_pack: Pack, drawn_faces: None):
    document = Document(draw_photo(), edits=(Retouch(what="white-teeth", amount=1.0),))
    result = Engine(tiny_pack, DeviceChoice("cpu")).render(document)
    assert np.array_equal(result.pixels, document.photo.pixels)
    assert NO_MESH in result.notices


def test_recipes_hold_it_and_what_nobody_knows_is_refused(engine: Engine):
    edits = (Retouch(what="bright-eyes", amount=0.25),)
    text = edits_to_json(edits)
    assert edits_from_json(text, edit_types()) == edits
    with pytest.raises(EditError, match="from 0 to 1"):
        edits_from_json(text.replace("0.25", "-0.5"), edit_types())
    odd = Document(draw_photo(), edits=(Retouch(what="horns", amount=1.0),))
    with pytest.raises(EditError, match="no retouching called “horns”"):
        engine.render(odd)
