"""The command line from its arguments to its exit codes, with tiny networks and a drawn face."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from core import cli
from core.batch import edits_in
from core.document.document import Document
from core.document.edits import Blend, Edit, Own, Reference, Seed, Source
from core.document.manifest import PackStamp
from core.document.project import Project, write_project
from core.document.recipe import edits_from_json, edits_to_json
from core.errors import EditError
from core.labels import Label
from core.methods.control import Slider, Toggle
from core.methods.registry import edit_types, known_controls
from core.methods.smile.edits import Direction, SetAttribute, SetRegionStyle
from core.methods.smile.presence import present_attributes
from core.options import Choice, Options
from core.packs import Pack
from core.photo import load_photo, photo_from_array, save_photo
from tests.core.conftest import draw_photo, drawn_map

RUN = CliRunner()


def chosen(seed: int = 0, truncation: float = 1.0, strength: float = 1.0) -> Options:
    return Options(known_controls(), Choice(0, seed, strength, truncation), lambda _: drawn_map())


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "Bild ü.png"
    save_photo(draw_photo(), path, edited=False)
    return path


@pytest.fixture(autouse=True)
def pack_options(tiny_pack: Pack, drawn_faces: None) -> list[str]:
    return ["--pack", str(tiny_pack.folder)]


def run(pack_options: list[str], *arguments: object) -> Result:
    return RUN.invoke(cli.app, [*map(str, arguments), *pack_options])


def fails(result: Result, code: int, message: str) -> None:
    """One clear line, and the documented code."""
    assert result.exit_code == code, result.output
    lines = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert len(lines) == 1
    assert message in lines[0]
    assert "Traceback" not in result.output


def test_edit_writes_an_edited_photo_and_a_label_map(photo: Path, tmp_path: Path, pack_options: list[str]):
    out, labels = tmp_path / "out.png", tmp_path / "labels.png"
    before = photo.read_bytes()
    result = run(
        pack_options, "edit", photo, "-o", out, "--region", "hair=random", "--set", "hat=on",
        "--strength", 0.8, "--seed", 3, "--label-map", labels,
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "out.png" in result.stdout
    assert photo.read_bytes() == before
    assert (load_photo(out).pixels != load_photo(photo).pixels).any()
    ids = np.asarray(Image.open(labels))
    assert ids.shape == (256, 256)
    assert ids.max() < len(Label)


def test_without_a_name_the_result_lies_beside_the_photo(photo: Path, pack_options: list[str]):
    for expected in ("Bild ü-edited.png", "Bild ü-edited-2.png"):
        assert run(pack_options, "edit", photo).exit_code == 0
        assert photo.with_name(expected).exists()


def test_a_recipe_and_its_reference(photo: Path, tmp_path: Path, pack_options: list[str]):
    (tmp_path / "her.png").write_bytes(photo.read_bytes())
    edit = SetRegionStyle(region="hair", source=Reference("her"))
    (tmp_path / "edits.json").write_text(edits_to_json((edit,), {"her": "her.png"}), "utf-8")
    result = run(pack_options, "edit", photo, "--recipe", tmp_path / "edits.json", "-o", tmp_path / "o.png")
    assert result.exit_code == 0, result.output


def test_points_by_hand(tmp_path: Path, pack_options: list[str]):
    blank = tmp_path / "blank.png"
    save_photo(photo_from_array(np.full((200, 200, 3), 128, np.uint8)), blank, edited=False)
    fails(run(pack_options, "edit", blank, "--set", "hat=on"), 4, "No face was found")
    points = "70,80 130,80 100,110 80,140 120,140"
    fails(run(pack_options, "edit", blank, "--set", "bangs=on", "--points", points), 4, "shades of grey")
    given = ("--set", "bangs=on", "--points", points, "--anyway")
    assert run(pack_options, "edit", blank, *given).exit_code == 0
    fails(run(pack_options, "edit", blank, "--set", "hat=on", "--points", "1,2"), 4, "Five points")


def test_the_errors_and_their_codes(photo: Path, tmp_path: Path, pack_options: list[str]):
    text = tmp_path / "text.jpg"
    text.write_text("not a photo")
    fails(run(pack_options, "edit", text), 3, "text.jpg")
    fails(run(pack_options, "edit", tmp_path / "none.jpg"), 3, "none.jpg")
    fails(run(pack_options, "edit", photo, "--set", "wings=on"), 2, "wings")
    fails(run(pack_options, "edit", photo, "--set", "hat"), 2, "--set hat")
    fails(run(pack_options, "edit", photo, "--set", "hat=nobody.jpg"), 2, "nobody.jpg")
    fails(run(pack_options, "edit", photo, "--region", "wings=random"), 2, "wings")
    fails(run(pack_options, "edit", photo, "--direction", "mood=1"), 2, "“mood”. Known are: smile, ")
    fails(run(pack_options, "edit", photo, "--direction", "age=2"), 2, "-1 to 1")
    fails(run(pack_options, "edit", photo, "--direction", "age=old"), 2, "-1 to 1")
    fails(run(pack_options, "edit", photo, "--set", "hat=on", "--face", 2), 4, "no face number 2")
    fails(run(pack_options, "edit", photo, "--recipe", tmp_path / "no.json"), 2, "no.json")
    fails(run(["--pack", str(tmp_path)], "edit", photo), 5, "not a model pack")
    fails(run(pack_options, "edit", photo, "--set", "hat=on", "-o", photo), 6, photo.name)
    fails(run(pack_options, "edit", photo, "--set", "hat=on", "-o", tmp_path / "o.xyz"), 6, ".xyz")
    assert run(pack_options, "edit", photo, "--strength", 7).exit_code == 2
    assert run(pack_options, "edit").exit_code == 2


def test_an_interrupt_ends_with_130_and_leaves_nothing(
    photo: Path, tmp_path: Path, pack_options: list[str], monkeypatch: pytest.MonkeyPatch
):
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("core.render.engine.Engine.render", interrupt)
    result = run(pack_options, "edit", photo, "--set", "hat=on", "-o", tmp_path / "o.png")
    assert result.exit_code == 130
    assert not (tmp_path / "o.png").exists()


def test_batch_goes_on_after_a_bad_file(photo: Path, tmp_path: Path, pack_options: list[str]):
    folder, out = tmp_path / "in", tmp_path / "new" / "out"
    folder.mkdir()
    for name in ("a.png", "c.png"):
        (folder / name).write_bytes(photo.read_bytes())
    (folder / "b.jpg").write_bytes(b"nothing")
    (folder / "notes.txt").write_text("left out")
    save_photo(photo_from_array(np.zeros((30, 30, 3), np.uint8)), folder / "d.png", edited=False)
    recipe = tmp_path / "edits.json"
    recipe.write_text(edits_to_json((SetRegionStyle(region="hair", source=Seed(1)),)), "utf-8")
    result = run(pack_options, "batch", recipe, folder, out)
    assert result.exit_code == 1
    assert sorted(path.name for path in out.iterdir()) == ["a.png", "c.png"]
    assert "2 of 4 photos edited" in result.stdout
    assert "b.jpg: " in result.stderr
    assert "d.png: No face was found" in result.stderr
    fails(run(pack_options, "batch", recipe, folder, folder), 2, "folder of their own")
    fails(run(pack_options, "batch", recipe, recipe, out), 2, "not a folder")
    fails(run(pack_options, "batch", recipe, folder, photo / "x"), 6, "cannot be made")


def test_flags_of_saving(photo: Path, tmp_path: Path, pack_options: list[str]):
    out = tmp_path / "o.jpg"
    flags = ("--size", 100, "--metadata", "none", "--quality", 80, "--sidecar")
    result = run(pack_options, "edit", photo, "-o", out, "--region", f"hair={photo}", *flags)
    assert result.exit_code == 0, result.output
    assert load_photo(out).width == 100
    edits, references = edits_in(tmp_path / "o.jpg.recipe.json")
    assert edits == (SetRegionStyle(region="hair", source=Reference(str(photo))),)
    assert references[str(photo)].digest == load_photo(photo).digest
    fails(run(pack_options, "edit", photo, "--metadata", "some"), 2, "no-place")
    assert run(pack_options, "edit", photo, "--size", 0).exit_code == 2
    fails(run(pack_options, "edit", photo, "--credentials", "no.pem", "no.pem"), 6, "")
    assert not photo.with_name("Bild ü-edited.png").exists()


def test_batch_saves_as_asked_and_replaces_nothing(photo: Path, tmp_path: Path, pack_options: list[str]):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.png").write_bytes(photo.read_bytes())
    recipe = tmp_path / "edits.json"
    recipe.write_text(edits_to_json((SetRegionStyle(region="hair", source=Seed(1)),)), "utf-8")
    for _ in range(2):
        assert run(pack_options, "batch", recipe, folder, out, "--size", 90, "--sidecar").exit_code == 0
    names = ["a-2.png", "a-2.png.recipe.json", "a.png", "a.png.recipe.json"]
    assert sorted(path.name for path in out.iterdir()) == names
    assert load_photo(out / "a-2.png").width == 90


@pytest.mark.parametrize(
    ("text", "attribute", "present"),
    [
        ("hair=little", "hair", False),
        ("identity=male", "identity", True),
        ("eyeglasses=off", "eyeglasses", False),
    ],
)
def test_words_of_attributes(text: str, attribute: str, present: bool):
    document = Document(draw_photo())
    (edit,) = chosen(seed=5).set(document, [text]).edits
    assert edit == SetAttribute(attribute=attribute, present=present, source=Seed(5))


def test_a_reference_gives_what_it_has(photo: Path):
    """All of it as it is there; a single accessory is lent whatever the reference wears."""
    document = Document(draw_photo())
    shown = present_attributes(drawn_map())
    assert not shown["hat"]
    assert not shown["bangs"]
    every = chosen().set(document, [f"all={photo}"]).edits
    assert {e.attribute: e.present for e in every if isinstance(e, SetAttribute)} == shown
    hat, bangs, identity = (
        chosen().set(document, [f"{n}={photo}" for n in ("hat", "bangs", "identity")]).edits
    )
    assert hat == SetAttribute(attribute="hat", present=True, source=Reference(str(photo)))
    assert bangs == SetAttribute(attribute="bangs", present=False, source=Reference(str(photo)))
    assert identity == SetAttribute(
        attribute="identity", present=shown["identity"], source=Reference(str(photo))
    )


def test_swap_brings_another_head(photo: Path, tmp_path: Path, pack_options: list[str]):
    other = tmp_path / "other.png"
    save_photo(draw_photo(centre=(180, 140), scale=0.9), other, edited=False)
    result = run(pack_options, "swap", photo, other)
    assert result.exit_code == 0, result.output
    made = load_photo(photo.with_name("Bild ü-swapped.png"))
    source = load_photo(photo)
    assert (made.pixels != source.pixels).any()
    assert np.array_equal(made.pixels[:, :40], source.pixels[:, :40])
    fails(run(pack_options, "swap", photo, tmp_path / "none.png"), 3, "does not exist")
    fails(run(pack_options, "swap", photo, other, "--other-face", 3), 4, "reference")


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ("own", Own()),
        ("seed:12", Seed(12, 0.5)),
        ("blend(own, seed:3, 0.25)", Blend(Own(), Seed(3, 0.5), 0.25)),
    ],
)
def test_sources_have_words(value: str, source: Source):
    (edit,) = chosen(seed=5, truncation=0.5).look(Document(draw_photo()), [f"hair={value}"]).edits
    assert edit == SetRegionStyle(region="hair", source=source)


@pytest.mark.parametrize("value", ["blend(own)", "blend(own, own, 2)", "blend(own, own, half)", "seed:x"])
def test_words_that_mean_nothing_are_refused(value: str, photo: Path, pack_options: list[str]):
    said = run(pack_options, "edit", photo, "--region", f"hair={value}")
    fails(said, 2, "write a blend" if "blend" in value else "no photo of that name")


@pytest.mark.parametrize("value", ["on", "off", "random", "her.jpg"])
def test_everything_at_once_is_taken_from_a_photo(value: str, photo: Path, pack_options: list[str]):
    said = run(pack_options, "edit", photo, "--set", f"all={value}")
    fails(said, 2, "everything at once is taken from a photo, like --set all=her.jpg")


def test_strength_goes_to_whatever_can_have_one(photo: Path):
    document, half = Document(draw_photo()), chosen(strength=0.5)
    (hat,) = half.set(document, ["hat=on"]).edits
    (look,) = half.look(document, ["hair=seed:3"]).edits
    age = Slider(name="age", title="Age", group="Face", edit_type=Direction, fixed={"name": "age"})
    (older,) = Options((age,), Choice(0, 0, 0.5), lambda _: drawn_map()).slide(document, ["age=-0.8"]).edits
    assert hat == SetAttribute(attribute="hat", present=True, source=Seed(0), strength=0.5)
    assert look == SetRegionStyle(region="hair", source=Seed(3), strength=0.5)
    assert older == Direction(name="age", amount=-0.4)
    every = half.set(document, [f"all={photo}"]).edits
    assert {getattr(edit, "strength", None) for edit in every} == {0.5}


def test_a_strength_that_means_nothing_is_refused():
    switch = Toggle(name="switch", title="Switch", group="Dials", edit_type=Switch)
    document = Document(draw_photo())
    options = Options((switch,), Choice(0, 0, 0.5), lambda _: drawn_map())
    with pytest.raises(EditError, match="“switch” has no strength"):
        options.set(document, ["switch=on"])
    (edit,) = Options((switch,), Choice(0, 0, 1.0), lambda _: drawn_map()).set(document, ["switch=on"]).edits
    assert edit == Switch(present=True)


def test_edit_renders_a_project_with_its_edits_and_those_given(
    photo: Path, tmp_path: Path, pack_options: list[str]
):
    own = SetRegionStyle(region="hair", source=Seed(5))
    document = Document(load_photo(photo), edits=(own,))
    stamp = PackStamp("other", "1", "0" * 64)
    write_project(Project(document, path=photo, packs=(stamp,)), tmp_path / "work.ora")
    plain, project, more = (tmp_path / name for name in ("plain.png", "project.png", "more.png"))
    assert run(pack_options, "edit", photo, "-o", plain, "--region", "hair=seed:5").exit_code == 0
    result = run(pack_options, "edit", tmp_path / "work.ora", "-o", project)
    assert result.exit_code == 0, result.output
    assert "results may differ" in result.stderr
    assert np.array_equal(load_photo(project).pixels, load_photo(plain).pixels)
    assert run(pack_options, "edit", tmp_path / "work.ora", "-o", more, "--set", "hat=on").exit_code == 0
    fails(run(pack_options, "edit", tmp_path / "work.ora", "-o", photo), 6, "is the photo itself")
    (tmp_path / "torn.ora").write_bytes((tmp_path / "work.ora").read_bytes()[:900])
    fails(run(pack_options, "edit", tmp_path / "torn.ora"), 3, "damaged")


def test_a_direction_moves_the_face(pack_options: list[str], photo: Path, tmp_path: Path):
    out = tmp_path / "out.png"
    assert run(pack_options, "edit", photo, "-o", out, "--direction", "age=-0.5", "--sidecar").exit_code == 0
    assert (load_photo(out).pixels != load_photo(photo).pixels).any()
    edits, _ = edits_in(tmp_path / "out.png.recipe.json")
    assert edits == (Direction(name="age", amount=-0.5),)


def test_a_seed_is_no_larger_than_a_recipe_may_hold(photo: Path, pack_options: list[str]):
    largest = chosen().look(Document(draw_photo()), [f"hair=seed:{2**63 - 1}"]).edits
    assert edits_from_json(edits_to_json(largest), edit_types()) == largest
    for value in (2**63, "9" * 5000):
        fails(
            run(pack_options, "edit", photo, "--region", f"hair=seed:{value}"), 2, "A seed is a whole number"
        )
    said = run(pack_options, "edit", photo, "--set", "hat=on", "--seed", 2**63)
    assert said.exit_code == 2


@dataclass(frozen=True, kw_only=True)
class Switch(Edit):
    """Of a method whose edits are there or not."""

    present: bool


@dataclass(frozen=True, kw_only=True)
class Dial(Edit):
    """Of a method whose edits hold more than words."""

    steps: int
    amount: float


def test_a_controls_own_name_comes_before_what_its_edits_are_called():
    dial = Slider(name="hat", title="Dial", group="Dials", edit_type=Dial, fixed={"steps": 3})
    direction = Slider(name="other", title="Hat", group="Hats", edit_type=Direction, fixed={"name": "hat"})
    options = Options((direction, dial), Choice(0, 0, 1.0), lambda _: drawn_map())
    (edit,) = options.slide(Document(draw_photo()), ["hat=0.5"]).edits
    assert edit == Dial(steps=3, amount=0.5)
    with pytest.raises(EditError, match="Known are: other, hat\\."):
        options.slide(Document(draw_photo()), ["coat=0.5"])
