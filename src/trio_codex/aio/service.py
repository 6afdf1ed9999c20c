"""Life of a client of asyncio: the block it is opened in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._client.arguments import takes_config
from .._client.codex import AsyncCodex
from ._generated.app_server import AppServerClient
from .portal import LoopPortal

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._config import AppServerConfig
    from .._requests.handlers import ServerRequestHandlers
    from .._transport.base import Transport

__all__ = ["CodexBase"]


class CodexBase:
    """The life of a client of asyncio: its private thread, and the runtime in it."""

    @takes_config
    def __init__(
        self,
        config: AppServerConfig | None = None,
        *,
        handlers: ServerRequestHandlers | None = None,
        transport: Transport | None = None,
    ) -> None:
        """Creates a client without starting anything.

        Args:
            config: how to start the runtime and treat the connection; default:
                `AppServerConfig()`.
            handlers: handlers for the server's requests; requests without a handler are declined.
                With a handler that decides approvals, threads are opened in `ApprovalMode.ASK`.
                Each is a coroutine function and runs in the event loop that opens the client.
            transport: byte streams to a running app-server, used instead of a child process.
        """
        self._portal = LoopPortal("trio_codex.aio AsyncCodex")
        hosted = self._portal.host.handlers(handlers)
        self._async = AsyncCodex(config, handlers=hosted, transport=transport)
        self._client = AppServerClient(self._portal, self._async.client)

    # -- life ----------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        """Starts the runtime, or reaches the server of `connect`; initialises it (`initialize`).

        Its version is checked.

        Raises:
            RuntimeNotFoundError: there is no runtime to start.
            RuntimeVersionError: it is not the pinned version and the policy is `exact`.
            HandshakeError: the server that `connect` names refused the connection.
            TransportClosedError: it ended, cannot be reached, or did not answer within
                `startup_timeout`.
            ClientClosedError: this client was opened before.
            AppServerError: it refused to initialise.

        Cancelled, the runtime is stopped before this returns.
        """
        await self._portal.open(self._async)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts running turns and stops the runtime.

        Shielded from cancellation and bounded by the timeouts of the config.
        """
        await self._portal.close()  # noqa: ASYNC102 - shielded and bounded inside

    async def aclose(self) -> None:
        """Closes the client early; calls that are still waiting raise `ClientClosedError`.

        May be called more than once; concurrent calls all wait for the end. Shielded from
        cancellation and bounded by the timeouts of the config.
        """
        await self._portal.close()

    @property
    def client(self) -> AppServerClient:
        """The low-level client that this one is built on."""
        return self._client
