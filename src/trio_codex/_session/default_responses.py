"""The answers that decline the server's requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import InternalRpcError, JsonRpcError, MethodNotFoundError
from ..protocol.methods import METHODS

if TYPE_CHECKING:
    from ..protocol import JsonValue

__all__ = ["decline"]

_NO_TOOL = "This tool is not available: nothing in the client answers it. Do without it."
_DENIED = "The client denied this."


def _declines() -> dict[str, JsonValue]:
    # Made anew each time: the caller may change the answer.
    return {
        "item/commandExecution/requestApproval": {"decision": "decline"},
        "item/fileChange/requestApproval": {"decision": "decline"},
        "item/permissions/requestApproval": {"permissions": {}, "scope": "turn"},
        "item/tool/requestUserInput": {"answers": {}},
        "item/tool/call": {
            "contentItems": [{"type": "inputText", "text": _NO_TOOL}],
            "success": False,
        },
        "mcpServer/elicitation/request": {"action": "decline", "content": None},
        "applyPatchApproval": {"decision": {"denied": {"rejection": _DENIED}}},
        "execCommandApproval": {"decision": {"denied": {"rejection": _DENIED}}},
    }


def decline(method: str) -> JsonValue | JsonRpcError:
    """Returns the result that declines a request of `method`, or an error where none does."""
    result = _declines().get(method)
    if result is not None:
        return result
    spec = METHODS.get(method)
    if spec is not None and spec.direction == "server_request":
        return InternalRpcError(f"the client has no answer to {method}")
    return MethodNotFoundError(f"the client does not know the method {method}")
