"""Measure a pack on labelled portraits: the figures of the model card and the tables of SMILE's paper.

`python launch.py evaluate --portraits ../shared/portraits` prints tables and writes JSON, Markdown and grids.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from rich.progress import track

from core.attributes import ATTRIBUTES, attribute_index
from core.labels import palette
from core.packs import Pack
from core.render.engine import Engine
from core.render.networks import Networks
from training.evaluation.attributes import AttributeJudge, Guide
from training.evaluation.basics import alignment, eyeglasses, parsing
from training.evaluation.metrics import average_precision, f1_score
from training.evaluation.portraits import Portrait, read_portraits
from training.evaluation.report import Report, show, write, write_sheets
from training.evaluation.synthesis import SynthesisJudge
from training.evaluation.verdicts import JUDGE, Verdicts

PARTS = ("alignment", "parsing", "eyeglasses", "synthesis", "attributes")
_GUIDES: tuple[Guide, ...] = ("random", "reference")
_log = logging.getLogger(__name__)


def evaluate(
    pack: Pack, portraits: Path, out: Path, split: str = "val", only: Sequence[str] = (),
    limit: int | None = None, quiet: bool = False,
) -> Report:  # fmt: skip
    """Measure everything (or `only` some of `PARTS`) on a split, or on its first `limit` portraits.

    References and real distributions come from the training split. Raises `ValueError` for unknown parts.
    """
    unknown = set(only) - set(PARTS)
    if unknown:
        raise ValueError(
            f"There is no part called {', '.join(sorted(unknown))}; known are {', '.join(PARTS)}."
        )
    wanted = set(only or PARTS)
    chosen = read_portraits(portraits, split)[:limit]
    engine, networks = Engine(pack), Networks(pack)
    report, pictures = Report(pack.name, split), list[str]()
    if "alignment" in wanted:
        report.figures += alignment(engine, chosen)
    if "parsing" in wanted:
        report.figures += parsing(networks, chosen)
    if "eyeglasses" in wanted:
        report.figures += eyeglasses(engine, networks, chosen)
    if wanted & {"synthesis", "attributes"}:
        verdicts = Verdicts.open() if (JUDGE / "classifier.json").exists() else None
        others = read_portraits(portraits, "train" if split != "train" else "val")
        if "synthesis" in wanted:
            pictures += _synthesis(report, SynthesisJudge(networks, chosen, verdicts), others, out)
        if "attributes" in wanted and verdicts is not None:
            judge = AttributeJudge(engine, networks, verdicts, chosen, others)
            pictures += _attributes(report, judge, out, quiet)
    write(report, out, pictures)
    if not quiet:
        show(report)
    return report


def _synthesis(report: Report, judge: SynthesisJudge, real: Sequence[Portrait], out: Path) -> list[str]:
    report.synthesis = judge.figures(real[:500])
    part = judge.portraits[:10]
    rows = [[p.image for p in part], [judge.reconstruct(p) for p in part],
            [judge.imagine(p, i) for i, p in enumerate(part)],
            [palette()[p.label_map] for p in part]]  # fmt: skip
    out.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.vstack([np.hstack(row) for row in rows])).save(out / "synthesis.jpg", quality=92)
    return ["synthesis.jpg"]


def _attributes(report: Report, judge: AttributeJudge, out: Path, quiet: bool) -> list[str]:
    names = [a.name for a in ATTRIBUTES]
    report.judge = judge_on_portraits(judge.verdicts, judge.portraits)
    work = [(name, guide) for name in names for guide in _GUIDES]
    for name, guide in track(work, "attributes", disable=quiet):
        report.attributes.append(judge.row(name, guide))
    report.diversity = {n: judge.diversity(n) for n in track(names, "diversity", disable=quiet)}
    report.cycle = judge.cycle(names)
    return write_sheets(judge.sheets, out)


def judge_on_portraits(verdicts: Verdicts, portraits: Sequence[Portrait]) -> dict[str, dict[str, float]]:
    """Average precision and F1 of the judge itself on untouched portraits: the ceiling of its verdicts."""
    scores = verdicts.probabilities([p.image for p in portraits])
    found: dict[str, dict[str, float]] = {}
    for attribute in ATTRIBUTES:
        known = [i for i, p in enumerate(portraits) if attribute.name in p.states]
        truth = np.array([portraits[i].states[attribute.name] for i in known])
        column = scores[known, attribute_index(attribute.name)]
        found[attribute.name] = {"AP": average_precision(column, truth), "F1": f1_score(column > 0.5, truth)}
    return found
