"""SMILE's official classifiers as judges: what they say follows from the released layout and its recipe."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from core.errors import EditError, PackError
from core.labels import NUM_LABELS, Label
from core.methods.smile.attributes import ATTRIBUTES
from core.methods.smile.importing import make_pack, recognise_files
from core.methods.smile.networks import Networks
from core.packs import default_pack
from tests.core.methods.smile import official_reference as reference
from tests.core.methods.smile.official_layouts import OFFICIAL, random_state
from training.evaluation import attributes, evaluate, judge_on_portraits
from training.evaluation.judges import OfficialVerdicts, open_judges
from training.evaluation.portraits import Portrait, open_portraits, read_portraits
from training.evaluation.verdicts import Verdicts

MEAN, STD = ([[[v]] for v in values] for values in ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)))
RGB, MASK = "smile_attnet_rgb", "smile_attnet_mask"
OWN = {"eyeglasses": 2, "hair": 3, "bangs": 4, "earrings": 5, "hat": 6}
"""Heads of the released classifier; 0 is male, 1 female."""


def state_of(name: str) -> dict[str, Tensor]:
    """Weights under which the heads disagree and pictures differ."""
    state = random_state(OFFICIAL[name], 18, 0.15)
    last = [key for key in state if key.startswith("classifier") and key.endswith(".1.weight")]
    return state | {key: state[key] * 30 for key in last}


def imported(folder: Path, *names: str) -> Path:
    """A pack of these released files, as they are published: wrapped, with a prefix."""
    paths = [folder / f"attribute_{name}.pth" for name in names]
    for name, path in zip(names, paths, strict=True):
        torch.save({"state_dict": {f"module.{k}": v for k, v in state_of(name).items()}}, path)
    return make_pack(recognise_files(paths), "For research", into=folder).pack.folder


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return imported(tmp_path_factory.mktemp("packs"), RGB, MASK)


@pytest.fixture(scope="module")
def pictures() -> list[NDArray[np.uint8]]:
    rng = np.random.default_rng(0)
    smooth = [rng.integers(0, 256, (8, 8, 3)).repeat(32, 0).repeat(32, 1) for _ in range(3)]
    return [s.astype(np.uint8) for s in smooth]


@pytest.fixture(scope="module")
def layouts() -> list[NDArray[np.uint8]]:
    rng = np.random.default_rng(1)
    return [rng.integers(0, 19, (16, 16)).repeat(16, 0).repeat(16, 1).astype(np.uint8) for _ in range(3)]


def expected_of(heads: Tensor) -> NDArray[np.float32]:
    """The heads in our order, identity from both that speak of it."""
    columns = {name: heads[:, index] for name, index in OWN.items()}
    columns["identity"] = (heads[:, 0] + 1 - heads[:, 1]) / 2
    return torch.stack([columns[a.name] for a in ATTRIBUTES], dim=1).numpy()


def test_pictures_are_judged_by_the_released_recipe(pack: Path, pictures: list[NDArray[np.uint8]]) -> None:
    judge = open_judges(str(pack)).pictures
    x = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float() / 255
    x = F.interpolate(x, (224, 224), mode="bilinear", align_corners=False)
    heads = reference.attribute_probabilities(state_of(RGB), (x - torch.tensor(MEAN)) / torch.tensor(STD))
    assert heads.std() > 0.01
    assert not judge.sees_layouts
    assert judge.probabilities(pictures) == pytest.approx(expected_of(heads), abs=2e-3)


def test_layouts_are_judged_by_the_released_recipe(pack: Path, layouts: list[NDArray[np.uint8]]) -> None:
    judge = open_judges(str(pack)).layouts
    place = np.arange(224) * 256 // 224  # nearest, as torch has it
    small = np.stack(layouts)[:, place][:, :, place]
    one_hot = np.eye(NUM_LABELS, dtype=np.float32)[small].transpose(0, 3, 1, 2)
    heads = reference.attribute_probabilities(state_of(MASK), torch.from_numpy((one_hot + 1) / 2))
    assert heads.std() > 0.01
    assert judge.sees_layouts
    assert judge.probabilities(layouts) == pytest.approx(expected_of(heads), abs=2e-3)


def test_identity_is_male_where_male_is_the_likelier(pack: Path, pictures: list[NDArray[np.uint8]]) -> None:
    judge = open_judges(str(pack)).pictures
    assert isinstance(judge, OfficialVerdicts)
    network = judge._network
    for male, female, identity in ((3.0, -3.0, 0.9526), (-3.0, 3.0, 0.0474), (1.0, 1.0, 0.5)):
        for head, logit in ((network.heads[0], male), (network.heads[1], female)):
            assert isinstance(head, torch.nn.Sequential)
            last = head[1]
            assert isinstance(last, torch.nn.Linear)
            last.weight.data.zero_()
            last.bias.data = torch.tensor([0.0, logit])
        assert judge.probabilities(pictures)[:, 0] == pytest.approx(identity, abs=1e-4)


def test_what_a_pack_lacks_is_judged_by_our_own(tmp_path: Path) -> None:
    judges = open_judges(str(imported(tmp_path, RGB)))
    assert isinstance(judges.pictures, OfficialVerdicts)
    assert isinstance(judges.layouts, Verdicts)
    assert judges.layouts.sees_layouts
    assert judges.note == (
        "Pictures are judged by SMILE's classifier (pack smile-attributes), layouts by our own classifier."
    )


def test_a_pack_without_classifiers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no attribute classifier to judge with"):
        open_judges(str(default_pack().folder))
    with pytest.raises(PackError, match="no model pack “nobody”"):
        open_judges("nobody")
    with pytest.raises(EditError, match="part “attributes”"):
        evaluate(default_pack(), "portraits:nowhere", tmp_path, only=["pose"], judge="nobody")


def test_an_evaluation_by_the_official_judges(
    pack: Path, hats: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.evaluation.ATTRIBUTES", ATTRIBUTES[-1:])
    monkeypatch.setattr(attributes, "DIVERSITY_RESULTS", 2)
    report = evaluate(
        default_pack(), f"ffhq:{hats}", tmp_path, only=["attributes"], quiet=True, judge=str(pack)
    )
    judges = open_judges(str(pack))
    (portrait,) = read_portraits(open_portraits(f"ffhq:{hats}"), "val")
    (seen,) = judges.pictures.probabilities([portrait.image])[:, -1]
    assert report.judge["hat"]["F1 off"] == float(seen <= 0.5)
    assert [row.guide for row in report.attributes.rows] == ["random", "reference"]
    assert "judged by SMILE's classifier (pack smile-attributes)" in (tmp_path / "report.md").read_text()


def test_it_is_measured_itself_on_untouched_portraits(pack: Path, pictures: list[NDArray[np.uint8]]) -> None:
    judge = open_judges(str(pack)).pictures
    found = judge.probabilities(pictures) > 0.5
    layout, mesh = np.full((256, 256), Label.SKIN, np.uint8), np.zeros((0, 3), np.float32)
    portraits = [
        Portrait(str(i), picture, layout, None, {"hat": bool(found[i, -1])}, mesh)
        for i, picture in enumerate(pictures)
    ]
    figures = judge_on_portraits(judge, portraits, Networks(default_pack()))["hat"]
    assert figures["F1 on" if found[:, -1].any() else "F1 off"] == 1
    assert figures["share on"] == pytest.approx(found[:, -1].mean())
