"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_PluginInstallParams(
    v,
    e,
    known=frozenset({"pluginName", "installAttemptId", "marketplacePath", "remoteMarketplaceName"}),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["pluginName"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("installAttemptId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("marketplacePath")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("remoteMarketplaceName")) is not None:
        if type(x) is not str:
            raise Unfit


def check_PluginInstalledParams(v, e, known=frozenset({"cwds", "installSuggestionPluginNames"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cwds")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("installSuggestionPluginNames")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit


def check_PluginListMarketplaceKind(
    v,
    e,
    values=frozenset(
        {"local", "vertical", "workspace-directory", "shared-with-me", "created-by-me-remote"}
    ),
):
    member(v, "PluginListMarketplaceKind", values)


def check_PluginListParams(v, e, known=frozenset({"cwds", "forceRefetch", "marketplaceKinds"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cwds")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if "forceRefetch" in v:
        x = v["forceRefetch"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("marketplaceKinds")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_PluginListMarketplaceKind(x_, e)


def check_PluginReadParams(
    v, e, known=frozenset({"pluginName", "marketplacePath", "remoteMarketplaceName"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["pluginName"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("marketplacePath")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("remoteMarketplaceName")) is not None:
        if type(x) is not str:
            raise Unfit


def check_PluginReconcileParams(v, e, known=frozenset({"reason"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("reason")) is not None:
        if type(x) is not str:
            raise Unfit


def check_PluginSearchParams(
    v, e, known=frozenset({"searchTerm", "cursor", "cwds", "limit", "scope"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["searchTerm"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("cwds")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("scope")) is not None:
        check_PluginSearchScope(x, e)


def check_PluginSearchScope(v, e, values=frozenset({"global", "workspace", "personal"})):
    member(v, "PluginSearchScope", values)


def check_PluginShareCheckoutParams(v, e, known=frozenset({"remotePluginId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["remotePluginId"]
    if type(x) is not str:
        raise Unfit


def check_PluginShareDeleteParams(v, e, known=frozenset({"remotePluginId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["remotePluginId"]
    if type(x) is not str:
        raise Unfit


def check_PluginShareDiscoverability(v, e, values=frozenset({"LISTED", "UNLISTED", "PRIVATE"})):
    member(v, "PluginShareDiscoverability", values)


def check_PluginShareListParams(v, e, known=frozenset()):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit


def check_PluginSharePrincipalType(v, e, values=frozenset({"user", "group", "workspace"})):
    member(v, "PluginSharePrincipalType", values)


def check_PluginShareSaveParams(
    v, e, known=frozenset({"pluginPath", "discoverability", "remotePluginId", "shareTargets"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["pluginPath"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("discoverability")) is not None:
        check_PluginShareDiscoverability(x, e)
    if (x := v.get("remotePluginId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("shareTargets")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_PluginShareTarget(x_, e)


def check_PluginShareTarget(v, e, known=frozenset({"principalId", "principalType", "role"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["principalId"]
    if type(x) is not str:
        raise Unfit
    x = v["principalType"]
    check_PluginSharePrincipalType(x, e)
    x = v["role"]
    check_PluginShareTargetRole(x, e)


def check_PluginShareTargetRole(v, e, values=frozenset({"reader", "editor"})):
    member(v, "PluginShareTargetRole", values)


def check_PluginShareUpdateDiscoverability(
    v, e, values=frozenset({"UNLISTED", "PRIVATE", "LISTED"})
):
    member(v, "PluginShareUpdateDiscoverability", values)


def check_PluginShareUpdateTargetsParams(
    v, e, known=frozenset({"discoverability", "remotePluginId", "shareTargets"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["discoverability"]
    check_PluginShareUpdateDiscoverability(x, e)
    x = v["remotePluginId"]
    if type(x) is not str:
        raise Unfit
    x = v["shareTargets"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_PluginShareTarget(x_, e)


def check_PluginSkillReadParams(
    v, e, known=frozenset({"remoteMarketplaceName", "remotePluginId", "skillName"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["remoteMarketplaceName"]
    if type(x) is not str:
        raise Unfit
    x = v["remotePluginId"]
    if type(x) is not str:
        raise Unfit
    x = v["skillName"]
    if type(x) is not str:
        raise Unfit


def check_PluginUninstallParams(v, e, known=frozenset({"pluginId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["pluginId"]
    if type(x) is not str:
        raise Unfit
