"""What the canvas paints, from the ground up, in photo coordinates and at a given scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from app.canvas.pictures import Picture, blended_image
from core.methods.paint.strokes import Point

_SMOOTH = QPainter.RenderHint.SmoothPixmapTransform
ACCENT = QColor("#5bb0ff")


def ground_colour(dark: bool) -> QColor:
    """A neutral grey around the photo, so that it is judged against no colour."""
    return QColor("#1b1c1f") if dark else QColor("#d5d6d9")


def paint_checkers(painter: QPainter, width: int, height: int, scale: float) -> None:
    """Under photos with transparency."""
    tile = QImage(2, 2, QImage.Format.Format_RGB32)
    for y in range(2):
        for x in range(2):
            tile.setPixelColor(x, y, QColor("#c8c8c8" if x == y else "#a0a0a0"))
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(8 / scale, 8 / scale))
    painter.fillRect(QRectF(0, 0, width, height), brush)


def paint_picture(painter: QPainter, picture: Picture, scale: float) -> None:
    """A picture at `scale` device pixels a photo pixel; its own pixels show from 200 % on."""
    image = picture.levels[picture.level_for(scale)]
    painter.setRenderHint(_SMOOTH, scale < 2.0 and abs(scale - 1.0) > 1e-6)
    painter.drawImage(QRectF(picture.x, picture.y, picture.width, picture.height), image)


def paint_crop(painter: QPainter, image: QImage, transform: QTransform, opacity: float = 1.0) -> None:
    """An image in crop coordinates, where the face's transform puts it."""
    painter.save()
    painter.setRenderHint(_SMOOTH, True)
    painter.setOpacity(opacity)
    painter.setTransform(transform, True)
    painter.drawImage(QPointF(0, 0), image)
    painter.restore()


def qtransform(transform: NDArray[np.float64]) -> QTransform:
    """A (2, 3) transform as Qt's."""
    (a, b, c), (d, e, f) = transform.tolist()
    return QTransform(a, d, b, e, c, f)


def paint_brackets(painter: QPainter, box: Sequence[Point], scale: float, current: bool) -> None:
    """The corners of a face's box, like a camera's focus frame."""
    path = QPainterPath()
    for index, corner in enumerate(box):
        before, after = box[index - 1], box[(index + 1) % len(box)]
        path.moveTo(*_between(corner, before, 0.2))
        path.lineTo(*corner)
        path.lineTo(*_between(corner, after, 0.2))
    for colour, width in ((QColor(0, 0, 0, 110), 4.0), (ACCENT if current else QColor("#f2f2f2"), 2.0)):
        pen = QPen(colour, width / scale)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(path)


def paint_circle(painter: QPainter, centre: Point, radius: float, scale: float) -> None:
    """The brush's outline, dark and light, so that it shows on any photo."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255, 235), 1.2)):
        painter.setPen(QPen(colour, width / scale))
        painter.drawEllipse(QPointF(*centre), radius, radius)


def paint_divider(painter: QPainter, x: float, height: float, scale: float) -> None:
    """The line between before and after, with a grip."""
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255, 235), 1.2)):
        painter.setPen(QPen(colour, width / scale))
        painter.drawLine(QPointF(x, 0), QPointF(x, height))
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1 / scale))
    painter.setBrush(QColor(255, 255, 255, 235))
    painter.drawEllipse(QPointF(x, height / 2), 7 / scale, 7 / scale)


def outlines_of(area: NDArray[np.bool_]) -> tuple[QPolygonF, ...]:
    """The lines around an area, in its pixels' coordinates."""
    from core.opencv import cv2

    found, _ = cv2.findContours(area.astype(np.uint8), cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    return tuple(QPolygonF([QPointF(x + 0.5, y + 0.5) for x, y in line[:, 0].tolist()]) for line in found)


def paint_outlines(painter: QPainter, outlines: Sequence[QPolygonF], transform: QTransform) -> None:
    """Thin lines in crop coordinates, dark and light, of the same width at any zoom."""
    painter.save()
    painter.setTransform(transform, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, style in ((QColor(0, 0, 0, 170), Qt.PenStyle.SolidLine), (ACCENT, Qt.PenStyle.DashLine)):
        pen = QPen(colour, 1.5, style)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for outline in outlines:
            painter.drawPolygon(outline)
    painter.restore()


def heat_image(before: NDArray[np.uint8], after: NDArray[np.uint8]) -> QImage:
    """How far each pixel moved, from clear through yellow to red: an image of the crops' size."""
    moved = np.abs(after.astype(np.int16) - before).max(axis=2).astype(np.float32)
    strength = np.minimum(moved / 96.0, 1.0)
    colour = np.empty((*moved.shape, 3), np.uint8)
    colour[..., 0], colour[..., 2] = 255, 40
    colour[..., 1] = np.rint(220 * (1 - strength))
    return blended_image(colour, np.where(moved > 0, 0.25 + 0.6 * strength, 0.0).astype(np.float32))


def paint_trail(painter: QPainter, trail: Sequence[Point], scale: float, radius: float | None) -> None:
    """A line on its way: as broad as the brush, or closed to the area that a lasso takes."""
    line = QPolygonF([QPointF(*point) for point in trail])
    if radius is not None:
        pen = QPen(QColor(255, 255, 255, 70), 2 * radius)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(line)
        return
    painter.setBrush(QColor(91, 176, 255, 40))
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255, 235), 1.2)):
        painter.setPen(QPen(colour, width / scale))
        painter.drawPolygon(line)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_points(
    painter: QPainter, points: Sequence[Point], titles: Sequence[str], scale: float, current: int | None
) -> None:
    """Five handles with their names; the lines between them show the face that they mean."""
    eye_l, eye_r, nose, mouth_l, mouth_r = (QPointF(*point) for point in points)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(255, 255, 255, 130), 1.2 / scale, Qt.PenStyle.DashLine))
    painter.drawPolygon(QPolygonF([eye_l, eye_r, mouth_r, mouth_l]))
    painter.drawPolyline(QPolygonF([eye_l, nose, eye_r]))
    for index, point in enumerate(points):
        radius = 7.0 / scale
        painter.setPen(QPen(QColor(0, 0, 0, 180), 3.0 / scale))
        painter.setBrush(QColor(0, 0, 0, 60))
        painter.drawEllipse(QPointF(*point), radius, radius)
        painter.setPen(QPen(ACCENT if index == current else QColor("#ffffff"), 1.8 / scale))
        painter.drawEllipse(QPointF(*point), radius, radius)
        painter.setBrush(QColor("#ffffff"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(*point), 1.5 / scale, 1.5 / scale)
    if current is not None:
        paint_tag(painter, points[current], titles[current], scale)


def paint_tag(painter: QPainter, at: Point, text: str, scale: float) -> None:
    """A few words beside a point, of the same size at any zoom."""
    painter.save()
    painter.translate(*at)
    painter.scale(1 / scale, 1 / scale)
    font = QFont(painter.font())
    font.setPointSizeF(9.0)
    painter.setFont(font)
    box: Any = painter.fontMetrics().boundingRect(text).adjusted(-6, -3, 6, 3)
    box.moveTo(12, -box.height() - 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _between(a: Point, b: Point, amount: float) -> Point:
    return a[0] + (b[0] - a[0]) * amount, a[1] + (b[1] - a[1]) * amount
