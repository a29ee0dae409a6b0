"""The pixels of twenty documents, kept and compared: whether a change to the code changed pictures.

The documents cover every kind of edit. They are written as recipes and rendered by the public engine, so
that they outlive whatever happens between the two. Photos are the bundled samples, which show nobody, and
portraits of `../shared` where that folder is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from core.document.document import Document
from core.document.recipe import recipe_from_dict
from core.errors import PhotoError
from core.opencv import cv2
from core.photo import Photo, load_photo, photo_from_array
from core.render.engine import Engine

Pixels = NDArray[Any]
_ROOT = Path(__file__).resolve().parents[1]
_SAMPLES = _ROOT / "resources" / "samples"
_PORTRAITS = _ROOT.parent / "shared" / "portraits" / "images"
_NOTICES = "notices: "


@dataclass(frozen=True)
class Golden:
    """A document: the names of its photo and of its references' photos (see `Photos`), and its edits as they
    stand in a recipe."""

    photo: str
    edits: tuple[dict[str, Any], ...]
    references: tuple[str, ...] = ()


def _seed(seed: int, truncation: float = 1.0) -> dict[str, Any]:
    return {"from": "seed", "seed": seed, "truncation": truncation}


def _of(key: str) -> dict[str, Any]:
    return {"from": "reference", "key": key}


def _blend(first: dict[str, Any], second: dict[str, Any], amount: float) -> dict[str, Any]:
    return {"from": "blend", "first": first, "second": second, "amount": amount}


def _attribute(name: str, present: bool, source: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"edit": "SetAttribute", "attribute": name, "present": present, "source": source, **more}


def _style(region: str, source: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"edit": "SetRegionStyle", "region": region, "source": source, **more}


def _swap(key: str, part: str) -> dict[str, Any]:
    return {"edit": "HeadSwap", "reference": _of(key), "part": part}


def _painted(kind: str, points: list[list[float]], **more: Any) -> dict[str, Any]:
    return {"edit": kind, "points": points, **more}


DOCUMENTS: dict[str, Golden] = {
    "strokes": Golden(
        "sample-2",
        (
            _painted("Stroke", [[90, 40], [128, 62], [150, 60]], label="hair", radius=9.0, hardness=0.3),
            _painted(
                "Stroke", [[70, 150], [74, 190]], label="hair", radius=6.0, mirrored=True, keep=["l_ear"]
            ),
            _painted("Stroke", [[110, 30], [150, 34]], label="skin", radius=5.0, pressures=[0.2, 1.0]),
            _painted("Stroke", [[128, 62], [150, 60]], label="hair", radius=4.0, erase=True),
        ),
    ),
    "lasso, smooth, fill": Golden(
        "sample-3",
        (
            _painted("Lasso", [[70, 60], [128, 20], [186, 60], [128, 50]], label="hair"),
            _painted("Lasso", [[110, 20], [146, 20], [128, 44]], label="hair", erase=True),
            _painted("SmoothBoundary", [[70, 60], [128, 40], [186, 60]], radius=10.0),
            {"edit": "FillRegion", "label": "hat", "point": [90.0, 46.0]},
        ),
    ),
    "eyeglasses on": Golden("sample-1", (_attribute("eyeglasses", True, _seed(3)),)),
    "eyeglasses off": Golden("sample-2 with eyeglasses", (_attribute("eyeglasses", False, _seed(0)),)),
    "eyeglasses like another's": Golden(
        "sample-1", (_attribute("eyeglasses", True, _of("a")),), ("sample-2 with eyeglasses",)
    ),
    "little hair": Golden("sample-1", (_attribute("hair", False, _seed(1)),)),
    "some hair less": Golden("sample-2", (_attribute("hair", False, _seed(1), strength=0.75),)),
    "much hair like another's": Golden("sample-3", (_attribute("hair", True, _of("a")),), ("sample-1",)),
    "bangs on, large": Golden("sample-2, large", (_attribute("bangs", True, _seed(5)),)),
    "bangs like another's, then off": Golden(
        "sample-3",
        (
            _attribute("hair", True, _seed(2)),
            _attribute("bangs", True, _of("a"), strength=0.8),
            _attribute("bangs", False, _seed(0), strength=0.6),
        ),
        ("sample-1",),
    ),
    "earrings on, large": Golden("sample-1, large", (_attribute("earrings", True, _seed(4)),)),
    "hat on, in a wide photo": Golden("sample-2, wide", (_attribute("hat", True, _seed(7)),)),
    "hat and eyeglasses, off again": Golden(
        "sample-3",
        (
            _attribute("hat", True, _blend(_seed(1), _seed(8), 0.3)),
            _attribute("eyeglasses", True, _seed(6, 0.5)),
            _attribute("earrings", True, _seed(2)),
            _attribute("hat", False, _seed(0)),
        ),
    ),
    "identity, then another's hair": Golden(
        "sample-3", (_attribute("identity", False, _of("a")), _swap("b", "hair")), ("sample-2", "sample-1")
    ),
    "another's hair, then identity, 16 bits": Golden(
        "sample-1, 16 bits", (_swap("a", "hair"), _attribute("identity", True, _seed(9))), ("sample-2",)
    ),
    "region styles": Golden(
        "sample-1",
        (
            _style("hair", _seed(11, 0.6)),
            _style("skin", _of("a"), strength=0.7),
            _style("lips", _blend({"from": "own"}, _seed(12), 0.8)),
            _style("clothes", _blend(_of("a"), _of("b"), 0.5)),
        ),
        ("sample-2", "sample-3"),
    ),
    "directions, 16 bits, small": Golden(
        "sample-2, 16 bits, small",
        (
            {"edit": "Direction", "name": "age", "amount": 0.8},
            {"edit": "Direction", "name": "age", "amount": -0.5, "region": "hair"},
        ),
    ),
    "another's head, large": Golden("sample-1, large", (_swap("a", "head"),), ("sample-2, large",)),
    "another's face and eyeglasses, restyled": Golden(
        "sample-3, 16 bits",
        (_swap("a", "face"), _swap("b", "eyeglasses"), _style("lips", _seed(4))),
        ("sample-1", "sample-2 with eyeglasses"),
    ),
    "two people": Golden(
        "two people",
        (
            _attribute("eyeglasses", True, _seed(1), face=0),
            _attribute("bangs", True, _seed(2), face=1),
            _style("hair", _seed(3), face=1),
            _attribute("hat", True, _seed(4), face=1, enabled=False),
            _swap("a", "head") | {"face": 0},
        ),
        ("sample-2",),
    ),
    # What real photos have and the samples lack; these need ../shared.
    "portrait: eyeglasses off": Golden("00004", (_attribute("eyeglasses", False, _seed(0)),)),
    "portrait: little hair": Golden("00001, large", (_attribute("hair", False, _seed(0)),)),
    "portrait: hat and earrings": Golden(
        "00001", (_attribute("hat", True, _seed(3)), _attribute("earrings", True, _seed(1)))
    ),
    "portrait: another's head": Golden("00003, large", (_swap("a", "head"),), ("00001, large",)),
}


class Photos:
    """Photos by name: "sample-1", a portrait's number, "two people"; with additions, one after another."""

    def __init__(self, render: Callable[[Golden], Pixels]) -> None:
        self._render = render

    def open(self, name: str) -> Pixels | None:
        """RGB (H, W, 3), uint8 or uint16; None where the file is not here."""
        if name == "two people":
            people = [self._sample(number) for number in (1, 3)]
            return cv2.copyMakeBorder(np.hstack(people), 40, 40, 40, 40, cv2.BORDER_REFLECT_101)
        if name.endswith(" with eyeglasses"):
            edit = _attribute("eyeglasses", True, _seed(2))
            return self._render(Golden(name.removesuffix(" with eyeglasses"), (edit,)))
        name, *additions = name.split(", ")
        path = _SAMPLES / f"{name}.jpg" if name.startswith("sample") else _PORTRAITS / f"{name}.jpg"
        try:
            pixels: Pixels = load_photo(path).pixels
        except PhotoError:
            if path.parent == _PORTRAITS:
                return None
            raise
        for addition in additions:
            pixels = _ADDITIONS[addition](pixels)
        return pixels

    def _sample(self, number: int) -> Pixels:
        pixels = self.open(f"sample-{number}")
        assert pixels is not None
        return pixels


def _large(pixels: Pixels) -> Pixels:
    """Four crop pixels for one of a sample's crop, with the grain of a photo."""
    side = 1100
    grain = np.random.default_rng(0).normal(0, 3, (side, side, 1))
    enlarged = cv2.resize(pixels, (side, side), interpolation=cv2.INTER_CUBIC)
    return np.clip(np.rint(enlarged + grain), 0, 255).astype(np.uint8)


def _deep(pixels: Pixels) -> Pixels:
    """16 bits, the lower ones used."""
    noise = np.random.default_rng(1).integers(-128, 128, pixels.shape)
    return np.clip(pixels.astype(np.int64) * 257 + noise, 0, 65535).astype(np.uint16)


_ADDITIONS: dict[str, Callable[[Pixels], Pixels]] = {
    "large": _large,
    "small": lambda pixels: cv2.resize(pixels, (180, 180), interpolation=cv2.INTER_AREA),
    "wide": lambda pixels: cv2.copyMakeBorder(pixels, 150, 150, 200, 200, cv2.BORDER_REFLECT_101),
    "16 bits": _deep,
}


def rendered(engine: Engine) -> Iterator[tuple[str, Photo | None]]:
    """Every document's name and picture; None where a photo of it is not here."""

    def render(golden: Golden) -> Photo | None:
        pixels = photos.open(golden.photo)
        found = [photos.open(name) for name in golden.references]
        if pixels is None or any(each is None for each in found):
            return None
        keys = "ab"[: len(found)]
        references = {k: photo_from_array(p) for k, p in zip(keys, found, strict=True) if p is not None}
        recipe = recipe_from_dict({"version": 1, "edits": list(golden.edits)})
        return engine.render(Document(photo_from_array(pixels), edits=recipe.edits, references=references))

    def render_pixels(golden: Golden) -> Pixels:
        result = render(golden)
        assert result is not None
        return result.pixels

    photos = Photos(render_pixels)
    for name, golden in DOCUMENTS.items():
        yield name, render(golden)


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
