"""Scenarios: threads started, read, archived, forked and deleted."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import trio

from trio_codex.errors import InvalidRequestError

from .steps import Await, Call, Do, Refusal, Scenario, World

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue

__all__ = ["GIT_CHANGES", "SCENARIOS", "TURN", "said"]

PULL_REQUEST = {"threadId": "{thread}", "attachmentType": "pull_request", "identityKey": "pr-1"}


def said(text: str, **more: JsonValue) -> dict[str, object]:
    """Give the params of a turn on the scenario's thread."""
    return {"threadId": "{thread}", "input": [{"type": "text", "text": text}], **more}


async def _git_changes(world: World) -> None:
    """Make the workspace a git repository with a change in it."""
    author = ["-c", "user.name=dev", "-c", "user.email=dev@example.com"]
    file = trio.Path(str(world.names["cwd"]), "file.txt")
    await file.write_text("one\n", encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "one"]):
        await trio.run_process(["git", *arguments], cwd=file.parent, stdout=subprocess.DEVNULL)
    await file.write_text("two\n", encoding="utf-8")


GIT_CHANGES = Do(_git_changes)
START = Call("thread/start", {"cwd": "{cwd}"}, keep={"thread": "thread.id"})
DONE = Await("turn/completed", {"threadId": "{thread}"})
TURN = (Call("turn/start", said("hello"), keep={"turn": "turn.id"}), DONE)

READING = Scenario(
    name="reading threads",
    about="runs turns on a thread and reads them in every way there is",
    notifications=("deprecationNotice",),
    steps=(
        START,
        *TURN,
        Call("thread/list", {"limit": 5, "archived": False}),
        Call("thread/loaded/list", {}),
        Call("thread/read", {"threadId": "{thread}", "includeTurns": True}),
        Call("thread/turns/list", {"threadId": "{thread}", "itemsView": "full"}),
        Call("thread/items/list", {"threadId": "{thread}"}, keep={"item": "data.0.item.id"}),
        Call(
            "thread/items/read",
            {"threadId": "{thread}", "turnId": "{turn}", "itemIds": ["{item}"]},
        ),
        Call("thread/timeline/list", {"threadId": "{thread}"}),
        Call("thread/search", {"searchTerm": "hello"}),
        Call("thread/searchOccurrences", {"threadId": "{thread}", "searchTerm": "hello"}),
        Call("thread/resume", {"threadId": "{thread}"}),
        Call("thread/fork", {"threadId": "{thread}"}, keep={"fork": "thread.id"}),
        Call("thread/read", {"threadId": "{fork}"}),
    ),
)

KEEPING = Scenario(
    name="keeping threads",
    about="names, marks, archives, cuts back and deletes threads",
    config={"thread_unload_delay_secs": 0},
    notifications=(
        "thread/archived",
        "thread/attachment/updated",
        "thread/closed",
        "thread/deleted",
        "thread/goal/cleared",
        "thread/goal/updated",
        "thread/name/updated",
        "thread/readState/changed",
        "thread/reverted",
        "thread/settings/updated",
        "thread/started",
        "thread/unarchived",
    ),
    steps=(
        START,
        *TURN,
        Await(
            "thread/readState/changed",
            {"threadId": "{thread}"},
            keep={"revision": "readState.revision"},
        ),
        Call(
            "thread/readState/update",
            {
                "threadId": "{thread}",
                "expectedRevision": "{revision}",
                "operation": {"type": "read"},
            },
        ),
        Call("thread/name/set", {"threadId": "{thread}", "name": "A name"}),
        Call("thread/metadata/update", {"threadId": "{thread}", "gitInfo": {"branch": "main"}}),
        Call("thread/memoryMode/set", {"threadId": "{thread}", "mode": "disabled"}),
        Call("thread/attachment/add", {**PULL_REQUEST, "payload": {"number": 1}}),
        Call("thread/attachment/list", {"threadId": "{thread}"}),
        Call(
            "thread/attachmentOwner/list",
            {"attachmentType": "pull_request", "identityKey": "pr-1"},
        ),
        Call("thread/attachment/remove", PULL_REQUEST),
        Call(
            "thread/goal/set",
            {"threadId": "{thread}", "objective": "rest", "status": "paused", "tokenBudget": 1000},
        ),
        Call("thread/goal/get", {"threadId": "{thread}"}),
        Call("thread/goal/clear", {"threadId": "{thread}"}),
        Call("thread/increment_elicitation", {"threadId": "{thread}"}),
        Call("thread/decrement_elicitation", {"threadId": "{thread}"}),
        Call("thread/settings/update", {"threadId": "{thread}", "effort": "low"}),
        Await("thread/settings/updated", {"threadId": "{thread}"}),
        Call(
            "thread/inject_items",
            {
                "threadId": "{thread}",
                "items": [
                    {
                        "type": "message",
                        "role": "user",
                        "content": [{"type": "input_text", "text": "by the way"}],
                    }
                ],
            },
        ),
        Call(
            "thread/approveGuardianDeniedAction",
            {"threadId": "{thread}", "event": {}},
            refused=Refusal(
                InvalidRequestError,
                "invalid Guardian denial event",
                "wants the core's own event, which the protocol does not show",
            ),
        ),
        Call(
            "thread/fork",
            {"threadId": "{thread}", "excludeTurns": True},
            keep={"fork": "thread.id"},
        ),
        Call("thread/revert", {"threadId": "{fork}", "beforeTurnId": "{turn}"}),
        Call("thread/archive", {"threadId": "{fork}"}),
        Call("thread/unarchive", {"threadId": "{fork}"}),
        Call("thread/resume", {"threadId": "{fork}", "excludeTurns": True}),
        Call("thread/unsubscribe", {"threadId": "{fork}"}),
        Await("thread/closed", {"threadId": "{fork}"}),
        Call("thread/delete", {"threadId": "{fork}"}),
    ),
)


def _hold(world: World) -> None:
    world.model.reply("one two three", gate=world.model.gate(), hold_after=1)


STEERING = Scenario(
    name="steering turns",
    about="steers, queues behind and interrupts turns that run, and starts others than by turns",
    features={"step_model_switching": True},
    notifications=("thread/queue/changed",),
    steps=(
        GIT_CHANGES,
        START,
        *TURN,
        Do(_hold),
        Call("turn/start", said("wait"), keep={"turn": "turn.id"}),
        Await("item/agentMessage/delta", {"turnId": "{turn}"}),
        Call(
            "turn/settings/update", {"threadId": "{thread}", "turnId": "{turn}", "effort": "high"}
        ),
        Call(
            "thread/queue/add",
            {**said("first"), "clientUserMessageId": "one"},
            keep={"first": "queuedSubmission.id"},
        ),
        Call(
            "thread/queue/add",
            {**said("second"), "clientUserMessageId": "two"},
            keep={"second": "queuedSubmission.id"},
        ),
        Call("thread/queue/list", {"threadId": "{thread}"}),
        Call("thread/queue/update", {**said("better"), "queuedSubmissionId": "{first}"}),
        Call(
            "thread/queue/reorder",
            {"threadId": "{thread}", "queuedSubmissionIds": ["{second}", "{first}"]},
        ),
        Call("thread/queue/delete", {"threadId": "{thread}", "queuedSubmissionId": "{first}"}),
        Do(_hold),
        Call("turn/steer", {**said("also"), "expectedTurnId": "{turn}"}),
        Await("item/agentMessage/delta", {"turnId": "{turn}"}),
        Call("turn/interrupt", {"threadId": "{thread}", "turnId": "{turn}"}),
        DONE,
        Call("thread/queue/start", {"threadId": "{thread}"}),
        DONE,
        Call("thread/shellCommand", {"threadId": "{thread}", "command": "echo shell"}),
        DONE,
        Call("review/start", {"threadId": "{thread}", "target": {"type": "uncommittedChanges"}}),
        DONE,
        Call("thread/compact/start", {"threadId": "{thread}"}),
        DONE,
    ),
)

SCENARIOS = (READING, KEEPING, STEERING)
