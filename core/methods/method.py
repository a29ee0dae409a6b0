"""What a method is: one paper's way to carry out edits, one folder here, one line in the registry.

A method is declared without torch (`Declaration`, in its folder's `__init__.py`), so that window, command
line and files know its edits and controls at once, and is opened (`Method`) when its networks are needed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from core.document.edits import Edit
from core.methods.control import Control

if TYPE_CHECKING:
    from core.face import Face
    from core.methods.codes import RegionCodes
    from core.methods.context import Context
    from core.methods.guests import Guests
    from core.methods.layout import Layout
    from core.packs import Pack, PackDescriptor
    from core.render.change import Change
    from core.render.runtime import Runtime

Phase = Literal["layout", "styles", "picture", "shape"]


def _no_controls(descriptor: PackDescriptor | None) -> tuple[Control, ...]:
    return ()


@dataclass(frozen=True)
class Declaration:
    """A method as it is known before it is opened.

    `edits` are the types that it carries out; `controls` gives what a person can set, from the descriptor of
    the method's pack, or without one. `opens` is where its class stands, "module:Class". `roles` are the
    networks that it asks of its pack; a method that asks for none needs no pack. `crop_sizes` are those that
    its packs may have. `imports` is where the importer of its paper's released files
    stands, "module:NAME".
    """

    name: str
    title: str
    edits: tuple[type[Edit], ...]
    opens: str
    controls: Callable[[PackDescriptor | None], tuple[Control, ...]] = _no_controls
    roles: frozenset[str] = frozenset()
    crop_sizes: tuple[int, ...] = (256, 512, 1024)
    imports: str = ""

    @property
    def needs_pack(self) -> bool:
        return bool(self.roles)

    def method(self) -> type[Method]:
        """The class that carries its edits out. Imports what it needs: torch, mostly."""
        module, name = self.opens.split(":")
        found: type[Method] = getattr(import_module(module), name)
        return found


@dataclass(frozen=True, eq=False)
class Work:
    """One face in the making. Frozen: a method returns another.

    `face` is as analysed. `layout` is its label map under edits; `codes` the styles of its regions where an
    edit brought others than its own, else None. `guests` are other people's pixels that the drawing of the
    layout takes over. `changes` are laid over the photo in order. `notices` are sentences for a person.
    """

    face: Face
    layout: Layout
    codes: RegionCodes | None = None
    guests: Guests = ()
    changes: tuple[Change, ...] = ()
    notices: tuple[str, ...] = ()

    def with_layout(self, layout: Layout) -> Work:
        return replace(self, layout=layout)

    def with_changes(self, *changes: Change) -> Work:
        return replace(self, changes=(*self.changes, *changes))

    def with_notices(self, *notices: str) -> Work:
        return replace(self, notices=tuple(dict.fromkeys((*self.notices, *notices))))


class Method:
    """Carries out the edits of its declaration. Opened once for an engine, used from one thread at a time."""

    def __init__(self, runtime: Runtime, pack: Pack | None) -> None:
        self.runtime = runtime
        self.pack = pack

    def acts_on(self, edit: Edit) -> Phase:
        """What an edit changes: the layout, the styles that the layout is drawn with, the picture, or where
        its pixels are.

        Edits of the layout come first, in order; then the layout is drawn; then come those of the picture.
        Edits of shape come last and together (`move`): all else is made on the face as the photo shows it.
        """
        return "picture"

    def reads(self, edit: Edit, context: Context) -> Hashable:
        """What the edit's result depends on beside the edit, its references and the work before it."""
        return None

    def apply(self, work: Work, edit: Edit, context: Context) -> Work:
        """The work with one edit more. Raises `EditError` when the edit makes no sense here."""
        return work

    def draw(self, work: Work, context: Context) -> Work:
        """The work with what its layout and codes look like as changes; most methods draw no layouts."""
        return work

    def move(self, work: Work, context: Context) -> Work:
        """The work with what its edits of shape together move; most methods move nothing."""
        return work

    def cover(self, work: Work, context: Context) -> Work:
        """The work with what lies over everything that edits did but the shape, as what is worn; most methods
        lay nothing."""
        return work
