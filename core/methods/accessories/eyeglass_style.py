"""What a pair of eyeglasses is like: sizes in millimetres, shapes, materials, lenses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal, TypeVar

import numpy as np

Colour = tuple[float, float, float]
Material = Literal["acetate", "metal", "clear"]
LensKind = Literal["plain", "tinted", "gradient", "dark", "mirrored"]
Rim = Literal["full", "half", "none"]
Name = TypeVar("Name", bound=str)
_LENSES: Mapping[LensKind, float] = {
    "plain": 0.80, "tinted": 0.05, "gradient": 0.05, "dark": 0.08, "mirrored": 0.02,
}  # fmt: skip
_METAL_RIMS: Mapping[Rim, float] = {"full": 0.5, "half": 0.25, "none": 0.25}


@dataclass(frozen=True)
class Outline:
    """A lens shape: a superellipse, bent. Lengths as parts of half the height, exponents 2 = ellipse.

    `taper` narrows the bottom, `nasal` cuts the lower nasal corner, `lift` raises the upper outer corner,
    `sag` drops the lower outer part, `flat` flattens the top.
    """

    aspect: float
    top: float
    bottom: float
    taper: float = 0.0
    nasal: float = 0.0
    lift: float = 0.0
    sag: float = 0.0
    flat: float = 0.0


SHAPES: Mapping[str, tuple[float, tuple[float, float], Outline]] = {
    # name: share, lens width in mm, outline
    "rectangle": (0.20, (48, 55), Outline(0.62, 4.2, 4.0, 0.05, 0.10)),
    "soft rectangle": (0.16, (46, 54), Outline(0.68, 3.0, 2.8, 0.07, 0.10)),
    "oval": (0.10, (46, 52), Outline(0.68, 2.3, 2.2, 0.03, 0.05)),
    "round": (0.10, (42, 49), Outline(0.96, 2.0, 2.0)),
    "panto": (0.13, (43, 50), Outline(0.88, 2.6, 2.2, 0.06, 0.05, flat=0.1)),
    "wayfarer": (0.09, (47, 53), Outline(0.74, 3.4, 3.0, 0.09, 0.10, lift=0.05)),
    "browline": (0.07, (47, 52), Outline(0.78, 3.2, 2.6, 0.08, 0.08)),
    "aviator": (0.06, (52, 58), Outline(0.84, 2.6, 2.3, 0.10, 0.26, sag=0.08, flat=0.2)),
    "cat-eye": (0.05, (47, 54), Outline(0.72, 2.9, 2.3, 0.14, 0.15, lift=0.30)),
    "oversized": (0.04, (53, 60), Outline(0.86, 2.9, 2.6, 0.08, 0.10)),
}
_PLAIN_COLOURS: tuple[tuple[float, Colour], ...] = (
    (0.34, (0.045, 0.043, 0.045)), (0.12, (0.12, 0.075, 0.05)), (0.10, (0.20, 0.11, 0.06)),
    (0.07, (0.05, 0.07, 0.16)), (0.04, (0.08, 0.17, 0.52)), (0.06, (0.32, 0.05, 0.08)),
    (0.05, (0.10, 0.18, 0.12)), (0.05, (0.30, 0.31, 0.33)), (0.04, (0.55, 0.10, 0.12)),
    (0.03, (0.75, 0.70, 0.62)), (0.03, (0.38, 0.22, 0.42)), (0.07, (0.16, 0.16, 0.18)),
)  # fmt: skip
_METALS: tuple[tuple[float, Colour], ...] = (
    (0.26, (0.62, 0.62, 0.64)), (0.20, (0.72, 0.58, 0.34)), (0.20, (0.28, 0.28, 0.30)),
    (0.16, (0.09, 0.09, 0.10)), (0.10, (0.38, 0.26, 0.18)), (0.08, (0.70, 0.50, 0.42)),
)  # fmt: skip
_TINTS: tuple[Colour, ...] = (
    (0.16, 0.12, 0.09), (0.10, 0.11, 0.12), (0.10, 0.14, 0.12), (0.10, 0.13, 0.22),
    (0.30, 0.14, 0.16), (0.36, 0.28, 0.10),
)  # fmt: skip


@dataclass(frozen=True)
class EyeglassStyle:
    """A pair of eyeglasses. Lengths in mm; rim widths as seen from the front; colours 0..1 sRGB; `power` is
    how much smaller things look through the lenses."""

    shape: str
    outline: Outline
    lens_width: float
    bridge_width: float
    rim: Rim
    rim_top: float
    rim_bottom: float
    rim_depth: float
    material: Material
    colour: Colour
    second_colour: Colour
    tortoise: float
    double_bridge: bool
    bridge_height: float
    temple_height: float
    nose_pads: bool
    lens: LensKind
    tint: Colour
    tint_strength: float
    reflection: float
    drop: float
    vertex: float
    pantoscopic: float
    wrap: float
    fit: float
    shadow: float
    power: float = 0.012

    def params(self) -> dict[str, object]:
        """The style as plain values, for records."""
        return asdict(self)

    @classmethod
    def random(cls, rng: np.random.Generator) -> EyeglassStyle:
        """Eyeglasses as people wear them: mostly thin and clear, some bold, some sunglasses."""
        lens = _choose(rng, _LENSES)
        shape = _shape(rng, sun=lens in ("dark", "mirrored", "gradient"))
        rim, material = _build(rng, shape, lens)
        top, bottom, depth = _thickness(rng, shape, rim, material)
        colour, second, tortoise = _colours(rng, material)
        low, high = SHAPES[shape][1]
        return cls(
            shape=shape, outline=vary(SHAPES[shape][2], rng), lens_width=rng.uniform(low, high),
            bridge_width=rng.uniform(15, 20.5), rim=rim, rim_top=top, rim_bottom=bottom, rim_depth=depth,
            material=material, colour=colour, second_colour=second, tortoise=tortoise,
            double_bridge=shape == "aviator" and rng.random() < 0.75,
            bridge_height=rng.uniform(4.5, 8) if material != "metal" else rng.uniform(1.2, 2.0),
            temple_height=rng.uniform(3.5, 7) if material != "metal" else rng.uniform(1.3, 3.2),
            nose_pads=material == "metal" or bool(rng.random() < 0.15), lens=lens,
            tint=_TINTS[int(rng.integers(len(_TINTS)))],
            tint_strength=_strength(rng, lens), reflection=_reflection(rng, lens),
            drop=rng.uniform(0.5, 5.5), vertex=rng.uniform(1.0, 5.0), pantoscopic=rng.uniform(3, 12),
            wrap=rng.uniform(4, 9), fit=rng.uniform(0.90, 1.03), shadow=rng.uniform(0.2, 0.55),
        )  # fmt: skip


def _choose(rng: np.random.Generator, shares: Mapping[Name, float]) -> Name:
    names, weights = list(shares), np.array(list(shares.values()))
    return names[int(rng.choice(len(names), p=weights / weights.sum()))]


def _pick(rng: np.random.Generator, shares: tuple[tuple[float, Colour], ...]) -> Colour:
    weights = np.array([share for share, _ in shares])
    base = shares[int(rng.choice(len(shares), p=weights / weights.sum()))][1]
    red, green, blue = (float(np.clip(c * rng.uniform(0.8, 1.25), 0, 1)) for c in base)
    return red, green, blue


def _shape(rng: np.random.Generator, *, sun: bool) -> str:
    shares = {name: share for name, (share, _, _) in SHAPES.items()}
    if sun:
        shares |= {"aviator": 0.22, "wayfarer": 0.25, "oversized": 0.15, "cat-eye": 0.08}
    return _choose(rng, shares)


def _build(rng: np.random.Generator, shape: str, lens: str) -> tuple[Rim, Material]:
    if shape == "browline":
        return "full", "acetate"
    metal_share = {"aviator": 0.92, "oval": 0.75, "rectangle": 0.6, "soft rectangle": 0.6, "round": 0.5,
                   "panto": 0.35, "wayfarer": 0.04, "cat-eye": 0.1, "oversized": 0.15}[shape]  # fmt: skip
    if rng.random() >= metal_share:
        return "full", "clear" if rng.random() < 0.09 else "acetate"
    if lens == "plain" and shape in ("rectangle", "soft rectangle", "oval"):
        return _choose(rng, _METAL_RIMS), "metal"
    return "full", "metal"


def _thickness(rng: np.random.Generator, shape: str, rim: str, material: str) -> tuple[float, float, float]:
    if shape == "browline":
        return rng.uniform(4.0, 6.0), rng.uniform(0.9, 1.3), 3.0
    if rim == "none":
        return 0.7, 0.7, 1.2
    if material == "metal":
        top = rng.uniform(0.85, 1.7) * (1.5 if rim == "half" else 1.0)
        return top, (0.5 if rim == "half" else top * rng.uniform(0.75, 1.0)), rng.uniform(1.2, 2.2)
    top = float(
        rng.choice([rng.uniform(1.8, 3.0), rng.uniform(3.0, 4.6), rng.uniform(4.6, 6.5)], p=[0.4, 0.4, 0.2])
    )
    return top, top * rng.uniform(0.65, 1.0), rng.uniform(2.8, 4.5)


def _colours(rng: np.random.Generator, material: str) -> tuple[Colour, Colour, float]:
    if material == "metal":
        base = _pick(rng, _METALS)
        return base, base, 0.0
    if material == "clear":
        base = ((0.86, 0.85, 0.83), (0.80, 0.68, 0.55), (0.70, 0.74, 0.80))[int(rng.integers(3))]
        return base, base, 0.0
    if rng.random() < 0.28:
        return _pick(rng, ((1.0, (0.42, 0.22, 0.09)),)), (0.07, 0.04, 0.03), rng.uniform(0.5, 1.0)
    base = _pick(rng, _PLAIN_COLOURS)
    second = _pick(rng, _PLAIN_COLOURS) if rng.random() < 0.12 else base
    return base, second, 0.0


def _strength(rng: np.random.Generator, lens: str) -> float:
    low, high = {"plain": (0.0, 0.05), "tinted": (0.15, 0.4), "gradient": (0.55, 0.9), "dark": (0.8, 0.97),
                 "mirrored": (0.9, 0.98)}[lens]  # fmt: skip
    return rng.uniform(low, high)


def _reflection(rng: np.random.Generator, lens: str) -> float:
    if lens == "mirrored":
        return rng.uniform(0.5, 0.9)
    strong = rng.random() < 0.3
    return rng.uniform(0.25, 0.6) if strong else rng.uniform(0.02, 0.25)


def vary(base: Outline, rng: np.random.Generator) -> Outline:
    return Outline(
        aspect=base.aspect * rng.uniform(0.92, 1.08), top=max(base.top * rng.uniform(0.9, 1.15), 2.0),
        bottom=max(base.bottom * rng.uniform(0.9, 1.12), 2.0), taper=base.taper * rng.uniform(0.6, 1.4),
        nasal=base.nasal * rng.uniform(0.7, 1.3), lift=base.lift * rng.uniform(0.7, 1.3),
        sag=base.sag * rng.uniform(0.5, 1.5), flat=base.flat * rng.uniform(0.5, 1.5),
    )  # fmt: skip
