"""Other people's hair on portraits: what is covered, what stays, what the cache says of it."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.labels import Label
from core.opencv import cv2
from tests.core.methods.accessories.heads import make_mesh, make_portrait
from training.data.hairdos import Sitting, alike, with_hairdo
from training.data.layouts import Sitter, with_drawn_bangs
from training.data.prepare import More, write_cache

COLUMNS = ("male", "glasses", "sunglasses", "hat", "earrings", "bangs", "hair_amount")


@pytest.fixture(scope="module")
def bare() -> Sitting:
    image, labels = make_portrait()
    return Sitting(image, Sitter.of(labels, make_mesh()))


@pytest.fixture(scope="module")
def fringed(bare: Sitting) -> Sitting:
    """With a fringe, and green hair."""
    labels = with_drawn_bangs(bare.sitter, np.random.default_rng(0))
    image = np.where((labels == Label.HAIR)[..., None], np.array([20, 160, 40], np.uint8), bare.image)
    return Sitting(image.astype(np.uint8), replace(bare.sitter, label_map=labels))


def test_a_fringe_comes_over_with_its_colour(bare: Sitting, fringed: Sitting) -> None:
    made = with_hairdo(bare, fringed, colour=0.0)
    assert made is not None
    image, labels = made
    new = (labels == Label.HAIR) & (bare.sitter.label_map != Label.HAIR)
    assert np.median(image[new], axis=0) == pytest.approx([20, 160, 40], abs=12)
    far = cv2.dilate((labels == Label.HAIR).astype(np.uint8), np.ones((15, 15), np.uint8)) == 0
    np.testing.assert_array_equal(image[far], bare.image[far])
    for feature in (Label.L_EYE, Label.R_EYE, Label.NOSE, Label.MOUTH):
        np.testing.assert_array_equal(labels == feature, bare.sitter.label_map == feature)


def test_hair_takes_the_colour_of_the_own(bare: Sitting, fringed: Sitting) -> None:
    made = with_hairdo(bare, fringed, colour=1.0)
    assert made is not None
    own = bare.image[bare.sitter.hair].mean(axis=0)
    assert made[0][made[1] == Label.HAIR].mean(axis=0) == pytest.approx(own, abs=10)


def test_nobody_takes_the_hair_of_the_bald_or_of_the_turned_away(bare: Sitting) -> None:
    bald = np.where(bare.sitter.hair, np.uint8(Label.BACKGROUND), bare.sitter.label_map)
    assert with_hairdo(bare, Sitting(bare.image, replace(bare.sitter, label_map=bald)), 0.5) is None
    assert alike(bare.sitter, bare.sitter)
    assert not alike(bare.sitter, Sitter.of(bare.sitter.label_map, make_mesh(20.0)))


def test_cache_rows(tmp_path: Path, fringed: Sitting) -> None:
    """Of a bald one, one with bangs and one with a hat, only the first is given hair, that of the second."""
    image, labels = make_portrait()
    for name in ("images", "labels"):
        (tmp_path / name).mkdir()
    people = [
        ({"hair_amount": 0}, image, labels),
        ({"hair_amount": 2, "bangs": 1}, fringed.image, fringed.sitter.label_map),
        ({"hair_amount": 2, "hat": 1, "earrings": 1}, image, labels),
    ]
    with (tmp_path / "attributes.csv").open("w") as a, (tmp_path / "manifest.csv").open("w") as m:
        a.write("id," + ",".join(COLUMNS) + "\n")
        m.write("id,split,person\n")
        for k, (worn, picture, label_map) in enumerate(people):
            cv2.imwrite(str(tmp_path / "images" / f"{k}.jpg"), picture[..., ::-1])
            cv2.imwrite(str(tmp_path / "labels" / f"{k}.png"), label_map)
            a.write(f"{k}," + ",".join(str(worn.get(c, 0)) for c in COLUMNS) + "\n")
            m.write(f"{k},train,{k}\n")
    points = np.stack([make_mesh()] * 3).astype(np.float16)
    np.savez(tmp_path / "mesh.npz", ids=np.array(list("012")), points=points)

    count = write_cache(tmp_path, tmp_path / "cache", variants=0, more=More(earrings=2, hairdos=8))
    with (tmp_path / "cache" / "index.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert count == len(rows) == 3 + 2 * 2 + 8
    assert [row["kind"] for row in rows].count("earrings") == 4
    given = [row for row in rows if row["kind"] == "hairdo"]
    assert given
    for row in given:
        assert (row["source_row"], row["params"]) == ("0", '{"giver": "1"}')
        assert (row["bangs"], row["hair"], row["identity"], row["earrings"]) == ("1", "1", "0", "-1")
    assert all(row["earrings"] == "1" for row in rows if row["kind"] == "earrings")
