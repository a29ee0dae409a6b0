"""Points set by hand, points of a mesh, and doubts."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import FaceError
from core.face import (
    Face,
    FaceMesh,
    FacePoints,
    face_doubts,
    parse_points,
    require_face,
)
from core.face.points import LIDS
from core.labels import Label
from tests.core.made_faces import FACE, face, with_mesh


def test_points_are_read_as_typed() -> None:
    points = parse_points(" 310,245.5  402,240 355,300 ; 320,350  395,346 ")
    assert points.points[0] == (310.0, 245.5)
    assert points.points[4] == (395.0, 346.0)


@pytest.mark.parametrize(
    "text",
    ["", "1,2", "1,2 3,4 5,6 7,8", "1,2 3,4 5,6 7,8 nine,ten", "1,2 3,4 5,6 7,8 9", "1,2,3 4,5 6,7 8,9 1,1",
     "nan,1 30,1 15,20 5,40 25,40", "inf,1 30,1 15,20 5,40 25,40", "5,5 5,5 5,5 5,5 5,5",
     "30,1 1,1 15,20 25,40 5,40"],
)  # fmt: skip
def test_nonsense_is_refused_in_words(text: str) -> None:
    with pytest.raises(FaceError, match=r"[A-Za-z]{4,}"):
        parse_points(text)


def test_a_face_upside_down_is_no_nonsense() -> None:
    assert parse_points("160,130 100,130 130,95 155,60 105,60").size > 50


def mesh() -> np.ndarray:
    """One that has FACE's points, the rest in the middle."""
    points = np.full((468, 3), 150.0)
    for lids, eye in zip(LIDS, FACE[:2], strict=True):
        points[list(lids), :2] = eye + np.array([[-14, 0], [-5, -4], [5, -4], [14, 0], [5, 4], [-5, 4]])
    points[[4, 61, 291], :2] = FACE[2:]
    return points


def test_five_points_come_from_a_mesh() -> None:
    np.testing.assert_allclose(FacePoints.of_mesh(mesh()).array(), FACE)


def test_a_mesh_moves_and_scales_with_its_irises() -> None:
    iris = np.repeat(FACE[:2], 5, 0)
    moved = FaceMesh(mesh(), 1.0, iris).scaled(2).moved(10, 20)
    np.testing.assert_allclose(FacePoints.of_mesh(moved.points).array(), FACE * 2 + (10, 20))
    np.testing.assert_allclose(moved.with_iris()[468, :2], FACE[0] * 2 + (10, 20))
    assert moved.with_iris().shape == (478, 3)
    assert moved.points[0, 2] == 300


def doubts(one: Face) -> str:
    return "; ".join(face_doubts(one, (256, 256)))


def test_a_plain_face_raises_no_doubt() -> None:
    assert doubts(face(FACE)) == ""
    assert doubts(with_mesh(face(FACE))) == ""


def test_doubts_say_what_is_wrong() -> None:
    turned = FACE.copy()
    turned[:, 0] = (turned[:, 0] - 128) * 0.5 + 128
    turned[2, 0] += 20
    assert "turn" in doubts(face(turned)) or "side" in doubts(face(turned))
    assert "small" in doubts(face(FACE / 5))
    assert "partly covered" in doubts(with_mesh(face(FACE, label=Label.HAIR)))
    assert "dark" in doubts(face(FACE, light=20))
    assert "border" in doubts(face(FACE - (100, 0)))
    assert "upside down" in doubts(face(256 - FACE))
    assert "may not be a face" in doubts(face(FACE, confidence=0.8))


def test_what_may_be_no_face_is_edited_only_when_asked_for() -> None:
    faces = [face(FACE), face(FACE, confidence=0.6)]
    require_face(faces, 0)
    require_face(faces, 2)
    with pytest.raises(FaceError, match=r"may not be a face \(sure by 60%\).*--face 2"):
        require_face(faces, 1)
