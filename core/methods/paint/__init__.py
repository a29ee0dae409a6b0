"""Paint: the label map changed by hand, with brush, lasso and bucket. Needs no pack."""

from core.methods.method import Declaration
from core.methods.paint.edits import FillRegion, Lasso, SmoothBoundary, Stroke

DECLARATION = Declaration(
    name="paint",
    title="Paint",
    edits=(Stroke, Lasso, SmoothBoundary, FillRegion),
    opens="core.methods.paint.method:Paint",
)
