"""Readers of data sets, on tiny folders in each published layout, and training from what they give."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.labels import Label
from core.opencv import cv2
from tests.core.methods.accessories.heads import make_mesh, make_portrait
from training.common import TrainingError
from training.data.batches import Cache
from training.data.datasets import DataSet, Parsing, WithFoundEarrings, as_seen, open_dataset
from training.data.datasets.entries import entry_of
from training.data.prepare import write_cache


def _write(path: Path, picture: NDArray[np.uint8]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert cv2.imwrite(str(path), picture)


def _large(picture: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
    return np.asarray(cv2.resize(picture, (size, size), interpolation=cv2.INTER_NEAREST), np.uint8)


ATTRIBUTES = ("Bald", "Bangs", "Eyeglasses", "Male", "Wearing_Earrings", "Wearing_Hat", "Smiling")
CELEBA = {0: ("000001.jpg", {"Male", "Eyeglasses"}), 1: ("162771.jpg", {"Bangs", "Wearing_Hat"}),
          2000: ("182638.jpg", {"Bald", "Male"})}  # fmt: skip


@pytest.fixture
def celeba(tmp_path: Path) -> Path:
    """Three pictures of CelebAMask-HQ, one of each split, with glasses painted on one."""
    folder = tmp_path / "CelebAMask-HQ"
    image, labels = make_portrait()
    labels = np.where(labels == 255, 0, labels).astype(np.uint8)
    for number, (_, attributes) in CELEBA.items():
        own = labels.copy()
        if "Eyeglasses" in attributes:
            own[110:134, 84:172] = Label.EYE_G
        _write(folder / "CelebA-HQ-img" / f"{number}.jpg", _large(image, 1024))
        for label in np.unique(own)[1:]:
            name = f"{number:05d}_{Label(label).name.lower()}.png"
            part = _large((own == label).astype(np.uint8) * 255, 512)
            _write(folder / "CelebAMask-HQ-mask-anno" / str(number // 2000) / name, part)
    table = [str(len(CELEBA)), " ".join(ATTRIBUTES)]
    mapping = ["idx   orig_idx      orig_file"]
    for number, (original, attributes) in CELEBA.items():
        values = "  ".join("1" if name in attributes else "-1" for name in ATTRIBUTES)
        table.append(f"{number}.jpg  {values}")
        mapping.append(f"{number}    {int(original[:6]) - 1}    {original}")
    (folder / "CelebAMask-HQ-attribute-anno.txt").write_text("\n".join(table) + "\n")
    (folder / "CelebA-HQ-to-CelebA-mapping.txt").write_text("\n".join(mapping) + "\n")
    return folder


def test_celebamask_hq_as_published(celeba: Path) -> None:
    data = open_dataset(f"celebamask-hq:{celeba}")
    assert [(e.id, e.split) for e in data.entries] == [("0", "train"), ("1", "val"), ("2000", "test")]
    first, second, third = data.entries
    assert (first.attributes["male"], first.attributes["glasses"], first.attributes["bangs"]) == (
        "1",
        "1",
        "0",
    )
    assert (second.attributes["male"], second.attributes["hat"], second.attributes["bangs"]) == (
        "0",
        "1",
        "1",
    )
    assert (second.attributes["hair_amount"], third.attributes["hair_amount"]) == ("2", "0")
    assert data.image("2000").shape == (256, 256, 3)


def test_celebamask_hq_masks_become_label_maps(celeba: Path) -> None:
    data = open_dataset(f"celebamask-hq:{celeba}")
    _, labels = make_portrait()
    expected = np.where(labels == 255, 0, labels)
    assert np.array_equal(data.label_map("1"), expected)
    assert (data.label_map("0")[112:132, 86:170] != Label.EYE_G).mean() < 0.2  # eyes come after glasses


def test_celebas_own_partition_goes_first(celeba: Path) -> None:
    lines = [f"{original} {2 - i}" for i, (original, _) in enumerate(CELEBA.values())]
    (celeba / "list_eval_partition.txt").write_text("\n".join(lines) + "\n")
    data = open_dataset(f"celebamask-hq:{celeba}")
    assert [e.split for e in data.entries] == ["test", "val", "train"]


def test_semantic_stylegan_paints_the_masks_in_an_order_of_its_own(celeba: Path) -> None:
    masks = celeba / "CelebAMask-HQ-mask-anno" / "0"
    patch = np.zeros((512, 512), np.uint8)
    patch[100:120, 100:120] = 255
    for name in ("nose", "eye_g", "hair", "l_ear", "hat", "cloth"):  # each pair over one another
        row = {"nose": 0, "eye_g": 0, "hair": 40, "l_ear": 40, "hat": 80, "cloth": 80}[name]
        _write(masks / f"00001_{name}.png", np.roll(patch, row, axis=0))
    usual = open_dataset(f"celebamask-hq:{celeba}").label_map("1")
    parts = open_dataset(f"celebamask-hq-parts:{celeba}")
    here = parts.label_map("1")
    rows = (55, 75, 95)
    assert [usual[row, 55] for row in rows] == [Label.EYE_G, Label.HAIR, Label.CLOTH]
    assert [here[row, 55] for row in rows] == [Label.NOSE, Label.L_EAR, Label.HAT]
    assert [e.split for e in parts.entries] == ["train"] * 3


def test_an_incomplete_celebamask_hq_says_what_is_missing(celeba: Path) -> None:
    (celeba / "CelebA-HQ-to-CelebA-mapping.txt").unlink()
    with pytest.raises(TrainingError, match="CelebA-HQ-to-CelebA-mapping"):
        open_dataset(f"celebamask-hq:{celeba}")


def test_a_picture_without_masks_is_named(celeba: Path) -> None:
    for path in (celeba / "CelebAMask-HQ-mask-anno" / "1").glob("*"):
        path.unlink()
    with pytest.raises(TrainingError, match="no masks of picture 2000"):
        open_dataset(f"celebamask-hq:{celeba}").label_map("2000")


@pytest.mark.parametrize(("pixels", "shown"), [(40, True), (4, False)])
def test_earrings_that_labels_overlook_are_found_on_their_wearers(
    celeba: Path, monkeypatch: pytest.MonkeyPatch, pixels: int, shown: bool
) -> None:
    path = celeba / "CelebAMask-HQ-attribute-anno.txt"
    lines = path.read_text().splitlines()
    column = 1 + ATTRIBUTES.index("Wearing_Earrings")
    values = lines[2].split()
    path.write_text(
        "\n".join([*lines[:2], " ".join([*values[:column], "1", *values[column + 1 :]]), *lines[3:]])
    )
    data, parsing = open_dataset(f"celebamask-hq:{celeba}"), Parsing()
    found = np.full((256, 256), Label.SKIN, np.uint8)
    found[150, 60 : 60 + pixels] = Label.EAR_R
    monkeypatch.setattr(parsing.networks, "parse", lambda picture: (found, np.zeros((256, 256), np.float32)))
    with_earrings = WithFoundEarrings(data, parsing)
    wearer, other = with_earrings.label_map("0"), with_earrings.label_map("1")
    assert np.array_equal(wearer == Label.EAR_R, (found == Label.EAR_R) & shown)
    assert np.array_equal(wearer[140:], np.where(found == Label.EAR_R, wearer, data.label_map("0"))[140:])
    assert np.array_equal(other, data.label_map("1"))
    assert np.array_equal(with_earrings.image("0"), data.image("0"))
    assert with_earrings.entries == data.entries


@pytest.fixture
def ffhq(tmp_path: Path) -> Path:
    """Four pictures in FFHQ's subfolders, label maps beside for three of them."""
    folder = tmp_path / "ffhq"
    image, labels = make_portrait()
    for name in ("00000/00012", "00000/00013", "60000/60001", "strange"):
        _write(folder / f"{name}.png", _large(image, 512))
        own = labels.copy()
        if name.endswith("13"):
            own[110:134, 84:172] = Label.EYE_G
        if name != "strange":
            _write(folder / "labels" / f"{name}.png", _large(own, 512))
    return folder


def test_ffhq_with_label_maps(ffhq: Path) -> None:
    data = open_dataset(f"ffhq:{ffhq}", limit=3)
    assert [(e.id, e.split) for e in data.entries] == [
        ("00000-00012", "train"), ("00000-00013", "train"), ("60000-60001", "val"),
    ]  # fmt: skip
    assert np.array_equal(data.label_map("00000-00012"), make_portrait()[1])
    assert data.image("60000-60001").shape == (256, 256, 3)


def test_what_nobody_annotated_is_read_off_the_label_map(ffhq: Path) -> None:
    data = open_dataset(f"ffhq:{ffhq}")
    plain, dressed = (as_seen(e, data.label_map(e.id)) for e in data.entries[:2])
    assert (plain.attributes["glasses"], dressed.attributes["glasses"]) == ("0", "1")
    assert (plain.attributes["male"], plain.attributes["earrings"]) == ("-1", "-1")
    known = entry_of("x", "train", glasses="0")
    assert as_seen(known, data.label_map(data.entries[1].id)).attributes["glasses"] == "0"


def test_ffhq_without_label_maps_is_parsed(ffhq: Path) -> None:
    data = open_dataset(f"ffhq:{ffhq}")
    label_map = data.label_map("strange")
    assert label_map.shape == (256, 256)
    assert label_map.max() < len(Label)


def test_photos_are_aligned_and_parsed(tmp_path: Path) -> None:
    skimage = pytest.importorskip("skimage.data")
    astronaut = skimage.astronaut()
    _write(tmp_path / "in" / "space.png", astronaut[..., ::-1])
    _write(tmp_path / "in" / "wall.png", np.full((300, 300, 3), 128, np.uint8))
    (tmp_path / "in" / "broken.jpg").write_bytes(b"nothing")
    data = open_dataset(f"photos:{tmp_path / 'in'}")
    assert [e.id for e in data.entries] == ["space"]
    labels = data.label_map("space")
    eyes = [np.argwhere(labels == label).mean(axis=0) for label in (Label.R_EYE, Label.L_EYE)]
    assert np.allclose(eyes, [(121.5, 96), (121.5, 160)], atol=8)


def test_portraits_are_a_data_set_too(tmp_path: Path) -> None:
    folder = _portraits(tmp_path)
    data = open_dataset(f"portraits:{folder}")
    assert data.has_meshes
    assert data.mesh("00001").shape == (478, 3)
    (folder / "mesh.npz").unlink()
    with pytest.raises(TrainingError, match=r"mesh\.npz missing"):
        open_dataset(f"portraits:{folder}")


def _portraits(tmp_path: Path) -> Path:
    folder = tmp_path / "portraits"
    image, labels = make_portrait()
    _write(folder / "images" / "00001.jpg", image)
    _write(folder / "labels" / "00001.png", labels)
    (folder / "manifest.csv").write_text("id,split,person\n00001,train,a\n")
    names = "male,glasses,sunglasses,hat,earrings,bangs,hair_amount"
    (folder / "attributes.csv").write_text(f"id,{names}\n00001,1,0,0,0,0,0,2\n")
    np.savez(folder / "mesh.npz", ids=np.array(["00001"]), points=make_mesh()[None])
    return folder


WRONG = ("celebamask-hq", "imagenet:{folder}", "ffhq:{folder}/nowhere", "ffhq:{folder}",
         "celebamask-hq:{folder}", "portraits:{folder}")  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_wrong_folders_are_refused_in_words(text: str, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"\."):
        open_dataset(text.format(folder=tmp_path))


def test_a_picture_that_is_no_crop_is_refused(tmp_path: Path) -> None:
    _write(tmp_path / "wide.png", np.zeros((20, 40, 3), np.uint8))
    data = open_dataset(f"ffhq:{tmp_path}")
    with pytest.raises(TrainingError, match="not square"):
        data.image("wide")


def test_a_full_disk_is_told_before_anything_is_written(ffhq: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(ffhq)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    with pytest.raises(TrainingError, match=r"needs 0\.0 GiB"):
        write_cache(open_dataset(f"ffhq:{ffhq}", limit=3), ffhq / "cache", variants=0)
    assert not list((ffhq / "cache").iterdir())


def test_several_processes_write_the_same_cache(ffhq: Path, tmp_path: Path) -> None:
    for workers in (1, 2):
        data = open_dataset(f"ffhq:{ffhq}", limit=3)
        write_cache(data, tmp_path / str(workers), variants=0, workers=workers)
    one, two = (Cache.open(tmp_path / name) for name in ("1", "2"))
    assert np.array_equal(one.images, two.images)
    assert np.array_equal(one.labels, two.labels)


@pytest.mark.parametrize("kind", ["celebamask-hq", "ffhq"])
def test_a_cache_is_written_from_every_kind(
    kind: str, celeba: Path, ffhq: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = {"celebamask-hq": celeba, "ffhq": ffhq}[kind]
    data: DataSet = open_dataset(f"{kind}:{folder}", limit=3)
    assert write_cache(data, tmp_path / "cache", variants=3) == 3
    cache = Cache.open(tmp_path / "cache")
    assert cache.images.shape == (3, 256, 256, 3)
    assert not cache.alpha.any()
    glasses = cache.attributes[:, 1].tolist()
    assert glasses == ([1, 0, 0] if kind == "celebamask-hq" else [0, 1, 0])
    assert set(cache.attributes[:, 0]) == ({0.0, 1.0} if kind == "celebamask-hq" else {-1.0})
