"""New hair out of the photo's own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.labels import Label
from core.methods.smile.compose import Scene, compose
from core.methods.smile.hair import taken_from_above
from core.photo import photo_from_array
from tests.core.placed import Placed, shown

SIZE = 256
ROWS, COLUMNS = np.mgrid[0:SIZE, 0:SIZE]
HAIRLINE, FRINGE = 48, 78


def head(picture: np.ndarray, drawn: float = 200.0) -> Scene:
    """Hair down to HAIRLINE, by the edit down to FRINGE, in a uniform drawing."""
    parsed = np.where(HAIRLINE > ROWS, Label.HAIR, Label.SKIN).astype(np.uint8)
    base = np.where(FRINGE > ROWS, Label.HAIR, Label.SKIN).astype(np.uint8)
    return Scene(
        crop=picture.astype(np.float32), opacity=np.zeros((SIZE, SIZE), np.float32), parsed=parsed,
        base=base, label_map=base, restyled=frozenset(),
        drawn=np.full((SIZE, SIZE, 3), drawn, np.float32), reconstruction=None, overlay=None,
        fade=np.ones((SIZE, SIZE), np.float32),
    )  # fmt: skip


def striped(rows: np.ndarray, columns: np.ndarray, hairline: float, period: float) -> np.ndarray:
    """Dark hair in strands that run down, above plain skin."""
    strands = 70 + 30 * np.sign(np.sin(2 * np.pi * (columns + 0.5) / period))
    return np.repeat(np.where(rows < hairline, strands, 190.0)[..., None], 3, axis=2)


def test_strands_go_on_below_the_old_hairline():
    picture = striped(ROWS, COLUMNS, HAIRLINE, 8)
    out = shown(picture.astype(np.uint8), compose(head(picture)))[..., 0].astype(float)
    above, fringe = out[25:35, 12:84].mean(axis=0), out[51:56, 12:84].mean(axis=0)
    assert np.corrcoef(above, fringe)[0, 1] > 0.9
    assert abs(above.mean() - fringe.mean()) < 8
    assert np.abs(out[FRINGE + 14 :] - 190).max() == 0


@given(
    st.lists(
        st.tuples(*(st.integers(4, SIZE - 5) for _ in range(2)), st.integers(4, 24)), min_size=1, max_size=3
    ),
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1), st.integers(2, 30)),
)
def test_new_hair_is_taken_from_above_hair_wherever_it_lies(
    discs: list[tuple[int, int, int]], place: tuple[int, int, int]
):
    known = np.any([np.hypot(COLUMNS - x, ROWS - y) <= r for x, y, r in discs], axis=0)
    new = (np.hypot(COLUMNS - place[0], ROWS - place[1]) <= place[2]) & ~known
    field, falls = taken_from_above(known, new)
    x, y = np.floor(field).astype(int).transpose(2, 0, 1)
    assert not falls[~new].any()
    assert known[y[falls], x[falls]].all()
    assert (y[falls] < ROWS[falls]).all()
    assert (x == COLUMNS).all()
    assert (y[~falls] == ROWS[~falls]).all()


def test_the_hair_of_a_swapped_head_stays_as_it_came():
    picture = striped(ROWS, COLUMNS, HAIRLINE, 8)
    mine = head(picture)
    theirs = replace(mine, renewed=(ROWS >= HAIRLINE) & (FRINGE > ROWS))
    middle = np.s_[HAIRLINE + 6 : FRINGE - 6, 12:84]
    for scene, drawn in ((mine, False), (theirs, True)):
        out = shown(picture.astype(np.uint8), compose(scene))[middle].astype(float)
        assert (np.abs(out - 200).max() <= 2) == drawn


def test_at_full_size_new_hair_has_the_photos_fine_strands():
    """Enlarged four times: strands that are too fine for the crop."""
    scale = 4
    rows, columns = np.mgrid[0 : SIZE * scale, 0 : SIZE * scale] / scale
    pixels = striped(rows, columns, HAIRLINE, 1.0)
    photo = photo_from_array(pixels.astype(np.uint8))
    crop = pixels.reshape(SIZE, scale, SIZE, scale, 3).mean(axis=(1, 3))
    scene = head(crop)
    transform = np.array([[scale, 0, 0], [0, scale, 0]], np.float64)
    result = photo.pixels.copy()
    Placed(compose(scene), transform, crop.astype(np.uint8), scene.base).paste(photo, result)
    above_its_tips = np.s_[50 * scale : 56 * scale, 12 * scale : 84 * scale]
    fringe = result[(*above_its_tips, 0)].astype(float)
    old = pixels[30 * scale : 36 * scale, 12 * scale : 84 * scale, 0]
    assert np.corrcoef(fringe.mean(axis=0), old.mean(axis=0))[0, 1] > 0.9
    assert fringe.std() > 0.7 * old.std()


def test_a_fringe_ends_in_strands_over_the_photos_own_skin():
    picture = striped(ROWS, COLUMNS, HAIRLINE, 8)
    out = shown(picture.astype(np.uint8), compose(head(picture, drawn=90.0)))[..., 0].astype(float)
    ends = np.array([np.flatnonzero(column < 130).max() for column in out[:, 16:80].T])
    assert np.ptp(ends) >= 4
    assert ends.max() <= FRINGE + 3
    below = out[FRINGE + 4 : FRINGE + 12, 16:80]
    assert np.abs(below - 190).max() < 12
