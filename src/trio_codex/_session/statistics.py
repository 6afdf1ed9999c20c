"""The statistics of a connection."""

from __future__ import annotations

import attrs

from .._hints import exported

__all__ = ["ConnectionStatistics"]


@attrs.frozen(kw_only=True)
class ConnectionStatistics:
    """How much a connection holds; all zero but `requests_sent` once it is closed.

    Attributes:
        turns: turns whose events are routed to a handle.
        turns_starting: turns that were asked for and have no id yet, those included whose start
            was cancelled and not answered within `interrupt_timeout`.
        agents: turns of sub-agents that run, or are about to, for a turn that is followed.
        events_held: events kept for turns that have no id yet.
        logins: login attempts that wait for their completion.
        subscriptions: open streams of notifications.
        threads_followed: handles of goals and queued input that follow the turns of their thread.
        requests_in_flight: requests that hold an in-flight slot.
        requests_waiting: requests that wait for an in-flight slot.
        requests_sent: requests written since the connection was opened.
        server_requests: requests of the server that are being answered.
        frames_queued: frames that wait to be written.
        stray_replies: replies that matched no open request.
        tasks: tasks the connection runs.
    """

    turns: int
    turns_starting: int
    agents: int
    events_held: int
    logins: int
    subscriptions: int
    threads_followed: int
    requests_in_flight: int
    requests_waiting: int
    requests_sent: int
    server_requests: int
    frames_queued: int
    stray_replies: int
    tasks: int


exported("trio_codex.types", ConnectionStatistics)
