"""Preset handlers: decline every request, or accept every approval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import trio

from .decisions import Decision, decline_request
from .handlers import ServerRequestHandlers

if TYPE_CHECKING:
    from ..protocol import (
        McpServerElicitationRequestParams,
        McpServerElicitationRequestResponse,
        PermissionsRequestApprovalParams,
        PermissionsRequestApprovalResponse,
    )

__all__ = ["accept_all", "decline_all"]


def decline_all() -> ServerRequestHandlers:
    """Returns handlers that decline every request with the default response of its method."""
    # Every field, so that no request reaches the handlers of the client.
    names: dict[str, Any] = {
        field.name: decline_request for field in attrs.fields(ServerRequestHandlers)
    }
    return ServerRequestHandlers(**names)


def accept_all() -> ServerRequestHandlers:
    """Returns handlers that accept every approval, and decline every other request."""
    return ServerRequestHandlers(
        command_execution=_accept,
        file_change=_accept,
        permissions=_grant,
        elicitation=_accept_elicitation,
        exec_command_approval=_accept,
        apply_patch_approval=_accept,
    )


async def _accept(_: object) -> Decision:
    await trio.lowlevel.checkpoint()
    return Decision.ACCEPT


async def _grant(params: PermissionsRequestApprovalParams) -> PermissionsRequestApprovalResponse:
    from .. import protocol

    await trio.lowlevel.checkpoint()
    asked = params.permissions
    return protocol.PermissionsRequestApprovalResponse(
        permissions=protocol.GrantedPermissionProfile(
            file_system=asked.file_system, network=asked.network
        ),
        scope=protocol.PermissionGrantScope.TURN,
    )


async def _accept_elicitation(
    params: McpServerElicitationRequestParams,
) -> McpServerElicitationRequestResponse:
    from .. import protocol

    await trio.lowlevel.checkpoint()
    # Only the approval of a tool call is a yes-or-no question; a form wants content.
    meta = getattr(params, "meta", None)
    approval = isinstance(meta, dict) and meta.get("codex_approval_kind") == "mcp_tool_call"
    action = protocol.McpServerElicitationAction
    return protocol.McpServerElicitationRequestResponse(
        action=action.ACCEPT if approval else action.DECLINE, content=None
    )
