"""A Debian package around the folder that PyInstaller made. Standard library and dpkg-deb only.

    python packaging/debian.py PROGRAM_FOLDER ICON_FOLDER OUTPUT_FOLDER

The archive's times come from SOURCE_DATE_EPOCH where it is set.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "semblance"
# The packages of what the libraries link to or open by name and build.spec leaves to the system, with the
# versions of their symbols; packaging/README.md has the command that lists them.
DEPENDS = (
    "libc6 (>= 2.35)", "libgcc-s1", "libstdc++6 (>= 11)", "zlib1g", "libzstd1", "libuuid1",
    "libgl1", "libegl1", "libx11-6", "libx11-xcb1", "libxcb1", "xkb-data",
    "libwayland-client0", "libwayland-cursor0", "libwayland-egl1",
    "libglib2.0-0t64 | libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libfreetype6", "fonts-dejavu-core",
)  # fmt: skip
CONTROL = """\
Package: semblance
Version: {version}
Architecture: {architecture}
Maintainer: Semblance developers <noreply@semblance.invalid>
Installed-Size: {kibibytes}
Depends: {depends}
Section: graphics
Priority: optional
Description: portrait editor that changes only what you ask for
 Put eyeglasses on or take them off, change bangs, hair, hats and earrings,
 paint on the map of a face, or borrow the look of a region from another
 portrait. The photo itself is never repainted: a pixel that no edit touches
 leaves with the very value that it came with.
 .
 Everything is computed on this computer; no picture leaves it.
"""


def main(argv: list[str]) -> int:
    program, icons, output = (Path(argument) for argument in argv)
    print(build_package(program, icons, output))
    return 0


def build_package(program: Path, icons: Path, output: Path) -> Path:
    """The .deb, made in `output`. `icons` holds SIZE.png; `program` is copied and stays as it is."""
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    architecture = _run("dpkg", "--print-architecture").strip()
    package = output / f"{NAME}_{version()}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=output) as folder:  # beside the result: /tmp may be small
        root = Path(folder)
        lay_out(program, icons, root, moment)
        kibibytes = tidy(root)
        (root / "DEBIAN").mkdir(mode=0o755)
        (root / "DEBIAN" / "control").write_text(control(architecture, kibibytes), "utf-8")
        set_times(root, moment)
        _run("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(root), str(package))
    return package


def version() -> str:
    """pyproject.toml's."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


def control(architecture: str, kibibytes: int) -> str:
    return CONTROL.format(
        version=version(), architecture=architecture, kibibytes=kibibytes, depends=", ".join(DEPENDS)
    )


def lay_out(program: Path, icons: Path, root: Path, moment: int) -> None:
    """Put everything where it will lie on the system, below `root`."""
    shutil.copytree(program, root / "usr/lib" / NAME, symlinks=True)
    link = root / "usr/bin" / NAME
    link.parent.mkdir()
    link.symlink_to(f"../lib/{NAME}/Semblance")
    share, linux = root / "usr/share", ROOT / "packaging" / "linux"
    _copy(linux / "semblance.desktop", share / "applications/semblance.desktop")
    _copy(ROOT / "resources/icons/semblance.svg", share / "icons/hicolor/scalable/apps/semblance.svg")
    for icon in icons.glob("*.png"):
        _copy(icon, share / f"icons/hicolor/{icon.stem}x{icon.stem}/apps/semblance.png")
    day = time.strftime("%Y-%m-%d", time.gmtime(moment))
    _write(share / "metainfo/semblance.metainfo.xml", metainfo(day))
    _write(share / "doc" / NAME / "copyright", copyright_file())


def metainfo(day: str) -> str:
    """The AppStream entry of this version; `day` as 2030-12-31."""
    text = (ROOT / "packaging/linux/semblance.metainfo.xml").read_text("utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", day)


def copyright_file() -> str:
    """Debian's form of LICENSE: indented, and a dot for an empty line."""
    text = (ROOT / "LICENSE").read_text("utf-8").partition("\n\n")[2].partition("\n\n")[2]
    lines = "\n".join(f" {line}" if line else " ." for line in text.splitlines())
    return (ROOT / "packaging/linux/copyright").read_text("utf-8").replace("@LICENSE@", lines)


def tidy(root: Path) -> int:
    """Give everything Debian's permissions, whatever the wheels had; returns the size in KiB."""
    root.chmod(0o755)
    size = 0
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        if path.is_dir():
            path.chmod(0o755)
            continue
        runs = path.stat().st_mode & 0o100 and ".so" not in path.suffixes
        path.chmod(0o755 if runs else 0o644)
        size += path.stat().st_size
    return size // 1024


def set_times(root: Path, moment: int) -> None:
    for path in [root, *root.rglob("*")]:
        os.utime(path, (moment, moment), follow_symlinks=False)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def _run(*arguments: str) -> str:
    return subprocess.run(arguments, check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
