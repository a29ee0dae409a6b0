"""The child of `test_killed_saves_lose_no_document`: saves two documents in turn until it is killed."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import numpy as np

from core.document.document import Document
from core.document.edits import Seed
from core.document.project import Project, write_project
from core.methods.smile.edits import SetAttribute
from core.photo import photo_from_array

rng = np.random.default_rng(3)
photos = [photo_from_array(rng.integers(0, 256, (400, 500, 3)).astype(np.uint8)) for _ in "ab"]
path = Path(sys.argv[1])
sys.stdout.write("saving\n")
sys.stdout.flush()
for number in itertools.count():
    edit = SetAttribute(attribute="hat", present=True, source=Seed(1 + number % 2))
    write_project(Project(Document(photos[number % 2], edits=(edit,))), path)
