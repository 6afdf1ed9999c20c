"""External agent import types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire

__all__ = [
    "CommandMigration",
    "ExternalAgentConfigDetectParams",
    "ExternalAgentConfigDetectResponse",
    "ExternalAgentConfigImportCompletedNotification",
    "ExternalAgentConfigImportHistoriesReadResponse",
    "ExternalAgentConfigImportHistory",
    "ExternalAgentConfigImportHistoryRecordParams",
    "ExternalAgentConfigImportHistoryRecordResponse",
    "ExternalAgentConfigImportHistoryRecordSuccessParams",
    "ExternalAgentConfigImportHistoryRecordTypeResultParams",
    "ExternalAgentConfigImportItemTypeFailure",
    "ExternalAgentConfigImportItemTypeSuccess",
    "ExternalAgentConfigImportParams",
    "ExternalAgentConfigImportProgressNotification",
    "ExternalAgentConfigImportResponse",
    "ExternalAgentConfigImportTypeResult",
    "ExternalAgentConfigMigrationItem",
    "ExternalAgentConfigMigrationItemType",
    "ExternalAgentDetectedConnectorCandidate",
    "ExternalAgentDetectedConnectorSource",
    "ExternalAgentImportedConnectorCandidate",
    "ExternalAgentImportedConnectorSource",
    "HookMigration",
    "McpServerMigration",
    "MigrationDetails",
    "PluginsMigration",
    "SessionMigration",
    "SkillMigration",
    "SubagentMigration",
]


class ExternalAgentConfigMigrationItemType(OpenEnum):
    """An open enum, used by `ExternalAgentConfigImportHistoryRecordSuccessParams` and 5 more."""

    AGENTS_MD = "AGENTS_MD"
    CONFIG = "CONFIG"
    SKILLS = "SKILLS"
    PLUGINS = "PLUGINS"
    MCP_SERVER_CONFIG = "MCP_SERVER_CONFIG"
    SUBAGENTS = "SUBAGENTS"
    HOOKS = "HOOKS"
    COMMANDS = "COMMANDS"
    MEMORY = "MEMORY"
    SESSIONS = "SESSIONS"


class ExternalAgentDetectedConnectorSource(OpenEnum):
    """An open enum, used by `ExternalAgentDetectedConnectorCandidate`."""

    REMOTE_MCP_SERVERS_CONFIG = "remoteMcpServersConfig"
    SESSION_TOOL_USE = "sessionToolUse"


class ExternalAgentImportedConnectorSource(OpenEnum):
    """An open enum, used by `ExternalAgentImportedConnectorCandidate`."""

    REMOTE_MCP_SERVERS_CONFIG = "remoteMcpServersConfig"


class CommandMigration(WireModel):
    """An object, used by `MigrationDetails`."""

    name: str = wire("name")


class ExternalAgentConfigDetectParams(WireModel):
    """Params of `externalAgentConfig/detect`."""

    cwds: list[str] | None | Omitted = wire("cwds", default=OMITTED)
    include_home: bool | Omitted = wire("includeHome", default=OMITTED)
    max_session_age_days: int | None | Omitted = wire(
        "maxSessionAgeDays", default=OMITTED, format="uint32"
    )
    max_sessions: int | None | Omitted = wire("maxSessions", default=OMITTED, format="uint32")
    migration_source: str | None | Omitted = wire("migrationSource", default=OMITTED)
    source: str | None | Omitted = wire("source", default=OMITTED)


class ExternalAgentConfigDetectResponse(WireModel):
    """Result of `externalAgentConfig/detect`."""

    items: list[ExternalAgentConfigMigrationItem] = wire("items")
    connectors: list[ExternalAgentDetectedConnectorCandidate] = wire("connectors", factory=list)


class ExternalAgentConfigImportCompletedNotification(WireModel):
    """Payload of the `externalAgentConfig/import/completed` notification."""

    import_id: str | None = wire("importId", default=None)
    item_type_results: list[ExternalAgentConfigImportTypeResult] | None = wire(
        "itemTypeResults", default=None
    )


class ExternalAgentConfigImportHistoriesReadResponse(WireModel):
    """Result of `externalAgentConfig/import/readHistories`."""

    data: list[ExternalAgentConfigImportHistory] = wire("data")
    connectors: list[ExternalAgentImportedConnectorCandidate] | None = wire(
        "connectors", default=None
    )


class ExternalAgentConfigImportHistory(WireModel):
    """An object, used by `ExternalAgentConfigImportHistoriesReadResponse`."""

    completed_at_ms: int = wire("completedAtMs", format="int64")
    failures: list[ExternalAgentConfigImportItemTypeFailure] = wire("failures")
    import_id: str = wire("importId")
    successes: list[ExternalAgentConfigImportItemTypeSuccess] = wire("successes")
    provider_id: str | None = wire("providerId", default=None)


class ExternalAgentConfigImportHistoryRecordParams(WireModel):
    """Params of `externalAgentConfig/import/recordHistory`."""

    item_type_results: list[ExternalAgentConfigImportHistoryRecordTypeResultParams] = wire(
        "itemTypeResults"
    )
    provider_id: str = wire("providerId")


class ExternalAgentConfigImportHistoryRecordResponse(WireModel):
    """Result of `externalAgentConfig/import/recordHistory`."""

    import_id: str = wire("importId")


class ExternalAgentConfigImportHistoryRecordSuccessParams(WireModel):
    """An object, used by `ExternalAgentConfigImportHistoryRecordTypeResultParams`."""

    item_type: ExternalAgentConfigMigrationItemType = wire("itemType")
    cwd: str | None | Omitted = wire("cwd", default=OMITTED)
    source: str | None | Omitted = wire("source", default=OMITTED)
    target: str | None | Omitted = wire("target", default=OMITTED)
    title: str | None | Omitted = wire("title", default=OMITTED)


class ExternalAgentConfigImportHistoryRecordTypeResultParams(WireModel):
    """An object, used by `ExternalAgentConfigImportHistoryRecordParams`."""

    failures: list[ExternalAgentConfigImportItemTypeFailure] = wire("failures")
    item_type: ExternalAgentConfigMigrationItemType = wire("itemType")
    successes: list[ExternalAgentConfigImportHistoryRecordSuccessParams] = wire("successes")


class ExternalAgentConfigImportItemTypeFailure(WireModel):
    """An object, used by `ExternalAgentConfigImportHistory` and 2 more."""

    failure_stage: str = wire("failureStage")
    item_type: ExternalAgentConfigMigrationItemType = wire("itemType")
    message: str = wire("message")
    cwd: str | None = wire("cwd", default=None)
    error_type: str | None = wire("errorType", default=None)
    source: str | None = wire("source", default=None)
    sub_error_type: str | None = wire("subErrorType", default=None)


class ExternalAgentConfigImportItemTypeSuccess(WireModel):
    """An object, used by `ExternalAgentConfigImportHistory` and 1 more."""

    item_type: ExternalAgentConfigMigrationItemType = wire("itemType")
    cwd: str | None = wire("cwd", default=None)
    source: str | None = wire("source", default=None)
    target: str | None = wire("target", default=None)
    title: str | None = wire("title", default=None)


class ExternalAgentConfigImportParams(WireModel):
    """Params of `externalAgentConfig/import`."""

    migration_items: list[ExternalAgentConfigMigrationItem] = wire("migrationItems")
    migration_source: str | None | Omitted = wire("migrationSource", default=OMITTED)
    provider_id: str | None | Omitted = wire("providerId", default=OMITTED)
    source: str | None | Omitted = wire("source", default=OMITTED)


class ExternalAgentConfigImportProgressNotification(WireModel):
    """Payload of the `externalAgentConfig/import/progress` notification."""

    import_id: str = wire("importId")
    item_type_results: list[ExternalAgentConfigImportTypeResult] = wire("itemTypeResults")


class ExternalAgentConfigImportResponse(WireModel):
    """Result of `externalAgentConfig/import`."""

    import_id: str | None = wire("importId", default=None)


class ExternalAgentConfigImportTypeResult(WireModel):
    """An object, used by `ExternalAgentConfigImportCompletedNotification` and 1 more."""

    failures: list[ExternalAgentConfigImportItemTypeFailure] = wire("failures")
    item_type: ExternalAgentConfigMigrationItemType = wire("itemType")
    successes: list[ExternalAgentConfigImportItemTypeSuccess] = wire("successes")


class ExternalAgentConfigMigrationItem(WireModel):
    """An object, used by `ExternalAgentConfigDetectResponse` and 1 more."""

    description: str = wire("description")
    item_type: ExternalAgentConfigMigrationItemType = wire("itemType")
    cwd: str | None = wire("cwd", default=None)
    details: MigrationDetails | None = wire("details", default=None)


class ExternalAgentDetectedConnectorCandidate(WireModel):
    """An object, used by `ExternalAgentConfigDetectResponse`."""

    name: str = wire("name")
    session_count: int = wire("sessionCount", format="uint32")
    source: ExternalAgentDetectedConnectorSource = wire("source")


class ExternalAgentImportedConnectorCandidate(WireModel):
    """An object, used by `ExternalAgentConfigImportHistoriesReadResponse`."""

    name: str = wire("name")
    session_count: int = wire("sessionCount", format="uint32")
    source: ExternalAgentImportedConnectorSource = wire("source")


class HookMigration(WireModel):
    """An object, used by `MigrationDetails`."""

    name: str = wire("name")


class McpServerMigration(WireModel):
    """An object, used by `MigrationDetails`."""

    name: str = wire("name")


class MigrationDetails(WireModel):
    """An object, used by `ExternalAgentConfigMigrationItem`."""

    commands: list[CommandMigration] = wire("commands", factory=list)
    hooks: list[HookMigration] = wire("hooks", factory=list)
    mcp_servers: list[McpServerMigration] = wire("mcpServers", factory=list)
    memory: list[str] | None = wire("memory", default=None)
    plugins: list[PluginsMigration] = wire("plugins", factory=list)
    sessions: list[SessionMigration] = wire("sessions", factory=list)
    skills: list[SkillMigration] = wire("skills", factory=list)
    subagents: list[SubagentMigration] = wire("subagents", factory=list)


class PluginsMigration(WireModel):
    """An object, used by `MigrationDetails`."""

    marketplace_name: str = wire("marketplaceName")
    plugin_names: list[str] = wire("pluginNames")


class SessionMigration(WireModel):
    """An object, used by `MigrationDetails`."""

    cwd: str = wire("cwd")
    path: str = wire("path")
    title: str | None = wire("title", default=None)


class SkillMigration(WireModel):
    """An object, used by `MigrationDetails`."""

    name: str = wire("name")


class SubagentMigration(WireModel):
    """An object, used by `MigrationDetails`."""

    name: str = wire("name")
