"""What the window learns from methods: a new one's slider is there, and nobody in the window knows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from app.session.past import ReferenceItem
from app.window.main_window import MainWindow
from core.document.edits import Edit
from core.labels import Label
from core.methods import registry
from core.methods.control import Toggle
from core.packs import Pack, default_pack
from tests.gui.conftest import wait_for_face, wait_for_rest, write_picture
from tests.gui.fake_engine import FakeEngine
from tests.gui.hands import edits
from tests.small_method.edits import Darken


@dataclass(frozen=True, kw_only=True)
class Foreign(Edit):
    """Of a method that is not installed."""


@pytest.fixture
def opened(
    make_window: Callable[..., MainWindow],
    engine: FakeEngine,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """A window whose engine has a second pack, of the tests' small method."""
    monkeypatch.setattr(registry, "METHODS", (*registry.METHODS, "tests.small_method"))
    shipped = default_pack()
    shade = Pack(tmp_path, replace(shipped.descriptor, name="shade", method="darken"))
    engine.packs = (shipped, shade)
    window = make_window(lambda: engine, write_picture(tmp_path / "photo.png"))
    wait_for_face(qtbot, window)
    return window


def test_a_new_methods_slider_is_in_the_window(opened: MainWindow, qtbot: QtBot) -> None:
    row = opened.sliders.rows["darken-hair"]
    assert (row.slider.minimum(), row.slider.maximum(), row.slider.value()) == (0, 100, 0)
    row.slider.setValue(80)
    row.slider.setValue(60)
    assert edits(opened) == (Darken(amount=0.6),)
    assert opened.history.list.item(0).text() == "Darker hair +60 %"
    assert "darker hair" in opened.actions_table["undo"].text()
    row.reset.click()
    assert edits(opened) == ()
    assert row.slider.value() == 0
    wait_for_rest(qtbot, opened)


def test_an_edit_of_no_method_is_greyed_with_the_reason(opened: MainWindow, qtbot: QtBot) -> None:
    document = opened.session.document
    assert document is not None
    opened.session.editor.push(document.with_edit(Foreign()), "From a project")
    item = opened.history.list.item(0)
    faint = opened.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert item.foreground().color() == faint
    assert "does not have the method" in item.toolTip()
    assert item.checkState() == Qt.CheckState.Checked
    opened.session.editor.set_attribute("hat", True)
    assert edits(opened)[0] == Foreign(), "other edits leave it where it is"
    wait_for_rest(qtbot, opened)


def test_what_a_reference_gives_is_what_the_method_says(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Long hair: the reference turns *identity* off, here as on the command line."""
    with qtbot.waitSignal(opened.session.reference_added) as added:
        opened.session.add_reference(write_picture(tmp_path / "reference.png", shift=5))
    assert added.args is not None
    (key,) = added.args
    wait_for_rest(qtbot, opened)
    item: ReferenceItem = opened.session.references[key]
    assert item.face is not None
    labels = item.face.label_map.copy()
    labels[190:] = np.where(labels[190:] == Label.BACKGROUND, Label.HAIR, labels[190:])
    opened.session.references[key] = replace(item, face=replace(item.face, label_map=labels))
    identity = opened.session.editor.control("identity")
    assert isinstance(identity, Toggle)
    assert not identity.present_in(labels)
    opened.session.editor.give("attribute", "identity", key)
    assert edits(opened) == (identity.edit(0, False, item.source),)
    opened.session.editor.give("attribute", "eyeglasses", key)
    assert opened.attributes.rows["eyeglasses"].buttons.checkedId() == 1, "eyeglasses are lent: put on"
    wait_for_rest(qtbot, opened)
