from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from core.document.document import Document, reference_keys
from core.document.edits import Blend, Edit, Own, Reference, Seed, Source
from core.errors import EditError
from core.labels import Label
from core.methods.paint.edits import Stroke
from core.methods.smile.edits import SetAttribute, SetRegionStyle
from core.photo import Photo, photo_from_array


def photo() -> Photo:
    return photo_from_array(np.zeros((4, 4, 3), np.uint8))


GLASSES = SetAttribute(attribute="eyeglasses", present=True)
HAIR = SetRegionStyle(region="hair", source=Reference("her"))


def test_edits_are_added_replaced_and_removed_without_changing_the_original():
    empty = Document(photo())
    one = empty.with_edit(GLASSES)
    two = one.with_edit(HAIR)
    assert (empty.edits, one.edits, two.edits) == ((), (GLASSES,), (GLASSES, HAIR))
    assert two.replace_edit(0, HAIR).edits == (HAIR, HAIR)
    assert two.without_edit(0).edits == (HAIR,)


@pytest.mark.parametrize("index", [-1, 1, 99])
def test_a_wrong_index_is_an_edit_error(index: int):
    document = Document(photo(), edits=(GLASSES,))
    with pytest.raises(EditError, match="no edit number"):
        document.replace_edit(index, HAIR)
    with pytest.raises(EditError, match="no edit number"):
        document.without_edit(index)


def test_equal_by_value_and_hashable():
    shown, other = photo(), photo()
    assert Document(shown).with_edit(GLASSES) == Document(shown, edits=(GLASSES,))
    assert Document(shown) != Document(other)
    assert hash(Document(shown).with_reference("a", other)) == hash(
        Document(shown).with_reference("a", other)
    )


def test_references_cannot_be_changed_in_place():
    given = {"her": photo()}
    document = Document(photo(), references=given)
    given.clear()
    assert set(document.references) == {"her"}
    with pytest.raises(TypeError):
        document.references["him"] = photo()  # type: ignore[index]  # the very thing that must fail


def test_a_reference_in_use_stays():
    document = Document(photo(), edits=(HAIR,)).with_reference("her", photo())
    with pytest.raises(EditError, match="still used"):
        document.without_reference("her")
    assert not document.without_edit(0).without_reference("her").references
    with pytest.raises(EditError, match="nobody"):
        document.reference("nobody")


def test_edits_of_a_face_leave_out_other_faces_and_disabled_ones():
    second = SetAttribute(face=1, attribute="hat", present=True)
    off = SetAttribute(enabled=False, attribute="hat", present=True)
    document = Document(photo(), edits=(GLASSES, second, off))
    assert document.edits_of(0) == (GLASSES,)
    assert document.edits_of(1) == (second,)


def test_reference_keys_look_into_blends():
    blend = Blend(Reference("a"), Blend(Seed(1), Reference("b"), 0.5), 0.5)
    assert reference_keys(SetRegionStyle(region="hair", source=blend)) == {"a", "b"}
    assert reference_keys(SetAttribute(attribute="hat", present=True, source=Own())) == frozenset()
    assert reference_keys(Stroke(label=Label.HAIR, points=((1.0, 1.0),), radius=2.0)) == frozenset()


@dataclass(frozen=True, kw_only=True)
class Mixed(Edit):
    """Of a method whose edits take several sources."""

    sources: tuple[Source, ...]


def test_reference_keys_look_into_lists():
    assert reference_keys(Mixed(sources=(Reference("a"), Seed(1), Reference("b")))) == {"a", "b"}
