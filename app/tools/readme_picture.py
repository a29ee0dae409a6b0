"""`python -m app.tools.readme_picture`: makes the README's picture of edits, from the samples of nobody."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

from app.files.files import sample_portraits
from core.document.document import Document
from core.document.edits import Edit, Named, Seed
from core.methods.shape.edits import Reshape
from core.methods.smile.edits import SetAttribute
from core.methods.tone.edits import HairColour
from core.packs import default_pack
from core.photo import load_photo
from core.render.engine import Engine

PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "edits.jpg"
_SIDE = (214, 213)
_EYEGLASSES = ("Round horn, tortoiseshell", "Rectangle, black", "Aviator, gold, green lenses")
_HATS = ("Beanie, mustard", "Fedora", "Baseball cap, navy")
_COLOURS = ("red", "blond", "black")


def edits(row: int) -> tuple[Edit | None, ...]:
    """What each column of a row shows."""
    return (
        None,
        SetAttribute(attribute="eyeglasses", present=True, source=Named(_EYEGLASSES[row])),
        SetAttribute(attribute="hat", present=True, source=Named(_HATS[row])),
        HairColour(colour=_COLOURS[row], amount=1.0),
        Reshape(part="smile", amount=0.7),
        SetAttribute(attribute="hair", present=False, source=Seed(row)),
    )


def main() -> int:
    """Write the picture: a sample a row."""
    engine = Engine(default_pack())
    sheet = Image.new("RGB", (_SIDE[0] * 6, _SIDE[1] * 3))
    for row, sample in enumerate(sample_portraits()):
        bare = Document(load_photo(sample))
        for column, edit in enumerate(edits(row)):
            document = bare.with_edit(edit) if edit else bare
            shown = Image.fromarray(engine.render(document).pixels).resize(_SIDE, Image.Resampling.LANCZOS)
            sheet.paste(shown, (column * _SIDE[0], row * _SIDE[1]))
    sheet.save(PICTURE, quality=90)
    return 0


if __name__ == "__main__":
    sys.exit(main())
