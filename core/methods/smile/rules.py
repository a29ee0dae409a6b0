"""Where each attribute may change the label map, as a table: (labels that may go, labels that may come).

SMILE_SEM redraws a whole face and is small; without this table a new pair of glasses would also move the
jaw by a pixel. A change outside an attribute's pairs is undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels import HEAD_PARTS, NUM_LABELS, Label
from core.methods.layout import LAYERED
from core.methods.smile.tuning import TUNING

Labels = frozenset[Label]

_EVERY: Labels = frozenset(Label)
_ACCESSORIES: Labels = frozenset({Label.EYE_G, Label.HAT, Label.EAR_R, Label.NECK_L})
_EARS: Labels = frozenset({Label.L_EAR, Label.R_EAR})
_BROWS: Labels = frozenset({Label.L_BROW, Label.R_BROW})
_EYES: Labels = frozenset({Label.L_EYE, Label.R_EYE})
_HAIR: Labels = frozenset({Label.HAIR})
_AROUND_HAIR: Labels = frozenset({Label.BACKGROUND, Label.SKIN, Label.NECK, Label.CLOTH, *_EARS, *_BROWS})
_UNDER_EYEGLASSES: Labels = frozenset({Label.SKIN, Label.NOSE, Label.HAIR, *_EYES, *_BROWS, *_EARS})
_UNDER_HAT: Labels = frozenset({Label.BACKGROUND, Label.SKIN, Label.HAIR, *_BROWS, *_EARS})
_BESIDE_EAR: Labels = frozenset({Label.BACKGROUND, Label.SKIN, Label.HAIR, Label.NECK, Label.CLOTH, *_EARS})


@dataclass(frozen=True)
class Rule:
    """What one attribute may do. `region` is what appears with it and goes without it.

    `told` says that a label map tells whether the attribute shows, though it has no region of its own.
    `renews` are regions that the edit draws anew even where their outlines stay: another's skin is another
    skin. Areas are shares of the crop: `certain` is the least of the region that asking for it brings on each
    side of the face (where exactly a small thing hangs is open, no pixel of it may be likelier than skin, and
    together they are sure), `enough` is what makes it visible, `speck` the least that a connected change may
    have. `sheds` is a label that goes when the attribute does, from half its strength on bit by bit.
    """

    pairs: tuple[tuple[Labels, Labels], ...]
    region: Label | None = None
    renews: Labels = frozenset()
    told: bool = False
    enough: float = 0.0
    certain: float = 0.0
    speck: float = TUNING.speck
    sheds: Label | None = None

    @property
    def layered(self) -> bool:
        """Whether its region is laid over what is there, which stays known beneath."""
        return self.region in LAYERED


RULES: Mapping[str, Rule] = {
    # Glasses cover the face and run over hair and ears; they never float in the background.
    "eyeglasses": Rule(
        (
            (_UNDER_EYEGLASSES, frozenset({Label.EYE_G})),
            (frozenset({Label.EYE_G}), _UNDER_EYEGLASSES | {Label.BACKGROUND}),
        ),
        region=Label.EYE_G,
        enough=TUNING.enough_eyeglasses,
    ),
    # A hat covers the skull and what surrounds it, and presses hair down: hair may also give way to what
    # is behind it. Taken off, it leaves hair, and hair may then stand above where the hat ended.
    "hat": Rule(
        (
            (_UNDER_HAT | _ACCESSORIES, frozenset({Label.HAT})),
            (frozenset({Label.HAT}), _UNDER_HAT),
            (_HAIR, frozenset({Label.BACKGROUND, Label.SKIN, *_EARS})),
            (frozenset({Label.BACKGROUND, *_EARS}), _HAIR),
        ),
        region=Label.HAT,
        enough=TUNING.enough_hat,
    ),
    # Earrings hang from the lobe before neck, hair, clothes or background.
    "earrings": Rule(
        (
            (_BESIDE_EAR, frozenset({Label.EAR_R})),
            (frozenset({Label.EAR_R}), _BESIDE_EAR),
        ),
        region=Label.EAR_R,
        enough=TUNING.enough_earring,
        certain=TUNING.certain_earring,
        speck=TUNING.earring_speck,
    ),
    # More or less hair: only the border between hair and what it may cover moves; eyes, nose and mouth stay.
    "hair": Rule(((_HAIR, _AROUND_HAIR), (_AROUND_HAIR, _HAIR)), told=True, sheds=Label.HAIR),
    # A fringe covers forehead and brows, and gives them back; nothing beside the face changes.
    "bangs": Rule(
        (
            (_HAIR, frozenset({Label.SKIN, *_BROWS})),
            (frozenset({Label.SKIN, *_BROWS}), _HAIR),
        ),
        told=True,
    ),
    # Identity reshapes the face itself and its hair. Accessories are attributes of their own, clothes are
    # nobody's identity.
    "identity": Rule(
        ((_EVERY - _ACCESSORIES - {Label.CLOTH}, _EVERY - _ACCESSORIES - {Label.CLOTH}),),
        renews=HEAD_PARTS["face"] - _ACCESSORIES | _EARS,
        speck=TUNING.identity_speck,
    ),
}

ACCESSORY_LABELS: Labels = _ACCESSORIES


def allowed_changes(rule: Rule) -> NDArray[np.bool_]:
    """Table (19, 19) indexed [old label, new label]: whether the attribute may make that change."""
    table = np.zeros((NUM_LABELS, NUM_LABELS), np.bool_)
    for old, new in rule.pairs:
        table[np.ix_(sorted(old), sorted(new))] = True
    return table
