"""Events reach their turn however they name it, and a handle that joins from its request on."""

from __future__ import annotations

from typing import Any

import pytest
import trio

from tests.session.scripted import events_of, opened, settle
from trio_codex import AsyncTurnHandle, TurnResult
from trio_codex.testing import FakeAppServer
from trio_codex.types import JsonValue, TurnStatus

UNKNOWN = "turn/something/new"


@pytest.mark.parametrize("method", [UNKNOWN, "turn/diff/updated"])
@pytest.mark.parametrize(
    "thread", [{}, {"threadId": None}, {"threadId": "thread-1"}], ids=["none", "null", "named"]
)
@pytest.mark.parametrize("early", [False, True], ids=["after the reply", "before the reply"])
async def test_a_notification_reaches_its_turn_however_it_is_named(
    fake: FakeAppServer, method: str, thread: dict[str, JsonValue], early: bool
) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        started = await codex.thread_start()
        other = await codex.thread_start()
        turns: list[AsyncTurnHandle[Any]] = []

        async def start(on: Any) -> None:
            turns.append(await on.turn("hi"))

        def tell() -> None:
            fake.notify(method, {"turnId": ours.id, "diff": "1", **thread})
            fake.notify(method, {"turn": {"id": ours.id}, "diff": "2", **thread})

        with codex.notifications(method) as nobodys:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(start, other)
                second = await fake.expect("turn/start")
                nursery.start_soon(start, started)
                first = await fake.expect("turn/start")
                ours, theirs = fake.turn(started.id), fake.turn(other.id)
                if early:
                    ours.started()
                    tell()
                    await settle()
                theirs.reply_to(second).started()
                ours.reply_to(first)
                await settle()
                if not early:
                    tell()
            theirs.completed()
            ours.completed()
            seen = {turn.thread_id: await events_of(turn) for turn in turns}
            await settle()
            assert repr(nobodys).endswith("open>")
            with trio.move_on_after(0) as scope:
                await nobodys.__anext__()
            assert scope.cancelled_caught
    assert seen[started.id].count(method) == 2
    assert seen[other.id].count(method) == 0


async def test_a_turn_of_an_older_root_is_followed_under_its_own_id(fake: FakeAppServer) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                request = await fake.expect("turn/start")
                turn = fake.turn(thread.id)
                shown: JsonValue = {
                    "id": turn.id,
                    "rootTurnId": "an-older-turn",
                    "items": [],
                    "itemsView": "notLoaded",
                    "status": "inProgress",
                }
                fake.notify("turn/started", {"threadId": thread.id, "turn": shown})
                turn.answer("found").reply_to(request)

            turn = await thread.turn("hi")
            assert (await events_of(turn))[0] == "turn/started"
            assert (await turn.run()).final_response == "found"


@pytest.mark.parametrize("ended", [False, True], ids=["runs on", "ends before the reply"])
async def test_a_join_gets_what_comes_between_its_request_and_its_reply(
    fake: FakeAppServer, ended: bool
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        first = await thread.turn("one")
        running = await fake.expect_turn()
        running.delta("before ")
        await settle()
        fake.manual("turn/start")
        joined: list[AsyncTurnHandle[Any]] = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def join() -> None:
                joined.append(await thread.turn("two"))

            await fake.expect("turn/start")
            request = await fake.expect("turn/start")
            running.user_message("two").delta("between ").usage(7)
            if ended:
                running.message().completed()
            await settle()
            running.reply_to(request)
        if not ended:
            running.delta("after").message().completed()
        (second,) = joined
        assert second.id == first.id
        seen = await events_of(first), await events_of(second)
        result = await second.run()
    assert seen[0][-len(seen[1]) :] == seen[1]
    assert seen[1][:2] == ["item/started", "item/completed"]
    assert seen[1].count("item/agentMessage/delta") == (1 if ended else 2)
    # The result is that of the whole turn.
    assert result == await first.run() and len(result.items) == 3
    assert result.usage is not None and result.status == TurnStatus.COMPLETED


async def test_two_joins_of_a_turn_no_reply_has_named_get_it_each_from_its_request_on(
    fake: FakeAppServer,
) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turns: dict[str, AsyncTurnHandle[Any]] = {}

        async def start(text: str) -> None:
            turns[text] = await thread.turn(text)

        async with trio.open_nursery() as nursery:
            requests = []
            running = fake.turn(thread.id)
            for text in ("one", "two", "three"):
                nursery.start_soon(start, text)
                requests.append(await fake.expect("turn/start"))
                running.started().delta(text)
                await settle()
            for request in requests:
                running.reply_to(request)
        running.message().completed()
        counts = {
            text: (await events_of(turn)).count("turn/started") for text, turn in turns.items()
        }
    assert counts == {"one": 3, "two": 2, "three": 1}


async def test_a_start_that_joined_nothing_gets_nothing_of_the_turn_before(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        first = await thread.turn("one")
        running = await fake.expect_turn()
        fake.manual("turn/start")
        results: list[TurnResult[None]] = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def run() -> None:
                results.append(await thread.run("two"))

            await fake.expect("turn/start")
            request = await fake.expect("turn/start")
            # The server had ended the turn by the time it read the request.
            running.answer("the first answer")
            fake.turn(thread.id).started().answer("the second").reply_to(request)
        assert (await first.run()).final_response == "the first answer"
        assert codex.statistics().turns == codex.statistics().events_held == 0
    assert results[0].final_response == "the second"
    assert len(results[0].items) == 1 and results[0].id != first.id


async def test_an_end_without_a_turns_id_ends_the_only_turn_of_its_thread(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("one")
        await fake.expect_turn()
        fake.notify("turn/completed", {"threadId": thread.id, "turn": {"status": "completed"}})
        assert (await events_of(turn))[-1] == "turn/completed"
        assert codex.statistics().turns == 0
