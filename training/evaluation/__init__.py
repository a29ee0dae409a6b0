"""Measure a pack on labelled portraits: the figures of the model card and the tables of SMILE's paper.

`python launch.py evaluate` prints tables and writes JSON, Markdown and grids.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from core.errors import EditError
from core.labels import palette
from core.methods.smile.attributes import ATTRIBUTES, attribute_index
from core.methods.smile.networks import Networks
from core.models.classifier import Classifier
from core.packs import Pack, default_pack
from core.render.engine import Engine
from core.render.judge import FEATURES
from training.evaluation import basics
from training.evaluation.attributes import GUIDES, AttributeJudge, AttributeTable, Guide, cycle
from training.evaluation.baseline import BaselineEditor
from training.evaluation.edits import Editor, EngineEditor, NetworkEditor
from training.evaluation.judges import Judge, Judges, open_judges
from training.evaluation.metrics import average_precision, f1_score
from training.evaluation.portraits import Portrait, open_portraits, read_portraits
from training.evaluation.report import show, write, write_grid, write_sheets
from training.evaluation.synthesis import SynthesisJudge
from training.evaluation.tables import Report
from training.evaluation.verdicts import Verdicts, store
from training.evaluation.yardsticks import Yardsticks, open_yardsticks

PARTS = ("alignment", "pose", "parsing", "eyeglasses", "synthesis", "attributes")
_JUDGED = frozenset({"synthesis", "attributes"})
_REAL = 1500
"""Portraits of the training split that references and real distributions come from, at most."""


def evaluate(
    pack: Pack, data: str | Path, out: Path, split: str = "val", only: Sequence[str] = (),
    limit: int | None = None, quiet: bool = False, weights: Path | None = None, baseline: Path | None = None,
    judge: str | None = None,
) -> Report:  # fmt: skip
    """Measure everything (or `only` some of `PARTS`) on a split of `data`, or on its first `limit` portraits.

    `data` is KIND:FOLDER (see `training.data.datasets`) or a folder of labelled portraits. References and
    real distributions come from the training split. `weights` is a folder with the files of Inception and
    LPIPS. `baseline` is the folder of a run of StarGAN v2, which gets rows in table 1 beside the pack.
    `judge` is a pack (its name or folder) with SMILE's official classifiers, to judge in place of our own.
    Raises `EditError` for wrong parts, `TrainingError` for a wrong run or data, `PackError` for wrong files.
    """
    wanted = _wanted(only)
    if "attributes" not in wanted and (baseline is not None or judge is not None):
        raise EditError("Baseline and judge concern the part “attributes”, which was left out.")
    source, networks = open_portraits(data), Networks(pack)
    rival = None if baseline is None else BaselineEditor(baseline, networks)
    judges = open_judges(judge) if wanted & _JUDGED else None
    portraits, report = read_portraits(source, split, limit), Report(pack.name, str(data), split)
    measured = _Measured(networks, portraits, report, out, quiet)
    measured.basics(wanted)
    if judges is not None:
        report.yardsticks = by = open_yardsticks(Verdicts.open(FEATURES), weights)
        others = read_portraits(source, "train" if split != "train" else "val", _REAL)
        if "synthesis" in wanted:
            measured.table_2(by, others)
        if "attributes" in wanted:
            measured.table_1(judges, by, others, rival)
    write(report, out, measured.pictures)
    if not quiet:
        show(report)
    return report


def _wanted(only: Sequence[str]) -> set[str]:
    unknown = set(only) - set(PARTS)
    if unknown:
        raise EditError(
            f"There is no part called {', '.join(sorted(unknown))}; known are {', '.join(PARTS)}."
        )
    return set(only or PARTS)


class _Measured:
    """One evaluation on its way: networks, portraits, and the report that fills."""

    def __init__(
        self, networks: Networks, portraits: Sequence[Portrait], report: Report, out: Path, quiet: bool
    ) -> None:
        self.engine, self.networks, self.quiet = Engine(networks.pack), networks, quiet
        self.portraits, self.report, self.out = portraits, report, out
        self.pictures: list[str] = []

    def basics(self, wanted: set[str]) -> None:
        parts = {
            "alignment": lambda: basics.alignment(self.engine, self.portraits),
            "pose": lambda: basics.pose(self.networks, self.portraits),
            "parsing": lambda: basics.parsing(self.networks, self.portraits),
            "eyeglasses": lambda: basics.eyeglasses(self.engine, self.networks, self.portraits),
        }
        for name, measure in parts.items():
            if name in wanted:
                with self._clock(name):
                    self.report.figures += measure()

    def table_2(self, by: Yardsticks, real: Sequence[Portrait]) -> None:
        with self._clock("synthesis"):
            judge = SynthesisJudge(self.networks, self.portraits, by)
            self.report.synthesis = judge.figures(real[:500])
            part = judge.portraits[:10]
            rows = [[p.image for p in part], [judge.reconstruct(p) for p in part],
                    [judge.imagine(p, i) for i, p in enumerate(part)],
                    [palette()[p.label_map] for p in part]]  # fmt: skip
            write_grid(rows, self.out / "synthesis.jpg")
            self.pictures.append("synthesis.jpg")

    def table_1(
        self, judges: Judges, by: Yardsticks, others: Sequence[Portrait], rival: Editor | None
    ) -> None:
        report, portraits = self.report, self.portraits
        report.judges = judges.note
        report.judge = judge_on_portraits(judges.pictures, portraits, self.networks)
        report.layout_judge = judge_on_portraits(judges.layouts, portraits, self.networks)

        def table(editor: Editor, start: str) -> AttributeTable:
            judge = AttributeJudge(editor, self.networks, judges, by, portraits, others)
            found = _table(judge, self.quiet)
            self.pictures += write_sheets(judge.results, self.out, start)
            return found

        with self._clock("attributes"):
            report.attributes = table(EngineEditor(self.engine, self.networks), "")
            alone = NetworkEditor(self.engine, self.networks)
            report.attributes.network_cycle = cycle(alone, self.networks, portraits)
        if rival is not None:
            with self._clock("baseline"):
                report.baseline = table(rival, "baseline_")

    @contextmanager
    def _clock(self, part: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.report.seconds[part] = round(time.perf_counter() - started, 1)


def _table(judge: AttributeJudge, quiet: bool) -> AttributeTable:
    """Everything that a judge can say of its editor."""
    names = [a.name for a in ATTRIBUTES]
    work: list[tuple[str, Guide]] = [(name, guide) for guide in GUIDES for name in names]
    found = AttributeTable(judge.editor.title)
    for name, guide in track(work, f"{found.title} attributes".strip(), disable=quiet):
        if (row := judge.row(name, guide)) is not None:
            found.rows.append(row)
    for name, guide in track(work, f"{found.title} diversity".strip(), disable=quiet):
        found.diversity[name, guide] = judge.diversity(name, guide)
    found.cycle = cycle(judge.editor, judge.networks, judge.portraits)
    return found


def export_judge(network: Classifier, data: str | Path, limit: int, folder: Path | None = None) -> Verdicts:
    """Set the classifier's decisions on training portraits of `data` and store it; returns it as stored.

    `folder` is by default where `evaluate` looks for one of its kind. Layouts are those that the pack that
    ships parses.
    """
    verdicts = Verdicts(network)
    folder = folder or verdicts.home
    portraits = read_portraits(open_portraits(data), "train", limit)
    states = [[float(p.states.get(a.name, -1)) for a in ATTRIBUTES] for p in portraits]
    verdicts.calibrate(_seen_by(verdicts, portraits, Networks(default_pack())), np.array(states, np.float32))
    store(network, folder)
    return Verdicts.open(folder)


def _seen_by(judge: Judge, portraits: Sequence[Portrait], networks: Networks) -> list[NDArray[np.uint8]]:
    """Pictures, or layouts as the pack parses them: edits start from those, and they know real earrings."""
    return [networks.parse(p.image)[0] if judge.sees_layouts else p.image for p in portraits]


def judge_on_portraits(
    judge: Judge, portraits: Sequence[Portrait], networks: Networks
) -> dict[str, dict[str, float]]:
    """What the judge is worth by itself: average precision and F1 on untouched portraits, by attribute.

    No pack can be seen to do better than this. A judge of layouts sees those that `networks` parse.
    """
    scores = judge.probabilities(_seen_by(judge, portraits, networks))
    found: dict[str, dict[str, float]] = {}
    for attribute in ATTRIBUTES:
        known = [i for i, p in enumerate(portraits) if attribute.name in p.states]
        truth = np.array([portraits[i].states[attribute.name] for i in known], bool)
        column = scores[known, attribute_index(attribute.name)]
        found[attribute.name] = {
            "AP": average_precision(column, truth), "F1 on": f1_score(column > 0.5, truth),
            "F1 off": f1_score(column <= 0.5, ~truth), "share on": float(truth.mean()) if known else 0.0,
        }  # fmt: skip
    return found
