"""SMILE's numbers. What chose them stands in docs/decisions, where one is named."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number


@dataclass(frozen=True)
class SmileTuning(Tuning):
    """Everything that shapes what SMILE's edits look like; see `core.tuning` for the units."""

    # Which attributes a face shows
    enough_eyeglasses: float = number(400 / 256**2, "crop²", "portraits with them have 2 900 of 256² or more")
    enough_hat: float = number(800 / 256**2, "crop²", "portraits with one have 1 700 of 256² or more")
    enough_earring: float = number(6 / 256**2, "crop²", "less is a parser's mistake")
    much_hair: float = number(0.10, "share", "of the crop, from which hair counts as much")
    fringe: float = number(0.02, "share", "hair in a window on the forehead that makes a fringe")
    fringe_above: float = number(22 / 256, "crop", "that window above the top of the brows")
    fringe_below: float = number(10 / 256, "crop", "and below it")
    fringe_left: float = number(84 / 256, "crop", "its left end")
    fringe_right: float = number(172 / 256, "crop", "its right end")
    brows_row: float = number(105 / 256, "crop", "where brows lie when none are seen")
    long_hair: float = number(0.10, "share", "hair on the shoulders: half of the women, 4 % of the men")
    shoulders_row: float = number(190 / 256, "crop", "where shoulders begin")

    # What SMILE_SEM may change
    speck: float = number(12 / 256**2, "crop²", "fewest pixels of a connected change")
    earring_speck: float = number(3 / 256**2, "crop²", "the same of earrings, which are small")
    identity_speck: float = number(4 / 256**2, "crop²", "the same of identity, which moves every outline")
    certain_earring: float = number(
        40 / 256**2, "crop²", "of an earring asked for, at least, on each side", "0007"
    )
    seed_tries: int = number(6, "count", "seeds an edit that shows nothing tries, its own included", "0008")
    seed_stride: int = number(7919, "count", "between them, so that neighbours do not end at one", "0008")
    averaged: int = number(512, "count", "random styles whose mean truncation draws towards")
    mixed: float = number(0.5, "share", "of a random shape, in one like another's that shows nothing", "0008")
    half: float = number(0.5, "share", "of the strength from which an edit goes the whole way", "0010")
    copied: float = number(4.0, "logit", "what the map has beyond SEM's resolution weighs", "0007")
    heatmap_spread: float = number(4 / 256, "crop", "a landmark's blob: one cell of the landmark network")
    thread: float = number(7 / 256, "crop", "hair that is left narrower goes as well", "0009")
    lowered_below: float = number(
        1e-3, "logit", "a lowered label ends under the next: the first wins", "0010"
    )
    enough_hair: float = number(0.07, "share", "of the crop, from which hair has a colour of its own", "0011")
    most_raised: float = number(4.0, "logit", "an earring unlikelier than this is none", "0009")
    place_sigma: float = number(2 / 256, "crop", "over which a place is likely for an earring", "0009")
    most_earring: float = number(3.0, "times", "the fewest pixels of an earring are the most", "0009")
    round_earring: float = number(1.5, "times", "a disc's radius within which it is gathered", "0009")
    seen_ear: float = number(20 / 256**2, "crop²", "of an ear that shows where its lobe is", "0011")
    cheek: float = number(45 / 256, "crop", "below the nose, where hair meets the cheek", "0011")
    from_nose: float = number(35 / 256, "crop", "to the sides of it, at least", "0011")
    lobe_beside: float = number(4 / 256, "crop", "an earring beside a lobe, at most", "0011")
    lobe_below: float = number(15 / 256, "crop", "below it", "0011")
    lobe_above: float = number(3 / 256, "crop", "above it", "0011")
    hair_beside: float = number(9 / 256, "crop", "around hair's edge on a cheek, where one may hang", "0011")

    # Styles
    styles_averaged: int = number(64, "count", "random styles whose mean truncation draws towards")
    alike: int = number(8, "count", "heads with brows like these, of which new hair takes its colour", "0008")

    # Laying the drawing over the photo
    feather: float = number(3 / 256, "crop", "over which new pixels fade into the photo")
    seam_reach: float = number(12 / 256, "crop", "around new pixels, where low frequencies are evened out")
    seam_coarsest: float = number(16 / 256, "crop", "a pixel of the pyramid's coarsest level")
    shadow_reach: float = number(14 / 256, "crop", "around a new accessory, where its shadow may fall")
    stray_reach: float = number(8 / 256, "crop", "beyond removed hair, where its strands go with it", "0009")
    hairline_reach: float = number(9 / 256, "crop", "the same on skin, where its shadow ends", "0009")
    earring_reach: float = number(
        3 / 256, "crop", "around a removed earring: its glint and its shadow", "0010"
    )
    old_hairline: float = number(5 / 256, "crop", "into old hair, whose edge skin shone through", "0009")
    enough_known: float = number(400 / 256**2, "crop²", "of background from which it is carried on")
    match_sigma: float = number(14 / 256, "crop", "over which the drawing's colours are matched")
    match_support: float = number(30 / 256**2, "crop²", "of a region, to match its colour by")
    match_gap: float = number(2 / 256, "crop", "around new pixels, where no colour is read")
    match_far: float = number(0.02, "share", "of support below which the region's mean counts")
    smaller: int = number(4, "times", "the size at which what varies slowly is computed", "0011")
    outline_sigma: float = number(
        1.2 / 256, "crop", "a lens's blur of outlines that labels draw hard", "0009"
    )
    carries_sigma: float = number(1.5 / 256, "crop", "the finest that the generator carries")
    visible: float = number(1 / 255, "opacity", "below this a layer is nothing")
    hat_edge: float = number(
        3 / 256, "crop", "of a hat that is laid over; within it is drawn in place", "0011"
    )

    # Eyeglasses that go
    dark_lenses: float = number(0.55, "opacity", "in the mean, from which all of them is redrawn", "0002")
    unseen_frame: float = number(0.02, "opacity", "in the mean, below which the parser saw no frame")
    unseen_rim: float = number(9 / 256, "crop", "the rim of the region that goes then, both sides of it")
    frame_margin: float = number(2 / 256, "crop", "around a frame, for its edge")
    frame_feather: float = number(2 / 256, "crop", "over which its place fades: eyes are near")
    frame_over_lens: float = number(0.12, "opacity", "a frame covers more than the lens does")
    frame_least: float = number(0.2, "opacity", "and this at least")
    frame_certain: float = number(0.45, "opacity", "from which it is a frame whatever the lens")
    temple_reach: float = number(24 / 256, "crop", "that temples run past the region")

    # New hair out of the photo's own
    hair_known: float = number(400 / 256**2, "crop²", "of hair from which new hair is taken")
    hair_around: float = number(3 / 256, "crop", "around new hair, for its tips and its edge")
    hair_near_edge: float = number(5 / 256, "crop", "taken off hair's edge before it counts as hair")
    hair_deeper: float = number(9 / 256, "crop", "taken off for its colour")
    strand_sigma: float = number(6 / 256, "crop", "finer is strands, coarser is colour", "0009")
    hair_shade: float = number(40.0, "levels", "by which new hair may differ from what it is taken from")
    hair_contrast: float = number(60.0, "levels", "within hair as it is drawn, at most", "0011")
    hair_even: float = number(2.5 / 256, "crop", "over which neighbouring columns of it agree")
    hair_margin: float = number(2 / 256, "crop", "of a column of hair that is not taken: its edge")
    hair_least: float = number(8 / 256, "crop", "thickness from which a column is taken")
    hair_stretch: float = number(4.0, "times", "its length that it is stretched at most", "0010")
    hair_edge: float = number(3 / 256, "crop", "over which hair ends")
    hair_taper: float = number(3 / 256, "crop", "over which strands end besides", "0011")
    strand_broad: float = number(0.7 / 256, "crop", "a strand's half width", "0011")
    strand_long: float = number(9 / 256, "crop", "and length", "0011")
    lock_broad: float = number(5 / 256, "crop", "a lock's half width", "0011")
    lock_long: float = number(13.5 / 256, "crop", "and length", "0011")
    locks: float = number(1.2, "deviations", "by which locks differ beside strands", "0011")
    shorter: float = number(1.2, "deviations", "by which strands are shorter than the layout", "0011")
    shortest: float = number(3.5, "deviations", "by which a strand is shorter, at most", "0011")
    longest: float = number(0.6, "deviations", "by which one is longer, at most", "0011")
    tips_reach: float = number(7 / 256, "crop", "for one deviation", "0011")
    hair_fan: float = number(1.4, "times", "by which strands spread from crown to crop's end", "0011")
    hair_shadow: float = number(0.3, "share", "of the light that new hair takes from what is behind", "0010")

    # Accessories made solid
    finer: int = number(4, "times", "the crop's resolution for relief: earrings are a few pixels", "0011")
    relief_margin: float = number(4 / 256, "crop", "around an earring, where its edge fades")
    relief_edge: float = number(1 / 256, "crop", "over which an earring ends", "0011")
    relief_rounded: float = number(1.2 / 256, "crop", "over which its body is rounded", "0011")
    ambient: float = number(0.45, "share", "of light from everywhere", "0011")
    diffuse: float = number(0.75, "share", "from the light's side", "0011")
    bounce: float = number(0.25, "share", "back from below", "0011")
    shine: float = number(0.85, "share", "of white in the highlight", "0011")
    shine_narrow: float = number(22.0, "times", "the exponent that makes it narrow", "0011")
    light_up: float = number(0.6, "share", "from above, as in portraits", "0011")
    light_before: float = number(0.8, "share", "from before", "0011")
    light_most_aside: float = number(0.6, "share", "from the side, at most", "0011")
    light_darkest: float = number(8.0, "levels", "below which skin tells nothing of the light")
    light_aside: float = number(1.5, "times", "the skin's gradient", "0011")
    firm_rim: float = number(0.85, "opacity", "of a rim, at least", "0011")
    rim_percentile: float = number(95.0, "percentile", "of the opacity, which is the rim's", "0011")
    rim_trace: float = number(0.05, "opacity", "over the lens, below which there is no rim", "0011")


TUNING = SmileTuning()
