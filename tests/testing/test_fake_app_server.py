"""The fake server does what its users' tests rely on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import attrs
import pytest
import trio
import trio.testing

from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    InternalRpcError,
    InvalidRequestError,
    Notification,
    TransportClosedError,
    TurnFailedError,
)
from trio_codex.protocol import UnknownVariant
from trio_codex.testing import FakeAppServer, FakeTurn, model_items
from trio_codex.types import TurnStatus


def unknown_parts(value: Any, path: str = "$") -> list[str]:
    """Where in a typed value something was not known."""
    if isinstance(value, UnknownVariant):
        return [path]
    if attrs.has(type(value)):
        return [
            found
            for field in attrs.fields(type(value))
            for found in unknown_parts(getattr(value, field.name), f"{path}.{field.name}")
        ]
    if isinstance(value, list):
        return [f for i, part in enumerate(value) for f in unknown_parts(part, f"{path}[{i}]")]
    return [path] if getattr(value, "is_known", True) is False else []


# Not in the schema.
RAW = {"rawResponseItem/completed"}

REQUESTS: dict[str, dict[str, Any]] = {
    "thread/start": {},
    "thread/resume": {"threadId": "t"},
    "thread/fork": {"threadId": "t"},
    "thread/read": {"threadId": "t"},
    "thread/list": {},
    "thread/loaded/list": {},
    "thread/name/set": {"threadId": "t", "name": "n"},
    "thread/archive": {"threadId": "t"},
    "thread/delete": {"threadId": "t"},
    "thread/compact/start": {"threadId": "t"},
    "turn/start": {"threadId": "t", "input": []},
    "review/start": {"threadId": "t", "target": {"type": "uncommittedChanges"}},
    "thread/goal/set": {"threadId": "t", "objective": "count", "status": "active"},
    "thread/goal/get": {"threadId": "t"},
    "thread/goal/clear": {"threadId": "t"},
    "thread/queue/add": {"threadId": "t", "input": [], "clientUserMessageId": "a"},
    "thread/queue/list": {"threadId": "t"},
    "thread/queue/delete": {"threadId": "t", "queuedSubmissionId": "none"},
    "thread/queue/reorder": {"threadId": "t", "queuedSubmissionIds": []},
    "model/list": {},
    "account/read": {},
    "account/login/start": {"type": "chatgpt"},
    "account/login/cancel": {"loginId": "x"},
}


@pytest.mark.requirement("testing/fake")
@pytest.mark.parametrize("method", REQUESTS)
async def test_every_automatic_answer_is_of_its_type(
    fake_app_server: FakeAppServer, method: str
) -> None:
    async with AsyncCodex(transport=fake_app_server.transport) as codex:
        reply = await codex.request(method, REQUESTS[method])
        assert unknown_parts(reply) == []


async def test_every_step_of_a_turn_is_of_its_type(fake_app_server: FakeAppServer) -> None:
    fake = fake_app_server
    async with AsyncCodex(transport=fake.transport) as codex:
        with codex.notifications() as stream:
            turn = fake.turn("t").started().user_message("hi").delta("a").message()
            turn.plan("- a\n- b\n").findings(model_items.finding("No", "/a", (1, 2)))
            turn.message("b", phase="final_answer").usage(10).failed("no")
            fake.work.goal("t", "done")
            fake.work.agent(fake.turn("t"), "child")
            fake.turn("t").completed()
            fake.login_completed("x", error="e")
            fake.notify("the end")
            events: list[Notification] = []
            async for event in stream:
                if str(event.method) == "the end":
                    break
                events.append(event)
    assert len(events) > 24
    for told in events:
        if told.method in RAW:
            continue
        assert attrs.has(type(told.payload)), told
        assert unknown_parts(told.payload) == []


@pytest.mark.requirement("testing/fake")
async def test_it_needs_no_clock(fake_app_server: FakeAppServer) -> None:
    async with AsyncCodex(transport=fake_app_server.transport) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                turn = await fake_app_server.expect_turn()
                for _ in range(50):
                    turn.delta("x")
                    await trio.testing.wait_all_tasks_blocked()
                turn.message().completed()

            assert (await thread.run("hi")).final_response == "x" * 50


async def test_a_clock_that_stands_still_is_enough(
    fake_app_server: FakeAppServer, mock_clock: trio.testing.MockClock
) -> None:
    await test_it_needs_no_clock(fake_app_server)
    assert trio.current_time() == mock_clock.current_time()


async def test_what_the_client_asks_is_expected_in_order(fake_app_server: FakeAppServer) -> None:
    fake = fake_app_server
    async with AsyncCodex(transport=fake.transport) as codex:
        for name in ("one", "two"):
            await codex.request("thread/name/set", {"threadId": "t", "name": name})
        names = [(await fake.expect("thread/name/set")).params["name"] for _ in range(2)]
        assert names == ["one", "two"]
        assert fake.methods[:2] == ["initialize", "initialized"]
        assert fake.in_flight == 0
    with pytest.raises(LookupError, match="closed without thread/read"):
        await fake.expect("thread/read")
    with pytest.raises(LookupError, match="closed without turn/start"):
        await fake.expect_turn()
    await fake.wait_closed()


async def test_answers_are_scripted_as_results_errors_and_functions(
    fake_app_server: FakeAppServer,
) -> None:
    fake = fake_app_server
    async with AsyncCodex(transport=fake.transport) as codex:
        fake.answer("brand/new", {"value": 1})
        assert await codex.request("brand/new", {}) == {"value": 1}
        fake.answer("brand/new", InternalRpcError("broken", data={"why": 1}))
        with pytest.raises(InternalRpcError, match="broken") as caught:
            await codex.request("brand/new", {})
        assert caught.value.data == {"why": 1}
        fake.answer("brand/new", lambda request: request.reply(request.params))
        assert await codex.request("brand/new", {"echo": 1}) == {"echo": 1}
        with pytest.raises(InvalidRequestError, match="unknown variant `even/newer`"):
            await codex.request("even/newer", {})


async def test_answers_by_hand_come_when_the_test_gives_them(
    fake_app_server: FakeAppServer,
) -> None:
    fake = fake_app_server
    fake.manual("brand/new")
    async with AsyncCodex(transport=fake.transport) as codex, trio.open_nursery() as nursery:

        @nursery.start_soon
        async def serve() -> None:
            fake.reply(await fake.expect("brand/new"), {"n": 1})
            fake.fail(await fake.expect("brand/new"), -32600, "twice")

        assert await codex.request("brand/new", {}) == {"n": 1}
        with pytest.raises(InvalidRequestError, match="twice"):
            await codex.request("brand/new", {})


async def test_it_interrupts_as_the_runtime_does(fake_app_server: FakeAppServer) -> None:
    fake = fake_app_server
    async with AsyncCodex(transport=fake.transport) as codex:
        await codex.request("turn/start", {"threadId": "t", "input": []})
        turn = await fake.expect_turn("t")
        params = {"threadId": "t", "turnId": turn.id}
        with pytest.raises(InvalidRequestError, match="expected active turn id x but found"):
            await codex.request("turn/interrupt", {"threadId": "t", "turnId": "x"})
        await codex.request("turn/steer", {"threadId": "t", "expectedTurnId": "u", "input": []})
        await codex.request("turn/interrupt", params)
        assert turn.status == "interrupted"
        with trio.move_on_after(0.05) as scope:
            await codex.request("turn/interrupt", params)
        assert scope.cancelled_caught
        turn.completed()
        with pytest.raises(InvalidRequestError, match="no active turn to interrupt"):
            await codex.request("turn/interrupt", params)
        with pytest.raises(InvalidRequestError, match="no active turn to steer"):
            await codex.request("turn/steer", {"threadId": "t", "expectedTurnId": "u", "input": []})


async def test_a_failed_turn_is_failed(fake_app_server: FakeAppServer) -> None:
    async with AsyncCodex(transport=fake_app_server.transport) as codex:
        turn = await (await codex.thread_start()).turn("hi")
        (await fake_app_server.expect_turn()).failed("quota", info="usageLimitExceeded")
        with pytest.raises(TurnFailedError, match="quota"):
            await turn.run()


async def test_questions_are_answered_and_counted(fake_app_server: FakeAppServer) -> None:
    fake = fake_app_server
    async with AsyncCodex(transport=fake.transport):
        first = fake.ask_nowait("item/permissions/requestApproval", {"threadId": "t"})
        assert (first.id, first.answered) == (0, False)
        answer: Any = await first.wait()
        assert answer["permissions"] == {}
        assert first.answered and fake.questions[0] is first
        with pytest.raises(InternalRpcError, match="no answer to attestation/generate"):
            await fake.ask("attestation/generate", {})


async def test_memory_and_child_are_told_apart() -> None:
    with pytest.raises(TypeError, match="there is no child"):
        _ = FakeAppServer().command
    async with FakeAppServer.open_child() as fake:
        with pytest.raises(TypeError, match="start it with its command"):
            _ = fake.transport


Script = Callable[[FakeAppServer, AsyncCodex], Awaitable[None]]


async def _play(fake: FakeAppServer, codex: AsyncCodex) -> None:
    """The same script for both kinds of server."""
    thread = await codex.thread_start()
    turn = await thread.turn("hi")
    running: FakeTurn = await fake.expect_turn(thread.id)
    running.delta("hel").delta("lo").message(phase="final_answer").completed()
    result = await turn.run()
    assert result.final_response == "hello" and result.status == TurnStatus.COMPLETED
    fake.disconnect(exit_code=3, stderr="bye\n")
    with (
        codex.notifications("warning") as stream,
        pytest.raises(TransportClosedError, match="exit code 3") as caught,
    ):
        await stream.__anext__()
    assert caught.value.exit_code == 3 and caught.value.stderr_tail == "bye\n"


@pytest.mark.requirement("testing/fake")
async def test_one_script_fits_memory_and_child(
    fake_app_server: FakeAppServer, fake_child: FakeAppServer
) -> None:
    with trio.fail_after(20):
        async with AsyncCodex(transport=fake_app_server.transport) as codex:
            await _play(fake_app_server, codex)
        config = AppServerConfig(launch_args_override=fake_child.command)
        async with AsyncCodex(config) as codex:
            await _play(fake_child, codex)
        assert fake_app_server.methods == fake_child.methods


async def test_a_child_ends_with_its_test() -> None:
    # What serves the client hears of the end as well.
    with trio.fail_after(20), pytest.raises(ExceptionGroup, match="nursery") as caught:
        async with trio.open_nursery() as nursery:
            async with FakeAppServer.open_child() as fake:
                config = AppServerConfig(launch_args_override=fake.command)
                codex = await nursery.start(AsyncCodex(config).serve)
                fake.child.ignore_end_of_input()
                await fake.child.wait_done()
                stream = codex.notifications()
            with pytest.raises(TransportClosedError, match="exit code 3"):
                await stream.__anext__()
    assert caught.group_contains(TransportClosedError, match="exit code 3")


async def test_an_error_in_the_block_of_a_child_comes_out_plain() -> None:
    with pytest.raises(ValueError, match="mine"):
        async with FakeAppServer.open_child():
            raise ValueError("mine")
