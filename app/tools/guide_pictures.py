"""`python -m app.tools.guide_pictures [NAME ...]`: makes the guide's pictures and its page of keys.

Drives the real window, with the bundled models and the sample portraits of nobody; nobody else may be in
them. It has folders of its own: nothing of the person's settings is read or written.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_API", "pyside6")

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.engine.factory import make_engine
from app.files.files import sample_portraits
from app.help.guide import FOLDER, KEYS, own_keys_page
from app.help.tour import Tour
from app.program.settings import Settings
from app.widgets.incoming import pixels_of
from app.widgets.small import application
from app.widgets.theme import apply_theme
from app.window.main_window import MainWindow
from core.document.edits import Seed
from core.labels import Label
from core.methods.paint.edits import Stroke

PICTURES = FOLDER / "pictures"
WIDEST = 700  # as much as a page of the guide shows
_SIZE = QSize(980, 700)
_GLASSES, _HAIR = Seed(8), Seed(5)


class Stage:
    """A window to take pictures of."""

    def __init__(self, folder: Path) -> None:
        settings = Settings(folder / "settings.json")
        settings["close.ask"] = False
        self.window = MainWindow(make_engine, settings)
        self.window.resize(_SIZE)
        self.window.show()
        self.window.start()
        while self.window.session.renderer.engine_state != "ready":
            self.rest(0.1)
        self.wider()
        self.rest()

    def rest(self, seconds: float = 0.5) -> None:
        """Let everything that was asked come, and the window be painted."""
        session, start = self.window.session, time.monotonic()
        while time.monotonic() < start + seconds or session.reading or session.renderer.busy():
            application().processEvents()
            time.sleep(0.01)
            if time.monotonic() > start + 240:
                raise TimeoutError("The window does not come to rest.")

    def open(self, source: Path | NDArray[np.uint8], title: str = "", closer: bool = True) -> None:
        """A photo without edits, references or messages."""
        window = self.window
        window.session.editor.chance.seed(11)
        window.session.open_photo(source, title or "portrait.jpg")
        window.state.tool, window.state.compare, window.state.changes = "hand", "off", False
        window.state.overlay = False
        window.docks["Regions"].raise_()
        window.resize(_SIZE)
        self.wider()
        self.higher("Regions", 400)
        self.rest()
        if closer:
            window.canvas.zoom_face()
        self.quiet()

    def higher(self, dock: str, height: int) -> None:
        self.window.resizeDocks([self.window.docks[dock]], [height], Qt.Orientation.Vertical)

    def wider(self) -> None:
        """The docks, so that their tabs are not cut off."""
        self.window.resizeDocks([self.window.docks["Regions"]], [350], Qt.Orientation.Horizontal)

    def quiet(self) -> None:
        for row in list(self.window.messages.rows):
            self.window.messages.remove(row)
        self.rest()

    def shelve(self, *numbers: int) -> list[str]:
        """Samples onto the shelf of references; their keys."""
        for number in numbers:
            self.window.session.add_reference(sample_portraits()[number], f"sample {number + 1}")
            self.rest()
        self.quiet()
        return list(self.window.session.references)

    def glasses(self) -> None:
        self.window.session.editor.set_attribute("eyeglasses", True)
        self.window.session.editor.set_attribute_source("eyeglasses", _GLASSES)
        self.rest()

    def grab(self, *parts: QWidget) -> QPixmap:
        """The window, or the rectangle around some of its parts."""
        area = QRect()
        for part in parts:
            area |= QRect(part.mapTo(self.window, QPoint(0, 0)), part.size())
        return self.window.grab(area) if parts else self.window.grab()


def empty(stage: Stage) -> QPixmap:
    return stage.window.grab(QRect(0, 0, 640, 700))


def window(stage: Stage) -> QPixmap:
    stage.open(sample_portraits()[0])
    stage.glasses()
    stage.wider()  # the first time the docks had no width yet
    stage.rest()
    return stage.grab()


def tour(stage: Stage) -> QPixmap:
    stage.open(sample_portraits()[0])
    guided = Tour(stage.window)
    guided.start()
    stage.glasses()
    guided.forth()
    guided.forth()
    stage.rest()
    picture = stage.window.grab(QRect(280, 0, 700, 420))
    guided.close()
    stage.rest()
    return picture


def faces(stage: Stage) -> QPixmap:
    """The samples side by side, as a photo of three."""
    three = [np.asarray(Image.open(path).convert("RGB")) for path in sample_portraits()]
    stage.open(np.ascontiguousarray(np.concatenate(three, axis=1)), closer=False)
    stage.window.session.select_face(1)
    stage.window.docks["Faces"].raise_()
    stage.rest()
    return stage.grab()


def points(stage: Stage) -> QPixmap:
    stage.open(sample_portraits()[0])
    stage.window.canvas.start_points()
    stage.rest()
    picture = stage.grab(stage.window.canvas)
    stage.window.canvas.stop_points()
    return picture


def attributes(stage: Stage) -> QPixmap:
    stage.open(sample_portraits()[1])
    stage.higher("Attributes", 330)
    stage.window.attributes.rows["eyeglasses"].dice.click()
    stage.rest()
    return stage.grab(stage.window.docks["Attributes"])


def looks(stage: Stage) -> QPixmap:
    """The photo, and three looks of eyeglasses beside it."""
    stage.open(sample_portraits()[1])
    pictures: list[QPixmap] = []
    for seed in (3, 3, 8, 21):
        stage.window.session.editor.set_attribute("eyeglasses", True)
        stage.window.session.editor.set_attribute_source("eyeglasses", Seed(seed))
        stage.window.canvas.original = not pictures
        stage.rest()
        pictures.append(_middle(stage))
    return _beside(pictures)


def sliders(stage: Stage) -> QPixmap:
    """The photo, and three of the sliders on it."""
    stage.open(sample_portraits()[1])
    pictures: list[QPixmap] = []
    for name, amount in (("smile", 0.0), ("smile", 0.8), ("blond-hair", 1.0), ("smooth-skin", 1.0)):
        stage.window.session.editor.reset()
        stage.window.session.editor.set_slider(name, amount)
        stage.rest()
        pictures.append(_middle(stage))
    return _beside(pictures)


def references(stage: Stage) -> QPixmap:
    stage.open(sample_portraits()[2])
    stage.window.resize(980, 900)
    stage.higher("Regions", 650)
    stage.window.session.editor.give("head", "hair", stage.shelve(0, 1)[1])
    stage.window.docks["References"].raise_()
    stage.window.canvas.fit()
    stage.rest()
    return stage.grab()


def regions(stage: Stage) -> QPixmap:
    """Hair that was painted: among the labels, and what came of it."""
    stage.open(sample_portraits()[2])
    session, state = stage.window.session, stage.window.state
    state.label, state.overlay = Label.HAIR, True
    for arch in (
        ((72, 92), (84, 62), (104, 44), (128, 38), (152, 44), (172, 62), (184, 92)),
        ((84, 40), (104, 20), (128, 12), (152, 20), (172, 40)),
    ):
        session.editor.paint(Stroke(label=Label.HAIR, points=arch, radius=15.0))
    stage.rest()
    painted = _middle(stage)
    state.overlay = False
    stage.rest()
    return _beside([painted, _middle(stage)])


def layers(stage: Stage) -> QPixmap:
    """The panel alone, with a lock, an open region and a look."""
    stage.open(sample_portraits()[0])
    panel, session = stage.window.regions, stage.window.session
    stage.higher("Regions", 560)
    panel.rows["eyes"].opener.setChecked(True)
    panel.rows["skin"].head.lock.click()
    session.editor.set_region_source("hair", _HAIR)
    stage.rest()
    picture = stage.grab(panel)
    panel.rows["skin"].head.lock.click()
    panel.rows["eyes"].opener.setChecked(False)
    return picture


def split(stage: Stage) -> QPixmap:
    stage.open(sample_portraits()[2])
    stage.window.session.editor.set_attribute("hat", True)
    stage.window.state.compare = "split"
    stage.rest()
    return stage.grab(stage.window.canvas)


def history(stage: Stage) -> QPixmap:
    stage.open(sample_portraits()[0])
    stage.glasses()
    stage.window.session.snapshots.take()
    stage.window.session.editor.set_attribute("hat", True)
    stage.window.session.editor.enable_edit(1, False)
    stage.window.docks["History"].raise_()
    stage.rest()
    return stage.grab(stage.window.history)


def changes(stage: Stage) -> QPixmap:
    stage.open(sample_portraits()[0])
    stage.glasses()
    stage.window.docks["Changes"].raise_()
    stage.window.state.changes = True
    stage.rest()
    return stage.grab()


def export(stage: Stage) -> QPixmap:
    stage.open(sample_portraits()[0])
    stage.window.settings["folder.export"] = "Pictures"
    stage.window.files.export()
    stage.rest()
    return _dialog(stage, "ExportDialog")


def batch(stage: Stage) -> QPixmap:
    stage.open(sample_portraits()[0])
    stage.glasses()
    stage.window.settings["folder.batch"] = "Pictures/with eyeglasses"
    stage.window.files.batch()
    (dialog,) = [d for d in stage.window.findChildren(QDialog) if type(d).__name__ == "BatchDialog"]
    dialog._on_files([str(path) for path in sample_portraits()])  # type: ignore[attr-defined]  # by its name
    dialog.resize(860, 470)
    stage.rest()
    return _dialog(stage, "BatchDialog")


SCENES: Mapping[str, Callable[[Stage], QPixmap]] = {
    scene.__name__: scene
    for scene in (
        *(empty, window, tour, faces, points, attributes, looks, sliders, references, regions, layers, split),
        *(history, changes, export, batch),
    )
}


def _middle(stage: Stage) -> QPixmap:
    """The middle of the canvas, as a square."""
    canvas = stage.window.canvas
    side = min(canvas.width(), canvas.height())
    return canvas.grab(QRect((canvas.width() - side) // 2, (canvas.height() - side) // 2, side, side))


def _beside(pictures: list[QPixmap]) -> QPixmap:
    width, height = pictures[0].width(), pictures[0].height()
    whole = QPixmap(width * len(pictures), height)
    painter = QPainter(whole)
    for number, picture in enumerate(pictures):
        painter.drawPixmap(number * width, 0, picture)
    painter.end()
    return whole


def _dialog(stage: Stage, kind: str) -> QPixmap:
    (dialog,) = [d for d in stage.window.findChildren(QDialog) if type(d).__name__ == kind]
    picture = dialog.grab()
    dialog.close()
    stage.rest()
    return picture


def save(name: str, picture: QPixmap) -> None:
    """Write a picture, not wider than a page of the guide."""
    image = Image.fromarray(pixels_of(picture.toImage()))
    if image.width > WIDEST:
        image = image.resize((WIDEST, round(image.height * WIDEST / image.width)), Image.Resampling.LANCZOS)
    image.save(PICTURES / f"{name}.webp", quality=88, method=6)


def main(names: list[str]) -> int:
    """Make the named pictures, or all."""
    (FOLDER / KEYS).write_text(own_keys_page(), encoding="utf-8")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[variable] = folder
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, folder)
        app = QApplication([])
        app.setStyle("Fusion")
        apply_theme(app, "light")
        os.chdir(folder)  # so that dialogs show short paths
        Path("Pictures").mkdir()
        stage = Stage(Path(folder))
        for name in names or SCENES:
            save(name, SCENES[name](stage))
        stage.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
