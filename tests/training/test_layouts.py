"""Hair cut and exchanged, fringes, faces: what each composed layout must and must not show; pairs on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.labels import Label
from tests.core.methods.accessories.heads import make_mesh, make_portrait
from training.data.batches import AugmentConfig, Cache, DataConfig
from training.data.layouts import (
    LabelMap,
    Sitter,
    filled,
    shaved,
    skull_area,
    with_bangs_of,
    with_drawn_bangs,
    with_face_of,
    with_hair_of,
    without_bangs,
)
from training.data.pairs import PairBatches, PairTable, write_pairs
from training.data.portraits import Portraits
from training.data.prepare import write_cache

PORTRAITS = Path(__file__).parents[3] / "shared" / "portraits"
EYES = (Label.L_EYE, Label.R_EYE)


@pytest.fixture(scope="module")
def sitter() -> Sitter:
    return Sitter.of(make_portrait()[1], make_mesh())


def _with_fringe(sitter: Sitter) -> Sitter:
    return replace(sitter, label_map=with_drawn_bangs(sitter, np.random.default_rng(0)))


def _hair_pixels(label_map: LabelMap) -> int:
    return int(np.count_nonzero(label_map == Label.HAIR))


def test_unknown_pixels_take_the_nearest_label(sitter: Sitter) -> None:
    assert 255 not in sitter.label_map
    gap = np.zeros((256, 256), bool)
    gap[:2] = True
    assert np.array_equal(filled(sitter.label_map, gap), sitter.label_map)


def test_a_shaved_head_shows_its_skull_and_nothing_else_moves(sitter: Sitter) -> None:
    bald = shaved(sitter)
    assert _hair_pixels(bald) == 0
    assert (bald[sitter.hair & skull_area(sitter.head)] == Label.SKIN).mean() > 0.95
    far = ~sitter.hair & ~skull_area(sitter.head, 1.1)
    assert np.array_equal(bald[far], sitter.label_map[far])


def test_a_ring_of_hair_stays_at_the_sides(sitter: Sitter) -> None:
    thin, ring = shaved(sitter, 0.3), shaved(sitter, 0.6)
    assert 0 < _hair_pixels(thin) < _hair_pixels(ring) < _hair_pixels(sitter.label_map)
    assert not (ring[:60, 120:136] == Label.HAIR).any()


@pytest.mark.parametrize("yaw", [-12.0, 0.0, 12.0])
def test_hair_moves_with_the_head(sitter: Sitter, yaw: float) -> None:
    other = Sitter.of(make_portrait()[1], make_mesh(yaw))
    worn = with_hair_of(sitter, other)
    assert _hair_pixels(worn) > 0.5 * _hair_pixels(other.label_map)
    for eye in EYES:
        assert np.array_equal(worn == eye, sitter.label_map == eye)


def test_own_hair_put_on_again_is_the_own_layout(sitter: Sitter) -> None:
    again = with_hair_of(sitter, sitter)
    assert (again == sitter.label_map).mean() > 0.97


def test_a_fringe_covers_the_forehead_and_never_the_eyes(sitter: Sitter) -> None:
    for seed in range(8):
        worn = with_drawn_bangs(sitter, np.random.default_rng(seed))
        new = (worn == Label.HAIR) & ~sitter.hair
        assert new.any()
        assert not new[125:].any()
        assert not np.isin(sitter.label_map[new], EYES).any()


def test_a_fringe_goes_over_to_another_head_and_comes_off(sitter: Sitter) -> None:
    fringed = _with_fringe(sitter)
    worn = with_bangs_of(sitter, fringed)
    agreed = ((worn == Label.HAIR) & (fringed.label_map == Label.HAIR)).sum() / fringed.hair.sum()
    assert agreed > 0.9
    assert _hair_pixels(without_bangs(fringed)) < _hair_pixels(fringed.label_map)


@pytest.mark.parametrize("hair", [False, True])
def test_another_face_brings_its_features(sitter: Sitter, hair: bool) -> None:
    other = Sitter(np.roll(sitter.label_map, 6, axis=0), sitter.head)
    changed = with_face_of(sitter, other, hair)
    assert np.array_equal(changed == Label.L_EYE, other.label_map == Label.L_EYE)
    own = (changed == Label.HAIR) & sitter.hair
    assert own.sum() > (0.8 if not hair else 0.5) * sitter.hair.sum()


Edit = Callable[[Sitter], LabelMap]


@pytest.mark.parametrize("edit", [shaved, without_bangs, _with_fringe])
def test_layouts_stay_label_maps(sitter: Sitter, edit: Edit) -> None:
    made = edit(sitter)
    made = made.label_map if isinstance(made, Sitter) else made
    assert (made.dtype, made.shape) == (np.uint8, (256, 256))
    assert made.max() < 19


@pytest.mark.skipif(not PORTRAITS.exists(), reason="needs the portraits")
def test_pairs_are_written_and_read_back(tmp_path: Path) -> None:
    portraits = Portraits(PORTRAITS)
    val = [e for e in portraits.entries if e.split == "val"]
    portraits.entries = val[:40]
    _write_small_cache(portraits, tmp_path)
    cache = Cache.open(tmp_path)
    write_pairs(portraits, cache, tmp_path / "pairs", 12, "val")
    table = PairTable.open(tmp_path / "pairs")
    assert table.changed.sum(axis=1).min() >= 1
    differs = [(table.label_maps[i] != cache.labels[row]).any() for i, row in enumerate(table.source_row)]
    assert all(differs)
    config = DataConfig(
        split="val", pairs=str(tmp_path / "pairs"), composed_share=1.0, augment=AugmentConfig()
    )
    batch = PairBatches(cache, config, 6, 64)[0]
    assert batch["changed"].sum(dim=1).min() >= 1
    turned = batch["attributes"] != batch["partner_attributes"]
    assert not (turned & (batch["changed"] == 0)).any()


def _write_small_cache(portraits: Portraits, out: Path) -> None:
    from training.data import prepare

    class Few(Portraits):
        def __init__(self, folder: Path) -> None:
            super().__init__(folder)
            self.entries = portraits.entries

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepare, "Portraits", Few)
        write_cache(PORTRAITS, out, variants=0)
