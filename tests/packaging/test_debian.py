"""The Debian package: its texts, and the builder on a program of two files."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


def need(tool: str) -> str:
    path = shutil.which(tool)
    if path is None:
        pytest.skip(f"{tool} is not here")
    return path


def output(*order: str | Path) -> str:
    return subprocess.run(order, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """What PyInstaller makes, in little, with permissions as wheels have them."""
    folder = tmp_path / "Semblance"
    (folder / "_internal").mkdir(parents=True)
    (folder / "Semblance").write_bytes(b"program")
    (folder / "Semblance").chmod(0o700)
    (folder / "_internal" / "libreal.so.1").write_bytes(b"library")
    (folder / "_internal" / "libreal.so.1").chmod(0o777)
    (folder / "_internal" / "liblink.so").symlink_to("libreal.so.1")
    return folder


@pytest.fixture
def icon_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "icons"
    folder.mkdir()
    for name in ("16.png", "256.png", "semblance.ico"):
        (folder / name).write_bytes(b"picture")
    return folder


def test_control_has_the_version_of_pyproject(debian: ModuleType):
    fields = dict(re.findall(r"^([\w-]+): (.+)$", debian.control("amd64", 12), re.M))
    assert fields["Version"] == VERSION
    assert fields["Package"] == "semblance"
    assert fields["Installed-Size"] == "12"
    assert "libegl1" in fields["Depends"].split(", ")


def test_desktop_file():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign, assignment]  # the documented way to keep capitals
    parser.read(LINUX / "semblance.desktop", "utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == "semblance %F"
    assert entry["StartupWMClass"] == "Semblance"
    assert {"image/jpeg", "image/heif", "image/openraster"} <= set(entry["MimeType"].split(";"))


def test_desktop_file_pleases_the_validator():
    output(need("desktop-file-validate"), LINUX / "semblance.desktop")


def test_metainfo(debian: ModuleType):
    component = ElementTree.fromstring(debian.metainfo("2030-12-31"))
    release = component.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": VERSION, "date": "2030-12-31"}
    assert component.findtext("launchable") == "semblance.desktop"


def test_metainfo_pleases_the_validator(debian: ModuleType, tmp_path: Path):
    tool = need("appstreamcli")
    path = tmp_path / "semblance.metainfo.xml"
    path.write_text(debian.metainfo("2030-12-31"), "utf-8")
    # the project has no domain whose name, reversed, could begin the id
    output(tool, "validate", "--no-net", "--override=cid-desktopapp-is-not-rdns=info", path)


def test_copyright_holds_the_whole_licence(debian: ModuleType):
    words = debian.copyright_file().replace("\n .", "").split()
    licence = (ROOT / "LICENSE").read_text("utf-8").split()
    assert " ".join(licence[licence.index("Permission") :]) in " ".join(words)


@pytest.mark.parametrize(
    ("path", "permissions"),
    [
        ("usr/lib/semblance/Semblance", "-rwxr-xr-x"),
        ("usr/lib/semblance/_internal/libreal.so.1", "-rw-r--r--"),
        ("usr/lib/semblance/_internal/liblink.so -> libreal.so.1", "lrwxrwxrwx"),
        ("usr/bin/semblance -> ../lib/semblance/Semblance", "lrwxrwxrwx"),
        ("usr/share/applications/semblance.desktop", "-rw-r--r--"),
        ("usr/share/icons/hicolor/256x256/apps/semblance.png", "-rw-r--r--"),
        ("usr/share/icons/hicolor/scalable/apps/semblance.svg", "-rw-r--r--"),
        ("usr/share/doc/semblance/copyright", "-rw-r--r--"),
    ],
)
def test_package_holds(
    debian: ModuleType, program: Path, icon_folder: Path, tmp_path: Path, path: str, permissions: str
):
    need("dpkg-deb")
    listing = output("dpkg-deb", "--contents", debian.build_package(program, icon_folder, tmp_path))
    line = next(line for line in listing.splitlines() if line.endswith(f"./{path}"))
    assert line.startswith(f"{permissions} root/root")


def test_same_source_makes_the_same_package(
    debian: ModuleType,
    program: Path,
    icon_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    need("dpkg-deb")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = debian.build_package(program, icon_folder, tmp_path).read_bytes()
    (program / "Semblance").touch()
    package = debian.build_package(program, icon_folder, tmp_path)
    assert package.name.startswith(f"semblance_{VERSION}_")
    assert package.read_bytes() == first
    assert (program / "Semblance").stat().st_mode & 0o777 == 0o700, "the program's folder was changed"
