"""Names in a checkpoint, averages and rates of tasks."""

from __future__ import annotations

import copy

import pytest
import torch
from torch import nn

from tests.training.tiny import tiny_task
from training.averaged import AveragedTask
from training.common import cosine_share

NAMES = {
    "sem": {"g", "s", "f", "d", "bank", "g_ema", "s_ema", "f_ema"},
    "syn": {"g", "s", "m", "d", "bank", "g_ema", "s_ema", "m_ema"},
    "stargan_v2": {"g", "s", "f", "d", "g_ema", "s_ema", "f_ema"},
}


def _task() -> AveragedTask:
    network = nn.Linear(1, 1)
    groups = [{"params": [network.weight]}, {"params": [network.bias], "lr": 0.5}]
    return AveragedTask({"n": network}, {"o": torch.optim.Adam(groups, lr=2.0)}, 0.75, {"d": nn.Linear(1, 1)})


def _rates(task: AveragedTask) -> list[float]:
    return [group["lr"] for group in task.optimisers()["o"].param_groups]


@pytest.mark.parametrize("model", NAMES)
def test_runs_of_before_find_their_names(model: str):
    task = tiny_task(model, "paper" if model != "stargan_v2" else None)
    assert set(task.modules()) == NAMES[model]
    assert set(task.optimisers()) == {"g", "d"}


def test_an_average_goes_a_share_of_the_way():
    task = _task()
    weight = task.modules()["n"].get_parameter("weight")
    with torch.no_grad():
        weight.fill_(1.0)
        task.begin_averages()
        task.average()  # the first one is the network itself
        weight.fill_(5.0)
    task.average()
    assert task.modules()["n_ema"].get_parameter("module.weight").item() == pytest.approx(2.0)


def test_rates_are_shares_of_those_at_first_also_after_going_on_from_a_checkpoint():
    task, again = _task(), _task()
    task.scale_rates(0.5)
    assert _rates(task) == [1.0, 0.25]
    state = copy.deepcopy(task.optimisers()["o"].state_dict())
    again.optimisers()["o"].load_state_dict(state)
    again.scale_rates(0.1)
    assert _rates(again) == pytest.approx([0.2, 0.05])


def test_a_cosine_rises_and_falls_to_nothing():
    assert cosine_share(0, 1000, 10) == pytest.approx(0.1)
    assert cosine_share(500, 1000, 10) == pytest.approx(0.5)
    assert cosine_share(1000, 1000, 10) == pytest.approx(0.0)
    assert cosine_share(2000, 1000, 10) == pytest.approx(0.0)
