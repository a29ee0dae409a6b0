"""Things put on by SMILE's toggles and drawn in 3D: over the photo, at its resolution, by name or chance."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.document.document import Document
from core.document.edits import Named, Reference, Seed
from core.document.recipe import edits_from_json, edits_to_json
from core.errors import EditError
from core.labels import Label
from core.methods.control import Toggle
from core.methods.registry import edit_types
from core.methods.smile.edits import SetAttribute
from core.methods.tone.edits import HairColour
from core.methods.wearing.method import style_of
from core.methods.wearing.rules import REMOVER, THINGS, drawn_in_3d, look_names
from core.models.remover import Remover, RemoverConfig
from core.opencv import cv2
from core.packs import Pack, add_network, default_pack
from core.photo import Photo, load_photo, photo_from_array
from core.render.device import DeviceChoice
from core.render.engine import Engine

SAMPLE = Path(__file__).resolve().parents[4] / "resources" / "samples" / "sample-1.jpg"
LABELS = {"eyeglasses": Label.EYE_G, "hat": Label.HAT, "earrings": Label.EAR_R}


@pytest.fixture(scope="module")
def shipped() -> Engine:
    """With the pack that ships: what stands in the way of a thing is read off real labels."""
    return Engine(default_pack(), DeviceChoice("cpu"))


@pytest.fixture(scope="module")
def photo() -> Photo:
    return load_photo(SAMPLE)


def worn(thing: str, look: str | int, strength: float = 1.0) -> SetAttribute:
    source = Named(look) if isinstance(look, str) else Seed(look)
    return SetAttribute(attribute=thing, present=True, source=source, strength=strength)


FIRST = [(thing, look_names(thing)[0]) for thing in THINGS]


@pytest.mark.parametrize(("thing", "look"), FIRST)
def test_a_look_is_put_on_and_nothing_else_changes(
    shipped: Engine, photo: Photo, thing: str, look: str
) -> None:
    document = Document(photo).with_edit(worn(thing, look))
    result = shipped.render(document)
    changed = (result.pixels != photo.pixels).any(axis=2)
    assert 0.0005 < changed.mean() < 0.5
    assert np.array_equal(shipped.render(document).pixels, result.pixels)
    preview = shipped.preview(document)
    assert (preview.label_map == LABELS[thing]).sum() > 5
    assert np.array_equal(preview.crop[preview.touched == 0], preview.original[preview.touched == 0])


def test_it_is_drawn_at_the_resolution_of_the_photo(shipped: Engine, photo: Photo) -> None:
    """Three times the pixels show the same thing."""
    large = photo_from_array(
        np.asarray(cv2.resize(photo.pixels, None, fx=3, fy=3, interpolation=cv2.INTER_CUBIC), np.uint8)
    )
    edit = worn("eyeglasses", "Round horn, dark")
    small, fine = (shipped.render(Document(each).with_edit(edit)).pixels for each in (photo, large))
    shrunk = cv2.resize(fine, photo.pixels.shape[1::-1], interpolation=cv2.INTER_AREA)
    assert np.abs(shrunk.astype(int) - small).mean() < 1.5


def test_strength_is_how_much_of_it_is_seen(shipped: Engine, photo: Photo) -> None:
    full, half, none = (
        shipped.preview(Document(photo).with_edit(worn("hat", "Fedora", strength=share)))
        for share in (1.0, 0.5, 0.0)
    )
    moved = [np.abs(each.crop.astype(int) - each.original).sum() for each in (full, half, none)]
    assert 0.4 * moved[0] < moved[1] < 0.6 * moved[0]
    assert moved[2] == 0


def test_a_dye_does_not_show_where_a_hat_took_hair_away(shipped: Engine, photo: Photo) -> None:
    hat, dye = worn("hat", "Beanie, grey wool"), HairColour(colour="blond", amount=1.0)
    alone = shipped.preview(Document(photo).with_edit(hat))
    both = shipped.preview(Document(photo).with_edits((dye, hat)))
    (face,) = shipped.analyse(photo)
    gone = (face.label_map == Label.HAIR) & (alone.label_map == Label.HAT)
    apart = np.abs(both.crop.astype(int) - alone.crop).max(axis=2)
    assert np.percentile(apart[gone], 95) < 25


def test_nothing_happens_where_nothing_is_worn(shipped: Engine, photo: Photo) -> None:
    for thing in THINGS:
        edit = SetAttribute(attribute=thing, present=False, source=Seed(0))
        preview = shipped.preview(Document(photo).with_edit(edit))
        assert np.array_equal(preview.crop, preview.original), thing


def test_only_what_is_worn_has_looks_with_names(shipped: Engine, photo: Photo) -> None:
    with pytest.raises(EditError, match="no look of bangs"):
        shipped.preview(Document(photo).with_edit(worn("bangs", "Nonsense")))


def test_what_was_taken_off_again_is_not_drawn(shipped: Engine, photo: Photo) -> None:
    on = worn("earrings", "Gold hoops")
    off = replace(on, present=False)
    both = shipped.render(Document(photo).with_edits((on, off))).pixels
    assert np.array_equal(both, shipped.render(Document(photo).with_edit(off)).pixels)


def test_sixteen_bits_keep_what_is_not_covered(shipped: Engine, photo: Photo) -> None:
    deep = photo_from_array(photo.pixels.astype(np.uint16) * 257)
    result = shipped.render(Document(deep).with_edit(worn("eyeglasses", "Rimless")))
    changed = (result.pixels != deep.pixels).any(axis=2)
    assert result.pixels.dtype == np.uint16
    assert 0 < changed.mean() < 0.2


def test_looks_by_chance_follow_their_seed() -> None:
    assert style_of(worn("hat", 5)) == style_of(worn("hat", 5))
    kinds = {getattr(style_of(worn("hat", seed)), "kind", None) for seed in range(12)}
    assert len(kinds) >= 6


def test_a_look_that_nobody_knows_is_refused_in_words(shipped: Engine, photo: Photo) -> None:
    with pytest.raises(EditError, match="no look of hat called “Crown”"):
        shipped.preview(Document(photo).with_edit(worn("hat", "Crown")))


def test_a_named_look_is_kept_in_recipes() -> None:
    edit = worn("hat", "Beret, black")
    assert edits_from_json(edits_to_json((edit,), {}), edit_types()) == (edit,)


def test_what_a_reference_wears_and_faces_without_a_mesh_are_left_to_the_networks(
    shipped: Engine, photo: Photo
) -> None:
    (face,) = shipped.analyse(photo)
    pack = shipped.pack
    edit = worn("hat", "Fedora")
    assert drawn_in_3d(edit, face, pack)
    assert not drawn_in_3d(replace(edit, source=Reference("her")), face, pack)
    assert not drawn_in_3d(replace(edit, present=False), face, pack)
    assert not drawn_in_3d(edit, replace(face, mesh=None), pack)
    released = type(pack)(pack.folder, replace(pack.descriptor, sources={"sem.pth": "0" * 64}))
    assert not drawn_in_3d(edit, face, released)


def test_the_toggles_name_their_looks(shipped: Engine) -> None:
    toggles = {each.name: each for each in shipped.controls if isinstance(each, Toggle)}
    for thing in THINGS:
        looks: Callable[[], tuple[str, ...]] | None = toggles[thing].looks
        assert looks is not None
        assert len(looks()) >= 8
    assert toggles["bangs"].looks is None


# off, by the network that was taught that
@pytest.fixture(scope="module")
def remover(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """With a remover of random weights: what it draws is nonsense, where it draws is not."""
    folder = tmp_path_factory.mktemp("pack") / "portrait-256"
    shutil.copytree(default_pack().folder, folder)
    torch.manual_seed(0)
    return Engine(add_network(Pack.open(folder), REMOVER, Remover(RemoverConfig())), DeviceChoice("cpu"))


@pytest.fixture(scope="module")
def wearer(shipped: Engine, photo: Photo) -> Photo:
    """Somebody who wears eyeglasses."""
    return shipped.render(Document(photo).with_edit(worn("eyeglasses", "Rectangle, black")))


OFF = SetAttribute(attribute="eyeglasses", present=False, source=Seed(0))


def test_what_is_worn_goes_by_the_remover(remover: Engine, wearer: Photo) -> None:
    preview = remover.preview(Document(wearer).with_edit(OFF))
    (face,) = remover.analyse(wearer)
    assert (face.label_map == Label.EYE_G).sum() > 400
    assert not (preview.label_map == Label.EYE_G).any()
    changed = (preview.crop != preview.original).any(axis=2)
    assert changed.any()
    assert not changed[180:].any()


def test_others_are_put_on_in_their_place(remover: Engine, wearer: Photo) -> None:
    preview = remover.preview(Document(wearer).with_edit(worn("eyeglasses", "Round sunglasses")))
    assert not any("worn already" in notice for notice in preview.notices)
    assert (preview.label_map == Label.EYE_G).sum() > 400
    again = remover.render(Document(wearer).with_edit(worn("eyeglasses", "Round sunglasses")))
    assert (again.pixels != wearer.pixels).any()


def test_without_a_remover_it_is_said_that_eyeglasses_are_worn(shipped: Engine, wearer: Photo) -> None:
    plain = Engine(shipped.pack.without(REMOVER), DeviceChoice("cpu"))
    preview = plain.preview(Document(wearer).with_edit(worn("eyeglasses", "Round sunglasses")))
    assert any("worn already" in notice for notice in preview.notices)


def test_a_bare_face_is_left_alone(remover: Engine, photo: Photo) -> None:
    preview = remover.preview(Document(photo).with_edit(OFF))
    assert np.array_equal(preview.crop, preview.original)
