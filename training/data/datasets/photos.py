"""A plain folder of photos: faces are found, aligned and parsed by a pack."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import PhotoError
from core.face import Detection, Face
from core.photo import READABLE_SUFFIXES, load_photo
from core.render.analyse import detect, read_face
from training.data.datasets.entries import NO_MESH, UNSEEN, entry_of, hashed_split
from training.data.datasets.parsing import Parsing
from training.data.portraits import PortraitEntry

log = logging.getLogger(__name__)
SMALLEST = 24.0
"""Pixels between the eyes, of the 64 that the crop has; smaller faces are left out as too coarse."""


@dataclass(frozen=True)
class _Find:
    path: Path
    detection: Detection


class Photos:
    """Every face that is large enough of every photo in `folder` and below; unreadable files are left out."""

    has_meshes = False

    def __init__(self, folder: Path, parsing: Parsing) -> None:
        self._parsing = parsing
        self._finds: dict[str, _Find] = {}
        self._last: tuple[str, Face] | None = None
        entries: list[PortraitEntry] = []
        for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in READABLE_SUFFIXES):
            base = "-".join(path.relative_to(folder).with_suffix("").parts)
            for number, detection in enumerate(self._detections(path)):
                name = base if number == 0 else f"{base}-{number + 1}"
                self._finds[name] = _Find(path, detection)
                # All faces of a photo fall into one split.
                entries.append(
                    entry_of(name, hashed_split(base), glasses=UNSEEN, hat=UNSEEN, earrings=UNSEEN)
                )
            if parsing.limit is not None and len(entries) >= parsing.limit:
                break
        self.entries: Sequence[PortraitEntry] = tuple(entries)

    def _detections(self, path: Path) -> list[Detection]:
        try:
            found = detect(load_photo(path), self._parsing.networks)
        except PhotoError as error:
            log.warning("%s Left out.", error)
            return []
        return [each for each in found if each.points.size >= SMALLEST]

    def _face(self, portrait_id: str) -> Face:
        """Picture and label map of one face are asked for in turn: the last one is kept."""
        if self._last is None or self._last[0] != portrait_id:
            find = self._finds[portrait_id]
            face = read_face(load_photo(find.path), find.detection, self._parsing.networks, refine=True)
            self._last = (portrait_id, face)
        return self._last[1]

    def image(self, portrait_id: str) -> NDArray[np.uint8]:
        return self._face(portrait_id).crop

    def label_map(self, portrait_id: str) -> NDArray[np.uint8]:
        return self._face(portrait_id).label_map

    def mesh(self, portrait_id: str) -> NDArray[np.float32]:
        return NO_MESH
