"""Asyncio face of `_client/app_server.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..._client.wire import plain_params, typed_result
from ...errors import InvalidArgumentError
from ...protocol._generated.requests import AsyncRequests
from ..requests import ClientBase
from ..streams import AsyncNotificationStream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..._client.metadata import ServerMetadata
    from ..._config import AppServerConfig
    from ..._session.connection import ConnectionStatistics
    from ...protocol import JsonValue, WireModel

__all__ = ["AppServerClient"]


@final
class AppServerClient(ClientBase, AsyncRequests):
    """The typed protocol to a running app-server; `AsyncCodex` opens and closes it."""

    # -- state ---------------------------------------------------------------------------------

    @property
    def config(self) -> AppServerConfig:
        """The configuration this client was made with."""
        return self._async.config

    @property
    def metadata(self) -> ServerMetadata:
        """The server's reply to `initialize`: its name, version, platform and directories.

        Raises:
            ClientClosedError: the client was never opened.
        """
        return self._async.metadata

    @property
    def runtime_version(self) -> str:
        """The version of the runtime this SDK was generated from."""
        return self._async.runtime_version

    def statistics(self) -> ConnectionStatistics:
        """Returns how many tasks, requests, routes and buffered events the connection has now.

        Raises:
            ClientClosedError: the client was never opened.
        """
        return self._portal.read(self._async.statistics)

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
            return typed_result(method, await self._send(method, wire))

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
        return await self._send(
            method, self._async._compatible(method, plain_params(method, params))
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
        return self._async.wire_params(method, params)

    async def notify(
        self, method: str, params: WireModel | Mapping[str, JsonValue] | JsonValue = None
    ) -> None:
        """Sends a notification; waits while too many earlier bytes are still unwritten.

        Raises:
            InvalidArgumentError: the params are wrong; nothing was sent.
            AppServerError: the connection has ended.

        Cancelled, nothing is sent.
        """
        await self._portal.run(self._async.notify, method, params)

    def notifications(self, *methods: str) -> AsyncNotificationStream:
        """Subscribes to notifications that belong to no turn and no login.

        Args:
            methods: protocol names such as `thread/started`; without any, all notifications.

        Raises:
            InvalidArgumentError: a name is misspelled or is not a server notification.
            ClientClosedError: the client is not open.
            AppServerError: the connection has ended.
        """
        return AsyncNotificationStream(
            self, self._portal.run_sync(self._async.notifications, *methods)
        )
