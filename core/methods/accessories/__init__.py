"""Eyeglasses, hats and earrings drawn in 3D with the head's pose, composed on portraits with exact labels."""

from core.methods.accessories.earrings import EarringStyle, draw_earrings
from core.methods.accessories.eyeglass_style import EyeglassStyle
from core.methods.accessories.eyeglasses import draw_eyeglasses
from core.methods.accessories.hat_style import HatStyle
from core.methods.accessories.hats import draw_hat
from core.methods.accessories.layer import Composite

__all__ = [
    "Composite", "EarringStyle", "EyeglassStyle", "HatStyle",
    "draw_earrings", "draw_eyeglasses", "draw_hat",
]  # fmt: skip
