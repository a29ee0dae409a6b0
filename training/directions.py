"""Named directions of a pack, fitted to its own styles of annotated portraits.

Codes are regressed, region by region, on everything that was annotated at once, so that a direction does
not carry along what merely goes with it: people with grey hair are older, pictures of one source have one
background. How far along a face is already is read by a second regression, the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.labels import GROUPS, NUM_LABELS, Label
from core.methods.smile.directions import CENTRE, LEVEL, READING, STEP
from core.methods.smile.networks import Networks
from core.packs import Pack, add_directions
from core.packs.descriptor import DirectionEntry
from training.common import TrainingError
from training.data.datasets import DataSet
from training.data.portraits import PortraitEntry

Array = NDArray[np.float64]

_REACH = 2.0
"""A whole way is this many times the average difference between those who show it and those who do not."""
_RIDGE, _READING_RIDGE = 10.0, 300.0
_FEWEST_SEEN = 100
_FEWEST_PIXELS = 20
_FACE = frozenset(
    {Label.NOSE, Label.MOUTH, *GROUPS["skin"], *GROUPS["eyes"], *GROUPS["brows"], *GROUPS["lips"]}
)
_HAIR = frozenset({Label.HAIR})
_COLUMNS = (
    "male", "young", "beard", "moustache", "smile", "bushy_brows", "skin_tone", "bangs", "hair_long",
    "straight_hair", "glasses", "earrings",
)  # fmt: skip
_COLOURS = "kbrg"  # black, blond, red, grey; brown is what they are told from


@dataclass(frozen=True)
class Wanted:
    """A direction to fit: the annotation that it follows (`hair_b` is hair colour b), in which regions, and
    besides which other annotations (None: all that are known)."""

    entry: DirectionEntry
    column: str
    labels: frozenset[Label]
    beside: tuple[str, ...] | None = None


BUNDLED: Mapping[str, Wanted] = {
    # An identity takes along what goes with it: brows, make-up, the way hair is worn.
    "identity": Wanted(DirectionEntry("Feminine", "Masculine"), "male", _FACE | _HAIR, beside=("skin_tone",)),
    "age": Wanted(DirectionEntry("Older", "Younger", "It changes the skin and its light, and no outlines."),
                  "young", _FACE),
    "brows": Wanted(DirectionEntry("Fine brows", "Bushy brows"), "bushy_brows", frozenset(GROUPS["brows"])),
    "beard": Wanted(DirectionEntry("Shaved", "Beard shadow", "It darkens the skin, and grows no hair."),
                    "beard", frozenset({Label.SKIN})),
    "blond-hair": Wanted(DirectionEntry("Darker hair", "Blond hair"), "hair_b", _HAIR),
    "red-hair": Wanted(DirectionEntry("Cooler hair", "Red hair"), "hair_r", _HAIR),
    "grey-hair": Wanted(DirectionEntry("Less grey", "Grey hair"), "hair_g", _HAIR),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Faces:
    """Style codes (N, 19, D) of annotated portraits, which are valid (N, 19), and the annotations by name.

    `annotations` are (N,) each, NaN where nobody could tell; `sources` (N, S) says which collection a picture
    is from, one column each but the last.
    """

    codes: Array
    valid: NDArray[np.bool_]
    annotations: Mapping[str, Array]
    sources: Array


def read_faces(networks: Networks, portraits: DataSet, split: str = "train") -> Faces:
    """The styles of a split's portraits as the pack's own networks see them. Raises `TrainingError`."""
    entries = [entry for entry in portraits.entries if entry.split == split]
    if not entries:
        raise TrainingError(f"The data set has no portraits in the split “{split}”.")
    codes: list[NDArray[np.float32]] = []
    areas: list[NDArray[np.intp]] = []
    for entry in entries:
        image = portraits.image(entry.id)
        label_map = networks.parse(image).label_map
        codes.append(networks.syn_styles(image, label_map))
        areas.append(np.bincount(label_map.ravel(), minlength=NUM_LABELS)[:NUM_LABELS])
    tiers = sorted({entry.tier for entry in entries})[:-1]
    sources = np.array([[float(entry.tier == tier) for tier in tiers] for entry in entries])
    return Faces(
        np.array(codes, np.float64), np.array(areas) > _FEWEST_PIXELS, _annotations(entries), sources
    )


def _annotations(entries: Sequence[PortraitEntry]) -> dict[str, Array]:
    found = {name: np.array([float(e.attributes.get(name, "-1")) for e in entries]) for name in _COLUMNS}
    for colour in _COLOURS:
        found[f"hair_{colour}"] = np.array(
            [float(e.attributes.get("hair_colour") == colour) for e in entries]
        )
    return {name: np.where(values < 0, np.nan, values) for name, values in found.items()}


def write_directions(pack: Pack, portraits: DataSet, version: str = "") -> Pack:
    """Fit the bundled directions to a pack's own styles of annotated portraits and store them in it.

    Raises `TrainingError` where the data set lacks an annotation.
    """
    tensors = fit_directions(read_faces(Networks(pack), portraits))
    return add_directions(pack, tensors, {name: one.entry for name, one in BUNDLED.items()}, version)


def fit_directions(faces: Faces, wanted: Mapping[str, Wanted] = BUNDLED) -> dict[str, Tensor]:
    """The tensor file of the directions, see `core.methods.smile.directions`. Raises `TrainingError`."""
    for name, one in wanted.items():
        if np.unique(faces.annotations[one.column] > 0).size < 2:
            raise TrainingError(f"The data set does not tell who shows “{one.column}”, as “{name}” needs.")
    centre = np.stack([_mean(faces.codes[:, i], faces.valid[:, i]) for i in range(NUM_LABELS)])
    tensors: dict[str, Array] = {CENTRE: centre}
    for name, one in wanted.items():
        reading, level = _reading(faces, one, centre)
        tensors |= {STEP + name: _REACH * _step(faces, one), READING + name: reading, LEVEL + name: level}
    return {key: torch.from_numpy(np.asarray(value, np.float32)) for key, value in tensors.items()}


def _mean(codes: Array, seen: NDArray[np.bool_]) -> Array:
    return codes[seen].mean(axis=0) if seen.any() else np.zeros(codes.shape[1])


def _step(faces: Faces, wanted: Wanted) -> Array:
    """How codes (19, D) differ with the annotation, everything else that was annotated alike."""
    others = tuple(faces.annotations) if wanted.beside is None else wanted.beside
    names = [wanted.column, *(name for name in others if name != wanted.column)]
    table = np.column_stack([*(_filled(faces.annotations[name]) for name in names), faces.sources])
    step = np.zeros(faces.codes.shape[1:])
    known = np.isfinite(faces.annotations[wanted.column])
    for label in wanted.labels:
        seen = faces.valid[:, label] & known
        if np.count_nonzero(seen) >= _FEWEST_SEEN:
            step[label] = _ridge(table[seen], faces.codes[seen, label], _RIDGE)[0]
    return step


def _reading(faces: Faces, wanted: Wanted, centre: Array) -> tuple[Array, Array]:
    """Weights (19, D) and level () that tell the annotation from codes; both of its states count alike."""
    truth = faces.annotations[wanted.column]
    known = np.isfinite(truth)
    labels = sorted(wanted.labels)
    codes = np.where(faces.valid[..., None], faces.codes - centre, 0)[known][:, labels]
    shown = truth[known] > 0
    share = np.where(shown, 0.5 / max(shown.mean(), 1e-6), 0.5 / max(1 - shown.mean(), 1e-6))
    flat = codes.reshape(len(codes), -1)
    weights = _ridge(flat, shown[:, None].astype(np.float64), _READING_RIDGE, share)[:, 0]
    reading = np.zeros(faces.codes.shape[1:])
    reading[labels] = weights.reshape(len(labels), -1)
    level = np.average(shown - flat @ weights, weights=share)
    return reading, np.asarray(level)


def _ridge(table: Array, values: Array, strength: float, weights: Array | None = None) -> Array:
    """Ridge regression (columns, outputs) of values (N, outputs) on columns brought to unit spread."""
    share = np.ones(len(table)) if weights is None else weights
    table = table - np.average(table, axis=0, weights=share)
    values = values - np.average(values, axis=0, weights=share)
    spread = table.std(axis=0) + 1e-6
    scaled = table / spread
    weighted = scaled * share[:, None]
    solution = np.linalg.solve(weighted.T @ scaled + strength * np.eye(scaled.shape[1]), weighted.T @ values)
    return np.asarray(solution / spread[:, None], np.float64)


def _filled(values: Array) -> Array:
    """Unknown annotations as the average one."""
    return np.where(np.isfinite(values), values, np.nanmean(values))
