"""Every look that has a name can be named in every language."""

from app.words.looks import LOOKS
from core.methods.wearing.rules import THINGS, look_names


def test_every_look_has_its_words() -> None:
    assert set(LOOKS) == {name for thing in THINGS for name in look_names(thing)}
