"""The transport interface: byte streams to and from a runtime, and how it ended."""

from __future__ import annotations

from typing import Final, Protocol

import attrs

from .._hints import exported

__all__ = ["READ_BYTES", "ExitInfo", "Transport"]

READ_BYTES: Final = 65536


@attrs.frozen(kw_only=True)
class ExitInfo:
    """How the runtime ended.

    Attributes:
        exit_code: the exit code; `None` while it runs, when a signal killed it, or without a
            process.
        signal: the number of the signal that killed it, if one did.
        stderr_tail: the last part of its stderr output.
        stopped_by_us: whether closing it took a signal, because it did not end with its input.
    """

    exit_code: int | None = None
    signal: int | None = None
    stderr_tail: str = ""
    stopped_by_us: bool = False


class Transport(Protocol):
    """A byte stream in either direction, to a runtime that may end.

    One task at a time may receive, and one may send. After `aclose` has begun, receiving and
    sending raise `trio.ClosedResourceError`.
    """

    @property
    def coalesces(self) -> bool:
        """Whether several writes of the runtime may arrive in one read after a short pause."""
        ...

    async def receive(self) -> bytes:
        """Waits for bytes and returns some of them; `b""` at the end of the stream.

        At most 64 KiB, unless the bytes come in messages: then whole ones, however long.

        Raises:
            trio.ClosedResourceError: this transport is closed or closing.

        Cancelled, no bytes are lost.
        """
        ...

    def receive_nowait(self) -> bytes | None:
        """Returns bytes without waiting: `None` if there are none, `b""` at the end of the stream.

        Raises:
            trio.ClosedResourceError: this transport is closed or closing.
        """
        ...

    def send_nowait(self, data: bytes) -> int:
        """Writes as much of `data` as is possible without waiting; returns the number of bytes.

        Raises:
            trio.BrokenResourceError: the runtime has closed its input.
            trio.ClosedResourceError: this transport is closed or closing.
        """
        ...

    async def send(self, data: bytes) -> None:
        """Writes all of `data`.

        Raises:
            trio.BrokenResourceError: the runtime has closed its input.
            trio.ClosedResourceError: this transport is closed or closing.

        Cancelled, a part of `data` may have been written: only closing may follow.
        """
        ...

    async def drain_diagnostics(self) -> None:
        """Reads the runtime's stderr until it ends or this is closed.

        Cancelled, nothing is lost: `aclose` reads the rest.
        """
        ...

    async def wait_exited(self) -> None:
        """Waits until the runtime has ended, although other processes may hold its pipes open.

        Cancelled, nothing changes.
        """
        ...

    async def aclose(self) -> None:
        """Stops the runtime and releases its resources, within the close timeout.

        May be called any number of times, by several tasks: each returns when it is
        closed. Shielded from cancellation and bounded.
        """
        ...

    def exit_info(self) -> ExitInfo:
        """Returns how the runtime ended, as far as it is known."""
        ...


exported("trio_codex.client", ExitInfo, Transport)
