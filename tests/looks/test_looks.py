"""Whether edits of the bundled samples look as they did when they were last looked at.

`python launch.py test tests/looks --update-looks` keeps what they look like now: see each of the pictures
before it is committed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from benchmarks.documents import Photos
from core.document.document import Document
from core.render.engine import Engine
from tests.looks.looks import LOOKS, Look

_PICTURES = Path(__file__).parent / "pictures"
MOST_MEAN, MOST_OF_99 = 0.25, 3.0
"""Levels by which a picture may differ, in the mean and at the 99th percentile. Between AVX2 and AVX-512 the
largest differences were 0.18 and 3."""


@pytest.mark.parametrize("name", LOOKS)
def test_looks_as_before(
    name: str, bundled_engine: Engine, photos: Photos, request: pytest.FixtureRequest, tmp_path: Path
):
    look, kept = LOOKS[name], _PICTURES / f"{_slug(name)}.png"
    document = photos.document(look.case)
    assert document is not None
    seen = _seen(bundled_engine, document, look)
    if request.config.getoption("--update-looks"):
        Image.fromarray(seen).save(kept, optimize=True)
        return
    before = np.asarray(Image.open(kept), np.int16)
    assert seen.shape == before.shape
    apart = np.abs(seen - before)
    if apart.mean() > MOST_MEAN or np.percentile(apart, 99) > MOST_OF_99:
        Image.fromarray(seen).save(tmp_path / "now.png")
        pytest.fail(
            f"“{name}” looks different: {apart.mean():.2f} levels in the mean, "
            f"{np.percentile(apart, 99):.0f} at the 99th percentile. {kept} is now {tmp_path / 'now.png'}."
        )


def test_every_picture_is_looked_at():
    assert {path.stem for path in _PICTURES.glob("*.png")} == {_slug(name) for name in LOOKS}


def _seen(engine: Engine, document: Document, look: Look) -> NDArray[np.uint8]:
    """The part of the result that is kept, in 8 bits."""
    pixels: NDArray[Any] = engine.render(document).pixels if look.full else engine.preview(document).crop
    left, top, right, bottom = look.box
    part = pixels[top:bottom, left:right]
    return part if part.dtype == np.uint8 else np.rint(part / 257).astype(np.uint8)


def _slug(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name).replace("--", "-")
