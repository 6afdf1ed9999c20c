"""Message samples from recordings and the schema: every kind, and large ones."""

from __future__ import annotations

import copy
from typing import Any

from . import scripts, synthetic

BIG = ("command item, 20 KB", "turn/completed, 10 items", "thread/read, 200 x 10")
"""Items, turns and a history: the kinds with a budget of their own."""


def _notification(kind: str, message: dict[str, Any]) -> dict[str, str]:
    return {
        "kind": kind,
        "role": "notification",
        "method": message["method"],
        "type": "",
        "line": scripts.line(message).decode().rstrip("\n"),
    }


def _result(kind: str, method: str, type_name: str, result: object) -> dict[str, str]:
    return {
        "kind": kind,
        "role": "result",
        "method": method,
        "type": type_name,
        "line": scripts.line({"id": 1, "result": result}).decode().rstrip("\n"),
    }


def _recorded() -> list[dict[str, str]]:
    """One sample of each recorded notification."""
    found: list[dict[str, str]] = []
    for entry in scripts.recording():
        method = entry.get("method")
        if method is None:
            continue
        item = entry["params"].get("item")
        kind = f"{method} {item['type']}" if item else str(method)
        if item and item["type"] == "commandExecution" and item["aggregatedOutput"]:
            kind = BIG[0]
        if not any(sample["kind"] == kind for sample in found):
            found.append(_notification(kind, scripts.event(method, item and item["type"])))
    return found


def _finished_turn() -> dict[str, Any]:
    """The recorded turn with ten items."""
    turn: dict[str, Any] = scripts.answer("thread/read")["thread"]["turns"][0]
    short = copy.deepcopy(turn["items"])
    for item in short:
        if item.get("aggregatedOutput"):
            item["aggregatedOutput"] = "done\n"
    turn["items"] = (short * 2)[:10]
    return turn


def _histories() -> list[dict[str, str]]:
    """The answers that grow with what a user has done."""
    listed = scripts.answer("thread/list")
    listed["data"] = listed["data"] * 100
    read = scripts.answer("thread/read")
    read["thread"]["turns"] = [_finished_turn()] * 200
    completed = scripts.event("turn/completed")
    completed["params"]["turn"] = _finished_turn()
    return [
        _notification(BIG[1], completed),
        _result("thread/list, 100", "thread/list", "ThreadListResponse", listed),
        _result(BIG[2], "thread/read", "ThreadReadResponse", read),
    ]


def samples(*, every: bool) -> list[dict[str, str]]:
    """The recorded samples, and one of every other kind as well."""
    small = [
        _result(method, method, type_name, scripts.answer(method))
        for method, type_name in (
            ("thread/start", "ThreadStartResponse"),
            ("turn/start", "TurnStartResponse"),
            ("model/list", "ModelListResponse"),
            ("account/read", "GetAccountResponse"),
            ("thread/name/set", "ThreadSetNameResponse"),
        )
    ]
    recorded = _recorded() + small + _histories()
    if not every:
        return recorded
    return [*recorded, *synthetic.notifications(), *synthetic.items(), *synthetic.results()]
