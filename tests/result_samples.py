"""Samples of results, for the tests of what every value can do."""

from __future__ import annotations

from typing import Any

import trio_codex
import trio_codex.types
from tests.protocol.samples import fullest
from trio_codex import protocol
from trio_codex.protocol._types import find_type
from trio_codex.protocol.converter import structure


def decoded(name: str) -> Any:
    return structure(fullest(name)[0], find_type(name))


RESULT = trio_codex.TurnResult(
    id="turn",
    status=protocol.TurnStatus.FAILED,
    error=decoded("TurnError"),
    started_at=1,
    completed_at=2,
    duration_ms=3,
    final_response="text",
    items=[decoded("ThreadItem")],
    usage=decoded("ThreadTokenUsage"),
    output=None,
)
GOAL_RESULT = trio_codex.GoalResult(
    status=protocol.ThreadGoalStatus.USAGE_LIMITED,
    objective="Write it.",
    turns=[RESULT],
    tokens=decoded("TokenUsageBreakdown"),
    time_used=3,
    final_response="text",
    error=decoded("TurnError"),
)
REVIEW_RESULT = trio_codex.ReviewResult(
    findings=[trio_codex.Finding(title="Wrong", path="a.py", line_range=(3, 5), priority=1)],
    explanation="It is wrong.",
    correctness="patch is incorrect",
    confidence=0.5,
    turn=RESULT,
)
PLAN_RESULT = trio_codex.PlanResult(
    plan="# Plan", steps=[decoded("TurnPlanStep")], explanation="text", turn=RESULT
)
SPENT = trio_codex.types.Spent(tokens=45, requests=3, seconds=1.5)
TRANSCRIPT = trio_codex.TranscriptEntry(
    role="user", text="text", items=[decoded("ThreadItem")], turn_id="turn"
)
RESULTS: dict[str, Any] = {
    "CommandResult": trio_codex.CommandResult(
        argv=("ls", "-l"), returncode=2, stdout=b"out", stderr=b"\xff"
    ),
    "ConnectionGap": trio_codex.types.ConnectionGap(reason="lost", seconds=1.5, attempts=2),
    "Finding": REVIEW_RESULT.findings[0],
    "GoalResult": GOAL_RESULT,
    "PlanResult": PLAN_RESULT,
    "ReviewResult": REVIEW_RESULT,
    "Spent": SPENT,
    "TranscriptEntry": TRANSCRIPT,
}
