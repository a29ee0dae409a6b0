"""Preferences: what computes the edits, and a test of whether it does and how fast."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.dialogs.pack_box import PackBox
from app.dialogs.setting_rows import add_line, make_editor, new_form, rows_of
from app.engine.renderer import Renderer
from app.engine.trial import DEVICES, RUNS, TRIAL, FindDevices, Found, Trial, TryEngine
from app.files.files import sample_portraits
from app.program.settings import Settings
from app.words.translate import figure, mark, tr
from core.errors import SemblanceError

if TYPE_CHECKING:
    from core.render.device import FoundDevice

_DEVICE = "engine.device"
_PACK = "engine.pack"
_NO_GRAPHICS = mark(
    "No graphics card that can compute was found, so the processor does the work. "
    "Edits look the same; they take longer."
)


class EnginePage(QWidget):
    """Device, precision, model pack, test. All that torch is asked is asked on the engine's thread."""

    def __init__(
        self,
        settings: Settings,
        renderer: Renderer,
        broken: Callable[[BaseException], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._renderer, self._broken = settings, renderer, broken
        self._devices: tuple[FoundDevice, ...] | None = None
        self._testing = False
        self.device = QComboBox()
        self.device.activated.connect(self._on_device)
        self.pack = PackBox(settings)
        self.state = _text(tr("What the engine does now"))
        self.test = QPushButton(tr("&Test"))
        self.test.setToolTip(tr("Put eyeglasses on a sample portrait and measure how long it takes"))
        self.test.clicked.connect(self.start_test)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setAccessibleName(tr("Cancel the test"))
        self.cancel.clicked.connect(self.stop)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Progress of the test"))
        self.bar.setFixedHeight(8)
        self.result = _text(tr("Result of the test"))
        self._lay_out()
        renderer.engine_changed.connect(self._on_engine)
        renderer.answered.connect(self._on_answer)
        renderer.asked_progress.connect(self._on_progress)
        settings.changed.connect(self._on_setting)
        self._on_engine()

    def _lay_out(self) -> None:
        form = new_form()
        for row in rows_of("Engine"):
            own = {_DEVICE: self.device, _PACK: self.pack}.get(row.key)
            if own is not None:
                own.setAccessibleName(tr(row.title))
                own.setAccessibleDescription(tr(row.tip))
                own.setObjectName(row.key)
                own.setToolTip(own.toolTip() or tr(row.tip))
            add_line(form, row, own if own is not None else make_editor(row, self._settings))
        heading = QLabel(tr("Test"))
        heading.setProperty("heading", True)
        what = QLabel(
            tr(
                "Puts eyeglasses on a sample portrait {count} times and says whether the result is sound, "
                "and how long an edit takes.",
                count=RUNS,
            ),
            wordWrap=True,
        )
        what.setProperty("faint", True)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.test)
        line.addWidget(self.cancel)
        line.addWidget(self.bar, 1)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.state)
        column.addSpacing(14)
        column.addWidget(heading)
        column.addWidget(what)
        column.addLayout(line)
        column.addWidget(self.result)
        column.addStretch(1)

    # the engine
    @Slot()
    def _on_engine(self) -> None:
        if self._renderer.engine_state == "ready":
            self._renderer.ask(DEVICES, FindDevices())
        else:
            self.stop()
        self.pack.refresh()
        self._show_state("")
        self._refresh()

    @Slot(str, object)
    def _on_setting(self, key: str, value: object) -> None:
        if key.startswith("engine."):
            self.stop()
            self.result.setText("")
            self._refresh()

    @Slot(int)
    def _on_device(self, index: int) -> None:
        self._settings[_DEVICE] = self.device.itemData(index)

    def _show_state(self, in_use: str) -> None:
        """What the engine runs on, or why it does not."""
        if self._renderer.engine_state == "failed":
            error = self._renderer.engine_error
            known = isinstance(error, SemblanceError)
            self.state.setText(tr(str(error)) if known else tr("The models could not be loaded."))
        elif self._renderer.engine_state == "loading":
            self.state.setText(tr("The models are being loaded…"))
        elif self._devices is None:
            self.state.setText(tr("Looking for devices…"))
        else:
            sentences = [tr("In use: {device}.", device=in_use)] if in_use else []
            if all(device.key == "cpu" for device in self._devices):
                sentences.append(tr(_NO_GRAPHICS))
            elif self._settings[_DEVICE] not in ("auto", *(device.key for device in self._devices)):
                sentences.append(tr("The device that was chosen is not here."))
            sentences.append(self._renderer.notice)
            self.state.setText(" ".join(filter(None, sentences)))

    def _refresh(self) -> None:
        """The devices to choose from, and what can be pressed."""
        chosen = self._settings[_DEVICE]
        self.device.clear()
        self.device.addItem(tr("Automatic: the fastest"), "auto")
        for device in self._devices or ():
            self.device.addItem(device.title, device.key)
        if self.device.findData(chosen) < 0:
            known = self._devices is not None
            self.device.addItem(
                tr("{device}, which is not here", device=chosen) if known else str(chosen), chosen
            )
        self.device.setCurrentIndex(self.device.findData(chosen))
        self.test.setEnabled(self._renderer.engine_state == "ready" and not self._testing)
        self.cancel.setVisible(self._testing)
        self.bar.setVisible(self._testing)

    # the test
    @Slot()
    def start_test(self) -> None:
        samples = sample_portraits()
        if not samples:
            self.result.setText(tr("The sample portraits are missing, so there is nothing to test with."))
            return
        self._testing = True
        self.bar.setRange(0, 0)
        self.result.setText(tr("Waiting for the engine…"))
        self._renderer.ask(TRIAL, TryEngine(samples[0]))
        self._refresh()
        self.cancel.setFocus()

    @Slot()
    def stop(self) -> None:
        """Nobody waits for the test any more."""
        if self._testing:
            self._testing = False
            self._renderer.forget(TRIAL)
            self.result.setText(tr("The test was cancelled."))
            self._refresh()

    @Slot(object, float, str)
    def _on_progress(self, lane: object, fraction: float, text: str) -> None:
        if lane == TRIAL and self._testing:
            self.bar.setRange(0, 100)
            self.bar.setValue(round(100 * fraction))
            self.result.setText(f"{tr(text)}…")

    @Slot(object, object, object)
    def _on_answer(self, lane: object, value: object, error: BaseException | None) -> None:
        if lane == DEVICES and isinstance(value, Found):
            self._devices = value.devices
            self._refresh()
            self._show_state(value.in_use)
        elif lane == TRIAL and self._testing:
            self._testing = False
            self.result.setText(_failed(error) if error is not None else _verdict(value))
            self._refresh()
            self.test.setFocus()
        if error is not None and not isinstance(error, SemblanceError):
            self._broken(error)


def _verdict(value: object) -> str:
    assert isinstance(value, Trial)
    time, count = _time(value.milliseconds), RUNS
    if value.device:
        took = tr(
            "An edit takes {time} on {device} (median of {count}).",
            time=time,
            device=value.device,
            count=count,
        )
    else:
        took = tr("An edit takes {time} (median of {count}).", time=time, count=count)
    return " ".join((value.problem or tr("The engine works."), took, *map(tr, value.notices)))


def _time(milliseconds: float) -> str:
    return f"{figure(milliseconds, 0 if milliseconds >= 10 else 1)} ms"


def _failed(error: BaseException) -> str:
    if isinstance(error, SemblanceError):
        return tr(str(error))
    return tr("The test failed through a fault of Semblance's own; a report of it is shown.")


def _text(name: str) -> QLabel:
    """A sentence that wraps and can be selected."""
    label = QLabel(wordWrap=True)
    label.setAccessibleName(name)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
