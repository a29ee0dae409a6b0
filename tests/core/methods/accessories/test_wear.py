"""Things drawn at any resolution: where they lie, what hides them, what they leave alone."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories import (
    LOOKS,
    Drawn,
    HatStyle,
    Scene,
    Style,
    Thing,
    draw,
    look_named,
    obstacle,
    random_look,
    scene_in,
    scene_of,
)  # fmt: skip
from core.methods.accessories.eyeglass_style import EyeglassStyle
from core.methods.accessories.raster import Frame, look_at
from core.methods.accessories.relief import Source, shadow
from core.methods.accessories.solid import ball
from core.opencv import cv2
from tests.core.methods.accessories.heads import make_portrait, smooth_mesh

NAMED = [(thing, name) for thing, looks in LOOKS.items() for name in looks]
ONE_EACH = ["Round horn, dark", "Rimless", "Aviator, gold, green lenses", "Fedora", "Beanie, grey wool",
            "Baseball cap, navy", "Pearl studs", "Gold hoops", "Diamond studs"]  # fmt: skip
LABEL = {"eyeglasses": Label.EYE_G, "hat": Label.HAT, "earrings": Label.EAR_R}


def lit_portrait() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The made-up head with an even skin, lit from the left, and room above it."""
    _, labels = make_portrait()
    labels[labels == 255] = 0
    tones = np.full((256, 3), 90, np.uint8)
    tones[Label.SKIN] = tones[Label.NECK] = tones[Label.R_EAR] = tones[Label.L_EAR] = (205, 160, 140)
    tones[Label.HAIR] = (60, 45, 35)
    tones[Label.L_EYE] = tones[Label.R_EYE] = (230, 225, 225)
    picture = tones[labels].astype(np.float32) * np.linspace(1.1, 0.8, 256, dtype=np.float32)[None, :, None]
    return np.clip(picture, 0, 255).astype(np.uint8), labels


@cache
def scene(times: float = 1.0, yaw: float = 0.0, pitch: float = 0.0, above: int = 0) -> Scene:
    """The head `times` as large, with so many pixels of the crop above it."""
    image, labels = lit_portrait()
    side = round(256 * times)
    image = cv2.resize(image, (side, side), interpolation=cv2.INTER_LINEAR)
    over = round(above * times)
    image = cv2.copyMakeBorder(np.asarray(image, np.uint8), over, 0, 0, 0, cv2.BORDER_REPLICATE)
    transform = np.array([[times, 0, 0], [0, times, over]])
    mesh = smooth_mesh(yaw, pitch) * times + np.array([0, over, 0])
    return scene_of(np.asarray(image, np.uint8), labels, transform, mesh)


def made(name: str, where: Scene, seed: int = 0) -> Drawn:
    drawn = draw(look_named(name), where, np.random.default_rng(seed))
    assert drawn is not None
    return drawn


@pytest.mark.parametrize(("thing", "name"), NAMED)
def test_every_look_is_drawn_with_its_label(thing: Thing, name: str) -> None:
    where = scene(1.0, above=60)
    drawn = made(name, where)
    changed = drawn.label_map != where.label_map[drawn.window]
    assert set(np.unique(drawn.label_map[changed])) == {LABEL[thing]}
    assert (drawn.on(where.image) != where.image).any()


@pytest.mark.parametrize("name", ONE_EACH)
def test_layers_are_layers(name: str) -> None:
    where = scene(1.5, 20.0, above=60)
    drawn = made(name, where)
    assert drawn.alpha.shape == drawn.solid.shape == drawn.lens.shape == drawn.shadow.shape
    assert drawn.colour.shape == (*drawn.alpha.shape, 3)
    for mask in (drawn.alpha, drawn.solid, drawn.lens, drawn.shadow):
        assert np.isfinite(mask).all()
        assert 0 <= mask.min() <= mask.max() <= 1 + 1e-5
    assert drawn.colour.min() >= 0
    assert np.isfinite(drawn.colour).all()
    # What hides covers; what is beside the thing and its shadow is the photo's own.
    assert drawn.alpha[drawn.solid > 0.99].min() > 0.9 or "Rimless" in name
    image, rows, columns = drawn.on(where.image), *drawn.window
    outside = np.ones(image.shape[:2], np.bool_)
    outside[rows, columns] = drawn.alpha > 0
    np.testing.assert_array_equal(image[~outside], where.image[~outside])


@pytest.mark.parametrize("name", ONE_EACH)
def test_same_seed_same_picture(name: str) -> None:
    where = scene(1.0, above=60)
    first, second = made(name, where, 3), made(name, where, 3)
    np.testing.assert_array_equal(first.alpha, second.alpha)
    np.testing.assert_array_equal(first.colour, second.colour)
    before = where.image.copy()
    assert (made(name, where, 4).colour.shape != first.colour.shape) or (
        made(name, where, 4).colour != first.colour
    ).any()
    np.testing.assert_array_equal(before, where.image)


@pytest.mark.parametrize("name", ONE_EACH)
def test_a_larger_picture_shows_the_same_thing(name: str) -> None:
    small, large = scene(1.0, above=60), scene(3.0, above=60)
    masks = []
    for where in (small, large):
        drawn = made(name, where)
        whole = drawn.spread(np.maximum(drawn.solid, drawn.lens), where.label_map.shape)
        masks.append(
            cv2.resize(
                np.asarray(whole, np.float32), small.label_map.shape[::-1], interpolation=cv2.INTER_AREA
            )
        )
    one, three = masks
    small_thing = float(three.sum()) < 400
    assert float(np.abs(one - three).sum()) < (0.5 if small_thing else 0.22) * float(three.sum())
    assert float(one.sum()) == pytest.approx(float(three.sum()), rel=0.2)


@settings(max_examples=12, deadline=None)
@given(yaw=st.floats(-45, 45), pitch=st.floats(-20, 20), name=st.sampled_from(sorted(LOOKS["eyeglasses"])))
def test_lenses_lie_before_the_eyes(yaw: float, pitch: float, name: str) -> None:
    where = replace(scene(1.0), mesh=smooth_mesh(yaw, pitch))
    drawn = made(name, where)
    lens = drawn.spread(drawn.lens, where.label_map.shape)
    rows, columns = np.nonzero(np.asarray(lens, np.float32) > 0.5)
    eyes = where.head.project(where.head.mesh[[468, 473]])
    near = eyes[0 if yaw > 0 else 1]
    assert columns.min() - 4 < near[0] < columns.max() + 4
    assert rows.min() - 4 < near[1] < rows.max() + 4


@settings(max_examples=12, deadline=None)
@given(yaw=st.floats(-40, 40), pitch=st.floats(-15, 15), name=st.sampled_from(sorted(LOOKS["hat"])))
def test_hats_cover_the_skull_and_no_mouth(yaw: float, pitch: float, name: str) -> None:
    where = replace(scene(1.0, above=60), mesh=smooth_mesh(yaw, pitch) + np.array([0, 60, 0]))
    drawn = made(name, where)
    solid = np.asarray(drawn.spread(drawn.solid, where.label_map.shape))
    head = where.head
    crown = head.project(np.array([[0.0, -75.0, 60.0]]))[0]
    assert solid[int(crown[1]), int(crown[0])] > 0.9
    mouth = head.project(np.array([[0.0, 66.0, 0.0]]))[0]
    assert solid[int(mouth[1]), int(mouth[0])] == 0


def test_the_far_temple_is_behind_the_face() -> None:
    where = scene(2.0, 35.0)
    drawn = made("Round horn, dark", where)
    solid = np.asarray(drawn.spread(drawn.solid, where.label_map.shape))
    ear = where.head.project(np.array([[72.0, -6.0, 40.0]]))[0]
    assert solid[int(ear[1]) - 12 : int(ear[1]) + 12, int(ear[0]) - 6 : int(ear[0]) + 6].max() < 0.5
    near = where.eye_head.project(np.array([[-70.0, -6.0, 30.0]]))[0]
    assert solid[int(near[1]) - 16 : int(near[1]) + 16, int(near[0]) - 6 : int(near[0]) + 6].max() > 0.5


def test_hair_before_the_face_hides_the_rims() -> None:
    free = scene(2.0)
    hair = np.zeros_like(free.hair)
    hair[:, 170:230] = 1
    covered = Scene(free.image, free.label_map, hair, free.mesh)
    bare, hidden = made("Round horn, dark", free), made("Round horn, dark", covered)
    strip = np.s_[:, 180:220]
    assert np.asarray(bare.spread(bare.solid, free.label_map.shape))[strip].max() > 0.9
    assert np.asarray(hidden.spread(hidden.solid, free.label_map.shape))[strip].max() < 0.1


def test_long_hair_lies_over_the_temples() -> None:
    free = scene(2.0, 25.0)
    labels, hair = free.label_map.copy(), free.hair.copy()
    side = np.s_[180:420, 40:150]
    labels[side], hair[side] = Label.HAIR, 1
    covered = Scene(free.image, labels, hair, free.mesh)
    left = np.s_[200:290, 60:120]
    seen = [
        np.asarray(made("Round horn, dark", s).spread(made("Round horn, dark", s).solid, labels.shape))
        for s in (free, covered)
    ]
    assert seen[1][left].sum() < 0.4 * seen[0][left].sum()


def test_dark_lenses_hide_the_eyes_and_clear_ones_do_not() -> None:
    where = scene(1.0)
    eye = np.s_[118:126, 90:102]
    seen = {
        name: float(made(name, where).on(where.image)[eye].mean() / where.image[eye].mean())
        for name in ("Round horn, dark", "Wayfarer sunglasses")
    }
    assert seen["Round horn, dark"] > 0.8
    assert seen["Wayfarer sunglasses"] < 0.55


def test_a_brim_shades_the_forehead() -> None:
    where = scene(2.0, above=60)
    drawn = made("Fedora", where)
    shadow = np.asarray(drawn.spread(drawn.shadow, where.label_map.shape))
    solid = np.asarray(drawn.spread(drawn.solid, where.label_map.shape))
    columns = np.s_[246:266]
    low = int(np.nonzero(solid[:, columns].max(1) > 0.5)[0].max())
    assert shadow[low + 4 : low + 14, columns].mean() > 0.15
    assert shadow[low + 4 : low + 14, columns].mean() > 2 * shadow[low + 120 : low + 140, columns].mean()


def test_the_light_is_read_off_the_skin() -> None:
    left = scene(1.0)
    right = Scene(np.ascontiguousarray(left.image[:, ::-1]), left.label_map, left.hair, left.mesh)
    assert left.lighting.direction[0] < -0.1
    assert right.lighting.direction[0] > 0.1
    assert np.linalg.norm(left.lighting.direction) == pytest.approx(1)


@pytest.mark.parametrize("blur", [0.8, 2.5])
def test_softness_is_read_off_the_photo(blur: float) -> None:
    sharp = scene(3.0)
    soft = Scene(
        np.asarray(cv2.GaussianBlur(sharp.image, (0, 0), blur), np.uint8),
        sharp.label_map,
        sharp.hair,
        sharp.mesh,
    )
    assert soft.texture.blur == pytest.approx(0.75 * np.hypot(blur, sharp.texture.blur / 0.75), rel=0.4)


def test_grain_is_read_off_the_photo() -> None:
    flat = scene(2.0)
    noise = np.random.default_rng(0).normal(0, 4, flat.image.shape[:2])[..., None]
    grainy = Scene(np.clip(flat.image + noise, 0, 255).astype(np.uint8), flat.label_map, flat.hair, flat.mesh)
    assert flat.texture.grain < 1.5
    assert grainy.texture.grain == pytest.approx(4, rel=0.25)


@pytest.mark.parametrize(
    "name", ["Baseball cap, red", "Aviator, gold, green lenses", "Cat eye, red", "Sapphire studs"]
)
def test_a_grey_photo_gets_grey_things(name: str) -> None:
    colour = scene(1.0, above=60)
    grey = np.repeat(colour.image.mean(2, keepdims=True), 3, 2).astype(np.uint8)
    where = Scene(grey, colour.label_map, colour.hair, colour.mesh)
    drawn = made(name, where)
    assert np.ptp(drawn.on(grey)[drawn.window].astype(int), axis=2).max() <= 3


def test_what_is_in_the_way_is_said() -> None:
    where = scene(1.0, above=60)
    for name in ("Round horn, dark", "Fedora", "Pearl studs"):
        assert obstacle(look_named(name), where) == ""
    turned = replace(where, mesh=smooth_mesh(70) + np.array([0, 60, 0]))
    assert "turned" in obstacle(look_named("Rimless"), turned)
    labels = where.label_map.copy()
    labels[np.isin(labels, (Label.SKIN, Label.L_EYE, Label.R_EYE))] = Label.HAIR
    covered = Scene(where.image, labels, where.hair, where.mesh)
    assert "covered" in obstacle(look_named("Rimless"), covered)
    labels = where.label_map.copy()
    labels[:140] = Label.HAT
    assert "already" in obstacle(look_named("Fedora"), Scene(where.image, labels, where.hair, where.mesh))
    hidden = np.where(np.isin(where.label_map, (Label.L_EAR, Label.R_EAR)), Label.HAIR, where.label_map)
    assert "lobe" in obstacle(
        look_named("Gold hoops"), Scene(where.image, hidden.astype(np.uint8), where.hair, where.mesh)
    )
    cut = replace(scene(1.0), mesh=smooth_mesh() - np.array([0, 110, 0]))
    assert "edge" in obstacle(look_named("Fedora"), cut)


def test_beyond_the_picture_nothing_is_drawn() -> None:
    away = replace(scene(1.0), mesh=smooth_mesh() + np.array([2000, 0, 0]))
    assert draw(look_named("Rimless"), away, np.random.default_rng(0)) is None
    assert draw(look_named("Fedora"), away, np.random.default_rng(0)) is None


def test_names_are_of_one_thing() -> None:
    assert len({name for _, name in NAMED}) == len(NAMED) >= 40
    with pytest.raises(KeyError):
        look_named("Monocle")


def test_chance_shows_many_kinds() -> None:
    def kind(style: Style) -> str:
        assert isinstance(style, (EyeglassStyle, HatStyle))
        return style.kind if isinstance(style, HatStyle) else style.shape

    for thing in ("eyeglasses", "hat"):
        for start in range(0, 100, 7):
            kinds = {kind(random_look(thing, seed)) for seed in range(start, start + 12)}
            assert len(kinds) >= 6


def test_no_torch_comes_with_it() -> None:
    code = "import sys, core.methods.accessories\nprint('torch' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


@pytest.mark.parametrize("times", [1.0, 8.0])
def test_a_scene_of_a_photo_lies_on_the_photo(times: float) -> None:
    image, labels = lit_portrait()
    left, top, over = 90, 40, 100
    side = round(256 * times)
    photo = np.full((round(400 * times), round(500 * times), 3), 120, np.uint8)
    large = np.asarray(cv2.resize(image, (side, side), interpolation=cv2.INTER_LINEAR), np.uint8)
    photo[round(over * times) :][:side, round(left * times) :][:, :side] = large
    transform = np.array([[times, 0, left * times], [0, times, over * times]])
    mesh = smooth_mesh() * times + np.array([left * times, over * times, 0])
    where, back = scene_in(photo, labels, transform, mesh)
    assert where.head.scale == pytest.approx(min(times, 4.5), rel=0.1)
    assert top < where.image.shape[0]
    eyes = where.head.project(where.head.mesh[[468, 473]])
    np.testing.assert_allclose(eyes @ back[:, :2].T + back[:, 2], mesh[[468, 473], :2], atol=1.5 * times)
    assert where.label_map[int(eyes[0, 1]), int(eyes[0, 0])] == Label.R_EYE
    assert made("Fedora", where).solid.max() > 0.9


@settings(max_examples=20, deadline=None)
@given(radius=st.floats(0.5, 30), x=st.floats(-50, 50), rings=st.integers(8, 40))
def test_a_balls_normals_point_away_from_its_middle(radius: float, x: float, rings: int) -> None:
    middle = np.array([x, 3.0, -7.0])
    made = ball(middle, np.full(3, radius), rings)
    away = (made.points - middle) / radius
    assert np.einsum("nk,nk->n", made.normals, away).min() > 0.95
    np.testing.assert_allclose(np.linalg.norm(made.normals, axis=1), 1, atol=1e-6)


def test_filled_samples_carry_what_their_corners_have() -> None:
    """A tilted square: depth and places are linear over it, and what is nearer wins."""
    corners = np.array([[2.0, 2, 10], [18, 2, 26], [18, 18, 26], [2, 18, 10]])
    triangles = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    seen = look_at(corners, triangles, Frame(0, 0, 20, 20, 2), both=True)
    x = seen.index % 40 / 2 + 0.25
    np.testing.assert_allclose(seen.depth, np.clip(x, 2, 18) + 8, atol=0.3)
    np.testing.assert_allclose(seen.of(corners)[:, 0], np.clip(x, 2, 18), atol=0.3)
    nearer = np.concatenate([corners, corners - [0, 0, 50]])
    both = look_at(nearer, np.concatenate([triangles + 4, triangles]), Frame(0, 0, 20, 20, 2), both=True)
    assert both.depth.max() < 0


def test_pole_and_shadow_are_smooth() -> None:
    """A small ball before the face throws a round shadow that has no hard edge far from it."""
    where = scene(2.0)
    head = where.head
    solid = ball(np.array([0.0, -20.0, -60.0]), np.full(3, 8.0))
    frame = Frame(0, 0, where.image.shape[1], where.image.shape[0])
    sources = (Source((0.0, -0.5, 0.866), 0.3, 1.0),)
    taken = shadow(where.relief, head, [(solid, 1.0)], frame, sources)
    assert 0.3 < taken.max() <= 1
    assert np.abs(np.diff(taken, axis=0)).max() < 0.2
    row, _ = np.unravel_index(int(taken.argmax()), taken.shape)
    assert row > head.project(np.array([[0.0, -20.0, -60.0]]))[0, 1]
