"""StarGAN v2 beside a pack in table 1, with a tiny seeded run and with one that changes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn

from core.document.edits import Seed
from core.errors import EditError
from core.labels import NUM_LABELS
from core.methods.smile.attributes import ATTRIBUTES, attribute_index
from core.methods.smile.networks import Networks
from core.models.classifier import Classifier, ClassifierConfig
from core.packs import default_pack
from tests.training.tiny import tiny_run
from training.common import TrainingError, picture, to_bytes
from training.evaluation import attributes, evaluate
from training.evaluation.attributes import AttributeJudge
from training.evaluation.baseline import BaselineEditor
from training.evaluation.judges import Judges
from training.evaluation.portraits import Portrait
from training.evaluation.verdicts import Verdicts
from training.evaluation.yardsticks import open_yardsticks

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


class Echo(nn.Module):
    """A generator that no style moves."""

    def forward(self, x: Tensor, styles: Tensor) -> Tensor:
        return x


@pytest.fixture(scope="module")
def networks() -> Networks:
    return Networks(default_pack())


@pytest.fixture(scope="module")
def portraits(networks: Networks) -> list[Portrait]:
    found = []
    for number, path in enumerate(sorted(SAMPLES.glob("sample-*.jpg"))):
        image = np.asarray(Image.open(path).convert("RGB").resize((256, 256)), np.uint8).copy()
        states = {a.name: (number + i) % 2 == 0 for i, a in enumerate(ATTRIBUTES)}
        label_map = networks.parse(image)[0]
        found.append(Portrait(path.stem, image, label_map, None, states, np.zeros((0, 3), np.float32)))
    return found


@pytest.fixture
def run(tmp_path: Path) -> Path:
    tiny_run(tmp_path / "run", "stargan_v2", "paper", steps=4)
    return tmp_path / "run"


def _judge(editor: BaselineEditor, networks: Networks, portraits: list[Portrait]) -> AttributeJudge:
    torch.manual_seed(0)
    verdicts = Verdicts(Classifier(ClassifierConfig(width=0.1, features=16)))
    layouts = Verdicts(Classifier(ClassifierConfig(channels=NUM_LABELS, width=0.1, features=16)))
    by = open_yardsticks(verdicts)
    return AttributeJudge(editor, networks, Judges(verdicts, layouts), by, portraits, portraits)


def test_only_the_wanted_style_is_exchanged(run: Path, networks: Networks, portraits: list[Portrait]) -> None:
    editor, (first, second, _) = BaselineEditor(run, networks), portraits
    given: list[Tensor] = []

    def keep(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        given.append(inputs[1])

    editor.g.register_forward_pre_hook(keep)
    editor.turned(first, "hat", not first.states["hat"], second)
    editor.turned(first, "hat", not first.states["hat"], Seed(1))
    x, other = (_shrunk(p.image) for p in (first, second))
    index = attribute_index("hat")
    with torch.no_grad():
        own, theirs = editor.s(x)[0], editor.s(other)[0]
    for place, attribute in enumerate(ATTRIBUTES):
        state = int(first.states[attribute.name])
        expected = theirs[place, 1 - state] if place == index else own[place, state]
        assert torch.equal(given[0][0, place], expected), attribute.name
    random = given[1][0]
    kept = [i for i in range(len(ATTRIBUTES)) if i != index]
    assert torch.equal(random[kept], given[0][0, kept])
    assert not torch.equal(random[index], theirs[index, 1 - int(first.states["hat"])])


def _shrunk(image: np.ndarray) -> Tensor:
    """At the tiny run's 32 pixels, each the mean of an area."""
    blocks = image.reshape(32, 8, 32, 8, 3).astype(np.float64).mean(axis=(1, 3))
    return picture(torch.from_numpy(np.rint(blocks).astype(np.uint8)[None]))


def test_its_picture_is_its_generators_and_a_seed_repeats_it(
    run: Path, networks: Networks, portraits: list[Portrait]
) -> None:
    editor = BaselineEditor(run, networks)
    editor.side = 256  # nothing to enlarge
    drawn: list[Tensor] = []

    def keep(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        drawn.append(output)

    editor.g.register_forward_hook(keep)
    results = [editor.turned(portraits[0], "hair", True, Seed(seed)) for seed in (5, 5, 6)]
    images = [result.image for result in results if result is not None]
    assert np.array_equal(images[0], to_bytes(drawn[0])[0])
    assert np.array_equal(images[0], images[1])
    assert not torch.equal(drawn[0], drawn[2])
    editor.side = 32
    enlarged = editor.turned(portraits[0], "hair", True, Seed(5))
    assert enlarged is not None
    assert (enlarged.image.shape, drawn[-1].shape) == ((256, 256, 3), (1, 3, 32, 32))


def test_a_generator_that_changes_nothing_is_seen_through(
    run: Path, networks: Networks, portraits: list[Portrait], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attributes, "DIVERSITY_RESULTS", 2)
    editor = BaselineEditor(run, networks)
    monkeypatch.setattr(editor, "g", Echo())
    monkeypatch.setattr(editor, "side", 256)
    judge = _judge(editor, networks, portraits)
    for guide in attributes.GUIDES:
        row = judge.row("eyeglasses", guide)
        assert row is not None
        assert row.unchanged == row.count == len(portraits)
        assert (row.others_f1, row.layout_others_f1) == (1, 1)
        assert (row.roll, row.pitch, row.yaw) == (0, 0, 0)
    assert judge.diversity("eyeglasses", "random") == 0
    counts = attributes.cycle(editor, networks, portraits, ["eyeglasses"])["eyeglasses"]
    assert counts.sum() == np.trace(counts) == 256 * 256 * len(portraits)


def test_the_size_is_that_of_the_stage_it_had_come_to(tmp_path: Path, networks: Networks) -> None:
    tiny_run(tmp_path, "stargan_v2", "paper", steps=4)
    settings: Any = json.loads((tmp_path / "settings.json").read_text())
    stage = settings["loop"]["stages"][0]
    for first, expected in ((3, 64), (4, 64), (5, 32)):
        settings["loop"]["stages"] = [{**stage, "steps": first}, {**stage, "resolution": 64, "steps": 1}]
        (tmp_path / "settings.json").write_text(json.dumps(settings))
        assert BaselineEditor(tmp_path, networks).side == expected


def test_a_baseline_gets_its_rows_beside_the_packs(
    run: Path, hats: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.evaluation.ATTRIBUTES", ATTRIBUTES[-1:])
    monkeypatch.setattr(attributes, "DIVERSITY_RESULTS", 2)
    out = tmp_path / "out"
    report = evaluate(
        default_pack(), f"ffhq:{hats}", out, only=["attributes"], quiet=True, baseline=run
    )  # fmt: skip
    assert report.baseline is not None
    for table in (report.attributes, report.baseline):
        assert [(row.attribute, row.guide) for row in table.rows] == [
            ("hat", "random"), ("hat", "reference"),
        ]  # fmt: skip
        assert np.isfinite(table.cycle_iou())
    text = (out / "report.md").read_text()
    titles = [line.split(" | ")[0] for line in text.splitlines() if "hat (1)" in line]
    assert titles == [
        "| random: hat (1)", "| reference: hat (1)",
        "| StarGAN v2, 4 steps, random: hat (1)", "| StarGAN v2, 4 steps, reference: hat (1)",
    ]  # fmt: skip
    assert "paper, latent: StarGAN v2" in text
    written = json.loads((out / "figures.json").read_text())["baseline"]
    assert written["title"] == "StarGAN v2, 4 steps"
    assert written["cycle_miou"]["hat"] == pytest.approx(report.baseline.cycle_iou("hat"))
    assert (out / "baseline_hat_random.jpg").exists()


def test_a_wrong_baseline_is_told(run: Path, hats: Path, tmp_path: Path) -> None:
    with pytest.raises(EditError, match="part “attributes”"):
        evaluate(default_pack(), f"ffhq:{hats}", tmp_path, only=["pose"], baseline=run)
    tiny_run(tmp_path / "sem", "sem", "paper")
    with pytest.raises(TrainingError, match="one of sem and not of stargan_v2"):
        evaluate(default_pack(), f"ffhq:{hats}", tmp_path, only=["attributes"], baseline=tmp_path / "sem")
