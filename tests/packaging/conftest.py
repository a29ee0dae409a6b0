"""The scripts of packaging/, which is a folder of scripts and not a package: PyPI has one of that name."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"semblance_{name}", ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def debian() -> ModuleType:
    return _load("debian")


@pytest.fixture
def icons() -> ModuleType:
    return _load("icons")


@pytest.fixture
def make() -> ModuleType:
    return _load("make")
