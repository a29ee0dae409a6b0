"""`python launch.py build`: dist/Semblance, a folder that runs without Python, and this system's installer.

Arguments go to PyInstaller (`--clean`, `--log-level ERROR` ...).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "packaging"
PROGRAM, ICONS, DIST = ROOT / "dist" / "Semblance", ROOT / "build" / "icons", ROOT / "dist"
# 115 MB of symbols that nothing reads. Other libraries are stripped already, or break: strip does not
# understand what patchelf left behind.
STRIPPED = ("libtorch_cpu.so", "libtorch_python.so", "libpython3.*.so.*")


def main(options: list[str]) -> int:
    os.environ.setdefault("SOURCE_DATE_EPOCH", last_change())
    try:
        python(HERE / "icons.py", ICONS)
        python("-m", "PyInstaller", "--noconfirm", *options, "build.spec")
        if sys.platform == "linux":
            strip()
        make_installer()
    except subprocess.CalledProcessError as error:
        print(f"The build stopped: {Path(error.cmd[0]).name} ended with {error.returncode}.", file=sys.stderr)
        return 1
    return 0


def make_installer() -> None:
    """A .deb, a setup.exe or a .dmg, with the tool that makes it; without the tool, say so."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    if sys.platform == "darwin":
        run(HERE / "macos" / "dmg.sh", version)
    elif sys.platform == "win32" and shutil.which("makensis"):
        run("makensis", f"-DVERSION={version}", HERE / "windows" / "semblance.nsi")
    elif sys.platform == "linux" and shutil.which("dpkg-deb"):
        python(HERE / "debian.py", PROGRAM, ICONS, DIST)
    else:
        tool = "NSIS (makensis)" if sys.platform == "win32" else "dpkg-deb"
        print(f"{PROGRAM} is ready. No installer was made: {tool} is not here.")


def strip() -> None:
    """Take the symbols out of torch's libraries; in dist, never in the environment."""
    if shutil.which("strip") is None:
        print("strip (binutils) is not here; the folder is 115 MB larger than it need be.")
        return
    for pattern in STRIPPED:
        for library in PROGRAM.rglob(pattern):
            if not library.is_symlink():
                run("strip", "--strip-unneeded", library)


def last_change() -> str:
    """When the source was last committed, for reproducible archives; 1980 outside a repository."""
    order = ["git", "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(order, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "315532800"
    return answer or "315532800"


def python(*arguments: str | Path) -> None:
    # -P: nothing in this folder or the root stands in for a library of the same name
    run(sys.executable, "-P", *arguments)


def run(*arguments: str | Path) -> None:
    subprocess.run([str(argument) for argument in arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
