"""The installed model packs to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.program.settings import Settings
from app.words.translate import tr
from core.methods.registry import can_edit
from core.packs.installed import InstalledPack, installed_packs

_KEY = "engine.pack"
SHIPPED = ""
"""The setting's value for the pack that ships, whatever its name."""


class PackBox(QComboBox):
    """Every installed pack that can edit, by title; what was chosen stays in the list when it is gone.

    Descriptors are a few kilobytes and read here: the engine's thread could not tell while no pack opens,
    and that is when another one is wanted.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.activated.connect(self._on_activated)
        settings.changed.connect(self._on_setting)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look again at what is installed."""
        found: dict[str, InstalledPack] = {}
        for each in installed_packs():
            found.setdefault(each.name, each)  # of two of a name the first is used, one that ships
        self.clear()
        self._offer_shipped(each for each in found.values() if each.ships_as_default)
        self._offer_others(
            [each for each in found.values() if can_edit(each.pack) and not each.ships_as_default]
        )
        chosen = str(self._settings[_KEY])
        if chosen in found and found[chosen].ships_as_default:
            chosen = SHIPPED  # by its name, as a file written by hand may have it
        if self.findData(chosen) < 0:
            there = chosen in found
            words = (
                tr("{pack}, which cannot be used", pack=chosen)
                if there
                else tr("{pack}, which is not here", pack=chosen)
            )
            self._add(words, chosen, found[chosen].fault if there else "")
        self._show(chosen)

    def _offer_shipped(self, shipped: Iterable[InstalledPack]) -> None:
        pack = next((each.pack for each in shipped if each.pack is not None), None)
        if pack is None:
            self._add(tr("The one that ships with Semblance"), SHIPPED, "")
            return
        words = tr("{title} (ships with Semblance)", title=pack.descriptor.title)
        self._add(words, SHIPPED, tr("Licence: {licence}", licence=pack.descriptor.licence))

    def _offer_others(self, others: list[InstalledPack]) -> None:
        titles = Counter(each.pack.descriptor.title for each in others if each.pack is not None)
        for each in others:
            assert each.pack is not None
            said = each.pack.descriptor
            title = said.title if titles[said.title] == 1 else f"{said.title} ({each.name})"
            place = tr("In {folder}", folder=each.folder)
            self._add(title, each.name, tr("Licence: {licence}", licence=said.licence), place)

    def _add(self, words: str, name: str, *lines: str) -> None:
        # escaped: a licence is whatever somebody typed, and Qt takes what looks like HTML for that
        tip = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
        self.addItem(words, name)
        self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def _show(self, name: str) -> None:
        self.setCurrentIndex(self.findData(name))
        self.setToolTip(str(self.currentData(Qt.ItemDataRole.ToolTipRole)))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self._settings[_KEY] = self.itemData(index)

    @Slot(str, object)
    def _on_setting(self, key: str, value: object) -> None:
        if key == _KEY:
            self.refresh()
