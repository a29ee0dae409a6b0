"""The pixels of twenty documents, kept and compared: whether a change to the code changed pictures.

The documents cover every kind of edit. They are written as recipes and rendered by the public engine, so
that they outlive whatever happens between the two.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from rich.console import Console
from rich.table import Table

from benchmarks.documents import (
    Case,
    Photos,
    Pixels,
    attribute,
    blend,
    direction,
    of,
    painted,
    seed,
    style,
    swap,
)
from core.photo import Photo
from core.render.engine import Engine

_NOTICES = "notices: "
_THREADS = 2
"""Always as many: in bfloat16 pixels differ by how the work is shared out."""

DOCUMENTS: dict[str, Case] = {
    "strokes": Case(
        "sample-2",
        (
            painted("Stroke", [[90, 40], [128, 62], [150, 60]], label="hair", radius=9.0, hardness=0.3),
            painted(
                "Stroke", [[70, 150], [74, 190]], label="hair", radius=6.0, mirrored=True, keep=["l_ear"]
            ),
            painted("Stroke", [[110, 30], [150, 34]], label="skin", radius=5.0, pressures=[0.2, 1.0]),
            painted("Stroke", [[128, 62], [150, 60]], label="hair", radius=4.0, erase=True),
        ),
    ),
    "lasso, smooth, fill": Case(
        "sample-3",
        (
            painted("Lasso", [[70, 60], [128, 20], [186, 60], [128, 50]], label="hair"),
            painted("Lasso", [[110, 20], [146, 20], [128, 44]], label="hair", erase=True),
            painted("SmoothBoundary", [[70, 60], [128, 40], [186, 60]], radius=10.0),
            {"edit": "FillRegion", "label": "hat", "point": [90.0, 46.0]},
        ),
    ),
    "eyeglasses on": Case("sample-1", (attribute("eyeglasses", True, seed(3)),)),
    "eyeglasses off": Case("sample-2, with eyeglasses", (attribute("eyeglasses", False, seed(0)),)),
    "eyeglasses like another's": Case(
        "sample-1", (attribute("eyeglasses", True, of("a")),), ("sample-2, with eyeglasses",)
    ),
    "little hair": Case("sample-1", (attribute("hair", False, seed(1)),)),
    "some hair less": Case("sample-2", (attribute("hair", False, seed(1), strength=0.75),)),
    "much hair like another's": Case("sample-3", (attribute("hair", True, of("a")),), ("sample-1",)),
    "bangs on, large": Case("sample-2, large", (attribute("bangs", True, seed(5)),)),
    "bangs like another's, then off": Case(
        "sample-3",
        (
            attribute("hair", True, seed(2)),
            attribute("bangs", True, of("a"), strength=0.8),
            attribute("bangs", False, seed(0), strength=0.6),
        ),
        ("sample-1",),
    ),
    "earrings on, large": Case("sample-1, large", (attribute("earrings", True, seed(4)),)),
    "hat on, in a wide photo": Case("sample-2, wide", (attribute("hat", True, seed(7)),)),
    "hat and eyeglasses, off again": Case(
        "sample-3",
        (
            attribute("hat", True, blend(seed(1), seed(8), 0.3)),
            attribute("eyeglasses", True, seed(6, 0.5)),
            attribute("earrings", True, seed(2)),
            attribute("hat", False, seed(0)),
        ),
    ),
    "identity, then another's hair": Case(
        "sample-3", (attribute("identity", False, of("a")), swap("b", "hair")), ("sample-2", "sample-1")
    ),
    "another's hair, then identity, 16 bits": Case(
        "sample-1, 16 bits", (swap("a", "hair"), attribute("identity", True, seed(9))), ("sample-2",)
    ),
    "region styles": Case(
        "sample-1",
        (
            style("hair", seed(11, 0.6)),
            style("skin", of("a"), strength=0.7),
            style("lips", blend({"from": "own"}, seed(12), 0.8)),
            style("clothes", blend(of("a"), of("b"), 0.5)),
        ),
        ("sample-2", "sample-3"),
    ),
    "directions, 16 bits, small": Case(
        "sample-2, 16 bits, small",
        (
            direction("age", 0.8),
            direction("age", -0.5, region="hair"),
        ),
    ),
    "another's head, large": Case("sample-1, large", (swap("a", "head"),), ("sample-2, large",)),
    "another's face and eyeglasses, restyled": Case(
        "sample-3, 16 bits",
        (swap("a", "face"), swap("b", "eyeglasses"), style("lips", seed(4))),
        ("sample-1", "sample-2, with eyeglasses"),
    ),
    "two people": Case(
        "two people",
        (
            attribute("eyeglasses", True, seed(1), face=0),
            attribute("bangs", True, seed(2), face=1),
            style("hair", seed(3), face=1),
            attribute("hat", True, seed(4), face=1, enabled=False),
            swap("a", "head") | {"face": 0},
        ),
        ("sample-2",),
    ),
    # What real photos have and the samples lack; these need ../shared.
    "portrait: eyeglasses off": Case("00004", (attribute("eyeglasses", False, seed(0)),)),
    "portrait: little hair": Case("00001, large", (attribute("hair", False, seed(0)),)),
    "portrait: hat and earrings": Case(
        "00001", (attribute("hat", True, seed(3)), attribute("earrings", True, seed(1)))
    ),
    "portrait: another's head": Case("00003, large", (swap("a", "head"),), ("00001, large",)),
}


def rendered(engine: Engine) -> Iterator[tuple[str, Photo | None]]:
    """Every document's name and picture; None where a photo of it is not here."""
    torch.set_num_threads(_THREADS)
    photos = Photos(engine)
    for name, case in DOCUMENTS.items():
        document = photos.document(case)
        yield name, None if document is None else engine.render(document)


def record(engine: Engine, target: Path) -> None:
    """Write the pixels and notices of every document."""
    arrays: dict[str, Pixels] = {}
    for name, result in rendered(engine):
        if result is None:
            print(f"{name}: no photo")
            continue
        arrays[name] = result.pixels
        arrays[_NOTICES + name] = np.array(result.notices, np.str_)
        print(f"{name}: {hashlib.sha256(result.pixels.tobytes()).hexdigest()[:16]}", flush=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        np.savez_compressed(file, **arrays)  # pyright: ignore[reportArgumentType] - numpy types the other options too narrowly


def compare(engine: Engine, recorded: Path) -> bool:
    """Show what differs from a recording; whether nothing does."""
    table, same = Table(title=str(recorded)), True
    for column in ("document", "pixels that differ", "mean", "99 %", "most", "notices"):
        table.add_column(column, justify="left" if column == "document" else "right")
    with np.load(recorded) as before:
        for name, result in rendered(engine):
            if result is None or name not in before:
                table.add_row(name, "not compared")
                continue
            told = tuple(before[_NOTICES + name].tolist()) == result.notices
            cells, equal = _difference(before[name], result.pixels)
            table.add_row(name, *cells, "same" if told else "differ")
            same &= equal and told
    Console().print(table)
    return same


def _difference(before: Pixels, after: Pixels) -> tuple[tuple[str, str, str, str], bool]:
    """How far two pictures differ, in levels of their depth; mean and percentile over the pixels that do."""
    if before.shape != after.shape or before.dtype != after.dtype:
        return (f"{before.shape} {before.dtype}", "", "", ""), False
    apart = np.abs(before.astype(np.int64) - after.astype(np.int64)).max(axis=2)
    moved = apart[apart > 0]
    if moved.size == 0:
        return ("identical", "", "", ""), True
    share = f"{moved.size} ({moved.size / apart.size:.2%})"
    return (share, f"{moved.mean():.2f}", f"{np.percentile(moved, 99):.0f}", f"{moved.max()}"), False
