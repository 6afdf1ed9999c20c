"""Every event reaches each handle that is due it, once and in order, whenever it comes."""

from __future__ import annotations

import pytest
import trio

from tests.session.scripted import events_of, opened, settle
from trio_codex import TurnResult
from trio_codex.protocol import ThreadGoalUpdatedNotification
from trio_codex.testing import FakeAppServer
from trio_codex.types import JsonValue, TurnStatus

ITEMS_OF_A_TURN = ["turn/started", "item/started", "item/completed"]


@pytest.mark.requirement("turn/early-events")
async def test_events_before_the_reply_reach_the_turn_in_order(fake: FakeAppServer) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                request = await fake.expect("turn/start")
                turn = fake.turn(thread.id).started().user_message("hi")
                turn.reply_to(request).answer("hello")

            turn = await thread.turn("hi")
            methods = await events_of(turn)
            result = await turn.run()
    assert methods == [
        "turn/started",
        "item/started",
        "item/completed",
        "item/started",
        "item/agentMessage/delta",
        "item/completed",
        "thread/tokenUsage/updated",
        "turn/completed",
    ]
    assert result.final_response == "hello"
    assert len(result.items) == 2


@pytest.mark.requirement("turn/early-events", "turn/early-completion")
async def test_a_turn_that_ends_before_the_reply_is_not_lost(fake: FakeAppServer) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        results: list[TurnResult[None]] = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def run() -> None:
                results.append(await thread.run("hi"))

            request = await fake.expect("turn/start")
            turn = fake.turn(thread.id).started().user_message("hi").answer("hello")
            await settle()
            assert codex.statistics().events_held == 8
            turn.reply_to(request)
        assert results[0].final_response == "hello"
        assert results[0].status == TurnStatus.COMPLETED
        assert codex.statistics().events_held == 0


async def test_two_pending_starts_on_one_thread_each_get_their_own_turn(
    fake: FakeAppServer,
) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        responses: dict[str, str | None] = {}

        async def run(text: str) -> None:
            responses[text] = (await thread.run(text)).final_response

        async with trio.open_nursery() as nursery:
            nursery.start_soon(run, "one")
            first = await fake.expect("turn/start")
            nursery.start_soon(run, "two")
            second = await fake.expect("turn/start")
            turns = {
                request.params["input"][0]["text"]: fake.turn(thread.id)
                for request in (first, second)
            }
            # Both turns have begun, and one has ended, before either start is answered.
            turns["two"].started().delta("2")
            turns["one"].started().answer("1")
            turns["two"].reply_to(second)
            turns["two"].message().completed()
            turns["one"].reply_to(first)
    assert responses == {"one": "1", "two": "2"}


async def test_a_thread_sees_nothing_of_another_one_with_the_same_turn_id(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        ours = await fake.expect_turn()
        foreign = fake.turn("elsewhere", ours.id).started().message("not yours")
        foreign.usage(7).completed("failed")
        ours.answer("yours")
        events = [event async for event in turn.stream()]
        result = await turn.run()
    assert {str(event.params["threadId"]) for event in events} == {thread.id}  # type: ignore[call-overload,index]
    assert len(result.items) == 2
    assert result.status == TurnStatus.COMPLETED
    assert result.final_response == "yours"
    assert result.usage is not None and result.usage.total.total_tokens == 100


async def test_two_live_turns_with_one_id_on_two_threads_stay_apart(fake: FakeAppServer) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        threads = [await codex.thread_start(), await codex.thread_start()]
        responses: dict[str, str | None] = {}

        async def run(index: int) -> None:
            result = await threads[index].run("hi")
            responses[threads[index].id] = result.final_response

        async with trio.open_nursery() as nursery:
            turns = []
            for index in (0, 1):
                nursery.start_soon(run, index)
                request = await fake.expect("turn/start")
                turns.append(fake.turn(threads[index].id, "the-same").reply_to(request).started())
            await settle()
            assert codex.statistics().turns == 2
            turns[0].answer("first")
            turns[1].answer("second")
    assert responses == {"thread-1": "first", "thread-2": "second"}


@pytest.mark.requirement("turn/join")
async def test_a_second_start_joins_and_both_handles_get_what_follows(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        first = await thread.turn("one")
        running = await fake.expect_turn()
        running.delta("before ")
        await settle()
        second = await thread.turn("two")
        assert second.id == first.id
        running.delta("after").message().completed()
        seen_first, seen_second = await events_of(first), await events_of(second)
        results = [await first.run(), await second.run()]
    assert seen_first.count("item/agentMessage/delta") == 2
    assert seen_second.count("item/agentMessage/delta") == 1
    assert seen_first[-1] == seen_second[-1] == "turn/completed"
    assert [result.final_response for result in results] == ["before after", "before after"]


@pytest.mark.requirement("turn/early-completion")
async def test_a_join_whose_turn_ends_before_the_reply_still_ends(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        first = await thread.turn("one")
        running = await fake.expect_turn()
        fake.manual("turn/start")
        results: list[TurnResult[None]] = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def join() -> None:
                results.append(await thread.run("two"))

            await fake.expect("turn/start")
            request = await fake.expect("turn/start")
            running.answer("both")
            await settle()
            running.reply_to(request)
        assert (await first.run()).final_response == "both"
    assert results[0].status == TurnStatus.COMPLETED
    assert results[0].final_response == "both"


async def test_a_review_is_followed_although_it_starts_under_another_id(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = (await thread.review("look at it")).turn
        review = await fake.expect_turn()
        review.item({"type": "exitedReviewMode", "id": "exited", "review": "fine"}).answer("fine")
        methods = await events_of(turn)
        result = await turn.run()
    assert methods[:3] == ITEMS_OF_A_TURN
    assert methods[-1] == "turn/completed"
    assert result.final_response == "fine"


async def test_an_early_review_is_followed_too(fake: FakeAppServer) -> None:
    fake.manual("review/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                request = await fake.expect("review/start")
                review = fake.turn(thread.id).started(announced_as="another")
                review.answer("early").reply_to(request)

            turn = (await thread.review()).turn
            assert "turn/started" in await events_of(turn)
            assert (await turn.run()).final_response == "early"


async def test_a_compaction_is_known_by_its_first_item(fake: FakeAppServer) -> None:
    fake.manual("thread/compact/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                (await fake.expect("thread/compact/start")).reply()
                other = fake.turn(thread.id).started().user_message("not this one")
                compaction = fake.turn(thread.id, "compaction").started()
                compaction.item({"type": "contextCompaction", "id": "c"}).completed()
                other.completed()

            turn = await thread.compact()
            assert turn.id == "compaction"
            assert await events_of(turn) == [*ITEMS_OF_A_TURN, "turn/completed"]
            assert (await turn.run()).status == TurnStatus.COMPLETED


async def test_items_after_the_end_go_to_the_subscriptions(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        with codex.notifications("item/completed") as late:
            turn = await thread.turn("hi")
            running = await fake.expect_turn()
            running.answer("done")
            running.item_completed({"type": "agentMessage", "id": "late", "text": "late"})
            assert len((await turn.run()).items) == 2
            params = (await late.__anext__()).params
    assert isinstance(params, dict) and isinstance(params["item"], dict)
    assert params["item"]["id"] == "late"


async def test_events_of_a_refused_start_go_to_the_subscriptions(fake: FakeAppServer) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:
            with codex.notifications("turn/started") as foreign:

                @nursery.start_soon
                async def serve() -> None:
                    request = await fake.expect("turn/start")
                    fake.turn(thread.id, "somebody-else").started()
                    request.fail(-32600, "thread not found")

                with pytest.raises(Exception, match="thread not found"):
                    await thread.run("hi")
                params = (await foreign.__anext__()).params
        assert isinstance(params, dict) and isinstance(params["turn"], dict)
        assert params["turn"]["id"] == "somebody-else"
        assert codex.statistics().turns_starting == 0


@pytest.mark.parametrize("turn_id", [{"turnId": None}, {}], ids=["null", "left out"])
async def test_a_notification_without_a_turn_is_no_turns_wherever_it_comes(
    fake: FakeAppServer, turn_id: dict[str, None]
) -> None:
    goal: JsonValue = {
        "threadId": "thread-1",
        "objective": "all of it",
        "status": "active",
        "createdAt": 0,
        "updatedAt": 0,
        "timeUsedSeconds": 0,
        "tokensUsed": 0,
    }
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        assert thread.id == "thread-1"
        with codex.notifications("thread/goal/updated") as goals:
            turn = await thread.turn("hi")
            running = await fake.expect_turn()
            params: JsonValue = {"threadId": thread.id, "goal": goal, **turn_id}
            with fake.batch():  # in one read with a run of the turn's events
                running.delta("a").delta("b").delta("c").message()
                fake.notify("thread/goal/updated", params)
                fake.notify("thread/goal/updated", params)
                running.delta("d").delta("e").delta("f").message().completed()
            methods = await events_of(turn)
            payloads = [(await goals.__anext__()).payload for _ in range(2)]
    assert methods.count("item/agentMessage/delta") == 6
    assert "thread/goal/updated" not in methods
    assert all(isinstance(p, ThreadGoalUpdatedNotification) for p in payloads)


async def test_an_abandoned_handle_holds_nothing_after_its_turn(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        await thread.turn("hi")
        (await fake.expect_turn()).answer("nobody reads this")
        await settle()
        assert codex.statistics().turns == 0


async def test_a_stream_goes_on_where_it_was_left(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        (await fake.expect_turn()).answer("hello")
        first = []
        async for event in turn.stream():
            first.append(event.method)
            if event.method == "item/agentMessage/delta":
                break
        rest = await events_of(turn)
    assert first[-1] == "item/agentMessage/delta"
    assert rest == ["item/completed", "thread/tokenUsage/updated", "turn/completed"]


@pytest.mark.parametrize("piece_bytes", [1, 7, 64])
async def test_where_the_bytes_are_cut_makes_no_difference(
    fake: FakeAppServer, piece_bytes: int
) -> None:
    fake.cut(piece_bytes)
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        (await fake.expect_turn()).delta("caf\u00e9 \u2028 \U0001f600").message().completed()
        result = await turn.run()
    assert result.final_response == "caf\u00e9 \u2028 \U0001f600"
