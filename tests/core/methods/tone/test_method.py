"""Hair colours as edits: on the whole photo, beyond the crop, mixed, and where there is no hair."""

from __future__ import annotations

import numpy as np
import pytest

from core.document.document import Document
from core.face import extract_crop
from core.labels import Label, palette
from core.methods.tone.edits import HairColour
from core.photo import Photo, photo_from_array
from core.render.engine import Engine
from tests.core.conftest import draw_photo, drawn_map

RED, BLACK = HairColour(colour="red", amount=1.0), HairColour(colour="black", amount=0.5)


def shaggy(photo: Photo) -> Photo:
    """The drawn photo with hair that hangs out of the crop, to the right."""
    pixels = photo.pixels.copy()
    pixels[100:130, 270:352] = palette()[Label.HAIR]
    return photo_from_array(pixels)


def test_hair_is_dyed_and_nothing_else(engine: Engine) -> None:
    document = Document(draw_photo()).with_edit(RED)
    result = engine.render(document)
    changed = (result.pixels != document.photo.pixels).any(axis=2)
    (face,) = engine.analyse(document.photo)
    crop, _ = extract_crop(changed[..., None].repeat(3, 2).astype(np.uint8) * 255, face.transform)
    hair = drawn_map() == Label.HAIR
    assert (crop[hair] > 127).mean() > 0.8
    assert (crop[drawn_map() == Label.NOSE] > 127).mean() < 0.05
    assert np.array_equal(engine.render(document).pixels, result.pixels)


def test_hair_that_hangs_out_of_the_crop_is_dyed_there_too(engine: Engine) -> None:
    document = Document(shaggy(draw_photo(scale=0.8))).with_edit(RED)
    result = engine.render(document)
    (face,) = engine.analyse(document.photo)
    right = float((face.transform @ (256, 128, 1))[0])
    beyond = slice(int(right) + 1, 350)
    changed = (result.pixels != document.photo.pixels).any(axis=2)
    assert changed[105:125, beyond].mean() > 0.8


def test_dyes_are_mixed_whatever_their_order(engine: Engine) -> None:
    document = Document(draw_photo())
    one = engine.render(document.with_edits((RED, BLACK))).pixels
    other = engine.render(document.with_edits((BLACK, RED))).pixels
    assert np.array_equal(one, other)
    assert not np.array_equal(one, engine.render(document.with_edit(RED)).pixels)


@pytest.mark.parametrize(
    "edit", [HairColour(colour="red", amount=0.0), HairColour(colour="red", amount=1, enabled=False)]
)
def test_no_dye_changes_nothing(engine: Engine, edit: HairColour) -> None:
    document = Document(draw_photo()).with_edit(edit)
    assert np.array_equal(engine.render(document).pixels, document.photo.pixels)


def test_less_changes_less(engine: Engine) -> None:
    document = Document(draw_photo())
    full, part = (
        engine.preview(document.with_edit(HairColour(colour="red", amount=amount))) for amount in (1.0, 0.3)
    )
    moved = [np.abs(each.crop.astype(int) - each.original).sum() for each in (full, part)]
    assert 0.2 * moved[0] < moved[1] < 0.4 * moved[0]


def test_where_there_is_no_hair_it_is_said(engine: Engine) -> None:
    photo = draw_photo()
    pixels = photo.pixels.copy()
    pixels[(pixels == palette()[Label.HAIR]).all(axis=2)] = palette()[Label.BACKGROUND]
    preview = engine.preview(Document(photo_from_array(pixels)).with_edit(RED))
    assert any("no hair" in notice for notice in preview.notices)
    assert np.array_equal(preview.crop, preview.original)
