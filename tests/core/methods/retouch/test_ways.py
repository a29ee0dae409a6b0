"""Retouching on drawn faces whose pores, blotches, teeth and eyes are known."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.labels import Label
from core.methods.retouch.controls import controls
from core.methods.retouch.points import EYES, INNER_LIPS, UNDER_EYES
from core.methods.retouch.sight import Sight
from core.methods.retouch.ways import WAYS
from core.opencv import cv2
from tests.core.methods.shape.heads import mesh_seen

SIDE = 512
TONES = {"light": (228, 190, 170), "middle": (180, 130, 100), "dark": (92, 60, 46)}
Picture = NDArray[np.float64]


def filled(points: NDArray[np.float64], scale: float) -> NDArray[np.bool_]:
    area = np.zeros((round(256 * scale),) * 2, np.uint8)
    cv2.fillPoly(area, [np.rint(points[:, :2] * scale - 0.5).astype(np.int32)], (1,))
    return area > 0


MESH = mesh_seen()
TEETH = filled(MESH[list(INNER_LIPS)] + np.where(MESH[list(INNER_LIPS), 1:2] > 185, [0, 5, 0], 0), 2)
WHITES = filled(MESH[list(EYES[0])], 2) | filled(MESH[list(EYES[1])], 2)


def label_map() -> NDArray[np.uint8]:
    labels = np.zeros((256, 256), np.uint8)
    cv2.ellipse(labels, (128, 140), (70, 90), 0, 0, 360, int(Label.SKIN), -1)
    for area, label in (
        (filled(MESH[list(EYES[0])], 1), Label.R_EYE),
        (filled(MESH[list(EYES[1])], 1), Label.L_EYE),
    ):
        labels[area] = label
    lips = filled(mouth(), 1)
    labels[lips] = Label.MOUTH
    return labels


def mouth() -> NDArray[np.float64]:
    """The inner lips, opened."""
    points = opened()[list(INNER_LIPS)]
    return points


def opened() -> NDArray[np.float64]:
    mesh = MESH.copy()
    lower = list(INNER_LIPS[11:])
    mesh[lower, 1] += 8
    return mesh


def sight(picture: Picture) -> Sight:
    return Sight(np.clip(np.rint(picture), 0, 255).astype(np.uint8), label_map(), opened()[:, :2])


def face(tone: str = "middle") -> Picture:
    """Even skin with pores of two pixels."""
    pores = np.random.default_rng(0).normal(0, 0.02, (SIDE, SIDE, 1))
    return np.array(TONES[tone], float) * np.exp(pores)


def done(picture: Picture, what: str, amount: float = 1.0) -> Picture:
    logs, mask = WAYS[what](sight(picture))
    return picture * (1 + (np.exp(amount * logs) - 1) * mask[..., None])


def test_every_slider_has_its_way():
    assert {each.fixed["what"] for each in controls(None)} == set(WAYS)


@pytest.mark.parametrize("what", WAYS)
def test_nothing_changes_at_rest_or_beyond_the_face(what: str):
    picture = face()
    logs, mask = WAYS[what](sight(picture))
    assert mask.min() >= 0
    assert mask.max() <= 1
    assert np.isfinite(logs).all()
    assert np.array_equal(done(picture, what, 0.0), picture)
    beyond = cv2.resize(label_map(), (SIDE, SIDE), interpolation=cv2.INTER_NEAREST) == Label.BACKGROUND
    assert not mask[cv2.erode(beyond.astype(np.uint8), np.ones((5, 5))) > 0].any()


@pytest.mark.parametrize("tone", TONES)
def test_blotches_go_and_pores_stay(tone: str):
    blotch = np.zeros((SIDE, SIDE), np.float32)
    for x, y in ((200, 330), (310, 330), (256, 190), (220, 200)):
        cv2.circle(blotch, (x, y), 7, 1, -1)
    blotch = cv2.GaussianBlur(blotch, (0, 0), 2)
    before = face(tone) * np.exp(-0.10 * blotch[..., None])
    after = done(before, "smooth-skin")
    centre = np.s_[328:333, 308:313]
    around = np.s_[325:336, 335:345]

    def depth(picture: Picture) -> float:
        return float(np.log(picture[around].mean() / picture[centre].mean()))

    assert depth(after) < 0.55 * depth(before)

    def pores(picture: Picture) -> float:
        logs = np.log(picture[340:380, 220:290]).astype(np.float32)
        return float((logs - cv2.GaussianBlur(logs, (0, 0), 1.0)).std())

    assert pores(after) > 0.9 * pores(before)


def test_a_fold_is_kept_more_than_a_blotch():
    logs = np.zeros((SIDE, SIDE), np.float32)
    cv2.line(logs, (170, 300), (200, 370), 1, 8)
    fold = cv2.GaussianBlur(logs, (0, 0), 1.5)[..., None]
    shares: list[float] = []
    for strength in (0.08, 0.6):
        before = np.array(TONES["middle"], float) * np.exp(-strength * fold)
        after = done(before, "smooth-skin")
        shares.append(float(np.log(after[335, 185] / before[335, 185]).mean()) / strength)
    assert shares[1] < 0.5 * shares[0]


@pytest.mark.parametrize("tone", TONES)
def test_shine_takes_the_skins_colour(tone: str):
    spot = np.zeros((SIDE, SIDE), np.float32)
    cv2.circle(spot, (256, 190), 14, 1, -1)
    spot = cv2.GaussianBlur(spot, (0, 0), 4)[..., None]
    before = face(tone) * (1 - 0.5 * spot) + 255 * 0.5 * spot
    after = done(before, "no-shine")
    plain = np.array(TONES[tone])
    assert np.log(after[190, 256] / plain).mean() < 0.85 * np.log(before[190, 256] / plain).mean()
    assert np.ptp(after[190, 256] / plain) < np.ptp(before[190, 256] / plain)
    assert np.abs(after[340, 200] / before[340, 200] - 1).max() < 0.02  # skin that does not shine


def test_teeth_lose_their_yellow_and_gums_keep_their_red():
    picture = face()
    inside = filled(mouth(), 2)
    picture[inside] = (225, 205, 150)
    gums = inside & (np.arange(SIDE)[:, None] < np.nonzero(inside)[0].min() + 6)
    picture[gums] = (190, 90, 90)
    after = done(picture, "white-teeth")
    rows, columns = np.nonzero(inside & ~gums)
    middle = (int(np.median(rows)), int(np.median(columns)))
    assert np.ptp(after[middle]) < 0.5 * np.ptp(picture[middle])
    assert after[middle].mean() > picture[middle].mean()
    assert np.abs(after[gums] - picture[gums]).mean() < 0.3 * np.abs(after[middle] - picture[middle]).mean()


def test_whites_of_eyes_lose_veins_and_irises_stay():
    picture = face()
    picture[WHITES] = (205, 180, 170)
    iris = MESH[468, :2] * 2
    cv2.circle(picture, (round(iris[0]), round(iris[1])), 11, (70, 50, 30), -1)
    after = done(picture, "bright-eyes")
    corner = (MESH[33, :2] * 0.7 + MESH[468, :2] * 0.3) * 2
    at = round(corner[1]), round(corner[0])
    assert np.ptp(after[at]) < 0.7 * np.ptp(picture[at])
    assert after[at].mean() > picture[at].mean()
    centre = round(iris[1]), round(iris[0])
    assert np.abs(after[centre] / picture[centre] - 1).max() < 0.03


def test_red_pupils_get_dark_and_brown_irises_stay():
    picture = face()
    picture[WHITES] = (220, 215, 210)
    for number in (468, 473):
        x, y = np.rint(MESH[number, :2] * 2).astype(int)
        cv2.circle(picture, (int(x), int(y)), 11, (80, 55, 40), -1)
    assert np.array_equal(done(picture, "no-red-eyes"), picture)
    x, y = np.rint(MESH[468, :2] * 2).astype(int)
    cv2.circle(picture, (int(x), int(y)), 6, (200, 40, 45), -1)
    after = done(picture, "no-red-eyes")
    assert after[y, x, 0] < 1.25 * max(after[y, x, 1:])
    assert after[y, x].mean() < 0.5 * picture[y, x].mean()


@pytest.mark.parametrize("tone", TONES)
def test_bags_become_as_light_as_the_cheek(tone: str):
    picture = face(tone)
    shade = np.zeros((SIDE, SIDE), np.float32)
    for outline in UNDER_EYES:
        shade[filled(MESH[list(outline)], 2)] = 1
    shade = cv2.GaussianBlur(shade, (0, 0), 4)[..., None]
    before = picture * np.exp(-0.2 * shade)
    after = done(before, "no-eye-bags")
    row, column = np.rint(MESH[list(UNDER_EYES[0]), :2].mean(0)[::-1] * 2).astype(int)
    spot = np.s_[row - 3 : row + 3, column - 6 : column + 6]
    gained = np.log(after[spot].mean() / before[spot].mean())
    assert 0.05 < gained < 0.2
