"""The layers that other programs see in a project: photo, result, the regions of each face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray

from core.labels import Label, palette
from core.opencv import cv2
from core.photo import Photo, to_srgb
from core.photo.colour import to_eight_bits

THUMBNAIL_SIDE = 256
_LONGEST = 32_000  # pixels a side: OpenCV warps no larger picture
_CLOSED = 9  # pixels: unchanged specks of this size inside the result belong to it
_TITLES = {
    Label.EYE_G: "Eyeglasses", Label.L_EYE: "Left eye", Label.R_EYE: "Right eye", Label.L_BROW: "Left brow",
    Label.R_BROW: "Right brow", Label.L_EAR: "Left ear", Label.R_EAR: "Right ear", Label.U_LIP: "Upper lip",
    Label.L_LIP: "Lower lip", Label.EAR_R: "Earring", Label.NECK_L: "Necklace", Label.CLOTH: "Clothes",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class FaceRegions:
    """A face's label map uint8 (256, 256) and its `transform` (2, 3) from crop to photo coordinates."""

    label_map: NDArray[np.uint8]
    transform: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Rendered:
    """What the engine made of a document: the whole photo with its edits, and where the regions lie."""

    result: Photo
    faces: tuple[FaceRegions, ...] = ()


@dataclass(frozen=True, eq=False)
class Layer:
    """An 8-bit sRGB picture at (x, y) of the photo, under a name for a person and one for its file."""

    name: str
    file: str
    picture: Photo
    x: int = 0
    y: int = 0
    visible: bool = True


@dataclass(frozen=True)
class Place:
    """A layer's line in stack.xml, once its picture is written."""

    name: str
    file: str
    x: int
    y: int
    visible: bool

    @classmethod
    def of(cls, layer: Layer) -> Place:
        return cls(layer.name, layer.file, layer.x, layer.y, layer.visible)


def flat(photo: Photo) -> Photo:
    """The photo in 8-bit sRGB, with its alpha."""
    alpha = None if photo.alpha is None else to_eight_bits(photo.alpha)
    return Photo(to_srgb(photo, photo.pixels), alpha)


def photo_layers(photo: Photo, result: Photo) -> Iterator[Layer]:
    """Bottom up: the photo, then what the edits changed of it, if anything.

    A photo with transparency is hidden under its whole result: two of them would cover more than one.
    """
    box = changed_box(photo.pixels, result.pixels)
    transparent = photo.alpha is not None
    yield Layer("Photo", "photo.png", flat(photo), visible=box is None or not transparent)
    if box is None:
        return
    if transparent:
        yield Layer("Result", "result.png", flat(result))
        return
    x0, y0, x1, y1 = box
    after = np.ascontiguousarray(result.pixels[y0:y1, x0:x1])
    changed = (photo.pixels[y0:y1, x0:x1] != after).any(axis=2).astype(np.uint8) * 255
    cover = cv2.morphologyEx(changed, cv2.MORPH_CLOSE, np.ones((_CLOSED, _CLOSED), np.uint8))
    yield Layer("Result", "result.png", Photo(to_srgb(result, after), np.asarray(cover, np.uint8)), x0, y0)


def region_layers(number: int, face: FaceRegions, width: int, height: int) -> Iterator[Layer]:
    """One layer a region of face `number`, in the label's colour, where it lies in the photo."""
    for value in np.unique(face.label_map):
        if value == Label.BACKGROUND or value >= len(Label):
            continue
        found = _region(face, int(value), width, height)
        if found is not None:
            label = Label(int(value))
            x, y, cover = found
            colour = np.broadcast_to(palette()[value], (*cover.shape, 3))
            file = f"face-{number}-{label.name.lower().replace('_', '-')}.png"
            yield Layer(_TITLES.get(label, label.name.capitalize()), file, Photo(colour, cover), x, y)


def _region(
    face: FaceRegions, value: int, width: int, height: int
) -> tuple[int, int, NDArray[np.uint8]] | None:
    """(x, y, cover uint8 (h, w)) of a label's pixels in the photo; None when they lie outside it."""
    rows, columns = np.nonzero(face.label_map == value)
    low = np.array([columns.min(), rows.min()]) - 1.0
    high = np.array([columns.max(), rows.max()]) + 2.0
    corners = np.array([[x, y, 1.0] for x in (low[0], high[0]) for y in (low[1], high[1])])
    place = corners @ face.transform.T
    x0, y0 = np.maximum(np.floor(place.min(axis=0)), 0).astype(int)
    x1, y1 = np.minimum(np.ceil(place.max(axis=0)), (width, height)).astype(int)
    if x0 >= x1 or y0 >= y1 or max(x1 - x0, y1 - y0) > _LONGEST:
        return None
    matrix = face.transform.astype(np.float64).copy()  # OpenCV's pixel centres are whole numbers
    matrix[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5 - np.array([x0, y0])
    mask = (face.label_map == value).astype(np.uint8) * 255
    cover = cv2.warpAffine(mask, matrix, (int(x1 - x0), int(y1 - y0)), flags=cv2.INTER_LINEAR)
    return (int(x0), int(y0), np.asarray(cover, np.uint8)) if cover.any() else None


def thumbnail(picture: Photo) -> Photo:
    """The picture at no more than 256 pixels a side."""
    scale = min(1.0, THUMBNAIL_SIDE / max(picture.width, picture.height))
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))

    def small(array: NDArray[Any]) -> NDArray[np.uint8]:
        return np.asarray(cv2.resize(array, size, interpolation=cv2.INTER_AREA), np.uint8)

    return Photo(small(picture.pixels), None if picture.alpha is None else small(picture.alpha))


def stack_xml(width: int, height: int, photos: Sequence[Place], faces: Sequence[Sequence[Place]]) -> bytes:
    """stack.xml of OpenRaster 0.0.5. `photos` bottom up; each of `faces` is a group above them, hidden."""
    image = ElementTree.Element("image", version="0.0.5", w=str(width), h=str(height))
    stack = ElementTree.SubElement(image, "stack")
    for number, places in enumerate(faces, start=1):
        shared = {"x": "0", "y": "0", "opacity": "1.0", "composite-op": "svg:src-over"}
        group = ElementTree.SubElement(
            stack, "stack", {"name": f"Face {number} regions", "visibility": "hidden", **shared}
        )
        for place in places:
            _add_layer(group, place)
    for place in reversed(photos):
        _add_layer(stack, place)
    ElementTree.indent(image, " ")
    return ElementTree.tostring(image, "UTF-8", xml_declaration=True)


def _add_layer(parent: ElementTree.Element, place: Place) -> None:
    ElementTree.SubElement(
        parent,
        "layer",
        {
            "name": place.name,
            "src": f"data/{place.file}",
            "x": str(place.x),
            "y": str(place.y),
            "opacity": "1.0",
            "visibility": "visible" if place.visible else "hidden",
            "composite-op": "svg:src-over",
        },
    )


def changed_box(before: NDArray[Any], after: NDArray[Any]) -> tuple[int, int, int, int] | None:
    """The smallest box (x0, y0, x1, y1) that holds every differing pixel; None when there is none."""
    rows = np.flatnonzero([not np.array_equal(a, b) for a, b in zip(before, after, strict=True)])
    if rows.size == 0:
        return None
    y0, y1 = int(rows[0]), int(rows[-1]) + 1
    columns = np.flatnonzero((before[y0:y1] != after[y0:y1]).any(axis=(0, 2)))
    return int(columns[0]), y0, int(columns[-1]) + 1, y1
