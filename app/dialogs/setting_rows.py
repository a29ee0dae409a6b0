"""Controls made from the rows of the settings' schema; each follows its setting and changes it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.program.settings import SCHEMA, Page, Setting, Settings
from app.widgets.bind import Bound
from app.widgets.small import make_slider
from app.words.translate import tr


class _Follower(QObject):
    """Calls `show` with the setting's value now and after each change, as long as `widget` lives."""

    def __init__(self, settings: Settings, key: str, show: Callable[[Any], object], widget: QWidget) -> None:
        super().__init__(widget)
        self._key, self._show = key, show
        show(settings[key])
        settings.changed.connect(self._on_changed)

    @Slot(str, object)
    def _on_changed(self, key: str, value: object) -> None:
        if key == self._key:
            self._show(value)


def rows_of(page: Page) -> list[Setting]:
    return [row for row in SCHEMA if row.page == page]


def make_form(rows: Iterable[Setting], settings: Settings) -> QFormLayout:
    """A line for each row: its title, its control, and below it the tip."""
    form = new_form()
    for row in rows:
        add_line(form, row, make_editor(row, settings))
    return form


def new_form() -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(10)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def add_line(form: QFormLayout, row: Setting, editor: QWidget) -> None:
    """The row's title (a check box says its own), its control and its tip in faint letters."""
    field: QWidget = editor
    if row.tip:
        field = QWidget()
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(editor)
        tip = QLabel(tr(row.tip), wordWrap=True)
        tip.setProperty("faint", True)
        column.addWidget(tip)
    label = QLabel("" if isinstance(editor, QCheckBox) else tr(row.title))
    label.setBuddy(editor)
    form.addRow(label, field)


def make_editor(row: Setting, settings: Settings) -> QWidget:
    """The control that fits the row's type."""
    if isinstance(row.default, bool):
        editor = _check_box(row, settings)
    elif row.choices:
        editor = _combo_box(row, settings)
    else:
        editor = NumberEditor(row, settings)
    editor.setToolTip(tr(row.tip))
    editor.setAccessibleName(tr(row.title))
    editor.setAccessibleDescription(tr(row.tip))
    editor.setObjectName(row.key)
    return editor


def _check_box(row: Setting, settings: Settings) -> QCheckBox:
    box = QCheckBox(tr(row.title))
    _Follower(settings, row.key, box.setChecked, box)
    box.toggled.connect(lambda on: settings.__setitem__(row.key, on))
    return box


def _combo_box(row: Setting, settings: Settings) -> QComboBox:
    box = QComboBox()
    for value, words in zip(row.choices, row.words or row.choices, strict=True):
        box.addItem(tr(words), value)
    _Follower(settings, row.key, lambda value: box.setCurrentIndex(box.findData(value)), box)
    box.activated.connect(lambda index: settings.__setitem__(row.key, box.itemData(index)))
    return box


class NumberEditor(QWidget):
    """A slider and the figure; a "%" row is shown a hundredfold."""

    def __init__(self, row: Setting, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert row.low is not None
        assert row.high is not None
        self._row, self._settings = row, settings
        factor = 100.0 if row.unit == "%" else 1.0
        whole = isinstance(row.default, int) or row.unit == "%"
        fine = 1 if whole else 10  # the slider's steps to one of the figure's units
        low, high = row.low * factor, row.high * factor
        self.slider = make_slider(round(low * fine), round(high * fine), tr(row.title), tr(row.tip))
        self.figure = QDoubleSpinBox(minimum=low, maximum=high, decimals=0 if whole else 1)
        self.figure.setSuffix(f" {row.unit}" if row.unit else "")
        self.figure.lineEdit().setAcceptDrops(False)
        self.figure.setAccessibleName(tr("{what}, in figures", what=tr(row.title)))
        self.setFocusProxy(self.slider)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.slider, 1)
        line.addWidget(self.figure)
        for control, scale in ((self.slider, factor * fine), (self.figure, factor)):
            bound = Bound(control, self._write, scale)
            _Follower(settings, row.key, bound.show, self)

    def _write(self, value: float) -> None:
        whole = isinstance(self._row.default, int)
        self._settings[self._row.key] = round(value) if whole else round(value, 4)
