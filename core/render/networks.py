"""The pack's networks with arrays in and out: built when first needed, on the chosen device."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.errors import DeviceError
from core.face import Detection, FaceDetector
from core.labels import NUM_LABELS
from core.methods.heatmaps import landmark_heatmaps
from core.methods.layout import best_label, label_shares
from core.opencv import cv2
from core.packs import Pack
from core.render.device import DeviceChoice, choose_device, cpu_choice, is_out_of_memory

if TYPE_CHECKING:
    from core.models.landmarks import Landmarks

T = TypeVar("T")
_OPACITY = "opacity parser"
_DETAIL = 4.0
OUT_OF_MEMORY_NOTICE = "The graphics memory is full: the computer's processor does the work now, more slowly."

Styles = NDArray[np.float32]
LabelMap = NDArray[np.uint8]


class Networks:
    """Calls by role. All arrays are numpy on the CPU; networks see tensors as their docstrings say.

    When a graphics device runs out of memory, everything moves to the CPU, once and for good, and
    `notices` says so. Raises `PackError` when a network cannot be built, `DeviceError` when even the CPU
    has no memory left.
    """

    def __init__(self, pack: Pack, choice: DeviceChoice | None = None) -> None:
        self.pack = pack
        self.choice = choice or choose_device()
        self.notices: tuple[str, ...] = ()
        self.considerate = False
        """Whether one core is left to others, as while somebody paints; the results are the same. May be set
        from any thread, and holds from the next call of a network on."""
        self._built: dict[str, nn.Module] = {}
        self._all_threads: int | None = None  # torch's number, while it uses fewer

    def network(self, role: str) -> nn.Module:
        """The network of a role on the device in use."""
        if role not in self._built:
            self._built[role] = self._place(self.pack.build(role))
        return self._built[role]

    def parse(self, crop: NDArray[np.uint8]) -> tuple[LabelMap, NDArray[np.float32]]:
        """Crop (256, 256, 3) -> label map (256, 256) and opacity of accessories (256, 256) in 0..1.

        A parser that tells no opacity, as an imported one, leaves that to the parser of the pack's fallback.
        """

        def work() -> tuple[LabelMap, NDArray[np.float32]]:
            x = self._rgb(crop)
            logits = self._call("parser", x)[0]
            tells = logits if len(logits) > NUM_LABELS else self._opacity_parser()(x)[0]
            opacity = torch.sigmoid(tells[NUM_LABELS]).cpu().numpy()
            return best_label(_array(logits[:NUM_LABELS])), opacity

        return self._run(work)

    def _opacity_parser(self) -> nn.Module:
        if _OPACITY not in self._built:
            lender = self.pack.fallback or self.pack
            self._built[_OPACITY] = self._place(lender.build("parser"))
        return self._built[_OPACITY]

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
        return self._run(lambda: _array(self._call("sem_mapping", self._tensor(z))))

    def sem_styles(self, label_map: LabelMap) -> Styles:
        """Label map (256, 256) -> the styles (6, 2, D) that SMILE_SEM reads off it."""
        return self._run(lambda: _array(self._call("sem_style", self._sem_input(label_map)))[0])

    def sem_logits(self, label_map: LabelMap, styles: Styles) -> NDArray[np.float32]:
        """The map (256, 256) under N style sets (N, 6, D) -> logits (N, 19, 256, 256)."""

        def work() -> NDArray[np.float32]:
            x = self._sem_input(label_map)
            inputs = x.expand(len(styles), -1, -1, -1)
            logits = self.network("sem_generator")(inputs, self._tensor(styles), self._heatmaps(label_map))
            if logits.shape[-1] == len(label_map):
                return _array(logits)
            return _with_fine_detail(_array(logits), _array(x), label_map)

        return self._run(work)

    def _heatmaps(self, label_map: LabelMap) -> tuple[Tensor, ...] | None:
        """Weights of SMILE_SEM's skips, from fine to coarse, for a network that was trained with such: the
        inner face's landmarks, at the coarsest skip all of them."""
        config = self._config("sem_generator")
        if not config.heatmaps:
            return None
        every, inner = landmark_heatmaps(label_map)
        maps: list[Tensor] = []
        for skip in range(config.skips):
            size = config.resolution >> (config.first_skip + skip)
            chosen = every if skip == config.skips - 1 else inner
            small = cv2.resize(chosen, (size, size), interpolation=cv2.INTER_LINEAR)
            maps.append(self._tensor(np.asarray(small, np.float32)[None, None]))
        return tuple(maps)

    def syn_styles(self, crop: NDArray[np.uint8], label_map: LabelMap) -> Styles:
        """Styles (19, D) of a crop's regions; those that it lacks are zero."""

        def work() -> Styles:
            side = int(self._config("syn_style").resolution)
            seen = np.asarray(_resized(crop, side), np.uint8)
            return _array(self._call("syn_style", self._rgb(seen), self._map(_scaled(label_map, side))))[0]

        return self._run(work)

    def syn_random(self, z: Styles) -> Styles:
        """z (19, Z) -> random styles (19, D)."""
        return self._run(lambda: _array(self._call("syn_mapping", self._tensor(z[None])))[0])

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
            layout = self._map(_scaled(label_map, int(self._config("syn_generator").resolution)))
            out = self._call("syn_generator", layout, self._tensor(styles[None]))[0].float()
            rgb = (out[:3].clamp(-1, 1) + 1) * 127.5
            picture = _array(torch.cat([rgb, out[3:4], out[4:] * 255.0]).permute(1, 2, 0))
            return np.asarray(_resized(picture, len(label_map)), np.float32)

        return self._run(work)

    def find_faces(self, rgb: NDArray[np.uint8]) -> list[Detection]:
        """Faces of a picture (H, W, 3), best first.

        In float32 whatever the choice: bfloat16 would round a position within the crop to half a pixel.
        """

        def work() -> list[Detection]:
            with torch.autocast(self.choice.name, enabled=False):
                network = self.network("landmarks")
                return FaceDetector(cast("Landmarks", network), self.torch_device).detect(rgb)

        return self._run(work)

    @property
    def torch_device(self) -> torch.device:
        return torch.device(self.choice.torch_name)

    def _run(self, work: Callable[[], T]) -> T:
        try:
            return self._attempt(work)
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            if self.choice.name == "cpu":
                raise DeviceError("The computer has not enough free memory for this edit.") from error
        self._fall_back()
        return self._attempt(work)

    def _attempt(self, work: Callable[[], T]) -> T:
        half = (
            torch.autocast(self.choice.name, torch.bfloat16) if self.choice.half else contextlib.nullcontext()
        )
        self._share_cores()
        with torch.inference_mode(), half:
            return work()

    def _share_cores(self) -> None:
        if self.considerate and self._all_threads is None:
            self._all_threads = torch.get_num_threads()
            torch.set_num_threads(max(1, self._all_threads - 1))
        elif not self.considerate and self._all_threads is not None:
            torch.set_num_threads(self._all_threads)
            self._all_threads = None

    def _fall_back(self) -> None:
        self.choice = cpu_choice(self.choice.precision)
        self.notices = (OUT_OF_MEMORY_NOTICE,)
        self._built = {role: self._place(network) for role, network in self._built.items()}
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    def _place(self, network: nn.Module) -> nn.Module:
        network = network.to(self.torch_device)
        if self.choice.channels_last:
            return network.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue, reportUnknownVariableType, reportUnknownMemberType] - torch lacks the overload
        return network

    def _call(self, role: str, *inputs: Tensor) -> Tensor:
        return self.network(role)(*inputs)

    def _config(self, role: str) -> Any:
        return self.network(role).config

    def _tensor(self, values: Styles) -> Tensor:
        return _from_numpy(np.ascontiguousarray(values, np.float32)).to(self.torch_device)

    def _rgb(self, crop: NDArray[np.uint8]) -> Tensor:
        x = _from_numpy(np.ascontiguousarray(crop)).to(self.torch_device)
        x = x.permute(2, 0, 1)[None].float() / 127.5 - 1.0
        return x.contiguous(memory_format=torch.channels_last) if self.choice.channels_last else x

    def _map(self, label_map: LabelMap) -> Tensor:
        return _from_numpy(label_map.astype(np.int64))[None].to(self.torch_device)

    def _sem_input(self, label_map: LabelMap) -> Tensor:
        """One-hot at the network's resolution; areas are averaged, so thin regions are not lost."""
        size = int(self._config("sem_generator").resolution)
        return self._tensor(label_shares(label_map, NUM_LABELS, size)[None])


def _from_numpy(array: NDArray[Any]) -> Tensor:
    return torch.from_numpy(array)  # pyright: ignore[reportUnknownMemberType] - torch leaves the argument open


def _array(value: Tensor) -> NDArray[np.float32]:
    return value.float().cpu().numpy()


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

    Where an edit redraws, logits differ by more than `_DETAIL` and the old outline does not show.
    """
    enlarged = _enlarged(np.asarray(logits - np.float32(_DETAIL) * layout, np.float32), len(label_map))
    rows, columns = np.indices(label_map.shape)
    enlarged[:, label_map, rows, columns] += np.float32(_DETAIL)
    return enlarged


def _enlarged(maps: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Maps (N, C, R, R) at (N, C, size, size), bilinear. OpenCV does it in a quarter of torch's time."""
    enlarged = np.empty((*maps.shape[:2], size, size), np.float32)
    for n, c in np.ndindex(*maps.shape[:2]):
        cv2.resize(maps[n, c], (size, size), dst=enlarged[n, c], interpolation=cv2.INTER_LINEAR)
    return enlarged
