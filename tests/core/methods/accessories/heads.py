"""A made-up head that several tests draw on: a face mesh, and a picture with its label map."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.face.pose import MEAN_FACE
from core.labels import IGNORE, Label
from core.methods.accessories.eyeglasses import FACE_OVAL
from core.opencv import cv2


def make_mesh(yaw: float = 0.0, pitch: float = 0.0) -> NDArray[np.float32]:
    """A mesh with the mean face's rigid points, an oval, and everything else on a rough ball."""
    rng = np.random.default_rng(3)
    points = rng.normal(0, 25, (478, 3)) + np.array([0, 30, 20])
    return _turned(_with_rigid_points(points), yaw, pitch)


def smooth_mesh(yaw: float = 0.0, pitch: float = 0.0) -> NDArray[np.float64]:
    """A mesh with the mean face's rigid points and all others on a smooth surface through these."""
    rng = np.random.default_rng(5)
    flat = rng.uniform(-1, 1, (478, 2)) * [66, 80] + [0, 32]
    rigid = np.array(list(MEAN_FACE.values()))
    low = np.array([[40.0, 100, 12], [-40, 100, 12], [0, 116, -2], [60, 75, 52], [-60, 75, 52]])
    known = np.concatenate([rigid, low])
    shape = np.linalg.lstsq(_bends(known[:, :2]), known[:, 2], rcond=None)[0]
    points = np.column_stack([flat, _bends(flat) @ shape])
    return _turned(_with_rigid_points(points), yaw, pitch).astype(np.float64)


def _bends(flat: NDArray[np.float64]) -> NDArray[np.float64]:
    x, y = (flat / 50).T
    nose = np.exp(-((x / 0.22) ** 2)) * np.exp(-(((y - 0.6) / 0.45) ** 2))
    return np.column_stack([np.ones_like(x), x**2, x**4, y, y**2, x**2 * y, nose])


def _with_rigid_points(points: NDArray[np.float64]) -> NDArray[np.float64]:
    for k, index in enumerate(FACE_OVAL):
        angle = 2 * np.pi * k / len(FACE_OVAL)
        points[index] = [70 * np.sin(angle), 33 - 84 * np.cos(angle), 40 * np.sin(angle) ** 2]
    for index, place in MEAN_FACE.items():
        points[index] = place
    return points


def _turned(points: NDArray[np.float64], yaw: float, pitch: float) -> NDArray[np.float32]:
    """Turned, at the place of an aligned crop."""
    turn, nod = np.radians(yaw), np.radians(pitch)
    about_y = np.array([[np.cos(turn), 0, -np.sin(turn)], [0, 1, 0], [np.sin(turn), 0, np.cos(turn)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(nod), -np.sin(nod)], [0, np.sin(nod), np.cos(nod)]])
    return (points @ (about_y @ about_x).T + [128, 121.5, 0]).astype(np.float32)


def make_portrait() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """An egg with ears, short hair, eyes and a neck, and its label map."""
    labels = np.zeros((256, 256), np.uint8)
    cv2.ellipse(labels, (128, 100), (78, 92), 0, 180, 360, int(Label.HAIR), -1)
    cv2.rectangle(labels, (96, 200), (160, 255), int(Label.NECK), -1)
    for x, label in ((54, Label.R_EAR), (202, Label.L_EAR)):
        cv2.ellipse(labels, (x, 145), (9, 26), 0, 0, 360, int(label), -1)
    cv2.ellipse(labels, (128, 145), (70, 92), 0, 0, 360, int(Label.SKIN), -1)
    for x, label in ((96, Label.R_EYE), (160, Label.L_EYE)):
        cv2.ellipse(labels, (x, 122), (12, 5), 0, 0, 360, int(label), -1)
    labels[240:, :20] = IGNORE
    colours = np.random.default_rng(0).integers(40, 220, (256, 3)).astype(np.uint8)
    noise = np.random.default_rng(1).integers(0, 12, (256, 256, 3)).astype(np.uint8)
    return colours[labels] + noise, labels
