"""The landmark network trains as every other model does, on scenes that a resumed run sees again."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from typer.testing import CliRunner

from core.labels import Label
from core.opencv import cv2
from training import landmarks
from training.cli import app
from training.data import turning
from training.data.scenes import POINT_NAMES
from training.export import trained_landmarks
from training.landmarks import LandmarksTask, SceneBatches, SceneData, open_heads
from training.session import Order, read_settings

POINTS = ((96.0, 121.5), (160.0, 121.5), (128.0, 156.0), (98.0, 186.0), (158.0, 186.0))
SMALL = [
    "loop.stages=[{ resolution = 64, batch = 2, steps = 3 }]", "loop.log_every=1", "crops=6",
    "network.widths=[4, 4, 4, 4, 4]", "network.head=4", "network.refiner=[4, 4, 4, 4]", "network.hidden=4",
    "data.scenes.crowd=0.0", "data.scenes.single=0.8", "data.scenes.smallest=8.0", "data.scenes.largest=30.0",
]  # fmt: skip


@pytest.fixture
def portraits(tmp_path: Path) -> Path:
    """Two drawn heads in the layout of a portraits folder; their turned heads are made already."""
    folder = tmp_path / "portraits"
    for name in ("images", "labels"):
        (folder / name).mkdir(parents=True)
    labels = np.zeros((256, 256), np.uint8)
    cv2.ellipse(labels, (128, 150), (56, 76), 0, 0, 360, int(Label.SKIN), -1)
    heads = [f"{name}_{axis}" for name in POINT_NAMES for axis in "xy"]
    lines = [",".join(["id", "split", *heads])]
    for number in range(2):
        picture = np.random.default_rng(number).integers(0, 256, (256, 256, 3)).astype(np.uint8)
        Image.fromarray(picture).save(folder / "images" / f"{number:05d}.jpg")
        Image.fromarray(labels).save(folder / "labels" / f"{number:05d}.png")
        lines.append(",".join([f"{number:05d}", "train", *(str(v) for point in POINTS for v in point)]))
    (folder / "manifest.csv").write_text("\n".join(lines))
    (tmp_path / "turned").mkdir()
    turned = {
        "rgba": np.zeros((2, turning.SIZE, turning.SIZE, 4), np.uint8),
        "points": np.array([POINTS, POINTS], np.float32) * 0.75, "seen": np.ones((2, 5), np.float32),
    }  # fmt: skip
    for name, array in turned.items():
        np.save(tmp_path / "turned" / f"turned_train_{name}.npy", array)
    return folder


def _train(portraits: Path, run: Path, *more: str) -> tuple[int, str]:
    sets = [*SMALL, f"data.turned={json.dumps(str(portraits.parent / 'turned'))}"]
    words = ["train", "landmarks", "--data", f"portraits:{portraits}", "--run", str(run), "--no-estimate"]
    options = [word for setting in sets for word in ("--set", setting)]
    result = CliRunner().invoke(app, [*words, *options, *more], catch_exceptions=False)
    return result.exit_code, result.output


def test_a_run_stops_resumes_and_is_started_anew(portraits: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    code, said = _train(portraits, run, "--resume")
    assert (code, "no run to resume" in said) == (1, True)
    code, said = _train(portraits, run, "--minutes", "0")
    assert code == 0, said
    assert said.endswith("landmarks: 1 of 3 steps done\n")
    assert _train(portraits, run, "--resume")[1].endswith("landmarks: 3 of 3 steps done\n")
    settings = json.loads((run / "settings.json").read_text())
    assert (settings["model"], settings["crops"], settings["network"]["head"]) == ("landmarks", 6, 4)
    lines = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == [1, 2, 3]
    assert all(np.isfinite(line[name]) for line in lines for name in ("score", "points", "r_points"))
    assert _train(portraits, run, "--fresh", "--minutes", "0")[1].endswith("1 of 3 steps done\n")
    (aside,) = tmp_path.glob("run-until-*")
    average = torch.load(aside / "last.pt", weights_only=True)["modules"]["landmarks_ema"]
    _train(portraits, tmp_path / "whole")
    whole = torch.load(tmp_path / "whole" / "last.pt", weights_only=True)["modules"]["landmarks_ema"]
    assert all(torch.equal(value, whole[name]) for name, value in average.items()), "not bit for bit"
    network = trained_landmarks(aside)
    assert network.config.head == 4
    for name, value in network.state_dict().items():
        assert torch.equal(value, average[f"module.{name}"]), name


def test_scenes_depend_on_step_and_place_alone(portraits: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landmarks, "BANK", 5)
    monkeypatch.setattr(landmarks, "RENEWED", 2)
    data = open_heads(SceneData(f"portraits:{portraits}", turned=str(portraits.parent / "turned")))
    assert data.portraits == str(portraits)
    one, other, part = (SceneBatches(data, data, 4, 64) for _ in range(3))
    part.part = (1, 2)
    for step in (0, 1, 2):
        one[step]
    for step in (2, 0):
        batch, again = one[step], other[step]
        assert batch["image"].shape == (4, 3, 64, 64)
        assert all(torch.equal(value, again[name]) for name, value in batch.items())
        assert all(torch.equal(value[2:], part[step][name]) for name, value in batch.items())
    assert not torch.equal(one[0]["image"], one[1]["image"])


def test_the_rate_follows_the_steps_and_not_the_clock() -> None:
    settings = read_settings(Order("landmarks", "bundled"))
    task, steps = LandmarksTask(settings, torch.device("cpu")), settings.loop.steps
    assert task.rate(0) == pytest.approx(settings.learning_rate * 1.004 / landmarks.WARM)
    assert task.rate(steps // 2) == pytest.approx(settings.learning_rate * 0.504, rel=1e-3)
    assert task.rate(steps) == pytest.approx(settings.learning_rate * 0.004)


def test_a_sample_shows_the_scenes() -> None:
    task = LandmarksTask(read_settings(Order("landmarks", overrides=SMALL)), torch.device("cpu"))
    images = torch.randint(0, 256, (2, 3, 64, 64), dtype=torch.uint8)
    shown = task.sample({"image": images})
    assert shown.shape == (64, 128, 3)
    assert np.mean(shown[:, :64] == images[0].permute(1, 2, 0).numpy()) > 0.5


def test_a_folder_without_portraits_is_told(tmp_path: Path) -> None:
    code, said = _train(tmp_path, tmp_path / "run")
    assert code == 1
    assert "manifest.csv" in said
