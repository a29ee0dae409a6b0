from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.dialogs.export import ExportDialog
from app.main_window import MainWindow
from tests.gui.conftest import wait_for_rest
from tests.gui.fake_engine import FakeEngine


@pytest.fixture
def edited(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    opened.session.set_attribute("eyeglasses", True)
    wait_for_rest(qtbot, opened)
    return opened


def ask(window: MainWindow) -> ExportDialog:
    window.actions_table["export"].trigger()
    (dialog,) = window.findChildren(ExportDialog)
    return dialog


def test_export_writes_the_rendered_photo(edited: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ask(edited)
    assert dialog.target == tmp_path / "Porträt eins edited.png"
    dialog.accept_button.click()
    target = tmp_path / "Porträt eins edited.png"
    qtbot.waitUntil(lambda: any("Saved as" in t for t in edited.messages.texts()))
    with Image.open(target) as image:
        assert image.size == (640, 480)
        assert image.getpixel((310, 205)) == (10, 200, 30)
    assert not edited.session.modified
    assert not edited.isWindowModified()


def test_existing_file_and_original_take_a_tick(edited: MainWindow, picture: Path) -> None:
    dialog = ask(edited)
    before = picture.read_bytes()
    dialog.path.setText(str(picture))
    assert not dialog.accept_button.isEnabled()
    assert dialog.replace.text() == "Replace the original photo"
    dialog.replace.setChecked(True)
    assert dialog.accept_button.isEnabled()
    dialog.path.setText(str(picture.with_name("Porträt zwei.jpg")))
    assert dialog.accept_button.isEnabled()
    dialog.reject()
    assert picture.read_bytes() == before


def test_tick_for_one_file_does_not_count_for_another(
    edited: MainWindow, picture: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.png"
    other.write_bytes(picture.read_bytes())
    dialog = ask(edited)
    dialog.path.setText(str(other))
    dialog.replace.setChecked(True)
    dialog.path.setText(str(picture))
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_format_follows_the_ending_and_the_other_way(edited: MainWindow, tmp_path: Path) -> None:
    dialog = ask(edited)
    dialog.path.setText(str(tmp_path / "x.webp"))
    assert dialog.format.currentText() == "WebP"
    assert dialog.quality.isEnabled()
    dialog.format.setCurrentText("TIFF")
    dialog.format.activated.emit(dialog.format.currentIndex())
    assert dialog.target.suffix == ".tif"
    assert not dialog.quality.isEnabled()
    dialog.path.setText(str(tmp_path / "x.xyz"))
    assert not dialog.accept_button.isEnabled()
    assert "xyz" in dialog.note.text()
    dialog.path.setText(str(tmp_path / "missing folder" / "x.png"))
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_progress_and_cancel(edited: MainWindow, qtbot: QtBot, engine: FakeEngine, tmp_path: Path) -> None:
    engine.gate.clear()
    dialog = ask(edited)
    target = dialog.target
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: edited.status.cancel.isVisible())
    qtbot.waitUntil(lambda: edited.status.text.text() == "Render…")
    edited.status.cancel.click()
    engine.gate.set()
    wait_for_rest(qtbot, edited)
    assert not target.exists()
    assert not edited.status.cancel.isVisible()
    assert edited.session.modified


def test_failure_to_write_is_a_sentence(edited: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    dialog = ask(edited)
    dialog.path.setText(str(folder / "x.png"))
    folder.rmdir()
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: any("does not exist" in t for t in edited.messages.texts()))
    assert edited.session.modified
