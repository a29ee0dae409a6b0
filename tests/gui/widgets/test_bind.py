from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from app.widgets.bind import Bound, bind


class Model(QObject):
    """Counts what it is told, and keeps it within 0..1."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._share, self.told = 0.3, 0

    @property
    def share(self) -> float:
        return self._share

    @share.setter
    def share(self, share: float) -> None:
        self.told += 1
        self._share = min(1.0, share)
        self.changed.emit("share")


def slider(qtbot: QtBot) -> QSlider:
    made = QSlider()
    made.setRange(0, 200)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("kind", [QSlider, QSpinBox, QDoubleSpinBox])
def test_two_way_and_first_set(kind: type, qtbot: QtBot) -> None:
    model, control = Model(), kind()
    qtbot.addWidget(control)
    control.setRange(0, 100)
    bind(control, model, "share", model.changed, 100)
    assert (control.value(), model.told) == (30, 0)
    control.setValue(70)
    assert (model.share, model.told) == (0.7, 1)
    model.share = 0.5
    assert (control.value(), model.told) == (50, 2)


def test_a_button_gives_yes_and_no(qtbot: QtBot) -> None:
    box, said = QCheckBox(), []
    qtbot.addWidget(box)
    bound = Bound(box, said.append)
    bound.show(True)
    assert box.isChecked()
    assert said == []
    box.click()
    assert said == [False]


def test_what_the_model_makes_of_it_is_shown(qtbot: QtBot) -> None:
    model, control = Model(), slider(qtbot)
    bind(control, model, "share", model.changed, 100)
    control.setValue(150)
    assert (model.share, control.value(), model.told) == (1.0, 100, 1)


def test_two_controls_of_one_value_do_not_chase_each_other(qtbot: QtBot) -> None:
    """A coarse slider beside a fine figure must not round what was typed."""
    model, coarse, fine = Model(), slider(qtbot), QDoubleSpinBox(minimum=0, maximum=1, decimals=3)
    qtbot.addWidget(fine)
    bind(coarse, model, "share", model.changed, 10)
    bind(fine, model, "share", model.changed)
    fine.setValue(0.123)
    assert (model.share, coarse.value(), model.told) == (pytest.approx(0.123), 1, 1)


def test_a_held_slider_stays_where_the_hand_is(qtbot: QtBot) -> None:
    model, control = Model(), slider(qtbot)
    bind(control, model, "share", model.changed, 100)
    control.setSliderDown(True)
    model.share = 0.9
    assert control.value() == 30
    control.setSliderDown(False)
    model.share = 0.8
    assert control.value() == 80


def test_others_still_hear_the_control(qtbot: QtBot) -> None:
    """Unlike a blocked one: a label beside a slider may follow it."""
    model, control, heard = Model(), slider(qtbot), []
    control.valueChanged.connect(heard.append)
    bind(control, model, "share", model.changed, 100)
    model.share = 0.4
    assert heard == [30, 40]
