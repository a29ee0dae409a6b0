"""The window's words for edits, sources, labels and regions. One place, so that they stay the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from app.session.values import is_on, source_of
from app.words.translate import inside, mark, tr
from core.document.edits import Blend, Edit, Named, Own, Reference, Seed, Source
from core.labels import Label
from core.methods.control import Control, Slider, Toggle, maker_of
from core.methods.heads.edits import HeadSwap
from core.methods.paint.edits import FillRegion, Lasso, SmoothBoundary, Stroke
from core.methods.registry import declaration_of

if TYPE_CHECKING:
    from core.face import Face

LABEL_TITLES: Mapping[Label, str] = {
    Label.BACKGROUND: mark("Background"),
    Label.SKIN: mark("Skin"),
    Label.NOSE: mark("Nose"),
    Label.EYE_G: mark("Eyeglasses"),
    Label.L_EYE: mark("Left eye"),
    Label.R_EYE: mark("Right eye"),
    Label.L_BROW: mark("Left brow"),
    Label.R_BROW: mark("Right brow"),
    Label.L_EAR: mark("Left ear"),
    Label.R_EAR: mark("Right ear"),
    Label.MOUTH: mark("Mouth"),
    Label.U_LIP: mark("Upper lip"),
    Label.L_LIP: mark("Lower lip"),
    Label.HAIR: mark("Hair"),
    Label.HAT: mark("Hat"),
    Label.EAR_R: mark("Earring"),
    Label.NECK_L: mark("Necklace"),
    Label.NECK: mark("Neck"),
    Label.CLOTH: mark("Clothes"),
}

_OTHERS = (
    *(mark("Eyes"), mark("Brows"), mark("Lips"), mark("Head"), mark("Face"), mark("Earrings")),
    *(mark("Identity"), mark("Bangs")),
    *(mark("Black hair"), mark("Brown hair"), mark("Blond hair"), mark("Red hair"), mark("Grey hair")),
)
"""Further regions, parts of a head and attributes, as `core` calls them; `tr` finds them by their text."""

_INSIDE = (
    *(mark("background"), mark("skin"), mark("nose"), mark("eyes"), mark("left eye"), mark("right eye")),
    *(mark("brows"), mark("left brow"), mark("right brow"), mark("left ear"), mark("right ear")),
    *(mark("mouth"), mark("lips"), mark("upper lip"), mark("lower lip"), mark("hair"), mark("hat")),
    *(mark("eyeglasses"), mark("earring"), mark("earrings"), mark("necklace"), mark("neck")),
    *(mark("clothes"), mark("identity"), mark("bangs"), mark("head"), mark("face")),
)
"""The same within a sentence, see `inside`."""

_STATES = (
    *(mark("On"), mark("Off"), mark("Male"), mark("Female"), mark("Much"), mark("Little")),
    *(mark("on"), mark("off"), mark("male"), mark("female"), mark("much"), mark("little")),
)
"""Of attributes: on buttons and within a sentence."""

SIDED = (Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.L_EAR, Label.R_EAR)
SIDED_TIP = mark("The person's own side: their left lies on the right of the picture")

POINT_TITLES = (
    mark("Their right eye"),
    mark("Their left eye"),
    mark("Tip of the nose"),
    mark("Their right corner of the mouth"),
    mark("Their left corner of the mouth"),
)


def source_words(source: Source, titles: Mapping[str, str]) -> str:
    """A style source in a few words; `titles` names the references."""
    if isinstance(source, Own):
        return tr("own look")
    if isinstance(source, Seed):
        return tr("look {number}", number=f"{source.seed % 10000:04d}")
    if isinstance(source, Reference):
        return titles.get(source.key, source.key)
    if isinstance(source, Named):
        return tr(source.look)
    assert isinstance(source, Blend)
    return tr(
        "{first} and {second}",
        first=source_words(source.first, titles),
        second=source_words(source.second, titles),
    )


def state_words(toggle: Toggle, edit: Edit) -> str:
    """Eyeglasses on; Hair: little."""
    state = toggle.when_on if is_on(edit) else toggle.when_off
    if state in ("on", "off"):
        return tr("{what} {state}", what=tr(toggle.title), state=tr(state))
    return tr("{what}: {state}", what=tr(toggle.title), state=tr(state))


def edit_words(edit: Edit, titles: Mapping[str, str], controls: Iterable[Control]) -> str:
    """An edit as the history names it: by the control that makes it, else as what is drawn or lent."""
    control = maker_of(edit, controls)
    if control is not None:
        return _control_words(control, edit, titles)
    if isinstance(edit, Stroke | Lasso):
        return tr("Erase") if edit.erase else tr("Paint {what}", what=inside(LABEL_TITLES[edit.label]))
    if isinstance(edit, SmoothBoundary):
        return tr("Smooth a boundary")
    if isinstance(edit, FillRegion):
        return tr("Fill with {what}", what=inside(LABEL_TITLES[edit.label]))
    if isinstance(edit, HeadSwap):
        return tr(
            "{what} of {title}", what=tr(edit.part.capitalize()), title=source_words(edit.reference, titles)
        )
    return type(edit).__name__


def _control_words(control: Control, edit: Edit, titles: Mapping[str, str]) -> str:
    what, source = tr(control.title), source_of(edit)
    if isinstance(control, Slider):
        return tr("{what} {amount} %", what=what, amount=f"{control.amount(edit) * 100:+.0f}")
    if isinstance(control, Toggle):
        state = state_words(control, edit)
        if source is None:
            return state
        return tr("{state}, {source}", state=state, source=source_words(source, titles))
    return (
        what if source is None else tr("{what} like {source}", what=what, source=source_words(source, titles))
    )


def obstacle_words(edit: Edit) -> str:
    """Why an edit cannot be carried out here; empty where it can."""
    if declaration_of(edit) is not None:
        return ""
    return tr("This Semblance does not have the method of this edit. It is kept as it is.")


def doubt_words(face: Face) -> str:
    """What is doubtful about a face, in one line."""
    return tr(", ").join(tr(doubt) for doubt in face.doubts)
