from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.document.edits import FillRegion, Stroke
from core.labels import Label
from core.methods.layout import (
    Layout,
    best_label,
    drop_specks,
    fill_region,
    label_shares,
    paint_stroke,
    stroke_area,
)
from core.methods.rules import RULES, allowed_changes

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
    assert area.sum() <= 4


def test_eraser_gives_the_parsed_label_back():
    brush = Stroke(label=Label.HAIR, points=((10.0, 10.0), (50.0, 10.0)), radius=4)
    painted = paint_stroke(Layout.of(SKIN), brush)
    assert (painted.label_map == Label.HAIR).sum() > 200
    assert np.array_equal(painted.label_map, painted.beneath)
    rubbed = paint_stroke(painted, Stroke(label=Label.HAIR, points=brush.points, radius=4, erase=True))
    assert np.array_equal(rubbed.label_map, SKIN)
    assert np.array_equal(rubbed.beneath, SKIN)


def test_painted_glasses_cover_and_do_not_replace():
    brush = Stroke(label=Label.EYE_G, points=((10.0, 10.0),), radius=4)
    layout = paint_stroke(Layout.of(SKIN), brush)
    assert (layout.label_map == Label.EYE_G).any()
    assert np.array_equal(layout.beneath, SKIN)


def test_fill_takes_the_connected_area_only():
    two = SKIN.copy()
    two[5:10, 5:10] = two[30:40, 30:40] = Label.HAIR
    filled = fill_region(Layout.of(two), FillRegion(label=Label.HAT, point=(6.5, 6.5))).label_map
    assert (filled[5:10, 5:10] == Label.HAT).all()
    assert (filled[30:40, 30:40] == Label.HAIR).all()
    outside = fill_region(Layout.of(two), FillRegion(label=Label.HAT, point=(-1.0, 900.0)))
    assert np.array_equal(outside.label_map, two)


def test_specks_go():
    area = np.zeros((20, 20), np.bool_)
    area[2, 2] = True
    area[10:14, 10:14] = True
    kept = drop_specks(area, 6)
    assert kept.sum() == 16
    assert not kept[2, 2]


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
