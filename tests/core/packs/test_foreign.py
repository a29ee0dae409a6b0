"""What is read of other people's weight files, and what is refused in a sentence."""

from __future__ import annotations

import argparse
import os
import pickle
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from core.errors import PackError
from core.packs.foreign import read_weights

TABLE = {"a.weight": torch.ones(2, 3), "a.bias": torch.zeros(2)}


class Evil:
    """Runs code when it is unpickled without care."""

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return os.mkdir, ("evil-was-here",)


def saved(path: Path, content: object, zipped: bool = True) -> Path:
    torch.save(content, path, _use_new_zipfile_serialization=zipped)
    return path


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize(
    "content",
    [
        TABLE,
        OrderedDict(TABLE),
        {"state_dict": TABLE, "epoch": 3},
        {"state_dict": {f"module.{key}": value for key, value in TABLE.items()}},
        {"g": {}, "g_ema": TABLE, "args": argparse.Namespace(size=256, path="x")},
    ],
)
def test_the_table_of_tensors_is_found(tmp_path: Path, content: object, zipped: bool):
    file = read_weights(saved(tmp_path / "x.pth", content, zipped))
    assert file.tensors.keys() == TABLE.keys()
    assert all(torch.equal(file.tensors[key], TABLE[key]) for key in TABLE)


def test_safetensors_are_read_too(tmp_path: Path):
    save_file(TABLE, tmp_path / "x.safetensors")
    assert read_weights(tmp_path / "x.safetensors").tensors.keys() == TABLE.keys()


@pytest.mark.parametrize("zipped", [True, False])
def test_code_is_refused_and_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zipped: bool):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PackError, match="more than tensors"):
        read_weights(saved(tmp_path / "x.pth", {**TABLE, "extra": Evil()}, zipped))
    (tmp_path / "bare.pth").write_bytes(pickle.dumps(Evil()))
    with pytest.raises(PackError):
        read_weights(tmp_path / "bare.pth")
    assert not (tmp_path / "evil-was-here").exists()


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.98])
def test_truncated_files_are_said_to_be_so(tmp_path: Path, zipped: bool, share: float):
    whole = saved(tmp_path / "x.pth", {"w": torch.randn(200, 200)}, zipped).read_bytes()
    (tmp_path / "cut.pth").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(PackError, match=r"cut\.pth is damaged"):
        read_weights(tmp_path / "cut.pth")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("x.pth", b"\xff\xd8\xff\xe0 a picture", "damaged"),
        ("x.pth", b"<!DOCTYPE html><title>Google Drive</title>", "web page"),
        ("x.pth", b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        ("x.safetensors", b"\x10\x00\x00\x00\x00\x00\x00\x00nothing", "not a safetensors file"),
    ],
)
def test_other_files_are_named(tmp_path: Path, name: str, data: bytes, sentence: str):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PackError, match=sentence):
        read_weights(tmp_path / name)


def test_missing_file_and_folder(tmp_path: Path):
    for path in (tmp_path / "none.pth", tmp_path):
        with pytest.raises(PackError, match="There is no file"):
            read_weights(path)


@pytest.mark.parametrize("content", [{}, [1, 2], torch.ones(2), {"a": 1}, {"state_dict": {"a": "text"}}])
def test_tables_of_something_else_are_refused(tmp_path: Path, content: object):
    with pytest.raises(PackError, match="no plain table"):
        read_weights(saved(tmp_path / "x.pth", content))


def test_values_that_are_not_numbers_are_damage(tmp_path: Path):
    with pytest.raises(PackError, match="not numbers"):
        read_weights(saved(tmp_path / "x.pth", {"a": torch.tensor([1.0, float("nan")])}))


def test_sparse_tensors_are_refused(tmp_path: Path):
    with pytest.raises(PackError, match=r"compressed form|more than tensors|damaged"):
        read_weights(saved(tmp_path / "x.pth", {"a": torch.eye(3).to_sparse()}))
