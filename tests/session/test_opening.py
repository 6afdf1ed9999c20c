"""Opening and closing: once, bounded, and with plain errors."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
import trio
import trio.testing

from tests.session.scripted import SECONDS, assert_nothing_left, engine_tasks, opened, settle
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    ClientClosedError,
    InvalidRequestError,
    RuntimeVersionError,
    TransportClosedError,
    __version__,
)
from trio_codex.client import AppServerClient
from trio_codex.testing import FakeAppServer
from trio_codex.types import TurnStatus


async def test_the_handshake_says_who_asks_and_what_it_can(fake: FakeAppServer) -> None:
    async with opened(
        fake, client_name="mine", client_title="Mine", opt_out_notifications=("warning",)
    ) as codex:
        assert codex.metadata.server_name == "mine"
        assert codex.metadata.codex_home and codex.metadata.platform_os == "linux"
    assert fake.methods == ["initialize", "initialized"]
    assert fake.requests[0].params == {
        "clientInfo": {"name": "mine", "title": "Mine", "version": __version__},
        "capabilities": {"experimentalApi": True, "optOutNotificationMethods": ["warning"]},
    }


@pytest.mark.requirement("turn/callers-deadline")
async def test_no_answer_to_initialize_ends_in_time(
    autojump_clock: trio.testing.MockClock,
) -> None:
    fake = FakeAppServer(automatic=False)
    codex = AsyncCodex(AppServerConfig(startup_timeout=3), transport=fake.transport)
    with pytest.raises(TransportClosedError, match="did not initialise within 3 s"):
        async with codex:
            raise AssertionError
    assert trio.current_time() == pytest.approx(3)
    assert fake.closed and engine_tasks() == []


async def test_a_refused_initialize_is_the_servers_error() -> None:
    fake = FakeAppServer()
    fake.answer("initialize", InvalidRequestError("Not initialized"))
    with pytest.raises(InvalidRequestError, match="Not initialized"):
        async with AsyncCodex(transport=fake.transport):
            raise AssertionError
    assert fake.closed and engine_tasks() == []


async def test_death_during_initialize_is_told() -> None:
    fake = FakeAppServer()
    fake.answer("initialize", lambda _: fake.disconnect(exit_code=1, stderr="no CODEX_HOME"))
    with pytest.raises(TransportClosedError, match=r"exit code 1.*\n.*no CODEX_HOME"):
        async with AsyncCodex(transport=fake.transport):
            raise AssertionError
    assert engine_tasks() == []


async def test_cancelling_the_opening_stops_what_was_started() -> None:
    fake = FakeAppServer(automatic=False)
    with trio.fail_after(SECONDS):
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def enter() -> None:
                async with AsyncCodex(transport=fake.transport):
                    raise AssertionError

            await fake.expect("initialize")
            nursery.cancel_scope.cancel()
    assert fake.closed and engine_tasks() == []


@pytest.mark.parametrize("version", ["0.1.2", "nonsense"])
async def test_another_version_is_a_warning_by_default(version: str) -> None:
    fake = FakeAppServer(version=version)
    with pytest.warns(RuntimeWarning, match="this SDK was made for"):
        async with AsyncCodex(transport=fake.transport) as codex:
            assert codex.metadata.server_version == (None if version == "nonsense" else version)


async def test_another_version_is_an_error_when_it_has_to_be_exact() -> None:
    fake = FakeAppServer(version="0.1.2")
    with pytest.raises(RuntimeVersionError, match=r"0\.1\.2") as caught:
        async with AsyncCodex(AppServerConfig(version_policy="exact"), transport=fake.transport):
            raise AssertionError
    assert caught.value.actual == "0.1.2"
    assert caught.value.expected == fake_version()
    assert fake.closed and engine_tasks() == []


def fake_version() -> str:
    return AppServerClient().runtime_version


@pytest.mark.parametrize("policy", ["ignore", "exact", "warn"])
async def test_the_pinned_version_and_ignored_ones_are_silent(policy: Any) -> None:
    fake = FakeAppServer(version="0.1.2" if policy == "ignore" else None)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        async with AsyncCodex(AppServerConfig(version_policy=policy), transport=fake.transport):
            pass


async def test_a_client_cannot_be_used_before_it_is_open() -> None:
    codex = AsyncCodex()
    with pytest.raises(ClientClosedError, match="not open"):
        await codex.thread_start()
    with pytest.raises(ClientClosedError, match="not open"):
        codex.notifications()
    with pytest.raises(ClientClosedError, match="not open"):
        _ = codex.metadata
    with pytest.raises(ClientClosedError, match="not open"):
        codex.statistics()
    await codex.aclose()


async def test_a_client_cannot_be_used_after_it_was_left(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        (await fake.expect_turn()).answer("done")
        await settle()
    for use in (codex.models, codex.thread_start, thread.read, lambda: thread.run("hi")):
        with pytest.raises(ClientClosedError, match="was closed"):
            await use()
    with pytest.raises(ClientClosedError, match="was closed"):
        codex.notifications()
    # What had arrived is still there.
    assert (await turn.run()).final_response == "done"
    assert_nothing_left(codex)


async def test_a_client_is_opened_once(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        with pytest.raises(ClientClosedError, match="opened before"):
            await codex.__aenter__()
        await codex.models()
    with pytest.raises(ClientClosedError, match="opened before"):
        await codex.__aenter__()


async def test_the_callers_nursery_may_own_it(fake: FakeAppServer) -> None:
    with trio.fail_after(SECONDS):
        async with trio.open_nursery() as nursery:
            codex = await nursery.start(AsyncCodex(transport=fake.transport).serve)
            await codex.models()
            await codex.aclose()
            with pytest.raises(ClientClosedError, match="was closed"):
                await codex.models()
        assert_nothing_left(codex)
        assert fake.closed


async def test_cancelling_the_nursery_closes_it(fake: FakeAppServer) -> None:
    with trio.fail_after(SECONDS):
        async with trio.open_nursery() as nursery:
            codex = await nursery.start(AsyncCodex(transport=fake.transport).serve)
            nursery.cancel_scope.cancel()
        assert_nothing_left(codex)


@pytest.mark.requirement("client/closing-interrupts")
async def test_closing_interrupts_what_runs_before_the_child_goes(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        threads = [await codex.thread_start() for _ in range(3)]
        turns = [await thread.turn("hi") for thread in threads]
        running = [await fake.expect_turn() for _ in threads]
        await settle()
    assert [turn.status for turn in running] == ["interrupted"] * 3
    assert [(await turn.run()).status for turn in turns] == [TurnStatus.INTERRUPTED] * 3


@pytest.mark.requirement("turn/bounded-leave")
async def test_closing_is_bounded_when_the_server_ends_nothing(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/interrupt")
    async with opened(fake, interrupt_timeout=2) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        await fake.expect_turn()
        await settle()
        began = trio.current_time()
    assert trio.current_time() - began == pytest.approx(2)
    with pytest.raises(ClientClosedError, match="client was closed"):
        await turn.run()


async def test_closing_early_tells_every_waiter(fake: FakeAppServer) -> None:
    fake.manual("model/list")
    async with opened(fake) as codex, trio.open_nursery() as nursery:

        @nursery.start_soon
        async def ask() -> None:
            with pytest.raises(ClientClosedError, match="was closed"):
                await codex.models()

        @nursery.start_soon
        async def listen() -> None:
            with pytest.raises(ClientClosedError, match="was closed"):
                await codex.notifications("warning").__anext__()

        await fake.expect("model/list")
        await settle()
        await codex.aclose()
        await codex.aclose()


@pytest.mark.requirement("error/one-tree", "error/plain-exception")
async def test_an_exception_of_the_body_comes_out_plain(fake: FakeAppServer) -> None:
    with pytest.raises(ValueError, match="mine"):
        async with opened(fake) as codex:
            await codex.thread_start()
            raise ValueError("mine")
    assert fake.closed and engine_tasks() == []


@pytest.mark.requirement("error/one-tree")
async def test_a_group_of_the_body_stays_the_group_it_is(fake: FakeAppServer) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        async with opened(fake), trio.open_nursery() as nursery:
            nursery.start_soon(_raise, ValueError("one"))
            nursery.start_soon(_raise, TypeError("two"))
    assert sorted(type(error).__name__ for error in caught.value.exceptions) == [
        "TypeError",
        "ValueError",
    ]


async def _raise(error: BaseException) -> None:
    with trio.CancelScope(shield=True):
        await trio.lowlevel.checkpoint()
    raise error


async def test_cancelling_the_body_is_not_swallowed(fake: FakeAppServer) -> None:
    with trio.CancelScope() as scope:
        async with opened(fake):
            scope.cancel()
            await trio.sleep_forever()
    assert scope.cancelled_caught
    assert fake.closed and engine_tasks() == []


async def test_ctrl_c_in_the_body_closes_and_comes_out_plain(fake: FakeAppServer) -> None:
    with pytest.raises(KeyboardInterrupt):
        async with opened(fake) as codex:
            thread = await codex.thread_start()
            async with await thread.turn("hi"):
                await fake.expect_turn()
                raise KeyboardInterrupt
    assert fake.turns[0].status == "interrupted"
    assert fake.closed and engine_tasks() == []


async def test_ctrl_c_in_a_handler_closes_and_comes_out_plain(fake: FakeAppServer) -> None:
    from trio_codex import ServerRequestHandlers

    async def interrupted(params: object) -> Any:
        await trio.lowlevel.checkpoint()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        async with opened(fake, ServerRequestHandlers(current_time=interrupted)):
            fake.ask_nowait("currentTime/read", {"threadId": "t"})
            await trio.sleep_forever()
    assert fake.closed and engine_tasks() == []


async def test_two_clients_live_side_by_side() -> None:
    fakes = [FakeAppServer(), FakeAppServer()]
    async with opened(fakes[0]) as first, AsyncCodex(transport=fakes[1].transport) as second:
        await first.models()
        await second.models()
        fakes[1].disconnect(exit_code=1)
        await settle()
        await first.models()
        with pytest.raises(TransportClosedError, match="exit code 1"):
            await second.models()
        await second.aclose()
        await settle()
        assert engine_tasks() != []
