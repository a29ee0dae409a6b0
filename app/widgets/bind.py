"""A control and the value that it stands for: two-way, first set, and neither hears its own news back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QDoubleSpinBox, QSpinBox

Control = QAbstractSlider | QSpinBox | QDoubleSpinBox | QAbstractButton
"""What can be bound: a slider, a figure, or a button that can be checked."""


class Bound(QObject):
    """Lives as long as its control. `scale` steps of the control are one of the value."""

    def __init__(self, control: Control, write: Callable[[float], object], scale: float = 1.0) -> None:
        """`write` gets what the person chose; what `show` sets comes not back."""
        super().__init__(control)
        self._control, self._write, self._scale = control, write, scale
        self._showing = False
        self._read: Callable[[], float] = float
        moved = control.toggled if isinstance(control, QAbstractButton) else control.valueChanged
        moved.connect(self._on_moved)

    def show(self, value: float) -> None:
        """Set the control; a slider that is held stays where the hand is."""
        control = self._control
        if isinstance(control, QAbstractSlider) and control.isSliderDown():
            return
        self._showing = True
        try:
            if isinstance(control, QAbstractButton):
                control.setChecked(bool(value))
            elif isinstance(control, QDoubleSpinBox):
                control.setValue(value * self._scale)
            else:
                control.setValue(round(value * self._scale))
        finally:
            self._showing = False

    def follow(self, changed: SignalInstance, read: Callable[[], float]) -> None:
        """Show what `read` gives, now and whenever `changed` is emitted."""
        self._read = read
        self._refresh()
        changed.connect(self._refresh)

    @Slot()
    def _refresh(self) -> None:
        self.show(self._read())

    def _on_moved(self, value: float) -> None:
        if not self._showing:
            self._write(value if isinstance(value, bool) else value / self._scale)


def bind(control: Control, model: object, name: str, changed: SignalInstance, scale: float = 1.0) -> Bound:
    """Bind the control to that property of the model, which tells by `changed` that it may be another."""
    bound = Bound(control, lambda value: setattr(model, name, value), scale)
    bound.follow(changed, lambda: getattr(model, name))
    return bound
