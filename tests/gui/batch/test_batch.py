from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from app.batch.dialog import BatchDialog
from app.batch.queue import time_words
from app.program.settings import Settings
from app.window.main_window import MainWindow
from core.document.edits import Seed
from core.document.recipe import edits_to_json
from core.errors import DeviceError
from core.methods.smile.edits import SetAttribute
from tests.gui.conftest import wait_for_rest, write_picture
from tests.gui.fake_engine import FakeEngine

HAT = SetAttribute(attribute="hat", present=True, source=Seed(3))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three photos, and one that is none."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number, name in enumerate(("a.png", "b.png", "d.png")):
        write_picture(folder / name, shift=number)
    (folder / "c.jpg").write_text("nothing")
    (folder / "notes.txt").write_text("left out")
    return folder


@pytest.fixture
def dialog(opened: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot) -> BatchDialog:
    """The dialog with a queue, its edits those of the open photo."""
    opened.session.editor.set_attribute("eyeglasses", True)
    wait_for_rest(qtbot, opened)
    opened.actions_table["batch"].trigger()
    (dialog,) = opened.findChildren(BatchDialog)
    dialog.add_paths([folder])
    return dialog


def states(dialog: BatchDialog) -> list[str]:
    return [line.state for line in dialog.queue.lines]


def wait_for_end(dialog: BatchDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.queue.running, timeout=10_000)


def test_a_batch_from_start_to_end(dialog: BatchDialog, folder: Path, qtbot: QtBot) -> None:
    out = folder / "edited"
    assert dialog.folder.path == out
    assert [line.source.name for line in dialog.queue.lines] == ["a.png", "b.png", "c.jpg", "d.png"]
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    dialog.saving.size_box.setCurrentIndex(1)
    dialog.saving.side.setValue(320)
    dialog.start.click()
    assert not dialog.start.isVisible()
    wait_for_end(dialog, qtbot)
    assert states(dialog) == ["done", "done", "failed", "done"]
    assert sorted(path.name for path in out.iterdir()) == ["a.png", "b.png", "d.png"]
    with Image.open(out / "b.png") as image:
        assert image.size == (320, 240)
        assert image.getpixel((160, 102)) == pytest.approx((10, 200, 30), abs=3)
    assert {path: path.read_bytes() for path in before} == before
    failed = dialog.list.topLevelItem(2)
    assert failed is not None
    assert "not a picture" in failed.text(1)
    assert dialog.note.text() == "3 of 4 done, 1 failed"
    assert dialog.bar.value() == dialog.bar.maximum()


def test_failed_ones_can_be_tried_again(dialog: BatchDialog, folder: Path, qtbot: QtBot) -> None:
    dialog.start.click()
    wait_for_end(dialog, qtbot)
    assert dialog.retry.isVisible()
    assert not dialog.start.isEnabled()
    write_picture(folder / "c.png").rename(folder / "c.jpg")
    dialog.retry.click()
    wait_for_end(dialog, qtbot)
    assert states(dialog) == ["done"] * 4
    assert len(list((folder / "edited").iterdir())) == 4
    assert not dialog.retry.isVisible()


def test_no_file_is_replaced(dialog: BatchDialog, folder: Path, qtbot: QtBot) -> None:
    (folder / "edited").mkdir()
    (folder / "edited" / "a.webp").write_text("mine")
    dialog.format.setCurrentText("WebP")
    dialog.start.click()
    wait_for_end(dialog, qtbot)
    assert (folder / "edited" / "a.webp").read_text() == "mine"
    names = sorted(path.name for path in (folder / "edited").iterdir())
    assert names == ["a-2.webp", "a.webp", "b.webp", "d.webp"]


def test_cancel_stops_between_stages_and_start_goes_on(
    dialog: BatchDialog, folder: Path, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.gate.clear()
    dialog.start.click()
    qtbot.waitUntil(lambda: states(dialog)[0] == "working" and engine.calls[-1] == "analyse")
    dialog.cancel.click()
    assert states(dialog) == ["waiting"] * 4
    engine.gate.set()
    wait_for_rest(qtbot, dialog._session.parent())  # type: ignore[arg-type]  # the window
    assert list((folder / "edited").iterdir()) == []
    dialog.start.click()
    wait_for_end(dialog, qtbot)
    assert states(dialog).count("done") == 3


def test_editing_goes_first(
    opened: MainWindow, dialog: BatchDialog, engine: FakeEngine, qtbot: QtBot
) -> None:
    """A photo of the batch that is in the engine's hands makes room for a preview, and is done later."""
    engine.gate.clear()
    dialog.start.click()
    qtbot.waitUntil(lambda: engine.calls[-1] == "analyse")
    opened.session.editor.set_attribute("hat", True)
    qtbot.waitUntil(lambda: engine.calls[-1] == "preview")
    assert opened.status.text.text() != ""
    engine.gate.set()
    wait_for_end(dialog, qtbot)
    assert states(dialog).count("done") == 3


def test_the_status_bar_tells_of_it(
    opened: MainWindow, dialog: BatchDialog, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.gate.clear()
    dialog.start.click()
    dialog.close()
    qtbot.waitUntil(lambda: opened.status.text.text() == "Batch, photo 1 of 4…")
    engine.gate.set()
    wait_for_end(dialog, qtbot)
    assert "Batch: 3 of 4 done, 1 failed." in opened.messages.texts()


def test_what_no_photo_would_escape_stops_it(dialog: BatchDialog, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.error = DeviceError("The graphics card is gone.")
    dialog.start.click()
    wait_for_end(dialog, qtbot)
    assert states(dialog) == ["waiting"] * 4
    assert dialog.note.text() == "The graphics card is gone."
    engine.error = None
    dialog.start.click()
    wait_for_end(dialog, qtbot)
    assert states(dialog).count("done") == 3


def test_a_recipe_and_what_is_wrong_with_it(
    window: MainWindow, folder: Path, tmp_path: Path, engine: FakeEngine, qtbot: QtBot
) -> None:
    """Without an open photo."""
    window.actions_table["batch"].trigger()
    (dialog,) = window.findChildren(BatchDialog)
    dialog.add_paths([folder / "a.png", folder / "a.png", folder / "notes.txt"])
    assert len(dialog.queue.lines) == 1
    assert "no edits" in dialog.note.text()
    dialog.source.setCurrentIndex(1)
    assert not dialog.start.isEnabled()
    recipe = tmp_path / "r.json"
    recipe.write_text("{}")
    dialog.recipe.edit.setText(str(recipe))
    dialog.start.click()
    wait_for_end(dialog, qtbot)
    assert "missing" in dialog.note.text()
    assert states(dialog) == ["waiting"]
    recipe.write_text(edits_to_json((HAT,)), "utf-8")
    dialog.saving.sidecar.setChecked(True)
    dialog.start.click()
    wait_for_end(dialog, qtbot)
    assert states(dialog) == ["done"]
    assert (folder / "edited" / "a.png.recipe.json").read_text("utf-8") == recipe.read_text("utf-8")


def test_the_folder_of_the_photos_is_refused(dialog: BatchDialog, folder: Path) -> None:
    dialog.folder.edit.setText(str(folder))
    assert "folder of their own" in dialog.note.text()
    assert not dialog.start.isEnabled()
    dialog.folder.edit.setText("")
    assert not dialog.start.isEnabled()


def test_drop_remove_and_the_results_folder(
    dialog: BatchDialog, tmp_path: Path, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    extra = write_picture(tmp_path / "extra.png")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(extra))])
    actions, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(QDropEvent(QPointF(5, 5), actions, mime, buttons, keys))
    assert dialog.queue.lines[-1].source == extra
    dialog.list.clearSelection()
    bad = dialog.list.topLevelItem(2)
    assert bad is not None
    bad.setSelected(True)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert [line.source.name for line in dialog.queue.lines] == ["a.png", "b.png", "d.png", "extra.png"]
    shown: list[Path] = []
    monkeypatch.setattr(dialog, "_open_folder", shown.append)
    dialog.start.click()
    wait_for_end(dialog, qtbot)
    first = dialog.list.topLevelItem(0)
    assert first is not None
    dialog.list.itemDoubleClicked.emit(first, 0)
    assert shown == [folder / "edited"]


def test_choices_are_remembered_and_it_fits_small_screens(
    opened: MainWindow, dialog: BatchDialog, settings: Settings, qtbot: QtBot
) -> None:
    assert dialog.width() <= 1240
    assert dialog.height() <= 640
    assert dialog.minimumSizeHint().height() <= 640
    dialog.format.setCurrentText("AVIF")
    dialog.saving.quality.setValue(60)
    dialog.start.click()
    wait_for_end(dialog, qtbot)
    assert settings["batch.format"] == ".avif"
    assert settings["export.quality"] == 60


def test_closing_the_window_ends_a_running_batch(
    opened: MainWindow, dialog: BatchDialog, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.gate.clear()
    dialog.start.click()
    qtbot.waitUntil(lambda: engine.calls[-1] == "analyse")
    opened.close()
    assert opened.finished


@pytest.mark.parametrize(("seconds", "words"), [(0.2, "1 s"), (41, "41 s"), (130, "2 min"), (7000, "1.9 h")])
def test_words_for_time(seconds: float, words: str) -> None:
    assert time_words(seconds) == f"about {words} left"


def test_time_left_is_told_of_the_present_run(dialog: BatchDialog, qtbot: QtBot) -> None:
    now = [0.0]
    dialog.queue._clock = lambda: now[0]
    left: list[float] = []

    def tick() -> None:
        now[0] += 1
        if dialog.queue.seconds_left is not None:
            left.append(dialog.queue.seconds_left)

    dialog.queue.line_changed.connect(tick)
    dialog.start.click()
    wait_for_end(dialog, qtbot)
    assert left
    assert all(0 <= seconds < 60 for seconds in left)
