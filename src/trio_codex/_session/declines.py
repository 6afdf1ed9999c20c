"""Turns the name of a server request into the answer that grants nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import InternalRpcError, MethodNotFoundError
from ..protocol.methods import METHODS

if TYPE_CHECKING:
    from ..protocol import JsonValue

__all__ = ["decline"]

_NO_TOOL = "This tool is not available: the client has no handler for it."


def _declines() -> dict[str, JsonValue]:
    # Made anew each time: an answer may be changed by whoever gets it.
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
        "applyPatchApproval": {"decision": "denied"},
        "execCommandApproval": {"decision": "denied"},
    }


def decline(method: str) -> JsonValue:
    """Returns the result that declines a request of `method`.

    Raises:
        InternalRpcError: nothing of the method's result type means "no"; an error does.
        MethodNotFoundError: the method is not one this SDK knows.
    """
    result = _declines().get(method)
    if result is not None:
        return result
    if method in METHODS:
        raise InternalRpcError(f"the client has no answer to {method}")
    raise MethodNotFoundError(f"the client does not know the method {method}")
