"""SeCGAN in the product, with a tiny generator: where it acts, and how its change goes to the photo."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.document.document import Document
from core.errors import EditError
from core.face_attributes import FACE_ATTRIBUTES
from core.labels import Label
from core.methods.control import Slider
from core.methods.secgan.edits import PictureAttribute
from core.methods.secgan.regions import REACHES, reach_mask
from core.models.secgan import SecganGeneratorConfig
from core.models.secgan_stargan import ChangeGenerator
from core.packs import Pack, write_pack
from core.render.device import DeviceChoice
from core.render.engine import Engine
from tests.core.conftest import draw_photo, drawn_map

NAMES = [each.name for each in FACE_ATTRIBUTES]


@pytest.fixture(scope="module")
def secgan_pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    torch.manual_seed(3)
    network = ChangeGenerator(SecganGeneratorConfig(outputs=4, channels=(4, 8, 8), blocks=1))
    for weights in network.parameters():
        weights.data *= 3  # a change that can be seen
    return write_pack(
        tmp_path_factory.mktemp("packs") / "secgan", {"secgan_generator": network}, name="secgan",
        title="Tiny", version="1", licence="CC0", card="# Tiny\n", method="secgan", crop_size=64,
    )  # fmt: skip


@pytest.fixture
def engine(tiny_pack: Pack, secgan_pack: Pack, drawn_faces: None) -> Engine:
    return Engine(tiny_pack, DeviceChoice("cpu"), others=(secgan_pack,))


@pytest.mark.parametrize("name", NAMES)
def test_every_attribute_acts_within_its_reach(engine: Engine, name: str):
    photo = draw_photo()
    preview = engine.preview(Document(photo, edits=(PictureAttribute(attribute=name, amount=1.0),)))
    changed = (preview.crop != preview.original).any(axis=2)
    mask = reach_mask(name, preview.label_map)
    assert changed.any()
    assert not (changed & (mask <= 0)).any()
    result = engine.render(Document(photo, edits=(PictureAttribute(attribute=name, amount=-1.0),)))
    assert (result.pixels != photo.pixels).any()
    assert np.array_equal(result.pixels[:3], photo.pixels[:3])


def test_nothing_asked_is_nothing_changed(engine: Engine):
    photo = draw_photo()
    for edit in (PictureAttribute(attribute="beard", amount=0.0),):
        assert np.array_equal(engine.render(Document(photo, edits=(edit,))).pixels, photo.pixels)


def test_reaches_keep_to_their_labels():
    label_map = drawn_map()
    assert set(REACHES) == set(NAMES)
    hair = reach_mask("blond_hair", label_map) > 0
    assert (label_map[hair] == Label.HAIR).all()
    tip = np.flatnonzero((label_map == Label.NOSE).any(axis=1))[-1]
    assert not reach_mask("beard", label_map)[: tip - 10].any()
    assert not reach_mask("bangs", label_map)[tip:].any()


def test_what_excludes_each_other_is_said(engine: Engine):
    edits = tuple(PictureAttribute(attribute=name, amount=1.0) for name in ("bald", "bangs"))
    assert "Bald and Bangs exclude each other." in engine.preview(Document(draw_photo(), edits=edits)).notices
    kept = (edits[0], PictureAttribute(attribute="bangs", amount=-1.0))
    assert not any("exclude" in n for n in engine.preview(Document(draw_photo(), edits=kept)).notices)


def test_sliders_make_its_edits_and_are_experimental(engine: Engine):
    sliders = [each for each in engine.controls if each.edit_type is PictureAttribute]
    assert [each.fixed["attribute"] for each in sliders] == NAMES
    for each in sliders:
        assert isinstance(each, Slider)
        assert each.experimental
        edit = each.edit(0, 0.25)
        assert each.makes(edit)
        assert each.amount(edit) == 0.25
        assert each.amount(each.moved(edit, -1.0)) == -1.0


def test_unknown_attributes_and_amounts_are_refused(engine: Engine):
    for edit in (
        PictureAttribute(attribute="wings", amount=1.0),
        PictureAttribute(attribute="beard", amount=2.0),
    ):
        with pytest.raises(EditError):
            engine.preview(Document(draw_photo(), edits=(edit,)))
