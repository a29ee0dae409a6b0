"""Edits written down: the JSON form of a recipe, and reading it back with every value checked.

Which edits there are is told by whoever reads: `core.methods.registry.edit_types` has all of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, cast

from core.codec import OMIT_DEFAULT, Within, from_json, to_json
from core.document.edits import Edit, UnknownEdit
from core.errors import EditError

RECIPE_VERSION = 1
EditTypes = Mapping[str, type[Edit]]
"""The types of edits by the name that recipes call them."""


@dataclass(frozen=True)
class Recipe:
    """Edits with the files that their references stand for (paths as written, relative to the recipe)."""

    edits: tuple[Edit, ...] = ()
    references: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class _Head:
    version: Annotated[int, Within(1, 10**6)]


@dataclass(frozen=True, kw_only=True)
class _Content:
    format: str = "semblance recipe"
    version: int = RECIPE_VERSION
    edits: tuple[Any, ...]
    references: Annotated[Mapping[str, str], OMIT_DEFAULT] = field(default_factory=dict[str, str])


def edits_to_json(edits: tuple[Edit, ...], references: Mapping[str, str] | None = None) -> str:
    """The recipe's text: version, edits in order, and the file of each reference key."""
    content = recipe_to_dict(edits, references)
    return json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False)


def recipe_to_dict(edits: tuple[Edit, ...], references: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The recipe as a JSON object."""
    written = tuple(_edit_to_dict(edit) for edit in edits)
    return to_json(_Content(edits=written, references=dict(references or {})))


def edits_from_json(text: str, types: EditTypes) -> tuple[Edit, ...]:
    """The edits of a recipe. Raises `EditError` that says what is wrong with it, and where."""
    return recipe_from_json(text, types).edits


def recipe_from_json(text: str, types: EditTypes) -> Recipe:
    """Edits and reference files of a recipe. Raises `EditError` that says what is wrong, and where."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise EditError("The recipe is not readable as JSON.") from error
    return recipe_from_dict(content, types)


def recipe_from_dict(content: object, types: EditTypes) -> Recipe:
    """The recipe in a JSON object; edits of no type that is given are kept as `UnknownEdit`s.

    Raises `EditError` that says what is wrong, and where.
    """
    version = from_json(_Head, content, "the recipe", EditError, lenient=True).version
    if version > RECIPE_VERSION:
        raise EditError(
            f"The recipe was written by a newer Semblance (version {version}; "
            f"this one reads {RECIPE_VERSION})."
        )
    found = from_json(_Content, content, "the recipe", EditError)
    edits = tuple(_edit_from(item, f"edit {number}", types) for number, item in enumerate(found.edits, 1))
    return Recipe(edits, found.references)


def _edit_to_dict(edit: Edit) -> dict[str, Any]:
    if isinstance(edit, UnknownEdit):
        return edit.to_json()
    return {"edit": type(edit).__name__, **to_json(edit)}


@dataclass(frozen=True)
class _Named:
    edit: str


def _edit_from(content: object, where: str, types: EditTypes) -> Edit:
    name = from_json(_Named, content, where, EditError, lenient=True).edit
    fields = {key: value for key, value in cast("dict[str, Any]", content).items() if key != "edit"}
    if name in types:
        return from_json(types[name], fields, where, EditError)
    common = from_json(Edit, fields, where, EditError, lenient=True)
    try:
        text = json.dumps(content, allow_nan=False)
    except (ValueError, RecursionError) as error:
        raise EditError(f"In {where}: it holds what JSON does not have.") from error
    return UnknownEdit(face=common.face, enabled=common.enabled, name=name, content=text)
