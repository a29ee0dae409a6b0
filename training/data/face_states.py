"""SeCGAN's thirteen attributes as the tables of our data sets say them."""

from __future__ import annotations

from collections.abc import Mapping

from core.face_attributes import FACE_ATTRIBUTES
from training.data.datasets.entries import UNKNOWN

_COLUMNS: Mapping[str, tuple[str, str]] = {
    "bald": ("hair_amount", "0"),
    "black_hair": ("hair_colour", "k"),
    "blond_hair": ("hair_colour", "b"),
    "brown_hair": ("hair_colour", "n"),
    "identity": ("male", "1"),
    "pale_skin": ("pale", "1"),
    "age": ("young", "1"),
}
"""Column of the portraits' table, and its value where the attribute is on; others are called alike."""


def face_states(attributes: Mapping[str, str]) -> dict[str, str]:
    """Every attribute of `FACE_ATTRIBUTES` as "1", "0" or "-1" (unknown) from an entry's attributes.

    A column of the attribute's own name goes first; that is how CelebA's arrive. Eyeglasses count whether
    they are dark or clear.
    """
    return {attribute.name: _state(attribute.name, attributes) for attribute in FACE_ATTRIBUTES}


def _state(name: str, attributes: Mapping[str, str]) -> str:
    if name in attributes:
        return attributes[name]
    if name == "eyeglasses":
        seen = {attributes.get("glasses", UNKNOWN), attributes.get("sunglasses", UNKNOWN)}
        return "1" if "1" in seen else "0" if seen == {"0"} else UNKNOWN
    column, present = _COLUMNS.get(name, (name, "1"))
    value = attributes.get(column, UNKNOWN)
    return UNKNOWN if value == UNKNOWN else str(int(value == present))
