"""The window with the real engine on a tiny pack: what one saves is what the other shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from core.labels import Label
from core.methods.paint.edits import Stroke
from core.packs import Pack
from core.photo import SaveOptions, save_photo
from core.render.device import DeviceChoice
from core.render.engine import Engine
from tests.core.conftest import draw_photo, drawn_faces, tiny_pack
from tests.gui.conftest import wait_for_face, wait_for_rest

__all__ = ["drawn_faces", "tiny_pack"]  # fixtures


@pytest.mark.usefixtures("drawn_faces")
def test_from_file_to_file(
    make_window: Callable[..., MainWindow], tiny_pack: Pack, qtbot: QtBot, tmp_path: Path
) -> None:
    source, target = tmp_path / "drawn.png", tmp_path / "edited.png"
    photo = draw_photo()
    save_photo(photo, source)
    window = make_window(lambda: Engine(tiny_pack, DeviceChoice("cpu")), source)
    wait_for_face(qtbot, window)
    session = window.session
    session.editor.set_attribute("eyeglasses", True)
    session.editor.paint(Stroke(label=Label.HAIR, points=((60.0, 60.0), (190.0, 60.0)), radius=9.0))
    wait_for_rest(qtbot, window)
    preview = session.renderer.preview(0)
    assert preview is not None
    assert session.renderer.is_current(0)
    assert preview.label_map[60, 120] == Label.HAIR
    assert window.canvas.paint is not None
    np.testing.assert_array_equal(window.canvas.paint.labels, preview.label_map)
    session.renderer.export(target, SaveOptions(), False)
    qtbot.waitUntil(lambda: not session.modified, timeout=10_000)
    with Image.open(target) as image:
        saved = np.asarray(image.convert("RGB"))
    changed = (saved != photo.pixels).any(axis=2)
    assert changed.any()
    assert not changed[:20].any(), "far from the edits nothing changes"
    session.editor.undo()
    session.editor.undo()
    wait_for_rest(qtbot, window)
    assert session.renderer.preview(0) is None
