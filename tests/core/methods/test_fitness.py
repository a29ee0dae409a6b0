"""Can it be done? What controls ask of a face, and what is said where it lacks that."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.document.edits import Edit, Seed
from core.face import Face
from core.labels import Label
from core.methods.control import Asks, Toggle
from core.methods.fitness import obstacle, obstacles
from core.methods.registry import known_controls
from core.methods.smile.edits import SetAttribute
from tests.core.made_faces import FACE, face, with_mesh

PLAIN = with_mesh(face(FACE))
GREY = replace(PLAIN, crop=np.repeat(PLAIN.crop[..., :1], 3, axis=-1))


def control(asks: Asks) -> Toggle:
    return Toggle(
        name="wings",
        title="Wings",
        group="",
        edit_type=SetAttribute,
        fixed={"attribute": "wings"},
        asks=asks,
    )


def turned(yaw: float = 0.0, pitch: float = 0.0) -> Face:
    """The plain face with its mesh turned by degrees."""
    assert PLAIN.mesh is not None
    x, y = np.radians(pitch), np.radians(yaw)
    nod = np.array([[1, 0, 0], [0, np.cos(x), -np.sin(x)], [0, np.sin(x), np.cos(x)]])
    turn = np.array([[np.cos(y), 0, -np.sin(y)], [0, 1, 0], [np.sin(y), 0, np.cos(y)]])
    middle = PLAIN.mesh.points.mean(0)
    points = (PLAIN.mesh.points - middle) @ (nod @ turn).T + middle
    iris = (np.column_stack([PLAIN.mesh.iris, np.zeros(10)]) - middle) @ (nod @ turn).T + middle
    return replace(PLAIN, mesh=replace(PLAIN.mesh, points=points, iris=iris[:, :2]))


def test_what_asks_for_nothing_can_always_be_done() -> None:
    for each in (PLAIN, GREY, face(FACE, light=10), turned(80), replace(PLAIN, unclear=frozenset({"hair"}))):
        assert obstacle(control(Asks()), each) == ""


@pytest.mark.parametrize(
    ("asks", "hindered", "words"),
    [
        (Asks(mesh=True), face(FACE), "3D"),
        (Asks(turn=30), turned(yaw=35), "turned"),
        (Asks(turn=30), turned(yaw=-35), "turned"),
        (Asks(nod=20), turned(pitch=28), "up or down"),
        (Asks(bare=frozenset({"eyes"})), with_mesh(face(FACE, label=Label.HAIR)), "eyes"),
        (Asks(bare=frozenset({"mouth"})), with_mesh(face(FACE, label=Label.CLOTH)), "mouth"),
        (Asks(bare=frozenset({"hair"})), with_mesh(face(FACE, label=Label.HAT)), "hat"),
        (Asks(bare=frozenset({"brows"})), with_mesh(face(FACE, label=Label.EYE_G)), "Eyeglasses"),
        (Asks(light=True), face(FACE, light=20), "dark"),
        (Asks(colour=True), GREY, "grey"),
        (Asks(clear=frozenset({"hair"})), replace(PLAIN, unclear=frozenset({"hair"})), "hair"),
    ],
)
def test_a_face_that_lacks_what_is_asked_for_is_told(asks: Asks, hindered: Face, words: str) -> None:
    asking = control(asks)
    assert obstacle(asking, PLAIN) == ""
    assert words in obstacle(asking, hindered)


def test_a_face_that_the_photo_cuts_is_told() -> None:
    inside = np.ones((256, 256), np.float32)
    inside[:60] = 0
    no_crown = replace(PLAIN, inside=inside)
    assert obstacle(control(Asks(whole="face")), no_crown) == ""
    assert "top of the head" in obstacle(control(Asks(whole="head")), no_crown)
    no_mouth = replace(PLAIN, inside=inside[::-1].copy())
    inside[150:] = 0
    assert obstacle(control(Asks(whole="face")), no_mouth) == ""
    assert "outside the photo" in obstacle(control(Asks(whole="face")), replace(PLAIN, inside=inside))
    assert obstacle(control(Asks()), no_mouth) == ""


def test_only_edits_that_are_made_are_told_once_each() -> None:
    asking = control(Asks(light=True))
    dark = {0: face(FACE, light=20), 1: PLAIN}
    edit = asking.edit(0, True, Seed(1))
    assert [c.name for c, _ in obstacles((edit, edit), (asking,), dark)] == ["wings"]
    left: tuple[Edit, ...] = (replace(edit, enabled=False), replace(edit, face=1), replace(edit, face=5))
    assert obstacles(left, (asking,), dark) == ()


@pytest.mark.parametrize("each", known_controls(), ids=lambda each: each.name)
def test_every_control_can_be_done_on_a_plain_face(each: Toggle) -> None:
    assert obstacle(each, PLAIN) == ""


@pytest.mark.parametrize(("pixels", "worn"), [(240, False), (360, True)])
def test_a_few_pixels_of_a_hat_are_a_parsers_mistake(pixels: int, worn: bool) -> None:
    label_map = PLAIN.label_map.copy()
    label_map[:4].flat[:pixels] = Label.HAT
    assert (
        bool(obstacle(control(Asks(bare=frozenset({"hair"}))), replace(PLAIN, label_map=label_map))) == worn
    )


@pytest.mark.parametrize(("apart", "grey"), [(3, True), (5, False)])
def test_a_photo_without_colour_may_have_a_levels_tint(apart: int, grey: bool) -> None:
    crop = np.full_like(PLAIN.crop, 120)
    crop[..., 2] += apart
    assert bool(obstacle(control(Asks(colour=True)), replace(PLAIN, crop=crop))) == grey


@pytest.mark.parametrize(
    ("name", "yaw", "offered"),
    [("hat", 45, True), ("hat", 55, False), ("identity", 17, True), ("identity", 25, False)],
)
def test_smiles_attributes_are_offered_as_far_as_a_head_may_turn(
    name: str, yaw: float, offered: bool
) -> None:
    (found,) = (each for each in known_controls() if each.name == name)
    assert (obstacle(found, turned(yaw)) == "") == offered


@pytest.mark.parametrize(
    ("name", "most"),
    [("smile", 60), ("nose-width", 60), ("eye-size", 40), ("brow-height", 40), ("turn", 40),
     ("white-teeth", 60), ("bright-eyes", 60), ("blond-hair", 45)],
)  # fmt: skip
def test_how_far_a_head_may_be_turned(name: str, most: float) -> None:
    asking = next(each for each in known_controls() if each.name == name)
    assert "turned" not in obstacle(asking, turned(yaw=most - 4))
    assert "turned" in obstacle(asking, turned(yaw=most + 4))


@pytest.mark.parametrize(("name", "most"), [("smile", 45), ("turn", 30)])
def test_how_far_a_face_may_look_down(name: str, most: float) -> None:
    asking = next(each for each in known_controls() if each.name == name)
    assert "down" not in obstacle(asking, turned(pitch=most - 4))
    assert "down" in obstacle(asking, turned(pitch=most + 4))
