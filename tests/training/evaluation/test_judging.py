"""The judge and the two tables on made-up portraits, with the pack that ships and a tiny classifier."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from core.attributes import ATTRIBUTES
from core.face import FacePoints
from core.labels import Label
from core.models.classifier import Classifier, ClassifierConfig
from core.packs import default_pack
from core.photo import load_photo
from core.render.engine import Engine
from core.render.networks import Networks
from training.evaluation import judge_on_portraits
from training.evaluation.attributes import AttributeJudge
from training.evaluation.portraits import Portrait
from training.evaluation.report import Report, show, write, write_sheets
from training.evaluation.synthesis import SynthesisJudge
from training.evaluation.verdicts import Verdicts, store

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
POINTS = FacePoints(((96.0, 121.5), (160.0, 121.5), (128.0, 155.0), (102.0, 185.0), (154.0, 185.0)))


def _classifier() -> Classifier:
    torch.manual_seed(0)
    return Classifier(ClassifierConfig(width=0.1, features=16)).eval()


@pytest.fixture(scope="module")
def portraits() -> list[Portrait]:
    networks = Networks(default_pack())
    found = []
    for number, path in enumerate(sorted(SAMPLES.glob("sample-*.jpg"))):
        image = np.ascontiguousarray(load_photo(path).pixels[::2, ::2])
        states = {a.name: (number + i) % 2 == 0 for i, a in enumerate(ATTRIBUTES)}
        found.append(Portrait(path.stem, image, networks.parse(image)[0], POINTS, states))
    return found


def test_a_classifier_is_stored_and_read_back(tmp_path: Path) -> None:
    network = _classifier()
    store(network, tmp_path)
    again = Verdicts.open(tmp_path)
    picture = np.random.default_rng(0).integers(0, 256, (256, 256, 3)).astype(np.uint8)
    assert again.probabilities([picture]) == pytest.approx(
        Verdicts(network).probabilities([picture]), abs=1e-2
    )


def test_distance_is_zero_to_itself_and_grows_with_noise() -> None:
    verdicts, rng = Verdicts(_classifier()), np.random.default_rng(0)
    picture = rng.integers(60, 180, (256, 256, 3)).astype(np.uint8)
    near, far = (np.clip(picture + rng.normal(0, s, picture.shape), 0, 255).astype(np.uint8) for s in (3, 60))
    assert verdicts.distance(picture, picture) == 0
    assert 0 < verdicts.distance(picture, near) < verdicts.distance(picture, far)


def test_tables_of_the_pack_that_ships(portraits: list[Portrait], tmp_path: Path) -> None:
    pack = default_pack()
    verdicts, networks = Verdicts(_classifier()), Networks(pack)
    judge = AttributeJudge(Engine(pack), networks, verdicts, portraits, portraits)
    report = Report("pack", "samples", judge=judge_on_portraits(verdicts, portraits))
    report.attributes = [judge.row("eyeglasses", "random"), judge.row("hat", "reference")]
    report.cycle = judge.cycle(["eyeglasses"])
    report.synthesis = SynthesisJudge(networks, portraits, verdicts).figures(portraits)
    row = report.attributes[0]
    assert row.count == len(portraits)
    assert 0 <= row.f1 <= 1
    assert np.isfinite([row.yaw, row.others_f1, report.synthesis.psnr]).all()
    assert 0.3 < report.cycle <= 1
    put_on = [t for t in judge.sheets.results["eyeglasses", "random"] if t.target]
    assert all((t.image != t.portrait.image).any() for t in put_on)
    names = write_sheets(judge.sheets, tmp_path)
    write(report, tmp_path, names)
    show(report)
    assert json.loads((tmp_path / "figures.json").read_text())["attributes"][0]["attribute"] == "eyeglasses"
    text = (tmp_path / "report.md").read_text()
    assert "paper, latent: SMILE_SEM" in text
    assert all((tmp_path / name).exists() for name in names)


def test_known_labels_are_used_for_reconstruction(portraits: list[Portrait]) -> None:
    judge = SynthesisJudge(Networks(default_pack()), portraits, None)
    drawn = judge.reconstruct(portraits[0])
    assert drawn.shape == (256, 256, 3)
    skin = portraits[0].label_map == Label.SKIN
    difference = np.abs(drawn[skin].mean(axis=0) - portraits[0].image[skin].mean(axis=0))
    assert difference.max() < 30
