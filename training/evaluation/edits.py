"""One attribute of one portrait changed through the engine, as the window and the command line do it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.document.document import Document
from core.document.edits import Reference, Seed, SetAttribute
from core.errors import EditError, FaceError
from core.photo import photo_from_array
from core.render.engine import Engine
from training.evaluation.portraits import Portrait


def edited(
    engine: Engine, portrait: Portrait, name: str, present: bool, source: Seed | Portrait
) -> NDArray[np.uint8] | None:
    """The portrait after the edit, `(256, 256, 3)`; None where the engine refuses it or finds no face."""
    document = Document(photo_from_array(portrait.image), faces=portrait.faces)
    if isinstance(source, Portrait):
        document = document.with_reference(source.id, photo_from_array(source.image))
    style = Reference(source.id) if isinstance(source, Portrait) else source
    document = document.with_edit(SetAttribute(attribute=name, present=present, source=style))
    try:
        return engine.render(document).pixels.astype(np.uint8)
    except (EditError, FaceError):
        return None
