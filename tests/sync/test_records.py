"""The record of a thread and the account, through the blocking client of the real runtime."""

from __future__ import annotations

from pathlib import Path

import pytest

from trio_codex import (
    AppServerConfig,
    Codex,
    InvalidArgumentError,
    InvalidRequestError,
    Thread,
    protocol,
)
from trio_codex.testing import BlockingModelServer
from trio_codex.types import AgentMessageThreadItem, ThreadGoalStatus, TurnStatus


@pytest.fixture
def thread(codex: Codex, model: BlockingModelServer) -> Thread:
    """A thread the server keeps, because something was said on it."""
    thread = codex.thread_start()
    model.reply("One.")
    thread.run("Say one.")
    return thread


def test_a_thread_says_what_it_was_when_it_was_made(codex: Codex, thread: Thread) -> None:
    assert thread.snapshot is not None and thread.snapshot.id == thread.id
    assert repr(thread) == f"<Thread {thread.id}>"
    assert thread.read().thread.preview == "Say one."
    assert [turn.id for turn in thread.read(include_turns=True).thread.turns]


def test_a_thread_gets_a_name(thread: Thread) -> None:
    thread.set_name("A good name")
    assert thread.read().thread.name == "A good name"
    with pytest.raises(InvalidArgumentError, match="non-empty str, not ' '"):
        thread.set_name(" ")


def test_turns_and_items_are_paged(thread: Thread, model: BlockingModelServer) -> None:
    model.reply("Two.")
    thread.run("Say two.")
    assert repr(thread.turns()) == "<Pages of thread/turns/list>"
    newest = [turn.id for turn in thread.turns(page_size=1)]
    assert len(newest) == 2
    items = [entry.item for entry in thread.items(turn_id=newest[0], page_size=1)]
    assert isinstance(items[1], AgentMessageThreadItem) and items[1].text == "Two."


def test_a_compaction_is_a_turn(thread: Thread, model: BlockingModelServer) -> None:
    model.reply("A summary.")
    result = thread.compact().run()
    assert result.status == TurnStatus.COMPLETED
    assert [getattr(item, "type", None) for item in result.items] == ["contextCompaction"]


def test_a_review_is_a_turn(thread: Thread, model: BlockingModelServer) -> None:
    model.reply("Nothing to object.", times=3)
    turn = thread.review("Look at everything.")
    assert repr(turn) == f"<ReviewHandle {turn.id} of thread {thread.id}, running>"
    assert turn.thread_id == thread.id
    kinds = [getattr(item, "type", None) for item in turn.run().turn.items]
    assert "exitedReviewMode" in kinds


def test_a_goal_is_set_read_and_cleared(thread: Thread) -> None:
    assert thread.goal() is None
    goal = thread.goal("Be done.", status=ThreadGoalStatus.PAUSED)
    assert goal is not None and goal.objective == "Be done."
    read = thread.goal()
    assert read is not None and read.status == ThreadGoalStatus.PAUSED
    assert thread.clear_goal() is True
    assert thread.clear_goal() is False


def test_a_thread_is_archived_taken_out_and_deleted(codex: Codex, thread: Thread) -> None:
    codex.thread_archive(thread.id)
    assert [t.id for t in codex.threads()] == []
    assert [t.id for t in codex.threads(archived=True)] == [thread.id]
    assert codex.thread_unarchive(thread.id).id == thread.id
    codex.thread_delete(thread.id)
    assert [t.id for t in codex.threads()] == []
    with pytest.raises(InvalidRequestError, match="no rollout found"):
        codex.thread_delete(thread.id)


def test_an_account_without_a_login_is_read_and_left(codex: Codex) -> None:
    assert codex.account().account is None
    codex.logout()
    with pytest.raises(InvalidArgumentError, match="access_token must be a non-empty str"):
        codex.login_chatgpt_tokens("", "a")
    assert codex.account().account is None


def test_the_client_below_speaks_every_method(codex: Codex, config: AppServerConfig) -> None:
    client = codex.client
    assert client.config is config
    assert client.runtime_version == codex.client._async.runtime_version
    assert client.metadata is codex.metadata
    reply = client.request("model/list", protocol.ModelListParams())
    assert isinstance(reply, protocol.ModelListResponse)
    assert isinstance(client.call("model/list", {}), dict)
    assert client.wire_params("thread/read", {"threadId": "t"}) == {"threadId": "t"}
    with pytest.raises(InvalidArgumentError, match="'threadId'"):
        client.wire_params("thread/read", {})
    with pytest.raises(InvalidArgumentError, match="threadId"):
        client.request("thread/read", {"threadId": 5})
    # The unchecked way: it is the server that refuses.
    with pytest.raises(InvalidRequestError, match="invalid type: integer `5`"):
        client.call("thread/read", {"threadId": 5})
    assert client.call("model/list", {"noSuchKey": 1}) == client.call("model/list", {})


def test_an_unknown_method_goes_out_as_given(codex: Codex) -> None:
    with pytest.raises(InvalidRequestError, match="unknown variant `no/such/method`"):
        codex.client.request("no/such/method", {"a": 1})
    codex.client.notify("initialized")
    # What cannot be JSON is refused, and the client lives on.
    with pytest.raises(InvalidArgumentError, match=r"\$\.a: nan is not a JSON number"):
        codex.client.request("no/such/method", {"a": float("nan")})
    assert codex.models().data


def test_what_the_config_refuses_is_said_before_anything_starts(tmp_path: Path) -> None:
    for options, reason in (
        ({"config_overrides": "model=x"}, r"not one string; write"),
        ({"max_in_flight": 0}, "max_in_flight must be a whole number of at least 1, not 0"),
        ({"event_buffer": True}, "event_buffer must be a whole number of at least 1, not True"),
        ({"close_timeout": float("nan")}, "close_timeout must be a positive number .*not nan"),
        ({"startup_timeout": "1"}, "startup_timeout must be a positive number .*not '1'"),
        ({"version_policy": "maybe"}, "version_policy must be one of 'exact'.*not 'maybe'"),
    ):
        with pytest.raises(InvalidArgumentError, match=reason):
            AppServerConfig(cwd=tmp_path, **options)
