"""Where faces are looked for, and when a crop is worth taking again."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from core.face import Detection, FacePoints
from core.photo import photo_from_array
from core.render import analyse
from core.render.analyse import detect, fade_mask, read_face
from core.render.reader import FaceReader
from tests.core.conftest import moved_points


class Seeing:
    """Finds nothing, parses nothing, and remembers what it saw."""

    def __init__(self) -> None:
        self.widths: list[int] = []
        self.parsed = 0

    def find_faces(self, rgb: NDArray[np.uint8]) -> list[Detection]:
        self.widths.append(rgb.shape[1])
        return []

    def parse(self, crop: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
        self.parsed += 1
        return np.zeros(crop.shape[:2], np.uint8), np.zeros(crop.shape[:2], np.float32)


@pytest.mark.parametrize(("width", "seen"), [(2000, 2000), (2560, 2560), (6000, 2560)])
def test_faces_are_looked_for_in_at_most_2560_pixels(width: int, seen: int):
    networks = Seeing()
    detect(photo_from_array(np.zeros((40, width, 3), np.uint8)), cast(FaceReader, networks))
    assert networks.widths == [seen]


@pytest.mark.parametrize(("move", "crops"), [(0.4, 1), (0.6, 2)])
def test_a_crop_is_taken_again_when_a_point_moves_by_half_a_pixel_of_it(
    move: float, crops: int, monkeypatch: pytest.MonkeyPatch
):
    def refine(points: FacePoints, *_: object) -> FacePoints:
        return FacePoints.from_array(points.array() + np.array([2 * move, 0]))

    monkeypatch.setattr(analyse, "refine_points", refine)
    networks = Seeing()
    photo = photo_from_array(np.zeros((600, 600, 3), np.uint8))
    found = Detection(moved_points(20, 20, 2.0), 1.0, ())  # two pixels of the photo for one of the crop
    read_face(photo, found, cast(FaceReader, networks), refine=True)
    assert networks.parsed == crops


def test_edits_fade_over_eight_pixels_where_the_crop_ends_within_the_photo():
    shift = np.array([[1.0, 0, 100], [0, 1.0, 0]])
    fade = fade_mask(shift, 600, 256)[128]
    assert fade[0] == 0
    assert fade[3] == pytest.approx((3 / 8) ** 2 * (3 - 2 * 3 / 8), abs=1e-5)
    assert fade[8] == 1
    assert fade[255] == 0
