"""Paint, opened: its edits change the layout at once, without any network."""

from __future__ import annotations

from core.document.edits import Edit
from core.methods.context import Context
from core.methods.method import Method, Phase, Work
from core.methods.paint.brush import fill_region, paint
from core.methods.paint.edits import FillRegion, Lasso, SmoothBoundary, Stroke


class Paint(Method):
    """Carries out what is drawn by hand."""

    def acts_on(self, edit: Edit) -> Phase:
        return "layout"

    def apply(self, work: Work, edit: Edit, context: Context) -> Work:
        match edit:
            case Stroke() | Lasso() | SmoothBoundary():
                return work.with_layout(paint(work.layout, edit))
            case FillRegion():
                return work.with_layout(fill_region(work.layout, edit))
            case _:
                return work
