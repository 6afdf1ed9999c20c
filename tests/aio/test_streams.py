"""Streams cross into the event loop in lists: nothing is lost, and other tasks run meanwhile."""

from __future__ import annotations

import asyncio

import pytest

from tests.aio.support import in_thread, run
from tests.sync.support import echo_config
from trio_codex import AppServerConfig, ClientClosedError
from trio_codex.aio import AsyncCodex, AsyncThread
from trio_codex.testing import BlockingModelServer

PIECES = [f"{number} " for number in range(150)]


async def text_of(thread: AsyncThread) -> str:
    return "".join([piece async for piece in thread.stream_text("hi")])


@pytest.mark.requirement("asyncio/streams")
def test_many_streams_lose_nothing(config: AppServerConfig, model: BlockingModelServer) -> None:
    async def main() -> None:
        model.reply_deltas(PIECES, times=6)
        async with AsyncCodex(config) as codex:
            threads = [await codex.thread_start() for _ in range(6)]

            async def elsewhere() -> list[str]:
                return [await text_of(thread) for thread in threads[4:]]

            here = asyncio.gather(*(text_of(thread) for thread in threads[:4]))
            texts = [*await in_thread(elsewhere), *await here]
            assert texts == ["".join(PIECES)] * 6

    run(main)


@pytest.mark.requirement("asyncio/streams")
def test_a_consumer_with_a_full_buffer_lets_other_tasks_run() -> None:
    async def main() -> int:
        steps = 0

        async def other() -> None:
            nonlocal steps
            while True:
                await asyncio.sleep(0)
                steps += 1

        async with AsyncCodex(echo_config()) as codex:
            with codex.notifications() as notices:
                await codex.client.call("test/notify", {"times": 3000, "n": 0})
                await anext(notices)  # the first list is here, whole
                running = asyncio.create_task(other())
                before = steps
                for _ in range(2999):
                    await anext(notices)
                running.cancel()
                return steps - before

    assert run(main) >= 1


def test_a_stream_of_a_closed_client_returns_what_has_arrived_and_then_its_error() -> None:
    async def main() -> None:
        async with AsyncCodex(echo_config()) as codex:
            notices = codex.notifications()
            await codex.client.call("test/notify", {"times": 3, "n": 0})
        for _ in range(3):
            assert str((await anext(notices)).method) == "test/notice"
        with pytest.raises(ClientClosedError):
            await anext(notices)
        await notices.aclose()
        assert repr(notices) == "<AsyncNotificationStream of all methods, closed>"

    run(main)


def test_a_stream_that_is_closed_ends_and_another_continues(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        model.reply("hello")
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            async with thread.turn("hi") as turn:
                first = turn.stream()
                assert (await anext(first)).method == "turn/started"
                await first.aclose()
                assert [event async for event in first] == []
                assert repr(first) == f"<AsyncTurnStream of turn {turn.id}, closed>"
                assert [event.method async for event in turn.stream()][-1] == "turn/completed"

    run(main)
