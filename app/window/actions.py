"""One table of actions: it gives the menus, the tool bars, the shortcuts, the tooltips and the palette."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from app.program.settings import Settings
from app.widgets.theme import icon
from app.window.keys import KeyMap, native
from app.words.translate import mark, midway, tr

Needs = Literal["nothing", "photo", "face", "undo", "redo", "edits"]
SEPARATOR = "-"
REASONS: dict[Needs, str] = {
    "photo": mark("Open a photo first"),
    "face": mark("Needs a photo with a face"),
    "undo": mark("Nothing to undo"),
    "redo": mark("Nothing to redo"),
    "edits": mark("Needs an edit first"),
}
"""Why an action is disabled, by what it needs."""


@dataclass(frozen=True)
class ActionSpec:
    """One row. `slot` is the main window's method, or that of a part of it (`files.export`); a checkable
    one gets the new state.

    Actions of one `group` exclude each other. `needs` says what must be there for it to be enabled.
    """

    id: str
    text: str
    slot: str
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    needs: Needs = "nothing"
    checkable: bool = False
    group: str = ""
    tip: str = ""

    @property
    def title(self) -> str:
        """The translated text without its menu letter."""
        return plain(tr(self.text))

    @property
    def help(self) -> str:
        """The translated tip."""
        return tr(self.tip)


TABLE: tuple[ActionSpec, ...] = (
    ActionSpec("open", mark("&Open photo…"), "files.open_photo", "mdi6.folder-open-outline", ("Ctrl+O",),
               tip=mark("Open a photo or a project")),
    ActionSpec("save", mark("&Save project"), "projects.save", "mdi6.content-save-outline", ("Ctrl+S",),
               "photo", tip=mark("Keep photo and edits together, to go on later")),
    ActionSpec("save_as", mark("Save project &as…"), "projects.save_as", "mdi6.content-save-edit-outline",
               ("Ctrl+Shift+S",), "photo"),
    ActionSpec("export", mark("&Export…"), "files.export", "mdi6.tray-arrow-up", ("Ctrl+Shift+E",), "photo"),
    ActionSpec(
        "add_reference", mark("Add &reference…"), "files.add_reference", "mdi6.image-plus-outline",
        ("Ctrl+R",), "photo",
        tip=mark("Add a picture of another face, whose style the edits can take"),
    ),
    ActionSpec("batch", mark("&Batch…"), "files.batch", "mdi6.image-multiple-outline", (),
               tip=mark("Make the same edits in many photos")),
    ActionSpec("new_window", mark("New &window"), "files.new_window", "mdi6.dock-window", ("Ctrl+Shift+N",)),
    ActionSpec("quit", mark("&Quit"), "close", "mdi6.close", ("Ctrl+Q",)),
    ActionSpec("undo", mark("&Undo"), "undo", "mdi6.undo", ("Ctrl+Z",), "undo"),
    ActionSpec("redo", mark("&Redo"), "redo", "mdi6.redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec(
        "paste", mark("&Paste picture"), "files.paste", "mdi6.content-paste", ("Ctrl+V",),
        tip=mark("Paste a picture as the photo, or as a reference when a photo is open"),
    ),
    ActionSpec("copy", mark("&Copy picture"), "files.copy", "mdi6.content-copy", ("Ctrl+C",), "photo",
               tip=mark("Put the edited photo on the clipboard, at full size")),
    ActionSpec("reset", mark("Remove &all edits"), "reset", "mdi6.restore", (), "edits"),
    ActionSpec("preferences", mark("Pr&eferences…"), "control.preferences", "mdi6.cog-outline", ("Ctrl+,",),
               tip=mark("Colours, shortcuts, and what computes the edits")),
    ActionSpec("hand", mark("&Hand"), "use_tool", "mdi6.hand-back-right-outline", ("H",), "photo", True,
               "tool", mark("Move the photo, select a face (or hold Space with any tool)")),
    ActionSpec("brush", mark("&Brush"), "use_tool", "mdi6.brush", ("B",), "face", True, "tool",
               mark("Paint the chosen label")),
    ActionSpec("eraser", mark("&Eraser"), "use_tool", "mdi6.eraser", ("E",), "face", True, "tool",
               mark("Give pixels back the label that was found in the photo")),
    ActionSpec("lasso", mark("&Lasso"), "use_tool", "mdi6.lasso", ("L",), "face", True, "tool",
               mark("Draw around an area to give it the chosen label")),
    ActionSpec("smooth", mark("S&mooth boundary"), "use_tool", "mdi6.vector-curve", ("S",), "face", True,
               "tool", mark("Draw along a boundary between labels to make it smoother")),
    ActionSpec("mirror", mark("Pai&nt on both sides"), "mirror_painting", "mdi6.flip-horizontal", ("M",),
               "face",
               True, tip=mark("What is painted on one side of the face is painted on the other as well")),
    ActionSpec("swap_brush", mark("S&wap brush and eraser"), "swap_brush", "mdi6.swap-horizontal", ("X",),
               "face"),
    ActionSpec("fill", mark("&Fill"), "use_tool", "mdi6.format-color-fill", ("G",), "face", True, "tool",
               mark("Give a connected area the chosen label")),
    ActionSpec("pick", mark("Pic&k label"), "use_tool", "mdi6.eyedropper", ("I",), "face", True, "tool",
               mark("Choose the label under the cursor")),
    ActionSpec("points", mark("Set face &points"), "set_points", "mdi6.face-recognition", ("P",), "photo",
               True, tip=mark("Place eyes, nose and mouth corners by hand")),
    ActionSpec("smaller", mark("&Smaller brush"), "smaller_brush", "mdi6.minus-circle-outline", ("[",),
               "face"),
    ActionSpec("larger", mark("Lar&ger brush"), "larger_brush", "mdi6.plus-circle-outline", ("]",), "face"),
    ActionSpec("softer", mark("Softe&r edge"), "softer_brush", "mdi6.blur", ("{", "Shift+["), "face"),
    ActionSpec("harder", mark("Har&der edge"), "harder_brush", "mdi6.circle", ("}", "Shift+]"), "face"),
    ActionSpec("labels", mark("Show &labels"), "show_labels", "mdi6.layers-outline", ("Q",), "photo", True,
               tip=mark("Lay the coloured label map over the face")),
    ActionSpec("original", mark("Show &original"), "show_original", "mdi6.compare", ("\\",), "edits",
               tip=mark("See the photo without its edits while the key is held")),
    ActionSpec("compare_off", mark("&After only"), "compare_as", "", (), "photo", True, "compare"),
    ActionSpec("compare_split", mark("&Split view"), "compare_as", "mdi6.arrow-split-vertical", ("Y",),
               "photo",
               True, "compare", mark("See before and after on either side of a line that can be dragged")),
    ActionSpec("compare_side", mark("Side &by side"), "compare_as", "mdi6.view-split-vertical", ("Shift+Y",),
               "photo", True, "compare", mark("See before and after beside each other")),
    ActionSpec("changes", mark("Show &changes"), "show_changes", "mdi6.fire", ("Shift+C",), "edits", True,
               tip=mark("Colour the pixels that the edits changed, by how much")),
    ActionSpec("outline", mark("Outline the &edits"), "show_outline", "mdi6.vector-polygon", ("O",), "edits",
               True, tip=mark("Draw a line around what the edits touch")),
    ActionSpec("snapshot", mark("Take s&napshot"), "session.snapshots.take", "mdi6.camera-outline",
               ("Ctrl+T",),
               "edits", tip=mark("Put the present state aside, to compare with or to come back to")),
    ActionSpec("zoom_in", mark("Zoom &in"), "zoom_in", "mdi6.magnify-plus-outline", ("Ctrl++", "Ctrl+=")),
    ActionSpec("zoom_out", mark("Zoom o&ut"), "zoom_out", "mdi6.magnify-minus-outline", ("Ctrl+-",)),
    ActionSpec("fit", mark("Fi&t photo"), "fit", "mdi6.fit-to-screen-outline", ("Ctrl+0",), "photo"),
    ActionSpec("actual", "&100 %", "actual_size", "mdi6.numeric-1-box-outline", ("Ctrl+1",), "photo"),
    ActionSpec("zoom_face", mark("Zoom to &face"), "zoom_face", "mdi6.face-man-outline", ("Ctrl+2",), "face"),
    ActionSpec("next_face", mark("&Next face"), "next_face", "mdi6.account-arrow-right-outline", ("N",),
               "face"),
    ActionSpec("theme_system", mark("Follow the s&ystem"), "use_theme", "", (), "nothing", True, "theme"),
    ActionSpec("theme_dark", mark("Dar&k"), "use_theme", "", (), "nothing", True, "theme"),
    ActionSpec("theme_light", mark("Li&ght"), "use_theme", "", (), "nothing", True, "theme"),
    ActionSpec("palette", mark("Find a &command…"), "control.palette", "mdi6.magnify", ("Ctrl+Shift+P",),
               tip=mark("Type a few letters of what you want to do")),
    ActionSpec("shortcuts", mark("&Keyboard shortcuts…"), "control.shortcuts", "mdi6.keyboard-outline",
               tip=mark("See and change the keys")),
    ActionSpec("logs", mark("Open &log folder"), "open_logs", "mdi6.text-box-outline"),
    ActionSpec("guide", mark("User &guide"), "control.guide", "mdi6.book-open-page-variant-outline", ("F1",),
               tip=mark("How to do what, with pictures")),
    ActionSpec("tour", mark("Take the &tour"), "control.tour", "mdi6.map-marker-path",
               tip=mark("The window in eight short steps, on a sample portrait")),
    ActionSpec("about", mark("&About Semblance"), "about", "mdi6.information-outline"),
)  # fmt: skip

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        mark("&File"),
        (
            *("open", "add_reference", SEPARATOR, "save", "save_as", SEPARATOR, "export", "batch"),
            *(SEPARATOR, "new_window", "quit"),
        ),
    ),
    (
        mark("&Edit"),
        (
            *("undo", "redo", SEPARATOR, "copy", "paste", SEPARATOR, "snapshot", "reset"),
            *(SEPARATOR, "preferences"),
        ),
    ),
    (
        mark("&Tools"),
        (
            *(
                "hand",
                "brush",
                "eraser",
                "lasso",
                "smooth",
                "fill",
                "pick",
                SEPARATOR,
                "smaller",
                "larger",
                "softer",
                "harder",
            ),
            *("mirror", "swap_brush", SEPARATOR, "points"),
        ),
    ),
    (
        mark("&View"),
        (
            *(
                "labels",
                "original",
                SEPARATOR,
                "compare_off",
                "compare_split",
                "compare_side",
                "changes",
                "outline",
                SEPARATOR,
                "zoom_in",
                "zoom_out",
                "fit",
                "actual",
                "zoom_face",
                "next_face",
            ),
            *(SEPARATOR, "theme_system", "theme_dark", "theme_light"),
        ),
    ),
    (
        mark("&Help"),
        (
            *("guide", "tour", SEPARATOR, "palette", "shortcuts"),
            *(SEPARATOR, "logs", SEPARATOR, "about"),
        ),
    ),
)
MAIN_BAR = ("open", "add_reference", SEPARATOR, "undo", "redo", SEPARATOR, "fit", "actual", "zoom_face")
TOOL_BAR = (
    "hand",
    "brush",
    "eraser",
    "lasso",
    "smooth",
    "fill",
    "pick",
    SEPARATOR,
    "mirror",
    SEPARATOR,
    "points",
)


class Actions(QObject):
    """The table as QActions of one window, with the keys that the person chose."""

    def __init__(self, window: QObject, settings: Settings) -> None:
        super().__init__(window)
        self.keys = KeyMap({spec.id: spec.shortcuts for spec in TABLE}, settings, self)
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.id: self._make(spec, window) for spec in TABLE}
        self._apply_keys()
        self.keys.changed.connect(self._apply_keys)
        self.refresh_icons()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        return list(self._actions.values())

    def refresh_icons(self) -> None:
        """Make the icons anew, in the present palette's colours."""
        for spec in TABLE:
            if spec.icon:
                self._actions[spec.id].setIcon(icon(spec.icon))

    def enable(self, **available: bool) -> None:
        """Enable each action by what it needs: `enable(photo=True, face=False, ...)`."""
        for spec in TABLE:
            self._actions[spec.id].setEnabled(spec.needs == "nothing" or available[spec.needs])

    def fill(
        self, add: Callable[[QAction], object], separate: Callable[[], object], names: tuple[str, ...]
    ) -> None:
        """Put the named actions into a menu or bar."""
        for name in names:
            if name == SEPARATOR:
                separate()
            else:
                add(self._actions[name])

    @Slot()
    def _apply_keys(self) -> None:
        for spec in TABLE:
            keys = self.keys[spec.id]
            self._actions[spec.id].setShortcuts([QKeySequence(key) for key in keys])
            self._actions[spec.id].setToolTip(tooltip(spec, keys))

    def _make(self, spec: ActionSpec, window: QObject) -> QAction:
        action = QAction(tr(spec.text), window, checkable=spec.checkable)
        action.setObjectName(spec.id)
        action.setData(spec.id)
        action.setAutoRepeat(spec.id in ("smaller", "larger", "undo", "redo", "zoom_in", "zoom_out"))
        slot = attrgetter(spec.slot)(window)
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(window))
            group.addAction(action)
            action.triggered.connect(lambda checked, name=spec.id: slot(name))
        elif spec.checkable:
            action.triggered.connect(slot)
        else:
            action.triggered.connect(lambda checked: slot())
        return action


def plain(text: str) -> str:
    """A menu's text as it reads elsewhere: without its letter, without the dots of a question."""
    return re.sub(r"\(&\w\)|&", "", text).rstrip("… ")  # Japanese and Chinese put the letter in brackets


def tooltip(spec: ActionSpec, keys: tuple[str, ...] | None = None) -> str:
    """What the action does, and the first of its keys (of the table's, unless given)."""
    words = tr("{title}: {tip}", title=spec.title, tip=midway(spec.help)) if spec.tip else spec.title
    keys = spec.shortcuts if keys is None else keys
    return f"{words} ({native(keys[0])})" if keys else words
