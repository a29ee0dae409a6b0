"""What a thing is put on: a photo's view around a head, what is known of it, and what is read off it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.face.points import LIDS
from core.labels import Label
from core.methods.accessories.head import EYE_REGION, Head, Points, fit_head
from core.methods.accessories.lighting import Lighting, read_lighting
from core.methods.accessories.relief import Relief, read_relief
from core.methods.accessories.texture import Texture, read_texture
from core.methods.accessories.tuning import TUNING
from core.opencv import cv2

Image = NDArray[np.uint8]
Mask = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class Scene:
    """A head in a picture, at any size.

    `image (H, W, 3)` is the photo around the head, as much of it as a thing may reach; on its grid lie the
    `label_map (H, W)`, `hair (H, W)` in 0..1 (a matte, or the softened label) and the `mesh` (478 or 468, 3).
    What is read off these is computed once, when it is first asked for.
    """

    image: Image
    label_map: Image
    hair: Mask
    mesh: Points

    def __post_init__(self) -> None:
        if self.image.shape[:2] != self.label_map.shape or self.hair.shape != self.label_map.shape:
            raise ValueError("picture, label map and hair lie on one grid")

    @cached_property
    def head(self) -> Head:
        """Pose and mesh. Raises `ValueError` where the mesh is of another shape or not finite."""
        return fit_head(with_pupils(self.mesh))

    @cached_property
    def eye_head(self) -> Head:
        """The pose of the part that eyeglasses rest on."""
        return fit_head(with_pupils(self.mesh), EYE_REGION)

    def label_map_is(self, *labels: Label) -> Mask:
        """1 where the label is one of these, `(H, W)`."""
        return np.isin(self.label_map, labels).astype(np.float32)

    @cached_property
    def relief(self) -> Relief:
        """The depth of face and skull."""
        return read_relief(self.head, self.label_map)

    @cached_property
    def lighting(self) -> Lighting:
        """How the face is lit."""
        return read_lighting(self.image, self.label_map, self.relief)

    @cached_property
    def texture(self) -> Texture:
        """How soft and how grainy the photo is."""
        return read_texture(self.image, self.label_map, self.head)


def with_pupils(mesh: Points) -> Points:
    """A mesh (478, 3): pupils are taken to be in the middle of the lids where a mesh (468, 3) has none."""
    if mesh.shape != (468, 3):
        return mesh
    eyes = [np.repeat(mesh[list(lids)].mean(0, keepdims=True), 5, 0) for lids in LIDS]
    return np.concatenate([mesh, *eyes])


def scene_in(
    photo: Image, crop_map: Image, transform: Points, mesh: Points, hair: Mask | None = None
) -> tuple[Scene, Points]:
    """A scene of the part of a photo `(H, W, 3)` that things on a face may reach, and the transform `(2, 3)`
    from its grid, which is no finer than `TUNING.finest`, to the photo, as a `Layer` takes it.

    The rest as for `scene_of`; `hair (H, W)` lies on the photo's grid.
    """
    head = fit_head(with_pupils(np.asarray(mesh, np.float64)))
    box = TUNING.reach_aside, TUNING.reach_above, TUNING.reach_below
    middle = head.project(np.zeros((1, 3)))[0]
    up = -head.turn(np.array([0.0, 1.0, 0.0]))[:2] * head.scale
    corners = [
        middle + side * box[0] * np.array([-up[1], up[0]]) + along * up
        for side in (-1, 1)
        for along in (box[1], -box[2])
    ]
    low = np.floor(np.min(corners, axis=0)).astype(int).clip(0)
    high = np.ceil(np.max(corners, axis=0)).astype(int).clip(0, (photo.shape[1], photo.shape[0]))
    low, high = np.minimum(low, high - 1), np.maximum(high, low + 1)
    part = np.s_[low[1] : high[1], low[0] : high[0]]
    factor = min(1.0, TUNING.finest / head.scale)
    size = max(1, round((high[0] - low[0]) * factor)), max(1, round((high[1] - low[1]) * factor))
    ratio = np.array([size[0] / (high[0] - low[0]), size[1] / (high[1] - low[1])])
    image = np.asarray(cv2.resize(photo[part], size, interpolation=cv2.INTER_AREA), np.uint8)
    if hair is not None:
        hair = np.asarray(cv2.resize(hair[part], size, interpolation=cv2.INTER_AREA), np.float32)
    moved = (np.asarray(transform, np.float64) - np.column_stack([np.zeros((2, 2)), low])) * ratio[:, None]
    placed = (np.asarray(mesh, np.float64) - [*low, 0]) * [*ratio, ratio.mean()]
    back = np.column_stack([np.diag(1 / ratio), low])
    return scene_of(image, crop_map, moved, placed, hair), back


def scene_of(
    image: Image, crop_map: Image, transform: Points, mesh: Points, hair: Mask | None = None
) -> Scene:
    """A scene of a picture `(H, W, 3)`, from the label map of a crop `(S, S)` that `transform (2, 3)` carries
    to the picture, and the mesh in the picture's pixels. Beyond the crop nothing is known.

    Without a matte, hair is the label's, its edge moved to the picture's own edges.
    """
    size = image.shape[1::-1]
    step = 256 / crop_map.shape[0]
    matrix = np.asarray(transform, np.float64) @ np.array(
        [[step, 0, 0.5 * step], [0, step, 0.5 * step], [0, 0, 1]]
    )
    matrix[:, 2] -= 0.5
    labels = _warped_labels(crop_map, matrix, size)
    if hair is None:
        soft = cv2.warpAffine(
            (crop_map == Label.HAIR).astype(np.float32), matrix, size, flags=cv2.INTER_LINEAR
        )
        hair = _guided(
            np.asarray(soft, np.float32), image, radius=4 * abs(np.linalg.det(matrix[:, :2])) ** 0.5
        )
    return Scene(image, labels, hair, np.asarray(mesh, np.float64))


def _warped_labels(crop_map: Image, matrix: Points, size: tuple[int, int]) -> Image:
    """Each pixel's most likely label, so that enlarged edges are smooth."""
    best = np.full(size[::-1], 0.5, np.float32)
    labels = np.zeros(size[::-1], np.uint8)
    for label in np.unique(crop_map):
        if label == Label.BACKGROUND:
            continue
        area = (crop_map == label).astype(np.float32)
        area = np.asarray(cv2.GaussianBlur(area, (0, 0), 0.7), np.float32)
        share = np.asarray(cv2.warpAffine(area, matrix, size, flags=cv2.INTER_LINEAR), np.float32)
        better = share > np.where(labels == 0, np.float32(0.4), best)
        labels[better], best[better] = label, share[better]
    return labels


def _guided(mask: Mask, image: Image, radius: float) -> Mask:
    """The mask with its edges on the picture's (He, Sun and Tang 2010), by its lightness."""
    shrink = min(1.0, 4 / max(radius, 1e-3))
    size = max(2, round(mask.shape[1] * shrink)), max(2, round(mask.shape[0] * shrink))
    guide = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), np.float32) / 255
    small, low = (
        np.asarray(cv2.resize(a, size, interpolation=cv2.INTER_AREA), np.float32) for a in (guide, mask)
    )
    box = (9, 9)
    mean, middle = cv2.blur(small, box), cv2.blur(low, box)
    slope = (cv2.blur(small * low, box) - mean * middle) / (cv2.blur(small * small, box) - mean**2 + 1e-3)
    away = middle - slope * mean
    slope, away = (
        np.asarray(
            cv2.resize(cv2.blur(a, box), mask.shape[1::-1], interpolation=cv2.INTER_LINEAR), np.float32
        )
        for a in (slope, away)
    )
    return np.asarray(np.clip(slope * guide + away, 0, 1), np.float32)
