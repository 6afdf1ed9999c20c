"""Decisions: answers to approval requests, in the form that each request takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NoReturn, final

import attrs
import trio

from .._hints import exported
from .._redaction import redacted
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..protocol import FileChangeRequestApprovalParams, FileUpdateChange, JsonValue

__all__ = ["Decision", "Declined", "FileChangeRequest", "IncomingRequest", "decline_request"]

_COMMAND = "item/commandExecution/requestApproval"
_FILE_CHANGE = "item/fileChange/requestApproval"
_LEGACY = ("execCommandApproval", "applyPatchApproval")

_LEGACY_WORDS = {
    "accept": "approved",
    "acceptForSession": "approved_for_session",
    "cancel": "abort",
}


class Declined(Exception):
    """Raised by a preset handler to decline a request with the default response of its method."""


async def decline_request(_: object) -> NoReturn:
    """Declines any request; the dispatch does not call it, so unknown params are no error."""
    await trio.lowlevel.checkpoint()
    raise Declined


@final
@attrs.frozen
class Decision:
    """An answer to an approval request, by its name in the protocol.

    Attributes:
        kind: `accept`, `acceptForSession`, `acceptWithExecpolicyAmendment`, `decline`, `cancel`.
        amendment: the first words of the commands that are allowed from now on.
    """

    ACCEPT: ClassVar[Decision]
    """Allow it once."""
    ACCEPT_FOR_SESSION: ClassVar[Decision]
    """Allow it, and the same again during this session."""
    DECLINE: ClassVar[Decision]
    """Refuse it; the turn continues."""
    CANCEL: ClassVar[Decision]
    """Refuse it, and interrupt the turn."""

    # Aliases, as those of `ApprovalMode`.
    accept: ClassVar[Decision]
    accept_for_session: ClassVar[Decision]
    decline: ClassVar[Decision]
    cancel: ClassVar[Decision]

    kind: str
    amendment: tuple[str, ...] | None = None

    @classmethod
    def accept_with_amendment(cls, amendment: Sequence[str]) -> Decision:
        """Allow it, and every command that begins with these words, in later sessions too.

        Args:
            amendment: the words, such as the request's `proposed_execpolicy_amendment`.

        Raises:
            InvalidArgumentError: it is one string, or empty.
        """
        if isinstance(amendment, str) or not amendment:
            raise InvalidArgumentError(
                f"an amendment is a sequence of words such as ['git', 'status'], not {amendment!r}"
            )
        return cls("acceptWithExecpolicyAmendment", tuple(amendment))

    def result_for(self, method: str) -> JsonValue:
        """Returns the wire result of `method` for this decision.

        Raises:
            InvalidArgumentError: the method has no result for this decision.
        """
        if method == _COMMAND:
            return {"decision": self._command()}
        if self.amendment is not None and method != _LEGACY[0]:
            raise InvalidArgumentError(
                f"{method} takes no amendment; accept for the session instead"
            )
        if method == _FILE_CHANGE:
            return {"decision": self.kind}
        if method in _LEGACY:
            return {"decision": self._legacy()}
        raise InvalidArgumentError(f"{method} is not answered with a Decision")

    def _command(self) -> JsonValue:
        if self.amendment is None:
            return self.kind
        return {self.kind: {"execpolicy_amendment": list(self.amendment)}}

    def _legacy(self) -> JsonValue:
        if self.amendment is not None:
            words: JsonValue = list(self.amendment)
            return {"approved_execpolicy_amendment": {"proposed_execpolicy_amendment": words}}
        if self.kind == "decline":
            return {"denied": {"rejection": "The client denied this."}}
        return _LEGACY_WORDS[self.kind]


Decision.ACCEPT = Decision.accept = Decision("accept")
Decision.ACCEPT_FOR_SESSION = Decision.accept_for_session = Decision("acceptForSession")
Decision.DECLINE = Decision.decline = Decision("decline")
Decision.CANCEL = Decision.cancel = Decision("cancel")


@final
@attrs.frozen(kw_only=True)
class FileChangeRequest:
    """A request to approve file changes, with the changes, which the request itself does not hold.

    Attributes:
        params: the request as the server sent it.
        changes: the changes, from the item that the server started before; empty if it started
            none.
    """

    params: FileChangeRequestApprovalParams
    changes: list[FileUpdateChange]


@final
@attrs.frozen(kw_only=True)
class IncomingRequest:
    """A server request as plain JSON, for the `fallback` handler.

    Attributes:
        method: its name in the protocol.
        params: its params.
        thread_id: the thread it belongs to, if it names one.
        turn_id: the turn it belongs to, if it names one.
    """

    method: str
    params: JsonValue = attrs.field(repr=lambda params: repr(redacted(params)))
    thread_id: str | None
    turn_id: str | None


exported("trio_codex", Decision)
exported("trio_codex.types", FileChangeRequest, IncomingRequest)
