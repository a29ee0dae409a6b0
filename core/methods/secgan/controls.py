"""What a person can set with SeCGAN: a slider for each attribute that its pack knows."""

from __future__ import annotations

from collections.abc import Mapping

from core.face_attributes import FACE_ATTRIBUTES, FaceAttribute
from core.methods.control import Control, Slider
from core.methods.secgan.edits import PictureAttribute
from core.packs.descriptor import AttributeSupport, PackDescriptor

_GROUPS: Mapping[str, str] = {
    "bald": "Hair", "bangs": "Hair", "black_hair": "Hair", "blond_hair": "Hair", "brown_hair": "Hair",
    "eyeglasses": "Accessories", "moustache": "Beard", "beard": "Beard", "age": "Age",
}  # fmt: skip


def controls(descriptor: PackDescriptor | None) -> tuple[Control, ...]:
    """A slider for each attribute; without a pack none, since nothing would carry them out."""
    if descriptor is None:
        return ()
    return tuple(
        _slider(each, descriptor.attributes.get(each.name, AttributeSupport())) for each in FACE_ATTRIBUTES
    )


def _slider(attribute: FaceAttribute, support: AttributeSupport) -> Slider:
    words = (attribute.when_off, attribute.when_on)
    less, more = ("", "") if words == ("off", "on") else (word.capitalize() for word in words)
    return Slider(
        name=f"picture-{attribute.name.replace('_', '-')}",
        title=attribute.title,
        group=_GROUPS.get(attribute.name, "Face"),
        edit_type=PictureAttribute,
        fixed={"attribute": attribute.name},
        weak=support.weak,
        supported=support.supported,
        experimental=True,
        less=less,
        more=more,
    )
