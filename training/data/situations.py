"""Situations that few portraits show, made from those there are: labels follow the pictures exactly.

Another background, farther away, turned, in a tight cap or a headscarf, behind a hand or a cloth, of another
skin or hair, in the dark, in coloured or grey light. Each is a function of a scene and chance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.labels import IGNORE, Label, flip_table
from core.methods.accessories import Composite, draw_earrings, draw_hat
from core.methods.accessories.head import fit_head
from core.opencv import cv2
from training.data.backgrounds import behind
from training.data.covers import draw_cap, draw_cover, draw_scarf
from training.data.photometric import shade, spoil
from training.data.turning import turn

Image = NDArray[np.uint8]
Rng = np.random.Generator
SIDE = 256
LARGEST_YAW = 50.0
_BORDERS = (cv2.BORDER_REFLECT_101, cv2.BORDER_REPLICATE, cv2.BORDER_CONSTANT)
"""How pictures go on where they end; with a constant they are white there."""
_SKINS = np.array(
    [(244, 208, 184), (226, 180, 148), (198, 140, 104), (150, 98, 66), (104, 66, 46), (66, 42, 32)]
)
_HAIRS = np.array([(28, 24, 24), (52, 36, 28), (96, 68, 48), (190, 160, 112), (150, 148, 146), (130, 62, 34)])
_SKIN = (Label.SKIN, Label.NOSE, Label.L_EAR, Label.R_EAR, Label.NECK, Label.U_LIP, Label.L_LIP,
         Label.L_BROW, Label.R_BROW)  # fmt: skip


@dataclass(frozen=True)
class Situations:
    """The share of samples (0..1) to which each thing happens, independently of the others.

    `share` of all samples go through this at all; the rest are augmented as ever.
    """

    share: float = 0.0
    tone: float = 0.2
    turn: float = 0.25
    hat: float = 0.1
    cap: float = 0.1
    scarf: float = 0.08
    earrings: float = 0.06
    cover: float = 0.08
    background: float = 0.65
    zoom: float = 0.5
    light: float = 0.3
    spoil: float = 0.3


@dataclass(frozen=True, eq=False)
class Scene:
    """A picture `(256, 256, 3)`, its label map `(256, 256)`, how much eyeglasses cover of it in 0..255, and
    the face mesh `(478, 3)`. `behind` is the background of somebody else's portrait, if any."""

    image: Image
    label_map: Image
    alpha: Image
    mesh: NDArray[np.float32]
    behind: Image | None = None


def happen(scene: Scene, shares: Situations, rng: Rng) -> Scene:
    """The scene after whatever chance brings; the same generator state gives the same."""
    zoom, background = rng.random() < shares.zoom, rng.random() < shares.background
    for name, change in CHANGES.items():
        if rng.random() < getattr(shares, name):
            scene = change(scene, rng)
            # What a turned head uncovers nobody saw.
            background |= name == "turn"
    scene = framed(scene, placement(rng, zoom), rng, background=background, mirrored=rng.random() < 0.5)
    if rng.random() < shares.light:
        scene = replace(scene, image=lit(scene.image, rng))
    elif rng.random() < shares.spoil:
        scene = replace(scene, image=spoil(scene.image, rng))
    return scene


def placement(rng: Rng, zoom: bool) -> NDArray[np.float64]:
    """An affine (2, 3): turned by up to 30 degrees, and with `zoom` as far away as half the size."""
    scale = float(np.exp(rng.uniform(np.log(0.5), np.log(1.25)))) if zoom else rng.uniform(0.92, 1.08)
    angle = float(rng.normal(0, 6) if rng.random() < 0.8 else rng.uniform(-30, 30))
    matrix = np.asarray(cv2.getRotationMatrix2D((SIDE / 2, SIDE / 2), angle, scale), np.float64)
    room = 8 + 0.25 * SIDE * max(1 - scale, 0)
    matrix[:, 2] += rng.uniform(-room, room, 2)
    return matrix


def framed(scene: Scene, matrix: NDArray[np.float64], rng: Rng, *, background: bool, mirrored: bool) -> Scene:
    """The scene moved by an affine (2, 3), with another background or its own, and mirrored.

    What lies beyond the picture is unknown (255), unless it is the new background.
    """
    # Before a new background nobody may stand a second time, mirrored.
    border = cv2.BORDER_REPLICATE if background else _BORDERS[int(rng.integers(len(_BORDERS)))]
    image, alpha = (_moved(part, matrix, cv2.INTER_LINEAR, border) for part in (scene.image, scene.alpha))
    label_map = _moved(scene.label_map, matrix, cv2.INTER_NEAREST, border)
    beyond = _moved(np.zeros_like(scene.label_map), matrix, cv2.INTER_NEAREST, cv2.BORDER_CONSTANT) > 0
    if background:
        person, matte = _cut_out(scene)
        wall = scene.behind if scene.behind is not None and rng.random() < 0.35 else None
        wall = behind(scene.image, scene.label_map, rng) if wall is None else wall
        share = _moved(matte, matrix, cv2.INTER_LINEAR, border)[..., None].astype(np.float32) / 255
        image = _moved(person, matrix, cv2.INTER_LINEAR, border) * share + wall * (1 - share)
        image = image.round().astype(np.uint8)
        beyond &= label_map != Label.BACKGROUND
    label_map = np.where(beyond, np.uint8(IGNORE), label_map)
    mesh = scene.mesh.copy()
    mesh[:, :2] = mesh[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    if mirrored:
        image, alpha, label_map = image[:, ::-1], alpha[:, ::-1], flip_table()[label_map[:, ::-1]]
    image, label_map, alpha = (np.ascontiguousarray(part) for part in (image, label_map, alpha))
    return Scene(image, label_map, alpha, mesh)


def _moved(part: Image, matrix: NDArray[np.float64], how: int, border: int) -> Image:
    moved = cv2.warpAffine(
        np.asarray(part), matrix, (SIDE, SIDE), flags=how, borderMode=border, borderValue=255
    )
    return np.asarray(moved, np.uint8)


def _cut_out(scene: Scene) -> tuple[Image, Image]:
    """The person's own colours, carried on outwards so that nothing of the old background shines through,
    and a soft matte 0..255."""
    person = (scene.label_map != Label.BACKGROUND).astype(np.float32)
    inside = cv2.erode(person, np.ones((5, 5), np.uint8))
    weight = cv2.GaussianBlur(inside, (0, 0), 3.0) + 1e-4
    carried = cv2.GaussianBlur(scene.image * inside[..., None], (0, 0), 3.0) / weight[..., None]
    sure = cv2.GaussianBlur(inside, (0, 0), 1.0)[..., None]
    own = (scene.image * sure + carried * (1 - sure)).clip(0, 255)
    return own.astype(np.uint8), (cv2.GaussianBlur(person, (0, 0), 1.0) * 255).round().astype(np.uint8)


def toned(scene: Scene, rng: Rng) -> Scene:
    """Skin or hair or both of another colour, as light and shade let it be; hair more or less curly."""
    image = scene.image.astype(np.float32)
    if rng.random() < 0.7:
        image = _recoloured(
            image, np.isin(scene.label_map, _SKIN), _SKINS[int(rng.integers(len(_SKINS)))], rng
        )
    if rng.random() < 0.7:
        hair = scene.label_map == Label.HAIR
        # Black most often: that is what is taken for cloth.
        which = 0 if rng.random() < 0.4 else int(rng.integers(len(_HAIRS)))
        image = _recoloured(image, hair, _HAIRS[which], rng)
        if rng.random() < 0.5:
            image = _curled(image, hair, rng)
    return replace(scene, image=image.clip(0, 255).astype(np.uint8))


def _recoloured(
    image: NDArray[np.float32], area: NDArray[np.bool_], colour: NDArray[np.int_], rng: Rng
) -> NDArray[np.float32]:
    """The area in about that colour: a ratio, so that light and texture stay."""
    if area.sum() < 100:
        return image
    wanted = colour * rng.uniform(0.9, 1.2) + rng.normal(0, 6, 3)
    ratio = (wanted + 12) / (np.median(image[area], axis=0) + 12)
    soft = cv2.GaussianBlur(area.astype(np.float32), (0, 0), 1.5)[..., None]
    return image * (1 + soft * (ratio.clip(0.15, 2.2) - 1))


def _curled(image: NDArray[np.float32], hair: NDArray[np.bool_], rng: Rng) -> NDArray[np.float32]:
    """Hair with light and dark of the size of curls."""
    size = rng.uniform(0.8, 3.5)
    noise = cv2.GaussianBlur(rng.normal(0, 1, hair.shape).astype(np.float32), (0, 0), size)
    curls = np.exp(noise / noise.std() * rng.uniform(0.15, 0.5))
    soft = cv2.GaussianBlur(hair.astype(np.float32), (0, 0), 1.0)
    return image * (1 + soft * (curls - 1))[..., None]


def turned(scene: Scene, rng: Rng) -> Scene:
    """Turned by 10 to 35 degrees, either way."""
    yaw = fit_head(scene.mesh).yaw
    degrees = float(rng.uniform(10, 35) * rng.choice([-1, 1]))
    wanted = float(np.clip(yaw + degrees, -LARGEST_YAW, LARGEST_YAW))
    found = turn(scene.label_map, scene.mesh, wanted - yaw)
    return Scene(
        found.picture(scene.image), found.labels(scene.label_map), found.picture(scene.alpha), found.mesh,
        scene.behind,
    )  # fmt: skip


def _drawn(draw: Callable[..., Composite | None], label: Label) -> Callable[[Scene, Rng], Scene]:
    """Something of `core.methods.accessories` put on, where it has a place; nobody wears two of it."""

    def change(scene: Scene, rng: Rng) -> Scene:
        if (scene.label_map == label).any():
            return scene
        worn = draw(scene.image, scene.label_map, scene.mesh, rng)
        if worn is None:
            return scene
        label_map = np.where(scene.label_map == IGNORE, scene.label_map, worn.label_map)
        return replace(scene, image=worn.image, label_map=label_map)

    return change


def lit(image: Image, rng: Rng) -> Image:
    """Light from one side, of another colour from the other, or hardly any."""
    colours = np.exp(rng.normal(0, rng.choice([0.05, 0.35]), (2, 3))).astype(np.float32)
    first = shade(image.shape[:2], rng, float(rng.uniform(0.3, 0.9)))
    second = shade(image.shape[:2], rng, float(rng.uniform(0.3, 0.9)))
    light = (first * colours[0] + second * colours[1]) / 2
    return (image * light * np.exp(rng.uniform(-1.0, 0.3))).clip(0, 255).astype(np.uint8)


CHANGES: Mapping[str, Callable[[Scene, Rng], Scene]] = {
    "tone": toned, "turn": turned,
    "earrings": _drawn(draw_earrings, Label.EAR_R), "hat": _drawn(draw_hat, Label.HAT),
    "cap": lambda scene, rng: _covered(scene, draw_cap, rng),
    "scarf": lambda scene, rng: _covered(scene, draw_scarf, rng),
    "cover": lambda scene, rng: _covered(scene, draw_cover, rng),
}  # fmt: skip
"""What may happen to a person, in this order."""


def _covered(scene: Scene, draw: Callable[..., tuple[Image, Image] | None], rng: Rng) -> Scene:
    done = draw(scene.image, scene.label_map, scene.mesh, rng)
    return scene if done is None else replace(scene, image=done[0], label_map=done[1])
