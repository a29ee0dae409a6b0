"""Made situations: labels follow the picture exactly, chance repeats, what nobody saw is unknown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.labels import IGNORE, Label, flip_table
from core.methods.accessories.head import fit_head
from core.opencv import cv2
from tests.core.methods.accessories.heads import make_mesh, make_portrait
from training.common import TrainingError
from training.data.backgrounds import _KINDS, others
from training.data.batches import Cache
from training.data.mesh_labels import OUTLINES, paint_parts
from training.data.scenes import SceneBatches, SceneDataConfig, SceneStock
from training.data.situations import CHANGES, Scene, Situations, framed, happen, placement
from training.data.turning import turn

STILL = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


@pytest.fixture
def scene() -> Scene:
    """The made-up head, its labels written into its picture: red is ten times the label."""
    _, labels = make_portrait()
    image = np.full((256, 256, 3), 90, np.uint8)
    image[..., 0] = labels % 25 * 10
    mesh = make_mesh()
    mesh[:, 2] = 55 * ((mesh[:, 0] - 128) / 70) ** 2 - 20  # a face without the made-up head's dents
    return Scene(image, labels, np.zeros_like(labels), mesh)


def agreeing(scene: Scene, among: np.ndarray | None = None) -> float:
    """Of the known pixels away from borders between labels, those whose colour is their label's."""
    labels = scene.label_map
    even = cv2.dilate(labels, np.ones((5, 5))) == cv2.erode(labels, np.ones((5, 5)))
    told = even & (labels != IGNORE) & (True if among is None else among)
    return float((np.abs(scene.image[told, 0].astype(int) - labels[told].astype(int) * 10) <= 2).mean())


@pytest.mark.parametrize("seed", range(4))
def test_labels_follow_the_picture_into_the_distance(scene: Scene, seed: int) -> None:
    rng = np.random.default_rng(seed)
    moved = framed(scene, placement(rng, zoom=True), rng, background=False, mirrored=False)
    assert agreeing(moved) > 0.999


@pytest.mark.parametrize("seed", range(4))
def test_a_new_background_leaves_the_person(scene: Scene, seed: int) -> None:
    rng = np.random.default_rng(seed)
    moved = framed(scene, placement(rng, zoom=True), rng, background=True, mirrored=False)
    person = (moved.label_map != Label.BACKGROUND) & (moved.label_map != IGNORE)
    assert agreeing(moved, cv2.erode(person.astype(np.uint8), np.ones((9, 9))) > 0) > 0.999
    wall = cv2.erode((moved.label_map == Label.BACKGROUND).astype(np.uint8), np.ones((9, 9))) > 0
    assert (moved.image[wall] != (0, 90, 90)).any(axis=1).mean() > 0.9


def test_what_lies_beyond_the_picture_is_unknown(scene: Scene) -> None:
    half = np.array([[0.5, 0.0, 64.0], [0.0, 0.5, 64.0]])
    small = framed(scene, half, np.random.default_rng(0), background=False, mirrored=False)
    inside = np.zeros((256, 256), bool)
    inside[66:190, 66:190] = True
    assert (small.label_map[inside] == IGNORE).mean() < 0.03  # the head has an unknown corner of its own
    inside[62:194, 62:194] = True
    assert (small.label_map[~inside] == IGNORE).all()
    walled = framed(scene, half, np.random.default_rng(0), background=True, mirrored=False)
    assert (walled.label_map[:60, :60] == Label.BACKGROUND).all()
    assert not np.isin(walled.label_map[~inside], (Label.NECK, Label.SKIN, Label.HAIR)).any()


def test_a_mirrored_scene_exchanges_sides(scene: Scene) -> None:
    rng = np.random.default_rng(0)
    mirrored = framed(scene, STILL, rng, background=False, mirrored=True)
    assert np.array_equal(mirrored.label_map, flip_table()[scene.label_map[:, ::-1]])
    assert np.array_equal(mirrored.image, scene.image[:, ::-1])


@pytest.mark.parametrize("degrees", [-30, 25])
def test_labels_turn_with_the_picture(scene: Scene, degrees: float) -> None:
    found = turn(scene.label_map, scene.mesh, degrees)
    assert fit_head(found.mesh).yaw == pytest.approx(degrees, abs=3)
    turned = replace(
        scene, image=found.picture(scene.image), label_map=found.labels(scene.label_map), mesh=found.mesh
    )
    even = cv2.dilate(scene.label_map, np.ones((5, 5))) == cv2.erode(scene.label_map, np.ones((5, 5)))
    assert agreeing(turned, found.labels(even.astype(np.uint8)) > 0) > 0.999
    eyes = [np.flatnonzero((turned.label_map == eye).any(0)).mean() for eye in (Label.R_EYE, Label.L_EYE)]
    assert np.sign(np.mean(eyes) - 128) == np.sign(degrees)


def test_the_body_stays_when_the_head_turns(scene: Scene) -> None:
    scene.label_map[215:] = Label.CLOTH
    found = turn(scene.label_map, scene.mesh, 20.0)
    assert (found.labels(scene.label_map)[216:] == Label.CLOTH).all()
    assert np.abs(found.x[220:] - np.arange(256)).max() < 1e-3


def test_no_turn_moves_nothing(scene: Scene) -> None:
    found = turn(scene.label_map, scene.mesh, 0.0)
    assert np.abs(found.picture(scene.image).astype(int) - scene.image).max() <= 1
    assert (found.labels(scene.label_map) == scene.label_map).all()


@pytest.mark.parametrize("thing", ["cap", "scarf", "cover"])
def test_what_is_drawn_is_labelled_where_it_is(scene: Scene, thing: str) -> None:
    for seed in range(4):
        worn = CHANGES[thing](scene, np.random.default_rng(seed))
        changed = worn.label_map != scene.label_map
        assert changed.sum() > (0 if thing == "cover" else 500)
        shown = (worn.image != scene.image).any(axis=2)
        assert shown[changed].mean() > 0.9
        assert (worn.label_map[scene.label_map == IGNORE] == IGNORE).all() or thing == "scarf"
        if thing != "cover":
            assert (worn.label_map == Label.HAT).sum() > 500
            assert np.isin(worn.label_map, (Label.L_EYE, Label.R_EYE)).sum() > 100


def test_toning_leaves_labels_and_background(scene: Scene) -> None:
    toned = CHANGES["tone"](scene, np.random.default_rng(2))
    assert np.array_equal(toned.label_map, scene.label_map)
    away = cv2.dilate((scene.label_map != 0).astype(np.uint8), np.ones((15, 15))) == 0
    assert np.array_equal(toned.image[away], scene.image[away])
    assert not np.array_equal(toned.image, scene.image)


def test_the_same_chance_gives_the_same_scene(scene: Scene) -> None:
    first, again = (happen(scene, Situations(share=1.0), np.random.default_rng(7)) for _ in range(2))
    assert np.array_equal(first.image, again.image)
    assert np.array_equal(first.label_map, again.label_map)


@pytest.mark.parametrize("kind", _KINDS)
def test_backgrounds_fill_the_picture(kind: Callable[..., NDArray[np.uint8]]) -> None:
    colours = np.array([[200, 150, 120], [40, 30, 25]], np.float32)
    wall = kind(colours, np.random.default_rng(1))
    assert wall.shape == (256, 256, 3)
    assert wall.dtype == np.uint8


def test_another_portraits_background_shows_nobody() -> None:
    image, labels = make_portrait()
    image[labels == Label.BACKGROUND] = (10, 200, 30)
    wall = others(image, labels)
    assert wall is not None
    assert np.abs(wall.astype(int) - (10, 200, 30)).mean() < 12
    assert others(image, np.ones_like(labels)) is None


def test_mesh_parts_replace_skin_and_nothing_before_it() -> None:
    labels, mesh = np.full((256, 256), Label.SKIN, np.uint8), make_mesh()
    for k, outline in enumerate(OUTLINES.values()):
        angle = np.linspace(0, 2 * np.pi, len(outline), endpoint=False)
        mesh[list(outline), :2] = [[40 + 30 * k, 100]] + 8 * np.stack([np.cos(angle), np.sin(angle)], 1)
    labels[:, 65:75] = Label.HAIR
    labels[200:210, 200:210] = Label.L_EYE
    painted = paint_parts(labels, mesh)
    assert painted[100, 40] == Label.R_EYE
    assert (painted[:, 65:75] == Label.HAIR).all()
    assert (painted[200:210, 200:210] == IGNORE).all()


def _stock(tmp_path: Path, more: SceneStock | None = None) -> SceneStock:
    image, labels = make_portrait()
    images, maps = np.stack([image] * 4), np.stack([labels] * 4)
    empty = np.zeros((4, 256, 256), np.uint8)
    attributes = np.zeros((4, 6), np.float32)
    words = [np.array([text] * 4) for text in ("train", "plain")]
    ones, ids, rest = np.ones(4, np.float32), np.array(list("abcd")), np.zeros((4, 13), np.float32)
    colour = np.repeat(empty[..., None], 3, axis=3)
    split, kind = words
    cache = Cache(images, maps, empty, colour, attributes, ones, split, kind, ids, np.arange(4), rest)
    return SceneStock(cache, {name: make_mesh() for name in "abcd"}, {"a": 5.0}, more)


def test_batches_mix_both_stocks_and_repeat(tmp_path: Path) -> None:
    stock = _stock(tmp_path, _stock(tmp_path))
    config = SceneDataConfig(more="more", more_share=0.5, situations=Situations(share=0.7))
    batches = SceneBatches(stock, config, 8, 128)
    rows = np.concatenate([batches.rows(np.random.default_rng(seed)) for seed in range(100)])
    assert 0.4 < (rows < 0).mean() < 0.6
    assert (rows == 0).sum() > 2.5 * (rows == 1).sum()
    first, again = batches[3], batches[3]
    assert first["rgb"].shape == (8, 128, 128, 3)
    assert all(torch.equal(first[key], again[key]) for key in first)


def test_hidden_earrings_are_unknown(tmp_path: Path) -> None:
    stock = _stock(tmp_path)
    stock.cache.attributes[:, 4] = 1
    config = SceneDataConfig(situations=Situations(share=1.0, earrings=0.0))
    assert (SceneBatches(stock, config, 4, 256)[0]["attributes"][:, 4] == -1).all()
    plain = SceneBatches(stock, SceneDataConfig(), 4, 256)[0]
    assert (plain["attributes"][:, 4] == 1).all()


def test_a_pack_with_another_parser_is_no_start(tmp_path: Path) -> None:
    from tests.training.test_tasks import PARSER
    from training.common import build
    from training.parser import ParserTask, ParserTraining

    pack = Path(__file__).parents[2] / "resources" / "packs" / "portrait-256"
    with pytest.raises(TrainingError, match="other sizes"):
        ParserTask(build(ParserTraining, {**PARSER, "start": str(pack)}), torch.device("cpu"))
    task = ParserTask(
        build(ParserTraining, {"loop": PARSER["loop"], "start": str(pack)}), torch.device("cpu")
    )
    assert task.network.training
    assert all(p.requires_grad for p in task.network.parameters())
