"""Things put on a head in a picture, at the picture's own resolution; and whether that can come out well."""

from __future__ import annotations

import numpy as np

from core.face.pose import angles_of
from core.labels import Label
from core.methods.accessories.earring_draw import draw_earrings_on, lobes
from core.methods.accessories.earrings import EarringStyle
from core.methods.accessories.eyeglass_draw import draw_glasses
from core.methods.accessories.eyeglass_style import EyeglassStyle
from core.methods.accessories.film import Drawn
from core.methods.accessories.hair import hair_reach
from core.methods.accessories.hat_draw import draw_hat_on
from core.methods.accessories.hat_style import HatStyle
from core.methods.accessories.looks import Style
from core.methods.accessories.relief import SKULL_CENTRE
from core.methods.accessories.scene import Scene
from core.methods.accessories.tuning import TUNING


def draw(style: Style, scene: Scene, rng: np.random.Generator) -> Drawn | None:
    """Eyeglasses, a hat or earrings on a scene's head; None where nothing of them would be seen.

    The same generator state gives the same picture.
    """
    if isinstance(style, EyeglassStyle):
        return draw_glasses(style, scene, rng)
    if isinstance(style, HatStyle):
        return draw_hat_on(style, scene, rng)
    return draw_earrings_on(style, scene, rng)


def obstacle(style: Style, scene: Scene) -> str:
    """Why a thing cannot come out well on this head, in a sentence; empty where it can."""
    if isinstance(style, EarringStyle):
        if scene.label_map_is(Label.EAR_R).sum() > TUNING.worn_earrings * scene.head.scale**2:
            return "Earrings are worn already; take them off first."
        return "" if lobes(scene) else "No ear lobe can be seen, which earrings need."
    _, pitch, yaw = angles_of(scene.head.rotation)
    most = TUNING.eyeglasses_turn if isinstance(style, EyeglassStyle) else TUNING.hat_turn
    if abs(yaw) > most:
        return "The head is turned too far for this."
    if abs(pitch) > TUNING.nod:
        return "The face looks too far up or down for this."
    return _eyes(scene) if isinstance(style, EyeglassStyle) else _skull(scene)


def _eyes(scene: Scene) -> str:
    """What is in the way of eyeglasses."""
    head = scene.eye_head
    millimetre = head.scale**2
    if scene.label_map_is(Label.EYE_G).sum() > TUNING.worn_eyeglasses * millimetre:
        return "Eyeglasses are worn already; take them off first."
    height, width = scene.label_map.shape
    eyes = head.project(head.mesh[[468, 473]])
    if (eyes < 0).any() or (eyes > (width, height)).any():
        return "The photo's edge cuts the face."
    covers = scene.label_map_is(Label.HAIR, Label.HAT, Label.CLOTH)
    reach = TUNING.eye_reach * head.scale
    for x, y in eyes:
        part = covers[
            max(int(y - reach), 0) : int(y + reach) + 1, max(int(x - reach), 0) : int(x + reach) + 1
        ]
        if part.size and part.mean() > TUNING.covered:
            return "The eyes are covered."
    return ""


def _skull(scene: Scene) -> str:
    """What is in the way of a hat."""
    head = scene.head
    if scene.label_map_is(Label.HAT).sum() > TUNING.worn_hat * head.scale**2:
        return "A hat is worn already; take it off first."
    top = head.to_crop(SKULL_CENTRE)[:2] - head.turn(np.array([0.0, TUNING.skull_seen, 0.0]))[:2] * head.scale
    height, width = scene.label_map.shape
    if not (0 <= top[0] <= width and 0 <= top[1] <= height):
        return "The photo's edge cuts the head, and most of a hat would lie beyond it."
    if max(hair_reach(head, scene.hair)) > TUNING.fullest_hair:
        return "The hair is too full for a hat."
    return ""
