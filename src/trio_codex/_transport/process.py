"""The runtime as a child process: start, pipes, and a bounded stop."""

from __future__ import annotations

import errno
import os
import signal as signals
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, TypeAlias, final

import trio

from ..errors import AppServerError, RuntimeNotFoundError, TransportClosedError
from .base import ExitInfo
from .diagnostics import StderrTail
from .launch import Launch, resolve_runtime
from .pipes import StreamReader, StreamWriter

if sys.platform != "win32":
    from .pipes import FdReader, FdWriter

if TYPE_CHECKING:
    from .._config import AppServerConfig
    from .pipes import PipeReader, PipeWriter

__all__ = ["Launch", "ProcessTransport", "open_process", "resolve_runtime", "start_process"]

StopShares: TypeAlias = tuple[tuple[float, bool], ...]
"""Shares of the close timeout after which a signal is sent, and whether it is SIGKILL."""

_STOP_SHARES: Final[StopShares] = ((0.6, False), (0.9, True))
# A killed child is reaped immediately unless the machine is overloaded.
_REAP_SECONDS: Final = 0.25
# While closing: how many reads of 64 KiB follow each other, and how often the pipes are polled.
_READS_AT_ONCE: Final = 32
_MIN_POLL_INTERVAL: Final = 0.001
_MAX_POLL_INTERVAL: Final = 0.02
_NOT_STARTABLE: Final = (errno.ENOENT, errno.EACCES, errno.ENOEXEC, errno.ENOTDIR, errno.ELOOP)


async def open_process(config: AppServerConfig) -> ProcessTransport:
    """Starts the runtime in a new session and returns the transport to it.

    Raises:
        RuntimeNotFoundError: there is no runtime, or the system cannot execute it.
        InvalidArgumentError: the config cannot be used.
        TransportClosedError: the system cannot create another process or pipe.

    Cancelled, nothing is started: once the child exists, this returns it.
    """
    return await start_process(resolve_runtime(config), config.close_timeout)


async def start_process(
    launch: Launch, close_timeout: float, stop_shares: StopShares = _STOP_SHARES
) -> ProcessTransport:
    """Starts a program in a new session and returns the transport to it.

    Args:
        launch: the program.
        close_timeout: seconds that it may take to exit before it is killed.
        stop_shares: when it gets which signal, as `ProcessTransport` takes it.

    Raises:
        RuntimeNotFoundError: the system cannot execute it.
        TransportClosedError: the system cannot create another process or pipe.

    Cancelled, nothing is started: once the child exists, this returns it.
    """
    try:
        process, stdin, stdout, stderr = await _spawn(launch)
    except OSError as error:
        raise _spawn_error(launch, error) from error
    return ProcessTransport(process, stdin, stdout, stderr, close_timeout, stop_shares=stop_shares)


def _spawn_error(launch: Launch, error: OSError) -> AppServerError:
    message = f"could not start {launch.argv[0]!r}: {error.strerror or error}"
    if error.errno in _NOT_STARTABLE:
        return RuntimeNotFoundError(message)
    return TransportClosedError(message)


_Spawned = tuple[trio.Process, "PipeWriter", "PipeReader", "PipeReader"]

if sys.platform != "win32":

    async def _spawn(launch: Launch) -> _Spawned:
        with ExitStack() as on_failure, ExitStack() as always:
            # Pipes created here, because Trio's own have no public way to read or write without
            # waiting.
            child_in, our_in = os.pipe()
            always.callback(os.close, child_in)
            stdin = FdWriter(our_in)
            on_failure.callback(stdin.close)
            our_out, child_out = os.pipe()
            always.callback(os.close, child_out)
            stdout = FdReader(our_out)
            on_failure.callback(stdout.close)
            our_err, child_err = os.pipe()
            always.callback(os.close, child_err)
            stderr = FdReader(our_err)
            on_failure.callback(stderr.close)
            process = await trio.lowlevel.open_process(
                launch.argv,
                stdin=child_in,
                stdout=child_out,
                stderr=child_err,
                cwd=launch.cwd,
                env=launch.env,
                # Keeps a terminal's Ctrl+C from the runtime: it would orphan its children.
                start_new_session=True,
            )
            on_failure.pop_all()
        return process, stdin, stdout, stderr

else:

    async def _spawn(launch: Launch) -> _Spawned:
        process = await trio.lowlevel.open_process(
            launch.argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=launch.cwd,
            env=launch.env,
            creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        return (
            process,
            StreamWriter(process.stdin),
            StreamReader(process.stdout),
            StreamReader(process.stderr),
        )


@final
class ProcessTransport:
    """A transport to the runtime as a child process."""

    coalesces: Final = True

    def __init__(
        self,
        process: trio.Process,
        stdin: PipeWriter,
        stdout: PipeReader,
        stderr: PipeReader,
        close_timeout: float,
        *,
        stop_shares: StopShares = _STOP_SHARES,
    ) -> None:
        self._process = process
        self._stdin = stdin
        self._stdout = stdout
        self._stderr = stderr
        self._close_timeout = close_timeout
        self._stop_shares = stop_shares
        self._tail = StderrTail()
        self._closing = False
        self._closed = trio.Event()
        self._stopped_by_us = False
        self._owner_pid = os.getpid()

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    @property
    def whole_bytes(self) -> int:
        """Up to this size `send_whole` writes all or nothing, in any thread; 0 means never."""
        return self._stdin.whole_bytes

    async def receive(self) -> bytes:
        """See `Transport.receive`."""
        self._check_open()
        return await self._stdout.receive()

    def receive_nowait(self) -> bytes | None:
        """See `Transport.receive_nowait`."""
        self._check_open()
        return self._stdout.receive_nowait()

    def send_nowait(self, data: bytes) -> int:
        """See `Transport.send_nowait`."""
        return self._stdin.send_nowait(data)

    def send_whole(self, offered: list[bytes], sent: list[int]) -> None:
        """Writes the one chunk in `offered`, of at most `whole_bytes`, all or nothing.

        In any thread; notes the size in `sent` when it was written.

        Raises:
            trio.BrokenResourceError: the child reads no more.
            trio.ClosedResourceError: this transport is closed or closing.
        """
        self._stdin.send_whole(offered, sent)

    async def send(self, data: bytes) -> None:
        """See `Transport.send`."""
        await self._stdin.send(data)

    async def drain_diagnostics(self) -> None:
        """See `Transport.drain_diagnostics`."""
        if self._closing:
            await trio.lowlevel.checkpoint()
            return
        try:
            while chunk := await self._stderr.receive():
                self._tail.feed(chunk)
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            return  # `aclose` has read the rest.
        self._tail.finish()

    async def receive_diagnostics(self) -> bytes:
        """Waits for stderr output and returns it; `b""` at its end. Cancelled, none is lost."""
        chunk = await self._stderr.receive()
        self._tail.feed(chunk)
        return chunk

    async def wait_exited(self) -> None:
        """See `Transport.wait_exited`."""
        await self._process.wait()

    def exit_info(self) -> ExitInfo:
        """See `Transport.exit_info`."""
        code = self._process.returncode
        by_signal = code is not None and code < 0
        return ExitInfo(
            exit_code=None if by_signal else code,
            signal=-code if code is not None and by_signal else None,
            stderr_tail=self._tail.text(),
            stopped_by_us=self._stopped_by_us,
        )

    async def aclose(self) -> None:
        """See `Transport.aclose`."""
        with trio.CancelScope(shield=True):
            if os.getpid() != self._owner_pid:
                # In a forked process the pipes are closed, and the runtime belongs to the parent.
                self._closing = True
                await trio.lowlevel.checkpoint()
                return
            if self._closing:
                await self._closed.wait()
                return
            self._closing = True
            try:
                await self._stop()
            finally:
                self._stdin.close()
                self._stdout.close()
                self._stderr.close()
                self._closed.set()

    async def _stop(self) -> None:
        self._stdin.close()
        self._stdout.release()
        started = trio.current_time()
        for share, kill in self._stop_shares:
            if await self._exited_by(started + share * self._close_timeout):
                break
            self._stopped_by_us = True
            self._signal(kill=kill)
        else:
            reaped_by = max(started + self._close_timeout, trio.current_time() + _REAP_SECONDS)
            await self._exited_by(reaped_by)
        # Another process may have inherited the pipes and hold them open, so their end is not
        # waited for.
        await self._empty_pipes()
        self._tail.finish()

    async def _exited_by(self, deadline: float) -> bool:
        # A child that blocks in writing its output never reads the end of its input, so its pipes
        # are emptied at intervals. Its exit ends an interval.
        poll_interval = _MIN_POLL_INTERVAL
        while True:
            emptied = await self._empty_pipes()
            with trio.move_on_at(min(deadline, trio.current_time() + poll_interval)):
                await self._process.wait()
            if self._process.returncode is not None:
                return True
            if trio.current_time() >= deadline:
                return False
            longer = min(2 * poll_interval, _MAX_POLL_INTERVAL)
            poll_interval = _MIN_POLL_INTERVAL if emptied else longer

    async def _empty_pipes(self) -> bool:
        """Reads the bytes that are in the pipes; returns whether there were any."""
        emptied = False
        for pipe, sink in ((self._stdout, None), (self._stderr, self._tail)):
            for _ in range(_READS_AT_ONCE):
                try:
                    chunk = await pipe.read_available()
                except (trio.BrokenResourceError, trio.BusyResourceError):
                    break
                if not chunk:
                    break
                emptied = True
                if sink is not None:
                    sink.feed(chunk)
        return emptied

    def _signal(self, *, kill: bool) -> None:
        try:
            if sys.platform == "win32":
                self._process.kill() if kill else self._process.terminate()
            else:
                # The child leads its process group, so the children of a wrapper get the signal
                # as well. The group's id cannot be reused, because the child is not reaped yet.
                os.killpg(self._process.pid, signals.SIGKILL if kill else signals.SIGTERM)
        except OSError:
            pass  # It ended on its own in between.

    def _check_open(self) -> None:
        if self._closing:
            raise trio.ClosedResourceError("this transport is closed")
