"""Where faces are looked for, and when a crop is worth taking again."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from core.face import Detection, FaceMesh, FacePoints
from core.labels import Label
from core.packs import Pack
from core.photo import photo_from_array
from core.render.analyse import detect, fade_mask, read_face
from core.render.reader import FaceReader, Parsed, unclear_parts
from core.render.runtime import Runtime
from tests.core.conftest import moved_points


class Seeing:
    """Finds nothing, parses nothing, and remembers what it saw."""

    def __init__(self) -> None:
        self.widths: list[int] = []
        self.parsed = 0

    def find_faces(self, rgb: NDArray[np.uint8]) -> list[Detection]:
        self.widths.append(rgb.shape[1])
        return []

    def read_mesh(self, rgb: NDArray[np.uint8], points: FacePoints) -> FaceMesh:
        """One that lies where the points do, three pixels to the right."""
        five, place = points.array() + np.array([3, 0]), np.zeros((468, 3))
        lids = ((33, 160, 158, 133, 153, 144), (362, 385, 387, 263, 373, 380))
        for where, at in zip((*lids, 4, 61, 291), five, strict=True):
            place[list(where) if isinstance(where, tuple) else where, :2] = at
        return FaceMesh(place, 1.0, np.zeros((10, 2)))

    def parse(self, crop: NDArray[np.uint8]) -> Parsed:
        self.parsed += 1
        return Parsed(np.zeros(crop.shape[:2], np.uint8), np.zeros(crop.shape[:2], np.float32), frozenset())


@pytest.mark.parametrize(("width", "seen"), [(2000, 2000), (2560, 2560), (6000, 2560)])
def test_faces_are_looked_for_in_at_most_2560_pixels(width: int, seen: int):
    networks = Seeing()
    detect(photo_from_array(np.zeros((40, width, 3), np.uint8)), cast(FaceReader, networks))
    assert networks.widths == [seen]


class Meshes:
    """Finds one mesh wherever it is asked, so sure of it."""

    def __init__(self, points: FacePoints, presence: float) -> None:
        mesh = Seeing().read_mesh(np.zeros((1, 1, 3), np.uint8), points)
        self.mesh = replace(mesh, presence=presence)

    def read(self, rgb: NDArray[np.uint8], square: object) -> FaceMesh:
        return self.mesh


@pytest.mark.parametrize(
    ("presence", "away", "found"), [(0.6, 0.0, True), (0.4, 0.0, False), (0.9, 0.4, True), (0.9, 0.6, False)]
)
def test_a_mesh_that_is_unlikely_or_half_the_eyes_distance_away_is_another_faces(
    presence: float, away: float, found: bool, monkeypatch: pytest.MonkeyPatch
):
    points = moved_points(20, 20, 2.0)
    other = FacePoints.from_array(points.array() + np.array([away * points.size - 3, 0]))
    monkeypatch.setattr(FaceReader, "_meshes", Meshes(other, presence))
    reader = FaceReader(cast(Runtime, None), cast(Pack, None))
    assert (reader.read_mesh(np.zeros((600, 600, 3), np.uint8), points) is not None) == found


@pytest.mark.parametrize("refine", [True, False])
def test_a_face_is_aligned_by_its_mesh_unless_its_points_were_set(refine: bool):
    networks = Seeing()
    photo = photo_from_array(np.zeros((600, 600, 3), np.uint8))
    found = Detection(moved_points(20, 20, 2.0), 1.0)
    face = read_face(photo, found, cast(FaceReader, networks), refine)
    assert networks.parsed == 1
    assert face.mesh is not None
    seen = FacePoints.of_mesh(face.mesh.points).array()
    assert np.allclose(seen, found.points.array() + np.array([3, 0])), "in the photo's own pixels"
    assert np.allclose(face.points.array(), seen) == refine
    assert np.allclose(face.points.array(), found.points.array()) != refine


def test_edits_fade_over_eight_pixels_where_the_crop_ends_within_the_photo():
    shift = np.array([[1.0, 0, 100], [0, 1.0, 0]])
    fade = fade_mask(shift, 600, 256)[128]
    assert fade[0] == 0
    assert fade[3] == pytest.approx((3 / 8) ** 2 * (3 - 2 * 3 / 8), abs=1e-5)
    assert fade[8] == 1
    assert fade[255] == 0


def test_a_part_of_which_the_parser_is_not_sure_is_told_where_the_crop_shows_it() -> None:
    label_map = np.full((64, 64), Label.HAIR, np.uint8)
    label_map[32:] = Label.SKIN
    certainty = np.where(label_map == Label.HAIR, 0.6, 0.9).astype(np.float32)
    least = {"hair": 0.7, "face": 0.7}
    assert unclear_parts(label_map, certainty, least) == {"hair"}
    assert unclear_parts(label_map, certainty, {}) == set()
    label_map[:31] = Label.SKIN
    assert unclear_parts(label_map, certainty, least) == set()


@pytest.mark.parametrize(("pixels", "unclear"), [(260, False), (360, True)])
def test_of_a_part_that_hardly_shows_nothing_is_said(pixels: int, unclear: bool):
    label_map = np.full((256, 256), Label.SKIN, np.uint8)
    label_map[:4].flat[:pixels] = Label.HAIR
    certainty = np.where(label_map == Label.HAIR, 0.6, 0.9).astype(np.float32)
    assert bool(unclear_parts(label_map, certainty, {"hair": 0.7})) == unclear
