"""SeCGAN's table 1: every attribute of every portrait reversed, judged by a classifier of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track
from torch import Tensor

from core.errors import PackError
from core.face_attributes import FACE_ATTRIBUTES, face_attribute_index
from core.labels import SEGMENTS, segment_table
from core.models.classifier import Classifier
from core.models.layers import one_hot
from core.opencv import cv2
from core.packs import Pack
from core.render.judge import FACE_JUDGE, FEATURES
from training.common import TrainingError, picture, to_bytes
from training.data.datasets import DataSet, Parsing, as_seen
from training.data.face_states import face_states
from training.evaluation.likeness import Distance, open_likeness
from training.evaluation.metrics import (
    confusion,
    frechet_distance,
    inception_score,
    iou_of,
    mean_known,
)
from training.evaluation.portraits import open_portraits
from training.evaluation.report import show, write, write_grid
from training.evaluation.verdicts import Verdicts, store
from training.evaluation.yardsticks import Yardsticks, open_yardsticks

Picture = NDArray[np.uint8]
GENERATOR, TWIN = "secgan_generator", "secgan_label_generator"
SIDE = 256
SHEET = 10
_OTHER_PERSONS = frozenset({"identity", "bald"})
"""Attributes whose results may look like somebody else."""
_PAPER = (
    ("CelebA 128, StarGAN: baseline", "78.72", "1.58", "3.08"),
    ("CelebA 128, StarGAN: concat", "80.50", "1.47", "3.04"),
    ("CelebA 128, StarGAN: SeCGAN", "82.79", "1.61", "3.07"),
    ("CelebA 128, AttGAN: baseline", "82.85", "1.22", "2.94"),
    ("CelebA 128, AttGAN: concat", "79.74", "1.20", "3.06"),
    ("CelebA 128, AttGAN: SeCGAN", "84.81", "1.27", "3.05"),
    ("CelebA 256, StarGAN: baseline", "72.75", "3.22", "2.74"),
    ("CelebA 256, StarGAN: SeCGAN", "75.78", "3.51", "2.80"),
    ("CelebA-HQ 256, StarGAN: baseline", "58.16", "4.97", "3.11"),
    ("CelebA-HQ 256, StarGAN: SeCGAN", "60.17", "4.91", "3.12"),
)


@dataclass(frozen=True, eq=False)
class FacePortrait:
    """A portrait of 256 x 256; `states` has those of the thirteen attributes that could be seen."""

    id: str
    image: Picture
    states: Mapping[str, bool]

    @property
    def vector(self) -> Tensor:
        """`(1, 13)`; what could not be seen counts as absent."""
        return torch.tensor([[float(self.states.get(a.name, False)) for a in FACE_ATTRIBUTES]])


@dataclass(frozen=True)
class FaceFigures:
    """An attribute's column: shares are of 1. `judge` is its accuracy on the untouched portraits."""

    attribute: str
    count: int
    recognised: float
    judge: float
    frechet: float
    consistency: float
    likeness: float


@dataclass
class FaceReport:
    """All that was measured; `inception` is of all results together."""

    pack: str
    data: str
    split: str
    yardsticks: Yardsticks
    side: int
    rows: list[FaceFigures] = field(default_factory=list)
    inception: float = float("nan")

    @property
    def note(self) -> str:
        """How the figures are to be read."""
        by = self.yardsticks
        return (
            f"TARR: share of portraits whose reversed attribute our judge of faces sees, which no generator "
            f"learnt from; results, and the portraits for its own accuracy, are seen at {self.side} pixels. "
            f"The paper's ssFID is by SwAV, which is not at hand: {by.frechet_name} instead, between the "
            "portraits and their results, attribute by attribute; with so few portraits it compares packs "
            f"with each other and not with the paper. {by.note} IS needs Inception's last layer. mIoU: of "
            "what the parser sees in the result with what the semantic twin drew, where the pack has it. "
            "Likeness: dlib's distance of portrait and result, where its packages are installed."
        )

    def tables(self) -> list[tuple[str, Sequence[str], list[list[str]]]]:
        """Attribute by attribute, and the paper's table 1 with ours on top."""
        frechet = self.yardsticks.frechet_name
        heads = ("attribute", "portraits", "TARR %", "judge %", frechet, "mIoU", "likeness")
        lines = [
            [r.attribute, str(r.count), _percent(r.recognised), _percent(r.judge), _number(r.frechet),
             _number(r.consistency, 3), _number(r.likeness)]
            for r in self.rows
        ]  # fmt: skip
        tarr, own = _percent(self.mean("recognised")), _number(self.mean("frechet"))
        table_1 = [[f"{self.pack} ({self.side})", tarr, own, _number(self.inception)]]
        table_1 += [[f"paper: {title}", *values] for title, *values in _PAPER]
        return [
            ("SeCGAN, attribute by attribute", heads, [*lines, self._mean_line()]),
            ("SeCGAN's table 1", ("", "TARR %", f"ssFID (ours: {frechet})", "IS"), table_1),
        ]

    def _mean_line(self) -> list[str]:
        kept = [r.likeness for r in self.rows if r.attribute not in _OTHER_PERSONS]
        return [
            "mean", str(sum(r.count for r in self.rows)), _percent(self.mean("recognised")),
            _percent(self.mean("judge")), _number(self.mean("frechet")),
            _number(self.mean("consistency"), 3), f"{_number(mean_known(kept))} (but identity, bald)",
        ]  # fmt: skip

    def mean(self, name: str) -> float:
        """Over the attributes."""
        return mean_known([getattr(row, name) for row in self.rows])

    def as_json(self) -> dict[str, Any]:
        means = {n: self.mean(n) for n in ("recognised", "judge", "frechet", "consistency", "likeness")}
        return {
            "pack": self.pack, "data": self.data, "split": self.split, "note": self.note,
            "side": self.side, "inception_score": self.inception, "mean": means,
            "attributes": [asdict(r) for r in self.rows],
        }  # fmt: skip


class Translator:
    """A SeCGAN pack's generator on portraits, at the size that the pack says.

    Raises `PackError` where the pack has no such generator.
    """

    def __init__(self, pack: Pack) -> None:
        if GENERATOR not in pack.roles:
            raise PackError(f"The model pack {pack.name} has no generator of SeCGAN.")
        self.side = pack.descriptor.crop_size
        self._parsing = Parsing()
        self.g = pack.build(GENERATOR)
        self.twin = pack.build(TWIN) if TWIN in pack.roles else None
        config: Any = self.g.config
        self.sees_segments = config.inputs > config.attributes  # *concat*: 15 channels

    @torch.inference_mode()
    def translated(self, image: Picture, difference: Tensor) -> Picture:
        """The picture by a difference vector `(1, 13)`, enlarged to what it was."""
        x = picture(torch.from_numpy(resized(image, self.side)[None]))
        if self.sees_segments:
            x = torch.cat([x, self._segments(image)], dim=1)
        return resized(to_bytes(self.g(x, difference))[0], SIDE)

    @torch.inference_mode()
    def twins(self, image: Picture, difference: Tensor) -> NDArray[np.uint8] | None:
        """The segments `(side, side)` that the semantic branch makes of it; None where the pack lacks it."""
        if self.twin is None:
            return None
        return self.twin(self._segments(image), difference)[0].argmax(dim=0).to(torch.uint8).numpy()

    def segments(self, image: Picture) -> NDArray[np.uint8]:
        """What the parser sees, `(side, side)`."""
        found = segment_table()[self._parsing.networks.parse(image)[0]]
        step = SIDE // self.side
        return np.ascontiguousarray(found[step // 2 :: step, step // 2 :: step])

    def _segments(self, image: Picture) -> Tensor:
        return one_hot(torch.from_numpy(self.segments(image)[None]), len(SEGMENTS))


def evaluate_faces(
    pack: Pack, data: str | Path, out: Path, split: str = "val", limit: int | None = None,
    quiet: bool = False, weights: Path | None = None,
) -> FaceReport:  # fmt: skip
    """Measure a SeCGAN pack; arguments as of `training.evaluation.evaluate`.

    Raises `PackError` where the pack or the judge is missing, `TrainingError` for data without attributes.
    """
    translator, judge = Translator(pack), Verdicts.open(FACE_JUDGE)
    by = open_yardsticks(Verdicts.open(FEATURES), weights)
    portraits = read_face_portraits(open_portraits(data), split, limit)
    report = FaceReport(pack.name, str(data), split, by, translator.side)
    measured = _Measured(translator, judge, by, open_likeness(), portraits)
    for attribute in track(FACE_ATTRIBUTES, "attributes", disable=quiet):
        if (row := measured.row(attribute.name)) is not None:
            report.rows.append(row)
    report.inception = measured.inception()
    write_grid(measured.sheet(), out / "faces.jpg")
    write(report, out, ["faces.jpg"])
    if not quiet:
        show(report)
    return report


class _Measured:
    """Portraits on their way through the attributes; results are kept as features alone."""

    def __init__(
        self, translator: Translator, judge: Verdicts, by: Yardsticks, likeness: Distance | None,
        portraits: Sequence[FacePortrait],
    ) -> None:  # fmt: skip
        self.translator, self.judge, self.by, self.likeness = translator, judge, by, likeness
        self.portraits = portraits
        self.seen = [resized(resized(p.image, translator.side), SIDE) for p in portraits]
        self.verdicts = judge.probabilities(self.seen) > 0.5
        self.real = by.features(self.seen)
        self.features: list[NDArray[np.float64]] = []
        self.shown: dict[str, list[Picture]] = {}

    def row(self, name: str) -> FaceFigures | None:
        """The attribute's figures; None where no portrait shows its state."""
        index = face_attribute_index(name)
        known = [i for i, p in enumerate(self.portraits) if name in p.states]
        if not known:
            return None
        truth = np.array([self.portraits[i].states[name] for i in known])
        sources = [self.portraits[i] for i in known]
        results = [self.translator.translated(p.image, _reversed(p, name)) for p in sources]
        features = self.by.features(results)
        self.features.append(features)
        self.shown[name] = results[:SHEET]
        found = self.judge.probabilities(results)[:, index] > 0.5
        return FaceFigures(
            name, len(known), float((found == ~truth).mean()),
            float((self.verdicts[known, index] == truth).mean()),
            frechet_distance(self.real, features) if len(known) > 1 else float("nan"),
            self._consistency(name, sources, results), self._likeness(sources, results),
        )  # fmt: skip

    def _consistency(self, name: str, sources: Sequence[FacePortrait], results: Sequence[Picture]) -> float:
        total = np.zeros((len(SEGMENTS), len(SEGMENTS)), np.int64)
        for portrait, result in zip(sources, results, strict=True):
            drawn = self.translator.twins(portrait.image, _reversed(portrait, name))
            if drawn is None:
                return float("nan")
            total += confusion(drawn, self.translator.segments(result), len(SEGMENTS))
        return mean_known(iou_of(total))

    def _likeness(self, sources: Sequence[FacePortrait], results: Sequence[Picture]) -> float:
        if self.likeness is None:
            return float("nan")
        pairs = zip(sources, results, strict=True)
        return mean_known([self.likeness(portrait.image, result) for portrait, result in pairs])

    def inception(self) -> float:
        """IS of all results; nan without Inception's classes."""
        if self.by.classes is None or not self.features:
            return float("nan")
        return inception_score(self.by.classes(np.concatenate(self.features)))

    def sheet(self) -> list[list[Picture]]:
        """The first portraits, themselves again, and every attribute reversed. For local use."""
        first = self.portraits[:SHEET]
        same = [self.translator.translated(p.image, torch.zeros(1, len(FACE_ATTRIBUTES))) for p in first]
        return [[p.image for p in first], same, *self.shown.values()]


def _reversed(portrait: FacePortrait, name: str) -> Tensor:
    difference = torch.zeros(1, len(FACE_ATTRIBUTES))
    difference[0, face_attribute_index(name)] = -1.0 if portrait.states[name] else 1.0
    return difference


def read_face_portraits(data: DataSet, split: str, limit: int | None = None) -> list[FacePortrait]:
    """The first `limit` portraits of a split. Raises `TrainingError` where none has a known attribute."""
    entries = [entry for entry in data.entries if entry.split == split][:limit]
    found = [FacePortrait(e.id, data.image(e.id), _states(data, e)) for e in entries]
    if not any(p.states for p in found):
        raise TrainingError(f"No portrait of the split “{split}” is annotated with an attribute of the face.")
    return found


def _states(data: DataSet, entry: Any) -> dict[str, bool]:
    """Those that are known; what only the label map shows is read off it."""
    if "?" in entry.attributes.values():
        entry = as_seen(entry, data.label_map(entry.id))
    states = face_states(entry.attributes)
    return {name: value == "1" for name, value in states.items() if value in ("0", "1")}


def resized(image: Picture, side: int) -> Picture:
    """A square picture at another size; smaller as the training cache makes it smaller."""
    if len(image) == side:
        return image.copy()
    how = cv2.INTER_AREA if len(image) > side else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, (side, side), interpolation=how), np.uint8)


def export_face_judge(
    network: Classifier, data: str | Path, folder: Path = FACE_JUDGE, limit: int | None = None
) -> Verdicts:
    """Set the classifier's decisions on training portraits of `data`, store it, and return it as stored."""
    verdicts = Verdicts(network)
    portraits = read_face_portraits(open_portraits(data), "train", limit)
    states = [[float(p.states.get(a.name, -1)) for a in FACE_ATTRIBUTES] for p in portraits]
    verdicts.calibrate([p.image for p in portraits], np.array(states, np.float32))
    store(network, folder)
    return Verdicts.open(folder)


def _percent(value: float) -> str:
    return "-" if np.isnan(value) else f"{100 * value:.1f}"


def _number(value: float, digits: int = 2) -> str:
    return "-" if np.isnan(value) else f"{value:.{digits}f}"
