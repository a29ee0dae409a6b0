from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.dialogs.export import ExportDialog
from app.program.settings import Settings
from app.window.main_window import MainWindow
from core.batch import edits_in
from tests.gui.conftest import wait_for_rest
from tests.gui.fake_engine import FakeEngine


@pytest.fixture
def edited(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    opened.session.editor.set_attribute("eyeglasses", True)
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
    assert dialog.saving.quality.isEnabled()
    dialog.format.setCurrentText("TIFF")
    dialog.format.activated.emit(dialog.format.currentIndex())
    assert dialog.target.suffix == ".tif"
    assert not dialog.saving.quality.isEnabled()
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


def test_size_metadata_and_the_edits_beside_it(
    edited: MainWindow, qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    dialog = ask(edited)
    assert not dialog.saving.side.isEnabled()
    dialog.saving.size_box.setCurrentText("Longest side")
    dialog.saving.side.setValue(160)
    dialog.saving.metadata.setCurrentIndex(2)
    dialog.saving.sidecar.setChecked(True)
    target = dialog.target
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: any("Saved as" in t for t in edited.messages.texts()))
    with Image.open(target) as image:
        assert image.size == (160, 120)
    document = edited.session.document
    assert document is not None
    assert edits_in(target.with_name(f"{target.name}.recipe.json"))[0] == document.edits
    assert (settings["export.shrink"], settings["export.side"]) == (True, 160)
    assert (settings["export.metadata"], settings["export.sidecar"]) == ("none", True)
    again = ask(edited)
    assert again.saving.options.longest_side == 160
    assert again.saving.options.metadata == "none"
    again.reject()


def test_credentials_need_the_extra(edited: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.dialogs.saving.credentials_available", lambda: False)
    dialog = ask(edited)
    assert not dialog.saving.sign.isEnabled()
    assert "setup credentials" in dialog.saving.sign_help.text()
    assert dialog.saving.sign_help.isVisible()
    assert dialog.accept_button.isEnabled()
    dialog.reject()


def test_credentials_need_a_certificate_that_serves(
    edited: MainWindow, qtbot: QtBot, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.dialogs.saving.credentials_available", lambda: True)
    dialog = ask(edited)
    height = dialog.height()
    dialog.saving.sign.setChecked(True)
    assert dialog.height() > height
    assert not dialog.accept_button.isEnabled()
    assert "certificate" in dialog.note.text()
    path = tmp_path / "text.pem"
    for line in (dialog.saving.certificate, dialog.saving.key):
        line.edit.setText(str(path))
    assert "no file" in dialog.note.text()
    path.write_text("nothing")
    dialog.saving.key.edit.setText(f"{path} ")
    assert dialog.height() <= 640
    target = dialog.target
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: bool(edited.messages.texts()))
    (said,) = edited.messages.texts()
    assert "certificate" in said or "library" in said
    assert not target.exists()
    assert settings["export.sign"]
    assert settings["credentials.key"] == str(path)


def test_copy_puts_the_edited_picture_on_the_clipboard(edited: MainWindow, qtbot: QtBot) -> None:
    edited.actions_table["copy"].trigger()
    qtbot.waitUntil(lambda: "Copied." in edited.messages.texts())
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (640, 480)
    assert image.pixelColor(310, 205).getRgb() == (10, 200, 30, 255)
    assert edited.session.modified, "the clipboard forgets"
    QGuiApplication.clipboard().clear()


def test_copying_can_be_cancelled(edited: MainWindow, qtbot: QtBot, engine: FakeEngine) -> None:
    QGuiApplication.clipboard().clear()
    engine.gate.clear()
    edited.actions_table["copy"].trigger()
    qtbot.waitUntil(lambda: edited.status.cancel.isVisible())
    edited.status.cancel.click()
    engine.gate.set()
    wait_for_rest(qtbot, edited)
    assert QGuiApplication.clipboard().image().isNull()
    assert edited.messages.texts() == []
