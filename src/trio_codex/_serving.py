"""Servers that others attach to: `listen` starts one, `find_daemon` finds the one that runs."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, final

import trio

from ._client.arguments import check_config, check_trio_runs
from ._hints import exported
from ._transport.serving import check_listening, find_socket, open_server
from .errors import ClientClosedError

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType
    from typing import Self

    from ._config import AppServerConfig
    from ._transport.process import ProcessTransport
    from ._transport.tokens import SharedSecret
    from .aio.portal import LoopPortal
    from .sync.portal import Portal

__all__ = ["ListeningServer", "find_daemon", "listen"]

logger = logging.getLogger("trio_codex.server")

# Beside the close timeout: what reaping a killed process may take.
_CLOSING_MARGIN = 1.0


def find_daemon(config: AppServerConfig | None = None) -> str | None:
    """Returns the URL of the server that listens on the default socket of the Codex home.

    That is the daemon that `codex app-server daemon start` runs, or a server that was started with
    `--listen unix://`. Pass it to `connect`. Does not block.

    Args:
        config: names the Codex home by the `CODEX_HOME` in its `env`; default: that of this
            process.

    Returns:
        A `unix://` URL; `None` if nobody listens there.
    """
    return find_socket(check_config(config, None))


def listen(
    config: AppServerConfig | None = None,
    url: str = "unix://",
    *,
    auth: str | SharedSecret | None = None,
) -> ListeningServer:
    """Prepares a server of its own that clients attach to; entering it starts it.

    Use it in `async with` under Trio or asyncio, and in `with` otherwise. Leaving the block stops
    the server: it finishes its running turns, for a part of `close_timeout`.

    Args:
        config: how to start the server; what concerns a connection is for `connect`.
        url: `unix://PATH`, `unix://` for the default socket of the Codex home, or `ws://IP:PORT`,
            with port 0 for a free one.
        auth: what clients pass to `connect` as `token`: a token, or the secret that signs tokens.
            The server gets it in a private file. It is needed unless the address is a loopback
            one, and refused for a Unix socket, which only its owner can open.

    Raises:
        InvalidArgumentError: an argument cannot be used.
    """
    used = check_config(config, None)
    return ListeningServer(used, url, auth)


@final
class ListeningServer:
    """A server that clients attach to, owned by the block it is started in; made by `listen`."""

    def __init__(self, config: AppServerConfig, url: str, auth: str | SharedSecret | None) -> None:
        self._config = config
        self._listening = check_listening(url, auth, config)
        self._url: str | None = None
        self._transport: ProcessTransport | None = None
        self._closed = False
        self._manager: AbstractAsyncContextManager[trio.Nursery] | None = None
        self._portal: Portal | None = None
        self._loop_portal: LoopPortal | None = None

    def __repr__(self) -> str:
        return f"<ListeningServer {self._url or self._listening.address}>"

    @property
    def url(self) -> str:
        """The URL to attach to, with the port that the server has chosen.

        Raises:
            ClientClosedError: the server has not been started.
        """
        return self._require()[1]

    @property
    def pid(self) -> int:
        """The server's process id.

        Raises:
            ClientClosedError: the server has not been started.
        """
        return self._require()[0].pid

    def _require(self) -> tuple[ProcessTransport, str]:
        if self._transport is None or self._url is None:
            raise ClientClosedError("this server was not started; use it in a `with` block")
        return self._transport, self._url

    # -- Trio and asyncio ----------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        """Starts the server and waits until it takes connections.

        Raises:
            RuntimeNotFoundError: there is no runtime to start.
            TransportClosedError: the address is in use, the server ended, or it did not listen
                within `startup_timeout`.
            ClientClosedError: this server was started before.

        Cancelled, the server is stopped before this returns.
        """
        if _asyncio_runs():
            from .aio.portal import LoopPortal

            self._loop_portal = LoopPortal("trio_codex listen")
            await self._loop_portal.open_service(self._serve, self._stop, self._closing_seconds)
            return self
        check_trio_runs()
        await self._start()
        # Nothing may be awaited from here on: a cancellation would leave the nursery open.
        self._manager = trio.open_nursery()
        nursery = await self._manager.__aenter__()
        nursery.start_soon(self._drain)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stops the server.

        Shielded from cancellation and bounded by `close_timeout`.
        """
        await self.aclose()
        manager, self._manager = self._manager, None
        if manager is not None:
            # The body's exception is not passed in, so that the nursery does not put it in a group.
            await manager.__aexit__(None, None, None)  # noqa: ASYNC102 - its task has ended

    async def aclose(self) -> None:
        """Stops the server before its block is left; may be called more than once.

        Shielded from cancellation and bounded by `close_timeout`.
        """
        if self._loop_portal is None:
            await self._stop()
        else:
            await self._loop_portal.close()

    # -- blocking ------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        """Starts the server and waits until it takes connections.

        Raises:
            RuntimeNotFoundError: there is no runtime to start.
            TransportClosedError: the address is in use, the server ended, or it did not listen
                within `startup_timeout`.
            ClientClosedError: this server was started before.

        On Ctrl+C, the server is stopped before this raises.
        """
        from .sync.portal import Portal

        portal = self._portal = Portal("trio_codex listen")
        try:
            portal.open_service(self._serve, self._stop, self._closing_seconds)
        except BaseException:
            portal.close()
            raise
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stops the server, bounded by `close_timeout`."""
        self.close()

    def close(self) -> None:
        """Stops the server before its block is left; may be called more than once."""
        if self._portal is not None:
            self._portal.close()

    # -- in Trio -------------------------------------------------------------------------------

    @property
    def _closing_seconds(self) -> float:
        return self._config.close_timeout + _CLOSING_MARGIN

    async def _serve(  # noqa: ASYNC114 - the portals start it
        self, *, task_status: trio.TaskStatus[None] = trio.TASK_STATUS_IGNORED
    ) -> None:
        """Runs the server in the private thread of a blocking or asyncio caller."""
        await self._start()
        try:
            task_status.started()
            await self._drain()
        finally:
            await self._stop()  # noqa: ASYNC102 - shielded and bounded inside

    async def _start(self) -> None:
        if self._transport is not None:
            raise ClientClosedError("this server was started before; make a new one")
        self._transport, self._url = await open_server(self._config, self._listening)
        logger.info("a server listens on %s", self._url, extra={"codex_pid": self._transport.pid})

    async def _drain(self) -> None:
        """Reads the server's stderr until it ends, which it should not do by itself."""
        transport = self._require()[0]
        await transport.drain_diagnostics()
        if not self._closed:
            logger.warning(
                "the server on %s has ended", self._url, extra={"codex_pid": transport.pid}
            )

    async def _stop(self) -> None:
        self._closed = True
        if self._transport is not None:
            await self._transport.aclose()


def _asyncio_runs() -> bool:
    """Whether the caller is a task of asyncio, and not of Trio."""
    import sys

    try:
        trio.lowlevel.current_task()
    except RuntimeError:
        asyncio = sys.modules.get("asyncio")
        return asyncio is not None and asyncio._get_running_loop() is not None
    return False


exported("trio_codex.client", ListeningServer)
exported("trio_codex", find_daemon, listen)
