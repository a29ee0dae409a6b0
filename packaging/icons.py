"""The program's icon in the forms that systems want, drawn from `resources/icons/semblance.svg`."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).resolve().parents[1] / "resources" / "icons" / "semblance.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # the folders of the hicolor theme
_ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_ICNS_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def draw(size: int) -> Image.Image:
    """The icon as RGBA, `size` pixels square. Each size is drawn anew, not scaled: edges stay crisp."""
    canvas = QImage(size, size, QImage.Format.Format_RGBA8888)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(canvas.constBits()))


def write_icons(folder: Path) -> None:
    """Fill `folder` with SIZE.png for Linux, semblance.ico for Windows and semblance.icns for macOS."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        draw(size).save(folder / f"{size}.png", optimize=True)
    draw(256).save(folder / "semblance.ico", append_images=_drawn(_ICO_SIZES), sizes=_squares(_ICO_SIZES))
    draw(1024).save(folder / "semblance.icns", append_images=_drawn(_ICNS_SIZES))


def _drawn(sizes: tuple[int, ...]) -> list[Image.Image]:
    return [draw(size) for size in sizes]


def _squares(sizes: tuple[int, ...]) -> list[tuple[int, int]]:
    return [(size, size) for size in sizes]


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]))
