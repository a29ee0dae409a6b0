"""What taking eyeglasses off is worth: against the truth where they were drawn, and to the eye where worn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.document.document import Document
from core.document.edits import Seed
from core.methods.accessories import Composite, draw_eyeglasses
from core.methods.accessories.removal import changes_of, see_removal
from core.methods.smile.edits import SetAttribute
from core.models.remover import Remover
from core.opencv import cv2
from core.photo import photo_from_array
from core.render.engine import Engine
from core.render.paste import over_crop
from core.render.runtime import Runtime
from training.data.portraits import Portraits
from training.evaluation.basics import Figure
from training.evaluation.metrics import mean_known

Image = NDArray[np.uint8]
Take = Callable[[Image, Image, NDArray[np.float32]], Image]
"""A portrait, its label map and its mesh -> the portrait without the eyeglasses."""
_SEED = 9000
_REGION = 0.03
"""Opacity of the drawn layer from which on a pixel is in the region that is judged."""
_CLEAR = 0.25
"""Opacity over the irises up to which lenses are clear."""


def by_network(network: Remover, runtime: Runtime) -> Take:
    """Taken off by a remover's network, as the program lays its changes over the photo."""

    def take(portrait: Image, label_map: Image, mesh: NDArray[np.float32]) -> Image:
        seen, grid = see_removal(portrait, network, runtime), np.eye(2, 3)
        return over_crop(portrait, grid, changes_of(seen, label_map, photo_from_array(portrait), grid))[0]

    return take


def by_smile(engine: Engine) -> Take:
    """Taken off by SMILE's edit, through the engine."""

    def take(portrait: Image, label_map: Image, mesh: NDArray[np.float32]) -> Image:
        edit = SetAttribute(attribute="eyeglasses", present=False, source=Seed(0))
        document = Document(photo_from_array(portrait)).with_edit(edit)
        return engine.render(document).pixels.astype(np.uint8)

    return take


def drawn_pairs(portraits: Portraits, split: str) -> list[tuple[str, Composite]]:
    """Every portrait of the split whose person wears none, with drawn eyeglasses."""
    bare = [e.id for e in portraits.entries if e.split == split and not e.wears("glasses", "sunglasses")]
    return [
        (each, draw_eyeglasses(portraits.image(each), portraits.label_map(each), portraits.mesh(each),
                               np.random.default_rng(_SEED + 7 * number)))
        for number, each in enumerate(bare)
    ]  # fmt: skip


def measure_removal(take: Take, portraits: Portraits, pairs: Sequence[tuple[str, Composite]]) -> list[Figure]:
    """PSNR in dB within the region that eyeglasses and their shadow cover, before and after, in the mean."""
    rows: list[tuple[float, float, bool]] = []
    for each, worn in pairs:
        truth, region = portraits.image(each), worn.alpha > _REGION
        found = take(worn.image, worn.label_map, portraits.mesh(each))
        rows.append(
            (psnr(worn.image, truth, region), psnr(found, truth, region), clear(worn, portraits.mesh(each)))
        )
    before, after, lucid = (np.array(column) for column in zip(*rows, strict=True))
    parts = {
        "taken off, clear lenses": after[lucid == 1],
        "taken off, dark or tinted lenses": after[lucid == 0],
    }
    return [
        Figure("as worn (dB)", float(before.mean()), None, len(rows)),
        Figure("taken off (dB)", float(after.mean()), 32.0, len(rows)),
        *(Figure(f"{name} (dB)", mean_known(part), None, len(part)) for name, part in parts.items()),
    ]


def clear(worn: Composite, mesh: NDArray[np.float32]) -> bool:
    """Whether the eyes are seen behind these lenses."""
    eyes = [mesh[list(iris), :2].mean(axis=0).astype(int) for iris in (range(469, 473), range(474, 478))]
    return all(worn.alpha[y, x] < _CLEAR for x, y in np.clip(eyes, 0, len(worn.alpha) - 1))


def psnr(found: Image, truth: Image, region: NDArray[np.bool_]) -> float:
    """Peak signal to noise within a region, in dB."""
    error = np.square(found[region].astype(np.float64) - truth[region]).mean()
    return float(10 * np.log10(255**2 / max(error, 1e-6)))


def write_sheet(path: Path, rows: Sequence[Sequence[Image]], finer: int = 1) -> None:
    """Rows of pictures, one under another, so many times the size."""
    sheet = np.vstack([np.hstack(list(row)) for row in rows])
    large = cv2.resize(sheet, None, fx=finer, fy=finer, interpolation=cv2.INTER_NEAREST)
    cv2.imencode(path.suffix, np.ascontiguousarray(np.asarray(large)[..., ::-1]))[1].tofile(path)
