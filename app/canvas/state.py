"""What the canvas, the label list and the tool bar share: the tool, the label, the brush, the overlay."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from app.program.settings import Settings
from core.labels import Label

TOOLS = ("hand", "brush", "eraser", "lasso", "smooth", "fill", "pick")
PAINTING = TOOLS[1:]
ROUND = ("brush", "eraser", "smooth")
"""Tools with a size."""
_STEP = 1.15


class CanvasState(QObject):
    """Signals say that a value changed; the settings remember overlay and brush."""

    tool_changed = Signal(str)
    label_changed = Signal(object)
    radius_changed = Signal(float)
    overlay_changed = Signal()
    locks_changed = Signal()
    compare_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._tool = "hand"
        self._label = Label.HAIR
        self._hidden: frozenset[Label] = frozenset()
        self._locked: frozenset[Label] = frozenset()
        self._mirrored = False
        self._compare, self._changes, self._outline = "off", False, False
        settings.changed.connect(self._on_setting)

    @property
    def tool(self) -> str:
        return self._tool

    @tool.setter
    def tool(self, tool: str) -> None:
        if tool != self._tool:
            self._tool = tool
            if tool in PAINTING:
                self.overlay = True  # nobody paints labels that cannot be seen
            self.tool_changed.emit(tool)

    @property
    def label(self) -> Label:
        """The label that brush and fill give."""
        return self._label

    @label.setter
    def label(self, label: Label) -> None:
        if label != self._label:
            self._label = label
            self.set_hidden(label, False)
            self.label_changed.emit(label)

    @property
    def radius(self) -> float:
        """The brush's radius in crop pixels."""
        return float(self._settings["brush.radius"])

    @radius.setter
    def radius(self, radius: float) -> None:
        self._settings["brush.radius"] = round(min(96.0, max(0.5, radius)), 1)

    def step_radius(self, steps: int) -> None:
        """One step is 15 %, at least half a pixel."""
        radius = self.radius * _STEP**steps
        least = self.radius + (0.5 if steps > 0 else -0.5)
        self.radius = max(radius, least) if steps > 0 else min(radius, least)

    @property
    def hardness(self) -> float:
        """Of the brush's edge: 1 fades narrowly into the photo, 0 over another radius."""
        return float(self._settings["brush.hardness"])

    @hardness.setter
    def hardness(self, hardness: float) -> None:
        self._settings["brush.hardness"] = round(min(1.0, max(0.0, hardness)), 2)

    @property
    def outline(self) -> bool:
        """Whether the canvas draws a line around what the edits touch."""
        return self._outline

    @outline.setter
    def outline(self, outline: bool) -> None:
        if outline != self._outline:
            self._outline = outline
            self.compare_changed.emit()

    @property
    def overlay(self) -> bool:
        return bool(self._settings["overlay.visible"])

    @overlay.setter
    def overlay(self, visible: bool) -> None:
        self._settings["overlay.visible"] = visible

    @property
    def opacity(self) -> float:
        return float(self._settings["overlay.opacity"])

    @opacity.setter
    def opacity(self, opacity: float) -> None:
        self._settings["overlay.opacity"] = min(1.0, max(0.05, opacity))

    @property
    def hidden(self) -> frozenset[Label]:
        """Labels that the overlay leaves out."""
        return self._hidden

    def set_hidden(self, label: Label, hidden: bool) -> None:
        now = self._hidden | {label} if hidden else self._hidden - {label}
        if now != self._hidden:
            self._hidden = now
            self.overlay_changed.emit()

    @property
    def compare(self) -> str:
        """How before and after are shown: off, split or side."""
        return self._compare

    @compare.setter
    def compare(self, compare: str) -> None:
        if compare != self._compare:
            self._compare = compare
            self.compare_changed.emit()

    @property
    def changes(self) -> bool:
        """Whether the canvas shows where pixels changed."""
        return self._changes

    @changes.setter
    def changes(self, changes: bool) -> None:
        if changes != self._changes:
            self._changes = changes
            self.compare_changed.emit()

    @property
    def locked(self) -> frozenset[Label]:
        """Labels that nothing is painted over."""
        return self._locked

    @locked.setter
    def locked(self, locked: frozenset[Label]) -> None:
        if locked != self._locked:
            self._locked = locked
            self.locks_changed.emit()

    def set_locked(self, labels: Collection[Label], locked: bool) -> None:
        """Lock some labels, or unlock them."""
        self.locked = self._locked | set(labels) if locked else self._locked - set(labels)

    @property
    def mirrored(self) -> bool:
        """Whether what is painted on one side of the face is painted on the other as well."""
        return self._mirrored

    @mirrored.setter
    def mirrored(self, mirrored: bool) -> None:
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self.locks_changed.emit()

    def _on_setting(self, key: str, value: object) -> None:
        if key.startswith("overlay."):
            self.overlay_changed.emit()
        elif key.startswith("brush."):
            self.radius_changed.emit(self.radius)
