"""Permission and sandbox types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .common import AbsolutePathBuf, LegacyAppPathString

__all__ = [
    "ActivePermissionProfile",
    "AdditionalContextEntry",
    "AdditionalContextKind",
    "AdditionalFileSystemPermissions",
    "AdditionalNetworkPermissions",
    "AdditionalPermissionProfile",
    "ApprovalsReviewer",
    "AskForApproval",
    "AskForApprovalKind",
    "DangerFullAccessSandboxPolicy",
    "ExternalSandboxSandboxPolicy",
    "FileSystemAccessMode",
    "FileSystemPath",
    "FileSystemSandboxEntry",
    "FileSystemSpecialPath",
    "GlobPatternFileSystemPath",
    "GranularAskForApproval",
    "GranularAskForApprovalBody",
    "KindFileSystemSpecialPath",
    "MinimalFileSystemSpecialPath",
    "NetworkAccess",
    "PathFileSystemPath",
    "PermissionProfileListParams",
    "PermissionProfileListResponse",
    "PermissionProfileSummary",
    "ReadOnlySandboxPolicy",
    "RootFileSystemSpecialPath",
    "SandboxMode",
    "SandboxPolicy",
    "SandboxWorkspaceWrite",
    "SlashTmpFileSystemSpecialPath",
    "SpecialFileSystemPath",
    "TmpdirFileSystemSpecialPath",
    "UnknownFileSystemSpecialPath",
    "WorkspaceWriteSandboxPolicy",
]


class AdditionalContextKind(OpenEnum):
    """An open enum, used by `AdditionalContextEntry`."""

    UNTRUSTED = "untrusted"
    APPLICATION = "application"


class ApprovalsReviewer(OpenEnum):
    """An open enum, used by `AppConfig` and 14 more."""

    USER = "user"
    AUTO_REVIEW = "auto_review"
    GUARDIAN_SUBAGENT = "guardian_subagent"


class AskForApprovalKind(OpenEnum):
    """The plain-string shapes of `AskForApproval`."""

    UNTRUSTED = "untrusted"
    ON_REQUEST = "on-request"
    NEVER = "never"


class FileSystemAccessMode(OpenEnum):
    """An open enum, used by `FileSystemSandboxEntry`."""

    READ = "read"
    WRITE = "write"
    DENY = "deny"


class NetworkAccess(OpenEnum):
    """An open enum, used by `ExternalSandboxSandboxPolicy`."""

    RESTRICTED = "restricted"
    ENABLED = "enabled"


class SandboxMode(OpenEnum):
    """An open enum, used by `Config` and 4 more."""

    READ_ONLY = "read-only"
    WORKSPACE_WRITE = "workspace-write"
    DANGER_FULL_ACCESS = "danger-full-access"


class ActivePermissionProfile(WireModel):
    """An object, used by `ThreadForkResponse` and 3 more."""

    id: str = wire("id")
    extends: str | None = wire("extends", default=None)


class AdditionalContextEntry(WireModel):
    """An object, used by `TurnStartParams` and `TurnSteerParams`."""

    kind: AdditionalContextKind = wire("kind")
    value: str = wire("value")


class AdditionalFileSystemPermissions(WireModel):
    """An object, used by `AdditionalPermissionProfile` and 2 more."""

    entries: list[FileSystemSandboxEntry] | None = wire("entries", default=None)
    glob_scan_max_depth: int | None = wire("globScanMaxDepth", default=None, format="uint")
    read: list[LegacyAppPathString] | None = wire("read", default=None)
    write: list[LegacyAppPathString] | None = wire("write", default=None)


class AdditionalNetworkPermissions(WireModel):
    """An object, used by `AdditionalPermissionProfile` and 2 more."""

    enabled: bool | None = wire("enabled", default=None)


class AdditionalPermissionProfile(WireModel):
    """An object, used by `CommandExecutionRequestApprovalParams`."""

    file_system: AdditionalFileSystemPermissions | None = wire("fileSystem", default=None)
    network: AdditionalNetworkPermissions | None = wire("network", default=None)


class DangerFullAccessSandboxPolicy(WireModel):
    """One shape of `SandboxPolicy`, tagged `dangerFullAccess`."""

    type: Literal["dangerFullAccess"] = wire("type", default="dangerFullAccess")


class ExternalSandboxSandboxPolicy(WireModel):
    """One shape of `SandboxPolicy`, tagged `externalSandbox`."""

    type: Literal["externalSandbox"] = wire("type", default="externalSandbox")
    network_access: NetworkAccess = wire("networkAccess", default=NetworkAccess.RESTRICTED)


class FileSystemSandboxEntry(WireModel):
    """An object, used by `AdditionalFileSystemPermissions`."""

    access: FileSystemAccessMode = wire("access")
    path: FileSystemPath = wire("path")


class GlobPatternFileSystemPath(WireModel):
    """One shape of `FileSystemPath`, tagged `glob_pattern`."""

    type: Literal["glob_pattern"] = wire("type", default="glob_pattern")
    pattern: str = wire("pattern")


class GranularAskForApproval(WireModel):
    """One shape of `AskForApproval`, with the key `granular`."""

    granular: GranularAskForApprovalBody = wire("granular")


class GranularAskForApprovalBody(WireModel):
    """An object, used by `GranularAskForApproval`."""

    mcp_elicitations: bool = wire("mcp_elicitations")
    rules: bool = wire("rules")
    sandbox_approval: bool = wire("sandbox_approval")
    request_permissions: bool = wire("request_permissions", default=False)
    skill_approval: bool = wire("skill_approval", default=False)


class KindFileSystemSpecialPath(WireModel):
    """One shape of `FileSystemSpecialPath`, tagged `project_roots`."""

    kind: Literal["project_roots"] = wire("kind", default="project_roots")
    subpath: LegacyAppPathString | None = wire("subpath", default=None)


class MinimalFileSystemSpecialPath(WireModel):
    """One shape of `FileSystemSpecialPath`, tagged `minimal`."""

    kind: Literal["minimal"] = wire("kind", default="minimal")


class PathFileSystemPath(WireModel):
    """One shape of `FileSystemPath`, tagged `path`."""

    type: Literal["path"] = wire("type", default="path")
    path: LegacyAppPathString = wire("path")


class PermissionProfileListParams(WireModel):
    """Params of `permissionProfile/list`."""

    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    cwd: str | None | Omitted = wire("cwd", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")


class PermissionProfileListResponse(WireModel):
    """Result of `permissionProfile/list`."""

    data: list[PermissionProfileSummary] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class PermissionProfileSummary(WireModel):
    """An object, used by `PermissionProfileListResponse`."""

    id: str = wire("id")
    allowed: bool | None = wire("allowed", default=None)
    description: str | None = wire("description", default=None)


class ReadOnlySandboxPolicy(WireModel):
    """One shape of `SandboxPolicy`, tagged `readOnly`."""

    type: Literal["readOnly"] = wire("type", default="readOnly")
    network_access: bool = wire("networkAccess", default=False)


class RootFileSystemSpecialPath(WireModel):
    """One shape of `FileSystemSpecialPath`, tagged `root`."""

    kind: Literal["root"] = wire("kind", default="root")


class SandboxWorkspaceWrite(WireModel):
    """An object, used by `Config`."""

    exclude_slash_tmp: bool = wire("exclude_slash_tmp", default=False)
    exclude_tmpdir_env_var: bool = wire("exclude_tmpdir_env_var", default=False)
    network_access: bool = wire("network_access", default=False)
    writable_roots: list[str] = wire("writable_roots", factory=list)


class SlashTmpFileSystemSpecialPath(WireModel):
    """One shape of `FileSystemSpecialPath`, tagged `slash_tmp`."""

    kind: Literal["slash_tmp"] = wire("kind", default="slash_tmp")


class SpecialFileSystemPath(WireModel):
    """One shape of `FileSystemPath`, tagged `special`."""

    type: Literal["special"] = wire("type", default="special")
    value: FileSystemSpecialPath = wire("value")


class TmpdirFileSystemSpecialPath(WireModel):
    """One shape of `FileSystemSpecialPath`, tagged `tmpdir`."""

    kind: Literal["tmpdir"] = wire("kind", default="tmpdir")


class UnknownFileSystemSpecialPath(WireModel):
    """One shape of `FileSystemSpecialPath`, tagged `unknown`."""

    kind: Literal["unknown"] = wire("kind", default="unknown")
    path: str = wire("path")
    subpath: LegacyAppPathString | None = wire("subpath", default=None)


class WorkspaceWriteSandboxPolicy(WireModel):
    """One shape of `SandboxPolicy`, tagged `workspaceWrite`."""

    type: Literal["workspaceWrite"] = wire("type", default="workspaceWrite")
    exclude_slash_tmp: bool = wire("excludeSlashTmp", default=False)
    exclude_tmpdir_env_var: bool = wire("excludeTmpdirEnvVar", default=False)
    network_access: bool = wire("networkAccess", default=False)
    writable_roots: list[AbsolutePathBuf] = wire("writableRoots", factory=list)


AskForApproval: TypeAlias = GranularAskForApproval | AskForApprovalKind | UnknownVariant
"""A union, used by `Config` and 10 more."""

FileSystemPath: TypeAlias = (
    PathFileSystemPath | GlobPatternFileSystemPath | SpecialFileSystemPath | UnknownVariant
)
"""A union, used by `FileSystemSandboxEntry`."""

FileSystemSpecialPath: TypeAlias = (
    RootFileSystemSpecialPath
    | MinimalFileSystemSpecialPath
    | KindFileSystemSpecialPath
    | TmpdirFileSystemSpecialPath
    | SlashTmpFileSystemSpecialPath
    | UnknownFileSystemSpecialPath
    | UnknownVariant
)
"""A union, used by `SpecialFileSystemPath`."""

SandboxPolicy: TypeAlias = (
    DangerFullAccessSandboxPolicy
    | ReadOnlySandboxPolicy
    | ExternalSandboxSandboxPolicy
    | WorkspaceWriteSandboxPolicy
    | UnknownVariant
)
"""A union, used by `CommandExecParams` and 6 more."""
