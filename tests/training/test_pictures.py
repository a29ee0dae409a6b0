"""Batches of pictures from folders: the split, the second folder's share, repetition, sizes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from training.common import TrainingError
from training.data.batches import AugmentConfig
from training.data.pictures import PictureBatches, PicturesConfig, open_pictures, picture_files

STILL = AugmentConfig(flip=0.0, rotate_degrees=0.0, scale=0.0, shift=0.0, colour=0.0)


def portraits(folder: Path, rows: list[tuple[str, str, float]], side: int = 32, level: int = 0) -> Path:
    """A folder of portraits: id, split, mirrored share."""
    (folder / "images").mkdir(parents=True)
    lines = ["id,split,pad"] + [f"{name},{split},{pad}" for name, split, pad in rows]
    (folder / "manifest.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rng = np.random.default_rng(0)
    for name, _, _ in rows:
        picture = rng.integers(0, 128, (side, side, 3), np.uint8) + np.uint8(level)
        Image.fromarray(picture).save(folder / "images" / f"{name}.jpg", quality=95)
    return folder


def test_a_manifest_says_what_is_for_training(tmp_path: Path) -> None:
    folder = portraits(tmp_path / "a", [("1", "train", 0.0), ("2", "val", 0.0), ("3", "train", 0.1)])
    assert [path.stem for path in picture_files(folder, "train")] == ["1"]
    assert [path.stem for path in picture_files(folder, "val")] == ["2"]


def test_plain_folders_are_split_by_name(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for i in range(60):
        Image.new("RGB", (8, 8)).save(tmp_path / "below" / f"{i}.png")
    train, val = picture_files(tmp_path, "train"), picture_files(tmp_path, "val")
    assert len(train) + len(val) == 60
    assert 0 < len(val) < 12


def test_an_empty_folder_ends_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no pictures"):
        picture_files(tmp_path, "train")


def test_the_second_folder_gives_its_share_of_every_batch(tmp_path: Path) -> None:
    own = portraits(tmp_path / "a", [(str(i), "train", 0.0) for i in range(3)])
    more = portraits(tmp_path / "b", [("9", "train", 0.0)], level=127)
    config = PicturesConfig(str(own), str(more), 0.25, augment=STILL)
    batches = PictureBatches(open_pictures(config), config, 8, 32)
    for step in range(4):
        bright = batches[step]["rgb"].float().mean(dim=(1, 2, 3)) > 128
        assert int(bright.sum()) == 2


def test_a_batch_repeats_and_is_shared_out(tmp_path: Path) -> None:
    folder = portraits(tmp_path / "a", [(str(i), "train", 0.0) for i in range(5)])
    config = PicturesConfig(str(folder))
    pictures = open_pictures(config)
    whole = PictureBatches(pictures, config, 4, 16)
    assert whole[3]["rgb"].shape == (4, 16, 16, 3)
    assert (whole[3]["rgb"] == PictureBatches(pictures, config, 4, 16)[3]["rgb"]).all()
    assert not (whole[3]["rgb"] == whole[4]["rgb"]).all()
    second = PictureBatches(pictures, config, 4, 16)
    second.part = (1, 2)
    assert (second[3]["rgb"] == whole[3]["rgb"][2:]).all()


@pytest.mark.parametrize("side", [32, 512])
def test_without_augmentation_pictures_stay(tmp_path: Path, side: int) -> None:
    folder = portraits(tmp_path / "a", [("1", "train", 0.0)], side)
    config = PicturesConfig(str(folder), augment=STILL)
    got = PictureBatches(open_pictures(config), config, 1, 32)[0]["rgb"][0].numpy()
    with Image.open(folder / "images" / "1.jpg") as opened:
        true = np.asarray(opened, np.float64).reshape(32, side // 32, 32, side // 32, 3).mean(axis=(1, 3))
    assert np.abs(got - true).max() <= 2


def test_a_jitter_moves_pictures_of_any_size_alike(tmp_path: Path) -> None:
    config = AugmentConfig(flip=0.0, rotate_degrees=20.0, scale=0.1, shift=20.0, colour=0.0)
    smooth = np.add.outer(np.arange(256), 0.5 * np.arange(256)).astype(np.float32)
    large = np.repeat((255 * smooth / smooth.max())[..., None], 3, axis=2).astype(np.uint8)
    results = []
    for side in (256, 64):
        small = np.asarray(Image.fromarray(large).resize((side, side), Image.Resampling.BOX))
        Image.fromarray(small).save(tmp_path / f"{side}.png")
        settings = PicturesConfig(str(tmp_path), augment=config)
        batches = PictureBatches(open_pictures(PicturesConfig(str(tmp_path))), settings, 1, 64)
        results.append(batches.sample(tmp_path / f"{side}.png", np.random.default_rng(1)).astype(float))
    inner = np.abs(results[0] - results[1])[20:44, 20:44]
    assert inner.max() <= 3
