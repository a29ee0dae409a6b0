"""Faces: found, aligned to a crop, and described with their doubts.

Nothing here loads torch before a face is looked for.
"""

from core.face.align import CROP_SIZE, crop_transform, extract_crop, to_crop, to_photo, transform_scale
from core.face.detect import DetectorSettings, FaceDetector
from core.face.doubts import face_doubts
from core.face.finder import FaceFinder, FinderSettings
from core.face.mesh import MeshReader, square_of_five
from core.face.points import Detection, Face, FaceMesh, FacePoints, parse_points
from core.face.pose import Pose
from core.face.refine import refine_points

__all__ = [
    "CROP_SIZE",
    "Detection",
    "DetectorSettings",
    "Face",
    "FaceDetector",
    "FaceFinder",
    "FaceMesh",
    "FacePoints",
    "FinderSettings",
    "MeshReader",
    "Pose",
    "crop_transform",
    "extract_crop",
    "face_doubts",
    "parse_points",
    "refine_points",
    "square_of_five",
    "to_crop",
    "to_photo",
    "transform_scale",
]  # fmt: skip
