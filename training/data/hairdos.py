"""Another person's hair on a portrait: pictures of fringes, for the classifiers that judge them.

Few portraits show bangs. Hair of somebody whose head is turned alike, with a fringe or without, is laid over
the portrait by the outlines of the two faces and takes the colour of the hair that was there. Both kinds
have the same seams, so what tells them apart is the fringe.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.opencv import cv2
from training.data.layouts import FEATURES, LARGEST_TURN, Sitter, fit_outlines, warped_softly

Picture = NDArray[np.uint8]
_FEWEST_PIXELS = 1500
_SPREAD = (0.6, 1.6)
"""How far the contrast of the new hair may be brought to that of the old."""


@dataclass(frozen=True, eq=False)
class Sitting:
    """A picture RGB `(256, 256, 3)` and what is known of its layout and head."""

    image: Picture
    sitter: Sitter


def alike(first: Sitter, second: Sitter) -> bool:
    """Whether two heads are turned alike enough for one to wear the other's hair."""
    return abs(first.head.yaw - second.head.yaw) < LARGEST_TURN


def with_hairdo(portrait: Sitting, giver: Sitting, colour: float) -> tuple[Picture, Picture] | None:
    """The portrait with the giver's hair over its own, and its label map; None where hardly any shows.

    `colour` 0..1 is how far that hair takes the colour of the portrait's own.
    """
    matrix = fit_outlines(giver.sitter.head, portrait.sitter.head)
    hair = warped_softly(giver.sitter.hair, matrix)
    hair[np.isin(portrait.sitter.label_map, FEATURES)] = 0
    area = hair > 0.5
    if area.sum() < _FEWEST_PIXELS:
        return None
    picture = warped_softly(giver.image, matrix)
    own = portrait.sitter.hair
    if own.sum() >= _FEWEST_PIXELS:
        picture += colour * (_coloured(picture, area, portrait.image, own) - picture)
    alpha = cv2.GaussianBlur(hair, (0, 0), 1.2)[..., None]
    image = portrait.image + (picture - portrait.image) * alpha
    label_map = np.where(area, np.uint8(Label.HAIR), portrait.sitter.label_map)
    return np.clip(image + 0.5, 0, 255).astype(np.uint8), label_map


def _coloured(
    picture: NDArray[np.float32], area: NDArray[np.bool_], like: Picture, where: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """The picture with mean and spread of its area those of another's (Reinhard et al. 2001, in CIELAB)."""
    lab = cv2.cvtColor(np.clip(picture / 255, 0, 1), cv2.COLOR_RGB2LAB)
    wanted = cv2.cvtColor(like.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[where]
    have = lab[area]
    share = np.clip(wanted.std(axis=0) / np.maximum(have.std(axis=0), 1e-3), *_SPREAD)
    moved = (lab - have.mean(axis=0)) * share + wanted.mean(axis=0)
    return cv2.cvtColor(moved.astype(np.float32), cv2.COLOR_LAB2RGB) * 255
