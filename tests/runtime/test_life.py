"""Client lifecycle on the real runtime: who owns it, how it ends, and what its block raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest
import trio
import trio.testing

from tests.runtime.helpers import clients, held, outcome_of, runtimes, the_runtime
from trio_codex import AsyncCodex, ClientClosedError, RuntimeNotFoundError
from trio_codex.client import AppServerClient

if TYPE_CHECKING:
    from trio_codex import AppServerConfig
    from trio_codex.testing import ModelServer


@pytest.mark.requirement("client/one-owner")
async def test_an_open_client_has_its_own_tasks_and_one_process(
    model: ModelServer, codex: AsyncCodex
) -> None:
    own = codex.statistics().tasks
    model.reply("Done.")
    await (await codex.thread_start()).run("Go.")
    assert held(codex) == {}
    assert codex.statistics().tasks == own > 0
    assert clients() == 1
    assert the_runtime().name().startswith("codex")


async def test_ctrl_c_right_after_the_start_leaves_no_process(
    config: AppServerConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(self: object, transport: object) -> None:
        assert self and transport and clients() == 1
        raise KeyboardInterrupt

    monkeypatch.setattr(AppServerClient, "_connect", interrupted)
    with pytest.raises(KeyboardInterrupt):
        async with AsyncCodex(config):
            raise AssertionError("it must not open")
    assert not runtimes()


@pytest.mark.requirement("client/one-owner")
async def test_a_closed_client_holds_nothing(model: ModelServer, config: AppServerConfig) -> None:
    model.reply("Done.")
    before = trio.lowlevel.current_statistics().tasks_living
    async with AsyncCodex(config) as codex:
        await (await codex.thread_start()).run("Go.")
    assert held(codex) == {}
    assert codex.statistics().tasks == codex.statistics().stray_replies == 0
    assert trio.lowlevel.current_statistics().tasks_living == before
    assert not runtimes()


@pytest.mark.requirement("error/plain-exception")
async def test_the_exception_of_the_body_arrives_plain(config: AppServerConfig) -> None:
    with pytest.raises(KeyError, match="mine"):
        async with AsyncCodex(config):
            raise KeyError("mine")
    assert not runtimes()


async def test_a_cancelled_block_ends_the_runtime_and_stays_cancelled(
    config: AppServerConfig,
) -> None:
    with trio.CancelScope() as scope:
        async with AsyncCodex(config):
            scope.cancel()
            await trio.sleep_forever()
    assert scope.cancelled_caught
    assert not runtimes()


@pytest.mark.requirement("client/serve")
async def test_a_nursery_of_the_caller_owns_a_served_client(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply("Served.")
    async with trio.open_nursery() as nursery:
        codex = await nursery.start(AsyncCodex(config).serve)
        assert isinstance(codex, AsyncCodex)
        thread = await codex.thread_start()
        assert (await thread.run("Go.")).final_response == "Served."
        assert clients() == 1
        nursery.cancel_scope.cancel()
    assert not runtimes()
    assert held(codex) == {}


@pytest.mark.requirement("client/serve")
async def test_a_served_client_is_closed_early_and_its_nursery_ends(
    config: AppServerConfig,
) -> None:
    async with trio.open_nursery() as nursery:
        codex = await nursery.start(AsyncCodex(config).serve)
        await codex.aclose()
        assert not runtimes()
        with pytest.raises(ClientClosedError, match="closed"):
            await codex.models()
        await codex.aclose()


async def test_a_client_that_cannot_be_served_says_why(config: AppServerConfig) -> None:
    broken = attrs.evolve(config, codex_bin="no/such/codex")
    with pytest.raises(ExceptionGroup) as caught:
        async with trio.open_nursery() as nursery:
            await nursery.start(AsyncCodex(broken).serve)
            raise AssertionError("it opened")
    assert caught.group_contains(RuntimeNotFoundError, match="no/such/codex")


async def test_the_block_may_be_closed_from_inside(config: AppServerConfig) -> None:
    async with AsyncCodex(config) as codex:
        await codex.aclose()
        with pytest.raises(ClientClosedError, match="closed"):
            await codex.thread_start()


async def test_a_request_in_flight_ends_with_the_client(config: AppServerConfig) -> None:
    results: list[Any] = []
    async with AsyncCodex(config) as codex:
        runtime = the_runtime()
        runtime.suspend()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(outcome_of, codex.models, results)
            await trio.testing.wait_all_tasks_blocked(0.01)
            nursery.start_soon(codex.aclose)
            # The reply never comes; a stopped process is killed, not waited for.
            await trio.testing.wait_all_tasks_blocked(0.01)
            runtime.resume()
    assert isinstance(results[0], ClientClosedError)


async def test_two_clients_live_side_by_side(
    model: ModelServer, config: AppServerConfig, login_config: AppServerConfig
) -> None:
    model.on_request(lambda request: f"echo {request.last_user_text}")
    async with AsyncCodex(config) as one, AsyncCodex(login_config) as two:
        assert one.metadata.codex_home != two.metadata.codex_home
        assert clients() == 2
        answer = await (await one.thread_start()).run("one")
        assert answer.final_response == "echo one"
        assert (await two.account()).requires_openai_auth


@pytest.mark.requirement("api/request")
async def test_the_low_level_client_lives_alone(config: AppServerConfig) -> None:
    async with AppServerClient(config) as client:
        reply = await client.request("thread/start", {"ephemeral": True})
        raw = await client.call("thread/read", {"threadId": reply.thread.id})
        assert isinstance(raw, dict) and isinstance(raw["thread"], dict)
        assert raw["thread"]["id"] == reply.thread.id
        assert client.config is config
    assert client.statistics().tasks == 0


async def test_cancelled_requests_give_their_place_back(codex: AsyncCodex) -> None:
    for _ in range(100):
        with trio.move_on_after(0):
            await codex.models()
        with trio.CancelScope() as scope:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(codex.models)
                await trio.lowlevel.checkpoint()
                scope.cancel()
    assert (await codex.models()).data
    assert held(codex).get("requests_waiting", 0) == 0


async def test_more_requests_than_the_wire_takes_are_all_answered(codex: AsyncCodex) -> None:
    answered: list[object] = []

    async def ask() -> None:
        answered.append(await codex.request("thread/loaded/list", {}))

    async with trio.open_nursery() as nursery:
        for _ in range(1000):
            nursery.start_soon(ask)
    assert len(answered) == 1000
    assert held(codex) == {}
