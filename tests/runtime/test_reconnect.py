"""Connections that break: turns go on or end as recorded, requests keep their meaning."""

from __future__ import annotations

from typing import Any

import pytest
import trio

from tests.breaking_proxy import BreakingProxy
from tests.runtime.breaking import connected, held_turn, reconnected
from tests.runtime.helpers import collect, messages_of, outcome_of, until
from trio_codex import (
    AsyncCodex,
    Decision,
    OutcomeUnknownError,
    ServerRequestHandlers,
    tool,
)
from trio_codex.testing import ModelServer
from trio_codex.types import ConnectionGap, TurnStatus

GAP = "trioCodex/gap"


# -- turns -----------------------------------------------------------------------------------------


@pytest.mark.requirement("reconnect/turns")
async def test_a_turn_that_still_runs_goes_on_in_its_stream(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    async with connected(proxy) as codex:
        turn, gate = await held_turn(model, await codex.thread_start())
        await reconnected(proxy, codex)
        gate.open()
        events = await collect(turn.stream())
        methods = [event.method for event in events]
        assert methods.count(GAP) == 1 and methods[0] == GAP
        assert isinstance(events[0].payload, ConnectionGap) and events[0].payload.attempts >= 1
        assert methods.count("item/completed") == methods.count("turn/completed") == 1
        result = await turn.run()
        assert messages_of(result) == ["one two three"]
        assert result.tokens is not None and result.tokens.total_tokens == 110


@pytest.mark.requirement("reconnect/turns")
async def test_a_turn_that_ended_meanwhile_returns_its_result(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    async with connected(proxy) as codex:
        thread = await codex.thread_start()
        turn, gate = await held_turn(model, thread)
        joined = await thread.current_turn()
        assert joined is not None
        proxy.refusing = True
        proxy.cut()
        await proxy.wait_cut()
        async with AsyncCodex.connect(f"unix://{proxy.target}") as other:
            other_turn = await (await other.thread_resume(thread.id)).current_turn()
            assert other_turn is not None
            gate.open()
            await other_turn.run()
        proxy.refusing = False
        events = await collect(turn.stream())
        assert [(e.method, e.recovered) for e in events] == [
            (GAP, False),
            ("item/completed", True),
            ("turn/completed", True),
        ]
        result = await turn.run()
        assert result.status == TurnStatus.COMPLETED and messages_of(result) == ["one two three"]
        assert result.usage is None and result.tokens is None, "the record has no usage"
        assert await joined.run() == result


@pytest.mark.requirement("reconnect/turns")
async def test_the_text_of_a_turn_is_whole_after_a_cut_in_a_message(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    gate = model.gate()
    model.reply_deltas(["one ", "two ", "three"], gate=gate, hold_after=1)
    async with connected(proxy) as codex:
        thread = await codex.thread_start()
        pieces: list[str] = []
        async with thread.stream_text("Count.") as stream:
            async for piece in stream:
                pieces.append(piece)
                if len(pieces) == 1:
                    await reconnected(proxy, codex)
                    gate.open()
        assert pieces == ["one ", "two three"]


@pytest.mark.requirement("reconnect/turns")
async def test_leaving_a_turn_after_a_cut_interrupts_it(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    async with connected(proxy) as codex:
        turn, _ = await held_turn(model, await codex.thread_start())
        async with turn:
            proxy.cut()
        assert (await turn.run()).status == TurnStatus.INTERRUPTED


@pytest.mark.requirement("reconnect/turns")
async def test_a_cut_while_an_interrupt_is_in_flight_still_interrupts(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    async with connected(proxy) as codex:
        turn, _ = await held_turn(model, await codex.thread_start())
        proxy.stall(up=True)
        async with trio.open_nursery() as nursery:
            nursery.start_soon(turn.interrupt)
            await trio.testing.wait_all_tasks_blocked()
            proxy.cut()
            proxy.go_on()
        assert (await turn.run()).status == TurnStatus.INTERRUPTED


async def test_many_threads_are_settled_together(proxy: BreakingProxy, model: ModelServer) -> None:
    async with connected(proxy) as codex:
        turns = [await held_turn(model, await codex.thread_start()) for _ in range(4)]
        idle = await codex.thread_start()
        await reconnected(proxy, codex)
        for turn, gate in turns:
            gate.open()
            assert messages_of(await turn.run()) == ["one two three"]
        model.reply("still here")
        assert (await idle.run("And you?")).final_response == "still here"


# -- starts and other requests ---------------------------------------------------------------------


@pytest.mark.requirement("reconnect/unknown-outcome")
async def test_a_start_whose_reply_was_lost_is_bound_to_the_turn_that_has_its_message(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    gate = model.gate()
    model.reply("First.")
    model.reply_deltas(["one ", "two"], gate=gate, hold_after=1)
    async with connected(proxy) as codex:
        thread = await codex.thread_start()
        await thread.run("Hello.")
        proxy.stall(down=True)
        results: list[Any] = []
        async with trio.open_nursery() as nursery:
            nursery.start_soon(outcome_of, lambda: thread.run("Count."), results)
            await model.wait_for_request(2)
            proxy.cut()
            proxy.go_on()
            await codex.models()
            gate.open()
        assert results[0].final_response == "one two"
        assert len(model.requests) == 2


@pytest.mark.requirement("reconnect/unknown-outcome")
async def test_a_start_that_no_turn_proves_is_not_repeated(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    async with connected(proxy) as codex:
        thread = await codex.thread_start()
        proxy.stall(up=True)
        results: list[Any] = []
        async with trio.open_nursery() as nursery:
            nursery.start_soon(outcome_of, lambda: thread.run("Count."), results)
            await trio.testing.wait_all_tasks_blocked()
            proxy.cut()
            proxy.go_on()
        error = results[0]
        assert isinstance(error, OutcomeUnknownError)
        assert (error.method, error.thread_id) == ("turn/start", thread.id)
        assert await thread.current_turn() is None and not model.requests


@pytest.mark.requirement("reconnect/unknown-outcome")
async def test_reads_are_repeated_and_everything_else_is_not(proxy: BreakingProxy) -> None:
    async with connected(proxy) as codex:
        thread = await codex.thread_start()
        await thread.set_name("before")
        proxy.stall(down=True)
        read: list[Any] = []
        renamed: list[Any] = []
        async with trio.open_nursery() as nursery:
            nursery.start_soon(outcome_of, thread.read, read)
            nursery.start_soon(outcome_of, lambda: thread.set_name("after"), renamed)
            await trio.testing.wait_all_tasks_blocked()
            proxy.cut()
            proxy.go_on()
        assert read[0].thread.id == thread.id
        assert isinstance(renamed[0], OutcomeUnknownError)


@pytest.mark.requirement("reconnect/waits")
async def test_calls_wait_for_the_connection(proxy: BreakingProxy) -> None:
    async with connected(proxy) as codex:
        proxy.refusing = True
        proxy.cut()
        await proxy.wait_opened(3)
        results: list[Any] = []
        async with trio.open_nursery() as nursery:
            nursery.start_soon(outcome_of, codex.models, results)
            await proxy.wait_opened(4)
            assert not results
            proxy.refusing = False
        assert results[0].data


# -- requests of the server ------------------------------------------------------------------------


@pytest.mark.requirement("reconnect/requests")
async def test_a_pending_approval_is_answered_once_on_the_next_connection(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    asked, shown, decide = [], trio.Event(), trio.Event()

    async def approve(params: Any) -> Decision:
        asked.append(params)
        shown.set()
        await decide.wait()
        return Decision.ACCEPT

    model.reply_command("true", escalated=True)
    model.reply("done")
    async with connected(proxy, handlers=ServerRequestHandlers(command_execution=approve)) as codex:
        turn = await (await codex.thread_start()).turn("Run it.")
        await until(turn.stream(), "item/started")
        await shown.wait()
        await reconnected(proxy, codex)
        decide.set()
        assert (await turn.run()).final_response == "done"
        assert len(asked) == 1


@pytest.mark.requirement("reconnect/requests")
async def test_a_tool_that_returns_during_the_gap_is_answered_afterwards(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    called, done = trio.Event(), trio.Event()
    calls = []

    @tool
    async def lookup(q: str) -> str:
        """Looks something up."""
        calls.append(q)
        called.set()
        await done.wait()
        return "the answer"

    model.reply_tool_call("lookup", {"q": "abc"})
    model.reply("done")
    async with connected(proxy) as codex:
        turn = await (await codex.thread_start(tools=[lookup])).turn("Look it up.")
        await called.wait()
        proxy.refusing = True
        proxy.cut()
        await proxy.wait_opened(3)
        done.set()
        await trio.testing.wait_all_tasks_blocked()
        proxy.refusing = False
        assert (await turn.run()).final_response == "done"
        assert calls == ["abc"]
        assert "the answer" in str(model.requests[-1].body)


@pytest.mark.requirement("reconnect/requests")
async def test_a_request_that_another_client_answered_meanwhile_is_withdrawn(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    asked, cancelled = trio.Event(), trio.Event()

    async def never(_: Any) -> Decision:
        asked.set()
        try:
            await trio.sleep_forever()
        finally:
            cancelled.set()

    async def accept(_: Any) -> Decision:
        return Decision.ACCEPT

    gate = model.gate()
    model.reply_command("true", escalated=True)
    model.reply_deltas(["do", "ne"], gate=gate, hold_after=1)
    async with connected(proxy, handlers=ServerRequestHandlers(command_execution=never)) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("Run it.")
        await asked.wait()
        proxy.refusing = True
        proxy.cut()
        await proxy.wait_cut()
        handlers = ServerRequestHandlers(command_execution=accept)
        async with AsyncCodex.connect(f"unix://{proxy.target}", handlers=handlers) as other:
            await other.thread_resume(thread.id)
            await model.wait_for_request(2)
            proxy.refusing = False
            await cancelled.wait()
        gate.open()
        assert (await turn.run()).final_response == "done"
