"""Turns the server's requests into fields that each take a handler of the user's own."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, final

import attrs

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

# A blocking handler is one that returns its answer: the blocking client takes those.
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


def _callable(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if value is not None and not callable(value):
        raise InvalidArgumentError(
            f"the handler {field.name} must be callable, not {type(value).__name__}"
        )


@final
@attrs.frozen(kw_only=True)
class ServerRequestHandlers:
    """What answers the server's requests: a handler for each kind, and none means "no".

    A handler is an async callable (for `Codex`, a blocking one) that takes the request's typed
    params and returns its typed result. Each request has a task of its own: a handler may take
    minutes and may use the client. It is cancelled when the server withdraws the request. If it
    raises, the server is declined and a `HandlerError` surfaces where the turn is consumed.

    A thread's handlers come before the client's: first its handler for the request, then its
    fallback, and only then the client's two. A `Tool` of the thread comes before all of them.

    A handler that decides approvals (`command_execution`, `file_change`, `permissions`,
    `elicitation`, the two older forms, or `fallback`) is asked: with one of them, threads are
    opened in `ApprovalMode.ask`, unless the call names another approval mode.

    Attributes:
        command_execution: may this command run? (`item/commandExecution/requestApproval`)
        file_change: may these files be changed? (`item/fileChange/requestApproval`)
        permissions: may the turn have these permissions? (`item/permissions/requestApproval`)
        user_input: what does the user answer? (`item/tool/requestUserInput`)
        elicitation: what does an MCP server get, or may its tool run?
            (`mcpServer/elicitation/request`)
        tool_call: the call of a tool that no `Tool` of the thread answers (`item/tool/call`).
        auth_tokens: fresh ChatGPT tokens (`account/chatgptAuthTokens/refresh`).
        current_time: the time, in seconds since the epoch (`currentTime/read`).
        attestation: an attestation token (`attestation/generate`).
        exec_command_approval: the older form of `command_execution` (`execCommandApproval`).
        apply_patch_approval: the older form of `file_change` (`applyPatchApproval`).
        fallback: every request that has no handler of its own, unknown ones included; it returns
            the result as plain JSON, or raises `MethodNotFoundError` to leave the request to
            others.
    """

    command_execution: (
        Handler[
            CommandExecutionRequestApprovalParams,
            CommandExecutionRequestApprovalResponse | Decision,
        ]
        | None
    ) = attrs.field(default=None, validator=_callable)
    file_change: Handler[FileChangeRequest, FileChangeRequestApprovalResponse | Decision] | None = (
        attrs.field(default=None, validator=_callable)
    )
    permissions: (
        Handler[PermissionsRequestApprovalParams, PermissionsRequestApprovalResponse] | None
    ) = attrs.field(default=None, validator=_callable)
    user_input: Handler[ToolRequestUserInputParams, ToolRequestUserInputResponse] | None = (
        attrs.field(default=None, validator=_callable)
    )
    elicitation: (
        Handler[McpServerElicitationRequestParams, McpServerElicitationRequestResponse] | None
    ) = attrs.field(default=None, validator=_callable)
    tool_call: Handler[DynamicToolCallParams, DynamicToolCallResponse] | None = attrs.field(
        default=None, validator=_callable
    )
    auth_tokens: (
        Handler[ChatgptAuthTokensRefreshParams, ChatgptAuthTokensRefreshResponse] | None
    ) = attrs.field(default=None, validator=_callable)
    current_time: Handler[CurrentTimeReadParams, CurrentTimeReadResponse] | None = attrs.field(
        default=None, validator=_callable
    )
    attestation: Handler[AttestationGenerateParams, AttestationGenerateResponse] | None = (
        attrs.field(default=None, validator=_callable)
    )
    exec_command_approval: (
        Handler[ExecCommandApprovalParams, ExecCommandApprovalResponse | Decision] | None
    ) = attrs.field(default=None, validator=_callable)
    apply_patch_approval: (
        Handler[ApplyPatchApprovalParams, ApplyPatchApprovalResponse | Decision] | None
    ) = attrs.field(default=None, validator=_callable)
    fallback: Handler[IncomingRequest, JsonValue] | None = attrs.field(
        default=None, validator=_callable
    )

    @classmethod
    def decline_all(cls) -> ServerRequestHandlers:
        """Declines everything, and logs each; for a thread, whatever the client's handlers say."""
        from .presets import decline_all

        return decline_all()

    @classmethod
    def accept_all(cls) -> ServerRequestHandlers:
        """Accepts every approval. Dangerous: the model then runs what it likes, unsandboxed."""
        from .presets import accept_all

        return accept_all()

    @classmethod
    def ask_in_terminal(cls) -> ServerRequestHandlers:
        """Shows everything a request would grant in the terminal and reads a line as the answer.

        Requests are shown one at a time. Only what is typed after a question answers it; an answer
        that is not understood, the end of the input, or a program without a terminal declines.
        """
        from .terminal.prompts import ask_in_terminal

        return ask_in_terminal()


def check_handlers(handlers: object) -> None:
    """Refuses what an async client cannot use, before anything depends on it.

    A lambda may well return a coroutine, so it is believed; a plain `def` is refused, unless its
    annotation says that it returns something to await.

    Raises:
        InvalidArgumentError: they are no handlers, or one is a plain function.
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
    """Tells whether it is certainly a function that returns its answer instead of awaiting it."""
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
    said = returns if isinstance(returns, str) else repr(returns)
    return not any(word in said for word in ("Awaitable", "Coroutine", "Future"))
