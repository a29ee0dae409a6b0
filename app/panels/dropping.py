"""What a look dragged off the shelf does where it is let go."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from app.panels.matrix import HEADS
from app.session.session import Session
from app.widgets.incoming import Look
from app.words.translate import inside, tr
from core.labels import GROUPS, Label
from core.methods.smile.attributes import ATTRIBUTES


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
    if region is not None:
        menu.addAction(
            tr("Look of {what}", what=inside(region)), lambda: session.editor.give("region", region, look.key)
        )
        menu.addSeparator()
    for row in HEADS:
        menu.addAction(tr(row.title), lambda row=row: session.editor.give("head", row.name, look.key))
    attributes = menu.addMenu(tr("Attribute"))
    for attribute in ATTRIBUTES:
        has = session.editor.reference_has(look.key, attribute.name)
        title = tr(attribute.title) if has else tr("{what} (without)", what=tr(attribute.title))
        attributes.addAction(
            title, lambda name=attribute.name: session.editor.give("attribute", name, look.key)
        )
    looks = menu.addMenu(tr("Look of a region"))
    for name in GROUPS:
        looks.addAction(
            tr(name.capitalize()), lambda name=name: session.editor.give("region", name, look.key)
        )
    return menu
