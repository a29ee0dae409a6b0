"""The six attributes of SMILE as a table: order, names, style width and the regions they concern."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import EditError
from core.labels import Label


@dataclass(frozen=True)
class Attribute:
    """A nameable property with a presence and an absence style distribution (SMILE, section 3.1).

    `regions` are the labels that appear with it; an edit of the attribute takes their styles from the
    edit's own source.
    """

    name: str
    title: str
    when_on: str
    when_off: str
    regions: tuple[Label, ...]
    identity: bool = False


ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("identity", "Identity", "male", "female", (), identity=True),
    Attribute("eyeglasses", "Eyeglasses", "on", "off", (Label.EYE_G,)),
    Attribute("hair", "Hair", "much", "little", (Label.HAIR,)),
    Attribute("bangs", "Bangs", "on", "off", (Label.HAIR,)),
    Attribute("earrings", "Earrings", "on", "off", (Label.EAR_R,)),
    Attribute("hat", "Hat", "on", "off", (Label.HAT,)),
)
"""In the order of the networks' heads (official order: gender, eyeglasses, hair, bangs, earrings, hat)."""


def attribute(name: str) -> Attribute:
    """The attribute of that name. Raises `EditError` that lists the known names."""
    for candidate in ATTRIBUTES:
        if candidate.name == name:
            return candidate
    known = ", ".join(a.name for a in ATTRIBUTES)
    raise EditError(f"There is no attribute called “{name}”. Known are: {known}.")


def attribute_index(name: str) -> int:
    """Position of the attribute among the networks' heads. Raises `EditError` for unknown names."""
    return ATTRIBUTES.index(attribute(name))
