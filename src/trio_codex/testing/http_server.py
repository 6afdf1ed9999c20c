"""HTTP servers on 127.0.0.1, in the caller's Trio run or in a private thread."""

from __future__ import annotations

import contextlib
import threading
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Generic, Self, TypeVar, TypeVarTuple

import trio

from .http_exchange import Exchange, serve_connection

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType

__all__ = ["BlockingServer", "LoopbackServer"]

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
ServerT = TypeVar("ServerT", bound="LoopbackServer")

_STOP_SECONDS = 10.0


class LoopbackServer(ABC):
    """An HTTP server on a free port of 127.0.0.1; it serves while its block or nursery lasts."""

    def __init__(self) -> None:
        self._port: int | None = None
        self._scope = trio.CancelScope()
        self._manager: contextlib.AbstractAsyncContextManager[trio.Nursery] | None = None
        self._errors: list[Exception] = []

    @property
    def origin(self) -> str:
        """The origin of the server, `http://127.0.0.1:PORT`.

        Raises:
            RuntimeError: the server was not started.
        """
        if self._port is None:
            raise RuntimeError(
                f"{type(self).__name__} is not serving: enter it, or nursery.start(server.serve)"
            )
        return f"http://127.0.0.1:{self._port}"

    @abstractmethod
    async def _handle(self, exchange: Exchange) -> None: ...

    async def serve(self, *, task_status: trio.TaskStatus[Self] = trio.TASK_STATUS_IGNORED) -> None:
        """Serves until cancelled or closed: `model = await nursery.start(ModelServer().serve)`.

        Raises:
            RuntimeError: the server has served before.
            Exception: what a callback of the test raised before the server was closed.

        Cancelling it closes every connection.
        """
        listeners = await self._listen()
        task_status.started(self)
        await self._serve_all(listeners)
        self._raise_errors()

    async def aclose(self) -> None:
        """Stops serving and cut every connection. Cancelling it changes nothing."""
        self._scope.cancel()
        await trio.lowlevel.checkpoint()

    async def __aenter__(self) -> Self:
        listeners = await self._listen()
        # Nothing may be awaited after the nursery is open: a cancellation in `__aenter__` would
        # leave it open.
        self._manager = trio.open_nursery()
        nursery = await self._manager.__aenter__()
        nursery.start_soon(self._serve_all, listeners)
        return self

    def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> Awaitable[None]:
        return self._leave(exc)

    async def _leave(self, exc: BaseException | None) -> None:
        assert self._manager is not None
        # The nursery does not get the body's exception, which would then be in a group.
        self._scope.cancel()
        await self._manager.__aexit__(None, None, None)
        if exc is None:
            self._raise_errors()

    async def _listen(self) -> list[trio.SocketListener]:
        if self._port is not None:
            raise RuntimeError(f"{type(self).__name__} has served before; make a new one")
        listeners = await trio.open_tcp_listeners(0, host="127.0.0.1")
        self._port = listeners[0].socket.getsockname()[1]
        return listeners

    async def _serve_all(self, listeners: list[trio.SocketListener]) -> None:
        with self._scope:
            await trio.serve_listeners(self._serve_one, listeners)

    def _raise_errors(self) -> None:
        if self._errors:
            raise self._errors[0]

    async def _serve_one(self, stream: trio.SocketStream) -> None:
        await serve_connection(stream, self._answer)

    async def _answer(self, exchange: Exchange) -> None:
        try:
            await self._handle(exchange)
        except Exception as error:  # noqa: BLE001
            # A callback of the test failed: the runtime gets a 500, the test gets the exception.
            self._errors.append(error)
            if exchange.started:
                await exchange.abort()
            else:
                message = f"{type(error).__name__}: {error}"
                await exchange.respond(500, {"error": {"message": message}})


class BlockingServer(Generic[ServerT]):
    """A server in a private thread that runs Trio while the `with` block lasts."""

    def __init__(self, server: ServerT) -> None:
        self._server = server
        self._ready = threading.Event()
        self._token: trio.lowlevel.TrioToken | None = None
        self._closing = trio.Event()
        self._error: Exception | None = None
        # A daemon, so that a script that does not close its server can exit.
        self._thread = threading.Thread(
            target=self._run, name=f"trio_codex {type(server).__name__}", daemon=True
        )

    @property
    def origin(self) -> str:
        """The origin of the server, `http://127.0.0.1:PORT`.

        Raises:
            RuntimeError: the server was not started.
        """
        return self._server.origin

    def __enter__(self) -> Self:
        """Starts the thread and returns once the server listens.

        Raises:
            OSError: the server could not listen.
        """
        self._thread.start()
        self._ready.wait()
        if self._token is None and self._error is not None:
            raise self._error
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._token is not None:
            with contextlib.suppress(trio.RunFinishedError):
                self._token.run_sync_soon(self._closing.set)
        self._thread.join(_STOP_SECONDS)
        if self._error is not None and exc is None:
            raise self._error

    def _call(self, function: Callable[[*Ts], Awaitable[T]], *args: *Ts) -> T:
        """Runs a coroutine function in the server's Trio run and blocks until it has finished.

        Raises:
            RuntimeError: the server is not running.
        """
        if self._token is None:
            raise RuntimeError("the server's thread does not run")
        return trio.from_thread.run(function, *args, trio_token=self._token)

    def _run(self) -> None:
        try:
            trio.run(self._main)
        except Exception as error:  # noqa: BLE001
            # Any error is raised in the thread that owns the server, when it enters or leaves.
            self._error = error
        finally:
            self._ready.set()

    async def _main(self) -> None:
        async with self._server:
            self._token = trio.lowlevel.current_trio_token()
            self._ready.set()
            await self._closing.wait()
