from __future__ import annotations

import threading

from app.engine.mailbox import BACKGROUND, Mailbox


def test_newer_request_replaces_the_waiting_one() -> None:
    box = Mailbox()
    box.submit("preview", "a")
    second = box.submit("preview", "b")
    ticket = box.take()
    assert ticket is not None
    assert (ticket.stamp, ticket.request) == (second, "b")
    assert box.lanes() == ["preview"]


def test_newer_request_makes_the_running_one_stale() -> None:
    box = Mailbox()
    box.submit("preview", "a")
    running = box.take()
    assert running is not None
    assert box.is_wanted(running)
    box.submit("preview", "b")
    assert not box.is_wanted(running)
    assert not box.settle(running)


def test_equal_request_is_not_done_twice() -> None:
    box = Mailbox()
    first = box.submit("preview", "a")
    assert box.submit("preview", "a") == first
    running = box.take()
    assert running is not None
    assert box.submit("preview", "a") == first
    assert box.settle(running)
    assert box.submit("preview", "a") > first


def test_result_settles_once_and_not_after_cancel() -> None:
    box = Mailbox()
    box.submit("preview", "a")
    ticket = box.take()
    assert ticket is not None
    box.cancel("preview")
    assert not box.is_wanted(ticket)
    assert not box.settle(ticket)


def test_lanes_do_not_disturb_each_other_and_are_ranked() -> None:
    box = Mailbox(order=lambda lane: {"faces": 0, "preview": 1}[str(lane)])
    box.submit("preview", "a")
    box.submit("faces", "b")
    taken = [box.take(), box.take()]
    assert [t.request for t in taken if t is not None] == ["b", "a"]


def test_background_work_gives_way_and_comes_back() -> None:
    box = Mailbox(order=lambda lane: {"preview": 1, "export": 3, "batch": BACKGROUND}[str(lane)])
    box.submit("batch", "a")
    running = box.take()
    assert running is not None
    assert not box.must_give_way(running)
    box.submit("preview", "b")
    assert box.must_give_way(running)
    assert box.put_back(running)
    taken = [box.take(), box.take()]
    assert [t.request for t in taken if t is not None] == ["b", "a"]
    box.cancel("batch")
    assert not box.put_back(running)
    assert box.lanes() == ["preview"]


def test_nothing_else_gives_way() -> None:
    box = Mailbox(order=lambda lane: {"preview": 1, "export": 3}[str(lane)])
    box.submit("export", "a")
    running = box.take()
    assert running is not None
    box.submit("preview", "b")
    assert not box.must_give_way(running)


def test_cancel_where_takes_only_matching_lanes() -> None:
    box = Mailbox()
    box.submit(("preview", 0), "a")
    box.submit("export", "b")
    box.cancel_where(lambda lane: isinstance(lane, tuple))
    assert box.lanes() == ["export"]


def test_closing_wakes_the_waiting_thread() -> None:
    box = Mailbox()
    taken: list[object] = []
    thread = threading.Thread(target=lambda: taken.append(box.take()))
    thread.start()
    box.close()
    thread.join(2)
    assert taken == [None]


def test_a_box_rests_while_nothing_waits() -> None:
    box = Mailbox()
    assert box.rests(0.01)
    box.submit("preview", "a")
    assert not box.rests(10)
    assert box.take() is not None
    assert box.rests(0.01)
    box.close()
    assert not box.rests(10)
