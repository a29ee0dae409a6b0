"""What the program is, and whose work it stands on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.theme import app_icon

_TEXT = """
<h2 style="margin-bottom:0">Semblance</h2>
<p>{version}A portrait comes in, a portrait goes out; between them stands a short list of edits.
Everything is computed on this computer; no picture leaves it.</p>
<p>Exported photos carry the IPTC note that a trained algorithm took part in them.</p>
<p>{pack}</p>
<p>Uses Qt and PySide6 (LGPL-3.0), PyTorch (BSD-3-Clause), NumPy (BSD-3-Clause), OpenCV (Apache-2.0),
Pillow (MIT-CMU), safetensors (Apache-2.0), QtAwesome (MIT) with Material Design Icons (Apache-2.0),
platformdirs (MIT).</p>
"""


class AboutDialog(QDialog):
    def __init__(self, pack: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Semblance")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icon = QLabel()
        icon.setPixmap(app_icon().pixmap(QSize(96, 96), self.devicePixelRatioF()))
        text = QLabel(_TEXT.format(version=_version(), pack=pack), wordWrap=True)
        text.setMinimumWidth(380)
        line = QHBoxLayout()
        line.setSpacing(20)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        buttons = QDialogButtonBox()
        buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 14)
        column.addLayout(line)
        column.addWidget(buttons)


def _version() -> str:
    try:
        return f"Version {version('semblance')}. "
    except PackageNotFoundError:  # run from the source tree
        return ""
