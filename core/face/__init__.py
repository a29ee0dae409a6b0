"""Faces: found, read as a mesh, aligned to a crop, and described with their doubts.

Nothing here loads torch.
"""

from core.face.align import (
    CROP_SIZE,
    crop_transform,
    extract_crop,
    mesh_in_crop,
    to_crop,
    to_photo,
    transform_scale,
)
from core.face.doubts import face_doubts, require_face
from core.face.finder import FaceFinder, FinderSettings
from core.face.mesh import MeshReader, square_of_five
from core.face.points import Detection, Face, FaceMesh, FacePoints, parse_points
from core.face.pose import Pose

__all__ = [
    "CROP_SIZE", "Detection", "Face", "FaceFinder", "FaceMesh", "FacePoints", "FinderSettings", "MeshReader",
    "Pose", "crop_transform", "extract_crop", "face_doubts", "mesh_in_crop", "parse_points", "require_face",
    "square_of_five", "to_crop", "to_photo", "transform_scale",
]  # fmt: skip
