"""SMILE's Table 1: every attribute of every portrait turned over, judged by an independent classifier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.document.edits import Seed
from core.face.pose import head_angles
from core.labels import NUM_LABELS
from core.methods.smile.attributes import ATTRIBUTES, attribute_index
from core.methods.smile.networks import Networks
from training.evaluation.edits import Editor
from training.evaluation.judges import Judges
from training.evaluation.metrics import (
    Counts,
    confusion,
    f1_of_both_states,
    frechet_distance,
    iou_of,
    kernel_distance,
    mean_known,
    precision_of_both_states,
    root_mean_square,
)
from training.evaluation.portraits import Portrait
from training.evaluation.yardsticks import Yardsticks

Guide = Literal["random", "reference"]
GUIDES: tuple[Guide, ...] = ("random", "reference")
DIVERSITY_PORTRAITS, DIVERSITY_RESULTS = 2, 10
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
    label_map: NDArray[np.uint8]

    @property
    def unchanged(self) -> bool:
        return bool(np.array_equal(self.image, self.portrait.image))


@dataclass(frozen=True)
class AttributeFigures:
    """Table 1's row of one attribute and one kind of guidance. Angles are mean absolute degrees.

    `f1` and what goes with it is by the judge of pictures, `layout_f1` by the judge of layouts. `others` and
    `layout_others` hold the F1 of every other attribute, by name.
    `rmse` is between the judge's probability and the wanted state. `unchanged` counts results that equal
    their source, whether the editor refused the edit or it had no effect: they stay in every figure, and
    flatter those of pose and of the other attributes. `lost` are results in which no face is found any more.
    """

    attribute: str
    guide: Guide
    count: int
    unchanged: int
    lost: int
    precision: float
    f1: float
    f1_on: float
    f1_off: float
    layout_f1: float
    layout_f1_on: float
    layout_f1_off: float
    layout_others: Mapping[str, float]
    rmse: float
    others: Mapping[str, float]
    roll: float
    pitch: float
    yaw: float
    frechet: float
    kernel: float

    @property
    def others_f1(self) -> float:
        """Mean over the other attributes, in pictures."""
        return mean_known(list(self.others.values()))

    @property
    def layout_others_f1(self) -> float:
        """Mean over the other attributes, in layouts."""
        return mean_known(list(self.layout_others.values()))


@dataclass
class AttributeTable:
    """All that table 1 says of one editor, whose rows `title` names; of a pack itself that is empty."""

    title: str = ""
    rows: list[AttributeFigures] = field(default_factory=list)
    diversity: dict[tuple[str, Guide], float] = field(default_factory=dict)
    cycle: dict[str, Counts] = field(default_factory=dict)
    network_cycle: dict[str, Counts] = field(default_factory=dict)

    def guided(self, guide: Guide) -> list[AttributeFigures]:
        return [row for row in self.rows if row.guide == guide]

    def cycle_iou(self, attribute: str | None = None) -> float:
        """Mean IoU of labels after an edit and back; of one attribute or all together; nan if unmeasured."""
        return _iou(self.cycle, attribute)

    def network_cycle_iou(self, attribute: str | None = None) -> float:
        """The same of layouts as they leave the network, before anything bounds them."""
        return _iou(self.network_cycle, attribute)

    def mean_diversity(self, rows: Sequence[AttributeFigures]) -> float:
        return mean_known([self.diversity.get((r.attribute, r.guide), float("nan")) for r in rows])


class AttributeJudge:
    """Has portraits edited, as a person would, and judges what comes out.

    `networks` parse the portraits and find faces in the results, whoever the editor is.
    """

    def __init__(
        self, editor: Editor, networks: Networks, judges: Judges,
        yardsticks: Yardsticks, portraits: Sequence[Portrait], references: Sequence[Portrait],
    ) -> None:  # fmt: skip
        self.editor, self.networks = editor, networks
        self.judges, self.yardsticks = judges, yardsticks
        self.portraits, self.references = list(portraits), list(references)
        self.results: dict[tuple[str, Guide], list[Turned]] = {}
        self._own = judges.pictures.probabilities([p.image for p in self.portraits])
        self._own_layouts = judges.layouts.probabilities([networks.parse(p.image)[0] for p in self.portraits])
        self._angles = [self._pose(p.image) for p in self.portraits]
        self._reference_features: dict[tuple[str, bool], NDArray[np.float64]] = {}

    def suited(self, name: str, guide: Guide) -> list[int]:
        """Portraits whose state is known and, for a reference, with somebody to take the other state from."""
        known = [i for i, p in enumerate(self.portraits) if name in p.states]
        if guide == "random":
            return known
        return [i for i in known if self._showing(name, not self.portraits[i].states[name])]

    def row(self, name: str, guide: Guide) -> AttributeFigures | None:
        """The figures of one attribute turned over on every portrait suited; None where there is none."""
        wanted, index = self.suited(name, guide), attribute_index(name)
        if not wanted:
            return None
        turned = [self._turn(i, name, guide) for i in wanted]
        self.results[name, guide] = turned
        scores = self.judges.pictures.probabilities([t.image for t in turned])
        target = np.array([t.target for t in turned])
        found = scores[:, index] > 0.5
        layout_scores = self.judges.layouts.probabilities([t.label_map for t in turned])
        in_layout = layout_scores[:, index] > 0.5
        angles = np.array([self._pose(t.image) for t in turned])
        roll, pitch, yaw = np.abs(angles - np.array(self._angles)[wanted]).T
        frechet, kernel = self._distribution(name, turned)
        return AttributeFigures(
            name, guide, len(turned),
            unchanged=sum(t.unchanged for t in turned), lost=int(np.isnan(angles[:, 0]).sum()),
            precision=precision_of_both_states(scores[:, index], target),
            f1=f1_of_both_states(found, target),
            f1_on=_share(found[target]), f1_off=_share(~found[~target]),
            layout_f1=f1_of_both_states(in_layout, target),
            layout_f1_on=_share(in_layout[target]), layout_f1_off=_share(~in_layout[~target]),
            layout_others=_others(self._own_layouts[wanted], layout_scores, index),
            rmse=root_mean_square(scores[:, index] - target),
            others=_others(self._own[wanted], scores, index),
            roll=mean_known(roll), pitch=mean_known(pitch), yaw=mean_known(yaw),
            frechet=frechet, kernel=kernel,
        )  # fmt: skip

    def diversity(self, name: str, guide: Guide) -> float:
        """Mean distance between ten results of one portrait and target, over a few portraits.

        They differ by seed, or by reference.
        """
        means: list[float] = []
        for index in self.suited(name, guide)[:DIVERSITY_PORTRAITS]:
            results = [self._turn(index, name, guide, number).image for number in range(DIVERSITY_RESULTS)]
            means.append(mean_known([self.yardsticks.distance(a, b) for a, b in combinations(results, 2)]))
        return mean_known(means)

    def _turn(self, index: int, name: str, guide: Guide, number: int | None = None) -> Turned:
        """The portrait at `index` turned over with seed or reference `number`, its own index by default."""
        portrait, number = self.portraits[index], index if number is None else number
        target = not portrait.states[name]
        source: Seed | Portrait = Seed(number)
        if guide == "reference":
            showing = self._showing(name, target)
            source = showing[number % len(showing)]
        result = self.editor.turned(portrait, name, target, source)
        if result is None:
            return Turned(portrait, target, portrait.image, portrait.label_map)
        return Turned(portrait, target, result.image, result.label_map)

    def _showing(self, name: str, state: bool) -> list[Portrait]:
        """A few reference faces that show the state; they are of another split."""
        return [r for r in self.references if r.states.get(name) == state][:REFERENCES]

    def _pose(self, image: NDArray[np.uint8]) -> NDArray[np.float64]:
        found = self.networks.find_faces(image)
        return np.full(3, np.nan) if not found else np.array(head_angles(np.array(found[0].points.points)))

    def _distribution(self, name: str, turned: Sequence[Turned]) -> tuple[float, float]:
        """Frechet and kernel distance of the results to real portraits of the same state, mean of both."""
        found: list[tuple[int, float, float]] = []
        for state in (False, True):
            results = [t.image for t in turned if t.target == state]
            truth = self._real_features(name, state)
            if min(len(results), len(truth)) < 2:
                continue
            features = self.yardsticks.features(results)
            distances = frechet_distance(features, truth), kernel_distance(features, truth)
            found.append((len(results), *distances))
        if not found:
            return float("nan"), float("nan")
        counts, frechet, kernel = zip(*found, strict=True)
        return float(np.average(frechet, weights=counts)), float(np.average(kernel, weights=counts))

    def _real_features(self, name: str, state: bool) -> NDArray[np.float64]:
        if (name, state) not in self._reference_features:
            real = [r.image for r in self.references if r.states.get(name) == state][:REAL_PORTRAITS]
            self._reference_features[name, state] = (
                self.yardsticks.features(real) if real else np.zeros((0, 1))
            )
        return self._reference_features[name, state]


def cycle(
    editor: Editor, networks: Networks, portraits: Sequence[Portrait],
    names: Sequence[str] = tuple(a.name for a in ATTRIBUTES),
) -> dict[str, Counts]:  # fmt: skip
    """By attribute: how labels of a layout x fare in G(G(x, s'), S(x)), the attribute turned in s'."""
    found = {name: np.zeros((NUM_LABELS, NUM_LABELS), np.int64) for name in names}
    for number, portrait in enumerate(portraits):
        label_map = networks.parse(portrait.image).label_map
        backs = editor.cycled(portrait, label_map, names, number)
        for name, back in zip(names, backs, strict=True):
            found[name] += confusion(label_map, back, NUM_LABELS)
    return found


def _iou(cycle: Mapping[str, Counts], attribute: str | None) -> float:
    kept = [counts for name, counts in cycle.items() if attribute in (None, name)]
    return mean_known(iou_of(np.sum(kept, axis=0))) if kept else float("nan")


def _others(own: NDArray[np.float32], scores: NDArray[np.float32], index: int) -> dict[str, float]:
    """F1 of every other attribute: a judge's verdicts on the results against those on their sources."""
    return {
        other.name: f1_of_both_states(scores[:, i] > 0.5, own[:, i] > 0.5)
        for i, other in enumerate(ATTRIBUTES)
        if i != index
    }


def _share(values: NDArray[np.bool_]) -> float:
    return float(values.mean()) if len(values) else float("nan")
