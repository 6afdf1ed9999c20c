"""The stderr of a child: log records, and a bounded tail of readable text."""

from __future__ import annotations

import logging
import re
from typing import Final, final

__all__ = ["TAIL_BYTES", "StderrTail"]

TAIL_BYTES: Final = 16 * 1024
_LONGEST_LOGGED_LINE: Final = 16 * 1024
_log = logging.getLogger("trio_codex.runtime")
# Control sequences (colours, cursor), control strings (titles, links), two-byte escapes; the first
# two also with their one-character C1 introducers.
# Compiled at the first use, by `re` itself: importing this costs half a millisecond less.
_ESCAPES: Final = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-OQ-WYZ\\`-~]"
)


def _readable(data: bytes) -> str:
    """Returns text that a terminal shows as it is.

    The text ends up in `str(error)`, and so in terminals and logs. Sequences are dropped; what is
    left of controls (backspaces, returns, halves of sequences) and of characters that reorder or
    hide text is shown as an escape.
    """
    text = re.sub(_ESCAPES, "", data.decode("utf-8", errors="replace")).replace("\r\n", "\n")
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char in "\n\t" else char.encode("unicode_escape").decode()
        for char in text
    )


@final
class StderrTail:
    """Keeps the end of a byte stream, however much of it comes."""

    __slots__ = ("_data", "_line", "_truncated")

    def __init__(self) -> None:
        self._data = bytearray()
        self._line = b""
        self._truncated = False

    def feed(self, chunk: bytes) -> None:
        """Takes the next piece, and logs the lines it completes."""
        self._data += chunk
        # Cutting only at twice the size makes the cost of a flood linear.
        if len(self._data) > 2 * TAIL_BYTES:
            del self._data[:-TAIL_BYTES]
            self._truncated = True
        if _log.isEnabledFor(logging.DEBUG):
            self._log_lines(chunk)

    def finish(self) -> None:
        """Logs a last line that was never ended."""
        if self._line:
            _log.debug("%s", _readable(self._line))
            self._line = b""

    def text(self) -> str:
        """Returns the end of the stream as text, without escape sequences."""
        data = bytes(self._data[-TAIL_BYTES:])
        if self._truncated or len(self._data) > TAIL_BYTES:
            # Half a line reads like a whole one; drop it, unless it is all there is.
            _, newline, rest = data.partition(b"\n")
            if newline and rest:
                data = rest
        return _readable(data)

    def _log_lines(self, chunk: bytes) -> None:
        *lines, rest = (self._line + chunk).split(b"\n")
        if len(rest) > _LONGEST_LOGGED_LINE:
            lines.append(rest)
            rest = b""
        self._line = rest
        for line in lines:
            _log.debug("%s", _readable(line.rstrip(b"\r")))
