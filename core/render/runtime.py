"""Where networks run: one device for all methods, its number format, its threads, and what if it is full."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.errors import DeviceError
from core.packs import Pack
from core.render.device import DeviceChoice, choose_device, cpu_choice, is_out_of_memory

T = TypeVar("T")
OUT_OF_MEMORY_NOTICE = "The graphics memory is full: the computer's processor does the work now, more slowly."


class Runtime:
    """Builds networks of packs when they are first needed, and runs work on them.

    When a graphics device runs out of memory, everything moves to the CPU, once and for good, and `notices`
    says so. Used from one thread at a time.
    """

    def __init__(self, choice: DeviceChoice | None = None) -> None:
        self.choice = choice or choose_device()
        self.notices: tuple[str, ...] = ()
        self.considerate = False
        """Whether one core is left to others, as while somebody paints; the results are the same. May be set
        from any thread, and holds from the next work on."""
        self._built: dict[tuple[int, str], nn.Module] = {}
        self._packs: dict[int, Pack] = {}  # keeps them alive, so that no other gets their number
        self._all_threads: int | None = None  # torch's number, while it uses fewer

    def network(self, pack: Pack, role: str) -> nn.Module:
        """The pack's network of a role, on the device in use. Raises `PackError` when it cannot be built."""
        key = id(pack), role
        if key not in self._built:
            self._packs[id(pack)] = pack
            self._built[key] = self._place(pack.build(role))
        return self._built[key]

    def run(self, work: Callable[[], T]) -> T:
        """Inference: `work` without gradients, in the number format that was chosen.

        It is done again on the CPU when the device's memory is full. Raises `DeviceError` when even the
        CPU's is.
        """
        return self._held(lambda: self._attempt(work, torch.inference_mode(), half=self.choice.half))

    def run_with_gradients(self, work: Callable[[], T]) -> T:
        """As `run`, with gradients and in float32: for what is solved for one picture."""
        return self._held(lambda: self._attempt(work, torch.enable_grad(), half=False))

    @property
    def device(self) -> torch.device:
        return torch.device(self.choice.torch_name)

    def tensor(self, values: NDArray[np.float32]) -> Tensor:
        """An array on the device, float32."""
        return _from_numpy(np.ascontiguousarray(values, np.float32)).to(self.device)

    def rgb(self, crop: NDArray[np.uint8]) -> Tensor:
        """A crop (S, S, 3) as networks see it: (1, 3, S, S) in [-1, 1]."""
        x = _from_numpy(np.ascontiguousarray(crop)).to(self.device)
        x = x.permute(2, 0, 1)[None].float() / 127.5 - 1.0
        return x.contiguous(memory_format=torch.channels_last) if self.choice.channels_last else x

    def labels(self, label_map: NDArray[np.uint8]) -> Tensor:
        """A label map (S, S) as (1, S, S) whole numbers on the device."""
        return _from_numpy(label_map.astype(np.int64))[None].to(self.device)

    def _held(self, attempt: Callable[[], T]) -> T:
        try:
            return attempt()
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            if self.choice.name == "cpu":
                raise DeviceError("The computer has not enough free memory for this edit.") from error
        self._fall_back()
        return attempt()

    def _attempt(self, work: Callable[[], T], mode: contextlib.AbstractContextManager[Any], half: bool) -> T:
        self._share_cores()
        with mode, self._precision(half):
            return work()

    def _precision(self, half: bool) -> contextlib.AbstractContextManager[object]:
        return torch.autocast(self.choice.name, torch.bfloat16) if half else contextlib.nullcontext()

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
        self._built = {key: self._place(network) for key, network in self._built.items()}
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    def _place(self, network: nn.Module) -> nn.Module:
        network = network.to(self.device)
        if self.choice.channels_last:
            return network.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue, reportUnknownVariableType, reportUnknownMemberType] - torch lacks the overload
        return network


def as_array(value: Tensor) -> NDArray[np.float32]:
    """A tensor as a float32 array on the CPU."""
    return value.float().cpu().numpy()


def _from_numpy(array: NDArray[Any]) -> Tensor:
    return torch.from_numpy(array)  # pyright: ignore[reportUnknownMemberType] - torch leaves the argument open
