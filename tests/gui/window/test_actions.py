from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QLineEdit, QListWidget, QToolButton

from app.window.actions import MAIN_BAR, MENUS, SEPARATOR, TABLE, TOOL_BAR, tooltip
from app.window.main_window import MainWindow


def test_no_shortcut_twice() -> None:
    keys = Counter(QKeySequence(k).toString() for spec in TABLE for k in spec.shortcuts)
    assert "" not in keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_ids_are_unique_and_every_action_is_in_a_menu() -> None:
    ids = [spec.id for spec in TABLE]
    assert len(ids) == len(set(ids))
    placed = [name for _, names in MENUS for name in names if name != SEPARATOR]
    assert sorted(placed) == sorted(ids)
    assert {*MAIN_BAR, *TOOL_BAR} - {SEPARATOR} <= set(ids)


def test_menu_letters_are_unique() -> None:
    texts = {spec.id: spec.text for spec in TABLE}
    for _, names in MENUS:
        letters = [texts[n][texts[n].index("&") + 1].lower() for n in names if n != SEPARATOR]
        assert len(letters) == len(set(letters)), letters


@pytest.mark.parametrize("spec", TABLE, ids=lambda spec: spec.id)
def test_tooltip_names_the_shortcut(spec) -> None:  # noqa: ANN001
    assert "&" not in tooltip(spec)
    assert all(QKeySequence(k).toString() in tooltip(spec) for k in spec.shortcuts[:1])


def test_slots_icons_and_state(window: MainWindow) -> None:
    for spec in TABLE:
        action = window.actions_table[spec.id]
        assert action.isEnabled() == (spec.needs == "nothing"), spec.id
        assert action.icon().isNull() == (not spec.icon), spec.id


def test_every_control_has_a_name(window: MainWindow) -> None:
    nameless = []
    for kind in (QAbstractButton, QAbstractSlider, QLineEdit, QListWidget):
        for widget in window.findChildren(kind):
            named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
            if isinstance(widget, QToolButton) and widget.defaultAction() is not None:
                named = widget.defaultAction().text()
            internal = widget.objectName().startswith("qt_") or "ScrollBar" in type(widget).__name__
            if not named and not internal:
                nameless.append((type(widget).__name__, widget.objectName(), widget.parent()))
    assert nameless == []


def test_no_torch_before_the_engine_is_wanted() -> None:
    code = "import sys, app.__main__; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3]).returncode == 0
