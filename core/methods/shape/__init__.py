"""Shape: expression and proportions, by moving the photo's own pixels along the face mesh. Needs no pack."""

from core.methods.method import Declaration
from core.methods.shape.controls import controls
from core.methods.shape.edits import Reshape

DECLARATION = Declaration(
    name="shape",
    title="Shape",
    edits=(Reshape,),
    opens="core.methods.shape.method:Shape",
    controls=controls,
)
