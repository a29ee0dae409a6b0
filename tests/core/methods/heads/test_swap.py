"""Head swap as an edit: what it changes, what it leaves, and how later edits go on from it."""

from __future__ import annotations

import numpy as np
import pytest

from core.document.document import Document
from core.document.edits import Reference, Seed
from core.errors import EditError, FaceError
from core.labels import Label, palette
from core.methods.heads.edits import HeadSwap
from core.methods.heads.method import TURNED_NOTICE
from core.methods.paint.edits import FillRegion
from core.methods.smile.edits import SetAttribute, SetRegionStyle
from core.photo import photo_from_array
from core.render.engine import Engine
from tests.core.conftest import draw_photo

SWAP = HeadSwap(reference=Reference("other"))


@pytest.fixture
def document() -> Document:
    return Document(draw_photo()).with_reference("other", draw_photo(centre=(170, 140), scale=0.95))


def test_only_the_crop_changes(engine: Engine, document: Document):
    result = engine.render(document.with_edit(SWAP))
    changed = (result.pixels != document.photo.pixels).any(axis=2)
    rows, columns = np.nonzero(changed)
    assert rows.size
    assert columns.min() >= 200 - 128 - 1
    assert columns.max() <= 200 + 128


def test_the_head_is_the_others_and_the_body_stays(engine: Engine, document: Document):
    before, after = engine.preview(document), engine.preview(document.with_edit(SWAP))
    assert (after.label_map == Label.SKIN).any()
    cloth = (before.label_map == Label.CLOTH) & (after.touched <= 0)
    assert cloth.any()
    assert np.array_equal(before.crop[cloth], after.crop[cloth])


def test_it_goes_when_it_is_switched_off(engine: Engine, document: Document):
    off = HeadSwap(reference=Reference("other"), enabled=False)
    assert np.array_equal(engine.preview(document.with_edit(off)).crop, engine.preview(document).crop)


@pytest.mark.parametrize(
    "more",
    [
        SetAttribute(attribute="eyeglasses", present=True),
        SetAttribute(attribute="hair", present=False, source=Seed(3)),
        SetRegionStyle(region="hair", source=Seed(1)),
        FillRegion(label=Label.HAT, point=(128, 30)),
        SWAP,
    ],
)
def test_other_edits_go_on_from_it(engine: Engine, document: Document, more: SetAttribute):
    swapped = document.with_edit(SWAP)
    assert engine.preview(swapped.with_edit(more)).crop.shape == (256, 256, 3)
    again = engine.preview(swapped.with_edit(more)).crop
    assert np.array_equal(again, engine.preview(swapped.with_edit(more)).crop)


def test_a_restyled_region_of_the_new_head_changes(engine: Engine, document: Document):
    swapped = document.with_edit(SWAP)
    hair = engine.preview(swapped.with_edit(SetRegionStyle(region="hair", source=Seed(1))))
    plain = engine.preview(swapped)
    area = plain.label_map == Label.HAIR
    assert (hair.crop[area] != plain.crop[area]).any()


def test_what_is_missing_is_said(engine: Engine, document: Document):
    with pytest.raises(EditError, match="which this document does not have"):
        engine.preview(Document(document.photo).with_edit(SWAP))
    with pytest.raises(FaceError, match="reference"):
        engine.preview(document.with_edit(HeadSwap(reference=Reference("other", 5))))
    with pytest.raises(EditError, match="still used"):
        document.with_edit(SWAP).without_reference("other")


def test_heads_of_one_pose_need_no_warning(engine: Engine, document: Document):
    assert TURNED_NOTICE not in engine.preview(document.with_edit(SWAP)).notices


def test_three_references_give_what_each_has(engine: Engine, document: Document):
    """Figure 1 of SMILE's paper: several references, each giving other attributes."""
    for key, centre in (("glasses", (190, 150)), ("hat", (210, 160))):
        document = document.with_reference(key, draw_photo(centre=centre))
    edits = (
        SetAttribute(attribute="hair", present=True, source=Reference("other")),
        SetAttribute(attribute="eyeglasses", present=True, source=Reference("glasses")),
        SetAttribute(attribute="hat", present=True, source=Reference("hat")),
        SetRegionStyle(region="hair", source=Reference("other")),
    )
    together = engine.preview(document.with_edits(edits))
    assert np.array_equal(together.crop, engine.preview(document.with_edits(edits)).crop)
    without_look = engine.preview(document.with_edits(edits[:3]))
    hair = together.label_map == Label.HAIR
    assert (together.crop[hair] != without_look.crop[hair]).any()


def test_a_swapped_head_is_as_sharp_as_its_own_photo(engine: Engine):
    """At four times the crop's size; the other photo is striped more finely than a crop can hold."""
    photo, other = draw_photo(1200, 1100, (600, 550), 4.0), draw_photo(1200, 1100, (600, 550), 4.0)
    stripes = np.where(np.arange(1200) % 4 < 2, -30, 30)[None, :, None]
    skin = (other.pixels == palette()[Label.SKIN]).all(axis=2)[..., None]
    striped = np.clip(other.pixels.astype(int) + stripes * skin, 0, 255).astype(np.uint8)
    document = Document(photo).with_reference("other", photo_from_array(striped)).with_edit(SWAP)
    result = engine.render(document).pixels.astype(int)
    cheek = (slice(600, 640), slice(420, 460))
    seen, wanted = result[cheek][..., 1], striped.astype(int)[cheek][..., 1]
    assert np.corrcoef(seen.ravel(), wanted.ravel())[0, 1] > 0.8
