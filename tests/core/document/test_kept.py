"""What took minutes is kept in the project, within bounds, and never stands in the way of opening it."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save

from core.document import kept as keeping
from core.document.document import Document
from core.document.draft import DraftFolder, clear_draft, read_draft
from core.document.kept import LOST_NOTICE, Arrays, Key
from core.document.project import FOLDER, MANIFEST, Project, read_project, write_project
from core.methods.registry import edit_types
from tests.core.document.conftest import HAT, picture, rewritten

TYPES = edit_types()
PART = FOLDER + "kept-1.safetensors"


def inversion(seed: int = 0, size: int = 16) -> Arrays:
    rng = np.random.default_rng(seed)
    return {
        "codes": rng.normal(size=(18, size)).astype(np.float32),
        "noise": np.array([0.5, -1e-30], np.float32),
    }


def document(*seeds: int) -> Document:
    photo = picture()
    kept: dict[Key, Arrays] = {
        (photo.digest, str(seed), f"inversion ü {seed}"): inversion(seed) for seed in seeds
    }
    return Document(photo, edits=(HAT,), kept=kept)


def same(found: Document, wanted: Document) -> bool:
    return list(found.kept) == list(wanted.kept) and all(
        set(found.kept[key]) == set(arrays)
        and all(np.array_equal(found.kept[key][name], array) for name, array in arrays.items())
        for key, arrays in wanted.kept.items()
    )


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    write_project(Project(document(0, 1)), tmp_path / "it.ora")
    return tmp_path / "it.ora"


def test_a_project_brings_it_back(saved: Path):
    found = read_project(saved, TYPES)
    assert same(found.document, document(0, 1))
    assert found.notices == ()
    write_project(found, saved.with_name("again.ora"))
    assert saved.with_name("again.ora").read_bytes() == saved.read_bytes()


def test_a_document_is_the_same_without(saved: Path):
    found = read_project(saved, TYPES).document
    assert found == replace(found, kept={})
    assert hash(found) == hash(replace(found, kept={}))
    assert found.without_edit(0).kept is found.kept


def test_without_it_the_project_says_nothing_of_it(tmp_path: Path):
    write_project(Project(document()), tmp_path / "it.ora")
    with zipfile.ZipFile(tmp_path / "it.ora") as archive:
        assert "kept" not in json.loads(archive.read(FOLDER + MANIFEST))
        assert PART not in archive.namelist()


def test_what_does_not_fit_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    one = sum(array.nbytes for array in inversion().values())
    monkeypatch.setattr(keeping, "MOST_BYTES", 2 * one)
    write_project(Project(document(0, 1, 2)), tmp_path / "it.ora")
    assert same(read_project(tmp_path / "it.ora", TYPES).document, document(0, 1))


def _without_part(parts: dict[str, bytes]) -> None:
    del parts[PART]


DAMAGE = {
    "no tensors": b"nothing",
    "empty": b"",
    "other numbers": save({"codes": np.zeros(3, np.int64)}),
    "not a number": save({"codes": np.array([np.nan], np.float32)}),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=list(DAMAGE))
def test_what_cannot_be_read_is_found_again(saved: Path, damage: bytes):
    rewritten(saved, lambda parts: parts.update({PART: damage}))
    found = read_project(saved, TYPES)
    assert found.document.kept == {}
    assert found.document.edits == (HAT,)
    assert found.notices == (LOST_NOTICE,)


def test_what_is_missing_or_too_large_is_found_again(saved: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(keeping, "MOST_BYTES", -(1 << 20))
    assert read_project(saved, TYPES).notices == (LOST_NOTICE,)
    monkeypatch.undo()
    rewritten(saved, _without_part)
    assert read_project(saved, TYPES).notices == (LOST_NOTICE,)


def test_drafts_hold_it_and_write_it_once(tmp_path: Path):
    draft, made = DraftFolder(tmp_path / "draft"), document(0, 1)
    draft.write(Project(made))
    assert same(read_draft(draft.folder, TYPES).document, made)
    parts = {path: path.stat().st_mtime_ns for path in draft.folder.glob("kept-*")}
    draft.write(Project(made.without_edit(0)))
    assert {path: path.stat().st_mtime_ns for path in draft.folder.glob("kept-*")} == parts
    assert len(parts) == 2
    draft.write(Project(replace(made, kept={})))
    assert not list(draft.folder.glob("kept-*"))
    draft.write(Project(made))
    clear_draft(draft.folder)
    assert not draft.folder.exists()
