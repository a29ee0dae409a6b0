"""Latest wins: what waits for a worker thread, as a class without Qt or clock so that it is tested alone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

BACKGROUND = 100
"""A lane of this rank or more gives way while it runs: it is begun anew when nothing else waits."""


@dataclass(frozen=True)
class Ticket:
    """A request on its way: `stamp` grows with every submission, `lane` says what it replaces."""

    stamp: int
    lane: Hashable
    request: object


class Mailbox:
    """Requests by lane. A new one replaces what waits in its lane and makes what runs there stale.

    `order` ranks a lane (smaller goes first); lanes of equal rank go by age. Every method may be called from
    any thread; only one thread calls `take` and `rests`.
    """

    def __init__(self, order: Callable[[Hashable], int] = lambda lane: 0) -> None:
        self._order = order
        self._condition = threading.Condition()
        self._waiting: dict[Hashable, Ticket] = {}
        self._wanted: dict[Hashable, int] = {}
        self._running: Ticket | None = None
        self._stamp = 0
        self._closed = False

    def submit(self, lane: Hashable, request: object) -> int:
        """Put a request; returns its stamp. Equal to what already waits or runs: that one's stamp."""
        with self._condition:
            current = self._current(lane)
            if current is not None and current.request == request:
                return current.stamp
            self._stamp += 1
            self._waiting[lane] = Ticket(self._stamp, lane, request)
            self._wanted[lane] = self._stamp
            self._condition.notify()
            return self._stamp

    def take(self) -> Ticket | None:
        """The next request, waiting for one; None once the box is closed. Ends the former one's running."""
        with self._condition:
            self._running = None
            while not self._waiting and not self._closed:
                self._condition.wait()
            if self._closed:
                return None
            ticket = min(self._waiting.values(), key=lambda t: (self._order(t.lane), t.stamp))
            del self._waiting[ticket.lane]
            self._running = ticket
            return ticket

    def rests(self, seconds: float) -> bool:
        """Whether nothing is to be taken for that long. Ends the former one's running."""
        with self._condition:
            self._running = None
            return not self._condition.wait_for(lambda: self._closed or bool(self._waiting), seconds)

    def is_wanted(self, ticket: Ticket) -> bool:
        """Whether anybody still waits for this request's result."""
        with self._condition:
            return not self._closed and self._wanted.get(ticket.lane) == ticket.stamp

    def must_give_way(self, ticket: Ticket) -> bool:
        """Whether this is background work while something else waits."""
        with self._condition:
            rank = self._order(ticket.lane)
            return rank >= BACKGROUND and any(self._order(lane) < rank for lane in self._waiting)

    def put_back(self, ticket: Ticket) -> bool:
        """What gave way waits again; False when nobody wants it any more."""
        with self._condition:
            if not self.is_wanted(ticket):
                return False
            self._waiting[ticket.lane] = ticket
            return True

    def cancel(self, *lanes: Hashable) -> None:
        """Nobody wants these lanes' results any more, waiting or running."""
        with self._condition:
            for lane in lanes:
                self._waiting.pop(lane, None)
                self._wanted.pop(lane, None)

    def cancel_where(self, matches: Callable[[Hashable], bool]) -> None:
        """Cancel every lane that matches."""
        with self._condition:
            self.cancel(*[lane for lane in self._wanted if matches(lane)])

    def lanes(self) -> Sequence[Hashable]:
        """Lanes with a request whose result is still to be settled."""
        with self._condition:
            return list(self._wanted)

    def settle(self, ticket: Ticket) -> bool:
        """Called with a result in hand: whether it is still wanted; if so, it is wanted no longer."""
        with self._condition:
            if self._closed or self._wanted.get(ticket.lane) != ticket.stamp:
                return False
            del self._wanted[ticket.lane]
            return True

    def close(self) -> None:
        """No more requests: `take` returns None, everything is stale."""
        with self._condition:
            self._closed = True
            self._waiting.clear()
            self._wanted.clear()
            self._condition.notify_all()

    def _current(self, lane: Hashable) -> Ticket | None:
        """What waits in the lane, or runs there and is still wanted."""
        if lane in self._waiting:
            return self._waiting[lane]
        running = self._running
        if running is not None and running.lane == lane and self._wanted.get(lane) == running.stamp:
            return running
        return None
