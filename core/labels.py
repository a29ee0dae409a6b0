"""The label map's vocabulary: CelebAMask-HQ ids 0-18, their names, groups and colours.

*l_* is the person's own left, which lies on the right of the picture, as in CelebAMask-HQ.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class Label(IntEnum):
    """One region of a face. The value is the pixel value in a label map."""

    BACKGROUND = 0
    SKIN = 1
    NOSE = 2
    EYE_G = 3
    L_EYE = 4
    R_EYE = 5
    L_BROW = 6
    R_BROW = 7
    L_EAR = 8
    R_EAR = 9
    MOUTH = 10
    U_LIP = 11
    L_LIP = 12
    HAIR = 13
    HAT = 14
    EAR_R = 15
    NECK_L = 16
    NECK = 17
    CLOTH = 18


NUM_LABELS = len(Label)
IGNORE = 255
"""In training labels: unknown, take no loss from here."""

GROUPS: Mapping[str, tuple[Label, ...]] = {
    "background": (Label.BACKGROUND,),
    "skin": (Label.SKIN, Label.NOSE, Label.NECK, Label.L_EAR, Label.R_EAR),
    "eyes": (Label.L_EYE, Label.R_EYE),
    "brows": (Label.L_BROW, Label.R_BROW),
    "lips": (Label.U_LIP, Label.L_LIP),
    "mouth": (Label.MOUTH,),
    "hair": (Label.HAIR,),
    "hat": (Label.HAT,),
    "eyeglasses": (Label.EYE_G,),
    "earrings": (Label.EAR_R,),
    "necklace": (Label.NECK_L,),
    "clothes": (Label.CLOTH,),
}
"""Named regions that a person edits: what `--region NAME=...` and the regions panel list."""

BODY = frozenset({Label.BACKGROUND, Label.NECK, Label.NECK_L, Label.CLOTH})
HEAD = frozenset(Label) - BODY
"""What moves with a head: face, hair and what it wears; and what stays when it does."""

HEAD_PARTS: Mapping[str, frozenset[Label]] = {
    "head": HEAD,
    "face": HEAD - {Label.HAIR, Label.HAT, Label.L_EAR, Label.R_EAR, Label.EAR_R},
    "hair": frozenset({Label.HAIR, Label.HAT}),
    "eyeglasses": frozenset({Label.EYE_G}),
}
"""What a head swap can bring."""

SIDES = (
    (Label.L_EYE, Label.R_EYE),
    (Label.L_BROW, Label.R_BROW),
    (Label.L_EAR, Label.R_EAR),
)
"""Labels that come in pairs: the person's left and right."""

PARTS: Mapping[str, tuple[Label, ...]] = {
    "background": (Label.BACKGROUND,),
    "face": (Label.SKIN,),
    "eyes": (Label.L_EYE, Label.R_EYE),
    "brows": (Label.L_BROW, Label.R_BROW),
    "mouth": (Label.MOUTH, Label.U_LIP, Label.L_LIP),
    "nose": (Label.NOSE,),
    "ears": (Label.L_EAR, Label.R_EAR),
    "hair": (Label.HAIR,),
    "neck": (Label.NECK, Label.NECK_L),
    "clothes": (Label.CLOTH,),
    "eyeglasses": (Label.EYE_G,),
    "hat": (Label.HAT,),
    "earrings": (Label.EAR_R,),
}
"""The thirteen classes of SemanticStyleGAN in its order, each drawn by a generator of its own."""

TRANSPARENT_PARTS = ("eyeglasses", "earrings")
"""Parts of `PARTS` through which others can be seen (SemanticStyleGAN, supplement A.1)."""

SEGMENTS: Mapping[str, tuple[Label, ...]] = {
    "skin": (Label.SKIN,),
    "eyebrows": (Label.L_BROW, Label.R_BROW),
    "eyes": (Label.L_EYE, Label.R_EYE),
    "eyeglasses": (Label.EYE_G,),
    "ears": (Label.L_EAR, Label.R_EAR),
    "earrings": (Label.EAR_R,),
    "nose": (Label.NOSE,),
    "mouth": (Label.MOUTH,),
    "lips": (Label.U_LIP, Label.L_LIP),
    "neck": (Label.NECK,),
    "hair": (Label.HAIR,),
    "others": (Label.BACKGROUND, Label.NECK_L, Label.HAT, Label.CLOTH),
}
"""The twelve segments of SeCGAN's semantic branch, in its order (section 3, "Parsing network")."""

BISENET_ORDER: tuple[Label, ...] = (
    Label.BACKGROUND, Label.SKIN, Label.L_BROW, Label.R_BROW, Label.L_EYE, Label.R_EYE, Label.EYE_G,
    Label.L_EAR, Label.R_EAR, Label.EAR_R, Label.NOSE, Label.MOUTH, Label.U_LIP, Label.L_LIP, Label.NECK,
    Label.NECK_L, Label.CLOTH, Label.HAIR, Label.HAT,
)  # fmt: skip
"""What the channels of the released BiSeNet face parser stand for, in their order."""


def flip_table() -> NDArray[np.uint8]:
    """Lookup `(256,)` that swaps left and right labels; apply it after mirroring a label map."""
    table = np.arange(256, dtype=np.uint8)
    for left, right in SIDES:
        table[left], table[right] = right, left
    return table


def part_table() -> NDArray[np.uint8]:
    """Lookup `(256,)` from labels to places in `PARTS`; what is no label stays `IGNORE`."""
    table = np.full(256, IGNORE, np.uint8)
    for place, labels in enumerate(PARTS.values()):
        table[list(labels)] = place
    return table


def segment_table() -> NDArray[np.uint8]:
    """Lookup `(256,)` from labels to places in `SEGMENTS`; what is no label is among the others."""
    table = np.full(256, len(SEGMENTS) - 1, np.uint8)
    for place, labels in enumerate(SEGMENTS.values()):
        table[list(labels)] = place
    return table


def palette() -> NDArray[np.uint8]:
    """Display colours `(256, 3)` RGB: one distinct, print-safe colour a label; unknown is mid grey."""
    colours = np.full((256, 3), 128, np.uint8)
    colours[:NUM_LABELS] = [
        (32, 34, 40), (236, 178, 140), (220, 130, 96), (88, 196, 232), (64, 120, 232), (64, 176, 232),
        (140, 92, 44), (172, 116, 56), (244, 150, 170), (228, 120, 150), (140, 28, 48), (228, 60, 90),
        (200, 40, 110), (120, 76, 160), (240, 190, 40), (250, 230, 120), (180, 220, 90), (250, 205, 165),
        (70, 160, 110),
    ]  # fmt: skip
    return colours


def best_label(logits: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The likeliest label of every pixel: logits (L, H, W) -> uint8 (H, W); the first of equals.

    As `argmax` over the first axis, and ten times as fast, since it runs along memory.
    """
    best = logits[0].copy()
    label_map = np.zeros(best.shape, np.uint8)
    for label in range(1, len(logits)):
        better = (logits[label] > best).view(np.uint8)
        np.maximum(best, logits[label], out=best)
        np.maximum(label_map, better * np.uint8(label), out=label_map)
    return label_map


def label_shares(label_map: NDArray[np.uint8], labels: int, size: int) -> NDArray[np.float32]:
    """One-hot map (L, size, size) of a label map whose side is a multiple of `size`, areas averaged."""
    step = label_map.shape[0] // size
    shares = np.empty((labels, size, size), np.float32)
    for label in range(labels):
        area = (label_map == label).view(np.uint8).astype(np.uint16)
        rows = area[::step].copy()
        for i in range(1, step):
            rows += area[i::step]
        shares[label] = rows[:, ::step]
        for i in range(1, step):
            shares[label] += rows[:, i::step]
    shares *= np.float32(1 / step**2)
    return shares
