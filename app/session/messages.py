"""What the message bar shows: a sentence and a way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["info", "warning", "error"]


@dataclass(frozen=True)
class Choice:
    """A button of a message. The message goes away when it is pressed."""

    title: str
    run: Callable[[], object]


@dataclass(frozen=True)
class Message:
    """One sentence or two. A later message of the same `key` takes the earlier one's place."""

    kind: Kind
    text: str
    choices: tuple[Choice, ...] = field(default=(), compare=False)
    key: str = ""
