"""The numbers of retouching, set by eye on held-out portraits and whole photos of every skin tone."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number


@dataclass(frozen=True)
class RetouchTuning(Tuning):
    """What a slider's whole way is; see `core.tuning` for the units."""

    size: int = number(512, "pixels", "side of the crop that is looked at: all that changes is coarser")
    floor: float = number(4.0, "levels", "added before logarithms: the darkest pixels are noise")
    pores: float = number(0.7 / 256, "crop", "sigma below which skin keeps all that it has")
    blotches: float = number(5.0 / 256, "crop", "sigma above which skin keeps its shading")
    smoothing: float = number(0.85, "share", "of what lies between that goes")
    edge: float = number(0.16, "logarithm", "of brightness, that marks a fold or an outline, which stays")
    hairy: float = number(0.09, "logarithm", "of restlessness, that marks stubble or a beard, which stays")
    around: float = number(4.0 / 256, "crop", "sigma over which restlessness is looked at")
    skin_edge: float = number(3.0 / 256, "crop", "over which retouching of skin begins within it")
    wide: float = number(16.0 / 256, "crop", "sigma of the skin's tone, which shine stands out from")
    shine_from: float = number(0.09, "logarithm", "above that tone, from which on skin shines")
    unshine: float = number(0.7, "share", "of what lies above that goes")
    yellow: float = number(0.75, "share", "of a tooth's colour that goes")
    teeth_light: float = number(0.16, "logarithm", "by which teeth get brighter")
    least_tooth: float = number(0.45, "share", "of the mouth's brightest, from which on something is a tooth")
    veins: float = number(0.7, "share", "of the colour of an eye's white that goes")
    eye_light: float = number(0.18, "logarithm", "by which that white gets brighter")
    bag_light: float = number(0.7, "share", "of what a bag is darker than the cheek that it gains")
    bag_sigma: float = number(3.0 / 256, "crop", "sigma of its shade")
    crease: float = number(0.5, "share", "of its creases that goes")
    bag_most: float = number(0.45, "logarithm", "that it gains at most")
    red: float = number(0.45, "logarithm", "of red above green and blue, that marks a red eye")
    red_around: float = number(1.5 / 256, "crop", "around a red pupil, where its red ends")
    pupil: float = number(0.4, "logarithm", "by which such a pupil gets darker")
    mask_edge: float = number(0.8 / 256, "crop", "sigma of masks of teeth and eyes")


TUNING = RetouchTuning()
