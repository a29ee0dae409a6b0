"""The judge and the two tables on made-up portraits, with the pack that ships and a tiny classifier."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from core.face import FacePoints
from core.labels import NUM_LABELS, Label, flip_table
from core.methods.smile.attributes import ATTRIBUTES, attribute_index
from core.methods.smile.networks import Networks
from core.models.classifier import Classifier, ClassifierConfig
from core.packs import default_pack
from core.photo import load_photo
from core.render.engine import Engine
from training.evaluation import judge_on_portraits
from training.evaluation.attributes import AttributeJudge, AttributeTable, cycle
from training.evaluation.edits import EngineEditor, NetworkEditor
from training.evaluation.judges import Judges, Panel
from training.evaluation.portraits import Portrait
from training.evaluation.report import show, write, write_sheets
from training.evaluation.synthesis import SynthesisJudge
from training.evaluation.tables import Report
from training.evaluation.verdicts import Verdicts, best_zero, store
from training.evaluation.yardsticks import open_yardsticks

NO_MESH = np.zeros((0, 3), np.float32)
SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
POINTS = FacePoints(((96.0, 121.5), (160.0, 121.5), (128.0, 155.0), (102.0, 185.0), (154.0, 185.0)))


def _classifier() -> Classifier:
    torch.manual_seed(0)
    return Classifier(ClassifierConfig(width=0.1, features=16)).eval()


def _layout_judge() -> Verdicts:
    torch.manual_seed(1)
    config = ClassifierConfig(channels=NUM_LABELS, width=0.1, features=16)
    return Verdicts(Classifier(config))


@pytest.fixture(scope="module")
def portraits() -> list[Portrait]:
    networks = Networks(default_pack())
    found = []
    for number, path in enumerate(sorted(SAMPLES.glob("sample-*.jpg"))):
        image = np.ascontiguousarray(load_photo(path).pixels[::2, ::2]).astype(np.uint8)
        states = {a.name: (number + i) % 2 == 0 for i, a in enumerate(ATTRIBUTES)}
        found.append(Portrait(path.stem, image, networks.parse(image)[0], POINTS, states, NO_MESH))
    return found


def test_a_classifier_is_stored_and_read_back(tmp_path: Path) -> None:
    network = _classifier()
    store(network, tmp_path)
    again = Verdicts.open(tmp_path)
    picture = np.random.default_rng(0).integers(0, 256, (256, 256, 3)).astype(np.uint8)
    assert again.probabilities([picture]) == pytest.approx(
        Verdicts(network).probabilities([picture]), abs=1e-2
    )


def test_a_panel_asks_for_each_attribute_who_sees_it_best() -> None:
    whole, windowed = Verdicts(_classifier()), Verdicts(Classifier(ClassifierConfig(width=0.1, features=16)))
    pictures = list(np.random.default_rng(1).integers(0, 256, (2, 64, 64, 3)).astype(np.uint8))
    found = dict(
        zip((a.name for a in ATTRIBUTES), Panel(whole, windowed).probabilities(pictures).T, strict=True)
    )
    for judge, names in (
        (whole, ("identity", "hair")),
        (windowed, ("eyeglasses", "bangs", "earrings", "hat")),
    ):
        own = judge.probabilities(pictures)
        for name in names:
            assert found[name] == pytest.approx(own[:, attribute_index(name)])


def test_a_judge_of_layouts_knows_left_from_right_and_ignores_the_mirror() -> None:
    judge = _layout_judge()
    label_map = np.full((64, 64), Label.SKIN, np.uint8)
    label_map[20:24, 40:50], label_map[10:30, 5:12] = Label.L_EYE, Label.R_EAR
    mirrored = flip_table()[label_map[:, ::-1]]
    assert judge.sees_layouts
    assert judge.logits([label_map]) == pytest.approx(judge.logits([mirrored]), abs=1e-6)
    assert (judge.logits([label_map]) != judge.logits([label_map[:, ::-1]])).any()


def test_distance_is_zero_to_itself_and_grows_with_noise() -> None:
    verdicts, rng = Verdicts(_classifier()), np.random.default_rng(0)
    picture = rng.integers(60, 180, (256, 256, 3)).astype(np.uint8)
    near, far = (np.clip(picture + rng.normal(0, s, picture.shape), 0, 255).astype(np.uint8) for s in (3, 60))
    assert verdicts.distance(picture, picture) == 0
    assert 0 < verdicts.distance(picture, near) < verdicts.distance(picture, far)


def test_tables_of_the_pack_that_ships(portraits: list[Portrait], tmp_path: Path) -> None:
    pack = default_pack()
    verdicts, networks = Verdicts(_classifier()), Networks(pack)
    by = open_yardsticks(verdicts)
    editor = EngineEditor(Engine(pack), networks)
    judge = AttributeJudge(editor, networks, Judges(verdicts, _layout_judge()), by, portraits, portraits)
    report = Report(
        "pack", "samples", "val", judge=judge_on_portraits(verdicts, portraits, networks), yardsticks=by
    )
    rows = [judge.row("eyeglasses", "random"), judge.row("hat", "reference")]
    table = AttributeTable(
        rows=[row for row in rows if row is not None],
        cycle=cycle(editor, networks, portraits, ["eyeglasses"]),
        network_cycle=cycle(NetworkEditor(Engine(pack), networks), networks, portraits, ["eyeglasses"]),
    )
    report.attributes = table
    report.synthesis = SynthesisJudge(networks, portraits[:2], by).figures(portraits[:2])
    row = table.rows[0]
    assert (row.count, row.lost) == (len(portraits), 0)
    assert 0 <= row.f1 <= 1
    assert 0 <= row.layout_f1 <= 1
    assert np.isfinite([row.yaw, row.others_f1, report.synthesis.psnr]).all()
    assert 0.3 < table.network_cycle_iou() < table.cycle_iou() <= 1  # the rules keep what the network moves
    assert table.cycle_iou() == table.cycle_iou("eyeglasses")
    put_on = [t for t in judge.results["eyeglasses", "random"] if t.target]
    assert all((t.image != t.portrait.image).any() for t in put_on)
    names = write_sheets(judge.results, tmp_path)
    write(report, tmp_path, names)
    show(report)
    assert json.loads((tmp_path / "figures.json").read_text())["attributes"][0]["attribute"] == "eyeglasses"
    text = (tmp_path / "report.md").read_text()
    assert "FID (own features)" in text
    assert "F1 of the changed attribute, random" in text
    assert (
        f"| random: eyeglasses | {row.others['identity']:.2f} / {row.layout_others['identity']:.2f} |  |"
        in text
    )
    assert "paper, latent: SMILE_SEM" in text
    assert all((tmp_path / name).exists() for name in names)


def test_known_labels_are_used_for_reconstruction(portraits: list[Portrait]) -> None:
    judge = SynthesisJudge(Networks(default_pack()), portraits, open_yardsticks(Verdicts(_classifier())))
    drawn = judge.reconstruct(portraits[0])
    assert drawn.shape == (256, 256, 3)
    skin = portraits[0].label_map == Label.SKIN
    difference = np.abs(drawn[skin].mean(axis=0) - portraits[0].image[skin].mean(axis=0))
    assert difference.max() < 30


def test_no_row_where_nobody_shows_the_other_state(portraits: list[Portrait]) -> None:
    pack, verdicts = default_pack(), Verdicts(_classifier())
    networks, by = Networks(pack), open_yardsticks(verdicts)
    editor = EngineEditor(Engine(pack), networks)
    judge = AttributeJudge(editor, networks, Judges(verdicts, _layout_judge()), by, portraits, [])
    assert judge.row("hat", "reference") is None
    assert np.isnan(judge.diversity("hat", "reference"))


def test_an_attribute_is_cut_where_both_states_are_told_apart_best() -> None:
    logits = np.array([-1.0, 0.5, 1.0, 2.0, 3.0], np.float32)
    assert best_zero(logits, np.array([0, 0, 0, 1, 1], np.float32), least=1) == pytest.approx(1.5)
    assert best_zero(logits, np.array([0, 0, -1, 0, 1], np.float32), least=1) == pytest.approx(2.5)
    assert best_zero(logits, np.array([0, 0, 0, 1, 1], np.float32), least=3) == 0
    assert best_zero(logits, np.ones(5, np.float32), least=1) == 0


def test_calibration_moves_decisions_and_keeps_the_order() -> None:
    network, rng = _classifier(), np.random.default_rng(0)
    network.out.weight.data *= 1e4  # untrained, it would hardly tell one picture from another
    verdicts = Verdicts(network)
    pictures = [rng.integers(0, level, (64, 64, 3)).astype(np.uint8) for level in range(40, 256, 40)]
    before = verdicts.logits(pictures)
    states = (before > np.sort(before, axis=0)[3]).astype(np.float32)  # the two highest are present
    verdicts.calibrate(pictures, states, least=1)
    assert ((verdicts.probabilities(pictures) > 0.5) == (states > 0.5)).all()
    assert (np.argsort(verdicts.logits(pictures), axis=0) == np.argsort(before, axis=0)).all()
