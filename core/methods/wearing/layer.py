"""A thing that is worn, as a change: drawn small for the crop, and anew at the photo's own resolution."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.face import CROP_SIZE, Face, to_photo, transform_scale
from core.labels import Label
from core.methods.accessories.film import Drawn
from core.methods.accessories.looks import Style
from core.methods.accessories.removal import carried_on
from core.methods.accessories.scene import Scene, scene_in, scene_of
from core.methods.accessories.wear import draw
from core.methods.around import Around, as_crop, begun_at
from core.opencv import cv2
from core.photo import Photo, to_srgb
from core.render.analyse import face_crop
from core.render.change import Image, Layer, Mask, Matrix
from core.render.paste import Box, centred

MARGIN = CROP_SIZE // 2
"""Around the crop, in its pixels, that brims may reach into."""
_SIDE = CROP_SIZE + 2 * MARGIN


@dataclass(frozen=True, eq=False, kw_only=True)
class WornLayer(Layer):
    """`drawn_for` draws it anew for a photo at full size; None where nothing of it would be seen."""

    drawn_for: Callable[[Photo], Layer | None]

    def for_photo(self, photo: Photo) -> Layer:
        return self.drawn_for(photo) or self


@dataclass(frozen=True, eq=False)
class Worn:
    """A thing with its chance and strength, on a face."""

    style: Style
    seed: int
    strength: float
    face: Face
    around: Around
    bare: bool = False
    """Instead of eyeglasses that are worn."""

    def layer(self, photo: Photo, drawn: Drawn) -> WornLayer:
        """What was drawn on the small scene of the face, as a change."""
        transform = surroundings(self.face)
        alpha, colour = (self.strength * part for part in (drawn.alpha, drawn.colour))
        # What is drawn finely may reach a little further than what is drawn small.
        touched = cv2.dilate((drawn.alpha > 0).astype(np.float32), np.ones((5, 5), np.uint8))
        return WornLayer(
            transform=begun_at(transform, drawn.left, drawn.top),
            touched=np.asarray(touched, np.float32),
            alpha=_mask(alpha),
            colour=_mask(colour),
            drawn_for=self._drawn_for,
        )

    def drawn(self, scene: Scene) -> Drawn | None:
        return draw(self.style, scene, np.random.default_rng(self.seed))

    def _drawn_for(self, photo: Photo) -> Layer | None:
        """As the photo's own pixels show it."""
        scene, back = large_scene(photo, self.face, self.around, self.bare)
        drawn = self.drawn(scene)
        if drawn is None:
            return None
        transform = begun_at(back, drawn.left, drawn.top)
        alpha, colour = (_mask(self.strength * part) for part in (drawn.alpha, drawn.colour))
        return Layer(transform=transform, touched=_mask(drawn.alpha > 0), alpha=alpha, colour=colour)


def small_scene(photo: Photo, face: Face, around: Around, bare: bool = False) -> Scene:
    """The face with its surroundings at a crop's resolution, upright; `bare`: without eyeglasses."""
    transform = surroundings(face)
    picture, _ = face_crop(photo, as_crop(transform, _SIDE), _SIDE)
    back = np.asarray(cv2.invertAffineTransform(transform), np.float64)
    shown, labels = _bared(picture, face, around, back) if bare else (picture, around.label_map)
    return scene_of(shown, labels, _placed(around, back), _mesh(face, back))


def large_scene(photo: Photo, face: Face, around: Around, bare: bool = False) -> tuple[Scene, Matrix]:
    """The same part of the photo in its own pixels, or fewer where these are finer than is seen, and the
    transform (2, 3) from its grid to the photo's."""
    sides = np.array([[0.0, 0], [_SIDE, 0], [0, _SIDE], [_SIDE, _SIDE]])
    corners = to_photo(surroundings(face), sides)
    size = (photo.width, photo.height)
    left, top = np.clip(np.floor(corners.min(0)), 0, np.array(size) - 1).astype(int).tolist()
    right, bottom = np.clip(np.ceil(corners.max(0)), (left + 1, top + 1), size).astype(int).tolist()
    part = to_srgb(photo, photo.pixels[top:bottom, left:right])
    cut = np.array([[1.0, 0, -left], [0, 1.0, -top]])
    picture, labels = _bared(part, face, around, cut) if bare else (part, around.label_map)
    scene, back = scene_in(picture, labels, _placed(around, cut), _mesh(face, cut))
    back = np.asarray(back, np.float64).copy()
    back[:, 2] += (left, top)
    return scene, back


def _placed(around: Around, grid: Matrix) -> Matrix:
    """The transform (2, 3) that carries the known labels, taken for a crop, to a grid that `grid` carries the
    photo to."""
    return _after(as_crop(around.transform, len(around.label_map)), grid)


def _after(first: Matrix, second: Matrix) -> Matrix:
    return np.asarray(second @ np.vstack([first, [0, 0, 1]]), np.float64)


def _bared(
    picture: NDArray[np.uint8], face: Face, around: Around, grid: Matrix
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The picture of a grid that `grid` (2, 3) carries the photo to, and the known labels, without
    eyeglasses: frames that are to go would show behind the lenses that come, and are filled from around
    them."""
    labels = np.where(around.label_map == Label.EYE_G, np.uint8(Label.SKIN), around.label_map)
    transform = _after(face.transform, grid)
    whole = Box(0, 0, picture.shape[1], picture.shape[0])
    opacity = cv2.warpAffine(face.opacity, centred(transform, whole), whole.size, flags=cv2.INTER_LINEAR)
    return carried_on(picture, np.asarray(opacity, np.float32), 1 / transform_scale(transform)), labels


def surroundings(face: Face) -> Matrix:
    """The transform (2, 3) of a grid with the crop's pixels and a margin around it to the photo's."""
    return begun_at(face.transform, -MARGIN, -MARGIN)


def _mesh(face: Face, matrix: Matrix) -> NDArray[np.float64]:
    """The face's mesh (478, 3) from the photo's pixels to another grid's; its depth is scaled alike."""
    assert face.mesh is not None
    mesh = face.mesh.with_iris()
    scale = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    return np.column_stack([mesh[:, :2] @ matrix[:, :2].T + matrix[:, 2], mesh[:, 2] * scale])


def _mask(values: NDArray[np.generic]) -> Mask | Image:
    return np.asarray(values, np.float32)
