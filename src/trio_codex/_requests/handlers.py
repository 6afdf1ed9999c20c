"""Server request handlers: one field for each kind of request."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar, final

import attrs

from .._hints import exported
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from ..protocol import (
        ApplyPatchApprovalParams,
        ApplyPatchApprovalResponse,
        AttestationGenerateParams,
        AttestationGenerateResponse,
        ChatgptAuthTokensRefreshParams,
        ChatgptAuthTokensRefreshResponse,
        CommandExecutionRequestApprovalParams,
        CommandExecutionRequestApprovalResponse,
        CurrentTimeReadParams,
        CurrentTimeReadResponse,
        DynamicToolCallParams,
        DynamicToolCallResponse,
        ExecCommandApprovalParams,
        ExecCommandApprovalResponse,
        FileChangeRequestApprovalResponse,
        JsonValue,
        McpServerElicitationRequestParams,
        McpServerElicitationRequestResponse,
        PermissionsRequestApprovalParams,
        PermissionsRequestApprovalResponse,
        ToolRequestUserInputParams,
        ToolRequestUserInputResponse,
    )
    from .decisions import Decision, FileChangeRequest, IncomingRequest

__all__ = [
    "APPROVAL_FIELDS",
    "FIELD_OF",
    "Handler",
    "ServerRequestHandlers",
    "check_handlers",
    "is_plain",
]

P = TypeVar("P")
R = TypeVar("R")

# The second form is a blocking handler, for the blocking client.
Handler: TypeAlias = Callable[[P], Awaitable[R]] | Callable[[P], R]

FIELD_OF = {
    "item/commandExecution/requestApproval": "command_execution",
    "item/fileChange/requestApproval": "file_change",
    "item/permissions/requestApproval": "permissions",
    "item/tool/requestUserInput": "user_input",
    "mcpServer/elicitation/request": "elicitation",
    "item/tool/call": "tool_call",
    "account/chatgptAuthTokens/refresh": "auth_tokens",
    "currentTime/read": "current_time",
    "attestation/generate": "attestation",
    "execCommandApproval": "exec_command_approval",
    "applyPatchApproval": "apply_patch_approval",
}

# The handlers whose requests the server's own reviewer answers instead, where it reviews: the
# approval of an MCP server's tool is an elicitation, and a fallback gets each of these requests.
APPROVAL_FIELDS = (
    "command_execution",
    "file_change",
    "permissions",
    "elicitation",
    "exec_command_approval",
    "apply_patch_approval",
    "fallback",
)


@final
@attrs.frozen(kw_only=True)
class ServerRequestHandlers:
    """Handlers of server requests, one for each kind; a request without one is declined.

    A handler is an async callable (for `Codex`, a blocking one) that takes the request's typed
    params and returns its typed result. Each request runs in its own task: a handler may take
    minutes and may use the client. It is cancelled when the server withdraws the request. If it
    raises, the request is declined and a `HandlerError` is raised where the turn is consumed.

    A thread's handlers come before the client's: first its handler for the request, then its
    fallback, and only then the client's two. A `Tool` of the thread comes before all of them.

    With a handler that decides approvals (`command_execution`, `file_change`, `permissions`,
    `elicitation`, the two older forms, or `fallback`), threads are opened in `ApprovalMode.ASK`,
    unless the call names another approval mode.

    Attributes:
        command_execution: approves a command (`item/commandExecution/requestApproval`).
        file_change: approves changes of files (`item/fileChange/requestApproval`).
        permissions: grants permissions to a turn (`item/permissions/requestApproval`).
        user_input: answers questions to the user (`item/tool/requestUserInput`).
        elicitation: answers an MCP server, or approves a call of its tool
            (`mcpServer/elicitation/request`).
        tool_call: answers calls of tools that no `Tool` of the thread answers (`item/tool/call`).
        auth_tokens: returns fresh ChatGPT tokens (`account/chatgptAuthTokens/refresh`).
        current_time: returns the time, in seconds since the epoch (`currentTime/read`).
        attestation: returns an attestation token (`attestation/generate`).
        exec_command_approval: the older form of `command_execution` (`execCommandApproval`).
        apply_patch_approval: the older form of `file_change` (`applyPatchApproval`).
        fallback: answers every request without a handler, unknown ones included; returns the
            result as plain JSON, or raises `MethodNotFoundError` to leave the request to the
            client's handlers.
    """

    command_execution: (
        Handler[
            CommandExecutionRequestApprovalParams,
            CommandExecutionRequestApprovalResponse | Decision,
        ]
        | None
    ) = None
    file_change: Handler[FileChangeRequest, FileChangeRequestApprovalResponse | Decision] | None = (
        None
    )
    permissions: (
        Handler[PermissionsRequestApprovalParams, PermissionsRequestApprovalResponse] | None
    ) = None
    user_input: Handler[ToolRequestUserInputParams, ToolRequestUserInputResponse] | None = None
    elicitation: (
        Handler[McpServerElicitationRequestParams, McpServerElicitationRequestResponse] | None
    ) = None
    tool_call: Handler[DynamicToolCallParams, DynamicToolCallResponse] | None = None
    auth_tokens: (
        Handler[ChatgptAuthTokensRefreshParams, ChatgptAuthTokensRefreshResponse] | None
    ) = None
    current_time: Handler[CurrentTimeReadParams, CurrentTimeReadResponse] | None = None
    attestation: Handler[AttestationGenerateParams, AttestationGenerateResponse] | None = None
    exec_command_approval: (
        Handler[ExecCommandApprovalParams, ExecCommandApprovalResponse | Decision] | None
    ) = None
    apply_patch_approval: (
        Handler[ApplyPatchApprovalParams, ApplyPatchApprovalResponse | Decision] | None
    ) = None
    fallback: Handler[IncomingRequest, JsonValue] | None = None

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(ServerRequestHandlers):
            handler = getattr(self, field.name)
            if handler is not None and not callable(handler):
                raise InvalidArgumentError(
                    f"the handler {field.name} must be callable, not {type(handler).__name__}"
                )

    @classmethod
    def decline_all(cls) -> ServerRequestHandlers:
        """Returns handlers that decline and log each request, before the client's handlers."""
        from .presets import decline_all

        return decline_all()

    @classmethod
    def accept_all(cls) -> ServerRequestHandlers:
        """Returns handlers that accept every approval.

        Dangerous: the model can then run any command outside the sandbox.
        """
        from .presets import accept_all

        return accept_all()

    @classmethod
    def ask_in_terminal(cls) -> ServerRequestHandlers:
        """Returns handlers that show what a request would grant in the terminal, and read a line.

        Requests are shown one at a time. Only a line typed after a question answers it. Any other
        answer than those shown, the end of the input, and a missing terminal decline.
        """
        from .terminal.prompts import ask_in_terminal

        return ask_in_terminal()


def check_handlers(handlers: object) -> None:
    """Refuses handlers that an async client cannot use.

    A lambda is accepted, because it may return a coroutine. A plain `def` is refused, unless its
    return annotation is awaitable.

    Raises:
        InvalidArgumentError: they are not `ServerRequestHandlers`, or one is a plain function.
    """
    if not isinstance(handlers, ServerRequestHandlers):
        raise InvalidArgumentError(
            f"handlers must be ServerRequestHandlers, not {type(handlers).__name__}"
        )
    for field in attrs.fields(ServerRequestHandlers):
        handler = getattr(handlers, field.name)
        if handler is not None and is_plain(handler):
            raise InvalidArgumentError(
                f"the handler {field.name} must be an async function (or say in its return "
                "annotation that it returns an Awaitable); plain functions are for the blocking "
                "Codex"
            )


def is_plain(handler: object) -> bool:
    """Whether a handler certainly is a blocking function, not an async one."""
    while isinstance(handler, partial):
        handler = handler.func
    if not inspect.isroutine(handler):
        handler = type(handler).__call__
    if inspect.iscoroutinefunction(handler):
        return False
    handler = inspect.unwrap(handler)
    if not (inspect.isfunction(handler) or inspect.ismethod(handler)):
        return False
    if inspect.iscoroutinefunction(handler) or handler.__name__ == "<lambda>":
        return False
    returns = handler.__annotations__.get("return")
    text = returns if isinstance(returns, str) else repr(returns)
    return not any(word in text for word in ("Awaitable", "Coroutine", "Future"))


exported("trio_codex", ServerRequestHandlers)
