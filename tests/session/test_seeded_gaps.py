"""What faults planted in the engine showed to be untested."""

from __future__ import annotations

from typing import Any, cast

import pytest
import trio
import trio.testing

from tests.session.scripted import events_of, opened, settle
from trio_codex import (
    AsyncCodex,
    AsyncTurnHandle,
    EventBufferOverflowError,
    TransportClosedError,
)
from trio_codex._session.streams import EventStream
from trio_codex._transport.base import Transport
from trio_codex.testing import FakeAppServer


async def test_a_turn_that_was_left_and_never_ends_is_not_followed_any_more(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/interrupt")
    async with opened(fake, interrupt_timeout=2) as codex:
        thread = await codex.thread_start()
        async with await thread.turn("hi"):
            running = await fake.expect_turn()
            await settle()
            assert codex.statistics().turns == 1
        assert codex.statistics().turns == 0
        # What comes of it all the same belongs to nobody, and so to the subscriptions.
        with codex.notifications("item/completed") as stream:
            running.message("too late")
            assert (await stream.__anext__()).method == "item/completed"


async def test_a_stream_that_overflowed_ends_with_its_error_and_nothing_after_it() -> None:
    stream = EventStream(1, frozenset())

    def put(count: int) -> None:
        for number in range(count):
            stream.incoming.append({"method": "some/event", "params": {"number": number}})
        stream.flush()

    put(1)
    put(40)
    assert stream.ended and not stream.keep
    assert len(await stream.receive()) == 1
    *kept, error = await stream.receive()
    assert len(kept) == 16
    assert isinstance(error, EventBufferOverflowError)
    # A consumer that goes on after the error must not wait for the end of the turn.
    assert stream.receive_nowait() == []
    stream.end(RuntimeError("the connection ended, which is no news here"))
    assert stream.receive_nowait() == []


async def test_a_join_that_is_answered_after_the_end_gets_the_whole_result(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        first = await thread.turn("one")
        running = await fake.expect_turn()
        fake.manual("turn/start")
        joined: list[AsyncTurnHandle[Any]] = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def join() -> None:
                joined.append(await thread.turn("two"))

            await fake.expect("turn/start")
            request = await fake.expect("turn/start")
            running.message("both").usage(7).completed()
            await settle()
            running.reply_to(request)
        # Read before `run`, which would drop it: the end is all that came after the join.
        assert await events_of(joined[0]) == ["turn/completed"]
        results = [await turn.run() for turn in (first, *joined)]
    assert results[0] == results[1]
    assert results[1].usage is not None and results[1].usage.total.total_tokens == 7
    assert results[1].final_response == "both"


async def test_what_follows_a_reply_in_one_read_is_not_lost(fake: FakeAppServer) -> None:
    fake.manual("model/list")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(codex.models)
            request = await fake.expect("model/list")
            with fake.batch():
                running.delta("before ").delta("a ")
                fake.reply(request, {"data": [], "nextCursor": None})
                running.delta("reply, ").delta("and after").message().completed()
        methods = await events_of(turn)
        result = await turn.run()
    assert methods.count("item/agentMessage/delta") == 4
    assert methods[-1] == "turn/completed"
    assert result.final_response == "before a reply, and after"


class ExitKnownFirst:
    """A transport whose far end is known to have ended before its output was read."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.exited = trio.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    async def wait_exited(self) -> None:
        await self.exited.wait()


async def test_the_last_words_of_a_child_are_read_although_its_end_is_known_before(
    fake: FakeAppServer, mock_clock: trio.testing.MockClock
) -> None:
    transport = ExitKnownFirst(fake.transport)
    async with AsyncCodex(transport=cast("Transport", transport)) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        transport.exited.set()
        await settle()
        running.answer("just in time")
        await settle()
        assert (await turn.run()).final_response == "just in time"
        # Whoever else holds the output open is not waited for.
        mock_clock.jump(1)
        await settle()
        with pytest.raises(TransportClosedError, match="the runtime ended"):
            await codex.models()
