"""The user guide: what it names exists, and the window shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImageReader, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDockWidget,
    QLabel,
    QMenu,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.batch.dialog import BatchDialog
from app.dialogs.export import ExportDialog
from app.help.guide import FOLDER, INDEX, KEYS, own_keys_page, page_names, page_text, search, sections
from app.help.guide_window import GuideWindow
from app.window.actions import MENUS, TABLE, plain
from app.window.main_window import MainWindow
from tests.gui.conftest import wait_for_rest

PAGES = page_names()
LARGEST, ALL = 150_000, 1_500_000


def written(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


# what the pages say
def test_every_page_is_in_the_contents() -> None:
    assert sorted(PAGES) == sorted(path.name for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", PAGES)
def test_links_and_pictures_exist(name: str) -> None:
    for words, target in re.findall(r"!?\[([^]]*)]\(([^)]+)\)", written(name)):
        assert words.strip(), f"{target} has no words"
        assert (FOLDER / target).exists(), target


def test_pictures_are_small_readable_and_all_shown() -> None:
    files = sorted((FOLDER / "pictures").iterdir())
    shown = {
        target for name in PAGES for target in re.findall(r"!\[[^]]*]\(pictures/([^)]+)\)", written(name))
    }
    assert shown == {path.name for path in files}
    assert sum(path.stat().st_size for path in files) <= ALL
    for path in files:
        assert path.stat().st_size <= LARGEST, path.name
        size = QImageReader(str(path)).size()
        assert 100 < size.width() <= 700, path.name


def test_the_page_of_keys_is_the_table_of_actions() -> None:
    assert written(KEYS) == own_keys_page(), "python -m app.tools.guide_pictures window makes it anew"
    rows = dict(re.findall(r"\| ([^|]+) \| (.+) \|", written(KEYS).split("cannot be changed")[0]))
    told = {spec.title: spec.shortcuts for spec in TABLE if spec.shortcuts}
    assert {title: re.sub(r"\\(.)", r"\1", keys) for title, keys in rows.items() if title in told} == {
        title: ", ".join(keys) for title, keys in told.items()
    }


def test_keys_in_the_text_are_those_of_the_table() -> None:
    known = {key for spec in TABLE for key in spec.shortcuts}
    for name in PAGES:
        if name not in (KEYS, "command-line.md"):
            assert set(re.findall(r"`([^`\n]+)`", written(name))) <= known, name


def menu_paths(window: MainWindow) -> set[str]:
    found = {f"{plain(m)} > {plain(s.text)}" for m, names in MENUS for s in TABLE if s.id in names}
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found |= {f"{plain(action.text())} > {plain(inner.text())}" for inner in menu.actions()}
    return found


def seen(root: QWidget) -> Iterator[str]:
    """Every word that a window shows, or would."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (re.sub(r" \(\d+\)$", "", widget.itemText(i)) for i in range(widget.count()))
        elif isinstance(widget, QTabWidget):
            yield from (widget.tabText(i) for i in range(widget.count()))
        elif isinstance(widget, QDockWidget):
            yield widget.windowTitle()
        elif isinstance(widget, QMenu):
            yield from (action.text() for action in widget.actions())


def test_what_is_bold_is_on_the_screen(opened: MainWindow, picture: Path, qtbot: QtBot) -> None:
    opened.session.add_reference(picture)
    wait_for_rest(qtbot, opened)
    opened.canvas.start_points()
    row = opened.regions.rows["hair"]
    opened.regions.menu(row, row.head)
    opened.files.export()
    opened.files.batch()
    (export,) = opened.findChildren(ExportDialog)
    (batch,) = opened.findChildren(BatchDialog)
    there = {plain(text) for part in (opened, export, batch) for text in seen(part)} | menu_paths(opened)
    for name in PAGES:
        bold = {plain(text) for text in re.findall(r"\*\*([^*]+)\*\*", written(name))}
        assert bold <= there, (name, bold - there)
    export.close()
    batch.close()
    opened.canvas.stop_points()


def test_sections_and_search() -> None:
    found = [s for name in PAGES for s in sections(name, page_text(name))]
    assert [s.page for s in found if s.level == 1] == list(PAGES)
    assert search("snapshot", found)[0].title == "Snapshots"
    assert any(s.page == "privacy.md" for s in search("autosave linux", found))
    assert search("zebra crossing", found) == []


def test_headings_in_code_are_none() -> None:
    assert [s.title for s in sections("x.md", "# One\n```\n# not one\n```\n## Two\ntext")] == ["One", "Two"]


# the window
@pytest.fixture
def guide(window: MainWindow) -> GuideWindow:
    window.actions_table["guide"].trigger()
    (guide,) = window.findChildren(GuideWindow)
    return guide


def titles(guide: GuideWindow) -> list[str]:
    tree = guide.tree
    return [item.text(0) for i in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(i))]


def test_f1_opens_it_and_a_second_time_raises_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (guide,) = window.findChildren(GuideWindow)
    assert guide.isVisible()
    assert not guide.isModal()
    assert "User guide" in guide.browser.toPlainText()
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_with_its_pictures_fits(guide: GuideWindow, name: str) -> None:
    guide.open_page(name)
    document, browser = guide.browser.document(), guide.browser
    assert document.toPlainText().startswith(sections(name, page_text(name))[0].title)
    for target in re.findall(r"!\[[^]]*]\(([^)]+)\)", written(name)):
        url = browser.source().resolved(target)
        assert document.resource(QTextDocument.ResourceType.ImageResource, url) is not None, target
    assert browser.horizontalScrollBar().maximum() == 0
    current = guide.tree.currentItem()
    assert current is not None
    assert current.text(0) == sections(name, page_text(name))[0].title


def test_contents_lead_to_headings(guide: GuideWindow) -> None:
    page = guide.tree.topLevelItem(2)
    assert page is not None
    section = page.child(2)
    assert section is not None
    guide.tree.setCurrentItem(section)
    assert guide.browser.source().fileName() == PAGES[2]
    assert guide.browser.textCursor().block().text() == section.text(0)
    assert guide.back.isEnabled()
    guide.back.click()
    assert guide.browser.source().fileName() == INDEX
    current = guide.tree.currentItem()
    assert current is not None
    assert current.text(0) == "User guide"


def test_search_lists_places_and_marks_words(guide: GuideWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(guide.line, "lasso")
    assert "Regions: Paint" in titles(guide)
    qtbot.keyClick(guide.line, Qt.Key.Key_Return)
    assert guide.browser.extraSelections()
    assert guide.isVisible()
    guide.line.setText("zebra crossing")
    assert titles(guide) == ["Nothing was found."]
    qtbot.keyClick(guide.line, Qt.Key.Key_Return)
    guide.line.clear()
    assert len(titles(guide)) == len(PAGES)


def test_the_page_of_keys_follows_the_person(window: MainWindow, guide: GuideWindow) -> None:
    window.actions_table.keys.assign("export", ["F9"])
    guide.open_page(KEYS)
    assert "F9" in guide.browser.toPlainText()
    window.actions_table.keys.assign("export", ["F8"])
    assert "F8" in guide.browser.toPlainText()


def test_links_keep_their_colour_in_the_dark(window: MainWindow, guide: GuideWindow) -> None:
    window.settings["theme"] = "dark"
    assert guide.browser.source().fileName() == INDEX
    window.settings["theme"] = "light"
