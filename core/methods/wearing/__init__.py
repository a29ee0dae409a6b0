"""Wearing: eyeglasses, hats and earrings as 3D models (`core.methods.accessories`), laid over everything
else.

It has no edits of its own: it carries out SMILE's where those ask for a thing to be put on, so that whoever
turns eyeglasses on need not know who draws them.
"""

from core.methods.method import Declaration

DECLARATION = Declaration(
    name="accessories", title="Accessories", edits=(), opens="core.methods.wearing.method:Wearing"
)
