"""What the state machine knows of turns and handles, apart from the engine it tests."""

from __future__ import annotations

from typing import Any

import attrs

from tests.machine.stepper import Started
from trio_codex import AsyncTurnHandle
from trio_codex.testing.app_server.messages import FakeRequest
from trio_codex.testing.app_server.turn import FakeTurn


@attrs.define(eq=False)
class Follower:
    """A handle, what it is due, and what its consumer has seen."""

    thread_id: str
    start: Started
    request: FakeRequest
    turn: TurnModel | None = None
    # The turn that ran when this was asked for, and how much of it was said by then.
    asked: TurnModel | None = None
    begin: int = 0
    due: list[str] = attrs.Factory(list)
    seen: list[str] = attrs.Factory(list)
    ended: bool = False
    left: bool = False
    joined: bool = False
    waits: list[Started] = attrs.Factory(list)

    @property
    def handle(self) -> AsyncTurnHandle[Any]:
        handle: AsyncTurnHandle[Any] = self.start.result()
        return handle

    def drop_handle(self) -> None:
        """Forgets the handle; nothing else here refers to it."""
        self.start.value = None

    @property
    def usable(self) -> bool:
        """Whether the start gave a handle, and nobody has left it."""
        started = self.start.over and self.start.value is not None
        return started and not self.left

    @property
    def ends_its_turn(self) -> bool:
        """Whether leaving it interrupts the turn: not if it only joined what others follow."""
        if not self.joined or self.turn is None:
            return True
        return not any(other is not self and other.bound for other in self.turn.followers)

    @property
    def late(self) -> bool:
        """Whether the start was given up before its reply."""
        return self.start.over and not self.request.answered

    @property
    def waits_for_reply(self) -> bool:
        return not self.start.over and not self.request.answered

    @property
    def bound(self) -> bool:
        return self.turn is not None and not self.left


@attrs.define(eq=False)
class TurnModel:
    """A turn on the server's side."""

    fake: FakeTurn
    words: list[str] = attrs.Factory(list)
    agents: list[FakeTurn] = attrs.Factory(list)
    followers: list[Follower] = attrs.Factory(list)
    over: bool = False
    answered: bool = False

    def say(self, text: str) -> None:
        """Notes a piece of text that everybody who follows the turn is due."""
        self.words.append(text)
        for follower in self.followers:
            if not follower.left:
                follower.due.append(text)
