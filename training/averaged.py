"""What every task keeps beside its losses: networks by name, the average of each, optimisers and rates."""

from __future__ import annotations

from collections.abc import Mapping

from torch import nn
from torch.optim import Optimizer

from training.loop import ema_of


class AveragedTask:
    """The part of `training.updates.Task` that does not depend on what is learnt.

    `learning` are the networks whose exponential moving averages are wanted, `beside` all else that a
    checkpoint must hold; there, a network is under its name and its average under that name and “_ema”.
    `optimisers` hold the rates that `scale_rates` takes shares of.
    """

    def __init__(
        self,
        learning: Mapping[str, nn.Module],
        optimisers: Mapping[str, Optimizer],
        decay: float,
        beside: Mapping[str, nn.Module] | None = None,
    ) -> None:
        self._learning, self._optimisers, self._beside = learning, optimisers, beside or {}
        self._decay = decay
        # By place and not by group: an optimiser that goes on from a checkpoint has new groups.
        self._rates = {
            name: [float(group["lr"]) for group in optimiser.param_groups]
            for name, optimiser in optimisers.items()
        }
        self.begin_averages()

    def begin_averages(self) -> None:
        """Start the averages from the networks as they are now."""
        self.ema = {name: ema_of(network, self._decay) for name, network in self._learning.items()}

    def modules(self) -> Mapping[str, nn.Module]:
        averages = {f"{name}_ema": average for name, average in self.ema.items()}
        return {**self._learning, **self._beside, **averages}

    def optimisers(self) -> Mapping[str, Optimizer]:
        return self._optimisers

    def average(self) -> None:
        for name, network in self._learning.items():
            self.ema[name].update_parameters(network)

    def scale_rates(self, share: float) -> None:
        """Every group's rate becomes this share of the one that it was made with."""
        for name, optimiser in self._optimisers.items():
            for group, rate in zip(optimiser.param_groups, self._rates[name], strict=True):
                group["lr"] = rate * share
