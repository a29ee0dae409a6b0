"""The recording of documents' pixels tells any change of them, in pixels and in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import golden
from core.document.document import Document
from core.document.recipe import recipe_from_dict
from core.methods.registry import edit_types
from core.photo import Photo


class _Engine:
    """Adds `more` to one pixel."""

    def __init__(self, more: int = 0, notice: str = "") -> None:
        self._more, self._notice = more, notice

    def render(self, document: Document) -> Photo:
        pixels = document.photo.pixels.copy()
        pixels[0, 0, 0] += self._more
        return replace(document.photo, pixels=pixels, notices=(self._notice,))


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(golden, "DOCUMENTS", {"one": golden.DOCUMENTS["strokes"]})
    golden.record(_Engine(), tmp_path / "golden.npz")  # type: ignore[arg-type]  # no more of it is needed
    return tmp_path / "golden.npz"


@pytest.mark.parametrize(
    ("engine", "same"), [(_Engine(), True), (_Engine(1), False), (_Engine(0, "?"), False)]
)
def test_a_changed_pixel_or_notice_is_told(recorded: Path, engine: _Engine, same: bool):
    assert golden.compare(engine, recorded) is same  # type: ignore[arg-type]  # as above


def test_every_document_is_a_recipe_of_photos_that_can_be_named():
    kinds: set[str] = set()
    for each in golden.DOCUMENTS.values():
        recipe_from_dict({"version": 1, "edits": list(each.edits)}, edit_types())
        kinds |= {edit["edit"] for edit in each.edits}
    assert len(golden.DOCUMENTS) >= 20
    assert kinds == {
        "Stroke", "Lasso", "SmoothBoundary", "FillRegion", "SetAttribute", "SetRegionStyle", "Direction",
        "HeadSwap",
    }  # fmt: skip
