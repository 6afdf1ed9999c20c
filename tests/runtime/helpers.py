"""What the tests of the real runtime share: reading events and results, counting processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs
import psutil

from trio_codex.types import AgentMessageThreadItem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
    from pathlib import Path

    from trio_codex import AsyncCodex, AsyncThread, AsyncTurnHandle, Notification, TurnResult
    from trio_codex.types import AsyncNotificationStream

# More than anything here takes on a busy machine, less than what looks like a hang.
LIMIT = 40.0
# What an open connection that does nothing may count: its past, and its own tasks.
COUNTERS_THAT_STAY = {"requests_sent", "stray_replies", "tasks"}


def deltas_of(events: Sequence[Notification]) -> list[str]:
    return [cast("Any", e).payload.delta for e in events if e.method == "item/agentMessage/delta"]


def messages_of(result: TurnResult[Any]) -> list[str]:
    return [item.text for item in result.items if isinstance(item, AgentMessageThreadItem)]


async def collect(events: AsyncIterator[Notification]) -> list[Notification]:
    return [event async for event in events]


async def until(events: AsyncIterator[Notification], method: str) -> Notification:
    """Give the next event of a method."""
    async for event in events:
        if event.method == method:
            return event
    raise AssertionError(f"the events ended without a {method}")


async def first_delta(turn: AsyncTurnHandle[Any]) -> None:
    """Wait until the turn has begun to answer, so that it is running for sure."""
    await until(turn.stream(), "item/agentMessage/delta")


async def statuses(thread: AsyncThread) -> dict[str, str]:
    """Ask the server how the turns of a thread ended."""
    return {turn.id: str(turn.status) async for turn in thread.turns()}


def requests_sent(codex: AsyncCodex) -> int:
    return codex.statistics().requests_sent


def held(codex: AsyncCodex) -> dict[str, int]:
    """Give what the connection holds for somebody, by name; nothing when nobody waits for it."""
    counts = attrs.asdict(codex.statistics())
    return {
        name: count for name, count in counts.items() if count and name not in COUNTERS_THAT_STAY
    }


def runtimes() -> list[psutil.Process]:
    """Give every process that a test has started, directly or not, and that still lives."""
    return [process for process in _started(recursive=True) if _lives(process)]


def clients() -> int:
    """Count the runtimes of open clients; what these start for a moment does not count."""
    return sum(_lives(process) for process in _started())


def _started(*, recursive: bool = False) -> list[psutil.Process]:
    children = psutil.Process().children(recursive=recursive)
    return [process for process in children if not _is_resource_tracker(process)]


def _is_resource_tracker(process: psutil.Process) -> bool:
    # The first process pool of this process, in another test, starts it; it lives until we end.
    try:
        return any("multiprocessing.resource_tracker" in part for part in process.cmdline())
    except psutil.Error:
        return False


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def zombies() -> list[int]:
    return [process.pid for process in _started() if process.status() == psutil.STATUS_ZOMBIE]


def the_runtime() -> psutil.Process:
    """Give the one runtime that runs now."""
    (process,) = _started()
    return process


async def outcome_of(
    call: Callable[[], Awaitable[object]], into: list[BaseException | object]
) -> None:
    """Keep what a call came to, in a task of its own."""
    try:
        into.append(await call())
    except Exception as error:  # noqa: BLE001 - the test looks at it
        into.append(error)


async def next_of(stream: AsyncNotificationStream) -> Notification:
    async for event in stream:
        return event
    raise AssertionError("the subscription ended")


def script(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path
