"""`python -m benchmarks.endurance PACK FOLDER [EDITS]`: a long session by chance, as JSON on standard output.

Edits, undos, strokes, references, faces and snapshots on the real window with the real engine; what they
leave behind in memory and threads is measured after a warm-up.
"""

from __future__ import annotations

import gc
import json
import random
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas.geometry import apply
from app.engine.thread import REST
from app.window.main_window import MainWindow
from benchmarks.figures import Figure
from benchmarks.window import opened_window, wait_for_rest, wait_until
from core.document.edits import Blend, Own, Seed
from core.labels import GROUPS, Label
from core.methods.smile.attributes import ATTRIBUTES
from core.packs import Pack

EDITS, WARM_UP, GROWTH_MIB = 1000, 100, 50.0
_LEFT = Qt.MouseButton.LeftButton
_SEED, _EVERY, _MOST_EDITS, _SHELF = 0, 20, 30, 3
_LOOK_AWAY_MS = round(3000 * REST)  # until what the engine gives back at rest is given back


class Person:
    """Does one thing after another, by chance: the same with every run."""

    def __init__(self, window: MainWindow, pictures: tuple[Path, ...]) -> None:
        self._window, self._session = window, window.session
        self._chance = random.Random(_SEED)
        self._pictures = pictures
        editor = self._session.editor
        editor.chance.seed(_SEED)
        self._ways: list[tuple[int, Callable[[], None]]] = [
            (20, self._set_attribute), (10, self._roll_attribute), (8, self._move_slider), (10, self._region),
            (16, self._stroke), (14, editor.undo), (8, editor.redo), (3, self._add_reference),
            (2, self._remove_reference), (8, self._give), (6, self._next_face), (3, self._take_snapshot),
            (2, self._use_snapshot), (6, self._remove_edit), (2, self._switch_edit), (2, self._look),
        ]  # fmt: skip

    def act(self) -> None:
        weights = [weight for weight, _ in self._ways]
        action = self._chance.choices([way for _, way in self._ways], weights)[0]
        document = self._session.document
        if document is not None and len(document.edits) > _MOST_EDITS:
            action = self._session.editor.reset
        action()

    def waits(self) -> bool:
        """Whether the person looks at the result, or goes on at once."""
        return self._chance.random() < 0.6

    def _name(self) -> str:
        return self._chance.choice(ATTRIBUTES).name

    def _set_attribute(self) -> None:
        self._session.editor.set_attribute(self._name(), self._chance.choice((True, True, False, None)))

    def _roll_attribute(self) -> None:
        name = self._name()
        self._window.attributes.rows[name].rolled.emit(name)

    def _move_slider(self) -> None:
        name = self._name()
        for _ in range(4):
            self._session.editor.set_attribute_strength(name, self._chance.random())
        self._session.editor.seal()

    def _region(self) -> None:
        region = self._chance.choice(list(GROUPS))
        self._session.editor.roll_region(region)
        if self._chance.random() < 0.3:
            self._session.editor.set_region_source(
                region, Blend(Own(), Seed(self._chance.randrange(1000)), 0.5)
            )

    def _stroke(self) -> None:
        window, face = self._window, self._session.face
        assert face is not None
        window.use_tool(self._chance.choice(("brush", "brush", "eraser", "lasso", "smooth")))
        window.state.label = self._chance.choice(list(Label))
        x, y = self._chance.uniform(60, 190), self._chance.uniform(60, 190)
        spots = [(x + 6 * i, y + self._chance.uniform(-8, 8)) for i in range(6)]
        points = [QPointF(*window.canvas.view.to_widget(apply(face.transform, spot))) for spot in spots]
        QTest.mousePress(window.canvas, _LEFT, pos=points[0].toPoint())
        for point in points[1:]:
            QTest.mouseMove(window.canvas, point.toPoint())
        QTest.mouseRelease(window.canvas, _LEFT, pos=points[-1].toPoint())

    def _add_reference(self) -> None:
        if len(self._session.references) < _SHELF:
            self._session.add_reference(self._chance.choice(self._pictures))

    def _remove_reference(self) -> None:
        if self._session.references:
            self._session.remove_reference(self._chance.choice(list(self._session.references)))

    def _give(self) -> None:
        ready = [key for key, item in self._session.references.items() if item.face is not None]
        kind, name = self._chance.choice((("attribute", "hat"), ("region", "hair"), ("head", "eyeglasses")))
        if ready:
            self._session.editor.give(kind, name, self._chance.choice(ready), self._chance.random() < 0.7)

    def _next_face(self) -> None:
        self._window.next_face()

    def _take_snapshot(self) -> None:
        if len(self._session.snapshots.items) < 4:
            self._session.snapshots.take()
        else:
            self._session.snapshots.drop(0)

    def _use_snapshot(self) -> None:
        if self._session.snapshots.items:
            number = self._chance.randrange(len(self._session.snapshots.items))
            self._session.snapshots.compare_with(number)
            self._session.snapshots.restore(number)

    def _remove_edit(self) -> None:
        if self._session.document is not None and self._session.document.edits:
            self._session.editor.remove_edit(self._chance.randrange(len(self._session.document.edits)))

    def _switch_edit(self) -> None:
        if self._session.document is not None and self._session.document.edits:
            self._session.editor.enable_edit(0, not self._session.document.edits[0].enabled)

    def _look(self) -> None:
        self._window.docks[self._chance.choice(list(self._window.docks))].raise_()
        self._window.state.compare = self._chance.choice(("off", "split", "side"))


def resident() -> float:
    """Resident size of this process now in MiB; 0 where the system does not tell."""
    return _status("VmRSS") / 1024


def threads() -> float:
    """Threads of this process now, of whatever library."""
    return _status("Threads")


def _status(name: str) -> float:
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:  # no Linux
        return 0.0
    return float(next(line for line in lines if line.startswith(f"{name}:")).split()[1])


def main(pack: Path, folder: Path, edits: int = EDITS) -> list[Figure]:
    """Memory and threads over that many edits on a photo with two faces."""
    sizes: list[float] = []
    counts: list[tuple[float, float]] = []
    with opened_window(Pack.open(pack), folder, 640, copies=2) as window:
        window.resize(1280, 860)
        person = Person(window, (folder / "portrait.jpg",))
        for dock in window.docks.values():  # what is built when it is first looked at is no growth
            dock.raise_()
            person.act()
            wait_for_rest(window)
        for number in range(edits + 1):
            if number >= min(WARM_UP, edits // 2) and number % _EVERY == 0:
                wait_for_rest(window)
                gc.collect()
                QTest.qWait(_LOOK_AWAY_MS)
                sizes.append(resident())
                counts.append((threads(), float(len(QApplication.allWidgets()))))
            wait_until(lambda: window.session.face is not None)
            person.act()
            if person.waits():
                wait_for_rest(window)
    before, ended = counts[0], window.finished
    return [
        Figure("growth of memory after a warm-up", (sizes[-1] - sizes[0],), "MiB", GROWTH_MIB),
        Figure("    largest growth on the way", (max(sizes) - sizes[0],), "MiB"),
        Figure("    memory of the process", tuple(sizes), "MiB"),
        Figure("    threads more than after the warm-up", (counts[-1][0] - before[0],), "", 0.0),
        Figure("    widgets more than after the warm-up", (counts[-1][1] - before[1],), ""),
        Figure("    threads of the window left after it closed", (0.0 if ended else 1.0,), "", 0.0),
    ]


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[3:4]]
    print(json.dumps([asdict(figure) for figure in main(Path(sys.argv[1]), Path(sys.argv[2]), *arguments)]))
