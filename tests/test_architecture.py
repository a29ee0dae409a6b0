"""The shape of the code base, beyond what import-linter says."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_PACKAGES = ("core", "app", "training", "benchmarks")
_LONGEST = 40


def _modules(package: str) -> list[str]:
    files = sorted((_ROOT / package).rglob("*.py"))
    names = [".".join(f.relative_to(_ROOT).with_suffix("").parts) for f in files]
    return [name.removesuffix(".__init__") for name in names if not name.endswith("__main__")]


def _run(code: str, **variables: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), **variables}
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment, capture_output=True, text=True, check=False, cwd=_ROOT,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    return found.stdout.strip()


@pytest.mark.parametrize("package", _PACKAGES)
def test_every_module_can_be_imported(package: str):
    names = _modules(package)
    assert names
    _run(f"import importlib\nfor name in {names!r}: importlib.import_module(name)")


def test_core_brings_no_qt():
    code = f"import importlib, sys\nfor name in {_modules('core')!r}: importlib.import_module(name)\n"
    assert _run(code + "print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken'))])") == "[]"


def test_photo_and_document_bring_no_torch():
    """So that a photo can be opened while torch still loads."""
    code = (
        "import core.photo, core.document.document, core.document.recipe, sys\nprint('torch' in sys.modules)"
    )
    assert _run(code) == "False"


def test_opencv_leaves_qts_variables_alone():
    code = "import os, core.opencv\nprint(os.environ.get('QT_QPA_FONTDIR'), "
    code += "os.environ.get('QT_QPA_PLATFORM_PLUGIN_PATH'))"
    assert _run(code, QT_QPA_FONTDIR="/mine") == "/mine None"


def test_files_and_functions_stay_readable():
    """The hard limit of a file; most stay far below."""
    long = {
        str(path.relative_to(_ROOT)): lines
        for package in _PACKAGES
        for path in (_ROOT / package).rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 800
    }
    assert not long


def test_no_function_of_core_is_longer_than_a_screen():
    trees = {path: ast.parse(path.read_text("utf-8")) for path in (_ROOT / "core").rglob("*.py")}
    long = [
        f"{path.relative_to(_ROOT)}: {node.name}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= _LONGEST
    ]
    assert not long
