"""Outlines on the mesh, as MediaPipe numbers its points; the person's right side first."""

from __future__ import annotations

EYES = (
    (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
    (362, 398, 384, 385, 386, 387, 388, 466, 263, 249, 390, 373, 374, 380, 381, 382),
)
INNER_LIPS = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)
UNDER_EYES = (
    (25, 110, 24, 23, 22, 26, 112, 128, 121, 120, 119, 118, 117, 31),
    (255, 339, 254, 253, 252, 256, 341, 357, 350, 349, 348, 347, 346, 261),
)
"""From the lower lid, whose lashes are left out, to where the cheek begins."""
