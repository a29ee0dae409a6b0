"""`launch.py build` around PyInstaller: icons, installers, and the name that PyPI has too."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

import launcher

ROOT = Path(__file__).resolve().parents[2]


def test_folder_does_not_hide_the_library_packaging():
    order = [sys.executable, "-c", "import packaging.version; print(packaging.version.__file__)"]
    answer = subprocess.run(order, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert not Path(answer).is_relative_to(ROOT / "packaging")
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_build_command_is_there():
    assert (ROOT / launcher.COMMANDS["build"].arguments[0]).is_file()


def test_icons(icons: ModuleType, tmp_path: Path):
    icons.write_icons(tmp_path)
    for size in icons.SIZES:
        with Image.open(tmp_path / f"{size}.png") as picture:
            assert picture.size == (size, size)
            assert picture.getpixel((0, 0)) == (0, 0, 0, 0), "the corners are round"
    with Image.open(tmp_path / "semblance.ico") as picture:
        assert {(16, 16), (256, 256)} <= picture.info["sizes"]
    with Image.open(tmp_path / "semblance.icns") as picture:
        assert (512, 512, 2) in picture.info["sizes"]


@pytest.mark.parametrize(("system", "tool"), [("linux", "dpkg-deb"), ("win32", "NSIS")])
def test_missing_tool_is_named(
    make: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    system: str,
    tool: str,
):
    monkeypatch.setattr(make.sys, "platform", system)
    monkeypatch.setattr(make.shutil, "which", lambda name: None)
    make.make_installer()
    assert f"No installer was made: {tool}" in capsys.readouterr().out


def test_failed_step_ends_the_build(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(make, "python", lambda *arguments: make.run(sys.executable, "-c", "exit(3)"))
    assert make.main([]) == 1
    assert "ended with 3" in capsys.readouterr().err


@pytest.mark.parametrize("before", [None, "/home/somebody/lib"])
def test_started_programs_get_the_persons_library_path(monkeypatch: pytest.MonkeyPatch, before: str | None):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/semblance/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    runpy.run_path(str(ROOT / "packaging" / "frozen.py"))
    assert os.environ.get("LD_LIBRARY_PATH") == before


def test_windows_installer_compiles(icons: ModuleType, tmp_path: Path):
    """Around a program of two files; makensis runs on Linux too, what it makes does not."""
    tool = shutil.which("makensis")
    if tool is None:
        pytest.skip("makensis is not here")
    shutil.copytree(ROOT / "packaging" / "windows", tmp_path / "packaging" / "windows")
    shutil.copy(ROOT / "LICENSE", tmp_path)
    icons.write_icons(tmp_path / "build" / "icons")
    (tmp_path / "dist" / "Semblance" / "_internal").mkdir(parents=True)
    (tmp_path / "dist" / "Semblance" / "Semblance.exe").touch()
    script = tmp_path / "packaging" / "windows" / "semblance.nsi"
    subprocess.run([tool, "-WX", "-V1", "-DVERSION=1.2.3", script], check=True, capture_output=True)
    assert (tmp_path / "dist" / "semblance_1.2.3_setup.exe").stat().st_size > 100_000
