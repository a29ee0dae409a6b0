"""What training asks of a data set, and which kinds there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from training.common import TrainingError
from training.data.datasets.celeba import CelebA
from training.data.datasets.celebamask import CelebAMaskHQ, CelebAMaskHQParts
from training.data.datasets.entries import UNKNOWN, UNSEEN
from training.data.datasets.ffhq import Ffhq
from training.data.datasets.parsing import Parsing
from training.data.datasets.photos import Photos
from training.data.datasets.self_labelled import SelfLabelledPortraits
from training.data.datasets.unlabelled import UnlabelledPortraits
from training.data.portraits import PortraitEntry, Portraits


class DataSet(Protocol):
    """Aligned portraits with label maps. Everything but `entries` is read when it is asked for."""

    entries: Sequence[PortraitEntry]
    """Attribute values are "1", "0", "-1" (unknown) or "?" (ask the label map, see `as_seen`)."""

    has_meshes: bool
    """Whether face meshes are there, which drawing accessories needs."""

    def image(self, portrait_id: str) -> NDArray[np.uint8]:
        """RGB `(256, 256, 3)`, in the alignment of FFHQ."""
        ...

    def label_map(self, portrait_id: str) -> NDArray[np.uint8]:
        """Label ids `(256, 256)`, 255 where unknown."""
        ...

    def mesh(self, portrait_id: str) -> NDArray[np.float32]:
        """Face mesh `(478, 3)` in crop pixels; `(0, 3)` where there are none."""
        ...


def _portraits(folder: Path, parsing: Parsing) -> DataSet:
    missing = [name for name in ("manifest.csv", "attributes.csv", "mesh.npz", "images")
               if not (folder / name).exists()]  # fmt: skip
    if missing:
        raise TrainingError(f"{folder} is not a portraits folder: {', '.join(missing)} missing.")
    return Portraits(folder) if (folder / "labels").exists() else UnlabelledPortraits(folder, parsing)


_KINDS: Mapping[str, Callable[[Path, Parsing], DataSet]] = {
    "portraits": _portraits,
    "self-labelled": SelfLabelledPortraits,
    "celeba": CelebA,
    "celebamask-hq": lambda folder, parsing: CelebAMaskHQ(folder),
    "celebamask-hq-parts": lambda folder, parsing: CelebAMaskHQParts(folder),
    "ffhq": Ffhq,
    "photos": Photos,
}
KINDS_HELP = (
    "portraits (images, labels, tables), self-labelled (such without labels: the pack's parser gives them "
    "where it is sure), celeba and celebamask-hq (as published), celebamask-hq-parts (its "
    "masks painted as SemanticStyleGAN's authors do), ffhq (aligned pictures; label maps in labels/, or "
    "parsed), photos (any: faces are found, aligned and parsed)"
)


def open_dataset(text: str, pack: Path | None = None, limit: int | None = None) -> DataSet:
    """The data set that `KIND:FOLDER` names; `pack` parses where there are no label maps.

    `limit` keeps the first so many pictures. Raises `TrainingError` where the folder is something else.
    """
    kind, _, path = text.partition(":")
    if kind not in _KINDS or not path:
        raise TrainingError(f"“{text}” is not KIND:FOLDER with a kind of {', '.join(_KINDS)}.")
    folder = Path(path).expanduser()
    if not folder.is_dir():
        raise TrainingError(f"There is no folder {folder}.")
    data = _KINDS[kind](folder, Parsing(pack, limit))
    if limit is not None:
        data.entries = data.entries[:limit]
    if not data.entries:
        raise TrainingError(f"{folder} has no pictures for a data set of the kind {kind}.")
    return data


_SEEN: Mapping[str, tuple[Label, int]] = {
    "glasses": (Label.EYE_G, 60), "hat": (Label.HAT, 200), "earrings": (Label.EAR_R, 12),
}  # fmt: skip
"""Which label shows an attribute, and from how many pixels of 256 x 256 on."""


def as_seen(entry: PortraitEntry, label_map: NDArray[np.uint8]) -> PortraitEntry:
    """The entry with attributes marked "?" read off the label map.

    Absence of earrings is not believed, because parsers overlook them.
    """
    found = dict(entry.attributes)
    for name, value in entry.attributes.items():
        if value != UNSEEN:
            continue
        label, least = _SEEN[name]
        seen = np.count_nonzero(label_map == label) >= least
        found[name] = "1" if seen else UNKNOWN if name == "earrings" else "0"
    return replace(entry, attributes=found)
