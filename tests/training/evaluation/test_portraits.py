"""Portraits from data sets in their published layouts, and a whole evaluation of a few."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import EditError, PackError
from core.labels import Label
from core.packs import default_pack
from training.common import TrainingError
from training.evaluation import evaluate
from training.evaluation.portraits import open_portraits, read_portraits, states_of
from training.evaluation.verdicts import Verdicts

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


@pytest.fixture(scope="module")
def ffhq(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like FFHQ: two pictures of its training part, one of its validation part with a label map."""
    folder = tmp_path_factory.mktemp("ffhq")
    for number, path in zip((1, 2, 60000), sorted(SAMPLES.glob("sample-*.jpg")), strict=True):
        Image.open(path).resize((256, 256)).save(folder / f"{number:05d}.png")
    label_map = np.full((256, 256), Label.SKIN, np.uint8)
    label_map[100:120, 80:180] = Label.EYE_G
    (folder / "labels").mkdir()
    Image.fromarray(label_map).save(folder / "labels" / "60000.png")
    return folder


def test_portraits_of_another_data_set(ffhq: Path) -> None:
    data = open_portraits(f"ffhq:{ffhq}")
    (portrait,) = read_portraits(data, "val")
    assert portrait.points is None
    assert portrait.faces is None
    assert portrait.states["eyeglasses"]
    assert not portrait.states["hat"]
    assert "identity" not in portrait.states
    assert len(read_portraits(data, "train", limit=1)) == 1
    with pytest.raises(TrainingError, match="split “test”"):
        read_portraits(data, "test")


def test_states_are_left_out_where_they_could_not_be_seen() -> None:
    seen = {"male": "1", "glasses": "0", "sunglasses": "-1", "hat": "0", "earrings": "-1", "bangs": "1",
            "hair_amount": "1"}  # fmt: skip
    assert states_of(seen) == {"identity": True, "bangs": True, "hat": False, "hair": False}
    assert states_of({**seen, "glasses": "1"})["eyeglasses"]


def test_a_part_of_the_evaluation(ffhq: Path, tmp_path: Path) -> None:
    report = evaluate(default_pack(), f"ffhq:{ffhq}", tmp_path, only=["parsing", "pose"], quiet=True)
    assert set(report.seconds) == {"parsing", "pose"}
    written = json.loads((tmp_path / "figures.json").read_text())
    assert written["figures"][0]["name"] == "parser mIoU"
    assert written["synthesis"] is None
    with pytest.raises(EditError, match="no part called rainbow"):
        evaluate(default_pack(), f"ffhq:{ffhq}", tmp_path, only=["rainbow"])


def test_a_missing_judge_is_said(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no judge"):
        Verdicts.open(tmp_path)
