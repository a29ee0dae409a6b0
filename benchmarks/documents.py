"""Documents to look at: edits as they stand in a recipe, on photos that are named and made on the spot.

Photos are the bundled samples, which show nobody who exists, and portraits of `../shared` where that folder
is, with additions: "sample-2, large, 16 bits".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.document.document import Document
from core.document.recipe import recipe_from_dict
from core.errors import PhotoError
from core.export import Renders
from core.face import FacePoints
from core.methods.registry import edit_types
from core.opencv import cv2
from core.photo import Photo, load_photo, photo_from_array

Pixels = NDArray[Any]
Points = tuple[tuple[float, float], ...]
"""The five points of a face, as `core.face.FacePoints` has them."""
_ROOT = Path(__file__).resolve().parents[1]
_SAMPLES = _ROOT / "resources" / "samples"
_PORTRAITS = _ROOT.parent / "shared" / "portraits" / "images"


@dataclass(frozen=True)
class Case:
    """A document: the names of its photo and of its references' photos (keys "a", "b", ...), its edits as
    they stand in a recipe, and the face's five points where they are not to be found."""

    photo: str
    edits: tuple[dict[str, Any], ...]
    references: tuple[str, ...] = ()
    points: Points = ()


def seed(seed: int, truncation: float = 1.0) -> dict[str, Any]:
    return {"from": "seed", "seed": seed, "truncation": truncation}


def named(look: str) -> dict[str, Any]:
    return {"from": "look", "look": look}


def of(key: str) -> dict[str, Any]:
    return {"from": "reference", "key": key}


def blend(first: dict[str, Any], second: dict[str, Any], amount: float) -> dict[str, Any]:
    return {"from": "blend", "first": first, "second": second, "amount": amount}


def attribute(name: str, present: bool, source: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"edit": "SetAttribute", "attribute": name, "present": present, "source": source, **more}


def style(region: str, source: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"edit": "SetRegionStyle", "region": region, "source": source, **more}


def direction(name: str, amount: float, **more: Any) -> dict[str, Any]:
    return {"edit": "Direction", "name": name, "amount": amount, **more}


def reshaped(part: str, amount: float) -> dict[str, Any]:
    return {"edit": "Reshape", "part": part, "amount": amount}


def retouched(what: str, amount: float) -> dict[str, Any]:
    return {"edit": "Retouch", "what": what, "amount": amount}


def dyed(colour: str, amount: float) -> dict[str, Any]:
    return {"edit": "HairColour", "colour": colour, "amount": amount}


def swap(key: str, part: str = "head") -> dict[str, Any]:
    return {"edit": "HeadSwap", "reference": of(key), "part": part}


def painted(kind: str, points: list[list[float]], **more: Any) -> dict[str, Any]:
    return {"edit": kind, "points": points, **more}


class Photos:
    """Photos by name, each made once. `engine` puts on what a sample is to wear already; `points` are those
    of the faces in which it need not look for them."""

    def __init__(self, engine: Renders, points: Mapping[str, Points] | None = None) -> None:
        self._engine = engine
        self._points = points or {}
        self._made: dict[str, Photo | None] = {}

    def document(self, case: Case) -> Document | None:
        """The case's document; None where a photo of it is not here."""
        photo, references = self.open(case.photo), [self.open(name) for name in case.references]
        if photo is None or any(each is None for each in references):
            return None
        keys = "abc"[: len(references)]
        return Document(
            photo,
            faces=_faces(case.points),
            edits=recipe_from_dict({"version": 1, "edits": list(case.edits)}, edit_types()).edits,
            references={key: found for key, found in zip(keys, references, strict=True) if found is not None},
        )

    def open(self, name: str) -> Photo | None:
        """The photo of that name; None for a portrait that is not here."""
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> Photo | None:
        before, _, addition = name.rpartition(", ")
        if not before:
            return _two_people() if name == "two people" else _load(name)
        photo = self.open(before)
        if photo is None:
            return None
        if addition in _WORN:
            faces = _faces(self._points.get(before, ()))
            worn = recipe_from_dict(_WORN[addition], edit_types()).edits
            return self._engine.render(Document(photo, faces, worn))
        return photo_from_array(_ADDITIONS[addition](photo.pixels))


def _faces(points: Points) -> tuple[FacePoints, ...] | None:
    return (FacePoints.from_array(np.array(points)),) if points else None


def _load(name: str) -> Photo | None:
    if name.startswith("sample"):
        return load_photo(_SAMPLES / f"{name}.jpg")
    try:
        return load_photo(_PORTRAITS / f"{name}.jpg")
    except PhotoError:
        return None


def _two_people() -> Photo:
    people = [load_photo(_SAMPLES / f"sample-{number}.jpg").pixels for number in (1, 3)]
    return photo_from_array(
        np.asarray(cv2.copyMakeBorder(np.hstack(people), 40, 40, 40, 40, cv2.BORDER_REFLECT_101), np.uint8)
    )


def _large(pixels: Pixels) -> Pixels:
    """Four pixels for one of a sample's crop, with the grain of a photo."""
    side = 1100
    grain = np.random.default_rng(0).normal(0, 3, (side, side, 1))
    enlarged = cv2.resize(pixels, (side, side), interpolation=cv2.INTER_CUBIC)
    return np.clip(np.rint(enlarged + grain), 0, 255).astype(np.uint8)


def _deep(pixels: Pixels) -> Pixels:
    """16 bits, the lower ones used."""
    noise = np.random.default_rng(1).integers(-128, 128, pixels.shape)
    return np.clip(pixels.astype(np.int64) * 257 + noise, 0, 65535).astype(np.uint16)


def _side_lit(pixels: Pixels) -> Pixels:
    """In light from the left."""
    light = np.linspace(1.15, 0.35, pixels.shape[1])[None, :, None]
    return np.clip(pixels * light, 0, 255).astype(np.uint8)


def _tilted(pixels: Pixels) -> Pixels:
    """The head leans to its left."""
    size = pixels.shape[1::-1]
    return np.asarray(cv2.warpAffine(pixels, TILT, size, borderMode=cv2.BORDER_REFLECT_101), np.uint8)


def _red_eyes(pixels: Pixels) -> Pixels:
    """As a flash makes them, about where all samples have their pupils."""
    made = pixels.copy()
    for x, y in ((194, 246), (320, 246)):
        cv2.circle(made, (x, y), 6, (190, 30, 40), -1, cv2.LINE_AA)
    return made


def _shiny(pixels: Pixels) -> Pixels:
    """With a light on the forehead and one on a cheek."""
    glow = np.zeros(pixels.shape[:2], np.float32)
    for x, y in ((250, 150), (180, 310)):
        cv2.circle(glow, (x, y), 16, 70.0, -1)
    glow = np.asarray(cv2.GaussianBlur(glow, (0, 0), 8), np.float32)
    return np.clip(pixels + glow[..., None], 0, 255).astype(np.uint8)


TILT = cv2.getRotationMatrix2D((256.0, 256.0), -22.0, 1.0)
"""The transform (2, 3) of a sample's points to those of the same, tilted."""
_ADDITIONS: dict[str, Callable[[Pixels], Pixels]] = {
    "large": _large,
    "small": lambda pixels: cv2.resize(pixels, (180, 180), interpolation=cv2.INTER_AREA),
    "wide": lambda pixels: cv2.copyMakeBorder(pixels, 150, 150, 200, 200, cv2.BORDER_REFLECT_101),
    "16 bits": _deep,
    "dark": lambda pixels: (pixels * 0.5).astype(np.uint8),
    "lit from the left": _side_lit,
    "tilted": _tilted,
    "red eyes": _red_eyes,
    "shiny": _shiny,
}


def _worn(name: str, seed_: int) -> dict[str, Any]:
    return {"version": 1, "edits": [attribute(name, True, seed(seed_))]}


_WORN = {
    "with eyeglasses": _worn("eyeglasses", 2),
    "with earrings": _worn("earrings", 4),
    "with a hat": _worn("hat", 7),
    "with bangs": _worn("bangs", 5),
    "turned": {"version": 1, "edits": [reshaped("turn", 1.0)]},
}
