"""Recipes as files: read with their references, and written beside a result."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from core.document.document import Document, reference_keys
from core.document.recipe import EditTypes, Recipe, edits_to_json, recipe_from_json
from core.errors import EditError
from core.photo import Photo, load_photo, save_photo, write_file


def read_recipe(path: Path, types: EditTypes) -> Recipe:
    """The recipe in a file, whose edits are of these types. Raises `EditError` when it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EditError(f"The recipe {path} cannot be read.") from error
    return recipe_from_json(text, types)


def load_references(recipe: Recipe, folder: Path) -> dict[str, Photo]:
    """The reference photos of a recipe; their files are named relative to its folder."""
    return {key: load_photo(folder / file) for key, file in recipe.references.items()}


def recipe_beside(result: Path) -> Path:
    """Where the edits of a result lie: portrait.jpg.recipe.json for portrait.jpg."""
    return result.with_name(f"{result.name}.recipe.json")


def write_recipe(document: Document, path: Path) -> None:
    """Write the document's edits, with the files of the references that they use.

    A reference without a file of its own (a pasted one) is written beside the recipe. Raises `PhotoError`.
    """
    used = {key for edit in document.edits for key in reference_keys(edit)}
    photos = {key: photo for key, photo in document.references.items() if key in used}
    text = edits_to_json(document.edits, _reference_files(photos, path))
    write_file(text.encode(), path)


def _reference_files(photos: Mapping[str, Photo], recipe: Path) -> dict[str, str]:
    files: dict[str, str] = {}
    for number, (key, photo) in enumerate(photos.items(), start=1):
        source = photo.source
        if source is None:
            source = recipe.with_name(f"{recipe.stem}.reference-{number}.png")
            save_photo(photo, source, edited=False)
        files[key] = _relative(source, recipe.parent)
    return files


def _relative(path: Path, folder: Path) -> str:
    """The path as seen from the folder, so that both can be moved together."""
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return path.resolve().as_posix()
