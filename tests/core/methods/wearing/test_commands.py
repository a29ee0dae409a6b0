"""`models looks`, and looks by their names on the command line."""

from __future__ import annotations

import numpy as np
from typer.testing import CliRunner

from core.document.document import Document
from core.document.edits import Named
from core.methods.registry import known_controls
from core.methods.smile.edits import SetAttribute
from core.methods.wearing.rules import THINGS, look_names
from core.models_cli import models
from core.options import Choice, Given
from tests.core.conftest import draw_photo


def test_looks_are_listed_below_what_takes_them() -> None:
    result = CliRunner().invoke(models, ["looks"])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    for thing in THINGS:
        first = lines.index(f"{thing}:") + 1
        assert tuple(line.strip() for line in lines[first : first + 8]) == look_names(thing)[:8]


def test_a_look_is_put_on_by_its_name() -> None:
    given = Given(["hat=Beanie, grey wool"], [], [], Choice(0, 0, 1.0))
    document = given.added_to(
        Document(draw_photo()), known_controls(), lambda _: np.zeros((256, 256), np.uint8)
    )
    source = Named("Beanie, grey wool")
    assert document.edits == (SetAttribute(attribute="hat", present=True, source=source, strength=1.0),)
