"""Training of SemanticStyleGAN: every kind of step, mixing, losses, adaptation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from core.labels import IGNORE, PARTS, Label, part_table
from core.models.semantic_stylegan import Drawn, SemanticConfig
from tests.training.tiny import tiny_batch
from training.checkpoints import restore, save
from training.common import TrainingError, build, load_config
from training.path_length import PathLength
from training.semantic_stylegan import (
    Real,
    SemanticTask,
    SemanticTraining,
    label_loss,
    mask_loss,
    mixed,
)
from training.session import config_names
from training.updates import Updates
