"""The self-test that installers run."""

from __future__ import annotations

import pytest

from app import selftest as module
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
