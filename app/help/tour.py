"""The tour: eight notes beside the real controls, on a portrait of nobody. Nothing is locked meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QToolButton, QWidget

from app.files.files import SAMPLES, sample_portraits
from app.help.callout import Callout, Spot
from app.session.messages import Choice
from app.session.values import is_on, source_of
from app.widgets.small import application
from app.words.translate import mark, tr
from core.document.document import reference_keys
from core.methods.paint.edits import FillRegion, Lasso, Stroke

if TYPE_CHECKING:
    from app.panels.attributes import AttributeRow
    from app.window.frame import Frame

CANVAS = mark(
    "This person does not exist: the picture was drawn by the bundled model. "
    "Turn the wheel to zoom; hold Space and drag to move."
)
ATTRIBUTE = mark(
    "Each row changes one thing about the face and leaves the rest alone. Turn eyeglasses on. "
    "A star after a name says that the model does it badly."
)
DICE = mark("Not your style? Press the die at the end of the row: it draws six other looks.")
STRIP = mark("Click the one that you like best. The slider above sets how strong it is.")
REFERENCES = mark(
    "Another portrait of nobody lies on the shelf now. Each box is one thing that it can give: "
    "click one, for example its hair."
)
REGIONS = mark(
    "Every region is a layer that you can paint, hide and lock. Hair is chosen: "
    "take the brush in the bar on the left, and paint some hair onto the head."
)
COMPARE = mark(
    "Hold this button to see the photo as it was. Only what you edited differs, to the last pixel."
)
EXPORT = mark(
    "Export writes the photo at its full size, with a note inside that a model changed parts of it. "
    "That was the tour; the user guide in the Help menu tells the rest."
)
_TICK = 200  # ms


@dataclass(frozen=True)
class Step:
    """A note. `anchor` finds its control; `dock` is raised first; `begin` prepares. A step that waits for
    the person goes on by itself when `done`."""

    text: str
    anchor: Callable[[Frame], QWidget | None]
    dock: str = ""
    done: Callable[[Frame], bool] | None = None
    begin: Callable[[Frame], None] | None = None


def _glasses_are_on(window: Frame) -> bool:
    found = window.session.editor.attribute_edit("eyeglasses")
    return found is not None and is_on(found[1])


def _look_chosen(window: Frame) -> bool:
    found, seeds = window.session.editor.attribute_edit("eyeglasses"), _glasses(window).strip.seeds
    return found is not None and source_of(found[1]) in seeds[1:]  # the first one comes with the dice


def _glasses(window: Frame) -> AttributeRow:
    return window.attributes.rows["eyeglasses"]


def _reference_given(window: Frame) -> bool:
    document = window.session.document
    return document is not None and any(reference_keys(edit) for edit in document.edits)


def _painted(window: Frame) -> bool:
    document = window.session.document
    return document is not None and any(isinstance(e, Stroke | Lasso | FillRegion) for e in document.edits)


def _shelve_sample(window: Frame) -> None:
    samples, session = sample_portraits(), window.session
    if len(samples) > 1 and session.document is not None and not session.references:
        session.add_reference(samples[1])


def _export_button(window: Frame) -> QWidget | None:
    action = window.actions_table["export"]
    return next((w for w in action.associatedObjects() if isinstance(w, QToolButton) and w.isVisible()), None)


STEPS: tuple[Step, ...] = (
    Step(CANVAS, lambda window: window.canvas),
    Step(ATTRIBUTE, _glasses, "Attributes", _glasses_are_on),
    Step(DICE, _glasses, "Attributes", lambda window: _glasses(window).strip.isVisible()),
    Step(STRIP, lambda window: _glasses(window).strip, "Attributes", _look_chosen),
    Step(REFERENCES, lambda window: window.references, "References", _reference_given, _shelve_sample),
    Step(REGIONS, lambda window: window.regions.rows["hair"].head, "Regions", _painted),
    Step(COMPARE, lambda window: window.compare, done=lambda window: window.canvas.original),
    Step(EXPORT, _export_button),
)


class Tour(QObject):
    """Goes through the steps over one window. `ended` when it is over, however."""

    ended = Signal()

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.number = 0
        self._waiting = self._met = self._fresh = False
        self._before = application().focusWidget()
        self.spot = Spot(window)
        self.callout = Callout(window, tr("&Back"), tr("Close the tour"))
        self.callout.back_wanted.connect(self.back)
        self.callout.next_wanted.connect(self.forth)
        self.callout.close_wanted.connect(self.close)
        # one slow timer instead of many signals: controls move with docks, lists and scroll bars, too
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Open a sample where none is open, and show the first note."""
        window, samples = self._window, sample_portraits()
        path = window.session.path
        if samples and (path is None or path.parent != SAMPLES):
            window.files.open_sample(samples[0])
        window.settings["tour.seen"] = True
        window.session.photo_changed.connect(self._on_photo)
        window.session.reference_added.connect(self._on_reference)
        window.installEventFilter(self)
        self._timer.start()
        self._show(0)
        self.focus()

    @Slot()
    def _on_photo(self) -> None:
        """The canvas takes the keyboard with each photo; at the beginning it belongs to the note."""
        if self._timer.isActive() and self.number == 0:
            self.focus()

    @Slot()
    def _on_reference(self) -> None:
        """A reference brings its panel to the front, and a message: neither is for somebody on the tour."""
        if self._timer.isActive():
            self._raise_dock()
            QTimer.singleShot(0, self, lambda: self._window.session.withdrawn.emit("reference"))

    def focus(self) -> None:
        """Give the note the keyboard."""
        self.callout.next.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def forth(self) -> None:
        if self.number + 1 < len(STEPS):
            self._show(self.number + 1)
        else:
            self.close()

    @Slot()
    def back(self) -> None:
        self._show(max(0, self.number - 1))

    @Slot()
    def close(self) -> None:
        """End the tour; what was edited stays."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        self._window.removeEventFilter(self)
        had = self.callout.isAncestorOf(application().focusWidget() or self._window)
        for part in (self.callout, self.spot):
            part.hide()
            part.deleteLater()
        if had:
            (self._before if self._before and self._before.isVisible() else self._window.canvas).setFocus()
        self.ended.emit()
        self.deleteLater()

    def _show(self, number: int) -> None:
        step, window = STEPS[number], self._window
        self.number = number
        self._raise_dock()
        if step.begin is not None:
            step.begin(window)
        # what is already so cannot be waited for
        self._waiting = step.done is not None and not step.done(window)
        self._met = False
        count = tr("Tour, {number} of {count}", number=number + 1, count=len(STEPS))
        forth = tr("&Next") if number + 1 < len(STEPS) else tr("&Finish")
        self.callout.show_words(count, tr(step.text), forth, first=number == 0)
        self._follow()

    def _raise_dock(self) -> None:
        dock, self._fresh = STEPS[self.number].dock, True
        if dock:
            self._window.docks[dock].show()
            self._window.docks[dock].raise_()

    @Slot()
    def _tick(self) -> None:
        step, window = STEPS[self.number], self._window
        if self._fresh:  # only now is the dock laid out that the step raised
            self._fresh = False
            self._reveal(step.anchor(window))
        if self._waiting and step.done is not None:
            self._met = self._met or step.done(window)
        seen = not window.session.renderer.busy() and not window.canvas.original
        if self._met and seen:  # the person sees what they did before the note goes on
            self.forth()
        else:
            self._follow()

    def _follow(self) -> None:
        """Note and frame stand by their control, wherever it is now."""
        window = self._window
        anchor = STEPS[self.number].anchor(window)
        there = _area(anchor, window) if anchor is not None and anchor.isVisible() else QRect()
        self.spot.setVisible(not there.isEmpty())
        if not there.isEmpty():
            self.spot.setGeometry(there.adjusted(-4, -3, 4, 3) & window.rect())
            self.spot.raise_()
        self.callout.point_at(there if not there.isEmpty() else _area(window.canvas, window), window.rect())
        self.callout.show()

    def _reveal(self, anchor: QWidget | None) -> None:
        """Scroll the control into view."""
        parent = anchor.parentWidget() if anchor is not None else None
        while anchor is not None and parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(anchor)
            parent = parent.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.close()
        elif event.type() == QEvent.Type.Resize:
            self._follow()
        elif event.type() == QEvent.Type.PaletteChange:
            self.callout.refresh_icons()
        elif _is_escape(event):  # which nobody nearer wanted
            self.close()
            return True
        return super().eventFilter(watched, event)


def start_tour(window: Frame, begin: Callable[[], None]) -> None:
    """Begin at once, or ask first where edits would be lost with the photo."""
    if not window.session.modified:
        begin()
        return
    save = Choice(tr("Save project"), window.projects.save)
    anyway = Choice(tr("Take the tour without saving"), begin)
    text = tr("The tour opens a sample portrait in place of this photo, whose edits are not saved.")
    window.session.tell("warning", text, save, anyway, key="tour")


def _is_escape(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Escape


def _area(widget: QWidget, window: QWidget) -> QRect:
    """What can be seen of a widget, in the window's coordinates."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, QPoint(0, 0)) + seen.topLeft(), seen.size())
