"""Approval and sandbox presets, and their wire forms."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from .._hints import exported
from .._near import did_you_mean
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from ..protocol import JsonValue

__all__ = ["ApprovalMode", "Sandbox", "approval_params", "sandbox_mode", "sandbox_policy"]


class ApprovalMode(str, Enum):
    """The decider for commands and changes that need more than the sandbox allows."""

    AUTO_REVIEW = "auto_review"
    """The server's reviewer decides; default of new threads without a deciding handler."""
    ASK = "ask"
    """The client's handlers decide, and requests without one are declined; default of new threads
    with a deciding handler."""
    DENY_ALL = "deny_all"
    """Every such command or change is refused without asking."""

    # Aliases. Type checkers would count them as further members in exhaustiveness checks.
    if TYPE_CHECKING:
        auto_review: ApprovalMode
        ask: ApprovalMode
        deny_all: ApprovalMode
    else:
        auto_review = AUTO_REVIEW
        ask = ASK
        deny_all = DENY_ALL


class Sandbox(str, Enum):
    """What commands in a turn may read and write."""

    READ_ONLY = "read-only"
    """Commands may read files and write nothing."""
    WORKSPACE_WRITE = "workspace-write"
    """Commands may write in the working directory and the temporary directory."""
    FULL_ACCESS = "full-access"
    """Commands run without a sandbox."""

    # Aliases, as above.
    if TYPE_CHECKING:
        read_only: Sandbox
        workspace_write: Sandbox
        full_access: Sandbox
    else:
        read_only = READ_ONLY
        workspace_write = WORKSPACE_WRITE
        full_access = FULL_ACCESS


_EnumT = TypeVar("_EnumT", bound=Enum)

_APPROVALS: dict[ApprovalMode, dict[str, JsonValue]] = {
    ApprovalMode.AUTO_REVIEW: {
        "approvalPolicy": "on-request",
        "approvalsReviewer": "auto_review",
    },
    ApprovalMode.ASK: {"approvalPolicy": "on-request", "approvalsReviewer": "user"},
    ApprovalMode.DENY_ALL: {"approvalPolicy": "never"},
}
_MODES: dict[Sandbox, str] = {
    Sandbox.READ_ONLY: "read-only",
    Sandbox.WORKSPACE_WRITE: "workspace-write",
    Sandbox.FULL_ACCESS: "danger-full-access",
}
_POLICIES: dict[Sandbox, str] = {
    Sandbox.READ_ONLY: "readOnly",
    Sandbox.WORKSPACE_WRITE: "workspaceWrite",
    Sandbox.FULL_ACCESS: "dangerFullAccess",
}


def approval_params(mode: ApprovalMode | None) -> dict[str, JsonValue]:
    """Returns the wire fields of an approval mode; `None` leaves them out.

    Raises:
        InvalidArgumentError: `mode` is not an `ApprovalMode`.
    """
    return {} if mode is None else dict(_APPROVALS[_member(ApprovalMode, "approval_mode", mode)])


def sandbox_mode(sandbox: Sandbox) -> JsonValue:
    """Returns the wire value for a thread: a sandbox mode.

    Raises:
        InvalidArgumentError: `sandbox` is not a `Sandbox`.
    """
    return _MODES[_member(Sandbox, "sandbox", sandbox)]


def sandbox_policy(sandbox: Sandbox) -> JsonValue:
    """Returns the wire value for a turn: a sandbox policy.

    Raises:
        InvalidArgumentError: `sandbox` is not a `Sandbox`.
    """
    return {"type": _POLICIES[_member(Sandbox, "sandbox", sandbox)]}


def _member(kind: type[_EnumT], name: str, value: object) -> _EnumT:
    """Returns a member that is given as itself, as its string or as the wire's string."""
    if isinstance(value, kind):
        return value
    by_string: dict[object, _EnumT] = {member.value: member for member in kind}
    if kind is Sandbox:
        by_string |= {mode: member for member, mode in _MODES.items()}  # type: ignore[misc]
    if isinstance(value, str) and value in by_string:
        return by_string[value]
    choices = ", ".join(f"{kind.__name__}.{member.name}" for member in kind)
    hint = did_you_mean(value, by_string)
    raise InvalidArgumentError(f"{name} must be one of {choices}, not {value!r}{hint}")


exported("trio_codex", ApprovalMode, Sandbox)
