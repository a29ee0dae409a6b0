"""SeCGAN in the product, with a tiny generator: where it acts, and how its change goes to the photo."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from core.document.document import Document
from core.errors import EditError
from core.face_attributes import FACE_ATTRIBUTES
from core.labels import Label
from core.methods.control import Slider
from core.methods.layout import Layout
from core.methods.secgan.edits import PictureAttribute
from core.methods.secgan.method import Secgan
from core.methods.secgan.regions import REACHES, reach_mask
from core.models.secgan import SecganGeneratorConfig
from core.models.secgan_stargan import ChangeGenerator
from core.opencv import cv2
from core.packs import Pack, write_pack
from core.photo import photo_from_array
from core.render.change import Gain
from core.render.device import DeviceChoice
from core.render.engine import Engine
from core.render.runtime import Runtime
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


def within(area: np.ndarray) -> np.ndarray:
    """How far each pixel of an area lies from its edge."""
    return np.asarray(cv2.distanceTransform(area.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE))


@pytest.mark.parametrize(
    ("name", "labels", "beyond"),
    [
        ("bald", {Label.HAIR}, 8),
        ("bushy_brows", {Label.L_BROW}, 5),
        ("mouth_open", {Label.U_LIP, Label.L_LIP}, 13),
    ],
)
def test_what_grows_or_moves_reaches_beyond_its_labels(name: str, labels: set[Label], beyond: int):
    label_map = np.full((256, 256), Label.SKIN, np.uint8)
    label_map[180:200, 100:160] = min(labels)
    away = within(label_map == Label.SKIN)
    mask = reach_mask(name, label_map)
    assert mask[away > 0].any()
    assert abs(away[mask > 0].max() - beyond) <= 1


def test_a_mask_fades_over_three_pixels():
    label_map = np.full((256, 256), Label.SKIN, np.uint8)
    label_map[60:160, 60:160] = Label.HAIR
    deep, mask = within(label_map == Label.HAIR), reach_mask("blond_hair", label_map)
    assert mask[deep == 1].max() < 0.3
    assert mask[deep >= 4].min() == 1


def test_the_lower_half_begins_a_little_above_the_noses_end():
    label_map = np.full((256, 256), Label.SKIN, np.uint8)
    assert 138 <= np.flatnonzero(reach_mask("beard", label_map).any(axis=1))[0] <= 144  # no nose is seen
    label_map[100:141, 110:140] = Label.NOSE
    label_map[240:243, 3] = Label.NOSE  # a parser's mistake
    # Of 41 rows two lie below; the nose's wings begin above its end.
    assert np.flatnonzero(reach_mask("beard", label_map).any(axis=1))[0] == 136


def toned(own: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The gain of a head of hair that the generator draws so, and wants so."""
    photo = photo_from_array(np.full((256, 256, 3), 90, np.uint8))
    face = SimpleNamespace(transform=np.array([[1.0, 0, 0], [0, 1, 0]]), crop=photo.pixels)
    context: Any = SimpleNamespace(document=Document(photo), face=face)
    work: Any = SimpleNamespace(layout=Layout.of(np.full((256, 256), Label.HAIR, np.uint8)))
    method = Secgan(Runtime(DeviceChoice("cpu")), None)
    pictures = (np.repeat(each[..., None], 3, axis=2).astype(np.float32) for each in (own, wanted))
    change = method._change(PictureAttribute(attribute="blond_hair", amount=1.0), work, context, *pictures)
    assert isinstance(change, Gain)
    return change.gain[..., 0]


def test_tones_stay_within_those_of_real_hair():
    black, white = np.full((64, 64), 30.0), np.full((64, 64), 250.0)
    assert 2.3 < toned(black, white).max() < 3.3
    assert 0.3 < toned(white, np.zeros((64, 64))).min() < 0.42


def test_in_the_dark_a_few_levels_are_noise():
    """Twice as light, at a brightness at which that is two levels of a generator's noise."""
    dark = np.full((64, 64), 3.0)
    assert 1.18 < toned(dark, 2 * dark)[128, 128] < 1.25


def test_tones_are_as_coarse_as_the_generators_grid():
    wanted = np.full((64, 64), 100.0)
    wanted[:, 32:] = 150.0
    across = toned(np.full((64, 64), 100.0), wanted)[128]
    rise = (across - across.min()) / np.ptp(across)
    width = np.count_nonzero((rise > 0.1) & (rise < 0.9))
    assert 9 <= width <= 13  # crop pixels; without smoothing the step takes four
