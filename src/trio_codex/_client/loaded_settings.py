"""Options of a resume that the runtime ignored because it had the thread loaded already.

`thread/resume` of a loaded thread returns the thread as it is and ignores what the call asks for.
The reply holds the settings in force, so they are compared with the options and what differs is
set with `thread/settings/update`, which the runtime carries out for loaded threads. It refuses
that without `experimental_api`, and the refusal reaches the caller.
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

# What both the reply and `thread/settings/update` have under the name that the options have.
_COMPARED: Final = ("approvalPolicy", "approvalsReviewer", "cwd", "model", "serviceTier")
_POLICY_OF_MODE: Final[Mapping[str, str]] = {
    "read-only": "readOnly",
    "workspace-write": "workspaceWrite",
    "danger-full-access": "dangerFullAccess",
}


def ignored_options(
    params: Mapping[str, JsonValue], reply: Mapping[str, JsonValue]
) -> dict[str, JsonValue]:
    """Returns the options that the reply shows as not in force, as settings to update.

    A key that the reply lacks is one that this runtime is too old for; nothing is said about it.
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
    """Returns the thread a call opened; sets the options that were ignored first.

    Args:
        connection: the connection the call was made on.
        method: the protocol's name of the call.
        params: its params.
        reply: its reply.
        default: the approval default that the call used; `None` when it named a mode.

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
        logger.debug("%s left these as they were, they are set now: %s", method, names, extra=ids)
        await connection.request("thread/settings/update", {"threadId": thread.id, **settings})
    return thread


def _instead_of_never(
    reply: Mapping[str, Any], default: ApprovalDefault, ids: Mapping[str, str]
) -> dict[str, JsonValue]:
    """Returns the policy that replaces a stored `never`, with which no handler is ever asked."""
    if reply.get("approvalPolicy") != "never":
        return {}
    if default.replaces_never:
        return {"approvalPolicy": "on-request"}
    if default.params:
        logger.info("the thread's stored approval policy is never: nobody is asked", extra=ids)
    return {}
