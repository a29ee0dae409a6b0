"""What is drawn, laid up layer by layer over a part of the photo, and handed over as one layer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.accessories.lighting import Lighting, to_levels
from core.methods.accessories.raster import Frame
from core.methods.accessories.texture import Texture
from core.opencv import cv2

Image = NDArray[np.uint8]
Mask = NDArray[np.floating]
Picture = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class Drawn:
    """A thing on a scene: everything lies in the part of its grid that begins at `left`, `top`.

    Over the scene's picture P stands (1 - `alpha` (h, w)) * P + `colour` (h, w, 3), in levels. The masks
    (h, w) in 0..1: `solid` of what hides (frame, cloth, metal), `lens`, and `shadow`, what the thing takes
    from the light of what is beside it. Where alpha is 0 the picture stays as it is. `label_map` (h, w) is
    the scene's with the thing.
    """

    left: int
    top: int
    alpha: Mask
    colour: Picture
    solid: Mask
    lens: Mask
    shadow: Mask
    label_map: Image

    def on(self, image: Image) -> Image:
        """The scene's picture (H, W, 3) with the thing."""
        result = image.copy()
        rows, columns = self.window
        part = image[rows, columns].astype(np.float32) * (1 - self.alpha[..., None]) + self.colour
        result[rows, columns] = np.clip(np.round(part), 0, 255).astype(np.uint8)
        return result

    @property
    def window(self) -> tuple[slice, slice]:
        """The rows and columns of the scene's grid that it lies in."""
        height, width = self.alpha.shape
        return slice(self.top, self.top + height), slice(self.left, self.left + width)

    def spread(
        self, values: NDArray[np.generic], shape: tuple[int, int], fill: float = 0
    ) -> NDArray[np.generic]:
        """One of the arrays on the whole grid."""
        whole = np.full((*shape, *values.shape[2:]), fill, values.dtype)
        whole[self.window] = values
        return whole


class Film:
    """A part of the photo, and what is laid over it: out = gain * base + added, in levels."""

    def __init__(self, frame: Frame, image: Image, lighting: Lighting) -> None:
        self.frame, self.lighting = frame, lighting
        self.photo = np.asarray(frame.of(image), np.float32)
        self.base = self.photo
        shape = (frame.height, frame.width)
        self.gain = np.ones((*shape, 3), np.float32)
        self.added = np.zeros((*shape, 3), np.float32)
        self.solid, self.lens, self.shadow = (np.zeros(shape, np.float32) for _ in range(3))

    def shade(self, taken: Mask, warm: tuple[float, float, float] = (0.92, 1.03, 1.08)) -> None:
        """Take this share of the light from the photo; on skin what is left is warmer."""
        if self.lighting.grey is not None:
            warm = (1.0, 1.0, 1.0)
        kept = np.clip(1 - taken, 0.02, 1)[..., None] ** (np.array(warm, np.float32) / 2.2)
        self.gain *= kept.astype(np.float32)
        np.maximum(self.shadow, taken, out=self.shadow)

    def filter(self, through: Picture) -> None:
        """Let a share (h, w, 3) of the levels through."""
        if self.lighting.grey is not None:
            through = through.mean(2, keepdims=True)
        self.gain *= through
        self.added *= through

    def over(self, light: Picture, cover: Mask, *, solid: bool = True) -> None:
        """Lay over what sends `light` (h, w, 3), in parts of white and times its cover (h, w)."""
        levels = self.levels(light / np.maximum(cover, 1e-3)[..., None])
        keep = 1 - cover[..., None]
        self.gain *= keep
        self.added = self.added * keep + levels * cover[..., None]
        if solid:
            np.maximum(self.solid, cover, out=self.solid)

    def replaced(self, other: Picture, share: Mask) -> None:
        """Put another picture (h, w, 3), in levels, in a share (h, w) of the photo's place."""
        keep = 1 - share[..., None]
        self.gain *= keep
        self.added = self.added * keep + other * share[..., None]

    def shine(self, light: Picture) -> None:
        """Add light (h, w, 3), in parts of white, as a mirror does."""
        here = self.gain * self.base + self.added
        more = light * self.lighting.white
        if self.lighting.grey is not None:
            more = more.mean(2, keepdims=True) * self.lighting.grey
        # Light adds up in linear light.
        linear = (np.clip(here, 0, 255) / 255) ** 2.2 + more
        self.added += 255 * np.clip(linear, 0, 1) ** (1 / 2.2) - np.clip(here, 0, 255)

    def levels(self, light: Picture) -> Picture:
        """Levels of light in parts of white, as this photo would show it."""
        seen = light * self.lighting.white + self.lighting.black
        if self.lighting.grey is not None:
            seen = seen.mean(2, keepdims=True) * self.lighting.grey
        return to_levels(seen)

    def moved(self, shift: Picture) -> None:
        """Show the photo from `shift` (h, w, 2) pixels away."""
        rows, columns = np.indices(shift.shape[:2], np.float32)
        self.base = np.asarray(
            cv2.remap(self.photo, columns + shift[..., 0], rows + shift[..., 1], cv2.INTER_CUBIC,
                      borderMode=cv2.BORDER_REPLICATE), np.float32
        )  # fmt: skip

    def finish(self, texture: Texture, label_map: Image, label: Label, rng: np.random.Generator) -> Drawn:
        """The layer, as soft and grainy as the photo. Pixels of the label map that are mostly the thing's get
        its label."""
        gain, added = 1 - texture.softened(1 - self.gain), texture.softened(self.added)
        hidden = 1 - gain.min(2, keepdims=True)
        bright = added.mean(2, keepdims=True) / 255
        noise = texture.noise(self.solid.shape, rng) * hidden * (0.15 + np.sqrt(np.clip(bright, 0, 1)))
        out = np.clip(gain * self.base + added + noise * (hidden > 0.02), 0, 255)
        same = (
            (np.abs(1 - gain).max(2) < 1e-3)
            & (np.abs(added).max(2) < 0.25)
            & (self.base == self.photo).all(2)
        )
        out = np.where(same[..., None], self.photo, out)
        keep = np.clip((out / np.maximum(self.photo, 1)).min(2), 0, 1)
        # What is replaced here stays so over other pixels, as dyed hair that a hat took away.
        keep = np.minimum(keep, np.clip(gain.max(2), 0, 1))
        keep = np.asarray(np.where(same, 1, np.minimum(keep, 1 - 1 / 512)), np.float32)
        keep = np.where(self.solid > 0.98, np.float32(0), keep)
        alpha = (1 - keep).astype(np.float32)
        colour = np.asarray(out - keep[..., None] * self.photo, np.float32)
        labels = np.asarray(self.frame.of(label_map), np.uint8).copy()
        labels[np.maximum(self.solid, self.lens) > 0.5] = label
        return Drawn(self.frame.left, self.frame.top, alpha, np.clip(colour, 0, 255), self.solid, self.lens,
                     self.shadow, labels)  # fmt: skip
