"""Stall detection: the idle timer of a turn, and the error that names what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import trio

from .._json import text_at
from ..errors import AppServerError, TurnStalledError

if TYPE_CHECKING:
    from .._session.stream import Message
    from .._session.turn import TurnChannel
    from ..protocol import Thread
    from .app_server import AppServerClient

__all__ = ["Progress", "check_stalled", "turn_status"]

# The longest wait for the thread's status.
_STATUS_SECONDS = 5.0


@final
class Progress:
    """The time of a turn's last progress, as measured by the consumer of its stream.

    A retry of the runtime is an event of the stream but not progress, so it does not reset the
    time. The time that the consumer takes for an event does not count.
    """

    __slots__ = ("_channel", "_seen", "_since")

    def __init__(self, channel: TurnChannel) -> None:
        self._channel = channel
        self._seen = -1
        self._since = 0.0

    def deadline(self, idle_timeout: float) -> float:
        """Returns the time at which the turn counts as stalled without further progress."""
        if self._channel.seen != self._seen:
            self.restart()
        return self._since + idle_timeout

    def restart(self) -> None:
        """Resets the time of the last progress to now."""
        self._seen, self._since = self._channel.seen, trio.current_time()


async def check_stalled(client: AppServerClient, channel: TurnChannel, idle_timeout: float) -> None:
    """Reads the thread from the server, then raises unless the turn has made progress meanwhile.

    Args:
        client: the client of the turn.
        channel: the channel of the turn.
        idle_timeout: the idle timeout that has passed, in seconds.

    Raises:
        TurnStalledError: the turn is stalled.
    """
    seen = channel.seen
    thread: Thread | None = None
    with trio.move_on_after(_STATUS_SECONDS):
        try:
            reply = await client.request("thread/read", {"threadId": channel.thread_id})
            thread = reply.thread
        except AppServerError:
            pass
    if channel.seen == seen and not channel.over:
        requests = client._require().requests.outstanding(channel.thread_id, channel.turn_id)
        flags = () if thread is None else getattr(thread.status, "active_flags", ())
        outstanding = (*(str(flag) for flag in flags), *requests)
        raise _stalled(channel, idle_timeout, thread, outstanding)


def _stalled(
    channel: TurnChannel, idle_timeout: float, thread: Thread | None, outstanding: tuple[str, ...]
) -> TurnStalledError:
    reason = _reason(thread, outstanding)
    retry = None if channel.route is None else channel.route.retrying
    if retry is not None:
        reason = f"the runtime retries a model request: {retry}; {reason}"
    received = "nothing" if retry is None else "nothing but retries"
    return TurnStalledError(
        f"the turn {channel.turn_id} sent {received} for {idle_timeout:g} s; {reason}",
        idle_timeout=idle_timeout,
        thread=thread,
        outstanding=outstanding,
    )


def _reason(thread: Thread | None, outstanding: tuple[str, ...]) -> str:
    if thread is None:
        return "the server did not say what it is doing"
    status = getattr(thread.status, "type", None)
    if status == "idle":
        return "the thread is idle, so the turn's terminal event was lost"
    if outstanding:
        return f"it waits for {', '.join(outstanding)}"
    return f"the thread is {status or 'in an unknown state'}"


def turn_status(terminal: Message | None) -> str:
    """Returns the status in a terminal event; `left` when the end was not received."""
    return text_at(terminal, "turn", "status") or "left"
