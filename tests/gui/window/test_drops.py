"""What a file manager hears when its file is let go over the window: that it was copied, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.dialogs.export import ExportDialog
from app.dialogs.saving import PathLine
from app.window.main_window import MainWindow
from tests.gui.conftest import wait_for_rest
from tests.gui.hands import LEFT

pytestmark = pytest.mark.usefixtures("no_devices")

BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def answers(target: QWidget, mime: QMimeData) -> list[Qt.DropAction | None]:
    """What the widget answers, step by step, to files with Shift held: they are proposed to be moved."""
    said: list[Qt.DropAction | None] = []
    for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
        event = kind(QPointF(4, 4), BOTH, mime, LEFT, Qt.KeyboardModifier.ShiftModifier)
        assert event.proposedAction() == Qt.DropAction.MoveAction
        event.ignore()
        QApplication.sendEvent(target, event)
        said.append(event.dropAction() if event.isAccepted() else None)
        if said == [None]:  # refused: Qt asks no further
            break
    return said


def test_no_file_is_ever_moved(opened: MainWindow, picture: Path, qtbot: QtBot) -> None:
    for name in ("palette", "export", "batch", "preferences", "guide"):
        opened.actions_table[name].trigger()
    opened.show_crash(ValueError("a fault"))
    takers = [w for w in QApplication.allWidgets() if w.acceptDrops()]
    assert len(takers) > 5
    said = {f"{type(w.parent()).__name__} {type(w).__name__}": answers(w, files(picture)) for w in takers}
    moved = {where: heard for where, heard in said.items() if Qt.DropAction.MoveAction in heard}
    assert moved == {}
    taken = [where.split()[-1] for where, heard in said.items() if heard == [Qt.DropAction.CopyAction] * 3]
    assert {"Canvas", "ReferencesPanel", "BatchDialog", "PathField"} <= set(taken)
    wait_for_rest(qtbot, opened)


def test_a_file_on_a_path_field_is_its_path(opened: MainWindow, picture: Path) -> None:
    opened.actions_table["export"].trigger()
    (dialog,) = opened.findChildren(ExportDialog)
    target = picture.with_name("Porträt zwei.jpg")
    answers(dialog.path, files(target))
    assert dialog.path.text() == str(target)
    line = dialog.findChildren(PathLine)[0]
    answers(line.edit, files(picture, target))
    assert line.edit.text() == str(picture)
