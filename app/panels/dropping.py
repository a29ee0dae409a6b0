"""What a look dragged off the shelf does where it is let go."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from app.panels.matrix import HEADS
from app.session.session import Session
from app.session.values import takes_source
from app.widgets.incoming import Look
from app.words.translate import inside, tr
from core.labels import GROUPS, Label
from core.methods.control import Toggle


def drop_look(session: Session, look: Look, under: Label | None, parent: QWidget) -> QMenu | None:
    """Give what was dragged. A whole reference gives a menu to choose from; `under` is the label there."""
    item = session.references.get(look.key)
    if item is None or item.face is None or session.face is None:
        return None
    if look.kind != "reference":
        session.editor.give(look.kind, look.name, look.key)
        return None
    menu = QMenu(parent)
    region = next((name for name, labels in GROUPS.items() if under in labels), None)
    if region is not None and session.editor.look(region) is not None:
        menu.addAction(
            tr("Look of {what}", what=inside(region)), lambda: session.editor.give("region", region, look.key)
        )
        menu.addSeparator()
    for row in HEADS:
        menu.addAction(tr(row.title), lambda row=row: session.editor.give("head", row.name, look.key))
    attributes = menu.addMenu(tr("Attribute"))
    editor = session.editor
    for toggle in (each for each in editor.controls if isinstance(each, Toggle) and takes_source(each)):
        state, title = editor.state_given(look.key, toggle.name), tr(toggle.title)
        if state:
            title = tr("{what}: {state}", what=title, state=state)
        attributes.addAction(title, lambda name=toggle.name: session.editor.give("attribute", name, look.key))
    looks = menu.addMenu(tr("Look of a region"))
    for name in (each for each in GROUPS if editor.look(each) is not None):
        looks.addAction(
            tr(name.capitalize()), lambda name=name: session.editor.give("region", name, look.key)
        )
    return menu
