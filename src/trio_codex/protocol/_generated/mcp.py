"""MCP server types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

__all__ = [
    "BlobResourceContent",
    "ListMcpServerStatusParams",
    "ListMcpServerStatusResponse",
    "McpAppDisplayMode",
    "McpAppUi",
    "McpAuthStatus",
    "McpResourceReadParams",
    "McpResourceReadResponse",
    "McpResourceReadTarget",
    "McpServerConnectionStatus",
    "McpServerEventNotification",
    "McpServerEventStreamNotification",
    "McpServerEventStreamStartParams",
    "McpServerEventStreamStartResponse",
    "McpServerEventStreamStopParams",
    "McpServerEventStreamStopResponse",
    "McpServerInfo",
    "McpServerOauthClientRegistration",
    "McpServerOauthLoginCompletedNotification",
    "McpServerOauthLoginParams",
    "McpServerOauthLoginResponse",
    "McpServerRefreshResponse",
    "McpServerStartupFailureReason",
    "McpServerStartupState",
    "McpServerStatus",
    "McpServerStatusDetail",
    "McpServerStatusUpdatedNotification",
    "McpServerToolCallParams",
    "McpServerToolCallResponse",
    "Resource",
    "ResourceContent",
    "ResourceTemplate",
    "TextResourceContent",
    "Tool",
]


class McpAppDisplayMode(OpenEnum):
    """An open enum, used by `McpAppUi`."""

    INLINE = "inline"
    FULLSCREEN = "fullscreen"


class McpAuthStatus(OpenEnum):
    """An open enum, used by `McpServerStatus`."""

    UNKNOWN = "unknown"
    UNSUPPORTED = "unsupported"
    NOT_LOGGED_IN = "notLoggedIn"
    BEARER_TOKEN = "bearerToken"
    O_AUTH = "oAuth"


class McpServerConnectionStatus(OpenEnum):
    """An open enum, used by `McpServerStatus`."""

    NOT_STARTED = "notStarted"
    STARTING = "starting"
    CONNECTED = "connected"
    AUTHENTICATION_REQUIRED = "authenticationRequired"
    FAILED = "failed"
    CANCELLED = "cancelled"
    DISABLED = "disabled"


class McpServerOauthClientRegistration(OpenEnum):
    """An open enum, used by `McpServerOauthLoginParams`."""

    AUTO = "auto"
    CIMD = "cimd"
    DCR = "dcr"


class McpServerStartupFailureReason(OpenEnum):
    """An open enum, used by `McpServerStatusUpdatedNotification`."""

    REAUTHENTICATION_REQUIRED = "reauthenticationRequired"


class McpServerStartupState(OpenEnum):
    """An open enum, used by `McpServerStatusUpdatedNotification`."""

    STARTING = "starting"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"


class McpServerStatusDetail(OpenEnum):
    """An open enum, used by `ListMcpServerStatusParams`."""

    FULL = "full"
    TOOLS_AND_AUTH_ONLY = "toolsAndAuthOnly"


class BlobResourceContent(WireModel):
    """One shape of `ResourceContent`, with the key `blob`."""

    blob: str = wire("blob")
    uri: str = wire("uri")
    meta: JsonValue = wire("_meta", default=None, untyped=True)
    mime_type: str | None = wire("mimeType", default=None)


class ListMcpServerStatusParams(WireModel):
    """Params of `mcpServerStatus/list`."""

    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    detail: McpServerStatusDetail | None | Omitted = wire("detail", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    server_name: str | None | Omitted = wire("serverName", default=OMITTED)
    thread_id: str | None | Omitted = wire("threadId", default=OMITTED)


class ListMcpServerStatusResponse(WireModel):
    """Result of `mcpServerStatus/list`."""

    data: list[McpServerStatus] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class McpAppUi(WireModel):
    """An object, used by `McpToolCallThreadItem`."""

    preferred_model_display_mode: McpAppDisplayMode = wire("preferredModelDisplayMode")
    resource_uri: str = wire("resourceUri")


class McpResourceReadParams(WireModel):
    """Params of `mcpServer/resource/read`."""

    server: str = wire("server")
    uri: str = wire("uri")
    connector_id: str | None | Omitted = wire("connectorId", default=OMITTED)
    origin_call_id: str | None | Omitted = wire("originCallId", default=OMITTED)
    target: McpResourceReadTarget | None | Omitted = wire("target", default=OMITTED)
    thread_id: str | None | Omitted = wire("threadId", default=OMITTED)


class McpResourceReadResponse(WireModel):
    """Result of `mcpServer/resource/read`."""

    contents: list[ResourceContent] = wire("contents")
    origin_call_id: str | None = wire("originCallId", default=None)


class McpResourceReadTarget(WireModel):
    """An object, used by `McpResourceReadParams`."""

    connector_id: str = wire("connectorId")
    link_id: str | None = wire("linkId")


class McpServerEventNotification(WireModel):
    """An object, used by `McpServerEventStreamNotification`."""

    method: str = wire("method")
    params: JsonValue = wire("params", untyped=True)


class McpServerEventStreamNotification(WireModel):
    """Payload of the `mcpServer/event/stream/notification` notification."""

    notification: McpServerEventNotification = wire("notification")
    subscription_id: str = wire("subscriptionId")


class McpServerEventStreamStartParams(WireModel):
    """Params of `mcpServer/event/stream/start`."""

    arguments: JsonValue = wire("arguments", untyped=True)
    name: str = wire("name")
    server: str = wire("server")
    subscription_id: str = wire("subscriptionId")
    thread_id: str = wire("threadId")
    meta: JsonValue | Omitted = wire("_meta", default=OMITTED, untyped=True)


class McpServerEventStreamStartResponse(WireModel):
    """Result of `mcpServer/event/stream/start`."""


class McpServerEventStreamStopParams(WireModel):
    """Params of `mcpServer/event/stream/stop`."""

    subscription_id: str = wire("subscriptionId")


class McpServerEventStreamStopResponse(WireModel):
    """Result of `mcpServer/event/stream/stop`."""


class McpServerInfo(WireModel):
    """An object, used by `McpServerStatus`."""

    name: str = wire("name")
    version: str = wire("version")
    description: str | None = wire("description", default=None)
    icons: list[JsonValue] | None = wire("icons", default=None, untyped=True)
    title: str | None = wire("title", default=None)
    website_url: str | None = wire("websiteUrl", default=None)


class McpServerOauthLoginCompletedNotification(WireModel):
    """Payload of the `mcpServer/oauthLogin/completed` notification."""

    name: str = wire("name")
    success: bool = wire("success")
    error: str | None = wire("error", default=None)
    login_id: str | None = wire("loginId", default=None)
    thread_id: str | None = wire("threadId", default=None)


class McpServerOauthLoginParams(WireModel):
    """Params of `mcpServer/oauth/login`."""

    name: str = wire("name")
    client_registration: McpServerOauthClientRegistration | None | Omitted = wire(
        "clientRegistration", default=OMITTED
    )
    scopes: list[str] | None | Omitted = wire("scopes", default=OMITTED)
    thread_id: str | None | Omitted = wire("threadId", default=OMITTED)
    timeout_secs: int | None | Omitted = wire("timeoutSecs", default=OMITTED, format="int64")


class McpServerOauthLoginResponse(WireModel):
    """Result of `mcpServer/oauth/login`."""

    authorization_url: str = wire("authorizationUrl", secret=True)
    login_id: str | None = wire("loginId", default=None)


class McpServerRefreshResponse(WireModel):
    """Result of `config/mcpServer/reload`."""


class McpServerStatus(WireModel):
    """An object, used by `ListMcpServerStatusResponse`."""

    auth_status: McpAuthStatus = wire("authStatus")
    name: str = wire("name")
    resource_templates: list[ResourceTemplate] = wire("resourceTemplates")
    resources: list[Resource] = wire("resources")
    tools: dict[str, Tool] = wire("tools")
    http_origin: str | None = wire("httpOrigin", default=None)
    plugin_id: str | None = wire("pluginId", default=None)
    runtime_status: McpServerConnectionStatus | None = wire("runtimeStatus", default=None)
    server_capabilities: JsonValue = wire("serverCapabilities", default=None, untyped=True)
    server_info: McpServerInfo | None = wire("serverInfo", default=None)
    tools_error: str | None = wire("toolsError", default=None)


class McpServerStatusUpdatedNotification(WireModel):
    """Payload of the `mcpServer/startupStatus/updated` notification."""

    name: str = wire("name")
    status: McpServerStartupState = wire("status")
    error: str | None = wire("error", default=None)
    failure_reason: McpServerStartupFailureReason | None = wire("failureReason", default=None)
    thread_id: str | None = wire("threadId", default=None)


class McpServerToolCallParams(WireModel):
    """Params of `mcpServer/tool/call`."""

    server: str = wire("server")
    thread_id: str = wire("threadId")
    tool: str = wire("tool")
    meta: JsonValue | Omitted = wire("_meta", default=OMITTED, untyped=True)
    arguments: JsonValue | Omitted = wire("arguments", default=OMITTED, untyped=True)


class McpServerToolCallResponse(WireModel):
    """Result of `mcpServer/tool/call`."""

    content: list[JsonValue] = wire("content", untyped=True)
    meta: JsonValue = wire("_meta", default=None, untyped=True)
    is_error: bool | None = wire("isError", default=None)
    structured_content: JsonValue = wire("structuredContent", default=None, untyped=True)


class Resource(WireModel):
    """An object, used by `McpServerStatus`."""

    name: str = wire("name")
    uri: str = wire("uri")
    meta: JsonValue = wire("_meta", default=None, untyped=True)
    annotations: JsonValue = wire("annotations", default=None, untyped=True)
    description: str | None = wire("description", default=None)
    icons: list[JsonValue] | None = wire("icons", default=None, untyped=True)
    mime_type: str | None = wire("mimeType", default=None)
    size: int | None = wire("size", default=None, format="int64")
    title: str | None = wire("title", default=None)


class ResourceTemplate(WireModel):
    """An object, used by `McpServerStatus`."""

    name: str = wire("name")
    uri_template: str = wire("uriTemplate")
    annotations: JsonValue = wire("annotations", default=None, untyped=True)
    description: str | None = wire("description", default=None)
    mime_type: str | None = wire("mimeType", default=None)
    title: str | None = wire("title", default=None)


class TextResourceContent(WireModel):
    """One shape of `ResourceContent`, with the key `text`."""

    text: str = wire("text")
    uri: str = wire("uri")
    meta: JsonValue = wire("_meta", default=None, untyped=True)
    mime_type: str | None = wire("mimeType", default=None)


class Tool(WireModel):
    """An object, used by `McpServerStatus`."""

    input_schema: JsonValue = wire("inputSchema", untyped=True)
    name: str = wire("name")
    meta: JsonValue = wire("_meta", default=None, untyped=True)
    annotations: JsonValue = wire("annotations", default=None, untyped=True)
    description: str | None = wire("description", default=None)
    icons: list[JsonValue] | None = wire("icons", default=None, untyped=True)
    output_schema: JsonValue = wire("outputSchema", default=None, untyped=True)
    title: str | None = wire("title", default=None)


ResourceContent: TypeAlias = TextResourceContent | BlobResourceContent | UnknownVariant
"""A union, used by `McpResourceReadResponse`."""
