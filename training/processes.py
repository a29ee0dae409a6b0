"""One training run in several processes, started by `torchrun`: who is who, and what they tell each other.

Gradients are averaged by hand before every descent, as StyleGAN3's trainer does, and not by wrapping networks
in DistributedDataParallel: a generator is called several times before one backward pass, parts of it go
unused in some updates, and R1 differentiates twice, none of which that wrapper takes gladly.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import torch
import torch.distributed as dist
from torch import Tensor, nn

T = TypeVar("T")


def _best_device(local_rank: int) -> torch.device:
    if not torch.cuda.is_available():
        return torch.device("cpu")
    torch.cuda.set_device(local_rank)
    return torch.device("cuda", local_rank)


@dataclass(frozen=True)
class Processes:
    """This process among `count`; the one of rank 0 writes files and speaks. The default is alone."""

    rank: int = 0
    count: int = 1
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))

    @classmethod
    def join(cls) -> Processes:
        """The processes that `torchrun` started (it sets the environment variables), or this one alone."""
        device = _best_device(int(os.environ.get("LOCAL_RANK", "0")))
        count = int(os.environ.get("WORLD_SIZE", "1"))
        if count == 1:
            return cls(device=device)
        dist.init_process_group("nccl" if device.type == "cuda" else "gloo")
        return cls(dist.get_rank(), count, device)

    def meet(self) -> None:
        """Wait until everybody has come here, and the group's threads have given back what they held.

        One that gives a tensor back while the interpreter ends aborts the process
        (https://github.com/pytorch/pytorch/pull/179291). A process that failed must not wait.
        """
        if self.count > 1:
            dist.barrier()

    def leave(self) -> None:
        """End the group, where there is one."""
        if self.count > 1:
            dist.destroy_process_group()

    @property
    def first(self) -> bool:
        return self.rank == 0

    def average(self, tensors: Iterable[Tensor]) -> None:
        """Replace every tensor by its mean over the processes."""
        if self.count == 1:
            return
        for group in _by_dtype(tensors):
            flat = torch.cat([tensor.flatten() for tensor in group])
            dist.all_reduce(flat)
            _scatter(flat / self.count, group)

    def share(self, modules: Iterable[nn.Module]) -> None:
        """Give everybody the first process's buffers (running statistics, banks), which follow its data."""
        if self.count == 1:
            return
        for group in _by_dtype(buffer for module in modules for buffer in module.buffers()):
            flat = torch.cat([tensor.flatten() for tensor in group])
            dist.broadcast(flat, 0)
            _scatter(flat, group)

    def any(self, flag: bool) -> bool:
        """Whether the flag is up in any process. All must ask."""
        if self.count == 1:
            return flag
        raised = torch.tensor(float(flag), device=self.device)
        dist.all_reduce(raised, op=dist.ReduceOp.MAX)
        return bool(raised.item())

    def from_first(self, make: Callable[[], T]) -> T:
        """What `make` gives in the first process, in every process."""
        if self.count == 1:
            return make()
        box: list[Any] = [make() if self.first else None]
        dist.broadcast_object_list(box, 0)
        return cast("T", box[0])


ALONE = Processes()


def _by_dtype(tensors: Iterable[Tensor]) -> Iterator[list[Tensor]]:
    groups: dict[torch.dtype, list[Tensor]] = {}
    for tensor in tensors:
        groups.setdefault(tensor.dtype, []).append(tensor)
    yield from groups.values()


@torch.no_grad()
def _scatter(flat: Tensor, tensors: list[Tensor]) -> None:
    """Write a flat tensor back into those that it was made of."""
    sizes = [tensor.numel() for tensor in tensors]
    for tensor, values in zip(tensors, flat.split(sizes), strict=True):
        tensor.copy_(values.view_as(tensor))
