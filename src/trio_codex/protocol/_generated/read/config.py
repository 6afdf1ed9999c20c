"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, blank, later
from .. import config as t

read_ApprovalsReviewer = later(globals(), "permission", "read_ApprovalsReviewer")
read_AskForApproval = later(globals(), "permission", "read_AskForApproval")
read_ConfiguredHookMatcherGroup = later(globals(), "hook", "read_ConfiguredHookMatcherGroup")
read_ReasoningEffort = later(globals(), "common", "read_ReasoningEffort")
read_ReasoningSummary = later(globals(), "common", "read_ReasoningSummary")
read_RequestHeader = later(globals(), "common", "read_RequestHeader")
read_SandboxMode = later(globals(), "permission", "read_SandboxMode")
read_SandboxWorkspaceWrite = later(globals(), "permission", "read_SandboxWorkspaceWrite")
read_Verbosity = later(globals(), "common", "read_Verbosity")
read_WindowsSandboxImplementation = later(globals(), "server", "read_WindowsSandboxImplementation")
read_AllowDenyRequirement = Members(t.AllowDenyRequirement).__getitem__
new_AnalyticsConfig = blank(globals(), "AnalyticsConfig")


def read_AnalyticsConfig(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AnalyticsConfig()
    if (x := v.get("enabled")) is not None and type(x) is not bool:
        raise Unfit
    o.enabled = x
    o.__class__ = t.AnalyticsConfig
    return o


read_AppToolApproval = Members(t.AppToolApproval).__getitem__
new_ApplicationNetworkRequirements = blank(globals(), "ApplicationNetworkRequirements")


def read_ApplicationNetworkRequirements(v):
    o = new_ApplicationNetworkRequirements()
    if type(x := v["domains"]) is not dict:
        raise Unfit
    o.domains = {k: read_NetworkDomainPermission(y) for k, y in x.items()}
    if type(x := v["enabled"]) is not bool:
        raise Unfit
    o.enabled = x
    o.__class__ = t.ApplicationNetworkRequirements
    return o


new_ApplicationRequirements = blank(globals(), "ApplicationRequirements")


def read_ApplicationRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ApplicationRequirements()
    o.network = None if (x := v.get("network")) is None else read_ApplicationNetworkRequirements(x)
    o.__class__ = t.ApplicationRequirements
    return o


new_AppsConfig = blank(globals(), "AppsConfig")


def read_AppsConfig(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AppsConfig()
    o.default = None if (x := v.get("_default")) is None else read_AppsDefaultConfig(x)
    o.__class__ = t.AppsConfig
    return o


new_AppsDefaultConfig = blank(globals(), "AppsDefaultConfig")


def read_AppsDefaultConfig(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AppsDefaultConfig()
    o.approvals_reviewer = (
        None if (x := v.get("approvals_reviewer")) is None else read_ApprovalsReviewer(x)
    )
    o.default_tools_approval_mode = (
        None if (x := v.get("default_tools_approval_mode")) is None else read_AppToolApproval(x)
    )
    if "destructive_enabled" in v:
        if type(x := v["destructive_enabled"]) is not bool:
            raise Unfit
        o.destructive_enabled = x
    else:
        o.destructive_enabled = True
    if "enabled" in v:
        if type(x := v["enabled"]) is not bool:
            raise Unfit
        o.enabled = x
    else:
        o.enabled = True
    if "open_world_enabled" in v:
        if type(x := v["open_world_enabled"]) is not bool:
            raise Unfit
        o.open_world_enabled = x
    else:
        o.open_world_enabled = True
    o.__class__ = t.AppsDefaultConfig
    return o


read_AutoCompactTokenLimitScope = Members(t.AutoCompactTokenLimitScope).__getitem__
new_AutoReviewRequirements = blank(globals(), "AutoReviewRequirements")


def read_AutoReviewRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AutoReviewRequirements()
    x = v.get("ignoreRules")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.ignore_rules = x
    x = v.get("requiredOnModels")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.required_on_models = x
    o.__class__ = t.AutoReviewRequirements
    return o


read_BrowserUseAccessApprovalLifetime = Members(t.BrowserUseAccessApprovalLifetime).__getitem__
new_BrowserUseConfig = blank(globals(), "BrowserUseConfig")


def read_BrowserUseConfig(v):
    if type(v) is not dict:
        raise Unfit
    o = new_BrowserUseConfig()
    if (x := v.get("allow_history_access")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_history_access = x
    o.default_origin_policy = (
        None
        if (x := v.get("default_origin_policy")) is None
        else read_BrowserUseOriginPolicyConfig(x)
    )
    x = v.get("origins")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        x = {k: read_BrowserUseOriginPolicyConfig(y) for k, y in x.items()}
    o.origins = x
    o.__class__ = t.BrowserUseConfig
    return o


new_BrowserUseExtensionRequirements = blank(globals(), "BrowserUseExtensionRequirements")


def read_BrowserUseExtensionRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_BrowserUseExtensionRequirements()
    x = v.get("requestHeaders")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_RequestHeader(y) for y in x]
    o.request_headers = x
    o.__class__ = t.BrowserUseExtensionRequirements
    return o


new_BrowserUseOriginPolicy = blank(globals(), "BrowserUseOriginPolicy")


def read_BrowserUseOriginPolicy(v):
    if type(v) is not dict:
        raise Unfit
    o = new_BrowserUseOriginPolicy()
    o.access = None if (x := v.get("access")) is None else read_AllowDenyRequirement(x)
    o.access_approval_lifetime = (
        None
        if (x := v.get("accessApprovalLifetime")) is None
        else read_BrowserUseAccessApprovalLifetime(x)
    )
    o.auto_review = None if (x := v.get("autoReview")) is None else read_AllowDenyRequirement(x)
    o.downloads = None if (x := v.get("downloads")) is None else read_AllowDenyRequirement(x)
    o.full_cdp_access = (
        None if (x := v.get("fullCdpAccess")) is None else read_AllowDenyRequirement(x)
    )
    if (x := v.get("persistentApproval")) is not None and type(x) is not bool:
        raise Unfit
    o.persistent_approval = x
    o.uploads = None if (x := v.get("uploads")) is None else read_AllowDenyRequirement(x)
    o.__class__ = t.BrowserUseOriginPolicy
    return o


new_BrowserUseOriginPolicyConfig = blank(globals(), "BrowserUseOriginPolicyConfig")


def read_BrowserUseOriginPolicyConfig(v):
    if type(v) is not dict:
        raise Unfit
    o = new_BrowserUseOriginPolicyConfig()
    o.access = None if (x := v.get("access")) is None else read_AllowDenyRequirement(x)
    o.downloads = None if (x := v.get("downloads")) is None else read_AllowDenyRequirement(x)
    o.full_cdp_access = (
        None if (x := v.get("full_cdp_access")) is None else read_AllowDenyRequirement(x)
    )
    o.uploads = None if (x := v.get("uploads")) is None else read_AllowDenyRequirement(x)
    o.__class__ = t.BrowserUseOriginPolicyConfig
    return o


new_BrowserUseRequirements = blank(globals(), "BrowserUseRequirements")


def read_BrowserUseRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_BrowserUseRequirements()
    if (x := v.get("allowGlobalPersistentApproval")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_global_persistent_approval = x
    if (x := v.get("allowHistoryAccess")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_history_access = x
    if (x := v.get("allowWebmcp")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_webmcp = x
    o.default_origin_policy = (
        None if (x := v.get("defaultOriginPolicy")) is None else read_BrowserUseOriginPolicy(x)
    )
    if (x := v.get("disableAutoReview")) is not None and type(x) is not bool:
        raise Unfit
    o.disable_auto_review = x
    o.extension = (
        None if (x := v.get("extension")) is None else read_BrowserUseExtensionRequirements(x)
    )
    x = v.get("origins")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        x = {k: read_BrowserUseOriginPolicy(y) for k, y in x.items()}
    o.origins = x
    o.__class__ = t.BrowserUseRequirements
    return o


read_CliAuthCredentialsStoreMode = Members(t.CliAuthCredentialsStoreMode).__getitem__
new_ComputerUseConfig = blank(globals(), "ComputerUseConfig")


def read_ComputerUseConfig(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ComputerUseConfig()
    o.default_app_access = (
        None if (x := v.get("default_app_access")) is None else read_AllowDenyRequirement(x)
    )
    o.macos = None if (x := v.get("macos")) is None else read_ComputerUseMacosConfig(x)
    o.windows = None if (x := v.get("windows")) is None else read_ComputerUseWindowsConfig(x)
    o.__class__ = t.ComputerUseConfig
    return o


new_ComputerUseMacosConfig = blank(globals(), "ComputerUseMacosConfig")


def read_ComputerUseMacosConfig(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ComputerUseMacosConfig()
    x = v.get("bundle_ids")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        x = {k: read_AllowDenyRequirement(y) for k, y in x.items()}
    o.bundle_ids = x
    o.__class__ = t.ComputerUseMacosConfig
    return o


new_ComputerUseMacosRequirements = blank(globals(), "ComputerUseMacosRequirements")


def read_ComputerUseMacosRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ComputerUseMacosRequirements()
    x = v.get("bundleIds")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        x = {k: read_AllowDenyRequirement(y) for k, y in x.items()}
    o.bundle_ids = x
    o.__class__ = t.ComputerUseMacosRequirements
    return o


new_ComputerUseRequirements = blank(globals(), "ComputerUseRequirements")


def read_ComputerUseRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ComputerUseRequirements()
    if (x := v.get("allowLockedComputerUse")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_locked_computer_use = x
    if (x := v.get("allowPersistentApproval")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_persistent_approval = x
    o.default_app_access = (
        None if (x := v.get("defaultAppAccess")) is None else read_AllowDenyRequirement(x)
    )
    o.macos = None if (x := v.get("macos")) is None else read_ComputerUseMacosRequirements(x)
    o.windows = None if (x := v.get("windows")) is None else read_ComputerUseWindowsRequirements(x)
    o.__class__ = t.ComputerUseRequirements
    return o


new_ComputerUseWindowsConfig = blank(globals(), "ComputerUseWindowsConfig")


def read_ComputerUseWindowsConfig(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ComputerUseWindowsConfig()
    x = v.get("aumids")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        x = {k: read_AllowDenyRequirement(y) for k, y in x.items()}
    o.aumids = x
    x = v.get("exes")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ComputerUseWindowsExeConfig(y) for y in x]
    o.exes = x
    o.__class__ = t.ComputerUseWindowsConfig
    return o


new_ComputerUseWindowsExeConfig = blank(globals(), "ComputerUseWindowsExeConfig")


def read_ComputerUseWindowsExeConfig(v):
    o = new_ComputerUseWindowsExeConfig()
    o.access = read_AllowDenyRequirement(v["access"])
    if type(x := v["product_name"]) is not str:
        raise Unfit
    o.product_name = x
    if type(x := v["publisher_name"]) is not str:
        raise Unfit
    o.publisher_name = x
    if (x := v.get("binary_name")) is not None and type(x) is not str:
        raise Unfit
    o.binary_name = x
    o.__class__ = t.ComputerUseWindowsExeConfig
    return o


new_ComputerUseWindowsExeRequirement = blank(globals(), "ComputerUseWindowsExeRequirement")


def read_ComputerUseWindowsExeRequirement(v):
    o = new_ComputerUseWindowsExeRequirement()
    o.access = read_AllowDenyRequirement(v["access"])
    if type(x := v["productName"]) is not str:
        raise Unfit
    o.product_name = x
    if type(x := v["publisherName"]) is not str:
        raise Unfit
    o.publisher_name = x
    if (x := v.get("binaryName")) is not None and type(x) is not str:
        raise Unfit
    o.binary_name = x
    o.__class__ = t.ComputerUseWindowsExeRequirement
    return o


new_ComputerUseWindowsRequirements = blank(globals(), "ComputerUseWindowsRequirements")


def read_ComputerUseWindowsRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ComputerUseWindowsRequirements()
    x = v.get("aumids")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        x = {k: read_AllowDenyRequirement(y) for k, y in x.items()}
    o.aumids = x
    x = v.get("exes")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ComputerUseWindowsExeRequirement(y) for y in x]
    o.exes = x
    o.__class__ = t.ComputerUseWindowsRequirements
    return o


new_Config = blank(globals(), "Config")


def read_Config(v):
    if type(v) is not dict:
        raise Unfit
    o = new_Config()
    o.analytics = None if (x := v.get("analytics")) is None else read_AnalyticsConfig(x)
    o.approval_policy = None if (x := v.get("approval_policy")) is None else read_AskForApproval(x)
    o.approvals_reviewer = (
        None if (x := v.get("approvals_reviewer")) is None else read_ApprovalsReviewer(x)
    )
    o.apps = None if (x := v.get("apps")) is None else read_AppsConfig(x)
    o.browser_use = None if (x := v.get("browser_use")) is None else read_BrowserUseConfig(x)
    if (x := v.get("compact_prompt")) is not None and type(x) is not str:
        raise Unfit
    o.compact_prompt = x
    o.computer_use = None if (x := v.get("computer_use")) is None else read_ComputerUseConfig(x)
    x = v.get("desktop")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
    o.desktop = x
    if (x := v.get("developer_instructions")) is not None and type(x) is not str:
        raise Unfit
    o.developer_instructions = x
    o.forced_chatgpt_workspace_id = (
        None
        if (x := v.get("forced_chatgpt_workspace_id")) is None
        else read_ForcedChatgptWorkspaceIds(x)
    )
    o.forced_login_method = (
        None if (x := v.get("forced_login_method")) is None else read_ForcedLoginMethod(x)
    )
    if (x := v.get("instructions")) is not None and type(x) is not str:
        raise Unfit
    o.instructions = x
    if (x := v.get("model")) is not None and type(x) is not str:
        raise Unfit
    o.model = x
    if (x := v.get("model_auto_compact_token_limit")) is not None and type(x) is not int:
        raise Unfit
    o.model_auto_compact_token_limit = x
    o.model_auto_compact_token_limit_scope = (
        None
        if (x := v.get("model_auto_compact_token_limit_scope")) is None
        else read_AutoCompactTokenLimitScope(x)
    )
    if (x := v.get("model_context_window")) is not None and type(x) is not int:
        raise Unfit
    o.model_context_window = x
    if (x := v.get("model_provider")) is not None and type(x) is not str:
        raise Unfit
    o.model_provider = x
    o.model_reasoning_effort = (
        None if (x := v.get("model_reasoning_effort")) is None else read_ReasoningEffort(x)
    )
    o.model_reasoning_summary = (
        None if (x := v.get("model_reasoning_summary")) is None else read_ReasoningSummary(x)
    )
    o.model_verbosity = None if (x := v.get("model_verbosity")) is None else read_Verbosity(x)
    if (x := v.get("review_model")) is not None and type(x) is not str:
        raise Unfit
    o.review_model = x
    o.sandbox_mode = None if (x := v.get("sandbox_mode")) is None else read_SandboxMode(x)
    o.sandbox_workspace_write = (
        None if (x := v.get("sandbox_workspace_write")) is None else read_SandboxWorkspaceWrite(x)
    )
    if (x := v.get("service_tier")) is not None and type(x) is not str:
        raise Unfit
    o.service_tier = x
    o.tools = None if (x := v.get("tools")) is None else read_ToolsV2(x)
    o.web_search = None if (x := v.get("web_search")) is None else read_WebSearchMode(x)
    o.__class__ = t.Config
    return o


new_ConfigLayer = blank(globals(), "ConfigLayer")


def read_ConfigLayer(v):
    o = new_ConfigLayer()
    o.config = v["config"]
    x = v["name"]
    o.name = by_tag_ConfigLayerSource[x["type"]](x)
    if type(x := v["version"]) is not str:
        raise Unfit
    o.version = x
    if (x := v.get("disabledReason")) is not None and type(x) is not str:
        raise Unfit
    o.disabled_reason = x
    o.__class__ = t.ConfigLayer
    return o


new_ConfigLayerMetadata = blank(globals(), "ConfigLayerMetadata")


def read_ConfigLayerMetadata(v):
    o = new_ConfigLayerMetadata()
    x = v["name"]
    o.name = by_tag_ConfigLayerSource[x["type"]](x)
    if type(x := v["version"]) is not str:
        raise Unfit
    o.version = x
    o.__class__ = t.ConfigLayerMetadata
    return o


def read_ConfigLayerSource(v):
    return by_tag_ConfigLayerSource[v["type"]](v)


new_ConfigReadResponse = blank(globals(), "ConfigReadResponse")


def read_ConfigReadResponse(v):
    o = new_ConfigReadResponse()
    o.config = read_Config(v["config"])
    if type(x := v["origins"]) is not dict:
        raise Unfit
    o.origins = {k: read_ConfigLayerMetadata(y) for k, y in x.items()}
    x = v.get("layers")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ConfigLayer(y) for y in x]
    o.layers = x
    o.__class__ = t.ConfigReadResponse
    return o


new_ConfigRequirements = blank(globals(), "ConfigRequirements")


def read_ConfigRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ConfigRequirements()
    if (x := v.get("additionalDeveloperInstructions")) is not None and type(x) is not str:
        raise Unfit
    o.additional_developer_instructions = x
    if (x := v.get("allowAppshots")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_appshots = x
    if (x := v.get("allowBrowserAndComputerUse")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_browser_and_computer_use = x
    if (x := v.get("allowLoginShell")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_login_shell = x
    if (x := v.get("allowManagedHooksOnly")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_managed_hooks_only = x
    if (x := v.get("allowRemoteControl")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_remote_control = x
    x = v.get("allowedApprovalPolicies")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_AskForApproval(y) for y in x]
    o.allowed_approval_policies = x
    x = v.get("allowedApprovalsReviewers")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ApprovalsReviewer(y) for y in x]
    o.allowed_approvals_reviewers = x
    x = v.get("allowedLoginMethods")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ForcedLoginMethod(y) for y in x]
    o.allowed_login_methods = x
    x = v.get("allowedPermissionProfiles")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        for y in x.values():
            if type(y) is not bool:
                raise Unfit
    o.allowed_permission_profiles = x
    x = v.get("allowedSandboxModes")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_SandboxMode(y) for y in x]
    o.allowed_sandbox_modes = x
    x = v.get("allowedWebSearchModes")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_WebSearchMode(y) for y in x]
    o.allowed_web_search_modes = x
    x = v.get("allowedWindowsSandboxImplementations")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_WindowsSandboxImplementation(y) for y in x]
    o.allowed_windows_sandbox_implementations = x
    o.application = None if (x := v.get("application")) is None else read_ApplicationRequirements(x)
    o.auto_review = None if (x := v.get("autoReview")) is None else read_AutoReviewRequirements(x)
    o.browser_use = None if (x := v.get("browserUse")) is None else read_BrowserUseRequirements(x)
    if (x := v.get("chatgptBaseUrl")) is not None and type(x) is not str:
        raise Unfit
    o.chatgpt_base_url = x
    if (x := v.get("checkForUpdateOnStartup")) is not None and type(x) is not bool:
        raise Unfit
    o.check_for_update_on_startup = x
    o.cli_auth_credentials_store = (
        None
        if (x := v.get("cliAuthCredentialsStore")) is None
        else read_CliAuthCredentialsStoreMode(x)
    )
    o.computer_use = (
        None if (x := v.get("computerUse")) is None else read_ComputerUseRequirements(x)
    )
    if (x := v.get("defaultPermissions")) is not None and type(x) is not str:
        raise Unfit
    o.default_permissions = x
    o.enforce_residency = (
        None if (x := v.get("enforceResidency")) is None else read_ResidencyRequirement(x)
    )
    x = v.get("featureRequirements")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        for y in x.values():
            if type(y) is not bool:
                raise Unfit
    o.feature_requirements = x
    o.feedback = None if (x := v.get("feedback")) is None else read_FeedbackRequirements(x)
    o.hooks = None if (x := v.get("hooks")) is None else read_ManagedHooksRequirements(x)
    o.in_app_browser = (
        None if (x := v.get("inAppBrowser")) is None else read_InAppBrowserRequirements(x)
    )
    if (x := v.get("logDir")) is not None and type(x) is not str:
        raise Unfit
    o.log_dir = x
    if (x := v.get("modelCatalogJson")) is not None and type(x) is not str:
        raise Unfit
    o.model_catalog_json = x
    if (x := v.get("modelProvider")) is not None and type(x) is not str:
        raise Unfit
    o.model_provider = x
    x = v.get("modelProviders")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
    o.model_providers = x
    o.models = None if (x := v.get("models")) is None else read_ModelsRequirements(x)
    o.network = None if (x := v.get("network")) is None else read_NetworkRequirements(x)
    if (x := v.get("sqliteHome")) is not None and type(x) is not str:
        raise Unfit
    o.sqlite_home = x
    o.__class__ = t.ConfigRequirements
    return o


new_ConfigRequirementsReadResponse = blank(globals(), "ConfigRequirementsReadResponse")


def read_ConfigRequirementsReadResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ConfigRequirementsReadResponse()
    o.requirements = None if (x := v.get("requirements")) is None else read_ConfigRequirements(x)
    if (x := v.get("supportsIndependentSpeedModes")) is not None and type(x) is not bool:
        raise Unfit
    o.supports_independent_speed_modes = x
    o.__class__ = t.ConfigRequirementsReadResponse
    return o


new_ConfigWriteResponse = blank(globals(), "ConfigWriteResponse")


def read_ConfigWriteResponse(v):
    o = new_ConfigWriteResponse()
    if type(x := v["filePath"]) is not str:
        raise Unfit
    o.file_path = x
    o.status = read_WriteStatus(v["status"])
    if type(x := v["version"]) is not str:
        raise Unfit
    o.version = x
    o.overridden_metadata = (
        None if (x := v.get("overriddenMetadata")) is None else read_OverriddenMetadata(x)
    )
    o.__class__ = t.ConfigWriteResponse
    return o


new_EnterpriseManagedConfigLayerSource = blank(globals(), "EnterpriseManagedConfigLayerSource")


def read_EnterpriseManagedConfigLayerSource(v):
    o = new_EnterpriseManagedConfigLayerSource()
    if v["type"] != "enterpriseManaged":
        raise Unfit
    o.type = "enterpriseManaged"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.__class__ = t.EnterpriseManagedConfigLayerSource
    return o


new_ExperimentalFeature = blank(globals(), "ExperimentalFeature")


def read_ExperimentalFeature(v):
    o = new_ExperimentalFeature()
    if type(x := v["defaultEnabled"]) is not bool:
        raise Unfit
    o.default_enabled = x
    if type(x := v["enabled"]) is not bool:
        raise Unfit
    o.enabled = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.stage = read_ExperimentalFeatureStage(v["stage"])
    if (x := v.get("announcement")) is not None and type(x) is not str:
        raise Unfit
    o.announcement = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("displayName")) is not None and type(x) is not str:
        raise Unfit
    o.display_name = x
    o.__class__ = t.ExperimentalFeature
    return o


new_ExperimentalFeatureEnablementSetResponse = blank(
    globals(), "ExperimentalFeatureEnablementSetResponse"
)


def read_ExperimentalFeatureEnablementSetResponse(v):
    o = new_ExperimentalFeatureEnablementSetResponse()
    if type(x := v["enablement"]) is not dict:
        raise Unfit
    for y in x.values():
        if type(y) is not bool:
            raise Unfit
    o.enablement = x
    o.__class__ = t.ExperimentalFeatureEnablementSetResponse
    return o


new_ExperimentalFeatureListResponse = blank(globals(), "ExperimentalFeatureListResponse")


def read_ExperimentalFeatureListResponse(v):
    o = new_ExperimentalFeatureListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_ExperimentalFeature(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ExperimentalFeatureListResponse
    return o


read_ExperimentalFeatureStage = Members(t.ExperimentalFeatureStage).__getitem__
new_FeedbackRequirements = blank(globals(), "FeedbackRequirements")


def read_FeedbackRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_FeedbackRequirements()
    if (x := v.get("enabled")) is not None and type(x) is not bool:
        raise Unfit
    o.enabled = x
    o.__class__ = t.FeedbackRequirements
    return o


def read_ForcedChatgptWorkspaceIds(v):
    if type(v) is str:
        if type(x := v) is not str:
            raise Unfit
        return x
    if type(v) is list:
        if type(x := v) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        return x
    raise Unfit


read_ForcedLoginMethod = Members(t.ForcedLoginMethod).__getitem__
new_InAppBrowserRequirements = blank(globals(), "InAppBrowserRequirements")


def read_InAppBrowserRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_InAppBrowserRequirements()
    if (x := v.get("allowExternalBrowserSettingsImport")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_external_browser_settings_import = x
    o.__class__ = t.InAppBrowserRequirements
    return o


new_LegacyManagedConfigTomlFromFileConfigLayerSource = blank(
    globals(), "LegacyManagedConfigTomlFromFileConfigLayerSource"
)


def read_LegacyManagedConfigTomlFromFileConfigLayerSource(v):
    o = new_LegacyManagedConfigTomlFromFileConfigLayerSource()
    if v["type"] != "legacyManagedConfigTomlFromFile":
        raise Unfit
    o.type = "legacyManagedConfigTomlFromFile"
    if type(x := v["file"]) is not str:
        raise Unfit
    o.file = x
    o.__class__ = t.LegacyManagedConfigTomlFromFileConfigLayerSource
    return o


new_LegacyManagedConfigTomlFromMdmConfigLayerSource = blank(
    globals(), "LegacyManagedConfigTomlFromMdmConfigLayerSource"
)


def read_LegacyManagedConfigTomlFromMdmConfigLayerSource(v):
    o = new_LegacyManagedConfigTomlFromMdmConfigLayerSource()
    if v["type"] != "legacyManagedConfigTomlFromMdm":
        raise Unfit
    o.type = "legacyManagedConfigTomlFromMdm"
    o.__class__ = t.LegacyManagedConfigTomlFromMdmConfigLayerSource
    return o


new_ManagedHooksRequirements = blank(globals(), "ManagedHooksRequirements")


def read_ManagedHooksRequirements(v):
    o = new_ManagedHooksRequirements()
    if type(x := v["PermissionRequest"]) is not list:
        raise Unfit
    o.permission_request = [read_ConfiguredHookMatcherGroup(y) for y in x]
    if type(x := v["PostCompact"]) is not list:
        raise Unfit
    o.post_compact = [read_ConfiguredHookMatcherGroup(y) for y in x]
    if type(x := v["PostToolUse"]) is not list:
        raise Unfit
    o.post_tool_use = [read_ConfiguredHookMatcherGroup(y) for y in x]
    if type(x := v["PreCompact"]) is not list:
        raise Unfit
    o.pre_compact = [read_ConfiguredHookMatcherGroup(y) for y in x]
    if type(x := v["PreToolUse"]) is not list:
        raise Unfit
    o.pre_tool_use = [read_ConfiguredHookMatcherGroup(y) for y in x]
    if type(x := v["SessionStart"]) is not list:
        raise Unfit
    o.session_start = [read_ConfiguredHookMatcherGroup(y) for y in x]
    if type(x := v["Stop"]) is not list:
        raise Unfit
    o.stop = [read_ConfiguredHookMatcherGroup(y) for y in x]
    if type(x := v["SubagentStart"]) is not list:
        raise Unfit
    o.subagent_start = [read_ConfiguredHookMatcherGroup(y) for y in x]
    if type(x := v["SubagentStop"]) is not list:
        raise Unfit
    o.subagent_stop = [read_ConfiguredHookMatcherGroup(y) for y in x]
    if type(x := v["UserPromptSubmit"]) is not list:
        raise Unfit
    o.user_prompt_submit = [read_ConfiguredHookMatcherGroup(y) for y in x]
    if "Interrupt" in v:
        if type(x := v["Interrupt"]) is not list:
            raise Unfit
        o.interrupt = [read_ConfiguredHookMatcherGroup(y) for y in x]
    else:
        o.interrupt = []
    if "SessionEnd" in v:
        if type(x := v["SessionEnd"]) is not list:
            raise Unfit
        o.session_end = [read_ConfiguredHookMatcherGroup(y) for y in x]
    else:
        o.session_end = []
    if (x := v.get("managedDir")) is not None and type(x) is not str:
        raise Unfit
    o.managed_dir = x
    if (x := v.get("windowsManagedDir")) is not None and type(x) is not str:
        raise Unfit
    o.windows_managed_dir = x
    o.__class__ = t.ManagedHooksRequirements
    return o


new_MdmConfigLayerSource = blank(globals(), "MdmConfigLayerSource")


def read_MdmConfigLayerSource(v):
    o = new_MdmConfigLayerSource()
    if v["type"] != "mdm":
        raise Unfit
    o.type = "mdm"
    if type(x := v["domain"]) is not str:
        raise Unfit
    o.domain = x
    if type(x := v["key"]) is not str:
        raise Unfit
    o.key = x
    o.__class__ = t.MdmConfigLayerSource
    return o


new_ModelsRequirements = blank(globals(), "ModelsRequirements")


def read_ModelsRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ModelsRequirements()
    o.new_thread = None if (x := v.get("newThread")) is None else read_NewThreadModelDefaults(x)
    o.__class__ = t.ModelsRequirements
    return o


read_NetworkDomainPermission = Members(t.NetworkDomainPermission).__getitem__
new_NetworkRequirements = blank(globals(), "NetworkRequirements")


def read_NetworkRequirements(v):
    if type(v) is not dict:
        raise Unfit
    o = new_NetworkRequirements()
    if (x := v.get("allowLocalBinding")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_local_binding = x
    x = v.get("allowUnixSockets")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.allow_unix_sockets = x
    if (x := v.get("allowUpstreamProxy")) is not None and type(x) is not bool:
        raise Unfit
    o.allow_upstream_proxy = x
    x = v.get("allowedDomains")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.allowed_domains = x
    if (x := v.get("dangerouslyAllowAllUnixSockets")) is not None and type(x) is not bool:
        raise Unfit
    o.dangerously_allow_all_unix_sockets = x
    if (x := v.get("dangerouslyAllowNonLoopbackProxy")) is not None and type(x) is not bool:
        raise Unfit
    o.dangerously_allow_non_loopback_proxy = x
    x = v.get("deniedDomains")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.denied_domains = x
    x = v.get("domains")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        x = {k: read_NetworkDomainPermission(y) for k, y in x.items()}
    o.domains = x
    if (x := v.get("enabled")) is not None and type(x) is not bool:
        raise Unfit
    o.enabled = x
    if (x := v.get("httpPort")) is not None and type(x) is not int:
        raise Unfit
    o.http_port = x
    if (x := v.get("managedAllowedDomainsOnly")) is not None and type(x) is not bool:
        raise Unfit
    o.managed_allowed_domains_only = x
    if (x := v.get("socksPort")) is not None and type(x) is not int:
        raise Unfit
    o.socks_port = x
    x = v.get("unixSockets")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        x = {k: read_NetworkUnixSocketPermission(y) for k, y in x.items()}
    o.unix_sockets = x
    o.__class__ = t.NetworkRequirements
    return o


read_NetworkUnixSocketPermission = Members(t.NetworkUnixSocketPermission).__getitem__
new_NewThreadModelDefaults = blank(globals(), "NewThreadModelDefaults")


def read_NewThreadModelDefaults(v):
    if type(v) is not dict:
        raise Unfit
    o = new_NewThreadModelDefaults()
    if (x := v.get("model")) is not None and type(x) is not str:
        raise Unfit
    o.model = x
    o.model_reasoning_effort = (
        None if (x := v.get("modelReasoningEffort")) is None else read_ReasoningEffort(x)
    )
    if (x := v.get("serviceTier")) is not None and type(x) is not str:
        raise Unfit
    o.service_tier = x
    o.__class__ = t.NewThreadModelDefaults
    return o


new_OverriddenMetadata = blank(globals(), "OverriddenMetadata")


def read_OverriddenMetadata(v):
    o = new_OverriddenMetadata()
    o.effective_value = v["effectiveValue"]
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    o.overriding_layer = read_ConfigLayerMetadata(v["overridingLayer"])
    o.__class__ = t.OverriddenMetadata
    return o


new_PackagedDefaultsConfigLayerSource = blank(globals(), "PackagedDefaultsConfigLayerSource")


def read_PackagedDefaultsConfigLayerSource(v):
    o = new_PackagedDefaultsConfigLayerSource()
    if v["type"] != "packagedDefaults":
        raise Unfit
    o.type = "packagedDefaults"
    if type(x := v["file"]) is not str:
        raise Unfit
    o.file = x
    o.__class__ = t.PackagedDefaultsConfigLayerSource
    return o


new_ProjectConfigLayerSource = blank(globals(), "ProjectConfigLayerSource")


def read_ProjectConfigLayerSource(v):
    o = new_ProjectConfigLayerSource()
    if v["type"] != "project":
        raise Unfit
    o.type = "project"
    if type(x := v["dotCodexFolder"]) is not str:
        raise Unfit
    o.dot_codex_folder = x
    o.__class__ = t.ProjectConfigLayerSource
    return o


read_ResidencyRequirement = Members(t.ResidencyRequirement).__getitem__
new_SessionFlagsConfigLayerSource = blank(globals(), "SessionFlagsConfigLayerSource")


def read_SessionFlagsConfigLayerSource(v):
    o = new_SessionFlagsConfigLayerSource()
    if v["type"] != "sessionFlags":
        raise Unfit
    o.type = "sessionFlags"
    o.__class__ = t.SessionFlagsConfigLayerSource
    return o


new_Settings = blank(globals(), "Settings")


def read_Settings(v):
    o = new_Settings()
    if type(x := v["model"]) is not str:
        raise Unfit
    o.model = x
    if (x := v.get("developer_instructions")) is not None and type(x) is not str:
        raise Unfit
    o.developer_instructions = x
    o.reasoning_effort = (
        None if (x := v.get("reasoning_effort")) is None else read_ReasoningEffort(x)
    )
    o.__class__ = t.Settings
    return o


new_SystemConfigLayerSource = blank(globals(), "SystemConfigLayerSource")


def read_SystemConfigLayerSource(v):
    o = new_SystemConfigLayerSource()
    if v["type"] != "system":
        raise Unfit
    o.type = "system"
    if type(x := v["file"]) is not str:
        raise Unfit
    o.file = x
    o.__class__ = t.SystemConfigLayerSource
    return o


new_ToolsV2 = blank(globals(), "ToolsV2")


def read_ToolsV2(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ToolsV2()
    o.web_search = None if (x := v.get("web_search")) is None else read_WebSearchToolConfig(x)
    o.__class__ = t.ToolsV2
    return o


new_UserConfigLayerSource = blank(globals(), "UserConfigLayerSource")


def read_UserConfigLayerSource(v):
    o = new_UserConfigLayerSource()
    if v["type"] != "user":
        raise Unfit
    o.type = "user"
    if type(x := v["file"]) is not str:
        raise Unfit
    o.file = x
    if (x := v.get("profile")) is not None and type(x) is not str:
        raise Unfit
    o.profile = x
    o.__class__ = t.UserConfigLayerSource
    return o


read_WebSearchContextSize = Members(t.WebSearchContextSize).__getitem__
new_WebSearchLocation = blank(globals(), "WebSearchLocation")


def read_WebSearchLocation(v):
    if type(v) is not dict:
        raise Unfit
    o = new_WebSearchLocation()
    if (x := v.get("city")) is not None and type(x) is not str:
        raise Unfit
    o.city = x
    if (x := v.get("country")) is not None and type(x) is not str:
        raise Unfit
    o.country = x
    if (x := v.get("region")) is not None and type(x) is not str:
        raise Unfit
    o.region = x
    if (x := v.get("timezone")) is not None and type(x) is not str:
        raise Unfit
    o.timezone = x
    o.__class__ = t.WebSearchLocation
    return o


read_WebSearchMode = Members(t.WebSearchMode).__getitem__
new_WebSearchToolConfig = blank(globals(), "WebSearchToolConfig")


def read_WebSearchToolConfig(v):
    if type(v) is not dict:
        raise Unfit
    o = new_WebSearchToolConfig()
    x = v.get("allowed_domains")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.allowed_domains = x
    o.context_size = None if (x := v.get("context_size")) is None else read_WebSearchContextSize(x)
    o.location = None if (x := v.get("location")) is None else read_WebSearchLocation(x)
    o.__class__ = t.WebSearchToolConfig
    return o


read_WriteStatus = Members(t.WriteStatus).__getitem__
by_tag_ConfigLayerSource = Variants(
    {
        "packagedDefaults": read_PackagedDefaultsConfigLayerSource,
        "mdm": read_MdmConfigLayerSource,
        "system": read_SystemConfigLayerSource,
        "enterpriseManaged": read_EnterpriseManagedConfigLayerSource,
        "user": read_UserConfigLayerSource,
        "project": read_ProjectConfigLayerSource,
        "sessionFlags": read_SessionFlagsConfigLayerSource,
        "legacyManagedConfigTomlFromFile": read_LegacyManagedConfigTomlFromFileConfigLayerSource,
        "legacyManagedConfigTomlFromMdm": read_LegacyManagedConfigTomlFromMdmConfigLayerSource,
    }
)
