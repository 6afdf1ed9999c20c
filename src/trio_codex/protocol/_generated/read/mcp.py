"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank, unknown
from .. import mcp as t

new_BlobResourceContent = blank(globals(), "BlobResourceContent")


def read_BlobResourceContent(v):
    o = new_BlobResourceContent()
    if type(x := v["blob"]) is not str:
        raise Unfit
    o.blob = x
    if type(x := v["uri"]) is not str:
        raise Unfit
    o.uri = x
    o.meta = v.get("_meta")
    if (x := v.get("mimeType")) is not None and type(x) is not str:
        raise Unfit
    o.mime_type = x
    o.__class__ = t.BlobResourceContent
    return o


new_ListMcpServerStatusResponse = blank(globals(), "ListMcpServerStatusResponse")


def read_ListMcpServerStatusResponse(v):
    o = new_ListMcpServerStatusResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_McpServerStatus(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ListMcpServerStatusResponse
    return o


read_McpAppDisplayMode = Members(t.McpAppDisplayMode).__getitem__
new_McpAppUi = blank(globals(), "McpAppUi")


def read_McpAppUi(v):
    o = new_McpAppUi()
    o.preferred_model_display_mode = read_McpAppDisplayMode(v["preferredModelDisplayMode"])
    if type(x := v["resourceUri"]) is not str:
        raise Unfit
    o.resource_uri = x
    o.__class__ = t.McpAppUi
    return o


read_McpAuthStatus = Members(t.McpAuthStatus).__getitem__
new_McpResourceReadResponse = blank(globals(), "McpResourceReadResponse")


def read_McpResourceReadResponse(v):
    o = new_McpResourceReadResponse()
    if type(x := v["contents"]) is not list:
        raise Unfit
    o.contents = [read_ResourceContent(y) for y in x]
    if (x := v.get("originCallId")) is not None and type(x) is not str:
        raise Unfit
    o.origin_call_id = x
    o.__class__ = t.McpResourceReadResponse
    return o


read_McpServerConnectionStatus = Members(t.McpServerConnectionStatus).__getitem__
new_McpServerEventNotification = blank(globals(), "McpServerEventNotification")


def read_McpServerEventNotification(v):
    o = new_McpServerEventNotification()
    if type(x := v["method"]) is not str:
        raise Unfit
    o.method = x
    o.params = v["params"]
    o.__class__ = t.McpServerEventNotification
    return o


new_McpServerEventStreamNotification = blank(globals(), "McpServerEventStreamNotification")


def read_McpServerEventStreamNotification(v):
    o = new_McpServerEventStreamNotification()
    o.notification = read_McpServerEventNotification(v["notification"])
    if type(x := v["subscriptionId"]) is not str:
        raise Unfit
    o.subscription_id = x
    o.__class__ = t.McpServerEventStreamNotification
    return o


new_McpServerEventStreamStartResponse = blank(globals(), "McpServerEventStreamStartResponse")


def read_McpServerEventStreamStartResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_McpServerEventStreamStartResponse()
    o.__class__ = t.McpServerEventStreamStartResponse
    return o


new_McpServerEventStreamStopResponse = blank(globals(), "McpServerEventStreamStopResponse")


def read_McpServerEventStreamStopResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_McpServerEventStreamStopResponse()
    o.__class__ = t.McpServerEventStreamStopResponse
    return o


new_McpServerInfo = blank(globals(), "McpServerInfo")


def read_McpServerInfo(v):
    o = new_McpServerInfo()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["version"]) is not str:
        raise Unfit
    o.version = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    x = v.get("icons")
    if x is not None:
        if type(x) is not list:
            raise Unfit
    o.icons = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    if (x := v.get("websiteUrl")) is not None and type(x) is not str:
        raise Unfit
    o.website_url = x
    o.__class__ = t.McpServerInfo
    return o


new_McpServerOauthLoginCompletedNotification = blank(
    globals(), "McpServerOauthLoginCompletedNotification"
)


def read_McpServerOauthLoginCompletedNotification(v):
    o = new_McpServerOauthLoginCompletedNotification()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["success"]) is not bool:
        raise Unfit
    o.success = x
    if (x := v.get("error")) is not None and type(x) is not str:
        raise Unfit
    o.error = x
    if (x := v.get("loginId")) is not None and type(x) is not str:
        raise Unfit
    o.login_id = x
    if (x := v.get("threadId")) is not None and type(x) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.McpServerOauthLoginCompletedNotification
    return o


new_McpServerOauthLoginResponse = blank(globals(), "McpServerOauthLoginResponse")


def read_McpServerOauthLoginResponse(v):
    o = new_McpServerOauthLoginResponse()
    if type(x := v["authorizationUrl"]) is not str:
        raise Unfit
    o.authorization_url = x
    if (x := v.get("loginId")) is not None and type(x) is not str:
        raise Unfit
    o.login_id = x
    o.__class__ = t.McpServerOauthLoginResponse
    return o


new_McpServerRefreshResponse = blank(globals(), "McpServerRefreshResponse")


def read_McpServerRefreshResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_McpServerRefreshResponse()
    o.__class__ = t.McpServerRefreshResponse
    return o


read_McpServerStartupFailureReason = Members(t.McpServerStartupFailureReason).__getitem__
read_McpServerStartupState = Members(t.McpServerStartupState).__getitem__
new_McpServerStatus = blank(globals(), "McpServerStatus")


def read_McpServerStatus(v):
    o = new_McpServerStatus()
    o.auth_status = read_McpAuthStatus(v["authStatus"])
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["resourceTemplates"]) is not list:
        raise Unfit
    o.resource_templates = [read_ResourceTemplate(y) for y in x]
    if type(x := v["resources"]) is not list:
        raise Unfit
    o.resources = [read_Resource(y) for y in x]
    if type(x := v["tools"]) is not dict:
        raise Unfit
    o.tools = {k: read_Tool(y) for k, y in x.items()}
    if (x := v.get("httpOrigin")) is not None and type(x) is not str:
        raise Unfit
    o.http_origin = x
    if (x := v.get("pluginId")) is not None and type(x) is not str:
        raise Unfit
    o.plugin_id = x
    o.runtime_status = (
        None if (x := v.get("runtimeStatus")) is None else read_McpServerConnectionStatus(x)
    )
    o.server_capabilities = v.get("serverCapabilities")
    o.server_info = None if (x := v.get("serverInfo")) is None else read_McpServerInfo(x)
    if (x := v.get("toolsError")) is not None and type(x) is not str:
        raise Unfit
    o.tools_error = x
    o.__class__ = t.McpServerStatus
    return o


new_McpServerStatusUpdatedNotification = blank(globals(), "McpServerStatusUpdatedNotification")


def read_McpServerStatusUpdatedNotification(v):
    o = new_McpServerStatusUpdatedNotification()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.status = read_McpServerStartupState(v["status"])
    if (x := v.get("error")) is not None and type(x) is not str:
        raise Unfit
    o.error = x
    o.failure_reason = (
        None if (x := v.get("failureReason")) is None else read_McpServerStartupFailureReason(x)
    )
    if (x := v.get("threadId")) is not None and type(x) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.McpServerStatusUpdatedNotification
    return o


new_McpServerToolCallResponse = blank(globals(), "McpServerToolCallResponse")


def read_McpServerToolCallResponse(v):
    o = new_McpServerToolCallResponse()
    if type(x := v["content"]) is not list:
        raise Unfit
    o.content = x
    o.meta = v.get("_meta")
    if (x := v.get("isError")) is not None and type(x) is not bool:
        raise Unfit
    o.is_error = x
    o.structured_content = v.get("structuredContent")
    o.__class__ = t.McpServerToolCallResponse
    return o


new_Resource = blank(globals(), "Resource")


def read_Resource(v):
    o = new_Resource()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["uri"]) is not str:
        raise Unfit
    o.uri = x
    o.meta = v.get("_meta")
    o.annotations = v.get("annotations")
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    x = v.get("icons")
    if x is not None:
        if type(x) is not list:
            raise Unfit
    o.icons = x
    if (x := v.get("mimeType")) is not None and type(x) is not str:
        raise Unfit
    o.mime_type = x
    if (x := v.get("size")) is not None and type(x) is not int:
        raise Unfit
    o.size = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.Resource
    return o


def read_ResourceContent(v):
    if type(v) is dict:
        if "text" in v:
            return read_TextResourceContent(v)
        if "blob" in v:
            return read_BlobResourceContent(v)
        return unknown(v)
    if type(v) is str:
        return unknown(v)
    raise Unfit


new_ResourceTemplate = blank(globals(), "ResourceTemplate")


def read_ResourceTemplate(v):
    o = new_ResourceTemplate()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["uriTemplate"]) is not str:
        raise Unfit
    o.uri_template = x
    o.annotations = v.get("annotations")
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("mimeType")) is not None and type(x) is not str:
        raise Unfit
    o.mime_type = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.ResourceTemplate
    return o


new_TextResourceContent = blank(globals(), "TextResourceContent")


def read_TextResourceContent(v):
    o = new_TextResourceContent()
    if type(x := v["text"]) is not str:
        raise Unfit
    o.text = x
    if type(x := v["uri"]) is not str:
        raise Unfit
    o.uri = x
    o.meta = v.get("_meta")
    if (x := v.get("mimeType")) is not None and type(x) is not str:
        raise Unfit
    o.mime_type = x
    o.__class__ = t.TextResourceContent
    return o


new_Tool = blank(globals(), "Tool")


def read_Tool(v):
    o = new_Tool()
    o.input_schema = v["inputSchema"]
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.meta = v.get("_meta")
    o.annotations = v.get("annotations")
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    x = v.get("icons")
    if x is not None:
        if type(x) is not list:
            raise Unfit
    o.icons = x
    o.output_schema = v.get("outputSchema")
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.Tool
    return o
