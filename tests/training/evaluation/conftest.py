"""Portraits that several tests of the evaluation share."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.labels import Label

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


@pytest.fixture(scope="session")
def hats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like FFHQ: two training pictures, the second with a hat, and one for validation without."""
    folder = tmp_path_factory.mktemp("hats")
    (folder / "labels").mkdir()
    plain = np.full((256, 256), Label.SKIN, np.uint8)
    worn = plain.copy()
    worn[10:50, 40:200] = Label.HAT
    rows = zip((1, 2, 60000), sorted(SAMPLES.glob("sample-*.jpg")), (plain, worn, plain), strict=True)
    for number, path, label_map in rows:
        Image.open(path).resize((256, 256)).save(folder / f"{number:05d}.png")
        Image.fromarray(label_map).save(folder / "labels" / f"{number:05d}.png")
    return folder
