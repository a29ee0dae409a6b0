"""What steers the program rather than the photo: preferences, the palette, settings that act at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent

from app.session.messages import Choice
from app.widgets.small import application
from app.widgets.theme import apply_theme
from app.window.keys import last_key, native
from app.words.translate import tr

if TYPE_CHECKING:
    from app.dialogs.preferences import PreferencesDialog
    from app.help.guide_window import GuideWindow
    from app.help.tour import Tour
    from app.window.frame import Frame


class Control(QObject):
    """Opens the dialogs, and carries out what a changed setting asks for, whoever changed it."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._guide: GuideWindow | None = None
        self._tour: Tour | None = None
        self._notice = ""
        window.settings.changed.connect(self._on_setting)
        window.session.renderer.engine_changed.connect(self._on_engine)

    @Slot()
    def preferences(self) -> PreferencesDialog:
        """Open the preferences at the page shown first."""
        from app.dialogs.preferences import PreferencesDialog

        window = self._window
        dialog = PreferencesDialog(
            window.settings, window.actions_table, window.session.renderer, window.session.broken.emit, window
        )
        dialog.open()
        return dialog

    @Slot()
    def shortcuts(self) -> PreferencesDialog:
        """Open the preferences at the keys."""
        dialog = self.preferences()
        dialog.tabs.setCurrentWidget(dialog.keys)
        return dialog

    @Slot()
    def engine(self) -> PreferencesDialog:
        """Open the preferences at what computes the edits."""
        dialog = self.preferences()
        dialog.tabs.setCurrentWidget(dialog.engine)
        return dialog

    @Slot()
    def palette(self) -> None:
        """Open the palette of commands over the window."""
        from app.window.palette import CommandPalette

        window = self._window
        editor = window.session.editor
        controls = {each: editor.obstacle(each) for each in editor.shown_controls}
        CommandPalette(window.actions_table, window.settings, window, controls, self.reveal).open()

    def reveal(self, name: str) -> None:
        """Bring what a person can set under that name to the front, with the keyboard on it."""
        window = self._window
        if (slider := window.sliders.rows.get(name)) is not None:
            window.docks["Sliders"].raise_()
            slider.slider.setFocus()
        elif (row := window.attributes.rows.get(name)) is not None:
            window.docks["Attributes"].raise_()
            row.buttons.button(max(0, row.buttons.checkedId())).setFocus()

    @Slot()
    def guide(self) -> GuideWindow:
        """Show the user guide, where it was left."""
        from app.help.guide_window import GuideWindow

        if self._guide is None:
            self._guide = GuideWindow(self._window.actions_table.keys, self._window)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()
        return self._guide

    @Slot()
    def tour(self) -> None:
        """Begin the tour, or give it the keyboard where it goes on."""
        from app.help.tour import start_tour

        if self._tour is not None:
            self._tour.focus()
        else:
            start_tour(self._window, self._begin_tour)

    def _begin_tour(self) -> None:
        from app.help.tour import Tour

        self._tour = Tour(self._window)
        self._tour.ended.connect(self._on_tour_ended)
        self._tour.start()

    @Slot()
    def _on_tour_ended(self) -> None:
        self._tour = None

    def lets_go(self, event: QEvent) -> bool:
        """The key that shows the original went up, or its release may now go elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            held = {last_key(keys) for keys in self._window.actions_table.keys["original"]}
            return event.key() in held and not event.isAutoRepeat()
        return event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate)

    @Slot()
    def refresh_tips(self) -> None:
        """Tooltips that name keys and belong to no action."""
        keys = self._window.actions_table.keys["original"]
        tip = tr("Hold to see the photo without its edits")
        if keys:
            tip = tr("Hold to see the photo without its edits (hold {keys})", keys=native(keys[0]))
        self._window.compare.setToolTip(tip)

    @Slot(str, object)
    def _on_setting(self, key: str, value: object) -> None:
        if key == "theme":
            apply_theme(application(), str(value))
            self._window.actions_table[f"theme_{value}"].setChecked(True)
        elif key.startswith("engine."):
            self._window.session.renderer.renew_engine()

    @Slot()
    def _on_engine(self) -> None:
        """Say once what is to be known of an engine; one of the same kind is no news."""
        renderer = self._window.session.renderer
        if renderer.engine_state != "ready":
            return
        notice = renderer.notice
        if notice == self._notice:
            return
        self._notice = notice
        if notice:
            choose = Choice(tr("Choose a model pack"), self.engine)
            self._window.session.tell("warning", notice, choose, key="engine notice")
        else:
            self._window.session.withdrawn.emit("engine notice")
