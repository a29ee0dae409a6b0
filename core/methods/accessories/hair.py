"""Hair and what is behind it: how far it stands off the skull, and what is carried on where it goes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.face.pose import MEAN_FACE
from core.methods.accessories.head import Head
from core.methods.accessories.relief import SKULL_CENTRE, SKULL_RADII
from core.opencv import cv2
from core.render.filters import pull_push

Picture = NDArray[np.floating]


def skull_ratio(head: Head, columns: NDArray[np.floating], rows: NDArray[np.floating]) -> NDArray[np.float64]:
    """How far picture places lie from the skull's middle, in parts of the way to its outline."""
    stretch = head.face_width / (MEAN_FACE[356][0] - MEAN_FACE[127][0])
    turn = head.rotation @ np.diag(SKULL_RADII * stretch * head.scale)
    outline = np.linalg.inv((turn @ turn.T)[:2, :2])
    away = np.stack([columns, rows], -1) - head.to_crop(SKULL_CENTRE)[:2]
    return np.asarray(np.sqrt(np.einsum("...i,ij,...j->...", away, outline, away)), np.float64)


def hair_reach(head: Head, hair: Picture) -> tuple[float, float]:
    """How far hair stands off the skull's outline at its sides and on top, in mm."""
    small = min(1.0, 0.6 / head.scale)
    size = max(2, round(hair.shape[1] * small)), max(2, round(hair.shape[0] * small))
    low = np.asarray(cv2.resize(hair, size, interpolation=cv2.INTER_AREA), np.float32) > 0.5
    columns, rows = np.meshgrid((np.arange(size[0]) + 0.5) / small, (np.arange(size[1]) + 0.5) / small)
    ratio = skull_ratio(head, columns, rows)
    away = np.stack([columns, rows], -1) - head.to_crop(SKULL_CENTRE)[:2]
    up = -head.turn(np.array([0.0, 1.0, 0.0]))[:2]
    angle = np.degrees(np.arctan2(np.abs(away @ np.array([-up[1], up[0]])), away @ up))
    stretch = head.face_width / (MEAN_FACE[356][0] - MEAN_FACE[127][0])
    millimetres = float(SKULL_RADII[:2].mean()) * stretch

    out = np.clip(((ratio - 0.92) / 0.04).astype(np.int64), 0, 24)
    inside = ratio >= 0.92

    def reach(least: float, most: float) -> float:
        """Over directions, how far hair goes on without a gap."""
        far: list[float] = []
        for start in np.arange(least, most, 6.0):
            there = inside & (angle >= start) & (angle < start + 6.0)
            count = np.bincount(out[there], minlength=25)
            share = np.bincount(out[there], weights=low[there], minlength=25) / np.maximum(count, 1)
            gap = np.flatnonzero((share < 0.3) | (count == 0))
            far.append(0.04 * float(gap[0] if gap.size else 24) - 0.08)
        return float(np.clip(np.median(far), 0, 0.9)) * millimetres

    return reach(36, 96), reach(0, 36)


def carried_on(photo: Picture, known: NDArray[np.bool_], scale: float) -> Picture | None:
    """The picture `(h, w, 3)` with what is not known carried on from beside; None where nothing is known."""
    if known.mean() < 0.01:
        return None
    small = min(1.0, 0.8 / scale)
    size = max(2, round(photo.shape[1] * small)), max(2, round(photo.shape[0] * small))
    weight = np.asarray(cv2.erode(known.astype(np.uint8), np.ones((3, 3), np.uint8)), np.float32)
    share = np.asarray(cv2.resize(weight, size, interpolation=cv2.INTER_AREA), np.float32)
    mean = np.asarray(cv2.resize(photo * weight[..., None], size, interpolation=cv2.INTER_AREA), np.float32)
    sure = share > 0.5
    if not sure.any():
        return None
    values = mean / np.maximum(share, 1e-3)[..., None]
    filled = pull_push(np.where(sure[..., None], values, 0).astype(np.float32), sure)
    return np.asarray(cv2.resize(filled, photo.shape[1::-1], interpolation=cv2.INTER_LINEAR), np.float32)
