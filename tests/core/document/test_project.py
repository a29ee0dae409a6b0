"""Projects: what is written comes back, to the pixel; other programs see layers."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.document.document import Document, reference_keys
from core.document.draft import DraftFolder, read_draft
from core.document.edits import Edit, Reference
from core.document.layers import FaceRegions, Rendered
from core.document.manifest import (
    KeptPart,
    Manifest,
    PackStamp,
    manifest_from_json,
    pack_notices,
    stamp_of,
)
from core.document.project import MANIFEST, Project, is_project, read_project, write_project
from core.document.recipe import recipe_to_dict
from core.errors import ProjectError
from core.face import FacePoints
from core.labels import Label
from core.methods.paint.edits import Stroke
from core.methods.registry import edit_types
from core.methods.smile.edits import SetRegionStyle
from core.packs import Pack
from core.photo import Photo, load_photo, save_photo
from core.render.engine import Engine
from tests.core.conftest import draw_photo, drawn_map
from tests.core.document.conftest import HAT, STAMP, picture, rewritten
from tests.core.photo.conftest import wide_profile
from tests.core.strategies import edits

# what is written comes back
TYPES = edit_types()
points = st.tuples(*[st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))] * 5)
stamps = st.builds(
    PackStamp, st.text(max_size=4), st.text(max_size=4), st.just("ab" * 32), st.text(max_size=4)
)
manifests = st.builds(
    Manifest,
    photo=st.sampled_from(["photo.jpg", "picture-12.tiff"]),
    recipe=st.builds(
        recipe_to_dict,
        st.lists(edits, max_size=4).map(tuple),
        st.dictionaries(st.text(max_size=4), st.just("reference-1.png"), max_size=3),
    ),
    title=st.text(max_size=8) | st.just("odd \udc80 name"),
    path=st.none() | st.text(max_size=8),
    home=st.none() | st.text(max_size=8),
    faces=st.none() | st.lists(points, max_size=3).map(tuple),
    face=st.integers(0, 11),
    titles=st.dictionaries(st.text(max_size=4), st.text(max_size=4), max_size=3),
    pack=st.none() | stamps,
    packs=st.lists(stamps, max_size=2).map(tuple),
    kept=st.lists(st.builds(KeptPart, st.just("kept-1.safetensors"), st.tuples(*[st.text()] * 3))).map(tuple),
    program=st.text(max_size=4),
)


@given(manifests)
def test_manifests_come_back(manifest: Manifest):
    written = manifest.to_json().encode()
    found = manifest_from_json(written, "it")
    assert found.to_json().encode() == written
    assert found.stamps == (manifest.packs or ((manifest.pack,) if manifest.pack else ()))


@given(st.lists(edits, max_size=4).map(tuple), st.none() | st.builds(FacePoints, points))
def test_documents_come_back(
    tmp_path_factory: pytest.TempPathFactory, written: tuple[Edit, ...], face: FacePoints | None
):
    keys = sorted({key for edit in written for key in reference_keys(edit)})
    references = {key: picture(number + 1) for number, key in enumerate(keys)}
    document = Document(picture(), None if face is None else (face,), written, references)
    path = tmp_path_factory.mktemp("projects") / "it.ora"
    titles = {key: f"File of {key}" for key in keys}
    write_project(Project(document, "Title", Path("/from/here.png"), 3, titles, (STAMP,)), path)
    found = read_project(path, TYPES)
    assert (found.document.edits, found.document.faces) == (document.edits, document.faces)
    assert found.document.photo.digest == document.photo.digest
    assert {key: photo.digest for key, photo in found.document.references.items()} == {
        key: photo.digest for key, photo in references.items()
    }
    assert (found.title, found.path, found.face) == ("Title", Path("/from/here.png"), 3)
    assert (dict(found.titles), found.packs, found.notices) == (titles, (STAMP,), ())


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
    write_project(Project(document, packs=(stamp_of(tiny_pack),)), path, Rendered(before, regions))
    found = read_project(path, TYPES)
    after = Engine(tiny_pack, engine.device).render(found.document)
    assert after.pixels.dtype == before.pixels.dtype
    assert np.array_equal(after.pixels, before.pixels)
    assert not np.array_equal(after.pixels, photo.pixels)
    assert (after.alpha is None) == (before.alpha is None)
    assert after.alpha is None or np.array_equal(after.alpha, before.alpha)  # type: ignore[arg-type]  # both are
    assert (after.icc, after.exif, after.xmp) == (before.icc, before.exif, before.xmp)
    assert pack_notices(found.packs, [tiny_pack]) == ()


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
    found = read_project(path, TYPES)
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
    assert read_project(tmp_path / "a.ora", TYPES).document.photo.digest == photo.digest


def test_another_pack_is_told(tiny_pack: Pack):
    stamp = stamp_of(tiny_pack)
    assert stamp.method == tiny_pack.descriptor.method
    assert pack_notices((stamp,), [tiny_pack]) == ()
    assert pack_notices((), [tiny_pack]) == ()
    (notice,) = pack_notices((stamp, replace(stamp, sha256="1" * 64)), [tiny_pack])
    assert "results may differ" in notice


def test_a_stamp_of_before_methods_is_compared_with_the_pack_that_reads_faces(tiny_pack: Pack):
    old = replace(stamp_of(tiny_pack), method="")
    assert pack_notices((old,), [tiny_pack]) == ()
    assert len(pack_notices((replace(old, sha256="1" * 64),), [tiny_pack])) == 1


def test_a_pack_of_a_method_that_is_not_open_is_left_to_the_notices_of_its_edits(tiny_pack: Pack):
    other = replace(stamp_of(tiny_pack), method="another", sha256="1" * 64)
    assert pack_notices((other,), [tiny_pack]) == ()


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
    write_project(read_project(saved, TYPES), tmp_path / "again.ora")
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
        read_project(saved, TYPES)
    write_project(Project(Document(photo)), saved.with_name("mine.ora"))
    assert read_project(saved.with_name("mine.ora"), TYPES).document.photo.digest == photo.digest


# the draft folder of an autosave
def test_draft_writes_pictures_once(tmp_path: Path):
    draft = DraftFolder(tmp_path / "draft")
    document = Document(picture()).with_reference("her", picture(5))
    draft.write(Project(document, "her.png", home=tmp_path / "a.ora"))
    stamps = {path.name: path.stat().st_mtime_ns for path in draft.folder.glob("picture-*")}
    draft.write(Project(document.with_edit(HAT), "her.png", home=tmp_path / "a.ora"))
    assert {path.name: path.stat().st_mtime_ns for path in draft.folder.glob("picture-*")} == stamps
    found = read_draft(draft.folder, TYPES)
    assert found.document.edits == (HAT,)
    assert (found.home, found.title) == (tmp_path / "a.ora", "her.png")
    assert found.document.references["her"].digest == picture(5).digest
    draft.write(Project(Document(picture(9))))
    assert len(list(draft.folder.iterdir())) == 2
    draft.clear()
    assert not draft.folder.exists()


def test_bad_drafts_are_a_sentence(tmp_path: Path):
    with pytest.raises(ProjectError, match="is missing"):
        read_draft(tmp_path, TYPES)
    (tmp_path / MANIFEST).write_bytes(b"{")
    with pytest.raises(ProjectError, match="damaged"):
        read_draft(tmp_path, TYPES)
