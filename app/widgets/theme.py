"""Dark and light on Fusion, and icons in the palette's colours.

The scheme is asked of the platform first (`QStyleHints`); the colours are ours in both, since Fusion has a
dark palette only where the desktop tells Qt of one.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_API", "pyside6")  # read by qtawesome's Qt shim at its import

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "dark": Qt.ColorScheme.Dark,
    "light": Qt.ColorScheme.Light,
}
_DARK = {
    "window": "#26272b",
    "base": "#33353b",
    "alternate": "#383a41",
    "button": "#3a3c43",
    "text": "#e4e5e8",
    "faint": "#84878f",
    "accent": "#4f93d2",
    "on_accent": "#ffffff",
    "line": "#17181a",
}
_LIGHT = {
    "window": "#f1f1f3",
    "base": "#ffffff",
    "alternate": "#f7f7f8",
    "button": "#fbfbfc",
    "text": "#1f2126",
    "faint": "#7b7f88",
    "accent": "#2568a8",
    "on_accent": "#ffffff",
    "line": "#c3c5ca",
}

STYLE_SHEET = """
QToolBar { border: none; spacing: 3px; padding: 3px; }
QToolTip { padding: 3px 5px; }
QDockWidget::title { padding: 6px 8px; }
QStatusBar::item { border: none; }
QToolButton[segment="true"] {
    padding: 3px 6px; margin-left: -1px;
    border: 1px solid palette(mid); background: palette(button);
}
QToolButton[segment="true"][place="first"] {
    margin-left: 0; border-top-left-radius: 4px; border-bottom-left-radius: 4px;
}
QToolButton[segment="true"][place="last"] {
    border-top-right-radius: 4px; border-bottom-right-radius: 4px;
}
QToolButton[segment="true"]:hover:enabled { background: palette(midlight); }
QToolButton[segment="true"]:checked:enabled {
    background: palette(highlight); color: palette(highlighted-text); border-color: palette(highlight);
}
QToolButton[segment="true"][place="first"]:checked:enabled {
    background: palette(mid); color: palette(button-text); border-color: palette(mid);
}
QToolButton[segment="true"]:focus { border-color: palette(text); }
QToolButton[chip="true"] {
    padding: 2px 16px 2px 7px; border: 1px solid palette(mid); border-radius: 9px;
    background: palette(button);
}
QToolButton[chip="true"]:hover, QToolButton[chip="true"]:focus { border-color: palette(highlight); }
QToolButton[chip="true"]::menu-indicator { subcontrol-position: right center; right: 4px; }
QToolButton[layer="true"] { border: none; border-radius: 3px; padding: 2px 4px; }
QToolButton[layer="true"]:hover, QToolButton[layer="true"]:focus { background: palette(midlight); }
QPushButton[layer="true"] {
    border: 1px solid transparent; border-radius: 3px; padding: 1px 3px; text-align: left;
}
QPushButton[layer="true"]:hover { background: palette(midlight); }
QPushButton[layer="true"]:focus { border-color: palette(highlight); }
QToolButton[candidate="true"] { border: 2px solid transparent; border-radius: 4px; padding: 0; }
QToolButton[candidate="true"]:hover { border-color: palette(mid); }
QToolButton[candidate="true"]:checked { border-color: palette(highlight); }
QFrame[chosen="true"] { background: palette(mid); border-radius: 4px; }
QLabel[faint="true"] { color: palette(placeholder-text); }
QLabel[heading="true"] { font-weight: 600; }
"""


def apply_theme(app: QApplication, name: str) -> None:
    """`name` is system, dark or light."""
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(_SCHEMES[name])
    dark = name == "dark" or (name == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    app.setPalette(_palette(_DARK if dark else _LIGHT))
    app.setStyleSheet(STYLE_SHEET)


def is_dark(palette: QPalette) -> bool:
    return palette.window().color().lightness() < 128


def _palette(colours: dict[str, str]) -> QPalette:
    role = QPalette.ColorRole
    colour = {name: QColor(value) for name, value in colours.items()}
    palette = QPalette(colour["button"], colour["window"])
    for group, names in {
        "window": (role.Window,),
        "base": (role.Base,),
        "alternate": (role.AlternateBase,),
        "button": (role.Button, role.ToolTipBase),
        "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText),
        "faint": (role.PlaceholderText,),
        "accent": (role.Highlight, role.Accent, role.Link),
        "on_accent": (role.HighlightedText,),
        "line": (role.Dark, role.Shadow),
    }.items():
        for name in names:
            palette.setColor(name, colour[group])
    palette.setColor(role.Light, colour["button"].lighter(115))
    palette.setColor(role.Midlight, colour["button"].lighter(106))
    palette.setColor(role.Mid, colour["button"].darker(120))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, colour["faint"])
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, colour["button"].darker(115))
    return palette


def icon(name: str) -> QIcon:
    """A Material Design icon (`mdi6.…`) in the present palette's colours; make it anew when they change."""
    palette = QGuiApplication.palette()
    text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText).name()
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    return _icon(name, text, faint)


@cache
def _icon(name: str, colour: str, faint: str) -> QIcon:
    import qtawesome

    made: QIcon = qtawesome.icon(name, color=colour, color_disabled=faint)
    return made


def app_icon() -> QIcon:
    return QIcon(str(RESOURCES / "icons" / "semblance.svg"))
