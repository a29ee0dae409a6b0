"""The numbers of accessories drawn in 3D. Lengths are millimetres of the head."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number


@dataclass(frozen=True)
class AccessoryTuning(Tuning):
    """What shapes the pictures beyond the models of the things themselves."""

    # How much of a photo is looked at, and how finely
    finest: float = number(
        4.5, "times", "grid pixels a millimetre at most; more is slow and not seen", "0017"
    )
    reach_aside: float = number(200.0, "mm", "from the middle of the eyes: the widest brim")
    reach_above: float = number(230.0, "mm", "the highest crown")
    reach_below: float = number(170.0, "mm", "long earrings, and neck and hair for light and shadow")

    # Whether it can come out well
    eyeglasses_turn: float = number(58.0, "degrees", "the mesh is no longer on the far eye beyond it", "0017")
    hat_turn: float = number(60.0, "degrees", "of the back of the head the mesh tells nothing", "0017")
    nod: float = number(32.0, "degrees", "up or down, the same", "0017")
    worn_eyeglasses: float = number(
        1200.0, "mm", "squared; wearers have 2 500 and more, parsers' mistakes 730"
    )
    worn_hat: float = number(1500.0, "mm", "squared; the same of hats: 3 900 and more, 520")
    worn_earrings: float = number(110.0, "mm", "squared; the same of earrings: 140 and more, 90")
    eye_reach: float = number(9.0, "mm", "around a pupil, where hair or cloth covers the eye")
    covered: float = number(0.6, "share", "of that from which it is covered")
    seen_ear: float = number(45.0, "mm", "squared; of an ear, above a lobe, for an earring to hang there")
    skull_seen: float = number(
        45.0, "mm", "above the skull's middle, which has to be in the picture for a hat"
    )
    fullest_hair: float = number(45.0, "mm", "off the skull; a hat does not press down more")


TUNING = AccessoryTuning()
