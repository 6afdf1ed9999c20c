"""Says what carrying bytes to a runtime and back takes, and how a runtime ended."""

from __future__ import annotations

from typing import Final, Protocol

import attrs

from .._hints import exported

__all__ = ["READ_BYTES", "ExitInfo", "Transport"]

READ_BYTES: Final = 65536


@attrs.frozen(kw_only=True)
class ExitInfo:
    """How the other end ended.

    Attributes:
        exit_code: its exit code; `None` while it runs, when a signal killed it, or when there is
            no process.
        signal: the number of the signal that killed it, if one did.
        stderr_tail: the end of what it wrote to stderr.
        stopped_by_us: whether closing took more than the end of its input: a signal of ours.
    """

    exit_code: int | None = None
    signal: int | None = None
    stderr_tail: str = ""
    stopped_by_us: bool = False


class Transport(Protocol):
    """A byte stream in either direction, and a far end that can stop.

    One task at a time may receive, and one may send. After `aclose` has begun, receiving and
    sending raise `trio.ClosedResourceError`.
    """

    @property
    def coalesces(self) -> bool:
        """Whether a moment's pause lets several writes of the far end arrive in one read."""
        ...

    async def receive(self) -> bytes:
        """Waits for bytes and returns at most 64 KiB of them; `b""` at the end of the stream.

        Raises:
            trio.ClosedResourceError: this transport is closed or closing.

        Being cancelled loses no bytes.
        """
        ...

    def receive_nowait(self) -> bytes | None:
        """Returns what can be read at once: `None` if nothing, `b""` at the end of the stream.

        Raises:
            trio.ClosedResourceError: this transport is closed or closing.
        """
        ...

    def send_nowait(self, data: bytes) -> int:
        """Hands over as much of `data` as is taken at once and returns the number of bytes.

        Raises:
            trio.BrokenResourceError: the far end reads no more.
            trio.ClosedResourceError: this transport is closed or closing.
        """
        ...

    async def send(self, data: bytes) -> None:
        """Hands over all of `data`.

        Raises:
            trio.BrokenResourceError: the far end reads no more.
            trio.ClosedResourceError: this transport is closed or closing.

        Being cancelled may leave a part of `data` sent: nothing but closing may follow.
        """
        ...

    async def drain_diagnostics(self) -> None:
        """Reads what the far end says beside the protocol until it ends or this is closed.

        Being cancelled loses nothing: `aclose` reads the rest.
        """
        ...

    async def wait_exited(self) -> None:
        """Waits until the far end has ended, whoever else still holds its pipes open.

        Being cancelled changes nothing.
        """
        ...

    async def aclose(self) -> None:
        """Ends the far end and gives back everything held for it, within the close timeout.

        May be called any number of times, by several tasks at once: each returns once it is
        closed. Being cancelled does not stop it: the closing is shielded and bounded.
        """
        ...

    def exit_info(self) -> ExitInfo:
        """Says how the far end ended, as far as is known by now."""
        ...


exported("trio_codex.client", ExitInfo, Transport)
