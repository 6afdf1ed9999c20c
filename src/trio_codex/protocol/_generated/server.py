"""Server and session types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire

if TYPE_CHECKING:
    from .common import AbsolutePathBuf, TextRange

__all__ = [
    "ClientInfo",
    "ConfigWarningNotification",
    "CurrentTimeReadParams",
    "CurrentTimeReadResponse",
    "DeprecationNoticeNotification",
    "FeedbackUploadParams",
    "FeedbackUploadResponse",
    "InitializeCapabilities",
    "InitializeParams",
    "InitializeResponse",
    "MockExperimentalMethodParams",
    "MockExperimentalMethodResponse",
    "ServerDiagnosticsGauge",
    "ServerDiagnosticsParams",
    "ServerDiagnosticsProcess",
    "ServerDiagnosticsResponse",
    "WarningNotification",
    "WindowsSandboxImplementation",
    "WindowsSandboxReadiness",
    "WindowsSandboxReadinessResponse",
    "WindowsSandboxSetupCompletedNotification",
    "WindowsSandboxSetupMode",
    "WindowsSandboxSetupStartParams",
    "WindowsSandboxSetupStartResponse",
    "WindowsWorldWritableWarningNotification",
]


class WindowsSandboxImplementation(OpenEnum):
    """An open enum, used by `ConfigRequirements`."""

    ELEVATED = "elevated"
    UNELEVATED = "unelevated"
    MXC = "mxc"


class WindowsSandboxReadiness(OpenEnum):
    """An open enum, used by `WindowsSandboxReadinessResponse`."""

    READY = "ready"
    NOT_CONFIGURED = "notConfigured"
    UPDATE_REQUIRED = "updateRequired"


class WindowsSandboxSetupMode(OpenEnum):
    """An open enum, used by `WindowsSandboxSetupCompletedNotification` and 1 more."""

    ELEVATED = "elevated"
    UNELEVATED = "unelevated"


class ClientInfo(WireModel):
    """An object, used by `InitializeParams`."""

    name: str = wire("name")
    version: str = wire("version")
    title: str | None | Omitted = wire("title", default=OMITTED)


class ConfigWarningNotification(WireModel):
    """Payload of the `configWarning` notification."""

    summary: str = wire("summary")
    details: str | None = wire("details", default=None)
    path: str | None = wire("path", default=None)
    range: TextRange | None = wire("range", default=None)


class CurrentTimeReadParams(WireModel):
    """Params of the server request `currentTime/read`."""

    thread_id: str = wire("threadId")


class CurrentTimeReadResponse(WireModel):
    """Our answer to the server request `currentTime/read`."""

    current_time_at: int = wire("currentTimeAt", format="int64")


class DeprecationNoticeNotification(WireModel):
    """Payload of the `deprecationNotice` notification."""

    summary: str = wire("summary")
    details: str | None = wire("details", default=None)


class FeedbackUploadParams(WireModel):
    """Params of `feedback/upload`."""

    classification: str = wire("classification")
    extra_log_files: list[str] | None | Omitted = wire("extraLogFiles", default=OMITTED)
    include_logs: bool | Omitted = wire("includeLogs", default=OMITTED)
    reason: str | None | Omitted = wire("reason", default=OMITTED)
    tags: dict[str, str] | None | Omitted = wire("tags", default=OMITTED)
    thread_id: str | None | Omitted = wire("threadId", default=OMITTED)


class FeedbackUploadResponse(WireModel):
    """Result of `feedback/upload`."""

    thread_id: str = wire("threadId")
    prompt_hash: str | None = wire("promptHash", default=None)


class InitializeCapabilities(WireModel):
    """An object, used by `InitializeParams`."""

    experimental_api: bool | Omitted = wire("experimentalApi", default=OMITTED)
    explicit_gateway_oauth: bool | Omitted = wire("explicitGatewayOauth", default=OMITTED)
    extensions: dict[str, JsonValue] | None | Omitted = wire(
        "extensions", default=OMITTED, untyped=True
    )
    mcp_server_openai_form_elicitation: bool | Omitted = wire(
        "mcpServerOpenaiFormElicitation", default=OMITTED
    )
    opt_out_notification_methods: list[str] | None | Omitted = wire(
        "optOutNotificationMethods", default=OMITTED
    )
    request_attestation: bool | Omitted = wire("requestAttestation", default=OMITTED)


class InitializeParams(WireModel):
    """Params of `initialize`."""

    client_info: ClientInfo = wire("clientInfo")
    capabilities: InitializeCapabilities | None | Omitted = wire("capabilities", default=OMITTED)


class InitializeResponse(WireModel):
    """Result of `initialize`."""

    codex_home: AbsolutePathBuf = wire("codexHome")
    platform_family: str = wire("platformFamily")
    platform_os: str = wire("platformOs")
    user_agent: str = wire("userAgent")


class MockExperimentalMethodParams(WireModel):
    """Params of `mock/experimentalMethod`."""

    value: str | None | Omitted = wire("value", default=OMITTED)


class MockExperimentalMethodResponse(WireModel):
    """Result of `mock/experimentalMethod`."""

    echoed: str | None = wire("echoed", default=None)


class ServerDiagnosticsGauge(WireModel):
    """An object, used by `ServerDiagnosticsResponse`."""

    name: str = wire("name")
    value: int = wire("value", format="uint64")


class ServerDiagnosticsParams(WireModel):
    """Params of `server/diagnostics`."""


class ServerDiagnosticsProcess(WireModel):
    """An object, used by `ServerDiagnosticsResponse`."""

    id: int = wire("id", format="uint32")
    physical_footprint_bytes: int | None = wire(
        "physicalFootprintBytes", default=None, format="uint64"
    )
    resident_memory_bytes: int | None = wire("residentMemoryBytes", default=None, format="uint64")


class ServerDiagnosticsResponse(WireModel):
    """Result of `server/diagnostics`."""

    gauges: list[ServerDiagnosticsGauge] = wire("gauges")
    process: ServerDiagnosticsProcess = wire("process")


class WarningNotification(WireModel):
    """Payload of the `warning` notification."""

    message: str = wire("message")
    thread_id: str | None = wire("threadId", default=None)


class WindowsSandboxReadinessResponse(WireModel):
    """Result of `windowsSandbox/readiness`."""

    status: WindowsSandboxReadiness = wire("status")


class WindowsSandboxSetupCompletedNotification(WireModel):
    """Payload of the `windowsSandbox/setupCompleted` notification."""

    mode: WindowsSandboxSetupMode = wire("mode")
    success: bool = wire("success")
    error: str | None = wire("error", default=None)


class WindowsSandboxSetupStartParams(WireModel):
    """Params of `windowsSandbox/setupStart`."""

    mode: WindowsSandboxSetupMode = wire("mode")
    cwd: AbsolutePathBuf | None | Omitted = wire("cwd", default=OMITTED)


class WindowsSandboxSetupStartResponse(WireModel):
    """Result of `windowsSandbox/setupStart`."""

    started: bool = wire("started")


class WindowsWorldWritableWarningNotification(WireModel):
    """Payload of the `windows/worldWritableWarning` notification."""

    extra_count: int = wire("extraCount", format="uint")
    failed_scan: bool = wire("failedScan")
    sample_paths: list[str] = wire("samplePaths")
