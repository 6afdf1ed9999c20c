"""What a turn cost, from thread totals that begin at an unknown count and repeat."""

from __future__ import annotations

import pytest

from tests.session.scripted import opened
from trio_codex.testing import FakeAppServer
from trio_codex.testing.app_server.turn import FakeTurn
from trio_codex.types import JsonValue, TurnStatus

MESSAGE: dict[str, JsonValue] = {"type": "agentMessage", "id": "message-1", "text": ""}
COMMAND: dict[str, JsonValue] = {
    "type": "commandExecution",
    "id": "command-1",
    "command": "true",
    "cwd": "/",
    "status": "inProgress",
    "commandActions": [],
}


def _counts(tokens: int) -> JsonValue:
    return {
        "inputTokens": tokens,
        "cachedInputTokens": 0,
        "outputTokens": 0,
        "reasoningOutputTokens": 0,
        "totalTokens": tokens,
    }


def _report(turn: FakeTurn, *, total: int, last: int) -> None:
    turn.notify(
        "thread/tokenUsage/updated", tokenUsage={"total": _counts(total), "last": _counts(last)}
    )


@pytest.mark.parametrize(
    ("first_item", "open_at_report", "cost"),
    [
        pytest.param(MESSAGE, True, 15, id="a repeated count: the message was cut off"),
        pytest.param(MESSAGE, False, 25, id="a new count: the message was complete"),
        pytest.param(COMMAND, True, 25, id="a new count: a command runs after its response"),
    ],
)
async def test_the_first_count_of_a_resumed_thread_is_new_or_repeated(
    fake: FakeAppServer, first_item: dict[str, JsonValue], open_at_report: bool, cost: int
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_resume("thread-7")
        async with thread.turn("hi") as handle:
            turn = await fake.expect_turn()
            turn.item_started(first_item)
            if not open_at_report:
                turn.item_completed(first_item)
            _report(turn, total=110, last=10)
            _report(turn, total=125, last=15)
            turn.completed()
            result = await handle.run()
    assert result.status is TurnStatus.COMPLETED
    assert result.tokens is not None
    assert result.tokens.total_tokens == cost
