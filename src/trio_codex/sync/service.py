"""Turns a client into something that is opened, asked anything, and closed."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

import trio

from .._client.arguments import takes_config
from .._client.codex import AsyncCodex
from ..errors import AppServerError, describe
from ..protocol._generated.requests import BlockingRequests
from .app_server import AppServerClient
from .handlers import blocking_handlers
from .portal import Portal

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._client.metadata import InitializeResponse
    from .._config import AppServerConfig
    from .._requests.handlers import ServerRequestHandlers
    from .._session.connection import ConnectionStatistics
    from ..protocol import ModelListResponse
    from .subscription import NotificationStream

__all__ = ["CodexService"]

logger: logging.Logger = logging.getLogger("trio_codex.sync")

# Closing may interrupt turns first, and then stops the child in steps.
_CLOSING_STEPS = 3


async def serve(
    twin: AsyncCodex, *, task_status: trio.TaskStatus[None] = trio.TASK_STATUS_IGNORED
) -> None:
    """Runs the client in the private thread, which goes on when the client ends by itself.

    The runtime may die, or a handler may raise `SystemExit`: every call then raises what it was.
    """
    started = False
    try:
        async with twin:
            started = True
            task_status.started()
            await twin.client.wait_stopped()
    except trio.Cancelled:
        raise
    except AppServerError:
        if not started:
            raise
    except BaseException as error:
        if not started:
            raise
        logger.error("the client was closed, because a handler left with %s", describe(error))


class CodexService(BlockingRequests):
    """The life of the runtime, and the requests that belong to no thread."""

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
            handlers: what answers the server's requests; without one they are declined. With one
                that decides approvals, threads are opened in `ApprovalMode.ASK`. Each is a plain
                callable and runs in a worker thread, where it may use this client.

        Raises:
            RuntimeNotFoundError: there is no runtime to start.
            RuntimeVersionError: it is not the pinned version and the policy is `exact`.
            TransportClosedError: it ended, or did not answer within `startup_timeout`.
            AppServerError: it refused.

        On Ctrl+C, the runtime is stopped before this raises.
        """
        self._twin = AsyncCodex(config, handlers=blocking_handlers(handlers))
        used = self._twin.client.config
        # Leaving a turn whose start is on its way takes two such timeouts.
        patience = 2 * used.interrupt_timeout + _CLOSING_STEPS * used.close_timeout
        portal = Portal("trio_codex Codex")
        try:
            portal.open(partial(serve, self._twin), self._twin.aclose, patience)
            self._portal = portal
            self._client = AppServerClient(portal, self._twin.client)
        except BaseException:
            portal.close()
            raise

    # -- life ----------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        """Returns the client itself, which runs already; leaving the block closes it."""
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
        try:
            self._portal.close()
        except BaseException:
            if not self._portal.closing:
                self._portal.close()
            raise

    def close(self) -> None:
        """Closes the client; whoever still waits on it gets `ClientClosedError`.

        Bounded by the timeouts of the config. On Ctrl+C it goes on; a second one ends the wait.
        """
        try:
            self._portal.close()
        except BaseException:
            if not self._portal.closing:
                self._portal.close()
            raise

    # -- looking -------------------------------------------------------------------------------

    @property
    def client(self) -> AppServerClient:
        """The low-level client underneath."""
        return self._client

    @property
    def metadata(self) -> InitializeResponse:
        """Who answered `initialize`, and in which version.

        Raises:
            ClientClosedError: the client was never opened.
        """
        return self._twin.metadata

    def statistics(self) -> ConnectionStatistics:
        """Counts what the connection holds right now.

        Raises:
            ClientClosedError: the client was never opened.
        """
        return self._client.statistics()

    # -- traffic -------------------------------------------------------------------------------

    if not TYPE_CHECKING:

        def request(self, method, params=None):
            """Sends a request of any method and returns its typed result.

            Args:
                method: the protocol's name, such as `thread/turns/list`.
                params: the method's params object, a wire mapping (checked before it is sent), or
                    `None` where the method allows that. A method this SDK does not know goes out
                    as given, and its result comes back as plain JSON.

            Raises:
                InvalidArgumentError: the params are wrong, or the method or a field is experimental
                    and `experimental_api` is off; nothing was sent.
                JsonRpcError: the server refused.
                ProtocolError: the result is not what its type requires.
                AppServerError: the connection has ended.

            On Ctrl+C, the server may still carry the request out; its reply is dropped.
            """
            return self._client.request(method, params)

    def notifications(self, *methods: str) -> NotificationStream:
        """Subscribes to notifications that belong to no turn and no login.

        Args:
            methods: the protocol's names; none means all of them.

        Raises:
            InvalidArgumentError: a name is not a notification's, or misspelled.
            ClientClosedError: the client is not open.
        """
        return self._client.notifications(*methods)

    def models(self, *, include_hidden: bool = False) -> ModelListResponse:
        """Lists the models (`model/list`).

        Args:
            include_hidden: whether models that are not offered by default are listed too.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the reply is dropped.
        """
        return self._client.request("model/list", {"includeHidden": include_hidden})
