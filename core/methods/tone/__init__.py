"""Tone: hair in another colour by the photo's own strands. No paper's; the curves are those of real hair."""

from core.methods.method import Declaration
from core.methods.tone.controls import controls
from core.methods.tone.edits import HairColour

DECLARATION = Declaration(
    name="tone",
    title="Tone",
    edits=(HairColour,),
    opens="core.methods.tone.method:Tone",
    controls=controls,
)
