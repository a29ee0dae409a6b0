from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.program.settings import SCHEMA, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.json"


def test_saved_after_a_rest(path: Path, qtbot: QtBot) -> None:
    settings = Settings(path)
    settings["theme"] = "dark"
    qtbot.waitUntil(path.exists)
    assert Settings(path)["theme"] == "dark"


def test_round_trip(path: Path, qtbot: QtBot) -> None:
    settings = Settings(path)
    with qtbot.waitSignal(settings.changed) as changed:
        settings["theme"] = "dark"
    assert changed.args == ["theme", "dark"]
    settings["brush.radius"] = 12
    assert not path.exists()
    settings.flush()
    again = Settings(path)
    assert again["theme"] == "dark"
    assert again["brush.radius"] == 12.0
    assert again["export.quality"] == 95


def test_unchanged_value_is_silent(path: Path, qtbot: QtBot) -> None:
    settings = Settings(path)
    with qtbot.assertNotEmitted(settings.changed):
        settings["theme"] = "system"
    assert not path.exists()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"settings": 3}', "\x00\xff", '{"settings": {"theme": "pink"}}']
)
def test_damaged_file_gives_defaults(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="latin-1")
    settings = Settings(path)
    assert [settings[row.key] for row in SCHEMA] == [row.default for row in SCHEMA]
    settings["theme"] = "light"
    settings.flush()
    assert Settings(path)["theme"] == "light"


def test_last_good_file_is_used(path: Path) -> None:
    settings = Settings(path)
    settings["theme"] = "dark"
    settings.flush()
    settings["export.quality"] = 80
    settings.flush()
    path.write_text("torn", encoding="utf-8")
    assert Settings(path)["theme"] == "dark"


def test_bad_value_costs_only_itself(path: Path) -> None:
    path.parent.mkdir()
    content = {"version": 1, "settings": {"theme": "dark", "export.quality": 900, "of.a.newer.version": 1}}
    path.write_text(json.dumps(content), encoding="utf-8")
    settings = Settings(path)
    assert (settings["theme"], settings["export.quality"]) == ("dark", 95)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("export.quality", 0),
        ("export.quality", "95"),
        ("engine.device", "abacus"),
        ("keys", []),
        ("keys", {"open": "Ctrl+O"}),
        ("keys", {"open": [3]}),
        ("keys", {1: ["Ctrl+O"]}),
        ("palette.recent", "open"),
    ],
)
def test_setting_a_bad_value_is_refused(path: Path, key: str, value: object) -> None:
    with pytest.raises(ValueError, match=key):
        Settings(path)[key] = value


def test_folder_that_cannot_be_written_is_survived(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings["theme"] = "dark"
    settings.flush()
    assert settings["theme"] == "dark"


def test_shortcuts_are_kept_and_cannot_be_changed_in_place(path: Path) -> None:
    settings = Settings(path)
    given = {"open": ["Ctrl+P"], "export": []}
    settings["keys"] = given
    given["open"].append("F5")
    settings["palette.recent"] = ["open", "undo"]
    settings.flush()
    again = Settings(path)
    assert again["keys"] == settings["keys"] == {"open": ("Ctrl+P",), "export": ()}
    assert again["palette.recent"] == ("open", "undo")
    with pytest.raises(TypeError):
        again["keys"]["open"] = ()


def test_a_damaged_shortcut_costs_only_itself(path: Path) -> None:
    path.parent.mkdir()
    keys = {"open": ["Ctrl+P"], "undo": "Ctrl+U", "redo": [None], "export": []}
    path.write_text(json.dumps({"version": 1, "settings": {"keys": keys}}), encoding="utf-8")
    assert Settings(path)["keys"] == {"open": ("Ctrl+P",), "export": ()}


def test_every_row_of_a_page_can_be_shown() -> None:
    for row in SCHEMA:
        assert len(row.words) in (0, len(row.choices)), row.key
        assert row.accepted(row.default) == row.default
        assert not row.page or row.title
