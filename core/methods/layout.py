"""The layout of a face while edits are carried out on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from core.document.edits import Source
from core.labels import HEAD, Label
from core.opencv import cv2

LabelMap = NDArray[np.uint8]
Area = NDArray[np.bool_]

LAYERED: frozenset[Label] = frozenset({Label.EYE_G, Label.EAR_R})
"""Labels that cover a face without taking its place: what lies beneath stays known and mostly visible."""


def _nothing_brought() -> Mapping[Label, Source]:
    return {}


@dataclass(frozen=True, eq=False)
class Layout:
    """A label map in the making.

    `parsed` is what the photo shows, `label_map` what the edits made of it and `base` the same without
    the layered accessories that edits put on (eyeglasses, earrings): all uint8 (256, 256). `brought` says
    where the style of a region that an edit brought comes from; `notices` are for a person. `owner` says
    whose head a pixel shows: 0 the photo's own, k that of the k-th head swap. `redrawn` are pixels that an
    edit draws anew though their label stays; None for none. `softness` is over how many crop pixels more
    than usual a change there fades into the photo, float32; None for none.
    """

    parsed: LabelMap
    label_map: LabelMap
    base: LabelMap
    brought: Mapping[Label, Source] = field(default_factory=_nothing_brought)
    notices: tuple[str, ...] = ()
    owner: NDArray[np.uint8] | None = None
    redrawn: Area | None = None
    softness: NDArray[np.float32] | None = None

    @property
    def renewed(self) -> Area | None:
        """Pixels that show another's head, or are drawn anew; None where there are none."""
        swapped = None if self.owner is None else self.owner > 0
        if swapped is None or self.redrawn is None:
            return self.redrawn if swapped is None else swapped
        return swapped | self.redrawn

    @classmethod
    def of(cls, parsed: LabelMap) -> Layout:
        """The layout before any edit."""
        return cls(parsed, parsed, parsed)

    def put(self, label: Label, area: Area) -> Layout:
        """The layout with one label in `area`: over what is there if it is layered, else in its place."""
        label_map = np.where(area, np.uint8(label), self.label_map)
        if label in LAYERED:
            return replace(self, label_map=label_map)
        return replace(self, label_map=label_map, base=np.where(area, np.uint8(label), self.base))

    def restore(self, area: Area) -> Layout:
        """The layout with the parsed labels back in `area`."""
        label_map = np.where(area, self.parsed, self.label_map)
        redrawn = None if self.redrawn is None else self.redrawn & ~area
        base = np.where(area, self.parsed, self.base)
        return replace(self, label_map=label_map, base=base, redrawn=redrawn)

    def with_notice(self, text: str) -> Layout:
        return self if text in self.notices else replace(self, notices=(*self.notices, text))


def loose_hair(label_map: LabelMap) -> Area:
    """Hair that hangs in the air or lies on clothes, without meeting a head or a neck."""
    hair = label_map == Label.HAIR
    parts = np.asarray(cv2.connectedComponents(hair.astype(np.uint8), connectivity=8)[1], np.int32)
    head = labelled(label_map, HEAD - {Label.HAIR} | {Label.NECK}).astype(np.uint8)
    near = np.asarray(cv2.dilate(head, np.ones((5, 5), np.uint8))) > 0
    held = np.bincount(parts[near & hair], minlength=int(parts.max()) + 1) > 0
    return hair & ~held[parts]


def labelled(label_map: LabelMap, labels: Collection[Label]) -> Area:
    """Where the map shows one of the labels."""
    table = np.zeros(256, np.bool_)
    table[list(labels)] = True
    return table[label_map]
