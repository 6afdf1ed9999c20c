"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank
from .. import app as t

new_AppBranding = blank(globals(), "AppBranding")


def read_AppBranding(v):
    o = new_AppBranding()
    if type(x := v["isDiscoverableApp"]) is not bool:
        raise Unfit
    o.is_discoverable_app = x
    if (x := v.get("category")) is not None and type(x) is not str:
        raise Unfit
    o.category = x
    if (x := v.get("developer")) is not None and type(x) is not str:
        raise Unfit
    o.developer = x
    if (x := v.get("privacyPolicy")) is not None and type(x) is not str:
        raise Unfit
    o.privacy_policy = x
    if (x := v.get("termsOfService")) is not None and type(x) is not str:
        raise Unfit
    o.terms_of_service = x
    if (x := v.get("website")) is not None and type(x) is not str:
        raise Unfit
    o.website = x
    o.__class__ = t.AppBranding
    return o


new_AppInfo = blank(globals(), "AppInfo")


def read_AppInfo(v):
    o = new_AppInfo()
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.app_metadata = None if (x := v.get("appMetadata")) is None else read_AppMetadata(x)
    o.branding = None if (x := v.get("branding")) is None else read_AppBranding(x)
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("distributionChannel")) is not None and type(x) is not str:
        raise Unfit
    o.distribution_channel = x
    x = v.get("iconAssets")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        for y in x.values():
            if type(y) is not str:
                raise Unfit
    o.icon_assets = x
    x = v.get("iconDarkAssets")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        for y in x.values():
            if type(y) is not str:
                raise Unfit
    o.icon_dark_assets = x
    if (x := v.get("installUrl")) is not None and type(x) is not str:
        raise Unfit
    o.install_url = x
    if "isAccessible" in v:
        if type(x := v["isAccessible"]) is not bool:
            raise Unfit
        o.is_accessible = x
    else:
        o.is_accessible = False
    if "isEnabled" in v:
        if type(x := v["isEnabled"]) is not bool:
            raise Unfit
        o.is_enabled = x
    else:
        o.is_enabled = True
    x = v.get("labels")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        for y in x.values():
            if type(y) is not str:
                raise Unfit
    o.labels = x
    if (x := v.get("logoUrl")) is not None and type(x) is not str:
        raise Unfit
    o.logo_url = x
    if (x := v.get("logoUrlDark")) is not None and type(x) is not str:
        raise Unfit
    o.logo_url_dark = x
    if "pluginDisplayNames" in v:
        if type(x := v["pluginDisplayNames"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.plugin_display_names = x
    else:
        o.plugin_display_names = []
    o.__class__ = t.AppInfo
    return o


new_AppListUpdatedNotification = blank(globals(), "AppListUpdatedNotification")


def read_AppListUpdatedNotification(v):
    o = new_AppListUpdatedNotification()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_AppInfo(y) for y in x]
    o.__class__ = t.AppListUpdatedNotification
    return o


new_AppMetadata = blank(globals(), "AppMetadata")


def read_AppMetadata(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AppMetadata()
    x = v.get("categories")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.categories = x
    if (x := v.get("developer")) is not None and type(x) is not str:
        raise Unfit
    o.developer = x
    if (x := v.get("firstPartyRequiresInstall")) is not None and type(x) is not bool:
        raise Unfit
    o.first_party_requires_install = x
    o.review = None if (x := v.get("review")) is None else read_AppReview(x)
    x = v.get("screenshots")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_AppScreenshot(y) for y in x]
    o.screenshots = x
    if (x := v.get("seoDescription")) is not None and type(x) is not str:
        raise Unfit
    o.seo_description = x
    if (x := v.get("showInComposerWhenUnlinked")) is not None and type(x) is not bool:
        raise Unfit
    o.show_in_composer_when_unlinked = x
    x = v.get("subCategories")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.sub_categories = x
    if (x := v.get("version")) is not None and type(x) is not str:
        raise Unfit
    o.version = x
    if (x := v.get("versionId")) is not None and type(x) is not str:
        raise Unfit
    o.version_id = x
    if (x := v.get("versionNotes")) is not None and type(x) is not str:
        raise Unfit
    o.version_notes = x
    o.__class__ = t.AppMetadata
    return o


new_AppReview = blank(globals(), "AppReview")


def read_AppReview(v):
    o = new_AppReview()
    if type(x := v["status"]) is not str:
        raise Unfit
    o.status = x
    o.__class__ = t.AppReview
    return o


new_AppScreenshot = blank(globals(), "AppScreenshot")


def read_AppScreenshot(v):
    o = new_AppScreenshot()
    if type(x := v["userPrompt"]) is not str:
        raise Unfit
    o.user_prompt = x
    if (x := v.get("fileId")) is not None and type(x) is not str:
        raise Unfit
    o.file_id = x
    if (x := v.get("url")) is not None and type(x) is not str:
        raise Unfit
    o.url = x
    o.__class__ = t.AppScreenshot
    return o


new_AppSummary = blank(globals(), "AppSummary")


def read_AppSummary(v):
    o = new_AppSummary()
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if (x := v.get("category")) is not None and type(x) is not str:
        raise Unfit
    o.category = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("installUrl")) is not None and type(x) is not str:
        raise Unfit
    o.install_url = x
    o.__class__ = t.AppSummary
    return o


new_AppTemplateSummary = blank(globals(), "AppTemplateSummary")


def read_AppTemplateSummary(v):
    o = new_AppTemplateSummary()
    if type(x := v["materializedAppIds"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.materialized_app_ids = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["templateId"]) is not str:
        raise Unfit
    o.template_id = x
    if (x := v.get("canonicalConnectorId")) is not None and type(x) is not str:
        raise Unfit
    o.canonical_connector_id = x
    if (x := v.get("category")) is not None and type(x) is not str:
        raise Unfit
    o.category = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("logoUrl")) is not None and type(x) is not str:
        raise Unfit
    o.logo_url = x
    if (x := v.get("logoUrlDark")) is not None and type(x) is not str:
        raise Unfit
    o.logo_url_dark = x
    o.reason = None if (x := v.get("reason")) is None else read_AppTemplateUnavailableReason(x)
    o.__class__ = t.AppTemplateSummary
    return o


read_AppTemplateUnavailableReason = Members(t.AppTemplateUnavailableReason).__getitem__
new_AppToolSummary = blank(globals(), "AppToolSummary")


def read_AppToolSummary(v):
    o = new_AppToolSummary()
    if type(x := v["description"]) is not str:
        raise Unfit
    o.description = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if (x := v.get("disabledReason")) is not None and type(x) is not str:
        raise Unfit
    o.disabled_reason = x
    if "isEnabled" in v:
        if type(x := v["isEnabled"]) is not bool:
            raise Unfit
        o.is_enabled = x
    else:
        o.is_enabled = True
    if "isReadOnly" in v:
        if type(x := v["isReadOnly"]) is not bool:
            raise Unfit
        o.is_read_only = x
    else:
        o.is_read_only = False
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.AppToolSummary
    return o


new_AppsInstalledResponse = blank(globals(), "AppsInstalledResponse")


def read_AppsInstalledResponse(v):
    o = new_AppsInstalledResponse()
    if type(x := v["apps"]) is not list:
        raise Unfit
    o.apps = [read_InstalledApp(y) for y in x]
    o.__class__ = t.AppsInstalledResponse
    return o


new_AppsListResponse = blank(globals(), "AppsListResponse")


def read_AppsListResponse(v):
    o = new_AppsListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_AppInfo(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.AppsListResponse
    return o


new_AppsReadResponse = blank(globals(), "AppsReadResponse")


def read_AppsReadResponse(v):
    o = new_AppsReadResponse()
    if type(x := v["apps"]) is not list:
        raise Unfit
    o.apps = [read_ConnectorMetadata(y) for y in x]
    if type(x := v["missingAppIds"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.missing_app_ids = x
    o.__class__ = t.AppsReadResponse
    return o


new_ConnectorMetadata = blank(globals(), "ConnectorMetadata")


def read_ConnectorMetadata(v):
    o = new_ConnectorMetadata()
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("distributionChannel")) is not None and type(x) is not str:
        raise Unfit
    o.distribution_channel = x
    if (x := v.get("iconUrl")) is not None and type(x) is not str:
        raise Unfit
    o.icon_url = x
    if (x := v.get("iconUrlDark")) is not None and type(x) is not str:
        raise Unfit
    o.icon_url_dark = x
    if (x := v.get("installUrl")) is not None and type(x) is not str:
        raise Unfit
    o.install_url = x
    if "pluginDisplayNames" in v:
        if type(x := v["pluginDisplayNames"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.plugin_display_names = x
    else:
        o.plugin_display_names = []
    x = v.get("toolSummaries")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_AppToolSummary(y) for y in x]
    o.tool_summaries = x
    o.__class__ = t.ConnectorMetadata
    return o


new_InstalledApp = blank(globals(), "InstalledApp")


def read_InstalledApp(v):
    o = new_InstalledApp()
    if type(x := v["callable"]) is not bool:
        raise Unfit
    o.callable = x
    if type(x := v["enabled"]) is not bool:
        raise Unfit
    o.enabled = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if (x := v.get("runtimeName")) is not None and type(x) is not str:
        raise Unfit
    o.runtime_name = x
    o.__class__ = t.InstalledApp
    return o
