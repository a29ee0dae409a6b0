"""Eyeglasses, hats and earrings in 3D.

`draw` puts a thing on a `Scene`, a photo's view around a head, at that view's own resolution; `obstacle` says
before whether it can come out well; `LOOKS` are things with names. The composites (`draw_eyeglasses`,
`draw_hat`, `draw_earrings`) are drawn on crops of 256 pixels, for the pairs that SMILE is trained on.

Nothing here loads torch.
"""

from core.methods.accessories.earrings import EarringStyle, draw_earrings
from core.methods.accessories.eyeglass_style import EyeglassStyle
from core.methods.accessories.eyeglasses import draw_eyeglasses
from core.methods.accessories.film import Drawn
from core.methods.accessories.hat_style import HatStyle
from core.methods.accessories.hats import draw_hat
from core.methods.accessories.layer import Composite
from core.methods.accessories.looks import LOOKS, Style, Thing, look_named, random_look, varied
from core.methods.accessories.scene import Scene, scene_in, scene_of
from core.methods.accessories.wear import draw, obstacle

__all__ = [
    "LOOKS", "Composite", "Drawn", "EarringStyle", "EyeglassStyle", "HatStyle", "Scene", "Style", "Thing",
    "draw", "draw_earrings", "draw_eyeglasses", "draw_hat", "look_named", "obstacle", "random_look",
    "scene_in", "scene_of", "varied",
]  # fmt: skip
