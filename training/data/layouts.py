"""Label maps reshaped by geometry: hair cut or exchanged, fringes cut or grown, faces exchanged.

Nobody photographs the same person bald and with hair in the same pose; the face mesh and the label maps of
two portraits are enough to compose what their *layouts* would be. SMILE_SEM learns from such pairs beside
the paper's losses (docs/decisions/0004).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.head import Head, fit_head
from core.opencv import cv2

LabelMap = NDArray[np.uint8]
Area = NDArray[np.bool_]

_OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
         176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)  # fmt: skip
_BROWS = {
    Label.R_BROW: (70, 63, 105, 66, 107, 55, 65, 52, 53, 46),
    Label.L_BROW: (300, 293, 334, 296, 336, 285, 295, 282, 283, 276),
}
_FITTED = (10, 127, 356, 234, 454, 152, 54, 284, 21, 251, 67, 297)
"""Mesh points on the outline of the face, where hair begins: two heads are laid over each other by them."""
LARGEST_TURN = 9.0
"""Degrees of yaw by which two heads may differ for parts of one to be laid on the other."""
FEATURES = (Label.NOSE, Label.L_EYE, Label.R_EYE, Label.MOUTH, Label.U_LIP, Label.L_LIP, Label.EYE_G)
_FACE = (*FEATURES, Label.SKIN, Label.L_BROW, Label.R_BROW, Label.L_EAR, Label.R_EAR)
_BODY = (Label.BACKGROUND, Label.CLOTH, Label.NECK, Label.NECK_L)
_SKULL_CENTRE, _SKULL_RADII = np.array([0.0, -20.0, 75.0]), np.array([76.0, 88.0, 95.0])
"""An ellipsoid through forehead, temples and crown, head units (see `accessories.head`)."""
_MEAN_FACE_WIDTH = 140.0


@dataclass(frozen=True, eq=False)
class Sitter:
    """A portrait as far as its layout goes: label map (256, 256) without unknown pixels, and the head."""

    label_map: LabelMap
    head: Head

    @classmethod
    def of(cls, label_map: LabelMap, mesh: NDArray[np.floating]) -> Sitter:
        """From an annotated label map (255 = unknown) and a face mesh (478, 3) in crop pixels."""
        return cls(filled(label_map, label_map == 255), fit_head(mesh))

    @property
    def hair(self) -> Area:
        return self.label_map == Label.HAIR


def filled(label_map: LabelMap, gap: Area, allowed: tuple[Label, ...] | None = None) -> LabelMap:
    """The map with every pixel of `gap` given the label of the nearest other pixel (of `allowed` labels)."""
    source = ~gap & (label_map != 255)
    if allowed is not None:
        source &= np.isin(label_map, allowed)
    if not gap.any() or not source.any():
        return label_map.copy()
    _, nearest = cv2.distanceTransformWithLabels(
        (~source).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    index = np.zeros(int(nearest.max()) + 1, np.uint8)
    index[nearest[source]] = label_map[source]
    return np.where(gap, index[nearest], label_map).astype(np.uint8)


def shaved(sitter: Sitter, ring: float = 0.0) -> LabelMap:
    """The layout without hair: skull and ears where hair was, what lies behind elsewhere.

    `ring` 0..1 leaves a horseshoe of short hair at the sides up to that share of the skull's height.
    """
    hair, skull = sitter.hair, skull_area(sitter.head)
    result = filled(sitter.label_map, hair, _BODY)
    result[hair & skull] = Label.SKIN
    # The skull may be higher than the hair was annotated.
    crown = skull & (result == Label.BACKGROUND) & _near(hair, 3)
    result[crown] = Label.SKIN
    _draw_ears(sitter, result, hair)
    _draw_brows(sitter.head, result, hair)
    if ring > 0:
        low = _above(sitter.head, -112 + 110 * (1 - ring), hair.shape)
        side = hair & skull_area(sitter.head, 1.05) & ~low & ~_oval(sitter.head, 1.0)
        side &= ~np.isin(result, (Label.L_EAR, Label.R_EAR))
        result[side] = Label.HAIR
    return result


def with_hair_of(sitter: Sitter, other: Sitter) -> LabelMap:
    """The layout with the other's hair, laid over the shaved head by the outlines of the two faces."""
    result = shaved(sitter)
    hair = _warped(other.hair, fit_outlines(other.head, sitter.head)) & ~np.isin(result, FEATURES)
    result[hair] = Label.HAIR
    return result


def without_bangs(sitter: Sitter) -> LabelMap:
    """The layout with the hair above the brows combed back."""
    result = sitter.label_map.copy()
    forehead = skull_area(sitter.head, 0.84) & _above(sitter.head, -10, result.shape)
    forehead &= ~_above(sitter.head, -66, result.shape)
    covered = sitter.hair & (_oval(sitter.head, 0.98) | forehead)
    result[covered] = Label.SKIN
    _draw_brows(sitter.head, result, covered)
    return result


def with_bangs_of(sitter: Sitter, other: Sitter) -> LabelMap:
    """The layout with the other's fringe, joined to the sitter's own hair."""
    fringe = _warped(other.hair & _forehead(other.head), fit_outlines(other.head, sitter.head))
    return _with_fringe(sitter, fringe & _forehead(sitter.head))


def with_drawn_bangs(sitter: Sitter, rng: np.random.Generator) -> LabelMap:
    """The layout with a fringe whose lower edge is a random curve between hairline and eyes."""
    head = sitter.head
    across = np.linspace(-1.0, 1.0, 25)
    base, slope, arch = rng.uniform(-38, -12), rng.normal(0, 7), rng.uniform(-16, 8)
    parting = rng.uniform(-0.8, 0.8)
    lift = rng.uniform(4, 26) * np.exp(-(((across - parting) / rng.uniform(0.1, 0.4)) ** 2))
    edge = base + slope * across - arch * across**2 - (lift if rng.random() < 0.5 else 0)
    edge = np.minimum(edge + rng.normal(0, rng.uniform(0.3, 2.5), across.size), -7)
    half = head.face_width / 2
    lower = np.stack([across * half, edge, 25 * across**2 - 15], axis=1)
    upper = np.stack([across[::-1] * half, np.full(across.size, -75.0), np.full(across.size, 0.0)], axis=1)
    return _with_fringe(sitter, _polygon(head.project(np.concatenate([lower, upper])), sitter.hair.shape))


def _with_fringe(sitter: Sitter, fringe: Area) -> LabelMap:
    """Hair where the fringe is, and between it and the hair above it."""
    rows = np.arange(fringe.shape[0])[:, None]
    lowest = np.where(fringe, rows, -1).max(axis=0)
    hairline = np.where(sitter.hair, rows, fringe.shape[0]).min(axis=0)
    joined = (rows <= lowest) & (rows >= hairline) & _forehead(sitter.head)
    result = sitter.label_map.copy()
    result[(fringe | joined) & ~np.isin(result, FEATURES) & ~np.isin(result, _BODY)] = Label.HAIR
    return result


def with_face_of(sitter: Sitter, other: Sitter, hair: bool) -> LabelMap:
    """The layout with the other's face in the sitter's pose, and with the other's hair or the sitter's."""
    matrix = _affine(other.head.project(other.head.mesh), sitter.head.project(other.head.mesh))
    face = np.where(np.isin(other.label_map, _FACE), other.label_map, 255).astype(np.uint8)
    # What the other's hair hides of the face, the sitter's own hair may not.
    face[other.hair & _oval(other.head, 1.0)] = Label.SKIN
    face = _warped_labels(face, matrix)
    old = np.isin(sitter.label_map, _FACE)
    result = filled(sitter.label_map, old | sitter.hair, _BODY)
    own_hair = sitter.hair
    if not hair:
        near = filled(sitter.label_map, old, (*_BODY, Label.HAIR))
        result = np.where(near == Label.HAIR, near, result).astype(np.uint8)
    result = np.where(face != 255, face, result).astype(np.uint8)
    new_hair = _warped(other.hair, matrix) if hair else own_hair & ~np.isin(result, FEATURES)
    result[new_hair] = Label.HAIR
    # Accessories are attributes of their own, and stay.
    worn = np.isin(sitter.label_map, (Label.EYE_G, Label.EAR_R))
    result[worn] = sitter.label_map[worn]
    return result


def skull_area(head: Head, grow: float = 1.0) -> Area:
    """Where the skull is seen (256, 256), hair or not: the outline of an ellipsoid."""
    angles, heights = np.meshgrid(np.linspace(0, 2 * np.pi, 48), np.linspace(-np.pi / 2, np.pi / 2, 25))
    sphere = np.stack(
        [np.cos(heights) * np.cos(angles), np.sin(heights), np.cos(heights) * np.sin(angles)], axis=-1
    )
    width = head.face_width / _MEAN_FACE_WIDTH
    points = _SKULL_CENTRE + sphere.reshape(-1, 3) * _SKULL_RADII * np.array([width, 1.0, 1.0]) * grow
    hull = cv2.convexHull(head.project(points).astype(np.float32))[:, 0]
    return _polygon(np.asarray(hull, np.float32), (256, 256))


def _draw_ears(sitter: Sitter, result: LabelMap, hair: Area) -> None:
    """An ear on every side that has none and does not turn away, where hair was."""
    head = sitter.head
    angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    for side, label in ((-1, Label.R_EAR), (1, Label.L_EAR)):
        if np.count_nonzero(sitter.label_map == label) > 60 or side * head.yaw > 14:
            continue
        x = side * (head.face_width / 2 + 5 + 9 * np.cos(angle))
        points = np.stack([x, 16 + 30 * np.sin(angle), np.full(angle.size, 66.0)], axis=1)
        ear = _polygon(head.project(points), result.shape) & ~_oval(head, 0.99)
        result[ear & _near(hair, 5) & np.isin(result, (*_BODY, Label.SKIN))] = label


def _draw_brows(head: Head, result: LabelMap, uncovered: Area) -> None:
    points = head.project(head.mesh)
    for label, outline in _BROWS.items():
        brow = _polygon(points[list(outline)], result.shape) & uncovered
        result[brow & (result == Label.SKIN)] = label


def _oval(head: Head, grow: float) -> Area:
    points = head.project(head.mesh)[list(_OVAL)]
    centre = points.mean(axis=0)
    return _polygon(centre + (points - centre) * grow, (256, 256))


def _forehead(head: Head) -> Area:
    """The face above the eyes, up to where hair begins."""
    return (_oval(head, 1.06) | skull_area(head, 0.9)) & _above(head, -6, (256, 256))


def _above(head: Head, y: float, shape: tuple[int, ...]) -> Area:
    """Pixels above the head's horizontal line at height `y` (head units) of the face's front."""
    left, right = head.project(np.array([[-300.0, y, 0.0], [300.0, y, 0.0]]))
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]] + 0.5
    slope = (right[1] - left[1]) / (right[0] - left[0])
    return rows < left[1] + slope * (columns - left[0])


def _near(area: Area, pixels: int) -> Area:
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * pixels + 1, 2 * pixels + 1))
    return np.asarray(cv2.dilate(area.astype(np.uint8), kernel)) > 0


def _polygon(points: NDArray[np.floating], shape: tuple[int, ...]) -> Area:
    area = np.zeros(shape, np.uint8)
    cv2.fillPoly(area, [np.round(np.asarray(points) - 0.5).astype(np.int32)], 1)
    return area > 0


def fit_outlines(source: Head, target: Head) -> NDArray[np.float64]:
    """Affine (2, 3) that lays one face's outline over the other's."""
    points = list(_FITTED)
    return _affine(source.project(source.mesh[points]), target.project(target.mesh[points]))


def _affine(source: NDArray[np.floating], target: NDArray[np.floating]) -> NDArray[np.float64]:
    """Least-squares affine (2, 3) between two lists of points (N, 2)."""
    homogeneous = np.concatenate([source, np.ones((len(source), 1))], axis=1)
    solution, *_ = np.linalg.lstsq(homogeneous, target, rcond=None)
    return solution.T.astype(np.float64)


def _warped(area: Area, matrix: NDArray[np.float64]) -> Area:
    return warped_softly(area, matrix) > 0.5


def warped_softly(values: NDArray[Any], matrix: NDArray[np.float64]) -> NDArray[np.float32]:
    """An area or a picture (256, 256[, C]) moved by an affine (2, 3); its border goes on outside."""
    moved = cv2.warpAffine(values.astype(np.float32), matrix, (256, 256), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, np.float32)


def _warped_labels(label_map: LabelMap, matrix: NDArray[np.float64]) -> LabelMap:
    warped = cv2.warpAffine(label_map, matrix, (256, 256), flags=cv2.INTER_NEAREST,
                            borderMode=cv2.BORDER_CONSTANT, borderValue=255)  # fmt: skip
    return np.asarray(warped, np.uint8)
