"""A Trio-native SDK for the Codex app-server.

Start with `AsyncCodex` in a Trio program and with `Codex` in a script or a notebook:

    async with AsyncCodex() as codex:
        thread = await codex.thread_start()
        result = await thread.run("Describe this project.")
        print(result.final_response)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._hints import resolvable
from ._version import __version__

if TYPE_CHECKING:
    from ._client.budget import budget
    from ._client.codex import AsyncCodex
    from ._client.command import AsyncCommandHandle, CommandResult
    from ._client.environment import AsyncEnvironment
    from ._client.findings import Finding
    from ._client.goal import AsyncGoalHandle, GoalResult
    from ._client.inputs import (
        ExternalMessage,
        ImageInput,
        Input,
        InputItem,
        LocalImageInput,
        MentionInput,
        RunInput,
        SkillInput,
        TextInput,
    )
    from ._client.login import AsyncChatgptLoginHandle, AsyncDeviceCodeLoginHandle
    from ._client.notification import Notification
    from ._client.plan import AsyncPlanHandle, PlanResult
    from ._client.policy import ApprovalMode, Sandbox
    from ._client.queue import AsyncQueuedTurn
    from ._client.result import TurnResult
    from ._client.retry import async_retry_on_overload, is_retryable_error, retry_on_overload
    from ._client.review import AsyncReviewHandle, ReviewResult
    from ._client.thread import AsyncThread
    from ._client.transcript import TranscriptEntry
    from ._client.turn import AsyncTurnHandle
    from ._config import AppServerConfig, CodexConfig
    from ._otel_export import OtelExport
    from ._requests.decisions import Decision
    from ._requests.handlers import ServerRequestHandlers
    from ._serving import find_daemon, listen
    from ._tools.tool import Tool, tool
    from ._transport.tokens import SharedSecret
    from .errors import (
        AppServerError,
        AppServerRpcError,
        BudgetExceededError,
        ClientClosedError,
        CodexError,
        CommandError,
        CommandOutputError,
        CommandTimeoutError,
        EnvironmentUnavailableError,
        EventBufferOverflowError,
        HandlerError,
        HandshakeError,
        InternalRpcError,
        InvalidArgumentError,
        InvalidParamsError,
        InvalidRequestError,
        JsonRpcError,
        MethodNotFoundError,
        OutcomeUnknownError,
        OutputValidationError,
        ParseError,
        ProtocolError,
        RetryLimitExceededError,
        RuntimeNotFoundError,
        RuntimeVersionError,
        ServerBusyError,
        TransportClosedError,
        TurnFailedError,
        TurnStalledError,
    )
    from .sync import (
        ChatgptLoginHandle,
        Codex,
        CommandHandle,
        DeviceCodeLoginHandle,
        Environment,
        GoalHandle,
        PlanHandle,
        QueuedTurn,
        ReviewHandle,
        Thread,
        TurnHandle,
    )

__all__ = [
    "AppServerConfig",
    "AppServerError",
    "AppServerRpcError",
    "ApprovalMode",
    "AsyncChatgptLoginHandle",
    "AsyncCodex",
    "AsyncCommandHandle",
    "AsyncDeviceCodeLoginHandle",
    "AsyncEnvironment",
    "AsyncGoalHandle",
    "AsyncPlanHandle",
    "AsyncQueuedTurn",
    "AsyncReviewHandle",
    "AsyncThread",
    "AsyncTurnHandle",
    "BudgetExceededError",
    "ChatgptLoginHandle",
    "ClientClosedError",
    "Codex",
    "CodexConfig",
    "CodexError",
    "CommandError",
    "CommandHandle",
    "CommandOutputError",
    "CommandResult",
    "CommandTimeoutError",
    "Decision",
    "DeviceCodeLoginHandle",
    "Environment",
    "EnvironmentUnavailableError",
    "EventBufferOverflowError",
    "ExternalMessage",
    "Finding",
    "GoalHandle",
    "GoalResult",
    "HandlerError",
    "HandshakeError",
    "ImageInput",
    "Input",
    "InputItem",
    "InternalRpcError",
    "InvalidArgumentError",
    "InvalidParamsError",
    "InvalidRequestError",
    "JsonRpcError",
    "LocalImageInput",
    "MentionInput",
    "MethodNotFoundError",
    "Notification",
    "OtelExport",
    "OutcomeUnknownError",
    "OutputValidationError",
    "ParseError",
    "PlanHandle",
    "PlanResult",
    "ProtocolError",
    "QueuedTurn",
    "RetryLimitExceededError",
    "ReviewHandle",
    "ReviewResult",
    "RunInput",
    "RuntimeNotFoundError",
    "RuntimeVersionError",
    "Sandbox",
    "ServerBusyError",
    "ServerRequestHandlers",
    "SharedSecret",
    "SkillInput",
    "TextInput",
    "Thread",
    "Tool",
    "TranscriptEntry",
    "TransportClosedError",
    "TurnFailedError",
    "TurnHandle",
    "TurnResult",
    "TurnStalledError",
    "__version__",
    "async_retry_on_overload",
    "budget",
    "find_daemon",
    "is_retryable_error",
    "listen",
    "retry_on_overload",
    "tool",
]

_HOMES = {
    "_client.budget": ("budget",),
    "_client.codex": ("AsyncCodex",),
    "_client.environment": ("AsyncEnvironment",),
    "_client.command": ("AsyncCommandHandle", "CommandResult"),
    "_requests.decisions": ("Decision",),
    "_requests.handlers": ("ServerRequestHandlers",),
    "_client.findings": ("Finding",),
    "_client.goal": ("AsyncGoalHandle", "GoalResult"),
    "_client.inputs": (
        "ExternalMessage",
        "ImageInput",
        "Input",
        "InputItem",
        "LocalImageInput",
        "MentionInput",
        "RunInput",
        "SkillInput",
        "TextInput",
    ),
    "_client.login": ("AsyncChatgptLoginHandle", "AsyncDeviceCodeLoginHandle"),
    "_client.notification": ("Notification",),
    "_client.plan": ("AsyncPlanHandle", "PlanResult"),
    "_client.policy": ("ApprovalMode", "Sandbox"),
    "_client.queue": ("AsyncQueuedTurn",),
    "_client.result": ("TurnResult",),
    "_client.review": ("AsyncReviewHandle", "ReviewResult"),
    "_client.retry": ("async_retry_on_overload", "is_retryable_error", "retry_on_overload"),
    "_client.thread": ("AsyncThread",),
    "_tools.tool": ("Tool", "tool"),
    "_serving": ("find_daemon", "listen"),
    "_transport.tokens": ("SharedSecret",),
    "_client.transcript": ("TranscriptEntry",),
    "_client.turn": ("AsyncTurnHandle",),
    "_config": ("AppServerConfig", "CodexConfig"),
    "_otel_export": ("OtelExport",),
    "sync": (
        "ChatgptLoginHandle",
        "Codex",
        "CommandHandle",
        "Environment",
        "DeviceCodeLoginHandle",
        "GoalHandle",
        "PlanHandle",
        "QueuedTurn",
        "ReviewHandle",
        "Thread",
        "TurnHandle",
    ),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}
_MODULES = ("aio", "client", "errors", "live", "protocol", "sync", "testing", "types")


def __getattr__(name: str) -> object:
    # Names are fetched when they are first used: a script should not wait for what it does not
    # touch, and the runtime can start while the rest is imported.
    from importlib import import_module

    if name in _MODULES:
        return import_module(f".{name}", __name__)
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f".{_HOME_OF.get(name, 'errors')}", __name__)
    value = getattr(module, name)
    resolvable(value)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, *_MODULES})
