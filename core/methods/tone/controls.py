"""What a person can set: a slider for each colour of hair."""

from __future__ import annotations

from core.methods.control import Asks, Control, Slider
from core.methods.tone.edits import HAIR_COLOURS, HairColour
from core.packs.descriptor import PackDescriptor

_ASKS = Asks(turn=45, light=True, colour=True, clear=frozenset({"hair"}))


def controls(descriptor: PackDescriptor | None) -> tuple[Control, ...]:
    """The sliders; they need no pack."""
    return tuple(
        Slider(
            name=f"{colour}-hair",
            title=f"{colour.capitalize()} hair",
            group="Hair",
            edit_type=HairColour,
            fixed={"colour": colour},
            low=0.0,
            more=f"{colour.capitalize()} hair",
            asks=_ASKS,
        )
        for colour in HAIR_COLOURS
    )
