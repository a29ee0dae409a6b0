"""One worker thread (for the engine, for files): latest wins, results stamped, errors as values."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, Never, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, QThread, Signal

from app.engine.mailbox import Mailbox, Ticket
from core.errors import Cancelled, DeviceError, SemblanceError
from core.job import Job

Context = TypeVar("Context")
Needs = TypeVar("Needs", contravariant=True)
Answer = TypeVar("Answer", covariant=True)
Given = TypeVar("Given")
_log = logging.getLogger(__name__)
_PROGRESS_INTERVAL = 0.05  # seconds: more often only fills the event queue
RENEW = "renew"
REST = 1.0
"""Seconds without a request after which what the last ones used is given back."""


class Request(Protocol[Needs, Answer]):
    """A frozen dataclass, compared by value, that knows how to answer itself on the worker thread."""

    def run(self, context: Needs, job: Job, /) -> Answer: ...


@dataclass(frozen=True, eq=False)
class Outcome:
    """What became of a request: a value or an error."""

    ticket: Ticket
    value: object = None
    error: BaseException | None = None

    def answer(self, request: Request[Never, Given]) -> Given:
        """The value, as `request` gives it: the one that this is the outcome of."""
        assert request is self.request
        return cast(Given, self.value)

    @property
    def request(self) -> object:
        return self.ticket.request

    @property
    def lane(self) -> Hashable:
        return self.ticket.lane


class WorkerThread(QThread, Generic[Context]):
    """Makes its context (an engine, or `NoEngine`) with `factory`, then answers requests until it is closed.

    `ready(context)` and `unready(error)` tell how the factory went; after an error requests wait until
    `retry`; `renew` has it made anew. `done(outcome)` carries every result that somebody still wanted when
    it was made; whoever receives it asks `settle`, since an edit may have overtaken it in the event queue.
    """

    ready = Signal(object)
    unready = Signal(object)
    done = Signal(object)
    progress = Signal(object, float, str)

    def __init__(
        self,
        factory: Callable[[], Context],
        name: str,
        order: Callable[[Hashable], int] = lambda lane: 0,
        parent: QObject | None = None,
        at_rest: Callable[[], None] | None = None,
    ) -> None:
        """`at_rest` is called on the thread, once whenever nothing was asked for `REST` seconds."""
        super().__init__(parent)
        self.setObjectName(name)
        self._factory = factory
        self._at_rest = at_rest
        self._mailbox = Mailbox(order)
        self._retry = Mailbox()

    def submit(self, lane: Hashable, request: Request[Context, object]) -> int:
        return self._mailbox.submit(lane, request)

    def cancel(self, *lanes: Hashable) -> None:
        self._mailbox.cancel(*lanes)

    def cancel_where(self, matches: Callable[[Hashable], bool]) -> None:
        self._mailbox.cancel_where(matches)

    def settle(self, outcome: Outcome) -> bool:
        """Whether this result is still the latest of its lane. Each result settles once."""
        return self._mailbox.settle(outcome.ticket)

    def busy(self) -> bool:
        """Whether anything is still to come."""
        return bool(self._mailbox.lanes())

    def busy_where(self, matches: Callable[[Hashable], bool]) -> bool:
        return any(map(matches, self._mailbox.lanes()))

    def busy_with(self, lane: Hashable) -> bool:
        return lane in self._mailbox.lanes()

    def retry(self) -> None:
        """Try the factory again after it failed."""
        self._retry.submit("retry", object())

    def renew(self) -> None:
        """Make the context anew, after what runs now and before what waits; after an error, `retry`."""
        self._mailbox.submit(RENEW, object())

    def close(self, wait_ms: int = 3000) -> bool:
        """Cancel everything and wait, bounded. False: a stage that cannot be interrupted still runs."""
        self._mailbox.close()
        self._retry.close()
        return self.wait(wait_ms)

    def run(self) -> None:
        """The thread's body."""
        while (context := self._make_context()) is not None:
            if not self._serve(context):
                return
            del context  # its memory is needed for the next one

    def _serve(self, context: Context) -> bool:
        """Answer requests; True when the context is to be made anew, False when the thread is to end."""
        while (ticket := self._next()) is not None:
            if ticket.lane == RENEW:
                self._mailbox.settle(ticket)
                return True
            outcome = self._answer(ticket, context)
            if outcome is not None:
                self.done.emit(outcome)
        return False

    def _next(self) -> Ticket | None:
        if self._at_rest is not None and self._mailbox.rests(REST):
            self._at_rest()
        return self._mailbox.take()

    def _make_context(self) -> Context | None:
        while True:
            try:
                context = self._factory()
            except Exception as error:  # whatever it was, the window shows it and offers another try
                _log_failure(error)
                self.unready.emit(error)
                if self._retry.take() is None:
                    return None
            else:
                self.ready.emit(context)
                return context

    def _answer(self, ticket: Ticket, context: Context) -> Outcome | None:
        try:
            request = cast(Request[Context, object], ticket.request)  # `submit` takes no other
            value = request.run(context, self._job(ticket))
        except Cancelled:
            if not self._mailbox.put_back(ticket):
                self._mailbox.settle(ticket)
            return None
        except Exception as error:  # errors travel as values; the window words or reports them
            _log_failure(error)
            return Outcome(ticket, error=error) if self._mailbox.is_wanted(ticket) else None
        return Outcome(ticket, value) if self._mailbox.is_wanted(ticket) else None

    def _job(self, ticket: Ticket) -> Job:
        last = 0.0

        def progress(fraction: float, text: str) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _PROGRESS_INTERVAL or fraction >= 1.0:
                last = now
                self.progress.emit(ticket.lane, fraction, text)

        def cancelled() -> bool:
            return not self._mailbox.is_wanted(ticket) or self._mailbox.must_give_way(ticket)

        return Job(progress, cancelled)


def _log_failure(error: Exception) -> None:
    expected = isinstance(error, SemblanceError) and not isinstance(error, DeviceError)
    _log.log(logging.INFO if expected else logging.ERROR, "A request failed", exc_info=error)
