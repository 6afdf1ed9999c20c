"""The coverage tables: all scenarios, and the methods that no scenario reaches."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, final

import attrs

from trio_codex.protocol.methods import METHODS, Direction

from . import (
    scenario_account,
    scenario_config,
    scenario_elsewhere,
    scenario_files,
    scenario_realtime,
    scenario_threads,
    scenario_tools,
    scenario_turns,
)
from .steps import Scenario

__all__ = ["NOT_REACHED", "SCENARIOS", "Row", "Status", "row", "rows"]

SCENARIOS: Final[tuple[Scenario, ...]] = (
    *scenario_files.SCENARIOS,
    *scenario_config.SCENARIOS,
    *scenario_threads.SCENARIOS,
    *scenario_turns.SCENARIOS,
    *scenario_tools.SCENARIOS,
    *scenario_realtime.SCENARIOS,
    *scenario_account.SCENARIOS,
    *scenario_elsewhere.SCENARIOS,
)

_RECOVERY = (
    "was not brought about: no 401 brings it, whether a browser, the client or a command logged in"
)
_STRICT = "was not brought about: an answer with strictAutoReview brings reviews, but not this"
_WINDOWS = "is for Windows"
_OLDER = "is deprecated: only turns of an older form of the protocol bring it"
NOT_REACHED: Final[dict[str, str]] = {
    "applyPatchApproval": _OLDER,
    "autoApprovalReview/strictReviewRequired": _STRICT,
    "execCommandApproval": _OLDER,
    "item/fileChange/outputDelta": "is deprecated: the schema says that it is not sent any more",
    "item/mcpToolCall/progress": "is not sent by this runtime: progress of tools stays with it",
    "mcpServer/event/stream/notification": "needs an app that ChatGPT hosts",
    "modelProvider/authRecoveryCompleted": _RECOVERY,
    "modelProvider/authRecoveryStarted": _RECOVERY,
    "thread/compacted": "is deprecated: the item contextCompaction took its place",
    "thread/prediction/updated": "the runtime does not implement predictions yet",
    "windows/worldWritableWarning": _WINDOWS,
}

Status: TypeAlias = Literal["answered", "refused", "seen", "sent", "seen in a fake"]


@final
@attrs.frozen(kw_only=True)
class Row:
    """What is known of one method.

    Attributes:
        method: its name.
        status: how it was seen.
        how: the names of the scenarios in which it was.
        why: why it was not answered, or not seen for real.
        deviation: where the runtime does not keep to its schema.
    """

    method: str
    status: Status
    how: tuple[str, ...] = ()
    why: str = ""
    deviation: bool = False


def rows(direction: Direction) -> list[Row]:
    """Give the rows of all methods of a direction, in order."""
    return [row(method) for method, spec in METHODS.items() if spec.direction == direction]


def row(method: str) -> Row:
    """Give the row of a method.

    Raises:
        LookupError: no table says anything about it.
    """
    if METHODS[method].direction == "client_request":
        return _request(method)
    if METHODS[method].direction == "client_notification":
        return Row(method=method, status="sent", how=("every scenario",))
    how = tuple(
        scenario.name
        for scenario in SCENARIOS
        if method in scenario.notifications or method in scenario.server_requests
    )
    if how:
        return Row(method=method, status="seen", how=how)
    if method not in NOT_REACHED:
        raise LookupError(f"no scenario reaches {method}, and no table says why")
    return Row(method=method, status="seen in a fake", why=NOT_REACHED[method])


def _request(method: str) -> Row:
    calls = [
        (scenario.name, call)
        for scenario in SCENARIOS
        for call in scenario.calls
        if call.method == method
    ]
    if not calls:
        raise LookupError(f"no scenario calls {method}")
    answered = [(name, call) for name, call in calls if call.refused is None]
    if method == "initialize":
        return Row(method=method, status="answered", how=("every scenario",))
    if answered:
        names = tuple(dict.fromkeys(name for name, _ in answered))
        wrong = [call.deviates.why for _, call in answered if call.deviates]
        return Row(
            method=method, status="answered", how=names, why="".join(wrong), deviation=bool(wrong)
        )
    name, call = calls[0]
    assert call.refused is not None
    return Row(method=method, status="refused", how=(name,), why=call.refused.why)
