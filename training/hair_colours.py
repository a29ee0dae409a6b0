"""What real hair of a colour looks like: the curves that tone dyes hair with.

`python -m training.hair_colours DATA OUT` reads annotated portraits with label maps (`hair_colour`,
`hair_amount` of attributes.csv; the training split) and writes them as safetensors.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from safetensors.numpy import save_file

from core.labels import Label
from core.methods.tone.hair import LEVELS, Curve, Light, light_on, to_lab
from core.methods.tone.tuning import TUNING
from core.opencv import cv2
from training.data.portraits import Portraits

LETTERS = {"black": "k", "brown": "n", "blond": "b", "red": "r", "grey": "g"}
_INSIDE = 7
"""Pixels of a square that is hair throughout: no skin, no background."""
_ENOUGH = 1500
_AROUND = 200
"""Pixels on either side, in order of lightness, whose hue is averaged."""


def curve_of(pictures: list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]) -> Curve:
    """Medians over the hair of portraits (256, 256, 3) with their label maps; those with little are left out.

    Raises `ValueError` where none has enough.
    """
    lightness, chroma, lights = [], [], []
    for picture, label_map in pictures:
        hair = (label_map == Label.HAIR).astype(np.uint8)
        inside = cv2.erode(hair, np.ones((_INSIDE, _INSIDE), np.uint8)) > 0
        if np.count_nonzero(inside) < _ENOUGH:
            continue
        pixels = to_lab(picture.astype(np.float32))[inside]
        pixels = pixels[np.argsort(pixels[:, 0])]
        places = (LEVELS * len(pixels)).astype(int)
        lightness.append(np.quantile(pixels[:, 0], LEVELS))
        light = light_on(picture, label_map, TUNING)
        if light is not None:
            lights.append((light.level, light.skin, *light.tint))
        chroma.append([pixels[max(0, at - _AROUND) : at + _AROUND, 1:].mean(0) for at in places])
    if not lights:
        raise ValueError("no portrait shows enough hair")
    level, skin, a, b = np.median(lights, axis=0).tolist()
    return Curve(np.median(lightness, axis=0), np.median(chroma, axis=0), Light(level, skin, (a, b)))


def portraits(data: Portraits, letter: str) -> list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]:
    """Training portraits with much hair of a colour, and their label maps."""
    wanted = {"hair_colour": letter, "hair_amount": "2"}
    chosen = [
        each.id
        for each in data.entries
        if each.split == "train" and wanted.items() <= each.attributes.items()
    ]
    return [(data.image(name), data.label_map(name)) for name in chosen]


def main(
    data: Annotated[Path, typer.Argument(help="Folder of annotated portraits.")],
    out: Annotated[Path, typer.Argument(help="Where to write the curves.")],
) -> None:
    """Fit the curves of all colours."""
    found, stored = dict[str, NDArray[np.float32]](), Portraits(data)
    for colour, letter in LETTERS.items():
        pictures = portraits(stored, letter)
        curve = curve_of(pictures)
        found[f"{colour}.lightness"] = curve.lightness.astype(np.float32)
        found[f"{colour}.chroma"] = np.ascontiguousarray(curve.chroma, np.float32)
        found[f"{colour}.light"] = np.array(
            [curve.light.level, curve.light.skin, *curve.light.tint], np.float32
        )
        typer.echo(f"{colour}: {len(pictures)} portraits, median lightness {curve.lightness[16]:.0f}")
    out.parent.mkdir(parents=True, exist_ok=True)
    save_file(found, out)


if __name__ == "__main__":
    typer.run(main)
