"""Networks as earlier descriptors described them, said as today's do.

SMILE's networks had a flag for each way in which they were tried; today each published one is a class. What
was tried and never published is not known any more, and left as it is: building it says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Family = tuple[Mapping[str, Any], Mapping[str, str]]
"""Flags, and what a network with these is called now, where it did not keep its name."""

_SEM: Mapping[str, Any] = {"heatmaps": False, "copy": False, "decoder": "modulated"}
"""Flags, with the values that they had where a descriptor did not have them yet."""
_SEM_FAMILIES: tuple[Family, ...] = (
    (_SEM, {}),
    ({**_SEM, "heatmaps": True}, {"SemGenerator": "smile_sem.HeatmapGenerator"}),
    ({**_SEM, "copy": True}, {"SemGenerator": "smile_sem.CopyingGenerator"}),
    ({**_SEM, "decoder": "adain"}, {"SemGenerator": "adain.AdainGenerator"}),
    ({**_SEM, "decoder": "adain-residual"}, {"SemGenerator": "adain.AdainResidualGenerator"}),
)
_SYN: Mapping[str, Any] = {
    "placed_styles": False, "encoder_steps": [], "as_released": False, "layers": "sac",
}  # fmt: skip
_RELEASED = {**_SYN, "encoder_steps": ["down", "down", "up", "down"], "as_released": True}
_PLACED = {
    "SynGenerator": "smile_placed.PlacedGenerator", "SynStyleEncoder": "smile_placed.PlacedStyleEncoder",
}  # fmt: skip
_SYN_FAMILIES: tuple[Family, ...] = (
    ({**_SYN, "placed_styles": True}, _PLACED),
    (_RELEASED, {}),
    ({**_RELEASED, "layers": "spade"}, {"SynGenerator": "spade.SpadeGenerator"}),
)
_FORMER: Mapping[str, tuple[Mapping[str, Any], tuple[Family, ...]]] = {
    **dict.fromkeys(("SemGenerator", "SemMapping", "SemStyleEncoder"), (_SEM, _SEM_FAMILIES)),
    **dict.fromkeys(("SynGenerator", "SynMapping", "SynStyleEncoder"), (_SYN, _SYN_FAMILIES)),
}


def as_said_today(name: str, config: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """An architecture's name and its configuration without flags; both as they are where they have none."""
    flags, families = _FORMER.get(name, ({}, ()))
    if not config.keys() & flags:
        return name, config
    found = {flag: config.get(flag, value) for flag, value in flags.items()}
    for wanted, names in families:
        if found == wanted:
            return names.get(name, name), {key: value for key, value in config.items() if key not in flags}
    return name, config
