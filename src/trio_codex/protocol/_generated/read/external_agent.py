"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank
from .. import external_agent as t

new_CommandMigration = blank(globals(), "CommandMigration")


def read_CommandMigration(v):
    o = new_CommandMigration()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.__class__ = t.CommandMigration
    return o


new_ExternalAgentConfigDetectResponse = blank(globals(), "ExternalAgentConfigDetectResponse")


def read_ExternalAgentConfigDetectResponse(v):
    o = new_ExternalAgentConfigDetectResponse()
    if type(x := v["items"]) is not list:
        raise Unfit
    o.items = [read_ExternalAgentConfigMigrationItem(y) for y in x]
    if "connectors" in v:
        if type(x := v["connectors"]) is not list:
            raise Unfit
        o.connectors = [read_ExternalAgentDetectedConnectorCandidate(y) for y in x]
    else:
        o.connectors = []
    o.__class__ = t.ExternalAgentConfigDetectResponse
    return o


new_ExternalAgentConfigImportCompletedNotification = blank(
    globals(), "ExternalAgentConfigImportCompletedNotification"
)


def read_ExternalAgentConfigImportCompletedNotification(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ExternalAgentConfigImportCompletedNotification()
    if (x := v.get("importId")) is not None and type(x) is not str:
        raise Unfit
    o.import_id = x
    x = v.get("itemTypeResults")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ExternalAgentConfigImportTypeResult(y) for y in x]
    o.item_type_results = x
    o.__class__ = t.ExternalAgentConfigImportCompletedNotification
    return o


new_ExternalAgentConfigImportHistoriesReadResponse = blank(
    globals(), "ExternalAgentConfigImportHistoriesReadResponse"
)


def read_ExternalAgentConfigImportHistoriesReadResponse(v):
    o = new_ExternalAgentConfigImportHistoriesReadResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_ExternalAgentConfigImportHistory(y) for y in x]
    x = v.get("connectors")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ExternalAgentImportedConnectorCandidate(y) for y in x]
    o.connectors = x
    o.__class__ = t.ExternalAgentConfigImportHistoriesReadResponse
    return o


new_ExternalAgentConfigImportHistory = blank(globals(), "ExternalAgentConfigImportHistory")


def read_ExternalAgentConfigImportHistory(v):
    o = new_ExternalAgentConfigImportHistory()
    if type(x := v["completedAtMs"]) is not int:
        raise Unfit
    o.completed_at_ms = x
    if type(x := v["failures"]) is not list:
        raise Unfit
    o.failures = [read_ExternalAgentConfigImportItemTypeFailure(y) for y in x]
    if type(x := v["importId"]) is not str:
        raise Unfit
    o.import_id = x
    if type(x := v["successes"]) is not list:
        raise Unfit
    o.successes = [read_ExternalAgentConfigImportItemTypeSuccess(y) for y in x]
    if (x := v.get("providerId")) is not None and type(x) is not str:
        raise Unfit
    o.provider_id = x
    o.__class__ = t.ExternalAgentConfigImportHistory
    return o


new_ExternalAgentConfigImportHistoryRecordResponse = blank(
    globals(), "ExternalAgentConfigImportHistoryRecordResponse"
)


def read_ExternalAgentConfigImportHistoryRecordResponse(v):
    o = new_ExternalAgentConfigImportHistoryRecordResponse()
    if type(x := v["importId"]) is not str:
        raise Unfit
    o.import_id = x
    o.__class__ = t.ExternalAgentConfigImportHistoryRecordResponse
    return o


new_ExternalAgentConfigImportItemTypeFailure = blank(
    globals(), "ExternalAgentConfigImportItemTypeFailure"
)


def read_ExternalAgentConfigImportItemTypeFailure(v):
    o = new_ExternalAgentConfigImportItemTypeFailure()
    if type(x := v["failureStage"]) is not str:
        raise Unfit
    o.failure_stage = x
    o.item_type = read_ExternalAgentConfigMigrationItemType(v["itemType"])
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    if (x := v.get("cwd")) is not None and type(x) is not str:
        raise Unfit
    o.cwd = x
    if (x := v.get("errorType")) is not None and type(x) is not str:
        raise Unfit
    o.error_type = x
    if (x := v.get("source")) is not None and type(x) is not str:
        raise Unfit
    o.source = x
    if (x := v.get("subErrorType")) is not None and type(x) is not str:
        raise Unfit
    o.sub_error_type = x
    o.__class__ = t.ExternalAgentConfigImportItemTypeFailure
    return o


new_ExternalAgentConfigImportItemTypeSuccess = blank(
    globals(), "ExternalAgentConfigImportItemTypeSuccess"
)


def read_ExternalAgentConfigImportItemTypeSuccess(v):
    o = new_ExternalAgentConfigImportItemTypeSuccess()
    o.item_type = read_ExternalAgentConfigMigrationItemType(v["itemType"])
    if (x := v.get("cwd")) is not None and type(x) is not str:
        raise Unfit
    o.cwd = x
    if (x := v.get("source")) is not None and type(x) is not str:
        raise Unfit
    o.source = x
    if (x := v.get("target")) is not None and type(x) is not str:
        raise Unfit
    o.target = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.ExternalAgentConfigImportItemTypeSuccess
    return o


new_ExternalAgentConfigImportProgressNotification = blank(
    globals(), "ExternalAgentConfigImportProgressNotification"
)


def read_ExternalAgentConfigImportProgressNotification(v):
    o = new_ExternalAgentConfigImportProgressNotification()
    if type(x := v["importId"]) is not str:
        raise Unfit
    o.import_id = x
    if type(x := v["itemTypeResults"]) is not list:
        raise Unfit
    o.item_type_results = [read_ExternalAgentConfigImportTypeResult(y) for y in x]
    o.__class__ = t.ExternalAgentConfigImportProgressNotification
    return o


new_ExternalAgentConfigImportResponse = blank(globals(), "ExternalAgentConfigImportResponse")


def read_ExternalAgentConfigImportResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ExternalAgentConfigImportResponse()
    if (x := v.get("importId")) is not None and type(x) is not str:
        raise Unfit
    o.import_id = x
    o.__class__ = t.ExternalAgentConfigImportResponse
    return o


new_ExternalAgentConfigImportTypeResult = blank(globals(), "ExternalAgentConfigImportTypeResult")


def read_ExternalAgentConfigImportTypeResult(v):
    o = new_ExternalAgentConfigImportTypeResult()
    if type(x := v["failures"]) is not list:
        raise Unfit
    o.failures = [read_ExternalAgentConfigImportItemTypeFailure(y) for y in x]
    o.item_type = read_ExternalAgentConfigMigrationItemType(v["itemType"])
    if type(x := v["successes"]) is not list:
        raise Unfit
    o.successes = [read_ExternalAgentConfigImportItemTypeSuccess(y) for y in x]
    o.__class__ = t.ExternalAgentConfigImportTypeResult
    return o


new_ExternalAgentConfigMigrationItem = blank(globals(), "ExternalAgentConfigMigrationItem")


def read_ExternalAgentConfigMigrationItem(v):
    o = new_ExternalAgentConfigMigrationItem()
    if type(x := v["description"]) is not str:
        raise Unfit
    o.description = x
    o.item_type = read_ExternalAgentConfigMigrationItemType(v["itemType"])
    if (x := v.get("cwd")) is not None and type(x) is not str:
        raise Unfit
    o.cwd = x
    o.details = None if (x := v.get("details")) is None else read_MigrationDetails(x)
    o.__class__ = t.ExternalAgentConfigMigrationItem
    return o


read_ExternalAgentConfigMigrationItemType = Members(
    t.ExternalAgentConfigMigrationItemType
).__getitem__
new_ExternalAgentDetectedConnectorCandidate = blank(
    globals(), "ExternalAgentDetectedConnectorCandidate"
)


def read_ExternalAgentDetectedConnectorCandidate(v):
    o = new_ExternalAgentDetectedConnectorCandidate()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["sessionCount"]) is not int:
        raise Unfit
    o.session_count = x
    o.source = read_ExternalAgentDetectedConnectorSource(v["source"])
    o.__class__ = t.ExternalAgentDetectedConnectorCandidate
    return o


read_ExternalAgentDetectedConnectorSource = Members(
    t.ExternalAgentDetectedConnectorSource
).__getitem__
new_ExternalAgentImportedConnectorCandidate = blank(
    globals(), "ExternalAgentImportedConnectorCandidate"
)


def read_ExternalAgentImportedConnectorCandidate(v):
    o = new_ExternalAgentImportedConnectorCandidate()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["sessionCount"]) is not int:
        raise Unfit
    o.session_count = x
    o.source = read_ExternalAgentImportedConnectorSource(v["source"])
    o.__class__ = t.ExternalAgentImportedConnectorCandidate
    return o


read_ExternalAgentImportedConnectorSource = Members(
    t.ExternalAgentImportedConnectorSource
).__getitem__
new_HookMigration = blank(globals(), "HookMigration")


def read_HookMigration(v):
    o = new_HookMigration()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.__class__ = t.HookMigration
    return o


new_McpServerMigration = blank(globals(), "McpServerMigration")


def read_McpServerMigration(v):
    o = new_McpServerMigration()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.__class__ = t.McpServerMigration
    return o


new_MigrationDetails = blank(globals(), "MigrationDetails")


def read_MigrationDetails(v):
    if type(v) is not dict:
        raise Unfit
    o = new_MigrationDetails()
    if "commands" in v:
        if type(x := v["commands"]) is not list:
            raise Unfit
        o.commands = [read_CommandMigration(y) for y in x]
    else:
        o.commands = []
    if "hooks" in v:
        if type(x := v["hooks"]) is not list:
            raise Unfit
        o.hooks = [read_HookMigration(y) for y in x]
    else:
        o.hooks = []
    if "mcpServers" in v:
        if type(x := v["mcpServers"]) is not list:
            raise Unfit
        o.mcp_servers = [read_McpServerMigration(y) for y in x]
    else:
        o.mcp_servers = []
    x = v.get("memory")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.memory = x
    if "plugins" in v:
        if type(x := v["plugins"]) is not list:
            raise Unfit
        o.plugins = [read_PluginsMigration(y) for y in x]
    else:
        o.plugins = []
    if "sessions" in v:
        if type(x := v["sessions"]) is not list:
            raise Unfit
        o.sessions = [read_SessionMigration(y) for y in x]
    else:
        o.sessions = []
    if "skills" in v:
        if type(x := v["skills"]) is not list:
            raise Unfit
        o.skills = [read_SkillMigration(y) for y in x]
    else:
        o.skills = []
    if "subagents" in v:
        if type(x := v["subagents"]) is not list:
            raise Unfit
        o.subagents = [read_SubagentMigration(y) for y in x]
    else:
        o.subagents = []
    o.__class__ = t.MigrationDetails
    return o


new_PluginsMigration = blank(globals(), "PluginsMigration")


def read_PluginsMigration(v):
    o = new_PluginsMigration()
    if type(x := v["marketplaceName"]) is not str:
        raise Unfit
    o.marketplace_name = x
    if type(x := v["pluginNames"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.plugin_names = x
    o.__class__ = t.PluginsMigration
    return o


new_SessionMigration = blank(globals(), "SessionMigration")


def read_SessionMigration(v):
    o = new_SessionMigration()
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.SessionMigration
    return o


new_SkillMigration = blank(globals(), "SkillMigration")


def read_SkillMigration(v):
    o = new_SkillMigration()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.__class__ = t.SkillMigration
    return o


new_SubagentMigration = blank(globals(), "SubagentMigration")


def read_SubagentMigration(v):
    o = new_SubagentMigration()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.__class__ = t.SubagentMigration
    return o
