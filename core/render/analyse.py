"""The first stage: where the faces of a photo are, and what each shows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.face import (
    CROP_SIZE,
    Detection,
    Face,
    FaceMesh,
    FacePoints,
    crop_transform,
    extract_crop,
    face_doubts,
    transform_scale,
)
from core.job import Job
from core.opencv import cv2
from core.photo import Photo, to_srgb
from core.render.reader import FaceReader
from core.render.tuning import TUNING

_BOX_MARGIN = 8


def find_faces(
    photo: Photo, points: tuple[FacePoints, ...] | None, reader: FaceReader, job: Job
) -> tuple[Face, ...]:
    """Faces of the photo, best first, or those at the given points, which are taken as they are."""
    if points is None:
        job.step(0.0, "Looking for faces")
        detections = detect(photo, reader)
    else:
        detections = [Detection(each, 1.0) for each in points]
    faces: list[Face] = []
    for index, detection in enumerate(detections):
        job.step(0.3 + 0.7 * index / len(detections), "Reading the face")
        faces.append(read_face(photo, detection, reader, refine=points is None))
    return tuple(faces)


def detect(photo: Photo, reader: FaceReader) -> list[Detection]:
    """Detections with points in photo pixels."""
    scale = min(1.0, TUNING.detection_side / max(photo.width, photo.height))
    pixels = photo.pixels
    if scale < 1:
        size = max(1, round(photo.width * scale)), max(1, round(photo.height * scale))
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), photo.pixels.dtype)
    rgb = to_srgb(photo, pixels)
    found = reader.find_faces(rgb)
    factors = np.array([photo.width / rgb.shape[1], photo.height / rgb.shape[0]])
    return [replace(each, points=FacePoints.from_array(each.points.array() * factors)) for each in found]


def read_face(photo: Photo, detection: Detection, reader: FaceReader, refine: bool) -> Face:
    """Mesh, crop and label map of one face; with `refine`, aligned by the mesh instead of by the points."""
    points = detection.points
    mesh = face_mesh(photo, points, reader)
    if mesh is not None and refine:
        points = FacePoints.of_mesh(mesh.points)
    transform = crop_transform(points)
    crop, inside = face_crop(photo, transform)
    parsed = reader.parse(crop)
    face = Face(
        points=points,
        transform=transform,
        confidence=detection.confidence,
        doubts=(),
        crop=crop,
        inside=inside,
        label_map=parsed.label_map,
        opacity=parsed.opacity,
        mesh=mesh,
        unclear=parsed.unclear,
    )
    return replace(face, doubts=face_doubts(face, (photo.width, photo.height)))


def face_mesh(photo: Photo, points: FacePoints, reader: FaceReader) -> FaceMesh | None:
    """The mesh in photo pixels of the face with about these points; None where there is no such face."""
    part, (left, top) = _part(photo, crop_transform(points))
    mesh = reader.read_mesh(part, FacePoints.from_array(points.array() - (left, top)))
    return None if mesh is None else mesh.moved(left, top)


def _part(photo: Photo, transform: NDArray[np.float64]) -> tuple[NDArray[np.uint8], tuple[int, int]]:
    """What a crop sees of the photo, in sRGB, and its upper left corner: only that much is converted."""
    corners = np.array([[0, 0, 1], [CROP_SIZE, 0, 1], [0, CROP_SIZE, 1], [CROP_SIZE, CROP_SIZE, 1]])
    x, y = (corners @ transform.T).T
    margin = _BOX_MARGIN + int(4 * transform_scale(transform))
    left = int(np.clip(np.floor(x.min()) - margin, 0, photo.width - 1))
    top = int(np.clip(np.floor(y.min()) - margin, 0, photo.height - 1))
    right = int(np.clip(np.ceil(x.max()) + margin, left + 1, photo.width))
    bottom = int(np.clip(np.ceil(y.max()) + margin, top + 1, photo.height))
    return to_srgb(photo, photo.pixels[top:bottom, left:right]), (left, top)


def face_crop(
    photo: Photo, transform: NDArray[np.float64], size: int = CROP_SIZE
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Crop (size, size, 3) in sRGB and where it lies inside the photo; converts only the face's own box."""
    part, corner = _part(photo, transform)
    moved = transform.copy()
    moved[:, 2] -= corner
    return extract_crop(part, moved, size)


def fade_mask(transform: NDArray[np.float64], width: int, height: int) -> NDArray[np.float32]:
    """(256, 256): 0 at the crop's border, 1 further in (`TUNING.fade`), wherever the photo goes on beyond
    that border; 1 along borders that the crop shares with the photo."""
    reach = TUNING.at(CROP_SIZE).fade
    pad = int(reach) + 2
    size = CROP_SIZE + 2 * pad
    grid = np.arange(size) - pad + 0.5
    columns, rows = np.meshgrid(grid, grid)
    x, y = np.tensordot(transform[:, :2], np.stack([columns, rows]), 1) + transform[:, 2][:, None, None]
    in_photo = (x >= 0) & (y >= 0) & (x <= width) & (y <= height)
    in_crop = np.zeros((size, size), np.bool_)
    in_crop[pad:-pad, pad:-pad] = True
    cut = in_photo & ~in_crop
    if not cut.any():
        return np.ones((CROP_SIZE, CROP_SIZE), np.float32)
    kept = (~cut).astype(np.uint8)
    away = np.asarray(cv2.distanceTransform(kept, cv2.DIST_L2, cv2.DIST_MASK_PRECISE), np.float32)
    distance = away[pad:-pad, pad:-pad]
    # The outermost crop pixels are at distance 1: they must come out as 0.
    t = np.clip((distance - 1) / reach, 0, 1)
    return (t * t * (3 - 2 * t)).astype(np.float32)
