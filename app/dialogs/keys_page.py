"""Preferences: the keys of every action, to find and to change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.widgets.small import ROW, search_field
from app.widgets.theme import icon
from app.window.actions import MENUS, SEPARATOR, TABLE, Actions, ActionSpec, plain
from app.window.keys import Keys, native, normal, refusal
from app.words.translate import mark, tr

_SPECS: dict[str, ActionSpec] = {spec.id: spec for spec in TABLE}
_FIELDS = (mark("First shortcut"), mark("Second shortcut"))


@dataclass(frozen=True)
class _Wish:
    """Keys that wait for a yes; no name: every action's own keys."""

    name: str
    keys: Keys


class KeysPage(QWidget):
    """A table with a search field; below it the chosen action's shortcuts and what stands against them."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = actions.keys
        self._wish: _Wish | None = None
        self.search = search_field(tr("Search actions and keys"))
        self.search.textChanged.connect(self._on_search)
        self.table = self._make_table()
        self.title = QLabel()
        self.title.setProperty("heading", True)
        self.fields = [self._make_field(tr(name)) for name in _FIELDS]
        self.reset = QPushButton(tr("&Reset"))
        self.reset.setToolTip(tr("Give this action the keys that it had at first"))
        self.reset.clicked.connect(self._on_reset)
        self.reset_all = QPushButton(tr("Reset &all…"))
        self.reset_all.setToolTip(tr("Give every action the keys that it had at first"))
        self.reset_all.clicked.connect(self._on_reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(self._make_editor())
        column.addWidget(self._make_question())
        self._keys.changed.connect(self._refresh)
        self.table.setCurrentItem(self._items()[0])
        self._refresh()

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setRootIsDecorated(False)
        table.setAlternatingRowColors(True)
        table.setUniformRowHeights(True)
        table.setAccessibleName(tr("Actions and their keys"))
        table.setHeaderLabels([tr("Action"), tr("Menu"), tr("Keys")])
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for index in (1, 2):
            table.header().setSectionResizeMode(index, QHeaderView.ResizeMode.ResizeToContents)
        table.header().setStretchLastSection(False)
        table.header().setMinimumSectionSize(72)
        for menu, names in MENUS:
            for name in names:
                if name != SEPARATOR:
                    item = QTreeWidgetItem(table, [_SPECS[name].title, plain(tr(menu)), ""])
                    item.setData(0, Qt.ItemDataRole.UserRole, name)
                    item.setToolTip(0, _SPECS[name].help)
                    item.setSizeHint(0, ROW)
        table.currentItemChanged.connect(self._on_current)
        table.activated.connect(self._on_activated)
        return table

    def _make_field(self, name: str) -> QKeySequenceEdit:
        field = QKeySequenceEdit(clearButtonEnabled=True)
        field.setMaximumSequenceLength(1)
        for line in field.findChildren(QLineEdit):
            line.setAcceptDrops(False)
        field.setAccessibleName(name)
        field.setToolTip(tr("Click here and press the keys"))
        field.keySequenceChanged.connect(self._on_typed)
        return field

    def _make_editor(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.addWidget(self.title, 0, 0, 1, 4)
        for index, field in enumerate(self.fields):
            grid.addWidget(field, 1, index)
            grid.setColumnStretch(index, 1)
        grid.addWidget(self.reset, 1, 2)
        grid.addWidget(self.reset_all, 1, 3)
        return grid

    def _make_question(self) -> QFrame:
        """Where conflicts are told; its place stays when there is none, so that nothing jumps."""
        self.question = QFrame()
        self.words = QLabel(wordWrap=True)
        self.words.setAccessibleName(tr("What stands against these keys"))
        self.yes = QPushButton()
        self.yes.clicked.connect(self._on_yes)
        self.no = QPushButton(tr("Leave it"))
        self.no.clicked.connect(self._on_no)
        policy = self.yes.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.yes.setSizePolicy(policy)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self.question)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for widget in (self.words, self.yes, self.no):
            line.addWidget(widget, 1 if widget is self.words else 0)
        return self.question

    # what is shown
    @property
    def name(self) -> str:
        """The chosen action."""
        item = self.table.currentItem()
        return str(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else TABLE[0].id

    def choose(self, name: str) -> None:
        """Make that action the chosen one."""
        for item in self._items():
            if item.data(0, Qt.ItemDataRole.UserRole) == name:
                self.table.setCurrentItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        items = [self.table.topLevelItem(i) for i in range(self.table.topLevelItemCount())]
        return [item for item in items if item is not None]

    @Slot()
    def _refresh(self) -> None:
        for item in self._items():
            name = str(item.data(0, Qt.ItemDataRole.UserRole))
            item.setText(2, ", ".join(native(key) for key in self._keys[name]))
            if _SPECS[name].icon:
                item.setIcon(0, icon(_SPECS[name].icon))
            font = item.font(2)
            font.setBold(not self._keys.is_default(name))
            item.setFont(2, font)
        self._show_fields()
        self._ask(None)

    def _show_fields(self) -> None:
        keys = self._keys[self.name]
        self.title.setText(tr("Shortcuts of “{action}”", action=_SPECS[self.name].title))
        for index, field in enumerate(self.fields):
            with QSignalBlocker(field):
                field.setKeySequence(QKeySequence(keys[index] if index < len(keys) else ""))
        self.reset.setEnabled(not self._keys.is_default(self.name))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "question"):
            self._refresh()

    @Slot(str)
    def _on_search(self, text: str) -> None:
        words = text.casefold().split()
        for item in self._items():
            name = str(item.data(0, Qt.ItemDataRole.UserRole))
            held = " ".join((*(item.text(i) for i in range(3)), _SPECS[name].help)).casefold()
            item.setHidden(not all(word in held for word in words))
        shown = [item for item in self._items() if not item.isHidden()]
        if shown and self.table.currentItem() not in shown:
            self.table.setCurrentItem(shown[0])

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current(self, item: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        if item is not None and hasattr(self, "question"):
            self._show_fields()
            self._ask(None)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.fields[0].setFocus()

    # what is changed
    @Slot()
    def _on_typed(self) -> None:
        typed = [field.keySequence().toString() for field in self.fields]
        wrong = [words for keys in typed if keys and (words := refusal(keys))]
        if wrong:
            self._show_fields()
            self._ask(None, wrong[0])
        else:
            self._want(_Wish(self.name, tuple(dict.fromkeys(normal(keys) for keys in typed if keys))))

    @Slot()
    def _on_reset(self) -> None:
        self._want(_Wish(self.name, self._keys.default(self.name)))

    @Slot()
    def _on_reset_all(self) -> None:
        self._ask(_Wish("", ()), tr("Every action gets the keys that it had at first."), tr("Reset all"))

    def _want(self, wish: _Wish) -> None:
        """Carry it out, unless another action would lose keys: that takes a yes."""
        holders = self._keys.holders(wish.keys, wish.name)
        if not holders:
            self._keys.assign(wish.name, wish.keys)
            self._show_fields()
            return
        said = [
            tr("{keys} belongs to “{action}”.", keys=native(key), action=_SPECS[name].title)
            for key, name in holders.items()
        ]
        self._ask(wish, " ".join(said), tr("Take it from there"))

    def _ask(self, wish: _Wish | None, words: str = "", yes: str = "") -> None:
        self._wish = wish
        self.words.setText(words)
        self.yes.setText(yes or tr("Take it from there"))
        self.yes.setVisible(wish is not None)
        self.no.setVisible(wish is not None)
        if wish is not None:
            self.no.setFocus()

    @Slot()
    def _on_yes(self) -> None:
        wish = self._wish
        if wish is not None and wish.name:
            self._keys.assign(wish.name, wish.keys)
        elif wish is not None:
            self._keys.reset_all()
        self._on_no()

    @Slot()
    def _on_no(self) -> None:
        self._ask(None)
        self._show_fields()
        self.table.setFocus()
