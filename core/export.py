"""A document to a file: render at full resolution, save, and the edits beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from core.document.document import Document
from core.document.files import recipe_beside, write_recipe
from core.job import Job
from core.photo import Photo, SaveOptions, save_photo

_QUIET = Job()


class Renders(Protocol):
    """What exporting needs of the engine."""

    def render(self, document: Document, job: Job = ...) -> Photo: ...


def export(
    engine: Renders,
    document: Document,
    target: Path,
    options: SaveOptions,
    *,
    overwrite: bool = False,
    sidecar: bool = False,
    job: Job = _QUIET,
) -> Photo:
    """Write what the document looks like, with its edits beside it where asked for; returns the picture.

    Raises what the engine raises, and what `save_photo` does.
    """
    inner = Job(lambda fraction, text: job.progress(0.9 * fraction, text), job.cancelled)
    result = engine.render(document, inner)
    job.step(0.9, f"Writing {target.name}")
    save_photo(result, target, options, overwrite=overwrite)
    if sidecar:
        write_recipe(document, recipe_beside(target))
    job.progress(1.0, f"Saved {target.name}")
    return result
