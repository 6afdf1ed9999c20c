"""A silent turn ends only for those who asked for it, and says what the server says."""

from __future__ import annotations

import logging
from typing import Any

import pytest
import trio
import trio.testing

from tests.session.scripted import opened, settle
from trio_codex import ServerRequestHandlers, TurnStalledError
from trio_codex.testing import FakeAppServer, FakeRequest
from trio_codex.testing.app_server.shapes import thread as thread_shape
from trio_codex.testing.app_server.turn import FakeTurn
from trio_codex.types import JsonValue

Clock = trio.testing.MockClock


def status(fake: FakeAppServer, shown: dict[str, Any]) -> None:
    fake.answer("thread/read", {"thread": {**thread_shape("thread-1"), "status": shown}})


@pytest.mark.requirement("turn/stalled")
async def test_a_silent_turn_stalls_run_after_the_time_asked_for(
    fake: FakeAppServer, autojump_clock: Clock
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        await settle()
        began = trio.current_time()
        with pytest.raises(TurnStalledError, match="sent nothing for 8 s; the thread is active"):
            await turn.run(idle_timeout=8)
        assert 8 <= trio.current_time() - began <= 9
        assert "thread/read" in fake.methods
        # It still runs, and can be waited for again.
        running.answer("slow")
        assert (await turn.run(idle_timeout=8)).final_response == "slow"


@pytest.mark.requirement("turn/stalled")
async def test_an_idle_thread_means_the_end_was_lost(
    fake: FakeAppServer, autojump_clock: Clock
) -> None:
    status(fake, {"type": "idle"})
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        with pytest.raises(TurnStalledError, match="terminal event was lost") as caught:
            async for _ in turn.stream(idle_timeout=3):
                pass
        assert caught.value.thread is not None
        assert caught.value.idle_timeout == 3
        running.completed()


@pytest.mark.requirement("turn/stalled")
async def test_it_says_what_the_turn_waits_for(fake: FakeAppServer, autojump_clock: Clock) -> None:
    async def never(params: object) -> Any:
        await trio.sleep_forever()

    status(fake, {"type": "active", "activeFlags": ["waitingOnApproval"]})
    async with opened(fake, ServerRequestHandlers(command_execution=never)) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        fake.ask_nowait(
            "item/commandExecution/requestApproval",
            {"threadId": thread.id, "turnId": running.id, "itemId": "c", "startedAtMs": 1},
        )
        with pytest.raises(TurnStalledError, match="waits for waitingOnApproval") as caught:
            await turn.run(idle_timeout=2)
        assert caught.value.outstanding == (
            "waitingOnApproval",
            "item/commandExecution/requestApproval",
        )
        running.interrupted()


async def test_a_server_that_does_not_answer_either_is_said_so(
    fake: FakeAppServer, autojump_clock: Clock
) -> None:
    fake.manual("thread/read")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        with pytest.raises(TurnStalledError, match="did not say what it is doing") as caught:
            await turn.run(idle_timeout=2)
        assert caught.value.thread is None
        (await fake.expect("thread/read")).fail(-32603, "too late")
        running.completed()


@pytest.mark.parametrize("how", ["run", "stream"])
async def test_a_turn_that_goes_on_while_the_server_is_asked_is_not_stalled(
    fake: FakeAppServer, autojump_clock: Clock, how: str
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()

        def answer(request: FakeRequest) -> None:
            running.answer("just in time")
            request.reply({"thread": thread_shape("thread-1")})

        fake.answer("thread/read", answer)
        if how == "stream":
            assert [event.method async for event in turn.stream(idle_timeout=2)][-1] == (
                "turn/completed"
            )
        assert (await turn.run(idle_timeout=2)).final_response == "just in time"


async def test_any_event_of_the_turn_is_a_sign_of_life(
    fake: FakeAppServer, autojump_clock: Clock
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                running = await fake.expect_turn()
                for number in range(10):
                    await trio.sleep(1.5)
                    running.usage(number)
                running.answer("done")

            result = await thread.run("hi", idle_timeout=2)
        assert result.final_response == "done"
        assert "thread/read" not in fake.methods


async def test_a_stalled_thread_run_is_interrupted(
    fake: FakeAppServer, autojump_clock: Clock
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        with pytest.raises(TurnStalledError, match="sent nothing for 1 s"):
            await thread.run("hi", idle_timeout=1)
        assert fake.turns[0].status == "interrupted"
        assert codex.statistics().turns == 0


def retries(running: FakeTurn, attempt: int, info: JsonValue = None) -> None:
    """What the runtime sends of a retry."""
    error: JsonValue = {
        "message": f"Reconnecting... {attempt}/5",
        "codexErrorInfo": info or {"responseStreamDisconnected": {"httpStatusCode": None}},
        "additionalDetails": "stream disconnected: connection refused",
    }
    running.notify("error", error=error, willRetry=True)


@pytest.mark.parametrize("how", ["run", "stream", "text"])
async def test_a_turn_that_only_retries_is_stalled_and_says_so(
    fake: FakeAppServer, autojump_clock: Clock, how: str
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        began = trio.current_time()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                running = await fake.expect_turn()
                attempt = 0
                while running.running:
                    await trio.sleep(1.5)
                    attempt += 1
                    retries(running, attempt)

            with pytest.raises(
                TurnStalledError, match=r"nothing but retries for 4 s; .*"
            ) as caught:
                if how == "run":
                    await thread.run("hi", idle_timeout=4)
                elif how == "stream":
                    async with thread.turn("hi") as turn:
                        _ = [event async for event in turn.stream(idle_timeout=4)]
                else:
                    async with thread.stream_text("hi", idle_timeout=4) as stream:
                        _ = [text async for text in stream]
            assert trio.current_time() - began < 7
    assert "Reconnecting... 2/5 (responseStreamDisconnected)" in str(caught.value)
    assert "connection refused" in str(caught.value)


async def test_retries_are_logged_once_per_kind_and_turn(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        with caplog.at_level(logging.WARNING, "trio_codex.turns"):
            for _ in range(2):
                turn = await thread.turn("hi")
                running = await fake.expect_turn()
                retries(running, 1)
                retries(running, 2)
                retries(running, 3, "serverOverloaded")
                running.notify("error", error=7, willRetry=True)
                running.answer("done")
                assert (await turn.run()).final_response == "done"
    messages = [record.getMessage() for record in caplog.records]
    refused = "stream disconnected: connection refused"
    once = [
        f"the runtime retried a model request: {retry}"
        for retry in (
            f"Reconnecting... 1/5 (responseStreamDisconnected): {refused}",
            f"Reconnecting... 3/5 (serverOverloaded): {refused}",
            "no reason was given (other)",
        )
    ]
    assert messages == once * 2
    assert {record.codex_thread_id for record in caplog.records} == {thread.id}  # type: ignore[attr-defined]
