"""Life of a blocking client: it starts with its constructor and ends with `close`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._client.arguments import takes_config
from .._client.codex import AsyncCodex
from ._generated.app_server import BlockingAppServerClient
from .handlers import blocking_handlers
from .portal import Portal

if TYPE_CHECKING:
    import os
    import ssl
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Self

    from .._config import AppServerConfig
    from .._requests.handlers import ServerRequestHandlers
    from .._transport.tokens import SharedSecret

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
        self._open(AsyncCodex(config, handlers=blocking_handlers(handlers)))

    def _open(self, client: AsyncCodex) -> None:
        self._async = client
        portal = Portal("trio_codex Codex")
        try:
            portal.open(self._async)
            self._portal = portal
            self._client = BlockingAppServerClient(portal, self._async.client)
        except BaseException:
            portal.close()
            raise

    @classmethod
    def connect(
        cls,
        url: str | None = None,
        *,
        config: AppServerConfig | None = None,
        handlers: ServerRequestHandlers | None = None,
        token: str | os.PathLike[str] | Callable[[], str] | SharedSecret | None = None,
        ssl_context: ssl.SSLContext | None = None,
        command: Sequence[str] | None = None,
        reconnect: bool = False,
        reconnect_timeout: float = 60.0,
    ) -> Self:
        """Connects to a server that runs already, initialises and checks its version.

        Closing the client closes its connection and interrupts the turns that it has started. It
        stops neither the server nor turns of other clients. Requests of the server about threads
        that this client has not opened are left to other clients.

        Args:
            url: `unix://PATH`, `unix://` for the default socket of the Codex home,
                `ws://HOST:PORT`, or `wss://HOST[:PORT]` for TLS. Proxies that are named in the
                environment are not used.
            config: how to treat the connection. `codex_bin`, `launch_args_override` and
                `config_overrides` are refused, because the server runs already. `cwd` and `env`
                are those of `command`; besides, the `CODEX_HOME` in `env` is the Codex home.
            handlers: handlers for the server's requests, as for the constructor.
            token: the server's token; or the path of a file that holds it, a function that returns
                it (called in the client's thread), or the secret that signs it, each of which is
                used again for each connection. It is refused for `ws://` to another machine, where
                it would be sent unencrypted.
            ssl_context: settings of TLS for `wss://`; default: `ssl.create_default_context()`.
            command: a command line instead of `url`, whose standard input and output carry the
                bytes, such as `["ssh", "host", "codex", "app-server", "proxy"]`.
            reconnect: whether a lost connection is taken up again: open turns are settled from the
                server's record, and calls wait meanwhile; default: a lost connection ends the
                client. The first connection is not retried.
            reconnect_timeout: seconds after which a lost connection ends the client.

        Raises:
            InvalidArgumentError: an argument cannot be used.
            RuntimeNotFoundError: there is no such command.
            HandshakeError: the server refused the connection.
            RuntimeVersionError: it is not the pinned version and the policy is `exact`.
            TransportClosedError: it cannot be reached, or did not answer within `startup_timeout`.
            AppServerError: it refused.

        On Ctrl+C, the connection is closed before this raises.
        """
        client = AsyncCodex.connect(
            url,
            config=config,
            handlers=blocking_handlers(handlers),
            token=token,
            ssl_context=ssl_context,
            command=command,
            reconnect=reconnect,
            reconnect_timeout=reconnect_timeout,
        )
        self = cls.__new__(cls)
        self._open(client)
        return self

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
