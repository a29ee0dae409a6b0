from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.labels import Label, best_label, label_shares
from core.methods.layout import Layout, loose_hair
from core.methods.paint.brush import fill_region, paint
from core.methods.paint.edits import FillRegion, Lasso, SmoothBoundary, Stroke
from core.methods.paint.strokes import stroke_area
from core.methods.smile.rules import RULES, allowed_changes

SKIN = np.full((64, 64), Label.SKIN, np.uint8)
points = st.lists(st.tuples(st.floats(-80, 140), st.floats(-80, 140)), min_size=1, max_size=4).map(tuple)


@given(points, st.floats(0, 30))
def test_a_stroke_covers_what_is_near_its_line(line: tuple[tuple[float, float], ...], radius: float):
    area = stroke_area(line, radius, (64, 64))
    rows, columns = np.mgrid[0:64, 0:64] + 0.5
    distance = np.full((64, 64), np.inf)
    for (x0, y0), (x1, y1) in zip(line, line[1:] or line, strict=False):
        for t in np.linspace(0, 1, 200):
            distance = np.minimum(distance, np.hypot(columns - x0 - t * (x1 - x0), rows - y0 - t * (y1 - y0)))
    assert not area[distance > max(radius, 0.5) + 0.75].any()
    assert area[distance < radius - 0.75].all()


def test_the_finest_dab_paints_one_pixel():
    area = stroke_area(((10.0, 20.0),), 0.0, (64, 64))
    assert area[20, 10]
    assert area.sum() == 1


def test_eraser_gives_the_parsed_label_back():
    brush = Stroke(label=Label.HAIR, points=((10.0, 10.0), (50.0, 10.0)), radius=4)
    painted = paint(Layout.of(SKIN), brush)
    assert (painted.label_map == Label.HAIR).sum() > 200
    assert np.array_equal(painted.label_map, painted.base)
    rubbed = paint(painted, Stroke(label=Label.HAIR, points=brush.points, radius=4, erase=True))
    assert np.array_equal(rubbed.label_map, SKIN)
    assert np.array_equal(rubbed.base, SKIN)


def test_painted_glasses_cover_and_do_not_replace():
    brush = Stroke(label=Label.EYE_G, points=((10.0, 10.0),), radius=4)
    layout = paint(Layout.of(SKIN), brush)
    assert (layout.label_map == Label.EYE_G).any()
    assert np.array_equal(layout.base, SKIN)


def test_what_is_kept_is_not_painted_over():
    two = SKIN.copy()
    two[:, 32:] = Label.HAIR
    line = ((5.0, 20.0), (60.0, 20.0))
    stroke = Stroke(label=Label.HAT, points=line, radius=5, keep=frozenset({Label.HAIR}))
    painted = paint(Layout.of(two), stroke).label_map
    assert (painted[20, 5:32] == Label.HAT).all()
    assert np.array_equal(painted[:, 32:], two[:, 32:])


def test_painting_on_both_sides_gives_left_for_right():
    stroke = Stroke(label=Label.L_EYE, points=((50.0, 20.0),), radius=3, mirrored=True)
    painted = paint(Layout.of(SKIN), stroke).label_map
    left, right = painted == Label.L_EYE, painted == Label.R_EYE
    assert left.any()
    assert np.array_equal(left, right[:, ::-1])


@given(st.integers(0, 2**32 - 1))
def test_pressure_never_adds_to_a_stroke(seed: int):
    rng = np.random.default_rng(seed)
    line = tuple((float(x), float(y)) for x, y in rng.uniform(-10, 74, (4, 2)))
    light = stroke_area(line, 8.0, (64, 64), tuple(rng.uniform(0, 1, 4)))
    assert not (light & ~stroke_area(line, 8.0, (64, 64))).any()


def test_a_soft_stroke_asks_for_a_wider_fade_around_it():
    line = ((20.0, 20.0), (40.0, 20.0))
    assert paint(Layout.of(SKIN), Stroke(label=Label.HAIR, points=line, radius=6)).softness is None
    soft = paint(Layout.of(SKIN), Stroke(label=Label.HAIR, points=line, radius=6, hardness=0.5)).softness
    assert soft is not None
    assert soft.max() == 3
    assert soft[20, 30] == 3
    assert soft[60, 5] == 0


def test_a_lasso_takes_what_it_encloses():
    square = ((10.0, 10.0), (30.0, 10.0), (30.0, 30.0), (10.0, 30.0))
    painted = paint(Layout.of(SKIN), Lasso(label=Label.HAIR, points=square)).label_map
    assert (painted[10:30, 10:30] == Label.HAIR).all()
    assert (painted == Label.HAIR).sum() <= 21 * 21
    back = paint(Layout.of(painted), Lasso(label=Label.HAIR, points=square, erase=True))
    assert np.array_equal(back.label_map, painted)  # erasing gives back what was parsed, and that is hair


def test_smoothing_straightens_a_ragged_boundary_and_touches_nothing_else():
    ragged = np.full((256, 256), Label.SKIN, np.uint8)
    ragged[:, 32:] = Label.HAIR
    ragged[::2, 30:34] = Label.HAIR
    ragged[1::2, 30:34] = Label.SKIN
    edit = SmoothBoundary(points=((32.0, 10.0), (32.0, 40.0)), radius=6)
    smooth = paint(Layout.of(ragged), edit).label_map
    edges = np.diff((smooth[12:38] == Label.HAIR).astype(int), axis=1).argmax(axis=1)
    assert np.ptp(edges) <= 1
    assert np.array_equal(smooth[:, :25], ragged[:, :25])
    assert np.array_equal(smooth[50:], ragged[50:])


def test_fill_takes_the_connected_area_only():
    two = SKIN.copy()
    two[5:10, 5:10] = two[30:40, 30:40] = Label.HAIR
    filled = fill_region(Layout.of(two), FillRegion(label=Label.HAT, point=(6.5, 6.5))).label_map
    assert (filled[5:10, 5:10] == Label.HAT).all()
    assert (filled[30:40, 30:40] == Label.HAIR).all()
    outside = fill_region(Layout.of(two), FillRegion(label=Label.HAT, point=(-1.0, 900.0)))
    assert np.array_equal(outside.label_map, two)


def test_rules_let_glasses_on_faces_only():
    table = allowed_changes(RULES["eyeglasses"])
    assert table[Label.SKIN, Label.EYE_G]
    assert not table[Label.BACKGROUND, Label.EYE_G]
    assert not table[Label.SKIN, Label.HAIR]
    assert not allowed_changes(RULES["hair"])[Label.L_EYE].any()


def test_best_label_is_argmax():
    logits = np.random.default_rng(0).integers(0, 4, (19, 32, 32)).astype(np.float32)
    assert np.array_equal(best_label(logits), logits.argmax(axis=0))


def test_shares_keep_thin_regions():
    thin = SKIN.copy()
    thin[10] = Label.EYE_G
    shares = label_shares(thin, 19, 16)
    assert np.allclose(shares.sum(axis=0), 1)
    assert np.allclose(shares[Label.EYE_G, 2], 0.25)


def test_hair_that_meets_no_head_is_loose():
    label_map = np.full((64, 64), Label.BACKGROUND, np.uint8)
    label_map[20:50, 20:40] = Label.SKIN
    label_map[10:20, 18:42] = Label.HAIR
    label_map[5:60, 50:53] = Label.HAIR
    label_map[60:, :] = Label.CLOTH
    loose = loose_hair(label_map)
    assert loose[5:60, 50:53].all()
    assert np.count_nonzero(loose) == 55 * 3
    assert not loose_hair(np.zeros((8, 8), np.uint8)).any()
