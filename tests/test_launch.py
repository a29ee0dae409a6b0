"""launch.py's decisions, without installing anything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import launch


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `.venv` of its own whose Python exists; nothing is installed."""
    venv = tmp_path / "ein Ordner mit Umläuten" / ".venv"
    monkeypatch.setattr(launch, "VENV", venv)
    monkeypatch.setattr(launch, "STAMP", venv / "semblance.json")
    monkeypatch.setattr(launch, "UNFINISHED", venv / "unfinished")
    monkeypatch.setattr(launch, "LOG", venv.parent / "install.log")
    monkeypatch.setattr(launch, "LOCK", venv.parent / ".venv.lock")
    launch.venv_python().parent.mkdir(parents=True)
    launch.venv_python().touch()
    return venv


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        ([], ("run", [])),
        (["edit", "a.jpg", "-o", "b.jpg"], ("edit", ["a.jpg", "-o", "b.jpg"])),
        (["photo.jpg"], ("run", ["photo.jpg"])),
        (["--selftest"], ("run", ["--selftest"])),
        (["test", "-k", "photo"], ("test", ["-k", "photo"])),
    ],
)
def test_command_line_is_split(argv: list[str], expected: tuple[str, list[str]]):
    assert launch.split_command(argv) == expected


def test_misspelt_command_is_named():
    with pytest.raises(launch.Trouble, match="no command “edti”"):
        launch.split_command(["edti"])


def test_trouble_is_one_line_and_not_a_traceback(capsys: pytest.CaptureFixture[str]):
    assert launch.main(["edti"]) == 1
    assert capsys.readouterr().err.startswith("Semblance: there is no command")


def test_help_needs_no_setup(capsys: pytest.CaptureFixture[str]):
    assert launch.main(["--help"]) == 0
    assert "python launch.py test" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("system", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_display(system: str, variables: dict[str, str], expected: bool):
    assert launch.has_display(variables, system) is expected


def test_missing_display_shows_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(launch, "set_up", lambda extras: None)
    monkeypatch.setattr(launch, "has_display", lambda: False)
    assert launch.main([]) == 1
    assert "python launch.py edit PHOTO.jpg -o OUT.jpg" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("system", "nvidia", "variant"),
    [("linux", False, "cpu"), ("linux", True, None), ("win32", True, "cu126"), ("darwin", False, None)],
)
def test_torch_variant(system: str, nvidia: bool, variant: str | None):
    assert launch.torch_variant(system, nvidia) == variant


def test_unreachable_index_is_left_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("SEMBLANCE_TORCH", raising=False)
    monkeypatch.setattr(launch, "torch_variant", lambda system, nvidia: "cpu")
    monkeypatch.setattr(launch, "reachable", lambda url: False)
    assert launch.torch_index() == []
    monkeypatch.setattr(launch, "reachable", lambda url: True)
    assert launch.torch_index() == ["--extra-index-url", "https://download.pytorch.org/whl/cpu"]


def test_asked_torch_build_is_pinned(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(launch, "venv_python", lambda: Path(sys.executable))
    monkeypatch.setenv("SEMBLANCE_TORCH", "cu130")
    wanted = launch.requirements(("test",))
    assert "torch==2.13.0+cu130" in wanted
    assert any(w.startswith("pytest==") for w in wanted)
    assert launch.torch_index() == ["--extra-index-url", "https://download.pytorch.org/whl/cu130"]


def test_every_requirement_is_pinned(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(launch, "venv_python", lambda: Path(sys.executable))
    monkeypatch.delenv("SEMBLANCE_TORCH", raising=False)
    assert all("==" in wanted for wanted in launch.requirements(launch.SETUP_EXTRAS))


def test_finished_setup_is_not_done_again(environment: Path, monkeypatch: pytest.MonkeyPatch):
    launch.write_stamp({"test"}, True)
    monkeypatch.setattr(launch, "install", lambda wanted: pytest.fail("installed again"))
    launch.set_up(("test",))
    launch.set_up(())


def test_another_extra_is_added_to_those_there(environment: Path, monkeypatch: pytest.MonkeyPatch):
    asked: list[tuple[str, ...]] = []
    launch.write_stamp({"test"}, True)
    monkeypatch.setattr(launch, "make_environment", lambda: None)
    monkeypatch.setattr(launch, "install", lambda wanted: None)
    monkeypatch.setattr(launch, "requirements", lambda extras: asked.append(extras) or [])
    monkeypatch.setattr(launch, "provide_libraries", lambda: True)
    launch.set_up(("train",))
    assert asked == [("test", "train")]
    assert json.loads(launch.STAMP.read_text())["extras"] == ["test", "train"]


def test_changed_pins_are_installed(environment: Path, monkeypatch: pytest.MonkeyPatch):
    launch.write_stamp({"test"}, True)
    monkeypatch.setattr(launch, "fingerprint", lambda: "other pins")
    assert not launch.is_ready(launch.read_stamp(), {"test"})


def test_missing_libraries_are_asked_for_at_every_start(
    environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    launch.write_stamp(set(), False)
    monkeypatch.setattr(launch.sys, "platform", "linux")
    monkeypatch.setattr(launch, "install", lambda wanted: pytest.fail("installed again"))
    monkeypatch.setattr(launch, "missing_libraries", lambda: ["libEGL.so.1", "libxcb-cursor.so.0"])
    monkeypatch.setattr(launch, "apt_install", lambda packages: False)
    monkeypatch.setattr(launch.shutil, "which", lambda name: f"/usr/bin/{name}")
    launch.set_up(())
    assert "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "not json", "[]", "{}"])
def test_damaged_stamp_means_not_set_up(environment: Path, content: str):
    launch.STAMP.write_text(content)
    assert not launch.is_ready(launch.read_stamp(), set())


def test_environment_without_its_python_means_not_set_up(environment: Path):
    launch.write_stamp(set(), True)
    launch.venv_python().unlink()
    assert launch.read_stamp() == {}


def test_half_made_environment_is_made_anew(environment: Path, monkeypatch: pytest.MonkeyPatch):
    made: list[str] = []
    launch.UNFINISHED.touch()
    monkeypatch.setattr(launch, "create_venv", lambda python: (made.append(python), environment.mkdir()))
    launch.make_environment()
    assert made == [sys.executable]
    assert not launch.venv_python().exists()
    assert launch.UNFINISHED.exists()


def test_sound_environment_is_kept(environment: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(launch, "works", lambda python: True)
    monkeypatch.setattr(launch, "create_venv", lambda python: pytest.fail("made anew"))
    launch.make_environment()
    assert launch.venv_python().exists()


def test_unsuitable_python_finds_another(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(launch.sys, "version_info", (3, 10, 0))
    monkeypatch.setattr(launch, "other_pythons", lambda: [["/does/not/exist"], [sys.executable]])
    assert launch.suitable_python() == sys.executable


def test_no_suitable_python_says_which_are(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(launch.sys, "version_info", (3, 14, 0))
    monkeypatch.setattr(launch, "other_pythons", lambda: [])
    with pytest.raises(launch.Trouble, match=r"needs 3\.11, 3\.12 or 3\.13"):
        launch.suitable_python()


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        (["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"], "disk"),
        (["WARNING: Retrying ... Name or service not known", "ERROR: No matching"], "internet"),
        (["noise", "ERROR: No matching distribution found for torch==9"], "No matching distribution found"),
        (["only this"], "only this"),
        ([], "no reason"),
    ],
)
def test_pip_failure_gives_its_reason(output: list[str], reason: str):
    assert reason in launch.pip_reason(output)


def test_pip_failure_before_it_began_keeps_the_environment(
    environment: Path, monkeypatch: pytest.MonkeyPatch
):
    launch.UNFINISHED.touch()
    monkeypatch.setattr(launch, "venv_python", lambda: Path(sys.executable))
    monkeypatch.setattr(launch, "torch_index", lambda: ["--no-index"])
    with pytest.raises(launch.Trouble, match="No matching distribution"):
        launch.install(["a-package-that-nobody-made==0.0.1"])
    assert not launch.UNFINISHED.exists()
    assert "a-package-that-nobody-made" in launch.LOG.read_text()


def test_child_sees_our_packages_and_no_other_python():
    environment = launch.child_environment({"PYTHONHOME": "/x", "PYTHONPATH": "/mine"})
    assert "PYTHONHOME" not in environment
    assert environment["PYTHONPATH"].split(launch.os.pathsep) == [str(launch.ROOT), "/mine"]


def test_child_stands_where_the_person_stands(tmp_path: Path):
    """A folder called `core` beside the photos must not be taken for ours."""
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "__init__.py").write_text("raise SystemExit('the wrong core')")
    code = "import os, core.errors; print(os.getcwd())"
    environment = launch.child_environment(dict(launch.os.environ))
    found = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert Path(found.stdout.strip()).resolve() == tmp_path.resolve(), found.stderr


def test_setup_refuses_unknown_extras():
    with pytest.raises(launch.Trouble, match="no extra “docs”"):
        launch.start(["setup", "docs"])
