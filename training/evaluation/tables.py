"""What was measured of a pack, as tables of text with the paper's rows beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from core.methods.smile.attributes import ATTRIBUTES
from training.evaluation.attributes import GUIDES, AttributeFigures, AttributeTable, Guide
from training.evaluation.basics import Figure
from training.evaluation.metrics import mean_known
from training.evaluation.synthesis import SynthesisFigures
from training.evaluation.yardsticks import Yardsticks

Cells = list[str]
_PAPER_1: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    ("latent: StarGAN v2", ".795", ".797", ".964", "81.9", ".018", "2.95 / 16.9 / 29.3"),
    ("latent: SMILE_SEM", ".960", ".946", ".989", "43.2", ".399", "2.59 / 15.1 / 11.3"),
    ("reference: StarGAN v2", ".811", ".806", ".971", "72.9", ".214", "2.47 / 14.7 / 31.1"),
    ("reference: SMILE_SEM", ".942", ".928", ".989", "50.3", ".129", "1.95 / 13.2 / 9.4"),
)
"""AP, F1, cycle mIoU, FID, diversity, angles."""
_PAPER_2: tuple[tuple[str, ...], ...] = (
    ("StyleGAN2", "15.15", "-", "120", ".14", "20.13", ".66", ".11", "30.0"),
    ("SMILE_SYN", "16.99", ".43", ".13", ".21", "18.19", ".54", ".13", "42.2"),
    ("- encoder (B)", "13.08", ".42", "210", ".18", "17.86", ".60", ".13", "39.9"),
    ("- encoder - SAC (A)", "24.12", ".08", "180", ".42", "10.38", ".34", ".31", "36.1"),
    ("SPADE", "-", "-", ".56", ".40", "12.33", ".40", ".25", "92.5"),
    ("SEAN", "-", "-", ".28", ".24", "16.68", ".52", ".15", "266.9"),
)
"""FID, diversity, seconds a picture reconstructed, LPIPS, PSNR, SSIM, RMSE, millions of parameters."""
_GOALS_1: tuple[tuple[Guide, float, float, float], ...] = (
    ("random", 0.85, 0.95, 11.3),
    ("reference", 0.83, 0.93, 9.4),
)
"""Floor and aim of F1, and the floor of the yaw error."""
_MEASURES = (
    "AP and F1 are means over presence and absence; others' F1 takes a judge's verdict on the source for "
    "the truth; layouts are judged by a classifier of label maps, all else by one of pictures; RMSE is "
    "between the judge's probability and the wanted state. Every portrait is changed once "
    "for an attribute and guidance (the paper: ten times). Angles are fitted to five found points, the "
    "paper's are Hopenet's; results that an edit left unchanged flatter them, and others' F1. The paper's "
    "rows were measured on CelebA-HQ (table 1) and FFHQ (table 2). An edit's cycle is there and back as a "
    "person would edit, within what the attribute may change; SMILE_SEM's alone has no such bounds."
)
_BASELINE = (
    "StarGAN v2 was trained here and repaints the whole picture; its layouts, those of its cycle too, are "
    "what the pack's parser sees in its pictures, so that parsing errors count against its cycle mIoU."
)


@dataclass(frozen=True)
class Target:
    """A figure with what it must reach and what it aims at."""

    name: str
    value: float
    floor: float
    aim: float
    rising: bool = True

    @property
    def verdict(self) -> str:
        if np.isnan(self.value):
            return "not measured"
        sign = 1 if self.rising else -1
        if sign * self.value >= sign * self.aim:
            return "aim"
        return "floor" if sign * self.value >= sign * self.floor else "below the floor"


@dataclass
class Report:
    """All that was measured of a pack. `judges` says who judged; `seconds` is by part."""

    pack: str
    data: str
    split: str
    figures: list[Figure] = field(default_factory=list)
    attributes: AttributeTable = field(default_factory=AttributeTable)
    baseline: AttributeTable | None = None
    synthesis: SynthesisFigures | None = None
    judge: dict[str, dict[str, float]] = field(default_factory=dict)
    layout_judge: dict[str, dict[str, float]] = field(default_factory=dict)
    judges: str = ""
    yardsticks: Yardsticks | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def note(self) -> str:
        """How the figures are to be read."""
        parts = [] if self.yardsticks is None else [self.yardsticks.note, _MEASURES]
        parts += [self.judges] if self.judges else []
        parts += [_BASELINE] if self.baseline is not None else []
        took = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in self.seconds.items())
        return " ".join([*parts, *([f"Took: {took}."] if took else [])])

    def tables(self) -> list[tuple[str, Sequence[str], list[Cells]]]:
        """Title, heads and rows of every table that has something in it."""
        found: list[tuple[str, Sequence[str], list[Cells]]] = []
        if self.figures:
            lines = [[f.name, _number(f.value), "" if f.floor is None else f"{f.floor:g}", str(f.count)]
                     for f in self.figures]  # fmt: skip
            found.append(("Faces, labels, eyeglasses", ("what", "measured", "floor", "samples"), lines))
        for kind, judge in (("pictures", self.judge), ("layouts", self.layout_judge)):
            if judge:
                heads = ("attribute", *next(iter(judge.values())))
                lines = [[name, *(_number(v) for v in row.values())] for name, row in judge.items()]
                found.append((f"The judge of {kind} on untouched portraits", heads, lines))
        if self.attributes.rows:
            found.append(("SMILE, table 1: attributes", self._heads_1(), self._rows_1()))
            heads = ("turned over", *(a.name for a in ATTRIBUTES))
            found.append(("F1 of the others, one by one: pictures / layouts", heads, self._rows_of_others()))
        if self.synthesis:
            found.append(("SMILE, table 2: synthesis", self._heads_2(), self._rows_2()))
        if targets := self.targets():
            lines = [[t.name, _number(t.value), f"{t.floor:g}", f"{t.aim:g}", t.verdict] for t in targets]
            found.append(("What the pack must reach", ("what", "measured", "floor", "aim", "reached"), lines))
        return found

    def targets(self) -> list[Target]:
        """The figures that decide whether a pack is good enough."""
        found: list[Target] = []
        for guide, floor, aim, yaw in _GOALS_1:
            if rows := self.attributes.guided(guide):
                found += [
                    Target(f"F1 of the changed attribute, {guide}", _mean(rows, "f1"), floor, aim),
                    Target(f"F1 of the others, {guide}", _mean(rows, "others_f1"), 0.90, 0.97),
                    Target(
                        f"F1 of the changed attribute in layouts, {guide}",
                        _mean(rows, "layout_f1"),
                        floor,
                        aim,
                    ),
                    Target(
                        f"F1 of the others in layouts, {guide}", _mean(rows, "layout_others_f1"), 0.90, 0.97
                    ),
                    Target(f"yaw error, {guide} (degrees)", _mean(rows, "yaw"), yaw, yaw / 2, rising=False),
                ]
        if self.attributes.cycle:
            found.append(Target("cycle mIoU of edits", self.attributes.cycle_iou(), 0.97, 0.99))
        if self.attributes.network_cycle:
            iou = self.attributes.network_cycle_iou()
            found.append(Target("cycle mIoU of SMILE_SEM alone", iou, 0.97, 0.99))
        if self.synthesis:
            s = self.synthesis
            found += [Target("PSNR (dB)", s.psnr, 19.5, 22), Target("SSIM", s.ssim, 0.60, 0.70),
                      Target("gradient, share of the photo's", s.gradient, 0.75, 0.9)]  # fmt: skip
        return found

    def as_json(self) -> dict[str, Any]:
        yardsticks = self.yardsticks
        return {
            "pack": self.pack, "data": self.data, "split": self.split, "note": self.note,
            "features_of": None if yardsticks is None else yardsticks.features_of,
            "distance_of": None if yardsticks is None else yardsticks.distance_of,
            "targets": [{**asdict(t), "verdict": t.verdict} for t in self.targets()],
            "figures": [asdict(f) for f in self.figures], "judge": self.judge,
            "layout_judge": self.layout_judge,
            **_plain(self.attributes),
            "baseline": {"title": self.baseline.title, **_plain(self.baseline)} if self.baseline else None,
            "synthesis": asdict(self.synthesis) if self.synthesis else None, "seconds": self.seconds,
        }  # fmt: skip

    def _heads_1(self) -> list[str]:
        frechet, kernel, distance = self._names()
        return ["", "AP", "F1", "F1 on / off", "RMSE", "F1 others",
                "F1 of layouts", "on / off", "others", "cycle mIoU", frechet, kernel,
                f"diversity, {distance}", "roll / pitch / yaw", "unchanged / lost"]  # fmt: skip

    def _rows_1(self) -> list[Cells]:
        lines: list[Cells] = []
        for table in (self.attributes, self.baseline):
            lines += [] if table is None else _lines(table)
        for title, ap, f1, cycle, fid, diversity, angles in _PAPER_1:
            lines.append(
                [f"paper, {title}", ap, f1, *[""] * 6, cycle, fid, "", f"{diversity} (LPIPS)", angles, ""]
            )
        return lines

    def _rows_of_others(self) -> list[Cells]:
        """Some cannot stay: who loses all hair loses the fringe, a fringe gives a bald head hair."""
        return [
            [f"{row.guide}: {row.attribute}"]
            + [f"{row.others[a.name]:.2f} / {row.layout_others[a.name]:.2f}" if a.name in row.others else ""
               for a in ATTRIBUTES]
            for row in self.attributes.rows
        ]  # fmt: skip

    def _heads_2(self) -> list[str]:
        frechet, kernel, distance = self._names()
        return ["", frechet, kernel, f"diversity, {distance}", "s/img", distance, "PSNR", "SSIM", "RMSE",
                "gradient", "M params"]  # fmt: skip

    def _rows_2(self) -> list[Cells]:
        s = self.synthesis
        assert s is not None
        ours = [
            f"{self.pack} ({s.count})", _number(s.frechet, 1), _number(s.kernel), _number(s.diversity),
            _number(s.seconds), _number(s.distance), f"{s.psnr:.2f}", _number(s.ssim), _number(s.rmse),
            f"{s.gradient:.2f}", f"{s.parameters:.2f}",
        ]  # fmt: skip
        paper = [
            [f"paper: {title}", fid, "", diversity, seconds, lpips, psnr, ssim, rmse, "", parameters]
            for title, fid, diversity, seconds, lpips, psnr, ssim, rmse, parameters in _PAPER_2
        ]
        return [ours, *paper]

    def _names(self) -> tuple[str, str, str]:
        y = self.yardsticks
        return ("", "", "") if y is None else (y.frechet_name, y.kernel_name, y.distance_name)


def _plain(table: AttributeTable) -> dict[str, Any]:
    """What JSON holds of an editor."""
    cycle = {"all": table.cycle_iou(), **{name: table.cycle_iou(name) for name in table.cycle}}
    return {
        "attributes": [
            {
                **asdict(a),
                "others_f1": a.others_f1,
                "layout_others_f1": a.layout_others_f1,
                "diversity": table.mean_diversity([a]),
            }
            for a in table.rows
        ],
        "cycle_miou": cycle if table.cycle else None,
        "network_cycle_miou": table.network_cycle_iou() if table.network_cycle else None,
    }


def _lines(table: AttributeTable) -> list[Cells]:
    """An editor's rows of table 1, by guidance, each followed by the mean."""
    lines: list[Cells] = []
    for guide in GUIDES:
        start = f"{table.title}, {guide}" if table.title else guide
        rows = table.guided(guide)
        for row in rows:
            title = f"{start}: {row.attribute} ({row.count})"
            lines.append(_line(title, table, [row], table.cycle_iou(row.attribute)))
        if len(rows) > 1:
            lines.append(_line(f"{start}: mean", table, rows, table.cycle_iou()))
    return lines


def _line(title: str, table: AttributeTable, rows: Sequence[AttributeFigures], cycle: float) -> Cells:
    return [
        title, _number(_mean(rows, "precision")), _number(_mean(rows, "f1")),
        " / ".join(_number(_mean(rows, name), 2) for name in ("f1_on", "f1_off")),
        _number(_mean(rows, "rmse")), _number(_mean(rows, "others_f1")),
        _number(_mean(rows, "layout_f1")),
        " / ".join(_number(_mean(rows, name), 2) for name in ("layout_f1_on", "layout_f1_off")),
        _number(_mean(rows, "layout_others_f1")), _number(cycle),
        _number(_mean(rows, "frechet"), 1), _number(_mean(rows, "kernel")),
        _number(table.mean_diversity(rows)),
        " / ".join(f"{_mean(rows, name):.2f}" for name in ("roll", "pitch", "yaw")),
        f"{sum(r.unchanged for r in rows)} / {sum(r.lost for r in rows)}",
    ]  # fmt: skip


def _mean(rows: Sequence[AttributeFigures], name: str) -> float:
    return mean_known([getattr(row, name) for row in rows])


def _number(value: float, digits: int = 3) -> str:
    return "-" if np.isnan(value) else f"{value:.{digits}f}"
