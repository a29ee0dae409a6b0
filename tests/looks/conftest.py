"""One engine for all looks, in plain float32 on one thread, so that machines differ by rounding alone."""

from __future__ import annotations

import pytest
import torch

from benchmarks.documents import Photos
from core.packs import default_pack
from core.render.device import DeviceChoice
from core.render.engine import Engine
from tests.looks.looks import POINTS

torch.set_num_threads(1)


@pytest.fixture(scope="session")
def bundled_engine() -> Engine:
    """An engine on the pack that ships."""
    return Engine(default_pack(), DeviceChoice("cpu"))


@pytest.fixture(scope="session")
def photos(bundled_engine: Engine) -> Photos:
    return Photos(bundled_engine, POINTS)
