"""Messages above the canvas: a sentence, a way out, and nothing that blocks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.session.messages import Choice, Message
from app.widgets.small import make_button
from app.widgets.theme import icon, is_dark
from app.words.translate import tr

_ICONS = {
    "info": "mdi6.information-outline",
    "warning": "mdi6.alert-outline",
    "error": "mdi6.alert-circle-outline",
}
_TINTS = {
    "info": (QColor("#26384b"), QColor("#dceaf7")),
    "warning": (QColor("#4a3d1e"), QColor("#fbefcf")),
    "error": (QColor("#4d2729"), QColor("#fadcdc")),
}
_MOST = 3
_INFO_STAYS = 12_000  # ms; warnings and errors stay until they are answered


class MessageRow(QFrame):
    """One message with its choices."""

    def __init__(self, message: Message, bar: MessageBar) -> None:
        super().__init__(bar)
        self.message = message
        self._bar = bar
        self.setAutoFillBackground(True)
        self.setAccessibleName(message.text)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 5, 6, 5)
        line.setSpacing(8)
        self._icon = QLabel()
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        text = QLabel(message.text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(text, 1)
        self.buttons = [self._button(choice) for choice in message.choices]
        for button in self.buttons:
            line.addWidget(button)
        self.close_button = make_button(name=tr("Close this message"), tip=tr("Close this message"), size=16)
        self.close_button.clicked.connect(self._on_close)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.refresh_icons()
        if message.kind == "info":
            QTimer.singleShot(_INFO_STAYS, self, self._on_close)

    def refresh_icons(self) -> None:
        palette = QPalette(self._bar.palette())
        palette.setColor(QPalette.ColorRole.Window, _TINTS[self.message.kind][0 if is_dark(palette) else 1])
        self.setPalette(palette)
        self._icon.setPixmap(icon(_ICONS[self.message.kind]).pixmap(QSize(20, 20), self.devicePixelRatioF()))
        self.close_button.setIcon(icon("mdi6.close"))

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.title)
        button.clicked.connect(lambda: self._on_choice(choice))
        return button

    def _on_choice(self, choice: Choice) -> None:
        self._bar.remove(self)
        choice.run()

    @Slot()
    def _on_close(self) -> None:
        self._bar.remove(self)


class MessageBar(QWidget):
    """The newest messages, at most three; one of a known key replaces its predecessor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Messages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.rows: list[MessageRow] = []
        self.hide()

    def texts(self) -> list[str]:
        return [row.message.text for row in self.rows]

    @Slot(object)
    def show_message(self, message: Message) -> None:
        self.withdraw(message.key)
        row = MessageRow(message, self)
        self.rows.append(row)
        self._column.addWidget(row)
        while len(self.rows) > _MOST:
            self.remove(self.rows[0])
        self.show()

    @Slot(str)
    def withdraw(self, key: str) -> None:
        """The message of that key no longer holds."""
        for row in [row for row in self.rows if key and row.message.key == key]:
            self.remove(row)

    def remove(self, row: MessageRow) -> None:
        if row in self.rows:
            self.rows.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self.rows))

    def refresh_icons(self) -> None:
        for row in self.rows:
            row.refresh_icons()
