from __future__ import annotations

import pytest
import torch

from core.errors import DeviceError
from core.render import device as module
from core.render.device import DeviceChoice, choose_device, cpu_choice, describe, found_devices
from core.render.runtime import Runtime


@pytest.fixture
def two_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two graphics cards, as torch would tell of them."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda key: f"Card {str(key)[-1]}")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without graphics."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)


@pytest.mark.usefixtures("two_cards")
def test_the_fastest_or_the_one_asked_for():
    assert choose_device().torch_name == "cuda:0"
    assert choose_device("cuda").torch_name == "cuda:0"
    assert choose_device("cuda:1").torch_name == "cuda:1"
    assert choose_device("cpu").torch_name == "cpu"
    assert [found.key for found in found_devices()][:2] == ["cuda:0", "cuda:1"]
    assert found_devices()[1].title == "Card 1"
    assert found_devices()[-1].key == "cpu"


@pytest.mark.usefixtures("bare")
def test_without_graphics_the_processor_is_all():
    assert choose_device().name == "cpu"
    assert [found.key for found in found_devices()] == ["cpu"]


@pytest.mark.usefixtures("two_cards")
@pytest.mark.parametrize("name", ["cuda:0", "cpu"])
def test_precision(name: str):
    assert not choose_device(name, "fp32").half
    assert choose_device(name, "bf16").half
    assert choose_device(name).half == (name != "cpu" or cpu_choice().half)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("wanted", ["cuda", "cuda:1", "mps", "cpu:1", "abacus", ""])
def test_a_device_that_is_not_there_is_said_in_a_sentence(wanted: str):
    with pytest.raises(DeviceError, match=r"^[A-Z“].*\.$"):
        choose_device(wanted)


def test_the_processor_takes_over_in_the_precision_asked_for():
    runtime = Runtime(DeviceChoice("cuda", precision="fp32"))
    runtime._fall_back()
    assert runtime.choice == cpu_choice("fp32")
    assert not runtime.choice.half


def test_a_choice_in_words(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module.platform, "machine", lambda: "abc64")
    assert describe(DeviceChoice("cpu", half=True)) == "Processor (abc64), bf16"
    assert describe(DeviceChoice("cpu")) == "Processor (abc64), fp32"
