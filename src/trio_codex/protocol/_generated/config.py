"""Configuration types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .common import AbsolutePathBuf, ReasoningEffort, ReasoningSummary, RequestHeader, Verbosity
    from .hook import ConfiguredHookMatcherGroup
    from .permission import ApprovalsReviewer, AskForApproval, SandboxMode, SandboxWorkspaceWrite
    from .server import WindowsSandboxImplementation

__all__ = [
    "AllowDenyRequirement",
    "AnalyticsConfig",
    "AppConfig",
    "AppLinkConfig",
    "AppLinksConfig",
    "AppToolApproval",
    "AppToolConfig",
    "AppToolsConfig",
    "ApplicationNetworkRequirements",
    "ApplicationRequirements",
    "AppsConfig",
    "AppsDefaultConfig",
    "AutoCompactTokenLimitScope",
    "AutoReviewRequirements",
    "BrowserUseAccessApprovalLifetime",
    "BrowserUseConfig",
    "BrowserUseExtensionRequirements",
    "BrowserUseOriginPolicy",
    "BrowserUseOriginPolicyConfig",
    "BrowserUseRequirements",
    "CliAuthCredentialsStoreMode",
    "ComputerUseConfig",
    "ComputerUseMacosConfig",
    "ComputerUseMacosRequirements",
    "ComputerUseRequirements",
    "ComputerUseWindowsConfig",
    "ComputerUseWindowsExeConfig",
    "ComputerUseWindowsExeRequirement",
    "ComputerUseWindowsRequirements",
    "Config",
    "ConfigBatchWriteParams",
    "ConfigEdit",
    "ConfigLayer",
    "ConfigLayerMetadata",
    "ConfigLayerSource",
    "ConfigReadParams",
    "ConfigReadResponse",
    "ConfigRequirements",
    "ConfigRequirementsReadResponse",
    "ConfigValueWriteParams",
    "ConfigWriteResponse",
    "ConfigurationReasoning",
    "EnterpriseManagedConfigLayerSource",
    "ExperimentalFeature",
    "ExperimentalFeatureEnablementSetParams",
    "ExperimentalFeatureEnablementSetResponse",
    "ExperimentalFeatureListParams",
    "ExperimentalFeatureListResponse",
    "ExperimentalFeatureStage",
    "FeedbackRequirements",
    "ForcedChatgptWorkspaceIds",
    "ForcedLoginMethod",
    "InAppBrowserRequirements",
    "LegacyManagedConfigTomlFromFileConfigLayerSource",
    "LegacyManagedConfigTomlFromMdmConfigLayerSource",
    "ManagedHooksRequirements",
    "MdmConfigLayerSource",
    "MergeStrategy",
    "ModelsRequirements",
    "NetworkDomainPermission",
    "NetworkRequirements",
    "NetworkUnixSocketPermission",
    "NewThreadModelDefaults",
    "OverriddenMetadata",
    "PackagedDefaultsConfigLayerSource",
    "ProjectConfigLayerSource",
    "ResidencyRequirement",
    "SessionFlagsConfigLayerSource",
    "Settings",
    "SystemConfigLayerSource",
    "ToolExposureSurface",
    "ToolsV2",
    "UserConfigLayerSource",
    "WebSearchContextSize",
    "WebSearchLocation",
    "WebSearchMode",
    "WebSearchToolConfig",
    "WriteStatus",
]


class AllowDenyRequirement(OpenEnum):
    """An open enum, used by `BrowserUseOriginPolicy` and 9 more."""

    ALLOW = "allow"
    DENY = "deny"


class AppToolApproval(OpenEnum):
    """An open enum, used by `AppConfig` and 3 more."""

    AUTO = "auto"
    PROMPT = "prompt"
    WRITES = "writes"
    APPROVE = "approve"


class AutoCompactTokenLimitScope(OpenEnum):
    """An open enum, used by `Config`."""

    TOTAL = "total"
    BODY_AFTER_PREFIX = "body_after_prefix"


class BrowserUseAccessApprovalLifetime(OpenEnum):
    """An open enum, used by `BrowserUseOriginPolicy`."""

    TURN = "turn"
    THREAD = "thread"


class CliAuthCredentialsStoreMode(OpenEnum):
    """An open enum, used by `ConfigRequirements`."""

    FILE = "file"
    KEYRING = "keyring"
    AUTO = "auto"
    EPHEMERAL = "ephemeral"


class ExperimentalFeatureStage(OpenEnum):
    """An open enum, used by `ExperimentalFeature`."""

    BETA = "beta"
    UNDER_DEVELOPMENT = "underDevelopment"
    STABLE = "stable"
    DEPRECATED = "deprecated"
    REMOVED = "removed"


class ForcedLoginMethod(OpenEnum):
    """An open enum, used by `Config` and `ConfigRequirements`."""

    CHATGPT = "chatgpt"
    API = "api"


class MergeStrategy(OpenEnum):
    """An open enum, used by `ConfigEdit` and `ConfigValueWriteParams`."""

    REPLACE = "replace"
    UPSERT = "upsert"


class NetworkDomainPermission(OpenEnum):
    """An open enum, used by `ApplicationNetworkRequirements` and `NetworkRequirements`."""

    ALLOW = "allow"
    DENY = "deny"


class NetworkUnixSocketPermission(OpenEnum):
    """An open enum, used by `NetworkRequirements`."""

    ALLOW = "allow"
    DENY = "deny"


class ResidencyRequirement(OpenEnum):
    """An open enum, used by `ConfigRequirements`."""

    US = "us"


class ToolExposureSurface(OpenEnum):
    """An open enum, used by `AppConfig`."""

    CODE_MODE = "code_mode"
    DEFERRED = "deferred"
    DIRECT = "direct"


class WebSearchContextSize(OpenEnum):
    """An open enum, used by `WebSearchToolConfig`."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class WebSearchMode(OpenEnum):
    """An open enum, used by `Config` and `ConfigRequirements`."""

    DISABLED = "disabled"
    CACHED = "cached"
    INDEXED = "indexed"
    LIVE = "live"


class WriteStatus(OpenEnum):
    """An open enum, used by `ConfigWriteResponse`."""

    OK = "ok"
    OK_OVERRIDDEN = "okOverridden"


class AnalyticsConfig(WireModel):
    """An object, used by `Config`."""

    enabled: bool | None = wire("enabled", default=None)


class AppConfig(WireModel):
    """An object, not used by any method."""

    approvals_reviewer: ApprovalsReviewer | None = wire("approvals_reviewer", default=None)
    default_tools_approval_mode: AppToolApproval | None = wire(
        "default_tools_approval_mode", default=None
    )
    default_tools_enabled: bool | None = wire("default_tools_enabled", default=None)
    destructive_enabled: bool | None = wire("destructive_enabled", default=None)
    enabled: bool = wire("enabled", default=True)
    links: AppLinksConfig | None = wire("links", default=None, untyped=True)
    omit_tools_from: list[ToolExposureSurface] | None = wire("omit_tools_from", default=None)
    open_world_enabled: bool | None = wire("open_world_enabled", default=None)
    tools: AppToolsConfig | None = wire("tools", default=None, untyped=True)


class AppLinkConfig(WireModel):
    """An object, not used by any method."""

    approvals_reviewer: ApprovalsReviewer | None = wire("approvals_reviewer", default=None)
    default_tools_approval_mode: AppToolApproval | None = wire(
        "default_tools_approval_mode", default=None
    )


class AppToolConfig(WireModel):
    """An object, not used by any method."""

    approval_mode: AppToolApproval | None = wire("approval_mode", default=None)
    enabled: bool | None = wire("enabled", default=None)


class ApplicationNetworkRequirements(WireModel):
    """An object, used by `ApplicationRequirements`."""

    domains: dict[str, NetworkDomainPermission] = wire("domains")
    enabled: bool = wire("enabled")


class ApplicationRequirements(WireModel):
    """An object, used by `ConfigRequirements`."""

    network: ApplicationNetworkRequirements | None = wire("network", default=None)


class AppsConfig(WireModel):
    """An object, used by `Config`."""

    default: AppsDefaultConfig | None = wire("_default", default=None)


class AppsDefaultConfig(WireModel):
    """An object, used by `AppsConfig`."""

    approvals_reviewer: ApprovalsReviewer | None = wire("approvals_reviewer", default=None)
    default_tools_approval_mode: AppToolApproval | None = wire(
        "default_tools_approval_mode", default=None
    )
    destructive_enabled: bool = wire("destructive_enabled", default=True)
    enabled: bool = wire("enabled", default=True)
    open_world_enabled: bool = wire("open_world_enabled", default=True)


class AutoReviewRequirements(WireModel):
    """An object, used by `ConfigRequirements`."""

    ignore_rules: list[str] | None = wire("ignoreRules", default=None)
    required_on_models: list[str] | None = wire("requiredOnModels", default=None)


class BrowserUseConfig(WireModel):
    """An object, used by `Config`."""

    allow_history_access: bool | None = wire("allow_history_access", default=None)
    default_origin_policy: BrowserUseOriginPolicyConfig | None = wire(
        "default_origin_policy", default=None
    )
    origins: dict[str, BrowserUseOriginPolicyConfig] | None = wire("origins", default=None)


class BrowserUseExtensionRequirements(WireModel):
    """An object, used by `BrowserUseRequirements`."""

    request_headers: list[RequestHeader] | None = wire("requestHeaders", default=None, secret=True)


class BrowserUseOriginPolicy(WireModel):
    """An object, used by `BrowserUseRequirements`."""

    access: AllowDenyRequirement | None = wire("access", default=None)
    access_approval_lifetime: BrowserUseAccessApprovalLifetime | None = wire(
        "accessApprovalLifetime", default=None
    )
    auto_review: AllowDenyRequirement | None = wire("autoReview", default=None)
    downloads: AllowDenyRequirement | None = wire("downloads", default=None)
    full_cdp_access: AllowDenyRequirement | None = wire("fullCdpAccess", default=None)
    persistent_approval: bool | None = wire("persistentApproval", default=None)
    uploads: AllowDenyRequirement | None = wire("uploads", default=None)


class BrowserUseOriginPolicyConfig(WireModel):
    """An object, used by `BrowserUseConfig`."""

    access: AllowDenyRequirement | None = wire("access", default=None)
    downloads: AllowDenyRequirement | None = wire("downloads", default=None)
    full_cdp_access: AllowDenyRequirement | None = wire("full_cdp_access", default=None)
    uploads: AllowDenyRequirement | None = wire("uploads", default=None)


class BrowserUseRequirements(WireModel):
    """An object, used by `ConfigRequirements`."""

    allow_global_persistent_approval: bool | None = wire(
        "allowGlobalPersistentApproval", default=None
    )
    allow_history_access: bool | None = wire("allowHistoryAccess", default=None)
    allow_webmcp: bool | None = wire("allowWebmcp", default=None)
    default_origin_policy: BrowserUseOriginPolicy | None = wire("defaultOriginPolicy", default=None)
    disable_auto_review: bool | None = wire("disableAutoReview", default=None)
    extension: BrowserUseExtensionRequirements | None = wire("extension", default=None)
    origins: dict[str, BrowserUseOriginPolicy] | None = wire("origins", default=None)


class ComputerUseConfig(WireModel):
    """An object, used by `Config`."""

    default_app_access: AllowDenyRequirement | None = wire("default_app_access", default=None)
    macos: ComputerUseMacosConfig | None = wire("macos", default=None)
    windows: ComputerUseWindowsConfig | None = wire("windows", default=None)


class ComputerUseMacosConfig(WireModel):
    """An object, used by `ComputerUseConfig`."""

    bundle_ids: dict[str, AllowDenyRequirement] | None = wire("bundle_ids", default=None)


class ComputerUseMacosRequirements(WireModel):
    """An object, used by `ComputerUseRequirements`."""

    bundle_ids: dict[str, AllowDenyRequirement] | None = wire("bundleIds", default=None)


class ComputerUseRequirements(WireModel):
    """An object, used by `ConfigRequirements`."""

    allow_locked_computer_use: bool | None = wire("allowLockedComputerUse", default=None)
    allow_persistent_approval: bool | None = wire("allowPersistentApproval", default=None)
    default_app_access: AllowDenyRequirement | None = wire("defaultAppAccess", default=None)
    macos: ComputerUseMacosRequirements | None = wire("macos", default=None)
    windows: ComputerUseWindowsRequirements | None = wire("windows", default=None)


class ComputerUseWindowsConfig(WireModel):
    """An object, used by `ComputerUseConfig`."""

    aumids: dict[str, AllowDenyRequirement] | None = wire("aumids", default=None)
    exes: list[ComputerUseWindowsExeConfig] | None = wire("exes", default=None)


class ComputerUseWindowsExeConfig(WireModel):
    """An object, used by `ComputerUseWindowsConfig`."""

    access: AllowDenyRequirement = wire("access")
    product_name: str = wire("product_name")
    publisher_name: str = wire("publisher_name")
    binary_name: str | None = wire("binary_name", default=None)


class ComputerUseWindowsExeRequirement(WireModel):
    """An object, used by `ComputerUseWindowsRequirements`."""

    access: AllowDenyRequirement = wire("access")
    product_name: str = wire("productName")
    publisher_name: str = wire("publisherName")
    binary_name: str | None = wire("binaryName", default=None)


class ComputerUseWindowsRequirements(WireModel):
    """An object, used by `ComputerUseRequirements`."""

    aumids: dict[str, AllowDenyRequirement] | None = wire("aumids", default=None)
    exes: list[ComputerUseWindowsExeRequirement] | None = wire("exes", default=None)


class Config(WireModel):
    """An object, used by `ConfigReadResponse`."""

    analytics: AnalyticsConfig | None = wire("analytics", default=None)
    approval_policy: AskForApproval | None = wire("approval_policy", default=None)
    approvals_reviewer: ApprovalsReviewer | None = wire("approvals_reviewer", default=None)
    apps: AppsConfig | None = wire("apps", default=None, experimental=True)
    browser_use: BrowserUseConfig | None = wire("browser_use", default=None)
    compact_prompt: str | None = wire("compact_prompt", default=None)
    computer_use: ComputerUseConfig | None = wire("computer_use", default=None)
    desktop: dict[str, JsonValue] | None = wire("desktop", default=None, untyped=True)
    developer_instructions: str | None = wire("developer_instructions", default=None)
    forced_chatgpt_workspace_id: ForcedChatgptWorkspaceIds | None = wire(
        "forced_chatgpt_workspace_id", default=None
    )
    forced_login_method: ForcedLoginMethod | None = wire("forced_login_method", default=None)
    instructions: str | None = wire("instructions", default=None)
    model: str | None = wire("model", default=None)
    model_auto_compact_token_limit: int | None = wire(
        "model_auto_compact_token_limit", default=None, format="int64"
    )
    model_auto_compact_token_limit_scope: AutoCompactTokenLimitScope | None = wire(
        "model_auto_compact_token_limit_scope", default=None
    )
    model_context_window: int | None = wire("model_context_window", default=None, format="int64")
    model_provider: str | None = wire("model_provider", default=None)
    model_reasoning_effort: ReasoningEffort | None = wire("model_reasoning_effort", default=None)
    model_reasoning_summary: ReasoningSummary | None = wire("model_reasoning_summary", default=None)
    model_verbosity: Verbosity | None = wire("model_verbosity", default=None)
    review_model: str | None = wire("review_model", default=None)
    sandbox_mode: SandboxMode | None = wire("sandbox_mode", default=None)
    sandbox_workspace_write: SandboxWorkspaceWrite | None = wire(
        "sandbox_workspace_write", default=None
    )
    service_tier: str | None = wire("service_tier", default=None)
    tools: ToolsV2 | None = wire("tools", default=None)
    web_search: WebSearchMode | None = wire("web_search", default=None)


class ConfigBatchWriteParams(WireModel):
    """Params of `config/batchWrite`."""

    edits: list[ConfigEdit] = wire("edits")
    expected_version: str | None | Omitted = wire("expectedVersion", default=OMITTED)
    file_path: str | None | Omitted = wire("filePath", default=OMITTED)
    reload_user_config: bool | Omitted = wire("reloadUserConfig", default=OMITTED)


class ConfigEdit(WireModel):
    """An object, used by `ConfigBatchWriteParams`."""

    key_path: str = wire("keyPath")
    merge_strategy: MergeStrategy = wire("mergeStrategy")
    value: JsonValue = wire("value", secret=True, untyped=True)


class ConfigLayer(WireModel):
    """An object, used by `ConfigReadResponse`."""

    config: JsonValue = wire("config", untyped=True)
    name: ConfigLayerSource = wire("name")
    version: str = wire("version")
    disabled_reason: str | None = wire("disabledReason", default=None)


class ConfigLayerMetadata(WireModel):
    """An object, used by `ConfigReadResponse` and `OverriddenMetadata`."""

    name: ConfigLayerSource = wire("name")
    version: str = wire("version")


class ConfigReadParams(WireModel):
    """Params of `config/read`."""

    cwd: str | None | Omitted = wire("cwd", default=OMITTED)
    include_layers: bool | Omitted = wire("includeLayers", default=OMITTED)


class ConfigReadResponse(WireModel):
    """Result of `config/read`."""

    config: Config = wire("config")
    origins: dict[str, ConfigLayerMetadata] = wire("origins")
    layers: list[ConfigLayer] | None = wire("layers", default=None)


class ConfigRequirements(WireModel):
    """An object, used by `ConfigRequirementsReadResponse`."""

    additional_developer_instructions: str | None = wire(
        "additionalDeveloperInstructions", default=None
    )
    allow_appshots: bool | None = wire("allowAppshots", default=None)
    allow_browser_and_computer_use: bool | None = wire("allowBrowserAndComputerUse", default=None)
    allow_login_shell: bool | None = wire("allowLoginShell", default=None)
    allow_managed_hooks_only: bool | None = wire("allowManagedHooksOnly", default=None)
    allow_remote_control: bool | None = wire("allowRemoteControl", default=None)
    allowed_approval_policies: list[AskForApproval] | None = wire(
        "allowedApprovalPolicies", default=None
    )
    allowed_approvals_reviewers: list[ApprovalsReviewer] | None = wire(
        "allowedApprovalsReviewers", default=None, experimental=True
    )
    allowed_login_methods: list[ForcedLoginMethod] | None = wire(
        "allowedLoginMethods", default=None
    )
    allowed_permission_profiles: dict[str, bool] | None = wire(
        "allowedPermissionProfiles", default=None
    )
    allowed_sandbox_modes: list[SandboxMode] | None = wire("allowedSandboxModes", default=None)
    allowed_web_search_modes: list[WebSearchMode] | None = wire(
        "allowedWebSearchModes", default=None
    )
    allowed_windows_sandbox_implementations: list[WindowsSandboxImplementation] | None = wire(
        "allowedWindowsSandboxImplementations", default=None
    )
    application: ApplicationRequirements | None = wire(
        "application", default=None, experimental=True
    )
    auto_review: AutoReviewRequirements | None = wire("autoReview", default=None)
    browser_use: BrowserUseRequirements | None = wire("browserUse", default=None)
    chatgpt_base_url: str | None = wire("chatgptBaseUrl", default=None)
    check_for_update_on_startup: bool | None = wire("checkForUpdateOnStartup", default=None)
    cli_auth_credentials_store: CliAuthCredentialsStoreMode | None = wire(
        "cliAuthCredentialsStore", default=None
    )
    computer_use: ComputerUseRequirements | None = wire("computerUse", default=None)
    default_permissions: str | None = wire("defaultPermissions", default=None)
    enforce_residency: ResidencyRequirement | None = wire("enforceResidency", default=None)
    feature_requirements: dict[str, bool] | None = wire("featureRequirements", default=None)
    feedback: FeedbackRequirements | None = wire("feedback", default=None)
    hooks: ManagedHooksRequirements | None = wire("hooks", default=None, experimental=True)
    in_app_browser: InAppBrowserRequirements | None = wire("inAppBrowser", default=None)
    log_dir: str | None = wire("logDir", default=None)
    model_catalog_json: str | None = wire("modelCatalogJson", default=None)
    model_provider: str | None = wire("modelProvider", default=None)
    model_providers: dict[str, JsonValue] | None = wire(
        "modelProviders", default=None, untyped=True
    )
    models: ModelsRequirements | None = wire("models", default=None)
    network: NetworkRequirements | None = wire("network", default=None, experimental=True)
    sqlite_home: str | None = wire("sqliteHome", default=None)


class ConfigRequirementsReadResponse(WireModel):
    """Result of `configRequirements/read`."""

    requirements: ConfigRequirements | None = wire("requirements", default=None)
    supports_independent_speed_modes: bool | None = wire(
        "supportsIndependentSpeedModes", default=None
    )


class ConfigValueWriteParams(WireModel):
    """Params of `config/value/write`."""

    key_path: str = wire("keyPath")
    merge_strategy: MergeStrategy = wire("mergeStrategy")
    value: JsonValue = wire("value", secret=True, untyped=True)
    expected_version: str | None | Omitted = wire("expectedVersion", default=OMITTED)
    file_path: str | None | Omitted = wire("filePath", default=OMITTED)


class ConfigWriteResponse(WireModel):
    """Result of `config/batchWrite` and `config/value/write`."""

    file_path: AbsolutePathBuf = wire("filePath")
    status: WriteStatus = wire("status")
    version: str = wire("version")
    overridden_metadata: OverriddenMetadata | None = wire("overriddenMetadata", default=None)


class ConfigurationReasoning(WireModel):
    """An object, used by `ConfigurationUpdateResponseItem`."""

    effort: ReasoningEffort = wire("effort")


class EnterpriseManagedConfigLayerSource(WireModel):
    """One shape of `ConfigLayerSource`, tagged `enterpriseManaged`."""

    type: Literal["enterpriseManaged"] = wire("type", default="enterpriseManaged")
    id: str = wire("id")
    name: str = wire("name")


class ExperimentalFeature(WireModel):
    """An object, used by `ExperimentalFeatureListResponse`."""

    default_enabled: bool = wire("defaultEnabled")
    enabled: bool = wire("enabled")
    name: str = wire("name")
    stage: ExperimentalFeatureStage = wire("stage")
    announcement: str | None = wire("announcement", default=None)
    description: str | None = wire("description", default=None)
    display_name: str | None = wire("displayName", default=None)


class ExperimentalFeatureEnablementSetParams(WireModel):
    """Params of `experimentalFeature/enablement/set`."""

    enablement: dict[str, bool] = wire("enablement")


class ExperimentalFeatureEnablementSetResponse(WireModel):
    """Result of `experimentalFeature/enablement/set`."""

    enablement: dict[str, bool] = wire("enablement")


class ExperimentalFeatureListParams(WireModel):
    """Params of `experimentalFeature/list`."""

    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    thread_id: str | None | Omitted = wire("threadId", default=OMITTED)


class ExperimentalFeatureListResponse(WireModel):
    """Result of `experimentalFeature/list`."""

    data: list[ExperimentalFeature] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class FeedbackRequirements(WireModel):
    """An object, used by `ConfigRequirements`."""

    enabled: bool | None = wire("enabled", default=None)


class InAppBrowserRequirements(WireModel):
    """An object, used by `ConfigRequirements`."""

    allow_external_browser_settings_import: bool | None = wire(
        "allowExternalBrowserSettingsImport", default=None
    )


class LegacyManagedConfigTomlFromFileConfigLayerSource(WireModel):
    """One shape of `ConfigLayerSource`, tagged `legacyManagedConfigTomlFromFile`."""

    type: Literal["legacyManagedConfigTomlFromFile"] = wire(
        "type", default="legacyManagedConfigTomlFromFile"
    )
    file: AbsolutePathBuf = wire("file")


class LegacyManagedConfigTomlFromMdmConfigLayerSource(WireModel):
    """One shape of `ConfigLayerSource`, tagged `legacyManagedConfigTomlFromMdm`."""

    type: Literal["legacyManagedConfigTomlFromMdm"] = wire(
        "type", default="legacyManagedConfigTomlFromMdm"
    )


class ManagedHooksRequirements(WireModel):
    """An object, used by `ConfigRequirements`."""

    permission_request: list[ConfiguredHookMatcherGroup] = wire("PermissionRequest")
    post_compact: list[ConfiguredHookMatcherGroup] = wire("PostCompact")
    post_tool_use: list[ConfiguredHookMatcherGroup] = wire("PostToolUse")
    pre_compact: list[ConfiguredHookMatcherGroup] = wire("PreCompact")
    pre_tool_use: list[ConfiguredHookMatcherGroup] = wire("PreToolUse")
    session_start: list[ConfiguredHookMatcherGroup] = wire("SessionStart")
    stop: list[ConfiguredHookMatcherGroup] = wire("Stop")
    subagent_start: list[ConfiguredHookMatcherGroup] = wire("SubagentStart")
    subagent_stop: list[ConfiguredHookMatcherGroup] = wire("SubagentStop")
    user_prompt_submit: list[ConfiguredHookMatcherGroup] = wire("UserPromptSubmit")
    interrupt: list[ConfiguredHookMatcherGroup] = wire("Interrupt", factory=list)
    session_end: list[ConfiguredHookMatcherGroup] = wire("SessionEnd", factory=list)
    managed_dir: str | None = wire("managedDir", default=None)
    windows_managed_dir: str | None = wire("windowsManagedDir", default=None)


class MdmConfigLayerSource(WireModel):
    """One shape of `ConfigLayerSource`, tagged `mdm`."""

    type: Literal["mdm"] = wire("type", default="mdm")
    domain: str = wire("domain")
    key: str = wire("key")


class ModelsRequirements(WireModel):
    """An object, used by `ConfigRequirements`."""

    new_thread: NewThreadModelDefaults | None = wire("newThread", default=None)


class NetworkRequirements(WireModel):
    """An object, used by `ConfigRequirements`."""

    allow_local_binding: bool | None = wire("allowLocalBinding", default=None)
    allow_unix_sockets: list[str] | None = wire("allowUnixSockets", default=None)
    allow_upstream_proxy: bool | None = wire("allowUpstreamProxy", default=None)
    allowed_domains: list[str] | None = wire("allowedDomains", default=None)
    dangerously_allow_all_unix_sockets: bool | None = wire(
        "dangerouslyAllowAllUnixSockets", default=None
    )
    dangerously_allow_non_loopback_proxy: bool | None = wire(
        "dangerouslyAllowNonLoopbackProxy", default=None
    )
    denied_domains: list[str] | None = wire("deniedDomains", default=None)
    domains: dict[str, NetworkDomainPermission] | None = wire("domains", default=None)
    enabled: bool | None = wire("enabled", default=None)
    http_port: int | None = wire("httpPort", default=None, format="uint16")
    managed_allowed_domains_only: bool | None = wire("managedAllowedDomainsOnly", default=None)
    socks_port: int | None = wire("socksPort", default=None, format="uint16")
    unix_sockets: dict[str, NetworkUnixSocketPermission] | None = wire("unixSockets", default=None)


class NewThreadModelDefaults(WireModel):
    """An object, used by `ModelsRequirements`."""

    model: str | None = wire("model", default=None)
    model_reasoning_effort: ReasoningEffort | None = wire("modelReasoningEffort", default=None)
    service_tier: str | None = wire("serviceTier", default=None)


class OverriddenMetadata(WireModel):
    """An object, used by `ConfigWriteResponse`."""

    effective_value: JsonValue = wire("effectiveValue", untyped=True)
    message: str = wire("message")
    overriding_layer: ConfigLayerMetadata = wire("overridingLayer")


class PackagedDefaultsConfigLayerSource(WireModel):
    """One shape of `ConfigLayerSource`, tagged `packagedDefaults`."""

    type: Literal["packagedDefaults"] = wire("type", default="packagedDefaults")
    file: AbsolutePathBuf = wire("file")


class ProjectConfigLayerSource(WireModel):
    """One shape of `ConfigLayerSource`, tagged `project`."""

    type: Literal["project"] = wire("type", default="project")
    dot_codex_folder: AbsolutePathBuf = wire("dotCodexFolder")


class SessionFlagsConfigLayerSource(WireModel):
    """One shape of `ConfigLayerSource`, tagged `sessionFlags`."""

    type: Literal["sessionFlags"] = wire("type", default="sessionFlags")


class Settings(WireModel):
    """An object, used by `CollaborationMode`."""

    model: str = wire("model")
    developer_instructions: str | None = wire("developer_instructions", default=None)
    reasoning_effort: ReasoningEffort | None = wire("reasoning_effort", default=None)


class SystemConfigLayerSource(WireModel):
    """One shape of `ConfigLayerSource`, tagged `system`."""

    type: Literal["system"] = wire("type", default="system")
    file: AbsolutePathBuf = wire("file")


class ToolsV2(WireModel):
    """An object, used by `Config`."""

    web_search: WebSearchToolConfig | None = wire("web_search", default=None)


class UserConfigLayerSource(WireModel):
    """One shape of `ConfigLayerSource`, tagged `user`."""

    type: Literal["user"] = wire("type", default="user")
    file: AbsolutePathBuf = wire("file")
    profile: str | None = wire("profile", default=None)


class WebSearchLocation(WireModel):
    """An object, used by `WebSearchToolConfig`."""

    city: str | None = wire("city", default=None)
    country: str | None = wire("country", default=None)
    region: str | None = wire("region", default=None)
    timezone: str | None = wire("timezone", default=None)


class WebSearchToolConfig(WireModel):
    """An object, used by `ToolsV2`."""

    allowed_domains: list[str] | None = wire("allowed_domains", default=None)
    context_size: WebSearchContextSize | None = wire("context_size", default=None)
    location: WebSearchLocation | None = wire("location", default=None)


AppLinksConfig: TypeAlias = dict[str, JsonValue]
"""`dict[str, JsonValue]`, used by `AppConfig`."""

AppToolsConfig: TypeAlias = dict[str, JsonValue]
"""`dict[str, JsonValue]`, used by `AppConfig`."""

ConfigLayerSource: TypeAlias = (
    PackagedDefaultsConfigLayerSource
    | MdmConfigLayerSource
    | SystemConfigLayerSource
    | EnterpriseManagedConfigLayerSource
    | UserConfigLayerSource
    | ProjectConfigLayerSource
    | SessionFlagsConfigLayerSource
    | LegacyManagedConfigTomlFromFileConfigLayerSource
    | LegacyManagedConfigTomlFromMdmConfigLayerSource
    | UnknownVariant
)
"""A union, used by `ConfigLayer` and `ConfigLayerMetadata`."""

ForcedChatgptWorkspaceIds: TypeAlias = str | list[str] | UnknownVariant
"""A union, used by `Config`."""
