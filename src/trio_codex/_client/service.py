"""Turns a client into something that is opened, asked anything, and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import trio

from ..protocol._generated.requests import AsyncRequests
from .app_server import AppServerClient
from .arguments import takes_config

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._config import AppServerConfig
    from .._requests.handlers import ServerRequestHandlers
    from .._session.connection import ConnectionStatistics
    from .._transport.base import Transport
    from ..protocol import ModelListResponse
    from .metadata import InitializeResponse
    from .subscription import NotificationStream

__all__ = ["CodexService"]


class CodexService(AsyncRequests):
    """The life of the runtime, and the requests that belong to no thread."""

    @takes_config
    def __init__(
        self,
        config: AppServerConfig | None = None,
        *,
        handlers: ServerRequestHandlers | None = None,
        transport: Transport | None = None,
    ) -> None:
        """Prepares a client; nothing is started yet.

        Args:
            config: how to start the runtime and how to treat the connection.
            handlers: what answers the server's requests; without one they are declined. With one
                that decides approvals, threads are opened in `ApprovalMode.ask`.
            transport: bytes to an app-server that runs already, instead of a child process.
        """
        self._client = AppServerClient(config, handlers=handlers, transport=transport)

    # -- life ----------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        """Starts the runtime, initialises it (`initialize`) and checks its version.

        Raises:
            RuntimeNotFoundError: there is no runtime to start.
            RuntimeVersionError: it is not the pinned version and the policy is `exact`.
            TransportClosedError: it ended, or did not answer within `startup_timeout`.
            ClientClosedError: this client was opened before.
            AppServerError: it refused.

        Cancelled, the runtime is stopped before this returns.
        """
        await self._client.__aenter__()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts running turns and ends the runtime with everything on it.

        Shielded from cancellation and bounded by the timeouts of the config.
        """
        await self._client.__aexit__(exc_type, exc, traceback)  # noqa: ASYNC102 - shielded and bounded inside

    async def serve(self, *, task_status: trio.TaskStatus[Self] = trio.TASK_STATUS_IGNORED) -> None:
        """Runs the client in the caller's nursery: `codex = await nursery.start(codex.serve)`.

        Raises:
            AppServerError: it could not be opened, as for `async with`.
            TransportClosedError: the runtime ended while it was served.

        Cancelled, it closes as leaving `async with` does.
        """
        async with self:
            task_status.started(self)
            await self._client.wait_stopped()

    async def aclose(self) -> None:
        """Closes the client early; whoever still waits on it gets `ClientClosedError`.

        May be called more than once: while one call closes the client, every other one waits.
        Shielded from cancellation and bounded by the timeouts of the config.
        """
        await self._client.aclose()

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
        return self._client.metadata

    def statistics(self) -> ConnectionStatistics:
        """Counts what the connection holds right now.

        Raises:
            ClientClosedError: the client was never opened.
        """
        return self._client.statistics()

    # -- traffic -------------------------------------------------------------------------------

    if not TYPE_CHECKING:

        async def request(self, method, params=None):
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

            Cancelled, the server may still carry the request out; its reply is dropped.
            """
            return await self._client.request(method, params)

    def notifications(self, *methods: str) -> NotificationStream:
        """Subscribes to notifications that belong to no turn and no login.

        Args:
            methods: the protocol's names; none means all of them.

        Raises:
            InvalidArgumentError: a name is not a notification's, or misspelled.
            ClientClosedError: the client is not open.
        """
        return self._client.notifications(*methods)

    async def models(self, *, include_hidden: bool = False) -> ModelListResponse:
        """Lists the models (`model/list`).

        Args:
            include_hidden: whether models that are not offered by default are listed too.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the reply is dropped.
        """
        return await self._client.request("model/list", {"includeHidden": include_hidden})
