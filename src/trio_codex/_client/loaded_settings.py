"""Options of a resume that the runtime ignored because the thread was already loaded.

`thread/resume` of a loaded thread returns the thread unchanged and ignores the call's options. The
reply has the settings in force, so they are compared with the options, and differing ones are set
with `thread/settings/update`. The runtime refuses that method without `experimental_api`; the
caller gets that error.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._session.connection import Connection
    from ..protocol import JsonValue, Thread
    from .approval_defaults import ApprovalDefault

__all__ = ["ignored_options", "opened"]

logger = logging.getLogger("trio_codex.client")

# Options that have the same key in the reply and in `thread/settings/update`.
_COMPARED: Final = ("approvalPolicy", "approvalsReviewer", "cwd", "model", "serviceTier")
_POLICY_OF_MODE: Final[Mapping[str, str]] = {
    "read-only": "readOnly",
    "workspace-write": "workspaceWrite",
    "danger-full-access": "dangerFullAccess",
}


def ignored_options(
    params: Mapping[str, JsonValue], reply: Mapping[str, JsonValue]
) -> dict[str, JsonValue]:
    """Returns the options that are not in force according to the reply, as settings to update.

    Keys that the reply lacks are skipped: an older runtime does not have them.
    """
    ignored = {
        key: params[key]
        for key in _COMPARED
        if params.get(key) is not None and key in reply and reply[key] != params[key]
    }
    kind = _POLICY_OF_MODE.get(str(params.get("sandbox")))
    sandbox = reply.get("sandbox")
    if kind is not None and isinstance(sandbox, dict) and sandbox.get("type") != kind:
        ignored["sandboxPolicy"] = {"type": kind}
    return ignored


async def opened(
    connection: Connection,
    method: str,
    params: Mapping[str, JsonValue],
    reply: Mapping[str, Any],
    default: ApprovalDefault | None,
) -> Thread:
    """Sets the options that the runtime ignored, and returns the opened thread.

    Args:
        connection: the connection of the call.
        method: the protocol's name of the call.
        params: the wire params of the call.
        reply: the server's reply.
        default: the approval default used by the call; `None` when the call named a mode.

    Raises:
        AppServerError: the server refused, or the connection has ended.

    Cancelled, the thread may have been changed.
    """
    from .. import protocol
    from ..protocol.converter import structure

    thread: Thread = structure(reply["thread"], protocol.Thread)
    ids = {"codex_thread_id": thread.id}
    reason = "the call names it" if default is None else default.reason
    logger.debug("%s: approvals: %s", method, reason, extra=ids)
    if method == "thread/start":
        return thread
    settings = ignored_options(params, reply)
    if default is not None and "approvalPolicy" not in params:
        settings |= _instead_of_never(reply, default, ids)
    if settings:
        names = ", ".join(sorted(settings))
        logger.debug("%s ignored these options, setting them now: %s", method, names, extra=ids)
        await connection.request("thread/settings/update", {"threadId": thread.id, **settings})
    return thread


def _instead_of_never(
    reply: Mapping[str, Any], default: ApprovalDefault, ids: Mapping[str, str]
) -> dict[str, JsonValue]:
    """Returns the policy that replaces a stored `never`, which would bypass the handlers."""
    if reply.get("approvalPolicy") != "never":
        return {}
    if default.replaces_never:
        return {"approvalPolicy": "on-request"}
    if default.params:
        logger.info("the thread's stored approval policy is never: no handler is asked", extra=ids)
    return {}
