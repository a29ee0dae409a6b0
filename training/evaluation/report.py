"""Figures as tables on screen, JSON, and a Markdown report with picture grids, the paper's rows beside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rich.console import Console
from rich.table import Table

from training.evaluation.attributes import AttributeFigures, Sheets
from training.evaluation.basics import Figure
from training.evaluation.metrics import mean_known
from training.evaluation.synthesis import SynthesisFigures
from training.evaluation.verdicts import FEATURES_NAME

Cells = list[str]
TABLE_1 = ("", "AP", "F1", "F1 on / off", "F1 others", "cycle mIoU", "FID", "KID", "diversity",
           "roll / pitch / yaw")  # fmt: skip
TABLE_2 = ("", "FID", "KID", "diversity", "s/img", "distance", "PSNR", "SSIM", "RMSE", "gradient", "M params")
_PAPER_1: tuple[Cells, ...] = (
    ["paper, latent: StarGAN v2", ".795", ".797", "", "", ".964", "81.9", "", ".018", "2.95 / 16.9 / 29.3"],
    ["paper, latent: SMILE_SEM", ".960", ".946", "", "", ".989", "43.2", "", ".399", "2.59 / 15.1 / 11.3"],
    [
        "paper, reference: StarGAN v2",
        ".811",
        ".806",
        "",
        "",
        ".971",
        "72.9",
        "",
        ".214",
        "2.47 / 14.7 / 31.1",
    ],
    ["paper, reference: SMILE_SEM", ".942", ".928", "", "", ".989", "50.3", "", ".129", "1.95 / 13.2 / 9.4"],
)
_PAPER_2: tuple[Cells, ...] = (
    ["paper: StyleGAN2", "15.15", "", "-", "120", ".14", "20.13", ".66", ".11", "", "30.0"],
    ["paper: SMILE_SYN", "16.99", "", ".43", ".13", ".21", "18.19", ".54", ".13", "", "42.2"],
    ["paper: - encoder (B)", "13.08", "", ".42", "210", ".18", "17.86", ".60", ".13", "", "39.9"],
    ["paper: - encoder - SAC (A)", "24.12", "", ".08", "180", ".42", "10.38", ".34", ".31", "", "36.1"],
    ["paper: SPADE", "-", "", "-", ".56", ".40", "12.33", ".40", ".25", "", "92.5"],
    ["paper: SEAN", "-", "", "-", ".28", ".24", "16.68", ".52", ".15", "", "266.9"],
)
NOTE = (
    f"Ours: FID, KID, diversity and distance are the papers' formulas on {FEATURES_NAME}, not on Inception "
    "or LPIPS weights, so they compare packs with each other and not with the paper's rows. AP and F1 are "
    "means of presence and absence; others' F1 takes the judge's verdict on the source for the truth. The "
    "paper's rows were measured on CelebA-HQ (table 1) and FFHQ (table 2)."
)


@dataclass
class Report:
    """All that was measured of a pack."""

    pack: str
    split: str
    figures: list[Figure] = field(default_factory=list)
    attributes: list[AttributeFigures] = field(default_factory=list)
    diversity: dict[str, float] = field(default_factory=dict)
    cycle: float | None = None
    synthesis: SynthesisFigures | None = None
    judge: dict[str, dict[str, float]] = field(default_factory=dict)

    def tables(self) -> list[tuple[str, Sequence[str], list[Cells]]]:
        """Title, heads and rows of every table that has something in it."""
        found: list[tuple[str, Sequence[str], list[Cells]]] = []
        if self.figures:
            lines = [[f.name, _number(f.value), "" if f.floor is None else f"{f.floor:g}", str(f.count)]
                     for f in self.figures]  # fmt: skip
            found.append(("Faces, labels, eyeglasses", ("what", "measured", "floor", "samples"), lines))
        if self.judge:
            lines = [[name, *(_number(v) for v in row.values())] for name, row in self.judge.items()]
            found.append(("The judge on untouched portraits", ("attribute", "AP", "F1"), lines))
        if self.attributes:
            found.append(("SMILE, table 1: attributes", TABLE_1, [*self._attribute_rows(), *_PAPER_1]))
        if self.synthesis:
            found.append(("SMILE, table 2: synthesis", TABLE_2, [self._synthesis_row(), *_PAPER_2]))
        return found

    def _attribute_rows(self) -> list[Cells]:
        lines: list[Cells] = []
        for guide in ("random", "reference"):
            rows = [a for a in self.attributes if a.guide == guide]
            for row in rows:
                lines.append(self._attribute_row(f"{guide}: {row.attribute} ({row.count})", [row]))
            if len(rows) > 1:
                lines.append(self._attribute_row(f"{guide}: mean", rows))
        return lines

    def _attribute_row(self, title: str, rows: Sequence[AttributeFigures]) -> Cells:
        def mean(name: str) -> float:
            return mean_known([getattr(row, name) for row in rows])

        spread = [
            self.diversity[r.attribute] for r in rows if r.guide == "random" and r.attribute in self.diversity
        ]
        angles = " / ".join(f"{mean(name):.2f}" for name in ("roll", "pitch", "yaw"))
        return [
            title, _number(mean("precision")), _number(mean("f1")),
            f"{mean('f1_on'):.2f} / {mean('f1_off'):.2f}", _number(mean("others_f1")),
            "" if self.cycle is None else _number(self.cycle), f"{mean('frechet'):.1f}",
            f"{mean('kernel'):.3f}", f"{np.mean(spread):.3f}" if spread else "", angles,
        ]  # fmt: skip

    def _synthesis_row(self) -> Cells:
        s = self.synthesis
        assert s is not None
        return [
            f"{self.pack} ({s.count})", f"{s.frechet:.1f}", f"{s.kernel:.3f}", f"{s.diversity:.3f}",
            f"{s.seconds:.3f}", f"{s.distance:.3f}", f"{s.psnr:.2f}", f"{s.ssim:.3f}", f"{s.rmse:.3f}",
            f"{s.gradient:.2f}", f"{s.parameters:.2f}",
        ]  # fmt: skip


def show(report: Report) -> None:
    """The tables on screen."""
    console = Console()
    for title, heads, lines in report.tables():
        table = Table(*heads, title=f"{title} ({report.pack} on {report.split})")
        for line in lines:
            table.add_row(*line)
        console.print(table)
    console.print(NOTE)


def write(report: Report, folder: Path, pictures: Sequence[str] = ()) -> None:
    """`figures.json` and `report.md` with links to the `pictures` beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    content = {
        "pack": report.pack, "split": report.split, "note": NOTE,
        "figures": [asdict(f) for f in report.figures], "judge": report.judge,
        "attributes": [asdict(a) for a in report.attributes], "diversity": report.diversity,
        "cycle_miou": report.cycle,
        "synthesis": asdict(report.synthesis) if report.synthesis else None,
    }  # fmt: skip
    (folder / "figures.json").write_text(json.dumps(content, indent=1), encoding="utf-8")
    parts = [f"# {report.pack} on {report.split}\n"]
    for title, heads, lines in report.tables():
        table = [heads, ["---"] * len(heads), *lines]
        parts.append(f"## {title}\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in table) + "\n")
    parts.append(NOTE + "\n")
    parts += [f"![{name}]({name})\n" for name in pictures]
    (folder / "report.md").write_text("\n".join(parts), encoding="utf-8")


def write_sheets(sheets: Sheets, folder: Path, columns: int = 10) -> list[str]:
    """Before and after, one file an attribute and guidance. For local use: they show real people."""
    folder.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    for (attribute, guide), turned in sheets.results.items():
        strips: list[NDArray[np.uint8]] = []
        for start in range(0, len(turned) - len(turned) % columns or len(turned), columns):
            part = turned[start : start + columns]
            strips.append(np.hstack([t.portrait.image for t in part]))
            strips.append(np.hstack([t.image for t in part]))
        names.append(f"{attribute}_{guide}.jpg")
        width = min(s.shape[1] for s in strips)
        Image.fromarray(np.vstack([s[:, :width] for s in strips])).save(folder / names[-1], quality=90)
    return names


def _number(value: float) -> str:
    return f"{value:.3f}"
