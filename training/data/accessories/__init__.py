"""Eyeglasses, hats and earrings drawn in 3D with the head's pose, composed on portraits with exact labels."""

from training.data.accessories.earrings import EarringStyle, draw_earrings
from training.data.accessories.eyeglass_style import EyeglassStyle
from training.data.accessories.eyeglasses import draw_eyeglasses
from training.data.accessories.hat_style import HatStyle
from training.data.accessories.hats import draw_hat
from training.data.accessories.layer import Composite

__all__ = [
    "Composite", "EarringStyle", "EyeglassStyle", "HatStyle",
    "draw_earrings", "draw_eyeglasses", "draw_hat",
]  # fmt: skip
