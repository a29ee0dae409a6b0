"""Heads: another person's head, face, hair or eyeglasses in place of the photo's own. Needs no pack."""

from core.methods.heads.edits import HeadSwap
from core.methods.method import Declaration

DECLARATION = Declaration(
    name="heads", title="Heads", edits=(HeadSwap,), opens="core.methods.heads.method:Heads"
)
