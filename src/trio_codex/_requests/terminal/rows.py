"""Rows of a terminal prompt: everything that an approval would grant."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any, Final

from .text import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...protocol import (
        ApplyPatchApprovalParams,
        CommandExecutionRequestApprovalParams,
        ExecCommandApprovalParams,
        FileUpdateChange,
        JsonValue,
        PermissionsRequestApprovalParams,
    )
    from ..decisions import FileChangeRequest
    from .text import Row

__all__ = ["command_rows", "file_change_rows", "old_command_rows", "patch_rows", "permission_rows"]

_REASON: Final = "reason (written by the model)"
_GRANT_ROOT: Final = "also allows every later change below this directory, for the session"
_UNKNOWN_CHANGES: Final = "The server did not say what would be changed."

_LABELS: Final = {
    "kind": "kind",
    "command": "command",
    "cwd": "directory",
    "environmentId": "environment",
    "networkApprovalContext": "network access",
    "additionalPermissions": "additional permissions",
    "permissions": "permissions",
    "grantRoot": _GRANT_ROOT,
    "reason": _REASON,
}
# Ids, times, and grants of answers that are not offered here.
_NOT_SHOWN: Final = frozenset(
    {
        *("threadId", "turnId", "itemId", "callId", "approvalId", "conversationId"),
        *("startedAtMs", "availableDecisions", "commandActions", "parsedCmd"),
        *("proposedExecpolicyAmendment", "proposedNetworkPolicyAmendments", "fileChanges"),
    }
)


def command_rows(params: CommandExecutionRequestApprovalParams) -> list[Row]:
    """Returns the rows of a command, input to a command, or network access."""
    return list(_rows(params))


def old_command_rows(params: ExecCommandApprovalParams) -> list[Row]:
    """Returns the rows of a command, in the older form of the request."""
    return [("command", shlex.join(params.command)), *_rows(params, "command")]


def permission_rows(params: PermissionsRequestApprovalParams) -> list[Row]:
    """Returns the rows of the requested permissions."""
    return list(_rows(params))


def file_change_rows(request: FileChangeRequest) -> list[Row]:
    """Returns the rows of every file: the kind of change, and the diff."""
    rows = [row for change in request.changes for row in _change(change)]
    return [*(rows or [("changes", _UNKNOWN_CHANGES)]), *_rows(request.params)]


def patch_rows(params: ApplyPatchApprovalParams) -> list[Row]:
    """Returns the rows of every file, in the older form of the request."""
    from ...protocol.converter import unstructure

    rows: list[Row] = []
    for path, change in params.file_changes.items():
        wire: Any = unstructure(change)
        kind = str(wire.get("type")) if isinstance(wire, dict) else "unknown"
        moved = wire.get("move_path") if isinstance(wire, dict) else None
        content = wire.get("unified_diff", wire.get("content")) if isinstance(wire, dict) else None
        rows += _file(kind, path, moved, content if isinstance(content, str) else as_json(change))
    return [*(rows or [("changes", _UNKNOWN_CHANGES)]), *_rows(params)]


def _change(change: FileUpdateChange) -> list[Row]:
    from ...protocol.converter import unstructure

    kind: Any = unstructure(change.kind)
    moved = kind.get("move_path") if isinstance(kind, dict) else None
    return _file(str(kind.get("type")), change.path, moved, change.diff)


def _file(kind: str, path: str, moved: JsonValue, content: str) -> list[Row]:
    if isinstance(moved, str):
        rows = [("MOVE, from", path), ("to", moved)]
    else:
        known = {"add": "ADD", "delete": "DELETE", "update": "CHANGE"}
        # An unknown kind may do anything to the file: it is shown as received.
        rows = [(known[kind], path)] if kind in known else [("another change", f"{kind}: {path}")]
    return [*rows, ("content", content)] if content else rows


def _rows(params: object, *left_out: str) -> Iterator[Row]:
    """Yields every field that is not null; one without a label has its own name."""
    from ...protocol.converter import unstructure

    wire: Any = unstructure(params)
    fields = {name: wire[name] for name in _LABELS if name in wire} | wire
    for name, value in fields.items():
        if value is None or name in _NOT_SHOWN or name in left_out:
            continue
        if name == "kind" and value == "command":
            continue
        yield _LABELS.get(name, name), value if isinstance(value, str) else as_json(value)
