"""Find a command by a few letters: a list over the window, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.program.settings import Settings
from app.widgets.small import application, search_field
from app.widgets.theme import icon
from app.window.actions import MENUS, REASONS, TABLE, Actions, ActionSpec, plain
from app.window.keys import native
from app.words.translate import tr
from core.methods.control import Control, Look, Slider

_REMEMBERED = 12
_WIDTH, _ROW, _ROWS, _MARGIN = 560, 46, 8, 10
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CONTROL = "control "
"""Before the name of what a person can set, so that no action is called so."""
_COMMAND = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Command:
    """A row of the palette. `reason` says why it cannot be used now; `menu` and `tip` are searched too."""

    name: str
    title: str
    menu: str
    tip: str = ""
    keys: str = ""
    reason: str = ""
    icon: str = ""


def rank(query: str, command: Command) -> float | None:
    """How well a command answers the query, larger is better; None when it does not.

    Every word of the query must be found: as the beginning of a word of the title (best), within the title,
    in the tip or the menu's name, or as letters of the title in their order, of which the first begins a
    word ("zf": Zoom to face).
    """
    total = 0.0
    for word in query.casefold().split():
        score = _rank_word(word, command)
        if score is None:
            return None
        total += score
    return total


def _rank_word(word: str, command: Command) -> float | None:
    title = command.title.casefold()
    if title.startswith(word):
        return 10.0
    if _begins_word(word, title):
        return 8.0
    if word == _initials(title)[: len(word)] and len(word) > 1:
        return 7.0
    if word in title:
        return 5.0
    if _begins_word(word, f"{command.menu} {command.tip} {command.keys}".casefold()):
        return 3.0
    return _rank_letters(word, title)


def _begins_word(word: str, text: str) -> bool:
    return any(part.startswith(word) for part in text.replace("-", " ").split())


def _initials(text: str) -> str:
    return "".join(part[0] for part in text.split())


def _rank_letters(word: str, title: str) -> float | None:
    """The letters in their order; those that begin a word of the title count."""
    at, starts = -1, 0
    for number, letter in enumerate(word):
        at = title.find(letter, at + 1)
        if at < 0 or (number == 0 and at > 0 and title[at - 1] != " "):
            return None
        starts += at == 0 or title[at - 1] == " "
    return 1.0 + starts / len(word)


def arranged(query: str, commands: Sequence[Command], recent: Sequence[str]) -> list[Command]:
    """The commands that answer the query, best first; equals by last use, then in the table's order."""
    last = {name: index for index, name in enumerate(recent)}
    found = [(score, c) for c in commands if (score := rank(query, c)) is not None]
    found.sort(key=lambda pair: (-pair[0], last.get(pair[1].name, len(last))))
    return [command for _, command in found]


class CommandPalette(QFrame):
    """A line to type in and the commands that answer it; Enter runs one, Esc and a click elsewhere leave."""

    def __init__(
        self,
        actions: Actions,
        settings: Settings,
        window: QMainWindow,
        controls: Mapping[Control, str] | None = None,
        reveal: Callable[[str], object] = str,
    ) -> None:
        """`controls` are found as well, with what is in their way; `reveal` shows the one of a name where it
        stands."""
        super().__init__(window)
        self._reveal = reveal
        self._actions, self._settings, self._window = actions, settings, window
        self._before = application().focusWidget()
        self._commands = [_command(spec, actions) for spec in TABLE if spec.id != "palette"]
        self._commands += [
            _place_of(each, actions, obstacle)
            for each, obstacle in (controls or {}).items()
            if not isinstance(each, Look)
        ]
        self.setObjectName("palette")
        self.setAccessibleName(tr("Find a command"))
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.line = search_field(tr("What do you want to do?"))
        self.line.setAccessibleName(tr("Find a command"))
        self.line.setMinimumHeight(32)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._refresh)
        self.line.returnPressed.connect(self._run)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line keeps it, and passes the arrows on
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._run)
        self.nothing = QLabel(tr("No command is called that."), alignment=Qt.AlignmentFlag.AlignCenter)
        self.nothing.setProperty("faint", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        for widget in (self.line, self.list, self.nothing):
            column.addWidget(widget)
        self._refresh()

    def open(self) -> None:
        """Show it over the window, with the keyboard."""
        self._window.installEventFilter(self)
        application().focusChanged.connect(self._on_focus)
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Away with it; the keyboard goes back to where it was."""
        if not self.isVisible():
            return
        application().focusChanged.disconnect(self._on_focus)
        self._window.removeEventFilter(self)
        had = self.isAncestorOf(application().focusWidget() or self._window)
        self.hide()
        if had:
            (self._before or self._window).setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def shown(self) -> list[Command]:
        """What the list holds now."""
        return [self.list.item(i).data(_COMMAND) for i in range(self.list.count())]

    def _place(self) -> None:
        rows = min(max(1, self.list.count()), _ROWS)
        width = min(_WIDTH, self._window.width() - 40)
        height = self.line.sizeHint().height() + rows * _ROW + 4 * _MARGIN
        top = self._window.menuBar().height() + 48
        left = (self._window.width() - width) // 2
        self.setGeometry(left, top, width, min(height, self._window.height() - top - 20))

    @Slot()
    def _refresh(self) -> None:
        self.list.clear()
        for command in arranged(self.line.text(), self._commands, self._settings["palette.recent"]):
            item = QListWidgetItem(command.title, self.list)
            item.setData(_COMMAND, command)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(command))
            item.setData(Qt.ItemDataRole.ToolTipRole, command.tip)
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self.nothing.setVisible(self.list.count() == 0)
        self._place()

    @Slot()
    def _run(self) -> None:
        item = self.list.currentItem()
        if item is None or item.data(_COMMAND).reason:
            return
        name = item.data(_COMMAND).name
        others = [other for other in self._settings["palette.recent"] if other != name]
        self._settings["palette.recent"] = [name, *others][:_REMEMBERED]
        self.leave()
        if name.startswith(_CONTROL):
            self._reveal(name.removeprefix(_CONTROL))
        else:
            self._actions[name].trigger()

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self._window and event.type() == QEvent.Type.MouseButtonPress:
            self.leave()
        elif watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.key() in _MOVES and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            application().sendEvent(self.list, event)
            return True
        return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nowhere else to go


class _Rows(QStyledItemDelegate):
    """Icon, title and keys in one line; below it the tip, or why the command cannot be used."""

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        command: Command = index.data(_COMMAND)  # type: ignore[attr-defined]  # a model index
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]  # the stubs lack it
        palette, box = option.palette, QRect(option.rect)  # type: ignore[attr-defined]  # the same
        group = QPalette.ColorGroup.Disabled if command.reason else QPalette.ColorGroup.Active
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        text = palette.color(group, QPalette.ColorRole.Text if command.reason else role)
        painter.save()
        if chosen:
            painter.fillRect(box, palette.color(group, QPalette.ColorRole.Highlight))
        box = box.adjusted(10, 5, -10, -5)
        if command.icon:
            mode = QIcon.Mode.Disabled if command.reason else QIcon.Mode.Normal
            place = QRect(box.left(), box.top() + 8, 20, 20)
            icon(command.icon).paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
        box.setLeft(box.left() + 32)
        painter.setPen(text)
        upper, lower = box.adjusted(0, 0, 0, -box.height() // 2), box.adjusted(0, box.height() // 2, 0, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper, middle | Qt.AlignmentFlag.AlignLeft, command.title)
        painter.drawText(upper, middle | Qt.AlignmentFlag.AlignRight, command.keys)
        if not chosen:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        words = command.reason or command.tip or command.menu
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, middle | Qt.AlignmentFlag.AlignLeft, fitting)
        painter.restore()


def _command(spec: ActionSpec, actions: Actions) -> Command:
    """The action as it is now: "Undo hair" rather than "Undo"."""
    action = actions[spec.id]
    menu = next(plain(tr(title)) for title, names in MENUS if spec.id in names)
    keys = ", ".join(native(key) for key in actions.keys[spec.id])
    reason = "" if action.isEnabled() else tr(REASONS[spec.needs])
    return Command(spec.id, plain(action.text()), menu, spec.help, keys, reason, spec.icon)


def _place_of(control: Control, actions: Actions, obstacle: str) -> Command:
    """Where a control stands, as a command that leads there; `obstacle` is why it cannot come out well."""
    dock = tr("Sliders") if isinstance(control, Slider) else tr("Attributes")
    reason = tr(obstacle) if actions["zoom_face"].isEnabled() else tr(REASONS["face"])
    if not control.supported:
        reason = tr("The model pack cannot change this")
    return Command(_CONTROL + control.name, tr(control.title), dock, tr(control.weak), reason=reason)


def _spoken(command: Command) -> str:
    """For screen readers, which see no columns."""
    parts = (
        command.title,
        command.keys,
        tr("not now: {reason}", reason=command.reason) if command.reason else command.tip,
    )
    return ", ".join(part for part in parts if part)
