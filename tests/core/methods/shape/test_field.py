"""The field: smooth, alike on both sides, ending where it says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.methods.shape.controls import controls
from core.methods.shape.eyes import Eye, Look
from core.methods.shape.face_field import Moved, move_face
from core.methods.shape.head import Head
from core.methods.shape.parts import EYE_OPENING, GAZE_DOWN, GAZE_RIGHT, PARTS, TURNS
from core.methods.shape.points import LOWER_LIDS, OVAL, UPPER_LIDS
from core.methods.shape.tuning import TUNING
from core.methods.shape.warp import Grid, after, backward, window
from tests.core.methods.shape.heads import MEAN, MIRROR, mesh_seen

EYES = (EYE_OPENING, GAZE_RIGHT, GAZE_DOWN)
SMOOTH = [*PARTS, *TURNS]
ALIKE = [*PARTS, "nod"]
HALF = st.floats(-0.5, 0.5)


def at(moved: Moved, points: np.ndarray) -> np.ndarray:
    """The shift at crop places (N, 2), from the nearest cell."""
    columns, rows = np.rint(moved.grid.cells(points)).astype(int).T
    return moved.shift[rows, columns]


def test_every_slider_is_carried_out():
    assert {each.fixed["part"] for each in controls(None)} == {*PARTS, *TURNS, *EYES}


def test_the_head_takes_a_mesh_apart_and_sees_it_again():
    mesh = mesh_seen(yaw=20, pitch=-10)
    head = Head.of(mesh)
    assert head.seen(head.points) == pytest.approx(mesh[:468, :2], abs=1e-6)
    assert np.abs(head.points - Head.of(mesh_seen()).points).max() < 1e-6  # however it is turned


@pytest.mark.parametrize("part", [*SMOOTH, *EYES])
def test_no_amount_moves_nothing(part: str):
    assert not move_face(mesh_seen(), {part: 0.0}).shift.any()


@pytest.mark.parametrize("part", [*SMOOTH, EYE_OPENING])
@pytest.mark.parametrize("amount", [-1.0, 1.0])
def test_every_amount_moves_something(part: str, amount: float):
    shift = move_face(mesh_seen(), {part: amount}).shift
    assert 0.3 < np.linalg.norm(shift, axis=-1).max() < 30


@given(wanted=st.dictionaries(st.sampled_from(SMOOTH), HALF, min_size=1, max_size=3))
@settings(max_examples=15)
def test_at_half_strength_nothing_folds(wanted: dict[str, float]):
    """The map's Jacobian keeps its sign: no two places show the same pixel."""
    moved = move_face(mesh_seen(), wanted)
    cell = moved.grid.cell
    down, across = (np.gradient(moved.shift[..., axis].astype(np.float64), cell) for axis in (1, 0))
    jacobian = (1 + across[1]) * (1 + down[0]) - across[0] * down[1]
    assert jacobian.min() > 0


@pytest.mark.parametrize("part", ALIKE)
def test_both_sides_move_alike(part: str):
    mesh = mesh_seen()
    moved = move_face(mesh, {part: 0.6})
    points = mesh[:468, :2]
    mirrored = at(moved, points[MIRROR]) * [-1, 1]
    assert np.abs(at(moved, points) - mirrored).max() < 0.6  # a cell is half a pixel


def test_both_eyes_open_alike():
    mesh = mesh_seen()
    moved = move_face(mesh, {EYE_OPENING: 0.6})
    inner = np.array([*UPPER_LIDS[0], *LOWER_LIDS[0]])
    mirrored = at(moved, mesh[MIRROR[inner], :2]) * [-1, 1]
    assert np.abs(at(moved, mesh[inner, :2]) - mirrored).max() < 0.3


@pytest.mark.parametrize("part", [*SMOOTH, *EYES])
def test_the_field_ends_within_its_grid(part: str):
    shift = move_face(mesh_seen(), {part: 1.0}).shift
    border = np.concatenate([shift[0], shift[-1], shift[:, 0], shift[:, -1]])
    assert np.abs(border).max() < 1e-3


@pytest.mark.parametrize("part", PARTS)
def test_far_from_the_face_nothing_moves(part: str):
    mesh = mesh_seen()
    moved = move_face(mesh, {part: 1.0})
    outline = mesh[list(OVAL), :2]
    far = window(outline, TUNING.at(256).reach, moved.grid) == 0
    assert far.any()
    assert not moved.shift[far].any()


def test_a_smile_lifts_the_corners_of_the_mouth_of_turned_faces_too():
    for yaw in (-30, 0, 30):
        mesh = mesh_seen(yaw=yaw)
        moved = move_face(mesh, {"smile": 0.5})
        lifted = moved.points[[61, 291]] - mesh[[61, 291], :2]
        assert (lifted[:, 1] < -1).all()
        near = 61 if yaw > 0 else 291
        assert np.abs(at(moved, moved.points[[near]]) + (moved.points - mesh[:468, :2])[near]).max() < 1


def test_a_turned_heads_face_is_narrowed_less_across_where_it_is_foreshortened():
    def across(yaw: float) -> float:
        mesh = mesh_seen(yaw=yaw)
        return float(np.abs(move_face(mesh, {"face-width": -1.0}).points - mesh[:468, :2])[:, 0].max())

    assert across(40) < across(0)


@pytest.mark.parametrize(("part", "axis", "sign"), [("turn", 0, 1), ("nod", 1, 1)])
def test_a_turn_takes_the_nose_with_it(part: str, axis: int, sign: int):
    mesh = mesh_seen()
    moved = move_face(mesh, {part: 1.0})
    assert sign * (moved.points - mesh[:468, :2])[4, axis] > 5


def test_lids_close_over_an_eyeball_that_stays():
    eye = Eye.of(mesh_seen(), 0)
    grid = eye.grid()
    shift = eye.field(Look(opening=-1.0), grid)
    column, row = np.rint(grid.cells(eye.iris + np.array([0, 0.2 * eye.radius]))).astype(int)
    assert np.abs(shift[row, column]).max() < 0.05
    middle = eye.upper[3]
    column, row = np.rint(grid.cells(middle)).astype(int)
    assert shift[row, column, 1] < -0.5  # skin from above


def test_an_iris_looks_aside_as_a_whole():
    eye = Eye.of(mesh_seen(), 1)
    grid = eye.grid()
    shift = eye.field(Look(right=1.0), grid)
    way = TUNING.gaze_right * eye.radius
    column, row = np.rint(grid.cells(eye.iris + np.array([way, 0]))).astype(int)
    assert shift[row, column, 0] == pytest.approx(-way, rel=0.05)
    assert not shift[:, : int(grid.cells(eye.corners)[0, 0]) - 2, 0].any()  # nothing beside the eye


def test_eyes_that_look_aside_already_go_no_further_than_their_corner():
    mesh = mesh_seen()
    mesh[468:, 0] += 5.5
    before = move_face(mesh_seen(), {GAZE_RIGHT: 1.0}).shift
    after = move_face(mesh, {GAZE_RIGHT: 1.0}).shift
    assert np.abs(after).max() < 0.7 * np.abs(before).max()
    across = np.gradient(after[..., 0].astype(np.float64), TUNING.at(256).cell)[1]
    assert (1 + across).min() > 0


def test_a_field_goes_through_its_points():
    grid = Grid(0.0, 0.0, 0.5, 128, 128)
    points = np.array([[20.0, 20.0], [44.0, 30.0], [30.0, 44.0]])
    steps = np.array([[2.0, 0.0], [0.0, 2.0], [-1.0, -1.0]])
    anchors = np.array([[0.0, 0.0], [64.0, 0.0], [0.0, 64.0], [64.0, 64.0]])
    shift = backward(points, steps, anchors, 0.0, grid, 1.0)
    columns, rows = np.rint(grid.cells(points + steps)).astype(int).T
    assert shift[rows, columns] == pytest.approx(-steps, abs=0.15)


def test_one_move_after_another_adds_up_where_both_are_even():
    grid, over = Grid(0.0, 0.0, 1.0, 64, 64), Grid(16.0, 16.0, 0.5, 64, 64)
    first = np.full((64, 64, 2), 1.0, np.float32)
    then = np.full((64, 64, 2), 2.0, np.float32)
    both = after(first, grid, then, over)
    assert both[32, 32] == pytest.approx([3, 3])
    assert both[2, 2] == pytest.approx([1, 1])


def test_the_mean_head_is_alike_on_both_sides():
    assert np.abs(MEAN[:468][MIRROR] * [-1, 1, 1] - MEAN[:468]).max() < 1e-4
