"""The numbers of heads that are swapped. What chose them stands in docs/decisions, where one is named."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number

Vector = tuple[float, float, float]


@dataclass(frozen=True)
class HeadsTuning(Tuning):
    """How heads turn, what light they take, and how they meet the photo; see `core.tuning` for the units."""

    furthest_turn: float = number(
        20.0, "degrees", "a head is turned at most: what it hides is not known", "0006"
    )
    centre: Vector = number((0.0, 30.0, 75.0), "mm", "what it turns about, from between the pupils", "0006")
    radii: Vector = number((75.0, 105.0, 95.0), "mm", "half its width and height, and its depth", "0006")
    nose: Vector = number((34.6, 20.0, 14.0), "mm", "the tip: how low, how far out, how wide", "0006")
    enough_skin: float = number(400 / 256**2, "crop²", "of skin from which light is read")
    most_light: float = number(0.2, "logarithm", "of a gradient that a head takes over, at most")
    most_shade: float = number(0.3, "logarithm", "of brightness as a whole, at most")
    darkest: float = number(4.0, "levels", "below which a pixel tells nothing of the light")
    highlights: float = number(2.5, "deviations", "from the usual brightness, beyond which skin shines")
    carries_sigma: float = number(1.5 / 256, "crop", "the finest that the generator carries")
    melting: float = number(14 / 256, "crop", "over which a swapped face goes over into the photo's skin")
    faint: float = number(0.18, "opacity", "below which eyeglasses are clear")
    solid: float = number(0.6, "opacity", "from which they are a frame")
    eyeglasses_around: float = number(7 / 256, "crop", "around their label, where they may cover")
    eyeglasses_gap: float = number(5 / 256, "crop", "between rims that are one outline")
    layer_around: float = number(9 / 256, "crop", "around that outline, where they are laid over the photo")
    detail_feather: float = number(1.5 / 256, "crop", "over which their photo's fine detail ends")


TUNING = HeadsTuning()
