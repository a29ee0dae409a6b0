"""Memory that was freed does not stay with the process."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from app.engine import thread as engine_thread
from app.engine.editing import NoEngine
from app.engine.thread import WorkerThread
from core.job import Job

_BLOCKS = """
from pathlib import Path
from app.program.memory import give_back

def pages():
    return int(Path("/proc/self/statm").read_text().split()[1])

kept = []
large = []
for _ in range(1000):
    large.append(b"x" * 100_000)
    kept.append(b"x" * 2000)
del large
before = pages()
give_back()
print((before - pages()) * 4096)
"""


class Nothing:
    """A request with nothing to do."""

    def run(self, engine: object, job: Job) -> None:
        return None


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc keeps it")
def test_freed_memory_between_what_is_kept_goes_back() -> None:
    done = subprocess.run([sys.executable, "-c", _BLOCKS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-300:]
    assert int(done.stdout) > 50_000_000  # of 100


def test_a_worker_gives_back_once_a_rest(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(engine_thread, "REST", 0.02)
    rests: list[int] = []
    worker = WorkerThread(NoEngine, "resting", at_rest=lambda: rests.append(1))
    worker.start()
    qtbot.waitUntil(lambda: len(rests) == 1)
    qtbot.wait(100)
    assert len(rests) == 1  # not again and again
    with qtbot.waitSignal(worker.done):
        worker.submit("one", Nothing())
    qtbot.waitUntil(lambda: len(rests) == 2)
    assert worker.close()
