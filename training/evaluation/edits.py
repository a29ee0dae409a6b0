"""One attribute of one portrait changed through the engine, as the window and the command line do it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.document.document import Document
from core.document.edits import Reference, Seed, SetAttribute
from core.errors import EditError, FaceError
from core.photo import photo_from_array
from core.render.engine import Engine
from training.evaluation.portraits import Portrait


@dataclass(frozen=True, eq=False)
class Edited:
    """What came of an edit: the picture `(256, 256, 3)`, and the face's label map `(256, 256)`."""

    image: NDArray[np.uint8]
    label_map: NDArray[np.uint8]


def edited(
    engine: Engine, portrait: Portrait, name: str, present: bool, source: Seed | Portrait
) -> Edited | None:
    """The portrait after the edit; None where the engine refuses it or finds no face."""
    document = Document(photo_from_array(portrait.image), faces=portrait.faces)
    if isinstance(source, Portrait):
        document = document.with_reference(source.id, photo_from_array(source.image))
    style = Reference(source.id) if isinstance(source, Portrait) else source
    document = document.with_edit(SetAttribute(attribute=name, present=present, source=style))
    try:
        # the layout comes from what rendering left in the engine's cache
        image = engine.render(document).pixels.astype(np.uint8)
        return Edited(image, engine.preview(document).label_map)
    except (EditError, FaceError):
        return None
