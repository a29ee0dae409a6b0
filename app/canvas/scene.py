"""What the canvas shows: the photo, before and after, the overlays and the handles over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF, QTransform

from app.canvas import layers
from app.canvas.geometry import CROP, corners
from app.canvas.pictures import Picture, blended_image
from app.canvas.tools import FACE_INSET
from app.words.edits import POINT_TITLES
from app.words.translate import tr
from core.render.preview import Preview

if TYPE_CHECKING:
    from app.canvas.view import Canvas

_Made = TypeVar("_Made")


def _once(make: Callable[[Preview], _Made]) -> Callable[[Preview], _Made]:
    """Make it once a preview, since it takes longer than painting it; it goes when the preview goes."""
    made: WeakKeyDictionary[Preview, _Made] = WeakKeyDictionary()

    def kept(preview: Preview) -> _Made:
        if preview not in made:
            made[preview] = make(preview)
        return made[preview]

    return kept


@_once
def _result(preview: Preview) -> QImage:
    """The edited crop, clear where nothing was touched."""
    # the crop fades into the photo by itself; fading it once more would halve the feather
    return blended_image(preview.crop, np.minimum(1.0, 4.0 * preview.touched))


@_once
def _heat(preview: Preview) -> QImage:
    return layers.heat_image(preview.original, preview.crop)


@_once
def _outlines(preview: Preview) -> tuple[QPolygonF, ...]:
    return layers.outlines_of(preview.touched > 0)


class Scene:
    """Paints a canvas's photo with all that lies on it; what is shown is for the canvas to say."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def paint(self, painter: QPainter, picture: Picture) -> None:
        if self._canvas.sides:
            self._paint_sides(painter, picture)
        else:
            self._paint_photo(painter, picture)

    def _paint_sides(self, painter: QPainter, picture: Picture) -> None:
        """Before on the left, after on the right, moved and zoomed together."""
        width, height = self._canvas.view_size()
        for number in (0, 1):
            painter.save()
            painter.setClipRect(QRect(number * width, 0, width, height), Qt.ClipOperation.IntersectClip)
            painter.translate(number * width, 0)
            self._paint_photo(painter, picture, before=number == 0)
            painter.restore()
        painter.setPen(QPen(self._canvas.palette().dark().color(), 1))
        painter.drawLine(width, 0, width, height)

    def _paint_photo(self, painter: QPainter, picture: Picture, before: bool = False) -> None:
        canvas = self._canvas
        ratio, view = canvas.devicePixelRatioF(), canvas.view
        painter.translate(round(view.x * ratio) / ratio, round(view.y * ratio) / ratio)
        painter.scale(view.scale, view.scale)
        document = canvas.session.document
        if document is not None and document.photo.alpha is not None:
            layers.paint_checkers(painter, picture.width, picture.height, view.scale)
        layers.paint_picture(painter, picture, canvas.zoom)
        painter.setClipRect(QRectF(0, 0, picture.width, picture.height), Qt.ClipOperation.IntersectClip)
        if before:
            self._paint_before(painter)
        elif not canvas.original and canvas.points is None:  # points are set on the photo itself
            self._paint_after(painter, picture)
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if canvas.points is not None:
            titles = [tr(title) for title in POINT_TITLES]
            layers.paint_points(painter, canvas.points, titles, view.scale, canvas.current_point)
        else:
            if not before and self._shows_boxes():
                self._paint_boxes(painter)
            self._paint_brush(painter)  # in both halves, as it works in both

    def _paint_after(self, painter: QPainter, picture: Picture) -> None:
        """The present state; where the view is split, only right of the divider."""
        state = self._canvas.state
        split, at = state.compare == "split", self._canvas.divider * picture.width
        if split:
            painter.save()
            painter.setClipRect(QRectF(0, 0, at, picture.height), Qt.ClipOperation.IntersectClip)
            self._paint_before(painter)
            painter.restore()
            painter.save()
            painter.setClipRect(
                QRectF(at, 0, picture.width - at, picture.height), Qt.ClipOperation.IntersectClip
            )
        self._paint_result(painter)
        if state.changes:
            self._paint_crops(painter, _heat)
        if state.outline:
            self._paint_outlines(painter)
        self._paint_overlay(painter)
        if split:
            painter.restore()
            layers.paint_divider(painter, at, picture.height, self._canvas.view.scale)

    def _paint_before(self, painter: QPainter) -> None:
        """What is compared with: a snapshot on the photo, or the photo alone."""
        session = self._canvas.session
        compared = session.snapshots.compared
        for index, preview in compared.previews.items() if compared is not None else ():
            if index < len(session.faces):
                layers.paint_crop(
                    painter, _result(preview), layers.qtransform(session.faces[index].transform)
                )

    def _paint_result(self, painter: QPainter) -> None:
        detail = self._canvas.session.renderer.detail
        if detail is not None:
            layers.paint_picture(painter, detail, self._canvas.zoom)
        else:
            self._paint_crops(painter, _result)

    def _paint_crops(self, painter: QPainter, image_of: Callable[[Preview], QImage]) -> None:
        """An image of each edited face, where the face is."""
        for preview, place in self._edited():
            layers.paint_crop(painter, image_of(preview), place)

    def _paint_outlines(self, painter: QPainter) -> None:
        """A line around what the edits touch, on every face."""
        for preview, place in self._edited():
            layers.paint_outlines(painter, _outlines(preview), place)

    def _edited(self) -> Iterator[tuple[Preview, QTransform]]:
        """The edited faces, and where each lies in the photo."""
        session = self._canvas.session
        for index, face in enumerate(session.faces):
            preview = session.renderer.preview(index)
            if preview is not None:
                yield preview, layers.qtransform(face.transform)

    def _paint_overlay(self, painter: QPainter) -> None:
        state, paint, face = self._canvas.state, self._canvas.paint, self._canvas.session.face
        if state.overlay and paint is not None and face is not None:
            layers.paint_crop(painter, paint.overlay, layers.qtransform(face.transform), state.opacity)

    def _paint_boxes(self, painter: QPainter) -> None:
        session, scale = self._canvas.session, self._canvas.view.scale
        for index, face in enumerate(session.faces):
            box = corners(face.transform, CROP, FACE_INSET)
            layers.paint_brackets(painter, box, scale, index == session.face_index)

    def _paint_brush(self, painter: QPainter) -> None:
        """Its outline where the pointer is, and the line that is being drawn."""
        canvas = self._canvas
        radius, scale = canvas.brush_radius(), canvas.view.scale
        if canvas.trail:
            layers.paint_trail(painter, canvas.trail, scale, radius)
        if radius is not None and canvas.pointer is not None:
            layers.paint_circle(painter, canvas.view.to_photo(canvas.pointer), radius, scale)

    def _shows_boxes(self) -> bool:
        """With several faces always; a single one until it is worked on, so that nothing hides the result."""
        session = self._canvas.session
        if self._canvas.original or session.document is None:
            return False
        return len(session.faces) > 1 or (not session.document.edits and not self._canvas.state.overlay)
