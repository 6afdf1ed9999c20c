"""Life of a blocking client: it starts with its constructor and ends with `close`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._client.arguments import takes_config
from .._client.codex import AsyncCodex
from ._generated.app_server import BlockingAppServerClient
from .handlers import blocking_handlers
from .portal import Portal

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._config import AppServerConfig
    from .._requests.handlers import ServerRequestHandlers

__all__ = ["CodexBase"]


class CodexBase:
    """The life of a blocking client: its private thread, and the runtime in it."""

    @takes_config
    def __init__(
        self,
        config: AppServerConfig | None = None,
        *,
        handlers: ServerRequestHandlers | None = None,
    ) -> None:
        """Starts the runtime, initialises it (`initialize`) and checks its version.

        Args:
            config: how to start the runtime and how to treat the connection.
            handlers: handlers of the server's requests; without one they are declined. With one
                that decides approvals, threads are opened in `ApprovalMode.ASK`. Each is a plain
                callable and runs in a worker thread, where it may use this client.

        Raises:
            RuntimeNotFoundError: there is no runtime to start.
            RuntimeVersionError: it is not the pinned version and the policy is `exact`.
            TransportClosedError: it ended, or did not answer within `startup_timeout`.
            AppServerError: it refused.

        On Ctrl+C, the runtime is stopped before this raises.
        """
        self._async = AsyncCodex(config, handlers=blocking_handlers(handlers))
        portal = Portal("trio_codex Codex")
        try:
            portal.open(self._async)
            self._portal = portal
            self._client = BlockingAppServerClient(portal, self._async.client)
        except BaseException:
            portal.close()
            raise

    # -- life ----------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        """Returns the client, which is already open; leaving the block closes it."""
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts running turns and ends the runtime with everything on it.

        Bounded by the timeouts of the config. On Ctrl+C it goes on; a second one ends the wait.
        """
        # Not `self.close()`: an exception on a line before `Portal.close` leaves the client open.
        try:
            self._portal.close()
        except BaseException:
            if not self._portal.closing:
                self._portal.close()
            raise

    def close(self) -> None:
        """Closes the client; calls that are still waiting raise `ClientClosedError`.

        Bounded by the timeouts of the config. On Ctrl+C it goes on; a second one ends the wait.
        """
        try:
            self._portal.close()
        except BaseException:
            if not self._portal.closing:
                self._portal.close()
            raise

    @property
    def client(self) -> BlockingAppServerClient:
        """The low-level client underneath."""
        return self._client
