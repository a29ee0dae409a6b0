"""`--selftest`: edit a portrait that ships and save it, without a window; for installers and bug reports."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from app.engine.factory import make_engine
from app.files.files import sample_portraits
from core.document.document import Document
from core.document.edits import Seed
from core.errors import SemblanceError
from core.methods.smile.edits import SetAttribute
from core.photo import load_photo, save_photo


def selftest() -> int:
    """Put eyeglasses on the first sample, save, and read it back; returns the exit code, 0 when all holds."""
    start = time.perf_counter()
    try:
        photo = load_photo(sample_portraits()[0])
        edit = SetAttribute(attribute="eyeglasses", present=True, source=Seed(0))
        result = make_engine().render(Document(photo).with_edit(edit))
        with tempfile.TemporaryDirectory() as folder:
            save_photo(result, Path(folder) / "selftest.png")
            again = load_photo(Path(folder) / "selftest.png")
    except (SemblanceError, IndexError) as error:
        print(f"Self-test failed: {error}", file=sys.stderr)  # noqa: T201
        return 1
    changed = np.any(result.pixels != photo.pixels, axis=2)
    if not changed.any() or changed.mean() > 0.5 or not np.array_equal(again.pixels, result.pixels):
        print("Self-test failed: the edited picture is not what it should be.", file=sys.stderr)  # noqa: T201
        return 1
    share, seconds = changed.mean(), time.perf_counter() - start
    print(f"Self-test passed: {share:.1%} of the picture was edited, in {seconds:.1f} s.")  # noqa: T201
    return 0
