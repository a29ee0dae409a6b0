"""Retouching: skin, teeth and eyes, by what the photo itself shows. Needs no pack."""

from core.methods.method import Declaration
from core.methods.retouch.controls import controls
from core.methods.retouch.edits import Retouch

DECLARATION = Declaration(
    name="retouch",
    title="Retouching",
    edits=(Retouch,),
    opens="core.methods.retouch.method:Retoucher",
    controls=controls,
)
