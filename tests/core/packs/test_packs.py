from __future__ import annotations

import hashlib
import json
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.errors import PackError
from core.labels import NUM_LABELS
from core.methods.registry import require_editing
from core.models.parser import Parser, ParserConfig
from core.models.remover import Remover, RemoverConfig
from core.packs import DirectionEntry, Pack, add_directions, add_network, find_packs, write_pack
from core.packs import pack as pack_module

CONFIG = ParserConfig(widths=(4, 8, 8), blocks=(0, 1, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    place = tmp_path / "tiny"
    typical = {"styles": torch.ones(2, 19, 4), "valid": torch.ones(2, 19, dtype=torch.bool)}
    write_pack(
        place,
        {"parser": Parser(CONFIG)},
        name="tiny",
        title="Tiny",
        version="1",
        licence="CC0",
        card="# Tiny\n",
        tensors={"typical_styles": typical},
    )
    return place


def change(folder: Path, **fields: Any) -> None:
    path = folder / "pack.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **fields}), "utf-8")


def replace_weights(folder: Path, data: bytes, fix_hash: bool) -> None:
    (folder / "parser.safetensors").write_bytes(data)
    if fix_hash:
        content = json.loads((folder / "pack.json").read_text("utf-8"))
        content["networks"]["parser"]["sha256"] = hashlib.sha256(data).hexdigest()
        change(folder, networks=content["networks"])


def test_what_is_written_is_built_again(folder: Path):
    pack = Pack.open(folder)
    network = pack.build("parser")
    torch.manual_seed(0)
    original = Parser(CONFIG).state_dict()
    for key, value in network.state_dict().items():
        wanted = original[key].half().float() if value.is_floating_point() else original[key]
        assert torch.equal(value, wanted)
    assert not network.training
    assert not any(p.requires_grad for p in network.parameters())
    assert pack.roles == {"parser"}
    typical = pack.tensors("typical_styles")
    assert typical is not None
    assert typical["valid"].dtype == torch.bool
    assert pack.tensors("nothing") is None
    pack.verify()


def test_values_beyond_half_precision_are_kept(tmp_path: Path):
    network = Parser(CONFIG)
    with torch.no_grad():
        next(network.parameters()).fill_(1e6)
    pack = write_pack(
        tmp_path / "p", {"parser": network}, name="n", title="t", version="1", licence="CC0", card=""
    )
    assert next(pack.build("parser").parameters()).max() == 1e6


def test_missing_folder_descriptor_and_file(folder: Path, tmp_path: Path):
    with pytest.raises(PackError, match="no model pack at"):
        Pack.open(tmp_path / "nowhere")
    with pytest.raises(PackError, match="not a model pack"):
        Pack.open(tmp_path)
    (folder / "parser.safetensors").unlink()
    with pytest.raises(PackError, match=r"incomplete: parser.safetensors is missing"):
        Pack.open(folder)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "null", '{"descriptor_version": "1"}', '{"descriptor_version": 1}']
)
def test_a_broken_descriptor(folder: Path, text: str):
    (folder / "pack.json").write_text(text, "utf-8")
    with pytest.raises(PackError, match=r"pack\.json"):
        Pack.open(folder)


def test_a_descriptor_from_the_future(folder: Path):
    change(folder, descriptor_version=2)
    with pytest.raises(PackError, match="newer Semblance"):
        Pack.open(folder)


@pytest.mark.parametrize("name", ["../../secret", "/etc/passwd", "..", "", "a\\b", "c:x"])
def test_a_file_name_that_leaves_the_folder(folder: Path, name: str):
    networks = json.loads((folder / "pack.json").read_text("utf-8"))["networks"]
    networks["parser"]["file"] = name
    change(folder, networks=networks)
    with pytest.raises(PackError, match=r"parser\.file” must be the name of a file in the pack"):
        Pack.open(folder)


def test_a_truncated_file(folder: Path):
    data = (folder / "parser.safetensors").read_bytes()
    replace_weights(folder, data[: len(data) // 2], fix_hash=False)
    with pytest.raises(PackError, match="damaged"):
        Pack.open(folder).build("parser")
    replace_weights(folder, data[: len(data) // 2], fix_hash=True)
    with pytest.raises(PackError, match="not a safetensors file"):
        Pack.open(folder).build("parser")


class _Trap:
    def __reduce__(self) -> tuple[Any, ...]:
        return pytest.fail, ("a pickle was loaded",)


def test_a_pickle_renamed_to_safetensors_is_never_loaded(folder: Path):
    replace_weights(folder, pickle.dumps({"weight": _Trap()}), fix_hash=True)
    with pytest.raises(PackError, match="not a safetensors file"):
        Pack.open(folder).build("parser")


def test_weights_of_another_shape(folder: Path):
    networks = json.loads((folder / "pack.json").read_text("utf-8"))["networks"]
    networks["parser"]["config"]["widths"] = [4, 8, 16]
    change(folder, networks=networks)
    with pytest.raises(PackError, match="does not fit"):
        Pack.open(folder).build("parser")


def test_unknown_architecture_config_and_role(folder: Path):
    pack = Pack.open(folder)
    with pytest.raises(PackError, match="no network for “dream”"):
        pack.build("dream")
    networks = json.loads((folder / "pack.json").read_text("utf-8"))["networks"]
    networks["parser"]["config"]["sparkle"] = 1
    change(folder, networks=networks)
    with pytest.raises(PackError, match="does not know"):
        Pack.open(folder).build("parser")
    networks["parser"]["architecture"] = "Oracle"
    change(folder, networks=networks)
    with pytest.raises(PackError, match="“Oracle”"):
        Pack.open(folder).build("parser")


def test_find_packs_leaves_broken_ones_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    broken = folder.parent / "broken"
    broken.mkdir()
    (broken / "pack.json").write_text("{")
    monkeypatch.setattr(pack_module, "BUNDLED_PACKS", folder.parent)
    monkeypatch.setattr(pack_module.platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "none"))
    assert [pack.name for pack in find_packs()] == ["tiny"]
    assert "broken" in caplog.text


def test_a_network_that_packs_do_not_know(tmp_path: Path):
    with pytest.raises(PackError, match="cannot be stored"):
        write_pack(
            tmp_path, {"x": torch.nn.Linear(1, 1)}, name="n", title="t", version="1", licence="", card=""
        )


def test_typical_styles_are_numbers(folder: Path):
    typical = Pack.open(folder).tensors("typical_styles")
    assert typical is not None
    assert np.isfinite(typical["styles"].float().numpy()).all()


def test_directions_are_stored_in_place_of_those_that_are_there(folder: Path):
    before = Pack.open(folder)
    tensors = {"centre": torch.zeros(NUM_LABELS, 8), "step.mood": torch.full((NUM_LABELS, 8), 0.1)}
    entry = DirectionEntry("Sad", "Glad", "It is a guess.")
    after = add_directions(before, tensors, {"mood": entry})
    assert Pack.open(folder).directions == {"mood": entry}
    assert after.digest != before.digest
    stored = after.tensors("directions")
    assert stored is not None
    assert torch.equal(stored["step.mood"], tensors["step.mood"])  # not narrowed
    after.verify()
    again = add_directions(after, tensors, {"temper": entry})
    assert list(again.directions) == ["temper"]


def test_a_network_is_stored_beside_those_that_are_there(folder: Path):
    before = Pack.open(folder)
    network = Remover(RemoverConfig(widths=(8, 8)))
    after = add_network(before, "eyeglasses_remover", network, "9.1")
    assert after.roles == before.roles | {"eyeglasses_remover"}
    assert after.descriptor.version == "9.1"
    assert after.digest != before.digest
    after.verify()
    again = after.build("eyeglasses_remover").state_dict()
    assert all(torch.allclose(again[name], value, atol=1e-3) for name, value in network.state_dict().items())


@pytest.mark.parametrize(
    ("kept", "words"),
    [(("parser",), "no network for “sem_generator”"), ((), "holds nothing that edits")],
)
def test_what_cannot_edit_says_why(folder: Path, kept: tuple[str, ...], words: str):
    whole = Pack.open(folder)
    networks = {role: entry for role, entry in whole.descriptor.networks.items() if role in kept}
    with pytest.raises(PackError, match=words):
        require_editing(Pack(folder, replace(whole.descriptor, networks=networks)))
