"""Projects: what is written comes back, to the pixel; bad files are sentences; killing loses nothing."""

from __future__ import annotations

import errno
import io
import json
import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.document.document import Document, reference_keys
from core.document.draft import DraftFolder, read_draft
from core.document.edits import AnyEdit, Reference, Seed, SetAttribute, SetRegionStyle, Stroke
from core.document.layers import FaceRegions, Rendered
from core.document.manifest import Manifest, PackStamp, manifest_from_json, pack_notice, stamp_of
from core.document.project import MANIFEST, Project, is_project, read_project, write_project
from core.document.recipe import Recipe
from core.errors import Cancelled, PhotoError, ProjectError
from core.face import FacePoints
from core.job import Job
from core.labels import Label
from core.packs import Pack
from core.photo import Photo, load_photo, photo_from_array, save_photo
from core.render.engine import Engine
from tests.core.conftest import draw_photo, drawn_map
from tests.core.document.test_recipe import edits
from tests.core.photo.conftest import wide_profile

ROOT = Path(__file__).resolve().parents[3]
HAT = SetAttribute(attribute="hat", present=True, source=Seed(7))
STAMP = PackStamp("tiny", "1", "0" * 64)
KILLS = int(os.environ.get("SEMBLANCE_KILLS", "8"))


def picture(shift: int = 0) -> Photo:
    y, x = np.mgrid[0:30, 0:40]
    return photo_from_array(np.stack([x * 6, y * 8, (x + y + shift) % 256], -1).astype(np.uint8))


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The zip with some of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A small project without rendered layers."""
    path = tmp_path / "her.ora"
    write_project(Project(Document(picture(), edits=(HAT,)), "her.png", pack=STAMP), path)
    return path


# what is written comes back
points = st.tuples(*[st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))] * 5)
manifests = st.builds(
    Manifest,
    photo=st.sampled_from(["photo.jpg", "picture-12.tiff"]),
    recipe=st.builds(
        Recipe,
        st.lists(edits, max_size=4).map(tuple),
        st.dictionaries(st.text(max_size=4), st.just("reference-1.png"), max_size=3),
    ),
    title=st.text(max_size=8) | st.just("odd \udc80 name"),
    path=st.none() | st.text(max_size=8),
    home=st.none() | st.text(max_size=8),
    faces=st.none() | st.lists(st.builds(FacePoints, points), max_size=3).map(tuple),
    face=st.integers(0, 11),
    titles=st.dictionaries(st.text(max_size=4), st.text(max_size=4), max_size=3),
    pack=st.none() | st.builds(PackStamp, st.text(max_size=4), st.text(max_size=4), st.just("ab" * 32)),
    program=st.text(max_size=4),
)


@given(manifests)
def test_manifests_come_back(manifest: Manifest):
    assert manifest_from_json(manifest.to_json().encode(), "it") == manifest


@given(st.lists(edits, max_size=4).map(tuple), st.none() | st.builds(FacePoints, points))
def test_documents_come_back(
    tmp_path_factory: pytest.TempPathFactory, written: tuple[AnyEdit, ...], face: FacePoints | None
):
    keys = sorted({key for edit in written for key in reference_keys(edit)})
    references = {key: picture(number + 1) for number, key in enumerate(keys)}
    document = Document(picture(), None if face is None else (face,), written, references)
    path = tmp_path_factory.mktemp("projects") / "it.ora"
    titles = {key: f"File of {key}" for key in keys}
    write_project(Project(document, "Title", Path("/from/here.png"), 3, titles, STAMP), path)
    found = read_project(path)
    assert (found.document.edits, found.document.faces) == (document.edits, document.faces)
    assert found.document.photo.digest == document.photo.digest
    assert {key: photo.digest for key, photo in found.document.references.items()} == {
        key: photo.digest for key, photo in references.items()
    }
    assert (found.title, found.path, found.face) == ("Title", Path("/from/here.png"), 3)
    assert (dict(found.titles), found.pack, found.notices) == (titles, STAMP, ())


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("alpha", [False, True], ids=["opaque", "alpha"])
@pytest.mark.parametrize("kept", ["source", "gone", "never"])
def test_reopening_gives_the_same_pixels(
    depth: int, alpha: bool, kept: str, tmp_path: Path, engine: Engine, tiny_pack: Pack
):
    drawn = draw_photo()
    kind = np.uint8 if depth == 8 else np.uint16
    pixels = drawn.pixels.astype(kind) * (1 if depth == 8 else 257) + np.arange(3, dtype=kind)
    cover = np.tile(np.linspace(0, np.iinfo(kind).max, drawn.width).astype(kind), (drawn.height, 1))
    photo = Photo(pixels, cover if alpha else None, wide_profile() if kept == "source" else None)
    source = tmp_path / "source.tiff"
    if kept != "never":
        save_photo(photo, source)
        photo = load_photo(source)
    if kept == "gone":
        source.unlink()
    style = SetRegionStyle(region="hair", source=Reference("her"))
    painted = Stroke(label=Label.HAT, points=((100.0, 60.0), (150.0, 60.0)), radius=14.0)
    given = Document(photo, edits=(HAT, style, painted)).with_reference(
        "her", draw_photo(300, 300, (150, 150))
    )
    faces = engine.analyse(photo) or engine.analyse(draw_photo())
    document = given.with_faces(tuple(face.points for face in faces))
    before = engine.render(document)
    regions = tuple(FaceRegions(face.label_map, face.transform) for face in faces)
    path = tmp_path / "project.ora"
    write_project(Project(document, pack=stamp_of(tiny_pack)), path, Rendered(before, regions))
    found = read_project(path)
    after = Engine(tiny_pack, engine.device).render(found.document)
    assert after.pixels.dtype == before.pixels.dtype
    assert np.array_equal(after.pixels, before.pixels)
    assert not np.array_equal(after.pixels, photo.pixels)
    assert (after.alpha is None) == (before.alpha is None)
    assert after.alpha is None or np.array_equal(after.alpha, before.alpha)  # type: ignore[arg-type]  # both are
    assert (after.icc, after.exif, after.xmp) == (before.icc, before.exif, before.xmp)
    assert pack_notice(found.pack, tiny_pack) == ""


def test_the_original_file_is_kept_byte_for_byte(tmp_path: Path):
    source = tmp_path / "Her Photo.JPG"
    exif = Image.Exif()
    exif[271] = "A camera"
    Image.fromarray(picture().pixels).save(source, "JPEG", exif=exif, quality=70)
    document = Document(load_photo(source))
    path, again = tmp_path / "one.ora", tmp_path / "two.ora"
    write_project(Project(document, path=source), path)
    with zipfile.ZipFile(path) as archive:
        assert archive.read("semblance/photo.jpg") == source.read_bytes()
    original = source.read_bytes()
    source.write_bytes(b"overwritten since")
    found = read_project(path)
    assert found.document.photo.exif == document.photo.exif
    assert found.document.photo.source == source
    write_project(found, again)  # a second time from what the project itself kept
    with zipfile.ZipFile(again) as archive:
        assert archive.read("semblance/photo.jpg") == original


def test_a_source_that_was_overwritten_is_not_taken_for_the_photo(tmp_path: Path):
    source = tmp_path / "a.png"
    save_photo(picture(), source)
    photo = load_photo(source)
    save_photo(picture(99), source)
    write_project(Project(Document(photo)), tmp_path / "a.ora")
    assert read_project(tmp_path / "a.ora").document.photo.digest == photo.digest


def test_another_pack_is_told(tiny_pack: Pack):
    assert pack_notice(stamp_of(tiny_pack), tiny_pack) == ""
    assert "results may differ" in pack_notice(replace(stamp_of(tiny_pack), sha256="1" * 64), tiny_pack)
    assert pack_notice(None, tiny_pack) == ""


# the OpenRaster that other programs see
@pytest.fixture
def layered(tmp_path: Path) -> tuple[Path, Photo]:
    photo = draw_photo()
    pixels = photo.pixels.copy()
    pixels[100:130, 150:260] ^= 40
    result = replace(photo, pixels=pixels)
    transform = np.array([[1.0, 0.0, 72.0], [0.0, 1.0, 22.0]])
    regions = FaceRegions(drawn_map(), transform)
    path = tmp_path / "layers.ora"
    write_project(Project(Document(photo, edits=(HAT,))), path, Rendered(result, (regions, regions)))
    return path, result


def test_openraster_structure(layered: tuple[Path, Photo]):
    path, result = layered
    raw = path.read_bytes()
    assert raw[30:54] == b"mimetypeimage/openraster"  # first, no extra field, plain
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.header_offset) == ("mimetype", 0, 0)
        image = ElementTree.fromstring(archive.read("stack.xml"))
        assert (image.tag, image.get("version")) == ("image", "0.0.5")
        assert (image.get("w"), image.get("h")) == ("400", "300")
        assert [child.tag for child in image] == ["stack"]
        for layer in image.iter("layer"):
            x, y = int(layer.attrib["x"]), int(layer.attrib["y"])
            png = Image.open(io.BytesIO(archive.read(layer.attrib["src"])))
            assert png.format == "PNG"
            assert layer.attrib["src"].startswith("data/")
            assert x >= 0 <= y
            assert x + png.width <= 400
            assert y + png.height <= 300
        for element in [*image.iter("layer"), *image.findall("stack/stack")]:
            assert element.attrib["name"]
            assert element.attrib["visibility"] in ("visible", "hidden")
            assert float(element.attrib["opacity"]) == 1.0
            assert element.attrib["composite-op"] == "svg:src-over"
        merged = Image.open(io.BytesIO(archive.read("mergedimage.png")))
        thumbnail = Image.open(io.BytesIO(archive.read("Thumbnails/thumbnail.png")))
    assert np.array_equal(np.asarray(merged), result.pixels)
    assert (thumbnail.format, thumbnail.size) == ("PNG", (256, 192))


def test_layers_together_are_the_merged_image(layered: tuple[Path, Photo]):
    path, result = layered
    with zipfile.ZipFile(path) as archive:
        image = ElementTree.fromstring(archive.read("stack.xml"))
        top_down = [e for e in image[0] if e.get("visibility") == "visible"]
        assert [e.get("name") for e in top_down] == ["Result", "Photo"]
        canvas = Image.new("RGBA", (400, 300))
        for element in reversed(top_down):
            layer = Image.open(io.BytesIO(archive.read(element.attrib["src"]))).convert("RGBA")
            canvas.alpha_composite(layer, (int(element.attrib["x"]), int(element.attrib["y"])))
    assert np.array_equal(np.asarray(canvas)[..., :3], result.pixels)


def test_regions_lie_where_the_face_is(layered: tuple[Path, Photo]):
    path, _ = layered
    with zipfile.ZipFile(path) as archive:
        image = ElementTree.fromstring(archive.read("stack.xml"))
        groups = image.findall("stack/stack")
        assert [g.get("name") for g in groups] == ["Face 1 regions", "Face 2 regions"]
        assert {g.get("visibility") for g in groups} == {"hidden"}
        names = [layer.get("name") for layer in groups[0]]
        assert {"Hair", "Skin", "Left eye", "Clothes"} <= set(names)
        assert "Background" not in names
        (hair,) = [layer for layer in groups[0] if layer.get("name") == "Hair"]
        png = np.asarray(Image.open(io.BytesIO(archive.read(hair.attrib["src"]))))
    shown = np.zeros((300, 400), np.uint8)
    x, y = int(hair.attrib["x"]), int(hair.attrib["y"])
    shown[y : y + png.shape[0], x : x + png.shape[1]] = png[..., 3]
    expected = np.zeros((300, 400), bool)
    expected[22:278, 72:328] = drawn_map() == Label.HAIR
    assert np.array_equal(shown > 127, expected)


def test_transparent_photo_is_hidden_under_its_result(tmp_path: Path):
    photo = Photo(picture().pixels, np.full((30, 40), 128, np.uint8))
    changed = photo.pixels.copy()
    changed[5:9, 5:9] = 0
    write_project(Project(Document(photo)), tmp_path / "a.ora", Rendered(replace(photo, pixels=changed)))
    with zipfile.ZipFile(tmp_path / "a.ora") as archive:
        image = ElementTree.fromstring(archive.read("stack.xml"))
    seen = {e.get("name"): e.get("visibility") for e in image.iter("layer")}
    assert seen == {"Result": "visible", "Photo": "hidden"}


def test_equal_projects_make_equal_files(saved: Path, tmp_path: Path):
    write_project(read_project(saved), tmp_path / "again.ora")
    assert (tmp_path / "again.ora").read_bytes() == saved.read_bytes()


def test_other_openrasters_open_as_a_photo(saved: Path):
    def strip(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if name.startswith("semblance/")]:
            del parts[name]

    rewritten(saved, strip)
    assert not is_project(saved)
    photo = load_photo(saved)
    assert np.array_equal(photo.pixels, picture().pixels)
    assert any("layers" in notice for notice in photo.notices)
    with pytest.raises(ProjectError, match="not a project"):
        read_project(saved)
    write_project(Project(Document(photo)), saved.with_name("mine.ora"))
    assert read_project(saved.with_name("mine.ora")).document.photo.digest == photo.digest


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
        (_edit_manifest(recipe={**RECIPE, "edits": [{"edit": "Sparkle"}]}), "edit called “Sparkle”"),
        (_edit_manifest(recipe={**RECIPE, "edits": [NEEDY]}), "needs the reference “nobody”"),
        (_edit_manifest(recipe={**RECIPE, "references": {"a": "../../etc/passwd"}}), "not a usable name"),
        (_edit_manifest(photo="/etc/passwd"), "not a usable name"),
        (_edit_manifest(photo="none.png"), "“semblance/none.png” is missing"),
        (_edit_manifest(photo=3), "“photo” must be text"),
        (_edit_manifest(faces=[[[1, 2]]]), "five points"),
        (_edit_manifest(faces=[[[1, 2]] * 4 + [["a", 2]]]), "not a usable number"),
        (_edit_manifest(face=-1), "“face” must be"),
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
        read_project(saved)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith((".", ")."))
    assert saved.read_bytes() == before


def test_fields_of_a_newer_minor_version_are_left_out_with_a_notice(saved: Path):
    rewritten(saved, _edit_manifest(minor=1, sparkle=3))
    found = read_project(saved)
    assert found.document.edits == (HAT,)
    assert any("newer Semblance" in notice for notice in found.notices)


@pytest.mark.parametrize("length", [0, 1, 60, 500, -1, -30, -400])
def test_truncated_projects_are_a_sentence(saved: Path, length: int):
    saved.write_bytes(saved.read_bytes()[:length])
    with pytest.raises(ProjectError, match="damaged or incomplete"):
        read_project(saved)
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
        read_project(path)
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
        read_project(saved)


def test_two_parts_of_one_name_are_refused(saved: Path):
    with zipfile.ZipFile(saved, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("semblance/project.json", b"{}")
    with pytest.raises(ProjectError, match="two parts of one name"):
        read_project(saved)


def test_what_is_no_file(tmp_path: Path):
    with pytest.raises(ProjectError, match="does not exist"):
        read_project(tmp_path / "none.ora")
    with pytest.raises(ProjectError, match="folder"):
        read_project(tmp_path)
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
        "import resource, signal, sys\nfrom tests.core.document.test_project import *\n"
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
        seed = read_project(path).document.edits if path.exists() else None
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
        found = read_project(path)
        (edit,) = found.document.edits
        assert isinstance(edit, SetAttribute)
        assert edit.source in (Seed(1), Seed(2))
        assert found.document.photo.digest in {photo.digest for photo in killed_photos()}


def killed_photos() -> tuple[Photo, Photo]:
    """What the child saves: noise, so that writing takes its time."""
    rng = np.random.default_rng(3)
    first, second = (photo_from_array(rng.integers(0, 256, (400, 500, 3)).astype(np.uint8)) for _ in "ab")
    return first, second


# the draft folder of an autosave
def test_draft_writes_pictures_once(tmp_path: Path):
    draft = DraftFolder(tmp_path / "draft")
    document = Document(picture()).with_reference("her", picture(5))
    draft.write(Project(document, "her.png", home=tmp_path / "a.ora"))
    stamps = {path.name: path.stat().st_mtime_ns for path in draft.folder.glob("picture-*")}
    draft.write(Project(document.with_edit(HAT), "her.png", home=tmp_path / "a.ora"))
    assert {path.name: path.stat().st_mtime_ns for path in draft.folder.glob("picture-*")} == stamps
    found = read_draft(draft.folder)
    assert found.document.edits == (HAT,)
    assert (found.home, found.title) == (tmp_path / "a.ora", "her.png")
    assert found.document.references["her"].digest == picture(5).digest
    draft.write(Project(Document(picture(9))))
    assert len(list(draft.folder.iterdir())) == 2
    draft.clear()
    assert not draft.folder.exists()


def test_bad_drafts_are_a_sentence(tmp_path: Path):
    with pytest.raises(ProjectError, match="is missing"):
        read_draft(tmp_path)
    (tmp_path / MANIFEST).write_bytes(b"{")
    with pytest.raises(ProjectError, match="damaged"):
        read_draft(tmp_path)
