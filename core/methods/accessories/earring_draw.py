"""Earrings drawn on a scene: at the lobes that can be seen, hanging straight down."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.earring_solid import Bit, earring
from core.methods.accessories.earrings import EarringStyle, find_lobe
from core.methods.accessories.film import Drawn, Film
from core.methods.accessories.head import Points
from core.methods.accessories.lighting import Room
from core.methods.accessories.raster import Frame, Seen, look_at
from core.methods.accessories.scene import Scene
from core.methods.accessories.solid import Solid, joined
from core.methods.accessories.tuning import TUNING
from core.opencv import cv2

Picture = NDArray[np.floating]
_MARGIN = 9.0
_SKIN = (Label.SKIN, Label.NECK, Label.L_EAR, Label.R_EAR)


@dataclass(frozen=True, eq=False)
class Lobe:
    """Where an ear is pierced, in the scene's pixels with depth, and its side of the picture (-1, 1)."""

    place: Points
    side: int


def lobes(scene: Scene) -> list[Lobe]:
    """The lobes that can be seen: not turned away, not under hair, within the picture."""
    head = scene.head
    # Found on a grid of about a millimetre, whatever the picture's size.
    small = 1 / head.scale
    size = max(16, round(scene.label_map.shape[1] * small)), max(16, round(scene.label_map.shape[0] * small))
    labels = np.asarray(cv2.resize(scene.label_map, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    shrunk = replace(head, scale=head.scale * small, offset=head.offset * small)
    found: list[Lobe] = []
    for side in (-1, 1):
        lobe = find_lobe(labels, shrunk, side)
        if lobe is not None and _ear_near(labels, lobe[0]):
            depth = head.to_crop(head.mesh[454 if side > 0 else 234] + [side * 3.5, 25.0, 9.0])[2]
            found.append(Lobe(np.array([*(lobe[0] / small), depth]), side))
    return found


def _ear_near(labels: NDArray[np.uint8], place: Points) -> bool:
    """Whether an ear was seen above this place of a grid of millimetres."""
    x, y = round(float(place[0])), round(float(place[1]))
    part = labels[max(y - 32, 0) : y + 4, max(x - 14, 0) : x + 15]
    return int(np.isin(part, (Label.L_EAR, Label.R_EAR)).sum()) > TUNING.seen_ear


def draw_earrings_on(style: EarringStyle, scene: Scene, rng: np.random.Generator) -> Drawn | None:
    """Earrings on a scene; None where no lobe can be seen. The same generator state gives the same one."""
    placed = [(lobe, earring(style, lobe.side, rng)) for lobe in lobes(scene)]
    if not placed:
        return None
    scale = scene.head.scale
    points = [lobe.place + scale * bit.solid.points for lobe, bits in placed for bit in bits]
    frame = Frame.around(np.concatenate(points), _MARGIN * scale, *scene.label_map.shape)
    if frame is None:
        return None
    frame = frame.at(int(np.clip(np.ceil(5 / scale), 2, 6)))
    film = Film(frame, scene.image, scene.lighting)
    room = Room.of(scene.lighting, rng)
    ears = np.asarray(frame.of(scene.label_map_is(Label.L_EAR, Label.R_EAR, Label.SKIN)), np.float32)
    skin = np.asarray(frame.of(scene.label_map_is(*_SKIN)), np.float32)
    for lobe, bits in placed:
        seen = _looked(lobe, joined(*(bit.solid for bit in bits)), scale, frame, ears, style)
        cover = seen.averaged(np.ones((len(seen.index), 1), np.float32))[..., 0]
        film.shade(_cast(cover, skin, scene, style) * (1 - cover))
        light = _light(seen, bits, style, scene, room)
        picture = seen.averaged(np.concatenate([light, np.ones((len(light), 1), np.float32)], 1))
        film.over(picture[..., :3], picture[..., 3])
    return film.finish(scene.texture, scene.label_map, Label.EAR_R, rng)


def _looked(lobe: Lobe, solid: Solid, scale: float, frame: Frame, ears: Picture, style: EarringStyle) -> Seen:
    """What is seen of an earring: a hoop's far half is behind the lobe."""
    seen = look_at(lobe.place + scale * solid.points, solid.triangles, frame, both=False)
    if style.kind != "hoop":
        return seen
    rows, columns = np.divmod(seen.index, frame.size[1])
    rows, columns = rows // frame.finer, columns // frame.finer
    above = (rows + frame.top + 0.5) < lobe.place[1] + 0.6 * scale
    behind = (seen.depth > lobe.place[2]) & (ears[rows, columns] > 0.5)
    return seen.kept(
        ~(behind | (above & (ears[rows, columns] > 0.5) & (seen.depth > lobe.place[2] - 1.0 * scale)))
    )


def _cast(cover: Picture, skin: Picture, scene: Scene, style: EarringStyle) -> Picture:
    """A soft shadow on ear, cheek and neck beside it, away from the light."""
    scale = scene.head.scale
    x, y, z = (float(v) for v in scene.lighting.direction)
    matrix = np.array([[1, 0, -x / max(z, 0.3) * 2.5 * scale], [0, 1, -y / max(z, 0.3) * 2.5 * scale]])
    moved = np.asarray(cv2.warpAffine(cover, matrix, cover.shape[::-1]), np.float32)
    far = cv2.GaussianBlur(moved, (0, 0), max(0.6, 1.3 * scale))
    near = cv2.GaussianBlur(cover, (0, 0), max(0.6, 0.8 * scale))
    return np.asarray(np.clip(0.75 * style.shadow * far + 0.30 * near, 0, 0.7) * skin, np.float32)


def _light(seen: Seen, bits: list[Bit], style: EarringStyle, scene: Scene, room: Room) -> Picture:
    """Light `(N, 3)`, in parts of white, of metal, pearls and stones."""
    whole = joined(*(bit.solid for bit in bits))
    starts = np.cumsum([0, *(len(bit.solid.points) for bit in bits)])
    number = np.searchsorted(starts, seen.corners[:, 0], side="right") - 1
    normals = seen.of(whole.normals * [1, 1, -1])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-6
    facets = whole.normals[seen.corners[:, 0]] * [1, 1, -1]
    light = np.zeros((len(number), 3), np.float32)
    for k, bit in enumerate(bits):
        mine = np.flatnonzero(number == k)
        if len(mine):
            light[mine] = _matter(bit, normals[mine], facets[mine].astype(np.float32), style, scene, room)
    return light


def _matter(
    bit: Bit, normals: Picture, facets: Picture, style: EarringStyle, scene: Scene, room: Room
) -> Picture:
    lit = scene.lighting.diffuse(normals)
    if bit.matter == "metal":
        metal = np.array(style.metal, np.float32)
        hue = (metal / metal.max()) ** np.float32(1.7) * metal.max() ** np.float32(0.8)
        return np.asarray(hue * (1.15 * room.mirrored(normals, 0.07, 0.95) + 0.10 * lit), np.float32)
    stone = np.array(style.stone, np.float32) ** np.float32(2.2)
    if bit.matter == "pearl":
        edge = (1 - np.clip(normals[:, 2:], 0, 1)) ** 2
        sheen = 1 + edge * np.array([0.02, -0.05, 0.03], np.float32)
        return np.asarray(
            stone * lit * 0.80 * sheen
            + room.mirrored(normals, 0.30, 0.10) * 0.8
            + room.mirrored(normals, 0.06, 0.05),
            np.float32,
        )
    # A cut stone mirrors inside as well: facets beside each other send light from quite different places.
    inner = facets * np.array([-0.8, -0.8, 1.0], np.float32)
    inner /= np.linalg.norm(inner, axis=1, keepdims=True) + 1e-6
    deep = room.mirrored(inner, 0.03, 0.9)
    return np.asarray(stone * (0.15 * lit + 0.85 * deep) + room.mirrored(facets, 0.02, 0.15), np.float32)
