"""Plugin types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .app import AppSummary, AppTemplateSummary
    from .common import AbsolutePathBuf
    from .hook import HookEventName
    from .marketplace import MarketplaceInterface, MarketplaceLoadErrorInfo
    from .skill import SkillSummary

__all__ = [
    "DailyScheduledTaskSchedule",
    "GitPluginSource",
    "HourlyScheduledTaskSchedule",
    "LocalPluginSource",
    "NpmPluginSource",
    "PluginAuthPolicy",
    "PluginAvailability",
    "PluginDetail",
    "PluginDisabledReason",
    "PluginHookSummary",
    "PluginInstallParams",
    "PluginInstallPolicy",
    "PluginInstallPolicySource",
    "PluginInstallResponse",
    "PluginInstalledParams",
    "PluginInstalledResponse",
    "PluginInterface",
    "PluginListMarketplaceKind",
    "PluginListParams",
    "PluginListResponse",
    "PluginMarketplaceEntry",
    "PluginReadParams",
    "PluginReadResponse",
    "PluginReconcileChangedPlugin",
    "PluginReconcileParams",
    "PluginReconcileResponse",
    "PluginSearchParams",
    "PluginSearchResponse",
    "PluginSearchResult",
    "PluginSearchScope",
    "PluginShareCheckoutParams",
    "PluginShareCheckoutResponse",
    "PluginShareContext",
    "PluginShareDeleteParams",
    "PluginShareDeleteResponse",
    "PluginShareDiscoverability",
    "PluginShareListItem",
    "PluginShareListParams",
    "PluginShareListResponse",
    "PluginSharePrincipal",
    "PluginSharePrincipalRole",
    "PluginSharePrincipalType",
    "PluginShareSaveParams",
    "PluginShareSaveResponse",
    "PluginShareTarget",
    "PluginShareTargetRole",
    "PluginShareUpdateDiscoverability",
    "PluginShareUpdateTargetsParams",
    "PluginShareUpdateTargetsResponse",
    "PluginSkillReadParams",
    "PluginSkillReadResponse",
    "PluginSource",
    "PluginSummary",
    "PluginUninstallParams",
    "PluginUninstallResponse",
    "RemotePluginSource",
    "ScheduledTaskSchedule",
    "ScheduledTaskSummary",
    "ScheduledTaskWeekday",
    "WeekdaysScheduledTaskSchedule",
    "WeeklyScheduledTaskSchedule",
]


class PluginAuthPolicy(OpenEnum):
    """An open enum, used by `PluginInstallResponse` and `PluginSummary`."""

    ON_INSTALL = "ON_INSTALL"
    ON_USE = "ON_USE"


class PluginAvailability(OpenEnum):
    """An open enum, used by `PluginSummary`."""

    DISABLED_BY_ADMIN = "DISABLED_BY_ADMIN"
    AVAILABLE = "AVAILABLE"


class PluginDisabledReason(OpenEnum):
    """An open enum, used by `PluginSummary`."""

    DISABLED_BY_ADMIN = "disabled_by_admin"
    PLAN_NOT_ELIGIBLE = "plan_not_eligible"
    REQUIRED_APP_UNAVAILABLE = "required_app_unavailable"
    UNKNOWN = "unknown"


class PluginInstallPolicy(OpenEnum):
    """An open enum, used by `PluginSummary`."""

    NOT_AVAILABLE = "NOT_AVAILABLE"
    AVAILABLE = "AVAILABLE"
    INSTALLED_BY_DEFAULT = "INSTALLED_BY_DEFAULT"


class PluginInstallPolicySource(OpenEnum):
    """An open enum, used by `PluginSummary`."""

    WORKSPACE_SETTING = "WORKSPACE_SETTING"
    IMPLICIT_CANONICAL_APP = "IMPLICIT_CANONICAL_APP"


class PluginListMarketplaceKind(OpenEnum):
    """An open enum, used by `PluginListParams`."""

    LOCAL = "local"
    VERTICAL = "vertical"
    WORKSPACE_DIRECTORY = "workspace-directory"
    SHARED_WITH_ME = "shared-with-me"
    CREATED_BY_ME_REMOTE = "created-by-me-remote"


class PluginSearchScope(OpenEnum):
    """An open enum, used by `PluginSearchParams`."""

    GLOBAL = "global"
    WORKSPACE = "workspace"
    PERSONAL = "personal"


class PluginShareDiscoverability(OpenEnum):
    """An open enum, used by `PluginShareContext` and 2 more."""

    LISTED = "LISTED"
    UNLISTED = "UNLISTED"
    PRIVATE = "PRIVATE"


class PluginSharePrincipalRole(OpenEnum):
    """An open enum, used by `PluginSharePrincipal`."""

    READER = "reader"
    EDITOR = "editor"
    OWNER = "owner"


class PluginSharePrincipalType(OpenEnum):
    """An open enum, used by `PluginSharePrincipal` and `PluginShareTarget`."""

    USER = "user"
    GROUP = "group"
    WORKSPACE = "workspace"


class PluginShareTargetRole(OpenEnum):
    """An open enum, used by `PluginShareTarget`."""

    READER = "reader"
    EDITOR = "editor"


class PluginShareUpdateDiscoverability(OpenEnum):
    """An open enum, used by `PluginShareUpdateTargetsParams`."""

    UNLISTED = "UNLISTED"
    PRIVATE = "PRIVATE"
    LISTED = "LISTED"


class ScheduledTaskWeekday(OpenEnum):
    """An open enum, used by `HourlyScheduledTaskSchedule` and `WeeklyScheduledTaskSchedule`."""

    MO = "MO"
    TU = "TU"
    WE = "WE"
    TH = "TH"
    FR = "FR"
    SA = "SA"
    SU = "SU"


class DailyScheduledTaskSchedule(WireModel):
    """One shape of `ScheduledTaskSchedule`, tagged `daily`."""

    type: Literal["daily"] = wire("type", default="daily")
    time: str = wire("time")


class GitPluginSource(WireModel):
    """One shape of `PluginSource`, tagged `git`."""

    type: Literal["git"] = wire("type", default="git")
    url: str = wire("url")
    path: str | None = wire("path", default=None)
    ref_name: str | None = wire("refName", default=None)
    sha: str | None = wire("sha", default=None)


class HourlyScheduledTaskSchedule(WireModel):
    """One shape of `ScheduledTaskSchedule`, tagged `hourly`."""

    type: Literal["hourly"] = wire("type", default="hourly")
    interval_hours: int = wire("intervalHours", format="uint32")
    days: list[ScheduledTaskWeekday] | None = wire("days", default=None)


class LocalPluginSource(WireModel):
    """One shape of `PluginSource`, tagged `local`."""

    type: Literal["local"] = wire("type", default="local")
    path: AbsolutePathBuf = wire("path")


class NpmPluginSource(WireModel):
    """One shape of `PluginSource`, tagged `npm`."""

    type: Literal["npm"] = wire("type", default="npm")
    package: str = wire("package")
    registry: str | None = wire("registry", default=None)
    version: str | None = wire("version", default=None)


class PluginDetail(WireModel):
    """An object, used by `PluginReadResponse`."""

    apps: list[AppSummary] = wire("apps")
    hooks: list[PluginHookSummary] = wire("hooks")
    marketplace_name: str = wire("marketplaceName")
    mcp_servers: list[str] = wire("mcpServers")
    skills: list[SkillSummary] = wire("skills")
    summary: PluginSummary = wire("summary")
    app_templates: list[AppTemplateSummary] | None = wire("appTemplates", default=None)
    description: str | None = wire("description", default=None)
    marketplace_path: AbsolutePathBuf | None = wire("marketplacePath", default=None)
    onboarding_skill: SkillSummary | None = wire("onboardingSkill", default=None)
    scheduled_tasks: list[ScheduledTaskSummary] | None = wire("scheduledTasks", default=None)
    share_url: str | None = wire("shareUrl", default=None)


class PluginHookSummary(WireModel):
    """An object, used by `PluginDetail`."""

    event_name: HookEventName = wire("eventName")
    key: str = wire("key")


class PluginInstallParams(WireModel):
    """Params of `plugin/install`."""

    plugin_name: str = wire("pluginName")
    install_attempt_id: str | None | Omitted = wire("installAttemptId", default=OMITTED)
    marketplace_path: AbsolutePathBuf | None | Omitted = wire("marketplacePath", default=OMITTED)
    remote_marketplace_name: str | None | Omitted = wire("remoteMarketplaceName", default=OMITTED)


class PluginInstallResponse(WireModel):
    """Result of `plugin/install`."""

    apps_needing_auth: list[AppSummary] = wire("appsNeedingAuth")
    auth_policy: PluginAuthPolicy = wire("authPolicy")


class PluginInstalledParams(WireModel):
    """Params of `plugin/installed`."""

    cwds: list[AbsolutePathBuf] | None | Omitted = wire("cwds", default=OMITTED)
    install_suggestion_plugin_names: list[str] | None | Omitted = wire(
        "installSuggestionPluginNames", default=OMITTED
    )


class PluginInstalledResponse(WireModel):
    """Result of `plugin/installed`."""

    marketplaces: list[PluginMarketplaceEntry] = wire("marketplaces")
    marketplace_load_errors: list[MarketplaceLoadErrorInfo] = wire(
        "marketplaceLoadErrors", factory=list
    )


class PluginInterface(WireModel):
    """An object, used by `PluginSummary`."""

    capabilities: list[str] = wire("capabilities")
    screenshot_urls: list[str] = wire("screenshotUrls")
    screenshots: list[AbsolutePathBuf] = wire("screenshots")
    brand_color: str | None = wire("brandColor", default=None)
    category: str | None = wire("category", default=None)
    composer_icon: AbsolutePathBuf | None = wire("composerIcon", default=None)
    composer_icon_url: str | None = wire("composerIconUrl", default=None)
    default_prompt: list[str] | None = wire("defaultPrompt", default=None)
    developer_name: str | None = wire("developerName", default=None)
    display_name: str | None = wire("displayName", default=None)
    logo: AbsolutePathBuf | None = wire("logo", default=None)
    logo_dark: AbsolutePathBuf | None = wire("logoDark", default=None)
    logo_url: str | None = wire("logoUrl", default=None)
    logo_url_dark: str | None = wire("logoUrlDark", default=None)
    long_description: str | None = wire("longDescription", default=None)
    privacy_policy_url: str | None = wire("privacyPolicyUrl", default=None)
    short_description: str | None = wire("shortDescription", default=None)
    terms_of_service_url: str | None = wire("termsOfServiceUrl", default=None)
    website_url: str | None = wire("websiteUrl", default=None)


class PluginListParams(WireModel):
    """Params of `plugin/list`."""

    cwds: list[AbsolutePathBuf] | None | Omitted = wire("cwds", default=OMITTED)
    force_refetch: bool | Omitted = wire("forceRefetch", default=OMITTED)
    marketplace_kinds: list[PluginListMarketplaceKind] | None | Omitted = wire(
        "marketplaceKinds", default=OMITTED
    )


class PluginListResponse(WireModel):
    """Result of `plugin/list`."""

    marketplaces: list[PluginMarketplaceEntry] = wire("marketplaces")
    featured_plugin_ids: list[str] = wire("featuredPluginIds", factory=list)
    marketplace_load_errors: list[MarketplaceLoadErrorInfo] = wire(
        "marketplaceLoadErrors", factory=list
    )


class PluginMarketplaceEntry(WireModel):
    """An object, used by `PluginInstalledResponse` and `PluginListResponse`."""

    name: str = wire("name")
    plugins: list[PluginSummary] = wire("plugins")
    interface: MarketplaceInterface | None = wire("interface", default=None)
    path: AbsolutePathBuf | None = wire("path", default=None)


class PluginReadParams(WireModel):
    """Params of `plugin/read`."""

    plugin_name: str = wire("pluginName")
    marketplace_path: AbsolutePathBuf | None | Omitted = wire("marketplacePath", default=OMITTED)
    remote_marketplace_name: str | None | Omitted = wire("remoteMarketplaceName", default=OMITTED)


class PluginReadResponse(WireModel):
    """Result of `plugin/read`."""

    plugin: PluginDetail = wire("plugin")


class PluginReconcileChangedPlugin(WireModel):
    """An object, used by `PluginReconcileResponse`."""

    has_apps: bool = wire("hasApps")
    has_hooks: bool = wire("hasHooks")
    has_mcps: bool = wire("hasMcps")
    has_skills: bool = wire("hasSkills")
    id: str = wire("id")


class PluginReconcileParams(WireModel):
    """Params of `plugin/reconcile`."""

    reason: str | None | Omitted = wire("reason", default=OMITTED)


class PluginReconcileResponse(WireModel):
    """Result of `plugin/reconcile`."""

    changed_plugins: list[PluginReconcileChangedPlugin] = wire("changedPlugins")
    failed_materialization_remote_plugin_ids: list[str] = wire(
        "failedMaterializationRemotePluginIds"
    )
    failed_remote_plugin_ids: list[str] = wire("failedRemotePluginIds")


class PluginSearchParams(WireModel):
    """Params of `plugin/search`."""

    search_term: str = wire("searchTerm")
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    cwds: list[AbsolutePathBuf] | None | Omitted = wire("cwds", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    scope: PluginSearchScope | None | Omitted = wire("scope", default=OMITTED)


class PluginSearchResponse(WireModel):
    """Result of `plugin/search`."""

    data: list[PluginSearchResult] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class PluginSearchResult(WireModel):
    """An object, used by `PluginSearchResponse`."""

    marketplace_name: str = wire("marketplaceName")
    plugin: PluginSummary = wire("plugin")
    marketplace_path: AbsolutePathBuf | None = wire("marketplacePath", default=None)


class PluginShareCheckoutParams(WireModel):
    """Params of `plugin/share/checkout`."""

    remote_plugin_id: str = wire("remotePluginId")


class PluginShareCheckoutResponse(WireModel):
    """Result of `plugin/share/checkout`."""

    marketplace_name: str = wire("marketplaceName")
    marketplace_path: AbsolutePathBuf = wire("marketplacePath")
    plugin_id: str = wire("pluginId")
    plugin_name: str = wire("pluginName")
    plugin_path: AbsolutePathBuf = wire("pluginPath")
    remote_plugin_id: str = wire("remotePluginId")
    remote_version: str | None = wire("remoteVersion", default=None)


class PluginShareContext(WireModel):
    """An object, used by `PluginSummary`."""

    remote_plugin_id: str = wire("remotePluginId")
    can_publish_to_workspace: bool | None = wire("canPublishToWorkspace", default=None)
    creator_account_user_id: str | None = wire("creatorAccountUserId", default=None)
    creator_name: str | None = wire("creatorName", default=None)
    discoverability: PluginShareDiscoverability | None = wire("discoverability", default=None)
    remote_version: str | None = wire("remoteVersion", default=None)
    share_principals: list[PluginSharePrincipal] | None = wire("sharePrincipals", default=None)
    share_url: str | None = wire("shareUrl", default=None)


class PluginShareDeleteParams(WireModel):
    """Params of `plugin/share/delete`."""

    remote_plugin_id: str = wire("remotePluginId")


class PluginShareDeleteResponse(WireModel):
    """Result of `plugin/share/delete`."""


class PluginShareListItem(WireModel):
    """An object, used by `PluginShareListResponse`."""

    plugin: PluginSummary = wire("plugin")
    local_plugin_path: AbsolutePathBuf | None = wire("localPluginPath", default=None)


class PluginShareListParams(WireModel):
    """Params of `plugin/share/list`."""


class PluginShareListResponse(WireModel):
    """Result of `plugin/share/list`."""

    data: list[PluginShareListItem] = wire("data")


class PluginSharePrincipal(WireModel):
    """An object, used by `PluginShareContext` and `PluginShareUpdateTargetsResponse`."""

    name: str = wire("name")
    principal_id: str = wire("principalId")
    principal_type: PluginSharePrincipalType = wire("principalType")
    role: PluginSharePrincipalRole = wire("role")


class PluginShareSaveParams(WireModel):
    """Params of `plugin/share/save`."""

    plugin_path: AbsolutePathBuf = wire("pluginPath")
    discoverability: PluginShareDiscoverability | None | Omitted = wire(
        "discoverability", default=OMITTED
    )
    remote_plugin_id: str | None | Omitted = wire("remotePluginId", default=OMITTED)
    share_targets: list[PluginShareTarget] | None | Omitted = wire("shareTargets", default=OMITTED)


class PluginShareSaveResponse(WireModel):
    """Result of `plugin/share/save`."""

    remote_plugin_id: str = wire("remotePluginId")
    share_url: str = wire("shareUrl")
    can_publish_to_workspace: bool | None = wire("canPublishToWorkspace", default=None)


class PluginShareTarget(WireModel):
    """An object, used by `PluginShareSaveParams` and `PluginShareUpdateTargetsParams`."""

    principal_id: str = wire("principalId")
    principal_type: PluginSharePrincipalType = wire("principalType")
    role: PluginShareTargetRole = wire("role")


class PluginShareUpdateTargetsParams(WireModel):
    """Params of `plugin/share/updateTargets`."""

    discoverability: PluginShareUpdateDiscoverability = wire("discoverability")
    remote_plugin_id: str = wire("remotePluginId")
    share_targets: list[PluginShareTarget] = wire("shareTargets")


class PluginShareUpdateTargetsResponse(WireModel):
    """Result of `plugin/share/updateTargets`."""

    discoverability: PluginShareDiscoverability = wire("discoverability")
    principals: list[PluginSharePrincipal] = wire("principals")


class PluginSkillReadParams(WireModel):
    """Params of `plugin/skill/read`."""

    remote_marketplace_name: str = wire("remoteMarketplaceName")
    remote_plugin_id: str = wire("remotePluginId")
    skill_name: str = wire("skillName")


class PluginSkillReadResponse(WireModel):
    """Result of `plugin/skill/read`."""

    contents: str | None = wire("contents", default=None)


class PluginSummary(WireModel):
    """An object, used by `PluginDetail` and 3 more."""

    auth_policy: PluginAuthPolicy = wire("authPolicy")
    enabled: bool = wire("enabled")
    id: str = wire("id")
    install_policy: PluginInstallPolicy = wire("installPolicy")
    installed: bool = wire("installed")
    name: str = wire("name")
    source: PluginSource = wire("source")
    availability: PluginAvailability = wire("availability", default=PluginAvailability.AVAILABLE)
    disabled_reason: PluginDisabledReason | None = wire("disabledReason", default=None)
    eligible_plan_types: list[str] | None = wire("eligiblePlanTypes", default=None)
    install_policy_source: PluginInstallPolicySource | None = wire(
        "installPolicySource", default=None
    )
    installed_at: int | None = wire("installedAt", default=None, format="int64")
    interface: PluginInterface | None = wire("interface", default=None)
    keywords: list[str] = wire("keywords", factory=list)
    local_version: str | None = wire("localVersion", default=None)
    must_show_installation_interstitial: bool | None = wire(
        "mustShowInstallationInterstitial", default=None
    )
    remote_plugin_id: str | None = wire("remotePluginId", default=None)
    share_context: PluginShareContext | None = wire("shareContext", default=None)
    version: str | None = wire("version", default=None)


class PluginUninstallParams(WireModel):
    """Params of `plugin/uninstall`."""

    plugin_id: str = wire("pluginId")


class PluginUninstallResponse(WireModel):
    """Result of `plugin/uninstall`."""


class RemotePluginSource(WireModel):
    """One shape of `PluginSource`, tagged `remote`."""

    type: Literal["remote"] = wire("type", default="remote")


class ScheduledTaskSummary(WireModel):
    """An object, used by `PluginDetail`."""

    key: str = wire("key")
    name: str = wire("name")
    prompt: str = wire("prompt")
    schedule: ScheduledTaskSchedule = wire("schedule")


class WeekdaysScheduledTaskSchedule(WireModel):
    """One shape of `ScheduledTaskSchedule`, tagged `weekdays`."""

    type: Literal["weekdays"] = wire("type", default="weekdays")
    time: str = wire("time")


class WeeklyScheduledTaskSchedule(WireModel):
    """One shape of `ScheduledTaskSchedule`, tagged `weekly`."""

    type: Literal["weekly"] = wire("type", default="weekly")
    days: list[ScheduledTaskWeekday] = wire("days")
    time: str = wire("time")


PluginSource: TypeAlias = (
    LocalPluginSource | GitPluginSource | NpmPluginSource | RemotePluginSource | UnknownVariant
)
"""A union, used by `PluginSummary`."""

ScheduledTaskSchedule: TypeAlias = (
    HourlyScheduledTaskSchedule
    | DailyScheduledTaskSchedule
    | WeekdaysScheduledTaskSchedule
    | WeeklyScheduledTaskSchedule
    | UnknownVariant
)
"""A union, used by `ScheduledTaskSummary`."""
