"""Approval settings of a thread that is opened without a named approval mode.

Two questions are kept apart. *When* is approval needed: the policy (`approvalPolicy`). *Who* gives
it: the reviewer (`approvalsReviewer`), which is the server's own reviewer or the client's handlers.

A handler that decides approvals is asked: the reviewer is then `user`, on a start and also on a
resume or a fork, whose stored reviewer may be the server's. The stored policy stays as it is,
because it may ask more often than `ApprovalMode.ask` does. Only a stored `never`, with which no
handler would ever be asked, gives way, and only to handlers that were given to the call itself:
those of the client were not given with this thread in mind, and nothing is granted without them.

Whatever the caller names (`approval_policy`, `approvals_reviewer`, or the same keys in `config` or
in the client's `config_overrides`) is left as named; the rest is filled in.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from .._requests.handlers import APPROVAL_FIELDS
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
    """What a call that opens a thread does when it names no approval mode.

    Attributes:
        params: the wire params it sends, unless the caller named them otherwise.
        replaces_never: whether a stored policy `never` becomes `on-request`.
        reason: why, for the log.
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
        """Logs which approval mode holds for the client's new threads."""
        default = self.of("thread/start", None)
        mode = ApprovalMode.ask if self._deciding else ApprovalMode.auto_review
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
        """Returns what `method` sends for a thread that is given these handlers."""
        own = _deciding_fields(handlers)
        deciding, owner = (own, "thread") if own else (self._deciding, "client")
        starts = method == "thread/start"
        if deciding:
            params = approval_params(ApprovalMode.ask)
            reason = f"the {owner}'s handlers decide approvals ({', '.join(deciding)})"
        elif starts:
            params = approval_params(ApprovalMode.auto_review)
            reason = "no handler decides approvals"
        else:
            params = {}
            reason = "no handler decides approvals, so the thread's settings stay"
        if not starts:
            params.pop("approvalPolicy", None)
        kept = {key: value for key, value in params.items() if key not in self._named}
        return ApprovalDefault(kept, bool(own) and not starts, reason)


def named_settings(settings: Iterable[str] | Mapping[str, object]) -> frozenset[str]:
    """Returns the wire names of the approval settings that runtime settings name.

    Args:
        settings: a mapping of dotted keys to values, or `key=value` strings.
    """
    keys = settings if isinstance(settings, Mapping) else [it.partition("=")[0] for it in settings]
    return frozenset(_WIRE_NAMES[key] for each in keys if (key := each.strip()) in _WIRE_NAMES)


def _deciding_fields(handlers: ServerRequestHandlers | None) -> tuple[str, ...]:
    # What is no `ServerRequestHandlers` is refused where the handlers are registered.
    return tuple(field for field in APPROVAL_FIELDS if getattr(handlers, field, None) is not None)
