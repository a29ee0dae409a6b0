"""Shape in the engine: one field for all sliders, over everything else, and nothing beyond its reach."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.document.document import Document
from core.document.edits import Edit, Seed
from core.document.recipe import edits_from_json, edits_to_json
from core.errors import EditError
from core.face import Face, mesh_in_crop
from core.labels import Label
from core.methods.control import Slider
from core.methods.registry import edit_types, known_controls
from core.methods.shape.edits import Reshape
from core.methods.shape.face_field import move_face
from core.methods.shape.method import NO_MESH, amounts, changes_of
from core.methods.shape.points import INNER_LOWER_LIP, INNER_UPPER_LIP, OUTER_LOWER_LIP
from core.methods.smile.edits import SetAttribute
from core.packs import Pack
from core.photo import photo_from_array
from core.render.change import Field, Layer
from core.render.device import DeviceChoice
from core.render.engine import Engine
from core.render.paste import paste
from tests.core.conftest import draw_photo
from tests.core.methods.shape.heads import mesh_engine


@pytest.fixture
def engine(tiny_pack: Pack, drawn_faces: None, monkeypatch: pytest.MonkeyPatch) -> Engine:
    return mesh_engine(tiny_pack, monkeypatch)


def changed(engine: Engine, *edits: Edit) -> tuple[NDArray[Any], NDArray[Any]]:
    document = Document(draw_photo(800, 600, (400, 300), 1.5), edits=edits)
    result = engine.render(document)
    return document.photo.pixels, result.pixels


@pytest.mark.parametrize(
    "control", [c for c in known_controls() if c.edit_type is Reshape], ids=lambda c: c.name
)
def test_each_slider_changes_the_face_and_nothing_beyond_its_reach(engine: Engine, control: Slider):
    before, after = changed(engine, control.edit(0, 0.5))
    differs = (before != after).any(2)
    assert differs.any()
    rows, columns = np.nonzero(differs)
    assert rows.min() > 10
    assert rows.max() < 590
    assert columns.min() > 100
    assert columns.max() < 700
    _, rest = changed(engine, control.edit(0, 0.0))
    assert np.array_equal(before, rest)


def test_several_sliders_are_one_field(engine: Engine):
    document = Document(
        draw_photo(), edits=(Reshape(part="smile", amount=0.5), Reshape(part="turn", amount=0.5))
    )
    face = engine.analyse(document.photo)[0]
    mesh = mesh_in_crop(face)
    assert mesh is not None
    found = changes_of(face, mesh, move_face(mesh, amounts(document.edits)))
    assert [type(each) for each in found] == [Field]
    document = document.with_edits(document.edits[::-1])
    first = engine.render(document).pixels
    second = engine.render(document.with_edits(document.edits[::-1])).pixels
    assert np.abs(first.astype(int) - second).max() <= 1


def test_amounts_of_one_part_add_up_to_the_whole_way():
    edits = [Reshape(part="smile", amount=a) for a in (0.7, 0.7)] + [
        Reshape(part="nod", amount=a) for a in (0.5, -0.5)
    ]
    assert amounts(edits) == {"smile": 1.0}


def test_sixteen_bits_and_what_lies_beyond_are_kept(engine: Engine):
    rng = np.random.default_rng(0)
    drawn = draw_photo(800, 600, (400, 300), 1.5).pixels.astype(np.uint16) * 257
    photo = photo_from_array(
        np.where(drawn == drawn[0, 0], drawn + rng.integers(0, 200, drawn.shape), drawn).astype(np.uint16)
    )
    result = engine.render(Document(photo, edits=(Reshape(part="face-width", amount=-1.0),)))
    assert result.pixels.dtype == np.uint16
    assert np.array_equal(result.pixels[:20], photo.pixels[:20])
    assert np.array_equal(result.pixels[:, :150], photo.pixels[:, :150])
    assert not np.array_equal(result.pixels, photo.pixels)


def test_shape_comes_last_whatever_the_order(engine: Engine):
    """What other edits make, and what is worn, is made on the face as it was, and moves with it."""
    glasses = SetAttribute(attribute="eyeglasses", present=True, source=Seed(1))
    turn = Reshape(part="turn", amount=1.0)
    photo = draw_photo()
    first, second = (
        engine.render(Document(photo, edits=edits)).pixels for edits in ((glasses, turn), (turn, glasses))
    )
    assert np.array_equal(first, second)
    face = engine.analyse(photo)[0]
    mesh = mesh_in_crop(face)
    assert mesh is not None
    worn = engine.render(Document(photo, edits=(glasses,))).pixels
    assert not np.array_equal(worn, photo.pixels)
    wanted = worn.copy()
    paste(photo, wanted, changes_of(face, mesh, move_face(mesh, {"turn": 1.0})))
    assert np.array_equal(first, wanted)


def closed(face: Face) -> NDArray[np.float64]:
    """The face's mesh in its crop with lips that touch: the mean head smiles."""
    mesh = mesh_in_crop(face)
    assert mesh is not None
    upper, lower = list(INNER_UPPER_LIP), list(INNER_LOWER_LIP)
    gap = mesh[lower, 1] - mesh[upper, 1] - 0.5
    mesh[lower, 1] -= gap
    mesh[list(OUTER_LOWER_LIP), 1] -= gap
    return mesh


def test_a_closed_mouth_that_opens_is_dark_inside(engine: Engine):
    face = engine.analyse(draw_photo())[0]
    mesh = closed(face)
    found = changes_of(face, mesh, move_face(mesh, {"mouth-open": 1.0}))
    assert [type(each) for each in found] == [Field, Layer]
    inside = found[1]
    assert isinstance(inside, Layer)
    lips = face.crop[(face.label_map == Label.U_LIP) | (face.label_map == Label.L_LIP)].mean()
    assert inside.colour[inside.alpha > 0.99].mean() < 0.4 * lips
    assert [type(each) for each in changes_of(face, mesh, move_face(mesh, {"smile": 1.0}))] == [Field]


def test_an_open_mouth_shows_its_own_inside(engine: Engine):
    face = engine.analyse(draw_photo())[0]
    mesh = closed(face)
    label_map = face.label_map.copy()
    label_map[185:195, 110:146] = Label.MOUTH
    found = changes_of(replace(face, label_map=label_map), mesh, move_face(mesh, {"mouth-open": 1.0}))
    assert [type(each) for each in found] == [Field]
    mesh[[*INNER_LOWER_LIP, *OUTER_LOWER_LIP], 1] += 8  # what the parser does not see, the mesh may tell
    found = changes_of(face, mesh, move_face(mesh, {"mouth-open": 1.0}))
    assert [type(each) for each in found] == [Field]


def test_without_a_mesh_a_face_stays_as_it_is(tiny_pack: Pack, drawn_faces: None):
    document = Document(draw_photo(), edits=(Reshape(part="smile", amount=1.0),))
    result = Engine(tiny_pack, DeviceChoice("cpu")).render(document)
    assert np.array_equal(result.pixels, document.photo.pixels)
    assert NO_MESH in result.notices


def test_recipes_hold_it_and_refuse_amounts_out_of_range():
    edits = (Reshape(part="gaze-down", amount=-0.25),)
    text = edits_to_json(edits)
    assert edits_from_json(text, edit_types()) == edits
    with pytest.raises(EditError, match="from -1 to 1"):
        edits_from_json(text.replace("-0.25", "-1.5"), edit_types())
