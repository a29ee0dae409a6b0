from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.canvas.geometry import (
    ViewTransform,
    apply,
    contains,
    corners,
    fitted,
    invert,
    nearest,
    scale_of,
)
from app.canvas.painting import Dab, LabelPaint
from app.canvas.pictures import picture_of
from core.document.layers import changed_box
from core.labels import Label
from core.methods.layout import Layout
from core.methods.paint.brush import paint

coordinate = st.floats(-20, 80)


@given(coordinate, coordinate, st.floats(0.1, 10))
def test_zoom_keeps_the_point_under_the_cursor(x: float, y: float, factor: float) -> None:
    before = ViewTransform(0.7, 12.0, -5.0)
    after = before.zoomed(factor, (x, y))
    assert after.to_photo((x, y)) == pytest.approx(before.to_photo((x, y)), abs=1e-6)


def test_fit_shows_the_whole_box_centred() -> None:
    view = fitted((0, 0, 4000, 2000), (800, 600), margin=0)
    assert view.scale == pytest.approx(0.2)
    assert view.to_widget((2000, 1000)) == pytest.approx((400, 300))


def test_clamped_keeps_the_photo_in_reach() -> None:
    view = ViewTransform(1.0, 5000, -5000).clamped((100, 100), (800, 600))
    assert view.x <= 800 - 48
    assert view.y >= 48 - 100


def test_transform_and_its_inverse() -> None:
    turn = np.array([[1.2, -0.5, 30.0], [0.5, 1.2, -4.0]])
    assert apply(invert(turn), apply(turn, (12.0, 34.0))) == pytest.approx((12.0, 34.0))
    assert scale_of(turn) == pytest.approx(1.3)
    box = corners(turn, 256)
    assert contains(box, apply(turn, (128, 128)))
    assert not contains(box, apply(turn, (-1, 128)))


def test_nearest_point_within_reach() -> None:
    assert nearest([(0, 0), (10, 0)], (8, 1), 5) == 1
    assert nearest([(0, 0)], (8, 1), 5) is None
    assert nearest([], (8, 1), 5) is None


strokes = st.lists(st.tuples(coordinate, coordinate), min_size=1, max_size=6)


@given(strokes, st.floats(0.2, 12), st.booleans(), st.booleans(), st.floats(0.1, 1.0))
def test_brush_paints_the_pixels_that_the_engine_paints(
    points: list[tuple[float, float]], radius: float, mirrored: bool, erase: bool, pressure: float
) -> None:
    """What the person sees at once and what the edit gives are the same."""
    parsed = np.full((64, 64), Label.SKIN, np.uint8)
    parsed[:20] = Label.HAIR
    shown = LabelPaint(parsed)
    shown.begin(Dab(Label.HAT, radius, erase, frozenset({Label.HAIR}), mirrored), points[0], pressure)
    for point in points[1:]:
        shown.extend(point, pressure)
    mine = shown.labels.copy()
    np.testing.assert_array_equal(mine, paint(Layout.of(parsed), shown.finish()).label_map)


def test_label_paint_changes_only_the_box_that_it_tells() -> None:
    shown = LabelPaint(np.full((256, 256), Label.SKIN, np.uint8))
    before = shown.overlay.copy()
    x0, y0, x1, y1 = shown.begin(Dab(Label.HAIR, 6.0), (100.0, 80.0))
    after = shown.overlay
    differing = [(x, y) for y in range(256) for x in range(0, 256) if before.pixel(x, y) != after.pixel(x, y)]
    assert differing
    assert all(x0 <= x < x1 and y0 <= y < y1 for x, y in differing)
    assert (shown.labels == Label.HAIR).sum() == pytest.approx(math.pi * 36, rel=0.1)


def test_eraser_brings_back_the_parsed_label() -> None:
    shown = LabelPaint(np.full((64, 64), Label.SKIN, np.uint8))
    shown.sync(np.full((64, 64), Label.HAT, np.uint8))
    shown.begin(Dab(Label.BACKGROUND, 5.0, True), (32.0, 32.0))
    assert shown.labels[32, 32] == Label.SKIN
    assert shown.labels[2, 2] == Label.HAT


def test_stroke_on_its_way_survives_the_engines_answer() -> None:
    shown = LabelPaint(np.zeros((64, 64), np.uint8))
    shown.begin(Dab(Label.HAIR, 2.0), (10.0, 10.0))
    shown.extend((20.0, 10.0))
    shown.sync(np.full((64, 64), Label.SKIN, np.uint8))
    assert shown.labels[10, 15] == Label.HAIR
    assert shown.labels[40, 40] == Label.SKIN


def test_pyramid_never_enlarges_a_smaller_level() -> None:
    picture = picture_of(np.zeros((1200, 1600, 3), np.uint8))
    assert [level.width() for level in picture.levels] == [1600, 800, 400]
    assert [picture.level_for(s) for s in (2.0, 1.0, 0.6, 0.5, 0.3, 0.25, 0.01)] == [0, 0, 0, 1, 1, 2, 2]


def test_changed_box_is_tight() -> None:
    before = np.zeros((50, 60, 3), np.uint8)
    after = before.copy()
    after[10, 20], after[30, 5] = 1, 1
    assert changed_box(before, after) == (5, 10, 21, 31)
    assert changed_box(before, before) is None
