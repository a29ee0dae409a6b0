"""The canvas: pan, zoom, drop, the layers, and the tool in hand."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.canvas import layers
from app.canvas.geometry import CROP, ViewTransform, apply, corners, fitted, scale_of
from app.canvas.painting import LabelPaint
from app.canvas.scene import Scene
from app.canvas.state import PAINTING, ROUND, CanvasState
from app.canvas.tools import Tool, make_tools
from app.session.session import Session
from app.widgets.incoming import accept_copy, can_take, look_of, sources_of
from app.widgets.theme import is_dark
from app.words.translate import tr
from core.methods.paint.strokes import Box, Point

_WHEEL_STEP = 1.0015  # zoom factor per unit of wheel angle: 120 units (one notch) are 20 %
_NUDGE = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Canvas(QWidget):
    """Shows the session's photo and what became of it, and lets the tools work on it.

    Signals: `zoom_changed(scale)` in device pixels a photo pixel, `dropped(sources)`,
    `look_dropped(look, photo point)`, `points_changed`
    (the points mode began, ended or moved a point), `hovered(photo point or None)`.
    """

    zoom_changed = Signal(float)
    dropped = Signal(object)
    look_dropped = Signal(object, object)
    points_changed = Signal()
    points_confirmed = Signal()
    hovered = Signal(object)

    def __init__(self, session: Session, state: CanvasState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.state = session, state
        self.view = ViewTransform()
        self.paint: LabelPaint | None = None
        self.points: tuple[Point, ...] | None = None
        self.held_point: int | None = None
        self.current_point = 0
        self._fitting = True
        self._size = self.view_size()
        self._half = 0  # the one that the pointer is in, where there are two
        self._original = False
        self._panning: Point | None = None
        self._space = False
        self.pointer: Point | None = None
        self._drop_shown = False
        self._pressed = False
        self.trail: list[Point] = []
        self.divider = 0.5
        self._dividing = False
        self.pressure = 1.0
        self._scene = Scene(self)
        self._tools = make_tools()
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Canvas"))
        self.setAccessibleDescription(tr("The photo with its edits. Drop a picture here."))
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 200)
        self._connect()

    def _connect(self) -> None:
        self.session.photo_changed.connect(self._on_photo)
        self.session.face_changed.connect(self._on_face)
        self.session.editor.document_changed.connect(self._on_document)
        self.session.renderer.preview_changed.connect(self._on_preview)
        self.session.renderer.detail_changed.connect(self.update)
        self.state.overlay_changed.connect(self._on_overlay)
        self.state.tool_changed.connect(self._on_tool)
        self.state.radius_changed.connect(self.update)
        self.state.compare_changed.connect(self._refit)
        self.session.snapshots.changed.connect(self.update)

    # what is shown
    @property
    def original(self) -> bool:
        """Whether the photo is shown without its edits."""
        return self._original

    @original.setter
    def original(self, original: bool) -> None:
        if original != self._original:
            self._original = original
            self.update()

    @Slot()
    def _on_photo(self) -> None:
        self.paint = None
        self.stop_points()
        self.fit()
        self.setFocus()

    @Slot()
    def _on_face(self) -> None:
        face = self.session.face
        self.paint = None if face is None else LabelPaint(face.label_map)
        if self.paint is not None:
            self.paint.hide(self.state.hidden)
            self._sync()
        self._on_tool()
        self.update()

    @Slot()
    def _on_document(self) -> None:
        if self.session.renderer.is_current(self.session.face_index):
            self._sync()  # an undo may have taken back a stroke that the engine had not seen yet
        self.update()

    @Slot(int)
    def _on_preview(self, face: int) -> None:
        if face == self.session.face_index:
            self._sync()
        self.update()

    def _sync(self) -> None:
        if self.paint is not None:
            preview = self.session.renderer.preview(self.session.face_index)
            self.paint.sync(None if preview is None else preview.label_map)

    @Slot()
    def _on_overlay(self) -> None:
        if self.paint is not None:
            self.paint.hide(self.state.hidden)
        self.update()

    @Slot()
    def _on_tool(self) -> None:
        if self._panning is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self.session.document is None:
            self.setCursor(Qt.CursorShape.ArrowCursor)
        else:
            self.setCursor(self._tool().cursor if self.brush_radius() is None else Qt.CursorShape.BlankCursor)
        self.update()

    def _tool(self) -> Tool:
        name = "points" if self.points is not None else self.state.tool
        if name in PAINTING and self.paint is None:
            name = "hand"
        return self._tools[name]

    # view
    def photo_size(self) -> tuple[int, int]:
        picture = self.session.picture
        return (picture.width, picture.height) if picture else (1, 1)

    @property
    def sides(self) -> bool:
        """Whether before and after stand side by side; points are set on the photo alone."""
        return self.state.compare == "side" and self.points is None

    def view_size(self) -> tuple[int, int]:
        """Where the photo is shown: the widget, or each of its halves side by side."""
        return (self.width() // 2 if self.sides else self.width()), self.height()

    @Slot()
    def _refit(self) -> None:
        """Where the photo is shown may have another size now: the middle stays, or the whole photo."""
        (old_width, old_height), self._size = self._size, self.view_size()
        if self._fitting:
            self.fit()
        else:
            width, height = self._size
            self.set_view(self.view.panned((width - old_width) / 2, (height - old_height) / 2))

    def set_view(self, view: ViewTransform, fitting: bool = False) -> None:
        """Show the photo at this transform; `fitting` keeps it fitted when the window changes."""
        before = self.view.scale
        self.view = view.clamped(self.photo_size(), self.view_size())
        self._fitting = fitting
        self.update()
        if before != self.view.scale:
            self.zoom_changed.emit(self.zoom)

    @property
    def zoom(self) -> float:
        """Device pixels a photo pixel: 1.0 is pixel for pixel."""
        return self.view.scale * self.devicePixelRatioF()

    def fit(self) -> None:
        """The whole photo, centred, never larger than pixel for pixel."""
        width, height = self.photo_size()
        largest = max(1.0, 384.0 / max(width, height)) / self.devicePixelRatioF()
        view = fitted((0, 0, width, height), self.view_size(), largest=largest)
        self.set_view(view, fitting=True)

    def actual_size(self) -> None:
        """Pixel for pixel, around the middle of the view."""
        self.zoom_by(1.0 / self.zoom)

    def zoom_face(self) -> None:
        """The current face fills the view."""
        face = self.session.face
        if face is not None:
            xs, ys = zip(*corners(face.transform, CROP, 12.0), strict=True)
            box = (min(xs), min(ys), max(xs), max(ys))
            self.set_view(fitted(box, self.view_size(), 12.0, largest=16.0))

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom around a widget point, the middle by default."""
        if self.session.document is not None:
            width, height = self.view_size()
            self.set_view(self.view.zoomed(factor, at or (width / 2, height / 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._refit()

    # points by hand
    def start_points(self) -> None:
        """The five points of the current face, or of one in the middle of the view, can be moved."""
        if self.session.document is None or self.points is not None:
            return
        face = self.session.face
        self.points = tuple(face.points.points) if face is not None else self._middle_points()
        self.current_point = 0
        self._refit()
        self.setFocus()
        self._on_tool()
        self.points_changed.emit()

    def stop_points(self) -> None:
        if self.points is not None:
            self.points, self.held_point = None, None
            self._refit()
            self._on_tool()
            self.points_changed.emit()

    def move_point(self, index: int, to: Point) -> None:
        assert self.points is not None
        width, height = self.photo_size()
        to = min(max(to[0], 0.0), float(width)), min(max(to[1], 0.0), float(height))
        self.points = (*self.points[:index], to, *self.points[index + 1 :])
        self.update()

    def _middle_points(self) -> tuple[Point, ...]:
        """Five points like a face's, a third of the visible photo wide."""
        width, height = self.photo_size()
        left, top = self.view.to_photo((0, 0))
        right, bottom = self.view.to_photo(self.view_size())
        left, right = max(0.0, left), min(float(width), right)
        top, bottom = max(0.0, top), min(float(height), bottom)
        x, y = (left + right) / 2, (top + bottom) / 2
        unit = min(right - left, bottom - top) / 6
        offsets = ((-0.5, -0.4), (0.5, -0.4), (0.0, 0.15), (-0.4, 0.65), (0.4, 0.65))
        return tuple((x + dx * unit, y + dy * unit) for dx, dy in offsets)

    # painting
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.fillRect(event.rect(), layers.ground_colour(is_dark(self.palette())))
        picture = self.session.picture
        if picture is not None and self.session.document is not None:
            self._scene.paint(painter, picture)
        if self._drop_shown:
            painter.resetTransform()
            painter.setPen(QPen(layers.ACCENT, 3))
            painter.drawRect(self.rect().adjusted(2, 2, -3, -3))
        painter.end()

    def brush_radius(self) -> float | None:
        """The brush's radius in photo pixels while a brush is in hand."""
        face = self.session.face
        if face is None or self.points is not None or self.state.tool not in ROUND:
            return None
        if self._space or self._panning is not None or self.paint is None:
            return None
        radius = self.paint.radius if self.paint.painting else self.state.radius
        return radius * scale_of(face.transform)

    def repaint_crop(self, box: Box) -> None:
        """Paint anew where a box of the current face's crop lies."""
        face = self.session.face
        if face is None or box[0] >= box[2]:
            return
        x0, y0, x1, y1 = box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1
        spots = [apply(face.transform, p) for p in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
        xs, ys = zip(*(self.view.to_widget(p) for p in spots), strict=True)
        left, top = math.floor(min(xs)) - 2, math.floor(min(ys)) - 2
        self._update_part(QRect(left, top, math.ceil(max(xs)) + 2 - left, math.ceil(max(ys)) + 2 - top))

    def _update_part(self, part: QRect) -> None:
        """Paint a part of the view anew, in both halves where there are two."""
        self.update(part)
        if self.sides:
            self.update(part.translated(self.view_size()[0], 0))

    def _move_cursor(self, to: Point | None) -> None:
        before, self.pointer = self.pointer, to
        radius = self.brush_radius()
        if radius is None:
            return
        reach = radius * self.view.scale + 4
        for spot in (before, to):
            if spot is not None:
                around = QRectF(spot[0] - reach, spot[1] - reach, 2 * reach, 2 * reach)
                self._update_part(around.toAlignedRect())

    # mouse
    def _near_divider(self, at: Point) -> bool:
        if self.state.compare != "split" or self.points is not None or self._original:
            return False
        x, _ = self.view.to_widget((self.divider * self.photo_size()[0], 0.0))
        return abs(at[0] - x) <= 6

    def _at(self, position: QPointF) -> Point:
        """A widget point, in the half that shows it where before and after stand side by side.

        While a button is held, all is in the half where it was pressed: a stroke may cross the middle.
        """
        width = self.view_size()[0]
        if not (self._pressed or self._dividing or self._panning is not None):
            self._half = int(position.x() >= width)
        return position.x() - (self._half * width if self.sides else 0), position.y()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if self.session.document is None:
            return
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._panning = at
            self._on_tool()
        elif left and self._near_divider(at):
            self._dividing = True
        elif left:
            self._pressed = True
            self.session.renderer.leave_room(True)
            self._tool().press(self, self.view.to_photo(at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if self._dividing:
            x = self.view.to_photo(at)[0] / self.photo_size()[0]
            self.divider = min(1.0, max(0.0, x))
            self.update()
        elif self._panning is not None:
            self.set_view(self.view.panned(at[0] - self._panning[0], at[1] - self._panning[1]))
            self._panning = at
        elif self._pressed:
            self._tool().drag(self, self.view.to_photo(at))
        self._move_cursor(at)
        self.hovered.emit(self.view.to_photo(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dividing:
            self._dividing = False
        elif self._panning is not None:
            self._panning = None
            self._on_tool()
        elif self._pressed and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = False
            self.session.renderer.leave_room(False)
            self._tool().release(self)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Keep the pen's pressure for the mouse event that Qt makes of an event nobody takes."""
        lifted = event.type() == QEvent.Type.TabletRelease
        self.pressure = 1.0 if lifted or event.pressure() <= 0 else event.pressure()
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self._move_cursor(None)
        self.hovered.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and not event.pixelDelta().isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase:
            self.set_view(self.view.panned(event.pixelDelta().x(), event.pixelDelta().y()))
        else:
            angle = event.angleDelta()
            turn = angle.y() or angle.x()  # with Alt, Qt turns the wheel sideways
            self.zoom_by(_WHEEL_STEP**turn, self._at(event.position()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_by(1.0 + event.value(), self._at(event.position()))
            return True
        return super().event(event)

    # keyboard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = True
                self._on_tool()
        elif self.points is not None and self._points_key(event):
            return
        elif event.key() in _NUDGE and self.session.document is not None:
            dx, dy = _NUDGE[Qt.Key(event.key())]
            self.set_view(self.view.panned(-40 * dx, -40 * dy))
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = False
                self._on_tool()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        self._on_tool()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """In the points mode Tab goes from point to point."""
        if self.points is None:
            return super().focusNextPrevChild(next)
        self.current_point = (self.current_point + (1 if next else -1)) % len(self.points)
        self.update()
        return True

    def _points_key(self, event: QKeyEvent) -> bool:
        assert self.points is not None
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.points_confirmed.emit()
        elif key == Qt.Key.Key_Escape:
            self.stop_points()
        elif key in _NUDGE:
            step = (10.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0) / self.zoom
            x, y = self.points[self.current_point]
            dx, dy = _NUDGE[key]
            self.move_point(self.current_point, (x + dx * step, y + dy * step))
        else:
            return False
        return True

    # drop
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        look = look_of(event.mimeData())
        if can_take(event.mimeData()) or (look is not None and self.session.face is not None):
            accept_copy(event)
            self._show_drop(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        accept_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(False)
        look, sources = look_of(event.mimeData()), sources_of(event.mimeData())
        if look is not None:
            accept_copy(event)
            self.look_dropped.emit(look, self.view.to_photo(self._at(event.position())))
        elif sources:
            accept_copy(event)
            self.dropped.emit(sources)

    def _show_drop(self, shown: bool) -> None:
        self._drop_shown = shown
        self.update()
