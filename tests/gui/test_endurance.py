"""A long session by chance, on the real engine with a tiny pack: what it leaves behind stays bounded."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from core.cache import MOST_BYTES
from core.labels import GROUPS, Label
from core.methods.paint.edits import Stroke
from core.methods.smile.attributes import ATTRIBUTES
from core.packs import Pack
from core.photo import save_photo
from core.render.device import DeviceChoice
from core.render.engine import Engine
from tests.core.conftest import draw_photo, drawn_faces, tiny_pack
from tests.gui.conftest import wait_for_face, wait_for_rest

__all__ = ["drawn_faces", "tiny_pack"]  # fixtures
_EDITS = 60


def _act(window: MainWindow, chance: random.Random, source: Path) -> None:
    session = window.session
    name, x = chance.choice(ATTRIBUTES).name, chance.uniform(50, 200)
    shelf = list(session.references)
    actions: list[Callable[[], object]] = [
        lambda: session.editor.set_attribute(name, chance.choice((True, False))),
        lambda: window.attributes.rows[name].rolled.emit(name),
        lambda: session.editor.roll_region(chance.choice(list(GROUPS))),
        lambda: session.editor.paint(Stroke(label=Label.HAIR, points=((x, 60.0), (x, 90.0)), radius=6.0)),
        session.editor.undo,
        session.editor.redo,
        session.snapshots.take,
        lambda: session.snapshots.restore(0),
        lambda: session.snapshots.items and session.snapshots.drop(0),
        lambda: session.add_reference(source) if len(shelf) < 2 else session.remove_reference(shelf[0]),
        lambda: shelf and session.editor.give("region", "hair", shelf[0], True),
        lambda: window.docks[chance.choice(list(window.docks))].raise_(),
    ]
    chance.choice(actions)()


def _at_rest(window: MainWindow, qtbot: QtBot) -> int:
    """How many widgets there are with nothing on the shelf, nothing to undo and no message."""
    wait_for_rest(qtbot, window)  # a reference on its way would come to the shelf later
    session = window.session
    for key in list(session.references):
        session.remove_reference(key)
    session.editor.reset()
    for row in list(window.messages.rows):
        window.messages.remove(row)
    wait_for_rest(qtbot, window)
    qtbot.wait(10)  # what was to be deleted later is
    gc.collect()
    return len(QApplication.allWidgets())


@pytest.mark.usefixtures("drawn_faces")
def test_sixty_edits_leave_nothing_behind(
    make_window: Callable[..., MainWindow], tiny_pack: Pack, qtbot: QtBot, tmp_path: Path
) -> None:
    source, chance = tmp_path / "drawn.png", random.Random(0)
    save_photo(draw_photo(), source)
    engine = Engine(tiny_pack, DeviceChoice("cpu"))
    window = make_window(lambda: engine, source)
    wait_for_face(qtbot, window)
    session = window.session
    session.add_reference(source)
    before = _at_rest(window, qtbot)
    for _ in range(_EDITS):
        _act(window, chance, source)
        wait_for_rest(qtbot, window)
    assert _at_rest(window, qtbot) == before
    assert 0 < engine.cached_bytes <= MOST_BYTES
