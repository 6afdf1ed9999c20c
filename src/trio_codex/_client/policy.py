"""Turns the approval and sandbox presets into what the wire calls them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from .._near import did_you_mean
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from ..protocol import JsonValue

__all__ = ["ApprovalMode", "Sandbox", "approval_params", "sandbox_mode", "sandbox_policy"]


class ApprovalMode(str, Enum):
    """Who decides when a command or a change asks for more than the sandbox allows."""

    auto_review = "auto_review"
    """The server's own reviewer decides: the default of new threads without deciding handlers."""
    ask = "ask"
    """The client's handlers decide; without one it is declined. The default with such handlers."""
    deny_all = "deny_all"
    """Nobody is asked: the request is refused."""


class Sandbox(str, Enum):
    """How far commands of a turn reach."""

    read_only = "read-only"
    """Files may be read, nothing may be written."""
    workspace_write = "workspace-write"
    """The working directory and the temporary directory may be written."""
    full_access = "full-access"
    """There is no sandbox."""


_EnumT = TypeVar("_EnumT", bound=Enum)

_APPROVALS: dict[ApprovalMode, dict[str, JsonValue]] = {
    ApprovalMode.auto_review: {
        "approvalPolicy": "on-request",
        "approvalsReviewer": "auto_review",
    },
    ApprovalMode.ask: {"approvalPolicy": "on-request", "approvalsReviewer": "user"},
    ApprovalMode.deny_all: {"approvalPolicy": "never"},
}
_MODES: dict[Sandbox, str] = {
    Sandbox.read_only: "read-only",
    Sandbox.workspace_write: "workspace-write",
    Sandbox.full_access: "danger-full-access",
}
_POLICIES: dict[Sandbox, str] = {
    Sandbox.read_only: "readOnly",
    Sandbox.workspace_write: "workspaceWrite",
    Sandbox.full_access: "dangerFullAccess",
}


def approval_params(mode: ApprovalMode | None) -> dict[str, JsonValue]:
    """Returns the wire fields of an approval mode; `None` leaves them out.

    Raises:
        InvalidArgumentError: `mode` is not an `ApprovalMode`.
    """
    return {} if mode is None else dict(_APPROVALS[_member(ApprovalMode, "approval_mode", mode)])


def sandbox_mode(sandbox: Sandbox) -> JsonValue:
    """Returns the shape that threads take.

    Raises:
        InvalidArgumentError: `sandbox` is not a `Sandbox`.
    """
    return _MODES[_member(Sandbox, "sandbox", sandbox)]


def sandbox_policy(sandbox: Sandbox) -> JsonValue:
    """Returns the shape that turns take.

    Raises:
        InvalidArgumentError: `sandbox` is not a `Sandbox`.
    """
    return {"type": _POLICIES[_member(Sandbox, "sandbox", sandbox)]}


def _member(kind: type[_EnumT], name: str, value: object) -> _EnumT:
    """The member of a preset, also when it is given as its string or as the wire's."""
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
