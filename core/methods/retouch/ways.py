"""How each thing is retouched: gains in logarithms (S, S, 3) with a mask (S, S), at amount 1.

All of them are coarser than pores and strands, which the photo keeps by being multiplied, and all are
relative to what is around, so that they do the same to every skin tone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from core.labels import Label
from core.methods.retouch.points import EYES, INNER_LIPS, UNDER_EYES
from core.methods.retouch.sight import Area, Points, Sight, grown, light
from core.methods.retouch.tuning import TUNING
from core.render.filters import Image, Mask, blur, image, smooth_step

Way = Callable[[Sight], tuple[Image, Mask]]


def smooth_skin(sight: Sight) -> tuple[Image, Mask]:
    """The band between pores and shading goes, but for folds, outlines and stubble."""
    numbers = sight.numbers
    band = sight.softened(numbers.pores) - sight.softened_within(sight.skin, numbers.blotches)
    strength = np.abs(light(band))
    fold = np.exp(-((strength / TUNING.edge) ** 2))
    restless = blur(np.abs(light(sight.logs - sight.softened(numbers.pores * 3))), numbers.around)
    calm = 1 / (1 + (restless / TUNING.hairy) ** 4)
    return image(-TUNING.smoothing * band * (fold * calm)[..., None]), sight.skin_mask


def no_shine(sight: Sight) -> tuple[Image, Mask]:
    """What is brighter than the skin around comes nearer to it; white highlights take its colour on."""
    numbers = sight.numbers
    above = sight.softened(numbers.pores * 2) - sight.softened_within(sight.skin, numbers.wide)
    shine = np.maximum(above - TUNING.shine_from, 0) * (light(above) > 0)[..., None]
    return image(-TUNING.unshine * blur(shine, numbers.pores)), sight.skin_mask


def white_teeth(sight: Sight) -> tuple[Image, Mask]:
    """Teeth lose their colour and gain light; gums and tongue are told from them by their red."""
    mouth = sight.filled([sight.outline(INNER_LIPS)]) & sight.area([Label.MOUTH, Label.U_LIP, Label.L_LIP])
    logs = sight.softened(sight.numbers.pores)
    if not mouth.any():
        return np.zeros_like(logs), np.zeros(mouth.shape, np.float32)
    bright = np.percentile(light(logs)[mouth], 97)
    least = bright + np.log(TUNING.least_tooth)
    white = smooth_step(image((light(logs) - least) / 0.4))
    red = logs[..., 0] - logs[..., 1]
    usual = np.percentile(red[mouth & (light(logs) > bright - 0.25)], 30)
    pale = smooth_step(image(1 - (red - usual - 0.06) / 0.14))
    mask = sight.soft(mouth) * blur(white * pale, sight.numbers.mask_edge)
    return _whitened(logs, TUNING.yellow, TUNING.teeth_light), image(mask)


def bright_eyes(sight: Sight) -> tuple[Image, Mask]:
    """The whites of the eyes lose veins and yellow, and gain light."""
    logs = sight.softened(sight.numbers.pores)
    whites = sight.filled([sight.outline(eye) for eye in EYES]) & ~sight.filled(_irises(sight, 1.1))
    if not whites.any():
        return np.zeros_like(logs), np.zeros(whites.shape, np.float32)
    bright = np.percentile(light(logs)[whites], 90)
    seen = smooth_step(image((light(logs) - bright + 0.7) / 0.5))
    mask = sight.soft(whites) * seen
    return _whitened(logs, TUNING.veins, TUNING.eye_light), image(mask)


def no_red_eyes(sight: Sight) -> tuple[Image, Mask]:
    """Pupils that flashed red become dark again."""
    logs, numbers = sight.logs, sight.numbers
    excess = logs[..., 0] - np.maximum(logs[..., 1], logs[..., 2])
    flashed = (blur(excess, numbers.mask_edge) > TUNING.red) & sight.filled(_irises(sight, 1.15))
    mask = blur(grown(flashed, numbers.red_around).astype(np.float32), numbers.mask_edge)
    gain = np.zeros_like(logs)
    gain[..., 0] = -np.maximum(excess, 0)
    dark = blur(flashed.astype(np.float32), numbers.mask_edge) * np.float32(TUNING.pupil)
    return image(gain - dark[..., None]), mask


def no_eye_bags(sight: Sight) -> tuple[Image, Mask]:
    """The skin under the eyes becomes as light as the cheek below, and its creases shallow."""
    numbers = sight.numbers
    under = sight.filled([sight.outline(outline) for outline in UNDER_EYES]) & sight.skin
    if not under.any():
        return np.zeros_like(sight.logs), np.zeros(under.shape, np.float32)
    below = sight.skin & ~under & _cheeks(sight)
    shade = sight.softened_within(sight.skin, numbers.bag_sigma)
    wanted = sight.softened_within(below, 3 * numbers.wide)
    gain = np.clip(wanted - shade, 0, TUNING.bag_most) * TUNING.bag_light
    gain -= TUNING.crease * (sight.softened(numbers.pores) - shade)
    mask = blur(under.astype(np.float32), 1.2 * numbers.bag_sigma) * sight.skin_mask
    return image(gain), image(mask)


def _whitened(logs: Image, colour: float, more: float) -> Image:
    """A gain that takes a share of the colour away, and adds light."""
    grey = light(logs)[..., None]
    return image((grey - logs) * colour + more)


def _irises(sight: Sight, factor: float) -> list[Points]:
    """Circles a little larger or smaller than the irises."""
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    circle = np.stack([np.cos(turn), np.sin(turn)], 1)
    found: list[Points] = []
    for first in (468, 473):
        iris = sight.outline(range(first, first + 5))
        radius = float(np.linalg.norm(iris[1:] - iris[0], axis=1).mean())
        found.append(iris[0] + circle * radius * factor)
    return found


def _cheeks(sight: Sight) -> Area:
    """Below the bags, down to the nose's wings."""
    top = sight.outline((119, 348))[:, 1].mean()
    bottom = sight.outline((205, 425))[:, 1].mean()
    rows = np.arange(sight.side)[:, None]
    return np.broadcast_to((rows > top) & (rows < bottom), (sight.side, sight.side))


WAYS: Mapping[str, Way] = {
    "smooth-skin": smooth_skin,
    "no-shine": no_shine,
    "white-teeth": white_teeth,
    "bright-eyes": bright_eyes,
    "no-eye-bags": no_eye_bags,
    "no-red-eyes": no_red_eyes,
}
