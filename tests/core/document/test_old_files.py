"""Projects of before: written with one stamp, and without what takes minutes to find."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from core.document.edits import UnknownEdit
from core.document.manifest import PackStamp
from core.document.project import FOLDER, MANIFEST, read_project, write_project
from core.document.recipe import recipe_from_json
from core.methods.registry import edit_types

DATA = Path(__file__).parents[2] / "data"
OLD = DATA / "project-1-0.ora"
TYPES = edit_types()


def manifest(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(FOLDER + MANIFEST).decode()


def test_a_project_of_before_opens():
    found = read_project(OLD, TYPES)
    recipe = recipe_from_json((DATA / "recipe-1.json").read_text("utf-8"), TYPES)
    assert found.document.edits == recipe.edits
    assert not any(isinstance(edit, UnknownEdit) for edit in found.document.edits)
    assert set(found.document.references) == set(recipe.references)
    assert found.document.faces is not None
    assert len(found.document.faces) == 2
    assert found.document.faces[0].points[1] == (20.5, 10.0)
    assert found.document.kept == {}
    assert found.packs == (PackStamp("portrait-256", "1.6", "ab" * 32),)
    assert (found.title, found.face, dict(found.titles), found.notices) == ("her.png", 1, {"her": "Her"}, ())


def test_a_project_of_before_is_written_as_it_was_but_for_what_is_new(tmp_path: Path):
    write_project(read_project(OLD, TYPES), tmp_path / "new.ora")
    old, new = manifest(OLD), json.loads(manifest(tmp_path / "new.ora"))
    assert new.pop("packs") == [json.loads(old)["pack"]]
    assert new["minor"] == 1
    assert json.dumps({**new, "minor": 0, "program": json.loads(old)["program"]}, indent=1) == old


def test_edits_of_methods_that_are_not_there_are_saved_again(tmp_path: Path):
    less = {name: kind for name, kind in TYPES.items() if name not in ("HeadSwap", "SetAttribute")}
    found = read_project(OLD, less)
    assert sum(isinstance(edit, UnknownEdit) for edit in found.document.edits) == 5
    write_project(found, tmp_path / "new.ora")
    assert json.loads(manifest(tmp_path / "new.ora"))["recipe"] == json.loads(manifest(OLD))["recipe"]
    assert read_project(tmp_path / "new.ora", TYPES).document.edits == read_project(OLD, TYPES).document.edits
