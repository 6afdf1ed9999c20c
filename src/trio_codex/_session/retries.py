"""Retries of model requests, as the runtime announces them."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

if TYPE_CHECKING:
    from typing import Self

    from ..protocol import JsonValue
    from .stream import Message

__all__ = ["Retry"]

_REASON_LENGTH = 300


@final
@attrs.frozen
class Retry:
    """The content of an `error` notification with `willRetry`.

    Attributes:
        kind: the name in `codexErrorInfo`, such as `responseStreamDisconnected`.
        attempt: the runtime's message, such as `Reconnecting... 1/5`.
        reason: its details, shortened; may be empty.
    """

    kind: str
    attempt: str
    reason: str

    @classmethod
    def of(cls, params: Message) -> Self:
        """Reads the params of an `error` notification, whatever of them is missing."""
        error = params.get("error")
        if not isinstance(error, dict):
            return cls("other", "no reason was given", "")
        info: JsonValue = error.get("codexErrorInfo")
        if isinstance(info, dict):
            info = next(iter(info), None)
        return cls(
            info if isinstance(info, str) else "other",
            _line(error.get("message")) or "no reason was given",
            _line(error.get("additionalDetails")),
        )

    def __str__(self) -> str:
        return f"{self.attempt} ({self.kind})" + (f": {self.reason}" if self.reason else "")


def _line(text: JsonValue) -> str:
    if not isinstance(text, str):
        return ""
    line = "".join(char if char.isprintable() else " " for char in text)
    return line if len(line) <= _REASON_LENGTH else f"{line[:_REASON_LENGTH]}..."
