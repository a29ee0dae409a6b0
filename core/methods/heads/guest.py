"""Another head in the place of a face's own: what head swap and reenactment share.

SMILE's paper (Romero et al. 2020) names both as applications: the layout of one picture, the styles of
another. Here the layout's head is turned to the wanted pose, the generator draws it with the styles of the
person whose head it is, and what that person's photo shows beyond the generator's reach is laid over it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.face import CROP_SIZE
from core.face.pose import FIVE_POINTS, head_rotation
from core.labels import GROUPS, HEAD_PARTS, NUM_LABELS, Label
from core.methods.codes import RegionCodes
from core.methods.heads.tuning import TUNING
from core.methods.layout import LAYERED, Area, LabelMap, Layout, labelled, loose_hair
from core.opencv import cv2
from core.tuning import odd

Image = NDArray[np.float32]
Field = NDArray[np.float32]
Points = NDArray[np.float64]

_IN_FRONT = frozenset(
    {Label.EYE_G, Label.L_EYE, Label.R_EYE, Label.NOSE, Label.MOUTH, Label.U_LIP, Label.L_LIP}
)
"""What another's hair does not cover, however long its fringe."""
_SKIN = frozenset({Label.SKIN, Label.NOSE})


@dataclass(frozen=True, eq=False)
class Guest:
    """A head to be put on: the photo crop (256, 256, 3) that shows it, its label map, how much eyeglasses
    cover of it (256, 256) and its style codes; and `field` (256, 256, 2): for every pixel of the crop that
    receives it, the place (x, y; pixel centres at .5) in the guest's own crop."""

    crop: NDArray[np.uint8]
    label_map: LabelMap
    opacity: Image
    codes: RegionCodes
    field: Field

    def moved_labels(self) -> LabelMap:
        """The guest's label map in the receiving crop; background where the guest's crop ends."""
        columns, rows = np.floor(self.field[..., 0]), np.floor(self.field[..., 1])
        size = len(self.label_map)
        inside = (columns >= 0) & (rows >= 0) & (columns < size) & (rows < size)
        picked = self.label_map[
            np.clip(rows, 0, size - 1).astype(np.intp), np.clip(columns, 0, size - 1).astype(np.intp)
        ]
        return np.where(inside, picked, np.uint8(Label.BACKGROUND)).astype(np.uint8)

    def eyeglasses(self) -> Image:
        """The guest's eyeglasses in the receiving crop (256, 256, 4): alpha, premultiplied colour 0..255.

        The parser's opacity is a guess: what is faint is skin and eyes behind the lenses, and left out.
        """
        worn = (self.moved_labels() == Label.EYE_G).astype(np.uint8)
        side = odd(TUNING.at(len(worn)).eyeglasses_around)
        near = cv2.dilate(worn, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))) > 0
        seen = np.clip(self.moved(self.opacity), 0, 1)
        alpha = np.where(near, np.clip((seen - TUNING.faint) / (TUNING.solid - TUNING.faint), 0, 1), 0)[
            ..., None
        ]
        colour = np.clip(self.moved(self.crop.astype(np.float32)), 0, 255) * alpha
        return np.concatenate([alpha, colour], axis=2).astype(np.float32)

    def moved(self, picture: Image) -> Image:
        """A picture of the guest's crop, brought into the receiving crop."""
        columns, rows = self.field[..., 0] - 0.5, self.field[..., 1] - 0.5
        return np.asarray(
            cv2.remap(picture, columns, rows, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.float32
        )


def still_field(size: int = CROP_SIZE) -> Field:
    """The field that moves nothing."""
    axis = np.arange(size, dtype=np.float32) + np.float32(0.5)
    return np.stack(np.meshgrid(axis, axis), axis=-1)


def turn_between(own: Points, guest: Points) -> float:
    """Degrees by which the guest's head must be turned to look as the own face does."""
    vector = cv2.Rodrigues(head_rotation(guest) @ head_rotation(own).T)[0]
    return float(np.degrees(np.linalg.norm(np.asarray(vector, np.float64))))


def turn_field(own: Points, guest: Points, size: int = CROP_SIZE) -> Field:
    """The guest's head turned to the pose of the own face, for crops of `size`; both five points (5, 2) in
    pixels of these.

    Every pixel is taken to lie on a paraboloid with a nose; heads turn at most by `TUNING.furthest_turn`.
    """
    turn = head_rotation(guest) @ head_rotation(own).T
    vector = np.asarray(cv2.Rodrigues(turn)[0], np.float64).ravel()
    angle = float(np.degrees(np.linalg.norm(vector)))
    turn = np.asarray(
        cv2.Rodrigues(vector * min(1.0, TUNING.furthest_turn / max(angle, 1e-6)))[0], np.float64
    )
    scale, origin = _head_frame(own)
    seen = (still_field(size).reshape(-1, 2).astype(np.float64) - origin) / scale
    turned = _turned(seen, turn) * scale + origin
    predicted = _turned((own - origin) / scale, turn) * scale + origin
    # Eyes and mouth must land on the guest's own: a crop's alignment knows them, and not the paraboloid.
    fit = np.asarray(cv2.estimateAffinePartial2D(predicted[[0, 1, 3, 4]], guest[[0, 1, 3, 4]])[0], np.float64)
    return (turned @ fit[:, :2].T + fit[:, 2]).reshape(size, size, 2).astype(np.float32)


def _head_frame(points: Points) -> tuple[float, Points]:
    """Crop pixels for a millimetre, and where the point between the pupils lies."""
    model = FIVE_POINTS[3:, 1].mean() - FIVE_POINTS[:2, 1].mean()
    eyes, mouth = points[:2].mean(axis=0), points[3:].mean(axis=0)
    return float(np.linalg.norm(mouth - eyes)) / float(model), eyes


def _turned(places: Points, turn: NDArray[np.float64]) -> Points:
    """Places (N, 2) of the picture in millimetres, after their points on the head are turned."""
    centre = np.array(TUNING.centre)
    solid = np.column_stack([places, _depth(places)]) - centre
    return (solid @ turn.T + centre)[:, :2]


def _depth(places: Points) -> NDArray[np.float64]:
    """How far away places of the head are, in millimetres: a paraboloid, with the tip of the nose as a bump.

    A turn by `TUNING.furthest_turn` never folds this surface over itself.
    """
    centre, radii = np.array(TUNING.centre), np.array(TUNING.radii)
    across = np.square((places - centre[:2]) / radii[:2]).sum(axis=1)
    height, reach, width = TUNING.nose
    away = np.square(places - (0.0, height)).sum(axis=1)
    bump = reach * np.exp(-0.5 * away / width**2)
    return centre[2] - radii[2] * np.clip(1 - across, 0.0, None) - bump


def put_eyeglasses(layout: Layout, glasses: Image) -> Layout:
    """The layout with eyeglasses (256, 256, 4), as `Guest.eyeglasses` gives them, over what is there."""
    covered = np.asarray(glasses[..., 0] > 0, np.uint8)
    side = odd(TUNING.at(len(covered)).eyeglasses_gap)
    outline = cv2.morphologyEx(covered, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    return layout.put(Label.EYE_G, outline > 0)


def put_head(layout: Layout, head: LabelMap, part: str = "head", number: int = 1) -> Layout:
    """The layout with the head of another label map, or a part of it, in place of its own: swap `number`.

    Where the old part was and the new one is not, the nearest of what stays comes to light; a face is put
    into the outline of the old one. What earlier edits laid over the face stays on.
    """
    labels = HEAD_PARTS[part]
    label_map, own = layout.base, labelled(layout.base, labels)
    new = labelled(head, labels) & ~loose_hair(head)
    if part == "face":
        new &= own
    else:
        new &= ~labelled(label_map, _IN_FRONT - labels)
        label_map = _nearest(label_map, ~own)
    owner = np.zeros(new.shape, np.uint8) if layout.owner is None else layout.owner
    if part != "face":
        owner = np.where(own, np.uint8(0), owner)
    owner = np.where(new, np.uint8(number), owner).astype(np.uint8)
    base = np.where(new, head, label_map).astype(np.uint8)
    worn = labelled(layout.label_map, LAYERED) & (layout.label_map != layout.base)
    worn_over = np.where(worn, layout.label_map, base).astype(np.uint8)
    redrawn = None if layout.redrawn is None else layout.redrawn & ~new
    return replace(layout, label_map=worn_over, base=base, owner=owner, redrawn=redrawn)


def _nearest(label_map: LabelMap, known: Area) -> LabelMap:
    if not known.any():
        return np.full_like(label_map, Label.BACKGROUND)
    hidden = (~known).astype(np.uint8)
    _, index = cv2.distanceTransformWithLabels(
        hidden, cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    numbers = np.asarray(index, np.int32)
    table = np.zeros(int(numbers.max()) + 1, np.uint8)
    table[numbers[known]] = label_map[known]
    return np.where(known, label_map, table[numbers]).astype(np.uint8)


def guest_codes(own: RegionCodes, guest: RegionCodes, part: str = "head") -> RegionCodes:
    """The styles with a guest's head, or part of it, on: its own there, and a head's skin on the neck too."""
    chosen = np.zeros(NUM_LABELS, np.bool_)
    chosen[list(HEAD_PARTS[part])] = True
    chosen[Label.NECK] = part == "head" and guest.valid[Label.NECK]
    codes = np.where(chosen[:, None], guest.codes, own.codes)
    return RegionCodes(codes, np.where(chosen, guest.valid, own.valid))


def with_own_pixels(guest: Guest, drawn: Image, drawn_plain: Image, layout: Layout, area: Area) -> Image:
    """A drawing (256, 256, 3) of the layout with the guest's own pixels, turned, wherever in `area` they show
    the same kind of region; hidden parts that came to light stay as drawn.

    `drawn_plain` is the same drawing with the guest's own styles: what a restyled region adds to its own
    pixels is the difference, low-passed to what the generator carries.
    """
    same = own_area(guest, layout, area)
    own = guest.moved(guest.crop.astype(np.float32))
    if drawn is not drawn_plain:
        own = own + np.asarray(
            cv2.GaussianBlur(drawn - drawn_plain, (0, 0), TUNING.at(len(drawn)).carries_sigma), np.float32
        )
    return np.where(same[..., None], own, drawn).astype(np.float32)


def own_area(guest: Guest, layout: Layout, area: Area) -> Area:
    """Where in `area` the guest's photo shows the kind of region that the layout has there."""
    kinds = _kinds()
    return area & (kinds[guest.moved_labels()] == kinds[layout.base])


def relit(drawn: Image, layout: Layout, crop: NDArray[np.uint8], area: Area, part: str = "head") -> Image:
    """What was drawn in `area`, in the light of the photo `crop`.

    Skin tells the light: the logarithm of its brightness, as a plane over the picture. A head takes over
    where the light comes from, and a little of how strong it is; a face, which must go with the skin around
    it, all of it and the skin's colour as well.
    """
    skin = labelled(layout.base, _SKIN) & area
    own = labelled(layout.parsed, _SKIN)
    if min(np.count_nonzero(skin), np.count_nonzero(own)) < TUNING.at(len(crop)).enough_skin:
        return drawn
    plane = _light(crop.astype(np.float32), own) - _light(drawn, skin)
    if part == "head":
        plane = plane.mean(axis=2, keepdims=True)
        mean = float(plane[skin].mean())
        light, shade = TUNING.most_light, TUNING.most_shade
        plane = np.clip(plane - mean, -light, light) + np.clip(mean, -shade, shade)
    lit = np.where(area[..., None], drawn * np.exp(plane), drawn).astype(np.float32)
    return _melted(lit, crop.astype(np.float32), area) if part == "face" else lit


def _melted(drawn: Image, photo: Image, area: Area) -> Image:
    """The drawing in `area`, going over into the photo towards its border: skin into skin."""
    inside = cv2.distanceTransform(area.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    t = np.clip(np.asarray(inside, np.float32) / TUNING.at(len(area)).melting, 0, 1)[..., None]
    share = np.where(area[..., None], t * t * (3 - 2 * t), np.float32(1))
    return np.asarray(photo + (drawn - photo) * share, np.float32)


def _light(picture: Image, area: Area) -> NDArray[np.float32]:
    """A plane (S, S, 3) through the logarithm of each colour in an area, its highlights left out."""
    rows, columns = np.nonzero(area)
    seen = np.log(np.maximum(picture[rows, columns], TUNING.darkest))
    brightness = seen.mean(axis=1)
    size = len(area)
    design = np.column_stack([np.ones(rows.size), columns / size - 0.5, rows / size - 0.5])
    kept = np.abs(brightness - np.median(brightness)) < TUNING.highlights * brightness.std() + 1e-3
    plane = np.asarray(np.linalg.lstsq(design[kept], seen[kept], rcond=None)[0], np.float32)
    axis = np.arange(size, dtype=np.float32) / size - np.float32(0.5)
    across, down = axis[None, :, None], axis[:, None, None]
    return plane[0] + plane[1] * across + plane[2] * down


def _kinds() -> NDArray[np.uint8]:
    """Labels that look alike share a number, by label."""
    table = np.arange(256, dtype=np.uint8)
    for members in GROUPS.values():
        table[list(members)] = min(members)
    return table
