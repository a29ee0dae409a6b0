"""SMILE's edits with a stand-in that behaves as a perfect SMILE_SEM would."""

from __future__ import annotations

import numpy as np
import pytest

from core.cache import StageCache
from core.document.edits import Blend, Own, Reference, Seed
from core.labels import NUM_LABELS, Label
from core.methods.layout import LabelMap, Layout
from core.methods.smile.attributes import attribute_index
from core.methods.smile.edits import SetAttribute
from core.methods.smile.presence import present_attributes
from core.methods.smile.rules import RULES, allowed_changes
from core.methods.smile.sem import Array, SmileSem, _attempts, _without_threads

GLASSES, HAT, EARRINGS = (attribute_index(name) for name in ("eyeglasses", "hat", "earrings"))
BOX = np.s_[100:140, 60:200]
HAT_BOX = np.s_[10:70, 60:200]


def face() -> LabelMap:
    label_map = np.full((256, 256), Label.BACKGROUND, np.uint8)
    label_map[60:220, 60:200] = Label.SKIN
    label_map[30:80, 60:200] = Label.HAIR
    label_map[110:120, 80:100] = Label.R_EYE
    label_map[110:120, 150:170] = Label.L_EYE
    return label_map


class PerfectSem:
    """Draws glasses where the glasses slot's first number is positive, a hat likewise, and always moves the
    jaw a little when anything differs: what the rules are there to undo. Seed `blind` shows nothing."""

    sem_latent = 4

    def __init__(self, blind: int = -1) -> None:
        self.calls = 0
        self._blind = (
            np.random.default_rng((blind, GLASSES)).standard_normal(4, np.float32) if blind >= 0 else None
        )

    def sem_random(self, z: Array) -> Array:
        shown = self._blind is None or not np.allclose(z[0], self._blind)
        return self._slots(1.0 if shown else -1.0)[None]

    def sem_styles(self, label_map: LabelMap) -> Array:
        slots = self._slots(1.0)
        slots[GLASSES, 1, 0] = 1.0 if (label_map == Label.EYE_G).any() else -1.0
        return slots

    def sem_logits(self, label_map: LabelMap, styles: Array) -> Array:
        self.calls += 1
        logits = np.zeros((len(styles), NUM_LABELS, 256, 256), np.float32)
        for n, style in enumerate(styles):
            drawn = label_map.copy()
            if style[GLASSES, 0] > 0:
                drawn[BOX] = Label.EYE_G
                drawn[215:220, 60:200] = Label.BACKGROUND
            else:
                drawn[drawn == Label.EYE_G] = Label.SKIN
            if style[HAT, 0] > 0:
                drawn[HAT_BOX] = Label.HAT
            np.put_along_axis(logits[n], drawn[None].astype(np.int64), 1.0, 0)
        return logits

    @staticmethod
    def _slots(on: float) -> Array:
        slots = np.full((6, 2, 4), -1.0, np.float32)
        slots[:, 1] = on
        return slots


def sem(networks: PerfectSem, reference: LabelMap | None = None) -> SmileSem:
    return SmileSem(networks, StageCache(), lambda _: face() if reference is None else reference)


def on(name: str = "eyeglasses", **rest: object) -> SetAttribute:
    return SetAttribute(attribute=name, present=True, **rest)  # type: ignore[arg-type]  # fields by name


def test_glasses_come_over_the_face_and_the_jaw_stays():
    layout = sem(PerfectSem()).set_attribute(Layout.of(face()), on())
    assert (layout.label_map[BOX] == Label.EYE_G).all()
    outside = np.ones((256, 256), np.bool_)
    outside[BOX] = False
    assert np.array_equal(layout.label_map[outside], face()[outside])
    assert np.array_equal(layout.base, face())
    assert layout.brought == {Label.EYE_G: Seed(0)}
    assert layout.notices == ()


def test_off_brings_back_what_an_edit_had_covered():
    method = sem(PerfectSem())
    worn = method.set_attribute(Layout.of(face()), on())
    bare = method.set_attribute(worn, SetAttribute(attribute="eyeglasses", present=False))
    assert np.array_equal(bare.label_map, face())
    assert np.array_equal(bare.base, face())


def test_the_photos_own_glasses_are_gone_altogether():
    own = face()
    own[BOX] = Label.EYE_G
    layout = sem(PerfectSem()).set_attribute(
        Layout.of(own), SetAttribute(attribute="eyeglasses", present=False)
    )
    assert not (layout.label_map == Label.EYE_G).any()
    assert not (layout.base == Label.EYE_G).any()


def test_a_new_pair_takes_the_place_of_the_old_one():
    own = face()
    own[95:150, 50:210] = Label.EYE_G
    layout = sem(PerfectSem()).set_attribute(Layout.of(own), on(source=Seed(3)))
    assert not (layout.base == Label.EYE_G).any()
    assert layout.brought[Label.EYE_G] == Seed(3)


def test_a_seed_that_shows_nothing_is_passed_over_and_said_so():
    layout = sem(PerfectSem(blind=7)).set_attribute(Layout.of(face()), on(source=Seed(7)))
    assert (layout.label_map == Label.EYE_G).any()
    assert layout.brought[Label.EYE_G] == Seed(7 + 7919)
    assert "another one" in layout.notices[0]


def test_a_reference_without_glasses_gives_a_random_shape_and_says_so():
    layout = sem(PerfectSem()).set_attribute(Layout.of(face()), on(source=Reference("her")))
    assert (layout.label_map == Label.EYE_G).any()
    assert "random shape" in layout.notices[0]


@pytest.mark.parametrize("strength", [0.0, 0.3])
def test_too_little_strength_changes_nothing_and_says_so_if_asked_for_anything(strength: float):
    networks = PerfectSem()
    layout = sem(networks).set_attribute(Layout.of(face()), on(strength=strength))
    assert np.array_equal(layout.label_map, face())
    assert bool(layout.notices) == (strength > 0)


def test_hats_take_the_place_of_hair():
    layout = sem(PerfectSem()).set_attribute(Layout.of(face()), on("hat"))
    assert (layout.label_map[HAT_BOX] == Label.HAT).all()
    assert np.array_equal(layout.base, layout.label_map)


def test_blends_and_own_are_sources_too():
    method = sem(PerfectSem())
    blend = Blend(Seed(1), Seed(2), 0.5)
    assert (method.set_attribute(Layout.of(face()), on(source=blend)).label_map == Label.EYE_G).any()
    assert method.set_attribute(Layout.of(face()), on(source=Own())).notices


def test_the_face_is_read_once():
    networks = PerfectSem()
    method = sem(networks)
    for seed in range(3):
        method.set_attribute(Layout.of(face()), on(source=Seed(seed)))
    assert networks.calls == 4


def test_presence_is_read_off_the_map():
    bare = present_attributes(face())
    assert not any(bare[name] for name in ("eyeglasses", "hat", "earrings"))
    worn = face()
    worn[BOX], worn[HAT_BOX] = Label.EYE_G, Label.HAT
    assert present_attributes(worn)["eyeglasses"]
    assert present_attributes(worn)["hat"]
    fringe = face()
    fringe[80:105, 84:172] = Label.HAIR
    assert present_attributes(fringe)["bangs"]
    assert not bare["bangs"]


class ShiftySem(PerfectSem):
    """Draws every hairline four rows too low, whatever the styles; bangs reach down to row 100."""

    def sem_logits(self, label_map: LabelMap, styles: Array) -> Array:
        logits = np.zeros((len(styles), NUM_LABELS, 256, 256), np.float32)
        for n, style in enumerate(styles):
            drawn = label_map.copy()
            drawn[80 : 100 if style[attribute_index("bangs"), 0] > 0 else 84, 60:200] = Label.HAIR
            drawn[40:44, 20:24] = Label.HAIR
            np.put_along_axis(logits[n], drawn[None].astype(np.int64), 1.0, 0)
        return logits


def test_a_fringe_begins_at_the_hairline_though_sem_draws_that_badly():
    layout = sem(ShiftySem()).set_attribute(Layout.of(face()), on("bangs"))
    expected = face()
    expected[80:100, 60:200] = Label.HAIR
    assert np.array_equal(layout.label_map, expected)  # and the speck that is always drawn does not come


class NoisySem(PerfectSem):
    """Its random styles are the noise itself; remembers the last styles that it was asked to draw."""

    def sem_random(self, z: Array) -> Array:
        return np.broadcast_to(z[:, None, None, :], (len(z), 6, 2, 4)).copy()

    def sem_logits(self, label_map: LabelMap, styles: Array) -> Array:
        self.drawn = styles[0]
        return super().sem_logits(label_map, styles)


def test_truncation_draws_towards_the_average():
    def drawn(source: Seed) -> Array:
        networks = NoisySem()
        SmileSem(networks, StageCache(), lambda _: face()).set_attribute(
            Layout.of(face()), SetAttribute(attribute="bangs", present=True, source=source)
        )
        return networks.drawn[attribute_index("bangs")]

    full, half, none = drawn(Seed(4)), drawn(Seed(4, 0.5)), drawn(Seed(4, 0.0))
    assert np.allclose(none, drawn(Seed(5, 0.0)))
    assert np.allclose(half, (full + none) / 2, atol=1e-5)
    assert np.abs(none).max() < 0.2 < np.abs(full).max()


class ShySem(PerfectSem):
    """Draws a fringe, and only with the style of the third seed it is asked for."""

    def sem_random(self, z: Array) -> Array:
        self.calls += 1
        return self._slots(1.0 if self.calls % 10 == 3 else -1.0)[None]

    def sem_logits(self, label_map: LabelMap, styles: Array) -> Array:
        calls, logits = self.calls, super().sem_logits(label_map, styles)
        self.calls = calls
        if styles[0, attribute_index("bangs"), 0] > 0:
            logits[0, Label.HAIR, 80:112, 70:190] = 2
        return logits


def test_bangs_try_other_seeds_until_a_fringe_shows():
    layout = sem(ShySem()).set_attribute(Layout.of(face()), on("bangs", source=Seed(20)))
    assert present_attributes(layout.label_map)["bangs"]
    assert "another one" in layout.notices[0]


def test_bangs_that_no_seed_shows_are_said_to_be_missing():
    networks = PerfectSem()
    layout = sem(networks).set_attribute(Layout.of(face()), on("bangs"))
    assert np.array_equal(layout.label_map, face())
    assert "other seeds did not help" in layout.notices[0]
    assert networks.calls == 1 + 6  # the own styles, then every attempt


@pytest.mark.parametrize(("strength", "anew"), [(0.3, False), (1.0, True)])
def test_another_identity_is_drawn_anew_when_it_is_strong_enough(strength: float, anew: bool):
    method = sem(PerfectSem())
    layout = method.set_attribute(Layout.of(face()), on("identity", strength=strength))
    renewed = layout.renewed
    assert (renewed is not None) == anew
    if renewed is not None:
        assert renewed[face() == Label.SKIN].all()
        assert not renewed[face() == Label.BACKGROUND].any()
        erased = layout.restore(face() == Label.SKIN).renewed
        assert erased is not None
        assert not erased[face() == Label.SKIN].any()


class ScissorsSem(PerfectSem):
    """Takes a band of hair away, and leaves the crown in the air."""

    def sem_logits(self, label_map: LabelMap, styles: Array) -> Array:
        logits = super().sem_logits(label_map, styles)
        if styles[0, attribute_index("hair"), 0] < 0:
            logits[0, Label.SKIN, 40:80, 60:200] = 2
        return logits

    def sem_styles(self, label_map: LabelMap) -> Array:
        slots = super().sem_styles(label_map)
        slots[attribute_index("hair")] = 1.0
        return slots


def test_hair_that_is_left_in_the_air_goes_with_the_rest():
    own = face()
    own[20:30, 60:200] = Label.HAIR
    own[30:40, 60:200] = Label.BACKGROUND  # a gap that was in the photo's own map
    own[40:80, 60:200] = Label.HAIR
    off = SetAttribute(attribute="hair", present=False)
    layout = sem(ScissorsSem()).set_attribute(Layout.of(own), off)
    assert not (layout.label_map == Label.HAIR).any()
    assert (layout.label_map[20:30] == Label.BACKGROUND).all()


class ReluctantSem(ScissorsSem):
    """Thinks hair still a little likelier than skin, the less so the higher it is."""

    def sem_logits(self, label_map: LabelMap, styles: Array) -> Array:
        logits = super().sem_logits(label_map, styles)
        if styles[0, attribute_index("hair"), 0] < 0:
            rows = np.linspace(0.99, 0.1, 40, dtype=np.float32)[:, None]
            logits[0, Label.SKIN, 40:80, 60:200] = rows
        return logits


def test_hair_goes_bit_by_bit_and_in_the_end_wholly():
    off = [SetAttribute(attribute="hair", present=False, strength=s) for s in (0.5, 0.75, 1.0)]
    maps = [sem(ReluctantSem()).set_attribute(Layout.of(face()), edit).label_map for edit in off]
    shares = [float((label_map == Label.HAIR).mean()) for label_map in maps]
    assert shares[0] == (face() == Label.HAIR).mean()
    assert shares[0] > shares[1] > shares[2]
    assert shares[2] == 0


def test_no_thread_of_hair_is_left_where_the_rest_went():
    own = face()
    own[80:200, 120:123] = Label.HAIR  # as thin as this, and joined to what goes
    off = SetAttribute(attribute="hair", present=False)
    layout = sem(ScissorsSem()).set_attribute(Layout.of(own), off)
    assert not (layout.label_map[80:200] == Label.HAIR).any()


class SmearedSem(PerfectSem):
    """Thinks earrings as likely as not all along both sides of the neck, and nowhere surer than skin."""

    def __init__(self, sides: tuple[slice, ...]) -> None:
        super().__init__()
        self._sides = sides

    def sem_logits(self, label_map: LabelMap, styles: Array) -> Array:
        logits = super().sem_logits(label_map, styles)
        for drawn, style in zip(logits, styles, strict=True):
            drawn[Label.EAR_R] = -9
            for side in self._sides:
                drawn[Label.EAR_R, 150:215, side] = 0.9 if style[EARRINGS, 0] > 0 else -9
                drawn[Label.EAR_R, 160:166, side] += 0.05
        return logits


def listening(*sides: slice) -> LabelMap:
    """A face with an ear on each of these sides."""
    label_map = face()
    for side in sides:
        label_map[120:160, side] = Label.L_EAR
    return label_map


LEFT, RIGHT = slice(70, 90), slice(170, 190)


@pytest.mark.parametrize("sides", [(LEFT, RIGHT), (LEFT,)])
def test_earrings_are_gathered_where_they_are_likeliest_on_each_side(sides: tuple[slice, ...]):
    layout = sem(SmearedSem(sides)).set_attribute(Layout.of(listening(LEFT, RIGHT)), on("earrings"))
    worn = layout.label_map == Label.EAR_R
    for side in sides:
        rows, columns = np.nonzero(worn[:, side])
        assert rows.size >= RULES["earrings"].certain * 256**2
        assert max(np.ptp(rows), np.ptp(columns)) <= 3 * np.sqrt(rows.size)
        assert 155 < rows.mean() < 171
        worn[:, side] = False
    assert not worn.any()


def test_a_side_without_ear_and_hair_gets_no_earring():
    layout = sem(SmearedSem((LEFT, RIGHT))).set_attribute(Layout.of(listening(LEFT)), on("earrings"))
    worn = layout.label_map == Label.EAR_R
    assert worn[:, LEFT].any()
    assert not worn[:, RIGHT].any()


def test_below_hair_that_covers_the_ear_they_hang_at_its_edge():
    covered = listening(LEFT)
    covered[80:200, 178:200] = Label.HAIR
    layout = sem(SmearedSem((LEFT, RIGHT))).set_attribute(Layout.of(covered), on("earrings"))
    columns = np.nonzero(layout.label_map[:, 140:] == Label.EAR_R)[1] + 140
    assert columns.size
    assert np.abs(columns - 178).max() <= 5


def test_what_hung_in_the_air_before_is_left_alone_by_edits_of_other_things():
    own = face()
    own[100:130, 20:30] = Label.HAIR  # a parser's mistake about the background
    layout = sem(PerfectSem()).set_attribute(Layout.of(own), on("hat"))
    assert (layout.label_map == Label.HAT).any()
    assert (layout.label_map[100:130, 20:30] == Label.HAIR).all()


def test_a_fringe_like_somebody_elses_is_mixed_with_chance_only_where_it_shows_nothing():
    networks = PerfectSem()
    layout = sem(networks).set_attribute(Layout.of(face()), on("bangs", source=Reference("her")))
    assert networks.calls == 1 + 6
    assert "other seeds did not help" in layout.notices[0]

    class Hers(ShySem):
        def sem_styles(self, label_map: LabelMap) -> Array:
            return self._slots(0.5)  # a seed that shows nothing takes it to below 0, one that does above

    source = Reference("her")
    theirs = sem(Hers()).set_attribute(Layout.of(face()), on("bangs", source=source))
    assert not theirs.notices
    assert theirs.brought.get(Label.HAIR, source) == source

    shy = sem(ShyStyles()).set_attribute(Layout.of(face()), on("bangs", source=source))
    assert present_attributes(shy.label_map)["bangs"]
    assert "mixed into it" in shy.notices[0]


class ShyStyles(ShySem):
    """As `ShySem`; what S reads off a face shows nothing by itself."""

    def sem_styles(self, label_map: LabelMap) -> Array:
        return self._slots(-0.5)


def test_a_change_of_less_than_twelve_pixels_is_none():
    class Specks(PerfectSem):
        def sem_logits(self, label_map: LabelMap, styles: Array) -> Array:
            logits = super().sem_logits(label_map, styles)
            if styles[0, attribute_index("bangs"), 0] > 0:
                logits[0, Label.HAIR, 90, 80:90] = 2
                logits[0, Label.HAIR, 100, 80:94] = 2
            return logits

    layout = sem(Specks()).set_attribute(Layout.of(face()), on("bangs"))
    assert not (layout.label_map[90] == Label.HAIR).any()
    assert (layout.label_map[100] == Label.HAIR).sum() == 14


class Redrawing(PerfectSem):
    """Draws the map as it is with the face's own styles, and as `edited` with any others."""

    def __init__(self, edited: LabelMap) -> None:
        super().__init__()
        self._edited = edited

    def sem_logits(self, label_map: LabelMap, styles: Array) -> Array:
        self.calls += 1
        logits = np.zeros((1, NUM_LABELS, 256, 256), np.float32)
        drawn = label_map if self.calls == 1 else self._edited
        np.put_along_axis(logits[0], drawn[None].astype(np.int64), 1.0, 0)
        return logits


def test_of_earrings_that_fade_a_part_of_four_pixels_goes_and_one_of_two_stays():
    own, edited = face(), face()
    for columns in (slice(150, 154), slice(180, 182)):
        own[170, columns] = Label.EAR_R
    off = SetAttribute(attribute="earrings", present=False, strength=0.3)
    left = sem(Redrawing(edited)).set_attribute(Layout.of(own), off).label_map == Label.EAR_R
    assert not left[170, 150:154].any()
    assert left[170, 180:182].all()


def test_of_an_outline_that_another_identity_moves_five_pixels_count_and_three_do_not():
    edited = face()
    edited[219, 80:85] = edited[219, 120:123] = Label.BACKGROUND
    moved = sem(Redrawing(edited)).set_attribute(Layout.of(face()), on("identity")).label_map != face()
    assert moved[219, 80:85].all()
    assert not moved[219, 120:123].any()


@pytest.mark.parametrize(("width", "left"), [(5, False), (9, True)])
def test_hair_that_is_left_as_a_thread_goes(width: int, left: bool):
    before, after = face(), face()
    before[80:200, 60 : 100 + width] = after[80:200, 100 : 100 + width] = Label.HAIR
    logits = np.zeros((NUM_LABELS, 256, 256), np.float32)
    logits[Label.SKIN] = 1.0
    result = _without_threads(Label.HAIR, before, after, logits, allowed_changes(RULES["hair"]))
    assert (result[90:190, 100 : 100 + width] == Label.HAIR).all() == left


class Random(PerfectSem):
    """Gives every style the random numbers that it is made of."""

    def sem_random(self, z: Array) -> Array:
        return np.tile(z[:, None, None, :], (1, 6, 2, 1))


def test_what_truncation_draws_towards_is_what_it_was_in_documents_of_before():
    method = sem(Random())
    code = method._code(Seed(3, 0.0), method._own(face()), "hat", True)
    assert code == pytest.approx([-0.03594794, -0.07129733, 0.03827716, 0.02951512], abs=1e-5)


def test_a_fringe_like_anothers_that_does_not_show_stays_half_theirs():
    first, second, *_ = _attempts(Reference("her"), RULES["bangs"])
    assert first == Reference("her")
    assert isinstance(second, Blend)
    assert second.first == first
    assert 0.4 < second.amount < 0.6
