"""An MCP server over stdio in a few lines: one tool that answers, and one that asks the user."""

from __future__ import annotations

import json
import sys
from typing import Any

SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "title": "Your name"},
        "age": {"type": "integer"},
        "sure": {"type": "boolean"},
    },
    "required": ["name"],
}


def send(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
    sys.stdout.flush()


def text(value: str) -> dict[str, Any]:
    return {"content": [{"type": "text", "text": value}]}


def call(name: str) -> dict[str, Any]:
    if name == "ping":
        return text("pong")
    send(
        {
            "id": "ask-1",
            "method": "elicitation/create",
            "params": {"message": "Who are you?", "requestedSchema": SCHEMA},
        }
    )
    for line in sys.stdin:
        answer = json.loads(line)
        if answer.get("id") == "ask-1":
            return text(json.dumps(answer["result"], sort_keys=True))
    raise EOFError


def answer(method: str, params: dict[str, Any]) -> dict[str, Any]:
    if method == "initialize":
        return {
            "protocolVersion": params["protocolVersion"],
            "capabilities": {"tools": {}},
            "serverInfo": {"name": "tiny", "version": "1"},
        }
    if method == "tools/list":
        schema: dict[str, Any] = {"type": "object", "properties": {}}
        tools = [
            {"name": name, "description": name, "inputSchema": schema} for name in ("ping", "who")
        ]
        return {"tools": tools}
    if method == "tools/call":
        return call(params["name"])
    return {}


for received in sys.stdin:
    request = json.loads(received)
    if "id" in request and "method" in request:
        send({"id": request["id"], "result": answer(request["method"], request.get("params", {}))})
