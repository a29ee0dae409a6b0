"""What a hat is like: kind, sizes in millimetres, cloth."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

import numpy as np

Colour = tuple[float, float, float]
HatKind = Literal[
    "cap", "beanie", "fedora", "cowboy", "bucket", "beret", "wrap", "flat cap", "sun hat", "bowler"
]
Cloth = Literal["felt", "knit", "straw", "cotton", "tweed", "leather"]
_KINDS: dict[HatKind, float] = {
    "cap": 0.26, "beanie": 0.24, "fedora": 0.14, "cowboy": 0.10, "bucket": 0.10, "beret": 0.06, "wrap": 0.10,
}  # fmt: skip
_CLOTHS: tuple[tuple[float, Colour], ...] = (
    (0.20, (0.07, 0.07, 0.08)), (0.12, (0.10, 0.14, 0.28)), (0.10, (0.35, 0.35, 0.37)),
    (0.10, (0.55, 0.12, 0.14)), (0.08, (0.30, 0.22, 0.15)), (0.10, (0.72, 0.63, 0.48)),
    (0.06, (0.20, 0.30, 0.20)), (0.08, (0.85, 0.83, 0.79)), (0.05, (0.72, 0.36, 0.16)),
    (0.04, (0.75, 0.60, 0.18)), (0.04, (0.45, 0.30, 0.50)), (0.03, (0.75, 0.45, 0.52)),
)  # fmt: skip


@dataclass(frozen=True)
class HatStyle:
    """A hat. Lengths in mm, angles in degrees, colours 0..1 sRGB.

    `front` is how far above the brows it sits at the forehead, `tilt` how much lower its back is, `lean`
    its sideways slant; `ribs` and `plaid` describe knit and woven patterns, 0 = none.
    """

    kind: HatKind
    colour: Colour
    second_colour: Colour
    band_colour: Colour
    front: float
    tilt: float
    lean: float
    height: float
    taper: float
    brim: float
    curl: float
    ribs: int
    plaid: float
    fuzz: float
    logo: float
    cuff: float
    shadow: float
    cloth: Cloth = "cotton"

    def params(self) -> dict[str, object]:
        """The style as plain values, for records."""
        return asdict(self)

    @classmethod
    def random(cls, rng: np.random.Generator) -> HatStyle:
        """A hat of any kind, in plausible cloth."""
        shares = np.array(list(_KINDS.values()))
        kind = list(_KINDS)[int(rng.choice(len(shares), p=shares / shares.sum()))]
        low, high = {"cap": (88, 105), "beanie": (105, 135), "fedora": (92, 112), "cowboy": (98, 122),
                     "bucket": (62, 80), "beret": (58, 78), "wrap": (105, 130)}[kind]  # fmt: skip
        brims = {"cap": (58, 72), "fedora": (42, 62), "cowboy": (75, 105), "bucket": (42, 58)}
        brim_width = rng.uniform(*brims.get(kind, (0, 0)))
        hang = 0.62 * brim_width if kind == "bucket" else 0.0
        colour = pick_cloth(rng)
        return cls(
            kind=kind, colour=colour, second_colour=pick_cloth(rng) if rng.random() < 0.4 else colour,
            band_colour=pick_cloth(rng), front=rng.uniform(8, 26) + hang, tilt=rng.uniform(10, 17),
            lean=rng.normal(0, 2.0) if kind != "beret" else float(rng.choice([-1, 1])) * rng.uniform(8, 18),
            height=rng.uniform(low, high), taper=rng.uniform(0.78, 0.92), brim=brim_width,
            curl=rng.uniform(0.3, 1.0), ribs=int(rng.integers(44, 90)) if kind == "beanie" else 0,
            plaid=rng.uniform(0.15, 0.45) * (kind in ("bucket", "wrap", "cap") and rng.random() < 0.2),
            fuzz=rng.uniform(0.02, 0.09), logo=rng.uniform(0.5, 1.0) if rng.random() < 0.55 else 0.0,
            cuff=rng.uniform(35, 60) if rng.random() < 0.7 else 0.0, shadow=rng.uniform(0.35, 0.7),
        )  # fmt: skip


def pick_cloth(rng: np.random.Generator) -> Colour:
    """A colour of cloth."""
    weights = np.array([share for share, _ in _CLOTHS])
    base = _CLOTHS[int(rng.choice(len(_CLOTHS), p=weights / weights.sum()))][1]
    red, green, blue = (float(np.clip(c * rng.uniform(0.8, 1.25), 0, 0.95)) for c in base)
    return red, green, blue
