"""Projects in the window: save, open again, close, recent files, and what a crash leaves."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.files.autosave import Autosave, FindDrafts, Keeper, autosave_root
from app.files.files import PROJECT_SUFFIX
from app.files.recent import MOST, RecentFiles, RecentMenu
from app.window.main_window import MainWindow
from core.document.document import Document
from core.document.draft import read_draft
from core.document.edits import Reference, Seed
from core.document.manifest import PackStamp
from core.document.project import Project, read_project, write_project
from core.errors import FaceError, PackError
from core.methods.registry import edit_types
from core.methods.smile.edits import SetAttribute
from core.photo import load_photo
from core.photo.openraster import SUFFIX
from tests.core.document.conftest import rewritten
from tests.gui.conftest import wait_for_face, wait_for_rest, write_picture
from tests.gui.fake_engine import FakeEngine
from tests.gui.hands import click_state, drop_file, edits, press_message

ROOT = Path(__file__).resolve().parents[3]
HAT = SetAttribute(attribute="hat", present=True, source=Seed(7))


def choose_file(window: MainWindow, path: Path) -> None:
    """Answer the file dialog that is open."""
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.blockSignals(True)  # closing would say that the person chose nothing
    dialog.close()


def wait_until_saved(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.session.modified, timeout=10_000)


@pytest.fixture
def saved(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window with an edited photo that was saved as work.ora."""
    click_state(opened, "hat", 1)
    wait_for_rest(qtbot, opened)
    opened.actions_table["save"].trigger()
    choose_file(opened, tmp_path / "work.ora")
    wait_until_saved(qtbot, opened)
    return opened


def project_file(tmp_path: Path, *edits: SetAttribute) -> Path:
    """A project as another window would have written it."""
    document = Document(load_photo(write_picture(tmp_path / "her.png")), edits=edits)
    write_project(Project(document, "her.png", tmp_path / "her.png"), tmp_path / "hers.ora")
    return tmp_path / "hers.ora"


def test_projects_end_in_one_way() -> None:
    assert PROJECT_SUFFIX == SUFFIX


# saving
def test_save_asks_once_and_names_the_window(saved: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert saved.windowTitle().startswith("work.ora")
    assert not saved.isWindowModified()
    assert "Saved as work.ora." in saved.messages.texts()
    found = read_project(tmp_path / "work.ora", edit_types())
    assert found.document.edits == edits(saved)
    assert found.path == saved.session.path
    click_state(saved, "eyeglasses", 1)
    assert saved.isWindowModified()
    saved.actions_table["save"].trigger()
    assert not [d for d in saved.findChildren(QFileDialog) if d.isVisible()]
    wait_until_saved(qtbot, saved)
    assert len(read_project(tmp_path / "work.ora", edit_types()).document.edits) == 2


def test_save_as_adds_the_ending(saved: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    saved.actions_table["save_as"].trigger()
    dialogs = [d for d in saved.findChildren(QFileDialog) if d.isVisible()]
    assert dialogs[-1].selectedFiles() == [str(tmp_path / "work.ora")]
    dialogs[-1].fileSelected.emit(str(tmp_path / "other.v2"))
    dialogs[-1].close()
    qtbot.waitUntil((tmp_path / "other.v2.ora").exists)
    qtbot.waitUntil(lambda: saved.windowTitle().startswith("other.v2.ora"))


def test_removing_all_edits_of_a_project_is_a_change(saved: MainWindow) -> None:
    saved.session.editor.reset()
    assert saved.isWindowModified()
    saved.session.editor.undo()
    assert not saved.isWindowModified()


def test_a_failing_save_says_so_and_stays_modified(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    click_state(opened, "hat", 1)
    opened.actions_table["save"].trigger()
    choose_file(opened, tmp_path / "none" / "work.ora")
    qtbot.waitUntil(lambda: any("does not exist" in text for text in opened.messages.texts()))
    assert opened.isWindowModified()
    assert opened.session.project is None


def test_what_cannot_be_rendered_is_saved_all_the_same(
    opened: MainWindow, engine: FakeEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    click_state(opened, "hat", 1)
    wait_for_rest(qtbot, opened)
    engine.error = FaceError("There is no face number 1.")
    opened.actions_table["save"].trigger()
    choose_file(opened, tmp_path / "work.ora")
    wait_until_saved(qtbot, opened)
    assert any("but not their result" in text for text in opened.messages.texts())
    assert read_project(tmp_path / "work.ora", edit_types()).document.edits == edits(opened)


def test_saving_without_models(
    make_window: Callable[..., MainWindow], picture: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    def broken() -> FakeEngine:
        raise PackError("No model pack is installed.")

    window = make_window(broken, project_file(tmp_path, HAT))
    qtbot.waitUntil(lambda: window.session.document is not None)
    qtbot.waitUntil(lambda: window.session.renderer.engine_state == "failed")
    window.session.editor.reset()
    window.actions_table["save"].trigger()
    wait_until_saved(qtbot, window)
    assert read_project(tmp_path / "hers.ora", edit_types()).document.edits == ()


def test_cancelling_a_save(opened: MainWindow, engine: FakeEngine, qtbot: QtBot, tmp_path: Path) -> None:
    click_state(opened, "hat", 1)
    wait_for_rest(qtbot, opened)
    engine.gate.clear()
    opened.actions_table["save"].trigger()
    choose_file(opened, tmp_path / "work.ora")
    qtbot.waitUntil(opened.status.cancel.isVisible)
    opened.status.cancel.click()
    engine.gate.set()
    wait_for_rest(qtbot, opened)
    assert not (tmp_path / "work.ora").exists()
    assert opened.isWindowModified()


def test_save_on_closing(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    click_state(opened, "hat", 1)
    wait_for_rest(qtbot, opened)
    opened.settings["close.ask"] = True
    opened.close()
    (save,) = [b for b in opened.findChildren(QPushButton) if b.text() == "Save"]
    save.click()
    choose_file(opened, tmp_path / "work.ora")
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=10_000)
    assert read_project(tmp_path / "work.ora", edit_types()).document.edits == edits(opened)


# opening
def test_reopening_brings_everything_back(
    saved: MainWindow,
    make_window: Callable[..., MainWindow],
    engine: FakeEngine,
    qtbot: QtBot,
    tmp_path: Path,
    picture: Path,
) -> None:
    for shift in (9, 11):
        saved.session.add_reference(write_picture(tmp_path / f"other{shift}.png", shift=shift))
    qtbot.waitUntil(lambda: len(saved.session.references) == 2)
    first = next(iter(saved.session.references))
    saved.session.editor.give("attribute", "eyeglasses", first)
    wait_for_rest(qtbot, saved)
    face = saved.session.face
    assert face is not None
    saved.session.set_points(0, face.points)
    saved.actions_table["save"].trigger()
    wait_until_saved(qtbot, saved)
    again = make_window(lambda: engine, tmp_path / "work.ora")
    wait_for_face(qtbot, again)
    wait_for_rest(qtbot, again)
    before, after = saved.session, again.session
    assert before.document is not None
    assert after.document is not None
    assert edits(again) == edits(saved)
    assert after.document.faces == before.document.faces
    assert after.document.photo.digest == before.document.photo.digest
    assert {k: v.title for k, v in after.references.items()} == {
        k: v.title for k, v in before.references.items()
    }
    assert all(item.face is not None for item in after.references.values())
    assert (after.path, after.title, after.project) == (picture, picture.name, tmp_path / "work.ora")
    assert not again.isWindowModified()
    assert after.editor.history is not None
    assert after.editor.history.undo_text is None
    one, two = before.renderer.preview(0), after.renderer.preview(0)
    assert one is not None
    assert two is not None
    assert np.array_equal(one.crop, two.crop)
    after.add_reference(write_picture(tmp_path / "third.png", shift=3))  # gets a key of its own
    qtbot.waitUntil(lambda: len(after.references) == 3)
    assert after.references[first].title == "other9.png"
    assert any(isinstance(e, SetAttribute) and e.source == Reference(first) for e in edits(again))


def test_a_dropped_project_is_opened_not_shelved(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    click_state(opened, "eyeglasses", 1)
    drop_file(opened.canvas, project_file(tmp_path, HAT))
    qtbot.waitUntil(lambda: opened.session.name == "hers.ora")
    assert edits(opened) == (HAT,)
    press_message(opened, "Back to Porträt eins.png")
    assert opened.session.project is None
    assert opened.windowTitle().startswith("Porträt eins.png")


def _of_version_9(parts: dict[str, bytes]) -> None:
    content = json.loads(parts["semblance/project.json"])
    parts["semblance/project.json"] = json.dumps({**content, "version": 9}).encode()


@pytest.mark.parametrize("damage", ["torn", "newer"])
def test_bad_projects_change_nothing(opened: MainWindow, qtbot: QtBot, tmp_path: Path, damage: str) -> None:
    click_state(opened, "hat", 1)
    path, words = project_file(tmp_path), "damaged"
    data = path.read_bytes()
    if damage == "torn":
        path.write_bytes(data[: len(data) // 2])
    else:
        rewritten(path, _of_version_9)
        words = "newer Semblance"
    opened.files.open_path(path)
    qtbot.waitUntil(lambda: any(words in text for text in opened.messages.texts()))
    assert len(edits(opened)) == 1
    assert opened.session.title == "Porträt eins.png"


def test_another_pack_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    wait_for_rest(qtbot, window)
    qtbot.waitUntil(lambda: window.session.renderer.engine_state == "ready")
    found = read_project(project_file(tmp_path, HAT), edit_types())
    path = tmp_path / "packed.ora"
    write_project(Project(found.document, packs=(PackStamp("hers", "1", "0" * 64),)), path)
    window.files.open_path(path)
    qtbot.waitUntil(lambda: any("results may differ" in text for text in window.messages.texts()))


# recent files
def test_recent_files_are_kept_newest_first(tmp_path: Path) -> None:
    recent = RecentFiles(tmp_path / "folder" / "recent.json")
    assert recent.paths() == ()
    for number in range(20):
        recent.add(tmp_path / f"{number}.jpg")
    RecentFiles(tmp_path / "folder" / "recent.json").add(tmp_path / "15.jpg")
    assert len(recent.paths()) == MOST
    assert [path.stem for path in recent.paths()[:3]] == ["15", "19", "18"]
    recent.remove(tmp_path / "19.jpg")
    assert [path.stem for path in recent.paths()[:2]] == ["15", "18"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": 3}', '{"files": [3, ""]}', "\x00\xff"])
def test_damaged_recent_files_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "recent.json").write_text(text, encoding="latin-1")
    recent = RecentFiles(tmp_path / "recent.json")
    assert recent.paths() == ()
    recent.add(tmp_path / "a.jpg")
    assert recent.paths() == (tmp_path / "a.jpg",)


def test_recent_menu(saved: MainWindow, qtbot: QtBot, tmp_path: Path, picture: Path) -> None:
    (menu,) = saved.findChildren(RecentMenu)
    menu.refresh()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["&1 work.ora", "&2 Porträt eins.png", "&Clear this list"]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: saved.session.project is None)
    (tmp_path / "work.ora").unlink()
    menu.refresh()
    (gone,) = [action for action in menu.actions() if "work.ora" in action.text()]
    gone.trigger()
    assert any("no longer in" in text for text in saved.messages.texts())
    menu.refresh()
    assert [a.text() for a in menu.actions() if a.text()] == ["&1 Porträt eins.png", "&Clear this list"]
    menu.actions()[-1].trigger()
    menu.refresh()
    assert [action.text() for action in menu.actions()] == ["Nothing yet"]


# autosave and recovery
def drafts() -> list[Path]:
    return list(autosave_root().glob("*/project.json"))


def autosaved(qtbot: QtBot, window: MainWindow) -> None:
    """Do not wait for the rest of some seconds."""
    autosave = window.projects.autosave
    if autosave._timer.isActive():
        autosave._timer.setInterval(0)
    qtbot.waitUntil(lambda: not autosave.busy(), timeout=10_000)


def test_autosave_until_saved(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    autosaved(qtbot, opened)
    assert drafts() == []
    click_state(opened, "hat", 1)
    autosaved(qtbot, opened)
    (draft,) = drafts()
    picture = next(draft.parent.glob("picture-*"))
    stamp = picture.stat().st_mtime_ns
    assert picture.read_bytes() == opened.session.path.read_bytes()  # type: ignore[union-attr]  # it was opened
    click_state(opened, "eyeglasses", 1)
    autosaved(qtbot, opened)
    assert len(json.loads(draft.read_text())["recipe"]["edits"]) == 2
    assert picture.stat().st_mtime_ns == stamp
    opened.actions_table["save"].trigger()
    choose_file(opened, tmp_path / "work.ora")
    wait_until_saved(qtbot, opened)
    autosaved(qtbot, opened)
    assert drafts() == []


def test_autosave_holds_what_was_found_in_minutes(
    opened: MainWindow, engine: FakeEngine, qtbot: QtBot, picture: Path
) -> None:
    click_state(opened, "hat", 1)
    autosaved(qtbot, opened)
    (draft,) = drafts()
    assert opened.session.document is not None
    edits = opened.session.document.edits
    assert read_draft(draft.parent, edit_types()).document.kept == {}
    engine.found_late = {"codes": np.arange(6, dtype=np.float32)}
    opened.session.editor.set_attribute("eyeglasses", True)
    qtbot.waitUntil(lambda: bool(opened.session.renderer.kept))
    autosaved(qtbot, opened)
    found = read_draft(draft.parent, edit_types()).document
    assert len(found.edits) == len(edits) + 1
    (arrays,) = found.kept.values()
    assert np.array_equal(arrays["codes"], engine.found_late["codes"])
    opened.files.open_path(picture)
    qtbot.waitUntil(lambda: opened.session.renderer.kept == {})


def test_autosave_outlives_another_photo_without_edits(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    click_state(opened, "hat", 1)
    autosaved(qtbot, opened)
    opened.files.open_path(write_picture(tmp_path / "second.png", shift=5))
    qtbot.waitUntil(lambda: opened.session.title == "second.png")
    autosaved(qtbot, opened)
    assert [json.loads(draft.read_text())["title"] for draft in drafts()] == ["Porträt eins.png"]
    wait_for_face(qtbot, opened)
    click_state(opened, "hat", 1)
    autosaved(qtbot, opened)
    assert [json.loads(draft.read_text())["title"] for draft in drafts()] == ["second.png"]


def test_autosave_is_gone_after_a_clean_close(opened: MainWindow, qtbot: QtBot) -> None:
    click_state(opened, "hat", 1)
    autosaved(qtbot, opened)
    assert len(drafts()) == 1
    opened.close()
    assert list(autosave_root().iterdir()) == []


def test_a_living_window_is_left_alone(
    opened: MainWindow, make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    click_state(opened, "hat", 1)
    autosaved(qtbot, opened)
    other = make_window(FakeEngine)
    autosaved(qtbot, other)
    assert other.messages.texts() == []
    other.close()
    assert len(drafts()) == 1


CRASH = """
import sys, time
from pathlib import Path
from app.files.autosave import Keeper
from core.document.document import Document
from core.document.edits import Seed
from core.methods.smile.edits import SetAttribute
from core.document.project import Project
from core.photo import load_photo
keeper = Keeper(Path(sys.argv[1]))
document = Document(load_photo(Path(sys.argv[2])))
number = 0
while True:
    edit = SetAttribute(attribute="hat", present=True, source=Seed(number))
    keeper.keep(Project(document.with_edit(edit), "Porträt eins.png", Path(sys.argv[2])))
    number += 1
    if number == 3:
        print("kept", flush=True)
"""


def crash(picture: Path) -> None:
    """A process that is killed while it autosaves."""
    arguments = [sys.executable, "-c", CRASH, str(autosave_root()), str(picture)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, env=environment)
    assert child.stdout is not None
    with child.stdout:
        assert child.stdout.readline().strip() == b"kept"
        child.kill()
    child.wait()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL")
def test_a_crash_is_offered_and_brought_back(window: MainWindow, picture: Path, qtbot: QtBot) -> None:
    crash(picture)
    (left,) = drafts()
    window.projects.autosave._thread.submit("find", FindDrafts())
    text = "Semblance was closed without saving Porträt eins.png. Bring it back?"
    qtbot.waitUntil(lambda: window.messages.texts() == [text])
    press_message(window, "Bring it back")
    wait_for_face(qtbot, window)
    (edit,) = edits(window)
    assert isinstance(edit, SetAttribute)
    assert edit.attribute == "hat"
    assert window.isWindowModified()
    assert window.session.path == picture
    autosaved(qtbot, window)
    (kept,) = drafts()
    assert kept != left
    window.close()
    assert list(autosave_root().iterdir()) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL")
def test_a_crash_can_wait_or_be_deleted(
    make_window: Callable[..., MainWindow], picture: Path, qtbot: QtBot
) -> None:
    crash(picture)
    for answer in (None, "Delete it"):
        window = make_window(FakeEngine)
        qtbot.waitUntil(lambda shown=window: bool(shown.messages.rows))
        if answer is not None:
            press_message(window, answer)
            qtbot.waitUntil(lambda: drafts() == [])
        window.close()
        assert len(drafts()) == (1 if answer is None else 0)


def test_a_folder_that_cannot_be_written_is_told_once(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    root = autosave_root()
    root.parent.mkdir(parents=True, exist_ok=True)
    root.write_text("in the way")
    for name in ("hat", "eyeglasses"):
        click_state(opened, name, 1)
        autosaved(qtbot, opened)
    assert sum("Autosave does not work" in text for text in opened.messages.texts()) == 1


def test_keepers_do_not_see_each_others_drafts(tmp_path: Path, picture: Path) -> None:
    one, two = Keeper(tmp_path / "root"), Keeper(tmp_path / "root")
    one.keep(Project(Document(load_photo(picture)), "a"))
    two.keep(Project(Document(load_photo(picture)), "b"))
    assert one.find() == two.find() == ()
    one.close()
    assert len(list((tmp_path / "root").glob("*/project.json"))) == 1
    two.close()
    assert list((tmp_path / "root").iterdir()) == []


def test_autosave_that_never_started_closes(window: MainWindow) -> None:
    assert Autosave(window.session).close()
