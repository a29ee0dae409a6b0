"""Which keys each action has: the table's, changed by what the person chose. Found conflicts are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence

from app.program.settings import Settings
from app.words.translate import mark, tr

Keys = tuple[str, ...]

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_KEPT = {
    Qt.Key.Key_Space: mark("Space moves the photo while it is held"),
    Qt.Key.Key_Escape: mark("Esc leaves what was begun"),
    Qt.Key.Key_Return: mark("Enter confirms"),
    Qt.Key.Key_Enter: mark("Enter confirms"),
    Qt.Key.Key_Tab: mark("Tab goes to the next control"),
    Qt.Key.Key_Backtab: mark("Tab goes to the next control"),
    Qt.Key.Key_Left: mark("the arrows move within lists and sliders"),
    Qt.Key.Key_Right: mark("the arrows move within lists and sliders"),
    Qt.Key.Key_Up: mark("the arrows move within lists and sliders"),
    Qt.Key.Key_Down: mark("the arrows move within lists and sliders"),
}
"""Keys that the canvas and every control use as they are; with Ctrl or Alt they are free."""


def normal(keys: str) -> str:
    """The one writing of a shortcut, in which two can be compared; empty when it is none."""
    usable = all(_is_key(part.key()) for part in _parts(keys))
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText) if usable else ""


def native(keys: str) -> str:
    """A shortcut in the platform's writing."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def last_key(keys: str) -> Qt.Key:
    """The key that is pressed last, without Ctrl and the like."""
    return _parts(keys)[-1].key()


def refusal(keys: str) -> str:
    """Why no action can have this shortcut, as a sentence; empty when it can."""
    if not normal(keys):
        return tr("This is no shortcut: press a key, with Ctrl, Alt or Shift if you like.")
    combination = _parts(keys)[0]
    others = combination.keyboardModifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    reason = _KEPT.get(combination.key())
    return (
        tr("{keys} is taken: {reason}.", keys=native(keys), reason=tr(reason))
        if reason and not others
        else ""
    )


def effective(defaults: Mapping[str, Keys], chosen: Mapping[str, Keys]) -> dict[str, Keys]:
    """Every action's keys, no key twice: what was chosen goes before the table, then the table's order."""
    result: dict[str, Keys] = dict.fromkeys(defaults, ())
    taken: set[str] = set()
    for source, own in ((chosen, True), (defaults, False)):
        for name in defaults:
            if (name in chosen) == own:
                result[name] = _free(source[name], taken)
                taken.update(result[name])
    return result


class KeyMap(QObject):
    """The actions' keys, kept in the settings. `changed` after each change, whoever made it."""

    changed = Signal()

    def __init__(
        self, defaults: Mapping[str, Keys], settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._defaults = {name: _free(keys, set()) for name, keys in defaults.items()}
        self._now = effective(self._defaults, settings["keys"])
        settings.changed.connect(self._on_setting)

    def __getitem__(self, name: str) -> Keys:
        return self._now[name]

    def is_default(self, name: str) -> bool:
        return self._now[name] == self._defaults[name]

    def default(self, name: str) -> Keys:
        return self._defaults[name]

    def holders(self, keys: Iterable[str], name: str) -> dict[str, str]:
        """Which other action has each of these keys; those that nobody has are left out."""
        wanted = {normal(key) for key in keys}
        return {
            key: other for other, has in self._now.items() if other != name for key in has if key in wanted
        }

    def assign(self, name: str, keys: Iterable[str]) -> None:
        """Give an action these keys and no others; whoever had them loses them."""
        own = _free([key for key in keys if not refusal(key)], set())
        now = {other: tuple(k for k in has if k not in own) for other, has in self._now.items()}
        self._keep({**now, name: own})

    def reset_all(self) -> None:
        self._keep(self._defaults)

    def _keep(self, now: Mapping[str, Keys]) -> None:
        unknown = {n: keys for n, keys in self._settings["keys"].items() if n not in now}  # a newer version's
        differing = {n: keys for n, keys in now.items() if keys != self._defaults[n]}
        self._settings["keys"] = {**unknown, **differing}

    @Slot(str, object)
    def _on_setting(self, key: str, value: object) -> None:
        if key == "keys":
            self._now = effective(self._defaults, self._settings["keys"])
            self.changed.emit()


def _free(keys: Iterable[str], taken: set[str]) -> Keys:
    """These keys in their one writing, without repeats, without those taken and those that are none."""
    found = dict.fromkeys(normal(key) for key in keys)
    return tuple(key for key in found if key and key not in taken and not refusal(key))


def _parts(keys: str) -> list[QKeyCombination]:
    sequence = QKeySequence(keys)
    return [sequence[i] for i in range(sequence.count())]  # type: ignore[index]  # the stubs lack it


def _is_key(key: Qt.Key) -> bool:
    return key not in (Qt.Key.Key_unknown, *_MODIFIERS) and key != 0
