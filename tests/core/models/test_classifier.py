"""The classifier that judges every attribute from its own window."""

from __future__ import annotations

import pytest
import torch

from core.methods.smile.attributes import ATTRIBUTES
from core.models.classifier import WINDOWS, Classifier, ClassifierConfig


def _network(**sizes: int) -> Classifier:
    """Random weights, normalised by what they do to noise: at its start the network tells nothing apart."""
    torch.manual_seed(0)
    network = Classifier(ClassifierConfig(width=0.1, features=16, **sizes))
    for part in network.modules():
        if isinstance(part, torch.nn.BatchNorm2d):
            part.momentum = 1.0
    with torch.no_grad():
        network(torch.rand(8, 3, 256, 256) * 2 - 1)
    return network.eval()


def test_every_attribute_has_windows_within_the_crop():
    assert tuple(WINDOWS) == tuple(a.name for a in ATTRIBUTES)
    for windows in WINDOWS.values():
        assert windows
        assert all(min(w) >= 0 and max(w.left, w.top) + w.side <= 256 for w in windows)


@pytest.mark.parametrize("side", [128, 256])
@pytest.mark.parametrize("name", [a.name for a in ATTRIBUTES])
def test_an_attribute_is_judged_by_its_windows_alone(name: str, side: int):
    network, share = _network(window_side=32), side / 256
    crop = torch.rand(2, 3, side, side) * 2 - 1
    outside = torch.ones(side, side, dtype=torch.bool)
    for left, top, width in ((round(n * share) for n in w) for w in WINDOWS[name]):
        outside[top : top + width, left : left + width] = False
    index = [a.name for a in ATTRIBUTES].index(name)
    with torch.no_grad():
        before = network(crop)[:, index]
        elsewhere = network(torch.where(outside, -crop, crop))[:, index]
        inside = network(torch.where(outside, crop, -crop))[:, index]
    assert torch.equal(elsewhere, before)
    assert (inside != before).all()


def test_of_two_windows_the_surer_one_counts():
    network, crop = _network(window_side=32), torch.zeros(1, 3, 256, 256)
    index = list(WINDOWS).index("earrings")
    left, right = WINDOWS["earrings"]
    shown = torch.rand(3, left.side, left.side)
    found = []
    for window in (left, right):
        one = crop.clone()
        one[0, :, window.top : window.top + window.side, window.left : window.left + window.side] = shown
        with torch.no_grad():
            found.append(float(network(one)[0, index]))
    assert found[0] == pytest.approx(found[1], abs=1e-5)
