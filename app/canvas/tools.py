"""The tools: what pressing, dragging and letting go mean. Each works on the canvas it is given."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.canvas.geometry import CROP, apply, contains, corners, invert, nearest
from app.canvas.painting import Dab
from core.labels import NUM_LABELS, Label
from core.methods.paint.edits import FillRegion, Lasso, SmoothBoundary
from core.methods.paint.strokes import Point

if TYPE_CHECKING:
    from app.canvas.view import Canvas

    MakeEdit = Callable[[Canvas, tuple[Point, ...]], Lasso | SmoothBoundary | None]

FACE_INSET = 46.0
"""Crop pixels from the crop's edge to the frame that stands for the face."""

_GRIP = 14.0  # screen pixels within which a handle is taken


class Tool:
    """Does nothing: the base of the others. Points are photo coordinates."""

    cursor = Qt.CursorShape.ArrowCursor

    def press(self, canvas: Canvas, at: Point) -> None:
        """The left button went down."""

    def drag(self, canvas: Canvas, at: Point) -> None:
        """The cursor moved with the left button down."""

    def release(self, canvas: Canvas) -> None:
        """The left button went up."""


class Hand(Tool):
    """Moves the photo; a click selects a face."""

    cursor = Qt.CursorShape.OpenHandCursor

    def __init__(self) -> None:
        self._from: Point | None = None
        self._moved = False

    def press(self, canvas: Canvas, at: Point) -> None:
        self._from, self._moved = canvas.view.to_widget(at), False

    def drag(self, canvas: Canvas, at: Point) -> None:
        if self._from is None:
            return
        now = canvas.view.to_widget(at)
        dx, dy = now[0] - self._from[0], now[1] - self._from[1]
        if self._moved or abs(dx) + abs(dy) > 4:
            self._moved = True
            canvas.set_view(canvas.view.panned(dx, dy))
            self._from = now

    def release(self, canvas: Canvas) -> None:
        if self._from is not None and not self._moved:
            select_face_at(canvas, canvas.view.to_photo(self._from))
        self._from = None


class Brush(Tool):
    """Paints a label, or brings back the parsed one: one stroke, one edit."""

    cursor = Qt.CursorShape.BlankCursor

    def __init__(self, erase: bool = False) -> None:
        self._erase = erase

    def press(self, canvas: Canvas, at: Point) -> None:
        if canvas.paint is None or select_face_at(canvas, at, only_outside=True):
            return
        state = canvas.state
        dab = Dab(state.label, state.radius, self._erase, state.locked, state.mirrored, state.hardness)
        canvas.repaint_crop(canvas.paint.begin(dab, to_crop(canvas, at), canvas.pressure))

    def drag(self, canvas: Canvas, at: Point) -> None:
        if canvas.paint is not None and canvas.paint.painting:
            canvas.repaint_crop(canvas.paint.extend(to_crop(canvas, at), canvas.pressure))

    def release(self, canvas: Canvas) -> None:
        paint = canvas.paint
        if paint is not None and paint.painting:
            canvas.session.editor.paint(paint.finish(canvas.session.face_index))


class Trail(Tool):
    """Draws a line first, and turns it into an edit when the button goes up.

    `make_edit` says what the line means, given in crop coordinates; None for nothing.
    """

    def __init__(self, make_edit: MakeEdit, cursor: Qt.CursorShape) -> None:
        self._make_edit, self.cursor = make_edit, cursor

    def press(self, canvas: Canvas, at: Point) -> None:
        if canvas.paint is not None and not select_face_at(canvas, at, only_outside=True):
            canvas.trail = [at]
            canvas.update()

    def drag(self, canvas: Canvas, at: Point) -> None:
        if canvas.trail and math.dist(canvas.trail[-1], at) * canvas.view.scale >= 1.0:
            canvas.trail.append(at)
            canvas.update()

    def release(self, canvas: Canvas) -> None:
        line, canvas.trail = canvas.trail, []
        if line and canvas.paint is not None:
            edit = self._make_edit(canvas, tuple(to_crop(canvas, at) for at in line))
            if edit is not None:
                canvas.paint.apply(edit)
                canvas.session.editor.paint(edit)
        canvas.update()


def lasso(canvas: Canvas, points: tuple[Point, ...]) -> Lasso | None:
    """The area that the line encloses takes the chosen label."""
    if len(points) < 3:
        return None
    state, face = canvas.state, canvas.session.face_index
    return Lasso(label=state.label, points=points, keep=state.locked, mirrored=state.mirrored, face=face)


def smoothing(canvas: Canvas, points: tuple[Point, ...]) -> SmoothBoundary:
    """Boundaries along the line become smoother."""
    state, face = canvas.state, canvas.session.face_index
    return SmoothBoundary(
        points=points, radius=state.radius, keep=state.locked, mirrored=state.mirrored, face=face
    )


class Fill(Tool):
    """Gives a connected area the chosen label, unless it shows a locked one."""

    cursor = Qt.CursorShape.CrossCursor

    def press(self, canvas: Canvas, at: Point) -> None:
        if canvas.paint is None or select_face_at(canvas, at, only_outside=True):
            return
        shown = label_at(canvas, at)
        if shown is not None and shown not in canvas.state.locked:
            edit = FillRegion(
                label=canvas.state.label, point=to_crop(canvas, at), face=canvas.session.face_index
            )
            canvas.paint.apply(edit)
            canvas.update()
            canvas.session.editor.paint(edit)


class Pick(Tool):
    """Chooses the label under the cursor and goes on with the brush."""

    cursor = Qt.CursorShape.CrossCursor

    def press(self, canvas: Canvas, at: Point) -> None:
        label = label_at(canvas, at)
        if label is not None:
            canvas.state.label = label
            canvas.state.tool = "brush"


class Points(Tool):
    """Moves the nearest of the five points."""

    cursor = Qt.CursorShape.ArrowCursor

    def press(self, canvas: Canvas, at: Point) -> None:
        canvas.held_point = nearest(canvas.points or (), at, _GRIP / canvas.view.scale)
        if canvas.held_point is not None:
            canvas.current_point = canvas.held_point
        canvas.update()

    def drag(self, canvas: Canvas, at: Point) -> None:
        if canvas.held_point is not None:
            canvas.move_point(canvas.held_point, at)

    def release(self, canvas: Canvas) -> None:
        canvas.held_point = None
        canvas.update()


def make_tools() -> dict[str, Tool]:
    return {
        "hand": Hand(),
        "brush": Brush(),
        "eraser": Brush(erase=True),
        "lasso": Trail(lasso, Qt.CursorShape.CrossCursor),
        "smooth": Trail(smoothing, Qt.CursorShape.BlankCursor),
        "fill": Fill(),
        "pick": Pick(),
        "points": Points(),
    }


def to_crop(canvas: Canvas, at: Point) -> Point:
    """A photo point in the current face's crop."""
    face = canvas.session.face
    assert face is not None
    return apply(invert(face.transform), at)


def label_at(canvas: Canvas, at: Point) -> Label | None:
    """The label shown under a photo point; None outside the current face's crop."""
    if canvas.paint is None:
        return None
    x, y = to_crop(canvas, at)
    if not (0 <= x < CROP and 0 <= y < CROP):
        return None
    value = int(canvas.paint.labels[int(y), int(x)])
    return Label(value) if value < NUM_LABELS else None


def select_face_at(canvas: Canvas, at: Point, only_outside: bool = False) -> bool:
    """Select the face there. `only_outside`: not while the point lies in the current face's crop."""
    session = canvas.session
    if only_outside and session.face is not None and contains(corners(session.face.transform, CROP), at):
        return False
    for index, face in enumerate(session.faces):
        if index != session.face_index and contains(corners(face.transform, CROP, FACE_INSET), at):
            session.select_face(index)
            return True
    return False
