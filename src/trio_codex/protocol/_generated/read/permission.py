"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, blank, unknown
from .. import permission as t

new_ActivePermissionProfile = blank(globals(), "ActivePermissionProfile")


def read_ActivePermissionProfile(v):
    o = new_ActivePermissionProfile()
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if (x := v.get("extends")) is not None and type(x) is not str:
        raise Unfit
    o.extends = x
    o.__class__ = t.ActivePermissionProfile
    return o


new_AdditionalFileSystemPermissions = blank(globals(), "AdditionalFileSystemPermissions")


def read_AdditionalFileSystemPermissions(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AdditionalFileSystemPermissions()
    x = v.get("entries")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_FileSystemSandboxEntry(y) for y in x]
    o.entries = x
    if (x := v.get("globScanMaxDepth")) is not None and type(x) is not int:
        raise Unfit
    o.glob_scan_max_depth = x
    x = v.get("read")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.read = x
    x = v.get("write")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.write = x
    o.__class__ = t.AdditionalFileSystemPermissions
    return o


new_AdditionalNetworkPermissions = blank(globals(), "AdditionalNetworkPermissions")


def read_AdditionalNetworkPermissions(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AdditionalNetworkPermissions()
    if (x := v.get("enabled")) is not None and type(x) is not bool:
        raise Unfit
    o.enabled = x
    o.__class__ = t.AdditionalNetworkPermissions
    return o


new_AdditionalPermissionProfile = blank(globals(), "AdditionalPermissionProfile")


def read_AdditionalPermissionProfile(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AdditionalPermissionProfile()
    o.file_system = (
        None if (x := v.get("fileSystem")) is None else read_AdditionalFileSystemPermissions(x)
    )
    o.network = None if (x := v.get("network")) is None else read_AdditionalNetworkPermissions(x)
    o.__class__ = t.AdditionalPermissionProfile
    return o


read_ApprovalsReviewer = Members(t.ApprovalsReviewer).__getitem__


def read_AskForApproval(v):
    if type(v) is dict:
        if "granular" in v:
            return read_GranularAskForApproval(v)
        return unknown(v)
    if type(v) is str:
        return read_AskForApprovalKind(v)
    raise Unfit


read_AskForApprovalKind = Members(t.AskForApprovalKind).__getitem__
new_DangerFullAccessSandboxPolicy = blank(globals(), "DangerFullAccessSandboxPolicy")


def read_DangerFullAccessSandboxPolicy(v):
    o = new_DangerFullAccessSandboxPolicy()
    if v["type"] != "dangerFullAccess":
        raise Unfit
    o.type = "dangerFullAccess"
    o.__class__ = t.DangerFullAccessSandboxPolicy
    return o


new_ExternalSandboxSandboxPolicy = blank(globals(), "ExternalSandboxSandboxPolicy")


def read_ExternalSandboxSandboxPolicy(v):
    o = new_ExternalSandboxSandboxPolicy()
    if v["type"] != "externalSandbox":
        raise Unfit
    o.type = "externalSandbox"
    if "networkAccess" in v:
        o.network_access = read_NetworkAccess(v["networkAccess"])
    else:
        o.network_access = t.NetworkAccess.RESTRICTED
    o.__class__ = t.ExternalSandboxSandboxPolicy
    return o


read_FileSystemAccessMode = Members(t.FileSystemAccessMode).__getitem__


def read_FileSystemPath(v):
    return by_tag_FileSystemPath[v["type"]](v)


new_FileSystemSandboxEntry = blank(globals(), "FileSystemSandboxEntry")


def read_FileSystemSandboxEntry(v):
    o = new_FileSystemSandboxEntry()
    o.access = read_FileSystemAccessMode(v["access"])
    x = v["path"]
    o.path = by_tag_FileSystemPath[x["type"]](x)
    o.__class__ = t.FileSystemSandboxEntry
    return o


def read_FileSystemSpecialPath(v):
    return by_tag_FileSystemSpecialPath[v["kind"]](v)


new_GlobPatternFileSystemPath = blank(globals(), "GlobPatternFileSystemPath")


def read_GlobPatternFileSystemPath(v):
    o = new_GlobPatternFileSystemPath()
    if v["type"] != "glob_pattern":
        raise Unfit
    o.type = "glob_pattern"
    if type(x := v["pattern"]) is not str:
        raise Unfit
    o.pattern = x
    o.__class__ = t.GlobPatternFileSystemPath
    return o


new_GranularAskForApproval = blank(globals(), "GranularAskForApproval")


def read_GranularAskForApproval(v):
    o = new_GranularAskForApproval()
    o.granular = read_GranularAskForApprovalBody(v["granular"])
    o.__class__ = t.GranularAskForApproval
    return o


new_GranularAskForApprovalBody = blank(globals(), "GranularAskForApprovalBody")


def read_GranularAskForApprovalBody(v):
    o = new_GranularAskForApprovalBody()
    if type(x := v["mcp_elicitations"]) is not bool:
        raise Unfit
    o.mcp_elicitations = x
    if type(x := v["rules"]) is not bool:
        raise Unfit
    o.rules = x
    if type(x := v["sandbox_approval"]) is not bool:
        raise Unfit
    o.sandbox_approval = x
    if "request_permissions" in v:
        if type(x := v["request_permissions"]) is not bool:
            raise Unfit
        o.request_permissions = x
    else:
        o.request_permissions = False
    if "skill_approval" in v:
        if type(x := v["skill_approval"]) is not bool:
            raise Unfit
        o.skill_approval = x
    else:
        o.skill_approval = False
    o.__class__ = t.GranularAskForApprovalBody
    return o


new_KindFileSystemSpecialPath = blank(globals(), "KindFileSystemSpecialPath")


def read_KindFileSystemSpecialPath(v):
    o = new_KindFileSystemSpecialPath()
    if v["kind"] != "project_roots":
        raise Unfit
    o.kind = "project_roots"
    if (x := v.get("subpath")) is not None and type(x) is not str:
        raise Unfit
    o.subpath = x
    o.__class__ = t.KindFileSystemSpecialPath
    return o


new_MinimalFileSystemSpecialPath = blank(globals(), "MinimalFileSystemSpecialPath")


def read_MinimalFileSystemSpecialPath(v):
    o = new_MinimalFileSystemSpecialPath()
    if v["kind"] != "minimal":
        raise Unfit
    o.kind = "minimal"
    o.__class__ = t.MinimalFileSystemSpecialPath
    return o


read_NetworkAccess = Members(t.NetworkAccess).__getitem__
new_PathFileSystemPath = blank(globals(), "PathFileSystemPath")


def read_PathFileSystemPath(v):
    o = new_PathFileSystemPath()
    if v["type"] != "path":
        raise Unfit
    o.type = "path"
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.PathFileSystemPath
    return o


new_PermissionProfileListResponse = blank(globals(), "PermissionProfileListResponse")


def read_PermissionProfileListResponse(v):
    o = new_PermissionProfileListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_PermissionProfileSummary(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.PermissionProfileListResponse
    return o


new_PermissionProfileSummary = blank(globals(), "PermissionProfileSummary")


def read_PermissionProfileSummary(v):
    o = new_PermissionProfileSummary()
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if (x := v.get("allowed")) is not None and type(x) is not bool:
        raise Unfit
    o.allowed = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    o.__class__ = t.PermissionProfileSummary
    return o


new_ReadOnlySandboxPolicy = blank(globals(), "ReadOnlySandboxPolicy")


def read_ReadOnlySandboxPolicy(v):
    o = new_ReadOnlySandboxPolicy()
    if v["type"] != "readOnly":
        raise Unfit
    o.type = "readOnly"
    if "networkAccess" in v:
        if type(x := v["networkAccess"]) is not bool:
            raise Unfit
        o.network_access = x
    else:
        o.network_access = False
    o.__class__ = t.ReadOnlySandboxPolicy
    return o


new_RootFileSystemSpecialPath = blank(globals(), "RootFileSystemSpecialPath")


def read_RootFileSystemSpecialPath(v):
    o = new_RootFileSystemSpecialPath()
    if v["kind"] != "root":
        raise Unfit
    o.kind = "root"
    o.__class__ = t.RootFileSystemSpecialPath
    return o


read_SandboxMode = Members(t.SandboxMode).__getitem__


def read_SandboxPolicy(v):
    return by_tag_SandboxPolicy[v["type"]](v)


new_SandboxWorkspaceWrite = blank(globals(), "SandboxWorkspaceWrite")


def read_SandboxWorkspaceWrite(v):
    if type(v) is not dict:
        raise Unfit
    o = new_SandboxWorkspaceWrite()
    if "exclude_slash_tmp" in v:
        if type(x := v["exclude_slash_tmp"]) is not bool:
            raise Unfit
        o.exclude_slash_tmp = x
    else:
        o.exclude_slash_tmp = False
    if "exclude_tmpdir_env_var" in v:
        if type(x := v["exclude_tmpdir_env_var"]) is not bool:
            raise Unfit
        o.exclude_tmpdir_env_var = x
    else:
        o.exclude_tmpdir_env_var = False
    if "network_access" in v:
        if type(x := v["network_access"]) is not bool:
            raise Unfit
        o.network_access = x
    else:
        o.network_access = False
    if "writable_roots" in v:
        if type(x := v["writable_roots"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.writable_roots = x
    else:
        o.writable_roots = []
    o.__class__ = t.SandboxWorkspaceWrite
    return o


new_SlashTmpFileSystemSpecialPath = blank(globals(), "SlashTmpFileSystemSpecialPath")


def read_SlashTmpFileSystemSpecialPath(v):
    o = new_SlashTmpFileSystemSpecialPath()
    if v["kind"] != "slash_tmp":
        raise Unfit
    o.kind = "slash_tmp"
    o.__class__ = t.SlashTmpFileSystemSpecialPath
    return o


new_SpecialFileSystemPath = blank(globals(), "SpecialFileSystemPath")


def read_SpecialFileSystemPath(v):
    o = new_SpecialFileSystemPath()
    if v["type"] != "special":
        raise Unfit
    o.type = "special"
    x = v["value"]
    o.value = by_tag_FileSystemSpecialPath[x["kind"]](x)
    o.__class__ = t.SpecialFileSystemPath
    return o


new_TmpdirFileSystemSpecialPath = blank(globals(), "TmpdirFileSystemSpecialPath")


def read_TmpdirFileSystemSpecialPath(v):
    o = new_TmpdirFileSystemSpecialPath()
    if v["kind"] != "tmpdir":
        raise Unfit
    o.kind = "tmpdir"
    o.__class__ = t.TmpdirFileSystemSpecialPath
    return o


new_UnknownFileSystemSpecialPath = blank(globals(), "UnknownFileSystemSpecialPath")


def read_UnknownFileSystemSpecialPath(v):
    o = new_UnknownFileSystemSpecialPath()
    if v["kind"] != "unknown":
        raise Unfit
    o.kind = "unknown"
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    if (x := v.get("subpath")) is not None and type(x) is not str:
        raise Unfit
    o.subpath = x
    o.__class__ = t.UnknownFileSystemSpecialPath
    return o


new_WorkspaceWriteSandboxPolicy = blank(globals(), "WorkspaceWriteSandboxPolicy")


def read_WorkspaceWriteSandboxPolicy(v):
    o = new_WorkspaceWriteSandboxPolicy()
    if v["type"] != "workspaceWrite":
        raise Unfit
    o.type = "workspaceWrite"
    if "excludeSlashTmp" in v:
        if type(x := v["excludeSlashTmp"]) is not bool:
            raise Unfit
        o.exclude_slash_tmp = x
    else:
        o.exclude_slash_tmp = False
    if "excludeTmpdirEnvVar" in v:
        if type(x := v["excludeTmpdirEnvVar"]) is not bool:
            raise Unfit
        o.exclude_tmpdir_env_var = x
    else:
        o.exclude_tmpdir_env_var = False
    if "networkAccess" in v:
        if type(x := v["networkAccess"]) is not bool:
            raise Unfit
        o.network_access = x
    else:
        o.network_access = False
    if "writableRoots" in v:
        if type(x := v["writableRoots"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.writable_roots = x
    else:
        o.writable_roots = []
    o.__class__ = t.WorkspaceWriteSandboxPolicy
    return o


by_tag_FileSystemPath = Variants(
    {
        "path": read_PathFileSystemPath,
        "glob_pattern": read_GlobPatternFileSystemPath,
        "special": read_SpecialFileSystemPath,
    }
)
by_tag_FileSystemSpecialPath = Variants(
    {
        "root": read_RootFileSystemSpecialPath,
        "minimal": read_MinimalFileSystemSpecialPath,
        "project_roots": read_KindFileSystemSpecialPath,
        "tmpdir": read_TmpdirFileSystemSpecialPath,
        "slash_tmp": read_SlashTmpFileSystemSpecialPath,
        "unknown": read_UnknownFileSystemSpecialPath,
    }
)
by_tag_SandboxPolicy = Variants(
    {
        "dangerFullAccess": read_DangerFullAccessSandboxPolicy,
        "readOnly": read_ReadOnlySandboxPolicy,
        "externalSandbox": read_ExternalSandboxSandboxPolicy,
        "workspaceWrite": read_WorkspaceWriteSandboxPolicy,
    }
)
