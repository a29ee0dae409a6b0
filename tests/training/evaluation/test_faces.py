"""SeCGAN's table: packs of tiny runs measured on drawn portraits; IS; dlib's chip; the judge of thirteen."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import PackError
from core.face_attributes import FACE_ATTRIBUTES
from core.models.classifier import Classifier, ClassifierConfig
from core.opencv import cv2
from core.packs import Pack, default_pack
from core.render.judge import FACE_JUDGE
from tests.core.methods.accessories.heads import make_portrait
from training.checkpoints import save
from training.common import TrainingError, build
from training.data.datasets import open_dataset
from training.evaluation import faces
from training.evaluation.faces import FaceReport, Translator, evaluate_faces, read_face_portraits
from training.evaluation.likeness import chip_of
from training.evaluation.metrics import inception_score
from training.evaluation.verdicts import Verdicts, store
from training.evaluation.yardsticks import Yardsticks, _classes
from training.export_secgan import export_secgan, side_at
from training.loop import LoopConfig, Stage
from training.secgan import SecganTask, SecganTraining
from training.session import SETTINGS

SETTINGS_OF = {
    "loop": {"stages": [{"resolution": 64, "batch": 4, "steps": 5}], "precision": "fp32"},
    "backbone": "change",
    "generator": {"outputs": 4, "channels": [4, 8], "blocks": 1},
    "discriminator": {"size": 64, "channels": [4, 8]},
    "label_generator": {"inputs": 12, "outputs": 12, "channels": [4, 8], "blocks": 1},
    "label_discriminator": {"inputs": 12, "size": 64, "channels": [4, 8]},
}


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run of one step, untrained."""
    torch.manual_seed(0)
    task = SecganTask(build(SecganTraining, SETTINGS_OF), torch.device("cpu"))
    folder = tmp_path / "run"
    folder.mkdir()
    (folder / SETTINGS).write_text(json.dumps({"model": "secgan", **SETTINGS_OF}))
    save(task, folder, 1)
    return folder


@pytest.fixture
def portraits(tmp_path: Path) -> Path:
    """Three drawn portraits of a val split; nobody can say whether the last one is bald."""
    folder = tmp_path / "portraits"
    image, labels = make_portrait()
    for name in ("images", "labels"):
        (folder / name).mkdir(parents=True)
    columns = ("male", "glasses", "sunglasses", "hat", "earrings", "bangs", "hair_amount", "hair_colour",
               "moustache", "beard", "mouth_open", "young", "bushy_brows", "pale")  # fmt: skip
    rows = ["1000002k000100", "0000002b001100"]
    values = [list(row) for row in rows] + [["0"] * 6 + ["-1", "n"] + ["0"] * 6]
    with (folder / "attributes.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", *columns])
        writer.writerows([[f"p{i}", *row] for i, row in enumerate(values)])
    points = ("eyeL", "eyeR", "nose", "mouthL", "mouthR")
    heads = ["id", "split", "person", *(f"{p}_{axis}" for p in points for axis in "xy")]
    lines = [",".join([f"p{i}", "val", f"p{i}", *["100"] * 10]) for i in range(3)]
    (folder / "manifest.csv").write_text("\n".join([",".join(heads), *lines]) + "\n")
    for i in range(3):
        assert cv2.imwrite(str(folder / "images" / f"p{i}.jpg"), image)
        assert cv2.imwrite(str(folder / "labels" / f"p{i}.png"), labels)
    np.savez(folder / "mesh.npz", ids=np.array(["p0", "p1", "p2"]), points=np.zeros((3, 478, 3), np.float16))
    return folder


@pytest.fixture
def judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "judge"
    torch.manual_seed(0)
    store(Classifier(ClassifierConfig(attributes=13, width=0.1, features=16)), folder)
    monkeypatch.setattr(faces, "FACE_JUDGE", folder)
    return folder


@pytest.mark.usefixtures("judge")
def test_a_pack_is_measured_attribute_by_attribute(
    run: Path, portraits: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(faces, "open_likeness", lambda: lambda a, b: 0.25)
    pack = export_secgan(run, tmp_path / "pack", twin=True)
    assert pack.descriptor.method == "secgan"
    assert pack.descriptor.crop_size == 64
    assert set(pack.descriptor.attributes) == {a.name for a in FACE_ATTRIBUTES}
    report = evaluate_faces(pack, portraits, tmp_path / "out", quiet=True)
    rows = {row.attribute: row for row in report.rows}
    assert set(rows) == {a.name for a in FACE_ATTRIBUTES}
    assert (rows["bald"].count, rows["beard"].count) == (2, 3)
    for row in report.rows:
        assert 0 <= row.recognised <= 1
        assert 0 <= row.judge <= 1
        assert 0 <= row.consistency <= 1
        assert row.likeness == 0.25
    text = (tmp_path / "out" / "report.md").read_text()
    assert "paper: CelebA 128, StarGAN: SeCGAN | 82.79 | 1.61 | 3.07" in text
    content = json.loads((tmp_path / "out" / "figures.json").read_text())
    assert content["inception_score"] is None  # Inception is not at hand
    assert len(content["attributes"]) == 13
    sheet = cv2.imread(str(tmp_path / "out" / "faces.jpg"))
    assert sheet is not None
    assert sheet.shape == (256 * 15, 256 * 3, 3)


def test_reversals_that_the_judge_sees_are_counted(run: Path, portraits: Path, tmp_path: Path):
    """A judge that finds what a picture is marked with, and a translator that marks what it adds."""

    class Marks(Translator):
        def translated(self, image: np.ndarray, difference: torch.Tensor) -> np.ndarray:
            result = image.copy()
            result[0, :13, 0] = (difference[0] > 0).numpy() * 255
            return result

    class Sees(Verdicts):
        def probabilities(self, pictures: object) -> np.ndarray:
            return np.stack([p[0, :13, 0] > 128 for p in pictures]).astype(np.float32)  # pyright: ignore

    pack = export_secgan(run, tmp_path / "pack")
    found = read_face_portraits(open_dataset(f"portraits:{portraits}"), "val")
    by = Yardsticks(lambda pictures: np.zeros((len(pictures), 2)), lambda a, b: 0.0)
    sees = Sees(Classifier(ClassifierConfig(attributes=13, width=0.1, features=16)))
    row = faces._Measured(Marks(pack), sees, by, None, found).row("blond_hair")
    assert row is not None
    assert row.recognised == 1.0
    assert np.isnan(row.consistency)
    assert np.isnan(row.likeness)


def test_a_plain_pack_has_no_twin_and_no_other_method_a_generator(run: Path, tmp_path: Path):
    assert Translator(export_secgan(run, tmp_path / "pack")).twin is None
    with pytest.raises(PackError, match="no generator of SeCGAN"):
        Translator(default_pack())


def test_what_is_exported_draws_as_the_averaged_generator(run: Path, tmp_path: Path):
    state = torch.load(run / "last.pt", weights_only=True)["modules"]["g_ema"]
    network = Pack.open(export_secgan(run, tmp_path / "pack").folder).build("secgan_generator")
    for name, value in network.state_dict().items():
        torch.testing.assert_close(value, state[f"module.{name}"].half().float())


def test_the_size_is_that_of_the_last_step():
    loop = LoopConfig((Stage(64, 4, 10), Stage(128, 4, 10)))
    assert [side_at(loop, step) for step in (1, 10, 11, 20)] == [64, 64, 128, 128]


def test_data_without_attributes_is_refused(portraits: Path):
    data = open_dataset(f"portraits:{portraits}")
    assert [len(p.states) for p in read_face_portraits(data, "val")] == [13, 13, 12]
    with pytest.raises(TrainingError, match="“train”"):
        read_face_portraits(data, "train")


def test_inception_score():
    assert inception_score(np.full((20, 4), 0.25)) == pytest.approx(1.0)
    sure = np.eye(4)[np.arange(40) % 4]
    assert inception_score(sure, parts=10) == pytest.approx(4.0, rel=1e-6)


def test_inceptions_classes_come_from_its_last_layer():
    layer = {"fc.weight": torch.eye(3), "fc.bias": torch.tensor([0.0, 0.0, math.log(2)])}
    classes = _classes(layer)
    assert classes is not None
    np.testing.assert_allclose(classes(np.zeros((1, 3))), [[0.25, 0.25, 0.5]], rtol=1e-6)
    assert _classes({"fc.weight": torch.eye(3)}) is None


def test_dlibs_chip_has_the_eyes_where_dlib_has_them():
    crop = np.zeros((256, 256, 3), np.uint8)
    crop[120:124, 95:98] = crop[120:124, 159:162] = 255
    rows, columns = np.nonzero(chip_of(crop)[..., 0] > 100)
    assert abs(rows.mean() - 47) < 1.5
    assert abs(columns[columns < 75].mean() - 48) < 1.5
    assert abs(columns[columns > 75].mean() - 100) < 1.5


def test_the_report_says_what_is_missing():
    by = Yardsticks(lambda pictures: np.zeros((1, 2)), lambda a, b: 0.0)
    report = FaceReport("mine", "portraits", "val", by, 128)
    assert "SwAV, which is not at hand" in report.note
    title, heads, lines = report.tables()[1]
    assert lines[0] == ["mine (128)", "-", "-", "-"]
    assert len(lines) == 11
    assert len(heads) == 4
    assert title == "SeCGAN's table 1"


@pytest.mark.skipif(not (FACE_JUDGE / "classifier.json").exists(), reason="no judge of faces is stored")
def test_the_stored_judge_knows_the_thirteen():
    assert Verdicts.open(FACE_JUDGE)._network.config.attributes == len(FACE_ATTRIBUTES)
