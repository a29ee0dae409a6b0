"""The model pack chosen in the preferences; where it fails, the one that ships is used, and it is said."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.dialogs.pack_box import PackBox
from app.dialogs.preferences import PreferencesDialog
from app.engine.factory import make_engine
from app.engine.trial import FindDevices, Found
from app.program.settings import Settings
from app.window.main_window import MainWindow
from core.document.document import Document
from core.document.manifest import stamp_of
from core.document.project import Project, write_project
from core.packs import Pack
from core.packs import pack as pack_module
from core.photo import load_photo, save_photo
from core.render.device import FoundDevice
from core.render.engine import Engine
from tests.core.conftest import draw_photo, drawn_faces, tiny_pack
from tests.gui.conftest import wait_for_face, wait_for_rest
from tests.gui.hands import edits

__all__ = ["drawn_faces", "tiny_pack"]  # fixtures

TIP = Qt.ItemDataRole.ToolTipRole


def install(tiny_pack: Pack, folder: Path, **said: object) -> Path:
    """The tiny pack in a folder, whose descriptor says this of it instead."""
    shutil.copytree(tiny_pack.folder, folder)
    descriptor = folder / "pack.json"
    content = {**json.loads(descriptor.read_text(encoding="utf-8")), "name": folder.name, **said}
    descriptor.write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, tiny_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own packs: one, "mine", that knows no sliders. The tiny pack is the one that ships."""
    shipped, own = tmp_path / "shipped", tmp_path / "user" / "packs"
    install(tiny_pack, shipped / pack_module.DEFAULT_PACK)
    limits = {"hat": {"supported": False, "weak": ""}}
    install(tiny_pack, own / "mine", title="My pack", licence="<b>Mine</b>", directions={}, attributes=limits)
    for module in ("pack", "installed"):
        monkeypatch.setattr(f"core.packs.{module}.BUNDLED_PACKS", shipped)
    monkeypatch.setattr(pack_module.platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "user"))
    return own


@pytest.fixture
def window(
    make_window: Callable[..., MainWindow],
    settings: Settings,
    library: Path,
    drawn_faces: None,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """A window as `app.__main__` makes it, with a drawn photo to open at hand."""
    save_photo(draw_photo(), library.parent / "drawn.png")
    monkeypatch.setattr(FindDevices, "run", lambda *_: Found((FoundDevice("cpu", "Processor"),), "Processor"))
    return make_window(lambda: make_engine("cpu", "fp32", settings["engine.pack"]))


@pytest.fixture
def opened(window: MainWindow, library: Path, qtbot: QtBot) -> MainWindow:
    window.files.open_path(library.parent / "drawn.png")
    wait_for_face(qtbot, window)
    return window


def wait_for_pack(qtbot: QtBot, window: MainWindow, name: str) -> None:
    renderer = window.session.renderer
    qtbot.waitUntil(
        lambda: renderer.pack is not None and renderer.pack.name == name,
        timeout=10_000,
    )


def listed(box: PackBox) -> list[tuple[str, str]]:
    return [(box.itemData(i), box.itemText(i)) for i in range(box.count())]


SHIPPED = ("", "Tiny (ships with Semblance)")


# the box
def test_packs_that_can_edit_are_offered(
    qtbot: QtBot, settings: Settings, library: Path, tiny_pack: Pack
) -> None:
    content = json.loads((tiny_pack.folder / "pack.json").read_text(encoding="utf-8"))
    parser = content["networks"]["parser"]
    lender = pack_module.DEFAULT_PACK
    install(tiny_pack, library / "judges", networks={"attributes": parser}, falls_back_to=lender)
    install(tiny_pack, library / "alone", networks={"parser": parser})
    install(tiny_pack, library / "borrower", networks={"parser": parser}, falls_back_to=lender)
    install(tiny_pack, library / "orphan", networks={"parser": parser}, falls_back_to="gone")
    box = PackBox(settings)
    qtbot.addWidget(box)
    assert listed(box) == [SHIPPED, ("borrower", "Tiny"), ("mine", "My pack")]
    assert box.itemData(2, TIP) == f"<p>Licence: &lt;b&gt;Mine&lt;/b&gt;</p><p>In {library / 'mine'}</p>"
    assert box.toolTip() == "<p>Licence: CC0</p>"
    settings["engine.pack"] = "alone"
    assert box.currentText() == "alone, which cannot be used"
    install(tiny_pack, library / "twin", title="My pack")
    box.refresh()
    assert [text for _, text in listed(box)][2:4] == ["My pack (mine)", "My pack (twin)"]


def test_a_pack_that_is_gone_stays_chosen(qtbot: QtBot, settings: Settings, library: Path) -> None:
    settings["engine.pack"] = "mine"
    box = PackBox(settings)
    qtbot.addWidget(box)
    assert box.currentText() == "My pack"
    shutil.rmtree(library / "mine")
    box.refresh()
    assert listed(box) == [SHIPPED, ("mine", "mine, which is not here")]
    assert box.currentData() == "mine"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert settings["engine.pack"] == ""
    assert listed(box) == [SHIPPED]
    settings["engine.pack"] = pack_module.DEFAULT_PACK
    assert listed(box) == [SHIPPED], "the one that ships, by its name"


def test_another_can_be_chosen_when_the_one_that_ships_is_damaged(
    qtbot: QtBot, settings: Settings, window: MainWindow, library: Path
) -> None:
    wait_for_pack(qtbot, window, pack_module.DEFAULT_PACK)
    (library.parents[1] / "shipped" / pack_module.DEFAULT_PACK / "parser.safetensors").unlink()
    window.session.renderer.renew_engine()
    qtbot.waitUntil(lambda: window.session.renderer.engine_state == "failed", timeout=10_000)
    box = window.control.engine().engine.pack
    assert listed(box) == [("", "The one that ships with Semblance"), ("mine", "My pack")]
    box.activated.emit(1)
    wait_for_pack(qtbot, window, "mine")


# the engine
def made(name: str) -> tuple[Path, str]:
    """Where the pack of the engine that is made with that name lies, and what is said of it."""
    engine = make_engine("cpu", "fp32", name)
    assert isinstance(engine, Engine)
    return engine.pack.folder, engine.notice


def test_the_engine_opens_what_was_chosen(library: Path) -> None:
    assert made("mine") == (library / "mine", "")
    (library / "mine" / "syn_style.safetensors").write_bytes(b"damaged")
    folder, notice = made("mine")
    assert folder.name == pack_module.DEFAULT_PACK
    assert notice.startswith("The model pack “mine” cannot be used, so the one that ships")
    assert "syn_style.safetensors of the model pack mine is damaged" in notice


def test_a_pack_of_classifiers_is_not_edited_with(library: Path, tiny_pack: Pack) -> None:
    install(tiny_pack, library / "judges", networks={}, falls_back_to=pack_module.DEFAULT_PACK)
    folder, notice = made("judges")
    assert folder.name == pack_module.DEFAULT_PACK
    assert notice.endswith("The model pack judges holds nothing that edits photos.")


# the window
def test_choosing_a_pack_makes_the_engine_anew_and_keeps_the_edits(
    opened: MainWindow, qtbot: QtBot, settings: Settings
) -> None:
    opened.session.editor.set_attribute("eyeglasses", True)
    wait_for_rest(qtbot, opened)
    before = edits(opened)
    assert "age" in opened.sliders.rows
    assert opened.attributes.rows["hat"].isEnabled()
    box = opened.control.engine().engine.pack
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert settings["engine.pack"] == "mine"
    assert opened.session.renderer.engine_state == "loading"
    wait_for_pack(qtbot, opened, "mine")
    wait_for_face(qtbot, opened)
    wait_for_rest(qtbot, opened)
    assert edits(opened) == before
    assert opened.session.renderer.is_current(0)
    assert opened.session.renderer.preview(0) is not None
    assert "age" not in opened.sliders.rows
    assert not opened.attributes.rows["hat"].isEnabled()
    assert opened.messages.texts() == []
    settings["engine.pack"] = ""
    wait_for_pack(qtbot, opened, pack_module.DEFAULT_PACK)
    wait_for_face(qtbot, opened)
    assert "age" in opened.sliders.rows
    assert opened.attributes.rows["hat"].isEnabled()


def test_a_pack_that_is_gone_is_told_once_with_a_way_out(
    opened: MainWindow, qtbot: QtBot, settings: Settings
) -> None:
    settings["engine.pack"] = "gone"
    words = "The model pack “gone” is no longer here, so the one that ships with Semblance is used."
    qtbot.waitUntil(lambda: words in opened.messages.texts(), timeout=10_000)
    wait_for_pack(qtbot, opened, pack_module.DEFAULT_PACK)
    row = opened.messages.rows[0]
    assert row.message.kind == "warning"
    row.buttons[0].click()
    assert words not in opened.messages.texts()
    dialog = opened.findChild(PreferencesDialog)
    assert dialog is not None
    assert dialog.tabs.currentWidget() is dialog.engine
    qtbot.waitUntil(lambda: words in dialog.engine.state.text())
    opened.session.renderer.renew_engine()
    wait_for_pack(qtbot, opened, pack_module.DEFAULT_PACK)
    assert words not in opened.messages.texts(), "it is known by now"
    settings["engine.pack"] = "gone too"
    qtbot.waitUntil(lambda: any("“gone too”" in text for text in opened.messages.texts()), timeout=10_000)
    settings["engine.pack"] = "mine"
    wait_for_pack(qtbot, opened, "mine")
    assert opened.messages.texts() == [], "it no longer holds"


def test_a_project_of_another_installed_pack_is_told_until_that_is_chosen(
    window: MainWindow, qtbot: QtBot, settings: Settings, library: Path, tiny_pack: Pack
) -> None:
    other = library / "other"
    install(tiny_pack, other, title="Other", tensors={}, directions={})  # which its digest knows
    wait_for_pack(qtbot, window, pack_module.DEFAULT_PACK)
    document = Document(load_photo(library.parent / "drawn.png"))
    write_project(Project(document, packs=(stamp_of(Pack.open(other)),)), library.parent / "hers.ora")
    window.files.open_path(library.parent / "hers.ora")
    told = "This project was made with the model pack other 1;"
    qtbot.waitUntil(lambda: any(told in text for text in window.messages.texts()), timeout=10_000)
    settings["engine.pack"] = "other"
    wait_for_pack(qtbot, window, "other")
    assert not any(told in text for text in window.messages.texts())
