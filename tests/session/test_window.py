"""The client keeps its own window: however many ask at once, all get an end."""

from __future__ import annotations

import pytest
import trio

from tests.session.scripted import opened, settle
from trio_codex import InvalidArgumentError, ServerBusyError, TransportClosedError
from trio_codex.testing import FakeAppServer, FakeRequest


@pytest.mark.requirement("fault/many-requests")
async def test_5000_requests_at_once_all_end_within_the_window(fake: FakeAppServer) -> None:
    held: list[FakeRequest] = []
    fake.answer("model/list", held.append)
    async with opened(fake) as codex:
        ended = 0

        async def ask() -> None:
            nonlocal ended
            await codex.models()
            ended += 1

        async with trio.open_nursery() as nursery:
            for _ in range(5000):
                nursery.start_soon(ask)
            await settle()
            assert codex.statistics().requests_in_flight == 64
            assert codex.statistics().requests_waiting == 4936
            while held:
                # Out of order, as the runtime answers.
                for request in reversed([held.pop() for _ in range(len(held))]):
                    request.reply({"data": []})
                await settle()
        assert ended == 5000
        assert fake.most_in_flight == 64


async def test_those_who_wait_longest_go_first(fake: FakeAppServer) -> None:
    fake.manual("model/list")
    async with opened(fake, max_in_flight=1) as codex:

        async def ask(hidden: bool) -> None:
            await codex.models(include_hidden=hidden)

        async with trio.open_nursery() as nursery:
            order = [True, False, False, True, True]
            for hidden in order:
                nursery.start_soon(ask, hidden)
                await settle()
            seen = []
            for _ in order:
                request = await fake.expect("model/list")
                seen.append(request.params["includeHidden"])
                request.reply({"data": []})
        assert seen == order


async def test_a_request_cancelled_while_it_waits_is_never_sent(fake: FakeAppServer) -> None:
    fake.manual("model/list")
    async with opened(fake, max_in_flight=1) as codex, trio.open_nursery() as nursery:
        nursery.start_soon(codex.models)
        request = await fake.expect("model/list")
        with trio.CancelScope() as scope:
            scope.cancel()
            await codex.models()
        async with trio.open_nursery() as waiting:
            waiting.start_soon(codex.models)
            await settle()
            waiting.cancel_scope.cancel()
        assert codex.statistics().requests_waiting == 0
        request.reply({"data": []})
        await settle()
        assert fake.methods.count("model/list") == 1
        assert codex.statistics().requests_in_flight == 0


async def test_given_up_requests_hold_their_place_but_never_all_of_them(
    fake: FakeAppServer,
) -> None:
    fake.manual("model/list")
    async with opened(fake, max_in_flight=8) as codex:
        for number in range(1, 21):
            async with trio.open_nursery() as nursery:
                nursery.start_soon(codex.models)
                await settle()
                nursery.cancel_scope.cancel()
            assert codex.statistics().requests_in_flight == min(number, 4)
        # None of them was ever answered, and the window is still half open.
        await codex.request("thread/list", {})
        for _ in range(20):
            (await fake.expect("model/list")).reply({"data": []})
        await codex.request("thread/list", {})
        assert codex.statistics().requests_in_flight == 0
        assert codex.statistics().stray_replies == 16


async def test_a_window_of_one_cannot_be_closed_by_a_lost_answer(fake: FakeAppServer) -> None:
    fake.manual("model/list")
    async with opened(fake, max_in_flight=1) as codex:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(codex.models)
            await settle()
            nursery.cancel_scope.cancel()
        await codex.request("thread/list", {})


async def test_bad_params_take_no_place(fake: FakeAppServer) -> None:
    async with opened(fake, max_in_flight=1) as codex:
        for _ in range(3):
            with pytest.raises(InvalidArgumentError, match=r"\$"):
                await codex.request("brand/new", {"value": float("nan")})
        assert codex.statistics().requests_in_flight == 0
        await codex.models()


async def test_those_who_wait_for_a_place_learn_of_the_end(fake: FakeAppServer) -> None:
    fake.manual("model/list")
    async with opened(fake, max_in_flight=1) as codex:
        errors = []

        async def ask() -> None:
            with pytest.raises(TransportClosedError, match="exit code 3") as caught:
                await codex.models()
            errors.append(caught.value)

        async with trio.open_nursery() as nursery:
            for _ in range(4):
                nursery.start_soon(ask)
            await fake.expect("model/list")
            await settle()
            fake.disconnect(exit_code=3)
        assert [error.exit_code for error in errors] == [3] * 4
        assert len({id(error) for error in errors}) == 4


async def test_stray_and_second_replies_are_counted_and_harmless(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        await codex.models()
        (request,) = [request for request in fake.requests if request.method == "model/list"]
        request.reply({"data": []})
        fake.send({"id": 999, "result": {}})
        fake.send({"id": "1", "result": {}})
        await codex.models()
        assert codex.statistics().stray_replies == 3


@pytest.mark.requirement("error/codes")
async def test_a_busy_server_is_an_error_that_frees_the_place(fake: FakeAppServer) -> None:
    fake.answer("model/list", ServerBusyError("Server overloaded; retry later."))
    async with opened(fake, max_in_flight=1) as codex:
        for _ in range(2):
            with pytest.raises(ServerBusyError, match="overloaded"):
                await codex.models()


async def test_an_abandoned_request_that_is_answered_leaves_no_record(fake: FakeAppServer) -> None:
    fake.manual("model/list")
    async with opened(fake) as codex:
        with trio.CancelScope() as scope:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(codex.models)
                request = await fake.expect("model/list")
                scope.cancel()
        connection = codex.client._require()
        assert connection.statistics().requests_in_flight == 1
        assert len(connection._slots._abandoned) == 1
        request.reply({"data": []})
        await settle()
        assert connection.statistics().requests_in_flight == 0
        assert len(connection._slots._abandoned) == 0
