"""Hair in another colour, by the photo's own strands.

The shade of the hair (its lightness, blurred) goes by quantiles to that of real hair of the colour; the
strands on it keep their contrast, scaled; hue and chroma are what real hair has at that lightness. All of it
is one straight line for each pixel, picture * gain + offset within a matte, whose terms vary slowly: found on
a small grid, they are laid over the photo's own pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.face.matte import Matte, guided
from core.labels import Label
from core.methods.tone.tuning import ToneTuning
from core.opencv import cv2
from core.render.filters import Area, Image, Mask, blur, image, smooth_step, within
from core.tuning import odd

_FACE = (Label.SKIN, Label.NOSE, Label.L_EYE, Label.R_EYE, Label.MOUTH, Label.U_LIP, Label.L_LIP)
LEVELS = np.linspace(0, 1, 33)
"""Where a curve's quantiles are."""


@dataclass(frozen=True)
class Light:
    """The light on a face: the luminance of its brightest, 0..1, and what skin looks like in it: lightness,
    and a and b of CIELAB."""

    level: float
    skin: float
    tint: tuple[float, float]


@dataclass(frozen=True, eq=False)
class Curve:
    """Real hair of a colour: `lightness` (33,), 0..100, at the quantiles `LEVELS`, and `chroma` (33, 2), a
    and b of CIELAB, at them."""

    lightness: NDArray[np.float64]
    chroma: NDArray[np.float64]
    light: Light
    """That the heads were in of which it was read."""


@dataclass(frozen=True, eq=False)
class Hair:
    """What is hair in a picture (S, S, 3): its matte, and how far it can be hair at all (S, S), 0..1."""

    matte: Matte
    limit: Mask
    surely: Area
    """Where nothing but hair is."""


@dataclass(frozen=True, eq=False)
class Dye:
    """picture * gain + offset (S, S, 3), in levels."""

    gain: float
    offset: Image


def mixed(curves: Mapping[str, Curve], amounts: Mapping[str, float]) -> Curve:
    """The curve of colours in proportion to their amounts."""
    total = sum(amounts.values())
    parts = [(curves[colour], amount / total) for colour, amount in amounts.items()]
    return Curve(
        np.sum([curve.lightness * share for curve, share in parts], axis=0),
        np.sum([curve.chroma * share for curve, share in parts], axis=0),
        max(parts, key=lambda part: part[1])[0].light,
    )


def light_on(crop: NDArray[np.uint8], label_map: NDArray[np.uint8], tuning: ToneTuning) -> Light | None:
    """The light on the face of a crop (H, W, 3); None where it shows none.

    Lights on skin and the white of eyes and teeth say little of how dark the skin itself is, so the brightest
    of the face tells how much there is; its tint is that of the skin.
    """
    skin, face = crop[label_map == Label.SKIN], crop[np.isin(label_map, _FACE)]
    if not skin.size:
        return None
    lightness = to_lab(image(face[:, None]))[..., 0]
    tint = np.median(to_lab(image(skin[:, None]))[:, 0], axis=0)
    level = float(_luminance(np.quantile(lightness, [tuning.lit]))[0])
    return Light(level, float(tint[0]), (float(tint[1]), float(tint[2])))


def _luminance(lightness: NDArray[np.floating]) -> NDArray[np.float64]:
    """CIE lightness 0..100 to luminance 0..1."""
    return np.where(lightness > 8, ((lightness + 16) / 116) ** 3, lightness / 903.3)


def _lightness(luminance: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(luminance > 216 / 24389, 116 * np.cbrt(luminance) - 16, luminance * 903.3)


def lit(curve: Curve, light: Light | None, tuning: ToneTuning) -> Curve:
    """The curve as it looks in that light: no brighter than it was read, and warm where it makes skin so."""
    if light is None:
        return curve
    share = min(1.0, light.level / curve.light.level)
    lightness = _lightness(_luminance(curve.lightness) * share)
    # Skin that is paler than most says nothing of the light; only a warm one colours it this strongly.
    shift = tuning.tinted * np.clip(np.array(light.tint) - curve.light.tint, 0, None)
    scale = np.clip(lightness / max(light.skin, 1.0), 0, 1)[:, None]  # what is dark shows little of a tint
    return Curve(lightness, curve.chroma + shift * scale, light)


def find_hair(picture: NDArray[np.uint8], labelled: Area, tuning: ToneTuning) -> Hair:
    """The hair of a picture (S, S, 3) whose pixels are `labelled` (S, S) hair; `tuning` in its pixels."""
    mask = blur(labelled.astype(np.float32), tuning.soft)
    matte = guided(picture, mask, tuning.matte_radius, tuning.matte_epsilon)
    lightness = to_lab(image(picture))[..., 0]
    limit = smooth_step(blur(mask, tuning.matte_radius) * 4) * _as_dark_as_hair(lightness, labelled, tuning)
    return Hair(matte, image(limit), within(labelled, odd(tuning.surely)) & (limit > 0.5))


def _as_dark_as_hair(lightness: Image, labelled: Area, tuning: ToneTuning) -> Mask:
    """0 where a pixel is brighter than hair deep inside is: a wall between strands; else 1."""
    deep = within(labelled, odd(tuning.deep))
    if np.count_nonzero(deep) < tuning.enough:
        return np.ones_like(lightness)
    brightest = float(np.quantile(lightness[deep], tuning.brightest))
    return 1 - smooth_step(image((lightness - brightest - tuning.spare) / tuning.fades))


def dyed(picture: NDArray[np.uint8], hair: Hair, curve: Curve, tuning: ToneTuning) -> Dye:
    """What makes the hair of a picture (S, S, 3) one of that curve; `tuning` in its pixels."""
    base = _shade(picture, hair, tuning)
    lab, lightness = to_lab(base), to_lab(image(picture))[..., 0][hair.surely]
    own = np.quantile(lab[..., 0][hair.surely], LEVELS) + np.arange(33) * 1e-3
    wanted = _no_steeper(own, curve.lightness, tuning.steep)
    new = np.interp(lab[..., 0], own, wanted)
    level = np.interp(new, curve.lightness + np.arange(33) * 1e-3, LEVELS)
    hue = lab[..., 1:] - np.median(lab[..., 1:][hair.surely], axis=0)
    chroma = [np.interp(level, LEVELS, curve.chroma[:, k]) + tuning.own_hue * hue[..., k] for k in (0, 1)]
    target = _to_levels(np.dstack([new, *chroma]))
    inner = slice(4, 29)  # tips and gaps say little of how strands differ
    spread = np.ptp(curve.lightness[inner]) / (np.ptp(np.quantile(lightness, LEVELS)[inner]) + 1e-3)
    gain = float(np.clip(spread, tuning.least_detail, tuning.most_detail))
    return Dye(gain, image(target - gain * base))


def _shade(picture: NDArray[np.uint8], hair: Hair, tuning: ToneTuning) -> Image:
    """The hair's colours (S, S, 3) without strands, carried on beyond its edge: what lies behind fine strands
    has no say in how these are toned."""
    seen = hair.matte.of(picture) * hair.limit
    weight = image(seen**2 * hair.surely + 1e-4 * seen + 1e-7)
    total = blur(weight, tuning.base)[..., None]
    return image(blur(image(picture) * weight[..., None], tuning.base) / total)


def _no_steeper(own: NDArray[np.float64], wanted: NDArray[np.float64], most: float) -> NDArray[np.float64]:
    """The wanted lightness at the quantiles, from the median outwards no steeper than `most` times the
    own."""
    steps = np.minimum(np.diff(wanted), most * np.diff(own))
    risen = np.concatenate([[0.0], np.cumsum(steps)])
    middle = len(wanted) // 2
    return np.asarray(wanted[middle] + risen - risen[middle], np.float64)


def to_lab(picture: Image) -> Image:
    """Levels (H, W, 3) to CIELAB: L in 0..100."""
    return image(cv2.cvtColor(image(picture / 255), cv2.COLOR_RGB2LAB))


def _to_levels(lab: NDArray[np.float64]) -> Image:
    return image(np.clip(cv2.cvtColor(lab.astype(np.float32), cv2.COLOR_LAB2RGB), 0, 1) * 255)
