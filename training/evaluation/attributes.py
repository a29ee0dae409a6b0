"""SMILE's Table 1: every attribute of every portrait turned over, judged by an independent classifier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.attributes import ATTRIBUTES, attribute_index
from core.document.document import Document
from core.document.edits import Reference, Seed, SetAttribute
from core.errors import EditError, FaceError
from core.labels import NUM_LABELS
from core.methods.layout import best_label
from core.methods.presence import present_attributes
from core.photo import photo_from_array
from core.render.engine import Engine
from core.render.networks import Networks
from training.evaluation.metrics import (
    average_precision,
    f1_of_both_states,
    frechet_distance,
    kernel_distance,
    mean_iou,
    mean_known,
)
from training.evaluation.portraits import Portrait
from training.evaluation.pose import head_angles
from training.evaluation.verdicts import Verdicts

Guide = Literal["random", "reference"]
DIVERSITY_PORTRAITS, DIVERSITY_SEEDS = 4, 10
REFERENCES = 12
"""Reference faces an attribute and state draws from."""
REAL_PORTRAITS = 200
"""Real portraits of a state that results are compared with."""


@dataclass(frozen=True, eq=False)
class Turned:
    """One portrait with one attribute turned over."""

    portrait: Portrait
    target: bool
    image: NDArray[np.uint8]


@dataclass(frozen=True)
class AttributeFigures:
    """Table 1's row of one attribute and one kind of guidance. Angles are mean absolute degrees."""

    attribute: str
    guide: Guide
    count: int
    precision: float
    f1: float
    f1_on: float
    f1_off: float
    others_f1: float
    roll: float
    pitch: float
    yaw: float
    frechet: float
    kernel: float


@dataclass
class Sheets:
    """Results kept for the picture grids, by attribute and guidance."""

    results: dict[tuple[str, Guide], list[Turned]] = field(default_factory=dict)


class AttributeJudge:
    """Edits portraits through the engine as a person would, and judges what comes out."""

    def __init__(
        self, engine: Engine, networks: Networks, verdicts: Verdicts, portraits: Sequence[Portrait],
        references: Sequence[Portrait],
    ) -> None:  # fmt: skip
        self.engine, self.networks, self.verdicts = engine, networks, verdicts
        self.portraits, self.references = list(portraits), list(references)
        self.sheets = Sheets()
        self._own = verdicts.probabilities([p.image for p in self.portraits])
        self._angles = [self._pose(p.image) for p in self.portraits]
        self._reference_features: dict[tuple[str, bool], NDArray[np.float64]] = {}

    def row(self, name: str, guide: Guide) -> AttributeFigures:
        """The figures of one attribute turned over on every portrait whose state is known."""
        wanted = [i for i, p in enumerate(self.portraits) if name in p.states]
        turned = [self._turn(i, name, guide) for i in wanted]
        self.sheets.results[name, guide] = turned
        scores = self.verdicts.probabilities([t.image for t in turned])
        index = attribute_index(name)
        target = np.array([t.target for t in turned])
        found = scores[:, index] > 0.5
        angles = np.array([self._pose_error(i, t.image) for i, t in zip(wanted, turned, strict=True)])
        frechet, kernel = self._distribution(name, turned)
        return AttributeFigures(
            name, guide, len(turned),
            precision=_both_precisions(scores[:, index], target),
            f1=f1_of_both_states(found, target),
            f1_on=_share(found[target]), f1_off=_share(~found[~target]),
            others_f1=self._others(wanted, scores, index),
            roll=mean_known(angles[:, 0]), pitch=mean_known(angles[:, 1]), yaw=mean_known(angles[:, 2]),
            frechet=frechet, kernel=kernel,
        )  # fmt: skip

    def diversity(self, name: str) -> float:
        """Mean distance between ten random results of one portrait and target, over a few portraits."""
        means: list[float] = []
        for portrait in [p for p in self.portraits if name in p.states][:DIVERSITY_PORTRAITS]:
            results = [
                self._edit(portrait, name, not portrait.states[name], Seed(seed))
                for seed in range(DIVERSITY_SEEDS)
            ]
            means.append(mean_known([self.verdicts.distance(a, b) for a, b in combinations(results, 2)]))
        return mean_known(means)

    def cycle(self, names: Iterable[str]) -> float:
        """Mean IoU of a layout with what SEM gives for G(G(x, s'), S(x)), one attribute turned over in s'."""
        before: list[NDArray[np.uint8]] = []
        after: list[NDArray[np.uint8]] = []
        for number, portrait in enumerate(self.portraits):
            label_map, _ = self.networks.parse(portrait.image)
            slots = self.networks.sem_styles(label_map)
            present = present_attributes(label_map)
            own = np.stack([slots[i, int(present[a.name])] for i, a in enumerate(ATTRIBUTES)])
            for name in names:
                index = attribute_index(name)
                z = np.random.default_rng((number, index)).standard_normal((1, self.networks.sem_latent))
                styles = own.copy()
                styles[index] = self.networks.sem_random(z.astype(np.float32))[
                    0, index, int(not present[name])
                ]
                there = best_label(self.networks.sem_logits(label_map, styles[None])[0])
                before.append(label_map)
                after.append(best_label(self.networks.sem_logits(there, own[None])[0]))
        return mean_iou(np.stack(before), np.stack(after), NUM_LABELS)

    def _turn(self, index: int, name: str, guide: Guide) -> Turned:
        portrait = self.portraits[index]
        target = not portrait.states[name]
        source: Seed | Portrait = Seed(index) if guide == "random" else self._reference(index, name, target)
        return Turned(portrait, target, self._edit(portrait, name, target, source))

    def _edit(
        self, portrait: Portrait, name: str, target: bool, source: Seed | Portrait
    ) -> NDArray[np.uint8]:
        """The portrait after the edit; as it was where the engine refuses."""
        document = Document(photo_from_array(portrait.image), faces=(portrait.points,))
        if isinstance(source, Portrait):
            document = document.with_reference(source.id, photo_from_array(source.image))
        style = Reference(source.id) if isinstance(source, Portrait) else source
        document = document.with_edit(SetAttribute(attribute=name, present=target, source=style))
        try:
            return self.engine.render(document).pixels.astype(np.uint8)
        except (EditError, FaceError):
            return portrait.image

    def _reference(self, index: int, name: str, target: bool) -> Portrait:
        """One of a few reference faces that show the state; they are of another split."""
        fitting = [r for r in self.references if r.states.get(name) == target][:REFERENCES]
        return fitting[index % len(fitting)]

    def _pose(self, image: NDArray[np.uint8]) -> NDArray[np.float64]:
        found = self.networks.find_faces(image)
        return np.full(3, np.nan) if not found else np.array(head_angles(np.array(found[0].points.points)))

    def _pose_error(self, index: int, image: NDArray[np.uint8]) -> NDArray[np.float64]:
        return np.abs(self._pose(image) - self._angles[index])

    def _others(self, wanted: Sequence[int], scores: NDArray[np.float32], index: int) -> float:
        """F1 of the other attributes: the verdict on the result against that on the source."""
        kept = [i for i in range(len(ATTRIBUTES)) if i != index]
        own = self._own[list(wanted)] > 0.5
        return float(np.mean([f1_of_both_states(scores[:, i] > 0.5, own[:, i]) for i in kept]))

    def _distribution(self, name: str, turned: Sequence[Turned]) -> tuple[float, float]:
        """Frechet and kernel distance of the results to real portraits of the same state, mean of both."""
        found: list[tuple[int, float, float]] = []
        for state in (False, True):
            results = [t.image for t in turned if t.target == state]
            real = [r.image for r in self.references if r.states.get(name) == state][:REAL_PORTRAITS]
            if min(len(results), len(real)) < 2:
                continue
            truth, features = self._real_features((name, state), real), self.verdicts.features(results)
            distances = frechet_distance(features, truth), kernel_distance(features, truth)
            found.append((len(results), *distances))
        if not found:
            return float("nan"), float("nan")
        counts, frechet, kernel = zip(*found, strict=True)
        return float(np.average(frechet, weights=counts)), float(np.average(kernel, weights=counts))

    def _real_features(self, key: tuple[str, bool], real: Sequence[NDArray[np.uint8]]) -> NDArray[np.float64]:
        if key not in self._reference_features:
            self._reference_features[key] = self.verdicts.features(real)
        return self._reference_features[key]


def _both_precisions(scores: NDArray[np.float32], target: NDArray[np.bool_]) -> float:
    """Mean average precision of presence and of absence."""
    return mean_known([average_precision(scores, target), average_precision(1 - scores, ~target)])


def _share(values: NDArray[np.bool_]) -> float:
    return float(values.mean()) if len(values) else float("nan")


def rows(judge: AttributeJudge, names: Sequence[str], guides: Sequence[Guide]) -> Iterator[AttributeFigures]:
    """Every attribute with every kind of guidance."""
    for name in names:
        for guide in guides:
            yield judge.row(name, guide)
