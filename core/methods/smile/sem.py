"""SMILE (Romero et al. 2020): what attribute edits do to the label map, and region edits to the styles.

An attribute edit runs SMILE_SEM twice, with the face's own styles and with one slot replaced, and takes
over only the parts where the two disagree: what the small network draws badly, it draws badly twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.cache import StageCache, digest
from core.document.edits import Blend, Named, Own, Reference, Seed, Source
from core.labels import Label, best_label
from core.methods.layout import Area, LabelMap, Layout, labelled, loose_hair
from core.methods.smile.attributes import ATTRIBUTES, attribute, attribute_index
from core.methods.smile.edits import SetAttribute
from core.methods.smile.presence import present_attributes
from core.methods.smile.rules import RULES, Rule, allowed_changes
from core.methods.smile.tuning import TUNING
from core.opencv import cv2
from core.tuning import odd

Array = NDArray[np.float32]


_WORN = (Label.EYE_G, Label.HAT, Label.EAR_R)


class SemNetworks(Protocol):
    """What the method needs of SMILE_SEM; shapes as in `core.methods.smile.networks.Networks`."""

    @property
    def sem_latent(self) -> int: ...
    def sem_random(self, z: Array) -> Array: ...
    def sem_styles(self, label_map: LabelMap) -> Array: ...
    def sem_logits(self, label_map: LabelMap, styles: Array) -> Array: ...


@dataclass(frozen=True, eq=False)
class _Own:
    """How SMILE_SEM sees a map: its own six styles, the full table of slots, and the map it redraws."""

    styles: Array
    slots: Array
    redrawn: LabelMap
    present: dict[str, bool]


class SmileSem:
    """Carries out `SetAttribute`. `reference_map` gives the label map of a reference face."""

    def __init__(
        self, networks: SemNetworks, cache: StageCache, reference_map: Callable[[Reference], LabelMap]
    ) -> None:
        self._networks = networks
        self._cache = cache
        self._reference_map = reference_map

    def set_attribute(self, layout: Layout, edit: SetAttribute) -> Layout:
        """The layout with the attribute on or off. Seeds that show nothing are passed over, with a notice."""
        rule = RULES[edit.attribute]
        if edit.strength <= 0:
            return layout
        own = self._own(layout.label_map)
        if not edit.present and rule.region in _WORN and not (layout.label_map == rule.region).any():
            return layout  # nothing is worn: the networks would change an outline all the same
        if edit.present and rule.layered and own.present[edit.attribute]:
            layout = self._take_off(layout, edit, rule, own)
            own = self._own(layout.label_map)
        return self._turn(layout, edit, rule, own)

    def _turn(self, layout: Layout, edit: SetAttribute, rule: Rule, own: _Own) -> Layout:
        """The first of the attempts that shows what was asked for. Where none does, an accessory stays away,
        and of everything else the first attempt is better than nothing."""
        first: LabelMap | None = None
        for attempt, source in enumerate(_attempts(edit.source, rule)):
            code = self._code(source, own, edit.attribute, edit.present)
            changed = self._changed(layout.label_map, own, edit, code, rule)
            if _shows(changed, edit, rule):
                layout = _apply(layout, changed, rule, source, edit)
                return layout.with_notice(_other_seed(edit, source)) if attempt else layout
            first = changed if first is None else first
        if rule.region is None and first is not None and (first != layout.label_map).any():
            return _apply(layout, first, rule, edit.source, edit)
        title = attribute(edit.attribute).title
        return layout.with_notice(f"{title}: nothing appeared on this face; other seeds did not help.")

    def _take_off(self, layout: Layout, edit: SetAttribute, rule: Rule, own: _Own) -> Layout:
        """What is worn already makes room for what the edit puts on."""
        return self._turn(layout, replace(edit, present=False, source=Seed(0), strength=1.0), rule, own)

    def _own(self, label_map: LabelMap) -> _Own:
        def compute() -> _Own:
            slots = self._networks.sem_styles(label_map)
            present = present_attributes(label_map)
            styles = np.stack([slots[i, int(present[a.name])] for i, a in enumerate(ATTRIBUTES)])
            logits = self._networks.sem_logits(label_map, styles[None])[0]
            return _Own(styles, slots, best_label(logits), present)

        return self._cache.get(("sem own", digest(label_map)), compute)

    def _code(self, source: Source, own: _Own, name: str, present: bool) -> Array:
        """The style (D,) of one attribute slot."""
        slot = attribute_index(name), int(present)
        match source:
            case Own():
                return own.slots[slot]
            case Named():
                return self._code(source.as_seed(), own, name, present)
            case Seed():
                z = _noise(source.seed, slot[0], (1, self._networks.sem_latent))
                drawn = self._networks.sem_random(z)[(0, *slot)]
                return drawn if source.truncation >= 1 else _mix(self._mean[slot], drawn, source.truncation)
            case Reference():
                reference = self._reference_map(source)
                key = ("sem styles", digest(reference))
                return self._cache.get(key, lambda: self._networks.sem_styles(reference))[slot]
            case Blend():
                first = self._code(source.first, own, name, present)
                return _mix(first, self._code(source.second, own, name, present), source.amount)

    @property
    def _mean(self) -> Array:
        """The average of random styles (6, 2, D), which truncation draws towards."""

        def compute() -> Array:
            z = _noise(0, len(ATTRIBUTES), (TUNING.averaged, self._networks.sem_latent))
            return np.asarray(self._networks.sem_random(z).mean(axis=0), np.float32)

        return self._cache.get("sem mean", compute)

    def _changed(
        self, label_map: LabelMap, own: _Own, edit: SetAttribute, code: Array, rule: Rule
    ) -> LabelMap:
        """The map after the edit, before anything is kept beneath: the method's delta, within the rule."""
        index = attribute_index(edit.attribute)
        styles = own.styles.copy()
        styles[index] = _mix(styles[index], code, edit.strength)
        logits = self._networks.sem_logits(label_map, styles[None])[0]
        allowed = allowed_changes(rule)
        if rule.certain and rule.region is not None and edit.present:
            may_come = allowed[label_map, rule.region] & _below_lobes(label_map)
            fewest = int(rule.certain * label_map.size)
            logits = _settled(logits, rule.region, may_come, fewest, _middle(label_map))
        shed = None if edit.present else rule.sheds
        if shed is not None and edit.strength > TUNING.half:
            area = label_map == shed
            logits = _lowered(logits, shed, area, area.mean() * (1 - edit.strength) / (1 - TUNING.half))
        redrawn = best_label(logits)
        wanted = (redrawn != label_map) & allowed[label_map, redrawn]
        change = _parts_with(wanted & (redrawn != own.redrawn), wanted, redrawn, rule.speck * label_map.size)
        result = np.where(change, redrawn, label_map)
        if change.any() and allowed[Label.HAIR, Label.BACKGROUND]:
            if shed is not None:
                result = _without_threads(shed, label_map, result, logits, allowed)
            result = _without_tufts(label_map, result, everywhere=shed is not None)
        gone = shed if edit.strength >= 1 else None
        if rule.region is not None and not edit.present and edit.strength >= TUNING.half:
            gone = rule.region
        if gone is not None:
            result = _without(gone, (label_map == gone) & (result == gone), result, logits, allowed)
        return result


def _lowered(logits: Array, label: Label, area: Area, most: float) -> Array:
    """Logits with one label lowered until no more than a share `most` of the crop keeps it."""
    gaps = np.sort((logits[label] - _next_best(logits, label))[area])[::-1]
    kept = int(most * area.size)
    if gaps.size <= kept:
        return logits
    lowered = logits.copy()
    lowered[label] -= np.float32(max(gaps[kept], 0) + TUNING.lowered_below)
    return lowered


def _settled(logits: Array, label: Label, allowed: Area, fewest: int, middle: float) -> Array:
    """Logits whose likeliest pixels of a small label lie close together, on each side of the face.

    SEM knows about where an earring hangs, and smears it over all those places. On each side of the column
    `middle` it is gathered around the likeliest of them: as many pixels as there are, `fewest` at least.
    """
    tuning, others = TUNING.at(len(allowed)), _next_best(logits, label)
    gap: Array = logits[label] - others
    blurred = np.asarray(cv2.GaussianBlur(gap, (0, 0), tuning.place_sigma), np.float32)
    likely = np.where(allowed, blurred, -np.inf)
    columns = np.indices(gap.shape, np.float32)[1]
    taken = np.zeros(gap.shape, np.bool_)
    for side in (columns < middle, columns >= middle):
        most = tuning.most_earring * fewest
        count = int(np.clip(np.count_nonzero(side & allowed & (gap > 0)), fewest, most))
        taken |= _gathered(np.where(side, likely, -np.inf), count)
    settled = logits.copy()
    settled[label] = np.where(taken, others + 1, np.minimum(logits[label], others - 1))
    return settled


def _below_lobes(label_map: LabelMap) -> Area:
    """Where earrings hang: about the ear and below it; on a side that shows none, where hair meets the cheek.

    A profile shows one side of the head: beyond its nose there is neither.
    """
    tuning, places = TUNING.at(len(label_map)), np.asarray(np.indices(label_map.shape), np.float32)
    rows, columns = places[0], places[1]
    middle, nose = _middle(label_map), label_map == Label.NOSE
    nose_row = float(rows[nose].mean()) if nose.any() else label_map.shape[0] / 2
    cheek = (rows >= nose_row) & (rows < nose_row + tuning.cheek)
    cheek &= np.abs(columns - middle) >= tuning.from_nose
    hair, face = label_map == Label.HAIR, labelled(label_map, {Label.SKIN, Label.NECK})
    beside, above, below = (
        round(reach) for reach in (tuning.lobe_beside, tuning.lobe_above, tuning.lobe_below)
    )
    hanging = np.ones((above + below + 1, 2 * beside + 1), np.uint8)
    around = np.ones((odd(tuning.hair_beside),) * 2, np.uint8)
    result = np.zeros(label_map.shape, np.bool_)
    for side in (columns < middle, columns >= middle):
        ear = side & labelled(label_map, {Label.L_EAR, Label.R_EAR})
        if np.count_nonzero(ear) >= tuning.seen_ear:
            lobe = ear & (rows >= rows[ear].mean())
            result |= side & (cv2.dilate(lobe.astype(np.uint8), hanging, anchor=(beside, below)) > 0)
        else:
            covered = (cv2.dilate(area.astype(np.uint8), around) > 0 for area in (hair, face))
            result |= side & cheek & np.logical_and(*covered)
    return result


def _next_best(logits: Array, label: Label) -> Array:
    """The logit (H, W) of the likeliest of all other labels."""
    others: Array = np.delete(logits, label, axis=0).max(axis=0)
    return others


def _gathered(likely: NDArray[np.floating], count: int) -> Area:
    """The `count` likeliest pixels near the likeliest one; none where even that is unlikely."""
    row, column = divmod(int(likely.argmax()), likely.shape[1])
    if likely[row, column] < -TUNING.most_raised:
        return np.zeros(likely.shape, np.bool_)
    rows, columns = (np.arange(length, dtype=np.float32) for length in likely.shape)
    away = np.hypot(rows[:, None] - row, columns - column)
    near = np.where(away <= TUNING.round_earring * np.sqrt(count / np.pi), likely, -np.inf)
    least = float(np.partition(near, -count, axis=None)[-count])
    return (near >= least) & np.isfinite(near)


def _middle(label_map: LabelMap) -> float:
    """The column of the nose, or of the crop's middle where none is seen."""
    columns = np.nonzero(label_map == Label.NOSE)[1]
    return float(columns.mean()) if columns.size else label_map.shape[1] / 2


def _parts_with(seed: Area, wanted: Area, redrawn: LabelMap, fewest: float) -> Area:
    """The connected parts of `wanted`, label by label, that hold at least `fewest` pixels of `seed`.

    A fringe begins at the hairline, a bald head has no tuft left on it: what SEM draws alike with the own
    styles, because it draws the hairline badly, still belongs to the part that the edit changes.
    """
    kept = np.zeros(wanted.shape, np.bool_)
    for label in np.unique(redrawn[seed]):
        area = wanted & (redrawn == label)
        parts = np.asarray(cv2.connectedComponents(area.astype(np.uint8), connectivity=8)[1], np.int32)
        counts = np.bincount(parts[seed & area], minlength=int(parts.max()) + 1)
        counts[0] = 0
        kept |= (counts >= fewest)[parts]
    return kept


def _shows(changed: LabelMap, edit: SetAttribute, rule: Rule) -> bool:
    """Whether the map shows what the edit asks for, as far as a label map can tell and strength lets it."""
    if rule.region is not None:
        return not edit.present or _region_area(changed, rule.region) >= rule.enough * changed.size
    if not rule.told or edit.strength < TUNING.half:
        return True
    return present_attributes(changed)[edit.attribute] == edit.present


def _attempts(source: Source, rule: Rule) -> Iterator[Source]:
    """The source itself, then seeds that follow from it in a fixed order.

    A fringe like somebody else's stays half theirs: with a seed in its place everybody's would be the same. A
    face without eyeglasses has none to give.
    """
    yield source
    mixed = rule.told and not isinstance(source, Seed)
    first = source if isinstance(source, Seed) else Seed(-1)
    for offset in range(1, TUNING.seed_tries):
        seed = replace(first, seed=first.seed + offset * TUNING.seed_stride)
        yield Blend(source, seed, TUNING.mixed) if mixed else seed


def _other_seed(edit: SetAttribute, used: Source) -> str:
    title = attribute(edit.attribute).title
    if isinstance(edit.source, Seed):
        return f"{title}: this seed shows nothing on this face, so another one that does is used."
    if isinstance(used, Blend):
        return f"{title}: the source shows nothing on this face, so a random shape is mixed into it."
    return f"{title}: the source shows nothing on this face, so a random shape is used."


def _without_tufts(before: LabelMap, after: LabelMap, everywhere: bool) -> LabelMap:
    """Hair that an edit left hanging in the air goes with the rest.

    What hung there before is mostly a parser's mistake about the background; an edit touches it only where
    hair has to go `everywhere`.
    """
    loose = loose_hair(after)
    if not everywhere:
        loose &= ~loose_hair(before)
    behind = np.where(before == Label.HAIR, np.uint8(Label.BACKGROUND), before)
    return np.where(loose, behind, after).astype(np.uint8)


def _without_threads(
    label: Label, before: LabelMap, after: LabelMap, logits: Array, allowed: NDArray[np.bool_]
) -> LabelMap:
    """What is left as a thread goes too: a line along the old outline, or between two parts that went."""
    left, side = after == label, odd(TUNING.at(len(after)).thread)
    broad = cv2.morphologyEx(left.astype(np.uint8), cv2.MORPH_OPEN, np.ones((side, side), np.uint8)) > 0
    near = cv2.dilate((after != before).astype(np.uint8), np.ones((3, 3), np.uint8))
    parts = np.asarray(cv2.connectedComponents((left & ~broad).astype(np.uint8), connectivity=8)[1], np.int32)
    beside = np.bincount(parts[near > 0], minlength=int(parts.max()) + 1) > 0
    beside[0] = False
    return _without(label, beside[parts], after, logits, allowed)


def _without(
    label: Label, area: Area, after: LabelMap, logits: Array, allowed: NDArray[np.bool_]
) -> LabelMap:
    """Off means gone: every pixel of an area that shows the label takes the likeliest that it may become."""
    may_come = np.where(allowed[label][:, None], logits[:, area], -np.inf)
    result = after.copy()
    result[area] = may_come.argmax(axis=0)
    return result


def _apply(layout: Layout, changed: LabelMap, rule: Rule, source: Source, edit: SetAttribute) -> Layout:
    """Take a changed map over into the layout, and note which regions it brought."""
    before = layout.label_map
    difference = changed != before
    base = layout.base
    if rule.layered and rule.region is not None:
        # What an earlier edit covered is known, and comes back as it was.
        known = difference & (before == rule.region) & (base != rule.region)
        changed = np.where(known, base, changed).astype(np.uint8)
        base = np.where(difference & (changed != rule.region), changed, base)
    else:
        base = np.where(difference, changed, base)
    brought = dict(layout.brought)
    for value in np.unique(changed[difference]):
        label = Label(value)
        if _takes_style(label, layout.parsed, rule, edit):
            brought[label] = source
    renewed = replace(layout, label_map=changed, base=base.astype(np.uint8), brought=brought)
    if not rule.renews or edit.strength < TUNING.half:
        return renewed
    anew = labelled(renewed.base, rule.renews)
    return replace(renewed, redrawn=anew if layout.redrawn is None else anew | layout.redrawn)


def _takes_style(label: Label, parsed: LabelMap, rule: Rule, edit: SetAttribute) -> bool:
    """A region takes the edit's style when the edit puts it on, or when the photo has too little of it."""
    if label == rule.region and edit.present:
        return True
    share = _region_area(parsed, label) / parsed.size
    return share == 0 or (label == Label.HAIR and share < TUNING.enough_hair)


def _region_area(label_map: LabelMap, label: Label) -> int:
    return int(np.count_nonzero(label_map == label))


def _mix(first: Array, second: Array, amount: float) -> Array:
    return (first + (second - first) * np.float32(amount)).astype(np.float32)


def _noise(seed: int, stream: int, shape: tuple[int, ...]) -> Array:
    """Standard normal numbers: the same for a seed and stream on every machine."""
    return np.random.default_rng((seed, stream)).standard_normal(shape, np.float32)
