from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.dialogs.about import AboutDialog
from app.dialogs.preferences import PreferencesDialog
from app.dialogs.setting_rows import NumberEditor
from app.engine.trial import FindDevices, Found, TryEngine, unsound
from app.program.settings import SCHEMA
from app.window.main_window import MainWindow
from core.errors import DeviceError
from core.job import Job
from core.render.device import FoundDevice
from core.render.preview import Preview
from tests.gui.conftest import wait_for_rest
from tests.gui.fake_engine import FakeEngine

CARD = FoundDevice("cuda:0", "Some card")
CPU = FoundDevice("cpu", "Processor (x)")
_PARTS = ("Scroll", "Header", "Private", "Spin", "QKeySequenceEdit", "QLineEdit")
"""What Qt's widgets are made of; the whole has the name."""
W = TypeVar("W", bound=QWidget)


def child(parent: QWidget, kind: type[W], name: str = "") -> W:
    """The one widget of that kind and name."""
    found = parent.findChild(kind, name)
    assert found is not None
    return found


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch) -> list[FoundDevice]:
    """The devices that the machine has; torch is not asked."""
    devices = [CARD, CPU]
    monkeypatch.setattr(FindDevices, "run", lambda *_: Found(tuple(devices), "Some card, bf16"))
    return devices


@pytest.fixture
def preferences(window: MainWindow, qtbot: QtBot) -> PreferencesDialog:
    qtbot.waitUntil(lambda: window.session.renderer.engine_state == "ready")
    window.actions_table["preferences"].trigger()
    dialog = child(window, PreferencesDialog)
    qtbot.waitUntil(lambda: dialog.engine.device.count() == 3)
    return dialog


def nameless(dialog: QDialog) -> list[str]:
    kinds = (QAbstractButton, QAbstractSlider, QLineEdit, QComboBox, QAbstractItemView)
    return [
        f"{type(w).__name__} {w.objectName()}"
        for kind in kinds
        for w in dialog.findChildren(kind)
        if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
        and not w.objectName().startswith("qt_")
        and w.window() is dialog
        and not any(part in f"{type(w).__name__}{type(w.parent()).__name__}" for part in _PARTS)
    ]


def test_every_row_has_its_control_and_name(preferences: PreferencesDialog) -> None:
    for row in SCHEMA:
        found = preferences.findChildren(QWidget, row.key)
        assert len(found) == (1 if row.page else 0), row.key
    assert nameless(preferences) == []


def test_general_applies_at_once_both_ways(preferences: PreferencesDialog, window: MainWindow) -> None:
    settings, page = window.settings, preferences.general
    box = child(page, QCheckBox, "overlay.visible")
    box.click()
    assert settings["overlay.visible"] is True
    settings["overlay.visible"] = False
    assert not box.isChecked()
    opacity = child(page, NumberEditor, "overlay.opacity")
    opacity.figure.setValue(30)
    assert settings["overlay.opacity"] == 0.3
    assert opacity.slider.value() == 30
    quality = child(page, NumberEditor, "export.quality")
    quality.slider.setValue(70)
    assert settings["export.quality"] == 70
    theme = child(page, QComboBox, "theme")
    theme.setCurrentIndex(1)
    theme.activated.emit(1)
    assert settings["theme"] == "dark"
    assert window.actions_table["theme_dark"].isChecked()
    page.reset.click()
    assert (settings["theme"], settings["export.quality"]) == ("system", 95)
    assert quality.figure.value() == 95


# keys
def test_a_free_key_is_given_at_once(
    preferences: PreferencesDialog, window: MainWindow, qtbot: QtBot
) -> None:
    page = preferences.keys
    page.choose("labels")
    preferences.tabs.setCurrentWidget(page)
    page.fields[1].setFocus()
    qtbot.keyClick(page.fields[1], Qt.Key.Key_F7)
    assert window.actions_table.keys["labels"] == ("Q", "F7")
    page.reset.click()
    assert window.actions_table.keys["labels"] == ("Q",)


def test_a_taken_key_needs_a_yes(preferences: PreferencesDialog, window: MainWindow) -> None:
    page, keys = preferences.keys, window.actions_table.keys
    preferences.tabs.setCurrentWidget(page)
    page.choose("brush")
    page.fields[0].setKeySequence(QKeySequence("E"))
    assert page.words.text() == "E belongs to “Eraser”."
    page.no.click()
    assert (keys["brush"], keys["eraser"]) == (("B",), ("E",))
    assert page.fields[0].keySequence().toString() == "B"
    page.fields[0].setKeySequence(QKeySequence("E"))
    page.yes.click()
    assert (keys["brush"], keys["eraser"]) == (("E",), ())
    page.reset_all.click()
    assert keys["brush"] == ("E",), "that takes a yes too"
    page.yes.click()
    assert (keys["brush"], keys["eraser"]) == (("B",), ("E",))


def test_a_key_that_is_kept_is_refused_in_words(preferences: PreferencesDialog, window: MainWindow) -> None:
    page = preferences.keys
    page.choose("brush")
    page.fields[0].setKeySequence(QKeySequence("Space"))
    assert page.words.text() == "Space is taken: Space moves the photo while it is held."
    assert window.actions_table.keys["brush"] == ("B",)


def test_search_by_words_and_by_keys(preferences: PreferencesDialog) -> None:
    page = preferences.keys
    for text, names in (("larger", ["larger"]), ("ctrl+0", ["fit"]), ("nothing such", [])):
        page.search.setText(text)
        shown = [i.data(0, Qt.ItemDataRole.UserRole) for i in page._items() if not i.isHidden()]
        assert shown == names
    page.search.setText("larger")
    assert page.name == "larger"


# engine
def test_devices_are_offered(preferences: PreferencesDialog, window: MainWindow, qtbot: QtBot) -> None:
    page = preferences.engine
    assert [page.device.itemData(i) for i in range(3)] == ["auto", "cuda:0", "cpu"]
    assert page.state.text() == "In use: Some card, bf16."
    window.settings["engine.device"] = "cuda:1"
    qtbot.waitUntil(lambda: "not here" in page.state.text())
    assert page.device.currentText() == "cuda:1, which is not here"


def test_no_graphics_reads_well(
    found: list[FoundDevice], preferences: PreferencesDialog, qtbot: QtBot
) -> None:
    found.remove(CARD)
    preferences.engine._on_engine()
    qtbot.waitUntil(lambda: "the processor does the work" in preferences.engine.state.text())


def test_another_precision_makes_the_engine_anew(
    make_window: Callable[..., MainWindow], picture: object, qtbot: QtBot
) -> None:
    made: list[FakeEngine] = []

    def factory() -> FakeEngine:
        made.append(FakeEngine())
        return made[-1]

    window = make_window(factory, picture)
    wait_for_rest(qtbot, window)
    window.session.editor.set_attribute("eyeglasses", True)
    wait_for_rest(qtbot, window)
    window.settings["engine.precision"] = "fp32"
    assert window.session.renderer.engine_state == "loading"
    qtbot.waitUntil(lambda: window.session.renderer.engine_state == "ready" and len(made) == 2)
    wait_for_rest(qtbot, window)
    assert made[1].calls[:2] == ["analyse", "preview"]
    assert window.session.renderer.is_current(0)
    assert made[0].threads == made[1].threads, "the same thread"


def test_the_test_tells_sound_and_speed(
    preferences: PreferencesDialog, engine: FakeEngine, qtbot: QtBot
) -> None:
    page = preferences.engine
    page.test.click()
    assert not page.test.isEnabled()
    qtbot.waitUntil(page.test.isEnabled, timeout=10_000)
    assert page.result.text().startswith("The engine works. An edit takes ")
    assert " ms" in page.result.text()
    assert len(engine.threads) == 1
    seeds = {document.edits[0].source for document in engine.documents}  # type: ignore[union-attr]  # attributes
    assert len(seeds) == len(engine.documents), "no kept result is measured"


def test_the_test_can_be_cancelled(preferences: PreferencesDialog, engine: FakeEngine, qtbot: QtBot) -> None:
    page = preferences.engine
    engine.gate.clear()
    page.test.click()
    qtbot.waitUntil(lambda: "preview" in engine.calls or "analyse" in engine.calls)
    page.cancel.click()
    assert page.result.text() == "The test was cancelled."
    assert page.test.isEnabled()
    engine.gate.set()


def test_errors_of_the_test_are_sentences(
    preferences: PreferencesDialog, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.error = DeviceError("The computer has not enough free memory for this edit.")
    preferences.engine.test.click()
    qtbot.waitUntil(preferences.engine.test.isEnabled, timeout=10_000)
    assert preferences.engine.result.text() == "The computer has not enough free memory for this edit."


@pytest.mark.parametrize(("share", "word"), [(0.0, "nothing"), (0.03, ""), (0.9, "more than")])
def test_what_is_sound(share: float, word: str) -> None:
    before = np.zeros((256, 256, 3), np.uint8)
    after = before.copy()
    after[: round(256 * share)] = 9
    preview = Preview(after, before, np.zeros((256, 256), np.uint8), np.zeros((256, 256), np.float32), {})
    assert (word in unsound(preview)) if word else unsound(preview) == ""


def test_a_broken_file_of_a_sample_is_an_error(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(Exception, match="sample"):
        TryEngine(tmp_path_factory.mktemp("none") / "sample.jpg").run(FakeEngine(), Job())


# about
def test_about_names_versions_and_licences(window: MainWindow) -> None:
    window.actions_table["about"].trigger()
    dialog = child(window, AboutDialog)
    assert nameless(dialog) == []
    for number, row in enumerate(dialog.rows):
        dialog.list.setCurrentIndex(dialog.list.model().index(number, 0))
        assert dialog.text.toPlainText().startswith(row.title)
    assert not dialog.grab().isNull()
