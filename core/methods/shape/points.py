"""Points of the mesh by what they are, as MediaPipe numbers them; an eye is the person's right one first."""

from __future__ import annotations

OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
        176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)  # fmt: skip

UPPER_LIDS = ((246, 161, 160, 159, 158, 157, 173), (398, 384, 385, 386, 387, 388, 466))
LOWER_LIDS = ((7, 163, 144, 145, 153, 154, 155), (382, 381, 380, 374, 373, 390, 249))
"""Pairwise one above the other, without the corners, from the left of the picture to the right."""
EYE_RINGS = tuple((*upper, *lower) for upper, lower in zip(UPPER_LIDS, LOWER_LIDS, strict=True))

BROWS = ((70, 63, 105, 66, 107, 46, 53, 52, 65, 55), (300, 293, 334, 296, 336, 276, 283, 282, 295, 285))

OUTER_UPPER_LIP = (185, 40, 39, 37, 0, 267, 269, 270, 409)
INNER_UPPER_LIP = (191, 80, 81, 82, 13, 312, 311, 310, 415)
INNER_LOWER_LIP = (95, 88, 178, 87, 14, 317, 402, 318, 324)
OUTER_LOWER_LIP = (146, 91, 181, 84, 17, 314, 405, 321, 375)
"""Lips without the corners, from the left of the picture to the right, one below the other."""
MOUTH_CORNERS, INNER_CORNERS = (61, 291), (78, 308)
LIPS = (
    *OUTER_UPPER_LIP,
    *INNER_UPPER_LIP,
    *INNER_LOWER_LIP,
    *OUTER_LOWER_LIP,
    *MOUTH_CORNERS,
    *INNER_CORNERS,
)
CHIN = 152
WINGS_OF_NOSE = (129, 358)
