"""The numbers of taking things off; see `core.tuning` for the units."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number


@dataclass(frozen=True)
class RemovalTuning(Tuning):
    """Where a photo is toned, and where its pixels are replaced, when eyeglasses go."""

    trace: float = number(0.08, "opacity", "of the parser's, from which lenses are seen")
    frame_over_lens: float = number(0.12, "opacity", "a frame covers more than the lens does")
    frame_least: float = number(0.2, "opacity", "and this at least")
    frame_certain: float = number(
        0.45, "opacity", "from which it is a frame, or a dark lens, whatever the lens"
    )
    frame_margin: float = number(2 / 256, "crop", "around a frame, for its edge and what it tints")
    hidden: float = number(0.4, "opacity", "from which a pixel tells nothing of what is behind it")
    dark_lens: float = number(0.6, "opacity", "at an eye, from which the eye is invented")
    tone_sigma: float = number(2.5 / 256, "crop", "over which tints and shadows vary, at least")
    least_tone: float = number(0.5, "times", "of the photo's levels: what bright lenses take away")
    most_tone: float = number(3.0, "times", "of the photo's levels: what shadows and tints give back")
    darkest: float = number(6.0, "levels", "added to both, below which a ratio tells nothing")
    toned_well: float = number(8.0, "levels", "left over by a tone up to which the photo's pixels stay")
    toned_badly: float = number(20.0, "levels", "left over by a tone from which they are replaced")
    margin: float = number(1.2 / 256, "crop", "around what is replaced, for the edge that the crop blurs")
    feather: float = number(1.8 / 256, "crop", "over which replaced pixels fade into the photo")
    end: float = number(8 / 256, "crop", "over which changes fade where the network's sight ends")


TUNING = RemovalTuning()
