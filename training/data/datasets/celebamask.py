"""CelebAMask-HQ as its authors publish it (Lee et al. 2020).

    CelebA-HQ-img/0.jpg ... 29999.jpg                     1024 pixels
    CelebAMask-HQ-mask-anno/0..14/00000_hair.png ...      a mask of 512 pixels for every part that is there
    CelebAMask-HQ-attribute-anno.txt                      the 40 attributes of CelebA
    CelebA-HQ-to-CelebA-mapping.txt                       which picture of CelebA each one is
    list_eval_partition.txt                               CelebA's split; optional, see `_SPLITS`

CelebA-HQ's pictures are cropped by the recipe that FFHQ's are cropped by, so they need no alignment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from training.common import TrainingError
from training.data.datasets.celeba import entry_values, read_attributes, read_partition
from training.data.datasets.entries import NO_MESH, SUFFIXES, entry_of, read_rgb, shrink_ids
from training.data.portraits import PortraitEntry

IMAGES, MASKS = "CelebA-HQ-img", "CelebAMask-HQ-mask-anno"
ATTRIBUTES, MAPPING = "CelebAMask-HQ-attribute-anno.txt", "CelebA-HQ-to-CelebA-mapping.txt"
PARTITION = "list_eval_partition.txt"
PICTURES_PER_FOLDER = 2000
_SPLITS = ((162_770, "train"), (182_637, "val"), (202_599, "test"))
"""CelebA's partition as ranges: the number of the last picture of each split, counted from 1."""
_PARTS_VALIDATION = 28_000
"""The first of the pictures that SemanticStyleGAN's authors keep for validation."""


class CelebAMaskHQ:
    """The data set in `folder`. Raises `TrainingError` that names what is missing."""

    has_meshes = False
    painting: Sequence[Label] = tuple(Label)[1:]
    """The order in which parts are laid over one another: that of the authors' own script."""

    def __init__(self, folder: Path) -> None:
        missing = [n for n in (IMAGES, MASKS, ATTRIBUTES, MAPPING) if not (folder / n).exists()]
        if missing:
            raise TrainingError(f"{folder} is not CelebAMask-HQ as published: {', '.join(missing)} missing.")
        self.folder = folder
        self._files = {path.stem: path for path in (folder / IMAGES).iterdir() if path.suffix in SUFFIXES}
        rows = read_attributes(folder / ATTRIBUTES)
        attributes, splits = {Path(file).stem: row for file, row in rows.items()}, _splits(folder)
        numbers = sorted(int(stem) for stem in self._files if stem.isdecimal())
        self.entries: Sequence[PortraitEntry] = tuple(
            _entry(str(number), attributes, splits, folder) for number in numbers
        )

    def image(self, portrait_id: str) -> NDArray[np.uint8]:
        return read_rgb(self._files[portrait_id])

    def label_map(self, portrait_id: str) -> NDArray[np.uint8]:
        """The parts laid over one another in the order of `painting`."""
        number = int(portrait_id)
        folder = self.folder / MASKS / str(number // PICTURES_PER_FOLDER)
        label_map: NDArray[np.uint8] | None = None
        for label in self.painting:
            path = folder / f"{number:05d}_{label.name.lower()}.png"
            if not path.exists():
                continue
            part = _mask(path)
            label_map = np.zeros(part.shape, np.uint8) if label_map is None else label_map
            label_map[part] = label
        if label_map is None:
            raise TrainingError(f"There are no masks of picture {portrait_id} in {folder}.")
        return shrink_ids(label_map)

    def mesh(self, portrait_id: str) -> NDArray[np.float32]:
        return NO_MESH


class CelebAMaskHQParts(CelebAMaskHQ):
    """The same as SemanticStyleGAN's authors have it: another order of painting, in which noses and eyes lie
    over eyeglasses and ears over hair, and the pictures from 28 000 on for validation."""

    painting = (
        Label.SKIN, Label.EYE_G, Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.MOUTH,
        Label.L_LIP, Label.U_LIP, Label.NOSE, Label.HAIR, Label.L_EAR, Label.R_EAR, Label.NECK, Label.NECK_L,
        Label.CLOTH, Label.HAT, Label.EAR_R,
    )  # fmt: skip

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        splits = ("train", "val")
        self.entries = tuple(
            replace(entry, split=splits[int(entry.id) >= _PARTS_VALIDATION]) for entry in self.entries
        )


def _mask(path: Path) -> NDArray[np.bool_]:
    """Where the part is, at half of the picture's size; the files hold grey in three channels."""
    return read_rgb(path, 512)[..., 0] > 127


def _entry(
    name: str, attributes: Mapping[str, Mapping[str, str]], splits: Mapping[str, str], folder: Path
) -> PortraitEntry:
    if name not in attributes or name not in splits:
        table = ATTRIBUTES if name not in attributes else MAPPING
        raise TrainingError(f"Picture {name} of {folder / IMAGES} is not in {table}.")
    return entry_of(name, splits[name], **entry_values(attributes[name]))


def _splits(folder: Path) -> dict[str, str]:
    """By picture: CelebA's split of the picture that it was made from."""
    lines = (folder / MAPPING).read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split() for line in lines if line.strip()]
    partition = folder / PARTITION
    if not partition.exists():
        return {row[0]: _split_of(int(Path(row[2]).stem)) for row in rows}
    by_file = read_partition(partition)
    try:
        return {row[0]: by_file[row[2]] for row in rows}
    except KeyError as error:
        raise TrainingError(f"{partition} does not know the picture {error}.") from error


def _split_of(number: int) -> str:
    return next((split for last, split in _SPLITS if number <= last), "test")
