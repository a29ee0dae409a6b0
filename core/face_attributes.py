"""The thirteen attributes of SeCGAN as a table: order, names, CelebA's columns, and what rules out what."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import EditError


@dataclass(frozen=True)
class FaceAttribute:
    """A property of the face that a picture shows (SeCGAN, section 4.1).

    `celeba` is the column of CelebA's table that says so, or says the contrary where `celeba_denies`.
    """

    name: str
    title: str
    when_on: str
    when_off: str
    celeba: str
    celeba_denies: bool = False


FACE_ATTRIBUTES: tuple[FaceAttribute, ...] = (
    FaceAttribute("bald", "Bald", "on", "off", "Bald"),
    FaceAttribute("bangs", "Bangs", "on", "off", "Bangs"),
    FaceAttribute("black_hair", "Black hair", "on", "off", "Black_Hair"),
    FaceAttribute("blond_hair", "Blond hair", "on", "off", "Blond_Hair"),
    FaceAttribute("brown_hair", "Brown hair", "on", "off", "Brown_Hair"),
    FaceAttribute("bushy_brows", "Bushy eyebrows", "on", "off", "Bushy_Eyebrows"),
    FaceAttribute("eyeglasses", "Eyeglasses", "on", "off", "Eyeglasses"),
    FaceAttribute("identity", "Identity", "male", "female", "Male"),
    FaceAttribute("mouth_open", "Mouth open", "on", "off", "Mouth_Slightly_Open"),
    FaceAttribute("moustache", "Moustache", "on", "off", "Mustache"),
    FaceAttribute("beard", "Beard", "on", "off", "No_Beard", celeba_denies=True),
    FaceAttribute("pale_skin", "Pale skin", "on", "off", "Pale_Skin"),
    FaceAttribute("age", "Age", "young", "old", "Young"),
)
"""In the order of AttGAN's released weights, whose `No_Beard` is the contrary of our beard."""

HAIR_COLOURS = ("black_hair", "blond_hair", "brown_hair")
EXCLUSIVE: tuple[frozenset[str], ...] = (frozenset({"bald", "bangs"}), frozenset(HAIR_COLOURS))
"""Of each of these at most one can be on."""


def face_attribute_index(name: str) -> int:
    """Place of the attribute in `FACE_ATTRIBUTES`. Raises `EditError` that lists the known names."""
    for index, candidate in enumerate(FACE_ATTRIBUTES):
        if candidate.name == name:
            return index
    known = ", ".join(a.name for a in FACE_ATTRIBUTES)
    raise EditError(f"There is no attribute of the face called “{name}”. Known are: {known}.")


def ruled_out_by(name: str) -> frozenset[str]:
    """The attributes that are off once this one is on."""
    return frozenset(other for group in EXCLUSIVE if name in group for other in group - {name})
