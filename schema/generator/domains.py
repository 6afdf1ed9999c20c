"""Domains: the module that each definition is written to."""

from __future__ import annotations

from .ir import Definition, SchemaError
from .reach import references

__all__ = ["DOMAINS", "assign_domains"]

# Module -> what it holds, and the beginnings of the names that go there (the longest one decides).
DOMAINS: dict[str, tuple[str, tuple[str, ...]]] = {
    "account": (
        "Account, usage and rate limit",
        (
            "Account",
            "AddCredits",
            "AuthMode",
            "AuthRecovery",
            "Bedrock",
            "Aws",
            "ConsumeAccount",
            "CreditsSnapshot",
            "GatewayOAuth",
            "GetAccount",
            "GetWorkspace",
            "NullableGetAccount",
            "LogoutAccount",
            "PlanType",
            "RateLimit",
            "SendAddCredits",
            "SpendControl",
            "Workspace",
            "CyberAccessProgram",
        ),
    ),
    "login": (
        "Login",
        (
            "AccountLogin",
            "CancelLogin",
            "ChatgptAuthTokens",
            "LoginAccount",
            "LoginApp",
            "DesktopOnboarding",
            "UserVerification",
            "Attestation",
        ),
    ),
    "app": ("App and connector", ("App", "ConnectorMetadata", "InstalledApp", "Apps")),
    "approval": (
        "Approval",
        (
            "ApplyPatchApproval",
            "CommandExecutionApproval",
            "CommandExecutionRequestApproval",
            "ExecCommandApproval",
            "FileChangeApproval",
            "FileChangeRequestApproval",
            "PermissionsRequestApproval",
            "ReviewDecision",
            "ParsedCommand",
            "FileChange",
            "Guardian",
            "ItemGuardian",
            "AutoReviewDecision",
            "StrictReview",
            "NetworkApproval",
            "NetworkPolicy",
            "PermissionGrant",
            "RequestPermission",
            "GrantedPermission",
        ),
    ),
    "permission": (
        "Permission and sandbox",
        (
            "Additional",
            "ActivePermission",
            "ApprovalsReviewer",
            "AskForApproval",
            "FileSystem",
            "PermissionProfile",
            "Sandbox",
            "NetworkAccess",
        ),
    ),
    "command": (
        "Command and process",
        ("CommandExec", "Process", "TerminalInteraction"),
    ),
    "common": (
        "Shared",
        (
            "AbsolutePathBuf",
            "LegacyAppPathString",
            "PathUri",
            "SortDirection",
            "ByteRange",
            "RequestHeader",
            "Verbosity",
            "ReasoningEffort",
            "ReasoningSummary",
            "Personality",
            "ImageDetail",
            "Text",
        ),
    ),
    "config": (
        "Configuration",
        (
            "AllowDeny",
            "Analytics",
            "AutoCompact",
            "BrowserUse",
            "CliAuth",
            "ComputerUse",
            "Config",
            "Configuration",
            "Forced",
            "MergeStrategy",
            "Overridden",
            "Residency",
            "ToolsV2",
            "WebSearchContext",
            "WebSearchLocation",
            "WebSearchMode",
            "WebSearchTool",
            "WriteStatus",
            "ExperimentalFeature",
            "Settings",
            "ModelsRequirements",
            "NewThread",
            "InAppBrowser",
            "FeedbackRequirements",
            "AppsConfig",
            "AppsDefaultConfig",
            "AppConfig",
            "AppLinkConfig",
            "AppLinksConfig",
            "AppToolConfig",
            "AppToolsConfig",
            "AppToolApproval",
            "ApplicationRequirements",
            "ApplicationNetwork",
            "AutoReviewRequirements",
            "NetworkRequirements",
            "NetworkDomain",
            "NetworkUnix",
            "ManagedHooks",
            "ToolExposure",
        ),
    ),
    "environment": ("Environment", ("Environment", "CapabilityRoot", "SelectedCapability")),
    "external_agent": (
        "External agent import",
        (
            "ExternalAgent",
            "CommandMigration",
            "HookMigration",
            "McpServerMigration",
            "Migration",
            "PluginsMigration",
            "SessionMigration",
            "SkillMigration",
            "SubagentMigration",
        ),
    ),
    "fs": ("File system", ("Fs", "FuzzyFileSearch")),
    "hook": ("Hook", ("Hook", "Hooks", "ConfiguredHook")),
    "item": (
        "Thread item",
        (
            "AgentMessage",
            "Collab",
            "CommandAction",
            "CommandExecutionSource",
            "CommandExecutionStatus",
            "FileUpdateChange",
            "FileChangePatch",
            "ImageGeneration",
            "Item",
            "McpToolCall",
            "MemoryCitation",
            "MessagePhase",
            "PatchApply",
            "PatchChange",
            "SubAgentActivity",
            "ThreadItem",
            "UserInput",
            "WebSearchAction",
            "HookPrompt",
            "DynamicToolCallStatus",
            "TextElement",
        ),
    ),
    # Apart from the items, so that a client that shows text as it comes loads nothing else.
    "delta": (
        "Progress of an item",
        (
            "AgentMessageDelta",
            "CommandExecutionOutput",
            "FileChangeOutput",
            "McpToolCallProgress",
            "PlanDelta",
            "ReasoningText",
            "ReasoningSummaryPart",
            "ReasoningSummaryText",
        ),
    ),
    "response_item": (
        "Model response item",
        (
            "ContentItem",
            "FunctionCallOutput",
            "InternalChat",
            "LocalShell",
            "RawResponse",
            "ReasoningItem",
            "Response",
            "ResponsesApi",
            "AgentMessageInput",
        ),
    ),
    "marketplace": ("Marketplace", ("Marketplace",)),
    "mcp": (
        "MCP server",
        ("Mcp", "ListMcp", "Resource", "Tool"),
    ),
    "elicitation": ("MCP elicitation", ("McpElicitation", "McpServerElicitation")),
    "memory": ("Memory and rollout", ("Memory", "Rollout")),
    "model": ("Model", ("Model", "InputModality", "ReasoningEffortOption")),
    "plugin": ("Plugin", ("Plugin", "ScheduledTask")),
    "project": ("Project", ("Project",)),
    "realtime": (
        "Realtime",
        ("ThreadRealtime", "Realtime", "CodexResponseHandoff", "ConversationTextRole"),
    ),
    "remote_control": ("Remote control", ("RemoteControl", "NullableRemoteControl")),
    "review": ("Review", ("ReviewStart", "ReviewDelivery", "ReviewTarget")),
    "rpc": (
        "Message envelope",
        (
            "JSONRPC",
            "RequestId",
            "W3c",
            "ClientRequest",
            "ServerRequest",
            "ServerNotification",
            "ClientNotification",
        ),
    ),
    "server": (
        "Server and session",
        (
            "ClientInfo",
            "Initialize",
            "ServerDiagnostics",
            "ConfigWarning",
            "DeprecationNotice",
            "WarningNotification",
            "Feedback",
            "Mock",
            "CurrentTime",
            "Windows",
        ),
    ),
    "skill": ("Skill", ("Skill",)),
    "thread": (
        "Thread",
        ("Thread", "GitInfo", "SessionSource", "SubAgentSource", "AgentPath", "ContextCompacted"),
    ),
    "thread_state": (
        "Thread state",
        (
            "ThreadAttachment",
            "ThreadGoal",
            "ThreadQueue",
            "QueuedSubmission",
            "ThreadSection",
            "ThreadReadState",
            "ThreadUnread",
            "ThreadPrediction",
            "ThreadMemory",
            "ThreadMetadata",
            "ThreadSettings",
            "ThreadBackground",
            "ThreadProject",
            "ThreadTokenUsage",
            "ThreadUsage",
            "TokenUsage",
            "ThreadName",
            "ThreadSetName",
        ),
    ),
    "thread_history": (
        "Thread history",
        (
            "ThreadItems",
            "ThreadItemEntry",
            "ThreadTurns",
            "TurnsPage",
            "ThreadTimeline",
            "ThreadSearch",
            "ThreadInject",
            "ThreadRevert",
        ),
    ),
    "tool": (
        "Tool and user input",
        ("DynamicTool", "ToolRequestUserInput", "AsyncUserInput"),
    ),
    "turn": (
        "Turn",
        (
            "Turn",
            "CodexError",
            "ErrorNotification",
            "Collaboration",
            "ModeKind",
            "MultiAgent",
            "Misalignment",
            "NonSteerable",
        ),
    ),
}


def assign_domains(types: dict[str, Definition]) -> dict[str, str]:
    """Give each type its module.

    A definition no prefix fits goes where it is used, if that is one module only.

    Raises:
        SchemaError: Nothing says where a definition belongs.
    """
    origins = {definition.origin for definition in types.values()}
    placed = {origin: _by_prefix(origin) for origin in origins}
    users: dict[str, set[str]] = {}
    for definition in types.values():
        for ref in references(definition):
            users.setdefault(types[ref].origin if ref in types else ref, set()).add(
                definition.origin
            )
    for origin in sorted(origin for origin, domain in placed.items() if domain is None):
        homes = {placed[user] for user in users.get(origin, ()) if placed[user] is not None}
        placed[origin] = homes.pop() if len(homes) == 1 else None
    if homeless := sorted(origin for origin, domain in placed.items() if domain is None):
        raise SchemaError(f"no module is named for {', '.join(homeless)}")
    return {name: str(placed[definition.origin]) for name, definition in types.items()}


def _by_prefix(name: str) -> str | None:
    fits = [
        (len(prefix), domain)
        for domain, (_, prefixes) in DOMAINS.items()
        for prefix in prefixes
        if name.startswith(prefix)
    ]
    return max(fits)[1] if fits else None
