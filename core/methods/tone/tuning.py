"""The numbers of tone."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number


@dataclass(frozen=True)
class ToneTuning(Tuning):
    """Everything that shapes what dyed hair looks like; see `core.tuning` for the units."""

    matte_radius: float = number(6 / 256, "crop", "window in which colours explain what is hair")
    matte_epsilon: float = number(2e-3, "share", "variance of colours, 0..1, that tells nothing: grain")
    soft: float = number(1 / 256, "crop", "blur of the labels' edge before")
    surely: float = number(5 / 256, "crop", "side of the square around a pixel that is hair throughout")
    deep: float = number(11 / 256, "crop", "the same, so far inside that no wall shows between strands")
    enough: float = number(800 / 256**2, "crop²", "fewest such pixels for them to say how bright hair is")
    brightest: float = number(0.98, "share", "of deep pixels' lightness: what is brighter is no hair")
    spare: float = number(4.0, "share", "of lightness 0..100 above that from which hair fades out")
    fades: float = number(14.0, "share", "of lightness over which it does")
    lit: float = number(0.98, "share", "of a face's pixels that are darker than what tells its light")
    tinted: float = number(0.8, "share", "of the light's tint on skin that shows on hair")
    base: float = number(5 / 256, "crop", "blur that parts the hair's shade from its strands")
    steep: float = number(
        2.0, "times", "most that differences of shade grow: more shows the grain of black hair"
    )
    least_detail: float = number(0.7, "times", "strands keep at least this much of their contrast")
    most_detail: float = number(1.8, "times", "and get at most this much")
    own_hue: float = number(0.3, "share", "of the hair's own differences of hue that stays")
    fade: float = number(
        24 / 256, "crop", "over which the colour ends where the view ends and the photo goes on"
    )


TUNING = ToneTuning()
