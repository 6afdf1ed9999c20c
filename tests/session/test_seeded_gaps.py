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
    ServerRequestHandlers,
    TransportClosedError,
)
from trio_codex._session.stream import EventStream
from trio_codex._session.writer import FrameWriter
from trio_codex._transport.base import Transport
from trio_codex.protocol import JsonValue
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
        # Read before `run`, which would drop it.
        *between, end = [event async for event in joined[0].stream()]
        assert "item/completed" in [event.method for event in between]
        *_, same = [event async for event in first.stream()]
        assert end.method == same.method == "turn/completed"
        assert end.emitted_at == same.emitted_at is not None
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


async def test_an_item_of_another_thread_does_not_end_a_tool_call(fake: FakeAppServer) -> None:
    async def call(params: object) -> Any:
        await trio.sleep_forever()

    async with opened(fake, ServerRequestHandlers(tool_call=call)) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        called: JsonValue = {
            "threadId": thread.id,
            "turnId": running.id,
            "callId": "c1",
            "tool": "lookup",
            "arguments": {},
        }
        question = fake.ask_nowait("item/tool/call", called)
        await settle()
        # Call ids are the model's: two threads may well use the same.
        item: dict[str, JsonValue] = {"type": "dynamicToolCall", "id": "c1", "tool": "lookup"}
        item |= {"arguments": {}, "status": "completed"}
        fake.turn("another thread").item_completed(item)
        await settle()
        assert not question.answered
        assert codex.statistics().server_requests == 1
        running.item_completed(item).completed()
        await turn.run()
        assert (await question.wait())["success"] is False  # type: ignore[index,call-overload]


async def test_leaving_a_turn_waits_for_its_end_and_not_only_for_the_answer(
    fake: FakeAppServer,
) -> None:
    fake.manual("turn/interrupt")
    left = trio.Event()
    async with opened(fake) as codex, trio.open_nursery() as nursery:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")

        @nursery.start_soon
        async def leave() -> None:
            async with turn:
                pass
            left.set()

        running = await fake.expect_turn()
        request = await fake.expect("turn/interrupt")
        request.reply({})
        await settle()
        assert not left.is_set()
        running.usage(7).interrupted()
        await left.wait()
        # The last event of the turn, and with it the final usage, was there before it was left.
        result = await turn.run()
        assert result.usage is not None and result.usage.total.total_tokens == 7


async def test_the_end_of_another_turn_of_the_thread_withdraws_nothing_of_this_one(
    fake: FakeAppServer,
) -> None:
    async def approve(params: object) -> Any:
        await trio.sleep_forever()

    async with opened(fake, ServerRequestHandlers(command_execution=approve)) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        asked: JsonValue = {
            "threadId": thread.id,
            "turnId": running.id,
            "itemId": "c1",
            "startedAtMs": 1,
            "kind": "command",
            "command": "ls",
        }
        question = fake.ask_nowait("item/commandExecution/requestApproval", asked)
        await settle()
        fake.turn(thread.id, "a turn of before").completed()
        await settle()
        assert not question.answered
        assert codex.statistics().server_requests == 1
        running.completed()
        await turn.run()
        assert await question.wait() == {"decision": "decline"}


async def test_places_that_were_handed_over_do_not_widen_the_window(fake: FakeAppServer) -> None:
    fake.manual("model/list")
    async with opened(fake, max_in_flight=2) as codex, trio.open_nursery() as nursery:
        for _ in range(4):
            nursery.start_soon(codex.models)
        first = [await fake.expect("model/list") for _ in range(2)]
        for request in first:
            request.reply({"data": [], "nextCursor": None})
        second = [await fake.expect("model/list") for _ in range(2)]
        assert codex.statistics().requests_in_flight == 2
        # Nobody waits any more, and still the window is full.
        nursery.start_soon(codex.models)
        await settle()
        assert codex.statistics().requests_waiting == 1
        for request in second:
            request.reply({"data": [], "nextCursor": None})
        (await fake.expect("model/list")).reply({"data": [], "nextCursor": None})
        await settle()
        assert codex.statistics().requests_in_flight == 0


class Narrow:
    """A transport that takes a frame in two halves, the second one when it is told to."""

    def __init__(self) -> None:
        self.wire = b""
        self.full = True
        self.go_on = trio.Event()

    def send_nowait(self, data: bytes) -> int:
        taken = 1 if self.full else len(data)
        self.wire += data[:taken]
        return taken

    async def send(self, data: bytes) -> None:
        self.wire += data[:1]
        await self.go_on.wait()
        self.wire += data[1:]


async def test_a_frame_waits_for_the_end_of_one_that_is_being_written() -> None:
    transport = Narrow()
    writer = FrameWriter(cast("Transport", transport))
    async with trio.open_nursery() as nursery:
        nursery.start_soon(writer.run)
        writer.write(b"a long one\n")
        await settle()
        assert transport.wire == b"a " and writer.queued == 1
        # There is room again, before the writer task has noticed.
        transport.full = False
        writer.write(b"short\n")
        assert transport.wire == b"a " and writer.queued == 2
        transport.go_on.set()
        await settle()
        assert transport.wire == b"a long one\nshort\n" and writer.queued == 0
        writer.write(b"at once\n")
        assert transport.wire.endswith(b"\nat once\n")
        nursery.cancel_scope.cancel()


async def test_run_in_the_middle_of_a_stream_leaves_it_the_rest(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        stream = turn.stream()
        assert (await stream.__anext__()).method == "turn/started"
        (await fake.expect_turn()).answer("hello")
        assert (await turn.run()).final_response == "hello"
        rest = await events_of(turn)
    assert rest[-1] == "turn/completed"
    assert "item/agentMessage/delta" in rest


async def test_what_comes_behind_the_end_in_one_read_does_not_go_to_the_ended_stream(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        with codex.notifications("item/agentMessage/delta") as late:
            with fake.batch():
                # A run of events of one turn, whose stream the router then knows by heart.
                running.delta("a").delta("b").delta("c").delta("d").completed()
                running.delta("too late")
            assert (await events_of(turn)).count("item/agentMessage/delta") == 4
            params: Any = (await late.__anext__()).params
            assert params["delta"] == "too late"
        assert (await turn.run()).status == "completed"


async def test_a_list_of_thousands_of_events_is_read_in_order(fake: FakeAppServer) -> None:
    async with opened(fake, event_buffer=10_000) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        with fake.batch():
            for number in range(3000):
                running.delta(f"{number} ")
            running.message().completed()
        # All of it waits now, in lists longer than what is taken out of them at a time.
        await settle()
        seen = [
            cast("Any", event.params)["delta"]
            async for event in turn.stream()
            if event.method == "item/agentMessage/delta"
        ]
    assert seen == [f"{number} " for number in range(3000)]


async def test_a_compaction_whose_turn_never_begins_learns_of_the_end(fake: FakeAppServer) -> None:
    fake.manual("thread/compact/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def end() -> None:
                (await fake.expect("thread/compact/start")).reply({})
                await settle()
                assert codex.statistics().turns_starting == 1
                fake.disconnect(exit_code=3)

            with pytest.raises(TransportClosedError, match="exit code 3"):
                await thread.compact()


async def test_a_compaction_cancelled_before_its_turn_began_is_interrupted_when_it_does(
    fake: FakeAppServer,
) -> None:
    fake.manual("thread/compact/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        with trio.CancelScope() as scope:
            async with trio.open_nursery() as nursery:

                @nursery.start_soon
                async def serve() -> None:
                    (await fake.expect("thread/compact/start")).reply({})
                    await settle()
                    scope.cancel()
                    with trio.CancelScope(shield=True):
                        await settle()
                        assert "turn/interrupt" not in fake.methods
                        running = fake.turn(thread.id).started()
                        running.item_started({"type": "contextCompaction", "id": "c"})

                await thread.compact()
        assert fake.methods.count("turn/interrupt") == 1
        statistics = codex.statistics()
        assert statistics.turns == statistics.turns_starting == 0
