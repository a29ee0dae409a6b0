from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.batch import (
    Batch,
    edit_file,
    edits_in,
    output_names,
    outputs,
    photos_in,
    prepare_folder,
    sentence_of,
)
from core.document.document import Document
from core.document.edits import Reference, Seed
from core.document.files import recipe_beside, write_recipe
from core.errors import Cancelled, EditError, FaceError, PhotoError, WriteError
from core.face import Face, FacePoints
from core.job import Job
from core.methods.control import Control
from core.methods.smile.edits import SetAttribute, SetRegionStyle
from core.photo import Photo, SaveOptions, load_photo, photo_from_array, save_photo

HAT = SetAttribute(attribute="hat", present=True, source=Seed(3))
PIXELS = np.random.default_rng(1).integers(0, 256, (40, 60, 3)).astype(np.uint8)


class Inverter:
    """An engine that turns every photo into its negative, and finds no faces."""

    controls: tuple[Control, ...] = ()

    def analyse(
        self, photo: Photo, points: tuple[FacePoints, ...] | None = None, job: Job | None = None
    ) -> tuple[Face, ...]:
        return ()

    def render(self, document: Document, job: Job | None = None) -> Photo:
        if job is not None:
            job.step(0.5, "Drawing")
        return replace(document.photo, pixels=255 - document.photo.pixels)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "a.png"
    path.parent.mkdir()
    save_photo(photo_from_array(PIXELS), path, edited=False)
    return path


def test_output_names_do_not_meet():
    photos = [Path("a.heic"), Path("a.jpg"), Path("b.png"), Path("A.gif")]
    assert list(output_names(photos).values()) == ["a.jpg", "a-2.jpg", "b.png", "A-3.jpg"]
    assert list(output_names(photos, ".webp", ["B.webp"]).values()) == [
        "a.webp",
        "a-2.webp",
        "b-2.webp",
        "A-3.webp",
    ]


def test_files_that_are_there_keep_their_names(tmp_path: Path):
    (tmp_path / "a.png").touch()
    assert outputs([Path("a.png")], tmp_path) == {Path("a.png"): tmp_path / "a-2.png"}


def test_photos_in_a_folder(photo: Path, tmp_path: Path):
    for name in ("b.JPG", ".hidden.png", "notes.txt"):
        (photo.parent / name).touch()
    (photo.parent / "folder.png").mkdir()
    assert [path.name for path in photos_in(photo.parent)] == ["a.png", "b.JPG"]
    with pytest.raises(EditError, match="not a folder"):
        photos_in(tmp_path / "none")


def test_the_results_folder(photo: Path, tmp_path: Path):
    prepare_folder(tmp_path / "new" / "out", [photo.parent])
    assert (tmp_path / "new" / "out").is_dir()
    with pytest.raises(EditError, match="folder of their own"):
        prepare_folder(photo.parent / ".." / "in", [photo.parent])
    with pytest.raises(WriteError):
        prepare_folder(photo / "out", [])


def test_a_file_is_edited_and_its_edits_lie_beside_it(photo: Path, tmp_path: Path):
    target = tmp_path / "b.png"
    steps: list[float] = []
    job = Job(lambda fraction, text: steps.append(fraction))
    edit_file(
        Inverter(), Batch((HAT,), options=SaveOptions(longest_side=30), sidecar=True), photo, target, job
    )
    assert load_photo(target).width == 30
    assert edits_in(recipe_beside(target)) == ((HAT,), {})
    assert steps == sorted(steps)
    assert steps[-1] == 1.0


def test_a_cancelled_file_leaves_nothing(photo: Path, tmp_path: Path):
    with pytest.raises(Cancelled):
        edit_file(Inverter(), Batch((HAT,)), photo, tmp_path / "b.png", Job(cancelled=lambda: True))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]


def test_a_recipe_takes_its_references_along(photo: Path, tmp_path: Path):
    """Those with a file by its name, pasted ones as files of their own, unused ones not at all."""
    filed, pasted = load_photo(photo), photo_from_array(255 - PIXELS)
    document = Document(filed, references={"file": filed, "pasted": pasted, "unused": pasted})
    for key in ("file", "pasted"):
        document = document.with_edit(SetRegionStyle(region="hair", source=Reference(key)))
    recipe = tmp_path / "out" / "r.json"
    recipe.parent.mkdir()
    write_recipe(document, recipe)
    assert '"../in/a.png"' in recipe.read_text("utf-8")
    edits, references = edits_in(recipe)
    assert edits == document.edits
    assert {key: found.digest for key, found in references.items()} == {
        "file": filed.digest,
        "pasted": pasted.digest,
    }


def test_failures_have_one_line():
    assert sentence_of(FaceError("No face\nwas found.")) == "No face was found."
    assert sentence_of(PhotoError("Damaged.")) == "Damaged."
    assert sentence_of(KeyError("x")) == "unexpected KeyError: 'x'"
