"""What taking eyeglasses off is worth: against the truth where they were drawn, and to the eye where worn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray

from core.document.document import Document
from core.document.edits import Seed
from core.labels import NUM_LABELS
from core.methods.accessories import draw_eyeglasses
from core.methods.accessories.removal import changes_of, see_removal
from core.methods.smile.edits import SetAttribute
from core.methods.wearing.rules import REMOVER
from core.models.parser import Parser
from core.models.remover import Remover
from core.opencv import cv2
from core.packs import Pack
from core.photo import photo_from_array
from core.render.engine import Engine
from core.render.paste import over_crop
from core.render.runtime import Runtime, as_array
from training.data.portraits import Portraits
from training.evaluation.basics import Figure
from training.evaluation.metrics import mean_known

Image = NDArray[np.uint8]
Take = Callable[[Image, Image, NDArray[np.float32]], Image]
"""A portrait, its label map and its mesh -> the portrait without the eyeglasses."""
_IRISES = (range(469, 473), range(474, 478))
_SEED = 9000
_REGION = 0.03
"""Opacity of the drawn layer from which on a pixel is in the region that is judged."""
_CLEAR = 0.25
"""Opacity over the irises up to which lenses are clear."""


def by_network(network: Remover, parser: Parser) -> Take:
    """Taken off by a remover's network, as the program lays its changes over the photo."""
    runtime = Runtime()

    def take(portrait: Image, label_map: Image, mesh: NDArray[np.float32]) -> Image:
        logits = runtime.run(lambda: parser(runtime.rgb(portrait)))
        opacity = as_array(torch.sigmoid(logits[0, NUM_LABELS]))
        seen, grid = see_removal(portrait, opacity, network, runtime), np.eye(2, 3)
        return over_crop(portrait, grid, changes_of(seen, label_map, photo_from_array(portrait), grid))[0]

    return take


def by_smile(engine: Engine) -> Take:
    """Taken off by SMILE's edit, through the engine."""

    def take(portrait: Image, label_map: Image, mesh: NDArray[np.float32]) -> Image:
        edit = SetAttribute(attribute="eyeglasses", present=False, source=Seed(0))
        document = Document(photo_from_array(portrait)).with_edit(edit)
        return engine.render(document).pixels.astype(np.uint8)

    return take


@dataclass(frozen=True, eq=False)
class Case:
    """A portrait with eyeglasses, its label map and its mesh; what was drawn, and the portrait without."""

    worn: Image
    label_map: Image
    mesh: NDArray[np.float32]
    alpha: NDArray[np.float32]
    truth: Image | None

    @property
    def region(self) -> NDArray[np.bool_]:
        """The pixels that are judged."""
        return self.alpha > _REGION

    @property
    def clear(self) -> bool:
        """Whether the eyes are seen behind the lenses."""
        eyes = np.array([self.mesh[list(iris), :2].mean(axis=0) for iris in _IRISES])
        return all(self.alpha[y, x] < _CLEAR for x, y in np.clip(eyes.astype(int), 0, len(self.alpha) - 1))


def drawn_cases(portraits: Portraits, split: str) -> list[Case]:
    """Every portrait of the split whose person wears none, with drawn eyeglasses."""
    bare = [e.id for e in portraits.entries if e.split == split and not e.wears("glasses", "sunglasses")]
    return [drawn(portraits.image(each), portraits.label_map(each), portraits.mesh(each), _SEED + 7 * number)
            for number, each in enumerate(bare)]  # fmt: skip


def drawn(portrait: Image, label_map: Image, mesh: NDArray[np.float32], seed: int) -> Case:
    """A portrait with eyeglasses drawn from this seed."""
    worn = draw_eyeglasses(portrait, label_map, mesh, np.random.default_rng(seed))
    return Case(worn.image, worn.label_map, mesh, worn.alpha, portrait)


def worn_cases(portraits: Portraits, split: str) -> list[Case]:
    """Every portrait of the split whose person wears some."""
    nothing = np.zeros((256, 256), np.float32)
    worn = [e.id for e in portraits.entries if e.split == split and e.wears("glasses", "sunglasses")]
    return [Case(portraits.image(each), portraits.label_map(each), portraits.mesh(each), nothing, None)
            for each in worn]  # fmt: skip


def removal_figures(cases: Sequence[Case], found: Sequence[Image], way: str = "") -> list[Figure]:
    """PSNR in dB within the region that eyeglasses and their shadow cover, before and after, in the mean."""
    known = [
        (case, case.truth, taken) for case, taken in zip(cases, found, strict=True) if case.truth is not None
    ]
    before = np.array([psnr(case.worn, truth, case.region) for case, truth, _ in known])
    after = np.array([psnr(taken, truth, case.region) for case, truth, taken in known])
    clear = np.array([case.clear for case, _, _ in known])
    parts = {"as worn": before, "taken off": after, "taken off, clear lenses": after[clear],
             "taken off, dark or tinted lenses": after[~clear]}  # fmt: skip
    return [
        Figure(f"{way}{name} (dB)", mean_known(part), 32.0 if name == "taken off" else None, len(part))
        for name, part in parts.items()
    ]


def psnr(found: Image, truth: Image, region: NDArray[np.bool_]) -> float:
    """Peak signal to noise within a region, in dB."""
    error = np.square(found[region].astype(np.float64) - truth[region]).mean()
    return float(10 * np.log10(255**2 / max(error, 1e-6)))


def evaluate_removal(
    network: Remover, pack: Pack, data: Path, split: str, out: Path, *, smile: bool = False
) -> list[Figure]:
    """The figures of a remover's network, and with `smile` those of SMILE's edit.

    `out` gets two sheets: `drawn.png` (as worn, taken off, by SMILE, the truth), and `worn.png` of people who
    really wear some.
    """
    portraits = Portraits(data)
    out.mkdir(parents=True, exist_ok=True)
    ways: dict[str, Take] = {"": by_network(network, cast(Parser, pack.build("parser")))}
    if smile:
        ways["SMILE: "] = by_smile(Engine(pack.without(REMOVER)))
    figures: list[Figure] = []
    for name, cases in (("drawn", drawn_cases(portraits, split)), ("worn", worn_cases(portraits, split))):
        found = {way: [take(c.worn, c.label_map, c.mesh) for c in cases] for way, take in ways.items()}
        rows = [[c.worn, *each, *([] if c.truth is None else [c.truth])]
                for c, *each in zip(cases, *found.values(), strict=True)]  # fmt: skip
        write_sheet(out / f"{name}.png", rows)
        if name == "drawn":
            figures += [f for way, taken in found.items() for f in removal_figures(cases, taken, way)]
    return figures


def write_sheet(path: Path, rows: Sequence[Sequence[Image]], finer: int = 1) -> None:
    """Rows of pictures, one under another, so many times the size."""
    sheet = np.vstack([np.hstack(list(row)) for row in rows])
    large = cv2.resize(sheet, None, fx=finer, fy=finer, interpolation=cv2.INTER_NEAREST)
    cv2.imencode(path.suffix, np.ascontiguousarray(np.asarray(large)[..., ::-1]))[1].tofile(path)
