"""Login attempts and their completions, which may come before the attempt is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import trio

if TYPE_CHECKING:
    from ..errors import AppServerError
    from ..protocol import JsonValue
    from .stream import Message

__all__ = ["LoginChannel", "LoginTable"]


@final
class LoginChannel:
    """One login attempt: its id, and its completion once that has come."""

    __slots__ = ("completion", "done", "failure", "login_id")

    def __init__(self) -> None:
        self.login_id: str | None = None
        self.completion: Message | None = None
        self.failure: AppServerError | None = None
        self.done: trio.Event = trio.Event()

    def complete(self, params: Message) -> None:
        """Ends the attempt with its completion."""
        self.completion = params
        self.done.set()

    def fail(self, error: AppServerError) -> None:
        """Ends the wait for a completion that can no longer come."""
        if self.completion is None:
            self.failure = error
        self.done.set()


@final
class LoginTable:
    """The login attempts that are open now."""

    def __init__(self) -> None:
        self._open: dict[str, LoginChannel] = {}
        self._expected: list[LoginChannel] = []
        self._early: dict[str, Message] = {}

    def __len__(self) -> int:
        return len(self._open) + len(self._expected)

    def expect(self) -> LoginChannel:
        """Registers an attempt that is about to be started, before its request is written."""
        channel = LoginChannel()
        self._expected.append(channel)
        return channel

    def bind(self, channel: LoginChannel, login_id: str) -> None:
        """Gives an expected attempt the id of the server's reply; the reader calls this."""
        channel.login_id = login_id
        early = self._early.pop(login_id, None)
        if early is None:
            self._open[login_id] = channel
        else:
            params = early["params"]
            assert isinstance(params, dict)
            channel.complete(params)

    def settle(self, channel: LoginChannel) -> list[Message]:
        """Ends an expectation; returns the completions that belong to no attempt."""
        if channel in self._expected:
            self._expected.remove(channel)
        if self._expected:
            return []
        orphans = list(self._early.values())
        self._early.clear()
        return orphans

    def release(self, channel: LoginChannel) -> None:
        """Forgets an attempt that was given up."""
        if channel.login_id is not None and self._open.get(channel.login_id) is channel:
            del self._open[channel.login_id]

    def take(self, login_id: JsonValue, message: Message) -> bool:
        """Completes the attempt that a completion names; false if there is none."""
        params = message["params"]
        if not isinstance(login_id, str) or not isinstance(params, dict):
            return False
        channel = self._open.pop(login_id, None)
        if channel is not None:
            channel.complete(params)
            return True
        if self._expected:
            self._early[login_id] = message
            return True
        return False

    def fail(self, error: AppServerError) -> None:
        """Ends every attempt with `error`."""
        for channel in (*self._open.values(), *self._expected):
            channel.fail(error)
        self._open.clear()
        self._expected.clear()
        self._early.clear()
