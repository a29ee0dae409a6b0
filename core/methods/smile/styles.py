"""Style codes of SMILE_SYN: for every region the photo's own, or what the edits put in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.document.edits import Blend, Edit, Named, Own, Reference, Seed, Source
from core.labels import GROUPS, NUM_LABELS, Label
from core.methods.codes import RegionCodes, StyledFace
from core.methods.layout import Layout
from core.methods.smile.directions import StyleDirection
from core.methods.smile.edits import Direction, SetAttribute, SetRegionStyle
from core.methods.smile.rules import ACCESSORY_LABELS
from core.methods.smile.tuning import TUNING

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
_FEATURES = frozenset({Label.L_BROW, Label.R_BROW, Label.U_LIP, Label.L_LIP})
"""What an attribute with a direction takes from a reference itself: skin and eyes keep the photo's light."""
_FALLBACK = Seed(0)


class SynNetworks(Protocol):
    """What the method needs of SMILE_SYN."""

    @property
    def syn_latent(self) -> int: ...
    def syn_random(self, z: Array) -> Array: ...


class RegionStyler:
    """Finds the style of each region. `reference_codes` reads those of a reference face; `typical` are
    codes (K faces) of real pictures that the pack may bring, and `directions` its named directions. One that
    has an attribute's name goes with that attribute.
    """

    def __init__(
        self,
        networks: SynNetworks,
        reference_codes: Callable[[Reference], RegionCodes],
        typical: tuple[Array, NDArray[np.bool_]] | None = None,
        directions: Mapping[str, StyleDirection] | None = None,
    ) -> None:
        self._directions = directions or {}
        self._networks = networks
        self._reference_codes = reference_codes
        self._typical = typical

    def style(self, own: RegionCodes, layout: Layout, edits: tuple[Edit, ...]) -> StyledFace:
        """The styles of a face after its edits: brought regions first, then region edits in order."""
        codes = own.codes.copy()
        changed: set[Label] = set()
        notices: list[str] = []
        for label in (Label(v) for v in np.unique(layout.label_map)):
            if label in layout.brought:
                codes[label] = self._brought_code(layout.brought[label], label, own, notices)
                if own.valid[label]:
                    changed.add(label)
            elif not own.valid[label]:
                codes[label] = self._code(Own(), label, own, notices)
        for edit in edits:
            match edit:
                case SetRegionStyle() if edit.strength > 0:
                    changed |= self._restyle(codes, edit, own, layout, notices)
                case SetAttribute() if edit.strength > 0 and edit.attribute in self._directions:
                    changed |= self._follow(codes, edit, own, layout)
                case Direction() if edit.amount:
                    changed |= self._move(codes, edit, layout, notices)
                case _:
                    pass
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

    def _move(self, codes: Array, edit: Direction, layout: Layout, notices: list[str]) -> set[Label]:
        direction = self._directions.get(edit.name)
        if direction is None:
            notices.append(f"This model pack knows no direction called “{edit.name}”.")
            return set()
        labels = direction.labels.intersection(GROUPS[edit.region] if edit.region else direction.labels)
        return _step(codes, direction, labels, layout, edit.amount)

    def _follow(self, codes: Array, edit: SetAttribute, own: RegionCodes, layout: Layout) -> set[Label]:
        """The styles go where the attribute goes, as far as the face is not there already."""
        direction = self._directions[edit.attribute]
        missing = float(edit.present) - direction.state(own.codes, own.valid)
        changed = _step(codes, direction, direction.labels, layout, edit.strength * missing)
        if isinstance(edit.source, Reference):
            found = self._reference_codes(edit.source)
            for label in _FEATURES & direction.labels:
                if found.valid[label]:
                    codes[label] += (found.codes[label] - codes[label]) * np.float32(edit.strength)
        return changed

    def _code(self, source: Source, label: Label, own: RegionCodes, notices: list[str]) -> Array:
        match source:
            case Own():
                return self._own_code(label, own)
            case Named():
                return self._truncated(source.as_seed(), label)
            case Seed():
                return self._truncated(source, label)
            case Reference():
                found = self._reference_codes(source)
                return self._reference_code(found, label, own, notices)
            case Blend():
                first = self._code(source.first, label, own, notices)
                second = self._code(source.second, label, own, notices)
                return np.asarray(first + (second - first) * source.amount, np.float32)

    def _brought_code(self, source: Source, label: Label, own: RegionCodes, notices: list[str]) -> Array:
        """As `_code`; hair that grows by chance gets a colour that goes with the brows."""
        if label == Label.HAIR and isinstance(source, Seed) and self._typical is not None:
            styles, valid = self._typical
            brows = [b for b in GROUPS["brows"] if own.valid[b]]
            rows = np.flatnonzero(valid[:, [label, *brows]].all(axis=1))
            if brows and rows.size:
                away = np.square(styles[rows][:, brows] - own.codes[brows]).sum(axis=(1, 2))
                near = rows[np.argsort(away, kind="stable")[: TUNING.alike]]
                return _one_of(styles, near, source.seed, label)
        return self._code(source, label, own, notices)

    def _truncated(self, source: Seed, label: Label) -> Array:
        drawn = self._random_code(source.seed, label)
        if source.truncation >= 1:
            return drawn
        average = np.mean([self._random_code(seed, label) for seed in range(TUNING.styles_averaged)], axis=0)
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
        if self._typical is not None and (typical_first or label in ACCESSORY_LABELS):
            styles, valid = self._typical
            rows = np.flatnonzero(valid[:, label])
            if rows.size:
                return _one_of(styles, rows, seed, label)
        z = np.random.default_rng((seed, 999)).standard_normal(
            (NUM_LABELS, self._networks.syn_latent), np.float32
        )
        return self._networks.syn_random(z)[label]


def _one_of(styles: Array, rows: NDArray[np.intp], seed: int, label: Label) -> Array:
    """The label's code in one of those rows of styles (K, 19, D), drawn by seed."""
    rng = np.random.default_rng((seed, 1000 + int(label)))
    return styles[rows[rng.integers(rows.size)], label]


def _step(
    codes: Array, direction: StyleDirection, labels: frozenset[Label], layout: Layout, amount: float
) -> set[Label]:
    """Move the codes of those labels that the layout shows; returns them."""
    shown = {label for label in labels if np.any(layout.base == label)}
    for label in shown:
        codes[label] += direction.step[label] * np.float32(amount)
    return shown


def _title(label: Label) -> str:
    for name, members in GROUPS.items():
        if label in members:
            return name
    return label.name.lower()
