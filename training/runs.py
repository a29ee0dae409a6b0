"""What a training run left in its folder: the settings that it wrote down, and its averaged networks."""

from __future__ import annotations

import json
import typing
from pathlib import Path
from typing import Any, TypeVar

from torch import nn

from training.checkpoints import newest
from training.common import TrainingError, build, load_config
from training.loop import ema_of
from training.session import CONFIGS, SETTINGS

T = TypeVar("T")
N = TypeVar("N", bound=nn.Module)


def run_settings(kind: type[T], model: str, run: Path) -> T:
    """The settings of a run of that model. Raises `TrainingError` where it is none."""
    settings = run / SETTINGS
    if not settings.is_file():
        raise TrainingError(f"There is no run in {run}: it lacks {SETTINGS}.")
    values = json.loads(settings.read_text(encoding="utf-8"))
    found = values.pop("model", None)
    if found != model:
        raise TrainingError(f"The run in {run} is one of {found} and not of {model}.")
    try:
        return build(kind, values)
    except ValueError as error:
        raise TrainingError(f"The settings of the run in {run} are of another version: {error}") from error


def network_config(kind: type[Any], run: Path) -> Any:
    """The network's config as the run wrote it down, or the bundled one for a run that wrote none.

    So ablations can be exported, and other sizes.
    """
    values = _written(run)
    if values is None:
        return _bundled(kind, run).network
    return build(typing.get_type_hints(kind)["network"], values["network"])


def network_kind(kind: type[Any], run: Path, setting: str) -> str:
    """The name of the network's class, in that setting, as `network_config` has its config."""
    values = _written(run)
    return str(getattr(_bundled(kind, run), setting) if values is None else values[setting])


def _written(run: Path) -> dict[str, Any] | None:
    settings = run / SETTINGS
    return json.loads(settings.read_text(encoding="utf-8")) if settings.is_file() else None


def _bundled(kind: type[Any], run: Path) -> Any:
    return load_config(kind, CONFIGS / "bundled" / f"{run.name}.toml")


class RunWeights:
    """The newest checkpoint of a run. Raises `TrainingError` where there is none that can be read."""

    def __init__(self, run: Path) -> None:
        state = newest(run)
        if state is None:
            raise TrainingError(f"There is no checkpoint in {run}.")
        self.run, self.step = run, int(state["step"])
        self._modules: dict[str, dict[str, Any]] = state["modules"]

    def averaged(self, network: N, name: str) -> N:
        """The network with the weights of the average of that name, for use.

        Raises `TrainingError` where the run has none, or of other sizes.
        """
        average = ema_of(network, 0.0)
        try:
            average.load_state_dict(self._modules[name])
        except (KeyError, RuntimeError) as error:
            raise TrainingError(
                f"The checkpoint in {self.run} does not hold the network that {SETTINGS} describes ({name})."
            ) from error
        return typing.cast(N, average.module.eval())
