"""What a run leaves to look at: JSON lines, TensorBoard, sample pictures. A full disk costs lines only."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from torch.utils.tensorboard import SummaryWriter

from core.atomic import write_atomically

log = logging.getLogger(__name__)
LINES = "log.jsonl"


class Journal:
    """Writes into a run's folder; with `silent` (all processes but the first) nothing at all."""

    def __init__(self, folder: Path, step: int, silent: bool = False) -> None:
        self.folder, self.silent = folder, silent
        self._complained = False
        self._board: SummaryWriter | None = None
        if not silent:
            self._try(lambda: _forget_after(folder / LINES, step))
            self._try(lambda: self._open_board(step))

    def _open_board(self, step: int) -> None:
        self._board = SummaryWriter(str(self.folder), purge_step=step)

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._board is not None:
            self._try(self._board.close)

    def record(self, step: int, scalars: Mapping[str, float]) -> None:
        """One line of the log, and the same numbers for TensorBoard."""
        if self.silent:
            return
        self._try(lambda: self._append(json.dumps({"step": step, "time": time.time(), **scalars})))
        self._try(lambda: self._plot(step, scalars))

    def picture(self, step: int, pixels: NDArray[np.uint8]) -> None:
        """Keep a sample grid `(H, W, 3)` of this step."""
        self._try(lambda: Image.fromarray(pixels).save(self.folder / f"sample_{step:06d}.jpg"))

    def _append(self, line: str) -> None:
        with (self.folder / LINES).open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def _plot(self, step: int, scalars: Mapping[str, float]) -> None:
        if self._board is None:
            return
        for name, value in scalars.items():
            self._board.add_scalar(name, value, step)

    def _try(self, write: Callable[[], object]) -> None:
        try:
            write()
        except OSError as error:
            if not self._complained:
                log.error("The log in %s cannot be written (%s); training goes on.", self.folder, error)
            self._complained = True


def _forget_after(path: Path, step: int) -> None:
    """Drop lines of steps that a resumed run does again, and a last line that a kill cut off."""
    if not path.is_file():
        return
    kept: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            done = int(json.loads(line)["step"]) <= step
        except (ValueError, KeyError, TypeError):
            done = False
        if done:
            kept.append(line + "\n")
    write_atomically(path, "".join(kept).encode())
