"""SemanticStyleGAN in the product, with tiny networks: parts, their sources, and what stays."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.document.document import Document
from core.document.edits import Blend, Own, Reference, Seed, Source
from core.errors import EditError
from core.labels import PARTS, part_table
from core.methods.control import Look
from core.methods.semantic_stylegan.edits import Part
from core.methods.semantic_stylegan.method import _about, _reach
from core.models.semantic_encoder import SemanticEncoder
from core.models.semantic_stylegan import SemanticConfig, SemanticGenerator, SemanticMapping
from core.opencv import cv2
from core.packs import Pack, write_pack
from core.render.device import DeviceChoice
from core.render.engine import Engine
from tests.core.conftest import draw_photo, drawn_map

TINY = SemanticConfig(
    code_dim=8, mapping_layers=2, frequencies=2, part_channels=8, part_layers=4, coarse_layers=1,
    shape_layers=2, coarse_resolution=16, feature_channels=8, smallest=16, channels=(8, 8),
    encoder_channels=(4, 8), encoder_features=8, outline_size=8, outline_hidden=8,
)  # fmt: skip


@pytest.fixture(scope="module")
def parts_pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    torch.manual_seed(0)
    networks = {
        "semantic_generator": SemanticGenerator(TINY),
        "semantic_mapping": SemanticMapping(TINY),
        "semantic_encoder": SemanticEncoder(TINY),
    }
    return write_pack(
        tmp_path_factory.mktemp("packs") / "parts", networks, name="parts", title="Tiny", version="1",
        licence="CC0", card="# Tiny\n", method="semantic_stylegan", crop_size=64,
    )  # fmt: skip


@pytest.fixture
def engine(tiny_pack: Pack, parts_pack: Pack, drawn_faces: None) -> Engine:
    return Engine(tiny_pack, DeviceChoice("cpu"), others=(parts_pack,))


@pytest.mark.parametrize("source", [Seed(3), Blend(Seed(3), Reference("her"), 0.25)])
def test_a_part_changes_about_itself(engine: Engine, source: Source):
    photo = draw_photo()
    document = Document(photo).with_reference("her", photo)
    preview = engine.preview(document.with_edit(Part(part="nose", shape=source, texture=source)))
    changed = (preview.crop != preview.original).any(axis=2)
    assert changed.any()
    corner = part_table()[preview.label_map] == list(PARTS).index("background")
    assert not changed[:8].any()
    assert changed[~corner].any()
    assert np.array_equal(preview.label_map, engine.analyse(photo)[0].label_map)


def test_what_stays_its_own_changes_nothing(engine: Engine):
    photo = draw_photo()
    own = Reference("own")
    for edit in (
        Part(part="nose"),
        Part(part="nose", shape=Seed(1), texture=Own(), strength=0.0),
        Part(part="hair", shape=own, texture=own),
    ):
        document = Document(photo, edits=(edit,)).with_reference("own", photo)
        assert np.array_equal(engine.render(document).pixels, photo.pixels)


def test_the_same_seed_is_the_same_part(engine: Engine):
    photo = draw_photo()
    first, again, other = (
        engine.render(Document(photo, edits=(Part(part="hair", texture=Seed(seed)),))).pixels
        for seed in (5, 5, 6)
    )
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_looks_take_shape_texture_or_both(engine: Engine):
    looks = [each for each in engine.controls if isinstance(each, Look) and each.edit_type is Part]
    assert len(looks) == 3 * len(PARTS)
    by_name = {each.name: each for each in looks}
    assert by_name["part-nose"].edit(0, Seed(2)) == Part(part="nose", shape=Seed(2), texture=Seed(2))
    assert by_name["part-nose-shape"].edit(1, Seed(2), 0.5) == Part(
        face=1, part="nose", shape=Seed(2), strength=0.5
    )
    assert all(each.experimental for each in looks)


def test_an_unknown_part_is_refused(engine: Engine):
    with pytest.raises(EditError, match="no part called"):
        engine.preview(Document(draw_photo(), edits=(Part(part="tail", shape=Seed(0)),)))


def test_every_label_belongs_to_a_part():
    assert set(np.unique(part_table()[drawn_map()])) <= set(range(len(PARTS)))


def test_a_parts_change_ends_eight_pixels_beyond_it():
    area = np.zeros((256, 256), np.bool_)
    area[120:140, 120:140] = True
    away = np.asarray(cv2.distanceTransform((~area).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE))
    reach = _reach((area, np.zeros_like(area)))
    assert reach[away <= 3].min() == 1
    assert reach[away >= 4].max() < 0.98
    assert reach[away <= 7].min() > 0
    assert reach[away >= 9].max() == 0


def test_what_is_drawn_far_from_a_part_is_not_that_part():
    """An eighth of the crop is about half the distance between the eyes."""
    area = np.zeros((256, 256), np.bool_)
    area[120:140, 120:140] = True
    about = np.flatnonzero(_about(area)[130])
    assert 139 + 28 < about[-1] < 139 + 34
    assert _about(np.zeros_like(area)).all()
