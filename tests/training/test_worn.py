"""What portraits wear: the cache of a tiny set with drawn accessories."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from core.labels import Label
from core.opencv import cv2
from tests.core.methods.accessories.heads import make_mesh, make_portrait
from training.data.portraits import PortraitEntry, Portraits
from training.data.prepare import index_line, make_row, plan, write_cache

PORTRAITS = Path(__file__).parents[3] / "shared" / "portraits"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A portraits folder of four: bare, bare in val, with glasses, with a hat."""
    image, labels = make_portrait()
    for name in ("images", "labels"):
        (tmp_path / name).mkdir()
    worn = [{}, {}, {"glasses": 1}, {"hat": 1, "earrings": 1}]
    columns = ("male", "glasses", "sunglasses", "hat", "earrings", "bangs", "hair_amount")
    with (tmp_path / "attributes.csv").open("w") as a, (tmp_path / "manifest.csv").open("w") as m:
        a.write("id," + ",".join(columns) + "\n")
        m.write("id,split,person\n")
        for k, things in enumerate(worn):
            cv2.imwrite(str(tmp_path / "images" / f"{k}.jpg"), image[..., ::-1])
            cv2.imwrite(str(tmp_path / "labels" / f"{k}.png"), labels)
            values = {"male": 1, "hair_amount": k % 3} | things
            a.write(f"{k}," + ",".join(str(values.get(c, 0)) for c in columns) + "\n")
            m.write(f"{k},{'val' if k == 1 else 'train'},{k}\n")
    points = np.stack([make_mesh()] * 4).astype(np.float16)
    np.savez(tmp_path / "mesh.npz", ids=np.array(list("0123")), points=points)
    return tmp_path


def test_cache(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cache"
    count = write_cache(folder, out, variants=3, workers=1)
    images, labels, alpha, colour = (
        np.load(out / f"{name}.npy", mmap_mode="r") for name in ("images", "labels", "alpha", "colour")
    )
    with (out / "index.csv").open() as file:
        lines = list(csv.DictReader(file))
    assert len(images) == len(labels) == len(alpha) == len(colour) == len(lines) == count == 4 + 3 + 2 + 1 + 2
    assert not list(out.glob("*.part"))
    for line in lines:
        row, source = int(line["row"]), int(line["source_row"])
        again = np.round((1 - alpha[row][..., None] / 255.0) * images[source] + colour[row])
        assert np.abs(again - images[row]).max() <= 1
        if line["kind"] == "plain":
            assert not alpha[row].any()
        else:
            assert line[line["kind"].split("+")[0]] == "1"
    assert [line["layer_known"] for line in lines[:4]] == ["1", "1", "0", "0"]
    assert [line["hair"] for line in lines[:4]] == ["0", "0", "1", "0"]


def test_plain_only(folder: Path, tmp_path: Path) -> None:
    assert write_cache(folder, tmp_path / "plain", variants=0) == 4


def test_nobody_gets_a_second_one(folder: Path) -> None:
    portraits = Portraits(folder)
    for seed in range(20):
        for job in plan(portraits.entries, 3, seed):
            for thing in job.kind.split("+"):
                if thing != "plain":
                    assert not job.entry.wears("glasses" if thing == "eyeglasses" else thing)


@pytest.mark.skipif(not PORTRAITS.is_dir(), reason="the portraits are not on this machine")
def test_on_real_portraits() -> None:
    portraits = Portraits(PORTRAITS)
    jobs = [job for job in plan(portraits.entries, 3) if job.kind != "plain"][::500]
    for job in jobs:
        row = make_row(portraits, job)
        line = index_line(row)
        assert line["layer_known"] in (0, 1)
        thing = {"eyeglasses": Label.EYE_G, "hat": Label.HAT, "earrings": Label.EAR_R}
        for name in row.job.kind.split("+"):
            assert (row.label_map == thing[name]).any()


def test_entries_say_what_is_worn() -> None:
    entry = PortraitEntry("0", "train", "0", {"hat": "1", "earrings": "-1"})
    assert entry.wears("hat", "earrings")
    assert not entry.wears("earrings")
