"""Faces: found, aligned to a crop, and described with their doubts.

Nothing here loads torch before a face is looked for.
"""

from core.face.align import CROP_SIZE, crop_transform, extract_crop, to_crop, to_photo, transform_scale
from core.face.detect import DetectorSettings, FaceDetector
from core.face.doubts import face_doubts
from core.face.points import Detection, Face, FacePoints, parse_points
from core.face.refine import refine_points

__all__ = [
    "CROP_SIZE", "Detection", "DetectorSettings", "Face", "FaceDetector", "FacePoints", "crop_transform",
    "extract_crop", "face_doubts", "parse_points", "refine_points", "to_crop", "to_photo", "transform_scale",
]  # fmt: skip
