"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_CommandMigration(v, e, known=frozenset({"name"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit


def check_ExternalAgentConfigDetectParams(
    v,
    e,
    known=frozenset(
        {"cwds", "includeHome", "maxSessionAgeDays", "maxSessions", "migrationSource", "source"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cwds")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if "includeHome" in v:
        x = v["includeHome"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("maxSessionAgeDays")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("maxSessions")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("migrationSource")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("source")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ExternalAgentConfigImportHistoryRecordParams(
    v, e, known=frozenset({"itemTypeResults", "providerId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["itemTypeResults"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_ExternalAgentConfigImportHistoryRecordTypeResultParams(x_, e)
    x = v["providerId"]
    if type(x) is not str:
        raise Unfit


def check_ExternalAgentConfigImportHistoryRecordSuccessParams(
    v, e, known=frozenset({"itemType", "cwd", "source", "target", "title"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["itemType"]
    check_ExternalAgentConfigMigrationItemType(x, e)
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("source")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("target")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("title")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ExternalAgentConfigImportHistoryRecordTypeResultParams(
    v, e, known=frozenset({"failures", "itemType", "successes"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["failures"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_ExternalAgentConfigImportItemTypeFailure(x_, e)
    x = v["itemType"]
    check_ExternalAgentConfigMigrationItemType(x, e)
    x = v["successes"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_ExternalAgentConfigImportHistoryRecordSuccessParams(x_, e)


def check_ExternalAgentConfigImportItemTypeFailure(
    v,
    e,
    known=frozenset(
        {"failureStage", "itemType", "message", "cwd", "errorType", "source", "subErrorType"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["failureStage"]
    if type(x) is not str:
        raise Unfit
    x = v["itemType"]
    check_ExternalAgentConfigMigrationItemType(x, e)
    x = v["message"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("errorType")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("source")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("subErrorType")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ExternalAgentConfigImportParams(
    v, e, known=frozenset({"migrationItems", "migrationSource", "providerId", "source"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["migrationItems"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_ExternalAgentConfigMigrationItem(x_, e)
    if (x := v.get("migrationSource")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("providerId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("source")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ExternalAgentConfigMigrationItem(
    v, e, known=frozenset({"description", "itemType", "cwd", "details"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["description"]
    if type(x) is not str:
        raise Unfit
    x = v["itemType"]
    check_ExternalAgentConfigMigrationItemType(x, e)
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("details")) is not None:
        check_MigrationDetails(x, e)


def check_ExternalAgentConfigMigrationItemType(
    v,
    e,
    values=frozenset(
        {
            "AGENTS_MD",
            "CONFIG",
            "SKILLS",
            "PLUGINS",
            "MCP_SERVER_CONFIG",
            "SUBAGENTS",
            "HOOKS",
            "COMMANDS",
            "MEMORY",
            "SESSIONS",
        }
    ),
):
    member(v, "ExternalAgentConfigMigrationItemType", values)


def check_HookMigration(v, e, known=frozenset({"name"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit


def check_McpServerMigration(v, e, known=frozenset({"name"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit


def check_MigrationDetails(
    v,
    e,
    known=frozenset(
        {"commands", "hooks", "mcpServers", "memory", "plugins", "sessions", "skills", "subagents"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if "commands" in v:
        x = v["commands"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_CommandMigration(x_, e)
    if "hooks" in v:
        x = v["hooks"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_HookMigration(x_, e)
    if "mcpServers" in v:
        x = v["mcpServers"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_McpServerMigration(x_, e)
    if (x := v.get("memory")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if "plugins" in v:
        x = v["plugins"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_PluginsMigration(x_, e)
    if "sessions" in v:
        x = v["sessions"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_SessionMigration(x_, e)
    if "skills" in v:
        x = v["skills"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_SkillMigration(x_, e)
    if "subagents" in v:
        x = v["subagents"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_SubagentMigration(x_, e)


def check_PluginsMigration(v, e, known=frozenset({"marketplaceName", "pluginNames"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["marketplaceName"]
    if type(x) is not str:
        raise Unfit
    x = v["pluginNames"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit


def check_SessionMigration(v, e, known=frozenset({"cwd", "path", "title"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["cwd"]
    if type(x) is not str:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("title")) is not None:
        if type(x) is not str:
            raise Unfit


def check_SkillMigration(v, e, known=frozenset({"name"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit


def check_SubagentMigration(v, e, known=frozenset({"name"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
