"""Threads on the real runtime: stored, listed, forked, archived, deleted and resumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.runtime.helpers import collect, deltas_of, held, next_of
from trio_codex import (
    AsyncCodex,
    InvalidArgumentError,
    InvalidRequestError,
    MethodNotFoundError,
    TurnFailedError,
)
from trio_codex.protocol import ThreadGoalUpdatedNotification
from trio_codex.testing.model_server import items as model_items
from trio_codex.types import AgentMessageThreadItem, ThreadGoalStatus, TurnStatus

if TYPE_CHECKING:
    from trio_codex import AppServerConfig, AsyncThread
    from trio_codex.testing import ModelServer


async def talk(model: ModelServer, codex: AsyncCodex, *texts: str) -> AsyncThread:
    """Start a thread and say something on it, which is what makes the server keep it."""
    thread = await codex.thread_start()
    for text in texts or ("Go.",):
        model.reply(f"answer to {text}", when=lambda r, t=text: r.last_user_text == t)  # type: ignore[misc]
        await thread.run(text)
    return thread


async def test_a_thread_is_resumed_in_the_same_process(
    model: ModelServer, codex: AsyncCodex
) -> None:
    thread = await talk(model, codex, "One.")
    resumed = await codex.thread_resume(thread.id)
    assert resumed.id == thread.id and resumed is not thread
    model.reply("Still here.")
    assert (await resumed.run("Two.")).final_response == "Still here."
    assert "answer to One." in str(model.requests[-1].input)


@pytest.mark.requirement("thread/resume")
async def test_a_thread_is_resumed_in_a_new_process_with_its_history(
    model: ModelServer, config: AppServerConfig
) -> None:
    async with AsyncCodex(config) as codex:
        thread_id = (await talk(model, codex, "One.")).id
    async with AsyncCodex(config) as codex:
        resumed = await codex.thread_resume(thread_id)
        model.reply("I remember.")
        assert (await resumed.run("Two.")).final_response == "I remember."
        assert len([turn async for turn in resumed.turns()]) == 2
    assert "answer to One." in str(model.requests[-1].input)


async def test_a_thread_must_be_resumed_before_it_runs_in_a_new_process(
    model: ModelServer, config: AppServerConfig
) -> None:
    async with AsyncCodex(config) as codex:
        thread_id = (await talk(model, codex)).id
    async with AsyncCodex(config) as codex:
        page = await codex.thread_list()
        assert [thread.id for thread in page.data] == [thread_id]
        with pytest.raises(InvalidRequestError, match="thread not found"):
            await codex.request("turn/start", {"threadId": thread_id, "input": []})


@pytest.mark.requirement("thread/history-excluded")
async def test_the_history_comes_along_only_when_it_is_asked_for(
    model: ModelServer, codex: AsyncCodex
) -> None:
    thread = await talk(model, codex, "One.", "Two.")
    with codex.notifications("deprecationNotice") as notices:
        for bare in (await codex.thread_resume(thread.id), await codex.thread_fork(thread.id)):
            assert bare.snapshot is not None and bare.snapshot.turns == []
        assert await drained(codex, notices) == []
        for whole in (
            await codex.thread_resume(thread.id, include_turns=True),
            await codex.thread_fork(thread.id, include_turns=True),
        ):
            assert whole.snapshot is not None and len(whole.snapshot.turns) == 2
        assert (await next_of(notices)).method == "deprecationNotice"


async def drained(codex: AsyncCodex, stream: Any) -> list[object]:
    """Give what a subscription holds after everything that was sent before has come."""
    await codex.models()
    return list(stream._subscription.events.receive_nowait() or ())


async def test_a_fork_has_the_history_up_to_a_turn(model: ModelServer, codex: AsyncCodex) -> None:
    thread = await talk(model, codex, "One.", "Two.", "Three.")
    three, two, one = [turn.id async for turn in thread.turns()]
    whole = await codex.thread_fork(thread.id)
    cut = await codex.thread_fork(thread.id, last_turn_id=two)
    before = await codex.thread_fork(thread.id, before_turn_id=two)
    assert whole.snapshot is not None and whole.snapshot.forked_from_id == thread.id
    assert [turn.id async for turn in whole.turns()] == [three, two, one]
    assert [turn.id async for turn in cut.turns()] == [two, one]
    assert [turn.id async for turn in before.turns()] == [one]
    model.reply("Elsewhere.")
    assert (await cut.run("Four.")).final_response == "Elsewhere."
    assert len([turn async for turn in thread.turns()]) == 3


@pytest.mark.requirement("thread/list")
async def test_all_pages_of_the_threads_are_iterated(model: ModelServer, codex: AsyncCodex) -> None:
    made = [(await talk(model, codex, f"n{number}")).id for number in range(5)]
    page = await codex.thread_list(limit=2)
    assert len(page.data) == 2 and page.next_cursor is not None
    following = await codex.thread_list(limit=2, cursor=page.next_cursor)
    assert {thread.id for thread in page.data}.isdisjoint(thread.id for thread in following.data)
    before = codex.statistics().requests_sent
    listed = [thread.id async for thread in codex.threads(page_size=2)]
    assert sorted(listed) == sorted(made) and len(listed) == 5
    assert codex.statistics().requests_sent == before + 3
    # The most recently used first; the server's own default order would lose some of them, since
    # its cursors are whole seconds.
    assert listed == made[::-1]
    oldest_first = codex.threads(page_size=2, sort_direction="asc")
    assert [thread.id async for thread in oldest_first] == made


@pytest.mark.requirement("thread/paging")
async def test_a_page_is_fetched_only_when_it_is_needed(
    model: ModelServer, codex: AsyncCodex
) -> None:
    for number in range(3):
        await talk(model, codex, f"n{number}")
    before = codex.statistics().requests_sent
    async for _ in codex.threads(page_size=2):
        break
    assert codex.statistics().requests_sent == before + 1


@pytest.mark.requirement("thread/list")
async def test_a_thread_is_archived_and_taken_out_again(
    model: ModelServer, codex: AsyncCodex
) -> None:
    thread = await talk(model, codex)
    with codex.notifications("thread/archived", "thread/unarchived") as told:
        await codex.thread_archive(thread.id)
        assert (await next_of(told)).method == "thread/archived"
        assert [t.id async for t in codex.threads()] == []
        assert [t.id async for t in codex.threads(archived=True)] == [thread.id]
        with pytest.raises(InvalidRequestError, match="archived"):
            await codex.thread_resume(thread.id)
        with pytest.raises(InvalidRequestError, match="not found"):
            await thread.run("Too late.")
        back = await codex.thread_unarchive(thread.id)
        assert (await next_of(told)).method == "thread/unarchived"
    assert back.id == thread.id and back.snapshot is not None
    model.reply("Back.")
    assert (await (await codex.thread_resume(back.id)).run("Go.")).final_response == "Back."


@pytest.mark.requirement("thread/list")
async def test_a_deleted_thread_is_gone(model: ModelServer, codex: AsyncCodex) -> None:
    thread = await talk(model, codex)
    await codex.thread_delete(thread.id)
    assert [t.id async for t in codex.threads()] == []
    with pytest.raises(InvalidRequestError, match="no rollout found"):
        await codex.thread_delete(thread.id)
    with pytest.raises(InvalidRequestError, match="no rollout found"):
        await codex.thread_resume(thread.id)


async def test_a_thread_is_read_before_and_after_its_first_turn(
    model: ModelServer, codex: AsyncCodex
) -> None:
    thread = await codex.thread_start()
    assert (await thread.read()).thread.id == thread.id
    with pytest.raises(MethodNotFoundError, match="not supported yet"):
        await thread.read(include_turns=True)
    with pytest.raises(MethodNotFoundError, match="not supported yet"):
        _ = [turn async for turn in thread.turns()]
    model.reply("Done.")
    turn = await thread.run("Go.")
    read = await thread.read(include_turns=True)
    assert [t.id for t in read.thread.turns] == [turn.id]
    assert read.thread.preview == "Go."


@pytest.mark.requirement("thread/paging")
async def test_turns_and_items_are_paged_in_either_direction(
    model: ModelServer, codex: AsyncCodex
) -> None:
    thread = await talk(model, codex, *[f"n{number}" for number in range(5)])
    newest = [turn.id async for turn in thread.turns(page_size=2)]
    oldest = [turn.id async for turn in thread.turns(page_size=2, sort_direction="asc")]
    assert len(newest) == 5 and newest == oldest[::-1]
    full = [turn async for turn in thread.turns(items_view="full")]
    assert all(len(turn.items) == 2 for turn in full)
    entries = [entry async for entry in thread.items(page_size=3)]
    assert [entry.turn_id for entry in entries[::2]] == oldest
    one = [entry.item async for entry in thread.items(turn_id=newest[0])]
    assert isinstance(one[1], AgentMessageThreadItem) and one[1].text == "answer to n4"


@pytest.mark.requirement("thread/maintenance")
async def test_a_thread_gets_a_name(model: ModelServer, codex: AsyncCodex) -> None:
    thread = await talk(model, codex)
    with codex.notifications("thread/name/updated") as named:
        await thread.set_name("A good name")
        assert (await next_of(named)).method == "thread/name/updated"
    assert (await thread.read()).thread.name == "A good name"


@pytest.mark.requirement("thread/maintenance")
async def test_a_compaction_can_be_awaited_to_its_end(
    model: ModelServer, codex: AsyncCodex
) -> None:
    thread = await talk(model, codex, "One.")
    model.reply("A summary.")
    handle = await thread.compact()
    result = await handle.run()
    assert result.status == TurnStatus.COMPLETED
    assert [getattr(item, "type", None) for item in result.items] == ["contextCompaction"]
    model.reply("Go on.")
    assert (await thread.run("Two.")).final_response == "Go on."
    assert "A summary." in str(model.requests[-1].input)
    assert held(codex) == {}


async def test_a_compaction_streams_its_events_from_the_first(
    model: ModelServer, codex: AsyncCodex
) -> None:
    thread = await talk(model, codex, "One.")
    model.reply("A summary.")
    events = [event.method for event in await collect((await thread.compact()).stream())]
    assert events[0] == "turn/started" and events[-1] == "turn/completed"


async def test_a_failed_compaction_raises_like_a_turn(
    model: ModelServer, codex: AsyncCodex
) -> None:
    thread = await talk(model, codex, "One.")
    model.fail(400, {"error": {"message": "no"}}, times=5)
    handle = await thread.compact()
    with pytest.raises(TurnFailedError, match='"message":"no"'):
        await handle.run()


@pytest.mark.requirement("thread/maintenance")
async def test_a_review_ends_with_what_the_reviewer_found(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.reply("Nothing to object.", times=3)
    thread = await codex.thread_start()
    result = (await (await thread.review("Look at everything.")).run()).turn
    kinds = [getattr(item, "type", None) for item in result.items]
    assert "enteredReviewMode" in kinds and "exitedReviewMode" in kinds
    assert result.status == TurnStatus.COMPLETED
    assert "Look at everything." in str(model.requests[0].input)
    assert held(codex) == {}


@pytest.mark.parametrize("attempt", range(4))
async def test_a_goal_that_is_set_during_a_turn_disturbs_nothing(
    model: ModelServer, codex: AsyncCodex, attempt: int
) -> None:
    thread = await codex.thread_start()
    pieces = [f"{number} " for number in range(400)]
    model.reply_deltas(pieces)
    with codex.notifications("thread/goal/updated") as goals:
        turn = await thread.turn("Count.")
        goal = await thread.goal(f"Be done {attempt}.", status=ThreadGoalStatus.PAUSED)
        events = await collect(turn.stream())
        # The runtime tells it for the turn, or for none: `turnId` is null then.
        told = next((e for e in events if e.method == "thread/goal/updated"), None)
        payload = (told or await next_of(goals)).payload
    assert isinstance(payload, ThreadGoalUpdatedNotification)
    assert payload.goal == goal and payload.turn_id in (None, turn.id)
    assert (payload.turn_id is None) == (told is None)
    assert deltas_of(events) == pieces
    assert (await turn.run()).final_response == "".join(pieces)


@pytest.mark.requirement("thread/maintenance")
async def test_a_goal_is_set_read_and_cleared(model: ModelServer, codex: AsyncCodex) -> None:
    thread = await talk(model, codex)
    assert await thread.goal() is None
    # An active goal makes the server run turn after turn by itself.
    goal = await thread.goal("Be done.", status=ThreadGoalStatus.PAUSED, token_budget=1000)
    assert goal is not None and goal.objective == "Be done." and goal.token_budget == 1000
    read = await thread.goal()
    assert read is not None and read.status == ThreadGoalStatus.PAUSED
    changed = await thread.goal(token_budget=2000)
    assert changed is not None and changed.token_budget == 2000
    assert await thread.clear_goal() is True
    assert await thread.goal() is None
    assert await thread.clear_goal() is False


async def test_an_ephemeral_thread_is_in_no_list(model: ModelServer, codex: AsyncCodex) -> None:
    thread = await codex.thread_start(ephemeral=True)
    model.reply("Done.")
    await thread.run("Go.")
    assert thread.snapshot is not None and thread.snapshot.path is None
    assert [t.id async for t in codex.threads()] == []


async def test_models_are_listed_and_hidden_ones_when_asked_for(codex: AsyncCodex) -> None:
    listed = {model.id for model in (await codex.models()).data}
    everything = {model.id for model in (await codex.models(include_hidden=True)).data}
    assert "mock-model" in listed and "codex-auto-review" not in listed
    assert "codex-auto-review" in everything and listed < everything


@pytest.mark.requirement("api/notifications")
async def test_a_subscription_sees_threads_and_consumes_nothing(
    model: ModelServer, codex: AsyncCodex
) -> None:
    with codex.notifications("thread/started") as one, codex.notifications() as everything:
        thread = await talk(model, codex)
        assert (await next_of(one)).params == (await until_started(everything)).params
        other = await codex.thread_start(ephemeral=True)
        second: Any = (await next_of(one)).payload
        assert second.thread.id == other.id != thread.id
        seen = [message["method"] for message in await drained(codex, everything)]  # type: ignore[index]
    # What belongs to a turn went to its handle, and to nobody else.
    assert not [method for method in seen if str(method).startswith(("item/", "turn/"))]


async def until_started(stream: Any) -> Any:
    while (event := await next_of(stream)).method != "thread/started":
        pass
    return event


@pytest.mark.requirement("thread/paging")
async def test_a_limit_is_how_many_there_are_in_all(model: ModelServer, codex: AsyncCodex) -> None:
    made = [(await talk(model, codex, f"n{number}")).id for number in range(4)]
    before = codex.statistics().requests_sent
    assert [stored.id async for stored in codex.threads(limit=3)] == made[:0:-1]
    assert codex.statistics().requests_sent == before + 1
    paged = codex.threads(limit=3, page_size=2)
    assert [stored.id async for stored in paged] == made[:0:-1]
    assert codex.statistics().requests_sent == before + 3
    thread = await talk(model, codex, "a", "b", "c")
    assert len([turn async for turn in thread.turns(limit=2)]) == 2
    assert len([entry async for entry in thread.items(limit=5, page_size=2)]) == 5
    sent = codex.statistics().requests_sent
    for listed in (codex.threads, thread.turns, thread.items):
        with pytest.raises(InvalidArgumentError, match="limit must be a positive int or None"):
            listed(limit=0)
        with pytest.raises(InvalidArgumentError, match="page_size must be a positive int"):
            listed(page_size=-1)
    with pytest.raises(InvalidArgumentError, match="page_size must be a positive int"):
        thread.transcript(page_size=0)
    assert codex.statistics().requests_sent == sent


@pytest.mark.requirement("thread/resume")
async def test_a_listed_thread_is_resumed(model: ModelServer, codex: AsyncCodex) -> None:
    thread = await talk(model, codex, "n0")
    await codex.thread_archive(thread.id)
    await codex.thread_unarchive(thread.id)
    (stored,) = [each async for each in codex.threads()]
    assert (stored.id, stored.preview) == (thread.id, stored.info.preview) == (thread.id, "n0")
    assert repr(stored) == f"<AsyncStoredThread {thread.id}>"
    with pytest.raises(AttributeError, match="nothing"):
        stored.nothing  # noqa: B018
    model.reply("Yes.")
    async with stored.resume(developer_instructions="Be brief.") as resumed:
        assert resumed.id == thread.id
        assert (await resumed.run("Are you there?")).final_response == "Yes."


@pytest.mark.requirement("thread/transcript")
async def test_a_transcript_has_roles_texts_and_items_in_order(
    model: ModelServer, codex: AsyncCodex
) -> None:
    thread = await codex.thread_start()
    assert [entry async for entry in thread.transcript()] == []
    model.reply_items(model_items.message("Looking."), model_items.command("true"))
    model.reply("Found it.")
    model.reply("Done.")
    first = await thread.run("Where is it?")
    second = await thread.run("Thanks.")
    for page_size in (None, 1, 2):
        entries = [entry async for entry in thread.transcript(page_size=page_size)]
        assert [(entry.role, entry.text, entry.turn_id) for entry in entries] == [
            ("user", "Where is it?", first.id),
            ("assistant", "Looking.\n\nFound it.", first.id),
            ("user", "Thanks.", second.id),
            ("assistant", "Done.", second.id),
        ]
        assert len(entries[1].items) == 3
    assert entries[0].to_json()["role"] == "user"  # type: ignore[index,call-overload]
