"""One table of actions: it gives the menus, the tool bars, the shortcuts and the tooltips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from app.theme import icon

Needs = Literal["nothing", "photo", "face", "undo", "redo", "edits"]
SEPARATOR = "-"


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


TABLE: tuple[ActionSpec, ...] = (
    ActionSpec("open", "&Open photo…", "files.open_photo", "mdi6.folder-open-outline", ("Ctrl+O",),
               tip="Open a photo or a project"),
    ActionSpec("save", "&Save project", "projects.save", "mdi6.content-save-outline", ("Ctrl+S",), "photo",
               tip="Keep photo and edits together, to go on later"),
    ActionSpec("save_as", "Save project &as…", "projects.save_as", "mdi6.content-save-edit-outline",
               ("Ctrl+Shift+S",), "photo"),
    ActionSpec("export", "&Export…", "files.export", "mdi6.tray-arrow-up", ("Ctrl+Shift+E",), "photo"),
    ActionSpec(
        "add_reference", "Add &reference…", "files.add_reference", "mdi6.image-plus-outline", ("Ctrl+R",),
        "photo",
        tip="Add a picture of another face, whose style the edits can take",
    ),
    ActionSpec("quit", "&Quit", "close", "mdi6.close", ("Ctrl+Q",)),
    ActionSpec("undo", "&Undo", "undo", "mdi6.undo", ("Ctrl+Z",), "undo"),
    ActionSpec("redo", "&Redo", "redo", "mdi6.redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec(
        "paste", "&Paste picture", "files.paste", "mdi6.content-paste", ("Ctrl+V",),
        tip="Paste a picture as the photo, or as a reference when a photo is open",
    ),
    ActionSpec("reset", "Remove &all edits", "reset", "mdi6.restore", (), "edits"),
    ActionSpec("hand", "&Hand", "use_tool", "mdi6.hand-back-right-outline", ("H",), "photo", True, "tool",
               "Move the photo, select a face (or hold Space with any tool)"),
    ActionSpec("brush", "&Brush", "use_tool", "mdi6.brush", ("B",), "face", True, "tool",
               "Paint the chosen label"),
    ActionSpec("eraser", "&Eraser", "use_tool", "mdi6.eraser", ("E",), "face", True, "tool",
               "Give pixels back the label that was found in the photo"),
    ActionSpec("fill", "&Fill", "use_tool", "mdi6.format-color-fill", ("G",), "face", True, "tool",
               "Give a connected area the chosen label"),
    ActionSpec("pick", "Pick &label", "use_tool", "mdi6.eyedropper", ("I",), "face", True, "tool",
               "Choose the label under the cursor"),
    ActionSpec("points", "Set face &points", "set_points", "mdi6.face-recognition", ("P",), "photo", True,
               tip="Place eyes, nose and mouth corners by hand"),
    ActionSpec("smaller", "&Smaller brush", "smaller_brush", "mdi6.minus-circle-outline", ("[",), "face"),
    ActionSpec("larger", "La&rger brush", "larger_brush", "mdi6.plus-circle-outline", ("]",), "face"),
    ActionSpec("labels", "Show &labels", "show_labels", "mdi6.layers-outline", ("Q",), "photo", True,
               tip="Lay the coloured label map over the face"),
    ActionSpec("original", "Show &original", "show_original", "mdi6.compare", ("\\",), "edits",
               tip="See the photo without its edits while the key is held"),
    ActionSpec("zoom_in", "Zoom &in", "zoom_in", "mdi6.magnify-plus-outline", ("Ctrl++", "Ctrl+=")),
    ActionSpec("zoom_out", "Zoom o&ut", "zoom_out", "mdi6.magnify-minus-outline", ("Ctrl+-",)),
    ActionSpec("fit", "Fi&t photo", "fit", "mdi6.fit-to-screen-outline", ("Ctrl+0",), "photo"),
    ActionSpec("actual", "&100 %", "actual_size", "mdi6.numeric-1-box-outline", ("Ctrl+1",), "photo"),
    ActionSpec("zoom_face", "Zoom to &face", "zoom_face", "mdi6.face-man-outline", ("Ctrl+2",), "face"),
    ActionSpec("next_face", "&Next face", "next_face", "mdi6.account-arrow-right-outline", ("N",), "face"),
    ActionSpec("theme_system", "Follow the s&ystem", "use_theme", "", (), "nothing", True, "theme"),
    ActionSpec("theme_dark", "Dar&k", "use_theme", "", (), "nothing", True, "theme"),
    ActionSpec("theme_light", "Li&ght", "use_theme", "", (), "nothing", True, "theme"),
    ActionSpec("logs", "Open &log folder", "open_logs", "mdi6.text-box-outline"),
    ActionSpec("about", "&About Semblance", "about", "mdi6.information-outline"),
)  # fmt: skip

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("&File", ("open", "add_reference", SEPARATOR, "save", "save_as", "export", SEPARATOR, "quit")),
    ("&Edit", ("undo", "redo", SEPARATOR, "paste", SEPARATOR, "reset")),
    (
        "&Tools",
        ("hand", "brush", "eraser", "fill", "pick", SEPARATOR, "smaller", "larger", SEPARATOR, "points"),
    ),
    (
        "&View",
        (
            *(
                "labels",
                "original",
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
    ("&Help", ("logs", SEPARATOR, "about")),
)
MAIN_BAR = ("open", "add_reference", SEPARATOR, "undo", "redo", SEPARATOR, "fit", "actual", "zoom_face")
TOOL_BAR = ("hand", "brush", "eraser", "fill", "pick", SEPARATOR, "points")


class Actions:
    """The table as QActions of one window."""

    def __init__(self, window: QObject) -> None:
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.id: self._make(spec, window) for spec in TABLE}
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

    def _make(self, spec: ActionSpec, window: QObject) -> QAction:
        action = QAction(spec.text, window, checkable=spec.checkable)
        action.setObjectName(spec.id)
        action.setData(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setToolTip(tooltip(spec))
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


def tooltip(spec: ActionSpec) -> str:
    """What the action does, and its first shortcut in the platform's writing."""
    plain = spec.tip or spec.text.replace("&", "").rstrip("…")
    if spec.tip:
        plain = f"{spec.text.replace('&', '').rstrip('…')}: {spec.tip[0].lower()}{spec.tip[1:]}"
    if spec.shortcuts:
        keys = QKeySequence(spec.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
        return f"{plain} ({keys})"
    return plain
