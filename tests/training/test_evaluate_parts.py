"""Figures and sheets of SemanticStyleGAN, on networks whose answers are known and on tiny ones."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
import torch
from torch import Tensor

from core.labels import PARTS, Label
from core.methods.smile.attributes import ATTRIBUTES
from core.models.semantic_stylegan import Drawn, SemanticConfig
from tests.training.tiny_parts import TINY, WITH_ENCODER, semantic_task
from training.checkpoints import save
from training.common import TrainingError
from training.data.batches import Cache
from training.evaluate_parts import (
    Networks,
    composition,
    locality,
    measure,
    open_networks,
    plain,
    write_sheets,
)
from training.export_parts import TYPICAL, export_parts
from training.semantic_stylegan import Real
from training.session import SETTINGS

SIDE = 32
HAIR, FACE = (list(PARTS).index(name) for name in ("hair", "face"))


class Halves:
    """Hair is the upper half, face the lower; a texture code's first number is its part's grey, and the
    number after it leaks into the other half."""

    config = SemanticConfig()

    def __call__(self, codes: Tensor, shown: Tensor | None, size: int) -> Drawn:
        rgb = torch.zeros(len(codes), 3, SIDE, SIDE)
        for part, here, there in ((HAIR, slice(0, 16), slice(16, 32)), (FACE, slice(16, 32), slice(0, 16))):
            code = codes[:, self.config.texture_row(part)]
            rgb[:, :, here] += code[:, 0].view(-1, 1, 1, 1)
            rgb[:, :, there] += code[:, 1].view(-1, 1, 1, 1)
        scores = torch.full((len(codes), 13, SIDE, SIDE), -1.0)
        scores[:, HAIR, :16] = scores[:, FACE, 16:] = 1
        return Drawn(rgb, scores, scores, scores)


def _halves() -> Networks:
    generator = cast("Any", Halves())
    return Networks(generator, generator, generator, SIDE)


@pytest.mark.parametrize(("leak", "share"), [(0.0, 1.0), (0.3, 0.5), (0.1, 0.9)])
def test_locality_is_the_share_of_the_change_inside(leak: float, share: float) -> None:
    networks = _halves()
    codes = torch.zeros(2, 28, 512)
    codes[1, networks.config.texture_row(HAIR), 0] = 0.3
    codes[1, networks.config.texture_row(HAIR), 1] = leak
    before = networks.draw(codes)
    parts = before.scores.argmax(dim=1)
    expected = 0.3**2 / (0.3**2 + leak**2)
    found = locality(networks, codes, before.rgb, parts, HAIR, shape=False)
    assert found == pytest.approx(expected, abs=1e-5)
    assert found == pytest.approx(share, abs=0.01)
    assert np.isnan(locality(networks, codes, before.rgb, parts, 0, shape=True))


def _run(folder: Path) -> Path:
    task = semantic_task(**WITH_ENCODER)
    folder.mkdir()
    values = {"model": "semantic-stylegan", **TINY, **WITH_ENCODER}
    (folder / SETTINGS).write_text(json.dumps(values), encoding="utf-8")
    save(task, folder, 3)
    return folder


def _real() -> Real:
    generator = torch.Generator().manual_seed(0)
    parts = (
        torch.randint(0, 13, (3, 4, 4), generator=generator).repeat_interleave(8, 1).repeat_interleave(8, 2)
    )
    return Real.of(torch.rand(3, 3, SIDE, SIDE, generator=generator) * 2 - 1, parts, 13)


def test_a_runs_networks_are_measured_and_drawn(tmp_path: Path) -> None:
    networks, real = open_networks(_run(tmp_path / "run")), _real()
    figures = measure(networks, real)
    assert figures.portraits == 3
    assert 0 < figures.psnr < 60
    assert 0 <= figures.miou <= 1
    assert json.loads(json.dumps(plain(figures)))["parsed_miou"] is None
    write_sheets(networks, real, tmp_path)
    assert {p.stem for p in tmp_path.glob("*.jpg")} == {"reconstruction", "samples", "mixing", "composition"}
    built, depths = composition(networks, networks.encoder(real.rgb, real.parts)[:1])
    assert built.shape == depths.shape == (13, SIDE, SIDE, 3)


def test_a_run_becomes_a_pack_that_draws_the_same(tmp_path: Path) -> None:
    networks = open_networks(_run(tmp_path / "run"))
    pack = export_parts(networks, _cache(tmp_path / "cache"), tmp_path / "parts", "1.0")
    assert (pack.descriptor.method, pack.descriptor.crop_size) == ("semantic_stylegan", SIDE)
    again, real = open_networks(pack.folder), _real()
    codes = networks.encoder(real.rgb, real.parts)
    torch.testing.assert_close(again.encoder(real.rgb, real.parts), codes, rtol=0.01, atol=0.01)  # fp16
    torch.testing.assert_close(
        again.generator(codes).rgb, networks.generator(codes).rgb, rtol=0.02, atol=0.02
    )
    typical = pack.tensors(TYPICAL)
    assert typical is not None
    rows = networks.config.rows
    assert (typical["codes"].shape, typical["valid"].shape) == ((2, rows, 8), (2, rows))
    shapes = typical["valid"][0, networks.config.shape_row(0) :: 2]
    textures = typical["valid"][0, networks.config.texture_row(0) :: 2]
    assert shapes.all()
    assert textures.nonzero().flatten().tolist() == [0, FACE]


def _cache(folder: Path) -> Cache:
    """Two portraits of a square face, and nothing else on them."""
    labels = np.zeros((2, 256, 256), np.uint8)
    labels[:, 64:192, 64:192] = Label.SKIN
    images = np.random.default_rng(0).integers(0, 256, (2, 256, 256, 3)).astype(np.uint8)
    folder.mkdir()
    for name, values in {
        "images": images,
        "labels": labels,
        "alpha": labels * 0,
        "colour": images * 0,
    }.items():
        np.save(folder / f"{name}.npy", values)
    names = [attribute.name for attribute in ATTRIBUTES]
    heads = ["row", "id", "split", "person", "kind", "source_row", *names, "layer_known", "params"]
    lines = [[row, row, "train", row, "plain", row, *[0] * len(names), 1, "{}"] for row in range(2)]
    with (folder / "index.csv").open("w", newline="") as file:
        csv.writer(file).writerows([heads, *lines])
    return Cache.open(folder)


def test_a_folder_without_a_run_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no checkpoint"):
        open_networks(_empty_run(tmp_path / "run"))


def _empty_run(folder: Path) -> Path:
    _run(folder)
    for name in ("last.pt", "previous.pt"):
        (folder / name).unlink(missing_ok=True)
    return folder
