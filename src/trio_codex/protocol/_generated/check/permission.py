"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_AdditionalContextEntry(v, e, known=frozenset({"kind", "value"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["kind"]
    check_AdditionalContextKind(x, e)
    x = v["value"]
    if type(x) is not str:
        raise Unfit


def check_AdditionalContextKind(v, e, values=frozenset({"untrusted", "application"})):
    member(v, "AdditionalContextKind", values)


def check_AdditionalFileSystemPermissions(
    v, e, known=frozenset({"entries", "globScanMaxDepth", "read", "write"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("entries")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_FileSystemSandboxEntry(x_, e)
    if (x := v.get("globScanMaxDepth")) is not None:
        if type(x) is not int or not 0 <= x <= 18446744073709551615:
            raise Unfit
    if (x := v.get("read")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("write")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit


def check_AdditionalNetworkPermissions(v, e, known=frozenset({"enabled"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("enabled")) is not None:
        if type(x) is not bool:
            raise Unfit


def check_ApprovalsReviewer(v, e, values=frozenset({"user", "auto_review", "guardian_subagent"})):
    member(v, "ApprovalsReviewer", values)


def check_AskForApproval(v, e):
    if type(v) is dict:
        if "granular" in v:
            check_GranularAskForApproval(v, e)
            return
    if type(v) is str:
        check_AskForApprovalKind(v, e)
        return
    raise Unfit


def check_AskForApprovalKind(v, e, values=frozenset({"untrusted", "on-request", "never"})):
    member(v, "AskForApprovalKind", values)


def check_DangerFullAccessSandboxPolicy(v, e, known=frozenset({"type"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "dangerFullAccess":
        raise Unfit


def check_ExternalSandboxSandboxPolicy(v, e, known=frozenset({"type", "networkAccess"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "externalSandbox":
        raise Unfit
    if "networkAccess" in v:
        x = v["networkAccess"]
        check_NetworkAccess(x, e)


def check_FileSystemAccessMode(v, e, values=frozenset({"read", "write", "deny"})):
    member(v, "FileSystemAccessMode", values)


def check_FileSystemPath(v, e):
    if type(v) is dict:
        by_tag_FileSystemPath[v["type"]](v, e)
        return
    raise Unfit


def check_FileSystemSandboxEntry(v, e, known=frozenset({"access", "path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["access"]
    check_FileSystemAccessMode(x, e)
    x = v["path"]
    check_FileSystemPath(x, e)


def check_FileSystemSpecialPath(v, e):
    if type(v) is dict:
        by_tag_FileSystemSpecialPath[v["kind"]](v, e)
        return
    raise Unfit


def check_GlobPatternFileSystemPath(v, e, known=frozenset({"type", "pattern"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "glob_pattern":
        raise Unfit
    x = v["pattern"]
    if type(x) is not str:
        raise Unfit


def check_GranularAskForApproval(v, e, known=frozenset({"granular"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["granular"]
    check_GranularAskForApprovalBody(x, e)


def check_GranularAskForApprovalBody(
    v,
    e,
    known=frozenset(
        {"mcp_elicitations", "rules", "sandbox_approval", "request_permissions", "skill_approval"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["mcp_elicitations"]
    if type(x) is not bool:
        raise Unfit
    x = v["rules"]
    if type(x) is not bool:
        raise Unfit
    x = v["sandbox_approval"]
    if type(x) is not bool:
        raise Unfit
    if "request_permissions" in v:
        x = v["request_permissions"]
        if type(x) is not bool:
            raise Unfit
    if "skill_approval" in v:
        x = v["skill_approval"]
        if type(x) is not bool:
            raise Unfit


def check_KindFileSystemSpecialPath(v, e, known=frozenset({"kind", "subpath"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["kind"]
    if type(x) is not str or x != "project_roots":
        raise Unfit
    if (x := v.get("subpath")) is not None:
        if type(x) is not str:
            raise Unfit


def check_MinimalFileSystemSpecialPath(v, e, known=frozenset({"kind"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["kind"]
    if type(x) is not str or x != "minimal":
        raise Unfit


def check_NetworkAccess(v, e, values=frozenset({"restricted", "enabled"})):
    member(v, "NetworkAccess", values)


def check_PathFileSystemPath(v, e, known=frozenset({"type", "path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "path":
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit


def check_PermissionProfileListParams(v, e, known=frozenset({"cursor", "cwd", "limit"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit


def check_ReadOnlySandboxPolicy(v, e, known=frozenset({"type", "networkAccess"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "readOnly":
        raise Unfit
    if "networkAccess" in v:
        x = v["networkAccess"]
        if type(x) is not bool:
            raise Unfit


def check_RootFileSystemSpecialPath(v, e, known=frozenset({"kind"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["kind"]
    if type(x) is not str or x != "root":
        raise Unfit


def check_SandboxMode(
    v, e, values=frozenset({"read-only", "workspace-write", "danger-full-access"})
):
    member(v, "SandboxMode", values)


def check_SandboxPolicy(v, e):
    if type(v) is dict:
        by_tag_SandboxPolicy[v["type"]](v, e)
        return
    raise Unfit


def check_SlashTmpFileSystemSpecialPath(v, e, known=frozenset({"kind"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["kind"]
    if type(x) is not str or x != "slash_tmp":
        raise Unfit


def check_SpecialFileSystemPath(v, e, known=frozenset({"type", "value"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "special":
        raise Unfit
    x = v["value"]
    check_FileSystemSpecialPath(x, e)


def check_TmpdirFileSystemSpecialPath(v, e, known=frozenset({"kind"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["kind"]
    if type(x) is not str or x != "tmpdir":
        raise Unfit


def check_UnknownFileSystemSpecialPath(v, e, known=frozenset({"kind", "path", "subpath"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["kind"]
    if type(x) is not str or x != "unknown":
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("subpath")) is not None:
        if type(x) is not str:
            raise Unfit


def check_WorkspaceWriteSandboxPolicy(
    v,
    e,
    known=frozenset(
        {"type", "excludeSlashTmp", "excludeTmpdirEnvVar", "networkAccess", "writableRoots"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "workspaceWrite":
        raise Unfit
    if "excludeSlashTmp" in v:
        x = v["excludeSlashTmp"]
        if type(x) is not bool:
            raise Unfit
    if "excludeTmpdirEnvVar" in v:
        x = v["excludeTmpdirEnvVar"]
        if type(x) is not bool:
            raise Unfit
    if "networkAccess" in v:
        x = v["networkAccess"]
        if type(x) is not bool:
            raise Unfit
    if "writableRoots" in v:
        x = v["writableRoots"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit


by_tag_FileSystemPath = {
    "path": check_PathFileSystemPath,
    "glob_pattern": check_GlobPatternFileSystemPath,
    "special": check_SpecialFileSystemPath,
}
by_tag_FileSystemSpecialPath = {
    "root": check_RootFileSystemSpecialPath,
    "minimal": check_MinimalFileSystemSpecialPath,
    "project_roots": check_KindFileSystemSpecialPath,
    "tmpdir": check_TmpdirFileSystemSpecialPath,
    "slash_tmp": check_SlashTmpFileSystemSpecialPath,
    "unknown": check_UnknownFileSystemSpecialPath,
}
by_tag_SandboxPolicy = {
    "dangerFullAccess": check_DangerFullAccessSandboxPolicy,
    "readOnly": check_ReadOnlySandboxPolicy,
    "externalSandbox": check_ExternalSandboxSandboxPolicy,
    "workspaceWrite": check_WorkspaceWriteSandboxPolicy,
}
