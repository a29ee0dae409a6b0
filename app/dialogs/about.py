"""What the program is, and whose work it stands on."""

from __future__ import annotations

import platform

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.help.licences import Licence, as_text, licences, own_version
from app.widgets.small import ROW
from app.widgets.theme import app_icon
from app.words.translate import mark, tr

_TEXT = mark("""\
<h2 style="margin-bottom:0">Semblance</h2>
<p>{version} A portrait comes in, a portrait goes out; between them stands a short list of edits.
Everything is computed on this computer; no picture leaves it.</p>
<p>Exported photos carry the IPTC note that a trained algorithm took part in them.</p>
<p>{pack}</p>
<p>Semblance is under the MIT licence. What it uses stands under “Licences”.</p>
""")
_NO_TEXT = mark("The text is not installed with the program.")


class AboutDialog(QDialog):
    """Two pages: the program, and the licences with their texts, to read and to copy."""

    def __init__(self, pack: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Semblance"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 560)
        self.rows = licences()
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setAccessibleName(tr("About Semblance"))
        self.tabs.addTab(self._program(pack), tr("&Program"))
        self.tabs.addTab(self._licences(), tr("&Licences"))
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.copy = buttons.addButton(tr("Copy versions"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setToolTip(tr("Put the list of names, versions and licences on the clipboard"))
        self.copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)

    def _program(self, pack: str) -> QWidget:
        icon = QLabel()
        icon.setPixmap(app_icon().pixmap(QSize(96, 96), self.devicePixelRatioF()))
        version = own_version()
        version = tr("Version {version}.", version=version) if version else ""
        words = tr(_TEXT, version=version, pack=pack)
        text = QLabel(words, wordWrap=True)
        text.setAccessibleName(tr("About the program"))
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        page = QWidget()
        line = QHBoxLayout(page)
        line.setContentsMargins(20, 20, 20, 20)
        line.setSpacing(20)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        return page

    def _licences(self) -> QWidget:
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        self.list.setAccessibleName(tr("What Semblance uses"))
        self.list.setHeaderLabels([tr("Name"), tr("Version"), tr("Licence")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for row in self.rows:
            item = QTreeWidgetItem(self.list, [row.title, row.version, row.licence])
            item.setToolTip(2, row.licence)
            item.setSizeHint(0, ROW)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(tr("Text of the licence"))
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.list.currentItemChanged.connect(self._on_current)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        page = QSplitter(Qt.Orientation.Vertical)
        page.addWidget(self.list)
        page.addWidget(self.text)
        page.setStretchFactor(0, 3)
        page.setStretchFactor(1, 2)
        page.setContentsMargins(12, 12, 12, 12)
        page.setChildrenCollapsible(False)
        return page

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current(self, item: QTreeWidgetItem, before: QTreeWidgetItem | None) -> None:
        self.text.setPlainText(_words(self.rows[self.list.indexOfTopLevelItem(item)]))

    @Slot()
    def _on_copy(self) -> None:
        machine = f"Python {platform.python_version()}, {platform.platform(terse=True)}"
        QGuiApplication.clipboard().setText(f"{as_text(self.rows)}\n{machine}")
        self.copy.setText(tr("Copied"))


def _words(row: Licence) -> str:
    carries = tr("Carries {what}.", what=tr(row.carries)) if row.carries else ""
    head = [part for part in (f"{row.title} {row.version}".strip(), row.licence, carries) if part]
    return "\n".join([*head, "", row.text or tr(_NO_TEXT)])
