"""The self-test that installers run."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app.program import selftest as module
from core.errors import PackError


def test_passes_with_the_pack_that_ships(capsys: pytest.CaptureFixture[str]) -> None:
    assert module.selftest() == 0
    assert "passed" in capsys.readouterr().out


def test_fails_in_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def nothing() -> None:
        raise PackError("No model pack is installed.")

    monkeypatch.setattr(module, "make_engine", nothing)
    assert module.selftest() == 1
    assert "No model pack is installed." in capsys.readouterr().err


def test_the_installed_program_knows_the_commands() -> None:
    """In a process without a display, as on a server."""
    without = {
        k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    for command in ("edit", "batch", "swap"):
        done = subprocess.run(
            [sys.executable, "-m", "app", command, "--help"],
            env=without, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-300:]
        assert command in done.stdout


def test_a_wrong_command_ends_as_the_command_line_ends() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "edit", "nowhere.jpg", "-o", "out.png"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode not in (0, 1)
    assert "nowhere.jpg" in done.stderr
