from __future__ import annotations

import numpy as np
import pytest

from app.session import history as module
from app.session.history import History
from core.document.document import Document
from core.document.edits import Seed
from core.methods.smile.edits import SetAttribute
from core.photo import photo_from_array


def _document() -> Document:
    return Document(photo_from_array(np.zeros((4, 4, 3), np.uint8)))


def _hat(strength: float = 1.0) -> SetAttribute:
    return SetAttribute(attribute="hat", present=True, source=Seed(1), strength=strength)


def test_undo_and_redo_return_the_very_documents() -> None:
    first = _document()
    second = first.with_edit(_hat())
    history = History(first)
    assert history.push(second, "Hat on")
    assert history.undo_text == "Hat on"
    assert history.undo()
    assert history.document is first
    assert history.redo_text == "Hat on"
    assert history.redo()
    assert history.document is second
    assert not history.redo()


def test_a_new_step_forgets_what_was_undone() -> None:
    history = History(_document())
    history.push(history.document.with_edit(_hat()), "Hat")
    history.undo()
    history.push(history.document.with_edit(_hat(0.5)), "Hat")
    assert history.redo_text is None


def test_slider_moves_merge_until_sealed() -> None:
    history = History(_document().with_edit(_hat()))
    for strength in (0.9, 0.8, 0.7):
        history.push(history.document.replace_edit(0, _hat(strength)), "Strength", merge="strength hat")
    history.seal()
    history.push(history.document.replace_edit(0, _hat(0.1)), "Strength", merge="strength hat")
    history.undo()
    assert history.document.edits == (_hat(0.7),)
    history.undo()
    assert history.document.edits == (_hat(1.0),)
    assert not history.undo()


def test_equal_document_is_no_step() -> None:
    history = History(_document())
    assert not history.push(history.document.with_edits(()), "Nothing")
    assert history.undo_text is None


def test_modified_until_exported() -> None:
    history = History(_document())
    assert not history.modified
    history.push(history.document.with_edit(_hat()), "Hat")
    assert history.modified
    history.keep(history.document)
    assert not history.modified
    history.undo()
    assert not history.modified


def test_the_past_forgets_pictures_beyond_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 3 * 48)
    document = _document()
    history = History(document)
    for number in range(8):
        other = photo_from_array(np.full((4, 4, 3), number, np.uint8))
        history.push(document.with_reference("friend", other), f"Step {number}")
    assert len({id(photo) for photo in history.references}) == 4, "the present one and three of the past"
    while history.undo():
        pass
    assert history.document.references, "the beginning is out of reach"
    assert history.redo()


def test_steps_without_pictures_are_kept() -> None:
    history = History(_document())
    for number in range(300):
        history.push(history.document.with_edit(_hat(number / 300)), "Hat")
    undone = 0
    while history.undo():
        undone += 1
    assert undone == 300
