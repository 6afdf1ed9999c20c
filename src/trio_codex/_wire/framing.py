"""Splitting a byte stream into lines, in time linear in its length."""

from __future__ import annotations

from io import BytesIO
from typing import final

from ..errors import ProtocolError

__all__ = ["LineSplitter"]

_SHOWN_BYTES = 512


@final
class LineSplitter:
    """Cuts a byte stream at newlines, in time linear in its length.

    Only the byte 0x0A ends a line: the runtime leaves U+2028 and U+0085 unescaped in its JSON.

    Attributes:
        failure: the error that ended this stream; once it is set, `feed` raises it.
    """

    __slots__ = ("_limit", "_pieces", "_size", "failure")

    def __init__(self, max_line_bytes: int) -> None:
        self._limit = max_line_bytes
        # The pieces of the unfinished line. They are joined once, at its end: joining at each chunk
        # would make a line of hundreds of megabytes quadratic (`tests/faults/test_lines.py`).
        self._pieces: list[bytes] = []
        self._size = 0
        self.failure: ProtocolError | None = None

    @property
    def buffered(self) -> int:
        """The number of bytes held of a line that has not ended yet."""
        return self._size

    def feed(self, chunk: bytes) -> list[bytes]:
        """Takes the next chunk and returns the lines it completes, without their newline.

        Raises:
            ProtocolError: as `cut` does.
        """
        return [line[:-1] for line in self.cut(chunk)]

    def cut(self, chunk: bytes) -> list[bytes]:
        """Takes the next chunk and returns the lines it completes, each with its newline.

        Lines before one that is too long are still returned; then `failure` says that nothing
        can follow them.

        Raises:
            ProtocolError: the first line that would be returned is longer than the limit, or the
                stream failed before.
        """
        if self.failure is not None:
            raise self.failure
        if chunk.find(b"\n") + 1 == len(chunk) <= self._limit and not self._pieces and chunk:
            return [chunk]  # a small request's reply mostly comes alone
        # No line can be longer than the held pieces plus this chunk, so the limit usually costs one
        # comparison per chunk.
        crowded = self._size + len(chunk) > self._limit
        lines: list[bytes] = []
        tail = chunk
        if b"\n" in chunk:
            # This looks for newlines a word at a time, which `split` does not; keeping them on
            # the lines saves a copy of each.
            lines = BytesIO(chunk).readlines()
            tail = b"" if lines[-1].endswith(b"\n") else lines.pop()
            if self._pieces:
                self._pieces.append(lines[0])
                lines[0] = b"".join(self._pieces)
                self._pieces.clear()
                self._size = 0
        if tail:
            self._pieces.append(tail)
            self._size += len(tail)
        return self._within_limit(lines) if crowded else lines

    def finish(self) -> bytes:
        """Removes and returns the bytes of an unfinished line."""
        tail = b"".join(self._pieces)
        self._pieces.clear()
        self._size = 0
        return tail

    def _within_limit(self, lines: list[bytes]) -> list[bytes]:
        for index, line in enumerate(lines):
            if len(line) - 1 > self._limit:
                self._fail(len(line) - 1, line[:-1])
                return self._leading(lines[:index])
        if self._size > self._limit:
            self._fail(self._size, self._start_of_tail())
            return self._leading(lines)
        return lines

    def _leading(self, lines: list[bytes]) -> list[bytes]:
        if not lines and self.failure is not None:
            raise self.failure
        return lines

    def _start_of_tail(self) -> bytes:
        start = b""
        for piece in self._pieces:
            start += piece[: _SHOWN_BYTES - len(start)]
            if len(start) >= _SHOWN_BYTES:
                break
        return start

    def _fail(self, size: int, line: bytes) -> None:
        self._pieces.clear()
        self._size = 0
        self.failure = ProtocolError(
            f"a line of {size} bytes or more is longer than the limit of {self._limit} bytes"
            " (max_line_bytes)",
            line=line,
        )
