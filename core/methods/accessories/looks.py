"""Named looks: eyeglasses, hats and earrings as data, and others like them by chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal, TypeVar

import numpy as np

from core.methods.accessories.earrings import EarringKind, EarringStyle
from core.methods.accessories.eyeglass_style import SHAPES, EyeglassStyle, vary
from core.methods.accessories.hat_style import Cloth, HatKind, HatStyle

Colour = tuple[float, float, float]
Style = EyeglassStyle | HatStyle | EarringStyle
Thing = Literal["eyeglasses", "hat", "earrings"]
AnyStyle = TypeVar("AnyStyle", EyeglassStyle, HatStyle, EarringStyle)

_BLACK, _DARK, _BROWN, _AMBER = (
    (0.045, 0.043, 0.045),
    (0.07, 0.04, 0.03),
    (0.20, 0.11, 0.06),
    (0.42, 0.22, 0.09),
)
_GOLD, _SILVER, _GUNMETAL, _ROSE = (
    (0.80, 0.62, 0.32),
    (0.70, 0.70, 0.72),
    (0.28, 0.28, 0.30),
    (0.78, 0.56, 0.47),
)
_NAVY, _RED, _CLEAR = (0.06, 0.08, 0.20), (0.45, 0.06, 0.09), (0.86, 0.85, 0.83)
_GREY_LENS, _BROWN_LENS, _GREEN_LENS, _BLUE_LENS = (
    (0.11, 0.115, 0.12), (0.17, 0.12, 0.08), (0.09, 0.14, 0.085), (0.09, 0.13, 0.20),
)  # fmt: skip


def _horn(shape: str, colour: Colour, **more: Any) -> EyeglassStyle:
    """A moulded frame with clear lenses; `more` replaces any field."""
    low, high = SHAPES[shape][1]
    style = EyeglassStyle(
        shape=shape, outline=SHAPES[shape][2], lens_width=(low + high) / 2, bridge_width=18.0, rim="full",
        rim_top=3.2, rim_bottom=2.4, rim_depth=3.6, material="acetate", colour=colour, second_colour=colour,
        tortoise=0.0, double_bridge=False, bridge_height=5.5, temple_height=5.0, nose_pads=False,
        lens="plain", tint=_GREY_LENS, tint_strength=0.02, reflection=0.12, drop=2.5, vertex=2.5,
        pantoscopic=8.0, wrap=6.0, fit=0.97, shadow=0.4,
    )  # fmt: skip
    return replace(style, **more)


def _wire(shape: str, colour: Colour, **more: Any) -> EyeglassStyle:
    """A metal frame with clear lenses."""
    metal: dict[str, Any] = {
        "rim_top": 1.25, "rim_bottom": 1.1, "rim_depth": 1.7, "material": "metal", "bridge_height": 1.5,
        "temple_height": 2.0, "nose_pads": True,
    }  # fmt: skip
    return _horn(shape, colour, **(metal | more))


def _sun(style: EyeglassStyle, tint: Colour, strength: float = 0.9, **more: Any) -> EyeglassStyle:
    """The same with dark lenses."""
    return replace(style, lens=more.pop("lens", "dark"), tint=tint, tint_strength=strength, power=0.0, **more)


_WORN: Mapping[HatKind, tuple[float, float, float]] = {
    "cap": (20, 11, 68), "beanie": (16, 14, 0), "fedora": (22, 7, 55), "cowboy": (22, 5, 88),
    "bucket": (30, 8, 52), "beret": (26, 10, 0), "flat cap": (20, 9, 44), "sun hat": (20, 6, 105),
    "bowler": (24, 6, 38), "wrap": (16, 14, 0),
}  # fmt: skip
"""How far above the brows a kind sits, how much lower its back is (degrees), and how wide its brim is."""


def _hat(kind: HatKind, cloth: Cloth, colour: Colour, **more: Any) -> HatStyle:
    """A hat as its kind is worn."""
    front, tilt, brim = _WORN[kind]
    style = HatStyle(
        kind=kind, colour=colour, second_colour=colour, band_colour=(0.07, 0.07, 0.08), front=front,
        tilt=tilt, lean=14.0 if kind == "beret" else 0.0, height=115.0, taper=0.86, brim=brim, curl=0.6,
        ribs=1 if kind == "beanie" else 0, plaid=0.0, fuzz=0.05, logo=0.0,
        cuff=48.0 if kind == "beanie" else 0.0, shadow=0.5, cloth=cloth,
    )  # fmt: skip
    return replace(style, **more)


def _earrings(kind: EarringKind, metal: Colour, size: float, **more: Any) -> EarringStyle:
    style = EarringStyle(
        kind=kind,
        metal=metal,
        stone=(0.90, 0.87, 0.82),
        size=size,
        length=22.0,
        wire=2.2,
        turn=40.0,
        shadow=0.4,
    )
    return replace(style, **more)


EYEGLASSES: Mapping[str, EyeglassStyle] = {
    "Round horn, dark": _horn("round", _BLACK),
    "Round horn, tortoiseshell": _horn("panto", _AMBER, second_colour=_DARK, tortoise=0.75),
    "Round wire, gold": _wire("round", _GOLD),
    "Panto, brown": _horn("panto", _BROWN, rim_top=2.6, rim_bottom=2.2),
    "Panto, clear": _horn("panto", _CLEAR, material="clear"),
    "Rectangle, black": _horn("rectangle", _BLACK, rim_top=3.6),
    "Rectangle wire, silver": _wire("rectangle", _SILVER),
    "Rectangle, thin rim": _wire("soft rectangle", _GUNMETAL),
    "Half rim, dark": _wire("rectangle", (0.09, 0.09, 0.10), rim="half", rim_top=2.0, rim_bottom=0.5),
    "Rimless": _wire("soft rectangle", _SILVER, rim="none", rim_top=0.7, rim_bottom=0.7, rim_depth=1.2),
    "Browline, black and gold": _horn("browline", _BLACK, rim_top=5.0, rim_bottom=1.1, rim_depth=3.0),
    "Cat eye, red": _horn("cat-eye", _RED),
    "Oval wire, rose gold": _wire("oval", _ROSE),
    "Oversized, navy": _horn("oversized", _NAVY, rim_top=3.8),
    "Wayfarer sunglasses": _sun(_horn("wayfarer", _BLACK, rim_top=4.4, rim_bottom=3.2), _GREY_LENS),
    "Aviator, gold, green lenses": _sun(_wire("aviator", _GOLD, double_bridge=True), _GREEN_LENS, 0.74),
    "Aviator, silver, mirrored": _sun(
        _wire("aviator", _SILVER, double_bridge=True), _BLUE_LENS, 0.93, lens="mirrored", reflection=0.7
    ),
    "Large sunglasses, brown fade": _sun(
        _horn("oversized", _AMBER, second_colour=_DARK, tortoise=0.8, rim_top=4.0),
        _BROWN_LENS,
        0.82,
        lens="gradient",
    ),
    "Round sunglasses": _sun(_wire("round", (0.09, 0.09, 0.10)), _GREY_LENS, 0.9),
}
HATS: Mapping[str, HatStyle] = {
    "Beanie, grey wool": _hat("beanie", "knit", (0.36, 0.36, 0.38)),
    "Beanie, mustard": _hat("beanie", "knit", (0.70, 0.50, 0.16), cuff=56.0),
    "Beanie, black, no cuff": _hat("beanie", "knit", (0.13, 0.13, 0.14), cuff=0.0, height=122.0),
    "Baseball cap, navy": _hat("cap", "cotton", (0.10, 0.13, 0.24)),
    "Baseball cap, red": _hat("cap", "cotton", (0.55, 0.10, 0.12)),
    "Baseball cap, beige": _hat("cap", "cotton", (0.70, 0.62, 0.49)),
    "Fedora": _hat("fedora", "felt", (0.30, 0.27, 0.25)),
    "Fedora, camel": _hat("fedora", "felt", (0.58, 0.43, 0.27), band_colour=(0.20, 0.13, 0.08)),
    "Panama": _hat("fedora", "straw", (0.92, 0.87, 0.75), taper=0.84),
    "Cowboy hat": _hat("cowboy", "felt", (0.42, 0.29, 0.18), band_colour=(0.16, 0.10, 0.06)),
    "Bowler": _hat("bowler", "felt", (0.12, 0.12, 0.125)),
    "Bucket hat, sand": _hat("bucket", "cotton", (0.72, 0.66, 0.52)),
    "Bucket hat, black": _hat("bucket", "cotton", (0.14, 0.14, 0.15)),
    "Beret, wine red": _hat("beret", "felt", (0.42, 0.07, 0.11)),
    "Beret, black": _hat("beret", "felt", (0.12, 0.12, 0.125), lean=-14.0),
    "Flat cap, tweed": _hat("flat cap", "tweed", (0.40, 0.35, 0.29)),
    "Flat cap, grey": _hat("flat cap", "tweed", (0.33, 0.34, 0.36)),
    "Sun hat": _hat("sun hat", "straw", (0.85, 0.74, 0.53)),
}
EARRINGS: Mapping[str, EarringStyle] = {
    "Pearl studs": _earrings("pearl", _GOLD, 8.5),
    "Gold studs": _earrings("stud", _GOLD, 5.5, wire=1.2),
    "Diamond studs": _earrings("stud", _SILVER, 6.0, stone=(0.90, 0.92, 0.95)),
    "Sapphire studs": _earrings("stud", _SILVER, 7.0, stone=(0.10, 0.20, 0.58)),
    "Gold hoops": _earrings("hoop", _GOLD, 32.0, wire=2.4),
    "Silver hoops, large": _earrings("hoop", _SILVER, 48.0, wire=2.0),
    "Small hoops": _earrings("hoop", _GOLD, 15.0, wire=2.6),
    "Pearl drops": _earrings("drop", _GOLD, 9.0, length=16.0),
    "Emerald drops": _earrings("drop", _GOLD, 8.0, stone=(0.05, 0.42, 0.26), length=20.0),
    "Pearl strings": _earrings("beads", _SILVER, 6.5, length=26.0),
    "Gold discs": _earrings("disc", _GOLD, 21.0),
}
LOOKS: Mapping[Thing, Mapping[str, Style]] = {"eyeglasses": EYEGLASSES, "hat": HATS, "earrings": EARRINGS}
"""Names as people know them; each name is of one thing only."""


def look_named(name: str) -> Style:
    """The look of that name. Raises `KeyError` where there is none."""
    return {name: style for looks in LOOKS.values() for name, style in looks.items()}[name]


def random_look(thing: Thing, seed: int) -> Style:
    """Any look of that thing, a little different from the named one; the same for the same seed.

    Seeds in a row take turns through the kinds of frames, hats or earrings, each kind once before the next
    comes again.
    """
    kinds: dict[str, list[Style]] = {}
    for style in LOOKS[thing].values():
        kinds.setdefault(style.shape if isinstance(style, EyeglassStyle) else style.kind, []).append(style)
    order = np.random.default_rng([1, seed // len(kinds)]).permutation(len(kinds))
    rng = np.random.default_rng([2, seed])
    looks = list(kinds.values())[int(order[seed % len(kinds)])]
    return varied(looks[int(rng.integers(len(looks)))], rng)


def varied(style: Style, rng: np.random.Generator) -> Style:
    """One like it: other proportions and shades of the same kind."""
    if isinstance(style, EyeglassStyle):
        return replace(
            style, outline=vary(style.outline, rng), lens_width=style.lens_width * rng.uniform(0.95, 1.05),
            rim_top=style.rim_top * rng.uniform(0.85, 1.2), colour=_shade(style.colour, rng),
            drop=style.drop + rng.uniform(-1, 1), reflection=style.reflection * rng.uniform(0.6, 1.4),
        )  # fmt: skip
    if isinstance(style, HatStyle):
        colour = _shade(style.colour, rng)
        return replace(
            style, colour=colour, second_colour=colour, front=style.front + rng.uniform(-4, 4),
            curl=rng.uniform(0.4, 0.9), brim=style.brim * rng.uniform(0.9, 1.1),
            lean=style.lean + rng.uniform(-2, 2), cuff=style.cuff * rng.uniform(0.85, 1.15),
        )  # fmt: skip
    return replace(
        style, size=style.size * rng.uniform(0.85, 1.15), length=style.length * rng.uniform(0.85, 1.2),
        turn=rng.uniform(25, 60),
    )  # fmt: skip


def _shade(colour: Colour, rng: np.random.Generator) -> Colour:
    red, green, blue = (float(np.clip(value * rng.uniform(0.88, 1.14), 0, 1)) for value in colour)
    return red, green, blue
