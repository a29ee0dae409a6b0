"""Eyeglasses, hats and earrings drawn in 3D with the head's pose, composed on portraits with exact labels."""

from training.data.accessories.eyeglass_style import EyeglassStyle
from training.data.accessories.eyeglasses import draw_eyeglasses
from training.data.accessories.layer import Composite

__all__ = ["Composite", "EyeglassStyle", "draw_eyeglasses"]
