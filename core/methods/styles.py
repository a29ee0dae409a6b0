"""Style codes of SMILE_SYN: for every region the photo's own, or what the edits put in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.document.edits import AnyEdit, Blend, Own, Reference, Seed, SetRegionStyle, Source
from core.labels import GROUPS, NUM_LABELS, Label
from core.methods.layout import Layout
from core.methods.rules import ACCESSORY_LABELS

Array = NDArray[np.float32]

_TWINS: Mapping[Label, Label] = {
    Label.L_EYE: Label.R_EYE,
    Label.R_EYE: Label.L_EYE,
    Label.L_BROW: Label.R_BROW,
    Label.R_BROW: Label.L_BROW,
    Label.L_EAR: Label.R_EAR,
    Label.R_EAR: Label.L_EAR,
    Label.U_LIP: Label.L_LIP,
    Label.L_LIP: Label.U_LIP,
}
_FALLBACK = Seed(0)
_AVERAGED = 64


@dataclass(frozen=True, eq=False)
class RegionCodes:
    """Styles `codes` (19, D) of the regions; where `valid` (19,) is False the face has no such region."""

    codes: Array
    valid: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class StyledFace:
    """The styles to render with, and the regions whose own style was replaced or changed."""

    codes: Array
    restyled: frozenset[Label]
    notices: tuple[str, ...]


class SynNetworks(Protocol):
    """What the method needs of SMILE_SYN."""

    @property
    def syn_latent(self) -> int: ...
    def syn_random(self, z: Array) -> Array: ...


class RegionStyler:
    """Finds the style of each region. `reference_codes` reads those of a reference face; `typical` are
    codes (K faces) of real pictures that the pack may bring."""

    def __init__(
        self,
        networks: SynNetworks,
        reference_codes: Callable[[Reference], RegionCodes],
        typical: tuple[Array, NDArray[np.bool_]] | None = None,
    ) -> None:
        self._networks = networks
        self._reference_codes = reference_codes
        self._typical = typical

    def style(self, own: RegionCodes, layout: Layout, edits: tuple[AnyEdit, ...]) -> StyledFace:
        """The styles of a face after its edits: brought regions first, then region edits in order."""
        codes = own.codes.copy()
        changed: set[Label] = set()
        notices: list[str] = []
        for label in (Label(v) for v in np.unique(layout.label_map)):
            if label in layout.brought:
                codes[label] = self._code(layout.brought[label], label, own, notices)
                if own.valid[label]:
                    changed.add(label)
            elif not own.valid[label]:
                codes[label] = self._code(Own(), label, own, notices)
        for edit in edits:
            if isinstance(edit, SetRegionStyle) and edit.strength > 0:
                changed |= self._restyle(codes, edit, own, layout, notices)
        return StyledFace(codes, frozenset(changed), tuple(dict.fromkeys(notices)))

    def _restyle(
        self, codes: Array, edit: SetRegionStyle, own: RegionCodes, layout: Layout, notices: list[str]
    ) -> set[Label]:
        changed: set[Label] = set()
        lacking: list[str] = []
        for label in GROUPS[edit.region]:
            if not np.any(layout.label_map == label):
                continue
            target = self._code(edit.source, label, own, lacking)
            codes[label] += (target - codes[label]) * np.float32(edit.strength)
            changed.add(label)
        notices += lacking
        if not changed:
            notices.append(f"This face shows no {edit.region}, so its look cannot change.")
        return changed

    def _code(self, source: Source, label: Label, own: RegionCodes, notices: list[str]) -> Array:
        match source:
            case Own():
                return self._own_code(label, own)
            case Seed():
                return self._truncated(source, label)
            case Reference():
                found = self._reference_codes(source)
                return self._reference_code(found, label, own, notices)
            case Blend():
                first = self._code(source.first, label, own, notices)
                second = self._code(source.second, label, own, notices)
                return np.asarray(first + (second - first) * source.amount, np.float32)

    def _truncated(self, source: Seed, label: Label) -> Array:
        drawn = self._random_code(source.seed, label)
        if source.truncation >= 1:
            return drawn
        average = np.mean([self._random_code(seed, label) for seed in range(_AVERAGED)], axis=0)
        return np.asarray(average + (drawn - average) * source.truncation, np.float32)

    def _own_code(self, label: Label, own: RegionCodes) -> Array:
        """The face's own style; for a region that it lacks its twin's, or else a typical one."""
        if own.valid[label]:
            return own.codes[label]
        twin = _TWINS.get(label)
        if twin is not None and own.valid[twin]:
            return own.codes[twin]
        return self._random_code(_FALLBACK.seed, label, typical_first=True)

    def _reference_code(
        self, found: RegionCodes, label: Label, own: RegionCodes, notices: list[str]
    ) -> Array:
        if found.valid[label]:
            return found.codes[label]
        twin = _TWINS.get(label)
        if twin is not None and found.valid[twin]:
            return found.codes[twin]
        if own.valid[label]:
            return own.codes[label]
        notices.append(f"The reference shows no {_title(label)}, so a typical look is used.")
        return self._random_code(_FALLBACK.seed, label, typical_first=True)

    def _random_code(self, seed: int, label: Label, typical_first: bool = False) -> Array:
        """A style drawn by seed: of a real picture for accessories and fallbacks where the pack has such,
        since they carry more than what the mapping invents; otherwise from the mapping."""
        rng = np.random.default_rng((seed, 1000 + int(label)))
        if self._typical is not None and (typical_first or label in ACCESSORY_LABELS):
            styles, valid = self._typical
            rows = np.flatnonzero(valid[:, label])
            if rows.size:
                return styles[rows[rng.integers(rows.size)], label]
        z = np.random.default_rng((seed, 999)).standard_normal(
            (NUM_LABELS, self._networks.syn_latent), np.float32
        )
        return self._networks.syn_random(z)[label]


def _title(label: Label) -> str:
    for name, members in GROUPS.items():
        if label in members:
            return name
    return label.name.lower()
