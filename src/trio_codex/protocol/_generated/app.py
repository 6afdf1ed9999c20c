"""App and connector types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire

__all__ = [
    "AppBranding",
    "AppInfo",
    "AppListUpdatedNotification",
    "AppMetadata",
    "AppReview",
    "AppScreenshot",
    "AppSummary",
    "AppTemplateSummary",
    "AppTemplateUnavailableReason",
    "AppToolSummary",
    "AppsInstalledParams",
    "AppsInstalledResponse",
    "AppsListParams",
    "AppsListResponse",
    "AppsReadParams",
    "AppsReadResponse",
    "ConnectorMetadata",
    "InstalledApp",
]


class AppTemplateUnavailableReason(OpenEnum):
    """An open enum, used by `AppTemplateSummary`."""

    NOT_CONFIGURED_FOR_WORKSPACE = "NOT_CONFIGURED_FOR_WORKSPACE"
    NO_ACTIVE_WORKSPACE = "NO_ACTIVE_WORKSPACE"


class AppBranding(WireModel):
    """An object, used by `AppInfo`."""

    is_discoverable_app: bool = wire("isDiscoverableApp")
    category: str | None = wire("category", default=None)
    developer: str | None = wire("developer", default=None)
    privacy_policy: str | None = wire("privacyPolicy", default=None)
    terms_of_service: str | None = wire("termsOfService", default=None)
    website: str | None = wire("website", default=None)


class AppInfo(WireModel):
    """An object, used by `AppListUpdatedNotification` and `AppsListResponse`."""

    id: str = wire("id")
    name: str = wire("name")
    app_metadata: AppMetadata | None = wire("appMetadata", default=None)
    branding: AppBranding | None = wire("branding", default=None)
    description: str | None = wire("description", default=None)
    distribution_channel: str | None = wire("distributionChannel", default=None)
    icon_assets: dict[str, str] | None = wire("iconAssets", default=None)
    icon_dark_assets: dict[str, str] | None = wire("iconDarkAssets", default=None)
    install_url: str | None = wire("installUrl", default=None)
    is_accessible: bool = wire("isAccessible", default=False)
    is_enabled: bool = wire("isEnabled", default=True)
    labels: dict[str, str] | None = wire("labels", default=None)
    logo_url: str | None = wire("logoUrl", default=None)
    logo_url_dark: str | None = wire("logoUrlDark", default=None)
    plugin_display_names: list[str] = wire("pluginDisplayNames", factory=list)


class AppListUpdatedNotification(WireModel):
    """Payload of the `app/list/updated` notification."""

    data: list[AppInfo] = wire("data")


class AppMetadata(WireModel):
    """An object, used by `AppInfo`."""

    categories: list[str] | None = wire("categories", default=None)
    developer: str | None = wire("developer", default=None)
    first_party_requires_install: bool | None = wire("firstPartyRequiresInstall", default=None)
    review: AppReview | None = wire("review", default=None)
    screenshots: list[AppScreenshot] | None = wire("screenshots", default=None)
    seo_description: str | None = wire("seoDescription", default=None)
    show_in_composer_when_unlinked: bool | None = wire("showInComposerWhenUnlinked", default=None)
    sub_categories: list[str] | None = wire("subCategories", default=None)
    version: str | None = wire("version", default=None)
    version_id: str | None = wire("versionId", default=None)
    version_notes: str | None = wire("versionNotes", default=None)


class AppReview(WireModel):
    """An object, used by `AppMetadata`."""

    status: str = wire("status")


class AppScreenshot(WireModel):
    """An object, used by `AppMetadata`."""

    user_prompt: str = wire("userPrompt")
    file_id: str | None = wire("fileId", default=None)
    url: str | None = wire("url", default=None)


class AppSummary(WireModel):
    """An object, used by `PluginDetail` and `PluginInstallResponse`."""

    id: str = wire("id")
    name: str = wire("name")
    category: str | None = wire("category", default=None)
    description: str | None = wire("description", default=None)
    install_url: str | None = wire("installUrl", default=None)


class AppTemplateSummary(WireModel):
    """An object, used by `PluginDetail`."""

    materialized_app_ids: list[str] = wire("materializedAppIds")
    name: str = wire("name")
    template_id: str = wire("templateId")
    canonical_connector_id: str | None = wire("canonicalConnectorId", default=None)
    category: str | None = wire("category", default=None)
    description: str | None = wire("description", default=None)
    logo_url: str | None = wire("logoUrl", default=None)
    logo_url_dark: str | None = wire("logoUrlDark", default=None)
    reason: AppTemplateUnavailableReason | None = wire("reason", default=None)


class AppToolSummary(WireModel):
    """An object, used by `ConnectorMetadata`."""

    description: str = wire("description")
    name: str = wire("name")
    disabled_reason: str | None = wire("disabledReason", default=None)
    is_enabled: bool = wire("isEnabled", default=True)
    is_read_only: bool = wire("isReadOnly", default=False)
    title: str | None = wire("title", default=None)


class AppsInstalledParams(WireModel):
    """Params of `app/installed`."""

    force_refresh: bool | Omitted = wire("forceRefresh", default=OMITTED)
    thread_id: str | None | Omitted = wire("threadId", default=OMITTED)


class AppsInstalledResponse(WireModel):
    """Result of `app/installed`."""

    apps: list[InstalledApp] = wire("apps")


class AppsListParams(WireModel):
    """Params of `app/list`."""

    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    force_refetch: bool | Omitted = wire("forceRefetch", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    thread_id: str | None | Omitted = wire("threadId", default=OMITTED)


class AppsListResponse(WireModel):
    """Result of `app/list`."""

    data: list[AppInfo] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class AppsReadParams(WireModel):
    """Params of `app/read`."""

    app_ids: list[str] = wire("appIds")
    include_tools: bool | Omitted = wire("includeTools", default=OMITTED)
    thread_id: str | None | Omitted = wire("threadId", default=OMITTED)


class AppsReadResponse(WireModel):
    """Result of `app/read`."""

    apps: list[ConnectorMetadata] = wire("apps")
    missing_app_ids: list[str] = wire("missingAppIds")


class ConnectorMetadata(WireModel):
    """An object, used by `AppsReadResponse`."""

    id: str = wire("id")
    name: str = wire("name")
    description: str | None = wire("description", default=None)
    distribution_channel: str | None = wire("distributionChannel", default=None)
    icon_url: str | None = wire("iconUrl", default=None)
    icon_url_dark: str | None = wire("iconUrlDark", default=None)
    install_url: str | None = wire("installUrl", default=None)
    plugin_display_names: list[str] = wire("pluginDisplayNames", factory=list)
    tool_summaries: list[AppToolSummary] | None = wire("toolSummaries", default=None)


class InstalledApp(WireModel):
    """An object, used by `AppsInstalledResponse`."""

    callable: bool = wire("callable")
    enabled: bool = wire("enabled")
    id: str = wire("id")
    runtime_name: str | None = wire("runtimeName", default=None)
