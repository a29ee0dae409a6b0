"""A still's head moved as a driver's head moves: the layout from the driver, the styles from the still."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from core.face import CROP_SIZE, Face
from core.labels import HEAD, NUM_LABELS, Label
from core.methods.codes import RegionCodes
from core.methods.heads.guest import Field, Guest, put_head, still_field, with_own_pixels
from core.methods.layout import LabelMap, Layout, labelled
from core.methods.smile.compose import Patch, Scene, compose
from core.methods.smile.rules import ACCESSORY_LABELS
from core.methods.smile.styles import RegionStyler
from core.opencv import cv2
from core.video.landmarks import Landmarks, find_landmarks, warp_field
from core.video.tuning import TUNING

Matrix = NDArray[np.float64]
Shape = Literal["own", "driver"]

_WORN = ACCESSORY_LABELS & HEAD
_LIPS = (Label.U_LIP, Label.L_LIP, Label.MOUTH, Label.SKIN)


class PuppetNetworks(Protocol):
    """What drawing a puppet needs of the networks."""

    @property
    def syn_latent(self) -> int: ...
    def syn_random(self, z: NDArray[np.float32]) -> NDArray[np.float32]: ...
    def syn_styles(self, crop: NDArray[np.uint8], label_map: LabelMap) -> NDArray[np.float32]: ...
    def syn_render(self, label_map: LabelMap, styles: NDArray[np.float32]) -> NDArray[np.float32]: ...


@dataclass(frozen=True, eq=False)
class Pose:
    """What one frame says: the driver's label map in its aligned crop, and `placement` (2, 3), which takes
    that crop to the one where the driver was at rest."""

    label_map: LabelMap
    placement: Matrix


class Puppet:
    """One face of a still, ready to be moved.

    `shape` "own" keeps the still's proportions and moves its parts as far as the driver's move from `rest`,
    the driver's label map at rest; "driver" takes the driver's layout as it is, as SMILE's paper does.
    """

    def __init__(
        self,
        networks: PuppetNetworks,
        face: Face,
        fade: NDArray[np.float32],
        rest: LabelMap,
        shape: Shape = "own",
        typical: tuple[NDArray[np.float32], NDArray[np.bool_]] | None = None,
    ) -> None:
        self._networks, self._face, self._fade, self._shape = networks, face, fade, shape
        areas = np.bincount(face.label_map.ravel(), minlength=NUM_LABELS)[:NUM_LABELS]
        self._codes = RegionCodes(networks.syn_styles(face.crop, face.label_map), areas > 0)
        self._styler = RegionStyler(networks, lambda _: self._codes, typical)
        self._marks, self._rest = find_landmarks(face.label_map), find_landmarks(rest)

    def moved(self, pose: Pose) -> Patch:
        """The change to the still that puts its head into the pose."""
        layout, guest = self._layout(pose)
        styled = self._styler.style(self._codes, layout, ())
        drawn = self._networks.syn_render(layout.base, styled.codes)[..., :3]
        return compose(
            Scene(
                crop=self._face.crop.astype(np.float32),
                opacity=self._face.opacity,
                parsed=layout.parsed,
                base=layout.base,
                label_map=layout.label_map,
                restyled=frozenset(),
                drawn=with_own_pixels(guest, drawn, drawn, layout, labelled(layout.base, HEAD)),
                reconstruction=None,
                overlay=None,
                fade=self._fade,
                renewed=layout.renewed,
            )
        )

    def _layout(self, pose: Pose) -> tuple[Layout, Guest]:
        marks = find_landmarks(pose.label_map)
        target = marks if self._shape == "driver" else self._followed(marks)
        back = np.asarray(cv2.invertAffineTransform(held(pose.placement, len(self._face.crop))), np.float64)
        field = _through(warp_field(target, self._marks, len(self._face.crop)), back)
        guest = Guest(self._face.crop, self._face.label_map, self._face.opacity, self._codes, field)
        moved = guest.moved_labels()
        if self._shape == "own":
            head = _opened(moved, target, held(pose.placement, len(self._face.crop)))
        else:
            head = _dressed_alike(_warped(pose.label_map, back), moved)
        return put_head(Layout.of(self._face.label_map), head), guest

    def _followed(self, marks: Landmarks) -> Landmarks:
        """The still's landmarks, moved as far as the driver's are from rest."""
        names = [n for n in self._marks if n in marks and n in self._rest]
        return {
            n: (
                self._marks[n][0] + marks[n][0] - self._rest[n][0],
                self._marks[n][1] + marks[n][1] - self._rest[n][1],
            )
            for n in names
        }


def held(placement: Matrix, size: int = CROP_SIZE) -> Matrix:
    """The driver's movement in its picture, as a similarity (2, 3) of a crop of `size`, with limits that set
    in softly: a head that leaves its crop would be cut off."""
    middle, tuning = np.array([size / 2, size / 2]), TUNING.at(size)
    linear = placement[:, :2]
    growth = np.sqrt(abs(float(np.linalg.det(linear))))
    roll = float(np.arctan2(linear[1, 0] - linear[0, 1], linear[0, 0] + linear[1, 1]))
    growth = float(np.clip(growth, 1 / tuning.most_growth, tuning.most_growth))
    most = np.radians(tuning.most_roll)
    roll = float(np.clip(roll, -most, most))
    away = linear @ middle + placement[:, 2] - middle
    distance = float(np.linalg.norm(away))
    away *= tuning.furthest * np.tanh(distance / tuning.furthest) / max(distance, 1e-9)
    turn = growth * np.array([[np.cos(roll), -np.sin(roll)], [np.sin(roll), np.cos(roll)]])
    return np.column_stack([turn, middle + away - turn @ middle])


def _through(field: Field, back: Matrix) -> Field:
    """The field seen from a crop whose places `back` (2, 3) takes to the field's own."""
    size = len(field)
    places = still_field(size).reshape(-1, 2) @ back[:, :2].T + back[:, 2]
    places = places.reshape(size, size, 2).astype(np.float32)
    inside = np.clip(places, 0.5, size - 0.5)
    picked = cv2.remap(field, inside[..., 0] - 0.5, inside[..., 1] - 0.5, cv2.INTER_LINEAR)
    # Beyond its border a field moves as it does there.
    return np.asarray(picked + (places - inside), np.float32)


def _warped(label_map: LabelMap, back: Matrix) -> LabelMap:
    size = len(label_map)
    places = np.floor(still_field(size).reshape(-1, 2) @ back[:, :2].T + back[:, 2]).astype(np.intp)
    inside = ((places >= 0) & (places < size)).all(axis=1)
    columns, rows = np.clip(places, 0, size - 1).T
    picked = np.where(inside, label_map[rows, columns], np.uint8(Label.BACKGROUND))
    return picked.reshape(label_map.shape).astype(np.uint8)


def _opened(head: LabelMap, marks: Landmarks, placement: Matrix) -> LabelMap:
    """The mouth's inside between lips that move apart: a still with closed lips has none to move."""
    names = ("mouth left", "U_LIP bottom", "mouth right", "L_LIP top")
    if any(name not in marks for name in names):
        return head
    corners = np.array([marks[name] for name in names])
    if corners[3, 1] - corners[1, 1] < TUNING.at(len(head)).least_gap:
        return head
    left, upper, right, lower = corners @ placement[:, :2].T + placement[:, 2]
    outline = np.concatenate([_arc(left, upper, right), _arc(right, lower, left)])
    area = np.zeros(head.shape, np.uint8)
    cv2.fillPoly(area, [np.rint(outline - 0.5).astype(np.int32)], 1)
    return np.where((area > 0) & labelled(head, _LIPS), np.uint8(Label.MOUTH), head)


def _arc(start: Matrix, middle: Matrix, end: Matrix) -> Matrix:
    """A parabola through three points, 17 places of it."""
    t = np.linspace(0, 1, 17)[:, None]
    control = 2 * middle - (start + end) / 2
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * end


def _dressed_alike(head: LabelMap, moved: LabelMap) -> LabelMap:
    """The driver's head with the still's accessories and without its own: they are no movement.

    What the driver's accessories hid shows what the still has there.
    """
    below = np.where(labelled(moved, HEAD), moved, np.uint8(Label.BACKGROUND))
    head = np.where(labelled(head, _WORN), below, head)
    return np.where(labelled(moved, _WORN), moved, head).astype(np.uint8)
