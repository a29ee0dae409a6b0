"""CelebA as its authors publish it (Liu et al. 2015), the pictures aligned and cropped, and its tables.

    img_align_celeba/000001.jpg ... 202599.jpg    178 x 218 pixels
    list_attr_celeba.txt                          40 attributes of 1 or -1
    list_eval_partition.txt                       0 train, 1 validation, 2 test

Each may lie in the folder itself or in the `Img`, `Anno` and `Eval` of the published drive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.face_attributes import FACE_ATTRIBUTES
from training.common import TrainingError
from training.data.datasets.entries import NO_MESH, SUFFIXES, entry_of, read_centre
from training.data.datasets.parsing import Parsing
from training.data.portraits import PortraitEntry

IMAGES, ATTRIBUTES, PARTITION = "img_align_celeba", "list_attr_celeba.txt", "list_eval_partition.txt"
CENTRE = 178
"""Pixels of the middle that StarGAN and SeCGAN (section 4.1) keep."""
SPLITS = {"0": "train", "1": "val", "2": "test"}
_SMILE = {"male": "Male", "glasses": "Eyeglasses", "hat": "Wearing_Hat", "earrings": "Wearing_Earrings",
          "bangs": "Bangs"}  # fmt: skip
COLUMNS = frozenset({*_SMILE.values(), "Bald"})
"""What our own six attributes are read from; every other column may be missing."""


class CelebA:
    """The data set in `folder`. Raises `TrainingError` that names what is missing.

    Nobody publishes label maps of it: a pack parses.
    """

    has_meshes = False

    def __init__(self, folder: Path, parsing: Parsing) -> None:
        images, table, partition = (_found(folder, name) for name in (IMAGES, ATTRIBUTES, PARTITION))
        self._parsing = parsing
        self._files = {path.name: path for path in images.iterdir() if path.suffix in SUFFIXES}
        attributes, splits = read_attributes(table), read_partition(partition)
        names = sorted(self._files)[: parsing.limit]
        for name in names:
            if name not in attributes or name not in splits:
                lacking = table if name not in attributes else partition
                raise TrainingError(f"Picture {name} of {images} is not in {lacking.name}.")
        self.entries: Sequence[PortraitEntry] = tuple(
            entry_of(name, splits[name], **entry_values(attributes[name])) for name in names
        )

    def image(self, portrait_id: str) -> NDArray[np.uint8]:
        return read_centre(self._files[portrait_id], CENTRE)

    def label_map(self, portrait_id: str) -> NDArray[np.uint8]:
        return self._parsing.networks.parse(self.image(portrait_id))[0]

    def mesh(self, portrait_id: str) -> NDArray[np.float32]:
        return NO_MESH


def _found(folder: Path, name: str) -> Path:
    places = (folder / name, *(folder / sub / name for sub in ("Img", "Anno", "Eval")))
    for place in places:
        if place.exists():
            return place
    raise TrainingError(f"{folder} is not CelebA as published: {name} is missing.")


def read_attributes(path: Path) -> dict[str, dict[str, str]]:
    """By file: CelebA's table, two lines of head, then a name and values of 1 or -1 a line.

    Raises `TrainingError` where columns that every table has are missing.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    names = lines[1].split() if len(lines) > 1 else []
    if lacking := COLUMNS - set(names):
        raise TrainingError(f"{path} lacks the columns {', '.join(sorted(lacking))}.")
    rows = (line.split() for line in lines[2:] if line.strip())
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows}


def read_partition(path: Path) -> dict[str, str]:
    """By file: the split."""
    return dict(_partition(path.read_text(encoding="utf-8").splitlines()))


def _partition(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        if line.strip():
            file, number = line.split()
            yield file, SPLITS[number]


def entry_values(row: Mapping[str, str]) -> dict[str, str]:
    """An entry's attributes from a row of the table: ours, and SeCGAN's thirteen as far as it has them."""
    values = {key: _bit(row[column] == "1") for key, column in _SMILE.items()}
    # The authors of SMILE take baldness for "little hair".
    values["hair_amount"] = "0" if row["Bald"] == "1" else "2"
    values["sunglasses"] = "0"
    for attribute in FACE_ATTRIBUTES:
        if attribute.celeba in row:
            values[attribute.name] = _bit((row[attribute.celeba] == "1") != attribute.celeba_denies)
    return values


def _bit(state: bool) -> str:
    return "1" if state else "0"
