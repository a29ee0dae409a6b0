"""`launch.py train` from end to end on a tiny cache: configurations by name, estimate, resume, errors."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from core.labels import Label
from training.cli import app
from training.common import TrainingError, load_config
from training.data.datasets import open_dataset
from training.data.prepare import write_cache
from training.estimate import duration
from training.parser import ParserTraining
from training.session import NAMES, Order, config_names, find_config, open_cache, read_settings

SMALL = [
    "loop.stages=[{ resolution = 32, batch = 4, steps = 3 }, { resolution = 64, batch = 2, steps = 2 }]",
    "loop.log_every=1", "network.widths=[4, 4, 4]", "network.blocks=[0, 1, 1]",
]  # fmt: skip


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    from PIL import Image

    rng = np.random.default_rng(0)
    labels = np.zeros((256, 256), np.uint8)
    labels[60:220, 70:190] = Label.SKIN
    (tmp_path / "in" / "labels").mkdir(parents=True)
    for number in range(4):
        picture = rng.integers(0, 256, (256, 256, 3)).astype(np.uint8)
        Image.fromarray(picture).save(tmp_path / "in" / f"{number:05d}.png")
        Image.fromarray(labels).save(tmp_path / "in" / "labels" / f"{number:05d}.png")
    out = tmp_path / "cache"
    write_cache(open_dataset(f"ffhq:{tmp_path / 'in'}"), out, variants=0)
    return out


def _train(cache: Path, folder: Path, *more: str, model: str = "parser") -> tuple[int, str]:
    sets = [word for setting in SMALL for word in ("--set", setting)]
    words = ["train", model, "--data", str(cache), "--run", str(folder), *sets, *more]
    result = CliRunner().invoke(app, words)
    return result.exit_code, result.output


def test_a_run_from_the_command_line(cache: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    code, said = _train(cache, tmp_path / "run")
    assert code == 0, said
    assert "parser: 5 of 5 steps done" in said
    lines = [json.loads(line) for line in (tmp_path / "run" / "log.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == [1, 2, 3, 4, 5]
    settings = json.loads((tmp_path / "run" / "settings.json").read_text())
    assert (settings["model"], settings["network"]["widths"]) == ("parser", [4, 4, 4])
    estimate = next(r.message for r in caplog.records if r.message.startswith("Estimate"))
    assert "3 steps at 32², batch 4" in estimate
    assert "MiB" in estimate


def test_the_estimate_leaves_the_run_as_it_is(cache: Path, tmp_path: Path) -> None:
    for name in ("--estimate", "--no-estimate"):
        assert _train(cache, tmp_path / name, name)[0] == 0
    states = [
        torch.load(tmp_path / n / "last.pt", weights_only=True) for n in ("--estimate", "--no-estimate")
    ]
    for key, value in states[0]["modules"]["parser_ema"].items():
        assert torch.equal(value, states[1]["modules"]["parser_ema"][key]), key


def test_resume_wants_a_run_and_fresh_puts_one_aside(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    code, said = _train(cache, folder, "--resume", "--no-estimate")
    assert code == 1
    assert "no run to resume" in said
    assert _train(cache, folder, "--minutes", "0", "--no-estimate")[1].endswith("1 of 5 steps done\n")
    assert "5 of 5" in _train(cache, folder, "--resume", "--no-estimate")[1]
    assert _train(cache, folder, "--fresh", "--minutes", "0", "--no-estimate")[1].endswith(
        "1 of 5 steps done\n"
    )
    (aside,) = tmp_path.glob("run-until-*")
    assert torch.load(aside / "last.pt", weights_only=True)["step"] == 5


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--config", "napoleon"], "there are bundled"),
        (["--set", "loop.colour=1"], "“loop.colour” is not known here"),
        (["--set", "learning_rate=fast"], "“learning_rate” must be a number"),
        (["--set", "loop.accumulate=3"], "cannot be split into 3"),
        (["--set", "loop.precision=fp8"], "bf16, fp16, fp32"),
        (["--data", "nowhere"], "no training cache in nowhere"),
    ],
)
def test_mistakes_are_told_in_words(words: list[str], sentence: str, cache: Path, tmp_path: Path) -> None:
    code, said = _train(cache, tmp_path / "run", *words)
    assert code == 1
    assert sentence in said
    assert "Traceback" not in said


def test_an_unknown_model_is_told_the_known_ones(cache: Path, tmp_path: Path) -> None:
    code, said = _train(cache, tmp_path / "run", model="painter")
    assert code == 1
    assert all(name in said for name in NAMES)


def test_a_damaged_cache_is_refused(cache: Path) -> None:
    with pytest.raises(TrainingError, match="no pictures of the split “test”"):
        open_cache(cache, "test")
    np.save(cache / "labels.npy", np.zeros((1, 256, 256), np.uint8))
    with pytest.raises(TrainingError, match="differ in length"):
        open_cache(cache, "train")
    (cache / "labels.npy").unlink()
    with pytest.raises(TrainingError, match="incomplete"):
        open_cache(cache, "train")


@pytest.mark.parametrize("model", NAMES)
def test_every_configuration_that_comes_along_loads(model: str) -> None:
    names = config_names(model)
    assert names
    assert find_config(model, None) == next(iter(names.values()))
    for name in names:
        assert read_settings(Order(model, name)).loop.steps > 0


def test_a_file_may_lie_over_another(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(
        "learning_rate = 1.0\n[loop]\nstages = [{ resolution = 32, batch = 4, steps = 3 }]\nlog_every = 7\n"
    )
    (tmp_path / "top.toml").write_text('extends = "base.toml"\n[loop]\nlog_every = 9\n')
    config = load_config(ParserTraining, tmp_path / "top.toml", ["data.cache=some/where-1"])
    assert (config.learning_rate, config.loop.log_every, config.loop.steps) == (1.0, 9, 3)
    assert config.data.cache == "some/where-1"


def test_prepare_from_the_command_line(cache: Path, tmp_path: Path) -> None:
    words = ["prepare", "--data", f"ffhq:{tmp_path / 'in'}", "--out", str(tmp_path / "again")]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    assert "4 rows" in result.output
    for name in ("images", "labels"):
        assert np.array_equal(np.load(cache / f"{name}.npy"), np.load(tmp_path / "again" / f"{name}.npy"))
    assert "already" in CliRunner().invoke(app, words).output
    assert CliRunner().invoke(app, ["prepare", "--data", "ffhq:/nowhere", "--out", "x"]).exit_code == 1


def test_durations_are_easy_to_read() -> None:
    said = [duration(s) for s in (12, 600, 3900, 200_000)]
    assert said == ["12 s", "10 min", "1 h 05 min", "2 days 8 h"]
