"""What a person can set with SMILE: a toggle for each attribute, a slider for each direction of the pack, the
look of each region."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.labels import GROUPS
from core.methods.control import Asks, Control, Look, Slider, Toggle
from core.methods.smile.attributes import ATTRIBUTES, Attribute
from core.methods.smile.edits import Direction, SetAttribute, SetRegionStyle
from core.methods.smile.presence import present_attributes
from core.methods.wearing.rules import THINGS, look_names
from core.packs.descriptor import AttributeSupport, DirectionEntry, PackDescriptor

ACCESSORIES, HAIR, FACE = "Accessories", "Hair", "Face"
_GROUPS = {
    "identity": FACE, "eyeglasses": ACCESSORIES, "hair": HAIR, "bangs": HAIR, "earrings": ACCESSORIES,
    "hat": ACCESSORIES, "blond-hair": HAIR, "red-hair": HAIR, "grey-hair": HAIR,
}  # fmt: skip

# What SMILE's drawing is good for: it was taught on faces that look at the camera in fair light, and makes
# torn paper of others.
_DRAWN = Asks(turn=30, nod=25, light=True, colour=True, clear=frozenset({"face"}))
_ASKS: Mapping[str, Asks] = {
    "identity": replace(_DRAWN, turn=20, nod=20, bare=frozenset({"eyes", "nose", "mouth"})),
    "age": _DRAWN,
    "beard": replace(_DRAWN, bare=frozenset({"mouth"})),
    "brows": replace(_DRAWN, bare=frozenset({"eyes"})),
    "hair": replace(_DRAWN, bare=frozenset({"hair"}), clear=frozenset({"face", "hair"})),
    "bangs": replace(_DRAWN, bare=frozenset({"hair"}), clear=frozenset({"face", "hair"})),
    "blond-hair": replace(_DRAWN, clear=frozenset({"hair"})),
    "red-hair": replace(_DRAWN, clear=frozenset({"hair"})),
    "grey-hair": replace(_DRAWN, clear=frozenset({"hair"})),
    "eyeglasses": Asks(turn=58, nod=32, whole="face", bare=frozenset({"eyes"})),
    "earrings": Asks(whole="face"),
    "hat": Asks(turn=50, nod=32, whole="head"),
}


_ATTRIBUTES = frozenset(each.name for each in ATTRIBUTES)
_SUPERSEDED = frozenset({"blond-hair", "red-hair", "grey-hair"})
"""Directions that another method's controls do better, under that name."""


def controls(descriptor: PackDescriptor | None) -> tuple[Control, ...]:
    """The controls that a pack supports; without one those of SMILE's own six attributes."""
    said: Mapping[str, AttributeSupport] = {} if descriptor is None else descriptor.attributes
    ways: Mapping[str, DirectionEntry] = {} if descriptor is None else descriptor.directions
    toggles = tuple(_toggle(each, said.get(each.name, AttributeSupport())) for each in ATTRIBUTES)
    sliders = tuple(_slider(name, entry) for name, entry in ways.items())
    return (*toggles, *sliders, *(_look(region) for region in GROUPS))


def _toggle(attribute: Attribute, support: AttributeSupport) -> Toggle:
    return Toggle(
        name=attribute.name,
        title=attribute.title,
        group=_GROUPS[attribute.name],
        edit_type=SetAttribute,
        fixed={"attribute": attribute.name},
        weak=support.weak,
        supported=support.supported,
        experimental=support.experimental,
        asks=_ASKS[attribute.name],
        when_on=attribute.when_on,
        when_off=attribute.when_off,
        looks=functools.partial(look_names, attribute.name) if attribute.name in THINGS else None,
        presence=functools.partial(_present, attribute.name),
        lent=attribute.regions != () and _GROUPS[attribute.name] == ACCESSORIES,
    )


def _slider(name: str, entry: DirectionEntry) -> Slider:
    return Slider(
        name=f"{name}-direction" if name in _ATTRIBUTES | _SUPERSEDED else name,
        title=name.replace("-", " ").capitalize(),
        group=_GROUPS.get(name, FACE),
        edit_type=Direction,
        fixed={"name": name},
        weak=entry.weak,
        experimental=entry.experimental or name in _SUPERSEDED,
        asks=_ASKS.get(name, _DRAWN),
        less=entry.less,
        more=entry.more,
    )


def _look(region: str) -> Look:
    return Look(
        name=f"look-of-{region}",
        title=region.capitalize(),
        group="Looks",
        asks=_DRAWN,
        edit_type=SetRegionStyle,
        fixed={"region": region},
    )


def _present(name: str, label_map: NDArray[np.uint8]) -> bool:
    return present_attributes(label_map)[name]
