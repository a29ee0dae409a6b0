"""From files to an installed pack that runs: names, licences, refusals, borrowing, edits."""

from __future__ import annotations

import dataclasses
import errno
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from core.document.document import Document
from core.document.edits import Edit, Seed
from core.errors import PackError
from core.labels import Label
from core.methods.paint.edits import Stroke
from core.methods.smile.edits import SetAttribute, SetRegionStyle
from core.methods.smile.importing import Imported, make_pack, recognise_files
from core.methods.smile.networks import Networks
from core.models_cli import app
from core.packs import Pack, open_pack, write_pack
from core.packs import pack as pack_module
from core.packs.installed import find_installed, installed_packs, remove_pack, verify_pack
from core.render.device import DeviceChoice
from core.render.engine import Engine
from tests.core.conftest import draw_photo
from tests.core.methods.smile.official_layouts import (
    SMALL_BISENET,
    SMALL_SEM,
    SMALL_SYN,
    Shapes,
    attributes,
    bisenet,
    random_state,
    sem_discriminator,
    sem_generator,
    syn,
)

LICENCE = "For research only, says the author"
GLASSES = Stroke(label=Label.EYE_G, points=((80.0, 121.0), (176.0, 121.0)), radius=12)
EDITS: Mapping[str, Edit] = {
    "attribute": SetAttribute(attribute="identity", present=True, source=Seed(1)),
    "glasses by attribute": SetAttribute(attribute="eyeglasses", present=True, source=Seed(1)),
    "glasses by brush": GLASSES,
    "style": SetRegionStyle(region="hair", source=Seed(4)),
    "stroke": Stroke(label=Label.HAIR, points=((60.0, 60.0), (190.0, 60.0)), radius=9),
}


@pytest.fixture
def library(tmp_path: Path, tiny_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own packs, empty; what ships is the tiny pack under the shipped name."""
    shipped = tmp_path / "shipped" / pack_module.DEFAULT_PACK
    shipped.mkdir(parents=True)
    for path in tiny_pack.folder.iterdir():
        (shipped / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(pack_module, "BUNDLED_PACKS", shipped.parent)
    monkeypatch.setattr("core.packs.placing.BUNDLED_PACKS", shipped.parent)
    monkeypatch.setattr("core.packs.installed.BUNDLED_PACKS", shipped.parent)
    monkeypatch.setattr(pack_module.platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "user"))
    return tmp_path / "user" / "packs"


class Files:
    """Writes released layouts with random weights as files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, name: str, shapes: Shapes, wrapper: str = "", seed: int = 0) -> Path:
        state = random_state(shapes, seed)
        torch.save({wrapper: state} if wrapper else state, self.folder / name)
        return self.folder / name

    def sem(self) -> list[Path]:
        return [self(f"smileSEM_{letter}_ema.pth", shapes) for letter, shapes in SMALL_SEM.items()]

    def syn(self) -> Path:
        return self("smileSYN_256.pth", SMALL_SYN, wrapper="g_ema")


@pytest.fixture
def files(tmp_path: Path) -> Files:
    folder = tmp_path / "downloads"
    folder.mkdir()
    return Files(folder)


def imported(paths: list[Path], name: str = "") -> Imported:
    return make_pack(recognise_files(paths), LICENCE, name)


def test_a_whole_smile_becomes_one_pack(library: Path, files: Files):
    made = imported([*files.sem(), files.syn()])
    assert made.pack.folder == library / "smile"
    assert made.pack.roles == {
        "sem_generator", "sem_mapping", "sem_style", "syn_generator", "syn_mapping", "syn_style",
    }  # fmt: skip
    assert made.pack.descriptor.licence == LICENCE
    assert set(made.pack.descriptor.sources) == {
        "smileSEM_G_ema.pth", "smileSEM_F_ema.pth", "smileSEM_S_ema.pth", "smileSYN_256.pth",
    }  # fmt: skip
    card = (made.pack.folder / "MODEL_CARD.md").read_text("utf-8")
    assert LICENCE in card
    assert all(sha256 in card for sha256 in made.pack.descriptor.sources.values())
    assert not list(library.glob(".import-*"))
    assert open_pack("smile").folder == made.pack.folder


def test_weights_are_kept_to_the_last_bit(library: Path, files: Files):
    made = imported([files.syn()])
    state = random_state(SMALL_SYN)
    kept = made.pack.build("syn_generator").state_dict()["conv.weight"]
    assert torch.equal(kept, state["conv1.conv.weight"])


@pytest.mark.parametrize("name", EDITS)
def test_edits_run_on_imported_weights(library: Path, files: Files, drawn_faces: None, name: str):
    """Random weights draw rubbish; but every stage takes them, and nothing outside the edit changes."""
    made = imported([*files.sem(), files.syn()])
    engine = Engine(made.pack, DeviceChoice("cpu"))
    photo = draw_photo()
    document = Document(photo, edits=(EDITS[name],))
    preview = engine.preview(document)
    result = engine.render(document)
    touched = (result.pixels != photo.pixels).any(axis=2)
    assert np.isfinite(preview.touched).all()
    assert touched.any() == bool(preview.touched.any())
    if name != "attribute" and name != "glasses by attribute":
        assert touched.any()


def test_without_an_accessory_layer_pixels_are_replaced(library: Path, files: Files, drawn_faces: None):
    made = imported([files.syn()])
    networks = Networks(made.pack, DeviceChoice("cpu"))
    assert not networks.has_layer
    engine = Engine(made.pack, DeviceChoice("cpu"))
    preview = engine.preview(Document(draw_photo(), edits=(GLASSES,)))
    put_on = preview.label_map == Label.EYE_G
    assert put_on.any()
    assert (preview.touched[put_on] > 0).all()
    assert (preview.crop[put_on] != preview.original[put_on]).any(axis=1).mean() > 0.9


@pytest.mark.parametrize("given", ["sem", "syn", "bisenet"])
def test_what_is_lacking_is_borrowed(library: Path, files: Files, drawn_faces: None, given: str):
    paths = {"sem": files.sem, "syn": lambda: [files.syn()],
             "bisenet": lambda: [files("79999_iter.pth", SMALL_BISENET)]}[given]()  # fmt: skip
    pack = imported(paths).pack
    shipped = open_pack(pack_module.DEFAULT_PACK)
    for role in shipped.roles:
        assert (pack.lender(role) is pack) == (role in pack.roles)
        assert pack.build(role) is not None
    assert (pack.tensors("typical_styles") is None) == (given == "syn")
    engine = Engine(pack, DeviceChoice("cpu"))
    assert engine.preview(Document(draw_photo(), edits=(EDITS["style"],))).touched.any()


def test_imported_parser_reads_labels_and_borrows_opacity(library: Path, files: Files):
    pack = imported([files("79999_iter.pth", SMALL_BISENET)]).pack
    networks = Networks(pack, DeviceChoice("cpu"))
    crop = np.random.default_rng(0).integers(0, 256, (256, 256, 3), np.uint8)
    label_map, opacity, _ = networks.parse(crop)
    assert label_map.shape == opacity.shape == (256, 256)
    assert label_map.max() < 19
    shipped = Networks(open_pack(pack_module.DEFAULT_PACK), DeviceChoice("cpu"))
    assert np.array_equal(opacity, shipped.parse(crop)[1])


def test_a_synthesis_of_512_pixels_fits_crops_of_256(library: Path, files: Files):
    shapes = syn((4,) * 7, (4, 5, 6, 7, 7, 8), hidden=4, entry=4, style=8, layers=1)
    networks = Networks(imported([files("smileSYN_512.pth", shapes, "g_ema")]).pack, DeviceChoice("cpu"))
    label_map = np.zeros((256, 256), np.uint8)
    label_map[100:200, 100:200] = Label.SKIN
    crop = np.full((256, 256, 3), 90, np.uint8)
    styles = networks.syn_styles(crop, label_map)
    assert styles.shape == (19, 8)
    assert networks.syn_render(label_map, styles).shape == (256, 256, 3)


def test_discriminator_and_landmarks_are_left_out_with_the_reason(library: Path, files: Files):
    fan = files(
        "wing.ckpt", {"m0.coordconv.conv.weight": (2, 3, 1, 1), "l0.weight": (2, 2, 1, 1)}, "state_dict"
    )
    made = imported([files.syn(), files("D.pth", sem_discriminator((4, 6))), fan])
    assert len(made.notices) == 2
    assert "heatmaps" in made.notices[1]
    with pytest.raises(PackError, match="drawn from the label map"):
        imported([fan])


def test_classifiers_of_pictures_and_of_maps_go_together(library: Path, files: Files):
    paths = [files("rgb.pth", attributes(), "state_dict"), files("mask.pth", attributes(19), "state_dict")]
    pack = imported(paths).pack
    assert pack.name == "smile-attributes"
    assert pack.roles == {"picture_attributes", "map_attributes"}
    with pytest.raises(PackError, match="a second time"):
        imported([paths[0], paths[0]], name="twice")


@pytest.mark.parametrize("letters", ["G", "GF", "S", "FS"])
def test_parts_of_sem_without_their_partners_are_refused(library: Path, files: Files, letters: str):
    paths = [path for path in files.sem() if path.name.split("_")[1] in letters]
    missing = next(letter for letter in "GFS" if letter not in letters)
    with pytest.raises(PackError, match=f"smileSEM_{missing}_ema.pth"):
        imported(paths)
    assert not library.exists()


@pytest.mark.parametrize(
    ("shapes", "sentence"),
    [
        (syn(SMALL := (4, 4), (4, 5, 6, 7, 8), 4, 4, 8, 1) | {"convs.9.noise.weight": (1,)}, "does not have"),
        ({k: s for k, s in SMALL_SYN.items() if not k.startswith("encoder")}, "without its style encoder"),
        ({k: s for k, s in SMALL_SYN.items() if k != "convs.4.conv.weight"}, "missing"),
        (SMALL_SYN | {"convs.4.conv.weight": (5, 9, 3, 3)}, "is .* and not"),
        (bisenet((4, 6, 8, 10), 4, 8, classes=11), "11 classes"),
        (attributes(heads=5), "5 attributes"),
        (attributes(inputs=4), "4 channels"),
        ({"some.weight": (2, 2)}, "cannot use"),
        ({"generator.conv.weight": (2, 2, 3, 3), "from_rgb.weight": (2, 3, 3, 3)}, "cannot use"),
    ],
)
def test_unknown_sizes_are_said(library: Path, files: Files, shapes: Shapes, sentence: str):
    with pytest.raises(PackError, match=sentence):
        imported([files("x.pth", shapes)])
    assert not library.exists()


def test_sem_of_unknown_sizes_is_said(library: Path, files: Files):
    generator, mapping, style = files.sem()
    others = {
        "code": sem_generator((4, 6, 8, 8), 30),
        "skips": {**SMALL_SEM["G"], "decode.3.conv1x1.weight": (4, 6, 1, 1)},
        "block": {k: s for k, s in SMALL_SEM["G"].items() if not k.startswith("decode.1.")},
    }
    reasons = {"code": "codes of 30 numbers", "skips": "landmark heatmaps", "block": "sizes are unknown"}
    for name, shapes in others.items():
        with pytest.raises(PackError, match=reasons[name]):
            imported([files(f"{name}.pth", shapes), mapping, style])
    with pytest.raises(PackError, match="both hold SMILE's SEM mapping"):
        imported([generator, mapping, files("again.pth", SMALL_SEM["F"]), style])


def test_names_are_checked_and_packs_replaced_only_when_asked(library: Path, files: Files):
    found = recognise_files([files.syn()])
    for name, sentence in (("../x", "cannot name"), (pack_module.DEFAULT_PACK, "ships with")):
        with pytest.raises(PackError, match=sentence):
            make_pack(found, LICENCE, name)
    make_pack(found, LICENCE)
    with pytest.raises(PackError, match="already a pack"):
        make_pack(found, LICENCE)
    replaced = make_pack(found, "CC0", replace=True)
    assert replaced.pack.descriptor.licence == "CC0"
    with pytest.raises(PackError, match="licence"):
        make_pack(found, "  ", "other")


def test_a_full_disk_leaves_what_was_there(library: Path, files: Files, monkeypatch: pytest.MonkeyPatch):
    found = recognise_files([files.syn()])
    make_pack(found, LICENCE)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for broken in ("core.methods.smile.importing.write_pack", "core.packs.placing.Path.rename"):
        with monkeypatch.context() as patch:
            patch.setattr(broken, full)
            with pytest.raises(PackError, match="No space left"):
                make_pack(found, "CC0", replace=True)
        assert verify_pack(find_installed("smile")) == ""
        assert open_pack("smile").descriptor.licence == LICENCE
        assert [path.name for path in library.iterdir()] == ["smile"]


def test_packs_are_listed_verified_and_removed(library: Path, files: Files):
    make_pack(recognise_files([files.syn()]), LICENCE)
    assert [each.name for each in installed_packs()] == [pack_module.DEFAULT_PACK, "smile"]
    assert verify_pack(find_installed("smile")) == ""
    weights = library / "smile" / "syn_style.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    assert "checksum" in verify_pack(find_installed("smile"))
    with pytest.raises(PackError, match="ships with"):
        remove_pack(pack_module.DEFAULT_PACK)
    with pytest.raises(PackError, match="no model pack"):
        remove_pack("nobody")
    (library / "smile" / "notes.txt").write_text("the person's own", "utf-8")
    remove_pack("smile")
    assert [path.name for path in (library / "smile").iterdir()] == ["notes.txt"]
    assert [each.name for each in installed_packs()] == [pack_module.DEFAULT_PACK]


def test_damaged_packs_are_listed_with_the_fault_and_can_go(library: Path, files: Files):
    make_pack(recognise_files([files.syn()]), LICENCE)
    (library / "smile" / "syn_style.safetensors").unlink()
    damaged = find_installed("smile")
    assert damaged.pack is None
    assert "incomplete" in verify_pack(damaged)
    remove_pack("smile")
    assert not (library / "smile").exists()


def test_a_pack_whose_lender_is_gone_says_so(library: Path, files: Files):
    pack = make_pack(recognise_files([files.syn()]), LICENCE).pack
    path = pack.folder / "pack.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "falls_back_to": "gone"}), "utf-8")
    with pytest.raises(PackError, match="no model pack “gone”"):
        Pack.open(pack.folder).build("parser")


def test_packs_do_not_borrow_in_a_chain(library: Path, files: Files):
    first = make_pack(recognise_files([files.syn()]), LICENCE, "first").pack
    second = write_pack(
        library / "second", {"syn_style": first.build("syn_style")}, name="second", title="", version="1",
        licence="CC0", card="", falls_back_to="first",
    )  # fmt: skip
    with pytest.raises(PackError, match="which itself does so"):
        second.build("parser")


def test_half_a_family_is_never_mixed(library: Path, files: Files):
    whole = make_pack(recognise_files([files.syn()]), LICENCE).pack
    networks = {role: whole.build(role) for role in ("syn_generator", "syn_mapping")}
    half = write_pack(
        library / "half", networks, name="half", title="", version="1", licence="CC0", card="",
        falls_back_to=pack_module.DEFAULT_PACK,
    )  # fmt: skip
    with pytest.raises(PackError, match="no network for “syn_style”"):
        half.build("syn_style")


def test_command_line_imports_lists_verifies_and_removes(library: Path, files: Files):
    run = CliRunner()
    paths = [str(path) for path in (*files.sem(), files.syn())]
    refused = run.invoke(app, ["import", *paths])
    assert refused.exit_code == 5
    assert "licence" in refused.stderr
    done = run.invoke(app, ["import", *paths, "--licence", LICENCE])
    assert done.exit_code == 0, done.output
    assert "smileSYN_256.pth: SMILE's SYN generator" in done.output
    for words in (["models"], ["models", "list"]):
        assert f"licence: {LICENCE}" in run.invoke(app, words).output
    assert run.invoke(app, ["models", "verify"]).exit_code == 0
    weights = library / "smile" / "sem_style.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"?")
    assert run.invoke(app, ["models", "verify", "smile"]).exit_code == 5
    assert run.invoke(app, ["models", "remove", "smile"], input="n\n").exit_code == 0
    assert (library / "smile").exists()
    assert run.invoke(app, ["models", "remove", "smile", "--yes"]).exit_code == 0
    assert not (library / "smile").exists()
    assert run.invoke(app, ["models", "remove", "smile", "--yes"]).exit_code == 5


def test_the_licence_is_asked_for_where_somebody_is_there(
    library: Path, files: Files, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("core.models_cli._somebody_is_there", lambda: True)
    done = CliRunner().invoke(app, ["import", str(files.syn())], input=f"{LICENCE}\n")
    assert done.exit_code == 0, done.output
    assert open_pack("smile").descriptor.licence == LICENCE


def test_descriptors_without_the_new_fields_are_read(library: Path):
    path = pack_module.BUNDLED_PACKS / pack_module.DEFAULT_PACK / "pack.json"
    fields = json.loads(path.read_text("utf-8"))
    del fields["falls_back_to"], fields["sources"]
    path.write_text(json.dumps(fields), "utf-8")
    descriptor = open_pack(pack_module.DEFAULT_PACK).descriptor
    assert descriptor == dataclasses.replace(descriptor, falls_back_to="", sources={})
