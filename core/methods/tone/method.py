"""Tone, opened: dyes hair."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cached_property
from pathlib import Path

import numpy as np
from safetensors.numpy import (
    load_file,  # pyright: ignore[reportUnknownVariableType] - PathLike lacks its type
)

from core.document.edits import Edit
from core.face import CROP_SIZE
from core.methods.around import Around, look_around
from core.methods.context import Context
from core.methods.method import Method, Work
from core.methods.tone.edits import HAIR_COLOURS, HairColour
from core.methods.tone.hair import Curve, Hair, Light, dyed, find_hair, light_on, lit, mixed
from core.methods.tone.tuning import TUNING
from core.render.change import Toned

CURVES = Path(__file__).resolve().parents[3] / "resources" / "tone" / "hair.safetensors"


class Tone(Method):
    """Carries out `HairColour`."""

    def reads(self, edit: Edit, context: Context) -> Hashable:
        return _dyes(context)

    def apply(self, work: Work, edit: Edit, context: Context) -> Work:
        """All the face's dyes at the last of them: one after the other they would cover each other."""
        dyes = _dyes(context)
        if not isinstance(edit, HairColour) or edit is not dyes[-1]:
            return work
        amounts = {dye.colour: dye.amount for dye in dyes if dye.amount > 0}
        if not amounts:
            return work
        around, hair, light = context.stage("render", ("hair", context.base), lambda: _found(context))
        if not hair.surely.any():
            return work.with_notices("There is no hair here that could be dyed.")
        curve = lit(mixed(self._curves, amounts), light, TUNING)
        return work.with_changes(_change(around, hair, curve, min(1.0, sum(amounts.values()))))

    @cached_property
    def _curves(self) -> dict[str, Curve]:
        return read_curves(CURVES)


def read_curves(path: Path) -> dict[str, Curve]:
    """The curves of `HAIR_COLOURS` as `training.hair_colours` wrote them."""
    stored = {name: values.astype(np.float64) for name, values in load_file(path).items()}
    found: dict[str, Curve] = {}
    for colour in HAIR_COLOURS:
        lightness, chroma, light = (stored[f"{colour}.{what}"] for what in ("lightness", "chroma", "light"))
        level, skin, a, b = light.tolist()
        found[colour] = Curve(lightness, chroma, Light(level, skin, (a, b)))
    return found


def _dyes(context: Context) -> tuple[HairColour, ...]:
    return tuple(edit for edit in context.edits if isinstance(edit, HairColour))


def _found(context: Context) -> tuple[Around, Hair, Light | None]:
    """What the face itself tells, whatever colour is asked for."""
    around = context.stage("render", ("around", context.base), lambda: look_around(context))
    light = light_on(context.face.crop, context.face.label_map, TUNING)
    return around, find_hair(around.picture, around.hair, TUNING.at(CROP_SIZE)), light


def _change(around: Around, hair: Hair, curve: Curve, strength: float) -> Toned:
    dye = dyed(around.picture, hair, curve, TUNING.at(CROP_SIZE))
    return Toned(
        transform=around.transform,
        touched=hair.limit * around.fade,
        gain=dye.gain,
        offset=dye.offset,
        slope=hair.matte.slope,
        rest=hair.matte.rest,
        strength=strength,
    )
