"""A stroke on its way stays on top of what the engine says meanwhile, as if painted anew."""

from __future__ import annotations

import numpy as np
import pytest

from app.canvas.painting import Dab, LabelPaint
from core.labels import Label
from tests.gui.fake_engine import label_map

_EDITED = Label.HAT


def _edited() -> np.ndarray:
    edited = label_map()
    edited[40:150, 60:200] = _EDITED
    return edited


@pytest.mark.parametrize("erase", [False, True])
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("keep", [frozenset(), frozenset({Label.SKIN, Label.L_EYE})])
def test_sync_paints_the_stroke_over_the_new_labels(
    erase: bool, mirrored: bool, keep: frozenset[Label]
) -> None:
    dab = Dab(Label.R_EYE, 9.0, erase, keep, mirrored)
    path = [(70.0 + 8 * i, 60.0 + 5 * i) for i in range(16)]
    before, after = LabelPaint(label_map()), LabelPaint(label_map())
    after.sync(_edited())
    for paint in (before, after):
        paint.begin(dab, path[0])
        for number, point in enumerate(path[1:]):
            paint.extend(point, 1.0 if number % 3 else 0.4)
    before.sync(_edited())
    np.testing.assert_array_equal(before.labels, after.labels)
    assert before.overlay == after.overlay
    before.finish()
    before.sync(None)
    np.testing.assert_array_equal(before.labels, label_map())
