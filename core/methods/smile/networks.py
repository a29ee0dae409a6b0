"""SMILE's networks by role, with arrays in and out."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.labels import NUM_LABELS, label_shares
from core.methods.smile.heatmaps import landmark_heatmaps
from core.methods.smile.tuning import TUNING
from core.models.smile_sem import HeatmapGenerator, SemConfig
from core.opencv import cv2
from core.packs import Pack
from core.render.device import DeviceChoice
from core.render.reader import FaceReader
from core.render.runtime import Runtime, as_array

Styles = NDArray[np.float32]
LabelMap = NDArray[np.uint8]


class Networks(FaceReader):
    """SMILE_SEM's and SMILE_SYN's networks, and the pack's for reading faces.

    All arrays are numpy on the CPU; networks see tensors as their docstrings say. Raises `PackError` when a
    network cannot be built, `DeviceError` when there is no memory left.
    """

    def __init__(
        self, pack: Pack, choice: DeviceChoice | None = None, *, runtime: Runtime | None = None
    ) -> None:
        super().__init__(runtime or Runtime(choice), pack)

    def network(self, role: str) -> nn.Module:
        """The network of a role on the device in use."""
        return self.runtime.network(self.pack, role)

    @property
    def sem_latent(self) -> int:
        """Length of the random vector that SMILE_SEM's mapping takes."""
        return int(self._config("sem_mapping").latent_dim)

    @property
    def syn_latent(self) -> int:
        """Length of the random vector that SMILE_SYN's mapping takes for each label."""
        return int(self._config("syn_mapping").latent_dim)

    def sem_random(self, z: Styles) -> Styles:
        """z (N, Z) -> styles (N, 6, 2, D): absence and presence style of each attribute."""
        return self.runtime.run(lambda: as_array(self._call("sem_mapping", self.runtime.tensor(z))))

    def sem_styles(self, label_map: LabelMap) -> Styles:
        """Label map (256, 256) -> the styles (6, 2, D) that SMILE_SEM reads off it."""
        return self.runtime.run(lambda: as_array(self._call("sem_style", self._sem_input(label_map)))[0])

    def sem_logits(self, label_map: LabelMap, styles: Styles) -> NDArray[np.float32]:
        """The map (256, 256) under N style sets (N, 6, D) -> logits (N, 19, 256, 256)."""

        def work() -> NDArray[np.float32]:
            x = self._sem_input(label_map)
            inputs = x.expand(len(styles), -1, -1, -1), self.runtime.tensor(styles)
            generator = self.network("sem_generator")
            if isinstance(generator, HeatmapGenerator):
                inputs = *inputs, self._heatmaps(label_map, generator.config)
            logits = generator(*inputs)
            if logits.shape[-1] == len(label_map):
                return as_array(logits)
            return _with_fine_detail(as_array(logits), as_array(x), label_map)

        return self.runtime.run(work)

    def _heatmaps(self, label_map: LabelMap, config: SemConfig) -> tuple[Tensor, ...]:
        """Weights of the released SMILE_SEM's skips, from fine to coarse: the inner face's landmarks, at the
        coarsest skip all of them."""
        every, inner = landmark_heatmaps(label_map)
        maps: list[Tensor] = []
        for skip in range(config.skips):
            size = config.resolution >> (config.first_skip + skip)
            chosen = every if skip == config.skips - 1 else inner
            small = cv2.resize(chosen, (size, size), interpolation=cv2.INTER_LINEAR)
            maps.append(self.runtime.tensor(np.asarray(small, np.float32)[None, None]))
        return tuple(maps)

    def syn_styles(self, crop: NDArray[np.uint8], label_map: LabelMap) -> Styles:
        """Styles (19, D) of a crop's regions; those that it lacks are zero."""

        def work() -> Styles:
            side = int(self._config("syn_style").resolution)
            seen = np.asarray(_resized(crop, side), np.uint8)
            return as_array(
                self._call("syn_style", self.runtime.rgb(seen), self.runtime.labels(_scaled(label_map, side)))
            )[0]

        return self.runtime.run(work)

    def syn_random(self, z: Styles) -> Styles:
        """z (19, Z) -> random styles (19, D)."""
        return self.runtime.run(lambda: as_array(self._call("syn_mapping", self.runtime.tensor(z[None])))[0])

    @property
    def has_layer(self) -> bool:
        """Whether SMILE_SYN predicts the accessory layer."""
        return int(self._config("syn_generator").layer_channels) > 0

    def syn_render(self, label_map: LabelMap, styles: Styles) -> NDArray[np.float32]:
        """Label map (256, 256), styles (19, D) -> (256, 256, 3 or 7) float32.

        Channels 0-2 are RGB in 0..255, 3 the accessory layer's alpha in 0..1, 4-6 its premultiplied
        colour in 0..255. A network of another resolution draws at its own.
        """

        def work() -> NDArray[np.float32]:
            layout = self.runtime.labels(_scaled(label_map, int(self._config("syn_generator").resolution)))
            out = self._call("syn_generator", layout, self.runtime.tensor(styles[None]))[0].float()
            rgb = (out[:3].clamp(-1, 1) + 1) * 127.5
            picture = as_array(torch.cat([rgb, out[3:4], out[4:] * 255.0]).permute(1, 2, 0))
            return np.asarray(_resized(picture, len(label_map)), np.float32)

        return self.runtime.run(work)

    def _call(self, role: str, *inputs: Tensor) -> Tensor:
        return self.network(role)(*inputs)

    def _config(self, role: str) -> Any:
        return self.network(role).config

    def _sem_input(self, label_map: LabelMap) -> Tensor:
        """One-hot at the network's resolution; areas are averaged, so thin regions are not lost."""
        size = int(self._config("sem_generator").resolution)
        return self.runtime.tensor(label_shares(label_map, NUM_LABELS, size)[None])


def _scaled(label_map: LabelMap, side: int) -> LabelMap:
    """The map at another size, each pixel the label at its centre."""
    if len(label_map) == side:
        return label_map
    return np.asarray(cv2.resize(label_map, (side, side), interpolation=cv2.INTER_NEAREST_EXACT), np.uint8)


def _resized(picture: NDArray[Any], side: int) -> NDArray[Any]:
    """A picture (S, S, C) at another size."""
    if len(picture) == side:
        return picture
    way = cv2.INTER_AREA if side < len(picture) else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, (side, side), interpolation=way), picture.dtype)


def _with_fine_detail(
    logits: NDArray[np.float32], layout: NDArray[np.float32], label_map: LabelMap
) -> NDArray[np.float32]:
    """Logits enlarged, and what the map shows beyond the network's resolution carried over from it.

    Where an edit redraws, logits differ by more than `TUNING.copied` and the old outline does not show.
    """
    enlarged = _enlarged(np.asarray(logits - np.float32(TUNING.copied) * layout, np.float32), len(label_map))
    rows, columns = np.indices(label_map.shape)
    enlarged[:, label_map, rows, columns] += np.float32(TUNING.copied)
    return enlarged


def _enlarged(maps: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Maps (N, C, R, R) at (N, C, size, size), bilinear. OpenCV does it in a quarter of torch's time."""
    enlarged = np.empty((*maps.shape[:2], size, size), np.float32)
    for n, c in np.ndindex(*maps.shape[:2]):
        cv2.resize(maps[n, c], (size, size), dst=enlarged[n, c], interpolation=cv2.INTER_LINEAR)
    return enlarged
