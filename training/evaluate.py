"""Measure a pack on labelled portraits: the figures of the model card.

`python launch.py evaluate --portraits ../shared/portraits` prints a table and writes JSON and picture grids.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rich.console import Console
from rich.progress import track
from rich.table import Table
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from core.document.document import Document
from core.document.edits import Seed, SetAttribute
from core.face import Face, FacePoints
from core.labels import IGNORE, NUM_LABELS, Label, palette
from core.packs import Pack
from core.photo import photo_from_array
from core.render.engine import Engine
from core.render.networks import Networks

WORN = 150
"""Pixels of eyeglasses in a crop from which on they count as worn: a thin metal frame with its lenses has
over a thousand."""


@dataclass(frozen=True, eq=False)
class Portrait:
    """One labelled portrait, aligned, 256 x 256."""

    id: str
    image: NDArray[np.uint8]
    label_map: NDArray[np.uint8]
    points: FacePoints
    eyeglasses: bool


@dataclass(frozen=True)
class Figure:
    """One measured number with what it must reach."""

    name: str
    value: float
    floor: float | None
    count: int


def read_portraits(folder: Path, split: str) -> list[Portrait]:
    """The portraits of a split. Raises `FileNotFoundError` when the folder does not hold them."""
    with (folder / "attributes.csv").open(newline="", encoding="utf-8") as file:
        attributes = {row["id"]: row for row in csv.DictReader(file)}
    with (folder / "manifest.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == split]
    return [_read(folder, row, attributes[row["id"]]) for row in rows]


def _read(folder: Path, row: dict[str, str], attributes: dict[str, str]) -> Portrait:
    names = ("eyeL", "eyeR", "nose", "mouthL", "mouthR")
    points = np.array([[float(row[f"{n}_x"]), float(row[f"{n}_y"])] for n in names])
    return Portrait(
        id=row["id"],
        image=np.array(Image.open(folder / "images" / f"{row['id']}.jpg").convert("RGB")),
        label_map=np.array(Image.open(folder / "labels" / f"{row['id']}.png")),
        points=FacePoints.from_array(points),
        eyeglasses=attributes["glasses"] == "1" or attributes["sunglasses"] == "1",
    )


class Judge:
    """Runs a pack over portraits."""

    def __init__(self, pack: Pack, portraits: Sequence[Portrait], quiet: bool = False) -> None:
        self.engine = Engine(pack)
        self.networks = Networks(pack)
        self.portraits = list(portraits)
        self.quiet = quiet

    def _each(self, what: str, portraits: Sequence[Portrait] | None = None) -> Iterator[Portrait]:
        yield from track(self.portraits if portraits is None else portraits, what, disable=self.quiet)

    def alignment(self) -> list[Figure]:
        """Share of portraits whose face is found with at most 4 pixels of mean point error at 256."""
        errors: list[float] = []
        for portrait in self._each("faces"):
            faces = self.engine.analyse(photo_from_array(portrait.image))
            errors.append(_point_error(faces, portrait.points) if faces else np.inf)
        good = float(np.mean(np.array(errors) <= 4.0))
        found = [e for e in errors if np.isfinite(e)]
        return [
            Figure("faces found within 4 px", good, 0.98, len(errors)),
            Figure("mean point error (px)", float(np.mean(found)) if found else np.inf, None, len(found)),
        ]

    def parsing(self) -> list[Figure]:
        """Mean intersection over union of the classes present, pixels of all portraits together."""
        matrix = np.zeros((NUM_LABELS, NUM_LABELS), np.int64)
        for portrait in self._each("parser"):
            found, _ = self.networks.parse(portrait.image)
            known = portrait.label_map != IGNORE
            index = portrait.label_map[known].astype(np.int64) * NUM_LABELS + found[known]
            matrix += np.bincount(index, minlength=NUM_LABELS**2).reshape(NUM_LABELS, NUM_LABELS)
        present = matrix.sum(axis=1) > 0
        union = matrix.sum(axis=0) + matrix.sum(axis=1) - np.diag(matrix)
        scores = np.diag(matrix) / np.maximum(union, 1)
        figures = [Figure("parser mIoU", float(scores[present].mean()), 0.75, len(self.portraits))]
        for label in np.flatnonzero(present):
            figures.append(Figure(f"IoU {Label(label).name.lower()}", float(scores[label]), None, 1))
        return figures

    def reconstruction(self) -> list[Figure]:
        """SYN on the true layout with the photo's own styles."""
        psnr, ssim, ratio = [], [], []
        for portrait in self._each("reconstruction"):
            drawn = self.reconstruct(portrait)
            psnr.append(peak_signal_noise_ratio(portrait.image, drawn, data_range=255))
            ssim.append(structural_similarity(portrait.image, drawn, channel_axis=2, data_range=255))
            area = np.isin(portrait.label_map, (Label.SKIN, Label.HAIR))
            ratio.append(_gradient(drawn)[area].mean() / _gradient(portrait.image)[area].mean())
        n = len(psnr)
        return [
            Figure("SYN PSNR (dB)", float(np.mean(psnr)), 18.5, n),
            Figure("SYN SSIM", float(np.mean(ssim)), 0.55, n),
            Figure("SYN gradient magnitude, skin and hair", float(np.mean(ratio)), 0.6, n),
        ]

    def reconstruct(self, portrait: Portrait) -> NDArray[np.uint8]:
        """The portrait drawn anew from its label map and its own styles."""
        label_map = np.where(portrait.label_map == IGNORE, 0, portrait.label_map).astype(np.uint8)
        styles = self.networks.syn_styles(portrait.image, label_map)
        drawn = self.networks.syn_render(label_map, styles)[..., :3]
        return np.clip(np.rint(drawn), 0, 255).astype(np.uint8)

    def eyeglasses(self, present: bool) -> tuple[Figure, list[tuple[Portrait, NDArray[np.uint8]]]]:
        """Put eyeglasses on portraits without, or take them off portraits with; parse the result again."""
        wanted = [p for p in self.portraits if p.eyeglasses != present]
        results: list[tuple[Portrait, NDArray[np.uint8]]] = []
        right = 0
        for i, portrait in enumerate(self._each("eyeglasses on" if present else "eyeglasses off", wanted)):
            edited = self.edit(
                portrait, SetAttribute(attribute="eyeglasses", present=present, source=Seed(i))
            )
            found, _ = self.networks.parse(edited)
            right += (np.count_nonzero(found == Label.EYE_G) >= WORN) == present
            results.append((portrait, edited))
        name, floor = ("eyeglasses on", 0.85) if present else ("eyeglasses off", 0.80)
        return Figure(name, right / max(len(wanted), 1), floor, len(wanted)), results

    def edit(self, portrait: Portrait, *edits: SetAttribute) -> NDArray[np.uint8]:
        """The portrait after edits, aligned by its true points so that only the edit is measured."""
        document = Document(photo_from_array(portrait.image), faces=(portrait.points,), edits=edits)
        return self.engine.render(document).pixels.astype(np.uint8)


def _point_error(faces: Sequence[Face], truth: FacePoints) -> float:
    """Mean distance of the five points of the nearest face."""
    return min(
        float(np.linalg.norm(np.subtract(f.points.points, truth.points), axis=1).mean()) for f in faces
    )


def _gradient(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Gradient magnitude of the grey values."""
    dy, dx = np.gradient(picture.astype(np.float64).mean(axis=2))
    return np.hypot(dx, dy)


def _sheet(rows: Sequence[Sequence[NDArray[np.uint8]]]) -> NDArray[np.uint8]:
    return np.vstack([np.hstack(list(row)) for row in rows])


def write_sheets(judge: Judge, edited: Sequence[tuple[Portrait, NDArray[np.uint8]]], folder: Path) -> None:
    """Grids to look at: before and after, and reconstructions. For local use: they show real people."""
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, len(edited), 10):
        part = edited[start : start + 10]
        sheet = _sheet([[p.image for p, _ in part], [e for _, e in part]])
        Image.fromarray(sheet).save(folder / f"eyeglasses_{start:03d}.jpg", quality=92)
    part2 = judge.portraits[:10]
    rows = [[p.image for p in part2], [judge.reconstruct(p) for p in part2]]
    rows.append([palette()[p.label_map] for p in part2])
    rows.append([palette()[judge.networks.parse(p.image)[0]] for p in part2])
    Image.fromarray(_sheet(rows)).save(folder / "reconstruction.jpg", quality=92)


def evaluate(
    pack: Pack, portraits: Path, out: Path, split: str = "val", only: Sequence[str] = ()
) -> list[Figure]:
    """Measure everything (or `only` some of alignment, parsing, reconstruction, eyeglasses)."""
    judge = Judge(pack, read_portraits(portraits, split))
    figures: list[Figure] = []
    parts: dict[str, Callable[[], list[Figure]]] = {
        "alignment": judge.alignment,
        "parsing": judge.parsing,
        "reconstruction": judge.reconstruction,
    }
    for name, measure in parts.items():
        if not only or name in only:
            figures += measure()
    if not only or "eyeglasses" in only:
        on, with_glasses = judge.eyeglasses(True)
        off, without = judge.eyeglasses(False)
        figures += [on, off]
        write_sheets(judge, [*with_glasses, *without], out)
    out.mkdir(parents=True, exist_ok=True)
    report = {f.name: {"value": f.value, "floor": f.floor, "count": f.count} for f in figures}
    (out / "figures.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    _show(figures, pack.name, split)
    return figures


def _show(figures: Sequence[Figure], pack: str, split: str) -> None:
    table = Table("what", "measured", "floor", "samples", title=f"{pack} on {split}")
    for figure in figures:
        floor = "" if figure.floor is None else f"{figure.floor:g}"
        table.add_row(figure.name, f"{figure.value:.3f}", floor, str(figure.count))
    Console().print(table)
