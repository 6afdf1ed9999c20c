"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, blank, later
from .. import plugin as t

read_AppSummary = later(globals(), "app", "read_AppSummary")
read_AppTemplateSummary = later(globals(), "app", "read_AppTemplateSummary")
read_HookEventName = later(globals(), "hook", "read_HookEventName")
read_MarketplaceInterface = later(globals(), "marketplace", "read_MarketplaceInterface")
read_MarketplaceLoadErrorInfo = later(globals(), "marketplace", "read_MarketplaceLoadErrorInfo")
read_SkillSummary = later(globals(), "skill", "read_SkillSummary")
new_DailyScheduledTaskSchedule = blank(globals(), "DailyScheduledTaskSchedule")


def read_DailyScheduledTaskSchedule(v):
    o = new_DailyScheduledTaskSchedule()
    if v["type"] != "daily":
        raise Unfit
    o.type = "daily"
    if type(x := v["time"]) is not str:
        raise Unfit
    o.time = x
    o.__class__ = t.DailyScheduledTaskSchedule
    return o


new_GitPluginSource = blank(globals(), "GitPluginSource")


def read_GitPluginSource(v):
    o = new_GitPluginSource()
    if v["type"] != "git":
        raise Unfit
    o.type = "git"
    if type(x := v["url"]) is not str:
        raise Unfit
    o.url = x
    if (x := v.get("path")) is not None and type(x) is not str:
        raise Unfit
    o.path = x
    if (x := v.get("refName")) is not None and type(x) is not str:
        raise Unfit
    o.ref_name = x
    if (x := v.get("sha")) is not None and type(x) is not str:
        raise Unfit
    o.sha = x
    o.__class__ = t.GitPluginSource
    return o


new_HourlyScheduledTaskSchedule = blank(globals(), "HourlyScheduledTaskSchedule")


def read_HourlyScheduledTaskSchedule(v):
    o = new_HourlyScheduledTaskSchedule()
    if v["type"] != "hourly":
        raise Unfit
    o.type = "hourly"
    if type(x := v["intervalHours"]) is not int:
        raise Unfit
    o.interval_hours = x
    x = v.get("days")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ScheduledTaskWeekday(y) for y in x]
    o.days = x
    o.__class__ = t.HourlyScheduledTaskSchedule
    return o


new_LocalPluginSource = blank(globals(), "LocalPluginSource")


def read_LocalPluginSource(v):
    o = new_LocalPluginSource()
    if v["type"] != "local":
        raise Unfit
    o.type = "local"
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.LocalPluginSource
    return o


new_NpmPluginSource = blank(globals(), "NpmPluginSource")


def read_NpmPluginSource(v):
    o = new_NpmPluginSource()
    if v["type"] != "npm":
        raise Unfit
    o.type = "npm"
    if type(x := v["package"]) is not str:
        raise Unfit
    o.package = x
    if (x := v.get("registry")) is not None and type(x) is not str:
        raise Unfit
    o.registry = x
    if (x := v.get("version")) is not None and type(x) is not str:
        raise Unfit
    o.version = x
    o.__class__ = t.NpmPluginSource
    return o


read_PluginAuthPolicy = Members(t.PluginAuthPolicy).__getitem__
read_PluginAvailability = Members(t.PluginAvailability).__getitem__
new_PluginDetail = blank(globals(), "PluginDetail")


def read_PluginDetail(v):
    o = new_PluginDetail()
    if type(x := v["apps"]) is not list:
        raise Unfit
    o.apps = [read_AppSummary(y) for y in x]
    if type(x := v["hooks"]) is not list:
        raise Unfit
    o.hooks = [read_PluginHookSummary(y) for y in x]
    if type(x := v["marketplaceName"]) is not str:
        raise Unfit
    o.marketplace_name = x
    if type(x := v["mcpServers"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.mcp_servers = x
    if type(x := v["skills"]) is not list:
        raise Unfit
    o.skills = [read_SkillSummary(y) for y in x]
    o.summary = read_PluginSummary(v["summary"])
    x = v.get("appTemplates")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_AppTemplateSummary(y) for y in x]
    o.app_templates = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("marketplacePath")) is not None and type(x) is not str:
        raise Unfit
    o.marketplace_path = x
    o.onboarding_skill = None if (x := v.get("onboardingSkill")) is None else read_SkillSummary(x)
    x = v.get("scheduledTasks")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ScheduledTaskSummary(y) for y in x]
    o.scheduled_tasks = x
    if (x := v.get("shareUrl")) is not None and type(x) is not str:
        raise Unfit
    o.share_url = x
    o.__class__ = t.PluginDetail
    return o


read_PluginDisabledReason = Members(t.PluginDisabledReason).__getitem__
new_PluginHookSummary = blank(globals(), "PluginHookSummary")


def read_PluginHookSummary(v):
    o = new_PluginHookSummary()
    o.event_name = read_HookEventName(v["eventName"])
    if type(x := v["key"]) is not str:
        raise Unfit
    o.key = x
    o.__class__ = t.PluginHookSummary
    return o


read_PluginInstallPolicy = Members(t.PluginInstallPolicy).__getitem__
read_PluginInstallPolicySource = Members(t.PluginInstallPolicySource).__getitem__
new_PluginInstallResponse = blank(globals(), "PluginInstallResponse")


def read_PluginInstallResponse(v):
    o = new_PluginInstallResponse()
    if type(x := v["appsNeedingAuth"]) is not list:
        raise Unfit
    o.apps_needing_auth = [read_AppSummary(y) for y in x]
    o.auth_policy = read_PluginAuthPolicy(v["authPolicy"])
    o.__class__ = t.PluginInstallResponse
    return o


new_PluginInstalledResponse = blank(globals(), "PluginInstalledResponse")


def read_PluginInstalledResponse(v):
    o = new_PluginInstalledResponse()
    if type(x := v["marketplaces"]) is not list:
        raise Unfit
    o.marketplaces = [read_PluginMarketplaceEntry(y) for y in x]
    if "marketplaceLoadErrors" in v:
        if type(x := v["marketplaceLoadErrors"]) is not list:
            raise Unfit
        o.marketplace_load_errors = [read_MarketplaceLoadErrorInfo(y) for y in x]
    else:
        o.marketplace_load_errors = []
    o.__class__ = t.PluginInstalledResponse
    return o


new_PluginInterface = blank(globals(), "PluginInterface")


def read_PluginInterface(v):
    o = new_PluginInterface()
    if type(x := v["capabilities"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.capabilities = x
    if type(x := v["screenshotUrls"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.screenshot_urls = x
    if type(x := v["screenshots"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.screenshots = x
    if (x := v.get("brandColor")) is not None and type(x) is not str:
        raise Unfit
    o.brand_color = x
    if (x := v.get("category")) is not None and type(x) is not str:
        raise Unfit
    o.category = x
    if (x := v.get("composerIcon")) is not None and type(x) is not str:
        raise Unfit
    o.composer_icon = x
    if (x := v.get("composerIconUrl")) is not None and type(x) is not str:
        raise Unfit
    o.composer_icon_url = x
    x = v.get("defaultPrompt")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.default_prompt = x
    if (x := v.get("developerName")) is not None and type(x) is not str:
        raise Unfit
    o.developer_name = x
    if (x := v.get("displayName")) is not None and type(x) is not str:
        raise Unfit
    o.display_name = x
    if (x := v.get("logo")) is not None and type(x) is not str:
        raise Unfit
    o.logo = x
    if (x := v.get("logoDark")) is not None and type(x) is not str:
        raise Unfit
    o.logo_dark = x
    if (x := v.get("logoUrl")) is not None and type(x) is not str:
        raise Unfit
    o.logo_url = x
    if (x := v.get("logoUrlDark")) is not None and type(x) is not str:
        raise Unfit
    o.logo_url_dark = x
    if (x := v.get("longDescription")) is not None and type(x) is not str:
        raise Unfit
    o.long_description = x
    if (x := v.get("privacyPolicyUrl")) is not None and type(x) is not str:
        raise Unfit
    o.privacy_policy_url = x
    if (x := v.get("shortDescription")) is not None and type(x) is not str:
        raise Unfit
    o.short_description = x
    if (x := v.get("termsOfServiceUrl")) is not None and type(x) is not str:
        raise Unfit
    o.terms_of_service_url = x
    if (x := v.get("websiteUrl")) is not None and type(x) is not str:
        raise Unfit
    o.website_url = x
    o.__class__ = t.PluginInterface
    return o


new_PluginListResponse = blank(globals(), "PluginListResponse")


def read_PluginListResponse(v):
    o = new_PluginListResponse()
    if type(x := v["marketplaces"]) is not list:
        raise Unfit
    o.marketplaces = [read_PluginMarketplaceEntry(y) for y in x]
    if "featuredPluginIds" in v:
        if type(x := v["featuredPluginIds"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.featured_plugin_ids = x
    else:
        o.featured_plugin_ids = []
    if "marketplaceLoadErrors" in v:
        if type(x := v["marketplaceLoadErrors"]) is not list:
            raise Unfit
        o.marketplace_load_errors = [read_MarketplaceLoadErrorInfo(y) for y in x]
    else:
        o.marketplace_load_errors = []
    o.__class__ = t.PluginListResponse
    return o


new_PluginMarketplaceEntry = blank(globals(), "PluginMarketplaceEntry")


def read_PluginMarketplaceEntry(v):
    o = new_PluginMarketplaceEntry()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["plugins"]) is not list:
        raise Unfit
    o.plugins = [read_PluginSummary(y) for y in x]
    o.interface = None if (x := v.get("interface")) is None else read_MarketplaceInterface(x)
    if (x := v.get("path")) is not None and type(x) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.PluginMarketplaceEntry
    return o


new_PluginReadResponse = blank(globals(), "PluginReadResponse")


def read_PluginReadResponse(v):
    o = new_PluginReadResponse()
    o.plugin = read_PluginDetail(v["plugin"])
    o.__class__ = t.PluginReadResponse
    return o


new_PluginReconcileChangedPlugin = blank(globals(), "PluginReconcileChangedPlugin")


def read_PluginReconcileChangedPlugin(v):
    o = new_PluginReconcileChangedPlugin()
    if type(x := v["hasApps"]) is not bool:
        raise Unfit
    o.has_apps = x
    if type(x := v["hasHooks"]) is not bool:
        raise Unfit
    o.has_hooks = x
    if type(x := v["hasMcps"]) is not bool:
        raise Unfit
    o.has_mcps = x
    if type(x := v["hasSkills"]) is not bool:
        raise Unfit
    o.has_skills = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.__class__ = t.PluginReconcileChangedPlugin
    return o


new_PluginReconcileResponse = blank(globals(), "PluginReconcileResponse")


def read_PluginReconcileResponse(v):
    o = new_PluginReconcileResponse()
    if type(x := v["changedPlugins"]) is not list:
        raise Unfit
    o.changed_plugins = [read_PluginReconcileChangedPlugin(y) for y in x]
    if type(x := v["failedMaterializationRemotePluginIds"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.failed_materialization_remote_plugin_ids = x
    if type(x := v["failedRemotePluginIds"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.failed_remote_plugin_ids = x
    o.__class__ = t.PluginReconcileResponse
    return o


new_PluginSearchResponse = blank(globals(), "PluginSearchResponse")


def read_PluginSearchResponse(v):
    o = new_PluginSearchResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_PluginSearchResult(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.PluginSearchResponse
    return o


new_PluginSearchResult = blank(globals(), "PluginSearchResult")


def read_PluginSearchResult(v):
    o = new_PluginSearchResult()
    if type(x := v["marketplaceName"]) is not str:
        raise Unfit
    o.marketplace_name = x
    o.plugin = read_PluginSummary(v["plugin"])
    if (x := v.get("marketplacePath")) is not None and type(x) is not str:
        raise Unfit
    o.marketplace_path = x
    o.__class__ = t.PluginSearchResult
    return o


new_PluginShareCheckoutResponse = blank(globals(), "PluginShareCheckoutResponse")


def read_PluginShareCheckoutResponse(v):
    o = new_PluginShareCheckoutResponse()
    if type(x := v["marketplaceName"]) is not str:
        raise Unfit
    o.marketplace_name = x
    if type(x := v["marketplacePath"]) is not str:
        raise Unfit
    o.marketplace_path = x
    if type(x := v["pluginId"]) is not str:
        raise Unfit
    o.plugin_id = x
    if type(x := v["pluginName"]) is not str:
        raise Unfit
    o.plugin_name = x
    if type(x := v["pluginPath"]) is not str:
        raise Unfit
    o.plugin_path = x
    if type(x := v["remotePluginId"]) is not str:
        raise Unfit
    o.remote_plugin_id = x
    if (x := v.get("remoteVersion")) is not None and type(x) is not str:
        raise Unfit
    o.remote_version = x
    o.__class__ = t.PluginShareCheckoutResponse
    return o


new_PluginShareContext = blank(globals(), "PluginShareContext")


def read_PluginShareContext(v):
    o = new_PluginShareContext()
    if type(x := v["remotePluginId"]) is not str:
        raise Unfit
    o.remote_plugin_id = x
    if (x := v.get("canPublishToWorkspace")) is not None and type(x) is not bool:
        raise Unfit
    o.can_publish_to_workspace = x
    if (x := v.get("creatorAccountUserId")) is not None and type(x) is not str:
        raise Unfit
    o.creator_account_user_id = x
    if (x := v.get("creatorName")) is not None and type(x) is not str:
        raise Unfit
    o.creator_name = x
    o.discoverability = (
        None if (x := v.get("discoverability")) is None else read_PluginShareDiscoverability(x)
    )
    if (x := v.get("remoteVersion")) is not None and type(x) is not str:
        raise Unfit
    o.remote_version = x
    x = v.get("sharePrincipals")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_PluginSharePrincipal(y) for y in x]
    o.share_principals = x
    if (x := v.get("shareUrl")) is not None and type(x) is not str:
        raise Unfit
    o.share_url = x
    o.__class__ = t.PluginShareContext
    return o


new_PluginShareDeleteResponse = blank(globals(), "PluginShareDeleteResponse")


def read_PluginShareDeleteResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_PluginShareDeleteResponse()
    o.__class__ = t.PluginShareDeleteResponse
    return o


read_PluginShareDiscoverability = Members(t.PluginShareDiscoverability).__getitem__
new_PluginShareListItem = blank(globals(), "PluginShareListItem")


def read_PluginShareListItem(v):
    o = new_PluginShareListItem()
    o.plugin = read_PluginSummary(v["plugin"])
    if (x := v.get("localPluginPath")) is not None and type(x) is not str:
        raise Unfit
    o.local_plugin_path = x
    o.__class__ = t.PluginShareListItem
    return o


new_PluginShareListResponse = blank(globals(), "PluginShareListResponse")


def read_PluginShareListResponse(v):
    o = new_PluginShareListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_PluginShareListItem(y) for y in x]
    o.__class__ = t.PluginShareListResponse
    return o


new_PluginSharePrincipal = blank(globals(), "PluginSharePrincipal")


def read_PluginSharePrincipal(v):
    o = new_PluginSharePrincipal()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["principalId"]) is not str:
        raise Unfit
    o.principal_id = x
    o.principal_type = read_PluginSharePrincipalType(v["principalType"])
    o.role = read_PluginSharePrincipalRole(v["role"])
    o.__class__ = t.PluginSharePrincipal
    return o


read_PluginSharePrincipalRole = Members(t.PluginSharePrincipalRole).__getitem__
read_PluginSharePrincipalType = Members(t.PluginSharePrincipalType).__getitem__
new_PluginShareSaveResponse = blank(globals(), "PluginShareSaveResponse")


def read_PluginShareSaveResponse(v):
    o = new_PluginShareSaveResponse()
    if type(x := v["remotePluginId"]) is not str:
        raise Unfit
    o.remote_plugin_id = x
    if type(x := v["shareUrl"]) is not str:
        raise Unfit
    o.share_url = x
    if (x := v.get("canPublishToWorkspace")) is not None and type(x) is not bool:
        raise Unfit
    o.can_publish_to_workspace = x
    o.__class__ = t.PluginShareSaveResponse
    return o


new_PluginShareUpdateTargetsResponse = blank(globals(), "PluginShareUpdateTargetsResponse")


def read_PluginShareUpdateTargetsResponse(v):
    o = new_PluginShareUpdateTargetsResponse()
    o.discoverability = read_PluginShareDiscoverability(v["discoverability"])
    if type(x := v["principals"]) is not list:
        raise Unfit
    o.principals = [read_PluginSharePrincipal(y) for y in x]
    o.__class__ = t.PluginShareUpdateTargetsResponse
    return o


new_PluginSkillReadResponse = blank(globals(), "PluginSkillReadResponse")


def read_PluginSkillReadResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_PluginSkillReadResponse()
    if (x := v.get("contents")) is not None and type(x) is not str:
        raise Unfit
    o.contents = x
    o.__class__ = t.PluginSkillReadResponse
    return o


def read_PluginSource(v):
    return by_tag_PluginSource[v["type"]](v)


new_PluginSummary = blank(globals(), "PluginSummary")


def read_PluginSummary(v):
    o = new_PluginSummary()
    o.auth_policy = read_PluginAuthPolicy(v["authPolicy"])
    if type(x := v["enabled"]) is not bool:
        raise Unfit
    o.enabled = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.install_policy = read_PluginInstallPolicy(v["installPolicy"])
    if type(x := v["installed"]) is not bool:
        raise Unfit
    o.installed = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    x = v["source"]
    o.source = by_tag_PluginSource[x["type"]](x)
    if "availability" in v:
        o.availability = read_PluginAvailability(v["availability"])
    else:
        o.availability = t.PluginAvailability.AVAILABLE
    o.disabled_reason = (
        None if (x := v.get("disabledReason")) is None else read_PluginDisabledReason(x)
    )
    x = v.get("eligiblePlanTypes")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.eligible_plan_types = x
    o.install_policy_source = (
        None if (x := v.get("installPolicySource")) is None else read_PluginInstallPolicySource(x)
    )
    if (x := v.get("installedAt")) is not None and type(x) is not int:
        raise Unfit
    o.installed_at = x
    o.interface = None if (x := v.get("interface")) is None else read_PluginInterface(x)
    if "keywords" in v:
        if type(x := v["keywords"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.keywords = x
    else:
        o.keywords = []
    if (x := v.get("localVersion")) is not None and type(x) is not str:
        raise Unfit
    o.local_version = x
    if (x := v.get("mustShowInstallationInterstitial")) is not None and type(x) is not bool:
        raise Unfit
    o.must_show_installation_interstitial = x
    if (x := v.get("remotePluginId")) is not None and type(x) is not str:
        raise Unfit
    o.remote_plugin_id = x
    o.share_context = None if (x := v.get("shareContext")) is None else read_PluginShareContext(x)
    if (x := v.get("version")) is not None and type(x) is not str:
        raise Unfit
    o.version = x
    o.__class__ = t.PluginSummary
    return o


new_PluginUninstallResponse = blank(globals(), "PluginUninstallResponse")


def read_PluginUninstallResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_PluginUninstallResponse()
    o.__class__ = t.PluginUninstallResponse
    return o


new_RemotePluginSource = blank(globals(), "RemotePluginSource")


def read_RemotePluginSource(v):
    o = new_RemotePluginSource()
    if v["type"] != "remote":
        raise Unfit
    o.type = "remote"
    o.__class__ = t.RemotePluginSource
    return o


def read_ScheduledTaskSchedule(v):
    return by_tag_ScheduledTaskSchedule[v["type"]](v)


new_ScheduledTaskSummary = blank(globals(), "ScheduledTaskSummary")


def read_ScheduledTaskSummary(v):
    o = new_ScheduledTaskSummary()
    if type(x := v["key"]) is not str:
        raise Unfit
    o.key = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["prompt"]) is not str:
        raise Unfit
    o.prompt = x
    x = v["schedule"]
    o.schedule = by_tag_ScheduledTaskSchedule[x["type"]](x)
    o.__class__ = t.ScheduledTaskSummary
    return o


read_ScheduledTaskWeekday = Members(t.ScheduledTaskWeekday).__getitem__
new_WeekdaysScheduledTaskSchedule = blank(globals(), "WeekdaysScheduledTaskSchedule")


def read_WeekdaysScheduledTaskSchedule(v):
    o = new_WeekdaysScheduledTaskSchedule()
    if v["type"] != "weekdays":
        raise Unfit
    o.type = "weekdays"
    if type(x := v["time"]) is not str:
        raise Unfit
    o.time = x
    o.__class__ = t.WeekdaysScheduledTaskSchedule
    return o


new_WeeklyScheduledTaskSchedule = blank(globals(), "WeeklyScheduledTaskSchedule")


def read_WeeklyScheduledTaskSchedule(v):
    o = new_WeeklyScheduledTaskSchedule()
    if v["type"] != "weekly":
        raise Unfit
    o.type = "weekly"
    if type(x := v["days"]) is not list:
        raise Unfit
    o.days = [read_ScheduledTaskWeekday(y) for y in x]
    if type(x := v["time"]) is not str:
        raise Unfit
    o.time = x
    o.__class__ = t.WeeklyScheduledTaskSchedule
    return o


by_tag_PluginSource = Variants(
    {
        "local": read_LocalPluginSource,
        "git": read_GitPluginSource,
        "npm": read_NpmPluginSource,
        "remote": read_RemotePluginSource,
    }
)
by_tag_ScheduledTaskSchedule = Variants(
    {
        "hourly": read_HourlyScheduledTaskSchedule,
        "daily": read_DailyScheduledTaskSchedule,
        "weekdays": read_WeekdaysScheduledTaskSchedule,
        "weekly": read_WeeklyScheduledTaskSchedule,
    }
)
