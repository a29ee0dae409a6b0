"""What a new method touches outside its own folder: one line of the registry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from core import cli
from core.document.document import Document
from core.document.edits import Edit, UnknownEdit
from core.document.manifest import pack_notices, stamp_of
from core.document.project import Project, read_project, write_project
from core.document.recipe import edits_from_json, edits_to_json
from core.errors import EditError, PackError
from core.job import Job
from core.labels import Label
from core.methods import registry
from core.methods.context import Context
from core.methods.control import Slider
from core.methods.method import Work
from core.methods.registry import edit_types
from core.models.parser import Parser, ParserConfig
from core.packs import Pack, write_pack
from core.photo import load_photo, save_photo
from core.render.device import DeviceChoice
from core.render.engine import Engine
from tests.core.conftest import draw_photo
from tests.small_method.edits import Darken
from tests.small_method.method import Darkener


@pytest.fixture
def method(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one line."""
    monkeypatch.setattr(registry, "METHODS", (*registry.METHODS, "tests.small_method"))


@pytest.fixture
def shade_pack(tmp_path: Path) -> Pack:
    torch.manual_seed(0)
    return write_pack(
        tmp_path / "shade",
        {"shade": Parser(ParserConfig(widths=(4, 8, 8), blocks=(0, 1, 1)))},
        name="shade",
        title="Shade",
        version="1",
        licence="CC0",
        card="# Shade\n",
        method="darken",
    )


@pytest.fixture
def engine(tiny_pack: Pack, shade_pack: Pack, drawn_faces: None, method: None) -> Engine:
    return Engine(tiny_pack, DeviceChoice("cpu"), others=(shade_pack,))


def test_its_slider_darkens_hair_and_nothing_else(engine: Engine):
    (control,) = (each for each in engine.controls if each.name == "darken-hair")
    assert isinstance(control, Slider)
    document = Document(draw_photo()).with_edit(control.edit(0, 0.8))
    preview = engine.preview(document)
    hair = preview.label_map == Label.HAIR
    assert (preview.crop[hair] < preview.original[hair]).all()
    assert np.array_equal(preview.crop[~hair], preview.original[~hair])
    result = engine.render(document)
    changed = (result.pixels != document.photo.pixels).any(axis=2)
    assert changed.any()
    assert (result.pixels <= document.photo.pixels).all()
    assert np.array_equal(engine.render(document).pixels, result.pixels)


def test_half_the_amount_is_half_the_change(engine: Engine):
    photo = draw_photo()
    moves = [
        engine.preview(Document(photo, edits=(Darken(amount=a),))).crop.astype(int) for a in (0.0, 0.4, 0.8)
    ]
    hair = engine.analyse(photo)[0].label_map == Label.HAIR
    first, second = (moves[0] - moves[1])[hair], (moves[0] - moves[2])[hair]
    assert np.abs(second - 2 * first).max() <= 1


def test_an_amount_out_of_its_range_is_refused(method: None):
    text = edits_to_json((Darken(amount=0.25),)).replace("0.25", "1.5")
    with pytest.raises(EditError, match="“amount” must be a number from 0 to 1"):
        edits_from_json(text, edit_types())


def test_recipes_and_projects_hold_it(method: None, tmp_path: Path):
    edits = (Darken(amount=0.25), Darken(face=1, enabled=False, amount=1.0))
    assert edits_from_json(edits_to_json(edits), edit_types()) == edits
    write_project(Project(Document(draw_photo(), edits=edits)), tmp_path / "work.ora")
    assert read_project(tmp_path / "work.ora", edit_types()).document.edits == edits


def test_the_command_line_sets_it(
    tmp_path: Path, tiny_pack: Pack, engine: Engine, shade_pack: Pack, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(registry, "find_packs", lambda: [shade_pack])
    save_photo(draw_photo(), tmp_path / "face.png", edited=False)
    command = ["edit", str(tmp_path / "face.png"), "-o", str(tmp_path / "out.png")]
    command += ["--pack", str(tiny_pack.folder), "--set", "darken-hair=0.8"]
    result = CliRunner().invoke(cli.app, command)
    assert result.exit_code == 0, result.output
    before, after = (load_photo(tmp_path / name).pixels.astype(int) for name in ("face.png", "out.png"))
    wanted = engine.render(Document(load_photo(tmp_path / "face.png"), edits=(Darken(amount=0.8),))).pixels
    assert (after < before).any()
    assert np.abs(after - wanted).max() <= 1  # the device's own number format
    refused = CliRunner().invoke(cli.app, [*command[:-1], "darken-hair=2"])
    assert refused.exit_code == 2
    assert "from 0 to 1" in refused.stderr


def test_packs_of_unknown_methods_and_two_of_one_are_refused(
    tiny_pack: Pack, shade_pack: Pack, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(PackError, match="“darken”, which this Semblance does not have"):
        Engine(tiny_pack, others=(shade_pack,))
    monkeypatch.setattr(registry, "METHODS", (*registry.METHODS, "tests.small_method"))
    with pytest.raises(PackError, match="both for Darker hair"):
        Engine(tiny_pack, others=(shade_pack, shade_pack))
    odd = Pack(shade_pack.folder, replace(shade_pack.descriptor, crop_size=100))
    with pytest.raises(PackError, match="100 pixels"):
        Engine(tiny_pack, others=(odd,))
    large = Pack(tiny_pack.folder, replace(tiny_pack.descriptor, crop_size=512))
    with pytest.raises(PackError, match="512 pixels, which SMILE cannot give"):
        Engine(large)  # it draws at 256, whatever a pack says


def test_its_edit_travels_in_recipes_and_stays_where_it_is_not_known(method: None):
    text = edits_to_json((Darken(amount=0.25),))
    assert edits_from_json(text, registry.edit_types()) == (Darken(amount=0.25),)
    known = {name: kind for name, kind in registry.edit_types().items() if name != "Darken"}
    (found,) = edits_from_json(text, known)
    assert isinstance(found, UnknownEdit)
    assert edits_to_json((found,)) == text
    assert "“Darken” is kept, but not shown" in registry.left_out(found, {"paint"})
    (odd,) = edits_from_json(text.replace("Darken", "D\\u001b[31m" + "n" * 1000), known)
    said = registry.left_out(odd, {"paint"})
    assert said.isprintable()
    assert len(said) < 200


def test_without_its_pack_its_edit_is_kept_but_not_shown(engine: Engine, tiny_pack: Pack):
    document = Document(draw_photo(), edits=(Darken(amount=0.8),))
    result = Engine(tiny_pack, DeviceChoice("cpu")).render(document)
    assert np.array_equal(result.pixels, document.photo.pixels)
    notice = "“Darker hair” is kept, but not shown: no model pack for it is installed."
    assert notice in result.notices
    assert notice not in engine.render(document).notices
    assert registry.left_out(document.edits[0], {"smile"}) == notice
    assert registry.left_out(document.edits[0], {"darken"}) == ""


def test_a_project_names_each_pack_that_it_used(
    tmp_path: Path, engine: Engine, tiny_pack: Pack, shade_pack: Pack
):
    plain, dark = Document(draw_photo()), Document(draw_photo(), edits=(Darken(amount=0.8),))
    assert engine.packs_of(plain) == (tiny_pack,)
    stamps = tuple(stamp_of(pack) for pack in engine.packs_of(dark))
    assert [(stamp.name, stamp.method) for stamp in stamps] == [("tiny", "smile"), ("shade", "darken")]
    write_project(Project(dark, packs=stamps), tmp_path / "dark.ora")
    found = read_project(tmp_path / "dark.ora", registry.edit_types())
    assert found.packs == stamps
    assert pack_notices(found.packs, engine.packs) == ()
    others = tuple(replace(stamp, sha256="1" * 64) for stamp in stamps)
    assert len(pack_notices(others, engine.packs)) == 2
    assert len(pack_notices(others, [tiny_pack])) == 1


def test_the_command_line_tells_what_it_does_not_show(
    tmp_path: Path, tiny_pack: Pack, engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(registry, "find_packs", list)
    (tmp_path / "in").mkdir()
    save_photo(draw_photo(), tmp_path / "in" / "face.png", edited=False)
    (tmp_path / "dark.json").write_text(edits_to_json((Darken(amount=0.8),)), "utf-8")
    pack = ["--pack", str(tiny_pack.folder)]
    one = ["edit", str(tmp_path / "in" / "face.png"), "--recipe", str(tmp_path / "dark.json"), "-o"]
    many = ["batch", *(str(tmp_path / name) for name in ("dark.json", "in", "out"))]
    for command in ([*one, str(tmp_path / "one.png"), *pack], [*many, *pack]):
        result = CliRunner().invoke(cli.app, command)
        assert result.exit_code == 0, result.output
        assert "Note: “Darker hair” is kept, but not shown" in result.stderr
    before, after = (load_photo(tmp_path / name).pixels for name in ("in/face.png", "out/face.png"))
    assert np.array_equal(before, after)


def test_a_methods_job_is_its_share_of_the_whole(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    """A method tells how far it is from 0 to 1, and the whole never goes back."""
    apply = Darkener.apply

    def telling(self: Darkener, work: Work, edit: Edit, context: Context) -> Work:
        for fraction in (0.0, 0.5, 1.0):
            context.job.step(fraction, "Darkening")
        return apply(self, work, edit, context)

    monkeypatch.setattr(Darkener, "apply", telling)
    seen: list[float] = []
    document = Document(draw_photo(), edits=(Darken(amount=0.4), Darken(amount=0.8)))
    engine.preview(document, job=Job(lambda fraction, _: seen.append(fraction)))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert sum(0.5 <= fraction <= 0.9 for fraction in seen) >= 6
