"""Checkpoints: written in one piece, the one before kept, read without unpickling."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

import torch

from training.common import TrainingError
from training.processes import ALONE, Processes
from training.updates import Task

LAST, PREVIOUS = "last.pt", "previous.pt"
log = logging.getLogger(__name__)


def save(task: Task, folder: Path, step: int, scaler: dict[str, Any] | None = None) -> bool:
    """Write `last.pt` in one piece, the one before becoming `previous.pt`; whether it could be done.

    A full disk or a kill leaves what was there.
    """
    state: dict[str, Any] = {
        "step": step,
        "modules": {name: module.state_dict() for name, module in task.modules().items()},
        "optimisers": {name: optimiser.state_dict() for name, optimiser in task.optimisers().items()},
    }
    if scaler:
        state["scaler"] = scaler
    part, last = folder / f"{LAST}.part", folder / LAST
    try:
        with part.open("wb") as file:
            torch.save(state, file)
            file.flush()
            os.fsync(file.fileno())
        if last.exists():
            os.replace(last, folder / PREVIOUS)
        os.replace(part, last)
    except (OSError, RuntimeError) as error:  # torch wraps what writing raises
        part.unlink(missing_ok=True)
        log.error("Could not save a checkpoint (%s); the one before is kept.", error)
        return False
    return True


def has_checkpoint(folder: Path) -> bool:
    return any((folder / name).exists() for name in (LAST, PREVIOUS))


def restore(task: Task, folder: Path, processes: Processes = ALONE, scaler: Any = None) -> int:
    """Load the newest readable checkpoint, if there is one; returns the step to go on from.

    Only the first process needs to see the folder. Raises `TrainingError` when the checkpoint belongs to
    other networks.
    """
    state = processes.from_first(lambda: newest(folder))
    if state is None:
        return 0
    try:
        for name, module in task.modules().items():
            module.load_state_dict(state["modules"][name])
        for name, optimiser in task.optimisers().items():
            optimiser.load_state_dict(state["optimisers"][name])
    except (KeyError, ValueError, RuntimeError) as error:
        raise TrainingError(
            f"The checkpoint in {folder} was made with other settings of the networks; train into another "
            f"folder (--run), or start anew (--fresh). ({str(error).splitlines()[0]})"
        ) from error
    if scaler is not None and "scaler" in state:
        scaler.load_state_dict(state["scaler"])
    log.info("resumed at step %s", state["step"])
    return int(state["step"])


def newest(folder: Path) -> dict[str, Any] | None:
    """The newest checkpoint that can be read, None where there is none."""
    for name in (LAST, PREVIOUS):
        path = folder / name
        if not path.exists():
            continue
        try:
            return torch.load(path, map_location="cpu", weights_only=True)
        except Exception as error:  # a damaged file makes torch's readers raise almost anything
            log.warning("%s cannot be read (%s).", path, str(error).splitlines()[0])
    return None
