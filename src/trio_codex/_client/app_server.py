"""Low-level client: starts or attaches to an app-server, and sends typed requests to it."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, final

import trio

from .._hints import exported
from .._json import OMITTED
from .._version import RUNTIME_VERSION
from ..errors import ClientClosedError, InvalidArgumentError, TransportClosedError, fresh
from ..protocol._generated.requests import AsyncRequests
from .arguments import check_config, check_notifications, check_trio_runs, takes_config
from .wire import codec, plain_params, typed_result

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType
    from typing import Self

    from .._config import AppServerConfig
    from .._requests.dispatch import HandlerTable
    from .._requests.handlers import ServerRequestHandlers
    from .._session.connection import Connection, ConnectionStatistics
    from .._session.session import Session
    from .._transport.attach import Attachment
    from .._transport.base import Transport
    from ..protocol import JsonValue, WireModel
    from .approval_defaults import ApprovalDefault, ApprovalDefaults
    from .compatibility import Compatibility
    from .environment import EnvironmentTable
    from .metadata import ServerMetadata
    from .subscription import AsyncNotificationStream

__all__ = ["AppServerClient"]

logger = logging.getLogger("trio_codex.client")


@final
class AppServerClient(AsyncRequests):
    """A connection to an app-server, with the typed protocol; `AsyncCodex` is built on it.

    Use it as an async context manager, or start `serve` in a nursery. It can be opened only once.
    """

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
            config: how to start the runtime; default: `AppServerConfig()`.
            handlers: handlers for the server's requests; requests without a handler are declined.
            transport: byte streams to a running app-server, used instead of a child process.
        """
        self._config = check_config(config, handlers)
        self._handlers = handlers
        self._given_transport = transport
        self._attachment: Attachment | None = None  # set by `AsyncCodex.connect`
        self._table: HandlerTable | None = None
        self._approvals: ApprovalDefaults | None = None
        self._connection: Session | None = None
        self._metadata: ServerMetadata | None = None
        # `None` for the pinned runtime, which supports everything that can be sent.
        self._compatibility: Compatibility | None = None
        self._environments: EnvironmentTable | None = None
        self._entered = False
        self._closed_early = False

    # -- life ----------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        """Starts the runtime, initialises it and checks its version.

        Raises:
            RuntimeNotFoundError: there is no runtime to start.
            RuntimeVersionError: it is not the pinned version and the policy is `exact`.
            TransportClosedError: it ended, or did not answer within `startup_timeout`.
            AppServerError: it refused to initialise.

        Cancelled, the runtime is stopped before this returns.
        """
        check_trio_runs()
        if self._entered:
            raise ClientClosedError("this client was opened before; make a new one")
        self._entered = True
        from .._telemetry import connection_span

        with connection_span("connect"):
            self._connection = await self._open()
        return self

    async def _open(self) -> Session:
        deadline = trio.current_time() + self._config.startup_timeout
        with self._startup(deadline):
            transport = self._given_transport or await self._open_transport()
        try:
            connection = self._connect(transport)
        except BaseException:  # such as Ctrl+C
            await transport.aclose()  # noqa: ASYNC102 - shielded and bounded inside
            raise
        await connection.__aenter__()
        try:
            with self._startup(deadline):
                await self._initialize(connection)
            if self._attachment is not None and self._attachment.reconnect_timeout is not None:
                from .._session.reconnect import Reconnect

                timeout = self._attachment.reconnect_timeout
                connection.reconnect = Reconnect(self._open_transport, self._initialize, timeout)
        except BaseException:
            await connection.__aexit__(None, None, None)  # noqa: ASYNC102 - shielded and bounded inside
            raise
        return connection

    async def _open_transport(self) -> Transport:
        if self._attachment is not None:
            return await self._attachment.open(self._config)
        from .._transport.process import open_process

        return await open_process(self._config)

    def _connect(self, transport: Transport) -> Session:
        # Imported here because the child is starting meanwhile.
        from .._requests.dispatch import HandlerTable
        from .._session.session import Session
        from .approval_defaults import ApprovalDefaults

        self._table = HandlerTable(self._handlers)
        self._approvals = ApprovalDefaults(self._handlers, self._config)
        return Session(transport, self._config, self._table, self._table.hooks)

    @contextmanager
    def _startup(self, deadline: float) -> Iterator[None]:
        """Applies the startup deadline; a nursery entered inside would outlive the scope."""
        with trio.CancelScope(deadline=deadline) as scope:
            yield
        if scope.cancelled_caught:
            raise TransportClosedError(
                f"the runtime did not initialise within {self._config.startup_timeout:g} s"
            )

    async def _initialize(self, connection: Connection) -> None:
        from .metadata import check_version, initialize_params, read_metadata

        config = self._config
        params = initialize_params(config, self._handlers)
        pending = await connection.post("initialize", params, resync=True)
        # The child is starting meanwhile: the first calls will not have to import these.
        codec()
        from .._transport.launch import unloads_threads
        from . import loaded_settings, thread  # noqa: F401

        self._metadata = read_metadata(await pending.wait())
        connection.notify("initialized")
        if check_version(self._metadata, config.version_policy):
            from .compatibility import Compatibility

            self._compatibility = Compatibility(self._metadata.server_version)
        started = self._given_transport is None and self._attachment is None
        version = self._metadata.server_version
        connection.threads.closes = started and unloads_threads(config, version)
        logger.info("the runtime %s is ready", version or "(unknown version)")
        assert self._approvals is not None
        if connection.reconnect is None:
            self._approvals.log()

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts running turns, stops the runtime and every task.

        Shielded from cancellation and bounded by the timeouts of the config.
        """
        connection = self._connection
        if connection is not None:
            await connection.__aexit__(None, None, None)  # noqa: ASYNC102 - shielded and bounded inside

    async def serve(
        self, *, task_status: trio.TaskStatus[AppServerClient] = trio.TASK_STATUS_IGNORED
    ) -> None:
        """Runs the client in the caller's nursery: `client = await nursery.start(client.serve)`.

        Raises:
            AppServerError: it could not be opened, as for the context manager.
            TransportClosedError: the runtime ended while it was served.

        Cancelled, it closes as leaving the context manager does.
        """
        async with self:
            task_status.started(self)
            await self.wait_stopped()

    async def wait_stopped(self) -> None:
        """Waits until `aclose` has been called or the connection has ended by itself.

        Raises:
            AppServerError: the error that ended the connection, usually a
                `TransportClosedError`; not raised after `aclose`.

        Cancelled, nothing changes.
        """
        if self._closed_early:
            await trio.lowlevel.checkpoint()
            return
        connection = self._require()
        await connection.ended.wait()
        if connection.failure is not None and not isinstance(connection.failure, ClientClosedError):
            raise fresh(connection.failure)

    async def aclose(self) -> None:
        """Closes the client early; calls that are still waiting raise `ClientClosedError`.

        May be called more than once; concurrent calls all wait for the end. Shielded from
        cancellation and bounded by the timeouts of the config.
        """
        if self._connection is not None:
            await self._connection.aclose()
        elif self._entered:
            # The client is still opening; `wait_stopped` then returns immediately.
            self._closed_early = True
            await trio.lowlevel.checkpoint()

    # -- state ---------------------------------------------------------------------------------

    @property
    def config(self) -> AppServerConfig:
        """The configuration this client was made with."""
        return self._config

    @property
    def metadata(self) -> ServerMetadata:
        """The server's reply to `initialize`: its name, version, platform and directories.

        Raises:
            ClientClosedError: the client was never opened.
        """
        if self._metadata is None:
            raise ClientClosedError("this client is not open; use it in `async with`")
        return self._metadata

    @property
    def runtime_version(self) -> str:
        """The version of the runtime this SDK was generated from."""
        return RUNTIME_VERSION

    def statistics(self) -> ConnectionStatistics:
        """Returns how many tasks, requests, routes and buffered events the connection has now.

        Raises:
            ClientClosedError: the client was never opened.
        """
        return self._require().statistics()

    # -- messages ------------------------------------------------------------------------------

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
                RuntimeVersionError: the runtime is too old for the method or for something in the
                    params; nothing was sent.
                JsonRpcError: the server refused.
                ProtocolError: the result is not what its type requires.
                AppServerError: the connection has ended.

            Cancelled, the server may still carry the request out; its reply is dropped.
            """
            try:
                wire = self.wire_params(method, params)
            except InvalidArgumentError as error:
                raise error.with_traceback(None) from None
            return typed_result(method, await self._require().request(method, wire))

    async def call(
        self, method: str, params: WireModel | Mapping[str, JsonValue] | JsonValue = None
    ) -> JsonValue:
        """Sends a request without checking the params, and returns its result as plain JSON.

        Unknown methods, keys and values are sent unchanged.

        Raises:
            RuntimeVersionError: the connected runtime is too old for the method or the params.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the server may still carry the request out; its reply is dropped.
        """
        return await self._require().request(
            method, self._compatible(method, plain_params(method, params))
        )

    def wire_params(
        self, method: str, params: WireModel | Mapping[str, JsonValue] | JsonValue = None
    ) -> JsonValue:
        """Checks params and returns them as wire JSON, without sending anything.

        Raises:
            InvalidArgumentError: the params are wrong, or the method or a field is experimental
                and `experimental_api` is off.
            RuntimeVersionError: the connected runtime is too old for the method or the params, and
                `version_policy` is not `ignore`.
        """
        spec = codec().METHODS.get(method) if isinstance(method, str) else None
        if spec is None:
            return self._compatible(method, plain_params(method, params))
        if spec.direction not in ("client_request", "client_notification"):
            raise InvalidArgumentError(f"{method} is not a request that a client can send")
        experimental = self._config.experimental_api
        wire: JsonValue = codec().check_params(spec, params, experimental_api=experimental)
        return wire if self._compatibility is None else self._compatible(method, wire)

    def _compatible(self, method: str, wire: JsonValue) -> JsonValue:
        if self._compatibility is not None:
            self._compatibility.check(method, wire)
        return wire

    async def notify(
        self, method: str, params: WireModel | Mapping[str, JsonValue] | JsonValue = None
    ) -> None:
        """Sends a notification; waits while too many earlier bytes are still unwritten.

        Raises:
            InvalidArgumentError: the params are wrong; nothing was sent.
            AppServerError: the connection has ended.

        Cancelled, nothing is sent.
        """
        await trio.lowlevel.checkpoint()
        await self._require().notify_in_turn(method, self.wire_params(method, params))

    def notifications(self, *methods: str) -> AsyncNotificationStream:
        """Subscribes to notifications that belong to no turn and no login.

        Args:
            methods: protocol names such as `thread/started`; without any, all notifications.

        Raises:
            InvalidArgumentError: a name is misspelled or is not a server notification.
            ClientClosedError: the client is not open.
            AppServerError: the connection has ended.
        """
        from .subscription import AsyncNotificationStream

        check_notifications("notifications", methods)
        connection = self._require()
        connection.check_open()
        return AsyncNotificationStream(connection, connection.router.subscribe(frozenset(methods)))

    def _require(self) -> Connection:
        if self._connection is None:
            raise ClientClosedError("this client is not open; use it in `async with`")
        return self._connection

    @property
    def _handler_table(self) -> HandlerTable:
        """The handlers and tools of the client and of its threads."""
        self._require()
        assert self._table is not None
        return self._table

    def _approval_default(
        self, method: str, options: Mapping[str, object], handlers: ServerRequestHandlers | None
    ) -> ApprovalDefault | None:
        """Returns the approval settings of a call that names no approval mode, else `None`."""
        self._require()
        assert self._approvals is not None
        if options.get("approval_mode") is not OMITTED:
            return None
        return self._approvals.of(method, handlers)


exported("trio_codex.client", AppServerClient)
