"""Small edits of the bundled samples: what is asked for, and the part of the picture that is kept.

The face's points are given by hand where the edit is what matters: found ones differ by a hair from machine
to machine, and everything with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle
from typing import Any

import numpy as np

from benchmarks.documents import (
    TILT,
    Case,
    Points,
    attribute,
    blend,
    direction,
    dyed,
    named,
    of,
    painted,
    reshaped,
    retouched,
    seed,
    style,
    swap,
)
from core.methods.accessories.looks import LOOKS as WORN
from core.methods.accessories.looks import Thing

Box = tuple[int, int, int, int]
"""left, top, right, bottom in pixels; the last ones excluded."""


@dataclass(frozen=True)
class Look:
    """A case and the `box` of the result that is kept. With `full` the result is the photo as it is exported,
    otherwise the face at crop size as it is previewed."""

    case: Case
    box: Box
    full: bool = False


POINTS: dict[str, Points] = {
    "sample-1": ((194.7, 246.2), (320.6, 246.6), (249.1, 317.4), (192.0, 361.8), (317.3, 366.3)),
    "sample-2": ((194.1, 246.2), (321.6, 245.7), (253.4, 317.4), (196.1, 368.5), (315.3, 372.7)),
    "sample-3": ((192.7, 245.5), (320.4, 244.1), (259.8, 318.4), (196.9, 371.9), (316.5, 372.0)),
}
_TURNED: Points = ((178.0, 242.0), (312.0, 242.0), (222.0, 312.0), (190.0, 376.0), (312.0, 376.0))


def _crop(photo: str, *edits: dict[str, Any], box: Box, references: tuple[str, ...] = ()) -> Look:
    return Look(Case(photo, edits, references, _points(photo)), box)


def _full(photo: str, *edits: dict[str, Any], box: Box, references: tuple[str, ...] = ()) -> Look:
    return Look(Case(photo, edits, references, _points(photo)), box, full=True)


def _points(photo: str) -> Points:
    """Where the sample's points lie in the photo that was made of it."""
    points = POINTS[photo.split(",")[0]]
    if "tilted" in photo:
        points = tuple((x, y) for x, y in (np.array(points) @ TILT[:, :2].T + TILT[:, 2]).round(1).tolist())
    scale = 1100 / 512 if "large" in photo else 180 / 512 if "small" in photo else 1.0
    across, down = (200.0, 150.0) if "wide" in photo else (0.0, 0.0)
    return tuple((x * scale + across, y * scale + down) for x, y in points)


def _worn(thing: Thing, boxes: tuple[Box, Box, Box], full: bool = False) -> dict[str, Look]:
    """Each look that has a name, on the samples in turn, with the part of each sample that is kept."""
    samples = zip(cycle(POINTS), cycle(boxes), strict=False)
    make = _full if full else _crop
    return {
        f"wears {look}": make(sample, attribute(thing, True, named(look)), box=box)
        for look, (sample, box) in zip(WORN[thing], samples, strict=False)
    }


_EYES = (58, 96, 198, 150)
LOOKS: dict[str, Look] = {
    # Drawn by hand
    "soft stroke of hair": _crop(
        "sample-2",
        painted("Stroke", [[100, 62], [150, 66]], label="hair", radius=9.0, hardness=0.0),
        box=(84, 40, 170, 90),
    ),
    "stroke of skin over a brow": _crop(
        "sample-2",
        painted("Stroke", [[80, 106], [112, 102]], label="skin", radius=8.0),
        box=(66, 92, 122, 120),
    ),
    "hair cut off with a lasso": _crop(
        "sample-1",
        painted("Lasso", [[200, 40], [256, 60], [256, 220], [222, 220]], label="background"),
        box=(190, 30, 256, 130),
    ),
    "smoother hairline": _crop(
        "sample-2",
        painted("SmoothBoundary", [[80, 50], [128, 34], [176, 50]], radius=12.0),
        box=(64, 28, 192, 68),
    ),
    "hair filled with a hat": _crop(
        "sample-2", {"edit": "FillRegion", "label": "hat", "point": [128.0, 20.0]}, box=(40, 2, 130, 80)
    ),
    # Eyeglasses
    "eyeglasses on": _crop("sample-1", attribute("eyeglasses", True, seed(3)), box=_EYES),
    "eyeglasses on, in part": _crop(
        "sample-3", attribute("eyeglasses", True, seed(1), strength=0.8), box=_EYES
    ),
    "eyeglasses on, near the average": _crop(
        "sample-2", attribute("eyeglasses", True, seed(8, 0.4)), box=_EYES
    ),
    "eyeglasses off": _crop("sample-2, with eyeglasses", attribute("eyeglasses", False, seed(0)), box=_EYES),
    # Earrings
    "earrings on": _crop("sample-1", attribute("earrings", True, seed(4)), box=(196, 150, 222, 186)),
    "earrings on, light from the left": _crop(
        "sample-2, lit from the left", attribute("earrings", True, seed(2)), box=(40, 156, 64, 186)
    ),
    "earrings on the other side, light from the left": _crop(
        "sample-2, lit from the left", attribute("earrings", True, seed(2)), box=(196, 156, 220, 186)
    ),
    "earrings off": _crop(
        "sample-1, with earrings", attribute("earrings", False, seed(0)), box=(196, 150, 226, 190)
    ),
    # Hats
    "hat on": _crop("sample-2", attribute("hat", True, seed(7)), box=(60, 60, 200, 130)),
    "hat on, another": _crop("sample-1", attribute("hat", True, seed(1)), box=(10, 40, 90, 130)),
    "hat off": _crop("sample-2, with a hat", attribute("hat", False, seed(0)), box=(24, 20, 124, 120)),
    # Hair
    "little hair": _crop("sample-1", attribute("hair", False, seed(1)), box=(20, 100, 90, 200)),
    "less hair": _crop("sample-2", attribute("hair", False, seed(1), strength=0.75), box=(36, 50, 96, 140)),
    "much hair": _crop("sample-3", attribute("hair", True, seed(2)), box=(6, 140, 96, 240)),
    "much hair like another's": _crop(
        "sample-3", attribute("hair", True, of("a")), references=("sample-1",), box=(60, 20, 190, 80)
    ),
    "bangs on": _crop("sample-2", attribute("bangs", True, seed(5)), box=(60, 30, 200, 116)),
    "bangs on long hair": _crop("sample-1", attribute("bangs", True, seed(0)), box=(60, 40, 200, 120)),
    "bangs off": _crop("sample-1, with bangs", attribute("bangs", False, seed(0)), box=(60, 40, 200, 120)),
    # Identity, styles, directions
    "male": _crop("sample-1", attribute("identity", True, seed(9)), box=(60, 100, 190, 210)),
    "female, two thirds": _crop(
        "sample-2", attribute("identity", False, seed(3), strength=0.65), box=(60, 60, 190, 200)
    ),
    "identity of another": _crop(
        "sample-3", attribute("identity", False, of("a")), references=("sample-1",), box=(70, 110, 190, 210)
    ),
    "hair of a seed": _crop("sample-1", style("hair", seed(11)), box=(60, 10, 150, 70)),
    "hair near the average": _crop("sample-2", style("hair", seed(11, 0.4)), box=(60, 6, 190, 60)),
    "skin like another's": _crop(
        "sample-1", style("skin", of("a"), strength=0.7), references=("sample-2",), box=(60, 120, 150, 200)
    ),
    "lips between two": _crop(
        "sample-1", style("lips", blend(seed(1), seed(12), 0.8)), box=(90, 172, 166, 210)
    ),
    "older": _crop("sample-2", direction("age", 0.9), box=(70, 90, 190, 140)),
    # Shape and retouching
    "smile": _crop("sample-1", reshaped("smile", 1.0), box=(80, 160, 176, 220)),
    "looks aside with narrowed eyes": _crop(
        "sample-3", reshaped("gaze-right", -1.0), reshaped("eye-opening", -0.6), box=_EYES
    ),
    "head turned": _full("sample-2", reshaped("turn", 0.8), reshaped("nod", -0.4), box=(150, 190, 350, 410)),
    "smooth skin without bags": _crop(
        "sample-1", retouched("smooth-skin", 1.0), retouched("no-eye-bags", 1.0), box=(66, 110, 190, 180)
    ),
    "white teeth": _crop("sample-2", retouched("white-teeth", 1.0), box=(90, 170, 166, 210)),
    "blond": _crop("sample-1", direction("blond-hair", 1.0), box=(20, 60, 90, 150)),
    # Heads
    "another's head": _crop("sample-1", swap("a"), references=("sample-2",), box=(20, 10, 110, 120)),
    "another's head, turned": Look(
        Case("sample-3", (swap("a"),), ("sample-2",), _TURNED), box=(50, 90, 210, 210)
    ),
    "another's head, in a dark photo lit from the left": _crop(
        "sample-1, dark, lit from the left", swap("a"), references=("sample-3",), box=(60, 80, 200, 180)
    ),
    "another's face": _crop("sample-2", swap("a", "face"), references=("sample-3",), box=(50, 130, 150, 245)),
    "another's face, other lips": _crop(
        "sample-2",
        swap("a", "face"),
        style("lips", seed(4)),
        references=("sample-3",),
        box=(90, 170, 170, 215),
    ),
    "another's hair": _crop("sample-3", swap("a", "hair"), references=("sample-1",), box=(50, 10, 150, 110)),
    "another's eyeglasses": _crop(
        "sample-1", swap("a", "eyeglasses"), references=("sample-2, with eyeglasses",), box=_EYES
    ),
    "identity, then another's hair": _crop(
        "sample-3",
        attribute("identity", False, seed(2)),
        swap("a", "hair"),
        references=("sample-1",),
        box=(60, 100, 190, 210),
    ),
    # In the photo
    "large: eyeglasses off": _full(
        "sample-2, with eyeglasses, large", attribute("eyeglasses", False, seed(0)), box=(250, 440, 410, 560)
    ),
    "large: bangs on": _full("sample-2, large", attribute("bangs", True, seed(5)), box=(380, 330, 540, 490)),
    "large: another's head": _full(
        "sample-1, large", swap("a"), references=("sample-2, large",), box=(520, 430, 680, 590)
    ),
    "wide: hat on": _full("sample-2, wide", attribute("hat", True, seed(7)), box=(400, 140, 520, 240)),
    "wide: another's head": _full(
        "sample-3, wide", swap("a"), references=("sample-2",), box=(380, 140, 520, 230)
    ),
    "small: eyeglasses on": _full(
        "sample-1, small", attribute("eyeglasses", True, seed(3)), box=(40, 64, 144, 110)
    ),
    "16 bits: older": _full("sample-2, 16 bits", direction("age", 0.9), box=(130, 200, 230, 280)),
    "two people, found": Look(
        Case(
            "two people",
            (attribute("hat", True, seed(4), face=1), attribute("eyeglasses", True, seed(1), face=0)),
        ),
        box=(680, 220, 920, 340),
        full=True,
    ),
    # Named looks
    **_worn("eyeglasses", ((56, 96, 132, 150), (120, 96, 200, 150), (56, 96, 132, 150))),
    **_worn("hat", ((20, 10, 110, 80), (150, 20, 240, 110), (60, 60, 150, 120))),
    **_worn("earrings", ((392, 296, 440, 366), (96, 306, 144, 376), (96, 306, 144, 376)), full=True),
    "wears sunglasses, light from the left": _crop(
        "sample-2, lit from the left",
        attribute("eyeglasses", True, named("Aviator, silver, mirrored")),
        box=_EYES,
    ),
    "wears a hat, light from the left": _crop(
        "sample-3, lit from the left", attribute("hat", True, named("Fedora, camel")), box=(40, 40, 220, 130)
    ),
    "wears horn, turned": _crop(
        "sample-2, turned", attribute("eyeglasses", True, named("Rectangle, black")), box=_EYES
    ),
    "wears hoops and a cap, tilted": _crop(
        "sample-3, tilted",
        attribute("earrings", True, named("Silver hoops, large")),
        attribute("hat", True, named("Baseball cap, red")),
        box=(50, 60, 220, 190),
    ),
    "large: wears a beanie": _full(
        "sample-1, large", attribute("hat", True, named("Beanie, mustard")), box=(500, 200, 600, 300)
    ),
    "large: wears tweed": _full(
        "sample-2, large", attribute("hat", True, named("Flat cap, tweed")), box=(500, 230, 600, 330)
    ),
    "large: wears straw": _full(
        "sample-3, large", attribute("hat", True, named("Panama")), box=(500, 100, 600, 200)
    ),
    "large: wears tortoiseshell": _full(
        "sample-1, large",
        attribute("eyeglasses", True, named("Round horn, tortoiseshell")),
        box=(330, 430, 430, 530),
    ),
    "large: wears stones": _full(
        "sample-2, large", attribute("earrings", True, named("Emerald drops")), box=(230, 660, 290, 800)
    ),
    # Shape, all the way
    "wide eyes look right under high brows": _crop(
        "sample-1",
        reshaped("eye-opening", 1.0),
        reshaped("gaze-right", 1.0),
        reshaped("brow-height", 1.0),
        box=(64, 70, 192, 144),
    ),
    "small eyes look up under low brows": _crop(
        "sample-2",
        reshaped("eye-size", -1.0),
        reshaped("gaze-down", -1.0),
        reshaped("brow-height", -1.0),
        box=(64, 80, 192, 144),
    ),
    "large eyes look down": _crop(
        "sample-3", reshaped("eye-size", 1.0), reshaped("gaze-down", 1.0), box=(64, 96, 192, 144)
    ),
    "closed eyes": _crop("sample-1", reshaped("eye-opening", -1.0), box=(64, 96, 192, 144)),
    "sad": _crop("sample-2", reshaped("smile", -1.0), box=(80, 150, 176, 220)),
    "mouth open": _crop("sample-1", reshaped("mouth-open", 1.0), box=(80, 160, 176, 240)),
    "mouth closed": _crop("sample-2", reshaped("mouth-open", -1.0), box=(80, 160, 176, 230)),
    "full lips, narrow nose": _crop(
        "sample-3", reshaped("lip-fullness", 1.0), reshaped("nose-width", -1.0), box=(84, 126, 172, 206)
    ),
    "thin lips, wide nose": _crop(
        "sample-1", reshaped("lip-fullness", -1.0), reshaped("nose-width", 1.0), box=(84, 126, 172, 206)
    ),
    "full face, narrow jaw, short chin": _crop(
        "sample-2",
        reshaped("face-width", 1.0),
        reshaped("jaw-width", -1.0),
        reshaped("chin-length", -1.0),
        box=(44, 120, 134, 250),
    ),
    "narrow face, wide jaw, long chin": _crop(
        "sample-3",
        reshaped("face-width", -1.0),
        reshaped("jaw-width", 1.0),
        reshaped("chin-length", 1.0),
        box=(44, 120, 134, 250),
    ),
    "turned left, head up": _full(
        "sample-3", reshaped("turn", -1.0), reshaped("nod", -1.0), box=(290, 200, 410, 320)
    ),
    "head down": _full("sample-1", reshaped("nod", 1.0), box=(190, 350, 310, 470)),
    # Retouching, one by one
    "smooth skin": _full("sample-3, large", retouched("smooth-skin", 1.0), box=(330, 640, 450, 760)),
    "no shine": _full("sample-1, shiny", retouched("no-shine", 1.0), box=(150, 110, 290, 190)),
    "bright eyes": _full("sample-2, large", retouched("bright-eyes", 1.0), box=(370, 490, 470, 570)),
    "no eye bags": _full("sample-3", retouched("no-eye-bags", 1.0), box=(150, 230, 250, 310)),
    "no red eyes": _full("sample-2, red eyes", retouched("no-red-eyes", 1.0), box=(170, 226, 220, 266)),
    "white teeth, large": _full("sample-1, large", retouched("white-teeth", 1.0), box=(450, 740, 600, 840)),
    # Dyed hair
    "dyed blond": _crop("sample-2", dyed("blond", 1.0), box=(40, 10, 128, 100)),
    "dyed black": _crop("sample-3", dyed("black", 1.0), box=(40, 10, 128, 100)),
    "dyed red": _crop("sample-1", dyed("red", 1.0), box=(20, 120, 90, 220)),
    "dyed brown, in a dark photo": _crop("sample-3, dark", dyed("brown", 1.0), box=(150, 20, 230, 120)),
    "dyed grey": _full("sample-1, wide", dyed("grey", 1.0), box=(600, 320, 690, 420)),
    "dyed, a mixture": _crop(
        "sample-2, lit from the left", dyed("blond", 0.4), dyed("red", 0.5), box=(40, 10, 220, 60)
    ),
}
