"""The methods, in the order in which they draw. Adding one is a folder and a line here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib import import_module

from core.document.edits import Edit, UnknownEdit
from core.errors import PackError
from core.methods.control import Control
from core.methods.importing import Importer
from core.methods.method import Declaration
from core.packs import Pack, PackDescriptor, find_packs

METHODS: tuple[str, ...] = (
    "core.methods.shape",
    "core.methods.retouch",
    "core.methods.paint",
    "core.methods.smile",
    "core.methods.tone",
    "core.methods.heads",
    "core.methods.secgan",
    "core.methods.semantic_stylegan",
    "core.methods.wearing",
)
"""Packages that each hold a `DECLARATION`."""


def declarations() -> tuple[Declaration, ...]:
    """Every method's declaration; imports no torch."""
    return tuple(_declared(name) for name in METHODS)


@cache
def _declared(package: str) -> Declaration:
    declaration: Declaration = import_module(package).DECLARATION
    return declaration


def edit_types() -> Mapping[str, type[Edit]]:
    """The types of edits by the name that recipes call them."""
    return {kind.__name__: kind for declared in declarations() for kind in declared.edits}


def declaration_of(edit: Edit) -> Declaration | None:
    """The method that carries an edit out; None where it is not installed."""
    return next((each for each in declarations() if type(edit) in each.edits), None)


def declaration_named(name: str) -> Declaration | None:
    """The method of that name, as packs call it."""
    return next((each for each in declarations() if each.name == name), None)


def left_out(edit: Edit, methods: Collection[str]) -> str:
    """Why an edit is kept but not shown, in a sentence, where `methods` are those that are open; else empty.

    For the engine, which leaves it out, and for whoever lists edits.
    """
    if isinstance(edit, UnknownEdit):
        return f"“{_shown(edit.name)}” is kept, but not shown: this Semblance has no method for it."
    declared = declaration_of(edit)
    if declared is not None and declared.name in methods:
        return ""
    title = type(edit).__name__ if declared is None else declared.title
    return f"“{title}” is kept, but not shown: no model pack for it is installed."


def _shown(name: str) -> str:
    """A name out of anybody's file as a screen or a terminal may show it: on one line, not endless."""
    printable = "".join(letter if letter.isprintable() else "?" for letter in name[:40])
    return f"{printable}…" if len(name) > 40 else printable


def open_methods(packs: Iterable[PackDescriptor]) -> frozenset[str]:
    """The methods that are open with these packs, by name."""
    with_packs = {pack.method for pack in packs}
    return frozenset(each.name for each in declarations() if each.name in with_packs or not each.needs_pack)


def controls(packs: Iterable[PackDescriptor]) -> tuple[Control, ...]:
    """What a person can set with these packs, one of a method at most: all methods' controls in order.

    Methods that need a pack and have none here bring no controls.
    """
    by_method = {pack.method: pack for pack in packs}
    found: list[Control] = []
    for declared in declarations():
        pack = by_method.get(declared.name)
        if pack is not None or not declared.needs_pack:
            found += declared.controls(pack)
    return tuple(found)


def importers() -> tuple[Importer, ...]:
    """What makes packs of released files, for all methods. Imports what they need."""
    places = (each.imports.split(":") for each in declarations() if each.imports)
    return tuple(getattr(import_module(module), name) for module, name in places)


def companions(pack: Pack) -> tuple[Pack, ...]:
    """For every other method the first installed pack that it can work with, one that ships before others."""
    taken, found = {pack.descriptor.method}, list[Pack]()
    for each in find_packs():
        method = each.descriptor.method
        if method not in taken and can_edit(each):
            taken.add(method)
            found.append(each)
    return tuple(found)


def require_editing(pack: Pack) -> None:
    """Raises `PackError` unless the pack's method is known, and the pack has or borrows all that it needs."""
    check_packs([pack.descriptor])
    declared = declaration_named(pack.descriptor.method)
    assert declared is not None
    pack.require(declared.roles)


def can_edit(pack: Pack | None) -> bool:
    """Whether a pack has or borrows all that edits need. Weights are not looked at."""
    try:
        if pack is not None:
            require_editing(pack)
    except PackError:
        return False
    return pack is not None


def known_controls() -> tuple[Control, ...]:
    """What every method offers even without a pack: names for help and words."""
    return tuple(control for declared in declarations() for control in declared.controls(None))


def check_packs(packs: Iterable[PackDescriptor]) -> None:
    """Raises `PackError` for a pack of an unknown method or size, and for two of one method."""
    seen: dict[str, str] = {}
    for pack in packs:
        declared = declaration_named(pack.method)
        if declared is None:
            raise PackError(
                f"The model pack {pack.name} is for a method called “{pack.method}”, "
                "which this Semblance does not have."
            )
        if pack.crop_size not in declared.crop_sizes:
            raise PackError(
                f"The model pack {pack.name} asks for crops of {pack.crop_size} pixels, "
                f"which {declared.title} cannot give."
            )
        if pack.method in seen:
            raise PackError(
                f"The model packs {seen[pack.method]} and {pack.name} are both for {declared.title}; "
                "only one of a method can be open."
            )
        seen[pack.method] = pack.name
