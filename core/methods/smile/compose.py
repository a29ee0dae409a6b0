"""Compositing at crop size: what the networks drew becomes a change to the photo, and nothing more.

The result is a `Patch`: layers that say how each pixel of the photo changes. The photo itself is never
resampled; `core.render.paste` lays the patch over it at any resolution.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels import GROUPS, NUM_LABELS, Label
from core.methods.layout import LAYERED, labelled
from core.methods.smile.hair import Moved, with_own_hair
from core.methods.smile.tuning import TUNING, SmileTuning
from core.opencv import cv2
from core.render.filters import (
    Area,
    Image,
    Mask,
    blur,
    distance_inside,
    image,
    masked_blur,
    pull_push,
    signed_distance,
    smooth_step,
    within,
)
from core.tuning import odd

LabelMap = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Patch:
    """How a crop changes: out = (1 - alpha) * (photo + difference - replaced * detail) + colour.

    `difference` (S, S, 3) and premultiplied `colour` (S, S, 3) in levels 0..255, `replaced`, `alpha` and
    `touched` (S, S) in 0..1, all float32. `detail` is what the photo has beyond crop resolution; where
    pixels are replaced it belongs to what was there before, unless `moved` says that detail of another place
    shows there. Outside `touched` > 0 everything is zero.
    """

    difference: Image
    replaced: Mask
    alpha: Mask
    colour: Image
    touched: Mask
    moved: Moved | None = None

    @classmethod
    def empty(cls, size: int) -> Patch:
        """A patch that changes nothing."""
        flat, deep = np.zeros((size, size), np.float32), np.zeros((size, size, 3), np.float32)
        return cls(deep, flat, flat, deep, flat)

    @property
    def is_empty(self) -> bool:
        return not bool(self.touched.any())


@dataclass(frozen=True, eq=False)
class Scene:
    """What compositing reads. Maps are uint8 (S, S); pictures float32 (S, S, 3) in 0..255.

    `crop`: the photo's pixels; `opacity` (S, S): how much eyeglasses cover of each pixel, by the parser.
    `parsed`, `base`, `label_map`: see `core.methods.layout.Layout`. `drawn`: the picture of `base`
    with the edited styles, None where neither layout nor style changed. `reconstruction`: the picture of the
    photo's own layout and styles, needed when `restyled` regions exist. `overlay` (S, S, 4): alpha 0..1 and
    premultiplied colour 0..255 of accessories in `label_map`. `fade` (S, S): 0 where the crop ends inside
    the photo, 1 further in. `renewed`: pixels of another's head, drawn even where labels agree.
    `softness` (S, S): over how many pixels more than usual new ones fade into the photo.
    """

    crop: Image
    opacity: Mask
    parsed: LabelMap
    base: LabelMap
    label_map: LabelMap
    restyled: frozenset[Label]
    drawn: Image | None
    reconstruction: Image | None
    overlay: NDArray[np.float32] | None
    fade: Mask
    renewed: Area | None = None
    softness: Mask | None = None

    @property
    def tuning(self) -> SmileTuning:
        """The numbers of compositing in pixels of this crop."""
        return TUNING.at(len(self.parsed))

    def kept(self) -> Area:
        """Where the photo shows what the result shows: one label, and nobody else's head."""
        same: Area = self.parsed == self.base
        return same if self.renewed is None else same & ~self.renewed


def compose(scene: Scene) -> Patch:
    """The change that the edits make to the crop."""
    picture = scene.crop
    touched = np.zeros(scene.parsed.shape, np.float32)
    replaced, moved = np.zeros_like(touched), None
    if scene.drawn is not None and scene.reconstruction is not None and scene.restyled:
        picture, reach = _restyle(scene, picture, scene.drawn, scene.reconstruction)
        touched = np.maximum(touched, reach)
    if scene.drawn is not None:
        replaced = replaced_mask(scene)
        if replaced.any():
            picture, reach, moved = _replace(scene, picture, scene.drawn, replaced)
            touched = np.maximum(touched, reach)
    alpha, colour = _accessories(scene)
    touched = np.maximum(touched, _reach(alpha > 0, scene.tuning.feather))
    return _faded(scene, Patch(picture - scene.crop, replaced, alpha, colour, touched, moved))


def _faded(scene: Scene, patch: Patch) -> Patch:
    """Bring everything to zero where the crop ends inside the photo, and outside the touched pixels."""
    fade = np.where(patch.touched > 0, scene.fade, np.float32(0))
    deep, moved = fade[..., None], patch.moved
    return Patch(
        image(patch.difference * deep),
        patch.replaced * fade,
        patch.alpha * fade,
        image(patch.colour * deep),
        image(patch.touched * fade),
        None if moved is None else Moved(moved.field, moved.weight * fade),
    )


def _restyle(scene: Scene, picture: Image, drawn: Image, reconstruction: Image) -> tuple[Image, Mask]:
    """Where only the style changed: add the drawn difference, low-passed to what the generator carries, so
    that the photo's own grain, pores and strands stay."""
    region: Area = scene.kept() & labelled(scene.parsed, scene.restyled)
    if not region.any():
        return picture, np.zeros(scene.parsed.shape, np.float32)
    mask = soft_mask(region, scene.tuning.feather)
    difference = masked_blur(drawn - reconstruction, region, scene.tuning.carries_sigma)
    return image(picture + difference * mask[..., None]), mask


def replaced_mask(scene: Scene) -> Mask:
    """Where drawn pixels take the photo's place: changed labels, and of removed eyeglasses what covers."""
    changed = ~scene.kept()
    glasses_off = (scene.parsed == Label.EYE_G) & (scene.parsed != scene.base)
    if scene.renewed is not None:
        glasses_off &= ~scene.renewed
    others = changed & ~glasses_off
    others |= _strays(scene, changed) | _old_hairline(scene, changed)
    feather = scene.tuning.feather
    if scene.softness is not None:
        feather = feather + scene.softness
    mask = _outward(others, feather) if others.any() else np.zeros(changed.shape, np.float32)
    if glasses_off.any():
        mask = np.maximum(mask, eyeglasses_mask(glasses_off, scene.opacity))
    return mask


def _strays(scene: Scene, changed: Area) -> Area:
    """What lies beside a thing that went: single strands of hair, its shadow on the skin, an earring's."""
    tuning = scene.tuning
    gone = changed & (scene.parsed == Label.HAIR) & (scene.base != Label.HAIR)
    behind = _dilated(gone, tuning.stray_reach) & (scene.base == Label.BACKGROUND)
    on_skin = _dilated(gone, tuning.hairline_reach) & (scene.base == Label.SKIN)
    earrings = changed & (scene.parsed == Label.EAR_R)
    return behind | on_skin | _dilated(earrings, tuning.earring_reach)


def _old_hairline(scene: Scene, changed: Area) -> Area:
    """Hair beside hair that came: the skin that shone through where it ended."""
    came = changed & (scene.base == Label.HAIR) & (scene.parsed != Label.HAIR)
    return _dilated(came, scene.tuning.old_hairline) & (scene.base == Label.HAIR)


def eyeglasses_mask(region: Area, opacity: Mask) -> Mask:
    """What must be redrawn to take eyeglasses off: frames and temples, or all of it when tinted dark.

    The photo's own eyes behind clear lenses are not covered and stay.
    """
    covering, tuning = float(opacity[region].mean()), TUNING.at(len(region))
    if covering > tuning.dark_lenses:
        return _outward(_dilated(region, tuning.frame_margin), tuning.feather)
    if covering < tuning.unseen_frame:  # the parser saw none at all: take the region's rim, where frames are
        return _outward(region & ~within(region, odd(tuning.unseen_rim)), tuning.feather)
    return _outward(_dilated(_frame(region, opacity), tuning.frame_margin), tuning.frame_feather)


def _frame(region: Area, opacity: Mask) -> Area:
    """Pixels that frame and temples cover: more opaque than the lens, and joined to the region.

    Temples run past the region's ends, so what is joined counts for some way (`temple_reach`); brows
    that look opaque are not joined. Tinted or reflecting lenses raise the threshold: their eyes stay.
    """
    tuning, lens = TUNING.at(len(region)), float(np.median(opacity[region]))
    threshold = np.clip(lens + tuning.frame_over_lens, tuning.frame_least, tuning.frame_certain)
    opaque = (opacity > threshold) & (_outward(region, tuning.temple_reach) > 0)
    parts = np.asarray(cv2.connectedComponents(opaque.astype(np.uint8), connectivity=8)[1], np.int32)
    joined = np.unique(parts[region & opaque])
    return opaque & np.isin(parts, joined)


def _replace(scene: Scene, picture: Image, drawn: Image, mask: Mask) -> tuple[Image, Mask, Moved | None]:
    """Blend drawn pixels in: colours matched region by region, seams evened out by a Laplacian pyramid."""
    matched = drawn + colour_offset(scene, picture, drawn, mask)
    matched = _with_own_background(scene, picture, matched, mask)
    matched, moved = with_own_hair(scene, picture, matched, mask)
    matched = _with_soft_outlines(scene, matched)
    # The pyramid must see nothing of what goes: its coarse levels would bring the shade of a thin frame back.
    below = image(picture + (matched - picture) * mask[..., None])
    blended = pyramid_blend(below, matched, mask)
    reach = _outward(mask > 0, scene.tuning.seam_reach)
    return image(picture + (blended - picture) * reach[..., None]), reach, moved


def _with_own_background(scene: Scene, picture: Image, matched: Image, mask: Mask) -> Image:
    """Background that comes to light is carried on from the photo's own, which knows more of it than any
    generator; where the photo shows hardly any, it stays as drawn."""
    shown = scene.base == Label.BACKGROUND
    known = shown & (scene.parsed == Label.BACKGROUND) & (mask <= 0)
    if np.count_nonzero(known) < scene.tuning.enough_known or not (shown & (mask > 0)).any():
        return matched
    return np.where((shown & (mask > 0))[..., None], pull_push(picture, known), matched).astype(np.float32)


def _with_soft_outlines(scene: Scene, matched: Image) -> Image:
    """New outlines are as soft as a lens draws them: labels know only whole pixels. Hair ends in strands."""
    band = _outlines(scene.base) & _dilated(scene.parsed != scene.base, 1)
    band &= ~_dilated(scene.base == Label.HAIR, 1)
    if scene.renewed is not None:  # another's head
        band |= _dilated(scene.renewed, 1) & _dilated(~scene.renewed, 2)
    if not band.any():
        return matched
    return np.where(band[..., None], blur(matched, scene.tuning.outline_sigma), matched).astype(np.float32)


def _outlines(label_map: LabelMap) -> Area:
    """Pixels at which one label meets another, on both sides."""
    around = np.ones((3, 3), np.uint8)
    return np.asarray(cv2.dilate(label_map, around) != cv2.erode(label_map, around), np.bool_)


def colour_offset(scene: Scene, picture: Image, drawn: Image, mask: Mask) -> Image:
    """Low-frequency correction (S, S, 3) that brings drawn colours to the photo's.

    For each kind of region it is read where photo and drawing show the same, and carried from there into
    the new pixels; regions that the photo does not have are left as drawn.
    """
    offset, difference = np.zeros(drawn.shape, np.float32), np.ascontiguousarray(picture - drawn)
    same = scene.kept() & (mask <= 0) & ~_dilated(mask > 0, scene.tuning.match_gap)
    kinds = _kinds()[scene.base]
    for kind in np.unique(kinds[mask > 0]):
        here = kinds == kind
        support = same & here
        if np.count_nonzero(support) < scene.tuning.match_support:
            continue
        cv2.copyTo(spread(difference, support, scene.tuning.match_sigma), here.astype(np.uint8), offset)
    if scene.renewed is not None:  # another's head keeps its own colours
        offset[scene.renewed] = 0
    return offset


def spread(values: Image, support: Area, sigma: float) -> Image:
    """Carry values from `support` outwards: a wide weighted mean near it, their overall mean far from it.

    What varies so slowly is blurred at a fraction of its size.
    """
    inside, (height, width) = support.astype(np.uint8), support.shape
    mean = np.array(cv2.mean(values, inside)[:3], np.float32)
    small = (width // TUNING.smaller, height // TUNING.smaller)
    weight = cv2.resize(image(support), small, interpolation=cv2.INTER_AREA)[..., None]
    sums = cv2.resize(cv2.copyTo(values, inside), small, interpolation=cv2.INTER_AREA) - mean * weight
    near = blur(np.concatenate([sums, weight], axis=2), sigma / TUNING.smaller)
    return image(
        cv2.resize(image(mean + near[..., :3] / (near[..., 3:] + TUNING.match_far)), (width, height))
    )


def pyramid_blend(below: Image, above: Image, mask: Mask) -> Image:
    """Laplacian-pyramid blend (Burt and Adelson 1983): fine detail fades quickly, colour slowly."""
    fine_below, fine_above, weight = below, above, mask
    bands: list[Image] = []
    for _ in range(round(math.log2(TUNING.at(len(mask)).seam_coarsest))):
        size = (fine_below.shape[1], fine_below.shape[0])
        small_below, small_above = image(cv2.pyrDown(fine_below)), image(cv2.pyrDown(fine_above))
        band_below = fine_below - cv2.pyrUp(small_below, dstsize=size)
        band_above = fine_above - cv2.pyrUp(small_above, dstsize=size)
        bands.append(image(band_below + (band_above - band_below) * weight[..., None]))
        fine_below, fine_above, weight = small_below, small_above, image(cv2.pyrDown(weight))
    result = image(fine_below + (fine_above - fine_below) * weight[..., None])
    for band in reversed(bands):
        result = image(cv2.pyrUp(result, dstsize=(band.shape[1], band.shape[0])) + band)
    return result


def _accessories(scene: Scene) -> tuple[Mask, Image]:
    """Alpha and premultiplied colour of what was put on, its shadow included, zero elsewhere."""
    alpha = np.zeros(scene.parsed.shape, np.float32)
    colour = np.zeros((*alpha.shape, 3), np.float32)
    if scene.overlay is None:
        return alpha, colour
    laid = (scene.label_map != scene.base) & labelled(scene.label_map, LAYERED)
    hat = (scene.label_map == Label.HAT) & (scene.parsed != Label.HAT)
    tuning = scene.tuning
    gate = _outward(laid, tuning.shadow_reach) if laid.any() else alpha
    if hat.any():  # the hat itself is opaque and drawn in place; only its edge and its shadow are laid over
        gate = np.maximum(gate, _outward(hat, tuning.shadow_reach) * ~within(hat, odd(tuning.hat_edge)))
    weight = np.where(scene.overlay[..., 0] * gate > tuning.visible, gate, np.float32(0))
    return scene.overlay[..., 0] * weight, scene.overlay[..., 1:] * weight[..., None]


def soft_mask(area: Area, feather: float) -> Mask:
    """1 inside the area, 0 outside, with a smooth step of `feather` pixels centred on its border."""
    return smooth_step(signed_distance(area) / feather + 0.5)


def _outward(area: Area, feather: float | Mask) -> Mask:
    """1 in the area, falling smoothly to exactly 0 at `feather` pixels from it, everywhere or by place."""
    return smooth_step(1 - distance_inside(~area) / feather)


def _reach(area: Area, feather: float) -> Mask:
    return _outward(area, feather) if area.any() else np.zeros(area.shape, np.float32)


def _dilated(area: Area, radius: float) -> Area:
    if not area.any():
        return area
    side = 2 * round(radius) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return cv2.dilate(area.astype(np.uint8), kernel) > 0


def _kinds() -> NDArray[np.uint8]:
    """Labels that share their colours, by label: all skin is one kind, and so on for each named group."""
    table = np.arange(NUM_LABELS, dtype=np.uint8)
    for members in GROUPS.values():
        table[list(members)] = min(members)
    return table
