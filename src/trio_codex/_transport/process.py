"""Turns a config into a running child process, and the child's pipes into a transport."""

from __future__ import annotations

import errno
import os
import signal as signals
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, final

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

__all__ = ["Launch", "ProcessTransport", "open_process", "resolve_runtime"]

# Of the close timeout: until when the end of its input has to be enough, and then SIGTERM.
_EOF_SHARE: Final = 0.6
_TERM_SHARE: Final = 0.9
# A killed child is reaped at once unless the machine is drowning.
_REAP_SECONDS: Final = 0.25
# While closing: reads of 64 KiB in a row, and pauses between looks at the child's pipes.
_READS_AT_ONCE: Final = 32
_SHORTEST_NAP: Final = 0.001
_LONGEST_NAP: Final = 0.02
_NOT_STARTABLE: Final = (errno.ENOENT, errno.EACCES, errno.ENOEXEC, errno.ENOTDIR, errno.ELOOP)


async def open_process(config: AppServerConfig) -> ProcessTransport:
    """Starts the runtime in a session of its own and returns the transport to it.

    Raises:
        RuntimeNotFoundError: there is nothing to start, or the system refuses to execute it.
        InvalidArgumentError: the config cannot be used.
        TransportClosedError: the system has no room for another process or pipe.

    Being cancelled starts nothing: once the child exists, this returns it.
    """
    launch = resolve_runtime(config)
    try:
        process, stdin, stdout, stderr = await _spawn(launch)
    except OSError as error:
        raise _spawn_error(launch, error) from error
    return ProcessTransport(process, stdin, stdout, stderr, config.close_timeout)


def _spawn_error(launch: Launch, error: OSError) -> AppServerError:
    message = f"could not start {launch.argv[0]!r}: {error.strerror or error}"
    if error.errno in _NOT_STARTABLE:
        return RuntimeNotFoundError(message)
    return TransportClosedError(message)


_Spawned = tuple[trio.Process, "PipeWriter", "PipeReader", "PipeReader"]

if sys.platform != "win32":

    async def _spawn(launch: Launch) -> _Spawned:
        with ExitStack() as on_failure, ExitStack() as always:
            # Pipes of our own, so that reading and writing them without waiting needs no more
            # than the public API of Trio and of the system.
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
                # A terminal's Ctrl+C is for us: it would kill the runtime and orphan its children.
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
    """The runtime as a child process."""

    coalesces: Final = True

    def __init__(
        self,
        process: trio.Process,
        stdin: PipeWriter,
        stdout: PipeReader,
        stderr: PipeReader,
        close_timeout: float,
    ) -> None:
        self._process = process
        self._stdin = stdin
        self._stdout = stdout
        self._stderr = stderr
        self._close_timeout = close_timeout
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
        """Up to this size `send_whole` writes all or nothing, in any thread; 0 is never."""
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
                # A forked copy: its pipes are closed, and the runtime is not its own to stop.
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
        for share, kill in ((_EOF_SHARE, False), (_TERM_SHARE, True)):
            if await self._exited_by(started + share * self._close_timeout):
                break
            self._stopped_by_us = True
            self._signal(kill=kill)
        else:
            reaped_by = max(started + self._close_timeout, trio.current_time() + _REAP_SECONDS)
            await self._exited_by(reaped_by)
        # Whoever inherited the pipes from the child may hold them open: what is there now is all.
        await self._empty_pipes()
        self._tail.finish()

    async def _exited_by(self, deadline: float) -> bool:
        # A child whose output nobody reads never gets to see the end of its input, so its pipes
        # are emptied between naps. The exit itself ends a nap at once.
        nap = _SHORTEST_NAP
        while True:
            emptied = await self._empty_pipes()
            with trio.move_on_at(min(deadline, trio.current_time() + nap)):
                await self._process.wait()
            if self._process.returncode is not None:
                return True
            if trio.current_time() >= deadline:
                return False
            nap = _SHORTEST_NAP if emptied else min(2 * nap, _LONGEST_NAP)

    async def _empty_pipes(self) -> bool:
        """Reads what is in the pipes now; says whether anything was."""
        emptied = False
        for pipe, sink in ((self._stdout, None), (self._stderr, self._tail)):
            for _ in range(_READS_AT_ONCE):
                try:
                    chunk = await pipe.skim()
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
                # The child leads its process group: a wrapper's real server gets it as well.
                # The group's id cannot be anybody else's, because the child is not reaped yet.
                os.killpg(self._process.pid, signals.SIGKILL if kill else signals.SIGTERM)
        except OSError:
            pass  # It ended on its own in between.

    def _check_open(self) -> None:
        if self._closing:
            raise trio.ClosedResourceError("this transport is closed")
