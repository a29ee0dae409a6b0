"""Labels by self-training: where the views agree, where they do not, and beyond the source picture."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from core.labels import IGNORE, NUM_LABELS, Label
from core.opencv import cv2
from tests.core.methods.accessories.heads import make_mesh
from training.data.datasets.self_labelled import SelfLabelledPortraits


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "images").mkdir()
    cv2.imwrite(str(tmp_path / "images" / "0.png"), np.zeros((256, 256, 3), np.uint8))
    cv2.imwrite(str(tmp_path / "images" / "0.jpg"), np.zeros((256, 256, 3), np.uint8))
    (tmp_path / "attributes.csv").write_text("id,male\n0,1\n")
    corners = "0,0,255,0,255,199,0,199"
    names = ",".join(f"src{i}_{axis}" for i in range(4) for axis in "xy")
    (tmp_path / "manifest.csv").write_text(f"id,split,person,{names}\n0,train,0,{corners}\n")
    mesh = make_mesh()
    mesh[:, :2] = mesh[:, :2] * 0.4 + 80
    np.savez(tmp_path / "mesh.npz", ids=np.array(["0"]), points=mesh[None, :468], iris=mesh[None, 468:])
    return tmp_path


class Runtime:
    """What runs networks, without any precision of its own."""

    def rgb(self, crop: np.ndarray) -> Tensor:
        return torch.from_numpy(crop).permute(2, 0, 1)[None].float() / 127.5 - 1

    def run(self, work: Any) -> Any:
        return work()


def _parsing(parser: Any) -> Any:
    return SimpleNamespace(networks=SimpleNamespace(network=lambda role: parser, runtime=Runtime()))


def _sided(x: Tensor) -> Tensor:
    """An ear on each side, the right one of the person on the left of the picture; skin between."""
    logits = torch.zeros(1, NUM_LABELS + 1, *x.shape[2:])
    third = x.shape[3] // 4
    logits[:, Label.SKIN] = 4
    logits[:, Label.R_EAR, :, :third] = logits[:, Label.L_EAR, :, -third:] = 12
    return logits


def test_views_are_turned_back(folder: Path) -> None:
    label_map = SelfLabelledPortraits(folder, _parsing(_sided)).label_map("0")
    assert (label_map[:190, :60] == Label.R_EAR).all()
    assert (label_map[:190, 196:] == Label.L_EAR).all()
    assert (label_map[10:60, 75:180] == Label.SKIN).all()
    assert (label_map[202:] == IGNORE).all()


def test_what_views_disagree_about_is_unknown(folder: Path) -> None:
    calls = iter(range(100))

    def wavering(x: Tensor) -> Tensor:
        logits = torch.zeros(1, NUM_LABELS + 1, *x.shape[2:])
        logits[:, Label.HAIR if next(calls) % 2 else Label.HAT, :100] = 12
        logits[:, Label.SKIN, 100:] = 12
        return logits

    label_map = SelfLabelledPortraits(folder, _parsing(wavering)).label_map("0")
    top = label_map[:20]
    assert (top == IGNORE).all()
    assert np.isin(label_map[150:190], (Label.SKIN, IGNORE, *range(2, 13))).all()
    assert (label_map == Label.SKIN).sum() > 5000


def test_iris_points_belong_to_the_mesh(folder: Path) -> None:
    assert SelfLabelledPortraits(folder, _parsing(_sided)).mesh("0").shape == (478, 3)
