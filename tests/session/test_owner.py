"""Who owns a client: the nursery that serves it, and the Trio run that it was opened in."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import trio
import trio.testing

from tests.session.scripted import SECONDS, assert_nothing_left, outcome_of, settle
from trio_codex import (
    AsyncChatgptLoginHandle,
    AsyncCodex,
    AsyncThread,
    AsyncTurnHandle,
    ClientClosedError,
    InvalidArgumentError,
    TransportClosedError,
    __version__,
)
from trio_codex.client import AppServerClient
from trio_codex.testing import FakeAppServer
from trio_codex.types import TurnStatus

OTHER_RUN = "opened in another trio.run"


@pytest.mark.parametrize("kind", [AsyncCodex, AppServerClient])
async def test_the_nursery_that_serves_a_client_learns_of_a_death(
    fake: FakeAppServer, kind: type[AsyncCodex | AppServerClient]
) -> None:
    with trio.fail_after(SECONDS):
        with pytest.raises(ExceptionGroup) as caught:
            async with trio.open_nursery() as nursery:
                client = await nursery.start(kind(transport=fake.transport).serve)
                nursery.start_soon(trio.sleep_forever)
                fake.disconnect(exit_code=3)
    (error,) = caught.value.exceptions
    assert isinstance(error, TransportClosedError) and error.exit_code == 3
    assert_nothing_left(client)


async def test_a_served_client_that_was_closed_ends_quietly(fake: FakeAppServer) -> None:
    with trio.fail_after(SECONDS):
        async with trio.open_nursery() as nursery:
            codex = await nursery.start(AsyncCodex(transport=fake.transport).serve)
            await codex.aclose()
            await codex.client.wait_stopped()
    assert_nothing_left(codex)


async def test_a_client_closed_while_it_is_opened_is_not_served(fake: FakeAppServer) -> None:
    codex = AsyncCodex(transport=fake.transport)
    fake.manual("initialize")
    with trio.fail_after(SECONDS):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(codex.serve)
            request = await fake.expect("initialize")
            await codex.aclose()
            request.reply(
                {"userAgent": f"x/{__version__} (y; z)", "codexHome": "/", "platformOs": "linux"}
            )
    assert fake.closed


async def _in_another_run(call: Callable[[], Awaitable[object]]) -> Any:
    """Runs `call` in a Trio run of another thread and returns its outcome."""
    outcomes: list[Any] = []

    async def main() -> None:
        with trio.fail_after(SECONDS):
            await outcome_of(call, outcomes)

    thread = threading.Thread(target=trio.run, args=(main,))
    thread.start()
    await trio.to_thread.run_sync(thread.join)
    return outcomes[0]


def _every_wait(
    codex: AsyncCodex,
    thread: AsyncThread,
    turn: AsyncTurnHandle[None],
    login: AsyncChatgptLoginHandle,
) -> dict[str, Callable[[], Awaitable[object]]]:
    async def enter() -> None:
        async with turn:
            raise AssertionError

    async def subscribe() -> None:
        codex.notifications()

    return {
        "request": codex.models,
        "call": lambda: codex.client.call("model/list", {}),
        "notify": lambda: codex.client.notify("initialized"),
        "notifications": subscribe,
        "start": lambda: thread.run("more"),
        "compact": thread.compact,
        "run": turn.run,
        "run with a timeout": lambda: turn.run(idle_timeout=1),
        "stream": turn.stream().__anext__,
        "enter": enter,
        "interrupt": turn.interrupt,
        "steer": lambda: turn.steer("more"),
        "login": login.wait,
        "subscription": codex.notifications("warning").__anext__,
        "close": codex.aclose,
    }


async def test_another_trio_run_is_refused_before_anything_is_sent(fake: FakeAppServer) -> None:
    async with AsyncCodex(transport=fake.transport) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        calls = _every_wait(codex, thread, turn, await codex.login_chatgpt())
        await fake.expect_turn()
        await settle()
        # What has arrived is there for anybody; the rest would have to be waited for.
        while turn._reader.buffered or turn._reader.left:
            await turn.stream().__anext__()
        before = len(fake.requests)
        for name, call in calls.items():
            outcome = await _in_another_run(call)
            assert isinstance(outcome, InvalidArgumentError), name
            assert OTHER_RUN in str(outcome) and "trio.from_thread.run" in str(outcome), name
        assert len(fake.requests) == before
        # The owner's run is not disturbed.
        await turn.interrupt()
        result = await turn.run()
        assert result.status == TurnStatus.INTERRUPTED
        # What has ended can be looked at anywhere.
        assert await _in_another_run(turn.run) == result
    assert isinstance(await _in_another_run(codex.models), ClientClosedError)
    assert await _in_another_run(codex.aclose) is None
    assert_nothing_left(codex)


async def test_from_thread_run_is_the_way_in_from_another_thread(fake: FakeAppServer) -> None:
    async with AsyncCodex(transport=fake.transport) as codex:
        fake.answer("model/list", {"data": []})

        def in_thread() -> object:
            return trio.from_thread.run(codex.models)

        assert await trio.to_thread.run_sync(in_thread)
