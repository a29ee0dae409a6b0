"""A whole method in three short files: a slider that darkens hair (docs/adding-a-method.md)."""

from core.methods.control import Control, Slider
from core.methods.method import Declaration
from core.packs import PackDescriptor
from tests.small_method.edits import Darken


def controls(descriptor: PackDescriptor | None) -> tuple[Control, ...]:
    return (
        Slider(
            name="darken-hair", title="Darker hair", group="Hair", edit_type=Darken, low=0.0, more="Darker"
        ),
    )


DECLARATION = Declaration(
    name="darken",
    title="Darker hair",
    edits=(Darken,),
    opens="tests.small_method.method:Darkener",
    controls=controls,
    roles=frozenset({"shade"}),
)
