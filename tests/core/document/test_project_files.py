"""Bad project files are a sentence; whatever happens while saving, no document is lost."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.document import Document
from core.document.edits import Seed
from core.document.manifest import MINOR
from core.document.project import Project, is_project, read_project, write_project
from core.errors import Cancelled, PhotoError, ProjectError
from core.job import Job
from core.methods.registry import edit_types
from core.methods.smile.edits import SetAttribute
from core.photo import Photo, photo_from_array
from tests.core.document.conftest import HAT, picture, rewritten

ROOT = Path(__file__).resolve().parents[3]
TYPES = edit_types()
KILLS = int(os.environ.get("SEMBLANCE_KILLS", "8"))


# bad files
def _edit_manifest(**changes: Any) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        content = json.loads(parts["semblance/project.json"])
        content.update(changes)
        parts["semblance/project.json"] = json.dumps(content).encode()

    return change


def _without(name: str) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.__delitem__(name)


def _with(name: str, data: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.__setitem__(name, data)


RECIPE: dict[str, Any] = {"format": "semblance recipe", "version": 1, "edits": []}
NEEDY = {
    "edit": "SetRegionStyle",
    "region": "hair",
    "source": {"from": "reference", "key": "nobody"},
}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_edit_manifest(version=2), "written by a newer Semblance"),
        (_edit_manifest(recipe={**RECIPE, "version": 2}), "written by a newer Semblance"),
        (_edit_manifest(format="other"), "not a project of Semblance"),
        (_edit_manifest(extra=1), "“extra” is not known"),
        (_edit_manifest(recipe={**RECIPE, "edits": [{"face": 1}]}), "In edit 1, “edit” is missing"),
        (_edit_manifest(recipe={**RECIPE, "edits": [NEEDY]}), "needs the reference “nobody”"),
        (_edit_manifest(recipe={**RECIPE, "references": {"a": "../../etc/passwd"}}), "must be a usable name"),
        (_edit_manifest(photo="/etc/passwd"), "must be a usable name"),
        (_edit_manifest(photo="none.png"), "“semblance/none.png” is missing"),
        (_edit_manifest(photo=3), "“photo” must be text"),
        (_edit_manifest(faces=[[[1, 2]]]), "“faces.1” must be a list of 5"),
        (_edit_manifest(faces=[[[1, 2]] * 4 + [["a", 2]]]), "“faces.1.5.1” must be a number"),
        (_edit_manifest(face=-1), "“face” must be"),
        (
            _edit_manifest(kept=[{"part": "../evil", "key": ["a", "b", "c"]}]),
            "“kept.1.part” must be",
        ),
        (_edit_manifest(path=7), "“path” must be"),
        (_edit_manifest(pack={"name": "a", "version": "1", "sha256": "short"}), "hexadecimal"),
        (_with("semblance/project.json", b"{"), "list of edits cannot be read"),
        (_with("semblance/project.json", b"[" * 100_000), "list of edits cannot be read"),
        (_with("semblance/project.json", b"[]"), "not a JSON object"),
        (_with("semblance/photo.png", b"no picture"), "photo in .* cannot be read"),
        (_without("semblance/photo.png"), "is missing"),
        (_without("semblance/project.json"), "not a project"),
        (_without("mimetype"), "“mimetype” is missing"),
        (_with("mimetype", b"application/epub+zip"), "not an OpenRaster"),
        (_with("../evil.png", b""), "unsafe name"),
        (_with("/etc/evil.png", b""), "unsafe name"),
        (_with("a/../../evil", b""), "unsafe name"),
        (_with("C:evil", b""), "unsafe name"),
    ],
)
def test_bad_projects_are_a_sentence(saved: Path, change: Callable[[dict[str, bytes]], None], words: str):
    rewritten(saved, change)
    before = saved.read_bytes()
    with pytest.raises(ProjectError, match=words) as caught:
        read_project(saved, TYPES)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith((".", ")."))
    assert saved.read_bytes() == before


def test_fields_of_a_newer_minor_version_are_left_out_with_a_notice(saved: Path):
    rewritten(saved, _edit_manifest(minor=MINOR + 1, sparkle=3))
    found = read_project(saved, TYPES)
    assert found.document.edits == (HAT,)
    assert any("newer Semblance" in notice for notice in found.notices)


@pytest.mark.parametrize("length", [0, 1, 60, 500, -1, -30, -400])
def test_truncated_projects_are_a_sentence(saved: Path, length: int):
    saved.write_bytes(saved.read_bytes()[:length])
    with pytest.raises(ProjectError, match="damaged or incomplete"):
        read_project(saved, TYPES)
    assert not is_project(saved)


@given(st.data())
def test_flipped_bytes_never_escape_as_another_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
):
    path = tmp_path_factory.mktemp("flipped") / "it.ora"
    write_project(Project(Document(picture(), edits=(HAT,))), path)
    raw = bytearray(path.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(raw) - 1), min_size=1, max_size=4)):
        raw[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(raw)
    is_project(path)
    try:
        read_project(path, TYPES)
    except (ProjectError, PhotoError):
        return


def test_zip_bombs_are_refused_unread(saved: Path):
    with zipfile.ZipFile(saved) as archive:
        manifest = archive.read("semblance/project.json")
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "image/openraster")
        archive.writestr("semblance/project.json", manifest)
        archive.writestr("semblance/photo.png", bytes(30 << 20))
    with pytest.raises(ProjectError, match="implausibly large"):
        read_project(saved, TYPES)


def test_two_parts_of_one_name_are_refused(saved: Path):
    with zipfile.ZipFile(saved, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("semblance/project.json", b"{}")
    with pytest.raises(ProjectError, match="two parts of one name"):
        read_project(saved, TYPES)


def test_what_is_no_file(tmp_path: Path):
    with pytest.raises(ProjectError, match="does not exist"):
        read_project(tmp_path / "none.ora", TYPES)
    with pytest.raises(ProjectError, match="folder"):
        read_project(tmp_path, TYPES)
    with pytest.raises(ProjectError, match="folder"):
        write_project(Project(Document(picture())), tmp_path)
    with pytest.raises(ProjectError, match="does not exist"):
        write_project(Project(Document(picture())), tmp_path / "none" / "a.ora")


# saving loses nothing
@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not write"), (errno.EIO, "error")],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_failing_disk_leaves_the_old_project(
    number: int, words: str, step: str, saved: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    before = saved.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        with pytest.raises(ProjectError, match=words):
            write_project(Project(Document(picture(5))), saved)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of POSIX")
def test_file_that_cannot_grow_leaves_the_old_project(saved: Path):
    """A real failure in the middle of writing, by the system's limit on a file's size."""
    code = (
        "import resource, signal, sys\nfrom tests.core.document.test_project_files import *\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "try:\n    write_project(Project(Document(picture(5))), Path(sys.argv[1]))\n"
        "except ProjectError as error:\n    sys.exit(0 if 'could not be written' in str(error) else 3)\n"
        "sys.exit(4)"
    )
    before = saved.read_bytes()
    done = subprocess.run([sys.executable, "-c", code, str(saved)], cwd=ROOT, check=False)
    assert done.returncode == 0
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_cancelling_leaves_the_old_project(saved: Path):
    before = saved.read_bytes()
    with pytest.raises(Cancelled):
        write_project(Project(Document(picture(5))), saved, job=Job(cancelled=lambda: True))
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_abandoned_drafts_are_cleared_by_the_next_save(saved: Path):
    old, fresh = (saved.with_name(f".semblance-{saved.name}-{name}.part") for name in ("old", "fresh"))
    for path in (old, fresh):
        path.write_bytes(b"half")
    os.utime(old, (0, time.time() - 9000))
    write_project(Project(Document(picture(5))), saved)
    assert not old.exists()
    assert fresh.exists()


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killed_saves_lose_no_document(tmp_path: Path):
    """A child saves two documents in turn and is killed at a random moment, `SEMBLANCE_KILLS` times."""
    path = tmp_path / "killed.ora"
    chance = random.Random(0)
    for _ in range(KILLS):
        seed = read_project(path, TYPES).document.edits if path.exists() else None
        child = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("save_forever.py")), str(path)],
            cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert child.stdout is not None
        with child.stdout:
            assert child.stdout.readline() == b"saving\n"
            time.sleep(chance.uniform(0.0, 0.4))
            child.kill()
        child.wait()
        if seed is None and not path.exists():
            continue  # killed within the very first save: there was nothing to lose
        found = read_project(path, TYPES)
        (edit,) = found.document.edits
        assert isinstance(edit, SetAttribute)
        assert edit.source in (Seed(1), Seed(2))
        assert found.document.photo.digest in {photo.digest for photo in killed_photos()}


def killed_photos() -> tuple[Photo, Photo]:
    """What the child saves: noise, so that writing takes its time."""
    rng = np.random.default_rng(3)
    first, second = (photo_from_array(rng.integers(0, 256, (400, 500, 3)).astype(np.uint8)) for _ in "ab")
    return first, second
