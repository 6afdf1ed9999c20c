"""A small MCP server on stdin and stdout."""

from __future__ import annotations

import json
import sys
from typing import Any

NO_ARGUMENTS = {"type": "object", "properties": {}}
TOOLS = [
    {
        "name": "look",
        "description": "Looks.",
        "inputSchema": NO_ARGUMENTS,
        "annotations": {"readOnlyHint": True},
    },
    {"name": "write", "description": "Writes.", "inputSchema": NO_ARGUMENTS},
]
ANSWERS: dict[str, dict[str, Any]] = {
    "tools/list": {"tools": TOOLS},
    "resources/list": {"resources": [{"uri": "memo://one", "name": "one"}]},
    "resources/templates/list": {
        "resourceTemplates": [{"uriTemplate": "memo://{name}", "name": "memo"}]
    },
    "resources/read": {"contents": [{"uri": "memo://one", "text": "remembered"}]},
    "tools/call": {"content": [{"type": "text", "text": "done"}]},
}


def say(**message: Any) -> None:
    sys.stdout.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
    sys.stdout.flush()


def answer(method: str, params: dict[str, Any]) -> dict[str, Any] | None:
    if method == "initialize":
        return {
            "protocolVersion": params["protocolVersion"],
            "capabilities": {"tools": {}, "resources": {}},
            "serverInfo": {"name": "tiny", "version": "1"},
        }
    if method == "tools/call":
        token = (params.get("_meta") or {}).get("progressToken")
        if token is not None:
            progress = {"progressToken": token, "progress": 1, "total": 2, "message": "half way"}
            # It is read before the answer, which comes by the same pipe.
            say(method="notifications/progress", params=progress)
    return ANSWERS.get(method)


def main() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        if "id" not in asked:
            continue
        result = answer(asked["method"], asked.get("params") or {})
        if result is None:
            say(id=asked["id"], error={"code": -32601, "message": "not here"})
        else:
            say(id=asked["id"], result=result)


if __name__ == "__main__":
    main()
