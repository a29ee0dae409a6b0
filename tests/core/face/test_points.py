"""Points set by hand, points refined by the parsed face, and doubts."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import FaceError
from core.face import FacePoints, crop_transform, face_doubts, parse_points, refine_points
from core.labels import Label
from core.opencv import cv2

FACE = np.array([[96.0, 121.5], [160.0, 121.5], [128, 156], [98, 186], [158, 186]])


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


def label_map() -> np.ndarray:
    """Eyes four pixels to the right of FACE's, mouth six pixels below."""
    labels = np.full((256, 256), int(Label.SKIN), np.uint8)
    cv2.ellipse(labels, (100, 121), (14, 6), 0, 0, 360, int(Label.R_EYE), -1)
    cv2.ellipse(labels, (164, 121), (14, 6), 0, 0, 360, int(Label.L_EYE), -1)
    cv2.ellipse(labels, (128, 192), (30, 10), 0, 0, 360, int(Label.U_LIP), -1)
    return labels


def test_points_move_towards_the_parsed_parts() -> None:
    points = FacePoints.from_array(FACE * 3 + 500)
    transform = crop_transform(points)
    refined = (refine_points(points, transform, label_map()).array() - 500) / 3
    assert refined[0, 0] == pytest.approx(98.2, abs=1)
    assert refined[1, 0] == pytest.approx(162.2, abs=1)
    assert refined[3, 1] == pytest.approx(189.2, abs=1)
    np.testing.assert_allclose(refined[2], FACE[2])


def test_missing_or_distant_parts_move_nothing() -> None:
    points = FacePoints.from_array(FACE)
    transform = crop_transform(points)
    labels = label_map()
    labels[labels == Label.R_EYE] = Label.EYE_G
    np.testing.assert_allclose(refine_points(points, transform, labels).array()[:2], FACE[:2])
    far = np.roll(label_map(), 60, 0)
    np.testing.assert_allclose(refine_points(points, transform, far).array(), FACE)


def doubts(
    points: np.ndarray, *, seen: float = 0.9, light: int = 130, size: tuple[int, int] = (256, 256)
) -> str:
    crop = np.random.default_rng(0).integers(light // 2, light * 3 // 2 + 1, (64, 64, 3)).astype(np.uint8)
    return "; ".join(
        face_doubts(FacePoints.from_array(points), size, crop, np.ones((64, 64), np.float32),
                    np.full(5, seen, np.float32), 0.9)
    )  # fmt: skip


def test_a_plain_face_raises_no_doubt() -> None:
    assert doubts(FACE) == ""


def test_doubts_say_what_is_wrong() -> None:
    turned = FACE.copy()
    turned[:, 0] = (turned[:, 0] - 128) * 0.5 + 128
    turned[2, 0] += 20
    assert "turn" in doubts(turned) or "side" in doubts(turned)
    assert "small" in doubts(FACE / 5)
    assert "covered" in doubts(FACE, seen=0.1)
    assert "dark" in doubts(FACE, light=20)
    assert "border" in doubts(FACE - (100, 0))
    assert "upside down" in doubts(256 - FACE)
