"""The user guide in a window of its own: contents, search, pages with pictures. It needs no network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QUrl, Slot
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.help.guide import FOLDER, INDEX, Section, keys_page, page_names, page_text, search, sections
from app.widgets.small import make_button, search_field
from app.widgets.theme import icon
from app.window.keys import KeyMap, native
from app.words.translate import tr

_SECTION = Qt.ItemDataRole.UserRole
_MARGIN = 26
_BACK_ICON = "mdi6.arrow-left"


class GuideWindow(QDialog):
    """Not modal; closing hides it. The page of keys shows those that the person chose."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setWindowTitle(tr("User guide"))
        self.resize(1070, 680)
        self.line = search_field(tr("Search the guide"))
        self.line.textChanged.connect(self._fill)
        self.line.returnPressed.connect(self._on_return)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setAccessibleName(tr("Contents"))
        self.tree.currentItemChanged.connect(self._on_current)
        self.browser = Pages(self._page)
        self.browser.setFrameShape(QFrame.Shape.NoFrame)
        self.browser.setAccessibleName(tr("Page of the guide"))
        self.browser.document().setDocumentMargin(_MARGIN)
        self.browser.sourceChanged.connect(self._on_source)
        back = tr("Back to the page before")
        self.back = make_button(name=back, tip=back, size=18)
        self.back.setIcon(icon(_BACK_ICON))
        self.back.clicked.connect(self.browser.backward)
        self.back.setEnabled(False)
        self.browser.backwardAvailable.connect(self.back.setEnabled)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.line.setFocus)
        self._lay_out()
        keys.changed.connect(self._on_keys)
        self._read()
        self.open_page(INDEX)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 6, 12)
        line = QHBoxLayout()
        line.addWidget(self.back)
        line.addWidget(self.line, 1)
        column.addLayout(line)
        column.addWidget(self.tree, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.browser)
        split.setStretchFactor(1, 1)
        split.setSizes([250, 820])
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def open_page(self, name: str, title: str = "") -> None:
        """Show a page, from its heading of that title on."""
        url = QUrl.fromLocalFile(str(FOLDER / name))
        if self.browser.source() != url:
            self.browser.setSource(url, QTextDocument.ResourceType.MarkdownResource)
        if title:
            self._scroll_to(title)

    def _page(self, name: str) -> str:
        return page_text(name, self._keys_page)

    def _keys_page(self) -> str:
        return keys_page(self._keys.__getitem__, native)

    def _read(self) -> None:
        self._sections = [s for name in page_names() for s in sections(name, self._page(name))]
        self._fill()

    @Slot()
    def _fill(self) -> None:
        """The contents; while something is searched for, the sections that hold it."""
        query = self.line.text().strip()
        with QSignalBlocker(self.tree):
            self.tree.clear()
            self.tree.setRootIsDecorated(not query)
            page: QTreeWidgetItem | None = None
            for section in search(query, self._sections) if query else self._sections:
                nested = not query and section.level > 1 and page is not None
                words = self._place(section) if query else section.title
                item = QTreeWidgetItem(page if nested else self.tree, [words])  # type: ignore[arg-type]  # one of its two kinds of parents
                item.setData(0, _SECTION, section)
                if section.level == 1:
                    page = item
            if not self.tree.topLevelItemCount():
                QTreeWidgetItem(self.tree, [tr("Nothing was found.")]).setFlags(Qt.ItemFlag.NoItemFlags)
        self._mark(query)
        self._on_source(self.browser.source())

    def _place(self, section: Section) -> str:
        """A section with its page's title, for where it stands alone."""
        page = next(s.title for s in self._sections if s.page == section.page)
        return section.title if section.level == 1 else f"{page}: {section.title}"

    def _mark(self, query: str) -> None:
        """Lay the selection's colour over the words searched for."""
        marks: list[QTextEdit.ExtraSelection] = []
        for word in query.split():
            found = self.browser.document().find(word)
            while not found.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = found  # type: ignore[attr-defined]  # the stubs lack it
                mark.format.setBackground(self.palette().highlight())  # type: ignore[attr-defined]  # as above
                mark.format.setForeground(self.palette().highlightedText())  # type: ignore[attr-defined]  # as above
                marks.append(mark)
                found = self.browser.document().find(word, found)
        self.browser.setExtraSelections(marks)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current(self, item: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        section = item.data(0, _SECTION) if item is not None else None
        if isinstance(section, Section):
            self.open_page(section.page, section.title)

    @Slot()
    def _on_return(self) -> None:
        """Enter goes to the first place found."""
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))

    @Slot(QUrl)
    def _on_source(self, url: QUrl) -> None:
        """Another page: its line in the contents is the current one, and what is searched for is marked."""
        name, query = url.fileName(), self.line.text().strip()
        if query:
            self._mark(query)
            return
        current = self.tree.currentItem()
        section = current.data(0, _SECTION) if current is not None else None
        if isinstance(section, Section) and section.page == name:
            return
        with QSignalBlocker(self.tree):
            for index in range(self.tree.topLevelItemCount()):
                item = self.tree.topLevelItem(index)
                if item is not None and item.data(0, _SECTION).page == name:
                    self.tree.setCurrentItem(item)
                    item.setExpanded(True)

    def _scroll_to(self, title: str) -> None:
        block = self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text() == title:
                self._scroll_to_block(block)
                return
            block = block.next()

    def _scroll_to_block(self, block: QTextBlock) -> None:
        browser = self.browser
        browser.setTextCursor(QTextCursor(block))  # the keyboard and the reader go on from there
        layout = browser.document().documentLayout()
        browser.verticalScrollBar().setValue(round(layout.blockBoundingRect(block).top()) - _MARGIN // 2)

    @Slot()
    def _on_keys(self) -> None:
        self._read()
        self.browser.reload()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "browser"):
            self.back.setIcon(icon(_BACK_ICON))
            self.browser.reload()  # the colour of links is in the page


class Pages(QTextBrowser):
    """Shows pages that `text` gives by their names; pictures and other files come from the disk."""

    def __init__(self, text: Callable[[str], str]) -> None:
        super().__init__()
        self._text = text

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        path = Path(QUrl(name).toLocalFile())
        if path.parent == FOLDER and path.suffix == ".md":
            return self._text(path.name)
        return super().loadResource(kind, name)

    def doSetSource(self, name: QUrl | str, type: Any = QTextDocument.ResourceType.UnknownResource) -> None:
        super().doSetSource(name, type)
        self._air()

    def _air(self) -> None:
        """Space around headings, paragraphs and tables, of which Markdown says nothing."""
        block = self.document().begin()
        while block.isValid():
            cursor, level = QTextCursor(block), block.blockFormat().headingLevel()
            if cursor.currentTable() is None and not block.textList():
                form = QTextBlockFormat()
                form.setTopMargin(18 if level > 1 else 0)
                form.setBottomMargin(10 if level else 8)
                cursor.mergeBlockFormat(form)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._air_table(frame)

    def _air_table(self, table: QTextTable) -> None:
        form = table.format().toTableFormat()
        form.setCellPadding(5)
        form.setBorder(0)  # whose lines Qt draws on two sides of a collapsed table only
        form.setBottomMargin(10)
        table.setFormat(form)
