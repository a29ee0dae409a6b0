"""Edits written down: the JSON form of a recipe, and reading it back with every value checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from core.document.edits import Blend, Edit, Own, Reference, Seed, Source
from core.document.fields import Fields, read_number, read_point
from core.errors import EditError
from core.labels import GROUPS, HEAD_PARTS, Label
from core.methods.heads.edits import HeadSwap
from core.methods.paint.edits import FillRegion, Lasso, Painted, SmoothBoundary, Stroke
from core.methods.smile.attributes import attribute
from core.methods.smile.edits import Direction, SetAttribute, SetRegionStyle

RECIPE_VERSION = 1
_MAX_BLENDS = 16  # nesting: a hand-made file must not exhaust the stack
_MAX_SEED = 2**63 - 1


@dataclass(frozen=True)
class Recipe:
    """Edits with the files that their references stand for (paths as written, relative to the recipe)."""

    edits: tuple[Edit, ...] = ()
    references: Mapping[str, str] = field(default_factory=dict[str, str])


def edits_to_json(edits: tuple[Edit, ...], references: Mapping[str, str] | None = None) -> str:
    """The recipe's text: version, edits in order, and the file of each reference key."""
    content = recipe_to_dict(edits, references)
    return json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False)


def recipe_to_dict(edits: tuple[Edit, ...], references: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The recipe as a JSON object."""
    content: dict[str, Any] = {
        "format": "semblance recipe",
        "version": RECIPE_VERSION,
        "edits": [_edit_to_dict(edit) for edit in edits],
    }
    if references:
        content["references"] = dict(references)
    return content


def edits_from_json(text: str) -> tuple[Edit, ...]:
    """The edits of a recipe. Raises `EditError` that says what is wrong with it, and where."""
    return recipe_from_json(text).edits


def recipe_from_json(text: str) -> Recipe:
    """Edits and reference files of a recipe. Raises `EditError` that says what is wrong, and where."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise EditError("The recipe is not readable as JSON.") from error
    return recipe_from_dict(content)


def recipe_from_dict(content: object) -> Recipe:
    """The recipe in a JSON object. Raises `EditError` that says what is wrong, and where."""
    fields = Fields(content, "the recipe")
    version = fields.integer("version", 1, 10**6)
    if version > RECIPE_VERSION:
        raise EditError(
            f"The recipe was written by a newer Semblance (version {version}; "
            f"this one reads {RECIPE_VERSION})."
        )
    fields.text("format", "")
    edits = tuple(_edit_from(item, f"edit {i + 1}") for i, item in enumerate(fields.items("edits")))
    references = Fields(fields.get("references", {}), "the references").all_text()
    fields.finish()
    return Recipe(edits, references)


def _edit_to_dict(edit: Edit) -> dict[str, Any]:
    content: dict[str, Any] = {"edit": type(edit).__name__, "face": edit.face, "enabled": edit.enabled}
    match edit:
        case Stroke():
            content |= {"label": edit.label.name.lower(), **_painted_to_dict(edit)}
            content |= {"radius": edit.radius, "erase": edit.erase}
            if edit.hardness != 1:
                content["hardness"] = edit.hardness
            if edit.pressures:
                content["pressures"] = list(edit.pressures)
        case Lasso():
            content |= {"label": edit.label.name.lower(), **_painted_to_dict(edit), "erase": edit.erase}
        case SmoothBoundary():
            content |= {**_painted_to_dict(edit), "radius": edit.radius}
        case FillRegion():
            content |= {"label": edit.label.name.lower(), "point": list(edit.point)}
        case SetAttribute():
            content |= {"attribute": edit.attribute, "present": edit.present}
            content |= {"source": _source_to_dict(edit.source), "strength": edit.strength}
        case SetRegionStyle():
            content |= {"region": edit.region, "source": _source_to_dict(edit.source)}
            content |= {"strength": edit.strength}
        case Direction():
            content |= {"name": edit.name, "amount": edit.amount}
            if edit.region:
                content["region"] = edit.region
        case HeadSwap():
            content |= {"reference": _source_to_dict(edit.reference), "part": edit.part}
        case _:
            raise EditError(f"An edit of the kind {type(edit).__name__} cannot be written down.")
    return content


def _painted_to_dict(edit: Painted) -> dict[str, Any]:
    """What everything drawn by hand has; `keep` and `mirrored` only where they say something."""
    content: dict[str, Any] = {"points": [list(point) for point in edit.points]}
    if edit.keep:
        content["keep"] = [label.name.lower() for label in sorted(edit.keep)]
    if edit.mirrored:
        content["mirrored"] = True
    return content


def _source_to_dict(source: Source) -> dict[str, Any]:
    match source:
        case Own():
            return {"from": "own"}
        case Seed():
            truncated = {} if source.truncation == 1 else {"truncation": source.truncation}
            return {"from": "seed", "seed": source.seed, **truncated}
        case Reference():
            return {"from": "reference", "key": source.key, "face": source.face}
        case Blend():
            first, second = _source_to_dict(source.first), _source_to_dict(source.second)
            return {"from": "blend", "first": first, "second": second, "amount": source.amount}


def _edit_from(content: object, where: str) -> Edit:
    fields = Fields(content, where)
    kind = fields.text("edit")
    face = fields.integer("face", 0, 10**6, 0)
    enabled = fields.flag("enabled", True)
    match kind:
        case "Stroke":
            edit: Edit = Stroke(
                face=face,
                enabled=enabled,
                label=_label(fields.text("label"), where),
                radius=fields.number("radius", 0.0, 4096.0),
                erase=fields.flag("erase", False),
                hardness=fields.number("hardness", 0.0, 1.0, 1.0),
                **_painted_from(fields, where),
            )
            edit = replace(edit, pressures=_pressures(fields, len(edit.points), where))
        case "Lasso":
            label, erase = _label(fields.text("label"), where), fields.flag("erase", False)
            painted = _painted_from(fields, where)
            edit = Lasso(face=face, enabled=enabled, label=label, erase=erase, **painted)
        case "SmoothBoundary":
            radius, painted = fields.number("radius", 0.0, 4096.0), _painted_from(fields, where)
            edit = SmoothBoundary(face=face, enabled=enabled, radius=radius, **painted)
        case "FillRegion":
            point = read_point(fields.get("point"), where)
            label = _label(fields.text("label"), where)
            edit = FillRegion(face=face, enabled=enabled, label=label, point=point)
        case "SetAttribute":
            edit = SetAttribute(
                face=face,
                enabled=enabled,
                attribute=attribute(fields.text("attribute")).name,
                present=fields.flag("present"),
                source=_source_from(fields.get("source", {"from": "seed", "seed": 0}), where),
                strength=fields.number("strength", 0.0, 1.0, 1.0),
            )
        case "SetRegionStyle":
            edit = SetRegionStyle(
                face=face,
                enabled=enabled,
                region=_region(fields.text("region"), where),
                source=_source_from(fields.get("source"), where),
                strength=fields.number("strength", 0.0, 1.0, 1.0),
            )
        case "Direction":
            name, amount = fields.text("name"), fields.number("amount", -1.0, 1.0)
            region = fields.text("region", "")
            if region:
                region = _region(region, where)
            edit = Direction(face=face, enabled=enabled, name=name, amount=amount, region=region)
        case "HeadSwap":
            reference = _source_from(fields.get("reference"), where)
            if not isinstance(reference, Reference):
                raise EditError(f"In {where}, a head can only come from a reference.")
            part = fields.text("part", "head")
            if part not in HEAD_PARTS:
                raise EditError(f"In {where}: a swap brings {', '.join(HEAD_PARTS)}, and not “{part}”.")
            edit = HeadSwap(face=face, enabled=enabled, reference=reference, part=part)
        case _:
            raise EditError(f"In {where}: this Semblance does not know an edit called “{kind}”.")
    fields.finish()
    return edit


def _painted_from(fields: Fields, where: str) -> dict[str, Any]:
    points = tuple(read_point(item, where) for item in fields.items("points"))
    if not points:
        raise EditError(f"In {where}, the line has no points.")
    keep = frozenset(_label(str(name), where) for name in fields.items("keep", []))
    return {"points": points, "keep": keep, "mirrored": fields.flag("mirrored", False)}


def _pressures(fields: Fields, count: int, where: str) -> tuple[float, ...]:
    found = tuple(read_number(item, where) for item in fields.items("pressures", []))
    if found and (len(found) != count or not all(0 <= pressure <= 1 for pressure in found)):
        raise EditError(f"In {where}, there must be one pressure from 0 to 1 for each point.")
    return found


def _source_from(content: object, where: str, depth: int = 0) -> Source:
    if depth > _MAX_BLENDS:
        raise EditError(f"In {where}, blends are nested too deeply.")
    fields = Fields(content, f"the source of {where}")
    kind = fields.text("from")
    match kind:
        case "own":
            source: Source = Own()
        case "seed":
            source = Seed(fields.integer("seed", 0, _MAX_SEED), fields.number("truncation", 0.0, 1.0, 1.0))
        case "reference":
            source = Reference(fields.text("key"), fields.integer("face", 0, 10**6, 0))
        case "blend":
            first = _source_from(fields.get("first"), where, depth + 1)
            second = _source_from(fields.get("second"), where, depth + 1)
            source = Blend(first, second, fields.number("amount", 0.0, 1.0))
        case _:
            raise EditError(f"In {where}: a style cannot come from “{kind}”.")
    fields.finish()
    return source


def _label(name: str, where: str) -> Label:
    try:
        return Label[name.upper()]
    except KeyError:
        raise EditError(f"In {where}: there is no label called “{name}”.") from None


def _region(name: str, where: str) -> str:
    if name not in GROUPS:
        raise EditError(f"In {where}: there is no region called “{name}”. Known are: {', '.join(GROUPS)}.")
    return name
