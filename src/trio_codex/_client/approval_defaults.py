"""Approval defaults: the settings of a thread that is opened without an approval mode.

Two settings are independent: *when* approval is needed is the policy (`approvalPolicy`); *who*
gives it is the reviewer (`approvalsReviewer`), either the server's own or the client's handlers.

With a handler that decides approvals the reviewer is `user`, on a start and also on a resume or a
fork, whose stored reviewer may be the server's. The stored policy stays unchanged, because it may
require approval more often than `ApprovalMode.ASK`. Only a stored `never`, with which no handler
would be asked, is replaced, and only for handlers that were passed to the call itself: the
client's handlers were not chosen for this thread, and with `never` nothing is granted anyway.

Settings that the caller names (`approval_policy`, `approvals_reviewer`, or the same keys in
`config` or in the client's `config_overrides`) are sent as named; only the others get a default.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from .policy import ApprovalMode, approval_params

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._config import AppServerConfig
    from .._requests.handlers import ServerRequestHandlers
    from ..protocol import JsonValue

__all__ = ["ApprovalDefault", "ApprovalDefaults", "named_settings"]

logger = logging.getLogger("trio_codex.client")

_WIRE_NAMES: Final = {
    "approval_policy": "approvalPolicy",
    "approvals_reviewer": "approvalsReviewer",
}


class ApprovalDefault(NamedTuple):
    """The approval settings of a call that opens a thread without an approval mode.

    Attributes:
        params: wire params to send, except for those that the caller names.
        replaces_never: whether to replace a stored policy `never` by `on-request`.
        reason: the reason for these settings, for the log.
    """

    params: Mapping[str, JsonValue]
    replaces_never: bool
    reason: str


class ApprovalDefaults:
    """The approval defaults of one client."""

    def __init__(self, handlers: ServerRequestHandlers | None, config: AppServerConfig) -> None:
        self._deciding = _deciding_fields(handlers)
        self._named = named_settings(config.config_overrides)

    def log(self) -> None:
        """Logs the approval mode of the client's new threads."""
        default = self.of("thread/start", None)
        mode = ApprovalMode.ASK if self._deciding else ApprovalMode.AUTO_REVIEW
        if not self._named:
            logger.info("the default approval mode is %s: %s", mode.value, default.reason)
            return
        logger.info(
            "the default approval mode is %s (%s), except for what config_overrides set: %s",
            mode.value,
            default.reason,
            ", ".join(sorted(self._named)),
        )

    def of(self, method: str, handlers: ServerRequestHandlers | None) -> ApprovalDefault:
        """Returns the settings of a call of `method` with these handlers."""
        own = _deciding_fields(handlers)
        deciding, owner = (own, "thread") if own else (self._deciding, "client")
        starts = method == "thread/start"
        if deciding:
            params = approval_params(ApprovalMode.ASK)
            reason = f"the {owner}'s handlers decide approvals ({', '.join(deciding)})"
        elif starts:
            params = approval_params(ApprovalMode.AUTO_REVIEW)
            reason = "no handler decides approvals"
        else:
            params = {}
            reason = "no handler decides approvals, so the thread's settings stay"
        if not starts:
            params.pop("approvalPolicy", None)
        kept = {key: value for key, value in params.items() if key not in self._named}
        return ApprovalDefault(kept, bool(own) and not starts, reason)


def named_settings(settings: Iterable[str] | Mapping[str, object]) -> frozenset[str]:
    """Returns the wire names of the approval settings among runtime settings.

    Args:
        settings: a mapping of dotted keys to values, or `key=value` strings.
    """
    keys = settings if isinstance(settings, Mapping) else [it.partition("=")[0] for it in settings]
    return frozenset(_WIRE_NAMES[key] for each in keys if (key := each.strip()) in _WIRE_NAMES)


def _deciding_fields(handlers: ServerRequestHandlers | None) -> tuple[str, ...]:
    if handlers is None:
        return ()
    # Imported here: most programs have no handlers.
    from .._requests.handlers import APPROVAL_FIELDS

    # Another type than `ServerRequestHandlers` is refused where the handlers are registered.
    return tuple(field for field in APPROVAL_FIELDS if getattr(handlers, field, None) is not None)
